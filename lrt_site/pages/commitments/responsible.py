"""Which offices were responsible for a commitment, through changes of cabinet, as sources show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, StatusEvent
from lrt_site.model.dates import at
from lrt_site.model.facts import backed_together, backing
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.urls import commitments_of_office, slug_of
from lrt_site.wording.runs import Run


@dataclass(slots=True)
class _Held:
    """An office, with the statuses that name it as responsible and those that name it as formerly so."""

    office: str
    now: list[StatusEvent] = field(default_factory=list)
    formerly: list[StatusEvent] = field(default_factory=list)


def responsible(commitment: Commitment, notes: Footnotes) -> tuple[Said, ...]:
    """The offices after each other. Only when a source shows one is known, not when it began."""
    return tuple(_said(held, notes) for held in _line(commitment))


def _line(commitment: Commitment) -> list[_Held]:
    line: list[_Held] = []
    for event in commitment.status_events:
        if event.responsible and _is_last(line, event.responsible):
            line[-1].now.append(event)
            continue
        if event.former_responsible:
            if not _is_last(line, event.former_responsible):
                line.append(_Held(event.former_responsible))
            line[-1].formerly.append(event)
        if event.responsible:
            line.append(_Held(event.responsible, [event]))
    return line


def _is_last(line: list[_Held], office: str) -> bool:
    return bool(line) and slug_of(line[-1].office) == slug_of(office)


def _said(held: _Held, notes: Footnotes) -> Said:
    naming = (
        *(backing(event, "responsible", "decided_on", "as_shown_at") for event in held.now),
        *(backing(event, "former_responsible", "decided_on", "as_shown_at") for event in held.formerly),
    )
    runs = (Run(held.office, commitments_of_office(held.office)), Run(f" ({', '.join(_moments(held))})"))
    return notes.rests(runs, backed_together(*naming))


def _moments(held: _Held) -> Iterator[str]:
    """The first and the last time that the office is shown as responsible; else that it is named as it formerly was."""
    if not held.now:
        yield f"genoemd als voormalig, {_moment(held.formerly[0])}"
        return
    first, last = _moment(held.now[0]), _moment(held.now[-1])
    yield first
    if last != first:
        yield f"nog {last}"


def _moment(event: StatusEvent) -> str:
    if event.decided_on:
        return f"bij het besluit van {event.decided_on.in_words}"
    return f"volgens een bron {at(event.as_shown_at)}" if event.as_shown_at else "volgens een bron zonder datum"
