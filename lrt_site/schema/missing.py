"""Files and folders of the content that are gone, although records in them were published and never ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from lrt_site.model.figures import Series
from lrt_site.model.publications import EMPTIED
from lrt_site.model.register import Record, kind_of
from lrt_site.schema.layout import FIGURES, FOLDERS, HOMES, LISTS

_SEVERAL = 2
"""A folder with one record can become empty as any record ends."""


class Missing(NamedTuple):
    """A file or a folder that should be there."""

    path: str
    records: tuple[Record, ...]
    """What was published of it."""
    message: str


def missing_in(paths: Collection[str], published: Iterable[Record], known: Collection[str]) -> Iterator[Missing]:
    """What is missing among the paths of a content tree, when these records were the last to be published.

    `known` are the ids of the records that could be read.
    """
    homes: dict[str, list[Record]] = {}
    for record in published:
        homes.setdefault(HOMES[kind_of(record)], []).append(record)
        table = f"{FIGURES}/{record.id}.csv"
        if isinstance(record, Series) and record.observations and record.id in known and table not in paths:
            emptied = "Maak het dan opnieuw, met alleen de regel met de namen van de kolommen."
            yield Missing(table, (record,), _sentence("Dit bestand ontbreekt", "de waarden", emptied))
    for home, records in homes.items():
        if home in LISTS and home not in paths:
            emptied = f"Maak het dan opnieuw, met alleen deze regel: {next(iter(LISTS[home]))}: []"
            yield Missing(home, tuple(records), _sentence("Dit bestand ontbreekt", _counted(records), emptied))
        elif home in FOLDERS and len(records) >= _SEVERAL and not any(path.startswith(f"{home}/") for path in paths):
            emptied = f"Zet dan in de map een leeg bestand met de naam '{EMPTIED}'."
            yield Missing(home, tuple(records), _sentence("Deze map ontbreekt of is leeg", _counted(records), emptied))


def _counted(records: Collection[Record]) -> str:
    return "het ene record" if len(records) == 1 else f"de {len(records)} records"


def _sentence(what: str, held: str, emptied: str) -> str:
    return (
        f"{what}. Zet terug uit git wat hier stond: {held} van de laatste publicatie. "
        f"Moet dat echt allemaal weg? {emptied}"
    )
