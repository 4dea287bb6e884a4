"""The home page shows the newest of everything, and says so where it is not whole."""

from datetime import date

from lrt_site.model.facts import Backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.people import Composition
from lrt_site.model.register import Record
from lrt_site.views import home
from lrt_site.views.home import HomePage
from tests.builders import (
    a_composition,
    a_contradiction,
    a_holder,
    a_meeting,
    a_mention,
    a_person,
    a_register,
    a_report,
    a_seat,
    a_series,
    a_source,
    a_statement,
    a_table,
    an_agenda_item,
    an_observation,
    an_organisation,
    on,
)


def the_home(*records: Record) -> HomePage:
    (make,) = home.pages(a_register(*records), date(2026, 1, 15))
    page = make()
    assert isinstance(page, HomePage)
    return page


def seating(*compositions: Composition) -> HomePage:
    seats = (a_seat(), a_seat(id="stoel-b", name="Tweede stoel"))
    return the_home(*compositions, *seats, a_person(), an_organisation())


def holders_of(page: HomePage) -> list[str]:
    assert page.seated
    return [one if isinstance(one, str) else one.title for one in page.seated.holders]


def figures(*series: Series) -> list[str]:
    return [one.value.text for one in the_home(*series).figures]


def observed(moment: str, **changes: object) -> Observation:
    return an_observation(id=f"w-{moment}", date=on(moment), **changes)


def test_the_first_purpose_says_what_the_table_is() -> None:
    purposes = (a_statement(id="nu", text="Nu dit."), a_statement(id="eerst", text="Eerst dat."))
    page = the_home(a_table(purposes=purposes))
    assert page.about.text == "Nu dit."
    assert page.founded
    assert page.frame.description == "Fictieve Tafel. Nu dit."


def test_without_purposes_its_beginning_says_what_the_table_is() -> None:
    page = the_home(a_table(purposes=()))
    assert (page.about.text, page.founded) == ("De fictieve tafel begon in 2015.", None)


def test_the_newest_composition_says_who_sits_there() -> None:
    page = seating(
        a_composition(id="oud", as_shown_at=on("2019"), complete=True),
        a_composition(id="nieuw", holders=(a_holder(organisation="org-fictief"),)),
    )
    assert page.seated
    assert holders_of(page) == ["F. Fictief (FO)"]
    assert page.seated.shown.text == "15 juni 2020, mogelijk niet volledig: Vaste deelnemers, fictief"


def test_holders_without_a_name_go_by_organisation_or_office() -> None:
    holders = (
        a_holder(person=None, organisation="org-fictief"),
        a_holder(seat="stoel-b", person=None, role="fictief bestuurder"),
    )
    page = seating(a_composition(holders=holders))
    assert holders_of(page) == ["FO", "fictief bestuurder"]


def test_an_older_composition_with_more_seats_is_named_too() -> None:
    both = (a_holder(), a_holder(seat="stoel-b"))
    older = a_composition(
        id="ruim", as_shown_at=None, estimated_from=on("2017"), estimated_until=on("2018"), holders=both
    )
    ways = [one.title for one in seating(older, a_composition(id="nieuw")).ways]
    assert ways[2:] == ["Meer stoelen, eerder getoond: Vaste deelnemers, fictief, 2017 of 2018 (schatting)"]
    assert len(seating(a_composition(id="nieuw", holders=both)).ways) == 2


def test_the_last_meeting_is_one_that_was_held() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01"), discussed=("Fictieve boten",)),
        a_meeting(id="m-2", date=on("2020-02"), state="gepland"),
    )
    assert [(one.link.title, one.subjects[0].text) for one in page.discussed] == [
        ("Vergadering van januari 2020", "Fictieve boten")
    ]
    assert [(one.link.title, one.state) for one in page.meetings] == [("Vergadering van februari 2020", "gepland")]


def test_a_last_meeting_of_which_no_subject_is_known_is_followed_by_one_that_has() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01"), agenda=(an_agenda_item(title="Fictieve boten"),)),
        a_meeting(id="m-2", date=on("2020-02")),
    )
    assert [(one.link.title, len(one.subjects)) for one in page.discussed] == [
        ("Vergadering van februari 2020", 0),
        ("Vergadering van januari 2020", 1),
    ]
    assert page.meetings == ()


def test_meetings_of_other_tables_are_not_the_last_of_this_one() -> None:
    assert the_home(a_meeting(table="prt-fictief")).discussed == ()


def test_figures_are_the_newest_of_their_theme() -> None:
    old = a_series(id="oud", observations=(observed("2019-03-04", value=7),))
    new = a_series(id="nieuw", observations=(observed("2021-03-04", value=9), observed("2020-03-04", value=8)))
    assert figures(old, new) == ["9 plekken"]


def test_an_expectation_shows_only_where_there_is_nothing_else() -> None:
    expected = a_series(id="raming", kind="raming", observations=(observed("2030-03-04", value=99),))
    real = a_series(observations=(observed("2020-03-04"), observed("2025-03-04", status="verwacht")))
    assert figures(expected, real) == ["1.200 plekken"]
    page = the_home(expected)
    assert [(one.value.text, [mark.word for mark in one.value.marks]) for one in page.figures] == [
        ("99 plekken", ["schatting"])
    ]


def test_what_is_missing_or_disputed_is_counted() -> None:
    page = the_home(
        a_meeting(id="m-1"),
        a_meeting(id="m-2", report=a_report()),
        a_contradiction(),
        a_mention(),
    )
    assert [one.text for one in page.counts] == [
        "Van 1 van de 2 gehouden vergaderingen van de FT vonden wij geen verslag.",
        "Op 1 punt spreken bronnen elkaar tegen, of spreekt een bron zichzelf tegen.",
        "1 vermelding is nog door geen tweede bron bevestigd.",
    ]


def test_an_empty_register_has_a_home_page() -> None:
    page = the_home()
    assert (page.seated, page.discussed, page.figures, page.events, page.counts) == (None, (), (), (), ())
    assert [one.reader for one in page.doors] == ["Burger en journalist", "Parlement", "Redactie", "Hergebruik"]


def test_what_the_table_is_for_rests_on_its_own_source() -> None:
    purpose = a_statement(id="doel", text="Dit.", source="s-doel")
    page = the_home(a_table(purposes=(purpose,)), a_source(id="s-doel"))
    assert page.about.backing == Backing(("s-doel",))
    assert "s-doel" in [one.id for one in page.frame.references]
