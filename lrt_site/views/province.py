"""The page of one provincial table: names, chairs over time, what it publishes, and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.people import Person
from lrt_site.model.provinces import Chair, DatedItem, LabelledValue, ProvincialFigures, ProvincialTable, ShownNames
from lrt_site.model.register import Register
from lrt_site.views.common import (
    DATES,
    Footnotes,
    Frame,
    Link,
    Said,
    contradiction_links,
    data_links,
    in_words,
    link_to,
    name_of,
    number,
    term_in_words,
    trail,
)
from lrt_site.views.meetings import place_in_time, title_of
from lrt_site.views.naming import told_apart
from lrt_site.views.observed import amount, moment, spreads
from lrt_site.views.page_names import link_to_page

NO_NAME = "Geen bron gevonden die deze tafel bij naam noemt."
NAMED = "door een bron als voorzitter genoemd"
NOT_NAMED = "geen bron noemt deze persoon als voorzitter van de tafel"


@dataclass(frozen=True, slots=True)
class ChairRow:
    """A chair, with the dates of the office."""

    name: Link | str
    term: Said
    at_table: Said
    """Whether a source names this person as chair of the table."""


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
class NumbersView:
    """Numbers that one source gives together, as a small table."""

    title: str
    source: Said
    """The word for it, with its numbers, marks and note."""
    unit: str
    when: str
    values: tuple[tuple[str, Said, str], ...]
    """What it is, how much, and the date that it is about."""
    dated: bool
    """Whether any of the numbers has a date of its own."""


@dataclass(frozen=True, slots=True)
class TargetRow:
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
    """What templates/pages/province.html.jinja is given."""

    template: ClassVar[str] = "pages/province.html.jinja"

    frame: Frame
    lead: str
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
    website: Link | None
    website_said: Said | None
    """Who gives the address, with its note."""
    reports: str
    reports_said: Said | None
    publications: tuple[DatedView, ...]
    gatherings: tuple[DatedView, ...]
    numbers: tuple[NumbersView, ...]
    targets: tuple[TargetRow, ...]
    remarks: tuple[Said, ...]
    related: tuple[Link, ...] = field(compare=False)
    """Meetings, outputs and commitments of this table."""
    body: str


def page(
    register: Register, table: ProvincialTable, before: ProvincialTable | None, after: ProvincialTable | None
) -> ProvincePage:
    """The page of a table, between those of the provinces before and after it."""
    notes = Footnotes(register)
    reports = table.reports
    return ProvincePage(
        lead=_lead(table),
        names=tuple(
            (notes.said(_name(one.name, one.abbreviation), one, "name", "abbreviation"), _shown(one.as_shown_at))
            for one in table.names
        ),
        name_note=notes.said(table.name_note.text, table.name_note, "text", anchor=table.name_note.id)
        if table.name_note
        else None,
        founded=notes.said(table.founded.text, table.founded, "text", anchor=table.founded.id)
        if table.founded
        else None,
        chair_role=table.chair_role,
        chair_note=table.chair_note or "",
        chairs=tuple(_chair_row(register, one, notes) for one in table.chairs),
        members=_names_view(table.members, notes),
        regional_tables=_names_view(table.regional_tables, notes),
        frequency=notes.said(table.frequency.text, table.frequency, "text", anchor=table.frequency.id)
        if table.frequency
        else None,
        website=Link(table.website.url, table.website.url) if table.website else None,
        website_said=notes.said("volgens de bron", table.website, "url") if table.website else None,
        reports=reports_in_words(table),
        reports_said=notes.said("", reports, "public") if reports else None,
        publications=tuple(_dated_view(one, notes) for one in table.publications),
        gatherings=tuple(_dated_view(one, notes) for one in table.gatherings),
        numbers=tuple(_numbers_view(one, notes) for one in table.figures),
        targets=tuple(_targets(register, table, notes)),
        remarks=tuple(notes.said(one.text, one, "text", anchor=one.id) for one in table.remarks),
        related=_related(register, table),
        body=table.body,
        frame=_frame(register, table, before, after, notes),
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
    return f"{term_in_words(chair.start_date, chair.end_date)}{acting}"


def value_in_words(value: LabelledValue) -> str:
    """The number with the source's own word for how exact it is."""
    return f"{value.qualifier or ''} {number(value.value)}".strip()


def _frame(
    register: Register,
    table: ProvincialTable,
    before: ProvincialTable | None,
    after: ProvincialTable | None,
    notes: Footnotes,
) -> Frame:
    return Frame(
        address=urls.page_of(table),
        title=f"Provinciale tafel in {name_of(table.id, register)}",
        description=f"De provinciale tafel in {table.province}. {_lead(table)}",
        trail=trail(link_to_page(urls.PROVINCES)),
        contradictions=notes.contradictions(table),
        references=notes.references(),
        data=data_links(table),
        previous=link_to(before.id, register) if before else None,
        next=link_to(after.id, register) if after else None,
        record=table.id,
    )


def _lead(table: ProvincialTable) -> str:
    """Its name and whether its reports are public, in two sentences."""
    name = f"Een bron noemt deze tafel ‘{table.names[-1].name}’." if table.names else NO_NAME
    reports = {
        "ja": "Volgens een bron zijn de verslagen openbaar.",
        "nee": "Volgens een bron zijn de verslagen niet openbaar.",
        "niet vastgesteld": "Of de verslagen openbaar zijn, is niet vastgesteld.",
        "niet bekend": "Geen bron gevonden die zegt of de verslagen openbaar zijn.",
    }[reports_in_words(table)]
    return f"{name} {reports}"


def _name(name: str, abbreviation: str | None) -> str:
    return f"{name} ({abbreviation})" if abbreviation else name


def _shown(when: PartialDate | None) -> str:
    return when.in_words if when else "de bron noemt geen datum"


def _chair_row(register: Register, chair: Chair, notes: Footnotes) -> ChairRow:
    stated = ("start_date", "end_date", "as_shown_at", *(("acting",) if chair.acting else ()))
    return ChairRow(
        name=_chair_link(register, chair, chair.person) if chair.person else chair.name,
        term=notes.said(term(chair), chair, *stated),
        at_table=notes.plain(NAMED, chair, "named_as_chair") if chair.named_as_chair else notes.plain(NOT_NAMED),
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
    when = in_words(item.date, item.date_note, item.not_before, item.not_after)
    known = item.date or item.date_note or item.not_before or item.not_after
    return DatedView(notes.said(item.what, item, "what", *DATES), when if known else "de bron noemt geen datum")


def _numbers_view(group: ProvincialFigures, notes: Footnotes) -> NumbersView:
    return NumbersView(
        title=group.title,
        source=notes.said("Bron", group, "values"),
        unit=group.unit,
        when=in_words(group.date, group.date_note) if group.date or group.date_note else "",
        values=tuple(
            (
                one.label,
                notes.plain(value_in_words(one), one, "value"),
                one.date.in_words if one.date else "niet vermeld",
            )
            for one in group.values
        ),
        dated=any(one.date for one in group.values),
    )


def _targets(register: Register, table: ProvincialTable, notes: Footnotes) -> Iterator[TargetRow]:
    for series in register.all(Series).values():
        for spread in spreads(series):
            for version in spread.versions:
                one = version.values.get(table.province)
                if one:
                    yield TargetRow(
                        series=link_to(series.id, register),
                        version=Link(version.label, f"{urls.page_of(series)}#{version.id}"),
                        contradictions=_disputed(register, version.id, table),
                        part=spread.part or "geheel",
                        value=notes.said(f"{amount(one)} {one.unit}", one, "value"),
                        moment=moment(one),
                    )


def _disputed(register: Register, figures: str, table: ProvincialTable) -> tuple[Link, ...]:
    """Where sources disagree about these figures. What they say of other provinces does not touch this one."""
    tables = register.all(ProvincialTable)
    return contradiction_links(
        register,
        figures,
        only=lambda one: table.id in one.about or not any(touched in tables for touched in one.about),
    )


def _related(register: Register, table: ProvincialTable) -> tuple[Link, ...]:
    meetings = sorted(
        (one for one in register.all(Meeting).values() if one.table == table.id),
        key=place_in_time,
    )
    others: Iterable[Output | Commitment] = (*register.all(Output).values(), *register.all(Commitment).values())
    return (
        *(link_to(one.id, register, title_of(one, register)) for one in meetings),
        *(link_to(one.id, register) for one in others if one.table == table.id),
    )
