"""`python -m benchmarks.broken_inputs`: how long a check takes of content in which something went badly wrong.

Each broken input is put into a copy of the fictitious content, one at a time. Its check runs between two checks of the
content as it was, in processes of their own with an empty cache: what is told is how much more processor time it takes,
in seconds and as a ratio. Marked is a check that takes a second more, changes a file, or ends with neither 1 nor, where
nothing is wrong with a text but its length, 0.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from benchmarks.measuring import PROGRAMS, ROOT
from lrt_site.document.bounds import most_bytes

EXAMPLE = ROOT / "examples/fictief"
_MOST = 1.0
"""The seconds that a check of a broken input may take beyond one of the content as it was."""
_PATIENCE = "20"
"""The seconds after which nobody waits any longer."""
_MEETING = "meetings/m-2025-03-13.md"
_PAGE = "pages/methode.md"
_SOURCES = "sources.yml"
_FIGURES = "figures/reizigers.csv"
_HEADER = "id,part,area,period,value,qualifier,unit,status,vintage,as_shown_at,source,derived,note\n"

Text = Callable[[int], str | bytes]
"""What makes a text of so many bytes."""
Write = Callable[[Path], None]
"""What puts something broken into a content tree."""


def rows(row: str, head: str = "", tail: str = "") -> Text:
    """A text of lines that are the same but for their number, at `%d` and `%s`."""

    def made(size: int) -> str:
        written: list[str] = []
        room = size - len(head) - len(tail)
        while room > 0:
            written.append(row.replace("%d", str(len(written))))
            room -= len(written[-1].encode())
        return head + "".join(written[:-1]) + tail

    return made


def long(sign: str, head: str = "", tail: str = "\n") -> Text:
    """A text that goes on and on with the same signs."""
    return lambda size: head + sign * ((size - len(head) - len(tail)) // len(sign.encode())) + tail


def below(text: Text, file: str = _PAGE) -> Text:
    """A text below the fields of a file of the example."""
    return lambda size: _fields(file) + str(text(size - len(_fields(file))))


def wide(size: int) -> str:
    """A table with thousands of columns."""
    columns = min(5000, size // 100)
    return f"{'| a ' * columns}|\n{'|---' * columns}|\n" + f"{'| b ' * columns}|\n" * (size // columns // 4)


def shuffled(size: int) -> bytes:
    """Bytes without any order."""
    return b"".join(sha256(b"%d" % number).digest() for number in range(size // 32))


def laughing(size: int) -> str:
    """References to references, each to ten of those before, and enough of them to fill a file."""
    levels = "".join(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 10)}]\n" for level in range(1, 12))
    return "l0: &l0 lol\n" + levels + "rest:\n" + "  - *l11\n" * ((size - 700) // 9)


def _fields(file: str) -> str:
    return "---\n" + (EXAMPLE / file).read_text("utf-8").split("---\n")[1] + "---\n\n"


def _head(file: str) -> str:
    return (EXAMPLE / file).read_text("utf-8")


TEXTS: Mapping[str, tuple[str, Text]] = {
    "list under a wrong key": (_SOURCES, rows("  - id: s-%d\n", "bronnen:\n")),
    "list of texts": (_SOURCES, rows("  - een\n", "sources:\n")),
    "records without fields": (_SOURCES, rows("  - id: s-%d\n", "sources:\n")),
    "records with unknown fields": (_SOURCES, rows("  - {id: s-%d, titel: t, soort: x, datum: d}\n", "sources:\n")),
    "the same record": (_SOURCES, rows("  - {id: s, title: t, publisher: p, kind: webpagina}\n", "sources:\n")),
    "unknown sources": (
        "figures/series.yml",
        rows("  - {id: r-%d, title: Een titel, unit: reizigers, description: Iets., source: s-x}\n", "series:\n"),
    ),
    "empty values": (_SOURCES, rows("  - id: s-%d\n    title:\n", "sources:\n")),
    "remarks behind values": (_SOURCES, rows("  - id: s-%d # x\n", "sources:\n")),
    "duplicate keys": (_SOURCES, rows("title: x\n")),
    "duplicate lists": (_SOURCES, rows("sources:\n  - id: s-%d\n")),
    "unknown keys": (_SOURCES, rows("k%d: v\n")),
    "nested brackets": (_SOURCES, long("[", "sources: ")),
    "nested fields": (_SOURCES, lambda size: "".join(f"{' ' * n}a:\n" for n in range(int((2 * size) ** 0.5)))),
    "nested items": (_SOURCES, long("- ", "sources:\n", "x\n")),
    "references": (_SOURCES, rows("  - &a%d x\n", "sources:\n")),
    "references to references": (_SOURCES, laughing),
    "labels": (_SOURCES, rows("  - !a%d x\n", "sources:\n")),
    "documents": (_SOURCES, rows("---\na: b\n")),
    "tabs": (_SOURCES, rows("\tid:\ts-%d\n", "sources:\n")),
    "broken lines": (_SOURCES, rows("  - title: a: b: %d\n", "sources:\n")),
    "lines without a colon": (_SOURCES, rows("titel %d\n", "sources:\n")),
    "lines with a sign": (_SOURCES, rows("  - @x%d\n", "sources:\n")),
    "lines that stand wrong": (_SOURCES, rows("  - id: s-%d\n   title: x\n", "sources:\n")),
    "quote never closed": (_SOURCES, rows("  - id: s-%d\n", 'sources:\n  - title: "x\n')),
    "bracket never closed": (_SOURCES, rows("  - id: s-%d\n", "sources: [\n")),
    "one line": (_SOURCES, long("x ", "sources: ")),
    "one word": (_SOURCES, long("x")),
    "one line with colons": (_SOURCES, long("a: ", "sources: ")),
    "one line of quotes": (_SOURCES, long("\"'", "sources: ")),
    "one line of apostrophes": (_SOURCES, long("'", "sources: ")),
    "one line of unseen signs": (_SOURCES, long("\u200b", "sources: ")),
    "empty lines": (_SOURCES, long("\n")),
    "spaces": (_SOURCES, long(" ")),
    "remarks": (_SOURCES, rows("# %d\n")),
    "conflicts": (_SOURCES, rows("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x%d\n")),
    "conflicts without ends": (_SOURCES, rows("<<<<<<< HEAD\n")),
    "ends of conflicts": (_SOURCES, rows(">>>>>>> x%d\n")),
    "binary": (_SOURCES, shuffled),
    "UTF-16": (_SOURCES, lambda size: (_head(_SOURCES) * (size // 2 // len(_head(_SOURCES)))).encode("utf-16")),
    "NULs": (_SOURCES, long("\0")),
    "lines with NULs": (_SOURCES, rows("a: \0\n")),
    "private signs": (_SOURCES, rows("\uf0b7 x%d\n")),
    "no fields and a text": (_MEETING, rows("Een regel %d.\n\n")),
    "fields never closed": (_MEETING, rows("a%d: x\n", "---\n")),
    "agenda without end": (
        _MEETING,
        lambda size: _fields(_MEETING).removesuffix("---\n\n") + str(rows("  - titel: x %d\n")(size)) + "---\n",
    ),
    "CSV of too many cells": (_FIGURES, rows("f-%d,,,2024,1,,r,d,2025,,s,,,,\n", _HEADER)),
    "CSV of too few cells": (_FIGURES, rows("f-%d,2024,1\n", _HEADER)),
    "CSV of unknown words": (_FIGURES, rows("f-%d,,,x,y,z,r,d,v,,s,q,\n", _HEADER)),
    "CSV of unknown sources": (_FIGURES, rows("f-%d,,,2024,1,,r,definitief,2025-06,,s-x,,\n", _HEADER)),
    "CSV of one id": (_FIGURES, rows("f,,,2024,1,,r,definitief,2025-06,,s-jaarverslag-2024,,\n", _HEADER)),
    "CSV with one large cell": (_FIGURES, long("x ", _HEADER + 'f,,,2024,1,,r,definitief,2025-06,,s,,"', '"\n')),
    "CSV with a quote never closed": (_FIGURES, rows("f-%d,,,2024,1\n", _HEADER + 'f,,,2024,1,,"r\n')),
    "CSV with quotes in cells": (_FIGURES, rows('f-%d,,,2024,1,,"r"x,d,2025,,s,,\n', _HEADER)),
    "CSV of commas": (_FIGURES, long(",", _HEADER)),
    "CSV of quotes": (_FIGURES, long('"', _HEADER)),
    "CSV with columns": (_FIGURES, long("kolom,")),
    "CSV with semicolons": (_FIGURES, rows("f-%d;;;2024;1\n", _HEADER.replace(",", ";"))),
    "CSV of empty rows": (_FIGURES, long("\n", _HEADER)),
    "report": (_MEETING, below(rows("De tafel sprak over de boot, keer %d, en besloot niets.\n\n"), _MEETING)),
    "footnotes": (_PAGE, below(rows("Zie [^%d].\n\n[^%d]: Noot.\n\n"))),
    "links to nowhere": (_PAGE, below(rows("[woord](x-%d) en\n"))),
    "links by name": (_PAGE, below(rows("[woord][x%d] en\n\n[x%d]: /nergens\n\n"))),
    "emphasis": (_PAGE, below(long("*a **b "))),
    "emphasis in lines": (_PAGE, below(rows("*a **b\n\n"))),
    "underscores": (_PAGE, below(long("_a "))),
    "open brackets": (_PAGE, below(long("["))),
    "open links": (_PAGE, below(long("[a]("))),
    "pictures": (_PAGE, below(rows("![a](b%d)\n\n"))),
    "backticks": (_PAGE, below(lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5))))),
    "HTML": (_PAGE, below(rows("<b onclick=x>%d</b>\n\n"))),
    "HTML never closed": (_PAGE, below(long("<!-- "))),
    "web addresses": (_PAGE, below(rows("https://voorbeeld.example/%d\n"))),
    "addresses of mail": (_PAGE, below(rows("Mail naam%d@voorbeeld.example of 06-12345678.\n\n"))),
    "headings": (_PAGE, below(rows("# Kop %d\n\n"))),
    "the same heading": (_PAGE, below(rows("## Kop\n\n"))),
    "wide table": (_PAGE, below(wide)),
    "long table": (_PAGE, below(rows("| a | b%d |\n", "| a | b |\n|---|---|\n"))),
    "nested quotations": (_PAGE, below(long(">", tail=" x\n"))),
    "nested lists": (_PAGE, below(lambda size: "".join(f"{'  ' * n}- x\n" for n in range(int(size**0.5))))),
    "list": (_PAGE, below(rows("- x %d\n"))),
    "entities": (_PAGE, below(long("&amp; "))),
    "one paragraph": (_PAGE, below(rows("woord %d\n"))),
    "one sentence": (_PAGE, below(long("woord "))),
    "unseen signs": (_PAGE, below(rows("a\u200bb %d\n\n"))),
    "accents apart": (_PAGE, below(long("e\u0301"))),
    "rules": (_PAGE, below(rows("---\n"))),
    "fences": (_PAGE, below(rows("```\n"))),
    "capitals": (_PAGE, below(rows("Jan de Vries vond dat %d niet kan. Ik ook!\n\n"))),
    "quoted speech": (_PAGE, below(rows("Hij zei: “Dit is %d”.\n\n"))),
    "site of keys": ("site.yml", rows("k%d: v\n")),
    "draft": ("publications/draft.yml", rows("k%d: v\n")),
}
"""Inputs of one file, by what is in it."""


def _in_each(change: Callable[[str, int], str]) -> Write:
    """Three hundred copies of the meetings, each changed."""

    def write(content: Path) -> None:
        texts = [path.read_text("utf-8") for path in sorted((content / "meetings").glob("*.md"))]
        for number in range(300):
            text = texts[number % len(texts)].replace("\nid: m-", f"\nid: m-{number}-", 1)
            name = text.partition("\nid: ")[2].partition("\n")[0]
            (content / "meetings" / f"{name}.md").write_text(change(text, number), "utf-8")

    return write


def _instead(file: str, make: Callable[[Path], object]) -> Write:
    """Something else in the place of a file."""

    def write(content: Path) -> None:
        (content / file).unlink()
        make(content / file)

    return write


def _named(name: bytes) -> Write:
    def write(content: Path) -> None:
        Path(os.fsdecode(os.fsencode(content / "meetings") + b"/" + name)).write_text("x", "utf-8")

    return write


def _folders(content: Path) -> None:
    (content / "meetings" / Path(*["a"] * 500)).mkdir(parents=True)


def _files(content: Path) -> None:
    for number in range(20_000):
        (content / f"meetings/x{number}.txt").touch()


TREES: Mapping[str, Write] = {
    "300 meetings, each with a broken line": _in_each(lambda text, _: text.replace("\n", "\na: b: c\n", 1)),
    "300 meetings, each with a field too many": _in_each(lambda text, _: text.replace("\n", "\nx: y\n", 1)),
    "300 meetings without fields": _in_each(lambda _, number: f"Tekst {number}\n"),
    "300 meetings, each with a wrong source": _in_each(lambda text, _: text.replace("source: s-", "source: x-")),
    "300 meetings, each a conflict": _in_each(lambda text, _: f"<<<<<<< a\n{text}=======\n{text}>>>>>>> b\n"),
    "300 meetings, each of one id": _in_each(lambda text, _: text.replace("\nid: ", "\nid: m-x\nnote: ", 1)),
    "20,000 files that are none of ours": _files,
    "folders in folders": _folders,
    "a link to itself": _instead(_SOURCES, lambda path: path.symlink_to(path.name)),
    "a folder for a file": _instead(_SOURCES, Path.mkdir),
    "a pipe for a file": _instead(_SOURCES, os.mkfifo),
    "an empty file": _instead(_SOURCES, Path.touch),
    "no file": _instead(_SOURCES, lambda _: None),
    "a name that is no UTF-8": _named(b"m-\xff.md"),
    "a name with a line end": _named(b"m-\n.md"),
    "a name with an escape": _named(b"m-\x1b[31m.md"),
}
"""Inputs of more than one file, or of none."""


def inputs(shares: Iterable[float]) -> Iterator[tuple[str, Write]]:
    """Every broken input by name, with what puts it into a content tree; of a file in these shares of the most."""
    for name, (file, text) in TEXTS.items():
        for share in shares:
            size = int(share * most_bytes(PurePosixPath(file)))
            yield f"{name}, {size / 1e6:.2g} MB", partial(_put, file, text, size)
    yield from TREES.items()


def _put(file: str, text: Text, size: int, content: Path) -> None:
    made = text(size)
    (content / file).write_bytes(made.encode() if isinstance(made, str) else made)


def state(folder: Path) -> str:
    """What stands in a folder, as one hash."""
    found = sha256()
    for path in sorted(folder.rglob("*")):
        found.update(os.fsencode(path))
        if path.is_file() and not path.is_symlink():
            found.update(path.read_bytes())
    return found.hexdigest()


def checked(content: Path) -> tuple[float, int, str]:
    """The processor seconds of a check, its exit code, and what it told."""
    with TemporaryDirectory() as cache:
        place = {**os.environ, "XDG_CACHE_HOME": cache}
        command = ["timeout", _PATIENCE, str(PROGRAMS / "lrt-site"), "check", str(content)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, env=place, capture_output=True, encoding="utf-8", check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, done.returncode, done.stdout + done.stderr


def main() -> None:
    """Measure each input, and print what it takes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--shares", type=float, nargs="+", default=[0.1, 0.3, 0.99, 4], help="of the most that is read"
    )
    options.add_argument("--only", default="", help="a part of the names of the inputs to measure")
    chosen = options.parse_args()
    told = [_told(name, write) for name, write in inputs(chosen.shares) if chosen.only in name]
    print(f"{len(told)} inputs, of which {sum(told)} wrong")


def _told(name: str, write: Write) -> bool:
    """Whether something was wrong with the check of an input, once it is printed."""
    with TemporaryDirectory() as folder:
        sound, broken = Path(folder) / "sound", Path(folder) / "broken"
        for content in (sound, broken):
            shutil.copytree(EXAMPLE, content)
        if "meetings" in name:
            _in_each(lambda text, _: text)(sound)
        write(broken)
        before = state(broken)
        first = checked(sound)[0]
        taken, code, said = checked(broken)
        usual = (first + checked(sound)[0]) / 2
        wrong = [f"exit code {code}"] * (code not in (0, 1)) + ["written"] * (state(broken) != before)
        wrong += ["slow"] * (taken - usual > _MOST) + ["traceback"] * ("Traceback" in said)
        print(f"{name}: {taken - usual:+.2f} s, x {taken / usual:.2f} {' '.join(wrong).upper()}".rstrip(), flush=True)
    return bool(wrong)


if __name__ == "__main__":
    main()
