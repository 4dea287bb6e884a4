"""All that is wrong with the content, as it stands beside what was published. No page is made for it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import PurePosixPath

from lrt_site import checks, ledger, schema, urls
from lrt_site.checks import reuse
from lrt_site.export import identity
from lrt_site.ledger import NO_DRAFT, Typed
from lrt_site.marking import links_from, marked_up
from lrt_site.model.publications import History
from lrt_site.model.register import Record, Register
from lrt_site.problems import Problem
from lrt_site.schema import Content

NOTHING = History()
"""What was published while nothing was."""

_MISSING = frozenset({"lost-file", "missing-file"})
"""Codes of problems of files that are not there."""


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
    to = links_from(urls.HOME)
    in_texts = [
        read.placed(fault)
        for record in register.records.values()
        if getattr(record, "body", "")
        for fault in marked_up(record.body, record.id, register, to).faults  # type: ignore[union-attr]
        if not read.echoes(fault)
    ]
    there = tuple(
        problem
        for problem in problems
        if problem.code not in _MISSING or not any(problem.file.is_relative_to(candidate.file) for candidate in unread)
    )
    return tuple(sorted({*unread, *there, *in_texts}))


def read(content: Mapping[str, str]) -> Mapping[str, Record]:
    """The records of a content tree by id, faults passed over."""
    return Register.of(schema.read_content(content, PurePosixPath()).records).records


def checked(
    content: Mapping[str, str], root: PurePosixPath, history: History, typed: Typed
) -> tuple[Content, Register, tuple[Problem, ...]]:
    """What the content says, the register of it, and all problems but those in texts."""
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
