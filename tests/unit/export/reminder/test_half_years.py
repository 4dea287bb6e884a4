"""The half-year pack says how commitments stood at a cut-off date, and nothing that came later."""

from datetime import date
from typing import Any

import pytest

from lrt_site import reminder
from lrt_site.export.reminder import half_years
from lrt_site.export.reminder.half_years import Pack
from lrt_site.model.commitments import Commitment, Coverage
from lrt_site.model.facts import Backing
from lrt_site.model.register import Record
from lrt_site.pages.commitments.on_day import PACKS, cutoff_days
from lrt_site.problems import LrtSiteError
from tests.builders import (
    SOURCE,
    a_commitment,
    a_contradiction,
    a_deadline,
    a_history,
    a_register,
    a_site,
    a_source,
    a_status,
    an_element,
    an_evidence,
    on,
)

OFFICE = "fictief minister"
JULY = date(2021, 7, 1)


def promise(**changes: Any) -> Commitment:
    status = a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE)
    return a_commitment(**{"status_events": (status,), **changes})


def packs(*records: Record, day: date = JULY) -> tuple[Pack, ...]:
    return half_years.packs_on(half_years.unpublished(a_register(*records)), day)


def pack(*records: Record, day: date = JULY) -> Pack:
    (made,) = packs(*records, day=day)
    return made


def what(made: Pack) -> list[tuple[str, str, str, str]]:
    return [(difference.id, difference.what, difference.then, difference.now) for difference in made.differences]


def test_what_is_settled_is_counted_and_not_asked_for() -> None:
    settled = promise(id="T99002", status_events=(a_status(status="voldaan", responsible=OFFICE),))
    made = pack(promise(), settled)
    assert [row.id for row in made.rows] == ["T99001"]
    assert made.counts.settled == 1


def test_overdue_comes_first_with_its_days() -> None:
    late = promise(id="T99002", deadlines=(a_deadline(deadline=on("2021-06-01"), set_on=on("2020-06-02")),))
    made = pack(promise(), late)
    assert [(row.id, row.overdue, row.overdue_days, row.overdue_said) for row in made.rows] == [
        ("T99002", "ja", 30, "30 dagen"),
        ("T99001", "nee", None, "geen termijn bekend"),
    ]
    assert made.counts.running_late.surely == 1


def test_days_past_a_month_are_counted_from_its_end() -> None:
    late = promise(deadlines=(a_deadline(deadline=on("2021-05"), set_on=on("2020-06-02")),))
    (row,) = pack(late).rows
    assert (row.overdue_days, row.overdue_said) == (31, "ten minste 31 dagen")


def test_papers_of_later_are_not_there_yet() -> None:
    commitment = promise(evidence=(an_evidence(), an_evidence(id="bew-later", date=on("2021-07-02"))))
    (row,) = pack(commitment).rows
    assert [paper.address for paper in row.papers] == ["https://fictief.example/toezeggingen/T99001/#bew-fictief"]
    (row,) = pack(commitment, day=date(2022, 1, 1)).rows
    assert [paper.fresh for paper in row.papers] == [False, True]


def test_a_paper_tells_what_it_covers_and_where_it_is() -> None:
    cover = Coverage(element="el-fictief", extent="deels gedekt", place="bladzijde 3", note="De helft.")
    commitment = promise(elements=(an_element(),), evidence=(an_evidence(covers=(cover,), source="s-stuk"),))
    source = a_source(id="s-stuk", url="https://fictief.example/stuk", url_verified=False)
    made = pack(commitment, source)
    (paper,) = made.rows[0].papers
    assert [(each.element, each.extent, each.place) for each in paper.covered] == [
        ("Een fictief onderdeel.", "deels gedekt", "bladzijde 3")
    ]
    assert paper.url == "https://fictief.example/stuk"
    (named,) = paper.sources.document.sources
    assert [each.remark for each in made.sources if each.id == named] == ["Dit webadres is niet gecontroleerd."]


def test_a_source_that_was_lost_gives_no_address_for_its_paper() -> None:
    commitment = promise(evidence=(an_evidence(source="s-stuk"),))
    made = pack(commitment, a_source(id="s-stuk", url="https://fictief.example/stuk", found=False))
    assert made.rows[0].papers[0].url is None
    assert "Deze bron is niet teruggevonden." in [each.remark for each in made.sources]


def test_differences_since_the_cut_off_before() -> None:
    commitment = promise(
        status_events=(
            a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE),
            a_status(status="deels voldaan", decided_on=on("2021-04-06"), as_shown_at=None, decided_by="de commissie"),
        ),
        deadlines=(
            a_deadline(deadline=on("2021-03-01"), set_on=on("2020-06-02")),
            a_deadline(deadline=on("2021-06-01"), set_on=on("2021-04-06"), granted_by="de commissie"),
        ),
        evidence=(an_evidence(),),
    )
    made = pack(commitment)
    assert made.before == on("2021-01-01")
    assert what(made) == [
        (
            "T99001",
            "andere status",
            "openstaand, besloten op 2 juni 2020",
            "deels voldaan, besloten op 6 april 2021 door: de commissie",
        ),
        ("T99001", "termijn verplaatst", "1 maart 2021", "1 juni 2021, bepaald op 6 april 2021 door: de commissie"),
        ("T99001", "termijn verstreken", "de termijn liep nog", "de termijn van 1 juni 2021 was voorbij"),
        ("T99001", "stuk erbij", "", "brief van 4 maart 2021: fictieve brief"),
    ]


def test_what_was_settled_since_is_a_difference() -> None:
    settled = a_status(status="voldaan", decided_on=on("2021-07-01"), as_shown_at=None)
    made = pack(promise(status_events=(*promise().status_events, settled)))
    assert (made.rows, made.unknown, made.counts.settled) == ((), (), 1)
    assert what(made) == [
        ("T99001", "afgehandeld", "openstaand, besloten op 2 juni 2020", "voldaan, besloten op 1 juli 2021")
    ]


def test_a_decision_that_it_stays_as_it_was_is_a_difference_and_being_shown_again_is_not() -> None:
    again = a_status(decided_on=on("2021-02-02"), as_shown_at=None)
    shown = a_status(as_shown_at=on("2021-05-05"))
    assert [pair[1] for pair in what(pack(promise(status_events=(*promise().status_events, again))))] == [
        "status opnieuw besloten"
    ]
    assert what(pack(promise(status_events=(*promise().status_events, shown)))) == []


def test_a_new_commitment_is_one_difference() -> None:
    status = a_status(decided_on=on("2021-02-02"), as_shown_at=None, responsible=OFFICE)
    made = pack(promise(date=on("2021-02-02"), status_events=(status,)))
    assert what(made) == [("T99001", "nieuw", "niet gedaan", "gedaan op 2 februari 2021")]


def test_another_office_gets_the_commitment_with_its_history() -> None:
    passed_on = a_status(decided_on=on("2021-03-03"), as_shown_at=None, responsible="fictief staatssecretaris")
    commitment = promise(status_events=(*promise().status_events, passed_on))
    assert pack(commitment, day=date(2021, 1, 1)).office == OFFICE
    made = pack(commitment)
    assert made.office == "fictief staatssecretaris"
    assert ("T99001", "ander ambt verantwoordelijk", OFFICE, "fictief staatssecretaris") in what(made)


def test_where_no_source_names_the_office_every_pack_it_may_be_in_says_so() -> None:
    undated = a_status(as_shown_at=None, responsible="fictief staatssecretaris", note="Zonder datum.")
    made = packs(promise(status_events=(*promise().status_events, undated)))
    assert [item.office for item in made] == [OFFICE, "fictief staatssecretaris"]
    for item in made:
        (row,) = item.rows
        assert row.remarks[0].text == (
            "Welk ambt toen verantwoordelijk was, is niet zeker. "
            "Misschien: fictief minister of fictief staatssecretaris."
        )


MAYBE = a_status(status="voldaan", as_shown_at=None, note="Zonder datum.")


def test_a_status_that_may_have_held_is_told_and_leaves_unknown_whether_it_was_settled() -> None:
    made = pack(promise(status_events=(*promise().status_events, MAYBE)))
    (row,) = made.unknown
    assert (made.rows, row.status, row.settled) == ((), "openstaand", "misschien")
    assert [noted.text for noted in row.remarks] == ["Misschien toen al: voldaan, moment niet bekend. Zonder datum."]


def test_what_was_decided_between_two_cut_off_dates_was_settled_then_and_what_was_shown_may_have_been_before() -> None:
    shown = a_status(status="voldaan", as_shown_at=on("2021-05-05"), responsible=OFFICE)
    decided = a_status(status="voldaan", decided_on=on("2021-05-05"), responsible=OFFICE)
    assert [pair[1] for pair in what(pack(promise(status_events=(shown,))))] == ["status bekend"]
    assert [pair[1] for pair in what(pack(promise(status_events=(decided,))))] == ["afgehandeld"]


def test_sources_that_disagree_are_named() -> None:
    made = pack(promise(), a_contradiction(about=("T99001",)))
    assert [noted.text for noted in made.rows[0].remarks] == [
        "Bronnen spreken elkaar tegen: Twee fictieve stukken verschillen."
    ]


def test_every_source_behind_words_is_in_the_list() -> None:
    commitment = promise(evidence=(an_evidence(source="s-twee"),), deadlines=(a_deadline(source="s-drie"),))
    made = pack(commitment, a_source(id="s-twee"), a_source(id="s-drie"))
    (row,) = made.rows
    backed = (row.sources.register_text, row.status_said.sources, row.terms[0].sources, row.papers[0].sources.content)
    assert backed == (Backing((SOURCE,)), Backing((SOURCE,)), Backing(("s-drie",)), Backing(("s-twee",)))
    assert {each.id for each in made.sources} == {SOURCE, "s-twee", "s-drie"}


def test_both_clocks_and_the_hash_of_the_version_are_told() -> None:
    history = a_history(a_register(promise()), a_register(promise(title="Andere fictieve titel")))
    (made,) = half_years.packs_on(half_years.published(history, history.last), JULY)
    edition = made.edition
    assert (made.on, edition.number, edition.date, edition.hash) == (
        on("2021-07-01"),
        2,
        history.last.date,
        history.last.hash,
    )
    (row,) = made.rows
    assert (row.version, row.hash) == (2, history.versions("T99001")[1].change.hash)
    assert row.place == "https://fictief.example/toezeggingen/T99001/versies/2/"


def test_a_preview_has_no_publication_and_no_hash() -> None:
    made = pack(promise())
    assert (made.edition.number, made.edition.hash, made.rows[0].hash) == (None, None, None)
    assert made.rows[0].place == "https://fictief.example/toezeggingen/T99001/"


def test_of_a_day_after_what_is_known_a_pack_says_what_will_be() -> None:
    site = a_site(sources_checked_on=on("2021-06-30"))
    late = promise(deadlines=(a_deadline(deadline=on("2021-06-15"), set_on=on("2020-06-02")),))
    made = pack(late, site)
    assert made.words.warning.startswith(
        "De bronnen zijn gelezen tot en met 30 juni 2021, en de peildatum ligt daarna."
    )
    assert made.words.answer == (
        "Als er niets verandert, zal er op 1 juli 2021 1 toezegging van dit ambt zijn die nog niet is afgehandeld.",
        "Bij 1 daarvan zal de termijn dan zijn verstreken.",
    )
    assert what(made)[-1][1:] == (
        "termijn verstreken",
        "de termijn liep nog",
        "de termijn van 15 juni 2021 zal voorbij zijn",
    )
    known = pack(late, site, day=date(2021, 6, 30))
    assert (known.words.warning, known.words.answer[0]) == (
        "",
        "Op 30 juni 2021 was er 1 toezegging van dit ambt die nog niet was afgehandeld, voor zover bekend.",
    )


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2021, 7, 1), date(2021, 1, 1)),
        (date(2021, 7, 2), date(2021, 7, 1)),
        (date(2021, 1, 1), date(2020, 7, 1)),
        (date(2021, 6, 30), date(2021, 1, 1)),
    ],
)
def test_the_cut_off_before(day: date, before: date) -> None:
    assert half_years.cut_off_before(day) == before


def test_the_site_has_packs_of_the_days_to_which_its_pages_link() -> None:
    state = half_years.unpublished(a_register(promise()))
    assert half_years.cut_offs(state) == cutoff_days(state.register, state.as_of)
    assert [suffix for _, suffix in PACKS] == ["pdf", "xlsx"]


OFFICES = (promise(), promise(id="T99002", status_events=(a_status(responsible="Minister van Fictie en Schijn"),)))


@pytest.mark.parametrize(
    "asked",
    [
        "Minister van Fictie en Schijn",
        "minister-van-fictie-en-schijn",
        "MINISTER VAN FICTIE EN SCHIJN",
        "Fictie en Schijn",
    ],
)
def test_an_office_is_found_by_name_by_address_and_by_ministry(asked: str) -> None:
    found = packs(*OFFICES)
    assert [item.office for item in reminder.chosen(found, asked, JULY)] == ["Minister van Fictie en Schijn"]


def test_without_an_office_all_have_a_pack() -> None:
    assert len(reminder.chosen(packs(*OFFICES), None, JULY)) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Ministr van Fictie en Schijn", "Bedoelde u 'Minister van Fictie en Schijn'?"),
        ("zzz", "Wel van: fictief minister; Minister van Fictie en Schijn."),
    ],
)
def test_an_office_that_is_not_there_gets_a_suggestion(asked: str, said: str) -> None:
    with pytest.raises(LrtSiteError, match="zijn er op 1 juli 2021 geen toezeggingen") as stopped:
        reminder.chosen(packs(*OFFICES), asked, JULY)
    assert str(stopped.value).endswith(said)


def test_before_the_first_commitment_there_is_no_pack() -> None:
    with pytest.raises(LrtSiteError, match="nog geen toezegging gedaan"):
        reminder.chosen(packs(promise(), day=date(2019, 1, 1)), None, date(2019, 1, 1))
