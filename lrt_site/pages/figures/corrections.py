"""What a publication of this site corrected in a figure: not what a source revised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lrt_site import urls
from lrt_site.differences import differences
from lrt_site.findings.observations import at
from lrt_site.frozen import dataclass
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
    for difference in differences(old, new):
        if (
            difference.field == "value"
            and isinstance(difference.before, Number)
            and isinstance(difference.after, Number)
        ):
            position = difference.at[1]
            assert isinstance(position, int)
            yield _value(new.observations[position], in_dutch(difference.before), in_dutch(difference.after), after)
        elif (
            difference.field == "observations"
            and isinstance(difference.before, Observation)
            and difference.after is None
        ):
            yield _value(difference.before, in_dutch(difference.before.value), "", after)


def _value(observation: Observation, was: str, becomes: str, after: Version) -> CorrectedValue:
    part = f" ({observation.part})" if observation.part else ""
    area = f" in {observation.area}" if observation.area else ""
    publication = after.publication
    return CorrectedValue(
        what=f"{observation.unit}{part}{area} {at(observation)}",
        was=was,
        becomes=becomes,
        publication=Link(
            f"publicatie {publication.number} ({publication.date.in_words})", urls.publication_of(publication.name)
        ),
        versions=Link(f"versie {after.number}", f"{urls.versions_of('series', after.record.id)}#versie-{after.number}"),
    )
