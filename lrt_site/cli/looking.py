"""The content as an editor sees it: what is saved, with what is typed in its place, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path, PurePosixPath

from lrt_site import checking, custody, files, publishing
from lrt_site.cli.console import today
from lrt_site.cli.reading import read_all
from lrt_site.document import text_of
from lrt_site.folders import Found
from lrt_site.frozen import dataclass
from lrt_site.model.publications import LEDGER, History
from lrt_site.model.register import Register
from lrt_site.problems import Problem
from lrt_site.rereading import Rereading
from lrt_site.schema import KeptFiles, read_content


@dataclass
class Looked:
    """What is kept from one look at a folder to the next. Who hands over the same sees the same, sooner."""

    saved: Rereading = field(default_factory=Rereading)
    files: KeptFiles = field(default_factory=dict)
    readable: dict[PurePosixPath, str] = field(default_factory=dict)
    """The last text of each file that could be read."""
    ledger: Mapping[str, bytes] | None = None
    history: History = checking.NOTHING
    faulty: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What one look at a folder with content found."""

    folder: Path
    texts: Mapping[str, str]
    ledger: Mapping[str, bytes]
    unread: tuple[Problem, ...]
    memory: Looked

    @property
    def root(self) -> PurePosixPath:
        """The folder, as problems name it."""
        return PurePosixPath(self.folder.as_posix())

    @cached_property
    def history(self) -> History:
        """What was published."""
        kept = self.memory
        if kept.ledger != self.ledger:
            kept.history, kept.faulty = custody.read(self.ledger, self.root / LEDGER)
            kept.ledger = self.ledger
        return kept.history

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the content and with what was published."""
        history = self.history
        kept = self.memory.files
        in_content = publishing.check(self.texts, self.ledger, history, self.root, self.unread, kept)
        ahead = publishing.ahead_of_clock(history, self.root / LEDGER, today())
        return tuple(sorted({*self.memory.faulty, *ahead, *in_content}))

    @cached_property
    def register(self) -> Register:
        """The records; those of a file in which half a line is typed as they were when it could last be read."""
        kept, readable = self.memory.files, self.memory.readable
        readable.update({file: text for file, (text, given) in kept.items() if given.document})
        records = read_content(self.texts, self.root, (), kept).records
        broken = {path for path in self.texts if (given := kept.get(self.root / path)) and not given[1].document}
        before = {path: readable[self.root / path] for path in broken if self.root / path in readable}
        if before:
            records = read_content({**self.texts, **before}, self.root, (), {**kept}).records
        return Register.of(records)

    def lines(self, path: str) -> list[str]:
        """The lines of a file of the content, or of what is published; an empty one where it is not there."""
        if path.startswith(f"{LEDGER}/"):
            return text_of(self.ledger.get(path.removeprefix(f"{LEDGER}/"), b"")).split("\n")
        return self.texts.get(path, "").split("\n")


def look(folder: Path, typed: Mapping[str, bytes], memory: Looked | None = None) -> Seen:
    """What stands in a folder, with what is typed in the place of some of its files. LrtSiteError where it is none."""
    memory = memory or Looked()
    memory.saved = Rereading(memory.saved)
    texts, ledger, unread = read_all(folder, memory.saved)
    root = PurePosixPath(folder.as_posix())
    typed = {path: data for path, data in typed.items() if _is_ours(path)}
    unread = tuple(problem for problem in unread if str(problem.file.relative_to(root)) not in typed)
    for path, data in typed.items():
        if path.startswith(f"{LEDGER}/"):
            ledger = {**ledger, path.removeprefix(f"{LEDGER}/"): data}
        else:
            texts = {**texts, path: text_of(data) if path.endswith(files.CONTENT_SUFFIXES) else ""}
    return Seen(folder, texts, ledger, unread, memory)


def _is_ours(path: str) -> bool:
    """Whether a file of this path is part of the content, or of what is published."""
    if path.startswith(f"{LEDGER}/"):
        return not path.removeprefix(f"{LEDGER}/").startswith(".")
    within = PurePosixPath(path)
    folders = (Found(str(folder), "folder") for folder in within.parents if folder.name)
    return not any(map(files.is_no_content, (Found(path, "file"), *folders)))
