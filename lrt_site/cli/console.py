"""What all commands share: their options, how they stop, and which problems they show."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import ParamSpec, TypeVar

import click

from lrt_site import builtin, folders, problems, system_calls
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
        from lrt_site.model.dates import PartialDate

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


def agreed(question: str) -> bool:
    """Whether an editor says yes to a question; to say nothing is no."""
    try:
        answer: str = click.prompt(f"{question} (j/n)", default="n", show_default=False)
    except click.Abort:
        return False
    return answer.strip().casefold() in ("j", "ja", "y", "yes")


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
