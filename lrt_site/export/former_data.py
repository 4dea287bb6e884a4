"""What answers where the data of a record stood that has another id now, or is not there any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lrt_site import urls
from lrt_site.export import state
from lrt_site.export.file_types import Address, Day, KindName, Name, RecordId, fields_of, file_at
from lrt_site.export.followed import RecordHistory, Step, histories_in
from lrt_site.export.site_data import as_csv
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Series
from lrt_site.model.publications import History
from lrt_site.model.register import Record, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFile:
    """What answers where the data of a record stood that has another id now."""

    format: Literal["moved/v1"]
    """The format of this file."""
    type: KindName
    """The kind of the record."""
    id: RecordId
    """The id that it has now."""
    data: Address
    """Where its data stands now."""
    page: Address
    """The page on which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneFile:
    """What answers where the data of a record stood that is not there any more."""

    format: Literal["gone/v1"]
    """The format of this file."""
    type: KindName
    """The kind of the record."""
    id: RecordId
    """The last id that it had."""
    publication: Name
    """The publication that ended it."""
    date: Day
    """The date of that publication."""
    data: Address
    """Its last version; after a withdrawal, what that left of it."""
    page: Address
    """The page with all its versions."""


def files(history: History) -> Mapping[str, str]:
    """A file at every address at which there was data of a record and is none now: where to read on, or how it ended.

    Where the figures of a series stood as CSV, it says the same as CSV.
    """
    now = {urls.data_of(record) for record in history.state(history.last).records.values()}
    made: dict[str, str] = {}
    for address, (record, life) in _stood(history).items():
        if address not in now:
            told = _told(life.newest)
            made |= file_at(address, told)
            if isinstance(record, Series):
                figures = fields_of(told) | ({} if life.newest.ends else {"data": urls.figures_of(told.id)})
                made[urls.file_of(urls.figures_of(record.id))] = as_csv([tuple(figures), tuple(figures.values())])
    return made


def _stood(history: History) -> Mapping[str, tuple[Record, RecordHistory]]:
    """Every address at which there ever was data of a record, with the last record that stood there, and its life."""
    steps = ((step, life) for life in histories_in(history).all for step in life.steps)
    in_order = sorted(steps, key=lambda step: step[0].publication.number)
    return {urls.data_of(step.version.record): (step.version.record, life) for step, life in in_order}


def _told(newest: Step) -> MovedFile | GoneFile:
    version, record = newest.version, newest.version.record
    if not newest.ends:
        return MovedFile(
            format="moved/v1",
            type=kind_of(record),
            id=record.id,
            data=urls.data_of(record),
            page=urls.page_of(record),
        )
    return GoneFile(
        format="gone/v1",
        type=kind_of(record),
        id=record.id,
        publication=newest.publication.name,
        date=newest.publication.date,
        data=state.data_of(version),
        page=urls.versions_of(kind_of(record), record.id),
    )
