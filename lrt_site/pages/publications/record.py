"""Any record as its fields in Dutch: how a version of a record without a page of its own is shown, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site.differences import meaning_of
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Backing
from lrt_site.model.fields import naming
from lrt_site.model.kinds import kind_for
from lrt_site.model.register import Record, Register
from lrt_site.pages.shared.common import NO_BACKING, Footnotes, Frame, Said, linked, record_frame
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Run
from lrt_site.wording.text import capitalised
from lrt_site.wording.values import Names, field_words, is_reference, names_in, run_of, shown_fields


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its name in words, and what it holds as texts or as parts with fields of their own."""

    label: str
    said: tuple[Said, ...]
    parts: tuple[tuple[FieldRow, ...], ...]
    """Of each part its own fields."""


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What templates/publications/record.html.jinja is given."""

    template: ClassVar[str] = "publications/record.html.jinja"

    frame: Frame
    heading: str
    """What it is called. Things that stand on a list can be called alike: the title of the page tells them apart."""
    rows: tuple[FieldRow, ...]
    body: str
    """Markdown."""


def record_page(register: Register, record: Record) -> RecordPage:
    """A record as its fields in Dutch, whatever its kind."""
    notes = Footnotes(register)
    kind = kind_for(record)
    label = label_of(record.id, register)
    above = (link_to_page(kind.section),) if kind.stands in ("on a list", "with another") else ()
    return RecordPage(
        heading=label,
        rows=tuple(_rows(record, names_in(register), notes)),
        body=getattr(record, "body", ""),
        frame=record_frame(
            record,
            notes,
            title=label if kind.stands == "on its own page" else f"{label} ({record.id})",
            description=f"{capitalised(kind.one)}, zoals vastgelegd",
            above=above,
        ),
    )


def text_of(register: Register, record: Record) -> str:
    """The words of a record as plain text, in which a quotation can be looked up.

    Only what its fields say: their names stand on no page in that way, and a source has a record of its own.
    """
    return "\n".join(_words(record, names_in(register)))


def _rows(part: object, names: Names, notes: Footnotes) -> Iterator[FieldRow]:
    kind: type = type(part)
    for field, value in shown_fields(part):
        if field == "body":
            continue
        items = value if isinstance(value, tuple) else (value,)
        if meaning_of(kind, field) == "delen":
            yield FieldRow(field_words(field), (), tuple(tuple(_rows(item, names, notes)) for item in items))
        else:
            said = (_said(item, kind, field, names, notes) for item in items)
            yield FieldRow(field_words(field), tuple(said), ())


def _said(value: object, kind: type, field: str, names: Names, notes: Footnotes) -> Said:
    run = run_of(value, kind, field, names)
    if is_reference(kind, field):
        return notes.rests((run,), Backing((str(value),)) if _is_source(kind, field) else NO_BACKING)
    runs = (Run(run.text, run.text),) if field == "url" and "<" not in run.text else linked(run.text, names.register)
    return notes.rests(runs, NO_BACKING)


def _is_source(kind: type, field: str) -> bool:
    return field in naming(kind, "source")


def _words(part: object, names: Names) -> Iterator[str]:
    kind: type = type(part)
    for field, value in shown_fields(part):
        if isinstance(value, bool) or field == "sources_of" or _is_source(kind, field):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if meaning_of(kind, field) == "delen":
                yield from _words(item, names)
            else:
                yield run_of(item, kind, field, names).text
