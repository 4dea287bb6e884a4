"""The draft of the coming publication: a YAML file that editors complete and colleagues review."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lrt_site.ledger.pending import Pending, content_hash
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT, ChangeClass, History
from lrt_site.problems import Fault, FieldPath, did_you_mean, quoted

_HEAD = """\
# Concept van publicatie {number}. Lees elke regel na, en laat een collega meelezen.
# - title en note: wat is er nieuw, in gewone woorden voor de lezer.
# - note bij een wijziging: wat is er voor de lezer veranderd, en waarom.
# - De soort wijziging (change) is berekend. Die kunt u niet kiezen.
# - Heeft iets alleen een ander kenmerk gekregen? Schrijf bij het nieuwe kenmerk: renamed_from: oud-kenmerk
#   Haal dan de regels van het oude kenmerk weg, en voer opnieuw uit: lrt-site publish --draft
# Klaar? Voer uit: lrt-site publish
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """A change as the draft lists it."""

    id: str
    change: ChangeClass
    renamed_from: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The coming publication as its editors have it."""

    date: PartialDate
    title: str
    note: str
    content: str
    """The hash of what was reviewed."""
    changes: tuple[DraftChange, ...]

    @property
    def notes(self) -> Mapping[str, str]:
        """The notes of changes, by id of the record."""
        return {one.id: one.note for one in self.changes if one.note}


def draft_text(
    number: int,
    on: str,
    changes: tuple[Pending, ...],
    described: Callable[[Pending], tuple[str, ...]],
    typed: Mapping[str, object],
) -> str:
    """The draft as a file. What editors typed into an earlier one stays; `described` says a change in Dutch lines."""
    notes = _typed(typed, "note")
    rows = [
        _HEAD.format(number=number),
        f"date: {on}\n",
        _field("title", typed.get("title"), ""),
        _field("note", typed.get("note"), ""),
        f"content: {content_hash(changes)}\n",
        "changes:\n",
    ]
    for one in changes:
        rows += [f"  # {line}\n" for line in described(one)]
        rows.append(f"  - id: {one.id}\n    change: {one.change}\n")
        if one.renamed_from:
            rows.append(f"    renamed_from: {one.renamed_from}\n")
        if one.needs_note or notes.get(one.id):
            rows.append(_field("note", notes.get(one.id), "    "))
    return "".join(rows)


def faults_of(draft: Draft, changes: tuple[Pending, ...], history: History) -> Iterator[Fault]:
    """Everything that keeps a draft from being sealed."""
    listed = {one.id: (place, one) for place, one in enumerate(draft.changes)}
    waiting = {one.id: one for one in changes}
    yield from date_faults(draft.date, history)
    stale = "De inhoud is veranderd nadat dit concept is gemaakt. Voer opnieuw uit: lrt-site publish --draft. "
    if draft.content != content_hash(changes) or listed.keys() != waiting.keys():
        yield _fault(("content",), "draft-outdated", stale + "Wat u hebt geschreven, blijft staan.")
        return
    for identifier, (place, one) in listed.items():
        wanted = waiting[identifier]
        if one.change != wanted.change:
            message = f"Dit is een wijziging van de soort '{wanted.change}', want dat is berekend. Zet die terug."
            yield _fault(("changes", place, "change"), "draft-class", message)
        if wanted.needs_note and not one.note:
            message = f"Schrijf bij '{identifier}' een 'note': wat is er voor de lezer veranderd, en waarom?"
            yield _fault(("changes", place, "note"), "draft-note-missing", message)
    for place, one in enumerate(draft.changes):
        if one.renamed_from and waiting[one.id].renamed_from != one.renamed_from:
            known = history.known(history.last) if history.publications else {}
            message = f"Er is geen verdwenen kenmerk {quoted(one.renamed_from)}.{did_you_mean(one.renamed_from, known)}"
            yield _fault(("changes", place, "renamed_from"), "draft-rename", message)


def date_faults(date: PartialDate, history: History) -> Iterator[Fault]:
    """What keeps a date from being that of the next publication."""
    if not date.is_day:
        yield _fault(("date",), "draft-date", f"Een publicatie heeft een dag. Schrijf {date}-01, of een andere.")
    elif history.publications and date < history.last.date:
        message = (
            f"{date.in_words} ligt voor de vorige publicatie ({history.last.date.in_words}). "
            f"Kies {history.last.date} of later."
        )
        yield _fault(("date",), "draft-date", message)


def _fault(at: FieldPath, code: str, message: str) -> Fault:
    return Fault(DRAFT, at, code, message)


def renames_typed(typed: Mapping[str, object]) -> Mapping[str, str]:
    """The new id of every record that has another one now, as a draft says it that need not be complete yet."""
    return {new: old for old, new in _typed(typed, "renamed_from").items()}


def _typed(typed: Mapping[str, object], field: str) -> Mapping[str, str]:
    """What was typed in a field of the changes, by id of the record."""
    changes = typed.get("changes")
    listed = [one for one in changes if isinstance(one, dict)] if isinstance(changes, list) else []
    return {str(one.get("id")): str(one[field]) for one in listed if one.get(field)}


def _field(name: str, text: object, indent: str) -> str:
    """A field with its text: empty for the editor to fill in, or as it was typed."""
    words = str(text or "").strip()
    if not words:
        return f"{indent}{name}:\n"
    if "\n" in words:
        lines = "".join(f"{indent}  {line}".rstrip() + "\n" for line in words.split("\n"))
        return f"{indent}{name}: |\n{lines}"
    return f"{indent}{name}: {json.dumps(words, ensure_ascii=False)}\n"
