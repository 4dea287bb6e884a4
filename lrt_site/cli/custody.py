"""The commands that keep the ledger: what was published is proved, taken back, signed and witnessed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from lrt_site import cache_folder, custody, files, signing_rules, verifying
from lrt_site.cache_folder import CacheFolder
from lrt_site.cli.console import (
    Problems,
    refuse_half_signed,
    today,
)
from lrt_site.cli.reading import nothing_found
from lrt_site.cli.signing import signed
from lrt_site.ledger import anchoring, branches, signing, stored
from lrt_site.ledger.rebasing import Rebased
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import LEDGER, History
from lrt_site.problems import LrtSiteError, Problem

if TYPE_CHECKING:
    from lrt_site import sites


def withdraw(
    content: Path,
    record: str | None,
    words: tuple[str, ...],
    ground: str | None,
    decision: str | None,
    on: date | None,
    resume: bool,
    repeat: str | None,
    gone: bool,
    sign: Path | None,
    signer: str | None,
) -> None:
    """Take words back that were published, or finish that."""
    refuse_half_signed(sign, signer)
    day = _day(on)
    known = (record, ground, decision)
    if resume:
        if any((*known, words, on, repeat, gone)):
            raise LrtSiteError("Geef bij '--resume' verder niets op: wat is ingetrokken, staat al vast.")
        _finish_withdrawal(content, day, sign, signer)
        _forget(content)
        return
    _refuse_unfit(known, repeat, gone=gone)
    asked = custody.Request(
        record=record or "",
        words=words,
        ground=ground or "",
        decision=decision or "",
        on=PartialDate.of(day),
        today=PartialDate.of(today()),
        token=secrets.token_hex(3),
        gone=gone,
        repeat=repeat,
        signer=signer,
    )
    _withdraw(content, asked, sign)
    _forget(content)


def verify(content: Path, site: Path | None, known: str | None, rebuild: bool, as_of: date | None) -> None:
    """Say whether all that was published is still as it was: in the content, and on a site."""
    if (rebuild and site is None) or (as_of and not rebuild):
        raise LrtSiteError("Geef bij '--rebuild' de map van de site op, en '--as-of' alleen bij '--rebuild'.")
    own, history, found = _opened(content)
    if not (history.publications or found or (site and _is_nowhere(content))):
        click.echo(nothing_found(content), err=True)
        raise SystemExit(1)
    checked = ""
    if site:
        from lrt_site import sites
        from lrt_site.cli.site import site_in

        made = site_in(site)
        shown, checked, more = sites.of_site(made, History() if found else history, own)
        if rebuild and not (found or more):
            checked, more = _rebuilt(site, made, content, as_of)
        if not history.publications:
            own, history, checked = sites.ledger_of(made), shown, f"{checked}\n{_ALONE}"
        found = (*found, *more)
    if found:
        raise Problems(found, "Het is niet meer zoals het is gepubliceerd.")
    if not history.publications:
        click.echo(f"Op de site in '{site}' is geen publicatie gevonden.", err=True)
        raise SystemExit(1)
    click.echo("\n".join([verifying.counted(history), *signing_rules.said(own, history), checked]).rstrip())
    if known is not None:
        raise SystemExit(0 if _is_known(history, own, known) else 1)


_ALONE = (
    "Deze site is met geen eigen register vergeleken. Alleen is gecontroleerd dat zij met zichzelf klopt. Vergelijk de "
    "laatste hash met een die u langs een andere weg kent, met '--known'."
)


def _opened(content: Path) -> tuple[Mapping[str, bytes], History, tuple[Problem, ...]]:
    """The files of the ledger of a content tree, the history that they record, and all that is wrong with them."""
    own = files.read_ledger(content)
    return own, *custody.read(own, PurePosixPath(content.as_posix()) / LEDGER)


def _is_nowhere(content: Path) -> bool:
    """Whether there is no content, and nobody said that there is: the reader of a site has none."""
    given = click.get_current_context().get_parameter_source("content")
    return given is ParameterSource.DEFAULT and not (content.exists() or content.is_symlink())


def _is_known(history: History, own: Mapping[str, bytes], known: str) -> bool:
    """Say what a hash is of, or whether an anchor in a file still holds."""
    held = Path(known)
    if held.is_file():
        said, sound = anchoring.anchored(history, own, held.read_text("utf-8", errors="replace"))
    else:
        said, sound = verifying.known(history, own, known)
    click.echo(said)
    return sound


def _rebuilt(site: Path, made: sites.BuiltSite, content: Path, as_of: date | None) -> tuple[str, tuple[Problem, ...]]:
    """What comparing a site with one that is built anew says, or all that differs."""
    from lrt_site.cli import building
    from lrt_site.ledger import site_check

    with TemporaryDirectory() as folder:
        building.build_into(Path(folder), content, as_of, with_handbook=(site / building.HANDBOOK).is_dir())
        expected = files.hashes(Path(folder))
    differing = site_check.compare_rebuilt(expected, made.hashes, made.root)
    return f"{len(expected)} bestanden van de site in '{site}' opnieuw gebouwd: alle zijn gelijk.", differing


def anchor(content: Path) -> None:
    """Print the newest hash, to be kept elsewhere."""
    own, history, found = _opened(content)
    if found:
        raise Problems(found, "Er is geen anker gemaakt.")
    if not history.publications:
        raise LrtSiteError("Er is nog niets gepubliceerd, dus er is niets om te bewaren.")
    click.echo(anchoring.anchor(history, own), nl=False)


def handover(content: Path, signers: Path, sign: Path | None, signer: str | None) -> None:
    """Hand signing over to a new list of who may sign."""
    refuse_half_signed(sign, signer)
    if sign is None or signer is None:
        raise LrtSiteError("Teken met een sleutel van de lijst die nu geldt: geef '--sign' en '--signer'.")
    becomes = files.read_file(signers)
    unfit = signing_rules.list_problems(becomes, PurePosixPath(signers.as_posix()))
    if unfit:
        raise Problems(unfit, "Er is niets overgedragen.")
    with files.locked(content) as folder:
        own, history, found = _opened(content)
        if found:
            raise Problems(found, "Er is niets overgedragen.")
        if not any(publication.signer for publication in history.publications):
            raise LrtSiteError(f"Er is nog niets getekend. Zet de lijst gewoon in '{folder / stored.SIGNERS}'.")
        day = PartialDate.of(today())
        made, added = signing.handed_over(own, becomes, history.last.hash, day, signer, secrets.token_hex(3))
        name = f"{signing.HANDOVERS}/{made.name}"
        files.add_folder(folder, name, added, signed(signing.HANDOVER, sign, signer, own, day))
    click.echo(f"Overgedragen: '{folder / name}'. Vanaf nu geldt de nieuwe lijst.")


def _day(on: date | None) -> date:
    """The day of a withdrawal: this one, or the next where it has begun elsewhere."""
    day = on or today()
    if day > today() + timedelta(days=1):
        raise LrtSiteError(f"{PartialDate.of(day).in_words} is nog niet geweest. Kies als dag hoogstens morgen.")
    return day


def _refuse_unfit(known: tuple[str | None, ...], repeat: str | None, *, gone: bool) -> None:
    """LrtSiteError where options do not go together. `known` are the record, the ground and the decision."""
    if gone and not repeat:
        raise LrtSiteError("'--gone' hoort bij '--repeat'.")
    if repeat and any(known):
        raise LrtSiteError("Geef bij '--repeat' alleen de woorden op: de rest staat al vast.")
    if not (repeat or all(known)):
        raise LrtSiteError("Geef het kenmerk van het record, en ook '--ground' en '--decision'.")


def _withdraw(content: Path, asked: custody.Request, key: Path | None) -> None:
    with files.locked(content) as folder:
        texts, unread = files.read_content(content)
        ledger = files.read_ledger(content)
        root = PurePosixPath(content.as_posix())
        act, found = (None, unread) if unread else custody.withdrawal(texts, ledger, root, asked)
        if act is None:
            raise Problems(found, "Er is niets ingetrokken.")
        _carry_out(act, folder, ledger, key, asked.signer)
    click.echo(custody.told(act))


def _forget(content: Path) -> None:
    """Throw away what builds kept of a ledger: it can hold words that were taken back."""
    CacheFolder(cache_folder.place()).forget(files.read_ledger(content))


def _carry_out(
    act: custody.Act, folder: Path, ledger: Mapping[str, bytes], key: Path | None, signer: str | None
) -> None:
    name = f"{stored.WITHDRAWALS}/{act.withdrawal.name}"
    day = act.withdrawal.sealed or act.withdrawal.date
    files.add_folder(folder, name, act.added, signed(stored.WITHDRAWAL, key, signer, ledger, day))
    files.remove(folder, act.deleted)


def _finish_withdrawal(content: Path, on: date, key: Path | None, signer: str | None) -> None:
    root = PurePosixPath(content.as_posix())
    with files.locked(content) as folder:
        ledger = files.read_ledger(content)
        unmixed = branches.unmixed(ledger)
        for path, data in unmixed.items():
            files.replace_bytes(folder / path, data)
        day, token = PartialDate.of(on), secrets.token_hex(3)
        stranded = custody.stranded({**ledger, **unmixed}, root, day, signer)
        for rebased in stranded:
            _rebase(rebased, folder, ledger, key)
        ledger = files.read_ledger(content)
        act, left, found = custody.unfinished(ledger, root, today=day, token=token, signer=signer)
        if found:
            raise Problems(found, "De intrekking is niet afgemaakt.")
        if act:
            _carry_out(act, folder, ledger, key, signer)
        else:
            files.remove(folder, left)
    for rebased in stranded:
        click.echo(custody.told_of_rebased(rebased))
    if unmixed:
        click.echo(f"Teruggezet zoals het was gemaakt: {custody.counted_files(unmixed)}.")
    if act:
        click.echo(f"Samengevoegd: '{act.withdrawal.name}'. Wat op een van de takken is ingetrokken, is nu overal weg.")
    elif left or not (unmixed or stranded):
        click.echo(f"Afgemaakt: {custody.counted_files(left)} verwijderd." if left else "Er was niets om af te maken.")


def _rebase(rebased: Rebased, folder: Path, ledger: Mapping[str, bytes], key: Path | None) -> None:
    made = rebased.withdrawal
    below = f"{stored.WITHDRAWALS}/{made.name}/"
    if rebased.is_void:
        files.remove(folder, sorted(path for path in ledger if path.startswith(below)))
        return
    with TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        (fresh / stored.WITHDRAWAL).write_bytes(rebased.data)
        signed(stored.WITHDRAWAL, key, made.signer, ledger, made.sealed or made.date)(fresh)
        written = {f"{below}{path.name}": path.read_bytes() for path in sorted(fresh.iterdir(), reverse=True)}
    files.rewrite(folder, written, rebased.deleted)
