"""What the table sent out besides its meetings: the overview and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.meetings import Output
from lrt_site.model.register import Register
from lrt_site.views.common import (
    Footnotes,
    Frame,
    Link,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    in_words,
    later,
    link_to,
    name_of,
    sort_day,
    trail,
)
from lrt_site.views.page_names import NAMES, link_to_page
from lrt_site.words import capitalised


@dataclass(frozen=True, slots=True)
class OutputsPage:
    """What templates/pages/outputs.html.jinja is given."""

    template: ClassVar[str] = "pages/outputs.html.jinja"

    frame: Frame
    outputs: tuple[tuple[Link, str, str, tuple[Link, ...]], ...]
    """Link, moment in words, content, and links to where sources disagree about it."""


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
            key=lambda one: (sort_day(one.date or one.reported_on), one.id),
            reverse=True,
        )
    )


def _output_when(output: Output) -> str:
    if output.date is None and output.date_note is None and output.reported_on:
        return f"dag niet bekend; gemeld op {output.reported_on.in_words}"
    return in_words(output.date, output.date_note)


def _overview(register: Register) -> OutputsPage:
    outputs = in_order(register)
    return OutputsPage(
        outputs=tuple(
            (link_to(one.id, register), _output_when(one), one.content, contradiction_links(register, one.id))
            for one in outputs
        ),
        frame=Frame(
            urls.OUTPUTS,
            NAMES[urls.OUTPUTS],
            f"{len(outputs)} brieven, oproepen en besluiten van of namens de tafel.",
            trail(link_to_page(urls.MEETINGS)),
        ),
    )


def _output_page(register: Register, output: Output) -> OutputPage:
    notes = Footnotes(register)
    return OutputPage(
        form=output.form,
        when=_output_when(output),
        content=notes.said(output.content, output, "content", anchor=output.id),
        reported=notes.plain(f"Gemeld op {output.reported_on.in_words}", output, "reported_on")
        if output.reported_on
        else None,
        body=output.body,
        frame=Frame(
            address=urls.page_of(output),
            title=capitalised(name_of(output.id, register)),
            description=f"{capitalised(output.content)}.",
            trail=trail(link_to_page(urls.MEETINGS), link_to_page(urls.OUTPUTS)),
            contradictions=notes.contradictions(output),
            references=notes.references(),
            data=data_links(output),
            record=output.id,
        ),
    )
