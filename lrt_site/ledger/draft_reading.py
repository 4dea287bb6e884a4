"""The draft as it lies in the ledger: what its editors typed, also while it is no draft yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from lrt_site.document import Data, Document, misleading_in, read_yaml, text_of, undecoded_in
from lrt_site.frozen import dataclass
from lrt_site.ledger.draft import Draft, kept_lines, renames_typed
from lrt_site.ledger.draft_form import as_yaml
from lrt_site.ledger.pending import likely_renames
from lrt_site.model.publications import DRAFT, History
from lrt_site.model.register import Register
from lrt_site.problems import Fault, FieldPath, Problem
from lrt_site.schema import structured

_LOSING = frozenset({"not-a-list", "not-a-mapping", "not-text", "unknown-field"})
"""Codes of problems with a draft of which a new draft would leave out what was typed."""
_EMPTY = "yaml-empty"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a draft, as far as it can be read."""

    document: Document | None = None
    """Absent where there is no draft, or one that cannot be read: then no new one may take its place."""
    draft: Draft | None = None
    """Absent where the draft is not complete."""
    problems: tuple[Problem, ...] = ()
    left: tuple[str, ...] = ()
    """Its lines that keep notes of changes that did not wait any more when it was made."""

    @property
    def fields(self) -> Mapping[str, object]:
        """The fields of the draft."""
        return self.document.data if self.document and isinstance(self.document.data, dict) else {}

    def renames(self, history: History, register: Register) -> Mapping[str, str]:
        """The new id of records that have another one now: as typed, and else as is likely."""
        return {**likely_renames(history, register), **renames_typed(self.fields)}

    @property
    def unread(self) -> tuple[Problem, ...]:
        """What keeps a draft from being read."""
        return () if self.document else self.problems


NO_DRAFT = Typed()


def read_draft(files: Mapping[str, bytes], root: PurePosixPath) -> Typed:
    """The draft among the files of a ledger."""
    if DRAFT not in files:
        return NO_DRAFT
    file, text = root / DRAFT, text_of(files[DRAFT])
    document, unread = (None, undecoded) if (undecoded := undecoded_in(file, text)) else read_yaml(file, as_yaml(text))
    # An empty field is one to fill in: what misses it says so.
    unread = tuple(problem for problem in unread if problem.code != "empty-value")
    if document is None and not unread:
        unread = (Problem(file, 1, 1, _EMPTY, ""),)
    if unread:
        # What was typed may not be what was read: no new draft may be made of it.
        return Typed(problems=tuple(_advised(unread)), left=kept_lines(text))
    assert document
    draft, faults = structured(Draft, document.data)
    problems = tuple(document.place(fault) for fault in (*faults, *_misleading(document.data)))
    if any(problem.code in _LOSING for problem in problems):
        return Typed(problems=problems)
    return Typed(document, draft, problems, kept_lines(text))


def _misleading(data: Data, at: FieldPath = ()) -> Iterator[Fault]:
    """The texts of a draft in which a sign makes a reader read something else."""
    if isinstance(data, str):
        wrong = misleading_in(data)
        if wrong:
            yield Fault(DRAFT, at, "control-character", wrong)
        return
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _misleading(inner, (*at, step))


def _advised(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in problems:
        if problem.code == "merge-conflict":
            yield replace(problem, message=f"{problem.message} Voer daarna opnieuw uit: lrt-site publish --draft.")
        elif problem.code == _EMPTY:
            message = "Het concept is leeg. Haal dit bestand weg, of maak het concept opnieuw: lrt-site publish --draft"
            yield replace(problem, message=message)
        else:
            yield problem


def is_empty(problems: Iterable[Problem]) -> bool:
    """Whether all that is wrong with a draft is that nothing stands in it: then a new one can take its place."""
    return all(problem.code == _EMPTY for problem in problems)
