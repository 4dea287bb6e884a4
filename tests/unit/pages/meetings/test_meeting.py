"""The page of a meeting begins with what came of it, and the overview says the same in a row."""

import pytest

from lrt_site.findings.meeting_order import outcome_of
from lrt_site.model.meetings import Meeting, MeetingState
from lrt_site.model.register import Record
from lrt_site.pages.meetings import meeting, meetings
from lrt_site.pages.meetings.meeting import MeetingPage
from lrt_site.pages.meetings.meetings import HELD_IN_WORDS, MeetingsPage
from tests.builders import (
    a_composition,
    a_contradiction,
    a_holder,
    a_meeting,
    a_person,
    a_register,
    a_seat,
    a_source,
    an_agenda_item,
    an_attendance,
    an_organisation,
    on,
)


def the_page(*records: Record) -> MeetingPage:
    (make,) = meeting.pages(a_register(a_seat(), a_person(), an_organisation(), *records))
    page = make()
    assert isinstance(page, MeetingPage)
    return page


def the_overview(*records: Record) -> MeetingsPage:
    return next(iter(meetings.pages(a_register(*records))))


@pytest.mark.parametrize(
    ("made", "texts", "concluded"),
    [
        (a_meeting(conclusions=("Zo is het.",), discussed=("Boten",)), ("Zo is het.",), True),
        (a_meeting(agenda=(an_agenda_item(conclusions=("Ja.",)), an_agenda_item())), ("Ja.",), True),
        (a_meeting(discussed=("Boten",), agenda=(an_agenda_item(),)), ("Boten",), False),
        (a_meeting(agenda=(an_agenda_item(title="Boten"),)), ("Boten",), False),
        (a_meeting(), (), False),
    ],
)
def test_what_came_of_it_goes_before_what_it_was_about(made: Meeting, texts: tuple[str, ...], concluded: bool) -> None:
    assert (outcome_of(made).texts, outcome_of(made).concluded) == (texts, concluded)
    page = the_page(made)
    assert (tuple(one.text for one in page.outcome), page.concluded) == (texts, concluded)


def test_what_the_page_begins_with_is_not_said_again() -> None:
    assert the_page(a_meeting(discussed=("Boten",))).discussed == ()
    assert len(the_page(a_meeting(discussed=("Boten",), conclusions=("Ja.",))).discussed) == 1


@pytest.mark.parametrize("state", HELD_IN_WORDS)
def test_a_page_says_whether_it_was_held(state: MeetingState) -> None:
    page = the_page(a_meeting(state=state))
    assert (page.held == "ja") == (state == "gehouden") != page.planned


def test_a_contradiction_stands_where_it_is_about_and_once() -> None:
    about = a_contradiction(about=("m-2020-06-15",))
    disputed = the_page(a_meeting(disputed=("De een zegt dit, de ander dat.",)), about)
    assert (disputed.when.contradictions, len(disputed.contradictions), disputed.frame.contradictions) == ((), 1, ())
    agreed = the_page(a_meeting(), about)
    assert (agreed.when.contradictions, agreed.contradictions, len(agreed.frame.contradictions)) == ((), (), 1)


def test_who_was_there_is_named_at_once() -> None:
    shown = a_composition(id="sam", holders=(a_holder(organisation="org-fictief"),))
    page = the_page(a_meeting(composition="sam"), shown)
    assert [getattr(one, "title", one) for one in page.present] == ["F. Fictief (FO)"]
    attended = (an_attendance(), an_attendance(organisation="org-fictief", person=None, presence="afwezig"))
    page = the_page(a_meeting(composition="sam", attendance=attended), shown)
    assert [getattr(one, "title", one) for one in page.present] == ["F. Fictief"]
    assert the_page(a_meeting()).present == ()


def test_the_overview_begins_with_the_last_that_was_held_and_what_came_of_it() -> None:
    page = the_overview(
        a_meeting(id="m-1", date=on("2020-06-15"), conclusions=("Er komen boten.", "En meer.")),
        a_meeting(id="m-2", date=on("2021-06-15"), state="gepland"),
        a_source(),
    )
    assert page.frame.description == "Vergadering van 15 juni 2020. Er komen boten."
    assert [(row.held, row.outcome, row.more) for row in page.rows] == [
        ("niet bekend: alleen gepland", "niet bekend", 0),
        ("ja", "Er komen boten.", 1),
    ]
    assert the_overview().frame.description == "Wij kennen nog geen vergadering."
