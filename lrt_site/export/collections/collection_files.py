"""The files of all tables, by path: each table in four forms, all of them in two, and what describes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Annotated, Any, Literal

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.export.collections import data_package, database, parquet, text_files, workbook
from lrt_site.export.file_types import JsonForm, Name, file_at
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import Register
from lrt_site.relations.derived import DERIVED, all_tables
from lrt_site.relations.shape import relations
from lrt_site.relations.tables import PROOF, RECORD, DataTable

TABLE_NAMES = (RECORD, *relations(), PROOF, *DERIVED)
Cell = Annotated[
    str | int | float | None,
    JsonForm(
        {
            "type": ["string", "number", "boolean", "null"],
            "description": "Of the type that the data package names; null where the row does not have it.",
        }
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A table of the data. What its columns mean, the data package says."""

    format: Literal["data-table/v1"]
    """The format of this file."""
    table: str
    """Its name."""
    about: str
    """What it is about, in Dutch."""
    publication: Name | None
    """The publication of which these data are; null in a preview."""
    rows: tuple[Mapping[str, Cell], ...]
    """Its rows, each with all columns."""


@dataclass(frozen=True)
class CollectionFiles:
    """The tables of a state of the records, and their files."""

    register: Register
    publication: Publication | None
    """The publication that this is the state of; none in a preview."""

    @property
    def as_of(self) -> date:
        """The day up to which is told what held."""
        return self.register.site.sources_checked_on.latest

    @cached_property
    def tables(self) -> Mapping[str, DataTable]:
        """All tables, by name."""
        return all_tables(self.register)

    @cached_property
    def about(self) -> Mapping[str, str]:
        """What is said of all of them together."""
        site, publication = self.register.site, self.publication
        return {
            "title": site.title,
            "site": site.address,
            "fictitious": "ja" if site.fictitious else "nee",
            "publication": publication.name if publication else "nog niet gepubliceerd",
            "publication_number": str(publication.number) if publication else "",
            "publication_sha256": publication.hash if publication else "",
            "as_of": self.as_of.isoformat(),
            "licence": site.licence.name if site.licence else "nog niet vastgesteld",
            "licence_url": (site.licence.url if site.licence else None) or "",
        }

    def makers(self) -> Mapping[str, Callable[[], str | bytes]]:
        """All files by path, each with what makes it."""
        made: dict[str, Callable[[], str | bytes]] = {
            urls.file_of(urls.WORKBOOK): self._book,
            urls.file_of(urls.DATABASE): self.database,
            urls.file_of(urls.DATA_PACKAGE): self._package,
        }
        for name in TABLE_NAMES:
            base = urls.file_of(f"{urls.TABLES}{name}")
            made |= {
                f"{base}.csv": partial(self._csv, name),
                f"{base}.excel.csv": partial(self._dutch_csv, name),
                f"{base}.json": partial(self._json, name),
                f"{base}.parquet": partial(self._parquet, name),
            }
        return made

    def database(self) -> bytes:
        """All tables as one database."""
        return database.database_of([*self.tables.values()], self.about)

    def _book(self) -> bytes:
        return workbook.workbook_of([*self.tables.values()], self.about, self._day)

    def _csv(self, name: str) -> str:
        return text_files.csv_of(self.tables[name])

    def _dutch_csv(self, name: str) -> str:
        return text_files.dutch_csv_of(self.tables[name])

    def _parquet(self, name: str) -> bytes:
        return parquet.parquet_of(self.tables[name], self.about)

    def _json(self, name: str) -> str:
        table = self.tables[name]
        file = TableFile(
            format="data-table/v1",
            table=table.name,
            about=table.about,
            publication=self.publication.name if self.publication else None,
            rows=tuple(text_files.objects_of(table)),
        )
        (text,) = file_at(f"{urls.TABLES}{table.name}.json", file).values()
        return text

    def _package(self) -> str:
        files = {name: self._csv(name).encode() for name in self.tables}
        return v1.as_json(data_package.data_package_of([*self.tables.values()], files, self._described))

    @property
    def _day(self) -> date:
        return (self.publication.date if self.publication else self.register.site.sources_checked_on).earliest

    @property
    def _described(self) -> Mapping[str, Any]:
        site, publication = self.register.site, self.publication
        licence = site.licence
        return {
            "name": "tabellen",
            "id": urls.on_the_web(site.address, urls.DATA_PACKAGE),
            "title": site.title,
            "description": f"{site.tagline}{' Alles is verzonnen.' if site.fictitious else ''}",
            "homepage": site.address,
            "created": f"{self._day.isoformat()}T00:00:00Z",
            **({"version": publication.name} if publication else {}),
            **(
                {"licenses": [{"title": licence.name, **({"path": licence.url} if licence.url else {})}]}
                if licence
                else {}
            ),
            **({"contributors": [{"title": site.publisher.name, "roles": ["publisher"]}]} if site.publisher else {}),
        }


def database_then(history: History, publication: Publication) -> Mapping[str, bytes]:
    """The database of the records as a publication had them."""
    then = CollectionFiles(history.state(publication), publication)
    return {urls.file_of(urls.database_of(publication.name)): then.database()}
