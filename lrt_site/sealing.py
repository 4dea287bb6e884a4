"""A draft becomes a publication, where nothing keeps it from being one: what `publish` does, as a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from lrt_site import ledger, output, pipeline, signing_rules
from lrt_site.document import Document
from lrt_site.export.reminder import kept_packs
from lrt_site.ledger.signing import signers_now
from lrt_site.ledger.stored import hash_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication
from lrt_site.problems import Problem
from lrt_site.publishing import ComingPublication, refuse_unread_days
from lrt_site.sitemap import states


def published(
    desk: ComingPublication,
    files: Mapping[str, bytes],
    *,
    on: date | None,
    today: date,
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
    found = tuple(document.place(fault) for fault in ledger.faults_of(draft, desk.changes, desk.history, today))
    if found or desk.draft_problems:
        return None, {}, tuple(sorted({*found, *desk.draft_problems}))
    refuse_unread_days(desk.register, today)
    signing_rules.refuse_unsigned(desk.history, signer)
    publication, made = ledger.sealed(
        desk.history,
        draft,
        desk.changes,
        addresses=states.addresses(desk.register),
        withdrawals=desk.unanchored,
        salt=salt,
        today=today,
        signer=signer,
        signers=hash_of(signers_now(files)),
        editions=partial(_renewed, templates) if templates else None,
    )
    problems = _lost(files, publication, made, document)
    return (None, {}, problems) if problems else (publication, made, ())


def _renewed(templates: Mapping[str, str], history: History) -> frozenset[str]:
    """The addresses of the pages and the half-year packs that the last publication made say something else."""
    return output.surroundings_renewed(history, templates) | kept_packs.brought_by_last(history)


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
