"""How the commitments stood on a day: what was known of it, what may have been, and never a judgement."""

import pytest

from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.facts import Backing
from lrt_site.pages.commitments.by_day import CommitmentDaysPage
from lrt_site.pages.commitments.on_day import CommitmentsOnDayPage, StandingRow
from lrt_site.pages.shared.days import DayList
from tests.builders import SOURCE, a_commitment, a_deadline, a_status, on
from tests.unit.pages.commitments.making import AS_OF, made, overview

OPEN = a_status(decided_on=on("2020-06-02"))
SETTLED = a_status(status="voldaan", decided_on=on("2021-05-04"), decided_by="fictieve commissie", as_shown_at=None)
FIRST = a_deadline(deadline=on("2020-12-20"), set_on=on("2020-06-02"))
MOVED = a_deadline(deadline=on("2021-03-01"), set_on=on("2020-12-10"), granted_by="fictieve commissie")


def dates_of(*promises: Commitment) -> DayList:
    """The days that a reader can choose from."""
    page = made(*promises)["/toezeggingen/peildatum/"]
    assert isinstance(page, CommitmentDaysPage)
    return page.dates


def page_of(day: str, *promises: Commitment) -> CommitmentsOnDayPage:
    """The page that holds for a day."""
    days = (link.since for _, days in dates_of(*promises).years for link in days)
    page = made(*promises)[f"/toezeggingen/peildatum/{max(since for since in days if since <= day)}/"]
    assert isinstance(page, CommitmentsOnDayPage)
    return page


def row_of(
    day: str, statuses: tuple[StatusEvent, ...] = (OPEN,), deadlines: tuple[DeadlineEvent, ...] = ()
) -> StandingRow:
    page = page_of(day, a_commitment(status_events=statuses, deadlines=deadlines))
    (row,) = (*page.running, *page.unknown, *page.settled)
    return row


def test_there_is_a_page_for_every_day_on_which_an_answer_changes_and_for_two_days_a_year() -> None:
    dates = dates_of(a_commitment(status_events=(OPEN, SETTLED), deadlines=(FIRST, MOVED)))
    assert dates.earliest == "2020-01-01"
    assert [(year, [link.since for link in days]) for year, days in dates.years] == [
        (2022, ["2022-01-01"]),
        (2021, ["2021-01-01", "2021-03-02", "2021-05-04", "2021-07-01"]),
        (2020, ["2020-01-01", "2020-06-02", "2020-07-01", "2020-12-10"]),
    ]


def test_no_page_lies_after_the_day_on_which_the_site_speaks() -> None:
    dates = dates_of(a_commitment(deadlines=(a_deadline(deadline=on("2023-05-05")),)))
    assert max(link.since for _, days in dates.years for link in days) <= AS_OF.isoformat()


def test_without_commitments_there_are_no_days() -> None:
    assert "/toezeggingen/peildatum/" not in made()


def test_a_status_holds_from_the_day_on_which_it_was_decided() -> None:
    before, on_the_day = row_of("2021-05-03", (OPEN, SETTLED)), row_of("2021-05-04", (OPEN, SETTLED))
    assert before.status.word == "openstaand"
    assert [(word, said.text) for word, said in before.later] == [
        ("Volgende status", "voldaan, besloten op 4 mei 2021 door: fictieve commissie")
    ]
    assert on_the_day.status.word == "voldaan"
    assert on_the_day.status_said
    assert on_the_day.status_said.text == "besloten op 4 mei 2021 door: fictieve commissie"
    assert on_the_day.status_said.backing == Backing((SOURCE,))


def test_a_status_of_which_only_the_month_is_known_is_sure_when_the_month_is_over() -> None:
    month = a_status(status="voldaan", as_shown_at=None, decided_on=on("2021-05"))
    within, after = row_of("2021-05-20", (OPEN, month)), row_of("2021-06-01", (OPEN, month))
    assert within.status.word == "openstaand"
    assert [(word, said.text) for word, said in within.statuses] == [
        ("Misschien toen al", "voldaan, besloten in mei 2021 (dag niet bekend)")
    ]
    assert (after.status.word, after.statuses) == ("voldaan", ())


def test_a_status_without_a_date_is_never_more_than_perhaps() -> None:
    undated = a_status(as_shown_at=None)
    shown = a_status(status="voldaan", as_shown_at=on("2021-10"))
    row = row_of("2021-07-01", (undated, shown))
    assert (row.status.word, row.status_said) == ("onbekend", None)
    assert [(word, said.text) for word, said in (*row.statuses, *row.later)] == [
        (
            "Misschien toen al",
            "openstaand, volgens een bron zonder datum; een besluit is niet gevonden",
        ),
        (
            "Volgende status",
            "voldaan, volgens een bron in oktober 2021 (dag niet bekend); een besluit is niet gevonden",
        ),
    ]


def test_the_deadline_that_held_stands_first_with_those_before_it() -> None:
    row = row_of("2021-01-01", deadlines=(FIRST, MOVED))
    assert [(word, said.text) for word, said in row.deadlines] == [
        ("Termijn", "1 maart 2021, bepaald op 10 december 2020 door: fictieve commissie"),
        ("Eerdere termijn", "20 december 2020, bepaald op 2 juni 2020"),
    ]
    early = row_of("2020-07-01", deadlines=(FIRST, MOVED))
    assert [said.text for _, said in early.deadlines] == ["20 december 2020, bepaald op 2 juni 2020"]


@pytest.mark.parametrize(
    ("deadlines", "lines"),
    [
        ((), [("Termijn", "niet vermeld")]),
        ((MOVED,), [("Termijn", "toen nog niet bepaald")]),
        (
            (a_deadline(),),
            [("Termijn", "20 december 2020; wanneer deze termijn is bepaald, is niet bekend")],
        ),
        (
            (FIRST, a_deadline(deadline=on("2021-06-01"))),
            [
                ("Termijn", "20 december 2020, bepaald op 2 juni 2020"),
                (
                    "Misschien toen al een andere termijn",
                    "1 juni 2021; wanneer deze termijn is bepaald, is niet bekend",
                ),
            ],
        ),
    ],
)
def test_what_is_not_known_of_a_deadline_is_said(
    deadlines: tuple[DeadlineEvent, ...], lines: list[tuple[str, str]]
) -> None:
    row = row_of("2020-07-01", deadlines=deadlines)
    assert [(word, said.text) for word, said in row.deadlines] == lines


UNDATED = a_status(as_shown_at=None)
LATER = a_status(status="voldaan", as_shown_at=on("2021-10"))


@pytest.mark.parametrize(
    ("day", "statuses", "deadlines", "passed"),
    [
        ("2020-12-20", (OPEN,), (FIRST,), ""),
        ("2020-12-21", (OPEN,), (FIRST,), "Termijn verstreken, nog openstaand volgens de laatst bekende stand."),
        ("2020-12-21", (OPEN,), (FIRST, MOVED), ""),
        ("2020-12-31", (OPEN,), (a_deadline(deadline=on("2020-12")),), ""),
        ("2021-06-01", (OPEN, SETTLED), (FIRST,), ""),
        (
            "2021-06-01",
            (OPEN, a_status(status="deels voldaan", decided_on=on("2021-02-01"))),
            (FIRST,),
            "Termijn verstreken, deels voldaan volgens de laatst bekende stand.",
        ),
        (
            "2021-06-01",
            (UNDATED, LATER),
            (a_deadline(),),
            "Termijn verstreken. Welke status de toezegging toen had, is niet bekend; "
            "volgens een bron waarvan de dag niet bekend is: openstaand.",
        ),
        ("2021-10-10", (OPEN, LATER), (FIRST,), "Termijn verstreken. Misschien was de toezegging toen al voldaan."),
        (
            "2021-06-01",
            (LATER,),
            (FIRST,),
            "Termijn verstreken. Welke status de toezegging toen had, is niet bekend.",
        ),
        (
            "2021-01-01",
            (OPEN,),
            (FIRST, a_deadline(deadline=on("2021-06-01"))),
            "Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker.",
        ),
    ],
)
def test_a_deadline_that_has_passed_is_said_in_words_and_not_judged(
    day: str, statuses: tuple[StatusEvent, ...], deadlines: tuple[DeadlineEvent, ...], passed: str
) -> None:
    assert row_of(day, statuses, deadlines).passed == passed


def test_commitments_that_were_not_made_yet_are_counted_and_not_listed() -> None:
    month = a_commitment(id="T99002", date=on("2020-07"))
    year = a_commitment(id="T99003", date=on("2021-05-05"))
    page = page_of("2020-07-15", a_commitment(), month, year)
    assert [row.link.title for row in page.running] == ["T99001"]
    assert [(row.link.title, row.made) for row in page.perhaps] == [
        ("T99002", "Gedaan in juli 2020 (dag niet bekend) door: fictief minister")
    ]
    assert page.not_yet == "1 toezegging is later gedaan. Die staat hier niet."
    assert page.frame.description == (
        "Op 1 juli 2020 was er 1 toezegging gedaan. Laatst bekende status: 1 openstaand. "
        "Van 1 is niet zeker of zij toen al was gedaan."
    )


def test_a_page_answers_in_one_sentence_and_says_for_which_days() -> None:
    promises = (
        a_commitment(status_events=(OPEN,), deadlines=(FIRST,)),
        a_commitment(id="T99002", status_events=(OPEN, SETTLED)),
        a_commitment(id="T99003", status_events=()),
    )
    page = page_of("2021-05-04", *promises)
    assert page.frame.title == "Toezeggingen op 4 mei 2021"
    assert page.frame.description == (
        "Op 4 mei 2021 waren er 3 toezeggingen gedaan. Laatst bekende status: 1 openstaand, 1 voldaan. "
        "Van 1 is niet bekend welke status toen gold. "
        "Bij 1 was de termijn verstreken zonder dat zij was afgehandeld, voor zover bekend."
    )
    assert page.holds.in_words.startswith("Dit geldt voor 4 mei 2021 tot en met 15 januari 2022, de dag waarop")
    assert [row.link.title for row in page.running] == ["T99001"]
    assert [row.link.title for row in page.unknown] == ["T99003"]
    assert [row.link.title for row in page.settled] == ["T99002"]
    empty = page_of("2020-01-01", *promises)
    assert empty.frame.description == "Op 1 januari 2020 was er, voor zover bekend, nog geen toezegging gedaan."
    assert empty.not_yet == "3 toezeggingen zijn later gedaan. Die staan hier niet."


def test_every_day_leads_to_the_next() -> None:
    pages = made(a_commitment(status_events=(OPEN, SETTLED)))
    address: str | None = "/toezeggingen/peildatum/2020-01-01/"
    walked = []
    while address:
        walked.append(address)
        following = pages[address].frame.next
        address = following.address if following else None
    assert walked == sorted(page for page in pages if "/peildatum/2" in page)


def test_a_contradiction_about_a_commitment_is_marked() -> None:
    (row,) = page_of("2021-01-01", a_commitment(id="T99009")).running
    assert [link.title for link in row.contradictions] == ["bronnen verschillen"]


WATER = a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible="fictief minister van Water")
WIND = a_status(as_shown_at=on("2021-10"), responsible="fictief minister van Wind")


def test_every_office_has_its_own_list_of_deadlines_that_had_passed_the_longest_ago_first() -> None:
    late = a_commitment(status_events=(WATER, WIND), deadlines=(FIRST,))
    later = a_commitment(
        id="T99004", status_events=(WATER,), deadlines=(a_deadline(deadline=on("2021-10-09")),), date=on("2020-06-03")
    )
    running = a_commitment(id="T99002", status_events=(WATER,), deadlines=(a_deadline(deadline=on("2023-01-01")),))
    settled = a_commitment(id="T99003", status_events=(WATER, SETTLED), deadlines=(FIRST,))
    page = page_of("2021-10-10", later, late, running, settled)
    (with_two,) = [row for row in page.running if row.link.title == "T99001"]
    assert [
        (
            section.office.title,
            [(row.standing.link.title, row.standing.days_late, row.unsure) for row in section.groups[0].rows],
            [group.count for group in section.groups],
            section.settled,
            section.count,
        )
        for section in page.offices
    ] == [
        ("fictief minister van Water", [("T99001", "294 dagen", False), ("T99004", "1 dag", False)], [3, 0], 1, 4),
        ("fictief minister van Wind", [("T99001", "294 dagen", True)], [1, 0], 0, 1),
    ]
    assert [(word, said.text) for word, said in with_two.responsible] == [
        ("Verantwoordelijk", "fictief minister van Water"),
        ("Misschien verantwoordelijk", "fictief minister van Wind"),
    ]


def test_no_id_of_a_record_can_be_the_place_of_an_office() -> None:
    (office,) = page_of("2020-07-01", a_commitment(status_events=(WATER,))).offices
    assert office.anchor == "ambt_fictief-minister-van-water"
    assert office.office.address == "/toezeggingen/ambt/fictief-minister-van-water/"


def test_files_stand_beside_the_fixed_days_alone() -> None:
    promise = a_commitment(status_events=(WATER, SETTLED))
    (fixed,), (turning,) = page_of("2020-07-01", promise).offices, page_of("2021-05-04", promise).offices
    assert [(link.title, link.address) for link in fixed.packs] == [
        ("PDF", "/toezeggingen/peildatum/2020-07-01/fictief-minister-van-water.pdf"),
        ("XLSX", "/toezeggingen/peildatum/2020-07-01/fictief-minister-van-water.xlsx"),
    ]
    assert turning.packs == ()


def test_the_fixed_days_run_from_the_year_of_the_first_commitment_the_newest_first() -> None:
    links = overview(a_commitment()).cutoffs
    assert [[link.title for link in days] for days in links] == [
        ["1 januari 2022"],
        ["1 juli 2021", "1 januari 2021"],
        ["1 juli 2020", "1 januari 2020"],
    ]
    pages = made(a_commitment())
    assert {link.address for days in links for link in days} <= pages.keys()
    assert overview().cutoffs == ()
