"""All that is wrong with the content, as it stands beside what was published. No page is made for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath

from lrt_site import checks, ledger, schema, urls
from lrt_site.checks import language, reuse
from lrt_site.checks.report import faults_in_report
from lrt_site.commonmark import Parsed
from lrt_site.export import identity
from lrt_site.ledger import NO_DRAFT, Typed
from lrt_site.marking import links_from, written
from lrt_site.model.publications import History
from lrt_site.model.register import Record, Register
from lrt_site.problems import Fault, Problem
from lrt_site.prose.language import LONGEST
from lrt_site.schema import Content

NOTHING = History()
"""What was published while nothing was."""

_MISSING = frozenset({"csv-empty", "front-matter-missing", "lost-file", "missing-file", "yaml-empty"})
"""Codes of problems of files that are not there, or in which nothing stands."""


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
    read, register, problems = checked(content, root, history, typed)
    in_texts = [
        read.placed(fault)
        for record in register.records.values()
        for fault in faults_in_text(record, register)
        if not read.echoes(fault)
    ]
    told = {problem.file for problem in unread}
    there = tuple(
        problem
        for problem in problems
        if problem.code not in _MISSING or told.isdisjoint((problem.file, *problem.file.parents))
    )
    personal = {(problem.file, problem.line) for problem in there if problem.code == "personal-data"}
    # What has to go, need not look the same everywhere.
    shown = (
        problem for problem in in_texts if problem.code != "forge-only" or (problem.file, problem.line) not in personal
    )
    return tuple(sorted({*unread, *there, *shown}))


def read(content: Mapping[str, str]) -> Mapping[str, Record]:
    """The records of a content tree by id, faults passed over."""
    return Register.of(schema.read_content(content, PurePosixPath()).records).records


def hints(content: Mapping[str, str], root: PurePosixPath) -> tuple[Problem, ...]:
    """Where reports could be plainer. Nothing is wrong there."""
    read, register, _ = checked(content, root, NOTHING, NO_DRAFT)
    return tuple(sorted(read.placed(fault) for fault in language.plainer_reports(register)))


def reading_ease(content: Mapping[str, str]) -> tuple[str, ...]:
    """How plain each report is, in a Dutch sentence."""
    found = language.plainness_by_report(Register.of(read(content).values()))
    return tuple(
        f"{identifier}: {plain.sentences} zin{'nen' * (plain.sentences > 1)}, gemiddeld {plain.mean:.1f} woorden; "
        f"{plain.share:.0%} is langer dan {LONGEST} woorden.".replace(".", ",", 1)
        for identifier, plain in found.items()
    )


def checked(
    content: Mapping[str, str], root: PurePosixPath, history: History, typed: Typed
) -> tuple[Content, Register, tuple[Problem, ...]]:
    """What the content says, the register of it, and all problems but those in texts.

    Of a line that is no YAML nothing else is told.
    """
    published = history.known(history.last).values() if history.publications else ()
    read = schema.read_content(content, root, (version.record for version in published))
    register = Register.of(read.records)
    faults = chain.from_iterable(faults_by_rule(register, history, typed))
    placed = (read.placed(fault) for fault in faults if not read.echoes(fault))
    repaired = {(problem.file, problem.line) for problem in read.problems if problem.code == "yaml-syntax"}
    others = (problem for problem in placed if (problem.file, problem.line) not in repaired)
    return read, register, tuple(sorted({*read.problems, *others}))


def faults_by_rule(register: Register, history: History, typed: Typed) -> Iterator[Iterable[Fault]]:
    """What is wrong with records beside each other and beside what was published, a rule at a time."""
    for rule in checks.CHECKS:
        yield rule(register)
    former = ledger.former_ids(history, register, typed.renames(history, register))
    yield reuse.ids_are_never_used_again(register, history, former)
    yield reuse.ids_differ_from_published_ones(register, history)
    yield identity.the_authority_stays(history, register)


def faults_in_text(record: Record, register: Register) -> tuple[Fault, ...]:
    """What is wrong in the text of a record, if it has one. Of the register only its ids matter."""
    body = getattr(record, "body", "")
    if not body:
        return ()
    parsed = Parsed(body)
    return faults_in_report(
        parsed, record.id, register, written(parsed, record.id, register, links_from(urls.HOME)).faults
    )
