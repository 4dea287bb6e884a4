"""History is in order of time, and shows the years of which nothing is known."""

from datetime import date

from lrt_site.model.register import Record
from lrt_site.pages.table import history
from lrt_site.pages.table.history import HistoryPage
from tests.builders import a_commitment, a_meeting, a_register, a_source, an_event, an_evidence, an_output, on


def the_history(*records: Record, until: int = 2020) -> HistoryPage:
    (make,) = history.pages(a_register(*records), date(until, 6, 1))
    page = make()
    assert isinstance(page, HistoryPage)
    return page


def test_years_without_events_are_gaps() -> None:
    events = [an_event(id=f"h-{year}", date=on(str(year))) for year in (2012, 2014, 2017)]
    assert [(year.title, year.dots) for year in the_history(*events).years] == [
        ("2012", "●"),
        ("2013", ""),
        ("2014", "●"),
        ("2015 tot en met 2016", ""),
        ("2017", "●"),
        ("2018 tot en met 2020", ""),
    ]


def test_an_event_without_a_day_stands_after_the_days_of_its_time() -> None:
    page = the_history(
        an_event(id="a", date=on("2019"), date_note="eind 2019"),
        an_event(id="b", date=on("2019-05")),
        an_event(id="c", date=on("2019-05-09")),
        an_event(id="d", date=None, not_before=on("2019-06-01"), date_note="na mei 2019"),
    )
    assert [view.when for view in page.years[0].events] == ["9 mei 2019", "mei 2019", "na mei 2019", "eind 2019"]


def test_machines_get_the_date_that_the_source_gives_and_no_more() -> None:
    page = the_history(an_event(id="a", date=on("2019-05")), an_event(id="b", date=None, not_after=on("2019-06-01")))
    assert [view.machine for view in page.years[0].events] == ["2019-05", None]


def test_an_event_links_to_what_rests_on_its_sources() -> None:
    page = the_history(
        an_event(source="s-brief", also_source=("s-krant",)),
        a_source(id="s-brief"),
        a_source(id="s-krant"),
        a_source(id="s-ander"),
        a_meeting(id="m-1", source="s-ander", also_source=("s-krant",)),
        a_meeting(id="m-2", date=on("2020-06-16"), source="s-ander"),
        an_output(source="s-brief"),
        a_commitment(source="s-ander", evidence=(an_evidence(source="s-brief"),)),
    )
    (event,) = page.years[0].events
    assert [link.title for link in event.related] == [
        "Fictieve brief",
        "Toezegging T99001",
        "Vergadering van 15 juni 2020",
    ]


def test_an_empty_history_says_so() -> None:
    page = the_history()
    assert page.years == ()
    assert page.frame.description == "Er zijn nog geen gebeurtenissen beschreven."


def test_it_begins_with_the_newest_as_far_as_that_is_known() -> None:
    old, new = an_event(id="a", date=on("2018")), an_event(id="b", date=on("2019-05-09"), event="Er kwam een dijk.")
    undated = an_event(id="c", date=None, date_note="ooit")
    assert the_history(old, new).frame.description.startswith("De nieuwste gebeurtenis: 9 mei 2019. Er kwam een dijk.")
    assert the_history(old, new, undated).frame.description.startswith("De nieuwste gebeurtenis met een datum: 9 mei")
