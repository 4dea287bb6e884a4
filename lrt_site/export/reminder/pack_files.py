"""All half-year packs of a site as files: each as PDF and as XLSX, where it stands for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from lrt_site import parallel, urls
from lrt_site.caching import NO_CACHE, Cache, key_of, once
from lrt_site.export.reminder.half_years import Pack, PackState, cut_offs, packs_on
from lrt_site.export.reminder.kept_packs import addresses_of, days_kept, kept_on, places, recorded
from lrt_site.export.reminder.pdf import as_pdf
from lrt_site.export.reminder.xlsx import as_xlsx
from lrt_site.model.publications import History
from lrt_site.pages.publications.packs import KeptFile, Packs
from lrt_site.parallel import Write
from lrt_site.problems import LrtSiteError

WORTH_IT = 12
"""A pack takes as long as some fifty pages."""
_SLICE = 4


class _Made(NamedTuple):
    """A file that was written, as it travels between processes."""

    address: str
    """The address under which pages name it."""
    office: str
    number: int
    """The number of the publication."""
    place: str
    sha256: str


def files(state: PackState, template: str, workers: int) -> Mapping[str, bytes]:
    """The packs of a preview by path, for every cut-off date up to the day on which the register speaks.

    Making a PDF starts threads: whoever asks for more than one worker must not have made one in this process.
    """
    packs = [pack for day in cut_offs(state) for pack in packs_on(state, day)]

    def made(batch: Sequence[Pack]) -> list[tuple[str, bytes]]:
        return [(urls.file_of(address), data) for pack in batch for address, data in documents(pack, template)]

    return dict(chain.from_iterable(parallel.over(packs, made, workers, worth_it=WORTH_IT, at_a_time=_SLICE)))


def write_kept(history: History, template: str, write: Write, workers: int, cache: Cache = NO_CACHE) -> Packs:
    """Write every pack that is kept; what pages can offer of them.

    With more than one worker none is made in this process, so that it can be forked after this too.
    """

    def made(days: Sequence[date]) -> list[_Made]:
        return [pair for day in days for pair in _written(history, day, template, write, cache)]

    packs: dict[str, tuple[KeptFile, ...]] = {}
    for day in parallel.each(days_kept(history), made, workers, worth_it=1, at_a_time=1, gatherers=(write,)):
        for pair in day:
            title, publication = pair.address.rpartition(".")[2].upper(), history.publications[pair.number - 1]
            kept = KeptFile(pair.office, title, pair.place, publication, pair.sha256)
            packs[pair.address] = (*packs.get(pair.address, ()), kept)
    gone = recorded(history) - {(file.publication.number, address) for address, line in packs.items() for file in line}
    if gone:
        raise LrtSiteError(f"Het stuk op {min(gone)[1]} is niet meer te maken. Een adres mag niet verdwijnen.")
    return packs


def documents(pack: Pack, template: str) -> Iterator[tuple[str, bytes]]:
    """The pack in both forms, by the address under which pages name it."""
    yield from zip(addresses_of(pack), (as_pdf(pack, template), as_xlsx(pack)), strict=True)


def _documents(pack: Pack, template: str) -> list[Mapping[str, bytes]]:
    return [dict(documents(pack, template))]


def _written(history: History, day: date, template: str, write: Write, cache: Cache) -> Iterator[_Made]:
    """Write the packs of a day."""
    packs = tuple(kept_on(history, day, history.last))
    standing = places(history, packs)
    for pack in packs:
        number = pack.edition.number or 0
        made = once(cache, key_of("pack", repr(pack)), partial(_documents, pack, template))
        for address, data in chain.from_iterable(files.items() for files in made):
            place = standing[address, number]
            write({urls.file_of(place): data})
            yield _Made(address, pack.office, number, place, sha256(data).hexdigest())
