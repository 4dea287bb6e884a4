"""A new record as text at its place, from the answers of an editor and from what is known already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lrt_site.model import kinds
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.people import Membership, Person, Seat
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.problems import LrtSiteError
from lrt_site.writing import new_files, new_items
from lrt_site.writing.fitting import Answers, Fitting, Made
from lrt_site.writing.placing import with_field, with_item, with_item_above, with_row
from lrt_site.writing.spelling import of_figure, of_person, of_source, scalar

_PARTICIPANTS, _SOURCES = "participants.yml", "sources.yml"


def made(kind: str, answers: Answers, fitting: Fitting) -> Made:
    """A new record of this kind."""
    if maker := _MAKERS.get(kind):
        return maker(answers, fitting)
    return new_items.item(kinds.BY_NAME[kind], answers, fitting)


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
    others = [source for source in fitting.register.all(Source).values() if source.publisher == answers["publisher"]]
    same = [source.id for source in others if source.kind == answers["kind"]]
    alike = same or [source.id for source in others]
    told = answers["title"], answers["publisher"], answers.get("date", ""), answers.get("citation", "")
    identifier = fitting.id(of_source(*told, alike))
    given = ("title", "publisher", "kind", "date", "url", "citation")
    entry = [f"id: {identifier}", *(f"{field}: {scalar(answers[field])}" for field in given if answers.get(field))]
    return Made(identifier, {_SOURCES: with_item(fitting.text(_SOURCES), "sources", entry)})


_MAKERS: Mapping[str, Callable[[Answers, Fitting], Made]] = {
    "meeting": new_files.meeting,
    "commitment": new_files.commitment,
    "output": new_files.output,
    "provincial-table": new_files.provincial_table,
    "page": new_files.page,
    "person": _person,
    "organisation": _organisation,
    "membership": _membership,
    "figure": _figure,
    "evidence": _evidence,
    "source": _source,
}
"""How a record of a kind is made; the others are items of a list with a field for each answer."""
