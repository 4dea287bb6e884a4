"""What a new record has to fit, and what it changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, quoted
from lrt_site.schema.structuring import ID_FORM
from lrt_site.writing.spelling import free

Answers = Mapping[str, str]
LATER = "TODO"
"""What stands for a text that is still to be filled in: a check names each."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a new record changes: the whole text of each file, by path."""

    id: str
    texts: Mapping[str, str]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a new record has to fit."""

    texts: Mapping[str, str]
    register: Register
    taken: Collection[str]
    """Every id that something has, or had when it was published."""
    wanted: str | None = None
    """The id that the editor wants."""

    def id(self, suggested: str) -> str:
        """The id of a new thing. LrtSiteError where the one that the editor wants is not free."""
        if self.wanted is None:
            return free(suggested, self.taken)
        if not ID_FORM.fullmatch(self.wanted):
            raise LrtSiteError(
                f"{quoted(self.wanted)} kan geen kenmerk zijn. Gebruik hoogstens honderd letters, cijfers en streepjes."
            )
        if self.wanted.lower() in {identifier.lower() for identifier in self.taken}:
            raise LrtSiteError(f"Het kenmerk {quoted(self.wanted)} is al gebruikt. Kies een ander.")
        return self.wanted

    def text(self, path: str) -> str:
        """What a file says now. LrtSiteError where there is none."""
        if path not in self.texts:
            raise LrtSiteError(f"Het bestand '{path}' ontbreekt.")
        return self.texts[path]

    def new_file(self, path: str, text: str) -> Mapping[str, str]:
        """A file that was not there. LrtSiteError where it is."""
        if path in self.texts:
            raise LrtSiteError(f"Het bestand '{path}' bestaat al. Er is niets geschreven.")
        return {path: text}
