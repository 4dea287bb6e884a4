"""What `check` does: all problems, or only those of some files, one of which can come from standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import click

from lrt_site import checking, custody, problems
from lrt_site.cli.frames import STYLES
from lrt_site.cli.looking import look
from lrt_site.cli.reading import nothing_found, template_problems
from lrt_site.frozen import dataclass
from lrt_site.ledger.naming import publications_in
from lrt_site.problems import LrtSiteError, Problem
from lrt_site.reporting import lines_of

TYPED = Path("-")
"""What stands for a file whose text comes from standard input."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read of a folder with content, and what is wrong with it."""

    folder: Path
    texts: Mapping[str, str]
    chosen: tuple[PurePosixPath, ...]
    """The files that were asked for; none where all are."""
    problems: tuple[Problem, ...]
    is_typed: bool
    has_publications: bool
    reminder: str
    """What an editor has to know beside the problems."""

    @property
    def root(self) -> PurePosixPath:
        """The folder, as problems name it."""
        return PurePosixPath(self.folder.as_posix())

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems of what was asked for."""
        return tuple(problem for problem in self.problems if not self.chosen or problem.file in self.chosen)


def found_in(content: Path, named: Sequence[Path], place: Path | None) -> Checked:
    """What is wrong. `named` is a folder with content, some files of it, or `TYPED` for `place`."""
    folders = [path for path in named if path.is_dir()]
    if folders and len(named) > 1:
        raise LrtSiteError(f"Noem één map, of alleen bestanden. '{folders[0]}' is een map.")
    folder = folders[0] if folders else content
    chosen = () if folders else tuple(_chosen(named, place, folder))
    return _found(folder, chosen, sys.stdin.buffer.read() if TYPED in named else None)


def check(found: Checked, style: str, *, plainly: bool) -> int:
    """Print the problems; the exit code: 1 where one of them keeps the content from being published.

    With `plainly` also hints for plain language, which keep nothing from being published.
    """
    told = found.told
    hints = checking.hints(found.texts, found.root) if plainly else ()
    shown = tuple(sorted({*told, *(hint for hint in hints if not found.chosen or hint.file in found.chosen)}))
    click.echo(STYLES[style](shown, lines_of(found.texts, found.root)), nl=False)
    if style == "text":
        click.echo(problems.counted(told), err=True)
        if others := len(found.problems) - len(told):
            click.echo(f"In andere bestanden: {others}. U ziet die met: lrt-site check", err=True)
        for ease in checking.reading_ease(found.texts) if plainly else ():
            click.echo(ease, err=True)
        click.echo(found.reminder, nl=False, err=True)
        if not (found.problems or found.has_publications or found.chosen):
            click.echo(nothing_found(found.folder), err=True)
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


def _found(folder: Path, chosen: tuple[PurePosixPath, ...], typed: bytes | None) -> Checked:
    root = PurePosixPath(folder.as_posix())
    seen = look(folder, {} if typed is None else {str(chosen[0].relative_to(root)): typed})
    templates = () if chosen else template_problems(folder)
    withdrawn = seen.history.withdrawals and not chosen
    reminder = (
        custody.reminder(checking.read(seen.texts, seen.root, seen.memory.files), seen.history) if withdrawn else ""
    )
    found = tuple(sorted({*seen.problems, *templates}))
    return Checked(folder, seen.texts, chosen, found, typed is not None, bool(publications_in(seen.ledger)), reminder)
