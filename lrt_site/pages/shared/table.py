"""Tables that a page fills itself: a caption, headings, and rows of cells with the heading of the row first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lrt_site.frozen import dataclass
from lrt_site.pages.shared.common import Said
from lrt_site.wording.runs import Link

Cell = str | Link | Said | tuple[Link | str, ...]
"""What stands in a cell; of several things each after a comma."""


class Column(NamedTuple):
    """A column of a table."""

    heading: str | Link
    kind: str = ""
    """The class of its heading, such as `number`."""
    contradictions: tuple[Link, ...] = ()
    """To where sources disagree about what the heading names."""
    cells: str = ""
    """The class of its cells."""


@dataclass(frozen=True, slots=True)
class FilledTable:
    """What templates/shared/table.html.jinja writes out."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"table '{self.caption}' has a row with too many or too few cells")


def number(heading: str) -> Column:
    """A column of numbers: they and their heading stand at the right."""
    return Column(heading, "number", cells="number")


def filled(caption: str, headings: Iterable[str | Column], rows: Iterable[tuple[Cell, ...]]) -> FilledTable:
    """A table of these rows. A heading of which there is no more to say stands for its column."""
    columns = (Column(heading) if isinstance(heading, str) else heading for heading in headings)
    return FilledTable(caption, tuple(columns), tuple(rows))
