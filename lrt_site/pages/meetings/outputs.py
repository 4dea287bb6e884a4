"""What the table sent out besides its meetings: the overview and one page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model.dates import at
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, PageView, Said, later, record_frame, trail
from lrt_site.pages.shared.output_rows import OutputRow, day_of, in_order, listed_when, output_when, row_of
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.names import days_of, link_to, name_of, the_table
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised, ended


@dataclass(frozen=True, slots=True)
class OutputsPage:
    """What templates/meetings/outputs.html.jinja is given."""

    template: ClassVar[str] = "meetings/outputs.html.jinja"

    frame: Frame
    outputs: tuple[OutputRow, ...]
    """Those of the national table."""
    provincial: tuple[tuple[Link, tuple[OutputRow, ...]], ...]
    """Those of each provincial table, with the link to that table."""


@dataclass(frozen=True, slots=True)
class OutputPage:
    """What templates/meetings/output.html.jinja is given."""

    template: ClassVar[str] = "meetings/output.html.jinja"

    frame: Frame
    form: str
    when: str
    content: Said
    reported: Said | None
    body: str


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """Every page about outputs."""
    outputs = in_order(register)
    for portion in by_year(outputs, urls.OUTPUTS, day_of):
        yield later(portion.address, _overview, register, outputs, portion)
    for output in outputs:
        yield later(urls.page_of(output), _output_page, register, output)


def way_from_table(item: Meeting | Output, register: Register, *national: Link) -> tuple[Link, ...]:
    """The way to what a table did: from the page of its province, or along these pages from the national table."""
    table = register.all(ProvincialTable).get(item.table)
    return (link_to_page(urls.PROVINCES), link_to(table.id, register)) if table else national


def _overview(register: Register, every: Sequence[Output], portion: Portion[Output]) -> OutputsPage:
    rows = {output.id: row_of(register, output) for output in portion.items}
    own = [output for output in portion.items if output.table == register.table.id]
    tables = sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id))
    by_table = ((table, [output for output in portion.items if output.table == table.id]) for table in tables)
    return OutputsPage(
        outputs=tuple(rows[output.id] for output in own),
        provincial=tuple(
            (link_to(table.id, register), tuple(rows[output.id] for output in outputs))
            for table, outputs in by_table
            if outputs
        ),
        frame=portion.framed(
            Frame(
                urls.OUTPUTS,
                NAMES[urls.OUTPUTS],
                _newest_in_words([output for output in every if output.table == register.table.id], register),
                trail(link_to_page(urls.MEETINGS)),
            )
        ),
    )


def _newest_in_words(newest_first: Sequence[Output], register: Register) -> str:
    """The newest of the national table."""
    if not newest_first:
        return f"Wij kennen nog geen brief of besluit van {the_table(register)}."
    newest, *others = newest_first
    days, whose = [days_of(output.date) for output in others], f"van {the_table(register)}"
    called = the_newest(days_of(newest.date), days, f"Het nieuwste {whose}", f"nieuwste {whose}")
    return f"{called}: {name_of(newest.id, register)} ({listed_when(newest)})."


def _output_page(register: Register, output: Output) -> OutputPage:
    notes = Footnotes(register)
    return OutputPage(
        form=output.form,
        when=output_when(output),
        content=notes.said(output.content, output, "content", anchor=output.id),
        reported=notes.plain(f"Gemeld {at(output.reported_on)}", output, "reported_on") if output.reported_on else None,
        body=output.body,
        frame=record_frame(
            output,
            notes,
            title=capitalised(name_of(output.id, register)),
            description=ended(capitalised(output.content)),
            above=way_from_table(output, register, link_to_page(urls.MEETINGS), link_to_page(urls.OUTPUTS)),
        ),
    )
