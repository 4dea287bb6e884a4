"""Changes to records as a page tells them: by subject, each in a sentence, with what differs folded beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass
from lrt_site.model.register import KINDS
from lrt_site.wording.change_classes import CLASS_WORDS, KINDS_IN_WORDS
from lrt_site.wording.changes import ChangedField, sentences_of, summary_of
from lrt_site.wording.runs import Link, Run

LINES_SHOWN = 12
"""So many lines of differences stand with a change; all of them stand on the page of the record's versions."""
LISTED_ONE_BY_ONE = 20
"""Up to so many new records are listed as they are; more are folded."""
TOLD_IN_LINES = 20
"""Up to so many changes a page tells line by line; of more it tells so only of other words that nobody judged."""
NEW_ON_THE_PAGE = 60
"""Up to so many new records a page names; of more it tells how many there are of each kind."""
_CLASSES = tuple(CLASS_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change, before it is set among others."""

    kind: str
    change: ChangeClass
    record: Link
    """The version that it made; of a record that ended, its versions."""
    versions: Link
    """Where all its differences stand."""
    fields: tuple[ChangedField, ...]
    note: str = ""
    said: str = ""
    """What the meaning of the class does not say."""
    renamed: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change among others."""

    record: Link
    change: str
    """The class of change, as a word."""
    note: str
    said: str
    summary: str
    """Where the record changed, in a sentence."""
    open: bool
    """Whether the differences are unfolded: of other words that nobody judged readers must see more."""
    lines: tuple[tuple[Run, ...], ...]
    """The first differences, each in a sentence."""
    more: int
    """How many lines of differences there are besides."""
    versions: Link | None
    """The differences in full."""
    renamed: str


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """The changes to one kind of thing."""

    anchor: str
    title: str
    rows: tuple[ChangeRow, ...]
    """What a reader may have relied on comes first."""
    new: tuple[Link, ...]
    """In place of rows, where there are many new records; none where there are too many for the page."""
    number_of_new: int


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class of change, with how many changes of it there are."""

    anchor: str
    words: str
    meaning: str


def sections_of(changes: Sequence[Told]) -> Iterator[ChangeSection]:
    """The changes by what they are about."""
    number_of_new = sum(told.change == "nieuw" for told in changes)
    brief = sum(told.change != "nieuw" for told in changes) > TOLD_IN_LINES
    for kind in KINDS:
        of_kind = sorted((told for told in changes if told.kind == kind), key=_rank)
        new = [told for told in of_kind if number_of_new > LISTED_ONE_BY_ONE and told.change == "nieuw"]
        if of_kind:
            yield ChangeSection(
                anchor=f"onderdeel-{kind}",
                title=KINDS_IN_WORDS[kind],
                rows=tuple(_row(told, brief=brief) for told in of_kind if told not in new),
                new=tuple(told.record for told in new) if number_of_new <= NEW_ON_THE_PAGE else (),
                number_of_new=len(new),
            )


def _rank(told: Told) -> int:
    return _CLASSES.index(told.change)


def _row(told: Told, *, brief: bool) -> ChangeRow:
    unjudged = told.change == "herformulering"
    lines = () if brief and not unjudged else sentences_of(told.fields)
    return ChangeRow(
        record=told.record,
        change=CLASS_WORDS[told.change].name,
        note=told.note,
        said=told.said,
        summary=summary_of(told.fields),
        open=unjudged,
        lines=lines[:LINES_SHOWN],
        more=max(len(lines) - LINES_SHOWN, 0),
        versions=told.versions if told.fields else None,
        renamed=told.renamed,
    )
