"""What was asked and found stands beside each other, the most asked first, and nothing is guessed."""

from dataclasses import replace

from lrt_site.model.provinces import LabelledValue
from lrt_site.pages.provinces.provinces import ProvincesPage
from tests.builders import a_provincial_table, a_register, on
from tests.unit.pages.provinces.making import asked, figures, overview


def page_of(*groups: tuple[LabelledValue, ...], unit: str = "plekken") -> ProvincesPage:
    tables = [
        a_provincial_table(
            id=f"prt-{place}",
            province=f"Provincie {place}",
            figures=(figures(*values, unit=unit if place else "plekken"),) if values else (),
        )
        for place, values in enumerate(groups)
    ]
    return overview(a_register(*tables))


def found(value: int) -> LabelledValue:
    return LabelledValue(label="gevonden", value=value)


def test_the_most_asked_stands_first_and_what_is_not_known_is_a_question_mark() -> None:
    page = page_of((asked(8), found(9)), (), (asked(20, qualifier="ruim"), found(5)), (asked(12),))
    assert page.ranking
    told = [text.text for text in page.ranking.texts if text.kind in ("label", "number")]
    assert told == ["Provincie 2", "5 van ruim 20", "Provincie 3", "? van 12", "Provincie 0", "9 van 8"]


def test_one_province_or_two_units_are_not_ranked() -> None:
    assert page_of((asked(8), found(9)), ()).ranking is None
    assert page_of((asked(8),), (asked(9),), unit="euro").ranking is None


def test_where_more_and_where_less_was_found_is_said_as_far_as_it_can_be() -> None:
    page = page_of((asked(8), found(9)), (asked(8), found(7)), (asked(8), found(10)), (asked(8),), (asked(8), found(8)))
    assert page.outcome
    assert page.outcome.text == (
        "Plekken: in Provincie 0 en Provincie 2 is meer gevonden dan gevraagd, in Provincie 1 is minder gevonden dan "
        "gevraagd en in Provincie 4 is evenveel gevonden als gevraagd. Van 1 andere provincie rekenen wij dat niet uit."
    )
    assert [mark.word for mark in page.outcome.marks] == ["afgeleid"]
    assert page_of((asked(8),)).outcome is None
    assert page_of((replace(asked(8), qualifier="circa"), found(9))).outcome is None


def test_numbers_of_several_moments_are_not_told_as_of_one() -> None:
    def told(*moments: str | None) -> ProvincesPage:
        tables = [
            a_provincial_table(
                id=f"prt-{place}",
                province=f"Provincie {place}",
                figures=(figures(asked(8), found(9), date=on(moment) if moment else None),),
            )
            for place, moment in enumerate(moments)
        ]
        return overview(a_register(*tables))

    def start(page: ProvincesPage) -> str:
        assert page.outcome
        return page.outcome.text.partition(": ")[0]

    same = told("2024-11", "2024-11")
    assert (start(same), same.moments) == ("Plekken, november 2024", "")
    one_month = told("2024-11", "2024-11-01")
    assert (start(one_month), one_month.moments) == ("Plekken, november 2024", "")
    years = told("2026-02-28", "2024-11")
    assert start(years) == "Plekken, november 2024 tot en met 28 februari 2026"
    assert years.moments == "De getallen zijn niet alle van dezelfde tijd: november 2024 tot en met 28 februari 2026."
    assert start(told("2026-02-28", None)) == "Plekken, 28 februari 2026 en zonder datum"
    assert start(told(None, None)) == "Plekken"
