"""What changed between two versions of a record, and what class of change that is: computed, never chosen."""

from __future__ import annotations

from lrt_site.differences.comparing import GRAVITY, Difference, class_of, differences, only_unseen, proven_of
from lrt_site.differences.guard import GUARD, WordGroup, same_facts
from lrt_site.differences.harmless import PROOFS, Proof
from lrt_site.differences.meanings import (
    ORDERED,
    REFERENCES,
    REVISED,
    SOURCES,
    STATED,
    STATED_ANEW,
    WORDING,
    Meaning,
    counts_in_order,
    meaning_of,
)
from lrt_site.differences.spelling import MOST_EDITS, Speller, dutch

__all__ = [
    "GRAVITY",
    "GUARD",
    "MOST_EDITS",
    "ORDERED",
    "PROOFS",
    "REFERENCES",
    "REVISED",
    "SOURCES",
    "STATED",
    "STATED_ANEW",
    "WORDING",
    "Difference",
    "Meaning",
    "Proof",
    "Speller",
    "WordGroup",
    "class_of",
    "counts_in_order",
    "differences",
    "dutch",
    "meaning_of",
    "only_unseen",
    "proven_of",
    "same_facts",
]
