"""Who finds a weakness in the site can report it: the place is there, and holds for some time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lrt_site import urls
from lrt_site.checks.addresses import is_address, is_contact
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.model.table import Site
from lrt_site.problems import Fault, quoted
from lrt_site.unseen import unseen_in

_OPEN = "http:"
"""How addresses begin that others on the way can read and change, which RFC 9116 forbids."""
_AHEAD = timedelta(days=30)
"""So long before the day the editors are told."""
_AT_MOST = timedelta(days=366 + 31)
"""RFC 9116 advises less than a year; a month or a year as its last day is given some room."""


def weaknesses_can_be_reported(register: Register) -> Iterator[Fault]:
    """Weaknesses are reported to an e-mail address or on a page, at the top of a host, and for some time to come."""
    for site in register.all(Site).values():
        given = site.security
        if given is None:
            continue
        if not is_contact(given.contact) or given.contact.lower().startswith(_OPEN):
            advice = "Schrijf een e-mailadres, zoals 'redactie@voorbeeld.nl', of een webadres met https:// ervoor."
            message = f"Op {quoted(given.contact)} kan niemand een lek melden. {unseen_in(given.contact) or advice}"
            yield Fault(site.id, ("security", "contact"), "bad-address", message)
        if given.policy and (not is_address(given.policy) or given.policy.lower().startswith(_OPEN)):
            advice = "Schrijf het voluit en zonder spaties, zoals 'https://www.voorbeeld.nl/lekken'."
            message = f"{quoted(given.policy)} is geen webadres met https. {unseen_in(given.policy) or advice}"
            yield Fault(site.id, ("security", "policy"), "bad-url", message)
        if is_address(site.address) and urls.root_of(site.address) != "/":
            message = (
                "Deze site staat in een map van een ander adres. Het bestand 'security.txt' hoort bovenaan dat adres, "
                "en wordt hier niet gemaakt. Laat 'security' weg, en vraag het aan de beheerder van dat adres."
            )
            yield Fault(site.id, ("security",), "security-elsewhere", message)
        if message := expiry_of(site, site.sources_checked_on.latest):
            yield Fault(site.id, ("security", "expires"), "security-expires", message)


def expiry_of(site: Site, day: date) -> str:
    """What editors are told on a day of how long the place still holds; nothing while that is long enough."""
    if site.security is None or day + _AHEAD <= site.security.expires.latest <= day + _AT_MOST:
        return ""
    until, on = site.security.expires.in_words, PartialDate.of(day).in_words
    holds = "was" if site.security.expires.latest < day else "is"
    advice = (
        "Zo ver vooruit weet niemand of het klopt. Schrijf bij 'expires' een dag van hooguit een jaar vooruit."
        if site.security.expires.latest > day + _AT_MOST
        else "Kijk of het nog klopt, en schrijf bij 'expires' een latere dag, hooguit een jaar vooruit."
    )
    return (
        f"Het meldpunt voor lekken {holds} geldig tot en met {until}, en deze site geeft weer wat bekend was op {on}. "
        f"{advice}"
    )
