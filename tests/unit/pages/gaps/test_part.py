"""Of a kind of gaps with too many for one page each has its place on a page of its own part."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.portions import ROWS
from lrt_site.pages.gaps import no_reports, part
from lrt_site.pages.shared.portions import NEWEST
from tests.builders import a_meeting, a_register, on
from tests.tools.rendering import as_read

AS_OF = date(2026, 1, 15)


def found(number: int) -> GapsOnDay:
    meetings = (
        a_meeting(id=f"m-{place}", date=on(f"{2000 + place // 28}-01-{place % 28 + 1:02}")) for place in range(number)
    )
    return GapsOnDay(a_register(*meetings), AS_OF)


def test_what_one_page_has_room_for_stays_there() -> None:
    fitting = found(ROWS)
    assert list(part.pages(fitting)) == []
    page = no_reports.page(fitting)
    assert (len(page.listed["verslag"]), page.frame.divided) == (ROWS, None)
    assert fitting.address_of("stilte-verslag-m-3") == "/stilte/verslagen/#stilte-verslag-m-3"


def test_beyond_it_the_page_names_the_first_and_each_gap_stands_on_a_page_of_its_part() -> None:
    many = found(ROWS + 1)
    page = no_reports.page(many)
    assert len(page.listed["verslag"]) == NEWEST
    assert page.frame.divided is not None
    assert [link.address for link in page.frame.divided.parts] == ["/stilte/deel/verslag/", "/stilte/deel/verslag-2/"]
    _, second = part.pages(many)
    read = as_read(second, many.register)
    assert many.address_of("stilte-verslag-m-0") == "/stilte/deel/verslag-2/#stilte-verslag-m-0"
    assert "stilte-verslag-m-0" in read.ids
    assert "Gehouden vergaderingen zonder gevonden verslag, deel 2" in read.words
    assert second().frame.previous == page.frame.divided.parts[0]
