"""All titles stand by the alphabet, persons by surname, and on pages of their own where there are many."""

import pytest

from lrt_site.model import portions
from lrt_site.model.register import Record, Register
from lrt_site.pages.search import titles
from lrt_site.pages.search.catalogue import catalogue
from lrt_site.pages.search.titles import TitlesPage
from tests.builders import a_mention, a_person, a_register, an_organisation


def made(register: Register) -> list[TitlesPage]:
    addresses = ["/deelnemers/", "/vermeldingen/"]
    found = [make() for make in titles.pages(register, lambda: catalogue(register, addresses))]
    assert all(isinstance(page, TitlesPage) for page in found)
    return found  # type: ignore[return-value]


def test_a_person_stands_by_surname_and_a_section_by_its_name() -> None:
    (page,) = made(a_register(a_person(name="Anna van Zee"), an_organisation(name="De Raad", short="DR")))
    shown = {letter.letter: [titled.link.title for titled in letter.titles] for letter in page.letters}
    assert "Anna van Zee" in shown["Z"]
    assert "De Raad (DR)" in shown["D"]
    assert "Deelnemers" in shown["D"]
    assert "Cijfers" not in shown.get("C", [])


def test_many_titles_have_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    records: list[Record] = [a_mention(id=f"v-{number}", text=f"Aa {number}.") for number in range(5)]
    monkeypatch.setattr("lrt_site.pages.shared.portions.ROWS", 4)
    assert portions.ROWS > 4
    first, *letters = made(a_register(*records))
    assert first.letters == ()
    assert [link.address for link in first.parts] == [page.frame.address for page in letters]
    assert letters[0].frame.address == "/zoeken/titels/deel/a/"
    assert [letter.letter for letter in letters[0].letters] == ["A"]
