"""What the table sent out besides its meetings: the overview and one page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.dates import at
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.views.common import (
    DATES,
    Footnotes,
    Frame,
    Link,
    Mark,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    link_to,
    marks_of,
    name_of,
    sort_day,
    trail,
    when_of,
)
from lrt_site.views.naming import the_table
from lrt_site.views.page_names import NAMES, link_to_page
from lrt_site.words import capitalised, ended


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


@dataclass(frozen=True, slots=True)
class OutputsPage:
    """What templates/pages/outputs.html.jinja is given."""

    template: ClassVar[str] = "pages/outputs.html.jinja"

    frame: Frame
    outputs: tuple[OutputRow, ...]
    """Those of the national table."""
    provincial: tuple[tuple[Link, tuple[OutputRow, ...]], ...]
    """Those of each provincial table, with the link to that table."""


@dataclass(frozen=True, slots=True)
class OutputPage:
    """What templates/pages/output.html.jinja is given."""

    template: ClassVar[str] = "pages/output.html.jinja"

    frame: Frame
    form: str
    when: str
    content: Said
    reported: Said | None
    body: str


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """Every page about outputs."""
    yield _overview(register)
    for output in in_order(register):
        yield later(urls.page_of(output), _output_page, register, output)


def in_order(register: Register) -> tuple[Output, ...]:
    """All outputs, the newest first."""
    return tuple(
        sorted(
            register.all(Output).values(),
            key=lambda one: (sort_day(one.date, one.not_before, one.not_after or one.reported_on), one.id),
            reverse=True,
        )
    )


def output_when(output: Output) -> str:
    """The moment of an output in words; when it was reported is told apart."""
    if output.reported_on and not any(getattr(output, field) for field in DATES):
        return "dag niet bekend"
    return when_of(output)


def listed_when(output: Output) -> str:
    """The moment of an output on a list, with when it was reported."""
    when = output_when(output)
    return f"{when}; gemeld {at(output.reported_on)}" if output.reported_on else when


def way_from_table(one: Meeting | Output, register: Register, *national: Link) -> tuple[Link, ...]:
    """The way to what a table did: from the page of its province, or along these pages from the national table."""
    table = register.all(ProvincialTable).get(one.table)
    return trail(*((Link("Provincies", urls.PROVINCES), link_to(table.id, register)) if table else national))


def _overview(register: Register) -> OutputsPage:
    rows = {one.id: row_of(register, one) for one in in_order(register)}
    own = [one for one in in_order(register) if one.table == register.table.id]
    tables = sorted(register.all(ProvincialTable).values(), key=lambda one: (one.province, one.id))
    by_table = ((table, [one for one in in_order(register) if one.table == table.id]) for table in tables)
    return OutputsPage(
        outputs=tuple(rows[one.id] for one in own),
        provincial=tuple(
            (link_to(table.id, register), tuple(rows[one.id] for one in some)) for table, some in by_table if some
        ),
        frame=Frame(
            urls.OUTPUTS,
            NAMES[urls.OUTPUTS],
            _newest_in_words(own, register),
            trail(link_to_page(urls.MEETINGS)),
        ),
    )


def row_of(register: Register, one: Output) -> OutputRow:
    """An output in a list."""
    return OutputRow(
        link_to(one.id, register),
        listed_when(one),
        marks_of(one),
        one.content,
        contradiction_links(register, one.id),
    )


def _newest_in_words(newest_first: Sequence[Output], register: Register) -> str:
    """The newest of the national table."""
    if not newest_first:
        return f"Wij kennen nog geen brief of besluit van {the_table(register)}."
    newest = newest_first[0]
    return f"Het nieuwste van {the_table(register)}: {name_of(newest.id, register)} ({listed_when(newest)})."


def _output_page(register: Register, output: Output) -> OutputPage:
    notes = Footnotes(register)
    return OutputPage(
        form=output.form,
        when=output_when(output),
        content=notes.said(output.content, output, "content", anchor=output.id),
        reported=notes.plain(f"Gemeld {at(output.reported_on)}", output, "reported_on") if output.reported_on else None,
        body=output.body,
        frame=Frame(
            address=urls.page_of(output),
            title=capitalised(name_of(output.id, register)),
            description=ended(capitalised(output.content)),
            trail=way_from_table(output, register, link_to_page(urls.MEETINGS), link_to_page(urls.OUTPUTS)),
            contradictions=notes.contradictions(output),
            references=notes.references(),
            data=data_links(output),
            record=output.id,
        ),
    )
