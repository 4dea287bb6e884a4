"""From a reviewed draft to a publication: what `publish` and `diff` do, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from lrt_site import ledger, output, pipeline
from lrt_site.document import Data, Document, misleading_in, read_yaml, text_of, undecoded_in
from lrt_site.ledger import Draft, Pending
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Organisation, Person
from lrt_site.model.publications import DRAFT, LEDGER, History, Publication
from lrt_site.model.register import Register
from lrt_site.problems import Fault, FieldPath, LrtSiteError, Problem, quoted
from lrt_site.schema import structured
from lrt_site.views import states

_NAMED = ((Organisation, "name"), (Person, "name"))
_LOSING = frozenset({"not-a-list", "not-a-mapping", "not-text", "unknown-field"})
"""Codes of problems with a draft of which a new draft would leave out what was typed."""


@dataclass(frozen=True, slots=True)
class Desk:
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


def desk(content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath) -> Desk:
    """What lies ready: the content compared with the last publication, and the draft if there is one."""
    history, faulty = ledger.read(files, root / LEDGER)
    problems = pipeline.check(content, root=root, history=history)
    register = Register.of(pipeline.read(content).values())
    document, draft, draft_problems = _draft(files, root)
    settled = draft is not None and draft.content == ledger.published_hash(history)
    if settled:
        document, draft, draft_problems = None, None, ()
    typed = document.data if document and isinstance(document.data, dict) else {}
    renamed = {**ledger.likely_renames(history, register), **ledger.renames_typed(typed)}
    changes = () if problems or faulty else ledger.pending(history, register, renamed)
    found = (*faulty, *problems)
    return Desk(history, register, changes, draft, typed, document, found, draft_problems, settled, faulty)


def drafted(desk: Desk, on: date | None, today: date) -> str:
    """The text of the draft for what waits, dated `on`, else as it was, else today.

    What was typed into an earlier draft stays. LrtSiteError where the next publication cannot have that day.
    """
    day = on.isoformat() if on else str(desk.typed.get("date") or today.isoformat())
    with suppress(ValueError):  # what is no date is told of the draft
        for fault in ledger.date_faults(PartialDate(day), desk.history):
            raise LrtSiteError(f"{fault.message} Geef een andere dag op met '--date'.")
    return ledger.draft_text(
        len(desk.history.publications) + 1,
        day,
        desk.changes,
        lambda one: (*pipeline.described(desk.history, desk.register, one), *_advice(one)),
        desk.typed,
    )


def _advice(one: Pending) -> Iterator[str]:
    """How a new name becomes no correction, where it may be that of a later time."""
    names = [found for found in one.differences if (found.owner, found.field) in _NAMED]
    if any(found.before and found.after and found.change == "correctie" for found in names):
        yield (
            "Was de oude naam toen goed? Zet haar bij 'other_names', met 'end_date'. Dan is dit een aanvulling, "
            "en tonen oudere pagina's de naam van toen."
        )


def published(
    desk: Desk,
    files: Mapping[str, bytes],
    *,
    on: date | None,
    salt: Callable[[], str],
    signer: str | None,
    templates: Mapping[str, str] | None = None,
) -> tuple[Publication | None, Mapping[str, bytes], tuple[Problem, ...]]:
    """The publication that the draft makes, with the files of its folder; or all that keeps it from being made.

    With the templates of the site it records the pages that it made say other words.
    """
    if desk.problems or desk.draft is None or desk.document is None:
        return None, {}, (*desk.problems, *desk.draft_problems)
    document = desk.document
    draft = replace(desk.draft, date=PartialDate.of(on)) if on else desk.draft
    found = tuple(document.place(fault) for fault in ledger.faults_of(draft, desk.changes, desk.history))
    if found or desk.draft_problems:
        return None, {}, tuple(sorted({*found, *desk.draft_problems}))
    publication, made = ledger.sealed(
        desk.history,
        draft,
        desk.changes,
        addresses=states.addresses(desk.register),
        withdrawals=ledger.unanchored(desk.history, files),
        salt=salt,
        signer=signer,
        editions=partial(output.surroundings_renewed, templates=templates) if templates else None,
    )
    problems = _lost(files, publication, made, document)
    return (None, {}, problems) if problems else (publication, made, ())


def counted(changes: Sequence[object]) -> str:
    """How many changes there are, in words."""
    return "1 wijziging" if len(changes) == 1 else f"{len(changes)} wijzigingen"


def difference(history: History, register: Register, first: str | None, second: str | None) -> tuple[str, ...]:
    """What changed between two publications, or from one to the content of today, in Dutch lines."""
    old = _named(history, first) if first else history.last
    new = history.state(_named(history, second)) if second else register
    until = History(history.publications[: old.number], history.stored, history.withdrawals)
    renamed = {was: now for was, now in history.moved.items() if now in new.records}
    changes = ledger.pending(until, new, {**ledger.likely_renames(until, new), **renamed})
    return tuple(
        line
        for one in changes
        for line in (f"{one.id}: {one.change}", *(f"  {row}" for row in pipeline.described(until, new, one)))
    )


def _named(history: History, name: str) -> Publication:
    found = [one for one in history.publications if name in (one.name, str(one.number))]
    if not found:
        known = ", ".join(one.name for one in history.publications)
        raise LrtSiteError(f"Er is geen publicatie {quoted(name)}. Wel: {known or 'nog geen enkele'}.")
    return found[0]


def _draft(
    files: Mapping[str, bytes], root: PurePosixPath
) -> tuple[Document | None, Draft | None, tuple[Problem, ...]]:
    if DRAFT not in files:
        return None, None, ()
    file = root / LEDGER / DRAFT
    text = text_of(files[DRAFT])
    document, unread = (None, undecoded) if (undecoded := undecoded_in(file, text)) else read_yaml(file, text)
    # An empty field is one to fill in: what misses it says so.
    unread = tuple(problem for problem in unread if problem.code != "empty-value")
    if document is None or unread:
        # What was typed may not be what was read: no new draft may be made of it.
        return None, None, unread
    draft, faults = structured(Draft, document.data)
    problems = tuple(document.place(fault) for fault in (*faults, *_misleading(document.data)))
    if any(problem.code in _LOSING for problem in problems):
        return None, None, problems
    return document, draft, problems


def _misleading(data: Data, at: FieldPath = ()) -> Iterator[Fault]:
    """The texts of a draft in which a sign makes a reader read something else."""
    if isinstance(data, str):
        wrong = misleading_in(data)
        if wrong:
            yield Fault(DRAFT, at, "control-character", wrong)
        return
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _misleading(inner, (*at, step))


def _lost(
    files: Mapping[str, bytes], publication: Publication, made: Mapping[str, bytes], document: Document
) -> tuple[Problem, ...]:
    """The addresses that the site would lose with this publication. They are no fault of the draft's, but stop it."""
    root = document.file.parent
    after, problems = ledger.read(
        {**files, **{f"{publication.name}/{path}": data for path, data in made.items()}}, root
    )
    if problems:
        return problems
    return tuple(pipeline.lost_address(address, root.parent) for address in states.lost_with(after))
