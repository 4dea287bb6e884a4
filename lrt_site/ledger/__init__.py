"""The append-only ledger of publications: reading, what waits, drafting and sealing. All of it is pure."""

from lrt_site.ledger.draft import (
    Draft,
    Known,
    clock_fault,
    date_faults,
    draft_again,
    draft_text,
    faults_of,
    lines_typed,
    notes_typed,
    says,
    unneeded,
)
from lrt_site.ledger.draft_reading import NO_DRAFT, Typed, is_empty, read_draft
from lrt_site.ledger.pending import Pending, former_ids, likely_renames, pending, published_hash
from lrt_site.ledger.reading import read
from lrt_site.ledger.reviewed import changed_since, reviewed_typed
from lrt_site.ledger.sealing import sealed, unanchored

__all__ = [
    "NO_DRAFT",
    "Draft",
    "Known",
    "Pending",
    "Typed",
    "changed_since",
    "clock_fault",
    "date_faults",
    "draft_again",
    "draft_text",
    "faults_of",
    "former_ids",
    "is_empty",
    "likely_renames",
    "lines_typed",
    "notes_typed",
    "pending",
    "published_hash",
    "read",
    "read_draft",
    "reviewed_typed",
    "says",
    "sealed",
    "unanchored",
    "unneeded",
]
