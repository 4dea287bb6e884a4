"""The life of a value: all that was ever known of one period, in the order in which it was known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lrt_site import urls
from lrt_site.findings.given_values import Given, given_by, given_on
from lrt_site.findings.meeting_order import in_order
from lrt_site.findings.observations import amount, known_since, moment, order, replaced_in, surely_later, unit_in
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.numbers import in_dutch
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Footnotes, Said, contradiction_links, kind_marks
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link

UNKNOWN_ORDER = "niet te zeggen: de volgorde is niet bekend"
UNDATED = "Van wat onderaan staat, is niet bekend wanneer het bekend werd. Het kan eerder of later zijn dan de rest."
OPEN_ORDER = (
    "De data laten open welke van deze waarden eerder bekend was. Zij staan in de volgorde waarin wij ze vastlegden."
)


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A value as a line of its life."""

    area: Link | str
    value: Said
    status: str
    since: str
    reported_by: tuple[Link, ...]
    """Who published it: to the source."""
    change: str
    """What is otherwise than in the line before."""
    used: tuple[tuple[Link, str], ...]
    """The meetings that used it, each with what was known that day."""


@dataclass(frozen=True, slots=True)
class ValueHistory:
    """What was ever known about one period, for the whole and for each area."""

    anchor: str
    heading: str
    course: str
    """Of the whole, one value after the other with what differs; empty where that order is not sure."""
    unit: str
    rows: tuple[KnownValue, ...]
    per_area: bool
    """Whether the lines are of more than one area."""
    told: bool
    """Whether any source says how final its value is."""
    used: bool
    """Whether any meeting used a value."""
    remark: str


Values = Sequence[Given]
"""The values of one area, in the order in which they were known."""


def histories_of(
    register: Register, series: Series, notes: Footnotes, told: Collection[Observation] = ()
) -> tuple[ValueHistory, ...]:
    """The lives of all values that were followed by another one, in order of what they are about.

    Left out are values of which the page tells this already, and expectations, which name what took their place.
    """
    left_out = {*told, *replaced_in(series)}
    sources = register.all(Source)
    groups: dict[tuple[str, str, str], dict[str, list[Given]]] = {}
    for place, observation in enumerate(series.observations):
        about = observation.period or observation.date
        if about and observation not in left_out:
            areas = groups.setdefault((str(about), observation.part or "", unit_in(series, observation)), {})
            areas.setdefault(observation.area or "", []).append(given_by(observation, sources, place))
    followed = [
        {area: in_order_of_knowing(values) for area, values in sorted(areas.items()) if len(values) > 1}
        for areas in groups.values()
    ]
    in_time = sorted(filter(None, followed), key=lambda areas: order(next(iter(areas.values()))[0].value)[0])
    meetings = _meetings_by_figure(register)
    return tuple(
        _life(register, series, notes, f"levensloop-{index}", areas, meetings) for index, areas in enumerate(in_time, 1)
    )


def in_order_of_knowing(values: Values) -> tuple[Given, ...]:
    """What was surely known earlier comes first; where the dates leave that open, the order of the record decides.

    Last come the values of which no source tells when they were known: they are neither earlier nor later.
    """
    left = [given for given in values if given.known]
    ordered: list[Given] = []
    while left:
        first = next(given for given in left if not any(surely_later(given.known, other.known) for other in left))
        ordered.append(first)
        left.remove(first)
    return (*ordered, *(given for given in values if not given.known))


def course(values: Values) -> str:
    """Values that surely followed each other, each with its difference: `19.120 → 19.305 (+185) → 19.288 (−17)`."""
    dated = [given for given in values if given.known]
    if len(dated) < 2 or any(not surely_later(given.known, before.known) for before, given in pairwise(dated)):
        return ""
    steps = [f"{amount(given.value)}{_step(before.value, given.value)}" for before, given in pairwise(dated)]
    return " → ".join([amount(dated[0].value), *steps])


def _step(before: Observation, observation: Observation) -> str:
    """What differs, where both are exact."""
    if before.qualifier or observation.qualifier:
        return ""
    difference = observation.exactly - before.exactly
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return f" ({sign}{in_dutch(abs(difference))})"


def figures_of(meeting: Meeting) -> Iterator[str]:
    """The ids of the figures that a meeting used."""
    yield from meeting.figures
    for item in meeting.agenda:
        yield from item.figures


def _meetings_by_figure(register: Register) -> Mapping[str, Sequence[Meeting]]:
    used: dict[str, list[Meeting]] = {}
    for meeting in in_order(register):
        for identifier in dict.fromkeys(figures_of(meeting)):
            used.setdefault(identifier, []).append(meeting)
    return used


def _life(
    register: Register,
    series: Series,
    notes: Footnotes,
    anchor: str,
    areas: Mapping[str, Values],
    meetings: Mapping[str, Sequence[Meeting]],
) -> ValueHistory:
    first = next(iter(areas.values()))[0].value
    heading = f"Waarden voor {moment(first)}"
    heading = f"{heading}: {first.part}" if first.part else heading
    rows = tuple(row for values in areas.values() for row in _rows(register, series, notes, values, meetings))
    return ValueHistory(
        anchor=anchor,
        heading=heading,
        course=course(areas.get("", ())),
        unit=unit_in(series, first),
        rows=rows,
        per_area=any(areas),
        told=any(row.status != "niet vermeld" for row in rows),
        used=any(row.used for row in rows),
        remark=" ".join(_remarks(areas.values())),
    )


def _remarks(areas: Collection[Values]) -> Iterator[str]:
    """What the dates leave open."""
    dated = [[given for given in values if given.known] for values in areas]
    if any(not surely_later(given.known, before.known) for values in dated for before, given in pairwise(values)):
        yield OPEN_ORDER
    if any(not given.known for values in areas for given in values):
        yield UNDATED


def _rows(
    register: Register,
    series: Series,
    notes: Footnotes,
    values: Values,
    meetings: Mapping[str, Sequence[Meeting]],
) -> Iterator[KnownValue]:
    for place, given in enumerate(values):
        observation = given.value
        said = _said(register, series, notes, observation)
        yield KnownValue(
            area=_area(register, observation.area),
            value=said,
            status=observation.status,
            since=_since(given),
            reported_by=_reporters(register, said.backing),
            change=_change(values, place),
            used=tuple(
                (link_to(meeting.id, register, title_of(meeting, register)), _known_then(meeting, values))
                for meeting in meetings.get(observation.id, ())
            ),
        )


def _area(register: Register, area: str | None) -> Link | str:
    table = _table_of(register, area)
    return link_to(table, register, area) if table else area or "geheel"


def _table_of(register: Register, area: str | None) -> str | None:
    return next((table.id for table in register.all(ProvincialTable).values() if area and table.province == area), None)


def _said(register: Register, series: Series, notes: Footnotes, observation: Observation) -> Said:
    """A value with its marks. Of a row of an area only those where sources disagree about that area."""
    said = notes.said(
        amount(observation), observation, "value", about=observation.id, marks=kind_marks(series, observation)
    )
    table = _table_of(register, observation.area)
    disputed = contradiction_links(
        register, observation.id, only=lambda found: observation.area is None or table in found.about
    )
    return replace(said, note=(), contradictions=disputed)


def _since(given: Given) -> str:
    known = known_since(given.value)
    match given.how:
        case "since":
            return known or "niet vermeld"
        case "shown" if given.moment:
            words = f"niet vermeld; stand van {given.moment.in_words}"
        case "source" if given.moment:
            words = f"niet vermeld; uit een bron van {given.moment.in_words}"
        case _:
            words = "niet vermeld"
    return f"{words} ({given.value.vintage_note})" if given.value.vintage_note else words


def _reporters(register: Register, found: Backing) -> tuple[Link, ...]:
    sources = (register.all(Source)[identifier] for identifier in found.sources)
    return tuple(dict.fromkeys(Link(source.publisher, urls.address_of(source.id, register)) for source in sources))


def _change(values: Values, place: int) -> str:
    """What is otherwise than in the line before, where it is sure that this value came after that one."""
    given, others = values[place], (*values[:place], *values[place + 1 :])
    if all(surely_later(other.known, given.known) for other in others):
        return "eerste waarde die wij kennen"
    if given.known is None:
        return UNKNOWN_ORDER
    if place and surely_later(given.known, values[place - 1].known):
        return _revised(values[place - 1].value, given.value)
    return "eerste waarde met een bekend moment" if not _perhaps_before(given, others) else UNKNOWN_ORDER


def _perhaps_before(given: Given, others: Iterable[Given]) -> bool:
    """Whether another value with a moment may have been known before this one."""
    return any(other.known and not surely_later(other.known, given.known) for other in others)


def _revised(before: Observation, observation: Observation) -> str:
    if (before.exactly, before.qualifier) == (observation.exactly, observation.qualifier):
        return "herziening: de waarde bleef gelijk"
    if before.qualifier or observation.qualifier:
        return "herziening: een andere waarde"
    difference = observation.exactly - before.exactly
    return f"herziening: {in_dutch(abs(difference))} {'meer' if difference > 0 else 'minder'}"


def _known_then(meeting: Meeting, values: Values) -> str:
    """What sources had given by the day of a meeting."""
    if meeting.date is None or not meeting.date.is_day:
        return "wat toen bekend was, is niet te zeggen: de dag van de vergadering is niet bekend"
    then = given_on(values, meeting.date.earliest)
    perhaps = f"misschien ook {amount(then.perhaps[0].value)}" if then.perhaps else ""
    if not then.newest:
        return f"toen bekend: {perhaps or 'voor zover wij weten nog geen waarde'}"
    return "; ".join(filter(None, (f"toen bekend: {amount(then.newest[0].value)}", perhaps)))
