"""Made-up values for laws: records of every kind, texts of all sorts, and trees of files."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import reject
from hypothesis import strategies as st

from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.facts import Party
from lrt_site.model.information_requests import InformationRequest, Requester
from lrt_site.model.meetings import Attendance, Meeting
from lrt_site.model.numbers import DECIMAL_FORM, DecimalNumber
from lrt_site.model.people import Composition, Holder, Membership, OtherName, OtherOrganisationName, Role
from lrt_site.model.provinces import Chair
from lrt_site.model.sources import Contradiction
from lrt_site.model.table import Frequency
from lrt_site.schema import FOLDERS, LISTS, SINGLES

IDS = st.sampled_from(["a", "b", "c", "A", "x-1", "2021", "T00001", "bronnen", "site", "lrt"])
"""Few, so that records refer to each other, and clash."""

TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Co", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffd\ufffe\uffff"),
    min_size=1,
).filter(str.strip)
"""What an editor can type in a field."""

DATES = st.one_of(
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(PartialDate.of),
    st.dates(date(1990, 1, 1), date(2040, 12, 31)).flatmap(
        lambda day: st.sampled_from([PartialDate(day.isoformat()[:size]) for size in (4, 7, 10)])
    ),
)
TIMES = st.times().map(lambda time: ClockTime(f"{time:%H:%M}"))
DECIMALS = st.from_regex(DECIMAL_FORM, fullmatch=True).map(DecimalNumber)

PERIODS = st.one_of(
    DATES.map(lambda moment: Period(moment.text)),
    st.integers(1, 9999).flatmap(lambda year: st.sampled_from([Period(f"{year:04}-H1"), Period(f"{year:04}-H2")])),
    st.tuples(DATES, DATES)
    .map(lambda two: sorted(two, key=lambda moment: (moment.earliest, moment.latest)))
    .filter(lambda two: two[0].earliest <= two[1].latest)
    .map(lambda two: Period(f"{two[0]}/{two[1]}")),
)

PATHS = st.sampled_from(
    [
        *SINGLES,
        *LISTS,
        *(f"{folder}/{name}.md" for folder in FOLDERS for name in ("a", "b", "2021")),
        "figures/a.csv",
        "figures/b.csv",
        "zomaar.txt",
        "meetings/2021/a.md",
        "site.yml/a.md",
    ]
)

_WORDS = (
    "---\n", "\n", "\n\n", "  ", "\t", "\r\n", "- ", ": ", ":", "?", ",", "[", "]", "{", "}", "&a ", "*a", "!!int ",
    "!", "#", " # ", "'", '"', "|", ">", "%", "@", "`", "\\", "\\0", "<<: ", "~", "null", "no", "id: a", "id: ",
    "source: a", "events:\n  - ", "sources:\n", "persons:\n", "date: 2021-02-30", "10:30", "0123", "value",
    "id,value,unit,source\n", "a,1,b,c\n", '"', ";", "é", "\u202e", "\x00", "\ufeff", "\ud800", "<b>", "{{ x }}",
    "[x](y)", "T1", "🌊",
)  # fmt: skip
FILES = st.one_of(
    st.text(),
    st.binary().map(lambda data: data.decode("utf-8-sig", errors="surrogateescape")),
    st.lists(st.sampled_from(_WORDS)).map("".join),
    st.lists(st.sampled_from(_WORDS)).map(lambda words: "---\n" + "".join(words) + "\n---\n" + "".join(words)),
)
"""Anything that can be in a file."""


def records(kind: type) -> st.SearchStrategy[Any]:
    """Records, or parts of one, of this type: every field that can be left out sometimes is."""
    return _built(kind)


def values_of(kind: type, name: str) -> st.SearchStrategy[Any]:
    """Values for one field of this type, by itself."""
    needed = next(field.default is MISSING for field in fields(kind) if field.name == name)
    return _value(name, get_type_hints(kind)[name], needed)


@cache
def _built(kind: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    given = {field.name: _value(field.name, hints[field.name], field.default is MISSING) for field in fields(kind)}
    fit = _FIT.get(kind, dict)
    return st.tuples(*given.values()).map(lambda values: _made(kind, fit(dict(zip(given, values, strict=True)))))


def _made(kind: type[Any], values: Mapping[str, Any]) -> Any:
    """A part or a record; another draw where it refuses these values together."""
    try:
        return kind(**values)
    except ValueError:
        reject()


def _value(name: str, hint: Any, needed: bool) -> st.SearchStrategy[Any]:
    if hint is str:
        return IDS if name in _REFERENCES else TEXTS.map(str.strip)
    if hint is int:
        return st.integers(1 - 10**15, 10**15 - 1)
    if hint is bool:
        return st.booleans()
    if hint is DecimalNumber:
        return DECIMALS
    if hint is ClockTime:
        return TIMES
    if hint in (PartialDate, Period):
        return DATES if hint is PartialDate else PERIODS
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        inner = _value(name, get_args(hint)[0], needed=True)
        return st.lists(inner, min_size=1 if needed else 0, max_size=2).map(tuple)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(st.none() if arg is type(None) else _value(name, arg, needed) for arg in get_args(hint)))
    assert isinstance(hint, type), hint
    return st.deferred(lambda: _built(hint))


_REFERENCES = {
    "about", "also_source", "commitments", "composition", "element", "fields", "figures", "followed", "id",
    "organisation", "person", "seat", "signed_by", "source", "sources", "table", "topic",
}  # fmt: skip

Values = Mapping[str, Any]


def _in_order(*pairs: tuple[str, str]) -> Callable[[Values], Values]:
    """Values of which no end lies before its start."""

    def fit(values: Values) -> Values:
        fitted = dict(values)
        for start, end in pairs:
            if fitted[start] and fitted[end] and fitted[end].latest < fitted[start].earliest:
                fitted[start], fitted[end] = fitted[end], fitted[start]
        return fitted

    return fit


def _party(values: Values) -> Values:
    return {**values, "description": None if values["organisation"] else values["description"] or "iemand"}


def _attendance(values: Values) -> Values:
    replaced = (values["replaced_by"] or "iemand") if values["presence"] == "vervangen" else None
    return {**values, "person": values["person"] or (None if values["organisation"] else "a"), "replaced_by": replaced}


def _holder(values: Values) -> Values:
    return {**values, "role": values["role"] or (None if values["person"] or values["organisation"] else "ambt")}


def _composition(values: Values) -> Values:
    ordered = _in_order(("estimated_from", "estimated_until"))(values)
    both = ordered["estimated_from"] and ordered["estimated_until"]
    return {**ordered, "as_shown_at": ordered["as_shown_at"] or (None if both else PartialDate("2020"))}


def _term(values: Values) -> Values:
    ordered = _in_order(("start_date", "end_date"))(values)
    return ordered if ordered["end_date"] else {name: item for name, item in ordered.items() if name != "end_is"}


def _membership(values: Values) -> Values:
    ordered = _term(values)
    return {**ordered, "start_date": ordered["start_date"] or (None if ordered["end_date"] else PartialDate("2020"))}


def _meeting(values: Values) -> Values:
    ordered = _in_order(("not_before", "not_after"))(values)
    known = ordered["not_before"] or ordered["not_after"]
    return {**ordered, "date": ordered["date"] or (None if known else PartialDate("2020"))}


def _requester(values: Values) -> Values:
    return {**values, "kind": None if values["organisation"] else values["kind"] or "niet vermeld"}


def _information_request(values: Values) -> Values:
    ordered = _in_order(("asked_on", "decided_on"))(values)
    decided = ordered["decision"] != "nog niet beslist"
    released = decided and ordered["decision"] != "geweigerd"
    return {
        **ordered,
        "decided_on": ordered["decided_on"] if decided else None,
        "documents": ordered["documents"] if released else (),
    }


_FIT: Mapping[type[Any], Callable[[Values], Values]] = {
    Attendance: _attendance,
    Chair: _term,
    Composition: _composition,
    Contradiction: lambda values: {**values, "sources": values["sources"] or ("a",)},
    Frequency: _in_order(("covers_from", "covers_until")),
    Holder: _holder,
    InformationRequest: _information_request,
    Meeting: _meeting,
    Membership: _membership,
    OtherName: _term,
    OtherOrganisationName: _term,
    Party: _party,
    Requester: _requester,
    Role: _term,
}
