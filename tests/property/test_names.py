"""Laws of names with periods, and of who acts: what is shown can have been so, and nobody loses by it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_site.model.dates import PartialDate
from lrt_site.model.names import Days, names_in
from lrt_site.model.people import Composition, OtherName, Person
from lrt_site.model.register import Register
from tests.builders import SOURCE, a_holder, a_person
from tests.property.test_certainty import (
    SEATS,
    answers,
    certainties,
    compositions,
    partial_dates,
    registers,
    with_another,
)

MOMENTS = st.one_of(
    st.integers(2000, 2012).map(lambda year: PartialDate(str(year))),
    st.dates(date(2000, 1, 1), date(2012, 12, 31)).map(PartialDate.of),
    st.none(),
)
SPANS = st.tuples(st.dates(date(1998, 1, 1), date(2014, 12, 31)), st.integers(0, 900)).map(
    lambda given: (given[0], given[0] + timedelta(days=given[1]))
)


def period(index: int, start: PartialDate | None, end: PartialDate | None) -> OtherName:
    if start and end and end.latest < start.earliest:
        start, end = end, start
    return OtherName(name=f"Naam {index}", start_date=start, end_date=end, source=SOURCE)


PERSONS = st.lists(st.tuples(MOMENTS, MOMENTS), max_size=4).map(
    lambda periods: a_person(
        name="Nu", other_names=tuple(period(index, *given) for index, given in enumerate(periods, 1))
    )
)


@settings(max_examples=60)
@given(PERSONS, SPANS, st.data())
def test_a_shorter_time_never_brings_another_name(person: Person, outer: Days, data: st.DataObject) -> None:
    first = data.draw(st.dates(*outer))
    inner = (first, data.draw(st.dates(first, outer[1])))
    assert set(names_in(person, inner)) <= set(names_in(person, outer))


@settings(max_examples=60)
@given(PERSONS, SPANS)
def test_there_is_always_a_name_and_every_name_is_of_the_person(person: Person, then: Days) -> None:
    names = names_in(person, then)
    assert names
    assert set(names) <= {person.name, *(name.name for name in person.other_names)}


@settings(max_examples=60)
@given(PERSONS, SPANS)
def test_a_name_that_was_surely_held_is_shown_and_none_beside_it_that_surely_was_not(
    person: Person, then: Days
) -> None:
    periods = {name.name: name for name in person.other_names}
    sure = {name for name, candidate in periods.items() if surely_held(candidate, then)}
    names = set(names_in(person, then))
    assert sure <= names
    if sure:
        assert all(perhaps_held(periods[name], then) for name in names if name != person.name)
        assert person.name not in names


def surely_held(name: OtherName, then: Days) -> bool:
    started = name.start_date is None or name.start_date.latest <= then[0]
    return started and name.end_date is not None and then[1] <= name.end_date.earliest


def perhaps_held(name: OtherName, then: Days) -> bool:
    started = name.start_date is None or name.start_date.earliest <= then[1]
    return started and (name.end_date is None or then[0] <= name.end_date.latest)


acting = st.builds(
    lambda seat, person: a_holder(seat=seat, person=person, organisation="org-ander", acting=True),
    st.sampled_from(SEATS),
    st.sampled_from((None, "p-ander")),
)


@given(registers(), compositions(acting), partial_dates)
def test_who_acts_changes_nothing_of_what_is_known_of_others(
    register: Register, composition: Composition, on: PartialDate
) -> None:
    before = {answer.seat: certainties(answer) for answer in answers(register, on)}
    shown = replace(composition, id="sam-waarnemer")
    after = {answer.seat: certainties(answer) for answer in answers(with_another(register, shown), on)}
    for seat, found in after.items():
        assert {key: how for key, how in found.items() if "ander" not in key[1]} == before[seat]
