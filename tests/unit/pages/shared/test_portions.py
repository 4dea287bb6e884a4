"""A list too long for one page is divided: the newest there, all on pages of parts, nothing twice or nowhere."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.portions import ROWS
from lrt_site.model.register import Record, Register
from lrt_site.pages.shared.common import Frame, PageMaker, PageView, trail
from lrt_site.pages.shared.portions import NEWEST, by_letter, by_subject, by_year
from lrt_site.wording.runs import Link
from tests import builders
from tests.builders import a_holder, a_person, a_register, a_seat, an_agenda_item, an_organisation
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read, makers_of

FRAME = Frame("/lijst/", "Lijst", "De lijst.", trail())
AROUND = (a_person(), an_organisation(), a_seat())


def on(place: int) -> PartialDate:
    return PartialDate.of(date(2004, 1, 5) + timedelta(days=14 * place))


DIVIDED: dict[str, Callable[[int], Record]] = {
    "/begrippen/": lambda n: builders.a_term(id=f"b-{n}", term=f"{'abc'[n % 3]}woord {n}"),
    "/bronnen/": lambda n: builders.a_source(id=f"s-{n}", date=on(n)),
    "/bronnen/s-fictief/": lambda n: builders.an_output(id=f"o-{n}", date=on(n)),
    "/deelnemers/": lambda n: a_person(id=f"p-{n}", name=f"A. {'BCD'[n % 3]}naam"),
    "/deelnemers/org-fictief/": lambda n: builders.a_composition(
        id=f"sam-{n}", as_shown_at=on(n), holders=(a_holder(organisation="org-fictief"),)
    ),
    "/deelnemers/p-fictief/": lambda n: builders.a_composition(id=f"sam-{n}", as_shown_at=on(n)),
    "/geschiedenis/": lambda n: builders.an_event(id=f"geb-{n}", date=on(n)),
    "/informatieverzoeken/": lambda n: builders.an_information_request(id=f"iv-{n}", asked_on=on(n)),
    "/onderwerpen/ond-fictief/": lambda n: builders.a_meeting(
        id=f"m-{n}", date=on(n), agenda=(an_agenda_item(topic="ond-fictief"),)
    ),
    "/parlement/": lambda n: builders.a_parliamentary_item(id=f"k-{n}", date=on(n)),
    "/samenstelling/": lambda n: builders.a_composition(id=f"sam-{n}", as_shown_at=on(n)),
    "/stoelen/": lambda n: a_seat(id=f"stoel-{n}", name=f"{'abc'[n % 3]} {n}"),
    "/stoelen/stoel-fictief/": lambda n: builders.a_composition(id=f"sam-{n}", as_shown_at=on(n)),
    "/tegenspraak/": lambda n: builders.a_contradiction(id=f"teg-{n}"),
    "/toezeggingen/": lambda n: builders.a_commitment(id=f"T{n:05}", date=on(n)),
    "/toezeggingen/ambt/fictief-minister/": lambda n: builders.a_commitment(id=f"T{n:05}", date=on(n)),
    "/toezeggingen/status/openstaand/": lambda n: builders.a_commitment(id=f"T{n:05}", date=on(n)),
    "/uitingen/": lambda n: builders.an_output(id=f"o-{n}", date=on(n)),
    "/verslaglegging/": lambda n: builders.a_meeting(id=f"m-{n}", date=on(n), report=builders.a_report()),
    "/vermeldingen/": lambda n: builders.a_mention(id=f"ver-{n}"),
}
"""Every page with a list that is divided, with what fills it."""
BESIDE = {"/bronnen/": 1, "/deelnemers/": 2, "/stoelen/": 1, "/bronnen/s-fictief/": 8}
"""How many are there besides."""
FEWER = {"/onderwerpen/ond-fictief/": 100}
"""The bounds of lists of which each row tells much."""


MOST_ROWS = 7 * NEWEST
"""Of a page that shows the newest: up to six rows for each, and what stands around them."""
DAYS = {"/samenstelling/": 500, "/toezeggingen/": 500}
"""Pages that also name every day that has a page."""


def rows_of(page: HtmlPage) -> int:
    return sum(tag.name in ("tr", "li", "dt") for tag in page.tags)


def of(address: str, number: int) -> Register:
    brought = [DIVIDED[address](place) for place in range(number)]
    return a_register(*AROUND, *brought)


def below(register: Register, address: str) -> dict[str, PageMaker | PageView]:
    found = {
        maker.address if isinstance(maker, PageMaker) else maker.frame.address: maker for maker in makers_of(register)
    }
    return {place: maker for place, maker in found.items() if place == address or place.startswith(f"{address}deel/")}


@pytest.mark.parametrize("address", DIVIDED)
def test_a_list_is_on_one_page_up_to_the_bound_and_divided_beyond_it(address: str) -> None:
    bound = FEWER.get(address, ROWS)
    assert list(below(of(address, bound - BESIDE.get(address, 0)), address)) == [address]
    register = of(address, bound + 1)
    first, *rest = below(register, address).items()
    page = first[1]() if isinstance(first[1], PageMaker) else first[1]
    divided = page.frame.divided
    assert first[0] == address
    assert divided is not None
    assert (divided.shown, divided.part) == (str(NEWEST), None)
    assert {link.address for link in divided.parts} == {place for place, _ in rest}
    assert rows_of(as_read(page, register)) <= MOST_ROWS + DAYS.get(address, 0)


def test_each_thing_stands_in_one_part_and_the_newest_on_the_page_of_the_list_too() -> None:
    days = [date(2004, 1, 5) + timedelta(days=14 * place) for place in range(1000)]
    for listed in (days, days[::-1]):
        first, *rest = by_year(listed, "/lijst/", lambda day: day)
        assert Counter(day for part in rest for day in part.items) == Counter(days)
        assert set(first.items) == set(days[-NEWEST:])
        assert list(first.items) == [day for day in listed if day in first.items]
        assert max(len(part.items) for part in rest) <= ROWS
        titles = [part.part.title for part in rest if part.part]
        assert titles == sorted(titles)


def test_a_part_leads_to_the_list_and_to_the_parts_beside_it() -> None:
    days = [date(2004 + place % 3, 1, 1) for place in range(ROWS + 1)]
    _, _, part, _ = by_year(sorted(days), "/lijst/", lambda day: day)
    framed = part.framed(replace(FRAME, record="r-1", contradictions=()))
    assert (framed.address, framed.title, framed.record) == ("/lijst/deel/2005/", "Lijst, 2005", None)
    assert framed.trail[-1] == Link("Lijst", "/lijst/")
    assert framed.previous == Link("2004", "/lijst/deel/2004/")
    assert framed.next == Link("2006", "/lijst/deel/2006/")


def test_a_list_that_fits_keeps_its_frame() -> None:
    (whole,) = by_year([date(2004, 1, 1)], "/lijst/", lambda day: day)
    assert whole.framed(FRAME) is FRAME


def test_what_has_no_day_is_divided_by_subject_or_letter() -> None:
    names = [f"{'ab'[place % 2]} {place:04}" for place in range(ROWS + 1)]
    first, *rest = by_letter(sorted(names), "/lijst/", str, lambda _: date.min)
    assert [part.address for part in rest] == ["/lijst/deel/a/", "/lijst/deel/b/"]
    assert list(first.items) == sorted(names)[:NEWEST]
    _, *subjects = by_subject(names, "/lijst/", lambda name: "De Eerste" if name[0] == "a" else "Tweede")
    assert [part.address for part in subjects] == ["/lijst/deel/de-eerste/", "/lijst/deel/tweede/"]


def test_a_reader_sees_how_many_there_are_and_the_way_to_all() -> None:
    register = of("/geschiedenis/", ROWS + 1)
    pages = below(register, "/geschiedenis/")
    page = as_read(pages["/geschiedenis/"], register)
    assert "Deze pagina toont 100 van de 401 regels van de lijst: de nieuwste. Alles, per jaar" in page.words
    assert "deel/2004/" in {link for _, link in page.links}
    part = as_read(pages["/geschiedenis/deel/2004/"], register)
    assert "van de 401 regels van de lijst. Alles, per jaar" in part.words
    assert urls.address_of("geb-3", register) == "/geschiedenis/deel/2004/#geb-3"
    assert "geb-3" in part.ids
