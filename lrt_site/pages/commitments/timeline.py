"""What happened to a commitment, in order of time, and the days between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lrt_site.findings.certainty import was_decided
from lrt_site.model.commitments import Commitment, DeadlineEvent, Evidence, StatusEvent
from lrt_site.model.dates import PartialDate, at
from lrt_site.model.facts import backed_together, backing
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.pages.shared.table import FilledTable, filled
from lrt_site.wording.plural import in_days
from lrt_site.wording.runs import Run
from lrt_site.wording.text import capitalised

RUNNING = ("openstaand", "deels voldaan")
"""Statuses under which a deadline still asks for something."""


def moments_of(commitment: Commitment, notes: Footnotes) -> tuple[FilledTable, tuple[Said, ...]]:
    """Everything with a time, in order of time; and apart what no source dates, in the order of the record."""
    told = [
        (
            commitment.date,
            notes.plain(f"Toezegging gedaan door: {commitment.made_by_role}", commitment, "date", "made_by_role"),
        ),
        *(each for event in commitment.deadlines for each in _deadline(event, notes)),
        *(_evidence(each, notes) for each in commitment.evidence),
        *(_status(commitment, event, notes) for event in commitment.status_events),
    ]
    dated = sorted(
        ((when, said) for when, said in told if when), key=lambda moment: (moment[0].earliest, moment[0].latest)
    )
    return (
        filled(
            "Toezegging, termijnen, stukken en statussen",
            ("Wanneer", "Wat"),
            ((when.in_words, said) for when, said in dated),
        ),
        tuple(said for when, said in told if when is None),
    )


def days_apart(first: PartialDate, last: PartialDate) -> int | None:
    """Days from one day to another; nothing to count where a source gives no day."""
    if not (first.is_day and last.is_day):
        return None
    return (last.earliest - first.earliest).days


def overdue_in_words(commitment: Commitment, as_of: date) -> str:
    """Arithmetic on the newest deadline of a promise not known to be closed; empty when there is nothing to count."""
    closed = commitment.status is not None and commitment.status.status not in RUNNING
    if closed or not commitment.deadlines:
        return ""
    deadline = commitment.deadlines[-1].deadline
    today = PartialDate.of(as_of)
    days = days_apart(deadline, today)
    if days is None or days <= 0:
        return ""
    verb = "is het" if days == 1 else "zijn het"
    return f"Van de termijn van {deadline.in_words} tot {today.in_words} {verb} {in_days(days)}."


def counted_days(commitment: Commitment, evidence: Evidence, notes: Footnotes) -> tuple[Said, ...]:
    """Days from the promise, and to or from each deadline, to a document. Numbers only."""
    made, sent = days_apart(commitment.date, evidence.date), backing(evidence, "date")
    told = []
    if made is not None:
        sentence = f"{in_days(made)} na de toezegging van {commitment.date.in_words}"
        told.append(notes.rests((Run(sentence),), backed_together(sent, backing(commitment, "date"))))
    for event in commitment.deadlines:
        deadline = f"de termijn van {event.deadline.in_words}"
        days = days_apart(event.deadline, evidence.date)
        if days is None:
            sentence = f"dagen tot {deadline}: niet te tellen, want van een van beide is de dag niet bekend"
        elif days == 0:
            sentence = f"op de dag van {deadline}"
        else:
            sentence = f"{in_days(abs(days))} {'na' if days > 0 else 'vóór'} {deadline}"
        told.append(notes.rests((Run(sentence),), backed_together(sent, backing(event, "deadline"))))
    return tuple(told)


STATUS = ("status", "decided_on", "decided_by", "as_shown_at")
"""The fields that say what status a commitment had, and when."""
TERM = ("deadline", "set_on", "granted_by")
"""The fields that say what its deadline was, and who set it when."""


def document_title(evidence: Evidence) -> str:
    """A document by its form and date: `Brief van 20 december 2021`."""
    return f"{capitalised(evidence.form)} van {evidence.date.in_words}"


def status_in_words(event: StatusEvent | None) -> str:
    """A status with its moment: decided, or shown, or without a date."""
    return f"{event.status}, {status_when(event)}" if event else "niet bekend"


def status_said(commitment: Commitment, text: str, notes: Footnotes, *, about: str | None = None) -> Said:
    """What there is to say about the newest status, by its source."""
    return notes.said(text, commitment.status, *STATUS, about=about) if commitment.status else notes.plain(text)


def status_when(event: StatusEvent) -> str:
    """When a status was decided, or else shown."""
    if event.decided_on:
        return f"besloten {at(event.decided_on)}"
    return f"stand van {event.as_shown_at.in_words}" if event.as_shown_at else "moment niet bekend"


def _deadline(event: DeadlineEvent, notes: Footnotes) -> Iterator[tuple[PartialDate, Said]]:
    by = f" door: {event.granted_by}" if event.granted_by else ""
    deadline = event.deadline.in_words
    if event.set_on:
        yield event.set_on, notes.said(f"Termijn van {deadline} bepaald{by}", event, *TERM)
        yield event.deadline, notes.said(f"Termijn, bepaald {at(event.set_on)}", event, "deadline", "set_on")
    else:
        text = f"Termijn{f', bepaald{by}' if by else ''}. Wanneer zij is bepaald, is niet bekend."
        yield event.deadline, notes.said(text, event, *TERM)


def _evidence(evidence: Evidence, notes: Footnotes) -> tuple[PartialDate, Said]:
    form = capitalised(evidence.form)
    return evidence.date, notes.said(f"{form}: {evidence.document}", evidence, "form", "document", "date")


def _status(commitment: Commitment, event: StatusEvent, notes: Footnotes) -> tuple[PartialDate | None, Said]:
    by = f" door: {event.decided_by}" if event.decided_by else ""
    if event.decided_on:
        return event.decided_on, notes.said(f"Status {event.status}, besloten{by}", event, *STATUS)
    decision = f" Besloten{by}. De dag is niet bekend." if by else ""
    if not was_decided(commitment, event):
        decision = " Een besluit is niet gevonden."
    return event.as_shown_at, notes.said(f"Een bron noemt de status {event.status}.{decision}", event, *STATUS)
