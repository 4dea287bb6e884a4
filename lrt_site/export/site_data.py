"""The data beside the pages: one JSON file a record, an index of all, and the figures as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Literal

from lrt_site import urls
from lrt_site.export import gaps, v1
from lrt_site.export.file_types import Address, KindName, RecordId, file_at
from lrt_site.frozen import dataclass
from lrt_site.model.facts import FieldSources
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.register import Record, Register, kind_of

_PORTION = 500
_FORMULA = re.compile(r"(?:\A|(?<=[;\t\r\n]))(?=['\"]*[=+\-@＝＋－＠])|\A(?=['\"]*[\t\r\n])")
"""Where a spreadsheet could take words for a formula, whatever sign it takes for the end of a cell.

A `'` comes before it, and so before every `'` that stands there already: who reads takes one away, and has what was
written. https://owasp.org/www-community/attacks/CSV_Injection
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A record."""

    type: KindName
    """Its kind."""
    id: RecordId
    """Its id."""
    page: Address
    """The address of its page."""
    data: Address
    """The address of its data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsFile:
    """All records of now."""

    format: Literal["records/v1"]
    """The format of this file."""
    records: tuple[RecordRow, ...]
    """In order of id."""


def files(register: Register, as_of: date) -> Mapping[str, str]:
    """All data files by path. The index names every record with its page and its data; gaps are those on a day."""
    return {path: make() for path, make in makers(register, as_of).items()}


def portions(register: Register, as_of: date) -> Iterator[Mapping[str, str]]:
    """The same files, some hundreds at a time, so that they need not all be held."""
    made = list(makers(register, as_of).items())
    for start in range(0, len(made), _PORTION):
        yield {path: make() for path, make in made[start : start + _PORTION]}


def makers(register: Register, as_of: date) -> Mapping[str, Callable[[], str]]:
    """The same files, each with what makes it when it is asked for."""
    made: dict[str, Callable[[], str]] = {
        urls.file_of(urls.INDEX_DATA): partial(_index, register),
        urls.file_of(urls.GAPS_DATA): partial(_gaps, register, as_of),
    }
    for record in register.records.values():
        made[urls.file_of(urls.data_of(record))] = partial(_data, record)
    for series in register.all(Series).values():
        made[urls.file_of(urls.figures_of(series.id))] = partial(_table, series)
    return made


def _index(register: Register) -> str:
    rows = tuple(
        RecordRow(type=kind_of(record), id=record.id, page=urls.page_of(record), data=urls.data_of(record))
        for record in register.records.values()
    )
    return _only(file_at(urls.INDEX_DATA, RecordsFile(format="records/v1", records=rows)))


def _gaps(register: Register, as_of: date) -> str:
    return _only(gaps.files(register, as_of))


def _data(record: Record) -> str:
    return _only(v1.as_file(urls.data_of(record), v1.to_v1(record)))


def _table(series: Series) -> str:
    return as_csv(_observations(series))


def _only(file: Mapping[str, str]) -> str:
    (text,) = file.values()
    return text


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV; the first row names its columns. No text of it is a formula; numbers stay as they are."""
    return _csv((map(_cell, row) for row in rows), ",")


def as_dutch_csv(rows: Iterable[Sequence[object]]) -> str:
    """The same as spreadsheets in Dutch read it: semicolons, decimal commas, `ja`, `nee` and a byte order mark."""
    return "\ufeff" + _csv((map(_dutch_cell, row) for row in rows), ";")


def _csv(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n", delimiter=delimiter).writerows(rows)
    return text.getvalue()


def _observations(series: Series) -> Iterator[Sequence[object]]:
    columns = [field.name for field in fields(Observation)]
    yield columns
    for observation in series.observations:
        yield [getattr(observation, column) for column in columns]


def _dutch_cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value).replace(".", ",") if isinstance(value, DecimalNumber) else _cell(value)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        ties = [
            f"{' '.join(item.fields)}: {' '.join(item.sources)}" for item in value if isinstance(item, FieldSources)
        ]
        value = "; ".join(ties) or " ".join(value)
    text = "" if value is None else str(value)
    return text if isinstance(value, int | DecimalNumber) else _FORMULA.sub("'", text)
