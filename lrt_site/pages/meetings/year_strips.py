"""The years of the national table as strips of twelve months: in which of them it is known to have met."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from lrt_site import urls
from lrt_site.findings.gaps import ExpectedInYear, expected_meetings
from lrt_site.findings.months import Month, months_of
from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.wording.runs import Link
from lrt_site.wording.text import listed

SignKind = Literal["bekend", "onzeker", "aangekondigd", "leeg", "geen", "later"]
WORDS: Mapping[SignKind, str] = {
    "bekend": "vergadering bekend",
    "onzeker": "misschien: de maand staat niet vast",
    "aangekondigd": "alleen gepland of aangekondigd",
    "leeg": "geen vergadering gevonden",
    "geen": "niets gevonden, en geen bron noemt een ritme",
}
"""What the sign of a month means. A month that is still to come has one only for what is planned."""
TOLD: tuple[SignKind, ...] = ("bekend", "onzeker", "aangekondigd")


@dataclass(frozen=True, slots=True)
class YearStrip:
    """A year: a sign for each month, and the same in words."""

    year: Link
    """Without an address where the year has no page."""
    months: tuple[SignKind, ...]
    """Of each the kind of its sign."""
    in_words: str
    """In which months."""
    told: str
    """How many meetings are known, and of how many expected."""


@dataclass(frozen=True, slots=True)
class YearStrips:
    """The years up to that of the site, the newest first, with what the signs mean."""

    years: tuple[YearStrip, ...]
    """None where no source gives a rhythm."""
    key: tuple[tuple[SignKind, str], ...]
    """The signs in use."""


def year_strips(register: Register, as_of: date, paged: Collection[int], only: int | None = None) -> YearStrips:
    """A strip for every year since the first of which something is known, or for one of them."""
    own = [meeting for meeting in register.all(Meeting).values() if meeting.table == register.table.id]
    expected = expected_meetings(own, register.table.frequencies, as_of)
    months = months_of(own, expected, date(as_of.year, 12, 31))
    strips = tuple(
        _strip(year, [month for month in months if month.year == year.year], as_of, paged)
        for year in reversed(expected.years)
        if only in (None, year.year)
    )
    used = {kind for strip in strips for kind in strip.months}
    return YearStrips(strips, tuple((kind, words) for kind, words in WORDS.items() if kind in used))


def _strip(year: ExpectedInYear, months: Iterable[Month], as_of: date, paged: Collection[int]) -> YearStrip:
    kinds = {month.month: _kind(month, as_of) for month in months}
    of = f" van {'meer dan ' if year.more else ''}{year.expected}" if year.whole else ""
    return YearStrip(
        year=Link(str(year.year), urls.in_year(year.year) if year.year in paged else ""),
        months=tuple(kinds.get(number, "geen") for number in range(1, len(MONTHS) + 1)),
        in_words="; ".join(_in_words(kinds)) or "geen maand met een bekende vergadering",
        told=f"{len(year.held)}{of} bekend",
    )


def _kind(month: Month, as_of: date) -> SignKind:
    if month.date.latest > as_of and month.state in ("leeg", "onzeker"):
        return "later"
    return "geen" if month.state == "leeg" and not month.ruled else month.state


def _in_words(kinds: Mapping[int, SignKind]) -> Iterator[str]:
    for told in TOLD:
        names = [MONTHS[month - 1] for month, kind in kinds.items() if kind == told]
        if names:
            yield f"{WORDS[told]} in {listed(names)}"
