"""The newest value that an overview shows, and how old it says it is."""

from datetime import date
from typing import Any

from lrt_site.findings.observations import is_expected, newest_sentences
from lrt_site.model.dates import Period
from lrt_site.pages.figures.newest import Newest, newest_of
from lrt_site.pages.shared.common import Footnotes, kind_marks
from tests.builders import a_register, a_series, an_observation, on

AS_OF = date(2026, 11, 27)


def found(*series: Any) -> Newest:
    register = a_register(*series)
    (newest,) = newest_of(register, series, AS_OF, Footnotes(register))
    return newest


def test_the_newest_value_counts_and_not_the_best_documented() -> None:
    old = an_observation(id="f-oud", date=on("2021-08"), value=29000)
    new = an_observation(id="f-nieuw", date=on("2025-11-21"), value=80000, qualifier="bijna", unit="mensen")
    newest = found(a_series(theme="fictief", observations=(old, new)))
    assert (newest.value.text, newest.when, newest.age) == (
        "bijna 80.000 mensen",
        "laatst bekend: 21 november 2025",
        "12 maanden oud",
    )


def test_a_later_part_stands_beside_the_whole_and_says_what_it_counts() -> None:
    whole = an_observation(id="f-geheel", date=on("2021-08"), value=5)
    earlier = an_observation(id="f-eerder", date=on("2020"), value=3, part="gevonden")
    part = an_observation(id="f-deel", date=on("2025-07-01"), value=7, part="gevonden")
    other = an_observation(id="f-elders", date=on("2019"), part="bezet")
    local = an_observation(id="f-drenthe", date=on("2026"), part="gevonden", area="Drenthe")
    series = a_series(theme="fictief", observations=(whole, part, earlier, other, local))
    register = a_register(series)
    told = [(newest.value.text, newest.when) for newest in newest_of(register, (series,), AS_OF, Footnotes(register))]
    assert told == [
        ("7 plekken (gevonden)", "laatst bekend: 1 juli 2025"),
        ("5 plekken", "laatst bekend: augustus 2021"),
    ]
    assert newest_sentences(series) == (
        "De nieuwste waarde is 7 plekken (gevonden) op 1 juli 2025.",
        "De nieuwste waarde van een andere telling is 5 plekken in augustus 2021.",
    )


def test_an_aim_is_not_what_there_is() -> None:
    count = an_observation(id="f-geteld", date=on("2017-04"), value=48700)
    aim = an_observation(id="f-streef", date=on("2017-12-31"), value=31000, part="streefaantal", kind="norm")
    assert found(a_series(theme="fictief", observations=(count, aim))).value.text == "48.700 plekken"


def test_a_value_that_its_source_does_not_expect_is_not_called_an_expectation() -> None:
    need = an_observation(id="f-nodig", value=88000)
    there = an_observation(id="f-nodig", value=50000, part="beschikbaar", kind="stand")
    series = a_series(kind="raming", observations=(need, there))
    assert [bool(kind_marks(series, observation)) for observation in (need, there)] == [True, False]
    assert [is_expected(series, observation) for observation in (need, there)] == [True, False]


def test_a_target_stands_before_expectations_and_a_replaced_one_never_shows() -> None:
    expected = an_observation(id="f-verwacht", date=None, period=Period("2018-H1"), status="verwacht", value=6000)
    set_later = an_observation(id="f-bepaald", date=None, period=Period("2018-H1"), value=13000, replaces="f-verwacht")
    assert (
        found(a_series(theme="fictief", observations=(expected,))).when == "verwachting voor de eerste helft van 2018"
    )
    assert found(a_series(theme="fictief", observations=(expected, set_later))).value.text == "13.000 plekken"
    only = found(a_series(theme="fictief", observations=(expected, an_observation(id="f-x", value=3,
                 status="verwacht", replaces="f-verwacht", date=on("2017")))))  # fmt: skip
    assert only.value.text == "3 plekken"


def test_an_expectation_is_as_old_as_the_day_on_which_it_was_made() -> None:
    need = an_observation(id="f-nodig", date=None, vintage=on("2025-09-26"), note="Zonder datum.", value=88000)
    newest = found(a_series(theme="fictief", kind="raming", observations=(need,)))
    assert (newest.when, newest.age) == ("verwachting van 26 september 2025", "14 maanden oud")


def test_under_a_theme_what_was_counted_stands_before_what_was_expected() -> None:
    guess = a_series(id="a-verwacht", theme="fictief", kind="raming", observations=(an_observation(id="f-a"),))
    count = a_series(id="b-geteld", theme="fictief", observations=(an_observation(id="f-b", date=on("2019")),))
    assert found(guess, count).series.address.endswith("/b-geteld/")
    assert found(guess).series.address.endswith("/a-verwacht/")
