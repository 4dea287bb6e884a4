"""Laws of who sat where and how sure that is, whatever the sources show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from lrt_site.findings.certainty import (
    CERTAINTIES,
    Certainty,
    SeatHistory,
    SeatOnDate,
    Span,
    composition_on,
    histories,
    seat_on,
    span_of,
    turning_days,
)
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Composition, Holder, Membership
from lrt_site.model.register import Record, Register
from tests.builders import a_composition, a_holder, a_membership, a_register, a_seat

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)
SEATS = ("stoel-1", "stoel-2")

days = st.dates(FIRST, LAST)
partial_dates = st.tuples(days, st.sampled_from((4, 7, 10))).map(
    lambda pair: PartialDate(pair[0].isoformat()[: pair[1]])
)
who = st.fixed_dictionaries(
    {
        "person": st.sampled_from((None, "p-1", "p-2", "p-3")),
        "organisation": st.sampled_from((None, "org-1", "org-2")),
        "role": st.sampled_from((None, "ambt-1", "ambt-2")),
    }
).filter(lambda named: any(named.values()))
holders = st.builds(lambda seat, named: a_holder(seat=seat, **named), st.sampled_from(SEATS), who)
others = st.builds(
    lambda seat, person: a_holder(seat=seat, person=person, organisation="org-ander"),
    st.sampled_from(SEATS),
    st.sampled_from((None, "p-ander")),
)
on_the_first_seat = st.builds(lambda named: a_holder(seat=SEATS[0], **named), who)


@st.composite
def compositions(draw: st.DrawFn, shown: st.SearchStrategy[Holder] = holders) -> Composition:
    identifier = f"sam-{draw(st.integers(0, 999))}"
    sat = tuple(draw(st.lists(shown, min_size=1, max_size=4)))
    moment, other = sorted(draw(st.tuples(partial_dates, partial_dates)), key=lambda moment: moment.earliest)
    if draw(st.booleans()):
        return a_composition(id=identifier, holders=sat, as_shown_at=moment)
    if other.latest < moment.latest:
        other = moment
    return a_composition(id=identifier, holders=sat, as_shown_at=None, estimated_from=moment, estimated_until=other)


@st.composite
def memberships(draw: st.DrawFn) -> Membership:
    start, end = sorted(
        draw(st.tuples(partial_dates, partial_dates)), key=lambda moment: (moment.earliest, moment.latest)
    )
    known = draw(st.sampled_from(((start, end), (start, None), (None, end))))
    return a_membership(
        id=f"lid-{draw(st.integers(0, 999))}",
        seat=draw(st.sampled_from(SEATS)),
        start_date=known[0],
        end_date=known[1],
        **draw(who),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    seats = [
        a_seat(
            id=seat,
            places=draw(st.sampled_from((None, 1, 2))),
            organisation=draw(st.sampled_from((None, None, "org-1"))),
        )
        for seat in SEATS
    ]
    return a_register(*seats, *draw(st.lists(compositions(), max_size=6)), *draw(st.lists(memberships(), max_size=3)))


def answers(register: Register, on: PartialDate) -> tuple[SeatOnDate, ...]:
    return composition_on(histories(register), on)


def certainties(answer: SeatOnDate) -> dict[tuple[str, str], Certainty]:
    """How sure every holder is; of a person and its organisation, both."""
    found: dict[tuple[str, str], Certainty] = {}
    for occupancy in sorted(answer.occupancies, key=lambda occupancy: CERTAINTIES.index(occupancy.certainty)):
        if occupancy.person:
            found.setdefault(("person", occupancy.person), occupancy.certainty)
        if occupancy.organisation:
            found.setdefault(("organisation", occupancy.organisation), occupancy.certainty)
        if occupancy.role and not occupancy.person and not occupancy.organisation:
            found.setdefault(("role", occupancy.role), occupancy.certainty)
    return found


def surer_than(one: Certainty, other: Certainty) -> bool:
    return CERTAINTIES.index(one) < CERTAINTIES.index(other)


def holder_key(holder: Holder) -> tuple[str, str]:
    if holder.person:
        return "person", holder.person
    if holder.organisation:
        return "organisation", holder.organisation
    return "role", holder.role or ""


def with_another(register: Register, source: Composition | Membership) -> Register:
    """The register with one source more, by an id of its own: of two records with one id only the first would stay."""
    another = replace(source, id=f"{source.id}{MORE}")
    assert another.id not in register.records
    return Register.of((*register.records.values(), another))


def with_instead(register: Register, record: Record) -> Register:
    """The register with this record in the place of the one with its id."""
    return Register.of((record, *register.records.values()))


MORE = "-erbij"
"""Behind the id of a source that was added."""


def named_by(register: Register, source: str) -> set[tuple[str, str]]:
    """Whom a source shows, on every level."""
    showings = (showing for history in histories(register).values() for showing in history.showings)
    return {(who.level, who.id) for showing in showings if showing.origin == source for who in showing.named}


FULL_OF_OTHERS = a_register(
    a_seat(id=SEATS[0], places=2),
    a_seat(id=SEATS[1]),
    a_composition(
        id="sam-0",
        holders=(*(a_holder(seat=SEATS[0], person=None, role="ambt-1"),) * 3, a_holder(seat=SEATS[0], person="p-2")),
        as_shown_at=None,
        estimated_from=PartialDate("2020"),
        estimated_until=PartialDate("2020"),
    ),
    *(
        a_composition(
            id=f"sam-{first}",
            holders=(a_holder(seat=SEATS[0], person=None, organisation="org-1"),),
            as_shown_at=None,
            estimated_from=PartialDate(first),
            estimated_until=PartialDate(last),
        )
        for first, last in (("2020-01", "2020-01"), ("2021", "2022"))
    ),
)
"""A seat that an undated source shows full of others, between two sources that show one organisation in it."""
ONE_OTHER = a_composition(
    id="sam-0",
    holders=(a_holder(seat=SEATS[0], person=None, organisation="org-ander"),),
    as_shown_at=None,
    estimated_from=PartialDate("2020"),
    estimated_until=PartialDate("2020"),
)
"""It has the id of that undated source: as a source more it leaves the organisation as unknown as it was."""


@given(registers(), partial_dates, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(register: Register, on: PartialDate, random: Random) -> None:
    shuffled = list(register.records.values())
    random.shuffle(shuffled)
    assert answers(Register.of(shuffled), on) == answers(register, on)


@given(registers(), compositions(), partial_dates)
def test_whoever_a_dated_source_shows_at_a_moment_is_certain_then(
    register: Register, composition: Composition, on: PartialDate
) -> None:
    shown = a_composition(id="sam-getoond", holders=composition.holders, as_shown_at=on)
    found = {answer.seat: certainties(answer) for answer in answers(with_another(register, shown), on)}
    for holder in shown.holders:
        assert found[holder.seat][holder_key(holder)] == "vastgesteld"


@given(registers(), compositions() | compositions(others) | memberships(), partial_dates)
@example(FULL_OF_OTHERS, ONE_OTHER, PartialDate("2020"))
def test_another_holder_never_makes_anything_else_surer(
    register: Register, source: Composition | Membership, on: PartialDate
) -> None:
    more = with_another(register, source)
    shown = named_by(more, f"{source.id}{MORE}")
    before = {answer.seat: certainties(answer) for answer in answers(register, on)}
    for answer in answers(more, on):
        for key, certainty in certainties(answer).items():
            if key not in shown:
                assert not surer_than(certainty, before[answer.seat].get(key, "onbekend"))


@given(registers(), others, st.integers(0, 5), partial_dates)
def test_another_holder_in_a_source_never_makes_anything_else_surer(
    register: Register, other: Holder, chosen: int, on: PartialDate
) -> None:
    sources = list(register.all(Composition).values())
    if not sources:
        return
    source = sources[chosen % len(sources)]
    fuller = with_instead(register, replace(source, holders=(*source.holders, other)))
    before = {answer.seat: certainties(answer) for answer in answers(register, on)}
    for answer in answers(fuller, on):
        for key, certainty in certainties(answer).items():
            if "ander" not in key[1]:
                assert not surer_than(certainty, before[answer.seat].get(key, "onbekend"))


@given(registers(), days)
def test_nothing_is_certain_on_a_day_outside_shown_days_and_known_terms(register: Register, day: date) -> None:
    on = Span(day, day)
    spoken_of = {
        composition.id
        for composition in register.all(Composition).values()
        if composition.as_shown_at and Span.of(composition.as_shown_at) == on
    }
    for term in register.all(Membership).values():
        ends = [end for end in (term.start_date, term.end_date) if end]
        inside = len(ends) == 2 and ends[0].earliest <= day <= ends[1].latest
        if inside or any(Span.of(end) == on for end in ends):
            spoken_of.add(term.id)
    for answer in answers(register, PartialDate.of(day)):
        for occupancy in answer.occupancies:
            if occupancy.certainty == "vastgesteld":
                assert set(occupancy.because) <= spoken_of


@given(registers(), days)
def test_whoever_is_likely_is_shown_before_and_after(register: Register, day: date) -> None:
    spans = {composition.id: [span_of(composition)] for composition in register.all(Composition).values()}
    for term in register.all(Membership).values():
        spans[term.id] = [Span.of(end) for end in (term.start_date, term.end_date) if end]
    for answer in answers(register, PartialDate.of(day)):
        for occupancy in answer.occupancies:
            if occupancy.certainty == "aannemelijk":
                assert any(span.last < day for span in spans[occupancy.because[0]])
                assert any(span.first > day for span in spans[occupancy.because[-1]])


@given(registers(), st.lists(days, min_size=1, max_size=12))
def test_answers_change_on_turning_days_alone(register: Register, asked: list[date]) -> None:
    seats = histories(register)
    turning = turning_days(seats, LAST)
    for day in asked:
        start = max((turned for turned in turning if turned <= day), default=FIRST - timedelta(days=1))
        assert composition_on(seats, PartialDate.of(day)) == composition_on(seats, PartialDate.of(start))


@given(registers())
def test_every_turning_day_changes_an_answer(register: Register) -> None:
    seats = histories(register)
    for day in turning_days(seats, LAST):
        eve = PartialDate.of(day - timedelta(days=1))
        assert composition_on(seats, PartialDate.of(day)) != composition_on(seats, eve)


@given(registers(), partial_dates)
def test_a_month_or_year_says_what_its_days_say_and_what_sources_say_of_it_as_a_whole(
    register: Register, on: PartialDate
) -> None:
    seats = histories(register)
    for seat, history in seats.items():
        by_day = surest(certainties(seat_on(history, day)) for day in days_that_matter(seats, on))
        of_it: dict[tuple[str, str], Certainty] = {
            (item.level, item.id): "vastgesteld"
            for showing in history.showings
            if showing.dated and showing.span.within(Span.of(on))
            for item in showing.named
        }
        assert certainties(seat_on(history, on)) == {**by_day, **of_it}, seat


@given(registers(), st.integers(0, 5), partial_dates)
def test_a_source_without_a_date_is_never_surer_than_one_with(register: Register, chosen: int, on: PartialDate) -> None:
    dated = [composition for composition in register.all(Composition).values() if composition.as_shown_at]
    if not dated:
        return
    composition = dated[chosen % len(dated)]
    undated = a_composition(
        id=composition.id,
        holders=composition.holders,
        as_shown_at=None,
        estimated_from=composition.as_shown_at,
        estimated_until=composition.as_shown_at,
    )
    known = {answer.seat: certainties(answer) for answer in answers(register, on)}
    guessed = {answer.seat: certainties(answer) for answer in answers(with_instead(register, undated), on)}
    for seat, found in guessed.items():
        for key, certainty in found.items():
            assert not surer_than(certainty, known[seat].get(key, "onbekend"))


@given(registers(), compositions(on_the_first_seat), partial_dates)
def test_a_source_says_nothing_of_a_seat_it_leaves_out(
    register: Register, composition: Composition, on: PartialDate
) -> None:
    before = {answer.seat: answer for answer in answers(register, on)}
    after = {answer.seat: answer for answer in answers(with_another(register, composition), on)}
    assert after[SEATS[1]] == before[SEATS[1]]


@given(registers(), days, days)
def test_what_is_near_a_moment_is_found_without_looking_at_everything(
    register: Register, first: date, second: date
) -> None:
    span = Span(min(first, second), max(first, second))
    for history in histories(register).values():
        shown = history.showings
        assert shown.touching(span) == tuple(showing for showing in shown if showing.span.touches(span))
        before = [showing.span.first for showing in shown if showing.span.last < span.first]
        after = [showing.span.last for showing in shown if showing.span.first > span.last]
        newest, oldest = shown.newest_before(span.first), shown.oldest_after(span.last)
        assert (newest.span.first if newest else None) == max(before, default=None)
        assert (oldest.span.last if oldest else None) == min(after, default=None)


def days_that_matter(seats: Mapping[str, SeatHistory], on: PartialDate) -> list[PartialDate]:
    """Days of a month or year that show every answer in it: its first, and those on which answers turn."""
    turning = (day for day in turning_days(seats, on.latest) if day > on.earliest)
    return [PartialDate.of(day) for day in (on.earliest, *turning)]


def surest(found: Iterable[dict[tuple[str, str], Certainty]]) -> dict[tuple[str, str], Certainty]:
    best: dict[tuple[str, str], Certainty] = {}
    for mapping in found:
        for key, certainty in mapping.items():
            if key not in best or surer_than(certainty, best[key]):
                best[key] = certainty
    return best
