"""What there is to show, as who serves it needs to know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

from lrt_site.frozen import dataclass
from lrt_site.problems import Problem


@dataclass(frozen=True, slots=True)
class LastSaved:
    """Where the record stands that was written last."""

    number: int = 0
    """Grows whenever a record was written, also the same one again."""
    address: str = ""
    """Empty while none was."""
    title: str = ""
    """The title of its page."""


class Shown(Protocol):
    """A site that is written while it is shown. None of this raises: what goes wrong is a problem.

    All is called in one thread, never two at a time, but for `beside`, which is called in another.
    """

    @property
    def version(self) -> int:
        """Grows whenever something else is to be shown."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, as far as it is known by now."""
        ...

    @property
    def saved(self) -> LastSaved:
        """What was written last."""
        ...

    def watched(self) -> Sequence[Path]:
        """The files and folders that it is made from, whether they are there or not."""
        ...

    def renew(self, changed: frozenset[Path]) -> None:
        """Take what is written now; `changed` is what is known to have changed."""
        ...

    def made(self, path: str) -> str | bytes | None:
        """The file at a path of the site; nothing where there is none, or none that can be made."""
        ...

    def failed(self, path: str) -> bool:
        """Whether the file at a path cannot be made of the newest state."""
        ...

    def behind(self, path: str) -> str:
        """That the file at a path does not show the newest state, in a Dutch sentence; empty where it does."""
        ...

    def place_of(self, problem: Problem) -> str:
        """The path of the page that shows what a problem is about; empty where none does."""
        ...

    def lines(self, file: PurePosixPath) -> Sequence[str]:
        """The lines of a file as they are written now; none of a file that cannot be read."""
        ...

    def explanation(self, code: str) -> str:
        """The address at which the handbook explains a code; empty where there is no such place."""
        ...

    def checking(self) -> Iterator[None]:
        """Find what is wrong with what `renew` took, in short steps."""
        ...

    def beside(self) -> bool:
        """Make what stands apart from the rest, if it changed; whether `renew` then has to take it."""
        ...
