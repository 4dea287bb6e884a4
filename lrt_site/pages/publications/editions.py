"""Editions of pages: what each page said, word for word, from one publication on, and where that stands for good."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import kind_of

_OF_A_DAY = re.compile(r"/(samenstelling|(toezeggingen|cijfers)(/peildatum)?)/([0-9]{4}-[0-9]{2}-[0-9]{2}/)?")


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page said from one publication on, until the next edition of it."""

    address: str
    """The living address of the page."""
    publication: Publication
    place: str
    """Where it stands for good."""
    version: Version | None = None
    """The version of the record of the page, where one record has the page for itself."""

    @property
    def of_surroundings(self) -> bool:
        """Whether the record of the page stayed as it was, and what the page takes from other records did not."""
        return self.version is not None and self.version.publication is not self.publication


Editions = Mapping[str, tuple[Edition, ...]]
"""The editions of every page, the oldest first, by its living address."""
FROM_OTHERS = "Dat komt door wat zij uit andere onderdelen van de site overneemt. Het onderdeel zelf bleef gelijk."
"""Why the page of a record can say other words although the record stayed as it was."""
NO_EDITIONS: Editions = MappingProxyType({})


def kept(history: History, found: Iterable[tuple[int, str]]) -> Editions:
    """The editions of all pages, from the numbers of publications with the addresses of the pages renewed in each.

    What a publication recorded as its editions stays one, also where templates of now make no difference of it.
    """
    editions: dict[str, list[Edition]] = {}
    recorded = (
        (publication.number, address) for publication in history.publications for address in publication.editions or ()
    )
    own: dict[int, Mapping[str, Version]] = {}
    for number, address in sorted({*found, *recorded}):
        publication = history.publications[number - 1]
        if number not in own:
            own[number] = own_versions(history, publication)
        versions = own[number]
        if address.endswith("/"):
            version = versions.get(address)
            place = _place(publication, address, version)
            editions.setdefault(address, []).append(Edition(address, publication, place, version))
    return {address: tuple(line) for address, line in editions.items()}


def of_versions(history: History, identifier: str) -> tuple[Edition, ...]:
    """The versions of a record that has no page for itself, each as an edition of the page on which it stands."""
    return tuple(
        Edition(
            urls.page_of(version.record),
            version.publication,
            urls.version_of(kind_of(version.record), version.record.id, version.number),
            version,
        )
        for version in history.versions(identifier)
    )


def with_publication(editions: Editions, address: str, publication: Publication) -> Edition | None:
    """The edition of a page that was the newest with a publication."""
    line = editions.get(address, ())
    place = bisect_right(line, publication.number, key=attrgetter("publication.number"))
    return line[place - 1] if place else None


def brought_by(editions: Editions, publication: Publication) -> Iterator[Edition]:
    """The editions that a publication brought."""
    for line in editions.values():
        yield from (edition for edition in line if edition.publication is publication)


def surroundings_in(editions: Editions, publication: Publication) -> Iterator[tuple[Edition, Version]]:
    """The editions that a publication brought of pages whose own record it left as it was, with its version."""
    for edition in brought_by(editions, publication):
        if edition.version and edition.of_surroundings:
            yield edition, edition.version


def places(history: History, editions: Editions, publication: Publication) -> dict[str, str]:
    """Where pages and data stand for good as a publication left them, by their living addresses."""
    found = {urls.INDEX_DATA: urls.ledger_file(f"{publication.name}/state.json")}
    for address in editions:
        edition = with_publication(editions, address, publication)
        if edition:
            found[address] = edition.place
    for identifier, version in history.known(publication).items():
        kind = kind_of(version.record)
        found[urls.data_of(version.record)] = urls.ledger_file(version.file)
        if kind == "membership":  # It stands on the page of its seat.
            anchored = f"{urls.page_of(version.record)}#{identifier}"
            found[anchored] = urls.version_of(kind, identifier, version.number)
    return found


def with_next(line: Sequence[Edition]) -> Iterator[tuple[Edition, Edition | None]]:
    """Every edition of a page with the one after it; the last with none."""
    return zip(line, (*line[1:], None), strict=True)


def gone_with(history: History, edition: Edition, after: Edition | None) -> Publication | None:
    """The publication with which a page or its record was not there any more, before it came back."""
    until = after.publication.number if after else len(history.publications) + 1
    between = history.publications[edition.publication.number : until - 1]
    record = edition.version.record.id if edition.version else None
    return next(
        (publication for publication in between if edition.address in publication.gone or record in publication.ended),
        None,
    )


def last_of(history: History, edition: Edition, after: Edition | None) -> int | None:
    """The number of the last publication with which a page said what an edition says; none while it does."""
    gone = gone_with(history, edition, after)
    if gone:
        return gone.number - 1
    return after.publication.number - 1 if after else None


def clocks(history: History, editions: Editions) -> Mapping[str, tuple[tuple[int, str | None], ...]]:
    """Where the pages of days stand: for every address the number of each publication that put it elsewhere.

    A place of null says that the page is not made any more from that publication on.
    """
    pages: dict[str, list[tuple[int, str | None]]] = {}
    for address in sorted(filter(_OF_A_DAY.fullmatch, editions)):
        stood, line = pages.setdefault(address, []), editions[address]
        for edition, after in with_next(line):
            stood.append((edition.publication.number, edition.place))
            gone = gone_with(history, edition, after)
            if gone:
                stood.append((gone.number, None))
    return {address: tuple(stood) for address, stood in pages.items()}


def _place(publication: Publication, address: str, version: Version | None) -> str:
    if version and version.publication is publication:
        return urls.version_of(kind_of(version.record), version.record.id, version.number)
    return urls.known_at(publication.name, address)


def own_versions(history: History, publication: Publication) -> Mapping[str, Version]:
    """The versions valid with a publication of records that have a page for themselves, by the address of that page."""
    return {
        urls.page_of(version.record): version
        for version in history.known(publication).values()
        if urls.has_own_page(kind_of(version.record))
    }
