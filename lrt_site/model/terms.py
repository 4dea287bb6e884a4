"""How long something lasted, as exactly as its source says when it ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, Protocol

from lrt_site.model.dates import PartialDate
from lrt_site.model.misfit import MisfitError

EndIs = Literal["laatste dag", "eerste dag erna", "niet vermeld"]
"""What the day is that a source gives as the end: the last one that counts, as in `tot en met 31 december`; the first
one that does not, as in `stopt per 1 januari`; or the source leaves that open, as in `vertrok op 1 januari`."""

_DAY = timedelta(days=1)


class Lasting(Protocol):
    """What has a start and an end, as far as they are known."""

    @property
    def start_date(self) -> PartialDate | None:
        """The first day."""

    @property
    def end_date(self) -> PartialDate | None:
        """The end, as the source gives it."""

    @property
    def end_is(self) -> EndIs:
        """What that day is."""


def check_term(term: Lasting, default: EndIs = "niet vermeld") -> None:
    """Refuse an end before its start, and what an end is where there is none, with a ValueError in Dutch."""
    check_order(term.start_date, term.end_date)
    if term.end_date is None and term.end_is != default:
        message = "'end_is' zegt wat de einddatum betekent; vul ook 'end_date' in, of haal 'end_is' weg"
        raise MisfitError(message, "end_is")


def check_order(
    start: PartialDate | None, end: PartialDate | None, fields: tuple[str, str] = ("start_date", "end_date")
) -> None:
    """Refuse an end that lies wholly before its start, in the fields of these names, with an error in Dutch."""
    if start and end and end.latest < start.earliest:
        message = f"het einde ({end.in_words}) ligt voor het begin ({start.in_words})"
        advice = "verwissel ze als ze zijn omgedraaid, of verbeter er één"
        raise MisfitError(f"{message}; {advice}", *reversed(fields), turned=True)


def last_days(term: Lasting) -> tuple[date, date] | None:
    """The earliest and the latest day that can have been the last; nothing where no end is known."""
    if term.end_date is None:
        return None
    earliest, latest = term.end_date.earliest, term.end_date.latest
    return (
        earliest if term.end_is == "laatste dag" else earliest - _DAY,
        latest - _DAY if term.end_is == "eerste dag erna" else latest,
    )


def end_text(end: PartialDate | None, end_is: EndIs) -> str | None:
    """The end as data without room for what it is have it: the last day, where the source tells which that was."""
    if end and end.is_day and end_is == "eerste dag erna":
        return (end.earliest - _DAY).isoformat()
    return end.text if end else None


def until_in_words(end: PartialDate, end_is: EndIs) -> str:
    """An end in Dutch: `tot en met 31 maart 2025`, `tot 1 april 2025`, `einde op 1 april 2025`, `tot in 2025`."""
    if not end.is_day:
        return f"tot in {end.in_words}"
    before = {"laatste dag": "tot en met", "eerste dag erna": "tot", "niet vermeld": "einde op"}[end_is]
    return f"{before} {end.in_words}"


def term_in_words(start: PartialDate | None, end: PartialDate | None, end_is: EndIs) -> str:
    """A term in Dutch; an unknown end is not a term that still runs."""
    if start and end:
        return _from_until(start, end, end_is)
    if start:
        return f"vanaf {start.in_words}; einde niet bekend"
    if end:
        return f"{until_in_words(end, end_is)}; begin niet bekend"
    return "data niet bekend"


def _from_until(start: PartialDate, end: PartialDate, end_is: EndIs) -> str:
    if start == end and not (start.is_day and end_is == "eerste dag erna"):
        if start.is_day and end_is == "laatste dag":
            return f"alleen op {start.in_words}"
        return f"begin en einde {'op' if start.is_day else 'in'} {start.in_words}"
    until = until_in_words(end, end_is)
    return f"vanaf {start.in_words}; {until}" if until.startswith("einde") else f"{start.in_words} {until}"
