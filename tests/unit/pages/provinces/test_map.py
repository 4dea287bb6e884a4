"""A map shows the numbers of the table, of the twelve provinces and no others."""

from decimal import Decimal

import pytest

from lrt_site.model.provinces import LabelledValue, ProvincialTable, ReportPractice
from lrt_site.pages.provinces.map import LEVELS, ProvinceMap, step_of
from lrt_site.pages.provinces.outlines import OUTLINES
from lrt_site.pages.provinces.provinces import ProvincesPage
from tests.builders import SOURCE, a_provincial_table, a_register
from tests.unit.pages.provinces.making import asked, figures, overview


def found(value: int) -> LabelledValue:
    return LabelledValue(label="gevonden", value=value)


def a_province(name: str, *values: LabelledValue, public: bool | None = None) -> ProvincialTable:
    return a_provincial_table(
        id=f"prt-{name.lower().replace('â', 'a')}",
        province=name,
        figures=(figures(*values),) if values else (),
        reports=ReportPractice(public=public, source=SOURCE) if public is not None else None,
    )


def page_with(**numbers: tuple[LabelledValue, ...]) -> ProvincesPage:
    names = [name.replace("Fryslân", "Friesland") for name in OUTLINES]
    tables = [a_province(name, *numbers.get(name, ()), public=name == "Zeeland" or None) for name in names]
    return overview(a_register(*tables))


def shown(drawn: ProvinceMap) -> dict[str, tuple[str, str]]:
    return {area.link.title: (area.filling, area.text) for area in drawn.areas if area.text}


PAGE = page_with(
    Drenthe=(asked(2691), found(4182)),
    Gelderland=(asked(11704), found(10474)),
    Utrecht=(asked(8207),),
    Limburg=(asked(13000, qualifier="ruim"), found(5406)),
)


def test_each_map_shows_every_number_that_there_is_and_no_other() -> None:
    differing, asked_of, found_by = PAGE.maps
    assert shown(differing) == {"Drenthe": ("more", "+1.491"), "Gelderland": ("less", "−1.230")}
    assert shown(asked_of) == {
        "Drenthe": ("1", "2.691"),
        "Gelderland": ("3", "11.704"),
        "Utrecht": ("2", "8.207"),
        "Limburg": ("3", "ruim 13.000"),
    }
    assert shown(found_by) == {"Drenthe": ("1", "4.182"), "Gelderland": ("3", "10.474"), "Limburg": ("2", "5.406")}
    assert all(len(drawn.areas) == len(OUTLINES) for drawn in PAGE.maps)


def test_the_legend_names_the_fillings_on_the_map() -> None:
    differing, asked_of, _ = PAGE.maps
    assert differing.legend == (
        ("more", "gevonden: evenveel of meer"),
        ("less", "gevonden: minder"),
        ("none", "rekenen wij niet uit"),
    )
    assert asked_of.legend == (
        ("1", "minder dan 5.000"),
        ("2", "5.000 tot 10.000"),
        ("3", "10.000 tot 15.000"),
        ("none", "niet bekend"),
    )


def test_every_province_says_in_words_what_the_map_shows_of_it() -> None:
    differing, asked_of, _ = PAGE.maps
    says = {area.link.title: area.says for area in differing.areas}
    assert says["Gelderland"] == "1.230 minder gevonden dan gevraagd"
    assert says["Zeeland"] == "het verschil rekenen wij niet uit; verslagen openbaar"
    assert {area.link.title for area in differing.areas if area.public} == {"Zeeland"}
    assert {area.link.title: area.says for area in asked_of.areas}["Limburg"] == "ruim 13.000 gevraagd"


def test_as_much_as_was_asked_is_not_called_nought_more() -> None:
    (drenthe,) = [area for area in page_with(Drenthe=(asked(8), found(8))).maps[0].areas if area.text]
    assert (drenthe.text, drenthe.says) == ("0", "evenveel als gevraagd")


def test_a_number_that_is_too_long_for_the_map_keeps_its_words_in_what_is_said() -> None:
    page = page_with(Utrecht=(asked(6300, qualifier="een kleine"),))
    (utrecht,) = [area for area in page.maps[1].areas if area.link.title == "Utrecht"]
    assert (utrecht.text, utrecht.says) == ("6.300", "een kleine 6.300 gevraagd")


def test_a_province_goes_by_either_of_its_names() -> None:
    (frisian,) = [area for area in PAGE.maps[0].areas if area.link.title == "Friesland"]
    assert frisian.path == OUTLINES["Fryslân"].path


def test_other_provinces_have_no_map() -> None:
    tables = [a_province("Noorderbank", asked(1), found(2)), a_province("Oosterplaat", asked(3), found(2))]
    page = overview(a_register(*tables))
    assert page.maps == ()
    assert page.ranking is not None
    assert overview(a_register(*(a_province(name) for name in list(OUTLINES)[1:]))).maps == ()


@pytest.mark.parametrize(("highest", "step"), [(3, 1), (4, 2), (19_776, 5000), (20_000, 10_000), (0, 1)])
def test_levels_begin_at_round_numbers_and_hold_the_highest(highest: int, step: int) -> None:
    assert step_of([Decimal(highest)]) == step
    assert highest < step * LEVELS
