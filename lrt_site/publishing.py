"""What lies ready for publication, its draft, and what differs between publications, as pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from datetime import date, timedelta
from pathlib import PurePosixPath

from lrt_site import checking, custody, ledger
from lrt_site.differences import only_unseen
from lrt_site.document import Document
from lrt_site.frozen import dataclass
from lrt_site.ledger import Draft, Pending, branches, returning
from lrt_site.ledger.stored import ENTRY, record_in
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Organisation, Person
from lrt_site.model.publications import LEDGER, History, Publication
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem, quoted
from lrt_site.schema import KeptFiles
from lrt_site.wording import change_classes, changes
from lrt_site.wording.plural import plural
from lrt_site.wording.values import field_words

_MOST_NAMED = 5
"""More names in one sentence nobody reads."""
_NAMED = ((Organisation, "name"), (Person, "name"))


@dataclass(frozen=True, slots=True)
class ComingPublication:
    """What lies ready for the next publication."""

    history: History
    register: Register
    changes: tuple[Pending, ...]
    draft: Draft | None
    typed: Mapping[str, object]
    """What editors typed into the draft, also where it is no draft yet."""
    document: Document | None
    problems: tuple[Problem, ...]
    """What is wrong with the content or with the ledger."""
    draft_problems: tuple[Problem, ...]
    """What is wrong with the draft."""
    settled: bool
    """Whether the draft that lies there was published already, and only not cleared away. Then it counts for none."""
    faulty: tuple[Problem, ...] = ()
    """What is wrong with the ledger alone."""
    unanchored: Mapping[str, str] = field(default_factory=dict)
    """The hashes of the withdrawals that the next publication anchors, by name."""
    left: tuple[str, ...] = ()
    """The lines of the draft that keep notes of changes that did not wait any more."""

    @property
    def draft_loses(self) -> bool:
        """Whether words would be lost if a new draft took the place of this one."""
        return self.document is None and not ledger.is_empty(self.draft_problems)

    @property
    def waits(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self.changes or self.unanchored)


def coming_publication(
    content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath
) -> ComingPublication:
    """What lies ready: the content compared with the last publication, and the draft if there is one."""
    history, faulty = custody.read(files, root / LEDGER)
    typed = ledger.read_draft(files, root / LEDGER)
    settled = _is_settled(typed, history)
    if settled:
        typed = ledger.NO_DRAFT
    records, problems = checking.found_in(content, root=root, history=history, typed=typed)
    register = Register.of(records.values())
    problems += (
        ()
        if faulty
        else custody.brought_back(returning.Unpublished(register.records, typed.fields), history, root / LEDGER)
    )
    changes = () if problems or faulty else ledger.pending(history, register, typed.renames(history, register))
    return ComingPublication(
        history,
        register,
        changes,
        typed.draft,
        typed.fields,
        typed.document,
        (*faulty, *problems),
        typed.problems,
        settled,
        faulty,
        {} if faulty else ledger.unanchored(history, files),
        typed.left,
    )


def _is_settled(typed: ledger.Typed, history: History) -> bool:
    """Whether a draft was sealed, word for word, and only not cleared away."""
    if typed.draft is None or not history.publications:
        return False
    return typed.draft.content == ledger.published_hash(history) and ledger.says(typed.fields, history.last)


def check(
    content: Mapping[str, str],
    files: Mapping[str, bytes],
    history: History,
    root: PurePosixPath,
    unread: tuple[Problem, ...] = (),
    kept: KeptFiles | None = None,
) -> tuple[Problem, ...]:
    """All problems of the content beside what was published, and what keeps a draft from being read.

    `unread` are those of files that could not be read; `kept` is as `schema.read_content` has it.
    """
    typed = ledger.read_draft(files, root / LEDGER)
    records, problems = checking.found_in(content, root=root, history=history, typed=typed, unread=unread, kept=kept)
    back = custody.brought_back(returning.Unpublished(records, typed.fields), history, root / LEDGER)
    return (*typed.unread, *problems, *back, *custody.begun_before(typed.fields, history, root / LEDGER))


def ahead_of_clock(history: History, root: PurePosixPath, today: date) -> tuple[Problem, ...]:
    """The publications that were sealed on a day that has begun nowhere yet: the clock ran ahead then, or is behind."""
    begun = today + timedelta(days=1)
    return tuple(
        Problem(
            root / publication.name / ENTRY,
            1,
            1,
            "ledger-ahead",
            f"Deze publicatie is van {day.in_words}, en die dag is nog niet geweest. Staat de klok van deze computer "
            "goed, en staat zij nog niet op de site? Maak haar dan weer een concept: "
            f"lrt-site publish --redo {publication.name}",
        )
        for publication in history.publications
        if (day := publication.sealed or publication.date).earliest > begun
    )


def drafted(desk: ComingPublication, on: date | None, today: date) -> str:
    """The text of the draft for what waits, dated `on`, else as it was, else today.

    What was typed into an earlier draft stays. LrtSiteError where the next publication cannot have that day.
    """
    refuse_unread_days(desk.register, today)
    if behind := ledger.clock_fault(desk.history, today):
        raise LrtSiteError(behind.message)
    day = on.isoformat() if on else str(desk.typed.get("date") or today.isoformat())
    with suppress(ValueError):  # what is no date is told of the draft
        for fault in ledger.date_faults(PartialDate(day), desk.history, today):
            raise LrtSiteError(f"{fault.message} Geef een andere dag op met '--date'.")
    return ledger.draft_text(
        len(desk.history.publications) + 1,
        day,
        desk.changes,
        lambda waiting: (*described(desk.history, desk.register, waiting), *_advice(waiting, desk.history)),
        desk.typed,
        today,
        _known_now(desk),
        desk.left,
    )


def told_of_draft(desk: ComingPublication) -> Iterator[str]:
    """What its editors must know of a draft that was made of what lies ready, in Dutch sentences."""
    typed = ledger.notes_typed(desk.typed)
    notes = [waiting for waiting in desk.changes if waiting.needs_note and waiting.id not in typed]
    texts = [word for field, word in (("title", "titel"), ("note", "toelichting")) if not desk.typed.get(field)]
    wanted = [" en ".join(texts)] if texts else []
    wanted += [f"bij {counted(notes)} een note ({_named(notes)})"] if notes else []
    since = " ".join(ledger.changed_since(ledger.reviewed_typed(desk.typed), desk.changes))
    if since:
        yield f"Anders dan in het vorige concept. {since} Lees na of wat u schreef nog klopt."
    yield f"Vul nog in: {', en '.join(wanted)}." if wanted else "Alles is ingevuld. Lees het na."
    for identifier, note in ledger.unneeded(desk.typed, desk.changes).items():
        yield f"Bij '{identifier}' wacht er niets meer op publicatie. In het concept staat nog wat u er schreef: {note}"


def _named(changes: Sequence[Pending]) -> str:
    """The ids of changes, of many the first."""
    names = [waiting.id for waiting in changes[:_MOST_NAMED]]
    return ", ".join([*names, "…"] if len(changes) > _MOST_NAMED else names)


def _known_now(desk: ComingPublication) -> ledger.Known:
    if not desk.history.withdrawals:
        return ledger.Known()
    return ledger.Known(desk.history.last.hash, frozenset(desk.unanchored))


def refuse_unread_days(register: Register, today: date) -> None:
    """LrtSiteError where sources are said to have been read up to a day that has not been."""
    read_until = register.site.sources_checked_on
    if read_until.earliest > today:
        raise LrtSiteError(
            f"In site.yml staat bij 'sources_checked_on' {read_until.in_words}, en die dag is nog niet geweest. Zet "
            "daar de dag tot en met welke de bronnen zijn gelezen."
        )


def _advice(waiting: Pending, history: History) -> Iterator[str]:
    """What an editor must go after: words that may be back, and a new name that may be that of a later time."""
    taken = returning.taken_from(waiting.before.record.id if waiting.before else waiting.id, history)
    for name in (name for name in waiting.fields if name in taken):
        day, command = taken[name].date.in_words, returning.repeating(taken[name])
        yield f"Uit {field_words(name)} is op {day} iets ingetrokken. Ga na dat het er niet weer in staat: {command}"
    names = [found for found in waiting.differences if (found.owner, found.field) in _NAMED]
    if any(found.before and found.after and found.change == "correctie" for found in names):
        yield (
            "Was de oude naam toen goed? Zet haar bij 'other_names', met 'end_date'. Dan is dit een aanvulling, "
            "en tonen oudere pagina's de naam van toen."
        )


@dataclass(frozen=True, slots=True)
class Redoing:
    """What it takes to make a publication a draft again."""

    draft: str
    """The draft, to write first. What editors wrote for the publication stands in it."""
    folders: tuple[branches.Folder, ...]
    """What becomes of the folders, one by one in this order."""
    remarks: tuple[str, ...]
    """What its editor must look at, in Dutch sentences."""


def redone(
    content: Mapping[str, str],
    files: Mapping[str, bytes],
    root: PurePosixPath,
    name: str,
    keep: str | None,
    today: date,
) -> Redoing:
    """How a publication, with all that follow it, becomes a draft on top of the others.

    LrtSiteError, for people, where it may not; `keep` is the begin of the hash of the one that stays where two have one
    name.
    """
    gone, folders = branches.redone(files, name, keep)
    typed = ledger.read_draft(files, root / LEDGER)
    if not ledger.is_empty(typed.unread):
        raise LrtSiteError("Er ligt een concept dat niet te lezen is. Verbeter dat eerst, dan blijft uw tekst bewaard.")
    register = Register.of(checking.read(content).values())
    return Redoing(
        draft=ledger.draft_again(gone, typed.fields, today, typed.left),
        folders=folders,
        remarks=tuple(f"Let op: {said}" for said in _remarks(gone, register)),
    )


def _remarks(gone: Sequence[branches.ReadableEntry], register: Register) -> Iterator[str]:
    for entry in gone:
        if not entry.notes:
            yield (
                f"de toelichting van publicatie '{entry.name}' (tak {entry.branch}) staat niet meer in die map. "
                "Staat zij niet in het concept? Haal haar dan uit git."
            )
    for identifier in sorted({identifier for entry in gone for identifier in _missing(entry, register)}):
        yield f"'{identifier}' is in de inhoud anders dan in die publicatie. Kijk na wat er moet staan."


def _missing(entry: branches.ReadableEntry, register: Register) -> Iterator[str]:
    for change in entry.fields.get("changes", ()):
        data = entry.files.get(f"records/{change['id']}.json")
        now = register.records.get(change["id"])
        if (change["hash"] is None) != (now is None) or (
            data is not None and now is not None and record_in(data) != now
        ):
            yield change["id"]


def counted(changes: Sequence[object]) -> str:
    """How many changes there are, in words."""
    return plural(len(changes), "wijziging", "wijzigingen")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of the record, the earlier one as the last publication of a history, and what differs."""

    until: History
    register: Register
    changes: tuple[Pending, ...]

    @property
    def before(self) -> Register:
        """The earlier state."""
        return self.until.state(self.until.last)


def compared(history: History, register: Register, first: str | None = None, second: str | None = None) -> Comparison:
    """What differs between two publications, or between one and the content of today."""
    old = publication_named(history, first) if first else history.last
    new = history.state(publication_named(history, second)) if second else register
    until = History(history.publications[: old.number], history.stored, history.withdrawals)
    renamed = {was: now for was, now in history.moved.items() if now in new.records}
    return Comparison(until, new, ledger.pending(until, new, {**ledger.likely_renames(until, new), **renamed}))


def difference(history: History, register: Register, first: str | None, second: str | None) -> tuple[str, ...]:
    """What changed between two publications, or from one to the content of today, in Dutch lines."""
    return lines_of(compared(history, register, first, second))


def lines_of(comparison: Comparison) -> tuple[str, ...]:
    """What differs, in Dutch lines."""
    return tuple(
        line
        for waiting in comparison.changes
        for line in (
            f"{waiting.id}: {waiting.change}",
            *(f"  {row}" for row in described(comparison.until, comparison.register, waiting)),
        )
    )


def described(history: History, register: Register, waiting: Pending) -> tuple[str, ...]:
    """A change in Dutch lines: what it is about, what its class does not say, and every field that differs."""
    before = history.state(history.last) if history.publications else register
    old = waiting.before.record if waiting.before else None
    named, *told = changes.in_lines(old, waiting.record, before, register, waiting.differences)
    return (named, *filter(None, [judged(waiting)]), *told)


def judged(waiting: Pending) -> str:
    """What the class of a change does not say, as a sentence; empty where it says all."""
    if waiting.before and waiting.away_since:
        return change_classes.returned(waiting.away_since, "" if waiting.differences else str(waiting.before.number))
    if waiting.change == "tekstueel" and not (waiting.differences or waiting.renamed_from):
        return change_classes.FOLLOWS
    unseen = only_unseen(waiting.differences)
    return change_classes.judged(waiting.change, waiting.proven, waiting.fields, unseen=unseen)


def publication_named(history: History, name: str) -> Publication:
    """The publication with this name or number. There must be one."""
    found = [publication for publication in history.publications if name in (publication.name, str(publication.number))]
    if not found:
        known = ", ".join(publication.name for publication in history.publications)
        raise LrtSiteError(f"Er is geen publicatie {quoted(name)}. Wel: {known or 'nog geen enkele'}.")
    return found[0]
