"""Laws of commitments on a day: groups that add up, and no past tense for what nobody knows yet."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_site.export.reminder import half_years
from lrt_site.export.reminder.half_years import Pack
from lrt_site.findings.certainty import commitment_on, perhaps_by, surely_by
from lrt_site.findings.certainty.commitments import SETTLED, moment_of_status
from lrt_site.findings.offices import offices_on
from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.pages.commitments import commitments
from lrt_site.pages.commitments.on_day import CommitmentsOnDayPage
from tests.builders import a_commitment, a_register, a_site

PAST = re.compile(r"\b(was|waren|liep|liepen|gold|golden|stond|stonden|had|hadden|werd|werden|toen)\b")
FUTURE = re.compile(r"\b(zal|zullen|vooruit\w*|als er niets verandert|dan)\b", re.IGNORECASE)

days = st.dates(date(2020, 1, 1), date(2021, 12, 31))


def about(when: st.SearchStrategy[date]) -> st.SearchStrategy[PartialDate]:
    return st.tuples(when, st.sampled_from([4, 7, 10])).map(lambda pair: PartialDate(pair[0].isoformat()[: pair[1]]))


moments = about(days)
offices = st.sampled_from([None, "fictief minister", "fictief staatssecretaris"])
statuses = st.builds(
    partial(StatusEvent, source="s-fictief"),
    status=st.sampled_from(["openstaand", "deels voldaan", "voldaan", "doorlopend", "afgevoerd"]),
    decided_on=st.none() | moments,
    decided_by=st.sampled_from([None, "fictieve commissie"]),
    as_shown_at=st.none() | moments,
    responsible=offices,
    former_responsible=offices,
)
deadlines = st.builds(
    partial(DeadlineEvent, source="s-fictief"), deadline=moments, set_on=st.none() | moments, granted_by=offices
)
promises = st.lists(
    st.builds(
        lambda date, statuses, deadlines: a_commitment(date=date, status_events=statuses, deadlines=deadlines),
        about(st.dates(date(2019, 1, 1), date(2020, 12, 31))),
        st.lists(statuses, max_size=4).map(tuple),
        st.lists(deadlines, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(lambda made: [replace(commitment, id=f"T9900{at}") for at, commitment in enumerate(made)])


def register_of(made: list[Commitment], read: date) -> Register:
    return a_register(*made, a_site(sources_checked_on=PartialDate.of(read)))


def packs_of(made: list[Commitment], read: date, day: date) -> tuple[Pack, ...]:
    return half_years.packs_on(half_years.unpublished(register_of(made, read)), day)


def pages_of(made: list[Commitment], read: date, as_of: date) -> list[CommitmentsOnDayPage]:
    makers = commitments.pages(register_of(made, read), as_of)
    ready = [maker() if callable(maker) else maker for maker in makers]
    return [page for page in ready if isinstance(page, CommitmentsOnDayPage)]


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


@given(promises, days, days)
def test_the_groups_of_a_pack_add_up_to_all_commitments_of_its_office(
    made: list[Commitment], read: date, day: date
) -> None:
    held = {office.slug: len(office.sure) + len(office.perhaps) for office in offices_on(made, day)}
    packs = packs_of(made, read, day)
    assert {pack.slug for pack in packs} == held.keys()
    for pack in packs:
        counts = pack.counts
        assert counts.running + counts.unknown + counts.settled == held[pack.slug]
        assert (len(pack.rows), len(pack.unknown)) == (counts.running, counts.unknown)
        for rows, late in ((pack.rows, counts.running_late), (pack.unknown, counts.unknown_late)):
            passed = [row.overdue for row in rows]
            assert (passed.count("ja"), passed.count("misschien")) == (late.surely, late.perhaps)


@settings(max_examples=15)
@given(promises, days)
def test_the_groups_of_a_page_add_up_and_are_those_of_the_packs(made: list[Commitment], read: date) -> None:
    for page in pages_of(made, read, read):
        day = PartialDate(page.frame.address.split("/")[-2]).earliest
        packs = {pack.slug: pack for pack in packs_of(made, read, day)}
        assert len(packs) == len(page.offices)
        for section in page.offices:
            pack = packs[section.anchor.removeprefix("ambt_")]
            running, unknown = section.groups
            assert running.count + unknown.count + section.settled == section.count
            assert (running.count, unknown.count, section.settled) == (
                pack.counts.running,
                pack.counts.unknown,
                pack.counts.settled,
            )
            assert (running.passed, unknown.passed) == (
                pack.counts.running_late.surely,
                pack.counts.unknown_late.surely,
            )


@given(promises, days)
def test_nothing_is_said_to_be_settled_or_not_where_another_status_may_have_held(
    made: list[Commitment], day: date
) -> None:
    for commitment in made:
        moments = [moment_of_status(event) for event in commitment.status_events]
        known = max((at for at, when in enumerate(moments) if surely_by(when, day)), default=-1)
        may_hold = [
            event.status in SETTLED
            for at, event in enumerate(commitment.status_events)
            if at == known or (at > known and all(perhaps_by(when, day) for when in moments[known + 1 : at + 1]))
        ]
        settled = commitment_on(commitment, day).settled
        assert settled == ("misschien" if known < 0 or len(set(may_hold)) > 1 else "ja" if may_hold[0] else "nee")


@settings(max_examples=60)
@given(promises, days, days)
def test_the_past_tense_never_speaks_of_a_day_after_the_one_up_to_which_sources_were_read(
    made: list[Commitment], read: date, day: date
) -> None:
    for pack in packs_of(made, read, day):
        said = [text for text in texts_in(pack) if text != pack.words.warning]
        if day > read:
            told = [text for text in said if PAST.search(text)]
            allowed = ["de termijn liep nog"] if pack.before.earliest <= read else []
            assert [text for text in told if text not in allowed] == []
            assert PartialDate.of(read).in_words in pack.words.warning
            assert "als er niets verandert" in pack.words.warning
        else:
            assert [text for text in said if FUTURE.search(text)] == []
            assert pack.words.warning == ""


@settings(max_examples=15)
@given(promises, days, st.integers(0, 900))
def test_no_page_of_a_day_lies_after_the_one_up_to_which_sources_were_read(
    made: list[Commitment], read: date, more: int
) -> None:
    pages = pages_of(made, read, read + timedelta(days=more))
    assert [page.frame.address for page in pages if page.frame.address.split("/")[-2] > read.isoformat()] == []


@given(promises, days)
def test_days_late_are_never_more_than_any_deadline_allows(made: list[Commitment], day: date) -> None:
    for pack in packs_of(made, day, day):
        rows = (*pack.rows, *pack.unknown)
        for row in rows:
            ends = [
                event.deadline.latest
                for commitment in made
                if commitment.id == row.id
                for event in commitment.deadlines
            ]
            assert (row.overdue_days is None) == (row.overdue != "ja")
            assert row.overdue_days is None or 0 < row.overdue_days <= (day - min(ends)).days
        for group in (pack.rows, pack.unknown):
            late = [row.overdue_days for row in group if row.overdue_days]
            assert late == sorted(late, reverse=True)
