"""The page of a subject: what meetings concluded or discussed about it, the newest first."""

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.meetings import Agreement
from lrt_site.model.register import Record, Register
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.table import topic
from lrt_site.pages.table.topic import TopicPage
from tests.builders import a_meeting, a_mention, a_register, a_series, a_table, a_topic, an_agenda_item, an_output, on

ABOUT = "ond-fictief"


def made_from(register: Register) -> list[PageMaker]:
    missing = GapsOnDay(register, register.site.sources_checked_on.latest)
    return list(topic.pages(register, topic.touched(register), missing))


def the_page(*records: Record) -> TopicPage:
    (make,) = made_from(a_register(*records))
    page = make()
    assert isinstance(page, TopicPage)
    assert page.frame.address == make.address
    return page


def test_every_subject_that_something_touches_has_a_page_at_its_id() -> None:
    table = a_table(topics=(a_topic(id="t-zee", name="zee"), a_topic(id="t-berg", name="berg")))
    register = a_register(table, a_meeting(agenda=(an_agenda_item(topic="t-zee"),)))
    assert [page.address for page in made_from(register)] == ["/onderwerpen/t-zee/"]


def test_what_only_has_its_word_is_listed_too_in_time_and_each_with_its_own_link() -> None:
    page = the_page(
        a_meeting(id="m-1", date=on("2024-01-15"), agenda=(an_agenda_item(topic=ABOUT),)),
        an_output(id="o-1", date=on("2025-02-01"), content="Over de fictie van de dijk."),
        an_output(id="o-2", date=on("2025-02-02"), content="Over fictieve dijken."),
        a_mention(text="Iemand noemde een rechtsfictie."),
    )
    assert [(item.link.address, item.when, item.note) for item in page.items] == [
        ("/uitingen/o-1/", "1 februari 2025", "Brieven en besluiten"),
        ("/vergaderingen/m-1/", "15 januari 2024", "Vergaderingen"),
        ("/vermeldingen/#ver-fictief", "geen datum", "Nog niet bevestigd"),
    ]


def test_what_was_agreed_says_who_does_what_and_by_when() -> None:
    agreed = (Agreement(who="de raad", what="meet de dijk", due=on("2025-03-01")),)
    (item,) = the_page(a_meeting(agenda=(an_agenda_item(topic=ABOUT, agreements=agreed),))).items
    assert [said.text for said in item.agreed] == ["De raad: meet de dijk (uiterlijk 1 maart 2025)"]


def test_what_was_not_found_about_it_leads_to_its_gap() -> None:
    page = the_page(a_meeting(agenda=(an_agenda_item(topic=ABOUT),)))
    assert [link.address.partition("#")[0] for link in page.missing] == ["/stilte/verslagen/"]


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
    assert [(item.link.address, item.title) for item in page.items] == [
        ("/vergaderingen/m-2/", "een"),
        ("/vergaderingen/m-2/", "twee"),
        ("/vergaderingen/m-1/", "een"),
    ]


def test_what_was_concluded_comes_before_what_was_discussed_and_names_its_source() -> None:
    both = an_agenda_item(topic=ABOUT, discussed=("Besproken.",), conclusions=("Besloten.",), disputed=("Niet eens.",))
    one, other = the_page(a_meeting(agenda=(both, an_agenda_item(topic=ABOUT, discussed=("Besproken.",))))).items
    assert ([said.text for said in one.told], one.heading) == (["Besloten."], "Conclusies")
    assert [said.text for said in one.disputed] == ["Niet eens."]
    assert ([said.text for said in other.told], other.heading) == (["Besproken."], "Besproken")
    assert one.told[0].backing.sources == (a_meeting().source,)


def test_figures_of_which_it_is_the_theme_are_named() -> None:
    page = the_page(
        a_meeting(agenda=(an_agenda_item(topic=ABOUT),)),
        a_series(theme="fictie"),
        a_series(id="andere-reeks", theme="iets anders"),
    )
    assert [link.address for link in page.figures] == ["/cijfers/fictieve-reeks/"]
