"""What the Chambers did stands on one page, and on the page of every record that it is about."""

from collections.abc import Mapping

import pytest

from lrt_site import urls
from lrt_site.checks.unknown import references_are_known
from tests.builders import a_commitment, a_meeting, a_parliamentary_item, a_register, a_source, on
from tests.tools.rendering import pages_of
from tests.unit.checking import told

OTHER = a_source(id="s-fictief-motie", title="Fictieve motie")
ASKED = a_parliamentary_item(
    id="k-vraag", form="vraag", text="Een lid vroeg naar de dijk.", date=on("2021-05"), source=OTHER.id,
    citation="99 999, nr. 3", about=("T00001", "fictieve-tafel"),
)  # fmt: skip
MOVED = a_parliamentary_item(about=("T00001",), date=None, date_note="in het voorjaar")
REGISTER = a_register(a_commitment(id="T00001"), a_meeting(), ASKED, MOVED, OTHER)


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    return pages_of(REGISTER)


def test_all_of_it_stands_on_one_page_the_newest_first(pages: Mapping[str, str]) -> None:
    page = pages[urls.PARLIAMENT]
    first = page.index("Tweede Kamer, vraag, mei 2021 (99 999, nr. 3)")
    assert first < page.index("Tweede Kamer, motie, in het voorjaar")
    assert 'id="k-vraag"' in page
    assert ">Toezegging T00001</a>" in page


def test_the_pages_it_is_about_say_it_with_their_sources(pages: Mapping[str, str]) -> None:
    for address in (f"{urls.COMMITMENTS}T00001/", urls.TABLE):
        page = pages[address]
        assert '<h2 id="kamers">In de Kamers</h2>' in page
        assert "Een lid vroeg naar de dijk." in page
        assert "Fictieve motie" in page[page.index('id="bronnen"') :]
    assert "Een fictieve motie." in pages[f"{urls.COMMITMENTS}T00001/"]
    assert "Een fictieve motie." not in pages[urls.TABLE]


def test_other_pages_say_nothing_of_it(pages: Mapping[str, str]) -> None:
    said = {address for address, page in pages.items() if 'id="kamers"' in page}
    assert said == {f"{urls.COMMITMENTS}T00001/", urls.TABLE}


def test_without_items_there_is_no_page() -> None:
    assert urls.PARLIAMENT not in pages_of(a_register())


def test_what_it_is_about_must_exist() -> None:
    wrong = a_parliamentary_item(about=("m-nergens",))
    assert told(references_are_known, wrong) == [("k-fictief", ("about", 0), "unknown-id")]


def test_it_begins_with_the_newest_as_far_as_that_is_known(pages: Mapping[str, str]) -> None:
    lead = 'class="lead">Het nieuwste met een datum in deze lijst: Tweede Kamer, vraag, mei 2021 (99 999, nr. 3).'
    assert lead in pages[urls.PARLIAMENT]
