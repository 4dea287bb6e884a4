"""All subjects of the table, each with what it means and what there is about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.kinds import kind_for
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, Said, data_links, later, trail
from lrt_site.pages.shared.sections import NAMES
from lrt_site.pages.table import topic
from lrt_site.pages.table.topic import Touched
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised, listed


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A subject, with what there is about it."""

    link: Link
    meaning: Said
    known: str
    """How much of each kind."""


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """What templates/table/topics.html.jinja is given."""

    template: ClassVar[str] = "table/topics.html.jinja"

    rows: tuple[TopicRow, ...]
    frame: Frame


def pages(register: Register, missing: GapsOnDay) -> Iterator[PageMaker]:
    """The overview and the page of each subject, where something on the site touches one."""
    subjects = topic.touched(register)
    if subjects:
        yield later(urls.TOPICS, _topics_page, register, subjects)
        yield from topic.pages(register, subjects, missing)


def _topics_page(register: Register, subjects: Sequence[Touched]) -> TopicsPage:
    notes = Footnotes(register)
    return TopicsPage(
        rows=tuple(_row(notes, subject) for subject in subjects),
        frame=Frame(
            address=urls.TOPICS,
            title=NAMES[urls.TOPICS],
            description=f"De tafel spreekt over {listed([subject.topic.name for subject in subjects])}.",
            trail=trail(),
            references=notes.references(),
            data=data_links(register.table),
        ),
    )


def _row(notes: Footnotes, subject: Touched) -> TopicRow:
    found = subject.topic
    records = {record.id: record for _, record, _ in subject.entries}
    counts = Counter(kind_for(record).many.lower() for record in records.values())
    counted = [f"{name}: {count}" for name, count in counts.items()]
    if subject.figures:
        counted.append(f"cijferreeksen: {len(subject.figures)}")
    return TopicRow(
        Link(capitalised(found.name), urls.topic_of(found.id)),
        notes.said(found.text, found, "text", about=found.id),
        ", ".join(sorted(counted)),
    )
