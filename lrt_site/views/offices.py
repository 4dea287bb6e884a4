"""The offices that made commitments or were responsible for them, through changes of cabinet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lrt_site.certainty import perhaps_by, responsible_on
from lrt_site.model.commitments import Commitment
from lrt_site.urls import slug_of


@dataclass(frozen=True, slots=True)
class OfficeOnDay:
    """An office with the commitments for which it was, or may have been, responsible on a day."""

    name: str
    """In the words of the source; of words that make one address, those of the first commitment."""
    slug: str
    sure: tuple[Commitment, ...]
    perhaps: tuple[Commitment, ...]


def offices_on(commitments: Iterable[Commitment], day: date) -> tuple[OfficeOnDay, ...]:
    """Every office that was, or may have been, responsible on a day, in the order of the alphabet.

    Each has its commitments in the order given. Those that were surely not made yet are left out.
    """
    names: dict[str, str] = {}
    sure: dict[str, list[Commitment]] = {}
    perhaps: dict[str, list[Commitment]] = {}
    for one in commitments:
        if perhaps_by(one.date, day):
            found = responsible_on(one, day)
            certain = {slug_of(found.sure): found.sure} if found.sure else {}
            possible = {slug_of(office): office for office in found.perhaps if slug_of(office) not in certain}
            for held, offices in ((sure, certain), (perhaps, possible)):
                for slug, office in offices.items():
                    names.setdefault(slug, office)
                    held.setdefault(slug, []).append(one)
    return tuple(
        OfficeOnDay(names[slug], slug, tuple(sure.get(slug, ())), tuple(perhaps.get(slug, ())))
        for slug in sorted(names)
    )
