"""Pages become files: rendered beside each other where the machine can, and handed on as they are made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import chain, groupby

from lrt_site import caching, parallel, urls, visible
from lrt_site.caching import NO_CACHE, Cache, key_of
from lrt_site.export import cards, page_tables
from lrt_site.export.cards import Card
from lrt_site.export.quotable import Gathering
from lrt_site.frozen import dataclass
from lrt_site.glossing import NO_WORDS, Glossary, glossary_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.glossary import Term
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import Register
from lrt_site.model.sources import Page
from lrt_site.pages.handbook import page as handbook_page
from lrt_site.pages.publications import editions
from lrt_site.pages.publications.editions import Editions
from lrt_site.pages.publications.packs import NO_PACKS, Packs
from lrt_site.pages.shared.common import Frame, PageView
from lrt_site.pages.shared.maker import maker_of
from lrt_site.pages.shared.sections import MENU, MENU_MORE, NAMES, link_to_page
from lrt_site.pages.table.handwritten import LANGUAGES
from lrt_site.parallel import Write
from lrt_site.problems import Fault
from lrt_site.render import Menu, Renderer, Summary, Surroundings, is_living
from lrt_site.sitemap import renewal, sheets
from lrt_site.sitemap.clock import Clock
from lrt_site.sitemap.sheets import PlacedPage
from lrt_site.sitemap.standing import UNTOLD, PageStanding, standing_of
from lrt_site.sitemap.states import PublishedState, State, states
from lrt_site.wording.names import has_provincial_tables, the_table
from lrt_site.wording.runs import Link

Contents = caching.Files
"""Files by their path on the site."""


_CHUNKS_A_WORKER = 4


@dataclass
class Kept:
    """Files that stay in memory: what takes them where nothing else does."""

    files: dict[str, str | bytes] = field(default_factory=dict)

    def __call__(self, contents: Contents) -> None:
        """Take more files."""
        self.files.update(contents)

    def drained(self) -> Contents:
        """The files that came in; it begins anew."""
        taken, self.files = self.files, {}
        return taken

    add = __call__


@dataclass(frozen=True)
class Shelf:
    """Where pages are kept that were made once."""

    cache: Cache = NO_CACHE
    now: str = ""
    """The key of what the pages of now follow from."""

    def key(self, sheet: PlacedPage) -> str:
        """The key of a page: nothing where none is kept."""
        if self.cache is NO_CACHE:
            return ""
        return sheet.key() if sheet.key else key_of("now", self.now, sheet.address)


NO_SHELF = Shelf()


def editions_of(history: History, renderer: Renderer, workers: int, cache: Cache = NO_CACHE) -> Editions:
    """The editions of every page: one for each publication that made its words other than they were."""
    publications = history.publications
    keys = [key_of("editions", publication.hash) for publication in publications]
    known = [cache.get(key) for key in keys]

    def renewed(runs: Sequence[Sequence[Publication]]) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for run in runs:
            first = run[0].number
            before = next(states(history, publications[first - 2 : first - 1])) if first > 1 else None
            found += renewal.renewed(before, states(history, run), partial(_words, renderer))
        return found

    chunk = max(1, -(-len(publications) // _worth_it(workers)))  # each makes the pages of one publication more
    unknown = [publication for publication, addresses in zip(publications, known, strict=True) if addresses is None]
    runs = [run[start : start + chunk] for run in _following_each_other(unknown) for start in range(0, len(run), chunk)]
    made = parallel.over(runs, renewed, workers, worth_it=_CHUNKS_A_WORKER, at_a_time=1)
    found: dict[int, list[str]] = {publication.number: [] for publication in unknown}
    for number, address in chain.from_iterable(made):
        found[number].append(address)
    for number, addresses in found.items():
        cache.put(keys[number - 1], json.dumps(addresses).encode())
    kept = {number: json.loads(addresses) for number, addresses in enumerate(known, start=1) if addresses is not None}
    every = {**found, **kept}
    return editions.kept(history, ((number, address) for number, addresses in every.items() for address in addresses))


def _following_each_other(publications: Sequence[Publication]) -> list[list[Publication]]:
    """The same publications, in runs without a gap."""
    spans = groupby(enumerate(publications), key=lambda numbered: numbered[1].number - numbered[0])
    return [[publication for _, publication in run] for _, run in spans]


def surroundings_renewed(history: History, templates: Mapping[str, str]) -> frozenset[str]:
    """The addresses of the pages that the last publication made say other words, whatever their own record did."""
    last = next(states(history, (history.last,)))
    renewed = pages_renewed(history, templates)
    return frozenset(address for address in renewed if not renewal.is_new_version(last, address))


def pages_renewed(history: History, templates: Mapping[str, str]) -> frozenset[str]:
    """The addresses of all pages that the last publication made, or made say other words."""
    renderer = renderer_of(templates, history.state(history.last).site.address)
    before = next(states(history, history.publications[-2:-1]), None)
    last = next(states(history, (history.last,)))
    return frozenset(address for _, address in renewal.renewed(before, (last,), partial(_words, renderer)))


def write_editions(
    history: History,
    found: Editions,
    renderer: Renderer,
    write: Write,
    workers: int,
    packs: Packs = NO_PACKS,
    gathered: Gathering | None = None,
    shelf: Shelf = NO_SHELF,
) -> None:
    """Write every edition of every page, at the place where it stands for good. `gathered` is as for `write_sheets`."""

    def written(batch: Sequence[Publication]) -> None:
        for state in states(history, batch):
            for sheet in sheets.archived(history, found, state, packs):
                _written(sheet, renderer, write, gathered, shelf)

    gatherers = (write,) if gathered is None else (write, gathered)
    parallel.over(history.publications, written, workers, worth_it=_worth_it(workers), at_a_time=2, gatherers=gatherers)


def write_sheets(
    pages: Sequence[PlacedPage],
    renderer: Renderer,
    write: Write,
    workers: int,
    gathered: Gathering | None = None,
    shelf: Shelf = NO_SHELF,
) -> tuple[Fault, ...]:
    """Write these pages, and tell the faults in their texts: none of a page that is on the shelf.

    `gathered` takes what can be quoted of them.
    """

    def written(batch: Sequence[PlacedPage]) -> list[Fault]:
        return [fault for sheet in batch for fault in _written(sheet, renderer, write, gathered, shelf)]

    gatherers = (write,) if gathered is None else (write, gathered)
    return tuple(chain.from_iterable(parallel.over(pages, written, workers, gatherers=gatherers)))


def framed(state: State, renderer: Renderer, address: str, html: str) -> str:
    """A page of the handbook, as MkDocs made it, in the frame of the site; as it is where it has one of its own."""
    made = handbook_page.page(address, html)
    if made is None:
        return html
    text, _ = renderer.page(made, state.register, _surroundings(state, address, renderer))
    return text


def renderer_of(
    templates: Mapping[str, str],
    address: str,
    *,
    handbook: frozenset[str] = frozenset(),
    compiled: Cache = NO_CACHE,
) -> Renderer:
    """What renders the pages of a site that lives at this address, with these addresses in its handbook."""
    return Renderer(templates, urls.root_of(address), handbook=handbook, compiled=compiled)


def _words(renderer: Renderer, state: State, page: PageView) -> str:
    html, _ = renderer.page(page, state.register, _surroundings(state, page.frame.address, renderer))
    return visible.digest_of(html)


def _written(
    sheet: PlacedPage,
    renderer: Renderer,
    write: Write,
    gathered: Gathering | None,
    shelf: Shelf,
) -> tuple[Fault, ...]:
    """Write a page, made now or before; the faults in its texts."""
    key = shelf.key(sheet)
    known = shelf.cache.get(key) if key else None
    if known is not None:
        line, _, text = known.partition(b"\n")
        title, lines, tables, card = json.loads(line)
        if gathered is not None:
            gathered.take(sheet.address, title, lines)
        write({urls.file_of(sheet.address): text, **tables, **_picture(sheet.address, card, shelf)})
        return ()
    page = sheet.made()
    clock = sheet.clock(page.frame) if sheet.clock else None
    html, faults = renderer.page(
        page,
        sheet.state.register,
        _surroundings(sheet.state, sheet.address, renderer, standing_of(sheet.state, page, partial(_words, renderer))),
        at=sheet.address,
        clock=clock,
        place=sheet.place,
        kept=sheet.kept,
        glossary=_glossary_for(page.frame, sheet.state.register),
    )
    text = html.encode()
    tables, card = _beside(page, clock, html, sheet.state)
    write({urls.file_of(sheet.address): text, **tables, **_picture(sheet.address, card, shelf)})
    if gathered is not None:
        lines = gathered.lines_in(html)
        gathered.take(sheet.address, page.frame.title, lines)
        if key:
            shelf.cache.put(key, json.dumps([page.frame.title, lines, tables, card]).encode() + b"\n" + text)
    return faults


def _glossary_for(frame: Frame, register: Register) -> Glossary:
    """The words that a page links: none where it explains them all itself, or speaks another language."""
    return NO_WORDS if frame.address == urls.GLOSSARY or frame.language else glossary_of(register)


def _beside(page: PageView, clock: Clock | None, html: str, state: State) -> tuple[Mapping[str, str], Card | None]:
    """What stands beside a page of now: the files of its tables, and its card where it has a clock bar."""
    if not is_living(page, clock):
        return {}, None
    return _tables_of(page, html, state), _card_of(page, clock, state) if clock else None


def _card_of(page: PageView, clock: Clock, state: State) -> Card:
    site, above = state.register.site, page.frame.trail[1:2]
    below = " · ".join((*(link.title for link in above), clock.moment))
    return Card(site.title, page.frame.title, below, site.fictitious)


def _picture(address: str, card: Card | None, shelf: Shelf) -> Contents:
    """The file of a card."""
    return {urls.file_of(urls.card_of(address)): cards.kept(Card(*card), shelf.cache)} if card else {}


def _tables_of(page: PageView, html: str, state: State) -> Mapping[str, str]:
    publication = state.publication.name if isinstance(state, PublishedState) else None
    return page_tables.files(page.frame.address, page.frame.title, html, state.register.site.address, publication)


def _surroundings(state: State, address: str, renderer: Renderer, standing: PageStanding = UNTOLD) -> Surroundings:
    register = state.register
    publication = state.publication if isinstance(state, PublishedState) else None
    return Surroundings(
        title=register.site.title,
        short_title=register.site.short_title or register.site.title,
        tagline=register.site.tagline,
        address=register.site.address,
        fictitious=register.site.fictitious,
        preview=publication is None,
        standing=standing,
        as_of=PartialDate.of(state.as_of).in_words,
        known_on=publication.date.in_words if publication else "",
        publication=Link(f"publicatie {publication.number}", urls.publication_of(publication.name))
        if publication
        else None,
        menu=_menu(register, published=publication is not None),
        about=_about(register),
        summaries=_summaries(register),
        maker=maker_of(register.site, address),
        table=the_table(register),
        handbook=renderer.handbook,
    )


def _menu(register: Register, *, published: bool) -> Menu:
    """The sections in the menu; that of the provinces only where there are provincial tables."""
    without = {
        *(() if has_provincial_tables(register) else (urls.PROVINCES,)),
        *(() if published else (urls.PUBLICATIONS,)),
    }
    first, more = (tuple(link_to_page(each) for each in group if each not in without) for group in (MENU, MENU_MORE))
    return Menu(first, more)


def _about(register: Register) -> tuple[tuple[str, str], ...]:
    """The pages that tell about the site: those written by hand, and the glossary where there is one."""
    pages = [(page.title, urls.page_of(page)) for page in register.all(Page).values() if not page.language]
    if register.all(Term):
        pages.append((NAMES[urls.GLOSSARY], urls.GLOSSARY))
    return tuple(sorted(pages))


def _summaries(register: Register) -> tuple[Summary, ...]:
    spoken = [(LANGUAGES[page.language], page) for page in register.all(Page).values() if page.language]
    return tuple(Summary(language.code, language.name, urls.page_of(page)) for language, page in spoken)


def _worth_it(workers: int) -> int:
    return workers * _CHUNKS_A_WORKER
