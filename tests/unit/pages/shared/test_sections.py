"""A section has one name, in the menu and in every link to it."""

from lrt_site import urls
from lrt_site.pages.shared.sections import MENU, MENU_MORE, NAMES, link_to_page
from lrt_site.wording.runs import Link


def test_the_menu_goes_from_what_happens_to_what_it_rests_on() -> None:
    assert [NAMES[address] for address in (*MENU, *MENU_MORE)] == [
        "Vergaderingen",
        "Wie zit er",
        "Toezeggingen",
        "Cijfers",
        "Provincies",
        "Geschiedenis",
        "Wat ontbreekt",
        "Waar bronnen verschillen",
        "Bronnen",
        "Publicaties",
    ]


def test_no_two_sections_have_one_name() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_a_link_can_tell_what_is_there() -> None:
    assert link_to_page(urls.GAPS) == Link("Wat ontbreekt", "/stilte/")
    assert link_to_page(urls.GAPS, ": alles").title == "Wat ontbreekt: alles"
