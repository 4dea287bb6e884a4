"""All records together, in every form in which others take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from lrt_site import urls
from lrt_site.export import catalogue, popolo, site_data
from lrt_site.export.collections.collection_files import CollectionFiles, database_then
from lrt_site.model.publications import History, Publication
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


def files_of(history: History) -> Mapping[str, str | bytes]:
    """All data files that follow from the last publication and, of those before it, their databases."""
    register = history.state(history.last)
    made: dict[str, str | bytes] = {
        **site_data.files(register, register.site.sources_checked_on.latest),
        **files(register, history.last),
    }
    for publication in history.publications:
        made |= database_then(history, publication)
    return made
