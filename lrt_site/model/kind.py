"""What there is to tell of a kind of record, whatever the kind."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any, Generic, Literal, Protocol, TypeVar

from lrt_site.frozen import dataclass
from lrt_site.model.sorting import SortKey


class Identified(Protocol):
    """What has an id of its own."""

    @property
    def id(self) -> str:
        """Never used again."""


R = TypeVar("R", bound=Identified)

Stands = Literal["on its own page", "on a list", "alone", "with another"]
"""Where a reader finds a record: on a page for itself, on the page of all of its kind, on the one page that is about
nothing else, or on the page of another record."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where editors write the records of a kind."""

    path: str
    """A folder with one Markdown file a record, or a YAML file."""
    key: str | None = None
    """The list in that file; absent where the file holds one record."""
    words: str | None = None
    """What messages call that list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[R]):
    """One kind of record. What a record of it holds, its type says."""

    name: str
    """As published data and addresses write it."""
    type: type[R]
    home: Home
    one: str
    """What one of them is called, with its article."""
    many: str
    """What a list of them is headed."""
    about: str
    """What one of them tells, in a few words, for those who use the data."""
    section: str
    """The address under which its pages stand, or of the page on which its records do."""
    section_name: str | None = None
    """What that section is called, where that is not what a list of them is headed."""
    stands: Stands
    versions: str | None = None
    """The address under which its versions stand, where that is not its section."""
    called: Callable[[R], str] = lambda record: record.id
    """What a record is called in running text."""
    prefix: str | None = None
    """What a link to a record says before that."""
    order: Callable[[R], SortKey] = lambda record: (record.id,)
    """The place of a record among those of its kind."""
    subject: str | None = None
    """Under which heading a contradiction about it stands, if not among the others."""


def whole(kinds: tuple[Kind[Any], ...], records: tuple[type, ...]) -> tuple[Kind[Any], ...]:
    """These kinds, where each type of record has one: else a TypeError that says what is missing.

    So no program starts without it.
    """
    types = [kind.type for kind in kinds]
    for kind in types:
        if kind not in records:
            raise TypeError(f"{kind.__name__} is a kind of record, but Record does not name it (lrt_site.model.kinds)")
    for kind in records:
        if types.count(kind) != 1:
            raise TypeError(f"{kind.__name__} is in Record, so one Kind must tell of it (lrt_site.model.kinds)")
    for first, second in combinations(kinds, 2):
        if first.name == second.name or first.home == second.home:
            raise TypeError(f"{first.type.__name__} and {second.type.__name__} have the same name or home as kinds")
    return kinds
