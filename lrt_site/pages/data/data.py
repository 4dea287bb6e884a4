"""What data there are, in which forms, what they cannot tell, and how to load them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.numbers import in_dutch
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.relations.derived import all_tables
from lrt_site.relations.shape import relation_of, relations
from lrt_site.relations.tables import RECORD, DataTable, words_of
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

FORMS = (("CSV", "csv"), ("CSV voor Excel", "excel.csv"), ("JSON", "json"), ("Parquet", "parquet"))
"""What the forms of a table are called, and how their files end."""
EXPLAINED = f"{urls.HANDBOOK}data/tabellen/"
"""The page of the handbook about the tables."""


@dataclass(frozen=True, slots=True)
class TableLinks:
    """A table, and where its files are."""

    title: str
    rows: str
    """How many it has, in words."""
    forms: tuple[Link, ...]
    parts: tuple[Link, ...]
    """The tables of what is inside its records, as CSV."""


@dataclass(frozen=True, slots=True)
class LoadingExample:
    """Lines that load data in a program."""

    program: str
    lines: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What templates/data/data.html.jinja is given."""

    template: ClassVar[str] = "data/data.html.jinja"

    frame: Frame
    database: Link
    workbook: Link
    description: Link
    """To what describes the tables for programs."""
    general: tuple[TableLinks, ...]
    """Tables that are about all records."""
    tables: tuple[TableLinks, ...]
    """A table for each kind of record of which there are any."""
    empty: tuple[str, ...]
    """Kinds of records of which there are none."""
    examples: tuple[LoadingExample, ...]
    records: Link
    """To the list of records, each as a file of its own."""
    explained: str


def pages(register: Register) -> Iterator[PageMaker]:
    """The page about the data."""
    yield later(urls.OPEN_DATA, _page, register)


def _page(register: Register) -> DataPage:
    tables = all_tables(register)
    shown = [kind for kind in kinds.ALL if tables[relation_of(kind.name).name].rows]
    records, rows = len(tables[RECORD].rows), sum(len(table.rows) for table in tables.values())
    filled = sum(1 for table in tables.values() if table.rows)
    return DataPage(
        database=Link("Alles als SQLite", urls.DATABASE),
        workbook=Link("Alles als Excel", urls.WORKBOOK),
        description=Link("Data Package", urls.DATA_PACKAGE),
        general=tuple(
            _links(capitalised(tables[name].about), tables[name]) for name in tables if name not in relations()
        ),
        tables=tuple(
            _links(kind.many, tables[relation_of(kind.name).name], _parts(kind.name, tables)) for kind in shown
        ),
        empty=tuple(kind.many for kind in kinds.ALL if kind not in shown),
        examples=tuple(_examples(register.site.address)),
        records=Link("Elk onderdeel als eigen bestand", urls.INDEX_DATA),
        explained=EXPLAINED,
        frame=Frame(
            urls.OPEN_DATA,
            "Gegevens",
            f"Alles op deze site staat ook in {filled} tabellen met gegevens: {in_dutch(records)} onderdelen en "
            f"{in_dutch(rows)} rijen. U kunt ze gratis ophalen, zonder account.",
            trail(),
        ),
    )


def _links(title: str, table: DataTable, parts: Iterable[Link] = ()) -> TableLinks:
    return TableLinks(
        title=title,
        rows=plural(len(table.rows), "rij", "rijen"),
        forms=tuple(Link(form, f"{urls.TABLES}{table.name}.{ending}") for form, ending in FORMS),
        parts=tuple(parts),
    )


def _parts(kind: str, tables: Mapping[str, DataTable]) -> Iterator[Link]:
    for relation in relations().values():
        if relation.kind == kind and not relation.is_of_records and tables[relation.name].rows:
            yield Link(": ".join(words_of(relation)), f"{urls.TABLES}{relation.name}.csv")


def _examples(site: str) -> Iterator[LoadingExample]:
    def at(address: str) -> str:
        return urls.on_the_web(site, address)

    commitments = at(f"{urls.TABLES}commitment.csv")
    yield LoadingExample(
        "pandas",
        f'import pandas as pd\n\ntoezeggingen = pd.read_csv("{commitments}")\n'
        'print(toezeggingen[["id", "title", "date"]])',
    )
    yield LoadingExample("DuckDB", f"SELECT id, title, date\nFROM read_csv('{commitments}');")
    yield LoadingExample(
        "R", f'toezeggingen <- read.csv("{commitments}")\nprint(toezeggingen[c("id", "title", "date")])'
    )
    yield LoadingExample(
        "Datasette",
        f"curl -O {at(urls.DATABASE)}\ndatasette alles.sqlite",
    )
