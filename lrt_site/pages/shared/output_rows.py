"""Letters and decisions as lists have them."""

from __future__ import annotations

from datetime import date

from lrt_site.frozen import dataclass
from lrt_site.model.dates import at
from lrt_site.model.meetings import Output
from lrt_site.model.register import Register
from lrt_site.model.sorting import sort_day
from lrt_site.pages.shared.common import DATES, Mark, contradiction_links, marks_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An output in a list."""

    link: Link
    when: str
    marks: tuple[Mark, ...]
    """How sure that is."""
    content: str
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


def in_order(register: Register) -> tuple[Output, ...]:
    """All outputs, the newest first."""
    return tuple(
        sorted(
            register.all(Output).values(),
            key=lambda output: (day_of(output), output.id),
            reverse=True,
        )
    )


def day_of(output: Output) -> date:
    """The day by which an output is put in order."""
    return sort_day(output.date, output.not_before, output.not_after or output.reported_on)


def output_when(output: Output) -> str:
    """The moment of an output in words; when it was reported is told apart."""
    if output.reported_on and not any(getattr(output, field) for field in DATES):
        return "dag niet bekend"
    return when_of(output)


def listed_when(output: Output) -> str:
    """The moment of an output on a list, with when it was reported."""
    when = output_when(output)
    return f"{when}; gemeld {at(output.reported_on)}" if output.reported_on else when


def row_of(register: Register, output: Output) -> OutputRow:
    """An output in a list."""
    return OutputRow(
        link_to(output.id, register),
        listed_when(output),
        marks_of(output),
        output.content,
        contradiction_links(register, output.id),
    )
