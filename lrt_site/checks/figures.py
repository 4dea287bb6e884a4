"""Every value of a figure says of when and of where it is, and stands there once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import fields

from lrt_site.model.figures import Observation, Series
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register, Steps
from lrt_site.problems import Fault, quoted
from lrt_site.suggestions import did_you_mean, suggesting

_Part = tuple[str, str | None, str | None]
"""The id of a figure, with the part and the area."""
_Step = tuple[_Part, _Part]
"""From a value to what it replaces."""


def values_are_given_once(register: Register) -> Iterator[Fault]:
    """A source gives one value of one part, in one area, at one time; a later value has a later vintage."""
    for series in register.all(Series).values():
        seen: dict[tuple[object, ...], Observation] = {}
        for index, observation in enumerate(series.observations):
            key = (
                observation.id,
                observation.part,
                observation.area,
                observation.period,
                observation.date,
                observation.vintage,
            )
            if seen.get(key) == observation:
                message = f"Deze regel over '{observation.id}' staat er al precies zo, hierboven. Haal deze regel weg."
                yield Fault(series.id, ("observations", index), "duplicate-observation", message, instead="")
            elif key in seen:
                message = (
                    f"Deze waarde van '{observation.id}' staat er al: zelfde onderdeel, gebied en tijd. "
                    "Haal er één weg. "
                    "Is het een latere opgave? Vul dan bij 'vintage' in sinds wanneer zij bekend is."
                )
                yield Fault(series.id, ("observations", index, "value"), "duplicate-observation", message)
            seen.setdefault(key, observation)


def values_replace_an_expectation(register: Register) -> Iterator[Fault]:
    """A value takes the place of what its series expected of the same part and area, for its time or a longer one."""
    for series in register.all(Series).values():
        expected: defaultdict[_Part, list[Observation]] = defaultdict(list)
        for observation in series.observations:
            if observation.status == "verwacht":
                expected[observation.id, observation.part, observation.area].append(observation)
        for index, observation in enumerate(series.observations):
            if (
                observation.replaces
                and observation.replaces in register.observations
                and not any(
                    _replaces(observation, other)
                    for other in expected[observation.replaces, observation.part, observation.area]
                )
            ):
                message = (
                    f"'{observation.replaces}' is geen verwachting voor dezelfde tijd, "
                    "hetzelfde onderdeel en hetzelfde gebied "
                    "in deze reeks. Verbeter het kenmerk, of haal het weg: beide waarden blijven dan gewoon staan."
                )
                yield Fault(series.id, ("observations", index, "replaces"), "replaces-no-expectation", message)


def _replaces(observation: Observation, other: Observation) -> bool:
    """Whether a value is not the expectation that it names, and of its time or of a part of that."""
    if observation.id == other.id:
        return False
    time, longer = observation.period or observation.date, other.period or other.date
    if time is None or longer is None:
        return time is longer
    return longer.earliest <= time.earliest and time.latest <= longer.latest


def no_value_replaces_itself(register: Register) -> Iterator[Fault]:
    """Following what a value replaces never leads back to it."""
    for series in register.all(Series).values():
        steps = {
            ((value.id, value.part, value.area), (value.replaces, value.part, value.area))
            for value in series.observations
            if value.replaces and value.replaces != value.id
        }
        back = _turned(_going_on(_turned(_going_on(steps))))
        for index, observation in enumerate(series.observations):
            now = observation.id, observation.part, observation.area
            if observation.replaces and (now, (observation.replaces, *now[1:])) in back:
                message = (
                    f"'{observation.id}' vervangt '{observation.replaces}', en die vervangt weer '{observation.id}'. "
                    "Laat 'replaces' alleen "
                    "staan bij de waarde die later kwam."
                )
                yield Fault(series.id, ("observations", index, "replaces"), "inconsistent", message)


def _going_on(steps: Set[_Step]) -> Set[_Step]:
    """The steps that do not lead to an end."""
    before: defaultdict[_Part, list[_Part]] = defaultdict(list)
    ways = Counter(start for start, _ in steps)
    for start, end in steps:
        before[end].append(start)
    ends = [end for end in before if not ways[end]]
    for end in ends:  # It grows on the way.
        ways.subtract(before[end])
        ends += {start for start in before[end] if not ways[start]}
    return steps - {(start, end) for end in ends for start in before[end]}


def _turned(steps: Set[_Step]) -> Set[_Step]:
    return {(end, start) for start, end in steps}


def words_of_a_series_are_those_of_its_values(register: Register) -> Iterator[Fault]:
    """What a series calls one unit, and the parts of its target, are words that its values have; each once."""
    for series in register.all(Series).values():
        units = {observation.unit for observation in series.observations}
        parts = {
            observation.part
            for observation in series.observations
            if observation.part and observation.period and observation.period.is_half
        }
        target = series.target
        named = {field.name: getattr(target, field.name) for field in fields(target)} if target else {}
        words: list[tuple[Steps, str, set[str], str]] = [
            *((("same_unit", place), word, units, "unit") for place, word in enumerate(series.same_unit)),
            *((("target", name), word, parts, "part") for name, word in named.items() if word),
        ]
        seen: set[tuple[str, str]] = set()
        for at, word, known, column in words:
            if (column, word) in seen:
                yield Fault(series.id, at, "twice", f"{quoted(word)} staat hier twee keer. Laat er één staan.")
            elif series.observations and word not in known:
                when = " met een half jaar" if column == "part" else ""
                hint = did_you_mean(word, known) or " Verbeter het woord, of haal het hier weg."
                message = f"Geen waarde{when} in deze reeks heeft bij '{column}' {quoted(word)} staan.{hint}"
                yield Fault(series.id, at, "unknown-choice", message)
            seen.add((column, word))
        if len(series.same_unit) == 1:
            message = "Eén woord is vanzelf één eenheid. Schrijf er ook het andere woord bij, of laat het veld weg."
            yield Fault(series.id, ("same_unit",), "inconsistent", message)


def values_are_of_some_time(register: Register) -> Iterator[Fault]:
    """A value has a reference date or a period, or a note that says why it has neither."""
    noted = {observation.id for _, _, observation in register.each(Observation) if observation.note}
    for record, at, observation in register.each(Observation):
        if not (observation.date or observation.period or observation.as_shown_at) and observation.id not in noted:
            message = (
                "Van wanneer is deze waarde? Vul 'date' of 'period' in, of leg bij 'note' uit waarom dat niet kan."
            )
            yield Fault(record.id, (*at, "value"), "observation-without-time", message)


def values_are_of_a_known_area(register: Register) -> Iterator[Fault]:
    """Where the provinces are described, a value is about one of them, or names no area."""
    provinces = {table.province for table in register.all(ProvincialTable).values()}
    advice = suggesting(provinces)
    for record, at, observation in register.each(Observation):
        if provinces and observation.area and observation.area not in provinces:
            hint = advice(observation.area) or " Laat het veld weg als het om het geheel gaat."
            message = f"In de map provinces staat geen provincie {quoted(observation.area)}.{hint}"
            yield Fault(record.id, (*at, "area"), "unknown-area", message)
