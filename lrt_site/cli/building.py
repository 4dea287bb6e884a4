"""A whole site in a folder: what `build` makes, what `serve` shows, and what `verify` compares a site with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

import click

from lrt_site import (
    builtin,
    cache_folder,
    checking,
    files,
    folders,
    handbook,
    pipeline,
    previewing,
    search_index,
    searching,
    site_folder,
    urls,
)
from lrt_site.cache_folder import CacheFolder
from lrt_site.caching import NO_CACHE, NO_CACHES, Cache, Caches, digest_of, key_of, once
from lrt_site.cli.console import Problems
from lrt_site.cli.reading import expect_published, read_all, read_templates
from lrt_site.export.state import SUMS
from lrt_site.ledger import site_check
from lrt_site.pages.handbook import specimens
from lrt_site.parallel import Write
from lrt_site.previewing import Preview
from lrt_site.problems import Problem

HANDBOOK = "handboek"
_PROJECT = Path()
Framing = Callable[[str, str], str]
"""Puts the frame of the site around a page, by its address and its HTML."""
_PLACE = re.compile(r' id="([^"]+)"')


def build_into(
    folder: Path,
    content: Path,
    as_of: date | None,
    *,
    with_handbook: bool,
    preview: bool = False,
    first: bool = False,
    cached: bool = False,
) -> pipeline.Build:
    """Build a site in an empty folder. Problems where that cannot be: then the folder is not to be used.

    With `cached`, what other builds made and what cannot change is not made again.
    """
    write, workers = site_folder.Writer(folder), os.cpu_count() or 1
    caches = CacheFolder(cache_folder.place()) if cached else NO_CACHES
    own = Handbook(folder / HANDBOOK, caches.handbooks)
    wrong = own.built() if with_handbook else ()
    if wrong:
        raise Problems(wrong)
    in_handbook = own.addresses()
    made, found = built(
        content, as_of, in_handbook, preview=preview, first=first, write=write, workers=workers, caches=caches
    )
    if found:
        raise Problems(found)
    own.frame(made.framed)
    if own.into.exists():
        write.add({f"{HANDBOOK}/{path}": digest for path, digest in files.hashes(own.into).items()})
    ledger = files.read_ledger(content)
    kept = caches.sealed(ledger, "zoeken") if made.publication else NO_CACHE
    for index in once(kept, _key_of_pages(write.hashes), lambda: _index(folder, write.hashes, made)):
        write(index)
    write({SUMS: site_check.sums(write.hashes)})
    caches.settle(files.read_ledger(content))
    return made


def _key_of_pages(hashes: Mapping[str, str]) -> str:
    """The key of all that is searched: what can be found there follows from the same ledger as the pages."""
    return key_of("zoekindex", *(part for pair in sorted(_pages(hashes)) for part in pair))


def _index(folder: Path, hashes: Mapping[str, str], made: pipeline.Build) -> Iterator[Mapping[str, bytes]]:
    """The index of the search page, from the pages of now and the handbook as they stand in a folder."""
    click.echo("Zoekindex maken", err=True)
    there = made.searchable()
    addresses = {address.partition("#")[0] for address in there.catalogue}
    paths = {urls.file_of(address) for address in addresses} & hashes.keys()
    paths |= {path for path, _ in _pages(hashes) if path.startswith(f"{HANDBOOK}/")}
    pages = {f"/{path.removesuffix('index.html')}": (folder / path).read_text("utf-8") for path in sorted(paths)}
    found = search_index.index(searching.documents(pages, there.catalogue, there.synonyms))
    yield {f"{urls.SEARCH_INDEX.lstrip('/')}{path}": data for path, data in found.items()}


def _pages(hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return (pair for pair in hashes.items() if pair[0].endswith("/index.html") or pair[0] == "index.html")


class Handbook:
    """The handbook of the project in the current folder, where it has one."""

    def __init__(self, into: Path, kept: Cache = NO_CACHE) -> None:
        self.into = into
        self._kept = kept

    def built(self) -> tuple[Problem, ...]:
        """Build the handbook, if there is one and none was made of the same; all that keeps it from being made."""
        if not handbook.sources(_PROJECT):
            return ()
        click.echo("Handboek maken", err=True)
        try:
            for made in once(self._cache(), key_of(digest_of(handbook_sources())), self._made):
                if not self.into.exists():
                    files.write(self.into.parent, made)
        except Problems as wrong:
            return wrong.found
        return ()

    def _cache(self) -> Cache:
        return self._kept if handbook.follows_from_sources(_PROJECT) else NO_CACHE

    def _made(self) -> Iterator[Mapping[str, bytes]]:
        wrong = handbook.build(_PROJECT.absolute(), self.into)
        if wrong:
            raise Problems(wrong)
        yield self.files()

    def files(self) -> dict[str, bytes]:
        """The files of the handbook by their path on the site."""
        return files.read_tree(self.into, below=HANDBOOK)

    def frame(self, framed: Framing) -> None:
        """Put the frame of the site around its pages."""
        before = self.files()
        after = in_site(before, framed)
        files.write(self.into.parent, {path: data for path, data in after.items() if data != before[path]})
        files.remove(self.into.parent, before.keys() - after.keys())

    def addresses(self) -> frozenset[str]:
        """What pages of the site can link to: every page of the handbook as it was made, and every place on it."""
        found: set[str] = set()
        for path, data in self.files().items():
            if path.endswith("/index.html"):
                page = f"/{path.removesuffix('index.html')}"
                found |= {page, *(f"{page}#{place}" for place in _PLACE.findall(data.decode("utf-8", "replace")))}
        return frozenset(found)


def in_site(made: Mapping[str, bytes], framed: Framing) -> dict[str, bytes]:
    """A handbook that was made alone, in the frame of the site: then it needs no style sheets of its own."""
    whole = {path: page_in_site(path, data, framed) for path, data in made.items()}
    own_styles = f"{HANDBOOK}/{handbook.STYLES}"
    if any(handbook.STYLES.encode() in data for path, data in whole.items() if _is_page(path)):
        return whole
    return {path: data for path, data in whole.items() if not path.startswith(own_styles)}


def page_in_site(path: str, data: bytes, framed: Framing) -> bytes:
    """A file of the handbook as it stands in the site."""
    if not _is_page(path):
        return data
    html = framed(f"/{path.removesuffix('index.html')}", data.decode("utf-8"))
    example = cache(_example)
    return specimens.filled(html, lambda address: example().page(address)).encode()


def _example() -> Preview:
    """The made-up table that the handbook shows pieces of."""
    content = builtin.EXAMPLE
    texts, ledger, _ = read_all(content)
    templates, static = files.read_templates(builtin.TEMPLATES)
    sources = pipeline.Sources(texts, ledger, templates, static, PurePosixPath(content.as_posix()))
    kept = previewing.Memory()
    return Preview(previewing.read(sources, kept), kept)


def _is_page(path: str) -> bool:
    return path.endswith("/index.html")


def handbook_sources(read_bytes: files.Read = folders.read_plain) -> Mapping[str, bytes]:
    """All that the handbook of the project in the current folder is made from, by path."""
    sources = handbook.sources(_PROJECT)
    frames = [folder / part for folder in builtin.template_folders() for part in ("handbook", "static")]
    found: dict[str, bytes] = {}
    for path in (*sources, *frames) if sources else ():
        found |= files.read_tree(path, str(path), read_bytes) if path.is_dir() else {}
        found |= {str(path): read_bytes(path)} if path.is_file() else {}
    return found


def built(
    content: Path,
    as_of: date | None,
    in_handbook: frozenset[str],
    *,
    preview: bool,
    first: bool = False,
    write: Write | None = None,
    workers: int = 1,
    caches: Caches = NO_CACHES,
) -> tuple[pipeline.Build, tuple[Problem, ...]]:
    """What a build makes of a content tree, and all that keeps it from being made.

    `in_handbook` are the addresses in the handbook that pages can link to.
    """
    texts, published, unread = read_all(content)
    root = PurePosixPath(content.as_posix())
    if unread:
        return pipeline.Build({}, (), 0, 0), checking.check(texts, root=root, unread=unread)
    if not preview:
        expect_published(content, published, first=first)
    templates, static = read_templates(content)
    sources = pipeline.Sources(texts, published, templates, static, root, in_handbook)
    made = pipeline.build(
        sources,
        preview=preview,
        as_of=as_of,
        write=write,
        workers=workers,
        caches=caches,
        progress=lambda step: click.echo(step, err=True),
    )
    return made, made.problems
