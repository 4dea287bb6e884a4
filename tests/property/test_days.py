"""Laws of pages of days: whatever the dates, the page before a day says what holds on it."""

from bisect import bisect_right
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lrt_site.findings.certainty import commitment_on, surely_by, turning_days_of
from lrt_site.findings.given_values import Given, given_by, given_on, turning_days_of_values
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from tests.builders import a_commitment, a_deadline, a_source, a_status, an_observation

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)

days = st.dates(FIRST, LAST)
partial_dates = st.tuples(days, st.sampled_from((4, 7, 10))).map(
    lambda pair: PartialDate(pair[0].isoformat()[: pair[1]])
)
perhaps_dates = st.none() | partial_dates
statuses = st.builds(
    lambda status, decided, shown, office: a_status(
        status=status, decided_on=decided, as_shown_at=shown, responsible=office
    ),
    st.sampled_from(("openstaand", "deels voldaan", "voldaan", "afgevoerd")),
    perhaps_dates,
    perhaps_dates,
    st.sampled_from((None, "fictief minister", "fictief staatssecretaris")),
)
deadlines = st.builds(lambda end, set_on: a_deadline(deadline=end, set_on=set_on), partial_dates, perhaps_dates)
promises = st.builds(
    lambda made, events, ends: a_commitment(date=made, status_events=tuple(events), deadlines=tuple(ends)),
    partial_dates,
    st.lists(statuses, max_size=4),
    st.lists(deadlines, max_size=3),
)
observations = st.builds(
    lambda part, about, vintage, shown: an_observation(part=part, date=about, vintage=vintage, as_shown_at=shown),
    st.sampled_from((None, "deel")),
    perhaps_dates,
    perhaps_dates,
    perhaps_dates,
)
values = st.lists(observations, max_size=6).map(
    lambda every: tuple(
        given_by(observation, {"s-fictief": a_source()}, place) for place, observation in enumerate(every)
    )
)


def newest(turning: tuple[date, ...], day: date) -> date | None:
    place = bisect_right(turning, day)
    return turning[place - 1] if place else None


@given(promises, days)
def test_a_commitment_stands_as_on_the_turning_day_before(promise: Commitment, day: date) -> None:
    then, turned = commitment_on(promise, day), newest(turning_days_of(promise), day)
    if turned is None:
        assert then.made == "nee"
    else:
        assert then == commitment_on(promise, turned)


@given(promises, days)
def test_nothing_is_sure_of_a_commitment_that_a_later_moment_brings(promise: Commitment, day: date) -> None:
    sure = commitment_on(promise, day).status.sure
    assert sure is None or surely_by(sure.decided_on or sure.as_shown_at, day)


@given(values, days)
def test_what_sources_had_given_is_that_of_the_turning_day_before(every: tuple[Given, ...], day: date) -> None:
    turned = newest(turning_days_of_values(every), day)
    then = given_on(every, day)
    if turned is None:
        assert (then.newest, then.perhaps) == ((), ())
    else:
        assert then == given_on(every, turned)
