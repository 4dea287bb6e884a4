"""What each source says stands side by side, and nothing is decided for the reader unless the record says so."""

import pytest

from lrt_site.model.register import Record
from lrt_site.model.sources import Contradiction
from lrt_site.pages.sources.contradiction import ContradictionPage
from tests.builders import (
    SOURCE,
    a_claim,
    a_contradiction,
    a_meeting,
    a_register,
    a_series,
    a_source,
    an_event,
    an_observation,
    on,
)
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read
from tests.unit.pages.sources.making import own_pages


def the_page(*records: Record) -> ContradictionPage:
    (page,) = own_pages(*records)
    return page


def test_each_reading_stands_with_its_day_and_source_and_own_words_between_quotation_marks() -> None:
    page = the_page(
        a_source(id="s-brief", title="Fictieve brief", date=on("2020-06-15")),
        a_contradiction(
            sources=(SOURCE, "s-brief"),
            claims=(
                a_claim(date=on("2020-03")),
                a_claim(text="elf", quoted=True, source="s-brief"),
                a_claim(verified=False, note="Alleen gehoord."),
            ),
        ),
    )
    assert [(claim.text.text, claim.when, claim.source.title) for claim in page.claims] == [
        ("Het zijn er twaalf, fictief.", "maart 2020", "Fictief stuk"),
        ("“elf”", "15 juni 2020", "Fictieve brief"),
        ("Het zijn er twaalf, fictief.", "zonder datum", "Fictief stuk"),
    ]
    assert [claim.text.backing.sources for claim in page.claims] == [(SOURCE,), ("s-brief",), (SOURCE,)]
    assert [[mark.word for mark in claim.text.marks] for claim in page.claims] == [[], [], ["niet geverifieerd"]]


def test_contradictions_that_begin_alike_are_told_apart_in_the_title_of_their_page() -> None:
    long = "Volgens de ene bron zijn het er twaalf, fictief, en volgens de andere bron zijn het er veel meer dan"
    alike: tuple[Contradiction, ...] = tuple(
        a_contradiction(id=f"teg-{end}", statement=f"{long} {end}.") for end in ("dertien", "veertien")
    )
    titles = [page.frame.title for page in own_pages(*alike)]
    assert len(set(titles)) == 2
    assert titles[0].endswith("(teg-dertien)")


def shown(*records: Record) -> HtmlPage:
    return as_read(the_page(*records), a_register(*records))


def test_the_day_of_what_was_said_goes_before_that_of_the_source() -> None:
    dated = a_source(id="s-a", date=on("2020-06-15"))
    claims = (a_claim(source="s-a", date=on("2019")), a_claim(source="s-a"), a_claim())
    page = the_page(dated, a_contradiction(sources=("s-a", SOURCE), claims=claims))
    assert [(claim.when, claim.machine) for claim in page.claims] == [
        ("2019", "2019"),
        ("15 juni 2020", "2020-06-15"),
        ("zonder datum", None),
    ]


@pytest.mark.parametrize(
    ("about", "heading"),
    [
        (("opgericht",), "Fictieve Tafel"),
        (("geb-fictief",), "mei 2019"),
        (("w-fictief", "opgericht"), "Fictieve reeks, 17 mei 2021"),
        (("m-2020-06-15",), "Vergadering van 15 juni 2020 (Fictieve Tafel)"),
    ],
)
def test_the_heading_says_what_it_is_about(about: tuple[str, ...], heading: str) -> None:
    page = the_page(a_contradiction(about=about), an_event(), a_series(), a_meeting())
    assert page.heading == f"Waar bronnen verschillen: {heading}"


def test_what_is_about_nothing_here_has_its_title_as_heading() -> None:
    page = the_page(a_contradiction(about=()))
    assert page.heading == page.frame.title
    assert "Gaat over geen onderdeel van deze site" in shown(a_contradiction(about=())).words


def test_what_it_touches_is_linked_and_what_reads_the_same_once() -> None:
    series = a_series(observations=(an_observation(), an_observation(id="w-b", value=5)))
    page = the_page(a_contradiction(about=("w-b", "w-fictief", "m-2020-06-15")), series, a_meeting())
    assert [link.title for link in page.touches] == [
        "Vergadering van 15 juni 2020 (Fictieve Tafel)",
        "Fictieve reeks, 17 mei 2021",
    ]


def test_without_readings_the_sources_are_named_with_their_date_and_number() -> None:
    page = the_page(a_contradiction(sources=(SOURCE, "s-b"), verified=False), a_source(id="s-b", date=on("2020")))
    assert [(claimant.link.address, claimant.published, claimant.backing.sources) for claimant in page.claimants] == [
        (f"/bronnen/{SOURCE}/", "Fictieve Uitgever, zonder datum", (SOURCE,)),
        ("/bronnen/s-b/", "Fictieve Uitgever, 2020", ("s-b",)),
    ]
    assert [mark.word for mark in page.statement.marks] == ["niet geverifieerd"]
    assert (
        "Bronnen Fictief stuk (Fictieve Uitgever, zonder datum)"
        in shown(a_contradiction(sources=(SOURCE, "s-b")), a_source(id="s-b", title="Ander stuk")).words
    )


def test_the_page_says_whom_we_follow_or_that_we_follow_nobody() -> None:
    assert "Wij volgen geen van de bronnen; wij laten staan wat elke zegt" in shown(a_contradiction()).words
    followed = shown(a_contradiction(followed=SOURCE))
    assert "Wij volgen Fictief stuk. Een reden staat er niet bij." in followed.words
    in_words = shown(a_contradiction(followed="het register", reason="Dat is het nieuwst."))
    assert "Wij volgen het register. Waarom: Dat is het nieuwst." in in_words.words


def test_readings_are_shown_as_quoted_or_in_our_words() -> None:
    page = shown(a_contradiction(claims=(a_claim(quoted=True), a_claim(text="Het zijn er elf."))))
    assert (
        "“Het zijn er twaalf, fictief.” zonder datum, Fictieve Uitgever: Fictief stuk. Letterlijk aangehaald."
        in page.words
    )
    assert "Het zijn er elf. zonder datum, Fictieve Uitgever: Fictief stuk. In onze woorden." in page.words
