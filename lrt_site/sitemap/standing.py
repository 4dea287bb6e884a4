"""How each page of a preview stands beside what was published: it waits for publication, or it says the same."""

from __future__ import annotations

from lrt_site.frozen import dataclass
from lrt_site.model.publications import Publication
from lrt_site.pages.shared.common import PageView
from lrt_site.sitemap.clock import named
from lrt_site.sitemap.renewal import Read
from lrt_site.sitemap.states import PublishedState, State, UnpublishedState, made


@dataclass(frozen=True, slots=True)
class PageStanding:
    """What a page of a preview says of itself. A page that no publication keeps says nothing."""

    waits: str = ""
    """That it waits for publication, and why, as a Dutch sentence."""
    published: str = ""
    """Of a page that does not wait: with which publication it was published, in Dutch."""


UNTOLD = PageStanding()
_FIRST = PageStanding("Voorbeeld: nog niet gepubliceerd.")
_NEW = PageStanding("Voorbeeld: deze pagina is nieuw en wacht op publicatie.")
_CHANGED = PageStanding("Voorbeeld: deze pagina is gewijzigd en wacht op publicatie.")


def standing_of(state: State, page: PageView, read: Read) -> PageStanding:
    """How a page stands beside what was last published; `read` tells its words apart from other words."""
    address = page.frame.address
    if not isinstance(state, UnpublishedState) or address not in state.pages or not address.endswith("/"):
        return UNTOLD
    last = state.last
    if last is None:
        return _FIRST
    if address not in last.pages:
        return _NEW
    if address in state.renewed or not _says_the_same(state, last, page, read):
        return _CHANGED
    return PageStanding(published=_published(last, address))


def _says_the_same(state: State, last: PublishedState, page: PageView, read: Read) -> bool:
    before = made(last.pages[page.frame.address])
    if before == page:
        return True
    as_if = PublishedState(state.register, state.as_of, state.makers, last.history, last.publication)
    return read(last, before) == read(as_if, page)


def _published(last: PublishedState, address: str) -> str:
    """With which publication a page came to say what it says; publications of before editions noted only records."""
    own = last.own.get(address)

    def brought(publication: Publication) -> bool:
        return address in (publication.editions or ()) or bool(own and own.publication is publication)

    found = next(filter(brought, reversed(last.history.publications)), None)
    return f"gepubliceerd met {named(found)}" if found else f"gelijk aan {named(last.publication)}"
