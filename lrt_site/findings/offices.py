"""The offices that made commitments or were responsible for them, through changes of cabinet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from lrt_site import urls
from lrt_site.findings.certainty import perhaps_by, responsible_on
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.facts import Backing, backed_by_each, backing
from lrt_site.urls import slug_of
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class OfficeOnDay:
    """An office with the commitments for which it was, or may have been, responsible on a day."""

    name: str
    """In the words of the source; of words that make one address, those of the first commitment."""
    slug: str
    sure: tuple[Commitment, ...]
    perhaps: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office with what it had to do with commitments, up to the newest source. Each list is in the order given."""

    name: str
    """In the words of the source; of words that make one address, those of the first commitment."""
    slug: str
    now: tuple[Commitment, ...]
    """It is the last that a source names as responsible."""
    before: tuple[Commitment, ...]
    """It was responsible, and another office came after it."""
    made: tuple[Commitment, ...]
    after: tuple[str, ...]
    """The offices that were responsible for its commitments right before it."""

    @property
    def link(self) -> Link:
        """Its page."""
        return Link(self.name, urls.commitments_of_office(self.name))


def offices_on(commitments: Iterable[Commitment], day: date) -> tuple[OfficeOnDay, ...]:
    """Every office that was, or may have been, responsible on a day, in the order of the alphabet.

    Each has its commitments in the order given. Those that were surely not made yet are left out.
    """
    names: dict[str, str] = {}
    sure: dict[str, list[Commitment]] = {}
    perhaps: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        if perhaps_by(commitment.date, day):
            found = responsible_on(commitment, day)
            certain = {slug_of(found.sure): found.sure} if found.sure else {}
            possible = {slug_of(office): office for office in found.perhaps if slug_of(office) not in certain}
            for held, offices in ((sure, certain), (perhaps, possible)):
                for slug, office in offices.items():
                    names.setdefault(slug, office)
                    held.setdefault(slug, []).append(commitment)
    return tuple(
        OfficeOnDay(names[slug], slug, tuple(sure.get(slug, ())), tuple(perhaps.get(slug, ())))
        for slug in sorted(names)
    )


def offices(commitments: Iterable[Commitment]) -> tuple[Office, ...]:
    """Every office that made a commitment or was ever responsible for one, in the order of the alphabet."""
    lines = [(commitment, line_of(commitment)) for commitment in commitments]
    names: dict[str, str] = {}
    for commitment, line in lines:
        for office in (*line, commitment.made_by_role):
            names.setdefault(slug_of(office), office)
    known = [(commitment, tuple(map(slug_of, line)), slug_of(commitment.made_by_role)) for commitment, line in lines]
    return tuple(
        Office(
            names[slug],
            slug,
            now=tuple(commitment for commitment, line, _ in known if line[-1:] == (slug,)),
            before=tuple(commitment for commitment, line, _ in known if slug in line[:-1] and line[-1] != slug),
            made=tuple(commitment for commitment, _, maker in known if maker == slug),
            after=tuple(names[former] for former in sorted(_right_before(slug, [line for _, line, _ in known]))),
        )
        for slug in sorted(names)
    )


def line_of(commitment: Commitment) -> tuple[str, ...]:
    """The offices that were responsible for a commitment after each other, as its sources name them."""
    line: list[str] = []
    for event in commitment.status_events:
        for office in (event.former_responsible, event.responsible):
            if office and (not line or slug_of(line[-1]) != slug_of(office)):
                line.append(office)
    return tuple(line)


def named_by(commitment: Commitment, office: str) -> Backing:
    """The sources that name an office as responsible for a commitment; else that name who made it."""
    found = [
        backing(event, field)
        for event in commitment.status_events
        for field in ("responsible", "former_responsible")
        if slug_of(getattr(event, field) or "") == slug_of(office)
    ]
    return backed_by_each(*found) if found else backing(commitment, "made_by_role")


def _right_before(slug: str, lines: Iterable[tuple[str, ...]]) -> set[str]:
    return {former for line in lines for former, office in pairwise(line) if office == slug}
