"""How the commitments stood on a day: status, deadline, and whether that had passed, as far as sources say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from itertools import groupby
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import (
    CommitmentOnDay,
    HowSure,
    Standing,
    commitment_on,
    longest_late_first,
    turning_days_of,
    was_decided,
)
from lrt_site.findings.offices import OfficeOnDay, named_by, offices_on
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.pages.commitments.overdue import days_late_in_words, passed_in_words
from lrt_site.pages.commitments.timeline import STATUS, TERM
from lrt_site.pages.shared.common import (
    ALL_DATA,
    CERTAINTY_MARKS,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    Said,
    contradiction_links,
    later,
    linked,
    trail,
)
from lrt_site.pages.shared.days import Days, Holds, days_of, holds_on, on_day
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link

FIXED = ((1, 1), (7, 1))
"""Month and day of the days that have a page every year: the cut-off dates of half-yearly reminders."""
SETTLED_OR_NOT: tuple[HowSure, ...] = ("nee", "misschien", "ja")
"""In the order of a page: what was not settled, that of which it is not known, and what was."""
STATUS_UNKNOWN = "Status niet bekend"
"""What stands above commitments of which it is not known whether they were settled."""
PACKS = (("PDF", "pdf"), ("XLSX", "xlsx"))
"""Title and suffix of each form of a half-year pack."""

Lines = tuple[tuple[str, Said], ...]
"""What is said, each with a word before it."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A commitment as it stood on a day."""

    link: Link
    title: str
    made: str
    contradictions: tuple[Link, ...]
    status: Mark
    status_said: Said | None
    """When the status was decided, or shown; absent where no status is known of that day."""
    statuses: Lines
    """What may have held already."""
    later: Lines = field(compare=False)
    """What came next: a pointer to what the page of the commitment tells with its sources."""
    deadlines: Lines
    """The one that held first."""
    passed: str
    """That the deadline had passed, in a sentence; empty where it had not."""
    days_late: str
    """By how many days, on the very day of the page; empty where that is not sure."""
    responsible: Lines
    """Who was, or may have been, responsible."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A commitment of an office on a day."""

    standing: StandingRow
    unsure: bool
    """Whether no source says that this was the office."""


@dataclass(frozen=True, slots=True)
class OfficeGroup:
    """The commitments of an office that were not settled on a day; or those of which that is not known."""

    title: str
    count: int
    passed: int
    """Of how many the deadline had surely passed."""
    perhaps_passed: int
    rows: tuple[OfficeRow, ...]
    """Those of which the deadline had passed, or may have; the longest ago first."""


@dataclass(frozen=True, slots=True)
class OfficeSection:
    """An office that was, or may have been, responsible on a day."""

    office: Link
    anchor: str
    groups: tuple[OfficeGroup, ...]
    """What was not settled, then that of which it is not known."""
    settled: int
    count: int
    """All its commitments, the settled ones too."""
    packs: tuple[Link, ...]
    """The files with the commitments of this office; only on the fixed days."""


@dataclass(frozen=True, slots=True)
class CommitmentsOnDayPage:
    """What templates/commitments/on_day.html.jinja is given."""

    template: ClassVar[str] = "commitments/on_day.html.jinja"

    frame: Frame
    holds: Holds = field(compare=False)
    """For which days the page holds."""
    running: tuple[StandingRow, ...]
    unknown: tuple[StandingRow, ...]
    """Commitments of which it is not known whether they were settled."""
    settled: tuple[StandingRow, ...]
    perhaps: tuple[StandingRow, ...]
    """Commitments of which it is not known whether they were made by then."""
    not_yet: str = field(compare=False)
    """How many were made later, in a sentence; empty where there are none."""
    offices: tuple[OfficeSection, ...]
    """Every office that was, or may have been, responsible."""
    when: str
    """The day, in words."""


def calendar(register: Register, as_of: date) -> Days:
    """The days on which it changes how a commitment stood, and two fixed days a year from the first one on.

    None lies after the day up to which sources were read: of that nothing can be said yet.
    """
    commitments = register.all(Commitment).values()
    turning = (day for commitment in commitments for day in turning_days_of(commitment))
    return days_of(turning, cutoff_days(register, as_of), _known_until(register, as_of))


def cutoff_days(register: Register, as_of: date) -> tuple[date, ...]:
    """The fixed days of every year, from that of the first commitment to the last of which anything is known."""
    known_until = _known_until(register, as_of)
    first = min(
        (commitment.date.earliest.year for commitment in register.all(Commitment).values()), default=as_of.year + 1
    )
    days = (date(year, *when) for year in range(first, known_until.year + 1) for when in FIXED)
    return tuple(day for day in days if day <= known_until)


def _known_until(register: Register, as_of: date) -> date:
    return min(as_of, register.site.sources_checked_on.latest)


def cutoffs(register: Register, as_of: date) -> tuple[tuple[Link, ...], ...]:
    """Links to the fixed days, those of a year together, the newest first."""
    newest_first = reversed(cutoff_days(register, as_of))
    return tuple(
        tuple(Link(PartialDate.of(day).in_words, urls.commitments_on(day.isoformat())) for day in days)
        for _, days in groupby(newest_first, lambda day: day.year)
    )


def anchor_of(slug: str) -> str:
    """The place of an office on the page of a day. No id of a record has an underscore."""
    return f"ambt_{slug}"


def pages(register: Register, commitments: tuple[Commitment, ...], days: Days) -> Iterator[PageMaker]:
    """One page for every day of the calendar, with the commitments in the order given."""
    for on, neighbours in in_turn(days.listed):
        yield later(urls.commitments_on(on.text), _page, register, commitments, days, on, neighbours)


def _page(
    register: Register,
    commitments: tuple[Commitment, ...],
    days: Days,
    on: PartialDate,
    neighbours: Neighbours[PartialDate],
) -> CommitmentsOnDayPage:
    notes = Footnotes(register)
    previous, following = links_of(neighbours, _link)
    then = {commitment.id: commitment_on(commitment, on.earliest) for commitment in commitments}
    made = [commitment for commitment in commitments if then[commitment.id].made == "ja"]
    perhaps = [commitment for commitment in commitments if then[commitment.id].made == "misschien"]
    running, unknown, settled = (
        [commitment for commitment in made if then[commitment.id].settled == which] for which in SETTLED_OR_NOT
    )
    # In the order of the template, so that the numbers of sources rise as a reader meets them.
    shown = (*running, *unknown, *settled, *perhaps)
    rows = {commitment.id: _row(register, notes, commitment, then[commitment.id], on.earliest) for commitment in shown}
    return CommitmentsOnDayPage(
        holds=holds_on(days, on.earliest),
        running=tuple(rows[commitment.id] for commitment in running),
        unknown=tuple(rows[commitment.id] for commitment in unknown),
        settled=tuple(rows[commitment.id] for commitment in settled),
        perhaps=tuple(rows[commitment.id] for commitment in perhaps),
        not_yet=_not_yet(len(then) - len(made) - len(perhaps)),
        offices=tuple(_section(office, on.earliest, then, rows) for office in offices_on(commitments, on.earliest)),
        when=on.in_words,
        frame=Frame(
            address=urls.commitments_on(on.text),
            title=_link(on).title,
            moment=f"stand van {on.in_words}",
            description=_answer(on, [then[commitment.id] for commitment in made], len(perhaps)),
            trail=trail(link_to_page(urls.COMMITMENTS)),
            references=notes.references(),
            data=(ALL_DATA,),
            previous=previous,
            next=following,
        ),
    )


def _link(on: PartialDate) -> Link:
    return Link(f"Toezeggingen op {on.in_words}", urls.commitments_on(on.text))


def _answer(on: PartialDate, made: list[CommitmentOnDay], perhaps: int) -> str:
    not_sure = f"Van {perhaps} is niet zeker of zij toen al was gedaan." if perhaps else ""
    if not made:
        return f"Op {on.in_words} was er, voor zover bekend, nog geen toezegging gedaan. {not_sure}".strip()
    were = "was" if len(made) == 1 else "waren"
    sentences = [f"Op {on.in_words} {were} er {plural(len(made), 'toezegging', 'toezeggingen')} gedaan."]
    known = Counter(stood.status.sure.status for stood in made if stood.settled != "misschien" and stood.status.sure)
    if known:
        counted = ", ".join(f"{count} {status}" for status, count in sorted(known.items()))
        sentences.append(f"Laatst bekende status: {counted}.")
    if unknown := len(made) - known.total():
        sentences.append(f"Van {unknown} is niet bekend welke status toen gold.")
    passed = Counter(stood.settled for stood in made if stood.passed == "ja")
    if passed["nee"]:
        sentences.append(
            f"Bij {passed['nee']} was de termijn verstreken zonder dat zij was afgehandeld, voor zover bekend."
        )
    if passed["misschien"]:
        sentences.append(f"Bij {passed['misschien']} daarvan was de termijn toen verstreken.")
    return " ".join(filter(None, (*sentences, not_sure)))


def _not_yet(count: int) -> str:
    if not count:
        return ""
    are, stand = ("is", "staat") if count == 1 else ("zijn", "staan")
    return f"{plural(count, 'toezegging', 'toezeggingen')} {are} later gedaan. Die {stand} hier niet."


def _row(
    register: Register, notes: Footnotes, commitment: Commitment, stood: CommitmentOnDay, day: date
) -> StandingRow:
    sure = stood.status.sure
    return StandingRow(
        link=Link(commitment.id, urls.page_of(commitment)),
        title=commitment.title,
        made=f"Gedaan {on_day(commitment.date)} door: {commitment.made_by_role}",
        contradictions=contradiction_links(register, commitment.id),
        status=Mark(sure.status, "status") if sure else CERTAINTY_MARKS["onbekend"],
        status_said=notes.said(_decided(commitment, sure), sure, "decided_on", "decided_by", "as_shown_at")
        if sure
        else None,
        statuses=() if stood.settled == "ja" else tuple(_statuses(notes, commitment, stood.status)),
        later=() if stood.settled == "ja" else tuple(_later(notes, commitment, stood.status)),
        deadlines=() if stood.settled == "ja" else tuple(_deadlines(notes, commitment, stood.deadline)),
        passed=passed_in_words(stood),
        days_late=days_late_in_words(stood, day),
        responsible=tuple(_responsible(register, notes, commitment, stood)),
    )


def _section(
    office: OfficeOnDay, day: date, then: Mapping[str, CommitmentOnDay], rows: Mapping[str, StandingRow]
) -> OfficeSection:
    members = [
        *((commitment.id, False) for commitment in office.sure),
        *((commitment.id, True) for commitment in office.perhaps),
    ]
    members.sort(key=lambda member: longest_late_first(then[member[0]], day))

    def group(title: str, settled: HowSure) -> OfficeGroup:
        found = [(text, unsure) for text, unsure in members if then[text].settled == settled]
        passed = Counter(then[text].passed for text, _ in found)
        late = tuple(OfficeRow(rows[text], unsure) for text, unsure in found if then[text].passed != "nee")
        return OfficeGroup(title, len(found), passed["ja"], passed["misschien"], late)

    return OfficeSection(
        office=Link(office.name, urls.commitments_of_office(office.name)),
        anchor=anchor_of(office.slug),
        groups=(group("Niet afgehandeld", "nee"), group(STATUS_UNKNOWN, "misschien")),
        settled=sum(then[text].settled == "ja" for text, _ in members),
        count=len(members),
        packs=_packs(office, day),
    )


def _packs(office: OfficeOnDay, day: date) -> tuple[Link, ...]:
    if (day.month, day.day) not in FIXED:
        return ()
    return tuple(Link(title, urls.pack_of(day.isoformat(), office.name, suffix)) for title, suffix in PACKS)


def _responsible(
    register: Register, notes: Footnotes, commitment: Commitment, stood: CommitmentOnDay
) -> Iterator[tuple[str, Said]]:
    found = stood.responsible
    if found.sure:
        yield "Verantwoordelijk", notes.rests(linked(found.sure, register), named_by(commitment, found.sure))
    for office in found.perhaps:
        yield "Misschien verantwoordelijk", notes.rests(linked(office, register), named_by(commitment, office))


def _decided(commitment: Commitment, event: StatusEvent) -> str:
    """When a status was decided and by whom, or when it was shown."""
    by = f" door: {event.decided_by}" if event.decided_by else ""
    if event.decided_on:
        return f"besloten {on_day(event.decided_on)}{by}"
    shown = f"volgens een bron {on_day(event.as_shown_at)}" if event.as_shown_at else "volgens een bron zonder datum"
    if not was_decided(commitment, event):
        return f"{shown}; een besluit is niet gevonden"
    return f"{shown}; besloten{by}, de dag is niet bekend" if by else shown


def _statuses(notes: Footnotes, commitment: Commitment, status: Standing[StatusEvent]) -> Iterator[tuple[str, Said]]:
    """The statuses that may have held already."""
    for event in status.perhaps:
        yield "Misschien toen al", notes.said(f"{event.status}, {_decided(commitment, event)}", event, *STATUS)


def _later(notes: Footnotes, commitment: Commitment, status: Standing[StatusEvent]) -> Iterator[tuple[str, Said]]:
    """The first status that came after."""
    for event in status.later[:1]:
        yield "Volgende status", notes.plain(f"{event.status}, {_decided(commitment, event)}")


def _deadlines(
    notes: Footnotes, commitment: Commitment, deadline: Standing[DeadlineEvent]
) -> Iterator[tuple[str, Said]]:
    """The deadline that held, what went before it, and what may have taken its place already."""
    alone = deadline.sure is None and len(deadline.perhaps) == 1
    for event in filter(None, (deadline.sure, *(deadline.perhaps if alone else ()))):
        yield "Termijn", _deadline_said(notes, event)
    if not (deadline.sure or deadline.perhaps):
        yield "Termijn", notes.plain("toen nog niet bepaald" if commitment.deadlines else "niet vermeld")
    for event in () if alone else deadline.perhaps:
        yield "Misschien toen al een andere termijn", _deadline_said(notes, event)
    for event in reversed(deadline.gone):
        yield "Eerdere termijn", _deadline_said(notes, event)


def _deadline_said(notes: Footnotes, event: DeadlineEvent) -> Said:
    by = f" door: {event.granted_by}" if event.granted_by else ""
    if event.set_on:
        return notes.said(f"{event.deadline.in_words}, bepaald {on_day(event.set_on)}{by}", event, *TERM)
    text = f"{event.deadline.in_words}; wanneer deze termijn is bepaald{by}, is niet bekend"
    return notes.said(text, event, *TERM)
