"""A value is said as its source gives it, and which is the newest follows from what it is about."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings import observations
from lrt_site.findings.observations import (
    about,
    amount,
    at,
    counted,
    in_a_sentence,
    is_expected,
    kind_in,
    known_since,
    moment,
    newest,
    newest_in,
    newest_in_words,
    newest_of_each,
    newest_sentences,
    order,
    replaced_in,
    span,
    spreads,
    surely_later,
    total_compared,
    unit_in,
)
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation
from tests.builders import (
    a_series,
    an_observation,
    on,
)


def in_provinces(version: str, total: int, **areas: int) -> tuple[Observation, ...]:
    values: list[tuple[str | None, int]] = [(None, total), *areas.items()]
    return tuple(
        an_observation(id=version, area=area, value=value, vintage=on(version.removeprefix("v-")))
        for area, value in values
    )


def test_a_value_is_said_with_its_qualifier_unit_and_moment() -> None:
    value = an_observation(value=42301, qualifier="ruim", unit="personen", date=on("2022-06-27"))
    assert observations.in_a_sentence(value) == "ruim 42.301 personen op 27 juni 2022"


def test_a_period_reads_as_a_period() -> None:
    half = an_observation(date=None, period=Period("2021-H2"), part="gehuisvest", area="Fictief-Holland")
    assert (
        observations.in_a_sentence(half) == "1.200 plekken (gehuisvest) in Fictief-Holland in de tweede helft van 2021"
    )
    days = an_observation(date=None, period=Period("2021-07-01/2021-11-12"))
    assert observations.at(days) == "van 1 juli 2021 tot en met 12 november 2021"
    assert observations.at(an_observation(date=on("2021-08"))) == "in augustus 2021"
    assert observations.at(an_observation(date=None)) == "(zonder datum)"


def test_the_newest_value_is_about_the_latest_moment_and_the_whole() -> None:
    old = an_observation(date=on("2020-01-01"))
    part = an_observation(date=on("2021-01-01"), part="deel")
    whole = an_observation(date=on("2021-01-01"), value=5)
    elsewhere = an_observation(date=on("2025-01-01"), area="Fictief-Holland")
    assert observations.newest((old, part, whole, elsewhere)) == whole


def test_of_two_values_about_one_day_the_one_known_later_is_newest() -> None:
    later = an_observation(value=2, vintage=on("2022-11"))
    assert observations.newest((later, an_observation(value=1, vintage=on("2022-05")))) == later


def test_what_has_no_plural_is_said_in_correct_dutch() -> None:
    expected = an_observation(value=70000, unit="asielinstroom", date=None, period=Period("2023"))
    assert observations.in_a_sentence(expected) == "een asielinstroom van 70.000 in 2023"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "1.200 plekken op 17 mei 2021"),
        ({"qualifier": "circa", "area": "Oost"}, "circa 1.200 plekken in Oost op 17 mei 2021"),
        ({"part": "deel"}, "1.200 plekken (deel) op 17 mei 2021"),
        ({"date": None, "period": Period("2021-H2")}, "1.200 plekken in de tweede helft van 2021"),
        ({"date": None, "vintage": on("2022-03")}, "1.200 plekken (zonder datum; bekend sinds maart 2022)"),
        ({"date": None}, "1.200 plekken (zonder datum)"),
    ],
)
def test_a_value_is_a_sentence_with_how_much_of_what_where_and_when(changes: dict[str, Any], said: str) -> None:
    assert in_a_sentence(an_observation(**changes)) == said


def test_a_half_year_has_its_article_only_after_a_preposition() -> None:
    half, day = an_observation(date=None, period=Period("2021-H2")), an_observation()
    assert (moment(half), about(half)) == ("tweede helft van 2021", "de tweede helft van 2021")
    assert (moment(day), about(day), at(day)) == ("17 mei 2021", "17 mei 2021", "op 17 mei 2021")


@pytest.mark.parametrize(
    ("vintage", "note", "known"),
    [
        (on("2022-03"), None, "maart 2022"),
        (on("2022-03"), "tweede versie", "maart 2022 (tweede versie)"),
        (None, "tweede versie", "tweede versie"),
        (None, None, None),
    ],
)
def test_since_when_a_value_is_known_is_told_with_the_name_of_the_version(
    vintage: PartialDate | None, note: str | None, known: str | None
) -> None:
    assert known_since(an_observation(vintage=vintage, vintage_note=note)) == known


def test_values_stand_by_what_they_are_about_and_then_by_when_they_were_known() -> None:
    early, late = an_observation(vintage=on("2021-06")), an_observation(vintage=on("2021-07"))
    assert order(early) < order(late) < order(an_observation(date=on("2021-05-18")))
    undated = an_observation(date=None, as_shown_at=on("2023-05"))
    assert order(undated)[0] == date(2023, 5, 31)
    assert span(undated) is None
    assert span(an_observation(date=on("2021-05"))) == (date(2021, 5, 1), date(2021, 5, 31))


def test_a_moment_is_later_only_where_it_surely_is() -> None:
    assert surely_later(on("2021-06"), on("2021-05-31"))
    assert not surely_later(on("2021-05"), on("2021-05-01"))
    assert not surely_later(on("2021-06"), None)
    assert not surely_later(None, on("2021-06"))


def test_the_whole_goes_before_its_parts_and_the_country_before_its_areas() -> None:
    part, whole = an_observation(id="deel", part="deel"), an_observation(id="geheel")
    area = an_observation(id="oost", area="Oost", date=on("2022-01-01"))
    assert newest((part, whole, area)) is whole
    assert newest((an_observation(part="deel", vintage=on("2022")), whole)) is whole
    assert newest((area,)) is area
    assert newest(()) is None


def test_words_of_one_unit_are_told_together() -> None:
    values = (an_observation(unit="bedden"), an_observation(unit="plekken"), an_observation(unit="kamers"))
    series = a_series(same_unit=("plekken", "bedden", "stoelen"), observations=values)
    assert [unit_in(series, value) for value in values] == ["plekken of bedden", "plekken of bedden", "kamers"]


def test_an_expectation_that_was_replaced_is_not_the_newest() -> None:
    old = an_observation(id="f-1", status="verwacht", date=on("2023-01-01"))
    new = an_observation(id="f-2", replaces="f-1", date=on("2023-01-01"), value=5)
    other = an_observation(id="f-3", replaces="f-1", part="deel")
    series = a_series(observations=(old, new, other))
    assert replaced_in(series) == {old: (new,)}
    assert newest_in(series) is new
    assert newest_in_words(series) == "De nieuwste waarde is 5 plekken op 1 januari 2023."


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        ("stand", {}, "De nieuwste waarde is 1.200 plekken op 17 mei 2021."),
        ("norm", {}, "Het nieuwste doel is 1.200 plekken op 17 mei 2021."),
        ("raming", {}, "De nieuwste verwachting is 1.200 plekken op 17 mei 2021."),
        ("stand", {"status": "verwacht"}, "De nieuwste verwachting is 1.200 plekken op 17 mei 2021."),
    ],
)
def test_a_target_and_an_expectation_are_called_what_they_are(kind: Any, changes: dict[str, Any], said: str) -> None:
    value = an_observation(**changes)
    series = a_series(kind=kind, observations=(value,))
    assert newest_in_words(series) == said
    assert is_expected(series, value) == ("verwachting" in said)
    assert kind_in(series, an_observation(kind="norm")) == "norm"


def test_without_values_there_is_no_newest() -> None:
    empty = a_series(observations=())
    assert (newest_in(empty), newest_of_each(empty)) == (None, ())
    assert newest_in_words(empty) == "Er zijn nog geen waarden."


def test_a_later_part_goes_before_the_whole_which_says_that_it_counts_otherwise() -> None:
    later = an_observation(id="deel", part="deel", date=on("2022-01-01"))
    sentences = newest_sentences(a_series(observations=(an_observation(), later)))
    assert sentences == (
        "De nieuwste waarde is 1.200 plekken (deel) op 1 januari 2022.",
        "De nieuwste waarde van een andere telling is 1.200 plekken op 17 mei 2021.",
    )


def test_one_value_for_an_area_is_no_division() -> None:
    assert spreads(a_series(observations=(an_observation(area="Oost"),))) == ()
    (spread,) = spreads(a_series(observations=in_provinces("v-2023", 100, Oost=60, West=30)))
    (version,) = spread.versions
    assert (spread.areas, version.label, version.unit) == (
        ("Oost", "West"),
        "Versie van 2023, voor 17 mei 2021",
        "plekken",
    )
    assert (
        total_compared(version)
        == "Gedrukt totaal 100; de rijen tellen op tot 90. Dat is 10 minder dan het gedrukte totaal."
    )
    (exact,) = spreads(a_series(observations=in_provinces("v-2023", 90, Oost=60, West=30)))
    assert total_compared(exact.versions[0]) == "Gedrukt totaal 90; de rijen tellen op tot 90. Dat is gelijk."


def test_one_of_what_is_named_in_the_plural_is_not_called_more() -> None:
    assert counted(an_observation(unit="ponten", value=1)) == "1 (ponten)"
    assert counted(an_observation(unit="ponten", value=1, part="elektrisch")) == "1 (ponten, elektrisch)"
    assert counted(an_observation(unit="procent", value=1)) == "1 procent"
    assert counted(an_observation(unit="ponten", value=0)) == "0 ponten"


def test_what_has_one_of_is_counted_in_words() -> None:
    assert amount(an_observation(qualifier="ruim")) == "ruim 1.200"
    assert counted(an_observation(unit="opvanglocaties", part="nieuw")) == "1.200 opvanglocaties (nieuw)"
