"""Calendars: every meeting of which the day is known and every deadline, and each stays itself when it moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.export import calendars
from lrt_site.export.entries import readable
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.model.dates import ClockTime
from lrt_site.model.meetings import Meeting
from lrt_site.model.publications import History
from lrt_site.model.register import Record
from tests.builders import (
    TOKEN,
    a_commitment,
    a_deadline,
    a_history,
    a_ledger,
    a_meeting,
    a_register,
    a_status,
    an_agenda_item,
    carried_out,
    history_in,
    on,
)
from tests.tools.feed_faults import feed_faults

SITE = "https://fictief.example/tafel/"
PLANNED = a_meeting(state="gepland", date=on("2026-11-26"))
PROMISED = a_commitment(deadlines=(a_deadline(),))


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as others read it."""

    uid: str
    sequence: int
    revised: date
    start: date
    end: date
    title: str
    about: str
    status: str
    url: str


def history_of(*states: Iterable[Record]) -> History:
    return a_history(*(a_register(*records) for records in states))


def calendar(history: History, path: str) -> icalendar.Calendar:
    """A calendar as others read it, after it was held against the standard."""
    text = calendars.files(history, SITE)[path]
    assert feed_faults(path, text.encode()) == []
    return icalendar.Calendar.from_ical(text)


def meetings(history: History) -> list[Shown]:
    return [shown(event) for event in calendar(history, "agenda.ics").events]


def deadlines(history: History) -> list[Shown]:
    return [shown(event) for event in calendar(history, "termijnen.ics").events]


def shown(event: icalendar.Event) -> Shown:
    uid, title, about, status, url = (str(event[name]) for name in ("UID", "SUMMARY", "DESCRIPTION", "STATUS", "URL"))
    return Shown(uid, event.sequence, event.DTSTAMP.date(), event.start, event.end, title, about, status, url)


def test_a_meeting_takes_a_whole_day() -> None:
    (event,) = meetings(history_of([a_meeting(agenda=(an_agenda_item(),))]))
    assert (event.uid, event.title) == ("m-2020-06-15@fictief.example", "Fictieve Tafel: vergadering")
    assert (event.start, event.end) == (date(2020, 6, 15), date(2020, 6, 16))
    assert event.url == "https://fictief.example/tafel/vergaderingen/m-2020-06-15/"
    assert event.revised == date(2026, 1, 5)
    assert event.about == "Stand: gehouden.\nFictief agendapunt"


@pytest.mark.parametrize(
    ("meeting", "status", "told"),
    [
        (a_meeting(), "CONFIRMED", ""),
        (a_meeting(state="gepland"), "TENTATIVE", " (gepland)"),
        (a_meeting(state="aangekondigd"), "TENTATIVE", " (aangekondigd)"),
        (a_meeting(state="afgelast"), "CANCELLED", " (afgelast)"),
    ],
)
def test_a_calendar_says_whether_a_meeting_is_certain(meeting: Meeting, status: str, told: str) -> None:
    (event,) = meetings(history_of([meeting]))
    assert (event.status, event.title) == (status, f"Fictieve Tafel: vergadering{told}")


def test_meetings_of_one_day_are_told_apart_and_stand_in_order_of_time() -> None:
    evening = a_meeting(id="m-avond", time=ClockTime("19:30"), label="avondzitting")
    morning = a_meeting(id="m-ochtend", time=ClockTime("09:00"))
    events = meetings(history_of([evening, morning]))
    assert [(event.title, event.start) for event in events] == [
        ("Fictieve Tafel: vergadering om 09.00 uur", date(2020, 6, 15)),
        ("Fictieve Tafel: avondzitting om 19.30 uur", date(2020, 6, 15)),
    ]
    unsaid = meetings(history_of([a_meeting(), a_meeting(id="m-ander")]))
    assert {event.title for event in unsaid} == {
        "Fictieve Tafel: vergadering (m-2020-06-15)",
        "Fictieve Tafel: vergadering (m-ander)",
    }


def test_a_meeting_that_moves_is_the_same_one() -> None:
    (before,) = meetings(history_of([PLANNED]))
    (after,) = meetings(history_of([PLANNED], [replace(PLANNED, date=on("2026-12-03"))]))
    assert before.uid == after.uid
    assert (before.sequence, after.sequence) == (0, 1)
    assert (after.start, after.revised) == (date(2026, 12, 3), date(2026, 2, 4))


def test_a_meeting_keeps_its_name_when_its_id_changes() -> None:
    (event,) = meetings(history_of([PLANNED], [replace(PLANNED, id="m-anders")]))
    assert event.uid == "m-2020-06-15@fictief.example"
    assert event.url.endswith("/vergaderingen/m-anders/")


def test_a_meeting_that_was_taken_off_the_site_stays_as_cancelled() -> None:
    (event,) = meetings(history_of([PLANNED], []))
    assert (event.status, event.sequence) == ("CANCELLED", 1)
    assert event.title.endswith("(ingetrokken)")
    assert event.about.startswith("Dit onderdeel is op 4 februari 2026 ingetrokken.\nWaarom m-2020-06-15 anders is.")
    assert event.url.endswith("/vergaderingen/m-2020-06-15/versies/")
    (back,) = meetings(history_of([PLANNED], [], [PLANNED]))
    assert (back.status, back.sequence) == ("TENTATIVE", 2)


@pytest.mark.parametrize("moment", [{"date": on("2026-11")}, {"date": None, "not_before": on("2026-11-01")}])
def test_a_meeting_without_a_day_is_counted_and_left_out(moment: dict[str, object]) -> None:
    read = calendar(history_of([PLANNED, a_meeting(id="m-b", **moment)]), "agenda.ics")
    assert [shown(event).uid for event in read.events] == ["m-2020-06-15@fictief.example"]
    assert str(read["DESCRIPTION"]).startswith(
        "Van 1 vergadering is de dag niet bekend: die staat er niet in. Bijgewerkt"
    )


def test_a_calendar_names_the_newest_publication_and_its_hash() -> None:
    history = history_of([PLANNED])
    described = str(calendar(history, "agenda.ics")["DESCRIPTION"])
    assert described == f"Bijgewerkt tot en met publicatie 1 (5 januari 2026), SHA-256 {history.last.hash}."


def test_a_doubt_about_the_day_is_told() -> None:
    (event,) = meetings(history_of([a_meeting(derived=True, verified=False)]))
    assert "Let op: niet geverifieerd, afgeleid." in event.about


def test_a_deadline_that_moves_rises_and_tells_what_it_was() -> None:
    later = replace(
        PROMISED,
        deadlines=(*PROMISED.deadlines, a_deadline(deadline=on("2021-06-01"), granted_by="fictieve commissie")),
    )
    (before,) = deadlines(history_of([PROMISED]))
    (after,) = deadlines(history_of([PROMISED], [later]))
    assert before.uid == after.uid == "T99001.termijn@fictief.example"
    assert (before.sequence, after.sequence) == (0, 1)
    assert (before.start, after.start) == (date(2020, 12, 20), date(2021, 6, 1))
    assert after.title == "Termijn T99001: Fictieve toezegging (openstaand)"
    assert after.about.splitlines() == [
        "Toegezegd door: fictief minister.",
        "Laatst bekende status: openstaand, stand van 1 juli 2020.",
        "Termijn bepaald door: fictieve commissie.",
        "Eerdere termijnen: 20 december 2020.",
    ]


def test_the_title_of_a_deadline_tells_the_last_known_status() -> None:
    kept = replace(PROMISED, status_events=(a_status(), a_status(status="voldaan", as_shown_at=on("2021-01-05"))))
    (event,) = deadlines(history_of([PROMISED], [kept]))
    assert (event.title, event.status) == ("Termijn T99001: Fictieve toezegging (voldaan)", "CONFIRMED")
    (event,) = deadlines(history_of([PROMISED], []))
    assert (event.title, event.status) == ("Termijn T99001: Fictieve toezegging (ingetrokken)", "CANCELLED")


@pytest.mark.parametrize(
    ("deadline", "words", "start", "end"),
    [
        ("2021-02", "februari 2021", date(2021, 2, 1), date(2021, 3, 1)),
        ("2021-12", "december 2021", date(2021, 12, 1), date(2022, 1, 1)),
        ("2021", "2021", date(2021, 1, 1), date(2022, 1, 1)),
    ],
)
def test_a_deadline_without_a_day_takes_all_days_that_it_can_be(
    deadline: str, words: str, start: date, end: date
) -> None:
    (event,) = deadlines(history_of([replace(PROMISED, deadlines=(a_deadline(deadline=on(deadline)),))]))
    assert event.title == f"Termijn T99001 in de loop van {words}: Fictieve toezegging (openstaand)"
    assert (event.start, event.end) == (start, end)
    assert event.about.startswith(f"De termijn is {words}: de dag is niet bekend.\n")


def test_every_commitment_with_a_deadline_is_in_the_calendar() -> None:
    month = a_commitment(id="T99002", deadlines=(a_deadline(deadline=on("2021-02")),))
    read = calendar(history_of([PROMISED, month, a_commitment(id="T99003")]), "termijnen.ics")
    assert [shown(event).uid for event in read.events] == [
        "T99001.termijn@fictief.example",
        "T99002.termijn@fictief.example",
    ]
    assert str(read["DESCRIPTION"]).startswith("Bijgewerkt tot en met")


def test_a_calendar_without_events_is_a_calendar() -> None:
    assert (meetings(history_of([])), deadlines(history_of([]))) == ([], [])


def test_words_that_were_taken_back_are_in_no_calendar() -> None:
    ledger = a_ledger(a_register(a_meeting(table_name="Tafel van Geheimstra")))
    withdrawal, added = withdrawn(
        ledger,
        history_in(ledger),
        PLANNED.id,
        ("Geheimstra",),
        ground="privacy",
        decision="fictief",
        on=on("2026-01-20"),
        token=TOKEN,
    )
    kept = history_in(carried_out(ledger, withdrawal, added))
    (event,) = meetings(kept)
    assert event.title == "Tafel van [ingetrokken]: vergadering"
    assert event.revised == date(2026, 1, 20)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1))
def test_any_text_survives_to_the_calendar(text: str) -> None:
    (event,) = meetings(history_of([a_meeting(discussed=(f"x{text}x",))]))
    written = readable(f"x{text}x")
    assert event.about.split("\n", 1)[1].split() == "\n".join(written.splitlines()).split()
