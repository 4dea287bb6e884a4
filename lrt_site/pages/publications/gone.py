"""Addresses at which a page stood once: they go on answering, and say where it went, or why it ended."""

from __future__ import annotations

from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import kind_of
from lrt_site.pages.shared.common import Frame, trail
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What templates/publications/moved.html.jinja is given."""

    template: ClassVar[str] = "publications/moved.html.jinja"

    frame: Frame
    target: Link
    """The page that stands elsewhere now."""


@dataclass(frozen=True, slots=True)
class EndedPage:
    """What templates/publications/ended.html.jinja is given."""

    template: ClassVar[str] = "publications/ended.html.jinja"

    frame: Frame
    when: str
    publication: Link
    note: str
    """Why it ended."""
    versions: Link


@dataclass(frozen=True, slots=True)
class ExpiredPage:
    """What templates/publications/expired.html.jinja is given."""

    template: ClassVar[str] = "publications/expired.html.jinja"

    frame: Frame
    publication: Link
    """The first publication without the page."""
    last: Link
    """The page as it was known last."""


def moved_page(history: History, address: str, identifier: str) -> MovedPage:
    """The page at the address of a record that has another id now: it leads on at once."""
    newest = history.versions(history.moved[identifier])[-1]
    label = label_of(newest.record.id, history.state(newest.publication))
    return MovedPage(
        target=Link(label, urls.place_of(newest.record, history.state(history.last))),
        frame=Frame(
            address,
            f"Verhuisd: {label} ({identifier})",
            "Deze pagina heeft nu een ander adres.",
            trail(),
        ),
    )


def unchanged_page(address: str, living: str, publication: Publication, place: str, earlier: Publication) -> MovedPage:
    """What leads on from where an edition would stand that says what the edition before it says."""
    same = f"{living} bleef gelijk aan publicatie {earlier.number}"
    return MovedPage(
        target=Link(f"{living}, zoals in publicatie {earlier.number} ({earlier.date.in_words})", place),
        frame=Frame(
            address, f"Publicatie {publication.number}: {same}", f"In publicatie {publication.number}: {same}.", trail()
        ),
    )


def led_on_page(address: str, target: Link) -> MovedPage:
    """What leads on from an address of which the end was cut off."""
    return MovedPage(
        target=target,
        frame=Frame(address, f"Verkort adres: {address}", "Op dit adres staat zelf geen pagina.", trail()),
    )


def ended_page(history: History, address: str, identifier: str) -> EndedPage:
    """The page at the address of a record that was taken off the site."""
    publication, change = history.ended[identifier]
    newest = history.versions(identifier)[-1]
    label = label_of(identifier, history.state(newest.publication))
    return EndedPage(
        when=publication.date.in_words,
        publication=_publication(publication),
        note=change.note or "",
        versions=Link(f"Versies van ‘{label}’", urls.versions_of(kind_of(newest.record), identifier)),
        frame=Frame(
            address,
            f"Ingetrokken: {label} ({identifier})",
            f"Dit onderdeel is op {publication.date.in_words} ingetrokken.",
            trail(),
        ),
    )


def expired_page(history: History, address: str, place: str, publication: Publication) -> ExpiredPage:
    """The page at an address that is not made any more. It stood last at `place`, from this publication on."""
    later = history.publications[publication.number :]
    first = next((publication for publication in later if address in publication.gone), publication)
    return ExpiredPage(
        publication=_publication(first),
        last=Link(f"De pagina zoals zij het laatst was, van {publication.date.in_words}", place),
        frame=Frame(
            address,
            f"Niet meer gemaakt: {address}",
            f"Deze pagina wordt sinds {first.date.in_words} niet meer gemaakt.",
            trail(),
        ),
    )


def _publication(publication: Publication) -> Link:
    return Link(f"publicatie {publication.number}", urls.publication_of(publication.name))
