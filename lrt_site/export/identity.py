"""Names that last: those of feeds, their entries and events in calendars, wherever the site stands.

They begin with one name of a domain, the authority (RFC 4151). It is fixed by the first publication: as `site.yml`
states it, else as the host at which the site stood then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from lrt_site.model.publications import History
from lrt_site.model.register import Register
from lrt_site.model.table import Site
from lrt_site.problems import Fault


def authority_of(history: History) -> str:
    """The authority in whose name the site names things. There must be a publication."""
    return _stated(history.state(history.publications[0]).site)


def tag(history: History, day: date, *parts: str) -> str:
    """A name that lasts and that nothing else has (RFC 4151), given out on a day."""
    return f"tag:{authority_of(history)},{day.isoformat()}:{quote('/'.join(parts))}"


def the_authority_stays(history: History, register: Register) -> Iterator[Fault]:
    """Once something was published, the authority stays: at another host `site.yml` says which it is."""
    if not history.publications:
        return
    fixed = authority_of(history)
    for site in register.all(Site).values():
        if _stated(site) != fixed:
            message = (
                f"Schrijf 'authority: {fixed}'. Daarmee beginnen de namen van alles in feeds en agenda's. Die namen "
                "veranderen nooit, ook niet als de site verhuist."
            )
            yield Fault(site.id, ("authority" if site.authority else "address",), "other-authority", message)


def _stated(site: Site) -> str:
    return site.authority or (urlsplit(site.address).hostname or "").lower()
