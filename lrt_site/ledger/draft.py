"""The draft of the coming publication: a YAML file that editors complete and colleagues review."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lrt_site.ledger.branches import Entry
from lrt_site.ledger.pending import Pending, content_hash
from lrt_site.ledger.stored import hash_of
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


_KNOWN = """\
# Deze intrekkingen waren bekend toen dit concept werd begonnen. Laat dit staan.
withdrawals:
"""
_DATED = """\
# Deze dag is al voorbij. Schrijf bij note waarom de publicatie die dag krijgt: de lezer ziet het.
dated:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """A change as the draft lists it."""

    id: str
    change: ChangeClass
    renamed_from: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Why a publication is dated before the day on which it is sealed."""

    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The coming publication as its editors have it."""

    date: PartialDate
    title: str
    note: str
    content: str
    """The hash of what was reviewed."""
    changes: tuple[DraftChange, ...] = ()
    """Absent where all that waits is a withdrawal that no publication knows yet."""
    dated: Dated | None = None
    """What is said of a date before the day of sealing."""
    withdrawals: tuple[str, ...] = ()
    """The withdrawals that no publication knew yet and who began this draft did."""

    @property
    def date_note(self) -> str | None:
        """Why the date is before the day of sealing, for the reader."""
        return self.dated.note if self.dated else None

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
    today: date,
    unanchored: Iterable[str] = (),
) -> str:
    """The draft as a file. What editors typed into an earlier one stays; `described` says a change in Dutch lines.

    `unanchored` are the names of the withdrawals that no publication knows yet: who begins a draft now, knows these.
    """
    notes = _typed(typed, "note")
    begun_under = withdrawals_known(typed) if words_hash(typed) else frozenset(unanchored)
    reason = _reason_typed(typed)
    rows = [
        _HEAD.format(number=number),
        f"date: {on}\n",
        _known(begun_under.intersection(unanchored)),
        _field("title", typed.get("title"), ""),
        _field("note", typed.get("note"), ""),
        *([_DATED, _field("note", reason, "    ")] if reason or on < today.isoformat() else []),
        f"content: {content_hash(changes)}\n",
        *(["changes:\n"] if changes else []),
    ]
    for one in changes:
        rows += [f"  # {line}\n" for line in described(one)]
        rows.append(f"  - id: {one.id}\n    change: {one.change}\n")
        if one.renamed_from:
            rows.append(f"    renamed_from: {one.renamed_from}\n")
        if one.needs_note or notes.get(one.id):
            rows.append(_field("note", notes.get(one.id), "    "))
    return "".join(rows)


def words_hash(typed: Mapping[str, object]) -> str | None:
    """A hash of all words in a draft; none where it has no words yet."""
    notes = _typed(typed, "note")
    words = [typed.get("title"), typed.get("note"), _reason_typed(typed), *(text for _, text in sorted(notes.items()))]
    stripped = [str(one).strip() for one in words if one]
    return hash_of(json.dumps(stripped).encode()) if any(stripped) else None


def withdrawals_known(typed: Mapping[str, object]) -> frozenset[str]:
    """The withdrawals that no publication knew yet, and that who began a draft did know."""
    listed = typed.get("withdrawals")
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()


def draft_again(gone: Sequence[Entry], typed: Mapping[str, object], today: date) -> str:
    """The draft of what publications held that are none any more, with what was typed into a draft that lay there."""
    titles = [typed.get("title"), *(one.notes.get("title") for one in gone)]
    notes = [typed.get("note"), *(one.notes.get("note") for one in gone)]
    written = dict(_typed(typed, "note"))
    renamed = {new: old for old, new in renames_typed(typed).items()}
    classes: dict[str, str] = {}
    for one in gone:
        for identifier, note in one.notes.get("notes", {}).items():
            written[identifier] = "\n".join(dict.fromkeys(filter(None, (written.get(identifier), note))))
        for change in one.fields.get("changes", ()):
            classes[change["id"]] = change["class"]
            if change.get("renamed_from"):
                renamed[change["id"]] = change["renamed_from"]
    known = frozenset(gone[0].fields.get("withdrawals", ()))
    rows = [
        f"date: {today}\n",
        _known(known & withdrawals_known(typed) if words_hash(typed) else known),
        _field("title", " / ".join(dict.fromkeys(str(one) for one in titles if one)), ""),
        _field("note", "\n".join(dict.fromkeys(str(one) for one in notes if one)), ""),
        "content: opnieuw\nchanges:\n",
    ]
    for identifier in sorted({*classes, *written}):
        rows.append(f"  - id: {identifier}\n    change: {classes.get(identifier, 'correctie')}\n")
        if identifier in renamed:
            rows.append(f"    renamed_from: {renamed[identifier]}\n")
        rows.append(_field("note", written.get(identifier), "    ") if written.get(identifier) else "")
    return "".join(rows)


def faults_of(draft: Draft, changes: tuple[Pending, ...], history: History, today: date) -> Iterator[Fault]:
    """Everything that keeps a draft from being sealed today."""
    listed = {one.id: (place, one) for place, one in enumerate(draft.changes)}
    waiting = {one.id: one for one in changes}
    yield from date_faults(draft.date, history, today)
    if draft.date.is_day and draft.date.earliest < today and not draft.date_note:
        yield _reason_missing(draft, today)
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


def _reason_missing(draft: Draft, today: date) -> Fault:
    """What is wrong with a draft that has a date of before today, and does not say why."""
    if draft.dated:
        message = "Schrijf hier waarom de publicatie die dag krijgt. De lezer ziet het."
        return _fault(("dated", "note"), "draft-date-note", message)
    message = (
        f"{draft.date.in_words} is al voorbij. Zet hier de dag van vandaag, {today}. Moet het toch die dag zijn? "
        "Maak het concept opnieuw, en schrijf waarom: lrt-site publish --draft"
    )
    return _fault(("date",), "draft-date-note", message)


def date_faults(on: PartialDate, history: History, today: date) -> Iterator[Fault]:
    """Why a publication that is sealed today cannot have this date."""
    if not on.is_day:
        yield _fault(("date",), "draft-date", f"Een publicatie heeft een dag. Schrijf {on}-01, of een andere.")
    elif on.earliest > today:
        message = (
            f"{on.in_words} is nog niet geweest: vandaag is het {today}. Een publicatie krijgt hoogstens de dag van "
            "vandaag."
        )
        yield _fault(("date",), "draft-date", message)
    elif history.publications and history.last.sealed and today < history.last.sealed.earliest:
        message = (
            f"De vorige publicatie is vastgelegd op {history.last.sealed.in_words}, en volgens deze computer is het nu "
            f"{today}. Zet de klok goed."
        )
        yield _fault(("date",), "draft-date", message)
    elif history.publications and on < history.last.date:
        message = (
            f"{on.in_words} ligt voor de vorige publicatie ({history.last.date.in_words}). "
            f"Kies {history.last.date} of later."
        )
        yield _fault(("date",), "draft-date", message)


def _fault(at: FieldPath, code: str, message: str) -> Fault:
    return Fault(DRAFT, at, code, message)


def renames_typed(typed: Mapping[str, object]) -> Mapping[str, str]:
    """The new id of every record that has another one now, as a draft says it that need not be complete yet."""
    return {new: old for old, new in _typed(typed, "renamed_from").items()}


def _reason_typed(typed: Mapping[str, object]) -> object:
    """What was typed about a date before the day of sealing."""
    dated = typed.get("dated")
    return dated.get("note") if isinstance(dated, dict) else None


def _known(withdrawals: Iterable[str]) -> str:
    """The withdrawals that a draft was begun under.

    They stand beside the title, so that git asks where two branches each wrote in one draft.
    """
    names = sorted(withdrawals)
    return f"{_KNOWN}{''.join(f'  - {name}{chr(10)}' for name in names)}" if names else ""


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
