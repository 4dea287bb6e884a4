"""From a reviewed draft to a publication: what `publish` and `diff` do, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from lrt_site import ledger, output, pipeline
from lrt_site.document import Document, read_yaml
from lrt_site.export import rappel_kept
from lrt_site.ledger import Draft, Pending
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Organisation, Person
from lrt_site.model.publications import DRAFT, LEDGER, History, Publication
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem
from lrt_site.schema import structured
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
    problems = pipeline.check(content, root=root)
    history, faulty = ledger.read(files, root / LEDGER)
    register = Register.of(pipeline.read(content).values())
    document, draft, draft_problems = _draft(files, root)
    settled = draft is not None and draft.content == ledger.published_hash(history)
    if settled:
        document, draft, draft_problems = None, None, ()
    typed = document.data if document and isinstance(document.data, dict) else {}
    renamed = {**ledger.likely_renames(history, register), **ledger.renames_typed(typed)}
    changes = () if problems or faulty else ledger.pending(history, register, renamed)
    return Desk(history, register, changes, draft, typed, document, (*faulty, *problems), draft_problems, settled)


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
        editions=partial(_renewed, templates) if templates else None,
    )
    problems = _lost(files, publication, made, document)
    return (None, {}, problems) if problems else (publication, made, ())


def counted(changes: Sequence[object]) -> str:
    """How many changes there are, in words."""
    return "1 wijziging" if len(changes) == 1 else f"{len(changes)} wijzigingen"


def difference(history: History, register: Register | None, first: str | None, second: str | None) -> tuple[str, ...]:
    """What changed between two publications, or from one to the content of today, in Dutch lines."""
    old = pipeline.publication_named(history, first) if first else history.last
    new = history.state(pipeline.publication_named(history, second)) if second else register
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


def _renewed(templates: Mapping[str, str], history: History) -> frozenset[str]:
    """The addresses of the pages and the half-year packs that the last publication made say something else."""
    return output.surroundings_renewed(history, templates) | rappel_kept.brought_by_last(history)


def _draft(
    files: Mapping[str, bytes], root: PurePosixPath
) -> tuple[Document | None, Draft | None, tuple[Problem, ...]]:
    if DRAFT not in files:
        return None, None, ()
    file = root / LEDGER / DRAFT
    document, unread = read_yaml(file, files[DRAFT].decode("utf-8", "surrogateescape"))
    # An empty field is one to fill in: what misses it says so.
    unread = tuple(problem for problem in unread if problem.code != "empty-value")
    if document is None or unread:
        # What was typed may not be what was read: no new draft may be made of it.
        return None, None, unread
    draft, faults = structured(Draft, document.data)
    return document, draft, tuple(document.place(fault) for fault in faults)


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
