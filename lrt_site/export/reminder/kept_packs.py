"""Which half-year packs are kept, and where: one for each publication that made a pack say something else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256

from lrt_site import urls
from lrt_site.export.reminder.half_years import Pack, cut_offs, packs_on, published
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication
from lrt_site.pages.commitments.on_day import PACKS

Said = str | int | None | list["Said"]


def digest_of(pack: Pack) -> str:
    """SHA-256 of what a pack says: its words and rows, without what names the publication or proves the rows."""
    return sha256(json.dumps(_said(pack), ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def days_kept(history: History) -> tuple[date, ...]:
    """Every day of which packs are kept, in order of time."""
    return tuple(
        sorted({day for publication in history.publications for day in cut_offs(published(history, publication))})
    )


def kept_on(history: History, day: date, until: Publication) -> Iterator[Pack]:
    """The packs of a day that are kept up to a publication: those that say something else than the one kept before.

    What a publication recorded as kept stays so, also where packs of now make no difference of it.
    """
    kept: dict[str, str] = {}
    for publication in history.publications[: until.number]:
        state, recorded = published(history, publication), frozenset(publication.editions or ())
        for pack in packs_on(state, day) if day in cut_offs(state) else ():
            digest = digest_of(pack)
            if kept.get(pack.slug) != digest or not recorded.isdisjoint(addresses_of(pack)):
                kept[pack.slug] = digest
                yield pack


def known_with(history: History, publication: Publication, day: date) -> tuple[Pack, ...]:
    """The packs of a day as known with a publication: where the site keeps packs of that day, those that it has."""
    made = packs_on(published(history, publication), day)
    if not any(pack.edition.on_site for pack in made):
        return made
    kept = {pack.slug: pack for pack in kept_on(history, day, publication)}
    return tuple(kept[pack.slug] for pack in made)


def brought_by_last(history: History) -> frozenset[str]:
    """The addresses of the packs that the last publication made say something else, for its entry to record."""
    last = history.last
    return frozenset(
        address
        for day in cut_offs(published(history, last))
        for pack in kept_on(history, day, last)
        if pack.edition.number == last.number
        for address in addresses_of(pack)
    )


def recorded(history: History) -> frozenset[tuple[int, str]]:
    """The address of every file that a publication recorded as kept, with the number of the publication."""
    suffixes = tuple(f".{suffix}" for _, suffix in PACKS)
    return frozenset(
        (publication.number, address)
        for publication in history.publications
        for address in publication.editions or ()
        if address.endswith(suffixes)
    )


def addresses_of(pack: Pack) -> tuple[str, ...]:
    """The addresses under which pages name the files of a pack, in the order of `PACKS`."""
    return tuple(urls.pack_of(pack.on.text, pack.office, suffix) for _, suffix in PACKS)


def places(history: History, kept: Sequence[Pack]) -> Mapping[tuple[str, int], str]:
    """Where the files of the packs that are kept of a day stand for good, by address and number of publication.

    Until publications recorded packs, the newest stood at the address itself. The last of then stays there.
    """
    first = min((number for number, _ in recorded(history)), default=len(history.publications) + 1)
    numbered = [(address, pack.edition.number or 0) for pack in kept for address in addresses_of(pack)]
    stayed = {address: number for address, number in numbered if number < first}
    return {
        (address, number): address
        if stayed.get(address) == number
        else urls.known_at(history.publications[number - 1].name, address)
        for address, number in numbered
    }


def _said(value: object) -> Said:
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    if is_dataclass(value):
        return [_said(getattr(value, field.name)) for field in fields(value) if field.compare]
    assert value is None or isinstance(value, str | int)
    return value
