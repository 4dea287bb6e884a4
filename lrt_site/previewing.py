"""A preview of which every file is made when it is asked for, from what did not change since the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property, partial
from itertools import chain

from lrt_site import checking, custody, ledger, output, pipeline, schema, urls
from lrt_site.caching import NO_CACHE, Cache
from lrt_site.checking import NOTHING
from lrt_site.export import open_data, security_txt, site_data
from lrt_site.export.reminder import half_years, pack_files, pdf
from lrt_site.export.reminder.kept_packs import addresses_of
from lrt_site.frozen import dataclass
from lrt_site.ledger import Typed
from lrt_site.model.publications import LEDGER, History
from lrt_site.model.register import Record, Register
from lrt_site.pipeline import Sources
from lrt_site.problems import Fault, Problem
from lrt_site.render import Renderer
from lrt_site.schema import Content
from lrt_site.sitemap import sheets, states
from lrt_site.sitemap.sheets import PlacedPage
from lrt_site.sitemap.states import PublishedState
from lrt_site.tabling import FORMS

Maker = Callable[[], str | bytes]
"""Makes one file of the site."""


@dataclass
class Memory:
    """What is kept from one preview to the next. Who hands over the same gets the same previews, sooner."""

    compiled: Cache = NO_CACHE
    """For templates."""
    files: schema.KeptFiles = field(default_factory=dict)
    ledger: Mapping[str, bytes] | None = None
    history: History = NOTHING
    last: PublishedState | None = None
    """As the last publication left the site."""
    faulty: tuple[Problem, ...] = ()
    ids: frozenset[str] = frozenset()
    texts: dict[str, tuple[Record, tuple[Fault, ...]]] = field(default_factory=dict)
    """What is wrong in the text of each record, by id, for as long as links can lead to these ids."""


@dataclass(frozen=True)
class Inputs:
    """What a preview is made from, once it is read."""

    sources: Sources
    read: Content
    register: Register
    """The records as editors wrote them."""
    history: History
    typed: Typed
    faulty: tuple[Problem, ...]
    """What is wrong with the ledger."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the ledger, and in single files."""
        return tuple(sorted({*self.read.problems, *self.faulty}))

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is lost: else a preview would say that the rest is not there."""
        return not (self.read.defined_unread or self.faulty)


def read(sources: Sources, kept: Memory) -> Inputs:
    """Read what changed, and take the rest from what was kept."""
    root = sources.root / LEDGER
    if kept.ledger != sources.ledger:
        kept.history, kept.faulty = custody.proved(sources.ledger, root)
        kept.last = states.last_of(kept.history)
        kept.ledger = sources.ledger
    history = kept.history
    typed = ledger.read_draft(sources.ledger, root)
    published = history.known(history.last).values() if history.publications else ()
    content = schema.read_content(sources.content, sources.root, (version.record for version in published), kept.files)
    return Inputs(sources, content, Register.of(content.records), history, typed, kept.faulty)


def as_published(inputs: Inputs) -> Inputs:
    """The same, with the records as they were last published: what there is to show where editors' cannot be."""
    return replace(inputs, register=inputs.history.state(inputs.history.last), typed=ledger.NO_DRAFT)


def problems_by_step(inputs: Inputs, kept: Memory) -> Iterator[tuple[Problem, ...]]:
    """All else that is wrong with the content, in steps that take a short time each."""
    content, register = inputs.read, inputs.register
    found: list[Fault] = []
    for faults in checking.faults_by_rule(register, inputs.history, inputs.typed):
        found += faults
        yield ()
    content, problems = checking.in_records(content, found, inputs.history)
    yield problems
    ids = frozenset(register.home_of)
    if ids != kept.ids:
        kept.texts.clear()
        kept.ids = ids
    for gone in kept.texts.keys() - register.records.keys():
        del kept.texts[gone]
    for record in register.records.values():
        before = kept.texts.get(record.id)
        if before is None or before[0] is not record:
            kept.texts[record.id] = before = record, checking.faults_in_text(record, register)
            yield content.told(before[1])
        elif before[1]:
            yield content.told(before[1])


class Preview:
    """The site as it would be published, each of its files made when it is asked for, the same as a build makes."""

    def __init__(self, inputs: Inputs, kept: Memory) -> None:
        self._sources = inputs.sources
        waiting = pipeline.pending(inputs.history, inputs.register, inputs.typed)
        register = pipeline.coming(inputs.history, inputs.register, waiting)
        self._state = states.unpublished(register, None, kept.last, pipeline.pages_of(waiting))
        address = register.site.address
        renderer = output.renderer_of(
            inputs.sources.templates, address, handbook=inputs.sources.handbook, compiled=kept.compiled
        )
        self.framed = partial(output.framed, self._state, renderer)
        """Puts the frame of the site around a page of the handbook, by its address and its HTML."""
        pages = sheets.unpublished(self._state)
        self._written = {urls.file_of(sheet.address): partial(_files, sheet, renderer) for sheet in pages}
        """What makes each page with the files of its tables, by the path of the page."""
        self.pages: Mapping[str, Maker] = {
            path: partial(_one_of, written, path) for path, written in self._written.items()
        }
        """What makes each page, by path."""

    def page(self, address: str) -> str:
        """The page at an address; LookupError where there is none."""
        made = self.pages[urls.file_of(address)]()
        return made if isinstance(made, str) else made.decode()

    def title(self, address: str) -> str:
        """The title of the page at an address, or on which a place is; LookupError where there is none."""
        return states.made(self._state.pages[address.partition("#")[0]]).frame.title

    def maker(self, path: str) -> Maker | None:
        """What makes the file at a path of the site; nothing where there is none."""
        known = self.pages.get(path) or self._data.get(path) or self._others.get(path) or self._packs.get(path)
        return known or self._beside_its_page(path)

    def makers(self) -> Mapping[str, Maker]:
        """What makes each file, by path. Only a page that is made tells the files of its tables."""
        written = [files() for files in self._written.values()]
        made = {path: partial(_as_it_is, content) for files in written for path, content in files.items()}
        return {**made, **self._packs, **self._data, **self._others}

    def _beside_its_page(self, path: str) -> Maker | None:
        folder, _, _ = path.rpartition("/")
        written = self._written.get(urls.file_of(f"/{folder}/" if folder else "/"))
        content = written().get(path) if written and path.endswith(FORMS) else None
        return None if content is None else partial(_as_it_is, content)

    @cached_property
    def _data(self) -> Mapping[str, Maker]:
        register = self._state.register
        return {**site_data.makers(register, self._state.as_of), **open_data.makers(register, None)}

    @cached_property
    def _others(self) -> Mapping[str, Maker]:
        there: dict[str, str | bytes] = {
            **pipeline.schema_files(),
            **security_txt.files(self._state.register.site),
            **pipeline.static_files(self._sources),
        }
        return {path: partial(_as_it_is, content) for path, content in there.items()}

    @cached_property
    def _packs(self) -> Mapping[str, Maker]:
        state = half_years.unpublished(self._state.register)
        template = self._sources.templates[pdf.TEMPLATE]
        made: dict[str, Maker] = {}
        for pack in chain.from_iterable(half_years.packs_on(state, day) for day in half_years.cut_offs(state)):
            for address in addresses_of(pack):
                made[urls.file_of(address)] = partial(_document, pack, template, address)
        return made


def _files(sheet: PlacedPage, renderer: Renderer) -> Mapping[str, str | bytes]:
    kept = output.Kept()
    output.write_sheets((sheet,), renderer, kept, 1)
    return kept.files


def _one_of(files: Callable[[], Mapping[str, str | bytes]], path: str) -> str | bytes:
    return files()[path]


def _as_it_is(content: str | bytes) -> str | bytes:
    return content


def _document(pack: half_years.Pack, template: str, address: str) -> bytes:
    return dict(pack_files.documents(pack, template))[address]
