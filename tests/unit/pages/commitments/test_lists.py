"""Commitments by newest status and by office, each list with an answer in a sentence and an address of its own."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.lists import CommitmentListPage
from tests.builders import (
    a_commitment,
    a_register,
    a_status,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.commitments.making import MOVED, SETTLED, WATER, WIND, made


def list_at(address: str, *promises: Commitment) -> CommitmentListPage:
    page = made(*promises)[address]
    assert isinstance(page, CommitmentListPage)
    return page


def test_a_list_answers_in_one_sentence() -> None:
    promise = a_commitment(status_events=MOVED)
    open_ones = list_at("/toezeggingen/status/openstaand/", promise)
    assert (
        open_ones.frame.description
        == "Toezegging T99001 van 2 juni 2020 (Fictieve toezegging) heeft als laatst bekende status openstaand."
    )
    none = list_at("/toezeggingen/status/deels-voldaan/", promise)
    assert none.frame.description == (
        "Geen bron noemt bij een toezegging op deze site als laatste de status deels voldaan."
    )
    assert none.lists[0].none == "Van geen enkele toezegging is deels voldaan de laatst bekende status."
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", promise)
    assert wind.frame.description == (
        "Volgens de nieuwste bron is dit ambt verantwoordelijk voor toezegging T99001 van 2 juni 2020 "
        "(Fictieve toezegging). Laatst bekend: verantwoordelijk voor 1 toezegging. Zelf deed het er geen."
    )


def test_a_list_of_an_office_counts_what_has_no_known_status() -> None:
    promises = (a_commitment(status_events=()), a_commitment(id="T99002", status_events=(SETTLED,)))
    page = list_at("/toezeggingen/ambt/fictief-minister/", *promises)
    assert page.frame.description.endswith("Zelf deed het er 2. Van 1 hiervan is de status niet bekend.")


def test_a_list_of_an_office_leads_to_the_days_on_which_it_was_responsible() -> None:
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", a_commitment(status_events=MOVED))
    assert [(link.title, link.address) for link in wind.cutoffs] == [
        ("1 januari 2022", "/toezeggingen/peildatum/2022-01-01/#ambt_fictief-minister-van-wind")
    ]


THREE = (
    a_commitment(status_events=MOVED),
    a_commitment(id="T99002", status_events=MOVED, date=on("2021-01-05"), title="Tweede"),
    a_commitment(id="T99003", status_events=(), made_by_role=WIND),
)


def test_an_office_has_what_it_must_do_what_it_had_to_do_and_what_it_promised() -> None:
    water = list_at("/toezeggingen/ambt/fictief-minister-van-water/", *THREE)
    assert [(item.anchor, item.title, [row.link.title for row in item.rows]) for item in water.lists] == [
        ("nu", "Laatst bekend verantwoordelijk", []),
        ("eerder", "Eerder verantwoordelijk", ["T99002", "T99001"]),
        ("gedaan", "Deed de toezegging", []),
    ]
    assert water.frame.description == (
        "Eerder was dit ambt verantwoordelijk voor toezegging T99002 van 5 januari 2021 (Tweede). "
        "Laatst bekend: verantwoordelijk voor geen toezegging, maar eerder voor 2. Zelf deed het er geen."
    )
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", *THREE)
    assert [len(item.rows) for item in wind.lists] == [2, 0, 1]
    assert [(link.title, link.address) for link in wind.others] == [
        (WATER, "/toezeggingen/ambt/fictief-minister-van-water/")
    ]


def test_a_list_of_a_status_counts_the_others_and_leads_to_other_statuses() -> None:
    open_ones = list_at("/toezeggingen/status/openstaand/", *THREE)
    assert open_ones.frame.description == (
        "Toezegging T99002 van 5 januari 2021 (Tweede) heeft als laatst bekende status openstaand. "
        "Dat geldt ook voor nog 1 toezegging."
    )
    assert [link.title for link in open_ones.others] == ["deels voldaan", "voldaan", "doorlopend", "afgevoerd"]


def test_what_has_no_known_status_has_a_list_only_where_there_is_some() -> None:
    address = "/toezeggingen/status/niet-bekend/"
    assert list_at(address, *THREE).frame.title == "Toezeggingen zonder bekende status"
    assert list_at(address, *THREE).frame.description == (
        "Bij toezegging T99003 van 2 juni 2020 (Fictieve toezegging) noemt geen bron een status."
    )
    assert address not in made(*THREE[:2])


def test_days_of_an_office_stand_with_the_newest_first() -> None:
    old = a_commitment(status_events=(a_status(responsible=WIND, as_shown_at=on("2020-06-03")),))
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", old)
    assert [link.title for link in wind.cutoffs] == ["1 januari 2022", "1 juli 2021", "1 januari 2021", "1 juli 2020"]


def test_the_page_shows_every_list_or_says_that_it_is_empty() -> None:
    page = as_read(list_at("/toezeggingen/ambt/fictief-minister-van-water/", *THREE), a_register(*THREE))
    assert "De nieuwste bronnen noemen dit ambt bij geen toezegging." in page.words
    assert "Dit ambt deed zelf geen toezegging." in page.words
    assert [row[0] for row in page.rows[1:]] == [
        "T99002 Tweede Fictieve Kamer",
        "T99001 Fictieve toezegging Fictieve Kamer",
    ]
    assert {"/toezeggingen/T99001/", "/toezeggingen/"} <= page.leads_to("main")
