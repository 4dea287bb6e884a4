"""A new record as text at its place, from the answers of an editor and from what is known already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Holder, Membership, Person, Seat
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, quoted
from lrt_site.writing.placing import with_field, with_item, with_item_above, with_row
from lrt_site.writing.spelling import free, of_figure, of_person, of_source, scalar

Answers = Mapping[str, str]
_LATER = "TODO"
"""What stands for a text that is still to be filled in: a check names each."""
_PARTICIPANTS, _SOURCES = "participants.yml", "sources.yml"

_AGENDA = (
    "# Wat stond er op de agenda? Elk punt heeft een titel. De rest mag weg.",
    "# agenda:",
    "#   - title: Titel van het punt",
    "#     discussed:",
    "#       - Wat er is besproken, zonder te zeggen wie wat vond.",
    "#     conclusions:",
    "#       - Wat de tafel besloot.",
    "#     agreements:",
    "#       - who: wie het doet",
    "#         what: wat er is afgesproken",
    "#         due: 2026-12-31",
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a new record changes: the whole text of each file, by path."""

    id: str
    texts: Mapping[str, str]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a new record has to fit."""

    texts: Mapping[str, str]
    register: Register
    taken: Collection[str]
    """Every id that something has, or had when it was published."""
    wanted: str | None = None
    """The id that the editor wants."""

    def id(self, suggested: str) -> str:
        """The id of a new thing. LrtSiteError where the one that the editor wants is not free."""
        if self.wanted is None:
            return free(suggested, self.taken)
        if self.wanted.lower() in {identifier.lower() for identifier in self.taken}:
            raise LrtSiteError(f"Het kenmerk {quoted(self.wanted)} is al gebruikt. Kies een ander.")
        return self.wanted

    def text(self, path: str) -> str:
        """What a file says now. LrtSiteError where there is none."""
        if path not in self.texts:
            raise LrtSiteError(f"Het bestand '{path}' ontbreekt.")
        return self.texts[path]

    def new_file(self, path: str, text: str) -> Mapping[str, str]:
        """A file that was not there. LrtSiteError where it is."""
        if path in self.texts:
            raise LrtSiteError(f"Het bestand '{path}' bestaat al. Er is niets geschreven.")
        return {path: text}


def made(kind: str, answers: Answers, fitting: Fitting) -> Made:
    """A new record of this kind."""
    return _MAKERS[kind](answers, fitting)


def _meeting(answers: Answers, fitting: Fitting) -> Made:
    table = answers.get("table") or fitting.register.table.id
    identifier = fitting.id(f"m-{answers['date']}")
    earlier = [meeting for meeting in fitting.register.all(Meeting).values() if meeting.table == table]
    last = max(earlier, key=lambda meeting: str(meeting.date or meeting.not_after or ""), default=None)
    name = last.table_name if last else fitting.register.table.name
    is_second = any(str(meeting.date) == answers["date"] for meeting in earlier)
    lines = [
        "---",
        "# Eén vergadering. Een regel die met een hekje begint, leest het programma niet: haal het hekje weg als u hem",
        "# invult, en haal de regel weg als u hem niet nodig hebt. Schrijf alleen op wat de bron zegt.",
        f"id: {identifier}",
        f"table: {scalar(table)}",
        f"table_name: {scalar(name)}",
        f"date: {answers['date']}",
        *([f"label: {_LATER}"] if is_second else []),
        *_seated(fitting.register, PartialDate(answers["date"])),
        *_AGENDA,
        *_agreed(earlier, answers["date"]),
        f"source: {answers['source']}",
        "---",
        "",
    ]
    return Made(identifier, fitting.new_file(f"meetings/{identifier}.md", "\n".join(lines)))


def _seated(register: Register, day: PartialDate) -> Iterator[str]:
    """Who sat at the table on a day, as far as is known, for the editor to choose from."""
    holders: Sequence[Membership | Holder] = [
        membership
        for membership in register.all(Membership).values()
        if (membership.start_date is None or membership.start_date.earliest <= day.latest)
        and (membership.end_date is None or membership.end_date.latest >= day.earliest)
    ]
    if not holders:
        shown = [item for item in register.all(Composition).values() if str(item.as_shown_at) <= str(day)]
        newest = max(shown, key=lambda item: str(item.as_shown_at), default=None)
        holders = newest.holders if newest else ()
    yield "# Wie was er? Hieronder staat wie toen een stoel had, voor zover bekend. Haal het hekje weg"
    yield "# bij wie er volgens de bron was, en haal de anderen weg."
    yield "# attendance:"
    for holder in holders:
        given = [(name, getattr(holder, name)) for name in ("person", "organisation", "seat", "role")]
        told = [f"{name}: {scalar(value)}" for name, value in given if value]
        yield from (f"#   {'- ' if not index else '  '}{line}" for index, line in enumerate(told))


def _agreed(earlier: Sequence[Meeting], day: str) -> Iterator[str]:
    """What earlier meetings agreed that was to be done by then or later."""
    agreed = [
        (meeting, agreement)
        for meeting in sorted(earlier, key=lambda meeting: str(meeting.date or ""))
        for item in meeting.agenda
        for agreement in item.agreements
        if meeting.date and str(meeting.date) < day
    ]
    if agreed:
        yield "# Eerder afgesproken. Zegt de bron er iets over? Schrijf dat dan op. Haal deze regels weg."
    for meeting, agreement in agreed:
        until = f" (uiterlijk {agreement.due.in_words})" if agreement.due else ""
        yield f"#   {meeting.id}: {agreement.who} {' '.join(agreement.what.split())}{until}"


def _commitment(answers: Answers, fitting: Fitting) -> Made:
    number = answers["number"]
    if fitting.wanted not in (None, number):
        raise LrtSiteError("Het kenmerk van een toezegging is haar nummer in het register.")
    if number.lower() in {identifier.lower() for identifier in fitting.taken}:
        raise LrtSiteError(f"De toezegging {quoted(number)} is er al, of was er eerder. Er is niets geschreven.")
    known = list(fitting.register.all(Commitment).values())
    chamber = answers.get("chamber") or (known[-1].chamber if known else _LATER)
    lines = [
        "---",
        f"# Eén toezegging, zoals het register haar beschrijft. Vul in wat nog {_LATER} is.",
        f"id: {number}",
        f"chamber: {scalar(chamber)}",
        f"title: {scalar(answers['title'])}",
        f"register_text: {scalar(answers['text'])}",
        f"date: {answers['date']}",
        f"made_by_role: {scalar(answers['role'])}",
        "# Wat was het: een plenaire vergadering of een commissievergadering?",
        f"activity: {_LATER}",
        "# Hoe heette het debat?",
        f"debate: {_LATER}",
        "# Hoe noemt het register dit: brief, onderzoek, wetgeving?",
        f"category: {_LATER}",
        f"table: {scalar(answers.get('table') or fitting.register.table.id)}",
        "# Waarover gaat het volgens het register?",
        f"scope_in_register: {_LATER}",
        "# Waar staat het in het verslag van het debat?",
        "passages:",
        f"  - citation: {_LATER}",
        "    what: de toezegging",
        f"    source: {answers['source']}",
        f"source: {answers['source']}",
        "---",
        "",
    ]
    return Made(number, fitting.new_file(f"commitments/{number}.md", "\n".join(lines)))


def _person(answers: Answers, fitting: Fitting) -> Made:
    identifier = fitting.id(of_person(answers["name"]))
    entry = [
        f"id: {identifier}",
        f"name: {scalar(answers['name'])}",
        "roles:",
        f"  - role: {scalar(answers['role'])}",
        f"    as_shown_at: {answers['date']}",
        f"    source: {answers['source']}",
    ]
    same = [person.id for person in fitting.register.all(Person).values() if person.name == answers["name"]]
    remarks = tuple(f"Let op: er is al een persoon met deze naam: {other}. Is dat iemand anders?" for other in same)
    return Made(identifier, {_PARTICIPANTS: with_item(fitting.text(_PARTICIPANTS), "persons", entry)}, remarks)


def _organisation(answers: Answers, fitting: Fitting) -> Made:
    identifier = fitting.id(f"org-{of_person(answers['short'].replace(' ', '-')).removeprefix('p-')}")
    entry = [
        f"id: {identifier}",
        *(f"{field}: {scalar(answers[field])}" for field in ("name", "short", "classification", "source")),
    ]
    return Made(identifier, {_PARTICIPANTS: with_item(fitting.text(_PARTICIPANTS), "organisations", entry)})


def former_holders(seat: str, day: str, register: Register) -> tuple[Membership, ...]:
    """Who still holds a seat of one place when somebody else begins: their end has to be known."""
    if (register.all(Seat)[seat].places or 1) > 1:
        return ()
    return tuple(
        membership
        for membership in register.all(Membership).values()
        if membership.seat == seat
        and membership.end_date is None
        and not membership.acting
        and (membership.start_date is None or str(membership.start_date) < day)
    )


def _membership(answers: Answers, fitting: Fitting) -> Made:
    seat, person = answers["seat"], answers["person"]
    identifier = fitting.id(f"lid-{seat.removeprefix('stoel-')}-{person.removeprefix('p-')}")
    held = fitting.register.all(Seat)[seat].organisation
    organisation = answers.get("organisation") or held
    entry = [
        f"id: {identifier}",
        f"seat: {seat}",
        *([f"organisation: {organisation}"] if organisation else []),
        f"person: {person}",
        f"role: {scalar(answers['role'])}",
        f"start_date: {answers['date']}",
        f"source: {answers['source']}",
    ]
    text, remarks = fitting.text(_PARTICIPANTS), []
    for former in former_holders(seat, answers["date"], fitting.register):
        if end := answers.get("former_end"):
            text = with_field(text, former.id, ("start_date",), "end_date", end)
            remarks.append(
                f"Bij {former.id} staat nu het einde: {PartialDate(end).in_words}. Klopt de bron daar ook voor?"
            )
        else:
            remarks.append(f"Schrijf bij {former.id} tot wanneer die persoon er zat: 'end_date'.")
    return Made(identifier, {_PARTICIPANTS: with_item(text, "memberships", entry)}, tuple(remarks))


def _figure(answers: Answers, fitting: Fitting) -> Made:
    series = fitting.register.all(Series)[answers["series"]]
    path = f"figures/{series.id}.csv"
    last: Observation | None = series.observations[-1] if series.observations else None
    unit = answers.get("unit") or (last.unit if last else "")
    if not unit:
        raise LrtSiteError("Noem met '--unit' wat er is geteld: deze reeks heeft nog geen waarde.")
    identifier = fitting.id(of_figure(series.id, last.id if last else "", answers["time"]))
    column = "date" if len(answers["time"]) == len("2026-03-01") else "period"
    cells = {
        "id": identifier,
        column: answers["time"],
        "value": answers["value"],
        "unit": unit,
        "source": answers["source"],
        **{field: answers[field] for field in ("part", "area", "status") if answers.get(field)},
    }
    text = fitting.texts.get(path) or f"{','.join(cells)}\n"
    return Made(identifier, {path: with_row(text, cells)})


def _evidence(answers: Answers, fitting: Fitting) -> Made:
    number = answers["commitment"]
    identifier = fitting.id(f"{number}-{of_person(answers['form'].replace(' ', '-')).removeprefix('p-')}")
    entry = [
        f"id: {identifier}",
        *(f"{field}: {scalar(answers[field])}" for field in ("form", "document", "date")),
        f"content: {scalar(answers['says'])}",
        f"scope: {scalar(answers['scope'])}",
        f"source: {answers['source']}",
    ]
    path = f"commitments/{number}.md"
    return Made(identifier, {path: with_item_above(fitting.text(path), "evidence", entry)})


def _source(answers: Answers, fitting: Fitting) -> Made:
    told = [answers.get(field, "") for field in ("title", "publisher", "date", "citation")]
    identifier = fitting.id(of_source(*told))
    given = ("title", "publisher", "kind", "date", "url", "citation")
    entry = [f"id: {identifier}", *(f"{field}: {scalar(answers[field])}" for field in given if answers.get(field))]
    return Made(identifier, {_SOURCES: with_item(fitting.text(_SOURCES), "sources", entry)})


_MAKERS: Mapping[str, Callable[[Answers, Fitting], Made]] = {
    "meeting": _meeting,
    "commitment": _commitment,
    "person": _person,
    "organisation": _organisation,
    "membership": _membership,
    "figure": _figure,
    "evidence": _evidence,
    "source": _source,
}
