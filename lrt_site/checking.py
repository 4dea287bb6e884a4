"""All that is wrong with the content, as it stands beside what was published. No page is made for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
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
from lrt_site.schema import Content, KeptFiles

NOTHING = History()
"""What was published while nothing was."""

_ITSELF = PurePosixPath()
_ANYWHERE = frozenset({"broken-link", "unknown-id"})
"""Codes of faults that name something in any file."""
_FEW_ABSENT = 2
"""A tree of which so many files of lists are not there, had them all."""
_MISSING = frozenset({"csv-empty", "front-matter-missing", "lost-file", "missing-file", "yaml-empty"})
"""Codes of problems of files that are not there, or in which nothing stands."""


def check(
    content: Mapping[str, str],
    *,
    root: PurePosixPath,
    history: History = NOTHING,
    typed: Typed = NO_DRAFT,
    unread: tuple[Problem, ...] = (),
    kept: KeptFiles | None = None,
) -> tuple[Problem, ...]:
    """All problems of the content at once, as `found_in` finds them."""
    return found_in(content, root=root, history=history, typed=typed, unread=unread, kept=kept)[1]


def found_in(
    content: Mapping[str, str],
    *,
    root: PurePosixPath,
    history: History = NOTHING,
    typed: Typed = NO_DRAFT,
    unread: tuple[Problem, ...] = (),
    kept: KeptFiles | None = None,
) -> tuple[Mapping[str, Record], tuple[Problem, ...]]:
    """The records by id, and all problems in order of file and line, with those of files that could not be read.

    `history` is what was published before it, `typed` the draft of what comes. A file that could not be read does not
    also count as missing. `kept` is as `schema.read_content` has it.
    """
    read, register, problems = checked(content, root, history, typed, unread, kept)
    in_texts = read.told(fault for record in register.records.values() for fault in faults_in_text(record, register))
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
    return register.records, tuple(sorted({*unread, *there, *shown}))


def read(
    content: Mapping[str, str], root: PurePosixPath = _ITSELF, kept: KeptFiles | None = None
) -> Mapping[str, Record]:
    """The records of a content tree by id, faults passed over."""
    return Register.of(schema.read_content(content, root, kept=kept).records).records


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
    content: Mapping[str, str],
    root: PurePosixPath,
    history: History,
    typed: Typed,
    unread: tuple[Problem, ...] = (),
    kept: KeptFiles | None = None,
) -> tuple[Content, Register, tuple[Problem, ...]]:
    """What the content says, the register of it, and all problems but those in texts and of files that are unread."""
    published = history.known(history.last).values() if history.publications else ()
    read = schema.read_content(content, root, (version.record for version in published), kept).unable(unread)
    register = Register.of(read.records)
    faults = chain.from_iterable(faults_by_rule(register, history, typed))
    read, found = in_records(read, faults, history)
    return read, register, tuple(sorted({*read.problems, *found}))


def in_records(read: Content, faults: Iterable[Fault], history: History) -> tuple[Content, tuple[Problem, ...]]:
    """The faults of rules on their lines, but those that follow from what could not be read or is not there.

    With what is known of the content after that: what is in its texts may follow from it too.
    """
    given = tuple(faults)
    there = tuple(read.without_echoes(given))
    echoes = set(given) - set(there)
    read = replace(read, problems=schema.with_ids_meant(read.problems, echoes, read.nameless))
    absent = tuple(_absent(read, there, never_published=not history.publications))
    if absent:
        read = replace(read, blind=read.blind | _ANYWHERE)
    return read, (*read.told(fault for fault in there if not _in_absent(read, fault)), *absent)


def _in_absent(read: Content, fault: Fault) -> bool:
    """Whether a fault names what would stand in a file that is not there."""
    return any(fault.code in schema.codes_of(path) for path in read.absent)


def _absent(read: Content, faults: tuple[Fault, ...], *, never_published: bool) -> Iterator[Problem]:
    """The files of lists that are not there, where others name what they hold, or where nearly all others are there.

    Once something is published, that tells which of them held anything.
    """
    whole = never_published and len(read.absent) <= _FEW_ABSENT
    for path in sorted(read.absent):
        if whole or any(fault.code in schema.codes_of(path) for fault in faults):
            key = next(iter(schema.LISTS[path]))
            message = (
                "Dit bestand ontbreekt. Zet het terug uit git. Is er nog niets om erin te zetten? Maak het dan, met "
                f"alleen deze regel: '{key}: []'."
            )
            yield Problem(read.root / path, 1, 1, "missing-file", message)


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
