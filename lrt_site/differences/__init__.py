"""What changed between two versions of a record, and what class of change that is: computed, never chosen."""

from __future__ import annotations

from lrt_site.differences.comparing import Difference, class_of, differences
from lrt_site.differences.guard import GUARD, WordGroup, same_facts
from lrt_site.differences.meanings import (
    ORDERED,
    REFERENCES,
    REVISED,
    SOURCES,
    STATED_ANEW,
    WORDING,
    Meaning,
    counts_in_order,
    meaning_of,
)

__all__ = [
    "GUARD",
    "ORDERED",
    "REFERENCES",
    "REVISED",
    "SOURCES",
    "STATED_ANEW",
    "WORDING",
    "Difference",
    "Meaning",
    "WordGroup",
    "class_of",
    "counts_in_order",
    "differences",
    "meaning_of",
    "same_facts",
]
