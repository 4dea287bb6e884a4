"""What changed between two versions of a record, and what class of change that is: computed, never chosen."""

from __future__ import annotations

from lrt_site.differences.comparing import GRAVITY, Difference, class_of, differences, only_unseen, proven_of
from lrt_site.differences.guard import GUARD, WordGroup, same_facts
from lrt_site.differences.harmless import PROOFS, Proof
from lrt_site.differences.meanings import SOURCES, counts_in_order, is_revised, meaning_of, moves_on
from lrt_site.differences.spelling import MOST_EDITS, Speller, dutch

__all__ = [
    "GRAVITY",
    "GUARD",
    "MOST_EDITS",
    "PROOFS",
    "SOURCES",
    "Difference",
    "Proof",
    "Speller",
    "WordGroup",
    "class_of",
    "counts_in_order",
    "differences",
    "dutch",
    "is_revised",
    "meaning_of",
    "moves_on",
    "only_unseen",
    "proven_of",
    "same_facts",
]
