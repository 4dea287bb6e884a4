"""The page of a subject: what meetings concluded or discussed about it, the newest first."""

from lrt_site.model.register import Record
from lrt_site.pages.table import topic
from lrt_site.pages.table.topic import TopicPage
from tests.builders import a_meeting, a_register, a_series, a_table, a_topic, an_agenda_item, on

ABOUT = "ond-fictief"


def the_page(*records: Record) -> TopicPage:
    (make,) = topic.pages(a_register(*records))
    page = make()
    assert isinstance(page, TopicPage)
    assert page.frame.address == make.address
    return page


def test_every_subject_that_was_on_an_agenda_has_a_page_at_its_id() -> None:
    table = a_table(topics=(a_topic(id="t-zee", name="zee"), a_topic(id="t-berg", name="berg")))
    register = a_register(table, a_meeting(agenda=(an_agenda_item(topic="t-zee"),)))
    assert [page.address for page in topic.pages(register)] == ["/onderwerpen/t-zee/"]


def test_links_to_it_tell_how_many_meetings_had_it_on_the_agenda() -> None:
    register = a_register(a_meeting(agenda=(an_agenda_item(topic=ABOUT),)))
    assert [link.title for link in topic.links(register)] == ["Onderwerp fictie: op de agenda van 1 vergadering"]


def test_it_begins_with_how_many_meetings_had_it_on_the_agenda() -> None:
    twice = (an_agenda_item(topic=ABOUT), an_agenda_item(topic=ABOUT))
    page = the_page(
        a_meeting(id="m-1", date=on("2024-01-15"), agenda=twice),
        a_meeting(id="m-2", date=on("2025-01-15"), agenda=twice[:1]),
    )
    assert page.frame.description == (
        "Wij kennen 2 vergaderingen met het onderwerp fictie op de agenda. "
        "De nieuwste (gehouden) is de vergadering van 15 januari 2025."
    )
    assert len(page.items) == 3


def test_a_meeting_to_come_is_the_newest_only_where_none_was_held() -> None:
    about = (an_agenda_item(topic=ABOUT),)
    planned = a_meeting(id="m-2", date=on("2025-01-15"), state="gepland", agenda=about)
    page = the_page(a_meeting(id="m-1", date=on("2024-01-15"), agenda=about), planned)
    assert page.frame.description.endswith("De nieuwste (gehouden) is de vergadering van 15 januari 2024.")
    alone = the_page(planned)
    assert alone.frame.description.endswith("De nieuwste (gepland) is de vergadering van 15 januari 2025.")


def test_the_newest_meeting_stands_first_with_its_items_in_their_order() -> None:
    items = (an_agenda_item(topic=ABOUT, title="een"), an_agenda_item(), an_agenda_item(topic=ABOUT, title="twee"))
    page = the_page(
        a_meeting(id="m-1", date=on("2024-01-15"), agenda=items[:1]),
        a_meeting(id="m-2", date=on("2025-01-15"), agenda=items),
    )
    assert [(item.meeting.address, item.title) for item in page.items] == [
        ("/vergaderingen/m-2/", "een"),
        ("/vergaderingen/m-2/", "twee"),
        ("/vergaderingen/m-1/", "een"),
    ]


def test_what_was_concluded_comes_before_what_was_discussed_and_names_its_source() -> None:
    both = an_agenda_item(topic=ABOUT, discussed=("Besproken.",), conclusions=("Besloten.",), disputed=("Niet eens.",))
    one, other = the_page(a_meeting(agenda=(both, an_agenda_item(topic=ABOUT, discussed=("Besproken.",))))).items
    assert ([said.text for said in one.told], one.concluded) == (["Besloten."], True)
    assert [said.text for said in one.disputed] == ["Niet eens."]
    assert ([said.text for said in other.told], other.concluded) == (["Besproken."], False)
    assert one.told[0].backing.sources == (a_meeting().source,)


def test_figures_of_which_it_is_the_theme_are_named() -> None:
    page = the_page(
        a_meeting(agenda=(an_agenda_item(topic=ABOUT),)),
        a_series(theme="fictie"),
        a_series(id="andere-reeks", theme="iets anders"),
    )
    assert [link.address for link in page.figures] == ["/cijfers/fictieve-reeks/"]
