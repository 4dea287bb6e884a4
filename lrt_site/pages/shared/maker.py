"""Who makes the site, and where a reader reports an error on a page."""

from __future__ import annotations

from urllib.parse import quote

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.table import Licence, Publisher, Site
from lrt_site.wording.runs import Link

PAGE = "<pagina>"
"""Room in the address where errors are reported for that of the page."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What the foot of every page, and the page about the site, say of its maker."""

    publisher: Link | None
    """Absent while it is not decided; without an address where the publisher has none."""
    government: bool | None
    """Whether the site is one of the government; absent where it should say neither."""
    report: Link | None
    """Where to report an error on this page; absent while there is no such place."""
    licence: Link | None = None
    """The licence of the data; absent while it is not decided."""


def maker_of(site: Site, address: str) -> Maker:
    """The maker of a site, as the page at this address names them."""
    return Maker(
        publisher=_named(site.publisher),
        government=site.government,
        report=_report(site.report_error, urls.on_the_web(site.address, address)) if site.report_error else None,
        licence=_named(site.licence),
    )


def _named(named: Publisher | Licence | None) -> Link | None:
    return Link(named.name, named.url or "") if named else None


def _report(where: str, page: str) -> Link:
    if "@" in where and "/" not in where:
        return Link(where, f"mailto:{where}?subject={quote('Fout op een pagina')}&body={quote(page)}")
    return Link("Meld een fout op deze pagina", where.replace(PAGE, quote(page, safe="")))
