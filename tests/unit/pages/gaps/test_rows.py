"""A gap has its own address among all of them, and is told quietly on the page of what it is about."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from lrt_site.findings.gap_list import Gap, GapKind, GapsOnDay
from lrt_site.model.register import Record
from lrt_site.pages.gaps import no_reports, rows
from lrt_site.pages.gaps.rows import SECTIONS, SHOWN_ON_A_PAGE, row_of
from lrt_site.pages.shared.common import PageMaker
from lrt_site.sitemap.site import page_makers
from tests.builders import (
    a_commitment,
    a_frequency,
    a_meeting,
    a_register,
    a_table,
    an_element,
    an_evidence,
    on,
)
from tests.tools.rendering import as_read

AS_OF = date(2021, 6, 15)


def made(*records: Record) -> dict[str, PageMaker]:
    pages = page_makers(a_register(*records), AS_OF)
    return {page.address: page for page in pages if isinstance(page, PageMaker)}


def test_many_gaps_on_one_page_are_counted_by_kind() -> None:
    table = a_table(frequencies=(a_frequency(meetings_per_year=4, covers_from=on("2010")),))
    links = made(table)["/tafel/"]().frame.missing_today
    assert [(link.title, link.address) for link in links] == [
        ("jaren met minder bekende vergaderingen dan de regel (11)", "/stilte/vergaderingen/#ritme"),
        ("reeksen van maanden zonder bekende vergadering (1)", "/stilte/vergaderingen/#maanden"),
    ]


def test_a_commitment_about_accounts_leads_to_the_page_about_accounts() -> None:
    about = a_commitment(elements=(an_element(text="de verslagen van de fictieve tafels"),))
    other = a_commitment(id="T99002", register_text="De fictieve minister zegt een brug toe.")
    assert (rows.is_about_accounts(about), rows.is_about_accounts(other)) == (True, False)
    pages = made(about, other)
    assert pages["/toezeggingen/T99001/"]().frame.also == (rows.COVERAGE,)
    assert pages["/toezeggingen/T99002/"]().frame.also == ()


def a_gap(**changes: Any) -> Gap:
    made = Gap(
        id="stilte-verslag-m-2020-06-15",
        kind="verslag",
        about="m-2020-06-15",
        title="een verslag van de vergadering",
        short="een verslag",
        since=on("2020-06-15"),
        closing="Een verslag met de dag.",
    )
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("changes", "since"),
    [
        ({}, "Sinds 15 juni 2020"),
        ({"at_latest": True}, "In elk geval sinds 15 juni 2020"),
        ({"until": on("2020-06-15")}, "Sinds 15 juni 2020"),
        ({"since": on("2020-06"), "until": on("2021-02")}, "Van juni 2020 tot en met februari 2021"),
        ({"since": None}, "Sinds wanneer, is niet bekend"),
    ],
)
def test_a_gap_says_since_when_as_far_as_is_known(changes: dict[str, Any], since: str) -> None:
    row = row_of(a_gap(**changes), a_register(a_meeting()))
    assert (row.since, row.closing) == (since, "Een verslag met de dag.")
    assert (row.about.title, row.about.address) == ("een verslag van de vergadering", "/vergaderingen/m-2020-06-15/")
    assert (row.anchor, row.title) == ("stilte-verslag-m-2020-06-15", "een verslag van de vergadering")


def test_every_kind_of_gap_has_its_words_and_its_section() -> None:
    assert set(SECTIONS) == set(get_args(GapKind))


def test_what_lasts_is_told_apart_from_what_only_the_day_makes() -> None:
    frame = made(a_meeting(), a_meeting(id="m-2", state="gepland", date=on("2021-01-05")))
    held, planned = frame["/vergaderingen/m-2020-06-15/"]().frame, frame["/vergaderingen/m-2/"]().frame
    assert ([link.title for link in held.missing], held.missing_today) == (["een verslag van deze vergadering"], ())
    assert held.missing[0].address == "/stilte/verslagen/#stilte-verslag-m-2020-06-15"
    assert (planned.missing, [link.address for link in planned.missing_today]) == (
        (),
        ["/stilte/vergaderingen/#stilte-afloop-m-2"],
    )


@pytest.mark.parametrize(("count", "links"), [(SHOWN_ON_A_PAGE, SHOWN_ON_A_PAGE), (SHOWN_ON_A_PAGE + 1, 1)])
def test_beyond_so_many_gaps_a_page_counts_them(count: int, links: int) -> None:
    elements = tuple(an_element(id=f"el-{number}") for number in range(count))
    promise = a_commitment(elements=elements, evidence=(an_evidence(),), register_text="Een brief.", status_events=())
    missing = made(promise)["/toezeggingen/T99001/"]().frame.missing
    assert len(missing) == links


def test_the_page_of_gaps_gives_each_its_own_place_with_what_would_close_it() -> None:
    register = a_register(a_meeting())
    page = as_read(no_reports.page(GapsOnDay(register, AS_OF)), register)
    assert "stilte-verslag-m-2020-06-15" in page.ids
    assert "Sinds 15 juni 2020. Dit vult het: een verslag" in page.words
    assert "/vergaderingen/m-2020-06-15/" in page.leads_to("dl")
