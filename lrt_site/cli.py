"""The commands: each reads, calls one pure function, prints and chooses the exit code.

Exit codes: 0 all is well, 1 there are problems in what editors write, 2 wrong use.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

import click

from lrt_site import files, pipeline, problems
from lrt_site.problems import LrtSiteError, Problem

P = ParamSpec("P")
T = TypeVar("T")

TEMPLATES = Path("templates")


class _Stop(click.ClickException):
    """A message for the editor and exit code 2, never a traceback."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        click.echo(f"lrt-site: {self.message}", err=True)


def _speaking_plainly(command: Callable[P, T]) -> Callable[P, T]:
    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except LrtSiteError as error:
            raise _Stop(str(error)) from error
        except OSError as error:
            raise _Stop(f"'{error.filename}' kan niet worden gelezen of geschreven: {error.strerror}.") from error

    return run


content_option = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="De map met de inhoud.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lrt-site", message="%(version)s")
def main() -> None:
    """Maak van records in git een openbare site."""


@main.command()
@content_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="De map voor de site.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="De dag waarop de site spreekt; anders de dag waarop de bronnen zijn gecontroleerd.",
)
@click.option("--handbook/--no-handbook", default=True, help="Bouw ook het handboek.")
@_speaking_plainly
def build(content: Path, site_dir: Path, as_of: datetime | None, handbook: bool) -> None:
    """Bouw de hele site, met gegevens en handboek."""
    gc.disable()  # A build makes values and ends: looking for cycles finds none and costs a fifth of the time.
    made, found = _built(content, as_of.date() if as_of else None, workers=os.cpu_count() or 1)
    if found:
        raise _Problems(found)
    with files.replacing(site_dir) as fresh:
        files.write(fresh, made.files)
        in_handbook = _Handbook(fresh / "handboek").rebuilt() if handbook else ()
        if in_handbook:
            raise _Problems(in_handbook)
    click.echo(f"{made.records} records, {made.pages} pagina's in '{site_dir}'.")


@main.command()
@content_option
@click.argument("folder", metavar="[MAP]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "style", type=click.Choice(sorted(problems.STYLES)), default="text", help="De vorm.")
@_speaking_plainly
def check(content: Path, folder: Path | None, style: str) -> None:
    """Controleer alle inhoud en noem alle problemen.

    MAP is de map met de inhoud, als dat een andere is dan die van --content.
    """
    root = folder or content
    texts, unread = files.read_content(root)
    found = tuple(sorted({*unread, *pipeline.check(texts, root=PurePosixPath(root.as_posix()))}))
    click.echo(problems.STYLES[style](found), nl=False)
    if style == "text":
        click.echo(problems.counted(found), err=True)
    raise SystemExit(1 if found else 0)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="De poort.")
@content_option
@_speaking_plainly
def serve(content: Path, port: int) -> None:
    """Toon de site terwijl u schrijft; elke wijziging ververst de pagina."""
    from lrt_site import serve as server  # the web server takes a fifth of a second to import

    with TemporaryDirectory() as folder:
        handbook = _Handbook(Path(folder) / "handboek")

        def rebuild(changed: frozenset[Path]) -> server.Preview:
            made, found = _built(content, None)
            found = found or handbook.rebuilt(changed)
            click.echo(problems.as_text(found) if found else f"{made.pages} pagina's.", err=True)
            return server.Preview({**made.files, **handbook.files()}, problems.as_text(found))

        click.echo(f"Open http://127.0.0.1:{port}/ en stop met Ctrl+C.", err=True)
        server.serve(rebuild, (content, TEMPLATES, *handbook.watched[:2]), port)


@main.command()
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/schema"),
    show_default=True,
    help="De map voor de schema's.",
)
@_speaking_plainly
def schema(into: Path) -> None:
    """Schrijf de JSON Schema's van wat redacteuren schrijven en van wat wij publiceren."""
    made = pipeline.schemas()
    files.write(into, made)
    click.echo(f"{len(made)} schema's in '{into}'.")


class _Handbook:
    """The handbook of the project in the current folder."""

    watched = (Path("docs"), Path("mkdocs.yml"), TEMPLATES / "handbook", TEMPLATES / "static")

    def __init__(self, into: Path) -> None:
        self.into = into
        self._made = False

    def rebuilt(self, changed: frozenset[Path] | None = None) -> tuple[Problem, ...]:
        """Build the handbook, unless none of what changed belongs to it."""
        sources = [path.resolve() for path in self.watched]
        touched = any(path.resolve().is_relative_to(source) for path in changed or () for source in sources)
        if self._made and not touched:
            return ()
        from lrt_site import handbook  # MkDocs takes a third of a second to import

        click.echo("Handboek maken", err=True)
        self._made = True
        return handbook.build(Path.cwd(), self.into)

    def files(self) -> dict[str, bytes]:
        """The files of the handbook by their path on the site."""
        return files.read_tree(self.into, below="handboek")


class _Problems(click.ClickException):
    """Problems in the content: all of them on standard error, and exit code 1."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        super().__init__("")
        self.found = found

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        click.echo(problems.as_text(self.found), nl=False, err=True)
        click.echo(f"{problems.counted(self.found)} De site is niet gemaakt.", err=True)


def _built(content: Path, as_of: date | None, workers: int = 1) -> tuple[pipeline.Build, tuple[Problem, ...]]:
    texts, unread = files.read_content(content)
    templates, static = files.read_templates(TEMPLATES)
    made = pipeline.build(
        texts,
        templates,
        static,
        root=PurePosixPath(content.as_posix()),
        as_of=as_of,
        workers=workers,
        progress=lambda step: click.echo(step, err=True),
    )
    return made, tuple(sorted({*unread, *made.problems}))
