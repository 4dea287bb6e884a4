"""The commitments in a half-year pack: how each stood at the cut-off date, its papers, and what became different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date

from lrt_site import urls
from lrt_site.export.reminder.words import overdue_said
from lrt_site.findings.certainty import CommitmentOnDay, HowSure, days_late, perhaps_by, surely_by
from lrt_site.findings.certainty.commitments import SETTLED
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, Coverage, DeadlineEvent, Evidence, StatusEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.dates import at as said_on
from lrt_site.model.facts import Backing, Fact, backing
from lrt_site.model.publications import Version
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.model.sources import Source
from lrt_site.pages.commitments.timeline import STATUS, TERM, status_in_words
from lrt_site.pages.shared.common import NO_BACKING, Footnotes, marks_of
from lrt_site.pages.shared.days import on_day
from lrt_site.wording.text import from_its_start

UNKNOWN = "niet bekend"
NO_STATUS = "Geen bron met een eerdere datum toont een status."
DOCUMENT = ("document", "form", "date")
"""The fields that say which document a paper is."""


@dataclass(frozen=True, slots=True)
class RecordLinks:
    """Where the records of a pack stand for good, and by which versions they are proven."""

    register: Register
    known: Mapping[str, Version]
    """Empty in a preview."""

    def is_ahead(self, day: date) -> bool:
        """Whether a day lies after the one up to which sources were read."""
        return day > self.register.site.sources_checked_on.latest

    def place(self, record: Record) -> str:
        """The page that says exactly this, on the web."""
        version = self.known.get(record.id)
        if version:
            address = urls.version_of(kind_of(record), record.id, version.number)
        else:
            address = urls.place_of(record, self.register)
        return urls.on_the_web(self.register.site.address, address)


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that sources say."""

    text: str
    sources: Backing


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a paper covers one element of the promise."""

    element: str
    aspect: str
    extent: str
    place: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class PaperSources:
    """What the words about a paper rest on."""

    document: Backing
    """Which document it is: its form and date too."""
    content: Backing
    scope: Backing
    covered: Backing


@dataclass(frozen=True, slots=True)
class Paper:
    """A document offered, or found, as fulfilment."""

    document: str
    form: str
    date: PartialDate
    content: str
    scope: str
    remark: str
    covered: tuple[Covered, ...]
    fresh: bool
    """Whether it is newer than the cut-off date before."""
    address: str = field(compare=False)
    """Where the site shows it for good, on the web."""
    url: str | None
    """Where the document itself is on the web."""
    sources: PaperSources


@dataclass(frozen=True, slots=True)
class RowSources:
    """What the words of the register about a commitment rest on."""

    title: Backing
    register_text: Backing
    committees: Backing
    made: Backing
    """When it was made, and by whom."""
    scope: Backing


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment that was not settled at the cut-off date, or of which that is not known."""

    id: str
    title: str
    chamber: str
    register_text: str
    scope: str
    made: PartialDate
    made_by: str
    committees: tuple[str, ...]
    settled: HowSure
    """Whether it was; `misschien` where its status is not known."""
    status: str
    """The last known one."""
    status_said: Noted
    decided_on: PartialDate | None
    decided_by: str | None
    shown_at: PartialDate | None
    deadline: PartialDate | None
    """The deadline that held; absent where none is known."""
    first_deadline: PartialDate | None
    terms: tuple[Noted, ...]
    """Every deadline known by then: which, when it was set and by whom, and whether it held."""
    overdue: HowSure
    overdue_days: int | None
    """Days past the deadline; past the last day it can be, where the source gives a month or a year."""
    overdue_said: str
    remarks: tuple[Noted, ...]
    papers: tuple[Paper, ...]
    place: str = field(compare=False)
    version: int | None = field(compare=False)
    """The number of its version, which proves what is said and is no part of it; absent in a preview."""
    hash: str | None = field(compare=False)
    sources: RowSources


@dataclass(frozen=True, slots=True)
class PackDifference:
    """What is different since the cut-off date before."""

    id: str
    title: str
    what: str
    then: str
    now: str
    sources: Backing


def row_of(
    commitment: Commitment, stood: CommitmentOnDay, site: RecordLinks, notes: Footnotes, on: date, before: date
) -> Row:
    """A commitment as it stood at the cut-off date."""
    sure = stood.status.sure
    terms = tuple(_terms(stood, notes))
    version = site.known.get(commitment.id)
    ahead = site.is_ahead(on)
    return Row(
        id=commitment.id,
        title=commitment.title,
        chamber=commitment.chamber,
        register_text=from_its_start(commitment.register_text),
        scope=commitment.scope_in_register,
        made=commitment.date,
        made_by=commitment.made_by_role,
        committees=commitment.committees,
        settled=stood.settled,
        status=sure.status if sure else UNKNOWN,
        status_said=_status_said(sure, notes) if sure else Noted(NO_STATUS, NO_BACKING),
        decided_on=sure.decided_on if sure else None,
        decided_by=sure.decided_by if sure else None,
        shown_at=sure.as_shown_at if sure else None,
        deadline=stood.in_force,
        first_deadline=commitment.deadlines[0].deadline if terms else None,
        terms=terms,
        overdue=stood.passed,
        overdue_days=days_late(stood, on),
        overdue_said=overdue_said(stood, PartialDate.of(on), ahead=ahead),
        remarks=tuple(_remarks(commitment, stood, notes, ahead=ahead)),
        papers=tuple(_papers(commitment, site, notes, on, before)),
        place=site.place(commitment),
        version=version.number if version else None,
        hash=version.change.hash if version else None,
        sources=_row_sources(commitment, notes),
    )


def differences(
    commitment: Commitment,
    then: CommitmentOnDay,
    now: CommitmentOnDay,
    site: RecordLinks,
    notes: Footnotes,
    *,
    before: date,
    on: date,
) -> Iterator[PackDifference]:
    """What became different of a commitment between two cut-off dates, as far as sources date it."""
    if now.made != then.made and now.made == "ja":
        said = f"gedaan {on_day(commitment.date)}"
        yield PackDifference(
            commitment.id, commitment.title, "nieuw", "niet gedaan", said, notes.backing(commitment, "date")
        )
    made = then.made == "ja"
    yield from _status_difference(commitment, then, now, notes, before)
    yield from _deadline_difference(commitment, then, now, notes, made)
    yield from _passing(commitment, then, now, site, notes, before=before, on=on)
    offices = then.responsible.sure or "", now.responsible.sure or ""
    if made and all(offices) and urls.slug_of(offices[0]) != urls.slug_of(offices[1]):
        naming = (backing(each, "responsible") for each in commitment.status_events if each.responsible == offices[1])
        yield PackDifference(
            commitment.id, commitment.title, "ander ambt verantwoordelijk", *offices, notes.each(*naming)
        )
    for each in commitment.evidence:
        if perhaps_by(each.date, on) and not perhaps_by(each.date, before):
            said = f"{each.form} van {each.date.in_words}: {each.document}"
            yield PackDifference(
                commitment.id, commitment.title, "stuk erbij", "", said, notes.backing(each, *DOCUMENT)
            )


def _status_difference(
    commitment: Commitment, then: CommitmentOnDay, now: CommitmentOnDay, notes: Footnotes, before: date
) -> Iterator[PackDifference]:
    old, new = then.status.sure, now.status.sure
    if new is None or new == old or not (then.made == "ja" or new.status in SETTLED):
        return
    what = "andere status" if old else "status bekend"
    decided_since = new.decided_on is not None and new.decided_on.earliest > before
    if now.settled == "ja" and (then.settled == "nee" or (then.settled == "misschien" and decided_since)):
        what = "afgehandeld"
    if old and old.status == new.status:
        if new.decided_on is None:
            return  # shown once more, and nothing decided
        what = "status opnieuw besloten"
    then_said = _status_in_words(old) if old else UNKNOWN
    yield PackDifference(
        commitment.id, commitment.title, what, then_said, _status_with_who(new), notes.backing(new, *STATUS)
    )


def _deadline_difference(
    commitment: Commitment, then: CommitmentOnDay, now: CommitmentOnDay, notes: Footnotes, made: bool
) -> Iterator[PackDifference]:
    old, new = then.deadline.sure, now.deadline.sure
    if made and new and new != old:
        moved = "termijn verplaatst" if old and old.deadline != new.deadline else "termijn bepaald"
        said = f"{new.deadline.in_words}{_set(new)}"
        known = old.deadline.in_words if old else UNKNOWN
        yield PackDifference(commitment.id, commitment.title, moved, known, said, notes.backing(new, *TERM))


def _passing(
    commitment: Commitment,
    then: CommitmentOnDay,
    now: CommitmentOnDay,
    site: RecordLinks,
    notes: Footnotes,
    *,
    before: date,
    on: date,
) -> Iterator[PackDifference]:
    """That a deadline passed between two days of a commitment that had been made by the first of them."""
    deadline = now.in_force
    if then.made == "ja" and deadline and now.passed == "ja" and then.passed != "ja":
        found = notes.each(
            *(backing(event, "deadline") for event in commitment.deadlines if event.deadline == deadline)
        )
        ran = then.in_force is not None and then.in_force.latest >= before
        known = f"de termijn {'loopt dan' if site.is_ahead(before) else 'liep'} nog" if ran else ""
        said = f"de termijn van {deadline.in_words} {'zal voorbij zijn' if site.is_ahead(on) else 'was voorbij'}"
        yield PackDifference(commitment.id, commitment.title, "termijn verstreken", known, said, found)


def _row_sources(commitment: Commitment, notes: Footnotes) -> RowSources:
    return RowSources(
        title=notes.backing(commitment, "title"),
        register_text=notes.backing(commitment, "register_text"),
        committees=notes.backing(commitment, "committees"),
        made=notes.backing(commitment, "date", "made_by_role"),
        scope=notes.backing(commitment, "scope_in_register"),
    )


def _marked(text: str, fact: Fact) -> str:
    """A text with what a reader must know of the fact behind it."""
    marks = [mark.word for mark in marks_of(fact)]
    return " ".join(filter(None, (text, f"({', '.join(marks)})" if marks else "", fact.note)))


def _status_said(event: StatusEvent, notes: Footnotes) -> Noted:
    return Noted(_marked(f"{_status_with_who(event)}.", event), notes.backing(event, *STATUS))


def _status_in_words(event: StatusEvent) -> str:
    """A status with its moment, in the words of the packs that were kept before: these stay byte for byte."""
    if event.as_shown_at and not event.decided_on:
        return f"{event.status}, zo getoond {said_on(event.as_shown_at)}"
    return status_in_words(event)


def _status_with_who(event: StatusEvent) -> str:
    decided = "" if event.decided_on else ", besloten"
    return _status_in_words(event) + (f"{decided} door: {event.decided_by}" if event.decided_by else "")


def _set(event: DeadlineEvent) -> str:
    by = f" door: {event.granted_by}" if event.granted_by else ""
    return f", bepaald {on_day(event.set_on)}{by}" if event.set_on else by and f", bepaald{by}"


def _terms(stood: CommitmentOnDay, notes: Footnotes) -> Iterator[Noted]:
    known = stood.deadline
    alone = known.sure is None and len(known.perhaps) == 1
    groups = (
        (" (later vervangen)", known.gone),
        ("", (known.sure,) if known.sure else ()),
        ("" if alone else " (misschien)", known.perhaps),
    )
    for standing, events in groups:
        for event in events:
            when = "" if event.set_on else "; wanneer deze termijn is bepaald, is niet bekend"
            said = f"{event.deadline.in_words}{_set(event)}{when}{standing}"
            yield Noted(_marked(said, event), notes.backing(event, *TERM))


def _remarks(commitment: Commitment, stood: CommitmentOnDay, notes: Footnotes, *, ahead: bool) -> Iterator[Noted]:
    """What is not sure of that day, and where sources disagree."""
    if stood.made == "misschien":
        made = "dan al is gedaan" if ahead else "toen al was gedaan"
        yield Noted(f"Niet zeker is of de toezegging {made}.", notes.backing(commitment, "date"))
    if stood.responsible.perhaps:
        named = " of ".join(filter(None, (stood.responsible.sure, *stood.responsible.perhaps)))
        office = "dan verantwoordelijk is" if ahead else "toen verantwoordelijk was"
        yield Noted(f"Welk ambt {office}, is niet zeker. Misschien: {named}.", NO_BACKING)
    for event in stood.status.perhaps:
        perhaps = f"Misschien {'dan' if ahead else 'toen'} al: {_status_with_who(event)}."
        yield Noted(_marked(perhaps, event), notes.backing(event, *STATUS))
    for contradiction in notes.contradictions(commitment):
        yield Noted(f"Bronnen spreken elkaar tegen: {contradiction.text}", contradiction.backing)


def _papers(commitment: Commitment, site: RecordLinks, notes: Footnotes, on: date, before: date) -> Iterator[Paper]:
    aspects = {element.id: (element.text, element.aspect) for element in commitment.elements}
    for each in commitment.evidence:
        if perhaps_by(each.date, on):
            unsure = "" if surely_by(each.date, on) else "De dag van dit stuk is niet bekend, misschien is het later."
            yield Paper(
                document=each.document,
                form=each.form,
                date=each.date,
                content=each.content,
                scope=each.scope,
                remark=_marked(unsure, each),
                covered=tuple(_covered(cover, aspects) for cover in each.covers),
                fresh=not perhaps_by(each.date, before),
                address=f"{site.place(commitment)}#{each.id}",
                url=_url(each, site.register),
                sources=PaperSources(
                    document=notes.backing(each, *DOCUMENT),
                    content=notes.backing(each, "content"),
                    scope=notes.backing(each, "scope"),
                    covered=notes.backing(each, "covers"),
                ),
            )


def _covered(cover: Coverage, aspects: Mapping[str, tuple[str, str]]) -> Covered:
    text, aspect = aspects.get(cover.element, (cover.element, ""))
    return Covered(text, aspect, cover.extent, cover.place, cover.note)


def _url(evidence: Evidence, register: Register) -> str | None:
    source = register.all(Source)[evidence.source]
    return source.url if source.found else None
