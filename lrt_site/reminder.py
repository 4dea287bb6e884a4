"""The desk of commitments: half-year packs for any day, as pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from lrt_site import checking, custody, publishing
from lrt_site.export.reminder import half_years, kept_packs
from lrt_site.export.reminder.half_years import Pack
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import LEDGER
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem, quoted
from lrt_site.suggestions import like
from lrt_site.urls import slug_of


def packs(
    content: Mapping[str, str],
    files: Mapping[str, bytes],
    root: PurePosixPath,
    day: date,
    office: str | None,
    *,
    publication: str | None = None,
    ahead: bool = False,
) -> tuple[tuple[Pack, ...], tuple[Problem, ...]]:
    """The packs of a day as last published, or a preview while nothing was; or all that keeps them from being made.

    `publication` is another than the last, by its name or number. Of a day of which the site keeps packs they are those
    of the site: each of the publication since which it says what it says.

    `office` is an office by its name, by its part of an address, or by its ministry alone; without it, all have one.
    A day after the one up to which sources were read is refused, unless `ahead` asks for it.
    """
    history, problems = custody.proved(files, root / LEDGER)
    if problems:
        return (), problems
    if history.publications or publication:
        known = publishing.publication_named(history, publication) if publication else history.last
        since = f"Voor publicatie {known.number}" if publication else ""
        _refuse_unknown_days(history.state(known), day, since, ahead=ahead)
        return chosen(kept_packs.known_with(history, known, day), office, day), ()
    problems = checking.check(content, root=root)
    if problems:
        return (), problems
    register = Register.of(checking.read(content).values())
    _refuse_unknown_days(register, day, "", ahead=ahead)
    return chosen(half_years.packs_on(half_years.unpublished(register), day), office, day), ()


def _refuse_unknown_days(register: Register, day: date, known: str, *, ahead: bool) -> None:
    read_until = register.site.sources_checked_on
    if day > read_until.latest and not ahead:
        read = f"{known} zijn de bronnen" if known else "De bronnen zijn"
        raise LrtSiteError(
            f"{read} gelezen tot en met {read_until.in_words}. Over {PartialDate.of(day).in_words} is nog "
            "niets bekend. Wilt u een stuk dat vooruitrekent, voor als er niets verandert? Geef dan ook '--ahead'."
        )


def chosen(found: tuple[Pack, ...], office: str | None, day: date) -> tuple[Pack, ...]:
    """The packs that were asked for, by the name of an office, its part of an address, or its ministry alone."""
    on = PartialDate.of(day).in_words
    if not found:
        raise LrtSiteError(f"Op {on} was er, voor zover bekend, nog geen toezegging gedaan.")
    if office is None:
        return found
    asked = slug_of(office)
    chosen = tuple(pack for pack in found if pack.slug == asked)
    chosen = chosen or tuple(pack for pack in found if pack.slug.endswith(f"-{asked}"))
    if not chosen:
        names = [pack.office for pack in found]
        suggestion = like(office, names)
        known = "" if suggestion else f" Wel van: {'; '.join(names)}."
        raise LrtSiteError(f"Van {quoted(office)} zijn er op {on} geen toezeggingen.{suggestion}{known}")
    return chosen
