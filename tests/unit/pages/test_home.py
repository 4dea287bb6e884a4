"""The home page shows the newest of everything, and says so where it is not whole."""

from datetime import date

from lrt_site.model.facts import Backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Record
from lrt_site.pages import home
from lrt_site.pages.home import FIGURES, HomePage
from tests.builders import (
    a_commitment,
    a_deadline,
    a_frequency,
    a_meeting,
    a_provincial_table,
    a_register,
    a_report,
    a_series,
    a_source,
    a_statement,
    a_status,
    a_table,
    an_agenda_item,
    an_observation,
    on,
)
from tests.tools.rendering import as_read


def the_home(*records: Record) -> HomePage:
    (make,) = home.pages(a_register(*records), date(2026, 1, 15))
    page = make()
    assert isinstance(page, HomePage)
    return page


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


def test_after_the_last_known_meeting_the_silence_is_said_and_no_more() -> None:
    page = the_home(a_meeting(date=on("2020-01")), a_meeting(id="m-2", table="prt-fictief", date=on("2021")))
    assert page.silence
    assert page.silence.text == (
        "Na januari 2020 vonden wij geen vergadering van de tafel die is gehouden. "
        "Of de tafel nog bijeenkomt, weten wij niet."
    )
    assert the_home().silence is None


def test_what_is_planned_after_it_is_named() -> None:
    page = the_home(
        a_meeting(id="m-1", date=on("2020-01")),
        a_meeting(id="m-0", date=on("2019-12"), state="gepland"),
        a_meeting(id="m-2", date=on("2020-02"), state="gepland"),
        a_meeting(id="m-3", date=on("2020-03"), state="afgelast"),
    )
    assert page.silence
    assert page.silence.text.endswith("Aangekondigd of gepland: Vergadering van februari 2020.")


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
        "Volgens het ritme in bronnen zijn er 8 vergaderingen te verwachten over 2020 tot en met 2021. "
        "Wij kennen er 2.",
        "Van 1 van de 2 gehouden vergaderingen van de FT vonden wij geen verslag.",
    ]


def test_an_empty_register_has_a_home_page() -> None:
    page = the_home()
    assert (page.silence, page.commitments, page.discussed) == (None, None, ())
    assert (page.figures, page.events, page.counts) == ((), (), ())


def test_every_province_has_its_own_page() -> None:
    assert [link.title for link in the_home(a_provincial_table()).provinces] == ["Fictief-Holland"]


def test_commitments_are_counted_by_status_with_how_many_are_late() -> None:
    open_since = a_status(decided_on=on("2020-06-02"), as_shown_at=None)
    page = the_home(
        a_commitment(status_events=(open_since,), deadlines=(a_deadline(),)),
        a_commitment(id="T99002", date=on("2021-01-01"), status_events=()),
    )
    assert page.commitments
    assert [(item.link.title, item.count) for item in page.commitments.statuses] == [
        ("openstaand", 1),
        ("niet bekend", 1),
    ]
    assert (page.commitments.late, page.commitments.newest.title) == (1, "T99002")


def test_what_an_editor_wrote_in_short_of_a_meeting_goes_before_its_outcome() -> None:
    short = (a_statement(text="Er komen boten.", source="s-kort"),)
    page = the_home(a_meeting(in_short=short, conclusions=("Zo is het.",)), a_source(id="s-kort"))
    (told,) = page.discussed[0].outcome
    assert (told.text, told.backing, page.discussed[0].report) == (
        "Er komen boten.",
        Backing(("s-kort",)),
        "Een verslag vonden wij niet.",
    )


def test_a_question_goes_to_the_page_of_search() -> None:
    register = a_register()
    html = as_read(next(iter(home.pages(register, date(2026, 1, 15)))), register)
    assert "Zoek op deze site" in html.words
