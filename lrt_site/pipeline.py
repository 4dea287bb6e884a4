"""All steps from what editors write to what readers get, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from lrt_site import checking, custody, ledger, output, schema, urls
from lrt_site.caching import NO_CACHES, Cache, Caches, digest_of, key_of, once
from lrt_site.checks import security
from lrt_site.export import (
    crawlers,
    json_schema,
    open_data,
    published,
    quotations,
    security_txt,
    site_data,
    site_schema,
    v1,
)
from lrt_site.export.collections.collection_files import database_then
from lrt_site.export.quotable import Gathering
from lrt_site.export.reminder import half_years, pack_files, pdf
from lrt_site.frozen import dataclass
from lrt_site.ledger import Pending, Typed
from lrt_site.ledger import format as ledger_format
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT, LEDGER, History, Publication
from lrt_site.model.register import Register
from lrt_site.output import Shelf
from lrt_site.pages.publications.editions import Editions
from lrt_site.pages.publications.packs import Packs
from lrt_site.parallel import Write
from lrt_site.problems import MILD, Problem
from lrt_site.render import Renderer
from lrt_site.schema import Content
from lrt_site.sitemap import searchable, sheets, states
from lrt_site.sitemap.searchable import Searchable
from lrt_site.sitemap.shortened import Doorways
from lrt_site.sitemap.states import PublishedState
from lrt_site.styling import served

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes. With problems nothing of it is to be used: nothing half finished goes out."""

    files: Mapping[str, str | bytes]
    """Empty where they were written as they were made."""
    problems: tuple[Problem, ...]
    records: int
    pages: int
    waiting: tuple[str, ...] = ()
    """What waits for publication, a change a line."""
    publication: str | None = None
    """The name of the publication that the site shows; none for a preview."""
    warning: str = ""
    """What will soon be out of date on the site, as a Dutch sentence."""
    searchable: Callable[[], Searchable] = Searchable
    """Works out what can be found on it, for the index of the search page."""
    framed: Callable[[str, str], str] = lambda _, html: html
    """Puts the frame of the site around a page of the handbook, by its address and its HTML."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a build is made from: texts and files by path."""

    content: Mapping[str, str]
    ledger: Mapping[str, bytes]
    templates: Mapping[str, str]
    static: Mapping[str, bytes]
    root: PurePosixPath
    """The folder of the content, as problems name it."""
    handbook: frozenset[str] = frozenset()
    """What pages can link to in the handbook: its pages, and the places on them."""


def build(
    sources: Sources,
    *,
    preview: bool = False,
    as_of: date | None = None,
    write: Write | None = None,
    workers: int = 1,
    progress: Progress = lambda _: None,
    caches: Caches = NO_CACHES,
) -> Build:
    """The whole site but its handbook: pages, data and static files by path.

    `write` takes the files as they are made, in whichever process makes them; without it they come in the result.

    The site shows what was last published, with all publications before it; with `preview`, or while nothing was
    published, it shows what would be. `as_of` is the day on which the living pages speak; without it that is the
    day on which the sources were last checked, so that one state of content and ledger always gives the same
    bytes. The bytes do not depend on the number of workers either, nor on what `caches` has kept of other builds.
    """
    if write is None:
        kept = output.Kept()
        made = build(sources, preview=preview, as_of=as_of, write=kept, progress=progress, caches=caches)
        return made if made.problems else replace(made, files=dict(sorted(kept.files.items())))
    progress("Inhoud lezen")
    history, faulty = custody.proved(sources.ledger, sources.root / LEDGER)
    typed = ledger.read_draft(sources.ledger, sources.root / LEDGER)
    read, register, problems = checking.checked(sources.content, sources.root, history, typed)
    problems = tuple(problem for problem in problems if not problem.is_mild)
    if faulty:
        return Build({}, faulty, len(read.records), 0)
    if history.publications and not preview:
        unknown = ("De inhoud heeft problemen; zie lrt-site check.",)
        waiting = unknown if problems else lines_of(pending(history, register, typed))
        return _published(sources, history, waiting, as_of, write, workers, progress, caches)
    if problems:
        return Build({}, problems, len(read.records), 0)
    return _preview(sources, read, history, typed, as_of, write, workers, progress, caches.compiled)


def schemas() -> Mapping[str, str]:
    """The JSON Schemas by path: of what editors write in each file, and of what we publish."""
    return {
        **{f"content/{path}": text for path, text in written_schemas().items()},
        **{f"v1/{name}.schema.json": json_schema.as_text(schema) for name, schema in _of_data().items()},
    }


def written_schemas(known: json_schema.Known = json_schema.NO_IDS) -> Mapping[str, str]:
    """The JSON Schemas of what editors write in each file, by path; with the ids that are known, offered as such."""
    lists, body = ("observations",), ("body",)
    written = {
        **{path: json_schema.written_alone(kind, known=known) for path, kind in schema.SINGLES.items()},
        **{path: json_schema.written(kinds, without=lists, known=known) for path, kinds in schema.LISTS.items()},
        **{
            f"{folder}.yml": json_schema.written_alone(kind, without=body, known=known)
            for folder, kind in schema.FOLDERS.items()
        },
    }
    return {f"{path.removesuffix('.yml')}.schema.json": text for path, text in written.items()}


def static_files(sources: Sources) -> Mapping[str, bytes]:
    """The files of the templates as they are served; the icon also where browsers look that were told of none."""
    static = {path: served(path, data) for path, data in sources.static.items()}
    icon = static.get(f"static{urls.OLD_ICON}")
    return {**static, urls.file_of(urls.OLD_ICON): icon} if icon else static


def schema_files() -> Mapping[str, str]:
    """The schemas of all that we publish, as files of the site by path."""
    return {urls.file_of(urls.schema_of(name)): v1.as_json(mapping) for name, mapping in _of_data().items()}


def _of_data() -> Mapping[str, json_schema.Schema]:
    """The schema of everything that we publish, by name."""
    return {**json_schema.published(), **ledger_format.schemas(), **site_schema.schemas()}


def pending(history: History, register: Register, typed: Typed) -> tuple[Pending, ...]:
    """What waits for publication; nothing while nothing was published."""
    return ledger.pending(history, register, typed.renames(history, register)) if history.publications else ()


def coming(history: History, register: Register, waiting: Iterable[Pending]) -> Register:
    """A register as the next publication would leave it.

    What does not wait stays as it was published, also where editors have it in an order that means nothing.
    """
    changed = {item.id for item in waiting}
    known = history.known(history.last) if history.publications else {}
    records = [
        known[name].record if name in known and name not in changed else record
        for name, record in register.records.items()
    ]
    return register if records == [*register.records.values()] else Register.of(records)


def pages_of(waiting: Iterable[Pending]) -> tuple[str, ...]:
    """The addresses of the pages of the records that wait, of those that have one for themselves."""
    records = (item.record for item in waiting if item.record and urls.has_own_page(item.type))
    return tuple(map(urls.page_of, records))


def lines_of(waiting: Iterable[Pending]) -> tuple[str, ...]:
    """What waits for publication, a change a line."""
    return tuple(f"{item.id}: {item.change}" for item in waiting)


def _preview(
    sources: Sources,
    read: Content,
    history: History,
    typed: Typed,
    as_of: date | None,
    write: Write,
    workers: int,
    progress: Progress,
    compiled: Cache,
) -> Build:
    register = Register.of(read.records)
    waiting = pending(history, register, typed)
    register = coming(history, register, waiting)
    progress("Pagina's maken")
    state = states.unpublished(register, as_of, states.last_of(history, as_of), pages_of(waiting))
    pages = sheets.unpublished(state)
    renderer = output.renderer_of(
        sources.templates, register.site.address, handbook=sources.handbook, compiled=compiled
    )
    faults = output.write_sheets(pages, renderer, write, workers)
    problems = tuple(sorted({read.placed(fault) for fault in faults if fault.code not in MILD}))
    if problems:
        return Build({}, problems, len(read.records), len(pages))
    progress("Halfjaarstukken maken")
    write(pack_files.files(half_years.unpublished(register, as_of), sources.templates[pdf.TEMPLATE], workers))
    for files in site_data.portions(register, state.as_of):
        write(files)
    write(open_data.files(register, None))
    write(security_txt.files(register.site))
    write(schema_files())
    write(static_files(sources))
    warning = security.expiry_of(register.site, state.as_of)
    find = partial(searchable.searchable, state)
    framed = partial(output.framed, state, renderer)
    told = lines_of(waiting)
    return Build({}, (), len(read.records), len(pages), told, warning=warning, searchable=find, framed=framed)


def _published(
    sources: Sources,
    history: History,
    waiting: tuple[str, ...],
    as_of: date | None,
    write: Write,
    workers: int,
    progress: Progress,
    caches: Caches,
) -> Build:
    progress("Edities vergelijken")
    register = history.state(history.last)
    renderer = output.renderer_of(
        sources.templates, register.site.address, handbook=sources.handbook, compiled=caches.compiled
    )
    shelf = _shelf(sources, as_of, caches)
    found = output.editions_of(history, renderer, workers, shelf.cache)
    last = next(states.states(history, (history.last,), as_of))
    lost = states.lost(history, sheets.answering(history, found, last))
    if lost:
        problems = tuple(lost_address(address, sources.root) for address in lost)
        return Build({}, problems, len(register.records), len(last.pages))
    progress("Halfjaarstukken maken")
    packs = pack_files.write_kept(history, sources.templates[pdf.TEMPLATE], write, workers, shelf.cache)
    progress("Pagina's maken")
    gathered = Gathering()
    beside = _write_pages(history, found, packs, last, renderer, write, workers, gathered, shelf)
    beside |= _write_once(shelf, "data", partial(_data, sources, history, found, last), write)
    beside |= _write_databases(history, write, shelf.cache)
    write(static_files(sources))
    pages = [page.address for page in gathered.pages]
    answering = sources.handbook.union(pages)
    files = _addresses(packs, *beside, *sources.static)
    doorways = Doorways(history, found, last, answering)
    _write_once(shelf, key_of("shortened", *sorted(files)), partial(_led_on, doorways, files, renderer), write)
    warning = security.expiry_of(register.site, last.as_of)
    find = partial(searchable.searchable, last)
    framed = partial(output.framed, last, renderer)
    return Build({}, (), len(register.records), len(pages), waiting, history.last.name, warning, find, framed)


def _write_databases(history: History, write: Write, cache: Cache) -> set[str]:
    """Write the database of every publication; the paths of these."""
    paths: set[str] = set()
    for publication in history.publications:
        for files in once(cache, key_of("database", publication.hash), partial(_database, history, publication)):
            write(files)
            paths |= files.keys()
    return paths


def _database(history: History, publication: Publication) -> Iterator[output.Contents]:
    yield database_then(history, publication)


def _led_on(doorways: Doorways, files: Collection[str], renderer: Renderer) -> Iterator[output.Contents]:
    """The pages at shortened addresses."""
    kept = output.Kept()
    output.write_sheets(tuple(doorways.pages(files)), renderer, kept, 1)
    yield kept.files


def _data(
    sources: Sources, history: History, found: Editions, last: PublishedState
) -> Iterator[Mapping[str, str | bytes]]:
    yield from site_data.portions(last.register, last.as_of)
    yield open_data.files(last.register, history.last)
    yield security_txt.files(last.register.site)
    yield crawlers.files(last.register.site, _pages_of_now(sources, history, found, last))
    yield schema_files()
    yield from published.files(history, sources.ledger, last.register.site.address, found)


def _pages_of_now(
    sources: Sources, history: History, found: Editions, last: PublishedState
) -> dict[str, PartialDate | None]:
    """The pages that search engines are led to, with the day since which each says the same where that is known."""
    handbook = {address: None for address in sources.handbook if "#" not in address}
    pages = {
        sheet.address: found[sheet.address][-1].publication.date if sheet.address in found else None
        for sheet in sheets.of_now(history, found, last)
    }
    return {address: since for address, since in {**handbook, **pages}.items() if address != urls.NOT_FOUND}


def _addresses(packs: Packs, *paths: str) -> set[str]:
    """The addresses of all that is no page: half-year packs, and files by their path."""
    return {*(f"/{path}" for path in paths), *(file.place for line in packs.values() for file in line)}


def _shelf(sources: Sources, as_of: date | None, caches: Caches) -> Shelf:
    """Where pages of a ledger are kept, with the key of what those of now follow from."""
    published = {path: data for path, data in sources.ledger.items() if path != DRAFT}
    templates = digest_of({name: text.encode("utf-8", "surrogatepass") for name, text in sources.templates.items()})
    cache = caches.sealed(published, templates, repr(sorted(sources.handbook)))
    return Shelf(cache, key_of(digest_of(published), str(as_of)))


def _write_pages(
    history: History,
    found: Editions,
    packs: Packs,
    last: PublishedState,
    renderer: Renderer,
    write: Write,
    workers: int,
    gathered: Gathering,
    shelf: Shelf,
) -> set[str]:
    """Write all pages, and all that can be quoted of them, which is gathered; the paths of the files besides them."""
    output.write_editions(history, found, renderer, write, workers, packs, gathered, shelf)
    # What was published was checked then; a withdrawal since can only have made a link lead nowhere.
    output.write_sheets(sheets.living(history, found, last, packs), renderer, write, workers, gathered, shelf)
    return _write_once(shelf, "quotations", partial(quotations.files, history, found, last, gathered), write)


def _write_once(shelf: Shelf, name: str, made: Callable[[], Iterable[output.Contents]], write: Write) -> set[str]:
    """Write files, made now or before; their paths."""
    paths: set[str] = set()
    for files in once(shelf.cache, key_of(name, shelf.now), made):
        write(files)
        paths |= files.keys()
    return paths


def lost_address(address: str, root: PurePosixPath) -> Problem:
    """The problem of an address that would lead nowhere."""
    message = f"Op {address} stond een gepubliceerde pagina, en nu niets meer. Een adres mag niet verdwijnen."
    return Problem(root / LEDGER, 1, 1, "lost-address", message)
