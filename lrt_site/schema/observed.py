"""The rows of a CSV file as observations, or what keeps them from being that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import NamedTuple

from lrt_site.document import Document, as_cell, shifted
from lrt_site.model.dates import PERIOD_FORM
from lrt_site.model.figures import Observation
from lrt_site.problems import MOST, Fault, Problem, quoted
from lrt_site.schema.structuring import structured
from lrt_site.wording.fields import in_words

COLUMNS = tuple(field.name for field in fields(Observation))
"""The columns that a CSV file with observations can have."""

_NO_WORD = re.compile(rf"{PERIOD_FORM}|-?[0-9][0-9.,]*")
_WORDS = ("part", "area", "qualifier", "unit")
_TIMES = ("period", "date", "as_shown_at", "note")


class Observed(NamedTuple):
    """What the rows of a file give."""

    observations: tuple[Observation, ...]
    rows: tuple[int, ...]
    """The row of each observation."""
    lost: tuple[object, ...]
    """The rows that make none."""
    problems: tuple[Problem, ...]


def observed_in(document: Document, text: str) -> Observed:
    """The observations in a CSV file with this text, and the row of each."""
    names = [name.strip() for name in text.partition("\n")[0].split(",")]
    observations: list[Observation] = []
    rows: list[int] = []
    problems: list[Problem] = []
    lost: list[object] = []
    for index, row in enumerate(document.data):
        assert isinstance(row, dict)
        observation, faults = structured(Observation, _whole(row))
        moved = list(_moved(row, names)) if len(faults) > 1 or _is_odd(row) else []
        problems += (document.place(replace(fault, at=(index, *fault.at))) for fault in moved or faults)
        if len(problems) > MOST:
            break
        if observation is None or moved:
            lost.append(row)
        else:
            observations.append(observation)
            rows.append(index)
    return Observed(tuple(observations), tuple(rows), tuple(lost), tuple(problems))


def fits_in_a_row(row: Mapping[str, str]) -> bool:
    """Whether cells by column are one value of a series: of some time, and with words where words belong."""
    given = {name: value for name, value in row.items() if name and value}
    return not _is_odd(given) and not structured(Observation, _whole(given))[1]


def _is_odd(row: Mapping[str, str]) -> bool:
    """Whether a number or a date stands where words belong, or a time is missing."""
    return any(name in row and _NO_WORD.fullmatch(row[name]) for name in _WORDS) or not any(
        name in row for name in _TIMES
    )


def _moved(row: Mapping[str, str], names: list[str]) -> Iterator[Fault]:
    """That the cells of a row stand some columns too far."""
    found = shifted(row, names, fits_in_a_row)
    if found:
        wrong, whole = found.wrong, ",".join(map(as_cell, found.cells))
        columns = "een kolom" if found.columns == 1 else f"{found.columns} kolommen"
        message = (
            f"Vanaf hier staan de cellen {columns} verkeerd: {quoted(row[wrong])} hoort bij {in_words(found.right)}, "
            f"en niet bij {in_words(wrong)}. Schrijf de regel zo: {whole}"
        )
        cells = dict(zip(names, found.cells, strict=True))
        moved = tuple((name, text) for name, text in cells.items() if name != wrong and text != row.get(name, ""))
        message = f"{message}{'' if whole.endswith(('.', '?')) else '.'}"
        yield Fault("", (wrong,), "csv-columns", message, instead=cells[wrong], beside=moved)


def _whole(row: Mapping[str, str]) -> Mapping[str, object]:
    """The cells of a row, with those that hold more than one thing taken apart."""
    return {**row, **{name: read(row[name]) for name, read in _IN_ONE_CELL.items() if name in row}}


def _field_sources(cell: str) -> list[dict[str, list[str]]]:
    """What a cell tells of the sources of fields, such as `value qualifier: s-een; unit: s-een s-twee`."""
    parts = (part.partition(":") for part in cell.split(";"))
    return [{"fields": stated.split(), "sources": sources.split()} for stated, _, sources in parts]


_IN_ONE_CELL: Mapping[str, Callable[[str], object]] = {"also_source": str.split, "sources_of": _field_sources}
"""The fields of a value that hold more than one thing, with how a cell of a table gives them."""
