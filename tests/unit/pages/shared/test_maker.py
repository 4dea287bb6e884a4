"""A site says who makes it and where to report an error, or plainly that this is not known yet."""

from dataclasses import replace

import pytest

from lrt_site.checks.addresses import errors_can_be_reported, web_addresses_can_be_opened
from lrt_site.export.v1 import to_v1
from lrt_site.model.table import Licence, Publisher
from lrt_site.pages.shared.maker import maker_of
from lrt_site.wording.runs import Link
from tests.builders import a_page, a_register, a_site
from tests.tools.rendering import SURROUNDINGS, pages_of
from tests.unit.checking import codes

NAMED = a_site(
    publisher=Publisher(name="Bureau <Dijk>", url="https://fictief.example/bureau"),
    report_error="fouten@fictief.example",
    government=False,
)


def foot(page: str) -> str:
    return page[page.index("<footer") :]


@pytest.fixture(params=["/", "/over/"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def page_at(address: str, monkeypatch: pytest.MonkeyPatch, **changes: object) -> str:
    register = a_register(a_site(**changes), a_page(id="over"))
    surroundings = replace(SURROUNDINGS, maker=maker_of(register.site, address))
    monkeypatch.setattr("tests.tools.rendering.SURROUNDINGS", surroundings)
    return pages_of(register)[address]


def test_what_is_not_decided_is_said_plainly(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_at(address, monkeypatch)
    times = 2 if address == "/over/" else 1
    assert page.count("Nog niet bekend is wie deze site uitgeeft.") == times
    assert page.count("Een adres om een fout te melden is er nog niet.") == times
    assert "van de overheid" not in page


def test_the_publisher_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_at(
        address, monkeypatch, publisher=NAMED.publisher, report_error=NAMED.report_error, government=NAMED.government
    )
    assert '<a href="https://fictief.example/bureau">Bureau &lt;Dijk&gt;</a>' in foot(page)
    assert "Deze site is niet van de overheid." in foot(page)
    mail = "mailto:fouten@fictief.example?subject=Fout%20op%20een%20pagina&amp;body=https%3A//fictief.example"
    assert mail in foot(page)


def test_a_publisher_may_have_no_address_and_be_of_the_government(monkeypatch: pytest.MonkeyPatch) -> None:
    page = foot(page_at("/", monkeypatch, publisher=Publisher(name="Bureau"), government=True))
    assert "Deze site wordt uitgegeven door Bureau. Deze site is van de overheid." in page


@pytest.mark.parametrize(
    ("where", "report"),
    [
        ("https://fictief.example/melden", "https://fictief.example/melden"),
        (
            "https://fictief.example/melden?over=<pagina>",
            "https://fictief.example/melden?over=https%3A%2F%2Ffictief.example%2Ftafel%2F",
        ),
    ],
)
def test_the_address_of_the_page_goes_along(where: str, report: str) -> None:
    assert maker_of(a_site(report_error=where), "/tafel/").report == Link("Meld een fout op deze pagina", report)


@pytest.mark.parametrize(
    "where", ["fouten@fictief.example", "https://fictief.example/", "https://fictief.example/?p=<pagina>"]
)
def test_an_address_that_works_is_right(where: str) -> None:
    assert codes(errors_can_be_reported, a_site(report_error=where)) == []


@pytest.mark.parametrize(
    "where",
    ["bel ons", "javascript:alert(1)", "fouten@", "a@b.nl?cc=c@d.nl", "ftp://fictief.example/", "mailto:a@b.nl",
     "https://fictief.example/<Pagina>", "https://fictief.example/<page>", "https://<pagina>.example/",
     "https://fictief.example<pagina>", "<pagina>@fictief.example"],
)  # fmt: skip
def test_an_address_that_does_not_work_is_a_fault(where: str) -> None:
    assert codes(errors_can_be_reported, a_site(report_error=where)) == ["bad-address"]


def test_the_address_of_the_publisher_can_be_opened() -> None:
    wrong = a_site(publisher=Publisher(name="Bureau", url="javascript:alert(1)"))
    assert codes(web_addresses_can_be_opened, wrong) == ["bad-url"]


def test_what_is_not_decided_is_not_published() -> None:
    """So that a description that was sealed before there were such fields stays as it was."""
    assert not {"publisher", "report_error", "government"} & to_v1(a_site()).keys()


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        (
            Licence(name="CC0 1.0", url="https://cc.example/"),
            '<a rel="license" href="https://cc.example/">CC0 1.0</a>.',
        ),
        (Licence(name="<vrij>"), "mag u gebruiken volgens &lt;vrij&gt;."),
    ],
)
def test_the_licence_of_the_data_is_named(licence: Licence, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said in foot(page_at("/", monkeypatch, licence=licence))


def test_a_site_without_a_licence_says_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "mag u gebruiken" not in page_at("/", monkeypatch)
