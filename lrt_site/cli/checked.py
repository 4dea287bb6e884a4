"""What `check` does: all problems, or only those of some files, one of which can come from standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import click

from lrt_site import checking, custody, files, problems, publishing
from lrt_site.cli.console import today
from lrt_site.cli.reading import nothing_found, read_all, template_problems
from lrt_site.document import text_of
from lrt_site.ledger.naming import publications_in
from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError, Problem

TYPED = Path("-")
"""What stands for a file whose text comes from standard input."""


def check(content: Path, named: Sequence[Path], place: Path | None, style: str) -> int:
    """Print the problems; the exit code. `named` is a folder with content, some files of it, or `TYPED` for `place`."""
    folders = [path for path in named if path.is_dir()]
    if folders and len(named) > 1:
        raise LrtSiteError(f"Noem één map, of alleen bestanden. '{folders[0]}' is een map.")
    folder = folders[0] if folders else content
    chosen = [] if folders else _chosen(named, place, folder)
    typed = sys.stdin.buffer.read() if TYPED in named else None
    found, has_publications, reminder = _found(folder, chosen, typed)
    told = tuple(problem for problem in found if not chosen or problem.file in chosen)
    click.echo(problems.STYLES[style](told), nl=False)
    if style == "text":
        click.echo(problems.counted(told), err=True)
        if others := len(found) - len(told):
            click.echo(f"In andere bestanden: {others}. U ziet die met: lrt-site check", err=True)
        click.echo(reminder, nl=False, err=True)
        if not (found or has_publications or chosen):
            click.echo(nothing_found(folder), err=True)
    return 1 if told else 0


def _chosen(named: Sequence[Path], place: Path | None, folder: Path) -> list[PurePosixPath]:
    """The files whose problems are told, as problems name them. LrtSiteError for what is no file of the content."""
    if (TYPED in named) != (place is not None) or (TYPED in named and len(named) > 1):
        raise LrtSiteError("Geef '-' en '--file' samen, zonder andere bestanden: de tekst, en waar die komt te staan.")
    paths = [place] if place else list(named)
    for path in paths:
        if not (place or path.exists()):
            raise LrtSiteError(f"'{path}' bestaat niet.")
    return [_in_content(path, folder) for path in paths]


def _in_content(path: Path, folder: Path) -> PurePosixPath:
    whole, root = path.parent.resolve() / path.name, folder.resolve()
    if not whole.is_relative_to(root):
        raise LrtSiteError(f"'{path}' staat niet in de map '{folder}'. Noem met '--content' de map waar het bij hoort.")
    return PurePosixPath(folder.as_posix()) / whole.relative_to(root).as_posix()


def _found(folder: Path, chosen: Sequence[PurePosixPath], typed: bytes | None) -> tuple[tuple[Problem, ...], bool, str]:
    """All that is wrong, whether anything was published, and what the editor has to be reminded of."""
    root = PurePosixPath(folder.as_posix())
    texts, own, unread = read_all(folder)
    if typed is not None:
        texts, own = _with_typed(texts, own, str(chosen[0].relative_to(root)), typed)
        unread = tuple(problem for problem in unread if problem.file != chosen[0])
    history, faulty = custody.read(own, root / LEDGER)
    in_content = publishing.check(texts, own, history, root, unread)
    ahead = publishing.ahead_of_clock(history, root / LEDGER, today())
    templates = () if chosen else template_problems(folder)
    reminder = custody.reminder(checking.read(texts), history) if history.withdrawals and not chosen else ""
    return tuple(sorted({*faulty, *ahead, *in_content, *templates})), bool(publications_in(own)), reminder


def _with_typed(
    texts: Mapping[str, str], own: Mapping[str, bytes], name: str, typed: bytes
) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """The texts and the ledger, with what is typed in the place of one file."""
    if name.startswith(f"{LEDGER}/"):
        return texts, {**own, name.removeprefix(f"{LEDGER}/"): typed}
    return {**texts, name: text_of(typed) if name.endswith(files.CONTENT_SUFFIXES) else ""}, own
