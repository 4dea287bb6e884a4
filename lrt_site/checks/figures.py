"""Every value of a figure says of when and of where it is, and stands there once."""

from __future__ import annotations

from collections.abc import Iterator

from lrt_site.model.figures import Observation, Series
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.problems import Fault, did_you_mean, quoted


def values_are_given_once(register: Register) -> Iterator[Fault]:
    """A source gives one value of one part, in one area, at one time; a later value has a later vintage."""
    for series in register.all(Series).values():
        seen: set[tuple[object, ...]] = set()
        for index, one in enumerate(series.observations):
            key = (one.id, one.part, one.area, one.period, one.date, one.vintage)
            if key in seen:
                message = (
                    f"Deze waarde van '{one.id}' staat er al: zelfde onderdeel, gebied en tijd. Haal er één weg. "
                    "Is het een latere opgave? Vul dan bij 'vintage' in sinds wanneer zij bekend is."
                )
                yield Fault(series.id, ("observations", index, "value"), "duplicate-observation", message)
            seen.add(key)


def values_replace_an_expectation(register: Register) -> Iterator[Fault]:
    """A value takes the place of what its series expected of the same part and area, for its time or a longer one."""
    for series in register.all(Series).values():
        expected = [one for one in series.observations if one.status == "verwacht"]
        for index, one in enumerate(series.observations):
            if one.replaces in register.observations and not any(_replaces(one, other) for other in expected):
                message = (
                    f"'{one.replaces}' is geen verwachting voor dezelfde tijd, hetzelfde onderdeel en hetzelfde gebied "
                    "in deze reeks. Verbeter het kenmerk, of haal het weg: beide waarden blijven dan gewoon staan."
                )
                yield Fault(series.id, ("observations", index, "replaces"), "replaces-no-expectation", message)


def _replaces(one: Observation, other: Observation) -> bool:
    if one.id == other.id or (one.replaces, one.part, one.area) != (other.id, other.part, other.area):
        return False
    time, longer = one.period or one.date, other.period or other.date
    if time is None or longer is None:
        return time is longer
    return longer.earliest <= time.earliest and time.latest <= longer.latest


def values_are_of_some_time(register: Register) -> Iterator[Fault]:
    """A value has a reference date or a period, or a note that says why it has neither."""
    noted = {one.id for _, _, one in register.each(Observation) if one.note}
    for record, at, one in register.each(Observation):
        if not (one.date or one.period or one.as_shown_at) and one.id not in noted:
            message = (
                "Van wanneer is deze waarde? Vul 'date' of 'period' in, of leg bij 'note' uit waarom dat niet kan."
            )
            yield Fault(record.id, (*at, "value"), "observation-without-time", message)


def values_are_of_a_known_area(register: Register) -> Iterator[Fault]:
    """Where the provinces are described, a value is about one of them, or names no area."""
    provinces = {table.province for table in register.all(ProvincialTable).values()}
    for record, at, one in register.each(Observation):
        if provinces and one.area and one.area not in provinces:
            hint = did_you_mean(one.area, provinces) or " Laat het veld weg als het om het geheel gaat."
            message = f"In de map provinces staat geen provincie {quoted(one.area)}.{hint}"
            yield Fault(record.id, (*at, "area"), "unknown-area", message)
