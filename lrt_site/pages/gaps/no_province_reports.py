"""What provincial tables publish, and of which tables this site has no account of any meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.pages.gaps import part
from lrt_site.pages.gaps.rows import GapRow
from lrt_site.pages.shared.common import Frame
from lrt_site.wording.runs import Link
from lrt_site.wording.text import listed

TITLE = "Provinciale tafels zonder verslag"
KINDS: tuple[GapKind, ...] = ("provincie",)
PUBLISHING_WORDS: Mapping[gaps.Publishing, str] = {
    "verslagen": "volgens een bron zijn verslagen openbaar",
    "andere stukken": "andere stukken, geen verslagen gevonden",
    "niet openbaar": "volgens een bron zijn verslagen niet openbaar",
    "niets gevonden": "niets gevonden",
}


@dataclass(frozen=True, slots=True)
class ProvinceGapRow:
    """A provincial table, with how many of its meetings have a report on this site."""

    province: Link
    meetings: int


@dataclass(frozen=True, slots=True)
class Level:
    """The provincial tables that publish as much."""

    words: str
    rows: tuple[ProvinceGapRow, ...]


@dataclass(frozen=True, slots=True)
class NoProvinceReportsPage:
    """What templates/gaps/no_province_reports.html.jinja is given."""

    template: ClassVar[str] = "gaps/no_province_reports.html.jinja"

    frame: Frame
    rows: tuple[GapRow, ...]
    provinces: int
    """How many provincial tables there are."""
    levels: tuple[Level, ...]


def page(found: GapsOnDay) -> NoProvinceReportsPage:
    """The page itself."""
    rows = part.shown(found, *KINDS)["provincie"]
    provinces = len(found.register.all(ProvincialTable))
    levels = tuple(_levels(found.register))
    return NoProvinceReportsPage(
        rows=rows,
        provinces=provinces,
        levels=levels,
        frame=part.framed(found, TITLE, _answer(levels, provinces), *KINDS),
    )


def _answer(levels: tuple[Level, ...], provinces: int) -> str:
    """Of which tables there is no account, and of which of them a source says whether there are public ones."""
    if not provinces:
        return "Er zijn geen provinciale tafels beschreven."
    missing = {level.words: [row.province.title for row in level.rows if not row.meetings] for level in levels}
    names = sorted(name for of_level in missing.values() for name in of_level)
    if not names:
        return "Van elke provinciale tafel staat op deze site een verslag van een vergadering."
    of_all = f"Van geen van de {provinces} provinciale tafels staat op deze site een verslag van een vergadering."
    of_some = f"Op deze site staat geen verslag van een vergadering van de provinciale tafel in {listed(names)}."
    public, closed = missing.get(PUBLISHING_WORDS["verslagen"]), missing.get(PUBLISHING_WORDS["niet openbaar"])
    told = (
        of_all if len(names) == provinces > 1 else of_some,
        f"Openbaar zijn zulke verslagen volgens een bron wel in {listed(public)}." if public else "",
        f"Openbaar zijn zulke verslagen volgens een bron niet in {listed(closed)}." if closed else "",
    )
    return " ".join(filter(None, told))


def _levels(register: Register) -> Iterator[Level]:
    """The provincial tables by what is known to be public of them."""
    reported = Counter(meeting.table for meeting in register.all(Meeting).values() if meeting.report)
    letters = Counter(output.table for output in register.all(Output).values())
    found: dict[str, list[ProvinceGapRow]] = {words: [] for words in PUBLISHING_WORDS.values()}
    for table in register.all(ProvincialTable).values():
        level = gaps.publishing(table, reported[table.id], letters[table.id])
        link = Link(table.province, urls.page_of(table))
        found[PUBLISHING_WORDS[level]].append(ProvinceGapRow(link, reported[table.id]))
    return (Level(words, tuple(tables)) for words, tables in found.items() if tables)
