"""From a reviewed draft to a publication: what `publish` and `diff` do, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from lrt_site import ledger, output, pipeline
from lrt_site.document import Document
from lrt_site.ledger import Draft, Pending
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Organisation, Person
from lrt_site.model.publications import LEDGER, History, Publication
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem
from lrt_site.views import states

_NAMED = ((Organisation, "name"), (Person, "name"))


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


def desk(content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath) -> Desk:
    """What lies ready: the content compared with the last publication, and the draft if there is one."""
    history, faulty = ledger.read(files, root / LEDGER)
    typed = ledger.read_draft(files, root / LEDGER)
    settled = typed.draft is not None and typed.draft.content == ledger.published_hash(history)
    if settled:
        typed = ledger.NO_DRAFT
    problems = pipeline.check(content, root=root, history=history, typed=typed)
    register = Register.of(pipeline.read(content).values())
    changes = () if problems or faulty else ledger.pending(history, register, typed.renames(history, register))
    return Desk(
        history,
        register,
        changes,
        typed.draft,
        typed.fields,
        typed.document,
        (*faulty, *problems),
        typed.problems,
        settled,
    )


def check(
    content: Mapping[str, str], files: Mapping[str, bytes], history: History, root: PurePosixPath
) -> tuple[Problem, ...]:
    """All problems of the content beside what was published, and what keeps a draft from being read."""
    typed = ledger.read_draft(files, root / LEDGER)
    return (*typed.unread, *pipeline.check(content, root=root, history=history, typed=typed))


def drafted(desk: Desk, on: date | None, today: date) -> str:
    """The text of the draft for what waits, dated `on`, else as it was, else today.

    What was typed into an earlier draft stays.
    """
    return ledger.draft_text(
        len(desk.history.publications) + 1,
        on.isoformat() if on else str(desk.typed.get("date") or today.isoformat()),
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


def difference(history: History, register: Register | None, first: str | None, second: str | None) -> tuple[str, ...]:
    """What changed between two publications, or from one to the content of today, in Dutch lines."""
    old = _named(history, first) if first else history.last
    new = history.state(_named(history, second)) if second else register
    if new is None:
        raise LrtSiteError(
            "De inhoud heeft problemen; zie lrt-site check. Noem twee publicaties om die te vergelijken."
        )
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
        raise LrtSiteError(f"Er is geen publicatie '{name}'. Wel: {known or 'nog geen enkele'}.")
    return found[0]


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
