"""An editor at work in a small content tree of a fictitious table: what tests of publishing share."""

import multiprocessing
import os
import re
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, contextmanager
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from signal import SIG_DFL, SIG_IGN, SIGKILL, SIGXFSZ, signal
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from lrt_site.cli import main
from tests.tools.small import SMALL

ROOT = Path(__file__).parents[2]
PROCESSES = multiprocessing.get_context("forkserver")
"""Forks of a process that has imported the program: each starts in no time, and shares nothing with the tests."""
_COMMANDS = [f"lrt_site.cli.{name}" for name in ("main", "building", "custody", "init", "publishing", "reminder")]
PROCESSES.set_forkserver_preload(["__main__", *_COMMANDS, "tests.tools.warm"])
STEPS = {"os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}
"""What a process can do to files, as Python calls it, besides locking them and opening them to write."""


def write_small(folder: Path) -> Path:
    """Write the small tree into a folder."""
    for name, text in SMALL.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def working(
    *arguments: str | Path,
    out: Path,
    err: Path,
    fatal_step: int | None = None,
    room: int | None = None,
    fatal_room: int | None = None,
) -> ForkServerProcess:
    """Start `lrt-site` in a process of its own, as an editor would from the root of the repository.

    It has begun with the command when this returns. What it prints comes in two files. It dies by SIGKILL just before
    the fatal step, counted in what it changes in the ledger. `room` is the most bytes that a file may get; where it is
    fatal, the process dies of one more, by SIGXFSZ, and leaves half a file.
    """
    begun, beginning = PROCESSES.Pipe(duplex=False)
    told = ([str(argument) for argument in arguments], out, err, beginning, fatal_step, room, fatal_room)
    process = PROCESSES.Process(target=_work, args=told)
    process.start()
    with begun:
        beginning.close()
        begun.recv()
    return process


@contextmanager
def halted(*arguments: str | Path, out: Path, err: Path, step: int) -> Iterator[ForkServerProcess | None]:
    """`lrt-site` that waits just before this step while the block lasts, and is done after it; None if it was before.

    Steps are counted in what it changes in the ledger.
    """
    here, there = PROCESSES.Pipe()
    told = ([str(argument) for argument in arguments], out, err, there, step)
    process = PROCESSES.Process(target=_work_until, args=told)
    process.start()
    with here:
        there.close()
        try:
            here.recv()
        except EOFError:
            yield None
        else:
            yield process
            here.send(None)
        process.join()


def run(*arguments: str | Path) -> CompletedProcess[str]:
    """Run `lrt-site` as an editor would, from the root of the repository.

    Here, which is sooner done; a build in a process of its own, as it starts others.
    """
    if arguments[0] == "build":
        return _run_apart(*arguments)
    with chdir(ROOT):
        told = [str(argument) for argument in arguments]
        done = CliRunner().invoke(main, told, prog_name="lrt-site", catch_exceptions=False)
    return CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def _run_apart(*arguments: str | Path) -> CompletedProcess[str]:
    with TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        process = working(*arguments, out=out, err=err)
        process.join()
        assert process.exitcode is not None
        return CompletedProcess(arguments, process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))


def _work(
    arguments: Sequence[str],
    out: Path,
    err: Path,
    beginning: Connection,
    fatal_step: int | None,
    room: int | None,
    fatal_room: int | None,
) -> None:
    _say_into(out, err)
    if fatal_step is not None:
        sys.addaudithook(before_step(fatal_step, lambda: os.kill(os.getpid(), SIGKILL)))
    with beginning:
        beginning.send(None)
    for most, then in ((room, SIG_IGN), (fatal_room, SIG_DFL)):  # Ignored, it is an error, as a full disk is.
        if most is not None:
            signal(SIGXFSZ, then)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    main(arguments, prog_name="lrt-site")


def _work_until(arguments: Sequence[str], out: Path, err: Path, other: Connection, step: int) -> None:
    def wait() -> None:
        other.send(None)
        other.recv()

    _say_into(out, err)
    sys.addaudithook(before_step(step, wait))
    main(arguments, prog_name="lrt-site")


def _say_into(out: Path, err: Path) -> None:
    """Let this process print into these files, from the root of the repository; both begin empty."""
    os.chdir(ROOT)
    for path, stream in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)


def before_step(
    step: int, deed: Callable[[], None], within: str = "publications"
) -> Callable[[str, tuple[object, ...]], None]:
    """What does this deed just before that step of this process, counted in what it changes within a folder."""
    steps = count(1)

    def watch(event: str, given: tuple[object, ...]) -> None:
        writes = event in STEPS or (event == "open" and isinstance(given[2], int) and given[2] & os.O_ACCMODE)
        is_within = writes and any(within in str(item) for item in given)
        if (is_within or event == "fcntl.flock") and next(steps) == step:
            deed()

    return watch


def lrt_site(*arguments: str | Path) -> str:
    """What `lrt-site` prints when all goes well, as it must here."""
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def edit(path: Path, before: str, after: str, *, once: bool = False) -> None:
    """Replace words that stand in a file, everywhere or only where they stand first."""
    text = path.read_text("utf-8")
    assert before in text, f"{path.name} has no {before!r}"
    path.write_text(text.replace(before, after, 1 if once else -1), "utf-8")


def draft_of(content: Path) -> Path:
    """Where the draft of the coming publication stands."""
    return content / "publications" / "draft.yml"


def fill_in(content: Path, title: str = "Fictieve publicatie", note: str = "Er is iets verzonnen.") -> None:
    """Complete the draft: a title, and a note wherever one is asked for."""
    path = draft_of(content)
    text = re.sub(r"^title:$", f'title: "{title}"', path.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(\s*)note:$", rf'\1note: "{note}"', text, flags=re.MULTILINE)
    path.write_text(text, "utf-8")


def publish(content: Path, on: str, note: str = "Er is iets verzonnen.") -> Path:
    """Draft, complete and seal a publication on a day; its folder."""
    known = set(publications(content))
    lrt_site("publish", "--draft", "--content", content, "--date", on)
    fill_in(content, note=note)
    lrt_site("publish", "--content", content)
    (name,) = set(publications(content)) - known
    return content / "publications" / name


def publications(content: Path) -> list[str]:
    """The names of what was published, as the folders say."""
    folder = content / "publications"
    return sorted(path.parent.name for path in folder.glob("[0-9]*/publication.json"))


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
