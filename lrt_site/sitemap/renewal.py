"""Which pages say other words in a publication than in the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lrt_site.pages.shared.common import PageView
from lrt_site.sitemap.states import PublishedState, made

Read = Callable[[PublishedState, PageView], str]
"""What tells the words of a page apart from other words: the same for the same words."""


def renewed(baseline: PublishedState | None, states: Iterable[PublishedState], read: Read) -> Iterator[tuple[int, str]]:
    """The number of each state, with the address of every page that says other words in it than in the one before.

    A page that was not there before is renewed, and so is one whose own record has a new version. `baseline` is the
    state before the first; none where nothing was published before.
    """
    before = baseline
    views = {address: (made(page), "") for address, page in baseline.pages.items()} if baseline else {}
    for state in states:
        now: dict[str, tuple[PageView, str]] = {}
        for address, page in state.pages.items():
            view, said = made(page), ""
            if before is None or address not in views or is_new_version(state, address):
                yield state.publication.number, address
            else:
                older, words = views[address]
                if older == view:
                    said = words
                else:
                    words, said = words or read(before, older), read(state, view)
                    if words != said:
                        yield state.publication.number, address
            now[address] = view, said
        before, views = state, now


def is_new_version(state: PublishedState, address: str) -> bool:
    """Whether a publication brought the page of a record with a new version of that record."""
    version = state.own.get(address)
    return version is not None and version.publication is state.publication
