"""What `rename` does: it shows what becomes different, asks, and writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import click

from lrt_site import custody, publishing
from lrt_site.cli.console import Problems
from lrt_site.cli.made import prompted, write
from lrt_site.cli.reading import read_all
from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError
from lrt_site.writing.renaming import Renaming, named_in_words, renamed

_NOTHING = "Er is niets geschreven."


def rename(content: Path, old: str, new: str, *, at_once: bool) -> None:
    """Let an id become another."""
    texts, own, unread = read_all(content)
    root = PurePosixPath(content.as_posix())
    history, _ = custody.read(own, root / LEDGER)

    def refuse_wrong(texts: Mapping[str, str], outcome: str) -> None:
        found = (*unread, *publishing.check(texts, own, history, root))
        if wrong := tuple(problem for problem in found if not problem.is_mild):
            raise Problems(wrong, outcome)

    refuse_wrong(texts, f"{_NOTHING} Los dit eerst op.")
    renaming = renamed(texts, old, new, frozenset(history.identifiers))
    afterwards = renaming.all_of(texts)
    refuse_wrong(afterwards, f"Zo wordt het als '{old}' straks '{new}' heet. {_NOTHING}")
    click.echo("".join(f"{line}\n" for line in _told(texts, renaming)), nl=False)
    if not at_once and prompted("Typ ja om dit te schrijven.", default="").strip().lower() != "ja":
        raise LrtSiteError(_NOTHING)
    write(content, texts, renaming.texts, renaming.moved)
    click.echo(f"Het kenmerk is nu '{new}'.")
    if still := named_in_words(afterwards, old):
        places = ", ".join(str(root / path) for path in still)
        click.echo(f"In woorden staat '{old}' er nog, want daar verandert niets vanzelf. Kijk in: {places}.")
    if history.publications and old in history.state(history.last).records:
        click.echo(
            f"'{old}' is al gepubliceerd. Het concept (lrt-site publish --draft) zegt dat het nu anders heet, met "
            "'renamed_from'. Laat dat staan, en leg het uit. Het oude adres leidt dan naar het nieuwe."
        )


def _told(texts: Mapping[str, str], renaming: Renaming) -> Iterator[str]:
    """What becomes different, line by line."""
    for path, text in renaming.texts.items():
        before = renaming.moved.get(path, path)
        if before != path:
            yield f"{before} heet straks {path}"
        old, new = texts[before].split("\n"), text.split("\n")
        for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield f"{path}, regel {begin + 1}:"
                yield from (f"  - {line.strip()}" for line in old[first:last])
                yield from (f"  + {line.strip()}" for line in new[begin:end])
