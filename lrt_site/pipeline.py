"""All steps from what editors write to what readers get, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from lrt_site import checks, ledger, parallel, schema, urls
from lrt_site.differences import only_unseen
from lrt_site.export import json_schema, ledger_schema, published, rappel, rappel_files, rappel_pdf, site_data, v1
from lrt_site.ledger import Pending
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import LEDGER, History
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Page
from lrt_site.problems import MILD, Fault, Problem
from lrt_site.render import Renderer, Surroundings, links_from, marked_up
from lrt_site.schema import Content
from lrt_site.views import change_words, changed, editions
from lrt_site.views.common import Link
from lrt_site.views.editions import Edition, Sheet
from lrt_site.views.site import SECTIONS

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes. With problems there are no files: nothing half finished goes out."""

    files: Mapping[str, str | bytes]
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


def build(
    sources: Sources,
    *,
    preview: bool = False,
    as_of: date | None = None,
    workers: int = 1,
    progress: Progress = lambda _: None,
) -> Build:
    """The whole site but its handbook: pages, data and static files by path.

    The site shows what was last published, with all publications before it; with `preview`, or while nothing was
    published, it shows what would be. `as_of` is the day on which the living pages speak; without it that is the
    day on which the sources were last checked, so that one state of content and ledger always gives the same
    bytes. The bytes do not depend on the number of workers either.
    """
    progress("Inhoud lezen")
    read, register, problems = _checked(sources.content, sources.root)
    problems = tuple(problem for problem in problems if problem.code not in MILD)
    history, faulty = ledger.read(sources.ledger, sources.root / LEDGER)
    if faulty:
        return Build({}, faulty, len(read.records), 0)
    if history.publications and not preview:
        waiting = ("De inhoud heeft problemen; zie lrt-site check.",) if problems else lines_of(history, register)
        return _published(sources, history, waiting, as_of, workers, progress)
    if problems:
        return Build({}, problems, len(read.records), 0)
    return _preview(sources, read, history, as_of, workers, progress)


def check(content: Mapping[str, str], *, root: PurePosixPath) -> tuple[Problem, ...]:
    """All problems of the content at once, in order of file and line."""
    read, register, problems = _checked(content, root)
    to = links_from(urls.HOME)
    in_texts = [
        read.placed(fault)
        for record in register.records.values()
        if getattr(record, "body", "")
        for fault in marked_up(record.body, record.id, register, to).faults  # type: ignore[union-attr]
        if not read.echoes(fault)
    ]
    return tuple(sorted({*problems, *in_texts}))


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
        **{f"v1/{kind}.schema.json": text for kind, text in json_schema.published().items()},
        **{f"v1/{name}.schema.json": text for name, text in ledger_schema.ledger_schemas().items()},
    }


def lines_of(history: History, register: Register) -> tuple[str, ...]:
    """What waits for publication, a change a line; nothing while nothing was published."""
    if not history.publications:
        return ()
    waiting = ledger.pending(history, register, ledger.likely_renames(history, register))
    return tuple(f"{one.id}: {one.change}" for one in waiting)


def described(history: History, register: Register, one: Pending) -> tuple[str, ...]:
    """A change in Dutch lines: what it is about, what its class does not say, and every field that differs."""
    before = history.state(history.last) if history.publications else register
    old = one.before.record if one.before else None
    named, *told = changed.in_lines(old, one.record, before, register, one.differences)
    said = change_words.judged(one.change, one.proven, one.fields, unseen=only_unseen(one.differences))
    if one.change == "tekstueel" and not (one.differences or one.renamed_from):
        said = change_words.FOLLOWS
    if one.before and one.away_since:
        said = change_words.returned(one.away_since, "" if one.differences else str(one.before.number))
    return (named, *filter(None, [said]), *told)


def _checked(content: Mapping[str, str], root: PurePosixPath) -> tuple[Content, Register, tuple[Problem, ...]]:
    read = schema.read_content(content, root)
    register = Register.of(read.records)
    faults = (fault for rule in checks.CHECKS for fault in rule(register) if not read.echoes(fault))
    return read, register, tuple(sorted({*read.problems, *(read.placed(fault) for fault in faults)}))


def _preview(
    sources: Sources, read: Content, history: History, as_of: date | None, workers: int, progress: Progress
) -> Build:
    progress("Records publiceren")
    texts = v1.publish(Register.of(read.records))
    register = v1.read_back(texts)
    waiting = lines_of(history, register)
    progress("Pagina's maken")
    sheets = editions.preview(register, as_of, history)
    html, faults = rendered(sheets, sources.templates, waiting, workers)
    problems = tuple(sorted({read.placed(fault) for fault in faults}))
    if problems:
        return Build({}, problems, len(read.records), len(sheets))
    progress("Halfjaarstukken maken")
    packs = rappel_files.files(rappel.unpublished(register, as_of), sources.templates[rappel_pdf.TEMPLATE], workers)
    files = {**html, **site_data.files(register, texts, sheets[0].edition.as_of), **packs, **sources.static}
    return Build(dict(sorted(files.items())), (), len(read.records), len(sheets), waiting)


def _published(
    sources: Sources,
    history: History,
    waiting: tuple[str, ...],
    as_of: date | None,
    workers: int,
    progress: Progress,
) -> Build:
    progress("Pagina's maken")
    register = history.state(history.last)
    sheets = editions.published(history, as_of)
    lost = tuple(lost_address(address, sources.root) for address in editions.lost(history, sheets))
    if lost:
        return Build({}, lost, len(register.records), len(sheets))
    # What was published was checked then; a withdrawal since can only have made a link lead nowhere.
    html, _ = rendered(sheets, sources.templates, (), workers)
    progress("Halfjaarstukken maken")
    files = {
        **html,
        **rappel_files.files(rappel.published(history, as_of), sources.templates[rappel_pdf.TEMPLATE], workers),
        **site_data.files(register, v1.publish(register), sheets[0].edition.as_of),
        urls.file_of(urls.CLOCKS): v1.as_json(editions.clocks(history, sheets)),
        **published.files(history, sources.ledger, register.site.address),
        **sources.static,
    }
    return Build(dict(sorted(files.items())), (), len(register.records), len(sheets), waiting, history.last.name)


def lost_address(address: str, root: PurePosixPath) -> Problem:
    """The problem of an address that would lead nowhere."""
    message = f"Op {address} stond een gepubliceerde pagina, en nu niets meer. Een adres mag niet verdwijnen."
    return Problem(root / LEDGER, 1, 1, "lost-address", message)


def rendered(
    sheets: Sequence[Sheet], templates: Mapping[str, str], waiting: tuple[str, ...], workers: int
) -> tuple[dict[str, str | bytes], tuple[Fault, ...]]:
    """The pages by file, and the faults in their texts."""
    site = sheets[0].edition.register.site
    renderer = Renderer(templates, urls.root_of(site.address))
    around = {id(sheet.edition): _surroundings(sheet.edition, waiting) for sheet in sheets}

    def render(some: Sequence[Sheet]) -> list[tuple[str, bytes, tuple[Fault, ...]]]:
        return [(urls.file_of(sheet.address), *_page(renderer, sheet, around[id(sheet.edition)])) for sheet in some]

    html: dict[str, str | bytes] = {}
    faults: list[Fault] = []
    for file, page, found in chain.from_iterable(parallel.over(sheets, render, workers)):
        html[file] = page
        faults += found
    return html, tuple(faults)


def _page(renderer: Renderer, sheet: Sheet, around: Surroundings) -> tuple[bytes, tuple[Fault, ...]]:
    page = sheet.made()
    text, faults = renderer.page(
        page,
        sheet.edition.register,
        around,
        at=sheet.address,
        clock=sheet.clock(page) if sheet.clock else None,
        place=sheet.edition.place if sheet.stays else str,
    )
    return text.encode(), faults


def _surroundings(edition: Edition, waiting: tuple[str, ...]) -> Surroundings:
    register, publication = edition.register, edition.publication
    return Surroundings(
        title=register.site.title,
        tagline=register.site.tagline,
        fictitious=register.site.fictitious,
        preview=publication is None,
        pending=waiting,
        as_of=PartialDate.of(edition.as_of).in_words,
        known_on=publication.date.in_words if publication else "",
        publication=Link(f"publicatie {publication.number}", urls.publication_of(publication.name))
        if publication
        else None,
        fingerprint=publication.hash if publication else "",
        sections=SECTIONS,
        about=tuple(sorted((page.title, urls.page_of(page)) for page in register.all(Page).values())),
        styles="/static/site.css",
    )
