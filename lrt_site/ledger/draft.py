"""The draft of the coming publication: a YAML file that editors complete and colleagues review."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date

from lrt_site.frozen import dataclass
from lrt_site.ledger.branches import ReadableEntry
from lrt_site.ledger.pending import Pending, content_hash
from lrt_site.ledger.reviewed import changed_since, line_of
from lrt_site.ledger.stored import hash_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT, ChangeClass, History, Publication
from lrt_site.problems import Fault, FieldPath, quoted
from lrt_site.suggestions import suggesting

_HEAD = """\
# Concept van publicatie {number}. Lees elke regel na, en laat een collega meelezen.
# - title en note: wat is er nieuw, in gewone woorden voor de lezer.
# - note bij een wijziging: wat is er voor de lezer veranderd, en waarom.
# - De soort wijziging (change) is berekend. Die kunt u niet kiezen.
# - Is iets ingetrokken, en onder een ander kenmerk weer nieuw? Schrijf bij het nieuwe: renamed_from: oud-kenmerk
#   Haal dan de regels van het oude kenmerk weg, en voer opnieuw uit: lrt-site publish --draft
# - Zet zelf niets achter een hekje: dat staat niet in het volgende concept.
# Klaar? Voer uit: lrt-site publish
"""


_KNOWN = """\
# Deze intrekkingen waren toen ook bekend. Laat dit staan.
withdrawals:
"""
_WITHOUT = "Zonder de woorden van intrekking {}."
"""What stands beside every note of a draft that was begun after a withdrawal. It reminds who writes there, and lets git
ask where somebody wrote there on another branch."""
_PAST = "# Deze dag is al voorbij. Schrijf bij note waarom de publicatie die dag krijgt: de lezer ziet het.\n"
_TODAY = "# Dit geldt alleen als date voor de dag van vastleggen ligt: dan ziet de lezer het.\n"
_LEFT = "# Niet meer nodig, want dit wacht niet op publicatie: "
"""What stands before a note of a change that does not wait any more."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of withdrawals when a draft was begun."""

    previous: str | None = None
    """The hash of the publication that was the last then."""
    withdrawals: frozenset[str] = frozenset()
    """The names of those that it did not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChange:
    """A change as the draft lists it."""

    id: str
    change: ChangeClass
    renamed_from: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEarlier:
    """Why a publication is dated before the day on which it is sealed."""

    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The coming publication as its editors have it."""

    date: PartialDate
    content: str
    """The hash of what was reviewed."""
    title: str = ""
    """Empty while it is still to be written."""
    note: str = ""
    reviewed: Mapping[str, str] = field(default_factory=dict)
    """A hash of each of its changes, by id of the record; empty in a draft of before these were noted."""
    changes: tuple[DraftChange, ...] = ()
    """Absent where all that waits is a withdrawal that no publication knows yet."""
    dated: DatedEarlier | None = None
    """What is said of a date before the day of sealing."""
    previous: str | None = None
    """The hash of the publication that was the last when the draft was begun."""
    withdrawals: tuple[str, ...] = ()
    """The withdrawals that this publication did not know, and who began the draft did."""

    @property
    def date_note(self) -> str | None:
        """Why the date is before the day of sealing, for the reader."""
        return self.dated.note if self.dated else None

    @property
    def notes(self) -> Mapping[str, str]:
        """The notes of changes, by id of the record."""
        return {change.id: change.note for change in self.changes if change.note}


def draft_text(
    number: int,
    on: str,
    changes: tuple[Pending, ...],
    described: Callable[[Pending], tuple[str, ...]],
    typed: Mapping[str, object],
    today: date,
    now: Known,
    left: Sequence[str] = (),
) -> str:
    """The draft as a file. What editors typed into an earlier one stays; `described` says a change in Dutch lines.

    `now` is what is known where anything was ever withdrawn: no words that were taken stand in the earlier one. `left`
    are the lines of that one that keep notes of what waited before.
    """
    notes = notes_typed(typed)
    reason = _reason(typed)
    remark = f"# {_WITHOUT.format(', '.join(sorted(now.withdrawals)))}\n" if now.withdrawals else ""
    rows = [
        _HEAD.format(number=number),
        f"date: {on}\n",
        _known(now),
        _field("title", typed.get("title"), ""),
        remark,
        _field("note", typed.get("note"), ""),
        *_dated(reason, on, today),
        f"content: {content_hash(changes)}\n",
        line_of(changes),
        *(["changes:\n"] if changes else []),
    ]
    for waiting in changes:
        rows += [f"  # {line}\n" for line in described(waiting)]
        rows += _change_rows(waiting, notes.get(waiting.id), remark)
    for identifier, note in unneeded(typed, changes).items():
        left = (*left, *(f"{_LEFT}{identifier}: {line}" for line in note.split("\n")))
    return "".join((*rows, *(f"{line}\n" for line in left)))


def _change_rows(waiting: Pending, note: str | None, remark: str) -> Iterator[str]:
    yield f"  - id: {waiting.id}\n    change: {waiting.change}\n"
    if waiting.renamed_from:
        yield f"    renamed_from: {waiting.renamed_from}\n"
    if waiting.needs_note or note:
        yield f"    {remark}" if remark else ""
        yield _field("note", note, "    ")


def unneeded(typed: Mapping[str, object], changes: Iterable[Pending]) -> Mapping[str, str]:
    """The notes that were typed for changes that do not wait any more, by id of the record."""
    waiting = {waiting.id for waiting in changes}
    return {identifier: note for identifier, note in notes_typed(typed).items() if identifier not in waiting}


def kept_lines(text: str) -> tuple[str, ...]:
    """The lines of a draft that keep notes of changes that did not wait any more when it was made."""
    return tuple(line for line in text.splitlines() if line.startswith(_LEFT))


def lines_typed(text: str) -> str:
    """A draft without the lines that the program always writes in it; all else stands where it stood."""
    return re.sub(rf"^#(?!{re.escape(_LEFT[1:])}).*", lambda line: " " * len(line[0]), text, flags=re.MULTILINE)


def says(typed: Mapping[str, object], publication: Publication) -> bool:
    """Whether a draft has the words of a publication, and no others."""
    notes = [{"id": change.id, "note": change.note} for change in publication.changes]
    reason = {"note": publication.date_note}
    sealed = {"title": publication.title, "note": publication.note, "dated": reason, "changes": notes}
    return words_hash(typed) == words_hash(sealed)


def words_hash(typed: Mapping[str, object]) -> str | None:
    """A hash of all words in a draft; none where it has no words yet."""
    notes = notes_typed(typed)
    words = [typed.get("title"), typed.get("note"), _reason(typed), *(text for _, text in sorted(notes.items()))]
    stripped = [str(word).strip() for word in words if word]
    return hash_of(json.dumps(stripped).encode()) if any(stripped) else None


def known_typed(typed: Mapping[str, object]) -> Known:
    """What who began a draft knew, as it says itself."""
    previous, listed = typed.get("previous"), typed.get("withdrawals")
    return Known(
        previous if isinstance(previous, str) else None,
        frozenset(map(str, listed)) if isinstance(listed, list) else frozenset(),
    )


def draft_again(
    gone: Sequence[ReadableEntry], typed: Mapping[str, object], today: date, left: Sequence[str] = ()
) -> str:
    """The draft of what publications held that are none any more, with what was typed into a draft that lay there."""
    titles = [typed.get("title"), *(entry.notes.get("title") for entry in gone)]
    notes = [typed.get("note"), *(entry.notes.get("note") for entry in gone)]
    reasons = [_reason(typed), *(entry.notes.get("date_note") for entry in gone)]
    written = dict(notes_typed(typed))
    renamed = {new: old for old, new in renames_typed(typed).items()}
    classes: dict[str, str] = {}
    for entry in gone:
        for identifier, note in entry.notes.get("notes", {}).items():
            written[identifier] = _joined((written.get(identifier), note))
        for change in entry.fields.get("changes", ()):
            classes[change["id"]] = change["class"]
            if change.get("renamed_from"):
                renamed[change["id"]] = change["renamed_from"]
    rows = [
        f"date: {today}\n",
        _known(_known_again(gone, typed)),
        _field("title", _joined(titles, " / "), ""),
        _field("note", _joined(notes), ""),
        *_dated(_joined(reasons), today.isoformat(), today),
        "content: opnieuw\nchanges:\n",
    ]
    for identifier in sorted({*classes, *written}):
        rows.append(f"  - id: {identifier}\n    change: {classes.get(identifier, 'correctie')}\n")
        if identifier in renamed:
            rows.append(f"    renamed_from: {renamed[identifier]}\n")
        rows.append(_field("note", written.get(identifier), "    ") if written.get(identifier) else "")
    return "".join((*rows, *(f"{line}\n" for line in left)))


def _joined(texts: Iterable[object], between: str = "\n") -> str:
    """These texts as one, each once: also where an earlier one holds it already."""
    whole = ""
    for text in (str(text).strip() for text in texts if text):
        if f"{between}{text}{between}" not in f"{between}{whole}{between}":
            whole = f"{whole}{between}{text}" if whole else text
    return whole


def _reason(typed: Mapping[str, object]) -> str:
    """What was typed of why a publication is dated before its day of sealing."""
    dated = typed.get("dated")
    return str(dated.get("note") or "") if isinstance(dated, dict) else ""


def _dated(reason: str, on: str, today: date) -> Iterator[str]:
    if reason or on < today.isoformat():
        yield f"{_PAST if on < today.isoformat() else _TODAY}dated:\n"
        yield _field("note", reason, "    ")


_TO_WRITE = {
    "title": "Schrijf hier een titel: wat is er nieuw?",
    "note": "Schrijf hier een toelichting: wat is er nieuw, in gewone woorden voor de lezer?",
}


def faults_of(draft: Draft, changes: tuple[Pending, ...], history: History, today: date) -> Iterator[Fault]:
    """Everything that keeps a draft from being sealed today."""
    listed = {change.id: (place, change) for place, change in enumerate(draft.changes)}
    waiting = {waiting.id: waiting for waiting in changes}
    yield from date_faults(draft.date, history, today)
    for name, message in _TO_WRITE.items():
        if not getattr(draft, name):
            yield _fault((name,), "missing-field", message)
    if draft.date.is_day and draft.date.earliest < today and not draft.date_note:
        yield _reason_missing(draft, today)
    if draft.content != content_hash(changes) or listed.keys() != waiting.keys():
        told = " ".join(
            ("De inhoud is veranderd nadat dit concept is gemaakt.", *changed_since(draft.reviewed, changes))
        )
        again = "Voer opnieuw uit: lrt-site publish --draft. Wat u hebt geschreven, blijft staan."
        yield _fault(("content",), "draft-outdated", f"{told} {again}")
        return
    for identifier, (place, change) in listed.items():
        wanted = waiting[identifier]
        if change.change != wanted.change:
            message = f"Dit is een wijziging van de soort '{wanted.change}', want dat is berekend. Zet die terug."
            yield _fault(("changes", place, "change"), "draft-class", message)
        if wanted.needs_note and not change.note:
            message = f"Schrijf bij '{identifier}' een 'note': wat is er voor de lezer veranderd, en waarom?"
            yield _fault(("changes", place, "note"), "draft-note-missing", message)
    known = history.known(history.last) if history.publications else {}
    advice = suggesting(known)
    for place, change in enumerate(draft.changes):
        if change.renamed_from and waiting[change.id].renamed_from != change.renamed_from:
            message = f"Er is geen verdwenen kenmerk {quoted(change.renamed_from)}.{advice(change.renamed_from)}"
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


def clock_fault(history: History, today: date) -> Fault | None:
    """Why nothing can be sealed today, whatever its date: the last publication was sealed later."""
    last = history.publications[-1] if history.publications else None
    if last is None or last.sealed is None or last.sealed.earliest <= today:
        return None
    message = (
        f"De vorige publicatie is vastgelegd op {last.sealed.in_words}, en volgens deze computer is het nu "
        f"{PartialDate.of(today).in_words}. Zet de klok goed. Staat die goed, en liep de klok toen voor? Maak die "
        f"publicatie dan weer een concept: lrt-site publish --redo {last.name}"
    )
    return _fault(("date",), "draft-date", message)


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
    elif behind := clock_fault(history, today):
        yield behind
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
    return {
        str(mapping["renamed_from"]): str(mapping.get("id"))
        for mapping in _listed(typed)
        if mapping.get("renamed_from")
    }


def _known_again(gone: Sequence[ReadableEntry], typed: Mapping[str, object]) -> Known:
    """What all knew who wrote what is in a draft again: the publications that are none any more, and that draft."""
    first = Known(gone[0].fields.get("previous"), frozenset(gone[0].fields.get("withdrawals", ())))
    own = known_typed(typed)
    if not typed or own.previous in {entry.hash for entry in gone}:
        return first
    if own.previous == first.previous:
        return Known(own.previous, own.withdrawals & first.withdrawals)
    return Known()


def _known(known: Known) -> str:
    """What who began a draft knew."""
    previous = f"previous: {known.previous}\n" if known.previous else ""
    listed = "".join(f"  - {name}\n" for name in sorted(known.withdrawals))
    return previous + (f"{_KNOWN}{listed}" if listed else "")


def notes_typed(typed: Mapping[str, object]) -> Mapping[str, str]:
    """The notes that were typed, by id of the record; all of them where one is listed more than once."""
    notes: dict[str, str] = {}
    for mapping in _listed(typed):
        if mapping.get("note"):
            notes[str(mapping.get("id"))] = _joined((notes.get(str(mapping.get("id"))), mapping["note"]))
    return notes


def _listed(typed: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """The changes that were typed, as far as they are any."""
    changes = typed.get("changes")
    yield from (change for change in changes if isinstance(change, dict)) if isinstance(changes, list) else ()


def _field(name: str, text: object, indent: str) -> str:
    """A field with its text: empty for the editor to fill in, or as it was typed."""
    words = str(text or "").strip()
    if not words:
        return f"{indent}{name}:\n"
    if "\n" in words:
        lines = "".join(f"{indent}  {line}".rstrip() + "\n" for line in words.split("\n"))
        return f"{indent}{name}: |\n{lines}"
    return f"{indent}{name}: {json.dumps(words, ensure_ascii=False)}\n"
