"""A page of now offers all that is kept of a pack, and an edition of then what was known then."""

from lrt_site.pages.publications.packs import NO_OFFER, KeptFile, Offer
from lrt_site.wording.runs import Link
from tests.builders import a_history, a_person, a_register

FILES = Link("PDF", "/dag/ambt.pdf"), Link("XLSX", "/dag/ambt.xlsx")
HISTORY = a_history(*(a_register(a_person(name=name)) for name in ("Een", "Twee", "Drie", "Vier")))
ONE, TWO, THREE, FOUR = HISTORY.publications
PACKS = {
    file.address: tuple(
        KeptFile("ambt", file.title, f"/{publication.name}{file.address}", publication, publication.hash)
        for publication in (TWO, FOUR)
    )
    for file in FILES
}


def offered(files: tuple[KeptFile, ...]) -> list[tuple[str, int]]:
    return [(item.title, item.publication.number) for item in files]


def test_a_page_of_now_offers_all_the_newest_first() -> None:
    assert offered(Offer(PACKS).of(FILES)) == [("PDF", 4), ("XLSX", 4), ("PDF", 2), ("XLSX", 2)]


def test_an_edition_of_then_offers_what_was_known_then() -> None:
    found = [offered(Offer(PACKS, publication).of(FILES)) for publication in HISTORY.publications]
    assert found == [[], [("PDF", 2), ("XLSX", 2)], [("PDF", 2), ("XLSX", 2)], [("PDF", 4), ("XLSX", 4)]]


def test_of_what_was_not_published_nothing_is_kept() -> None:
    assert NO_OFFER.of(FILES) == ()


def test_a_file_names_the_publication_that_made_it() -> None:
    (file, *_) = Offer(PACKS).of(FILES)
    assert file.made_with == Link("publicatie 4", f"/publicaties/{FOUR.name}/")


def test_a_page_of_now_offers_also_what_is_kept_of_offices_that_it_does_not_name() -> None:
    assert offered(Offer(PACKS).besides("/dag/", FILES[:1])) == [("XLSX", 4), ("XLSX", 2)]
    assert Offer(PACKS).besides("/dag/", FILES) == Offer(PACKS).besides("/andere-dag/", ()) == ()
    assert Offer(PACKS, FOUR).besides("/dag/", ()) == ()
