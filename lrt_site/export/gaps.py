"""Everything of which nothing was found, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from lrt_site import urls
from lrt_site.export.file_types import Address, Day, RecordId, file_at
from lrt_site.findings.gap_list import Gap, GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentGap:
    """Something of which nothing was found. That does not say that there was nothing."""

    id: str
    """Stays the same while the gap is there; its place on the page of all gaps."""
    kind: GapKind
    """The rule by which it is a gap."""
    about: RecordId
    """The id of the record, or of a part of one, that it is about."""
    missing: str
    """What was not found."""
    since: PartialDate | None
    """Since when: a year, month or day. Null where that is not known."""
    since_at_latest: bool
    """Whether it may have been there before `since`."""
    until: PartialDate | None
    """The last month, of a stretch of months that came to an end."""
    closing: str
    """The kind of source that would close it."""
    address: Address
    """Where the gap has its place."""
    page: Address
    """Where what it is about stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceFile:
    """All gaps on a day, worked out by rule from the records."""

    format: Literal["silence/v1"]
    """The format of this file."""
    as_of: Day
    """The day."""
    gaps: tuple[SilentGap, ...]
    """Kind by kind."""


def files(register: Register, as_of: date) -> Mapping[str, str]:
    """The data file with every gap on a day, by its path."""
    found = GapsOnDay(register, as_of)
    gaps = tuple(_row(gap, found) for gap in found.all)
    return file_at(urls.GAPS_DATA, SilenceFile(format="silence/v1", as_of=PartialDate(as_of.isoformat()), gaps=gaps))


def _row(gap: Gap, found: GapsOnDay) -> SilentGap:
    return SilentGap(
        id=gap.id,
        kind=gap.kind,
        about=gap.about,
        missing=gap.title,
        since=gap.since,
        since_at_latest=gap.at_latest,
        until=gap.until,
        closing=gap.closing,
        address=found.address_of(gap.id),
        page=urls.address_of(gap.about, found.register),
    )
