"""The append-only ledger of publications: reading, what waits, drafting and sealing. All of it is pure."""

from lrt_site.ledger.draft import Draft, date_faults, draft_text, faults_of, renames_typed
from lrt_site.ledger.pending import Pending, likely_renames, pending, published_hash
from lrt_site.ledger.reading import names_in, read
from lrt_site.ledger.sealing import sealed, unanchored

__all__ = [
    "Draft",
    "Pending",
    "date_faults",
    "draft_text",
    "faults_of",
    "likely_renames",
    "names_in",
    "pending",
    "published_hash",
    "read",
    "renames_typed",
    "sealed",
    "unanchored",
]
