"""The life of a value: nothing known is dropped, and no order is claimed that the dates do not give."""

import pytest

from lrt_site.model.figures import Observation
from lrt_site.model.register import Record
from lrt_site.pages.figures.value_histories import UNDATED, UNKNOWN_ORDER, ValueHistory, histories_of
from lrt_site.pages.shared.common import Footnotes
from tests.builders import (
    SOURCE,
    a_contradiction,
    a_meeting,
    a_provincial_table,
    a_register,
    a_series,
    a_source,
    an_agenda_item,
    an_observation,
    on,
)
from tests.unit.pages.figures.making import known


def lives_of(*values: Observation, others: tuple[Record, ...] = ()) -> tuple[ValueHistory, ...]:
    series = a_series(observations=values)
    register = a_register(series, *others)
    return histories_of(register, series, Footnotes(register))


def test_a_value_that_was_never_followed_has_no_life_of_its_own() -> None:
    elsewhere = known("2022-03", 5, area="Oost")
    later = known("2022-04", 6, date=on("2022-01-01"))
    in_other_units = known("2022-05", 7, unit="bedden")
    of_a_part = known("2022-06", 8, part="deel")
    assert lives_of(known("2021-06", 4), elsewhere, later, in_other_units, of_a_part) == ()


def test_values_of_no_known_time_do_not_follow_each_other() -> None:
    assert lives_of(known("2021-06", 4, date=None), known("2021-07", 5, date=None)) == ()


def test_values_stand_in_the_order_in_which_they_were_known_with_what_changed() -> None:
    (life,) = lives_of(
        known("2022-05-01", 19_288, status="herzien"),
        known("2021-06-01", 19_120, status="voorlopig"),
        known("2021-09-01", 19_305),
        known("2022-09-01", 19_288),
        known("2022-10-01", 19_000, qualifier="circa"),
    )
    assert [(row.value.text, row.status, row.change) for row in life.rows] == [
        ("19.120", "voorlopig", "eerste waarde die wij kennen"),
        ("19.305", "niet vermeld", "herziening: 185 meer"),
        ("19.288", "herzien", "herziening: 17 minder"),
        ("19.288", "niet vermeld", "herziening: de waarde bleef gelijk"),
        ("circa 19.000", "niet vermeld", "herziening: een andere waarde"),
    ]
    assert (life.heading, life.told, life.used, life.per_area, life.remark) == (
        "Waarden voor 17 mei 2021",
        True,
        False,
        False,
        "",
    )


def test_the_record_decides_where_the_dates_leave_the_order_open_and_the_page_says_so() -> None:
    (life,) = lives_of(known("2023", 75_500), known("2023-05", 77_100), known("2022", 75_000))
    assert [row.value.text for row in life.rows] == ["75.000", "75.500", "77.100"]
    assert life.remark.startswith("De data laten open")


def test_a_row_tells_since_when_and_by_whom() -> None:
    bare = an_observation(id="w-kaal", value=1)
    (life,) = lives_of(
        bare,
        an_observation(id="w-bron", value=2, source="s-gedateerd", also_source=(SOURCE,)),
        an_observation(id="w-getoond", value=3, as_shown_at=on("2021-08-03"), vintage_note="derde telling"),
        known("2021-09", 4),
        others=(a_source(id="s-gedateerd", publisher="Fictief Bureau", date=on("2021-07-02")),),
    )
    assert [row.since for row in life.rows] == [
        "niet vermeld; uit een bron van 2 juli 2021",
        "niet vermeld; stand van 3 augustus 2021 (derde telling)",
        "september 2021",
        "niet vermeld",
    ]
    assert [link.title for link in life.rows[0].reported_by] == ["Fictief Bureau", "Fictieve Uitgever"]


def test_a_value_without_a_moment_is_neither_earlier_nor_later() -> None:
    (life,) = lives_of(known("2023-04", 97), an_observation(id="w-kaal", value=96), known("2024-02", 96))
    assert [(row.value.text, row.change) for row in life.rows] == [
        ("97", "eerste waarde met een bekend moment"),
        ("96", "herziening: 1 minder"),
        ("96", UNKNOWN_ORDER),
    ]
    assert life.remark == UNDATED


def test_values_of_one_month_are_not_put_in_order() -> None:
    (life,) = lives_of(known("2023-04", 97), known("2023-04-03", 96), known("2024", 95))
    assert [row.change for row in life.rows] == [UNKNOWN_ORDER, UNKNOWN_ORDER, "herziening: 1 minder"]


def test_values_that_surely_followed_each_other_are_told_in_one_line_with_what_differs() -> None:
    (life,) = lives_of(known("2024-03-14", 19120), known("2024-10", 19305), known("2025-03-13", 19288))
    assert life.course == "19.120 → 19.305 (+185) → 19.288 (−17)"
    (about,) = lives_of(known("2024-03-14", 19120, qualifier="circa"), known("2024-10", 19305), known("2025", 19305))
    assert about.course == "circa 19.120 → 19.305 → 19.305 (0)"


@pytest.mark.parametrize("other", [known("2024-03", 2), an_observation(id="w-kaal", value=3)])
def test_where_it_is_not_sure_which_came_first_there_is_no_such_line(other: Observation) -> None:
    (life,) = lives_of(known("2024-03-14", 1), other)
    assert life.course == ""


def test_areas_stand_under_the_whole_with_only_the_contradictions_about_them() -> None:
    values = [
        known(f"2022-0{month}-01", value, area=area)
        for month in (1, 2)
        for value, area in ((90, None), (50, "Oost"), (40, "West"))
    ]
    about_east = a_contradiction(about=("w-2022-02-01", "prt-fictief"))
    (life,) = lives_of(*values, others=(a_provincial_table(province="Oost"), about_east))
    areas = [row.area if isinstance(row.area, str) else row.area.title for row in life.rows]
    assert areas == ["geheel", "geheel", "Oost", "Oost", "West", "West"]
    assert [len(row.value.contradictions) for row in life.rows] == [0, 1, 0, 1, 0, 0]
    assert life.per_area
    assert life.course == "90 → 90 (0)"


def test_a_meeting_that_used_a_value_tells_what_was_known_that_day() -> None:
    first, second = known("2021-06-01", 4), known("2021-09-01", 5)
    meetings = (
        a_meeting(id="m-1", date=on("2021-07-01"), figures=(first.id,)),
        a_meeting(id="m-2", date=on("2021-09-01"), agenda=(an_agenda_item(figures=(first.id, second.id)),)),
        a_meeting(id="m-3", date=on("2021-05-01"), figures=(first.id,)),
        a_meeting(id="m-4", date=on("2021-10"), figures=(second.id,)),
    )
    (life,) = lives_of(first, second, others=meetings)
    assert [[(link.address, then) for link, then in row.used] for row in life.rows] == [
        [
            ("/vergaderingen/m-3/", "toen bekend: voor zover wij weten nog geen waarde"),
            ("/vergaderingen/m-1/", "toen bekend: 4"),
            ("/vergaderingen/m-2/", "toen bekend: 5"),
        ],
        [
            ("/vergaderingen/m-2/", "toen bekend: 5"),
            ("/vergaderingen/m-4/", "wat toen bekend was, is niet te zeggen: de dag van de vergadering is niet bekend"),
        ],
    ]


def test_what_may_have_been_known_is_told_apart_from_what_was() -> None:
    first, second = known("2021-06-01", 4), known("2021-09", 5)
    meeting = a_meeting(date=on("2021-09-10"), figures=(first.id,))
    (life,) = lives_of(first, second, others=(meeting,))
    assert life.rows[0].used[0][1] == "toen bekend: 4; misschien ook 5"
