"""`import-csv`: what a spreadsheet saved becomes a file of figures, after its difference has been read."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path, PurePosixPath

import click

from lrt_site import files
from lrt_site.problems import as_text, counted
from lrt_site.schema import FIGURES, imported
from lrt_site.suggestions import fold


def import_csv(content: Path, file: Path, *, write: bool) -> bool:
    """Show what a file would become, and write it where that is asked; whether it could be understood."""
    made = imported(PurePosixPath(file.as_posix()), files.read_file(file))
    if made.problems:
        click.echo(as_text(made.problems), nl=False)
        click.echo(f"{counted(made.problems)} Er is niets geschreven.", err=True)
        return False
    folder = content / FIGURES
    inside = file.absolute().parent == folder.absolute()
    target = file if inside else folder / f"{fold(file.stem)}.csv"
    old = files.read_file(target).decode("utf-8", "replace") if target.is_file() else ""
    if old == made.text:
        click.echo(f"'{target}' is al goed.")
        return True
    lines = unified_diff(old.splitlines(), made.text.splitlines(), f"{target} (nu)", f"{target} (straks)", lineterm="")
    click.echo("\n".join(lines))
    if write:
        files.replace_text(target, made.text)
        click.echo(f"Geschreven: '{target}'. Voer nu uit: lrt-site check", err=True)
    else:
        click.echo(f"Er is nog niets geschreven. Klopt dit? Voer uit: lrt-site import-csv {file} --write", err=True)
    return True
