"""A commitment comes before all that follows from it, and its statuses come in order."""

from __future__ import annotations

from collections.abc import Iterator

from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register, Steps
from lrt_site.problems import Fault


def evidence_comes_after_its_commitment(register: Register) -> Iterator[Fault]:
    """A document can only fulfil a commitment that was made before it."""
    for commitment in register.all(Commitment).values():
        for index, evidence in enumerate(commitment.evidence):
            yield from _after(
                commitment, ("evidence", index, "date"), evidence.date, "evidence-too-early", "Dit bewijsstuk is"
            )


def statuses_come_after_their_commitment(register: Register) -> Iterator[Fault]:
    """A status is decided, or shown, after the commitment was made; the newest stands last."""
    for commitment in register.all(Commitment).values():
        newest: PartialDate | None = None
        for index, event in enumerate(commitment.status_events):
            field = "decided_on" if event.decided_on else "as_shown_at"
            moment = event.decided_on or event.as_shown_at
            at = ("status_events", index, field)
            if moment is None:
                if not event.note:
                    message = "Van wanneer is deze status? Vul 'decided_on' of 'as_shown_at' in, of leg uit bij 'note'."
                    yield Fault(commitment.id, at[:-1], "status-without-date", message)
                continue
            too_early = list(_after(commitment, at, moment, "status-too-early", "Deze status is"))
            yield from too_early
            if not too_early and newest and moment.latest < newest.earliest:
                message = (
                    f"Deze status is ouder dan die erboven ({newest.in_words}). Zet de statussen op volgorde: "
                    "de site noemt de onderste als de nieuwste."
                )
                yield Fault(commitment.id, at, "status-order", message)
            newest = moment


def deadlines_come_after_their_commitment(register: Register) -> Iterator[Fault]:
    """A deadline is set, and ends, after the commitment was made."""
    for commitment in register.all(Commitment).values():
        for index, event in enumerate(commitment.deadlines):
            for field, moment in (("deadline", event.deadline), ("set_on", event.set_on)):
                yield from _after(
                    commitment, ("deadlines", index, field), moment, "deadline-too-early", "Deze termijn is"
                )


def _after(commitment: Commitment, at: Steps, moment: PartialDate | None, code: str, subject: str) -> Iterator[Fault]:
    if moment and moment.latest < commitment.date.earliest:
        message = (
            f"{subject} van {moment.in_words}, maar de toezegging is pas van {commitment.date.in_words}. "
            "Verbeter één van beide datums."
        )
        yield Fault(commitment.id, at, code, message)
