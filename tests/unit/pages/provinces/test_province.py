"""The page of a provincial table: dates are those of the office, and what no source says is said to be unknown."""

from typing import Any

import pytest

from lrt_site.model.facts import Backing
from lrt_site.model.provinces import (
    DatedItem,
    ProvincialFigures,
    ProvincialTable,
    ReportPractice,
    ShownName,
    ShownNames,
    Website,
)
from lrt_site.model.register import Record
from lrt_site.pages.provinces import province
from lrt_site.pages.shared.common import PageMaker, PageView
from lrt_site.sitemap.site import page_makers
from tests.builders import (
    SOURCE,
    a_chair,
    a_commitment,
    a_contradiction,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_series,
    a_source,
    a_statement,
    an_observation,
    an_output,
    on,
)
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read
from tests.unit.pages.provinces.making import AS_OF, asked, figures, overview, page_of


def ready(page: PageView | PageMaker) -> PageView:
    return page() if isinstance(page, PageMaker) else page


def lead_of(*groups: ProvincialFigures, **changes: Any) -> list[tuple[str, str]]:
    table = a_provincial_table(figures=groups, **changes)
    return [
        (sentence.said.text, sentence.age)
        for sentence in page_of(table, a_register(table, a_source(date=on("2023-05")))).lead
    ]


def test_of_a_table_without_sources_one_list_says_what_was_not_found() -> None:
    page = page_of(a_provincial_table())
    assert [sentence.said.text for sentence in page.lead] == [
        "De voorzitter van deze tafel heeft het ambt van fictieve commissaris."
    ]
    assert page.missing[0] == "een bron die deze tafel bij naam noemt"
    assert len(page.missing) == 11
    assert page.reports == ""


def test_a_province_without_numbers_opens_with_who_is_in_the_office() -> None:
    assert lead_of(chairs=(a_chair(start_date=on("2019-02")),)) == [
        ("Fictieve commissaris in Fictief-Holland: F. Fictief (vanaf februari 2019; einde niet bekend).", "")
    ]


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


@pytest.mark.parametrize(
    ("about", "told"), [(("Plan is klaar.", "Het gaat door."), "Plan is klaar. Het gaat door."), (("a", "b"), "a; b")]
)
def test_what_a_meeting_was_about_is_told_in_sentences_or_as_a_list(about: tuple[str, ...], told: str) -> None:
    table = a_provincial_table()
    register = a_register(table, a_meeting(table=table.id, discussed=about))
    assert [meeting.about for meeting in page_of(table, register).meetings] == [told]


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
    assert [(meeting.link.address, meeting.state, meeting.about) for meeting in page.meetings] == [
        ("/vergaderingen/m-later/", "gepland", ""),
        ("/vergaderingen/m-2020-06-15/", "gehouden", "een fictief plan"),
    ]
    assert [letter.link.address for letter in page.letters] == ["/uitingen/o-2020-07-01/"]
    assert not {"bijeenkomsten", "brieven of andere publicaties"} & set(page.missing)


def test_a_publication_without_a_date_says_that_the_source_gives_none() -> None:
    item = DatedItem(what="Fictief plan", source=SOURCE)
    (shown,) = page_of(a_provincial_table(publications=(item,))).publications
    assert shown.when == "de bron noemt geen datum"


def test_who_is_only_named_for_the_office_is_not_shown_in_it() -> None:
    holder = a_chair(name="A. Fictief", end_date=on("2025-12-01"))
    named = a_chair(name="B. Fictief", note="Aanbevolen als opvolger (fictief).")
    assert lead_of(chairs=(holder, named)) == [
        ("Fictieve commissaris in Fictief-Holland: A. Fictief (einde op 1 december 2025; begin niet bekend).", "")
    ]


def test_what_a_provincial_table_did_leads_back_to_its_province() -> None:
    table = a_provincial_table()
    records = (table, a_meeting(), a_meeting(id="m-prt", table=table.id), an_output(id="o-prt", table=table.id))
    made = {page.frame.address: page for page in map(ready, page_makers(a_register(*records), AS_OF))}
    for address in ("/vergaderingen/m-prt/", "/uitingen/o-prt/"):
        assert [step.address for step in made[address].frame.trail] == ["/", "/provincies/", "/provincies/prt-fictief/"]
    assert (made["/vergaderingen/m-prt/"].frame.previous, made["/vergaderingen/m-prt/"].frame.next) == (None, None)


def shown(table: ProvincialTable, *records: Record) -> HtmlPage:
    register = a_register(table, *records)
    return as_read(page_of(table, register), register)


@pytest.mark.parametrize(
    ("known", "no_longer_missing"),
    [
        ({"names": (ShownName(name="PRT", source=SOURCE),)}, province.NO_NAME),
        ({"founded": a_statement()}, "wanneer zij is opgericht"),
        ({"chairs": (a_chair(),)}, "wie voorzitter was"),
        ({"members": ShownNames(names=("A",), source=SOURCE)}, "haar leden"),
        ({"regional_tables": ShownNames(names=("A",), source=SOURCE)}, "regionale tafels"),
        ({"frequency": a_statement()}, "hoe vaak zij bijeenkomt"),
        ({"gatherings": (DatedItem(what="Iets", source=SOURCE),)}, "bijeenkomsten"),
        ({"reports": ReportPractice(source=SOURCE)}, "of haar verslagen openbaar zijn"),
        ({"publications": (DatedItem(what="Iets", source=SOURCE),)}, "brieven of andere publicaties"),
        ({"website": Website(url="https://fictief.example/", source=SOURCE)}, "een eigen website"),
        ({"figures": (figures(asked(1)),)}, "cijfers over deze provincie"),
    ],
)
def test_only_what_was_not_found_is_said_to_be_missing(known: dict[str, Any], no_longer_missing: str) -> None:
    every = page_of(a_provincial_table()).missing
    assert [words for words in every if words not in page_of(a_provincial_table(**known)).missing] == [
        no_longer_missing
    ]


def test_all_that_sources_say_of_a_table_is_shown() -> None:
    table = a_provincial_table(
        names=(ShownName(name="Regietafel", abbreviation="RT", as_shown_at=on("2021"), source=SOURCE),),
        founded=a_statement(id="opr", text="Zij begon in 2016."),
        chair_note="Volgens de wet.",
        members=ShownNames(names=("A", "B"), as_shown_at=on("2020-03"), source=SOURCE),
        regional_tables=ShownNames(names=("C",), source=SOURCE),
        frequency=a_statement(text="Elk kwartaal."),
        website=Website(url="https://fictief.example/", source=SOURCE),
        reports=ReportPractice(public=False, source=SOURCE),
        publications=(DatedItem(what="Plan", date=on("2022-05"), source=SOURCE),),
        gatherings=(DatedItem(what="Werkbezoek", date=on("2021-05"), source=SOURCE),),
        remarks=(a_statement(id="opm", text="Zo is het hier."),),
        body="Meer *tekst*.",
    )
    words = shown(table).words
    for told in (
        "Naam Regietafel (RT) Zo genoemd: 2021",
        "Opgericht Zij begon in 2016.",
        "Ambt van de voorzitter fictieve commissaris Volgens de wet.",
        "Komt bijeen Elk kwartaal.",
        "Verslagen openbaar nee",
        "Website https://fictief.example/ volgens de bron",
        "Leden A B Zo getoond: maart 2020.",
        "Regionale tafels C De bron noemt geen datum.",
        "Andere bijeenkomsten Geen bron die wij vonden, noemt dit een bijeenkomst van deze tafel. Mei 2021: Werkbezoek",
        "Publicaties Mei 2022: Plan",
        "Opmerkingen Zo is het hier.",
        "Meer tekst.",
    ):
        assert told in words
    assert "https://fictief.example/" in {link for _, link in shown(table).links}


def test_chairs_stand_with_their_term_and_whether_a_source_names_them_as_chair() -> None:
    chairs = (
        a_chair(start_date=on("2019"), end_date=on("2021"), end_is="laatste dag", named_as_chair=True),
        a_chair(
            name="G. Ander", as_shown_at=on("2022-03"), as_shown_note="jaarverslag", acting=True, person="p-fictief"
        ),
    )
    page = shown(a_provincial_table(chairs=chairs), a_person())
    assert page.rows[1:] == (
        ("F. Fictief", "2019 tot in 2021", "door een bron als voorzitter genoemd"),
        ("G. Ander", "genoemd in maart 2022 (jaarverslag); waarnemend", "niet genoemd"),
    )
    assert "/deelnemers/p-fictief/" in page.leads_to("table")


def test_meetings_letters_and_promises_of_the_table_are_linked_with_their_marks() -> None:
    table = a_provincial_table()
    page = shown(
        table,
        a_meeting(table=table.id, conclusions=("Ja.",), derived=True),
        an_output(table=table.id, verified=False),
        a_commitment(table=table.id),
    )
    assert "Vergadering van 15 juni 2020 afgeleid Gehouden: Ja." in page.words
    assert "Fictieve brief 1 juli 2020 niet geverifieerd: Een verzonnen oproep." in page.words
    linked = {"/vergaderingen/m-2020-06-15/", "/uitingen/o-2020-07-01/", "/toezeggingen/T99001/"}
    assert linked <= page.leads_to("main")


def test_what_sources_say_of_another_province_does_not_touch_this_one() -> None:
    values = tuple(an_observation(id="v-2023", area=area) for area in ("Fictief-Holland", "West"))
    table, other = a_provincial_table(), a_provincial_table(id="prt-west", province="West")
    about = (a_contradiction(id=f"teg-{name}", about=("v-2023", *more)) for name, more in (
        ("alles", ()), ("hier", ("prt-fictief",)), ("daar", ("prt-west",)),
    ))  # fmt: skip
    register = a_register(table, other, a_series(observations=values), *about)
    (row,) = page_of(table, register).targets
    assert [link.address for link in row.contradictions] == ["/tegenspraak/teg-alles/", "/tegenspraak/teg-hier/"]
    assert (row.part, row.value.text, row.moment) == ("geheel", "1.200 plekken", "17 mei 2021")


def test_a_table_without_numbers_or_chair_opens_with_its_name() -> None:
    assert lead_of(names=(ShownName(name="Tafel", source=SOURCE),)) == [("Een bron noemt deze tafel ‘Tafel’.", "")]


def test_of_two_in_the_office_the_last_opens_the_page() -> None:
    chairs = (a_chair(name="A. Fictief", start_date=on("2015")), a_chair(name="B. Fictief", start_date=on("2020")))
    ((told, _),) = lead_of(chairs=chairs)
    assert told == "Fictieve commissaris in Fictief-Holland: B. Fictief (vanaf 2020; einde niet bekend)."
