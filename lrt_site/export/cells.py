"""A cell of a table as data: its words apart from its links, sources, marks and notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Annotated, Literal

from lrt_site.export.file_types import JsonForm
from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS, PartialDate
from lrt_site.tabling import FACT_LINK, ROW_LINK
from lrt_site.visible import IN_LINE, SOURCE_NOTE, TAG, TODAY, parts_of

Value = Annotated[
    str | int | None,
    JsonForm(
        {
            "type": ["string", "integer", "null"],
            "description": "A date as in ISO 8601, as exact as its source; a number without dots, and as text where it "
            "has decimals; null where there is nothing.",
        }
    ),
]
_Kind = Literal["words", "sign", "mark", "note", "hidden", "dispute", "nothing"]
_VOID = frozenset({"br", "img", "input", "wbr"})
_NOTES = frozenset({"age", "note", TODAY})
_LEFT_OUT = frozenset({FACT_LINK, ROW_LINK, SOURCE_NOTE})
_IS_VALUE = re.compile(r"mark-status|extent-")
_HREF = re.compile(r'\bhref="([^"]*)"')
_SOURCES = re.compile(r'popovertarget="noot-([\d-]+)"')
"""What a sign beside words says of the numbers of their sources."""
_ITEM = re.compile(r'<li id="bron-(?P<number>\d+)">(?P<source>.*?)</li>', re.DOTALL)
_DATE = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?\b(\d{{4}})\b", re.IGNORECASE)
_NUMBER = re.compile(r"[−-]?(0|[1-9]\d{0,2}(\.\d{3}){1,4}|[1-9]\d{0,14})(,\d+)?", re.ASCII)
"""What counts something: a zero before other digits makes a code, and of more digits a spreadsheet keeps not all."""


@dataclass(frozen=True, slots=True)
class CellData:
    """What a cell holds, each part apart."""

    words: str
    dates: tuple[str, ...]
    """The dates that its words name, when these are more than a date."""
    links: tuple[str, ...]
    sources: tuple[str, ...]
    marks: tuple[str, ...]
    disputes: tuple[str, ...]
    """Where sources disagree about it."""
    notes: tuple[str, ...]


NOTHING = CellData("", (), (), (), (), (), ())


def read(html: str, sources: Mapping[str, str], on_the_web: Callable[[str], str]) -> CellData:
    """A cell; `sources` are the ids of sources by their number on the page, `on_the_web` gives the place of a link."""
    parts: dict[_Kind, list[str]] = {}
    links: dict[_Kind, dict[str, None]] = {}
    for kind, words, href in _pieces(html):
        if words:
            parts.setdefault(kind, []).append(words)
        if href and kind != "nothing" and not href.startswith("#"):
            links.setdefault(kind, {})[on_the_web(unescape(href))] = None
    cited = dict.fromkeys(
        sources.get(number, number) for found in _SOURCES.findall(html) for number in found.split("-")
    )
    said = {kind: _lines(words) for kind, words in parts.items()}
    marks = said.get("mark", ())
    own = _joined(said.get("words", ()))
    words = own or _joined(said.get("dispute", ())) or _joined(said.get("hidden", ())) or "; ".join(marks)
    return CellData(
        words=words,
        dates=() if iso(words) else tuple(filter(None, (_iso(found) for found in _DATE.finditer(words) if found[2]))),
        links=tuple({**links.get("words", {}), **links.get("note", {})}),
        sources=tuple(cited),
        marks=marks if own else (),
        disputes=tuple(links.get("dispute", {})),
        notes=said.get("note", ()),
    )


def value_of(words: str, *, years: bool) -> Value:
    """Words as a value: a date or a number where they are no more than that; `years` says that 2016 is a date."""
    if not words:
        return None
    if (date := iso(words)) and (years or len(date) > 4):
        return date
    if not _NUMBER.fullmatch(words):
        return words
    plain = words.replace(".", "").replace("−", "-").replace(",", ".")
    return plain if "." in plain else int(plain)


def iso(words: str) -> str:
    """A date in words as in ISO 8601; nothing where the words are no date that exists, or more."""
    found = _DATE.fullmatch(words)
    return _iso(found) if found else ""


def _iso(date: re.Match[str]) -> str:
    day, month, year = date.groups()
    number = MONTHS.index(month.lower()) + 1 if month else 0
    text = year + (f"-{number:02}" if month else "") + (f"-{int(day):02}" if day else "")
    try:
        return PartialDate(text).text
    except ValueError:
        return ""


def _pieces(html: str) -> Iterator[tuple[_Kind, str, str]]:
    """Each text with what it is, a new line where one breaks, and the place that each link leads to."""
    around: list[tuple[str, _Kind]] = [("", "words")]
    at = 0
    for tag in TAG.finditer(html):
        yield around[-1][1], unescape(html[at : tag.start()]), ""
        at = tag.end()
        name, ends, classes = _parts_of(tag[0])
        if name not in IN_LINE:
            yield around[-1][1], "\n", ""
        if ends:
            while len(around) > 1 and around.pop()[0] != name:
                pass
        elif name not in _VOID:
            before = around[-1][1]
            around.append((name, _kind_of(tag[0], name, classes, before)))
            if around[-1][1] != before:
                yield around[-1][1], "\n", ""
            if name == "a" and (href := _HREF.search(tag[0])):
                yield around[-1][1], "", href[1]
    yield around[-1][1], unescape(html[at:]), ""


@lru_cache(maxsize=10_000)
def _parts_of(tag: str) -> tuple[str, bool, frozenset[str]]:
    return parts_of(tag)


def _kind_of(tag: str, name: str, classes: frozenset[str], around: _Kind) -> _Kind:
    if around not in ("words", "note"):
        return "hidden" if "hidden" in classes and around == "dispute" else around
    if name in ("summary", "svg") or 'aria-hidden="true"' in tag or not _LEFT_OUT.isdisjoint(classes):
        return "nothing"
    if "ref" in classes or "cited" in classes:
        return "sign"
    if "mark-contradiction" in classes:
        return "dispute"
    if "mark" in classes and not _IS_VALUE.search(tag):
        return "mark"
    if name == "details" or not _NOTES.isdisjoint(classes):
        return "note"
    return "hidden" if "hidden" in classes else around


def _lines(parts: list[str]) -> tuple[str, ...]:
    lines = (" ".join(line.split()).replace(" ,", ",") for line in "".join(parts).split("\n"))
    return tuple(filter(None, (line.removeprefix(", ") for line in lines)))


def _joined(lines: tuple[str, ...]) -> str:
    """Lines on one line: after a sentence a space, after other words a sign."""
    return "".join(
        line if last else f"{line} " if line[-1] in ".!?:;" else f"{line}; "
        for last, line in ((place == len(lines) - 1, line) for place, line in enumerate(lines))
    )


def source_ids(html: str, on_the_web: Callable[[str], str], home: str) -> dict[str, str]:
    """The id of each source of a page, by its number there; `home` is where the pages about sources stand."""
    found: dict[str, str] = {}
    for item in _ITEM.finditer(html):
        for href in _HREF.findall(item["source"]):
            path, _, fragment = on_the_web(href).partition("#")
            if path.startswith(home):
                found[item["number"]] = fragment or path.rstrip("/").rpartition("/")[2]
    return found
