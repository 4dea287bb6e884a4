"""Meetings of which nothing was found: years and months with fewer than the rule, and those only announced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lrt_site.findings.gap_list import GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.pages.gaps import part
from lrt_site.pages.gaps.rhythm import RhythmView, rhythm_view
from lrt_site.pages.gaps.rows import GapRow
from lrt_site.pages.shared.common import Footnotes, Frame

TITLE = "Vergaderingen die wij niet vonden"
KINDS: tuple[GapKind, ...] = ("jaar", "maanden", "afloop")


@dataclass(frozen=True, slots=True)
class NoMeetingsPage:
    """What templates/gaps/no_meetings.html.jinja is given."""

    template: ClassVar[str] = "gaps/no_meetings.html.jinja"

    frame: Frame
    listed: Mapping[GapKind, tuple[GapRow, ...]]
    rhythm: RhythmView


def page(found: GapsOnDay) -> NoMeetingsPage:
    """The page itself."""
    notes = Footnotes(found.register)
    rhythm = rhythm_view(found.register, found.as_of, notes)
    return NoMeetingsPage(
        listed=part.shown(found, *KINDS),
        rhythm=rhythm,
        frame=part.framed(found, TITLE, rhythm.sum_in_words, *KINDS, notes=notes),
    )
