"""Facts stand on a page with their sources, marks, notes and contradictions, and texts link what they cite."""

from lrt_site import urls
from lrt_site.model.facts import Backing
from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction
from lrt_site.pages.meetings import meeting
from lrt_site.pages.shared.common import (
    DERIVED,
    UNVERIFIED,
    Footnotes,
    Frame,
    contradiction_links,
    data_links,
    kind_marks,
    later,
    linked,
    trail,
)
from lrt_site.pages.table.handwritten import HandwrittenPage
from lrt_site.wording.runs import Link
from tests.builders import (
    SOURCE,
    a_commitment,
    a_composition,
    a_contradiction,
    a_meeting,
    a_person,
    a_register,
    a_series,
    a_source,
    a_statement,
    an_observation,
    on,
)
from tests.tools.rendering import as_read


def register_with_a_contradiction() -> Register:
    return a_register(
        a_source(id="s-a", citation="19 637, nr. 2184"),
        a_commitment(id="T90001"),
        Contradiction(id="c-groningen", statement="Fictief.", sources=("s-a",), about=()),
    )


def test_a_contradiction_named_by_id_is_named_in_words() -> None:
    runs = linked("Zie de tegenspraak c-groningen, of c-onbekend.", register_with_a_contradiction())
    assert [(run.text, run.address) for run in runs] == [
        ("Zie ", None),
        ("wat de bronnen hierover zeggen", "/tegenspraak/c-groningen/"),
        (", of c-onbekend.", None),
    ]


def test_papers_and_commitments_link_beside_it() -> None:
    runs = linked("T90001 in 19 637, nr. 2184; zie c-groningen", register_with_a_contradiction())
    assert [run.address for run in runs if run.address] == [
        "/toezeggingen/T90001/",
        "/bronnen/s-a/",
        "/tegenspraak/c-groningen/",
    ]


def test_an_empty_text_has_no_runs() -> None:
    assert linked("", register_with_a_contradiction()) == ()


def test_a_fact_stands_with_its_marks_its_source_its_note_and_where_sources_disagree() -> None:
    fact = a_statement(id="opgericht", verified=False, derived=True, note="Alleen gehoord.")
    notes = Footnotes(a_register(a_contradiction()))
    said = notes.said("Zo is het.", fact, "text", anchor="opgericht", note="Eerst dit.")
    assert (said.text, said.anchor, said.marks) == ("Zo is het.", "opgericht", (UNVERIFIED, DERIVED))
    assert (said.backing, said.note[0].text) == (Backing((SOURCE,)), "Eerst dit. Alleen gehoord.")
    assert [link.address for link in said.contradictions] == ["/tegenspraak/teg-fictief/"]
    assert notes.said("Zo is het.", fact, "text", about="opgericht").contradictions == said.contradictions
    assert notes.said("Zo is het.", fact, "text").contradictions == ()


def test_a_page_lists_each_source_behind_its_words_once_in_order() -> None:
    register = a_register(a_source(id="s-b"), a_source(id="s-a", date=on("2020"), found=False))
    notes = Footnotes(register)
    for source in ("s-b", "s-a", "s-b"):
        notes.plain("Zo is het.", a_statement(source=source), "text")
    notes.plain("Dit zegt niemand.")
    assert [reference.id for reference in notes.references()] == ["s-a", "s-b"]


def test_words_name_no_source_again_that_stands_beside_them() -> None:
    notes = Footnotes(a_register())
    beside = notes.backing(a_statement(), "text")
    assert notes.others(beside, a_statement(as_shown_at=on("2020")), "as_shown_at") == Backing()
    assert notes.others(Backing(), a_statement(as_shown_at=on("2020")), "as_shown_at") == beside


def test_a_contradiction_is_told_with_all_its_sources_and_whether_it_was_verified() -> None:
    about = a_contradiction(sources=(SOURCE, "s-ander"), verified=False, note="Zie ook daar.")
    notes = Footnotes(a_register(about, a_source(id="s-ander")))
    said = notes.contradiction(about)
    assert (said.backing.sources, said.marks, said.note[0].text) == (
        (SOURCE, "s-ander"),
        (UNVERIFIED,),
        "Zie ook daar.",
    )
    assert said.contradictions == (Link("Wat de bronnen hierover zeggen", "/tegenspraak/teg-fictief/"),)
    assert notes.contradiction(a_contradiction()).marks == ()


def test_contradictions_of_a_record_are_those_of_its_parts_too_and_each_once() -> None:
    register = a_register(
        a_contradiction(about=("doel", "opgericht")),
        a_contradiction(id="teg-tafel", about=("fictieve-tafel",)),
        a_contradiction(id="teg-elders", about=("m-2020-06-15",)),
        a_meeting(),
    )
    addresses = [said.contradictions[0].address for said in Footnotes(register).contradictions(register.table)]
    assert sorted(addresses) == ["/tegenspraak/teg-fictief/", "/tegenspraak/teg-tafel/"]
    only = contradiction_links(register, "doel", only=lambda contradiction: contradiction.id == "teg-tafel")
    assert (only, contradiction_links(register, None)) == ((), ())


def test_the_data_of_records_are_told_apart_where_there_are_more() -> None:
    assert data_links(a_person()) == (Link("Gegevens (JSON)", "/data/v1/person/p-fictief.json"),)
    assert [link.title for link in data_links(a_person(), a_composition())] == [
        "Gegevens (JSON): F. Fictief",
        "Gegevens (JSON): Vaste deelnemers, fictief, 15 juni 2020",
    ]


def test_the_way_to_a_page_begins_at_home() -> None:
    step = Link("Bronnen", urls.SOURCES)
    assert trail(step) == (Link("Home", "/"), step)


def test_a_page_shows_the_last_two_steps_of_the_way_in_few_words() -> None:
    long = Link("Bronnen verschillen: Was de taakstelling van de eerste helft 10.000?", "/b/")
    assert Frame("/", "Titel", "", trail(Link("A", "/a/"), long)).way == (
        Link("A", "/a/"),
        Link("Bronnen verschillen: Was de…", "/b/"),
    )


def test_a_page_can_be_followed_where_it_has_a_record_or_is_an_overview() -> None:
    def feed(address: str, record: str | None = None) -> str | None:
        link = Frame(address, "", "", (), record=record).feed
        return link.address if link else None

    assert feed("/deelnemers/p-fictief/", "p-fictief") == urls.feed_of_record("p-fictief")
    assert feed(urls.MEETINGS) == urls.feed_of("vergaderingen")
    assert feed(urls.SOURCES) is None


def test_a_page_is_made_when_it_is_wanted_and_not_before() -> None:
    made: list[str] = []

    def make(title: str, *, body: str) -> HandwrittenPage:
        made.append(title)
        return HandwrittenPage(page_id="hier", body=body, frame=Frame("/hier/", title, "", ()))

    maker = later("/hier/", make, "Hier", body="Tekst.")
    assert (maker.address, made) == ("/hier/", [])
    assert (maker().frame.title, made) == ("Hier", ["Hier"])


def test_a_value_is_an_expectation_unless_its_source_says_something_else_of_it() -> None:
    estimates = a_series(kind="raming")
    assert [mark.word for mark in kind_marks(estimates, an_observation())] == ["verwachting"]
    assert kind_marks(estimates, an_observation(kind="stand")) == kind_marks(a_series(), an_observation()) == ()


def test_the_frame_shows_the_way_the_neighbours_the_sources_and_what_disagrees() -> None:
    records = (
        a_meeting(),
        a_meeting(id="m-eerder", date=on("2020-01-01")),
        a_meeting(id="m-later", date=on("2021-01-01")),
        a_contradiction(about=("m-2020-06-15",)),
        a_source(id="s-ongebruikt", title="Ongebruikt stuk"),
    )
    register = a_register(*records)
    page = as_read(next(maker for maker in meeting.pages(register) if "2020-06-15" in maker.address), register)
    assert page.title == "Vergadering van 15 juni 2020 – Fictieve tafel"
    assert "Vergaderingen 2020 Vergadering van 15 juni 2020" in page.words
    assert page.leads_to("ol") >= {"/vergaderingen/", "/vergaderingen/2020/"}
    relations = {tag.attributes["rel"]: tag.attributes["href"] for tag in page.tags if tag.name == "link"}
    assert relations["prev"].endswith("m-eerder/")
    assert relations["next"].endswith("m-later/")
    described = [tag.attributes["content"] for tag in page.tags if tag.attributes.get("name") == "description"]
    assert described == ["Vergadering van 15 juni 2020 van de Fictieve Tafel."]
    assert "Bronnen van deze pagina Fictief stuk. Fictieve Uitgever, zonder datum." in page.words
    assert "Ongebruikt stuk" not in page.words
    assert "Twee fictieve stukken verschillen." in page.words


def test_the_list_of_sources_says_which_can_be_opened() -> None:
    sources = (
        a_source(id="s-weg", title="Weg stuk", found=False),
        a_source(id="s-web", title="Web stuk", url="https://fictief.example/web", url_verified=False, date=on("2020")),
    )
    meetings = a_meeting(source="s-weg", also_source=("s-web",))
    register = a_register(*sources, meetings)
    page = as_read(next(iter(meeting.pages(register))), register)
    assert "Weg stuk. Fictieve Uitgever, zonder datum. niet teruggevonden Meer" in page.words
    assert "Web stuk. Fictieve Uitgever, 2020. adres niet geverifieerd Meer" in page.words
    assert {"/bronnen/s-weg/", "/bronnen/s-web/"} <= page.leads_to("section")
    assert "https://fictief.example/web" in {link for _, link in page.links}


def test_a_long_title_is_cut_and_says_which_page_it_is() -> None:
    title = "Antwoord op vragen over de dijken in het hele land en wat daarvoor nodig is"
    frames = [Frame(address, title, "", ()) for address in ("/bronnen/s-a/", "/bronnen/s-b/", "/bronnen/s-b/versies/")]
    assert frames[0].title_within(40) == "Antwoord op vragen over de dijken… (s-a)"
    assert [frame.title_within(40)[-5:] for frame in frames[1:]] == ["(s-b)", "(s-b)"]
    assert frames[0].title_within(80) == title
