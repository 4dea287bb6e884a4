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
from lrt_site.differences.unseen import changed_unseen, is_unseen, name_of, shown

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
    "changed_unseen",
    "class_of",
    "counts_in_order",
    "differences",
    "dutch",
    "is_unseen",
    "meaning_of",
    "name_of",
    "only_unseen",
    "proven_of",
    "same_facts",
    "shown",
]
