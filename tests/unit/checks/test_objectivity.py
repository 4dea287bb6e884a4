"""Reports say what was said, and hold no personal data. All is made up."""

import pytest

from lrt_site.checks.objectivity import reports_say_what_was_said, texts_hold_no_personal_data
from lrt_site.model.facts import Statement
from lrt_site.model.meetings import KeptWords, Meeting
from lrt_site.model.register import Record
from lrt_site.model.sources import Page
from lrt_site.problems import MILD, Fault
from tests.builders import SOURCE, a_meeting, a_person, a_register, an_agenda_item, an_event, an_organisation

SAID = "Daarna ging het over geld. Volgens FO is het te duur."


def told(*records: Record) -> list[Fault]:
    return list(reports_say_what_was_said(a_register(*records, an_organisation(), a_person(name="Bram Bedacht"))))


@pytest.mark.parametrize(
    ("meeting", "at"),
    [
        (a_meeting(discussed=("Niets.", SAID)), ("discussed", 1, 27)),
        (a_meeting(conclusions=(SAID,)), ("conclusions", 0, 27)),
        (a_meeting(in_short=(Statement(text=SAID, source=SOURCE),)), ("in_short", 0, "text", 27)),
        (a_meeting(agenda=(an_agenda_item(disputed=(SAID,)),)), ("agenda", 0, "disputed", 0, 27)),
        (a_meeting(body=f"## Geld\n\nEen **zin**.\nNog een. {SAID}"), ("body", 3, 36)),
    ],
)
def test_who_said_something_is_told_at_the_very_words(meeting: Meeting, at: tuple[str | int, ...]) -> None:
    (fault,) = told(meeting)
    assert (fault.at, fault.code) == (at, "attributed")
    assert "'Volgens FO'" in fault.message
    assert "'Besproken is dat het te duur is.'" in fault.message


def test_a_sentence_is_told_once_and_holds_no_publication_up() -> None:
    faults = told(a_meeting(discussed=("De FO zei: 'Wij vinden het helaas te duur.'", "Helaas.", "Wij gaan.")))
    assert [fault.code for fault in faults] == ["attributed", "judgement", "first-person"]
    assert {fault.code for fault in faults} < MILD


def test_what_sources_say_around_the_meeting_may_name_who_spoke() -> None:
    assert told(a_meeting(body=f"## Wat andere bronnen melden\n\n{SAID}")) == []
    assert len(told(a_meeting(body=f"## Bronnen\n\n{SAID}\n\n## Uitkomst\n\n{SAID}"))) == 1


@pytest.mark.parametrize("words", ["Volgens FO", "volgens FO is het te duur", SAID])
def test_words_that_are_kept_with_a_reason_are_not_told(words: str) -> None:
    assert told(a_meeting(discussed=(SAID,), kept_words=(KeptWords(words=words, reason="omdat"),))) == []


@pytest.mark.parametrize("words", ["De", "FO", "."])
def test_one_word_keeps_no_sentence_that_only_has_it_in_it(words: str) -> None:
    (fault,) = told(a_meeting(discussed=(SAID, "De raming daalt."), kept_words=(KeptWords(words=words, reason="om"),)))
    assert fault.code == "attributed"


def test_words_that_are_kept_for_nothing_are_told() -> None:
    kept = tuple(KeptWords(words=words, reason="omdat") for words in ("Volgens FO", "Daarna ging het over niets"))
    (fault,) = told(a_meeting(discussed=(SAID,), kept_words=kept))
    assert (fault.at, fault.code) == (("kept_words", 1, "words"), "kept-for-nothing")


def test_a_name_of_nobody_at_the_table_is_told_in_the_place_of_what_it_said() -> None:
    meeting = a_meeting(discussed=("De heer K. de Boer (ambtenaar) lichtte toe. De heer Bedacht was er.",))
    assert told(meeting) == []
    (fault,) = texts_hold_no_personal_data(a_register(meeting, a_person(name="Bram Bedacht")))
    assert (fault.at, fault.code) == (("discussed", 0, 0), "personal-name")
    assert "'De heer K…'" in fault.message
    assert "'Er is een toelichting gegeven.'" in fault.message
    assert "Boer" not in fault.message


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Het is laat. Mail jan@voorbeeld.nl. De boot vaart.", "'Het is laat. De boot vaart.'"),
        ("Vragen? Mail jan@voorbeeld.nl. De boot vaart.", "'De boot vaart.'"),
        ("Nu. Vragen? Mail jan@voorbeeld.nl. De boot vaart.", "'Nu. De boot vaart.'"),
        ("Er is een loket (jan@voorbeeld.nl) in mei.", "'Er is een loket in mei.'"),
        ("Mail jan@voorbeeld.nl.", "Haal de hele zin weg."),
        ("Mail jan@voorbeeld.nl. Bel 06-12345678.", "Haal de hele zin weg."),
    ],
)
def test_personal_data_are_told_with_what_is_left_without_them(text: str, rest: str) -> None:
    fault = next(texts_hold_no_personal_data(a_register(an_event(event=text))))
    assert (fault.at, fault.code) == (("event", text.index("jan")), "personal-data")
    assert rest in fault.message
    assert "voorbeeld.nl" not in fault.message
    assert fault.code not in MILD


def test_pages_of_the_site_may_say_how_to_reach_it() -> None:
    page = Page(id="over", title="Over", summary="Wie.", body="Mail ons@voorbeeld.nl. Jan heeft BSN 111222333.")
    assert [fault.at for fault in texts_hold_no_personal_data(a_register(page))] == [("body", 0, 37)]
