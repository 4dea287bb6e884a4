"""Moments of records in words, as exactly as they are known and no more."""

from __future__ import annotations

from lrt_site.model.dates import PartialDate
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.provinces import DatedItem
from lrt_site.model.sources import Event


def in_words(
    when: PartialDate | None,
    note: str | None = None,
    not_before: PartialDate | None = None,
    not_after: PartialDate | None = None,
) -> str:
    """A moment in words, as exactly as it is known and no more."""
    if note:
        return note
    if when:
        return when.in_words
    bounds = [
        f"niet voor {not_before.in_words}" if not_before else "",
        f"niet na {not_after.in_words}" if not_after else "",
    ]
    return " en ".join(filter(None, bounds)) or "datum onbekend"


def when_of(item: Meeting | Output | Event | DatedItem) -> str:
    """When something was, in words."""
    return in_words(item.date, item.date_note, item.not_before, item.not_after)
