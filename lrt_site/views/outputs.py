"""What the table sent out besides its meetings: the overview and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.meetings import Output
from lrt_site.model.register import Register
from lrt_site.views.common import (
    DATES,
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
            key=lambda one: (sort_day(one.date or one.reported_on, one.not_before, one.not_after), one.id),
            reverse=True,
        )
    )


def output_when(output: Output) -> str:
    """The moment of an output in words: its own, or else when it was reported."""
    if output.reported_on and not any(getattr(output, field) for field in DATES):
        return f"dag niet bekend; gemeld op {output.reported_on.in_words}"
    return in_words(output.date, output.date_note, output.not_before, output.not_after)


def _overview(register: Register) -> OutputsPage:
    outputs = in_order(register)
    return OutputsPage(
        outputs=tuple(
            (link_to(one.id, register), output_when(one), one.content, contradiction_links(register, one.id))
            for one in outputs
        ),
        frame=Frame(
            urls.OUTPUTS,
            "Uitingen buiten vergaderingen",
            f"{len(outputs)} brieven, oproepen en besluiten van of namens de tafel.",
            trail(Link("Vergaderingen", urls.MEETINGS)),
        ),
    )


def _output_page(register: Register, output: Output) -> OutputPage:
    notes = Footnotes(register)
    return OutputPage(
        form=output.form,
        when=output_when(output),
        content=notes.said(output.content, output, "content", anchor=output.id),
        reported=notes.plain(f"Gemeld op {output.reported_on.in_words}", output, "reported_on")
        if output.reported_on
        else None,
        body=output.body,
        frame=Frame(
            address=urls.page_of(output),
            title=capitalised(name_of(output.id, register)),
            description=f"{capitalised(output.content)}.",
            trail=trail(Link("Vergaderingen", urls.MEETINGS), Link("Uitingen", urls.OUTPUTS)),
            contradictions=notes.contradictions(output),
            references=notes.references(),
            data=data_links(output),
            record=output.id,
        ),
    )
