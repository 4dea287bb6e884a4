"""What answers where the data of a record stood that has another id now, or is not there any more."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site import urls
from lrt_site.export import state, v1
from lrt_site.export.followed import Life, Step, lives_in
from lrt_site.export.site_data import as_csv
from lrt_site.model.figures import Series
from lrt_site.model.publications import History
from lrt_site.model.register import Record, kind_of

MOVED_FORMAT = "moved/v1"
GONE_FORMAT = "gone/v1"


def files(history: History) -> Mapping[str, str]:
    """A file at every address at which there was data of a record and is none now: where to read on, or how it ended.

    Where the figures of a series stood as CSV, it says the same as CSV.
    """
    now = {urls.data_of(record) for record in history.state(history.last).records.values()}
    made: dict[str, str] = {}
    for address, (record, life) in _stood(history).items():
        if address not in now:
            told = _told(life.newest)
            made |= v1.as_file(address, told)
            if isinstance(record, Series):
                figures = told | ({} if life.newest.ends else {"data": urls.figures_of(told["id"])})
                made[urls.file_of(urls.figures_of(record.id))] = as_csv([tuple(figures), tuple(figures.values())])
    return made


def _stood(history: History) -> Mapping[str, tuple[Record, Life]]:
    """Every address at which there ever was data of a record, with the last record that stood there, and its life."""
    steps = ((step, life) for life in lives_in(history).all for step in life.steps)
    in_order = sorted(steps, key=lambda one: one[0].publication.number)
    return {urls.data_of(step.version.record): (step.version.record, life) for step, life in in_order}


def _told(newest: Step) -> dict[str, str]:
    version, record = newest.version, newest.version.record
    about = {"type": kind_of(record), "id": record.id}
    if newest.ends:
        return {
            "format": GONE_FORMAT,
            **about,
            "publication": newest.publication.name,
            "date": newest.publication.date.text,
            "data": state.data_of(version),
            "page": urls.versions_of(kind_of(record), record.id),
        }
    return {"format": MOVED_FORMAT, **about, "data": urls.data_of(record), "page": urls.page_of(record)}
