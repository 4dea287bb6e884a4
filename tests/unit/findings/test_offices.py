"""Who was responsible for a commitment, through changes of cabinet, and never more than a source says."""

from datetime import date

import pytest

from lrt_site.findings.certainty import Responsible, responsible_on
from lrt_site.findings.offices import line_of, named_by, offices, offices_on
from lrt_site.model.commitments import Commitment, StatusEvent
from lrt_site.model.facts import Backing
from tests.builders import a_commitment, a_status, on

WATER, WIND, ICE = "fictief minister van Water", "fictief minister van Wind", "fictief minister van IJs"
FIRST = a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=WATER)
NEXT = a_status(as_shown_at=on("2021-10"), responsible=WIND, former_responsible=WATER)
SILENT = a_status(status="voldaan", decided_on=on("2022-03-01"), as_shown_at=None)


def a_promise(*statuses: StatusEvent, number: int = 1, **changes: object) -> Commitment:
    return a_commitment(id=f"T9900{number}", status_events=statuses, made_by_role=ICE, **changes)


@pytest.mark.parametrize(
    ("day", "statuses", "sure", "perhaps"),
    [
        (date(2020, 6, 2), (FIRST, NEXT), WATER, ()),
        (date(2021, 10, 15), (FIRST, NEXT), WATER, (WIND,)),
        (date(2021, 11, 1), (FIRST, NEXT), WIND, ()),
        (date(2022, 5, 1), (FIRST, NEXT, SILENT), WIND, ()),
        (date(2021, 1, 1), (NEXT,), None, (WATER,)),
        (date(2021, 1, 1), (a_status(as_shown_at=None, responsible=WIND),), None, (WIND,)),
        (date(2021, 1, 1), (a_status(as_shown_at=on("2021-10"), responsible=WIND),), None, (ICE,)),
        (date(2021, 1, 1), (SILENT,), None, (ICE,)),
        (date(2021, 1, 1), (), None, (ICE,)),
    ],
)
def test_who_was_responsible_is_what_the_newest_source_of_that_day_says(
    day: date, statuses: tuple[StatusEvent, ...], sure: str | None, perhaps: tuple[str, ...]
) -> None:
    assert responsible_on(a_promise(*statuses), day) == Responsible(sure, perhaps)


def test_the_offices_of_a_day_have_the_commitments_that_were_made_by_then() -> None:
    moved, vague = a_promise(FIRST, NEXT), a_promise(number=2)
    later = a_promise(FIRST, number=3, date=on("2021-12-01"))
    found = offices_on((moved, vague, later), date(2021, 10, 15))
    assert [(office.name, [*office.sure], [*office.perhaps]) for office in found] == [
        (ICE, [], [vague]),
        (WATER, [moved], []),
        (WIND, [], [moved]),
    ]


def test_capitals_and_spaces_make_no_other_office() -> None:
    shouted = a_status(decided_on=on("2020-07-01"), as_shown_at=None, responsible="Fictief  Minister van WATER")
    (office,) = offices_on((a_promise(FIRST), a_promise(shouted, number=2)), date(2021, 1, 1))
    assert (office.name, office.slug, len(office.sure)) == (WATER, "fictief-minister-van-water", 2)
    assert line_of(a_promise(FIRST, shouted)) == (WATER,)


def test_an_office_keeps_what_it_made_and_what_it_was_responsible_for() -> None:
    moved, back = a_promise(FIRST, NEXT), a_promise(NEXT, FIRST, number=2)
    found = {office.name: office for office in offices((moved, back))}
    assert {name: (office.now, office.before, office.made, office.after) for name, office in found.items()} == {
        ICE: ((), (), (moved, back), ()),
        WATER: ((back,), (moved,), (), (WIND,)),
        WIND: ((moved,), (back,), (), (WATER,)),
    }
    assert found[WATER].link.address == "/toezeggingen/ambt/fictief-minister-van-water/"


def test_a_former_office_that_no_status_had_named_is_part_of_the_line() -> None:
    assert line_of(a_promise(NEXT)) == (WATER, WIND)
    assert line_of(a_promise(SILENT)) == ()


def test_an_office_is_named_by_the_sources_of_the_statuses_that_name_it() -> None:
    promise = a_promise(a_status(responsible=WATER, source="s-een", also_source=("s-twee",)), NEXT)
    assert named_by(promise, WATER) == Backing(("s-een", "s-twee", NEXT.source), "together")
    assert named_by(promise, ICE) == Backing((promise.source,))
