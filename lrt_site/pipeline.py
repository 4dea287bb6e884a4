"""All steps from what editors write to what readers get, as one pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from lrt_site import checks, parallel, schema, urls
from lrt_site.export import json_schema, site_data, v1
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Page
from lrt_site.problems import MILD, Fault, Problem
from lrt_site.render import Renderer, Surroundings, marked_up
from lrt_site.schema import Content
from lrt_site.views import page_makers
from lrt_site.views.common import PageMaker, PageView
from lrt_site.views.site import SECTIONS

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes. With problems there are no files: nothing half finished goes out."""

    files: Mapping[str, str | bytes]
    problems: tuple[Problem, ...]
    records: int
    pages: int


def build(
    content: Mapping[str, str],
    templates: Mapping[str, str],
    static: Mapping[str, bytes],
    *,
    root: PurePosixPath,
    as_of: date | None = None,
    workers: int = 1,
    progress: Progress = lambda _: None,
) -> Build:
    """The whole site but its handbook: pages, data and static files by path.

    `as_of` is the day on which the site speaks; without it that is the day on which the sources were last
    checked, so that one state of the content always gives the same bytes. The bytes do not depend on the
    number of workers either.
    """
    progress("Inhoud lezen")
    read, register, problems = _checked(content, root)
    problems = tuple(problem for problem in problems if problem.code not in MILD)
    if problems:
        return Build({}, problems, len(read.records), 0)
    progress("Records publiceren")
    published = v1.publish(register)
    register = v1.read_back(published)
    day = as_of or register.site.sources_checked_on.latest
    progress("Pagina's maken")
    makers = page_makers(register, day)
    html, problems = _rendered(makers, templates, register, day, read, workers)
    if problems:
        return Build({}, problems, len(read.records), len(makers))
    files: dict[str, str | bytes] = {
        **html,
        **site_data.files(register, published),
        **static,
    }
    return Build(dict(sorted(files.items())), (), len(read.records), len(makers))


def check(content: Mapping[str, str], *, root: PurePosixPath) -> tuple[Problem, ...]:
    """All problems of the content at once, in order of file and line."""
    read, register, problems = _checked(content, root)
    in_texts = [
        read.placed(fault)
        for record in register.records.values()
        if getattr(record, "body", "")
        for fault in marked_up(record.body, record.id, register, urls.HOME).faults  # type: ignore[union-attr]
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
    }


def _checked(content: Mapping[str, str], root: PurePosixPath) -> tuple[Content, Register, tuple[Problem, ...]]:
    read = schema.read_content(content, root)
    register = Register.of(read.records)
    faults = (fault for rule in checks.CHECKS for fault in rule(register) if not read.echoes(fault))
    return read, register, tuple(sorted({*read.problems, *(read.placed(fault) for fault in faults)}))


def _rendered(
    makers: tuple[PageView | PageMaker, ...],
    templates: Mapping[str, str],
    register: Register,
    day: date,
    read: Content,
    workers: int,
) -> tuple[dict[str, str | bytes], tuple[Problem, ...]]:
    site = register.site
    surroundings = Surroundings(
        title=site.title,
        tagline=site.tagline,
        fictitious=site.fictitious,
        preview=True,
        as_of=PartialDate.of(day).in_words,
        root=urls.root_of(site.address),
        sections=SECTIONS,
        about=tuple(sorted((page.title, urls.page_of(page)) for page in register.all(Page).values())),
        styles="/static/site.css",
    )
    renderer = Renderer(templates, register, surroundings)

    def render(some: Sequence[PageView | PageMaker]) -> list[tuple[str, bytes, tuple[Fault, ...]]]:
        pages = (one() if callable(one) else one for one in some)
        made = ((page.frame.address, *renderer.page(page)) for page in pages)
        return [(urls.file_of(address), text.encode(), faults) for address, text, faults in made]

    html: dict[str, str | bytes] = {}
    problems: set[Problem] = set()
    for file, page, faults in chain.from_iterable(parallel.over(makers, render, workers)):
        html[file] = page
        problems |= {read.placed(fault) for fault in faults}
    return html, tuple(sorted(problems))
