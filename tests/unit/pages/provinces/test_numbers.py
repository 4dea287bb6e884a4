"""Numbers of a province: the newest first, each with its date, and nothing compared that cannot be."""

from dataclasses import replace
from typing import Any

import pytest

from lrt_site.model.facts import FieldSources
from lrt_site.model.provinces import (
    LabelledValue,
    ProvincialFigures,
)
from lrt_site.pages.provinces.numbers import newest_first, newest_known, value_in_words
from lrt_site.pages.shared.common import DERIVED
from tests.builders import (
    SOURCE,
    a_provincial_table,
    a_register,
    a_source,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.provinces.making import asked, figures, overview, page_of


def found(value: int, **changes: Any) -> LabelledValue:
    return replace(LabelledValue(label="gevonden", value=value), **changes)


def lead_of(*groups: ProvincialFigures, **changes: Any) -> list[tuple[str, str]]:
    table = a_provincial_table(figures=groups, **changes)
    return [(fact.said.text, fact.age) for fact in page_of(table, a_register(table, a_source(date=on("2023-05")))).lead]


def test_a_province_opens_with_what_was_asked_and_found() -> None:
    assert lead_of(figures(asked(11704), found(10474), date=on("2024-11"))) == [
        ("Fictief-Holland: 11.704 plekken gevraagd, 10.474 gevonden (november 2024).", "ongeveer 2 jaar oud")
    ]


def test_numbers_without_a_date_have_that_of_their_source() -> None:
    ((text, age),) = lead_of(figures(asked(8, date=on("2025-07-01"), qualifier="ruim")))
    assert text == "Fictief-Holland: ruim 8 plekken gevraagd per 1 juli 2025 (mei 2023)."
    assert age == "3 jaar en 5 of 6 maanden oud"


def test_what_one_group_asked_is_never_set_beside_what_another_found() -> None:
    old = figures(asked(7), found(6), date=on("2024"))
    fewer = LabelledValue(label="beschikbaar", value=4, qualifier="een kleine")
    new = figures(fewer, asked(9), date=on("2026-02-28"))
    assert lead_of(new, old) == [
        ("Fictief-Holland: 9 plekken gevraagd, een kleine 4 beschikbaar (28 februari 2026).", "8 maanden oud")
    ]
    (row,) = overview(a_register(a_provincial_table(figures=(old, new)))).rows
    assert (row.asked, row.found, row.difference) == ("9", "een kleine 4 beschikbaar", None)
    assert row.dated is not None
    assert row.dated.said.text == "28 februari 2026"


def test_what_was_found_for_a_day_after_the_source_is_a_plan() -> None:
    group = figures(asked(9), found(7, date=on("2023-06")), found(5, date=on("2023-05-31")))
    table = a_provincial_table(figures=(group,))
    register = a_register(table, a_source(date=on("2023-05")))
    told = "voorzien voor juni 2023: 7, 5 gevonden per 31 mei 2023"
    assert lead_of(group)[0][0] == f"Fictief-Holland: 9 plekken gevraagd, {told} (mei 2023)."
    assert overview(register).rows[0].found == "voorzien voor juni 2023: 7, 5 per 31 mei 2023"
    (card,) = page_of(table, register).numbers
    assert [(label, when) for label, _, when in card.values] == [
        ("gevraagd", ""),
        ("voorzien", "voor juni 2023"),
        ("gevonden", "per 31 mei 2023"),
    ]
    undated = a_register(table, a_source(date=None))
    assert overview(undated).rows[0].found == "7 per juni 2023, 5 per 31 mei 2023"


def test_a_plan_has_no_difference_with_what_was_asked() -> None:
    table = a_provincial_table(figures=(figures(asked(9), found(7, date=on("2023-06"))),))
    (row,) = overview(a_register(table, a_source(date=on("2023-05")))).rows
    assert row.difference is None


def test_numbers_whose_source_has_no_date_say_so_and_have_no_age() -> None:
    table = a_provincial_table(figures=(figures(asked(9)),))
    (lead,) = page_of(table, a_register(table, a_source(date=None))).lead
    assert (lead.said.text, lead.age) == ("Fictief-Holland: 9 plekken gevraagd (bron zonder datum).", "")


def test_the_date_is_that_of_the_source_that_names_the_numbers() -> None:
    tie = FieldSources(fields=("values",), sources=("s-ander",))
    table = a_provincial_table(figures=(figures(asked(9), also_source=("s-ander",), sources_of=(tie,)),))
    register = a_register(table, a_source(date=on("2023-05")), a_source(id="s-ander", date=on("2024-02")))
    assert page_of(table, register).lead[0].said.text.endswith("(februari 2024).")


def test_parts_follow_what_they_are_part_of() -> None:
    part = LabelledValue(label="waarvan toegezegd", value=3)
    ((text, _),) = lead_of(figures(asked(9), part, date=on("2024")))
    assert text == "Fictief-Holland: 9 plekken gevraagd, waarvan toegezegd 3 (2024)."
    ((short, _),) = lead_of(figures(asked(9), found(7), part, date=on("2024")))
    assert short == "Fictief-Holland: 9 plekken gevraagd, 7 gevonden (2024)."


def test_newer_numbers_of_another_kind_follow() -> None:
    other = figures(LabelledValue(label="nog te maken", value=3), title="Nog te maken plekken", date=on("2026-03"))
    assert [text for text, _ in lead_of(figures(asked(9), date=on("2024")), other)] == [
        "Fictief-Holland: 9 plekken gevraagd (2024).",
        "3 plekken nog te maken (maart 2026).",
    ]
    for not_told in (replace(other, unit="euro"), replace(other, verified=False), replace(other, date=on("2024-05"))):
        assert len(lead_of(figures(asked(9), date=on("2024")), not_told)) == 1


def test_numbers_stand_with_the_newest_first_and_keep_their_anchors() -> None:
    groups = (figures(asked(1), date=on("2021")), figures(asked(2), date=on("2025-01")), figures(asked(3)))
    table = a_provincial_table(figures=groups)
    numbers = page_of(table, a_register(table, a_source(date=on("2023-05")))).numbers
    assert [(view.anchor, view.when) for view in numbers] == [
        ("cijfers-2", "januari 2025"),
        ("cijfers-3", "bron van mei 2023"),
        ("cijfers-1", "2021"),
    ]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (figures(asked(9), found(7)), "2 minder"),
        (figures(asked(7), found(9)), "2 meer"),
        (figures(asked(7), found(7)), "geen verschil"),
        (figures(asked(9, qualifier="ruim"), found(7)), None),
        (figures(asked(9), found(7), found(8)), None),
        (figures(asked(9), found(7, source="s-ander")), None),
        (figures(asked(9), found(7), also_source=("s-ander",)), None),
        (figures(asked(9, date=on("2025")), found(7, date=on("2024"))), None),
        (figures(asked(9)), None),
    ],
)
def test_a_difference_is_worked_out_only_of_exact_numbers_of_one_source(
    group: ProvincialFigures, words: str | None
) -> None:
    register = a_register(a_provincial_table(figures=(group,)), a_source(), a_source(id="s-ander"))
    (row,) = overview(register).rows
    assert (row.difference.text if row.difference else None) == words
    assert row.difference is None or row.difference.marks == (DERIVED,)


def test_a_share_is_not_what_was_found_of_places() -> None:
    share = figures(found(77), unit="procent", date=on("2026"))
    (row,) = overview(a_register(a_provincial_table(figures=(figures(asked(9), found(7)), share)))).rows
    assert (row.asked, row.found) == ("9", "7")


def test_of_one_date_the_numbers_that_the_record_has_last_go_first() -> None:
    table = a_provincial_table(figures=(figures(asked(1), date=on("2021")), figures(asked(2), date=on("2021"))))
    assert [group.place for group in newest_first(table, a_register(table))] == [2, 1]


def test_what_was_asked_goes_before_what_was_found_however_new() -> None:
    table = a_provincial_table(figures=(figures(asked(1), date=on("2021")), figures(found(2), date=on("2023"))))
    known = newest_known(newest_first(table, a_register(table)))
    assert known
    assert known.place == 1
    assert newest_known(()) is None


def test_a_number_keeps_the_word_of_its_source_for_how_exact_it_is() -> None:
    assert [value_in_words(value) for value in (asked(1200), asked(1200, qualifier="ruim"))] == ["1.200", "ruim 1.200"]


def test_a_card_shows_each_number_with_what_it_is_its_source_and_its_day() -> None:
    group = figures(asked(9), found(7, date=on("2024-03-01")), date=on("2024"), note="Let op.", verified=False)
    table = a_provincial_table(figures=(group,))
    page = as_read(page_of(table), a_register(table))
    assert "Fictieve opgave Plekken, 2024, 1 tot 3 jaar oud gevraagd 9 gevonden per 1 maart 2024 7" in page.words
    assert "Bron niet geverifieerd Let op." in page.words
    assert "cijfers-1" in page.ids
    (card,) = page_of(table).numbers
    assert card.source.backing.sources == (SOURCE,)
