"""The draft as it lies in the ledger: what its editors typed, also while it is no draft yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from lrt_site.document import Document, read_yaml
from lrt_site.ledger.draft import Draft, renames_typed
from lrt_site.ledger.pending import likely_renames
from lrt_site.model.publications import DRAFT, History
from lrt_site.model.register import Register
from lrt_site.problems import Problem
from lrt_site.schema import structured


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a draft, as far as it can be read."""

    document: Document | None = None
    """Absent where there is no draft, or one that cannot be read: then no new one may take its place."""
    draft: Draft | None = None
    """Absent where the draft is not complete."""
    problems: tuple[Problem, ...] = ()

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
    document, unread = read_yaml(root / DRAFT, files[DRAFT].decode("utf-8", "surrogateescape"))
    # An empty field is one to fill in: what misses it says so.
    unread = tuple(problem for problem in unread if problem.code != "empty-value")
    if document is None or unread:
        # What was typed may not be what was read: no new draft may be made of it.
        return Typed(problems=tuple(_advised(unread)))
    draft, faults = structured(Draft, document.data)
    return Typed(document, draft, tuple(document.place(fault) for fault in faults))


def _advised(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in problems:
        if problem.code == "merge-conflict":
            yield replace(problem, message=f"{problem.message} Voer daarna opnieuw uit: lrt-site publish --draft.")
        else:
            yield problem
