"""The page about the table: every part of the table has its place there."""

from datetime import date

from lrt_site.model.register import Record
from lrt_site.pages.table import table
from lrt_site.pages.table.table import NEWEST, TablePage, rule_in_words
from tests.builders import (
    a_commitment,
    a_frequency,
    a_meeting,
    a_register,
    a_series,
    a_source,
    a_statement,
    a_table,
    a_table_name,
    an_agenda_item,
    on,
)


def the_table(*records: Record) -> TablePage:
    make, *_ = table.pages(a_register(*records), date(2026, 1, 15))
    page = make()
    assert isinstance(page, TablePage)
    return page


def test_a_name_says_when_it_was_used() -> None:
    names = (
        a_table_name(id="a", used_from=on("2015-11"), used_until=on("2017")),
        a_table_name(id="b", used_from=on("2017")),
        a_table_name(id="c", used_until=on("2014")),
        a_table_name(id="d"),
    )
    assert [row.term for row in the_table(a_table(names=names)).names] == [
        "november 2015 tot in 2017",
        "vanaf 2017",
        "tot in 2014; begin niet bekend",
        "wanneer, is niet bekend",
    ]


def test_a_name_of_which_no_source_says_when_is_dated_by_its_sources() -> None:
    names = (a_table_name(source="s-brief"), a_table_name(id="b", source="s-brief", also_source=("s-kst",)))
    dated = a_source(id="s-brief", kind="brief", date=on("2024-01-30"))
    page = the_table(a_table(names=names), dated, a_source(id="s-kst", kind="kamerstuk", date=on("2016")))
    assert [row.term for row in page.names] == [
        "in een brief van 30 januari 2024",
        "in een kamerstuk van 2016 en in een brief van 30 januari 2024",
    ]


def test_it_begins_with_what_the_table_is() -> None:
    page = the_table(a_table(definition=a_statement(id="wat", text="Een overleg.")))
    assert (page.about.text, page.about.anchor, page.frame.description) == ("Een overleg.", "wat", "Een overleg.")
    assert the_table().about.anchor is None


def test_a_rule_says_for_which_moment_its_source_gives_it() -> None:
    assert rule_in_words(a_frequency()) == "twee keer per jaar"
    assert rule_in_words(a_frequency(as_of=on("2021-12-20"))) == "twee keer per jaar (op 20 december 2021)"
    assert rule_in_words(a_frequency(as_of=on("2021"))) == "twee keer per jaar (in 2021)"


def test_a_statement_says_of_which_moment_its_source_speaks() -> None:
    page = the_table(a_table(working=(a_statement(id="w", as_shown_at=on("2021-12"), note="En dit."),)))
    assert "".join(run.text for run in page.working[0].note) == "Stand van december 2021. En dit."


def test_a_subject_links_to_its_figures_and_meetings() -> None:
    page = the_table(
        a_series(),
        a_series(id="ander", theme="iets anders"),
        a_meeting(id="m-1", agenda=(an_agenda_item(topic="ond-fictief"),)),
        a_meeting(id="m-2", agenda=(an_agenda_item(),)),
    )
    (topic,) = page.topics
    assert [link.address for link in topic.figures] == ["/cijfers/fictieve-reeks/"]
    assert [link.address for link in topic.meetings] == ["/vergaderingen/m-1/"]


def test_of_many_meetings_about_a_subject_the_newest_are_named() -> None:
    agenda = (an_agenda_item(topic="ond-fictief"),)
    page = the_table(
        *(a_meeting(id=f"m-{day:02}", date=on(f"2020-01-{day:02}"), agenda=agenda) for day in range(1, 15))
    )
    (topic,) = page.topics
    assert (len(topic.meetings), topic.more_meetings) == (NEWEST, 2)
    assert topic.meetings[0].title == "Vergadering van 14 januari 2020"


def test_commitments_about_the_table_are_named() -> None:
    page = the_table(a_commitment(table="fictieve-tafel"), a_commitment(id="T99002"))
    assert [link.title for link in page.more if "Toezegging" in link.title] == [
        "Toezegging T99001: Fictieve toezegging"
    ]


def test_every_part_of_the_table_can_be_linked_to() -> None:
    made = a_table(
        definition=a_statement(id="d"),
        now=(a_statement(id="n"),),
        working=(a_statement(id="w"),),
        provincial=(a_statement(id="p"),),
    )
    page = the_table(made)
    said = (
        page.about,
        *page.present.since,
        page.founded,
        *page.rhythm,
        *page.purposes,
        *page.working,
        *page.provincial,
    )
    anchors = {
        item.anchor for item in (*said, *(row.name for row in page.names), *(view.meaning for view in page.topics))
    }
    register = a_register(made)
    assert anchors == {part for part, home in register.home_of.items() if home == made.id and part != made.id}
