"""What `publish` does: it writes the draft, and seals it."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path, PurePosixPath

import click

from lrt_site import cache_folder, custody, files, publishing
from lrt_site.cache_folder import CacheFolder
from lrt_site.cli.console import Problems, today
from lrt_site.cli.reading import nothing_found, read_all, read_templates
from lrt_site.cli.signing import signed
from lrt_site.ledger import stored
from lrt_site.model.publications import DRAFT
from lrt_site.problems import LrtSiteError


def publish(content: Path, on: date | None, key: Path | None, signer: str | None, *, draft: bool) -> None:
    """Write the draft of the coming publication, or seal it."""
    with files.locked(content) as folder:
        ready = _desk(content, "Er is niets gepubliceerd.")
        if ready.settled:
            (folder / DRAFT).unlink()
        if draft:
            _write_draft(ready, folder, on)
        else:
            _seal(content, ready, folder, on, key, signer)


def redo(content: Path, name: str, keep: str | None) -> None:
    """Make a publication, with all that follow it, a draft again."""
    before = files.read_ledger(content)
    try:
        with files.locked(content) as folder:
            _redo(content, folder, name, keep)
    finally:
        CacheFolder(cache_folder.place()).forget(before)


def _redo(content: Path, folder: Path, name: str, keep: str | None) -> None:
    texts, own, unread = read_all(content)
    if unread:
        raise Problems(unread, "Er is niets veranderd.")
    redoing = publishing.redone(texts, own, PurePosixPath(content.as_posix()), name, keep, today())
    files.replace_text(folder / DRAFT, redoing.draft)
    for path in redoing.folders:
        if path.written:
            files.rewrite(folder, path.written, path.deleted)
        else:
            files.remove_folder(folder, path.name)
    click.echo(f"Publicatie '{name}' is weer een concept, met wat u erbij schreef: '{folder / DRAFT}'.")
    click.echo("".join(f"{remark}\n" for remark in redoing.remarks), nl=False)
    ready = _desk(content, "Er is geen concept gemaakt.")
    if ready.problems:
        raise Problems(ready.problems, "Los dit eerst op. Voer daarna uit: lrt-site publish --draft")
    if ready.waits:
        _write_draft(ready, folder, None)
    else:
        click.echo(_nothing_waits(ready))


def _desk(content: Path, outcome: str) -> publishing.ComingPublication:
    texts, published, unread = read_all(content)
    if unread:
        raise Problems(unread, outcome)
    return publishing.coming_publication(texts, published, PurePosixPath(content.as_posix()))


def _nothing_waits(ready: publishing.ComingPublication) -> str:
    said = "Er is niets om te publiceren: de inhoud is gelijk aan de laatste publicatie."
    if not ready.typed:
        return said
    return f"{said} Het concept zegt iets over wat al is gepubliceerd. Verwijder het als u die woorden niet nodig hebt."


def _write_draft(ready: publishing.ComingPublication, folder: Path, on: date | None) -> None:
    if ready.problems:
        raise Problems(ready.problems, "Er is geen concept gemaakt.")
    if not ready.waits:
        raise LrtSiteError(_nothing_waits(ready))
    if ready.draft_loses:
        raise Problems(ready.draft_problems, "Het concept is niet opnieuw gemaakt, want dan ging uw tekst verloren.")
    text = publishing.drafted(ready, on, today())
    _tell_first(ready, folder)
    files.replace_text(folder / DRAFT, text)
    click.echo(f"Concept met {publishing.counted(ready.changes)} in '{folder / DRAFT}'.")
    click.echo("".join(f"{line}\n" for line in publishing.told_of_draft(ready)), nl=False)
    click.echo(custody.reminder(ready.register.records, ready.history), nl=False)


def _seal(
    content: Path,
    ready: publishing.ComingPublication,
    folder: Path,
    on: date | None,
    key: Path | None,
    signer: str | None,
) -> None:
    from lrt_site import sealing

    texts = files.read_ledger(content)
    if not ready.problems and not ready.waits:
        raise LrtSiteError(_nothing_waits(ready))
    if not ready.problems and DRAFT not in texts:
        raise LrtSiteError("Er is nog geen concept. Voer eerst uit: lrt-site publish --draft")
    publication, made, found = sealing.published(
        ready,
        texts,
        on=on,
        today=today(),
        salt=lambda: secrets.token_hex(16),
        signer=signer,
        templates=read_templates(content)[0],
    )
    if publication is None:
        raise Problems(found, "Er is niets gepubliceerd.")
    _tell_first(ready, folder)
    files.add_folder(
        folder, publication.name, made, signed(stored.ENTRY, key, signer, texts, publication.sealed or publication.date)
    )
    (folder / DRAFT).unlink()
    click.echo(f"Publicatie {publication.number} ({publication.name}): {publishing.counted(publication.changes)}.")
    click.echo(f"SHA-256 {publication.hash}")


def _tell_first(ready: publishing.ComingPublication, folder: Path) -> None:
    if not ready.history.publications:
        click.echo(nothing_found(folder.parent), err=True)
