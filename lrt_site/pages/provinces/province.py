"""The page of one provincial table: its numbers, names, chairs over time, gatherings and what it publishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.meeting_order import of_table
from lrt_site.findings.observations import amount, moment, spreads
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Statement
from lrt_site.model.figures import Series
from lrt_site.model.people import Person
from lrt_site.model.provinces import Chair, DatedItem, ProvincialTable, ShownName, ShownNames
from lrt_site.model.register import Register
from lrt_site.model.terms import term_in_words
from lrt_site.pages.provinces.numbers import AgedFact, NumbersView, newest_first, numbers_view, opening
from lrt_site.pages.shared.common import (
    DATES,
    Footnotes,
    Frame,
    Mark,
    Said,
    contradiction_links,
    marks_of,
    record_frame,
)
from lrt_site.pages.shared.neighbours import Neighbours, links_of
from lrt_site.pages.shared.output_rows import OutputRow, row_of
from lrt_site.pages.shared.output_rows import in_order as outputs_in_order
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to, name_of, told_apart
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

NO_NAME = "een bron die deze tafel bij naam noemt"
NAMED = "door een bron als voorzitter genoemd"


@dataclass(frozen=True, slots=True)
class ChairRow:
    """A chair, with the dates of the office."""

    name: Link | str
    term: Said
    at_table: Said | None
    """That a source names this person as chair of the table; absent where none does."""


@dataclass(frozen=True, slots=True)
class NamesView:
    """A list of names that a source gives, or only what it says about them."""

    names: tuple[str, ...]
    about: Said
    """When the source showed it, with its note."""


@dataclass(frozen=True, slots=True)
class DatedView:
    """Something published or a gathering, with its moment in words."""

    what: Said
    when: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting of this table."""

    link: Link
    marks: tuple[Mark, ...]
    state: str
    about: str
    """What came of it, or else what it was about."""


@dataclass(frozen=True, slots=True)
class ProvinceTarget:
    """The province's row in one version of a figure that is divided over provinces."""

    series: Link
    version: Link
    contradictions: tuple[Link, ...]
    """To where sources disagree about this version, as far as that touches this province."""
    part: str
    value: Said
    moment: str


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """What templates/provinces/province.html.jinja is given."""

    template: ClassVar[str] = "provinces/province.html.jinja"

    frame: Frame
    lead: tuple[AgedFact, ...]
    """What is known in numbers, or else who chairs it."""
    names: tuple[tuple[Said, str], ...]
    """Each name with when it was shown."""
    name_note: Said | None
    founded: Said | None
    chair_role: str
    chair_note: str
    chairs: tuple[ChairRow, ...]
    members: NamesView | None
    regional_tables: NamesView | None
    frequency: Said | None
    website: str
    """Its address."""
    website_said: Said | None
    """Who gives the address, with its note."""
    reports: str
    """Whether reports are public; empty where no source speaks of it."""
    reports_said: Said | None
    publications: tuple[DatedView, ...]
    meetings: tuple[MeetingView, ...]
    """Meetings of this table, the newest first."""
    letters: tuple[OutputRow, ...]
    """What the table sent out."""
    gatherings: tuple[DatedView, ...]
    """Gatherings that no source calls a meeting of this table."""
    numbers: tuple[NumbersView, ...]
    """The newest first."""
    targets: tuple[ProvinceTarget, ...]
    remarks: tuple[Said, ...]
    missing: tuple[str, ...]
    """What was not found, as items of one sentence."""
    related: tuple[Link, ...] = field(compare=False)
    """Commitments about this table."""
    body: str


def page(
    register: Register, table: ProvincialTable, neighbours: Neighbours[ProvincialTable], as_of: date
) -> ProvincePage:
    """The page of a table on a day."""
    notes = Footnotes(register)
    groups = newest_first(table, register)
    lead = tuple(opening(table.province, groups, notes, as_of)) or (_known(table, notes),)
    meetings = tuple(_meetings(register, table))
    letters = tuple(row_of(register, output) for output in outputs_in_order(register) if output.table == table.id)
    return ProvincePage(
        lead=lead,
        names=tuple(_named(name, notes) for name in table.names),
        name_note=_statement(table.name_note, notes),
        founded=_statement(table.founded, notes),
        chair_role=table.chair_role,
        chair_note=table.chair_note or "",
        chairs=tuple(_chair_row(register, chair, notes) for chair in table.chairs),
        members=_names_view(table.members, notes),
        regional_tables=_names_view(table.regional_tables, notes),
        frequency=_statement(table.frequency, notes),
        website=table.website.url if table.website else "",
        website_said=notes.said("volgens de bron", table.website, "url") if table.website else None,
        reports=reports_in_words(table) if table.reports else "",
        reports_said=notes.said("", table.reports, "public") if table.reports else None,
        publications=tuple(_dated_view(item, notes) for item in table.publications),
        meetings=meetings,
        letters=letters,
        gatherings=tuple(_dated_view(item, notes) for item in table.gatherings),
        numbers=tuple(numbers_view(group, notes, as_of) for group in groups),
        targets=tuple(_targets(register, table, notes)),
        remarks=tuple(
            notes.said(statement.text, statement, "text", anchor=statement.id) for statement in table.remarks
        ),
        missing=tuple(_missing(table, meetings=bool(meetings), letters=bool(letters))),
        related=_commitments(register, table),
        body=table.body,
        frame=_frame(register, table, neighbours, lead, notes),
    )


def _frame(
    register: Register,
    table: ProvincialTable,
    neighbours: Neighbours[ProvincialTable],
    lead: tuple[AgedFact, ...],
    notes: Footnotes,
) -> Frame:
    return record_frame(
        table,
        notes,
        title=f"Provinciale tafel in {name_of(table.id, register)}",
        description=" ".join(sentence.said.text for sentence in lead),
        above=(link_to_page(urls.PROVINCES),),
        neighbours=links_of(neighbours, lambda other: link_to(other.id, register)),
    )


def reports_in_words(table: ProvincialTable) -> str:
    """Whether reports of this table are public, as far as a source settles it."""
    if table.reports is None:
        return "niet bekend"
    return {True: "ja", False: "nee", None: "niet vastgesteld"}[table.reports.public]


def in_office(chair: Chair) -> bool:
    """Whether a source dates the office of this person; without any date somebody may only have been named for it."""
    return bool(chair.start_date or chair.end_date or chair.as_shown_at)


def term(chair: Chair) -> str:
    """The term of the office, or the moment at which a source shows the holder, and whether they only acted."""
    acting = "; waarnemend" if chair.acting else ""
    if chair.as_shown_at and not (chair.start_date or chair.end_date):
        note = f" ({chair.as_shown_note})" if chair.as_shown_note else ""
        return f"genoemd {'op' if chair.as_shown_at.is_day else 'in'} {chair.as_shown_at.in_words}{note}{acting}"
    return f"{term_in_words(chair.start_date, chair.end_date, chair.end_is)}{acting}"


def last_in_office(table: ProvincialTable) -> Chair | None:
    """The last whom a source shows in the office, not who is only named for it."""
    return next((chair for chair in reversed(table.chairs) if in_office(chair)), None)


def _known(table: ProvincialTable, notes: Footnotes) -> AgedFact:
    """What is known of a table without numbers: who is in the office of its chair, its name, or that office."""
    chair = last_in_office(table)
    if chair:
        text = f"{capitalised(table.chair_role)} in {table.province}: {chair.name} ({term(chair)})."
        return AgedFact(replace(notes.said(text, chair, "name", "start_date", "end_date", "as_shown_at"), note=()))
    if table.names:
        name = table.names[-1]
        return AgedFact(replace(notes.said(f"Een bron noemt deze tafel ‘{name.name}’.", name, "name"), note=()))
    return AgedFact(notes.plain(f"De voorzitter van deze tafel heeft het ambt van {table.chair_role}."))


def _statement(statement: Statement | None, notes: Footnotes) -> Said | None:
    return notes.said(statement.text, statement, "text", anchor=statement.id) if statement else None


def _named(shown: ShownName, notes: Footnotes) -> tuple[Said, str]:
    name = f"{shown.name} ({shown.abbreviation})" if shown.abbreviation else shown.name
    return notes.said(name, shown, "name", "abbreviation"), _shown(shown.as_shown_at)


def _shown(when: PartialDate | None) -> str:
    return when.in_words if when else "de bron noemt geen datum"


def _chair_row(register: Register, chair: Chair, notes: Footnotes) -> ChairRow:
    stated = ("start_date", "end_date", "as_shown_at", *(("acting",) if chair.acting else ()))
    return ChairRow(
        name=_chair_link(register, chair, chair.person) if chair.person else chair.name,
        term=notes.said(term(chair), chair, *stated),
        at_table=notes.plain(NAMED, chair, "named_as_chair") if chair.named_as_chair else None,
    )


def _chair_link(register: Register, chair: Chair, person: str) -> Link:
    """A link to a chair by the name that the source gives."""
    known = [day for day in (chair.start_date or chair.as_shown_at, chair.end_date) if day]
    then = (known[0].earliest, known[-1].latest) if known else None
    title = told_apart(chair.name, register.all(Person)[person], register, chair.name, then)
    return link_to(person, register, title)


def _names_view(shown: ShownNames | None, notes: Footnotes) -> NamesView | None:
    if shown is None:
        return None
    when = f"Zo getoond: {shown.as_shown_at.in_words}." if shown.as_shown_at else "De bron noemt geen datum."
    return NamesView(shown.names, notes.said(when, shown, "names", "as_shown_at"))


def _dated_view(item: DatedItem, notes: Footnotes) -> DatedView:
    when = when_of(item)
    known = item.date or item.date_note or item.not_before or item.not_after
    return DatedView(notes.said(item.what, item, "what", *DATES), when if known else "de bron noemt geen datum")


def _meetings(register: Register, table: ProvincialTable) -> Iterator[MeetingView]:
    for meeting in reversed(of_table(register, table.id)):
        about = meeting.conclusions or meeting.discussed or tuple(item.title for item in meeting.agenda)
        yield MeetingView(
            Link(title_of(meeting, register), urls.page_of(meeting)), marks_of(meeting), meeting.state, _joined(about)
        )


def _joined(items: tuple[str, ...]) -> str:
    """Sentences follow each other; words that are no sentence stand in a list."""
    return (" " if any(item.endswith(".") for item in items) else "; ").join(items)


def _commitments(register: Register, table: ProvincialTable) -> tuple[Link, ...]:
    return tuple(
        link_to(commitment.id, register)
        for commitment in register.all(Commitment).values()
        if commitment.table == table.id
    )


def _missing(table: ProvincialTable, *, meetings: bool, letters: bool) -> Iterator[str]:
    """What was not found of a table."""
    found: tuple[tuple[str, object], ...] = (
        (NO_NAME, table.names or table.name_note),
        ("wanneer zij is opgericht", table.founded),
        ("wie voorzitter was", table.chairs),
        ("haar leden", table.members),
        ("regionale tafels", table.regional_tables),
        ("hoe vaak zij bijeenkomt", table.frequency),
        ("bijeenkomsten", meetings or table.gatherings),
        ("of haar verslagen openbaar zijn", table.reports),
        ("brieven of andere publicaties", letters or table.publications),
        ("een eigen website", table.website),
        ("cijfers over deze provincie", table.figures),
    )
    return (words for words, known in found if not known)


def _targets(register: Register, table: ProvincialTable, notes: Footnotes) -> Iterator[ProvinceTarget]:
    for series in register.all(Series).values():
        for spread in spreads(series):
            for version in spread.versions:
                observation = version.values.get(table.province)
                if observation:
                    yield ProvinceTarget(
                        series=link_to(series.id, register),
                        version=Link(version.label, f"{urls.page_of(series)}#{version.id}"),
                        contradictions=_disputed(register, version.id, table),
                        part=spread.part or "geheel",
                        value=notes.said(f"{amount(observation)} {observation.unit}", observation, "value"),
                        moment=moment(observation),
                    )


def _disputed(register: Register, figures: str, table: ProvincialTable) -> tuple[Link, ...]:
    """Where sources disagree about these figures. What they say of other provinces does not touch this one."""
    tables = register.all(ProvincialTable)
    return contradiction_links(
        register,
        figures,
        only=lambda contradiction: (
            table.id in contradiction.about or not any(touched in tables for touched in contradiction.about)
        ),
    )
