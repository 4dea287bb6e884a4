"""All records together, in every form in which others take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from lrt_site import urls
from lrt_site.export import catalogue, popolo
from lrt_site.export.collections.collection_files import CollectionFiles
from lrt_site.model.publications import Publication
from lrt_site.model.register import Register


def makers(register: Register, publication: Publication | None) -> Mapping[str, Callable[[], str | bytes]]:
    """The files by path, each with what makes it, of the records of a publication; of none in a preview."""
    return {
        **CollectionFiles(register, publication).makers(),
        urls.file_of(urls.POPOLO): partial(popolo.written, register),
        urls.file_of(urls.CATALOGUE): partial(catalogue.as_turtle, register, publication),
        urls.file_of(urls.CATALOGUE_JSON): partial(catalogue.as_json_ld, register, publication),
    }


def files(register: Register, publication: Publication | None) -> Mapping[str, str | bytes]:
    """The same files."""
    return {path: make() for path, make in makers(register, publication).items()}
