"""The slip line: one drawing of a promise, its deadlines, documents and statuses, and its deadlines as a table.

Every deadline has a line of its own, so that what an extension adds can be seen and counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.findings.certainty.commitments import moment_of_status
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, DeadlineEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import backed_together, backing
from lrt_site.pages.commitments.timeline import TERM, days_apart, document_title, status_when
from lrt_site.pages.shared import charts
from lrt_site.pages.shared.charts import Chart, ChartText, Line, Symbol
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.pages.shared.neighbours import in_turn
from lrt_site.pages.shared.table import Cell, Column, FilledTable, filled, number
from lrt_site.wording.plural import in_days
from lrt_site.wording.runs import Run

NOT_FOUND = "niet gevonden"
NOT_COUNTED = "niet te tellen"

_PROMISE, _DOCUMENT, _DEADLINE, _STATUS, _SET = 1, 2, 3, 4, 6
_KEY = (
    (_PROMISE, "toezegging"),
    (_SET, "termijn bepaald"),
    (_DEADLINE, "termijn"),
    (_DOCUMENT, "stuk"),
    (_STATUS, "status besloten of genoemd"),
)
"""What each shape stands for, in the order in which a promise lives."""
_MONTH = 31
_UNDER, _GAP = 14, 14
"""Pixels from a label to its line, and from there to the next label."""


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A drawing and a table that say the same. Given to templates/commitments/slip_line.html.jinja."""

    chart: Chart
    key: tuple[tuple[int, str], ...]
    """The shapes in the drawing, with what they stand for."""
    strokes: bool
    """Whether something in the drawing is drawn over its whole year, because its source gives no more."""
    moved: bool
    """Whether a new deadline came after another."""
    finding: str
    """What the drawing shows, in one sentence."""
    deadlines: FilledTable | None
    """Each deadline, who set or moved it and when, and the days after the one before it; absent for a date alone."""
    told: tuple[Said, ...]
    """The finding with its sources, and by how many days the newest document missed or made the newest deadline."""


@dataclass(frozen=True, slots=True)
class _Lane:
    """A line of the drawing: a label, moments with their shapes, and what leads from one moment to another."""

    label: str
    moments: tuple[tuple[PartialDate, int], ...]
    stretch: tuple[PartialDate, PartialDate] | None = None
    moved: bool = False
    """Whether the stretch is what a new deadline added."""


def slip_line(commitment: Commitment, notes: Footnotes) -> SlipLine:
    """The line of a promise, from its making to the last moment that a source dates."""
    lanes = tuple(_lanes(commitment))
    moments = [moment for lane in lanes for moment in lane.moments]
    drawn = {style for _, style in moments}
    return SlipLine(
        chart=_chart(lanes),
        key=tuple((style, text) for style, text in _KEY if style in drawn),
        strokes=any(_is_long(when) for when, _ in moments),
        moved=len(commitment.deadlines) > 1,
        finding=_finding(commitment),
        deadlines=_deadlines(commitment, notes),
        told=tuple(_told(commitment, notes)),
    )


def names_of_deadlines(deadlines: Sequence[DeadlineEvent]) -> tuple[str, ...]:
    """The first that a source names, and those after it. Whether the first was the original no source may say."""
    return tuple(
        "Eerste bekende termijn" if index == 1 else f"Termijn {index}" for index in range(1, len(deadlines) + 1)
    )


def _deadlines(commitment: Commitment, notes: Footnotes) -> FilledTable | None:
    """A column for all that a source tells of some deadline."""
    events = commitment.deadlines
    columns: list[tuple[str | Column, list[Cell]]] = [
        ("Termijn", [*names_of_deadlines(events)]),
        ("Datum", [notes.said(event.deadline.in_words, event, *TERM) for event in events]),
    ]
    if any(event.set_on for event in events):
        columns.append(("Bepaald op", [event.set_on.in_words if event.set_on else NOT_FOUND for event in events]))
    if any(event.granted_by for event in events):
        columns.append(("Door", [event.granted_by or NOT_FOUND for event in events]))
    if len(events) > 1:
        added = [_added(before, event) if before else "–" for event, (before, _) in in_turn(events)]
        columns.append((number("Later dan de vorige"), [*added]))
    if not events or len(columns) == len(("Termijn", "Datum")):
        return None
    rows = zip(*(cells for _, cells in columns), strict=True)
    return filled("Termijnen en wat er telkens bij kwam", (heading for heading, _ in columns), rows)


def _added(before: DeadlineEvent, event: DeadlineEvent) -> str:
    days = days_apart(before.deadline, event.deadline)
    if days is None:
        return NOT_COUNTED
    return in_days(days) if days >= 0 else f"{in_days(-days)} eerder"


def _told(commitment: Commitment, notes: Footnotes) -> Iterator[Said]:
    if not commitment.deadlines:
        yield notes.plain(_finding(commitment))
        return
    first, last = commitment.deadlines[0], commitment.deadlines[-1]
    yield notes.rests(
        (Run(_finding(commitment)),), backed_together(backing(first, "deadline"), backing(last, "deadline"))
    )
    newest = max(commitment.evidence, key=lambda each: each.date.earliest, default=None)
    days = days_apart(last.deadline, newest.date) if newest else None
    if newest and days is not None:
        when = f"{in_days(abs(days))} {'na' if days > 0 else 'vóór'}" if days else "op de dag van"
        sentence = f"{document_title(newest)} kwam {when} de termijn van {last.deadline.in_words}."
        yield notes.rests((Run(sentence),), backed_together(backing(newest, "date"), backing(last, "deadline")))


def _finding(commitment: Commitment) -> str:
    if not commitment.deadlines:
        return "Geen bron noemt een termijn."
    first, last = commitment.deadlines[0].deadline, commitment.deadlines[-1].deadline
    if len(commitment.deadlines) == 1:
        return f"Er is één termijn bekend: {first.in_words}."
    between = f"Van de eerste bekende termijn ({first.in_words}) tot de nieuwste ({last.in_words})"
    days = days_apart(first, last)
    if days is None:
        return f"{between}: de dagen zijn niet te tellen. Van een van beide is de dag niet bekend."
    return f"{between}: {in_days(days) if days >= 0 else f'{in_days(-days)} eerder'}."


def _lanes(commitment: Commitment) -> Iterator[_Lane]:
    yield _Lane(f"Toezegging: {commitment.date.in_words}", ((commitment.date, _PROMISE),))
    for name, (event, (before, _)) in zip(
        names_of_deadlines(commitment.deadlines), in_turn(commitment.deadlines), strict=True
    ):
        added = days_apart(before.deadline, event.deadline) if before else None
        told = f" ({'+' if added > 0 else '−'}{in_days(abs(added))})" if added else ""
        set_on = ((event.set_on, _SET),) if event.set_on else ()
        since = before.deadline if before else commitment.date
        moments = (*set_on, (event.deadline, _DEADLINE))
        yield _Lane(f"{name}: {event.deadline.in_words}{told}", moments, (since, event.deadline), before is not None)
    for evidence in commitment.evidence:
        yield _Lane(document_title(evidence), ((evidence.date, _DOCUMENT),))
    for status in commitment.status_events:
        when = moment_of_status(status)
        if when:
            yield _Lane(f"Status {status.status}, {status_when(status)}", ((when, _STATUS),))


def _chart(lanes: Sequence[_Lane]) -> Chart:
    """A lane below a lane: its label, and under it its moments on an axis of whole years that all lanes share."""
    moments = [when for lane in lanes for when, _ in lane.moments]
    years = (min(when.earliest.year for when in moments), max(when.latest.year for when in moments))
    lines: list[Line] = []
    symbols: list[Symbol] = []
    texts: list[ChartText] = []
    y = 0
    for lane in lanes:
        y = charts.written(lane.label, "label", y, texts) + _UNDER
        lines += _strokes(lane, years, y)
        symbols += (Symbol(_middle(when, years), y, style) for when, style in lane.moments)
        y += _GAP
    axis, names = charts.year_axis(years, y)
    guides = (Line(line.x1, 0, line.x1, y, "guide") for line in axis if line.kind == "tick")
    return Chart(y + charts.AXIS, (*guides, *axis, *lines), (), tuple(symbols), (*texts, *names))


def _strokes(lane: _Lane, years: tuple[int, int], y: int) -> Iterator[Line]:
    """From one moment to the next, thick where a deadline moved; and over a whole year that has no month."""
    if lane.stretch:
        first, last = lane.stretch
        yield Line(_middle(first, years), y, _middle(last, years), y, "slip" if lane.moved else "join")
    for when, _ in lane.moments:
        if _is_long(when):
            yield Line(charts.across(when.earliest, years), y, charts.across(when.latest, years), y, "span")


def _is_long(when: PartialDate) -> bool:
    """Whether a stroke over the whole of it is seen from behind its shape: a month's is not."""
    return (when.latest - when.earliest).days > _MONTH


def _middle(when: PartialDate, years: tuple[int, int]) -> int:
    return (charts.across(when.earliest, years) + charts.across(when.latest, years)) // 2
