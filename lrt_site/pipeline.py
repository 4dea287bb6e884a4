"""All steps from what editors write to what readers get, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from lrt_site import checks, custody, ledger, output, schema, urls
from lrt_site.checks import reuse
from lrt_site.differences import only_unseen
from lrt_site.export import identity, json_schema, published, quotations, site_data, site_schema, v1
from lrt_site.export.quotable import Gathering
from lrt_site.export.reminder import half_years, pack_files, pdf
from lrt_site.ledger import NO_DRAFT, Pending, Typed
from lrt_site.ledger import format as ledger_format
from lrt_site.model.publications import LEDGER, History, Publication
from lrt_site.model.register import Record, Register
from lrt_site.output import Write
from lrt_site.pages.publications.editions import Editions
from lrt_site.pages.publications.packs import Packs
from lrt_site.problems import MILD, LrtSiteError, Problem, quoted
from lrt_site.render import Renderer, links_from, marked_up
from lrt_site.schema import Content
from lrt_site.sitemap import sheets, states
from lrt_site.sitemap.states import PublishedState
from lrt_site.wording import change_classes, changes

NOTHING = History()
"""What was published while nothing was."""

Progress = Callable[[str], None]

_MISSING = frozenset({"csv-empty", "front-matter-missing", "lost-file", "missing-file", "yaml-empty"})
"""Codes of problems of files that are not there, or in which nothing stands."""


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
) -> Build:
    """The whole site but its handbook: pages, data and static files by path.

    `write` takes the files as they are made, in whichever process makes them; without it they come in the result.

    The site shows what was last published, with all publications before it; with `preview`, or while nothing was
    published, it shows what would be. `as_of` is the day on which the living pages speak; without it that is the
    day on which the sources were last checked, so that one state of content and ledger always gives the same
    bytes. The bytes do not depend on the number of workers either.
    """
    if write is None:
        kept = output.Kept()
        made = build(sources, preview=preview, as_of=as_of, write=kept, progress=progress)
        return made if made.problems else replace(made, files=dict(sorted(kept.files.items())))
    progress("Inhoud lezen")
    history, faulty = custody.proved(sources.ledger, sources.root / LEDGER)
    typed = ledger.read_draft(sources.ledger, sources.root / LEDGER)
    read, register, problems = _checked(sources.content, sources.root, history, typed)
    problems = tuple(problem for problem in problems if problem.code not in MILD)
    if faulty:
        return Build({}, faulty, len(read.records), 0)
    if history.publications and not preview:
        unknown = ("De inhoud heeft problemen; zie lrt-site check.",)
        waiting = unknown if problems else lines_of(history, register, typed)
        return _published(sources, history, waiting, as_of, write, workers, progress)
    if problems:
        return Build({}, problems, len(read.records), 0)
    return _preview(sources, read, history, typed, as_of, write, workers, progress)


def check(
    content: Mapping[str, str],
    *,
    root: PurePosixPath,
    history: History = NOTHING,
    typed: Typed = NO_DRAFT,
    unread: tuple[Problem, ...] = (),
) -> tuple[Problem, ...]:
    """All problems of the content at once, in order of file and line, with those of files that could not be read.

    `history` is what was published before it, `typed` the draft of what comes. A file that could not be read does not
    also count as missing.
    """
    read, register, problems = _checked(content, root, history, typed)
    to = links_from(urls.HOME)
    in_texts = [
        read.placed(fault)
        for record in register.records.values()
        if getattr(record, "body", "")
        for fault in marked_up(record.body, record.id, register, to).faults  # type: ignore[union-attr]
        if not read.echoes(fault)
    ]
    told = {problem.file for problem in unread}
    there = tuple(
        problem
        for problem in problems
        if problem.code not in _MISSING or told.isdisjoint((problem.file, *problem.file.parents))
    )
    return tuple(sorted({*unread, *there, *in_texts}))


def read(content: Mapping[str, str]) -> Mapping[str, Record]:
    """The records of a content tree by id, faults passed over."""
    return Register.of(schema.read_content(content, PurePosixPath()).records).records


def schemas() -> Mapping[str, str]:
    """The JSON Schemas by path: of what editors write in each file, and of what we publish."""
    written = {
        **{path: json_schema.written_alone(kind) for path, kind in schema.SINGLES.items()},
        **{path: json_schema.written(kinds, without=("observations",)) for path, kinds in schema.LISTS.items()},
        **{
            f"{folder}.yml": json_schema.written_alone(kind, without=("body",))
            for folder, kind in schema.FOLDERS.items()
        },
    }
    return {
        **{f"content/{path.removesuffix('.yml')}.schema.json": text for path, text in written.items()},
        **{f"v1/{name}.schema.json": json_schema.as_text(schema) for name, schema in _of_data().items()},
    }


def _of_data() -> Mapping[str, json_schema.Schema]:
    """The schema of everything that we publish, by name."""
    return {**json_schema.published(), **ledger_format.schemas(), **site_schema.schemas()}


def lines_of(history: History, register: Register, typed: Typed) -> tuple[str, ...]:
    """What waits for publication, a change a line; nothing while nothing was published."""
    if not history.publications:
        return ()
    waiting = ledger.pending(history, register, typed.renames(history, register))
    return tuple(f"{item.id}: {item.change}" for item in waiting)


def described(history: History, register: Register, waiting: Pending) -> tuple[str, ...]:
    """A change in Dutch lines: what it is about, what its class does not say, and every field that differs."""
    before = history.state(history.last) if history.publications else register
    old = waiting.before.record if waiting.before else None
    named, *told = changes.in_lines(old, waiting.record, before, register, waiting.differences)
    said = change_classes.judged(
        waiting.change, waiting.proven, waiting.fields, unseen=only_unseen(waiting.differences)
    )
    if waiting.change == "tekstueel" and not (waiting.differences or waiting.renamed_from):
        said = change_classes.FOLLOWS
    if waiting.before and waiting.away_since:
        said = change_classes.returned(waiting.away_since, "" if waiting.differences else str(waiting.before.number))
    return (named, *filter(None, [said]), *told)


def _checked(
    content: Mapping[str, str], root: PurePosixPath, history: History, typed: Typed
) -> tuple[Content, Register, tuple[Problem, ...]]:
    published = history.known(history.last).values() if history.publications else ()
    read = schema.read_content(content, root, (version.record for version in published))
    register = Register.of(read.records)
    former = ledger.former_ids(history, register, typed.renames(history, register))
    faults = chain(
        *(rule(register) for rule in checks.CHECKS),
        reuse.ids_are_never_used_again(register, history, former),
        reuse.ids_differ_from_published_ones(register, history),
        identity.the_authority_stays(history, register),
    )
    placed = (read.placed(fault) for fault in faults if not read.echoes(fault))
    return read, register, tuple(sorted({*read.problems, *placed}))


def _preview(
    sources: Sources,
    read: Content,
    history: History,
    typed: Typed,
    as_of: date | None,
    write: Write,
    workers: int,
    progress: Progress,
) -> Build:
    progress("Records publiceren")
    register = v1.read_back(v1.publish(Register.of(read.records)))
    waiting = lines_of(history, register, typed)
    progress("Pagina's maken")
    state = states.unpublished(register, as_of, history)
    pages = sheets.unpublished(state)
    renderer = output.renderer_of(sources.templates, register.site.address, handbook=sources.handbook)
    faults = output.write_sheets(pages, waiting, renderer, write, workers)
    problems = tuple(sorted({read.placed(fault) for fault in faults if fault.code not in MILD}))
    if problems:
        return Build({}, problems, len(read.records), len(pages))
    progress("Halfjaarstukken maken")
    write(pack_files.files(half_years.unpublished(register, as_of), sources.templates[pdf.TEMPLATE], workers))
    write(site_data.files(register, state.as_of))
    write({urls.file_of(urls.schema_of(name)): v1.as_json(mapping) for name, mapping in _of_data().items()})
    write(sources.static)
    return Build({}, (), len(read.records), len(pages), waiting)


def _published(
    sources: Sources,
    history: History,
    waiting: tuple[str, ...],
    as_of: date | None,
    write: Write,
    workers: int,
    progress: Progress,
) -> Build:
    progress("Edities vergelijken")
    register = history.state(history.last)
    renderer = output.renderer_of(sources.templates, register.site.address, handbook=sources.handbook)
    found = output.editions_of(history, renderer, workers)
    last = next(states.states(history, (history.last,), as_of))
    lost = states.lost(history, sheets.answering(history, found, last))
    if lost:
        problems = tuple(lost_address(address, sources.root) for address in lost)
        return Build({}, problems, len(register.records), len(last.pages))
    progress("Halfjaarstukken maken")
    packs = pack_files.write_kept(history, sources.templates[pdf.TEMPLATE], write, workers)
    progress("Pagina's maken")
    pages = _write_pages(history, found, packs, last, renderer, write, workers)
    write(site_data.files(register, last.as_of))
    write({urls.file_of(urls.schema_of(name)): v1.as_json(mapping) for name, mapping in _of_data().items()})
    for files in published.files(history, sources.ledger, register.site.address, found):
        write(files)
    write(sources.static)
    return Build({}, (), len(register.records), pages, waiting, history.last.name)


def _write_pages(
    history: History,
    found: Editions,
    packs: Packs,
    last: PublishedState,
    renderer: Renderer,
    write: Write,
    workers: int,
) -> int:
    """Write all pages, and all that can be quoted of them; how many pages there are."""
    gathered = Gathering()
    output.write_editions(history, found, renderer, write, workers, packs, gathered)
    # What was published was checked then; a withdrawal since can only have made a link lead nowhere.
    output.write_sheets(sheets.living(history, found, last, packs), (), renderer, write, workers, gathered)
    for files in quotations.files(history, found, last, gathered):
        write(files)
    return len(gathered.pages)


def publication_named(history: History, name: str) -> Publication:
    """The publication with this name or number. There must be one."""
    found = [publication for publication in history.publications if name in (publication.name, str(publication.number))]
    if not found:
        known = ", ".join(publication.name for publication in history.publications)
        raise LrtSiteError(f"Er is geen publicatie {quoted(name)}. Wel: {known or 'nog geen enkele'}.")
    return found[0]


def lost_address(address: str, root: PurePosixPath) -> Problem:
    """The problem of an address that would lead nowhere."""
    message = f"Op {address} stond een gepubliceerde pagina, en nu niets meer. Een adres mag niet verdwijnen."
    return Problem(root / LEDGER, 1, 1, "lost-address", message)
