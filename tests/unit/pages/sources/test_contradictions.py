"""What sources say stands side by side on a page of its own, and nothing is decided for the reader."""

from lrt_site.model.register import Record
from lrt_site.model.sources import Contradiction
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.sources import contradictions
from lrt_site.pages.sources.contradiction import ContradictionPage
from lrt_site.pages.sources.contradictions import ContradictionEntry, ContradictionsPage
from tests.builders import (
    SOURCE,
    a_claim,
    a_contradiction,
    a_register,
    a_source,
    on,
)


def the_list(*records: Record) -> ContradictionsPage:
    page, *_ = contradictions.pages(a_register(*records))
    assert isinstance(page, ContradictionsPage)
    return page


def the_entry(*records: Record) -> ContradictionEntry:
    (group,) = the_list(*records).groups
    (entry,) = group.entries
    return entry


def own_pages(*records: Record) -> list[ContradictionPage]:
    _, *makers = contradictions.pages(a_register(*records))
    made = [maker() for maker in makers if isinstance(maker, PageMaker)]
    return [page for page in made if isinstance(page, ContradictionPage)]


def the_page(*records: Record) -> ContradictionPage:
    (page,) = own_pages(*records)
    return page


def test_the_list_has_by_subject_what_differs_and_leads_to_what_each_source_says() -> None:
    one = a_contradiction(sources=(SOURCE, "s-ander"))
    (group,) = the_list(one, a_source(id="s-ander")).groups
    (entry,) = group.entries
    assert (group.title, entry.anchor, entry.statement.text) == ("De tafel", one.id, one.statement)
    assert (entry.more.title, entry.more.address) == ("Wat de 2 bronnen zeggen", f"/tegenspraak/{one.id}/")


def test_no_reading_is_followed_unless_the_record_says_so() -> None:
    one = a_contradiction()
    assert (the_entry(one).state, the_page(one).followed) == ("Wij volgen geen van de bronnen.", ())
    assert [link.address for link in the_page(one).touches] == ["/tafel/#opgericht"]


def test_the_source_that_is_followed_is_named_with_the_reason() -> None:
    one = a_contradiction(followed=SOURCE, reason="Dit stuk is het eerste.")
    followed = the_page(one).followed
    assert the_entry(one).state == "Wij volgen één bron."
    assert "".join(run.text for run in followed) == "Fictief stuk. Waarom: Dit stuk is het eerste."
    assert followed[0].address == f"/bronnen/{SOURCE}/"


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
    assert [(one.text.text, one.when, one.source.title) for one in page.claims] == [
        ("Het zijn er twaalf, fictief.", "maart 2020", "Fictief stuk"),
        ("“elf”", "15 juni 2020", "Fictieve brief"),
        ("Het zijn er twaalf, fictief.", "zonder datum", "Fictief stuk"),
    ]
    assert [one.text.backing.sources for one in page.claims] == [(SOURCE,), ("s-brief",), (SOURCE,)]
    assert [[mark.word for mark in one.text.marks] for one in page.claims] == [[], [], ["niet geverifieerd"]]


def test_contradictions_that_begin_alike_are_told_apart_in_the_title_of_their_page() -> None:
    long = "Volgens de ene bron zijn het er twaalf, fictief, en volgens de andere bron zijn het er veel meer dan"
    alike: tuple[Contradiction, ...] = tuple(
        a_contradiction(id=f"teg-{end}", statement=f"{long} {end}.") for end in ("dertien", "veertien")
    )
    titles = [page.frame.title for page in own_pages(*alike)]
    assert len(set(titles)) == 2
    assert titles[0].endswith("(teg-dertien)")
