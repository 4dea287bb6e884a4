"""All half-year packs of a site, each as PDF and as XLSX beside the page of its cut-off date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from lrt_site import parallel, urls
from lrt_site.export.rappel import Pack, State, cut_offs, packs_on
from lrt_site.export.rappel_pdf import as_pdf
from lrt_site.export.rappel_xlsx import as_xlsx

WORTH_IT = 12
"""A pack takes as long as some fifty pages."""
_SLICE = 4


def files(state: State, template: str, workers: int) -> Mapping[str, bytes]:
    """The packs by path, for every cut-off date up to the day on which the register speaks.

    Making a PDF starts threads: whoever asks for more than one worker must not have made one in this process.
    """
    packs = [pack for day in cut_offs(state) for pack in packs_on(state, day)]

    def made(some: Sequence[Pack]) -> list[tuple[str, bytes]]:
        return [one for pack in some for one in documents(pack, template)]

    return dict(chain.from_iterable(parallel.over(packs, made, workers, worth_it=WORTH_IT, at_a_time=_SLICE)))


def documents(pack: Pack, template: str) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """The pack in both forms, by path on the site."""
    return (
        (_path(pack, "pdf"), as_pdf(pack, template)),
        (_path(pack, "xlsx"), as_xlsx(pack)),
    )


def _path(pack: Pack, suffix: str) -> str:
    return urls.file_of(urls.pack_of(pack.on.text, pack.office, suffix))
