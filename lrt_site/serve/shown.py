"""What there is to show, as who serves it needs to know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from lrt_site.problems import Problem


class Shown(Protocol):
    """A site that is written while it is shown. None of this raises: what goes wrong is a problem.

    `renew`, `made` and the steps of `checking` are called in one thread, never two at a time; `beside` in another.
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
    def is_behind(self) -> bool:
        """Whether the newest state cannot be shown, so that what is shown is the last one that can."""
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

    def checking(self) -> Iterator[None]:
        """Find what is wrong with what `renew` took, in short steps."""
        ...

    def beside(self) -> bool:
        """Make what stands apart from the rest, if it changed; whether `renew` then has to take it."""
        ...
