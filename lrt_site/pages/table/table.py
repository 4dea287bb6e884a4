"""The table's own page: its names over time, what it is for, how often it meets, its subjects and how it works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.facts import Backing, Statement, backing
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.model.table import Frequency, TableName, Topic
from lrt_site.model.terms import term_in_words
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, Said, later, record_frame
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.pages.table import topic
from lrt_site.pages.table.now import Now, now_of
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link

KIND_OF_SOURCE: Mapping[str, str] = {"handelingen": "verslag van de Handelingen", "overig": "stuk"}
"""What a source is called after `een`, where its kind is no such word."""
NEWEST = 12
"""Number of meetings under each subject; the overview has them all."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of the table, with the time in which it was used."""

    name: Said
    abbreviation: str
    term: str
    dated: Backing
    """The sources of the term, where they are others than those of the name."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A subject of the table, with the figures about it and the meetings where it was on the agenda."""

    name: str
    meaning: Said
    figures: tuple[Link, ...]
    meetings: tuple[Link, ...]
    """The newest of them."""
    more_meetings: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """What templates/table/table.html.jinja is given."""

    template: ClassVar[str] = "table/table.html.jinja"

    table_id: str
    about: Said
    """What it is or, where no source says so, what it is for."""
    present: Now
    name: str
    abbreviation: str
    """Empty where there is none."""
    founded: Said
    rhythm: tuple[Said, ...]
    purposes: tuple[Said, ...]
    names: tuple[NameRow, ...]
    topics: tuple[TopicView, ...]
    working: tuple[Said, ...]
    provincial: tuple[Said, ...]
    provincial_note: str
    more: tuple[Link, ...]
    """What else this site knows of the table."""
    frame: Frame


def pages(register: Register, as_of: date) -> Iterator[PageMaker]:
    """The page about the table itself."""
    yield later(urls.TABLE, _table_page, register, as_of)


def rule_in_words(frequency: Frequency) -> str:
    """A rule with the moment for which the source says it."""
    if frequency.as_of is None:
        return frequency.rule
    return f"{frequency.rule} ({'op' if frequency.as_of.is_day else 'in'} {frequency.as_of.in_words})"


def _table_page(register: Register, as_of: date) -> TablePage:
    notes = Footnotes(register)
    table = register.table

    def each(statements: tuple[Statement, ...]) -> tuple[Said, ...]:
        return tuple(_statement(notes, statement) for statement in statements)

    about = table.definition or (*table.purposes, table.founded)[0]
    return TablePage(
        table_id=table.id,
        about=notes.said(about.text, about, "text", anchor=about.id if table.definition else None, about=about.id),
        present=now_of(register, notes, as_of),
        name=table.name,
        abbreviation=table.abbreviation or "",
        founded=notes.said(table.founded.text, table.founded, "text", anchor=table.founded.id),
        rhythm=tuple(
            notes.said(rule_in_words(frequency), frequency, "rule", "as_of", anchor=frequency.id)
            for frequency in table.frequencies
        ),
        purposes=each(table.purposes),
        names=tuple(_name_row(register, notes, name) for name in table.names),
        topics=tuple(_topic(register, notes, subject) for subject in table.topics),
        working=each(table.working),
        provincial=each(table.provincial),
        provincial_note=table.provincial_chairs_note or "",
        more=tuple(_more(register)),
        frame=record_frame(table, notes, title="Over de tafel", description=about.text, above=()),
    )


def _statement(notes: Footnotes, statement: Statement) -> Said:
    """A statement, with the moment of which its source speaks."""
    shown = statement.as_shown_at
    moment = f"Stand van {shown.in_words}." if shown else None
    return notes.said(statement.text, statement, "text", anchor=statement.id, note=moment)


def _name_row(register: Register, notes: Footnotes, used: TableName) -> NameRow:
    name = notes.said(used.name, used, "name", "abbreviation", anchor=used.id, note=used.used_until_note)
    return NameRow(
        name,
        used.abbreviation or "",
        _term(register, used),
        notes.others(name.backing, used, "used_from", "used_until"),
    )


def _term(register: Register, name: TableName) -> str:
    """When a name was used or, where no source says so, when its sources use it."""
    if name.used_until:
        return term_in_words(name.used_from, name.used_until, "laatste dag")
    if name.used_from:
        return f"vanaf {name.used_from.in_words}"
    sources = [register.all(Source)[each] for each in backing(name, "name").sources]
    dated = sorted(
        (each for each in sources if each.date), key=lambda each: (each.date.earliest, each.id) if each.date else ()
    )
    told = (
        f"in een {KIND_OF_SOURCE.get(each.kind, each.kind)} van {each.date.in_words}" for each in dated if each.date
    )
    return " en ".join(dict.fromkeys(told)) or "wanneer, is niet bekend"


def _topic(register: Register, notes: Footnotes, subject: Topic) -> TopicView:
    meetings = topic.meetings_about(register, subject)
    return TopicView(
        name=subject.name,
        meaning=notes.said(subject.text, subject, "text", anchor=subject.id),
        figures=topic.figures_about(register, subject),
        meetings=tuple(link_to(meeting.id, register, title_of(meeting, register)) for meeting in meetings[:NEWEST]),
        more_meetings=max(0, len(meetings) - NEWEST),
    )


def _more(register: Register) -> Iterator[Link]:
    table = register.table.id
    meetings = sum(meeting.table == table for meeting in register.all(Meeting).values())
    outputs = sum(output.table == table for output in register.all(Output).values())
    yield Link("Wie er aan tafel zit en zat", urls.COMPOSITION)
    yield Link(f"Vergaderingen van deze tafel ({meetings})", urls.MEETINGS)
    yield link_to_page(urls.OUTPUTS, f" ({outputs})")
    if register.table.topics:
        yield link_to_page(urls.TOPICS)
    for commitment in register.all(Commitment).values():
        if commitment.table == table:
            yield link_to(commitment.id, register, f"Toezegging {commitment.id}: {commitment.title}")
    if register.all(ProvincialTable):
        yield Link("De tafels in de provincies", urls.PROVINCES)
    if register.all(ParliamentaryItem):
        yield Link("Vragen, moties en debatten in de Kamers", urls.PARLIAMENT)
    yield link_to_page(urls.HISTORY)
