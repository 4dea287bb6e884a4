"""New records that are a file of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.people import Composition, Holder, Membership
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, quoted
from lrt_site.writing.fitting import LATER, Answers, Fitting, Made
from lrt_site.writing.new_items import holding
from lrt_site.writing.spelling import begin_of, of_words, scalar

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


def meeting(answers: Answers, fitting: Fitting) -> Made:
    """A meeting, with who may have been there and what was agreed before."""
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
        *([f"label: {LATER}"] if is_second else []),
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
    holders: Sequence[Membership | Holder] = holding(register, day)
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


def commitment(answers: Answers, fitting: Fitting) -> Made:
    """A commitment, as a register describes it."""
    number = answers["number"]
    if fitting.wanted not in (None, number):
        raise LrtSiteError("Het kenmerk van een toezegging is haar nummer in het register.")
    if number.lower() in {identifier.lower() for identifier in fitting.taken}:
        raise LrtSiteError(f"De toezegging {quoted(number)} is er al, of was er eerder. Er is niets geschreven.")
    known = list(fitting.register.all(Commitment).values())
    chamber = answers.get("chamber") or (known[-1].chamber if known else LATER)
    lines = [
        "---",
        f"# Eén toezegging, zoals het register haar beschrijft. Vul in wat nog {LATER} is.",
        f"id: {number}",
        f"chamber: {scalar(chamber)}",
        f"title: {scalar(answers['title'])}",
        f"register_text: {scalar(answers['text'])}",
        f"date: {answers['date']}",
        f"made_by_role: {scalar(answers['role'])}",
        "# Wat was het: een plenaire vergadering of een commissievergadering?",
        f"activity: {LATER}",
        "# Hoe heette het debat?",
        f"debate: {LATER}",
        "# Hoe noemt het register dit: brief, onderzoek, wetgeving?",
        f"category: {LATER}",
        f"table: {scalar(answers.get('table') or fitting.register.table.id)}",
        "# Waarover gaat het volgens het register?",
        f"scope_in_register: {LATER}",
        "# Waar staat het in het verslag van het debat?",
        "passages:",
        f"  - citation: {LATER}",
        "    what: de toezegging",
        f"    source: {answers['source']}",
        f"source: {answers['source']}",
        "---",
        "",
    ]
    return Made(number, fitting.new_file(f"commitments/{number}.md", "\n".join(lines)))


def output(answers: Answers, fitting: Fitting) -> Made:
    """A letter or a decision of the table."""
    begin = begin_of(fitting.register.all(Output), "o")
    identifier = fitting.id(of_words(f"{begin}-{answers['date'][:7]}", answers["form"], most=1))
    lines = [
        "---",
        "# Eén brief of besluit van de tafel, buiten een vergadering. Schrijf alleen op wat de bron zegt.",
        f"id: {identifier}",
        f"table: {scalar(answers.get('table') or fitting.register.table.id)}",
        f"form: {scalar(answers['form'])}",
        f"content: {scalar(answers['says'])}",
        f"date: {answers['date']}",
        f"source: {answers['source']}",
        "---",
        "",
    ]
    return Made(identifier, fitting.new_file(f"outputs/{identifier}.md", "\n".join(lines)))


def provincial_table(answers: Answers, fitting: Fitting) -> Made:
    """The table of a province."""
    identifier = fitting.id(of_words(begin_of(fitting.register.all(ProvincialTable), "prt"), answers["province"]))
    lines = [
        "---",
        "# De tafel van één provincie. Noemt een bron meer? Haal dan de hekjes weg en vul het in. Haal de rest weg.",
        f"id: {identifier}",
        f"province: {scalar(answers['province'])}",
        "names:",
        f"  - name: {scalar(answers['name'])}",
        f"    source: {answers['source']}",
        f"chair_role: {scalar(answers['chair_role'])}",
        "# chairs:",
        "#   - name: Naam van de voorzitter",
        "#     start_date: 2026-01-01",
        f"#     source: {answers['source']}",
        "# website:",
        "#   url: https://www.voorbeeld.nl/tafel",
        f"#   source: {answers['source']}",
        "---",
        "",
    ]
    return Made(identifier, fitting.new_file(f"provinces/{identifier}.md", "\n".join(lines)))


def page(answers: Answers, fitting: Fitting) -> Made:
    """A written page."""
    identifier = fitting.id(of_words("", answers["title"]))
    lines = [
        "---",
        "# Eén pagina. Onder de velden komt de tekst, in gewone woorden.",
        f"id: {scalar(identifier)}",
        *(f"{field}: {scalar(answers[field])}" for field in ("title", "summary")),
        "---",
        "",
        LATER,
        "",
    ]
    return Made(identifier, fitting.new_file(f"pages/{identifier}.md", "\n".join(lines)))
