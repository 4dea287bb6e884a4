"""Every part of the site has its pages, each at an address of its own."""

from collections import Counter
from datetime import date

from lrt_site import urls
from lrt_site.model.register import Record
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.shared.sections import MENU, NAMES
from lrt_site.sitemap.site import page_makers
from tests.builders import (
    EVERYTHING,
    a_commitment,
    a_meeting,
    a_parliamentary_item,
    a_register,
)


def addresses_of(*records: Record) -> list[str]:
    makers = page_makers(a_register(*records), date(2026, 1, 15))
    return [maker.address if isinstance(maker, PageMaker) else maker.frame.address for maker in makers]


def test_every_section_has_a_page_and_every_record_that_can_have_one_its_own() -> None:
    there = set(addresses_of(*EVERYTHING))
    assert NAMES.keys() - {urls.PUBLICATIONS} <= there
    own = {urls.page_of(record) for record in EVERYTHING if "#" not in urls.page_of(record)}
    assert own <= there


def test_no_two_pages_stand_at_one_address() -> None:
    assert [address for address, count in Counter(addresses_of(*EVERYTHING)).items() if count > 1] == []


def test_a_site_without_records_has_every_page_of_the_menu() -> None:
    assert {urls.HOME, urls.COVERAGE, *MENU} <= set(addresses_of())


def test_pages_are_noted_with_gaps_and_with_what_the_chambers_said() -> None:
    register = a_register(a_meeting(), a_commitment(), a_parliamentary_item(about=("T99001",)))
    made = {
        maker.address: maker().frame
        for maker in page_makers(register, date(2026, 1, 15))
        if isinstance(maker, PageMaker)
    }
    assert [link.address for link in made["/vergaderingen/m-2020-06-15/"].missing] == [
        "/stilte/verslagen/#stilte-verslag-m-2020-06-15"
    ]
    assert len(made["/toezeggingen/T99001/"].parliament) == 1
