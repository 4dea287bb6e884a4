"""What keeps data from being a record, in Dutch: what is wrong, why, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cattrs import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote

from lrt_site.document import unseen_between
from lrt_site.model.dates import MONTHS, ClockTime, PartialDate, Period
from lrt_site.model.numbers import Number
from lrt_site.problems import FieldPath, quoted
from lrt_site.schema.layout import NOT_IN_FRONT_MATTER
from lrt_site.unseen import unseen_in
from lrt_site.wording.fields import KIND_WORDS, field_meant, in_words
from lrt_site.wording.text import capitalised

Explained = tuple[FieldPath, str, str]
"""The way to a field, our code and our sentence."""

_EXAMPLES = {
    "source": "s-brief-2021-12-20",
    "also_source": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "sources": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "about": "[T01234]",
    "id": "m-2021-12-20",
    "table": "tafel",
    "unit": "woningen",
    "person": "p-de-vries",
    "organisation": "org-bond",
    "seat": "stoel-voorzitter",
    "element": "e-vorm",
    "address": "https://www.voorbeeld.nl/",
    "url": "https://www.voorbeeld.nl/bericht",
}


_SIMPLE = {
    int: "12000",
    Number: "12000",
    bool: "true",
    PartialDate: "2021-12-20",
    Period: "2021-H2",
    ClockTime: "19:30",
}


class FieldError(ValueError):
    """A value that its field cannot take: a stable code and a Dutch sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def explained(error: BaseException, kind: Any, data: object, at: FieldPath = ()) -> Iterator[Explained]:
    """Every leaf of cattrs' tree of errors; `data` is what could not become one of a kind."""
    if isinstance(error, BaseValidationError):
        meant: set[str] = set()
        leaves = [exception for exception in error.exceptions if isinstance(exception, ForbiddenExtraKeysError)]
        for leaf in leaves:
            yield from _unknown_fields(leaf, at, meant)
        for inner in error.exceptions:
            steps = _steps(inner)
            forgiven = isinstance(inner, KeyError) and str(steps[-1]) in meant
            if inner not in leaves and not forgiven:
                yield from explained(inner, getattr(error, "cl", kind), data, (*at, *steps))
    elif isinstance(error, KeyError):
        yield at, "missing-field", _missing(str(at[-1]), kind)
    elif isinstance(error, FieldError):
        name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
        said = _unseen_in(data, at, error.code) or str(error)
        yield at, error.code, _sentence(f"Veld {in_words(name)}: {said}" if name else capitalised(said))
    else:
        words = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
        yield at, "inconsistent", _sentence(f"Bij {words} klopt iets niet: {error}")


def enumerated(words: Iterable[str]) -> str:
    """Words between quotes, with commas."""
    return ", ".join(f"'{word}'" for word in words)


def date_meant(text: str) -> str:
    """The date that a text in another form seems to give, as the end of a sentence; else nothing."""
    months = "|".join(MONTHS)
    if found := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text):
        day, month, year = found[1], found[2], found[3]
    elif found := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text):
        year, month, day = found[1], found[2], found[3]
    elif found := re.fullmatch(rf"(?:([0-9]{{1,2}}) )?({months}) ([0-9]{{4}})", text, re.IGNORECASE):
        day, month, year = found[1], str(MONTHS.index(found[2].lower()) + 1), found[3]
    else:
        return ""
    meant = "-".join(part.zfill(2) for part in (year, month, day) if part)
    try:
        return f". Bedoelde u '{PartialDate(meant)}'?"
    except ValueError:
        return ""


def _unseen_in(data: Any, at: FieldPath, code: str) -> str:
    """The unseen sign for which a value is refused, as a part of a sentence; empty where it is refused without one.

    Text in the place of a list or of fields is only misread for a sign where its dash or colon stands.
    """
    for step in at:
        data = data[step]
    if not isinstance(data, str) or (code in ("not-a-list", "not-a-mapping") and unseen_between(data) is None):
        return ""
    unseen = unseen_in(data)
    return f"in {quoted(data)} staat {unseen.removeprefix('Hierin staat ')}" if unseen else ""


def _steps(error: BaseException) -> FieldPath:
    steps: FieldPath = ()
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            steps = (*steps, note.name)
        elif isinstance(note, IterableValidationNote):
            steps = (*steps, note.index)
    return steps


def _unknown_fields(error: ForbiddenExtraKeysError, at: FieldPath, meant: set[str]) -> Iterator[Explained]:
    for name in sorted(error.extra_fields):
        near, message = _unknown(name, error.cl)
        if near:
            meant.add(near)
        yield (*at, name), "unknown-field", message


@lru_cache(maxsize=1024)
def _unknown(name: str, kind: type) -> tuple[str | None, str]:
    """The field that is meant by a name that none has, and what is wrong."""
    known = [field.name for field in fields(kind) if field.name not in NOT_IN_FRONT_MATTER]
    owner = KIND_WORDS.get(kind.__name__, "dit onderdeel")
    near = field_meant(name, known)
    advice = f"Bedoelde u '{near}'?" if near else f"Mogelijke velden: {', '.join(sorted(known))}."
    return near, f"Het veld {quoted(name)} bestaat niet bij {owner}. {advice}"


@cache
def _missing(name: str, kind: Any) -> str:
    if name == "body":
        return "De tekst ontbreekt. Schrijf haar onder de tweede regel '---'."
    owner = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
    return f"Het veld {in_words(name)} ontbreekt bij {owner}. {_example(kind, name)}"


def _example(kind: Any, name: str) -> str:
    hint = get_type_hints(kind)[name]
    if get_origin(hint) is Literal:
        return f"Kies uit {enumerated(get_args(hint))}."
    if get_origin(hint) is tuple and name not in _EXAMPLES:
        return f"Schrijf '{name}:' met daaronder een lijst, elke regel met een streepje ervoor."
    if is_dataclass(hint) and hint not in _SIMPLE:
        return f"Schrijf '{name}:' met daaronder de velden, verder ingesprongen."
    return f"Schrijf bijvoorbeeld '{name}: {_EXAMPLES.get(name) or _SIMPLE.get(hint, 'tekst')}'."


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."
