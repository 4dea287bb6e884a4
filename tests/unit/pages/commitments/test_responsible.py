"""Which offices were responsible is told with when a source showed it, never with when it began."""

from lrt_site.pages.commitments.responsible import responsible
from lrt_site.pages.shared.common import Footnotes
from tests.builders import (
    a_commitment,
    a_register,
    a_source,
    a_status,
    on,
)
from tests.unit.pages.commitments.making import WATER, WIND, page_of


def test_offices_follow_each_other_with_when_they_were_shown() -> None:
    first, second, third = "Fictief Minister", "fictief staatssecretaris", "fictief kanselier"
    events = (
        a_status(responsible=first, as_shown_at=None),
        a_status(responsible=second, former_responsible="fictief minister", as_shown_at=on("2020-09")),
        a_status(responsible=second, former_responsible=first, decided_on=on("2021-02-03")),
        a_status(responsible=third, former_responsible="fictief raadsheer", as_shown_at=on("2022")),
    )
    assert [said.text for said in page_of(a_commitment(status_events=events)).responsible] == [
        "Fictief Minister (volgens een bron zonder datum)",
        "fictief staatssecretaris (volgens een bron in september 2020, nog bij het besluit van 3 februari 2021)",
        "fictief raadsheer (genoemd als voormalig, volgens een bron in 2022)",
        "fictief kanselier (volgens een bron in 2022)",
    ]


def test_without_a_source_that_names_an_office_there_is_none() -> None:
    assert responsible(a_commitment(), Footnotes(a_register())) == ()


def test_an_office_leads_to_its_list_and_rests_on_all_that_names_it() -> None:
    events = (
        a_status(responsible=WATER, source="s-a"),
        a_status(responsible=WATER.upper(), as_shown_at=on("2021"), source="s-b"),
        a_status(responsible=WIND, former_responsible=WATER, as_shown_at=on("2022"), source="s-c"),
    )
    notes = Footnotes(a_register(*(a_source(id=f"s-{sign}") for sign in "abc")))
    water, wind = responsible(a_commitment(status_events=events), notes)
    assert water.text == f"{WATER} (volgens een bron op 1 juli 2020, nog volgens een bron in 2021)"
    assert water.runs[0].address == "/toezeggingen/ambt/fictief-minister-van-water/"
    assert water.backing.sources == ("s-a", "s-b", "s-c")
    assert (wind.text, wind.backing.sources) == (f"{WIND} (volgens een bron in 2022)", ("s-c",))


def test_a_moment_that_is_named_twice_is_told_once() -> None:
    events = (a_status(responsible=WATER), a_status(responsible=WATER, status="voldaan"))
    (said,) = responsible(a_commitment(status_events=events), Footnotes(a_register()))
    assert said.text == f"{WATER} (volgens een bron op 1 juli 2020)"
