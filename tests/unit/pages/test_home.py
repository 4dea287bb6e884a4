"""The home page shows the newest of everything, and says so where it is not whole."""

from datetime import date

import pytest

from lrt_site.model.facts import Backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.people import Composition
from lrt_site.model.register import Record
from lrt_site.model.terms import EndIs
from lrt_site.pages import home
from lrt_site.pages.home import FIGURES, HomePage
from tests.builders import (
    a_composition,
    a_frequency,
    a_holder,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_role,
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
    assert page.present.seated
    return [holder if isinstance(holder, str) else holder.title for holder in page.present.seated.holders]


def figures(*series: Series) -> list[str]:
    return [newest.value.text for row in the_home(*series).figures for newest in row]


def observed(moment: str, **changes: object) -> Observation:
    return an_observation(id=f"w-{moment}", date=on(moment), **changes)


def test_it_begins_with_what_the_table_is() -> None:
    definition = a_statement(id="wat", text="De fictieve tafel is een overleg.", source="s-wat")
    page = the_home(a_table(definition=definition), a_source(id="s-wat"))
    assert page.about.text == page.frame.description == "De fictieve tafel is een overleg."
    assert page.about.backing == Backing(("s-wat",))
    assert "s-wat" in [reference.id for reference in page.frame.references]


def test_without_a_definition_the_first_purpose_or_its_beginning_says_it() -> None:
    purposes = (a_statement(id="nu", text="Nu dit."), a_statement(id="eerst", text="Eerst dat."))
    assert the_home(a_table(purposes=purposes)).about.text == "Nu dit."
    assert the_home(a_table(purposes=())).about.text == "De fictieve tafel begon in 2015."


def test_the_newest_composition_says_who_sits_there() -> None:
    page = seating(
        a_composition(id="oud", as_shown_at=on("2019"), complete=True),
        a_composition(id="nieuw", holders=(a_holder(organisation="org-fictief"),)),
    )
    assert page.present.seated
    assert holders_of(page) == ["F. Fictief (FO)"]
    assert page.present.seated.when == "15 juni 2020"
    assert page.present.seated.shown.text == "Vaste deelnemers, fictief, mogelijk niet volledig"


def test_holders_without_a_name_go_by_organisation_or_office() -> None:
    holders = (
        a_holder(person=None, organisation="org-fictief"),
        a_holder(seat="stoel-b", person=None, role="fictief bestuurder"),
    )
    page = seating(a_composition(holders=holders))
    assert holders_of(page) == ["FO", "fictief bestuurder"]


@pytest.mark.parametrize(
    ("end_is", "told"),
    [
        ("laatste dag", "F. Fictief was tot en met 4 maart 2021 voorzitter."),
        ("eerste dag erna", "F. Fictief was tot 4 maart 2021 voorzitter."),
        ("niet vermeld", "F. Fictief was voorzitter; einde op 4 maart 2021."),
    ],
)
def test_who_left_an_office_after_that_moment_is_named_with_the_day(end_is: EndIs, told: str) -> None:
    roles = (
        a_role(role="voorzitter", end_date=on("2021-03-04"), end_is=end_is, end_source="s-einde"),
        a_role(role="bestuurder", end_date=on("2019")),
        a_role(role="burgemeester", start_date=on("2021"), end_date=on("2022")),
        a_role(role="wethouder", end_date=on("2030")),
        a_role(role="lid"),
    )
    seat, body = a_seat(), an_organisation()
    page = the_home(a_composition(), seat, body, a_person(roles=roles), a_source(id="s-einde"))
    assert page.present.seated
    (left,) = page.present.seated.left
    assert left.text == told
    assert set(left.backing.sources) == {"s-fictief", "s-einde"}


@pytest.mark.parametrize(
    ("end_is", "told"),
    [
        ("eerste dag erna", "Volgens een bron van 5 februari 2021 zou F. Fictief tot 4 maart 2021 voorzitter zijn."),
        ("niet vermeld", "Volgens een bron van 5 februari 2021 zou F. Fictief op 4 maart 2021 stoppen als voorzitter."),
    ],
)
def test_an_end_that_was_only_announced_is_told_as_announced(end_is: EndIs, told: str) -> None:
    roles = (a_role(role="voorzitter", end_date=on("2021-03-04"), end_is=end_is, end_source="s-einde"),)
    source = a_source(id="s-einde", date=on("2021-02-05"))
    page = the_home(a_composition(), a_seat(), an_organisation(), a_person(roles=roles), source)
    assert page.present.seated
    assert [said.text for said in page.present.seated.left] == [told]


def test_after_the_last_known_meeting_the_silence_is_said_and_no_more() -> None:
    page = the_home(a_meeting(date=on("2020-01")), a_meeting(id="m-2", table="prt-fictief", date=on("2021")))
    assert page.present.gap
    assert page.present.gap.text == (
        "Na januari 2020 vonden wij geen vergadering van de tafel die is gehouden. "
        "Of de tafel nog bijeenkomt, weten wij niet."
    )
    assert the_home().present.gap is None


def test_what_is_planned_after_it_is_named() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01")),
        a_meeting(id="m-0", date=on("2019-12"), state="gepland"),
        a_meeting(id="m-2", date=on("2020-02"), state="gepland"),
        a_meeting(id="m-3", date=on("2020-03"), state="afgelast"),
    )
    assert page.present.gap
    assert page.present.gap.text.endswith("Aangekondigd of gepland: Vergadering van februari 2020.")


def test_what_is_known_since_has_its_sources() -> None:
    now = (a_statement(id="nu", text="In 2021 was dat iemand anders.", source="s-nu"),)
    (since,) = the_home(a_table(now=now), a_source(id="s-nu")).present.since
    assert (since.text, since.backing) == ("In 2021 was dat iemand anders.", Backing(("s-nu",)))


def test_the_last_meeting_is_one_that_was_held_with_what_came_of_it() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01"), discussed=("Boten",), conclusions=("Er komen boten.",)),
        a_meeting(id="m-2", date=on("2020-02"), state="gepland"),
    )
    assert [(meeting.link.title, meeting.outcome[0].text) for meeting in page.discussed] == [
        ("Vergadering van januari 2020", "Er komen boten.")
    ]


def test_a_last_meeting_of_which_no_subject_is_known_is_followed_by_one_that_has() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01"), agenda=(an_agenda_item(title="Fictieve boten"),)),
        a_meeting(id="m-2", date=on("2020-02")),
    )
    assert [(meeting.link.title, len(meeting.outcome)) for meeting in page.discussed] == [
        ("Vergadering van februari 2020", 0),
        ("Vergadering van januari 2020", 1),
    ]


def test_meetings_of_other_tables_are_not_the_last_of_this_one() -> None:
    assert the_home(a_meeting(table="prt-fictief")).discussed == ()


def test_figures_are_the_newest_of_their_theme_the_latest_first() -> None:
    old = a_series(id="oud", observations=(observed("2021-03-04", value=9), observed("2020-03-04", value=8)))
    new = a_series(id="nieuw", theme="iets anders", observations=(observed("2022-03-04", value=7),))
    assert figures(old, new) == ["7 plekken", "9 plekken"]


def test_a_theme_and_a_series_may_share_a_name() -> None:
    built = a_series(id="gebouwd", theme="wonen", observations=(an_observation(id="f-a", date=on("2020"), value=777),))
    pets = a_series(id="wonen", theme="dieren", observations=(an_observation(id="f-b", date=on("2019"), value=555),))
    assert figures(built, pets) == ["777 plekken", "555 plekken"]


def test_only_the_newest_figures_stand_here() -> None:
    series = (
        a_series(id=f"r-{year}", theme=f"t-{year}", observations=(observed(f"{year}"),)) for year in range(2010, 2016)
    )
    assert len(figures(*series)) == FIGURES


def test_what_is_missing_is_counted_with_the_rule_behind_it() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2020"), covers_until=on("2021"))
    page = the_home(a_table(frequencies=(rule,)), a_meeting(id="m-1"), a_meeting(id="m-2", report=a_report()))
    assert [count.text for count in page.counts] == [
        "Bronnen noemen als ritme: twee keer per jaar. Wij tellen daarmee over 2020 tot en met 2021. Dat komt neer op "
        "8 vergaderingen. Wij kennen er in die jaren 2 die zijn gehouden.",
        "Van 1 van de 2 gehouden vergaderingen van de FT vonden wij geen verslag.",
    ]


def test_an_empty_register_has_a_home_page() -> None:
    page = the_home()
    assert (page.present.seated, page.discussed, page.figures, page.events, page.counts) == (None, (), (), (), ())


def test_every_province_has_its_own_page() -> None:
    assert [link.title for link in the_home(a_provincial_table()).provinces] == ["Fictief-Holland"]
