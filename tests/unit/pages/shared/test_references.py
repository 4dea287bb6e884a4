"""The list at the end of a page says what a source is, of when, and whether it can be opened."""

from lrt_site.pages.shared.references import Reference, reference
from tests.builders import a_register, a_source, on


def test_a_source_stands_with_its_publisher_its_date_its_address_and_its_own_page() -> None:
    source = a_source(id="s-a", date=on("2020-06"), url="https://fictief.example/", url_verified=False)
    assert reference(source, a_register(source)) == Reference(
        id="s-a",
        title="Fictief stuk",
        publisher="Fictieve Uitgever",
        date="juni 2020",
        url="https://fictief.example/",
        url_verified=False,
        found=True,
        address="/bronnen/s-a/",
    )


def test_what_is_not_there_is_said() -> None:
    source = a_source(id="s-a", found=False)
    listed = reference(source, a_register(source))
    assert (listed.date, listed.url, listed.found, listed.url_verified) == ("zonder datum", None, False, True)
