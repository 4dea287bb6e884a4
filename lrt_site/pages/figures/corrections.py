"""What a publication of this site corrected in a figure: not what a source revised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lrt_site import urls
from lrt_site.differences import differences
from lrt_site.findings.observations import at
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import Number, in_dutch
from lrt_site.model.publications import Version
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class CorrectedValue:
    """A value that stood on this site and was replaced, or taken away, because it was wrong."""

    what: str
    was: str
    becomes: str
    """Empty where the value was taken away."""
    publication: Link
    """The publication that corrected it."""
    versions: Link
    """The version that it made, with all that differs."""


def corrected_values(line: Sequence[Version]) -> tuple[CorrectedValue, ...]:
    """The values that versions of a series corrected, the newest correction first."""
    found = [
        value
        for before, after in pairwise(line)
        if after.change.change in ("correctie", "teruggeplaatst")
        for value in _corrected(before, after)
    ]
    return tuple(reversed(found))


def _corrected(before: Version, after: Version) -> Iterator[CorrectedValue]:
    old, new = before.record, after.record
    if not (isinstance(old, Series) and isinstance(new, Series)):
        return
    for one in differences(old, new):
        if one.field == "value" and isinstance(one.before, Number) and isinstance(one.after, Number):
            position = one.at[1]
            assert isinstance(position, int)
            yield _value(new.observations[position], in_dutch(one.before), in_dutch(one.after), after)
        elif one.field == "observations" and isinstance(one.before, Observation) and one.after is None:
            yield _value(one.before, in_dutch(one.before.value), "", after)


def _value(one: Observation, was: str, becomes: str, after: Version) -> CorrectedValue:
    part = f" ({one.part})" if one.part else ""
    area = f" in {one.area}" if one.area else ""
    publication = after.publication
    return CorrectedValue(
        what=f"{one.unit}{part}{area} {at(one)}",
        was=was,
        becomes=becomes,
        publication=Link(
            f"publicatie {publication.number} ({publication.date.in_words})", urls.publication_of(publication.name)
        ),
        versions=Link(f"versie {after.number}", f"{urls.versions_of('series', after.record.id)}#versie-{after.number}"),
    )
