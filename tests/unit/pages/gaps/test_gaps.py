"""The page of what is missing counts, names and links every gap, and tells by which rule."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.portions import ROWS
from lrt_site.model.provinces import ReportPractice
from lrt_site.model.register import Record
from lrt_site.pages.gaps import gaps
from lrt_site.pages.gaps.gaps import GapsPage
from lrt_site.wording.runs import Link
from tests.builders import (
    SOURCE,
    a_commitment,
    a_meeting,
    a_mention,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_role,
    a_series,
    a_source,
    a_table,
    an_observation,
    an_output,
    on,
)
from tests.tools.rendering import as_read


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ({"date": on("2020-02-05")}, "5 februari 2020"),
        ({"vintage": on("2020-02-05")}, "zonder datum; bekend sinds 5 februari 2020"),
        ({"as_shown_at": on("2020-02-05")}, "zonder datum; volgens een bron op 5 februari 2020"),
    ],
)
def test_a_value_is_about_no_moment_that_its_source_does_not_tell(moment: dict[str, Any], said: str) -> None:
    value = an_observation(**{"date": None, **moment})
    page = gaps.page(GapsOnDay(a_register(a_series(observations=(value,))), date(2021, 1, 1)))
    assert [row.since for row in page.series] == [said]


def test_silence_shows_how_it_reckoned() -> None:
    register = a_register(a_meeting(), a_meeting(id="m-prt", table="prt-fictief"), a_provincial_table())
    page = gaps.page(GapsOnDay(register, date(2021, 1, 1)))
    assert page.rhythm.sum_in_words == "Er is geen heel jaar waarvoor een bron een ritme noemt om mee te tellen."
    assert [(view.tables, view.held, view.missing) for view in page.reports] == [
        ("de landelijke tafel", 1, 1),
        ("provinciale tafels", 1, 1),
    ]
    assert [(level.words, [row.province.title for row in level.rows]) for level in page.levels] == [
        ("niets gevonden", ["Fictief-Holland"])
    ]


def the_page(*records: Record, as_of: date = date(2021, 1, 1)) -> GapsPage:
    return gaps.page(GapsOnDay(a_register(*records), as_of))


def test_it_begins_with_since_when_nothing_was_found_and_on_how_many_places() -> None:
    assert the_page(a_meeting()).frame.description.startswith("Na 15 juni 2020 ")
    assert the_page(a_meeting()).frame.description.endswith(
        "Vergaderingen, verslagen, cijfers en stukken: op 1 plaats vonden wij niets."
    )
    assert the_page(a_meeting(), a_commitment()).frame.description.endswith(" plaatsen vonden wij niets.")
    assert the_page().frame.description == "Wij kennen nu niets dat in onze gegevens ontbreekt."


def test_every_gap_is_counted_under_its_kind_and_listed_there() -> None:
    page = the_page(a_meeting(), a_commitment())
    counts = {kind.address: count for kind, count in page.kinds.rows if isinstance(kind, Link) and count != "0"}
    assert counts == {"#verslagen": "1", "#toezeggingen": "1"}
    assert page.kinds.caption == "Wat wij niet vonden, geteld: 2"
    assert sum(map(len, page.listed.values())) == 2


def test_accounts_are_counted_by_their_form() -> None:
    page = the_page(
        a_meeting(report=a_report(form="nieuwsbericht")),
        a_meeting(id="m-2", report=a_report()),
        a_meeting(id="m-3"),
        a_meeting(id="m-4", state="gepland", date=on("2022-01-01")),
    )
    (national,) = page.reports
    assert (national.held, national.missing, national.forms) == (3, 1, (("hoofdlijnen", 1), ("nieuwsbericht", 1)))


def test_provincial_tables_stand_by_what_they_publish() -> None:
    public, closed = (ReportPractice(public=public, source=SOURCE) for public in (True, False))
    page = the_page(
        a_provincial_table(id="prt-a", province="A", reports=public),
        a_provincial_table(id="prt-b", province="B", reports=closed),
        a_provincial_table(id="prt-c", province="C"),
        a_provincial_table(id="prt-d", province="D"),
        an_output(table="prt-d"),
        a_meeting(table="prt-a", report=a_report()),
    )
    assert [(level.words, [(row.province.title, row.meetings) for row in level.rows]) for level in page.levels] == [
        ("volgens een bron zijn verslagen openbaar", [("A", 1)]),
        ("andere stukken, geen verslagen gevonden", [("D", 0)]),
        ("volgens een bron zijn verslagen niet openbaar", [("B", 0)]),
        ("niets gevonden", [("C", 0)]),
    ]
    assert page.provinces == 4


@pytest.mark.parametrize(
    ("as_of", "silent"),
    [(date(2021, 5, 17), "nog niet voorbij"), (date(2021, 5, 18), "1 dag"), (date(2024, 5, 17), "1.096 dagen")],
)
def test_a_series_says_how_long_it_waits_beside_its_rhythm(as_of: date, silent: str) -> None:
    (row,) = the_page(a_series(), as_of=as_of).series
    assert (row.series.title, row.since, row.silent) == ("Fictieve reeks", "17 mei 2021", silent)
    assert row.rhythm == "een jaar; te weinig waarden (0 tussenpozen)"
    assert (row.gap is not None) == (silent == "1.096 dagen")


def test_a_series_with_values_enough_has_a_rhythm_of_its_own() -> None:
    values = tuple(an_observation(id=f"w-{month}", date=on(f"2020-{month:02}-01")) for month in (1, 2, 3, 4))
    (row,) = the_page(a_series(observations=values)).series
    assert row.rhythm == "31 dagen"


def test_a_series_without_a_value_with_a_date_says_so() -> None:
    (row,) = the_page(a_series(observations=(an_observation(date=None),))).series
    assert (row.since, row.silent) == ("geen enkele waarde met een datum", "niet te zeggen")


def test_what_is_not_sure_is_counted_with_a_link_to_each() -> None:
    page = the_page(
        a_meeting(verified=False),
        a_source(id="s-weg", found=False, date=on("2020")),
        a_mention(),
        a_person(roles=(a_role(verified=False),)),
    )
    counted = {uncertain.anchor: [link.address for link in uncertain.links] for uncertain in page.counted}
    assert counted["niet-teruggevonden"] == ["/bronnen/s-weg/"]
    assert counted["losse-vermeldingen"] == ["/vermeldingen/#ver-fictief"]
    assert {"/deelnemers/p-fictief/", "/vergaderingen/m-2020-06-15/"} <= {*counted["niet-geverifieerd"]}
    assert f"/bronnen/{SOURCE}/" in counted["zonder-datum"]


def test_the_page_says_plainly_what_it_does_not_know() -> None:
    register = a_register()
    (maker,) = gaps.pages(GapsOnDay(register, date(2021, 1, 1)))
    page = as_read(maker, register)
    for told in (
        "Niet gevonden is niet hetzelfde als niet gebeurd.",
        "Geen bron noemt een regel waarmee wij kunnen tellen hoeveel vergaderingen er te verwachten zijn.",
        "Zonder een regel om mee te tellen noemen wij geen maand zonder vergadering.",
        "Van elke aangekondigde vergadering waarvan de dag voorbij is, weten wij of zij is gehouden.",
        "Er zijn geen provinciale tafels beschreven.",
        "Zulke toezeggingen kennen wij nu niet.",
    ):
        assert told in page.words
    assert {"/verslaglegging/dekking/", "/tegenspraak/", "/vermeldingen/", "/verslaglegging/"} <= page.leads_to("ul")


def test_without_a_rule_the_time_since_the_last_meeting_has_its_place_on_the_page() -> None:
    register = a_register(a_table(frequencies=()), a_meeting(id="m-1", date=on("2018-06-15")))
    read = as_read(gaps.page(GapsOnDay(register, date(2021, 1, 1))), register)
    assert "stilte-na-m-1" in read.ids
    assert "noemen wij geen maand" not in read.words
    short = as_read(gaps.page(GapsOnDay(register, date(2018, 7, 1))), register)
    assert "Zonder een regel om mee te tellen noemen wij geen maand zonder vergadering." in short.words


def test_what_is_counted_is_listed_up_to_what_one_page_has_room_for() -> None:
    register = a_register(*(a_source(id=f"s-{place}") for place in range(ROWS)))
    page = gaps.page(GapsOnDay(register, date(2026, 1, 15)))
    counted = next(group for group in page.counted if group.anchor == "zonder-datum")
    assert (counted.total, len(counted.links)) == (ROWS + 1, ROWS)
    assert f"toon de eerste {ROWS} van {ROWS + 1}" in as_read(page, register).words
