from datetime import date

import pytest

from lrt_site.checks.security import expiry_of, weaknesses_can_be_reported
from lrt_site.model.table import Security
from tests.builders import a_register, a_site, on
from tests.unit.checking import codes, told


def given(**changes: str) -> Security:
    made = {"contact": "lekken@fictief.example", "expires": "2026-12-31", **changes}
    return Security(contact=made["contact"], expires=on(made["expires"]), policy=made.get("policy"))


def test_a_site_need_not_say_where_weaknesses_are_reported() -> None:
    assert codes(weaknesses_can_be_reported, a_site()) == []


@pytest.mark.parametrize("contact", ["lekken@fictief.example", "https://fictief.example/lekken"])
def test_an_address_that_works_is_right(contact: str) -> None:
    assert codes(weaknesses_can_be_reported, a_site(security=given(contact=contact))) == []


@pytest.mark.parametrize(
    "contact", ["bel ons", "javascript:alert(1)", "mailto:a@b.nl", "http://a.nl/", "https://a.nl/<pagina>"]
)
def test_an_address_that_does_not_work_is_a_fault(contact: str) -> None:
    found = told(weaknesses_can_be_reported, a_site(security=given(contact=contact)))
    assert found == [("site", ("security", "contact"), "bad-address")]


@pytest.mark.parametrize(
    ("policy", "found"),
    [("https://fictief.example/lekken", []), ("http://fictief.example/lekken", ["bad-url"]), ("lees dit", ["bad-url"])],
)
def test_what_finders_may_do_can_be_read_unchanged(policy: str, found: list[str]) -> None:
    assert codes(weaknesses_can_be_reported, a_site(security=given(policy=policy))) == found


@pytest.mark.parametrize(
    ("expires", "found"),
    [
        ("2026-02-14", []),
        ("2026-02", []),
        ("2026-02-13", ["security-expires"]),
        ("2025", ["security-expires"]),
        ("2027-02-15", []),
        ("2090", ["security-expires"]),
    ],
)
def test_a_month_before_it_ends_or_years_before_that_the_editors_are_told(expires: str, found: list[str]) -> None:
    """The sources were checked on 15 January 2026."""
    assert codes(weaknesses_can_be_reported, a_site(security=given(expires=expires))) == found


def test_what_has_ended_is_told_as_over() -> None:
    site = a_site(security=given(expires="2026-03-01"))
    assert expiry_of(site, date(2026, 1, 30)) == ""
    assert "is geldig tot en met 1 maart 2026" in expiry_of(site, date(2026, 3, 1))
    assert "was geldig tot en met 1 maart 2026" in expiry_of(site, date(2026, 3, 2))


def test_a_site_in_a_folder_cannot_have_the_file() -> None:
    site = a_site(address="https://fictief.example/tafel/", security=given())
    assert told(weaknesses_can_be_reported, site) == [("site", ("security",), "security-elsewhere")]


def test_an_address_that_is_none_is_told_elsewhere() -> None:
    assert codes(weaknesses_can_be_reported, a_site(address="https://[", security=given())) == []


def test_a_day_that_is_too_far_off_is_told_as_such() -> None:
    (fault,) = weaknesses_can_be_reported(a_register(a_site(security=given(expires="2090-01-01"))))
    assert "Zo ver vooruit weet niemand of het klopt." in fault.message
