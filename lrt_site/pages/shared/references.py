"""Sources as the list at the end of a page has them."""

from __future__ import annotations

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sources import Source


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that words on a page rest on, as the list at the end of the page has it."""

    id: str
    title: str
    publisher: str
    date: str
    """In words, or `zonder datum`."""
    url: str | None
    url_verified: bool
    found: bool
    address: str
    """Where the list of all sources has it."""


def reference(source: Source, register: Register) -> Reference:
    """A source as a page lists it."""
    return Reference(
        source.id,
        source.title,
        source.publisher,
        source.date.in_words if source.date else "zonder datum",
        source.url,
        source.url_verified,
        source.found,
        urls.address_of(source.id, register),
    )
