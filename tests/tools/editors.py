"""An editor at work in a small content tree of a fictitious table: what tests of publishing share."""

import multiprocessing
import os
import re
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from lrt_site import cli

ROOT = Path(__file__).parents[2]
_PROCESSES = multiprocessing.get_context("forkserver")
"""Forks of a process that has imported the program: each starts in no time, and shares nothing with the tests."""
_PROCESSES.set_forkserver_preload(["__main__", "lrt_site.cli"])

MEETING = "m-2025-03-11"
"""A meeting in the small tree."""
PAGE = "fictie"
"""A page of text in the small tree."""
FIRST = "2026-01-15"
"""The name of its first publication, where it has one."""

SMALL: Mapping[str, str] = {
    "site.yml": (
        "id: site\ntitle: Fictieve tafel\ntagline: Alles hier is fictief\naddress: https://fictief.example/\n"
        "fictitious: true\nsources_checked_on: 2026-01-15\n"
    ),
    "table.yml": (
        "id: fictieve-tafel\nname: Fictieve Tafel\n"
        "founded: {id: opgericht, text: De fictieve tafel begon in 2015., as_shown_at: 2015, source: s-fictief}\n"
        "names:\n  - {id: naam, name: Fictieve Tafel, source: s-fictief}\n"
        "purposes:\n  - {id: doel, text: De fictieve tafel overlegt., source: s-fictief}\n"
        "frequencies:\n  - {id: ritme, rule: twee keer per jaar, source: s-fictief}\n"
        "topics:\n  - {id: ond-fictie, name: fictie, text: Wat verzonnen is., source: s-fictief}\n"
    ),
    "sources.yml": "sources:\n  - {id: s-fictief, title: Fictief stuk, publisher: Fictieve Uitgever, kind: overig}\n",
    "participants.yml": (
        "organisations:\n"
        "  - {id: org-a, name: Fictieve Organisatie A, short: FOA, classification: overig, source: s-fictief}\n"
        "  - {id: org-b, name: Fictieve Organisatie B, short: FOB, classification: overig, source: s-fictief}\n"
        "persons:\n"
        "  - {id: p-a, name: A. Fictief, roles: [{role: fictief lid, as_shown_at: 2025, source: s-fictief}]}\n"
        "  - {id: p-b, name: B. Fictief, roles: [{role: fictief lid, as_shown_at: 2025, source: s-fictief}]}\n"
    ),
    f"meetings/{MEETING}.md": (
        f"---\nid: {MEETING}\ntable: fictieve-tafel\ntable_name: Fictieve Tafel\ndate: 2025-03-11\n"
        "attendance:\n  - person: p-a\n    organisation: org-a\n  - person: p-b\n    organisation: org-b\n"
        "agenda:\n  - title: Fictie\n    topic: ond-fictie\n    discussed:\n      - De tafel sprak over fictie.\n"
        "source: s-fictief\n---\n\nDe deelnemers spraken over verzonnen zaken.\n"
    ),
    f"pages/{PAGE}.md": (
        f"---\nid: {PAGE}\ntitle: Over deze fictie\nsummary: Dit is verzonnen.\n---\n\n"
        "Alles op deze site is verzonnen.\n"
    ),
}
"""A whole content tree of nine records, by path."""


def write_small(folder: Path) -> Path:
    """Write the small tree into a folder."""
    for name, text in SMALL.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def working(*arguments: str | Path, out: Path, err: Path) -> ForkServerProcess:
    """Start `lrt-site` in a process of its own, as an editor would from the root of the repository.

    What it prints comes in two files.
    """
    process = _PROCESSES.Process(target=_work, args=([str(one) for one in arguments], out, err))
    process.start()
    return process


def run(*arguments: str | Path) -> CompletedProcess[str]:
    """Run `lrt-site` as an editor would, from the root of the repository."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        process = working(*arguments, out=out, err=err)
        process.join()
        assert process.exitcode is not None
        return CompletedProcess(arguments, process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))


def _work(arguments: Sequence[str], out: Path, err: Path) -> None:
    os.chdir(ROOT)
    for path, stream in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    cli.main(arguments, prog_name="lrt-site")


def lrt_site(*arguments: str | Path) -> str:
    """What `lrt-site` prints when all goes well, as it must here."""
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def edit(path: Path, before: str, after: str) -> None:
    """Replace words that stand in a file."""
    text = path.read_text("utf-8")
    assert before in text, f"{path.name} has no {before!r}"
    path.write_text(text.replace(before, after), "utf-8")


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
