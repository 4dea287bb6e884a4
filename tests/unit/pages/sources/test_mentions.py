"""Everything that rests on a source is found, and nothing is decided for the reader."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.pages.gaps import gaps
from lrt_site.pages.sources import mentions
from lrt_site.pages.sources.citations import CitationsPage
from lrt_site.pages.sources.mentions import MentionsPage
from lrt_site.pages.sources.reporting import ReportingPage
from tests.builders import (
    SOURCE,
    a_citation_pattern,
    a_contradiction,
    a_meeting,
    a_mention,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_report_form,
    a_role,
    a_series,
    a_source,
    a_statement,
    an_observation,
    on,
)


def test_what_rests_on_a_source_is_found_in_whatever_field_names_it() -> None:
    register = a_register(
        a_source(id="s-ander"),
        a_person(roles=(a_role(end_source="s-ander"),)),
        a_meeting(also_source=("s-ander",)),
        a_series(observations=(an_observation(source="s-ander"), an_observation(source="s-ander", part="deel"))),
        a_contradiction(sources=(SOURCE, "s-ander")),
    )
    assert register.resting_on["s-ander"] == ("p-fictief", "m-2020-06-15", "w-fictief", "teg-fictief")


def test_a_part_without_an_id_of_its_own_rests_under_its_record() -> None:
    register = a_register(a_source(id="s-ander"), a_provincial_table(remarks=(a_statement(source="s-ander"),)))
    assert register.resting_on["s-ander"] == ("prt-fictief",)


def test_a_mention_is_marked_as_not_confirmed() -> None:
    page = next(one for one in mentions.pages(a_register(a_mention())) if isinstance(one, MentionsPage))
    (mention,) = page.mentions
    assert [mark.word for mark in mention.marks] == ["één bron, nog niet bevestigd"]
    assert mention.anchor == "ver-fictief"


def test_a_form_of_reporting_names_the_meetings_known_from_its_source() -> None:
    register = a_register(a_report_form(source="s-ander"), a_source(id="s-ander"), a_meeting(source="s-ander"))
    page = next(one for one in mentions.pages(register) if isinstance(one, ReportingPage))
    assert [link.address for link in page.forms[0].same_source] == ["/vergaderingen/m-2020-06-15/"]


def test_meetings_stand_by_the_form_of_their_account() -> None:
    register = a_register(a_meeting(report=a_report()), a_meeting(id="m-zonder", date=on("2020-06-16")))
    page = next(one for one in mentions.pages(register) if isinstance(one, ReportingPage))
    assert [(form, [link.title for link in links]) for form, links in page.reported] == [
        ("hoofdlijnen", ["Vergadering van 15 juni 2020"])
    ]


def test_only_a_whole_address_can_be_opened() -> None:
    register = a_register(
        a_citation_pattern(id="vin-1", url="https://fictief.example/stuk.html"),
        a_citation_pattern(id="vin-2", url="https://fictief.example/<nummer>"),
        a_citation_pattern(id="vin-3", url="javascript:alert(1)"),
    )
    page = next(one for one in mentions.pages(register) if isinstance(one, CitationsPage))
    assert [pattern.opens for pattern in page.patterns] == [True, False, False]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ({"date": on("2020-02-05")}, "5 februari 2020"),
        ({"vintage": on("2020-02-05")}, "zonder datum; bekend sinds 5 februari 2020"),
        ({"as_shown_at": on("2020-02-05")}, "zonder datum; volgens een bron op 5 februari 2020"),
    ],
)
def test_a_value_is_about_no_moment_that_its_source_does_not_tell(moment: dict[str, Any], said: str) -> None:
    value = an_observation(**{"date": None, **moment})
    page = gaps.page(GapsOnDay(a_register(a_series(observations=(value,))), date(2021, 1, 1)))
    assert [row.since for row in page.series] == [said]


def test_silence_shows_how_it_reckoned() -> None:
    register = a_register(a_meeting(), a_meeting(id="m-prt", table="prt-fictief"), a_provincial_table())
    page = gaps.page(GapsOnDay(register, date(2021, 1, 1)))
    assert page.rhythm.sum_in_words == "Er is geen heel jaar waarvoor een bron een ritme noemt om mee te tellen."
    assert [(one.tables, one.held, one.missing) for one in page.reports] == [
        ("de landelijke tafel", 1, 1),
        ("provinciale tafels", 1, 1),
    ]
    assert [(level.words, [row.province.title for row in level.rows]) for level in page.levels] == [
        ("niets gevonden", ["Fictief-Holland"])
    ]
