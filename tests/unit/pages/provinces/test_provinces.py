"""Provincial tables: dates are those of the office, and what no source says is said to be unknown."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lrt_site.model.facts import Backing, FieldSources
from lrt_site.model.provinces import (
    DatedItem,
    LabelledValue,
    ProvincialFigures,
    ProvincialTable,
    ReportPractice,
    ShownName,
)
from lrt_site.model.register import Register
from lrt_site.pages.meetings import meetings, outputs
from lrt_site.pages.meetings.meetings import MeetingsPage
from lrt_site.pages.meetings.outputs import OutputsPage
from lrt_site.pages.provinces import province, provinces
from lrt_site.pages.provinces.province import ProvincePage
from lrt_site.pages.provinces.provinces import ProvincesPage
from lrt_site.pages.shared.common import DERIVED, PageMaker, PageView
from lrt_site.sitemap.site import page_makers
from tests.builders import (
    SOURCE,
    a_chair,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_series,
    a_source,
    a_statement,
    a_table,
    an_observation,
    an_output,
    on,
)

AS_OF = date(2026, 11, 27)


def ready(page: PageView | PageMaker) -> PageView:
    return page() if isinstance(page, PageMaker) else page


def overview(register: Register) -> ProvincesPage:
    page = next(iter(provinces.pages(register, AS_OF)))
    made = page() if callable(page) else page
    assert isinstance(made, ProvincesPage)
    return made


def page_of(table: ProvincialTable, register: Register | None = None) -> ProvincePage:
    return province.page(register or a_register(table), table, (None, None), AS_OF)


def figures(*values: LabelledValue, **changes: Any) -> ProvincialFigures:
    made = ProvincialFigures(title="Fictieve opgave", unit="plekken", values=values, source=SOURCE)
    return replace(made, **changes)


def asked(value: int, **changes: Any) -> LabelledValue:
    return replace(LabelledValue(label="gevraagd", value=value), **changes)


def found(value: int, **changes: Any) -> LabelledValue:
    return replace(LabelledValue(label="gevonden", value=value), **changes)


def lead_of(*groups: ProvincialFigures, **changes: Any) -> list[tuple[str, str]]:
    table = a_provincial_table(figures=groups, **changes)
    return [(one.said.text, one.age) for one in page_of(table, a_register(table, a_source(date=on("2023-05")))).lead]


def test_of_a_table_without_sources_one_list_says_what_was_not_found() -> None:
    page = page_of(a_provincial_table())
    assert [one.said.text for one in page.lead] == [
        "De voorzitter van deze tafel heeft het ambt van fictieve commissaris."
    ]
    assert page.missing[0] == "een bron die deze tafel bij naam noemt"
    assert len(page.missing) == 11
    assert page.reports == ""


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
    ((text, _),) = lead_of(figures(asked(9), found(7), part, date=on("2024")))
    assert text == "Fictief-Holland: 9 plekken gevraagd, 7 gevonden, waarvan toegezegd 3 (2024)."


def test_newer_numbers_of_another_kind_follow() -> None:
    other = figures(LabelledValue(label="nog te maken", value=3), title="Nog te maken plekken", date=on("2026-03"))
    assert [text for text, _ in lead_of(figures(asked(9), date=on("2024")), other)] == [
        "Fictief-Holland: 9 plekken gevraagd (2024).",
        "3 plekken nog te maken (maart 2026).",
    ]
    for not_told in (replace(other, unit="euro"), replace(other, verified=False), replace(other, date=on("2024-05"))):
        assert len(lead_of(figures(asked(9), date=on("2024")), not_told)) == 1


def test_a_province_without_numbers_opens_with_who_is_in_the_office() -> None:
    assert lead_of(chairs=(a_chair(start_date=on("2019-02")),)) == [
        ("Fictieve commissaris in Fictief-Holland: F. Fictief (vanaf februari 2019; einde niet bekend).", "")
    ]


def test_numbers_stand_with_the_newest_first_and_keep_their_anchors() -> None:
    groups = (figures(asked(1), date=on("2021")), figures(asked(2), date=on("2025-01")), figures(asked(3)))
    table = a_provincial_table(figures=groups)
    numbers = page_of(table, a_register(table, a_source(date=on("2023-05")))).numbers
    assert [(one.anchor, one.when) for one in numbers] == [
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


def test_whether_reports_are_public_is_only_said_where_a_source_settles_it() -> None:
    def reports(public: bool | None) -> str:
        return page_of(a_provincial_table(reports=ReportPractice(public=public, source=SOURCE))).reports

    assert [reports(True), reports(False), reports(None)] == ["ja", "nee", "niet vastgesteld"]


def test_a_chair_is_named_as_such_only_by_a_source() -> None:
    table = a_provincial_table(
        chairs=(
            a_chair(start_date=on("2019-02"), named_as_chair=True),
            a_chair(name="G. Fictief", start_date=on("2021"), acting=True, person="p-fictief"),
        )
    )
    named, other = page_of(table, a_register(table, a_person())).chairs
    assert named.at_table is not None
    assert (named.at_table.text, named.at_table.backing) == (province.NAMED, Backing((SOURCE,)))
    assert other.at_table is None
    assert other.term.text == "vanaf 2021; einde niet bekend; waarnemend"
    assert not isinstance(other.name, str)


def test_a_chair_without_dates_is_shown_at_the_moment_of_the_source() -> None:
    assert province.term(a_chair(as_shown_at=on("2015-12"))) == "genoemd in december 2015"
    assert province.term(a_chair(as_shown_at=on("2015-12-07"))) == "genoemd op 7 december 2015"
    assert province.term(a_chair()) == "data niet bekend"


def test_the_overview_opens_with_a_fact_and_names_the_chairs_once() -> None:
    named = a_chair(start_date=on("2019"), named_as_chair=True)
    register = a_register(
        a_provincial_table(chairs=(named, a_chair(name="G. Fictief", start_date=on("2021")))),
        a_provincial_table(id="prt-twee", province="Twee", chairs=(a_chair(start_date=on("2020")),)),
    )
    page = overview(register)
    assert page.frame.description == "Er zijn provinciale tafels in Fictief-Holland en Twee."
    assert page.chairs.startswith("In Fictief-Holland noemt een bron wie de tafel voorzit of voorzat. ")
    assert overview(a_register()).frame.description == "Er zijn nog geen provinciale tafels beschreven."
    table = a_table(provincial=(a_statement(text="Elke provincie heeft een tafel (fictief)."),))
    assert overview(a_register(table)).lead.text == "Elke provincie heeft een tafel (fictief)."
    assert overview(a_register(table)).in_general == ()


@pytest.mark.parametrize(
    ("about", "told"), [(("Plan is klaar.", "Het gaat door."), "Plan is klaar. Het gaat door."), (("a", "b"), "a; b")]
)
def test_what_a_meeting_was_about_is_told_in_sentences_or_as_a_list(about: tuple[str, ...], told: str) -> None:
    table = a_provincial_table()
    register = a_register(table, a_meeting(table=table.id, discussed=about))
    assert [one.about for one in page_of(table, register).meetings] == [told]


def test_a_province_shows_its_row_in_every_version_of_a_divided_figure() -> None:
    values = tuple(
        an_observation(id=f"v-{year}", area=area, value=value, vintage=on(year))
        for year in ("2023", "2024")
        for area, value in (("Fictief-Holland", 30), ("West", 60))
    )
    table = a_provincial_table()
    register = a_register(table, a_series(observations=values))
    targets = page_of(table, register).targets
    assert [row.version.address for row in targets] == [
        "/cijfers/fictieve-reeks/#v-2023",
        "/cijfers/fictieve-reeks/#v-2024",
    ]
    assert overview(register).target[0].address == "/cijfers/fictieve-reeks/"


def test_what_the_table_did_is_linked_from_its_page() -> None:
    table = a_provincial_table()
    held = a_meeting(table=table.id, discussed=("een fictief plan",))
    planned = a_meeting(id="m-later", table=table.id, state="gepland", date=on("2027-01"))
    letter, other = an_output(table=table.id), an_output(id="o-ander")
    page = page_of(table, a_register(table, held, planned, letter, other))
    assert [(one.link.address, one.state, one.about) for one in page.meetings] == [
        ("/vergaderingen/m-later/", "gepland", ""),
        ("/vergaderingen/m-2020-06-15/", "gehouden", "een fictief plan"),
    ]
    assert [one.link.address for one in page.letters] == ["/uitingen/o-2020-07-01/"]
    assert not {"bijeenkomsten", "brieven of andere publicaties"} & set(page.missing)


def test_what_a_provincial_table_did_leads_back_to_its_province() -> None:
    table = a_provincial_table()
    records = (table, a_meeting(), a_meeting(id="m-prt", table=table.id), an_output(id="o-prt", table=table.id))
    made = {page.frame.address: page for page in map(ready, page_makers(a_register(*records), AS_OF))}
    for address in ("/vergaderingen/m-prt/", "/uitingen/o-prt/"):
        assert [step.address for step in made[address].frame.trail] == ["/", "/provincies/", "/provincies/prt-fictief/"]
    assert (made["/vergaderingen/m-prt/"].frame.previous, made["/vergaderingen/m-prt/"].frame.next) == (None, None)


def test_lists_keep_the_provinces_apart() -> None:
    table = a_provincial_table()
    register = a_register(
        table,
        a_meeting(),
        a_meeting(id="m-prt", table=table.id, date=on("2021-03")),
        an_output(id="o-prt", table=table.id),
    )
    page = next(iter(meetings.pages(register)))
    assert isinstance(page, MeetingsPage)
    assert [row.link.title for row in page.rows] == ["Vergadering van 15 juni 2020"]
    assert [row.link.title for row in page.provincial] == ["Vergadering van maart 2021 (Fictief-Holland)"]
    letters = next(iter(outputs.pages(register)))
    assert isinstance(letters, OutputsPage)
    assert (letters.outputs, [link.title for link, _ in letters.provincial]) == ((), ["Fictief-Holland"])


def test_a_publication_without_a_date_says_that_the_source_gives_none() -> None:
    item = DatedItem(what="Fictief plan", source=SOURCE)
    (shown,) = page_of(a_provincial_table(publications=(item,))).publications
    assert shown.when == "de bron noemt geen datum"


def test_provinces_lead_to_each_other_by_name() -> None:
    tables = (
        a_provincial_table(id="prt-b", province="Aa", names=(ShownName(name="Tafel Aa", source=SOURCE),)),
        a_provincial_table(id="prt-a", province="Bee"),
    )
    register = a_register(*tables)
    assert [one.province for one in provinces.in_order(register)] == ["Aa", "Bee"]
    _, first, second = (page() if callable(page) else page for page in provinces.pages(register, AS_OF))
    assert first.frame.next is not None
    assert second.frame.previous is not None
    assert (first.frame.next.title, second.frame.previous.title) == ("Bee", "Aa")


def test_who_is_only_named_for_the_office_is_not_shown_in_it() -> None:
    holder = a_chair(name="A. Fictief", end_date=on("2025-12-01"))
    named = a_chair(name="B. Fictief", note="Aanbevolen als opvolger (fictief).")
    assert lead_of(chairs=(holder, named)) == [
        ("Fictieve commissaris in Fictief-Holland: A. Fictief (einde op 1 december 2025; begin niet bekend).", "")
    ]
