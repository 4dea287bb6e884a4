"""The handbook while it is written: built in a thread of its own, when what it is made from changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from lrt_site import handbook
from lrt_site.cli.building import HANDBOOK, Handbook, handbook_sources
from lrt_site.cli.told import told
from lrt_site.problems import Problem
from lrt_site.rereading import Rereading


class _Built(NamedTuple):
    files: Mapping[str, bytes]
    addresses: frozenset[str]


class HandbookAside:
    """The last handbook that could be built, and what keeps a newer one from being built."""

    def __init__(self) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._built = _Built({}, frozenset())
        self._reader = Rereading()
        self._sources: Mapping[str, bytes] | None = None

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of the handbook by their path on the site."""
        return self._built.files

    @property
    def addresses(self) -> frozenset[str]:
        """What pages of the site can link to."""
        return self._built.addresses

    def renew(self) -> bool:
        """Build it anew, if what it is made from changed; whether it or what is wrong with it is other than it was."""
        before = self._built, self.problems
        try:
            sources = self._read()
            if sources != self._sources:
                self._sources = sources
                self._build()
        except (Exception, SystemExit) as error:  # a hook of the project can raise anything
            self._sources = None
            self.problems = told(error, Path(handbook.CONFIGURATION))
        return before != (self._built, self.problems)

    def _build(self) -> None:
        with TemporaryDirectory() as folder:
            built = Handbook(Path(folder) / HANDBOOK)
            self.problems = built.built()
            if not self.problems:
                self._built = _Built(built.files(), built.addresses())

    def _read(self) -> Mapping[str, bytes]:
        """All that it is made from."""
        self._reader = reader = Rereading(self._reader)
        return handbook_sources(reader)
