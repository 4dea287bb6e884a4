"""Who can speak at a table: persons, offices and organisations, and where they stand in a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Attendance
from lrt_site.model.people import Organisation, Person, Role
from lrt_site.model.provinces import Chair
from lrt_site.model.register import Register

_PARTICLE = re.compile(r"(?:van|de|den|der|het|'t|ten|ter|te|la|le|el|al|di|da|du)", re.IGNORECASE)
_NO_OFFICE = {"lid", "waarnemend", "plaatsvervangend", "demissionair", "nieuw", "oud", "tijdelijk"}
MARK = "\ue000"
"""No sign of any text: it stands for a party."""
CAPITAL = r"[A-ZÀ-Ý][\w’'-]*[a-z][\w’'-]*"
SURNAME = rf"(?:(?:van|de|den|der|het|'t|ten|ter|te|la|le|el|al|di|da|du|Van|De|Den|Der|Ten|Ter|Te) ?){{0,3}}{CAPITAL}"


@cache
def words_of(name: str) -> Mapping[str, Any]:
    """A list of words that goes with the program."""
    return tomllib.loads(files("lrt_site.prose").joinpath(f"{name}.toml").read_text("utf-8"))


def surname_of(name: str) -> str:
    """The last part of a name, with what stands before it in small letters."""
    parts = name.split()
    first = next((index for index, part in enumerate(parts) if index and _PARTICLE.fullmatch(part)), None)
    return " ".join(parts[first:] if first else parts[-1:])


@dataclass(frozen=True)
class Parties:
    """The names of persons, of organisations and of offices."""

    persons: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    @classmethod
    def of(cls, register: Register) -> Parties:
        """All that the register knows."""
        persons = {person.name for person in register.all(Person).values()}
        persons |= {chair.name for _, _, chair in register.each(Chair)}
        persons |= {other.name for person in register.all(Person).values() for other in person.other_names}
        attendances = [attendance for _, _, attendance in register.each(Attendance)]
        persons |= {attendance.replaced_by for attendance in attendances if attendance.replaced_by}
        organisations = {
            name
            for organisation in register.all(Organisation).values()
            for name in (organisation.name, organisation.short, *(other.name for other in organisation.other_names))
            if name
        }
        roles = {role.role for _, _, role in register.each(Role) if role.role}
        roles |= {attendance.role for attendance in attendances if attendance.role}
        offices = {role.split()[0] for role in roles if role[:1].islower()}
        return cls(frozenset(persons), frozenset(organisations), frozenset(offices - _NO_OFFICE))

    @cached_property
    def known(self) -> frozenset[str]:
        """Each word of a person's name, in small letters."""
        return frozenset(word.casefold() for name in self.persons for word in re.findall(r"[\w’'-]+", name))

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        words = words_of("objective")["parties"]
        person = _names({*self.persons, *map(surname_of, self.persons)})
        title = rf"(?i:{_any(words['titles'])})\s+(?:[A-Z]\.\s?){{0,4}}{SURNAME}"
        organisation = rf"{_names(self.organisations)}(?:-[a-z]\w*)?"
        offices = (
            rf"(?i:{_any([*words['offices'], *(f'{re.escape(name)}(?:s|en)?' for name in sorted(self.offices))])})"
        )
        body = rf"(?i:{_any(words['bodies'])})(?:\s+{CAPITAL})?"
        stranger = rf"{CAPITAL}\s*(?:\({organisation}\)|van de {organisation})"
        office = rf"{offices}(?:\s+(?:{person}|{CAPITAL}))?"
        return re.compile(rf"(?<![\w-])(?:{title}|{person}|{organisation}|{office}|{body}|{stranger})(?![\w-])")

    def marked(self, sentence: str) -> str:
        """A sentence with a sign of its own for each character of a party."""
        return self._heads.sub(lambda found: MARK * len(found[0]), sentence)


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(words)})"


def _names(names: Iterable[str]) -> str:
    """A pattern of names, the longest first; of none at all it finds nothing."""
    ordered = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
    return _any(map(re.escape, ordered)) if ordered else r"(?!)"
