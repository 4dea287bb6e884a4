"""Every gap has an address, says since when, and names a source that would close it; all by rule."""

from collections.abc import Iterable
from datetime import date

from lrt_site.findings import gap_list
from lrt_site.findings.gap_list import Gap
from lrt_site.model.commitments import Coverage, Extent
from lrt_site.model.facts import Statement
from lrt_site.model.provinces import DatedItem, ReportPractice
from lrt_site.model.register import Record
from lrt_site.pages.shared.common import PageMaker
from lrt_site.sitemap.site import page_makers
from tests.builders import (
    SOURCE,
    a_commitment,
    a_frequency,
    a_meeting,
    a_provincial_table,
    a_register,
    a_report,
    a_series,
    a_statement,
    a_status,
    a_table,
    an_element,
    an_evidence,
    an_observation,
    on,
)

AS_OF = date(2021, 6, 15)


def found(*records: Record, kinds: Iterable[str] = ()) -> list[Gap]:
    every = gap_list.gap_list(a_register(*records), AS_OF)
    return [gap for gap in every if gap.kind in kinds or not kinds]


def brief(gaps: Iterable[Gap]) -> list[tuple[str, str | None]]:
    return [(gap.id, gap.since.text if gap.since else None) for gap in gaps]


def test_a_year_with_fewer_meetings_than_expected_is_a_gap() -> None:
    table = a_table(frequencies=(a_frequency(meetings_per_year=1, covers_from=on("2019")),))
    (gap,) = found(table, a_meeting(date=on("2020-06-15"), report=a_report()), kinds=["jaar"])
    assert (gap.id, gap.about, gap.title) == ("stilte-jaar-2019", "fictieve-tafel", "1 vergadering in 2019")
    assert gap.closing == "Een verslag, bericht of brief die een vergadering in dat jaar noemt, met de dag."


def test_of_a_year_with_more_meetings_than_a_number_the_gap_is_a_lower_bound() -> None:
    rule = a_frequency(meetings_per_year=4, more_often=True, covers_from=on("2019"), covers_until=on("2019"))
    (gap,) = found(a_table(frequencies=(rule,)), a_meeting(date=on("2019-06-15")), kinds=["jaar"])
    assert gap.title == "meer dan 3 vergaderingen in 2019"


def test_after_the_last_rule_the_time_since_the_last_meeting_is_a_gap_once_it_is_a_year() -> None:
    rule = a_frequency(meetings_per_year=1, covers_from=on("2018"), covers_until=on("2018"))
    table = a_table(frequencies=(rule,))
    gaps = found(table, a_meeting(id="m-1", date=on("2018-06")), kinds=["maanden"])
    assert brief(gaps) == [("stilte-na-m-1", "2018-06")]
    assert gaps[-1].title == "Vergaderingen na juni 2018"
    assert found(table, a_meeting(date=on(AS_OF.isoformat())), kinds=["maanden"]) == []


def test_a_stretch_of_months_is_known_by_its_first_month_and_ends_or_not() -> None:
    table = a_table(frequencies=(a_frequency(meetings_per_year=4, covers_from=on("2020")),))
    gaps = found(table, a_meeting(date=on("2020-06-15")), kinds=["maanden"])
    assert brief(gaps) == [("stilte-maanden-2020-01", "2020-01"), ("stilte-maanden-2020-07", "2020-07")]
    assert [gap.until for gap in gaps] == [on("2020-05"), None]


def test_only_a_held_meeting_can_lack_an_account() -> None:
    gaps = found(
        a_meeting(id="m-kaal"),
        a_meeting(id="m-verslag", date=on("2020-06-16"), report=a_report()),
        a_meeting(id="m-voorbij", label="extra", state="aangekondigd"),
        a_meeting(id="m-straks", state="gepland", date=on("2021-09-01")),
        a_meeting(id="m-grens", date=None, not_after=on("2020-04-05")),
    )
    assert brief(gaps) == [
        ("stilte-afloop-m-voorbij", "2020-06-15"),
        ("stilte-verslag-m-kaal", "2020-06-15"),
        ("stilte-verslag-m-grens", "2020-04-05"),
    ]
    assert [gap.at_latest for gap in gaps] == [False, False, True]
    assert gaps[1].closing == "Een verslag van die vergadering."


def test_gatherings_without_an_id_have_gaps_of_their_own() -> None:
    table = a_provincial_table(
        founded=a_statement(as_shown_at=on("2016")),
        gatherings=(
            DatedItem(what="Fictief beraad", date=on("2020-01-02"), source=SOURCE),
            DatedItem(what="Fictief beraad", date=on("2020-01-02"), source=SOURCE),
            DatedItem(what="Fictieve conferentie", source=SOURCE),
            DatedItem(what="Fictief vervolg", date=on("2022"), source=SOURCE),
        ),
    )
    assert brief(found(table, kinds=["bijeenkomst"])) == [
        ("stilte-bijeenkomst-prt-fictief-2020-01-02", "2020-01-02"),
        ("stilte-bijeenkomst-prt-fictief-2020-01-02-2", "2020-01-02"),
        ("stilte-bijeenkomst-prt-fictief-fictieve-conferentie", None),
    ]


def test_a_provincial_table_is_a_gap_until_one_of_its_meetings_has_an_account_here() -> None:
    public = a_provincial_table(reports=ReportPractice(public=True, source=SOURCE))
    (gap,) = found(public, kinds=["provincie"])
    assert (gap.since, gap.closing) == (
        None,
        "Een verslag van een vergadering van deze tafel. Volgens een bron zijn ze openbaar.",
    )
    assert found(public, a_meeting(table="prt-fictief", report=a_report()), kinds=["provincie"]) == []


def test_a_provincial_table_was_there_since_the_first_moment_that_a_source_gives() -> None:
    founded = Statement(text="Een fictieve oprichting.", as_shown_at=on("2016"), source=SOURCE)
    (gap,) = found(a_provincial_table(founded=founded), kinds=["provincie"])
    assert (str(gap.since), gap.at_latest) == ("2016", False)
    earlier = a_meeting(table="prt-fictief", date=on("2015-12-03"))
    (gap,) = found(a_provincial_table(founded=founded), earlier, kinds=["provincie"])
    assert (str(gap.since), gap.at_latest) == ("2015-12-03", True)


def test_a_series_that_is_silent_for_longer_than_its_rhythm_is_a_gap() -> None:
    old = a_series(observations=(an_observation(date=on("2020-01-01")),))
    fresh = a_series(id="vers", observations=(an_observation(id="w-vers", date=on("2021-01-01")),))
    assert brief(found(old, fresh)) == [("stilte-cijfer-fictieve-reeks", "2020-01-01")]


def with_extents(*extents: Extent) -> list[Gap]:
    covers = tuple(Coverage(element="el-fictief", extent=extent) for extent in extents)
    return found(a_commitment(elements=(an_element(),), evidence=(an_evidence(covers=covers),)))


def test_an_element_is_a_gap_while_no_document_covers_it() -> None:
    assert with_extents("gedekt") == with_extents("niet genoemd", "deels gedekt") == []
    closings = [
        gap.closing for extents in ((), ("niet genoemd",), ("niet vast te stellen",)) for gap in with_extents(*extents)
    ]
    assert closings == [
        "Een vergelijking van dit onderdeel met de stukken die er al zijn, of een stuk dat het noemt.",
        "Een stuk dat dit onderdeel noemt.",
        "De volledige tekst van een stuk, zodat is na te gaan wat die over dit onderdeel zegt.",
    ]


def test_without_any_document_the_commitment_is_one_gap_and_not_every_element() -> None:
    assert brief(found(a_commitment(elements=(an_element(),)))) == [("stilte-toezegging-T99001", "2020-06-02")]


def test_a_status_without_its_day_is_one_gap_however_often_it_was_shown() -> None:
    gaps = found(
        a_commitment(
            evidence=(an_evidence(),),
            status_events=(
                a_status(as_shown_at=None),
                a_status(status="deels voldaan", as_shown_at=on("2020-09")),
                a_status(status="deels voldaan", as_shown_at=on("2020-11")),
                a_status(status="voldaan", decided_on=on("2021-01-12")),
            ),
        )
    )
    assert [(gap.id, gap.since, gap.closing) for gap in gaps] == [
        ("stilte-status-T99001-openstaand", None, "Een registerpagina met datum."),
        (
            "stilte-status-T99001-deels-voldaan",
            on("2020-09"),
            "Een besluitenlijst of verslag die een besluit erover noemt, met de dag.",
        ),
    ]


def made(*records: Record) -> dict[str, PageMaker]:
    pages = page_makers(a_register(*records), AS_OF)
    return {page.address: page for page in pages if isinstance(page, PageMaker)}


def test_a_gap_shows_on_the_page_of_what_it_is_about_and_nowhere_else() -> None:
    pages = made(a_meeting(id="m-kaal"), a_meeting(id="m-verslag", report=a_report()))
    (link,) = pages["/vergaderingen/m-kaal/"]().frame.missing
    assert (link.title, link.address) == (
        "een verslag van deze vergadering",
        "/stilte/verslagen/#stilte-verslag-m-kaal",
    )
    assert pages["/vergaderingen/m-verslag/"]().frame.missing == ()
