"""What all commands share: how they stop, which problems they show, and where the content is."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import ParamSpec, TypeVar

import click

from lrt_site import builtin, files, folders, handbook, problems, system_calls, templating
from lrt_site.ledger.naming import publications_in, withdrawals_in
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import LEDGER
from lrt_site.problems import BrokenTemplateError, LrtSiteError, Problem, UnfitError

P = ParamSpec("P")
T = TypeVar("T")

content_option = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content"),
    show_default=True,
    help="De map met de inhoud.",
)
first_option = click.option("--first", is_flag=True, help="Er is nog niets gepubliceerd, en dat klopt.")


def signing_options(command: Callable[P, T]) -> Callable[P, T]:
    """The options of a command that can sign what it makes."""
    key = click.option("--sign", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Een SSH-sleutel.")
    return key(click.option("--signer", help="Wie er tekent, zoals in 'allowed_signers'.")(command))


def refuse_half_signed(sign: Path | None, signer: str | None) -> None:
    """LrtSiteError where a key is given and not whose it is, or the other way round."""
    if (sign is None) != (signer is None):
        raise LrtSiteError("Geef '--sign' en '--signer' samen: de sleutel, en de naam van wie tekent.")


def today() -> date:
    """The day on which a command is given, where it is given."""
    return datetime.now().astimezone().date()


class Stop(click.ClickException):
    """A message for the editor and exit code 2, never a traceback."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the message on standard error."""
        click.echo(f"lrt-site: {self.message}", err=True)


_WORKER_GONE = (
    "Een deel van het programma is gestopt door de computer. Misschien was er te weinig geheugen. Sluit andere "
    "programma's, en probeer het opnieuw."
)


@contextmanager
def _stopped_alike() -> Iterator[None]:
    """Let every signal that asks to stop be what Ctrl+C is: whatever was made until then is cleared away."""

    def stop(signal_number: int, _: object) -> None:
        raise KeyboardInterrupt(signal_number)

    asked = [number for number in system_calls.STOPPING if signal.getsignal(number) == signal.SIG_DFL]
    is_main = threading.current_thread() is threading.main_thread()
    before = {number: signal.signal(number, stop) for number in asked if is_main}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Day(click.ParamType[date]):
    """A day as an option takes it; whatever else is given, is told in Dutch."""

    name = "dag"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 - click's signature
        """The day, or a stop that names the option and what is wrong."""
        if isinstance(value, date):
            return value
        option = f"Bij '{param.opts[0]}': " if param else ""
        try:
            day = PartialDate(value)
        except ValueError as wrong:
            what, _, _ = str(wrong).partition(";")
            raise Stop(f"{option}{what}. {_AS_DAY}") from wrong
        if not day.is_day:
            raise Stop(f"{option}'{value}' is geen dag. {_AS_DAY}")
        return day.earliest


_AS_DAY = "Schrijf een dag als jjjj-mm-dd, zoals 2026-07-01."


class Problems(click.ClickException):
    """Problems in the content: all of them on standard error, and exit code 1."""

    def __init__(self, found: tuple[Problem, ...], outcome: str = "De site is niet gemaakt.") -> None:
        super().__init__("")
        self.found = found
        self.outcome = outcome

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the problems, how many they are, and what was not done."""
        click.echo(problems.as_text(self.found), nl=False, err=True)
        click.echo(f"{problems.counted(self.found)} {self.outcome}", err=True)


def speaking_plainly(command: Callable[P, T]) -> Callable[P, T]:
    """A command that stops with a sentence where it cannot go on."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with _stopped_alike():
                return command(*args, **kwargs)
        except KeyboardInterrupt as stop:
            click.echo("lrt-site: Afgebroken voordat het klaar was.", err=True)
            raise SystemExit(128 + (stop.args or (signal.SIGINT,))[0]) from stop
        except BrokenPipeError:
            raise
        except BrokenExecutor as error:
            raise Stop(_WORKER_GONE) from error
        except (BrokenTemplateError, UnfitError) as error:
            raise Problems(problems_of(error), "Er is niets gedaan.") from error
        except LrtSiteError as error:
            raise Stop(str(error)) from error
        except OSError as error:
            what = f"'{os.fsdecode(error.filename)}'" if isinstance(error.filename, str | bytes) else "Iets"
            raise Stop(f"{what} kan niet worden gelezen of geschreven: {folders.reason_of(error)}.") from error

    return run


def problems_of(error: BrokenTemplateError | UnfitError) -> tuple[Problem, ...]:
    """What keeps a command from being done. A broken template that is not the project's is a mistake of ours."""
    if isinstance(error, UnfitError):
        return error.problems
    for folder in builtin.template_folders()[1:]:
        for name, line in error.places:
            if (folder / name).is_file():
                return (Problem(PurePosixPath(folder, name), line, 1, "template-fault", error.message),)
    raise error


def read_all(content: Path) -> tuple[Mapping[str, str], Mapping[str, bytes], tuple[Problem, ...]]:
    """The texts and the ledger of a content tree, and all that cannot be read; then the ledger may seem empty."""
    texts, unread = files.read_content(content)
    try:
        return texts, files.read_ledger(content), unread
    except UnfitError as unfit:
        return texts, {}, tuple(sorted({*unread, *unfit.problems}))


def read_templates(content: Path) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """The templates by name, and the static files by path. UnfitError where those of the project cannot be used."""
    _tell_of_others(content)
    ours, *own = builtin.template_folders()
    templates, static = files.read_templates(ours, *own)
    for folder in own:
        named = frozenset(name for name in templates if (folder / name).is_file())
        found = templating.problems_in(templates, named, PurePosixPath(folder))
        if found:
            raise UnfitError(found)
    return templates, static


def template_problems(content: Path) -> tuple[Problem, ...]:
    """What keeps the project's own templates from being used."""
    try:
        read_templates(content)
    except UnfitError as unfit:
        return unfit.problems
    return ()


def _tell_of_others(content: Path) -> None:
    """Say which templates and which handbook stand beside the content, where the command does not look for them."""
    beside = content.absolute().parent
    names = [builtin.PROJECT_TEMPLATES.name, handbook.CONFIGURATION]
    passed = [f"'{name}'" for name in names if (beside / name).exists() and not Path(name).exists()]
    if passed:
        stand = "staat" if len(passed) == 1 else "staan"
        found = f"Let op: naast '{content}' {stand} {' en '.join(passed)}, en dat doet nu niet mee."
        click.echo(f"{found} Voer het commando uit in de map waar dat staat.", err=True)


def nothing_found(content: Path) -> str:
    """That there is no publication, and what that can mean."""
    return (
        f"In '{content / LEDGER}' is geen publicatie gevonden. Is er al gepubliceerd? Dan is het register zoek: "
        "zet die map terug uit git."
    )


def expect_published(content: Path, ledger: Mapping[str, bytes], *, first: bool) -> None:
    """Stop where nothing seems to be published, unless that is so; and where that is said and is not so."""
    published = publications_in(ledger)
    if not published and not first:
        raise LrtSiteError(
            f"{nothing_found(content)} Is er nog nooit gepubliceerd? Geef dan ook '--first': u krijgt een voorbeeld."
        )
    if first and (published or withdrawals_in(ledger)):
        raise LrtSiteError(
            "Er is al gepubliceerd. Laat '--first' weg: dat is alleen voor de eerste keer. Haal het ook weg uit het "
            "bestand dat de site automatisch bouwt."
        )
