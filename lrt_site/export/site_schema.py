"""JSON Schemas of the files that the site makes from its records and its publications, from the types of these."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site.export import (
    comparisons,
    feed,
    former_data,
    gaps,
    page_tables,
    published,
    quotations,
    site_data,
    state,
)
from lrt_site.export.collections import collection_files
from lrt_site.export.json_schema import Schema, of_file

_CHANGE = "A line of the change feed. Numbers are never used again."
_QUOTATIONS = "The words in which quotations are looked up. docs/data/citaat.md tells how numbers are packed."

_FILES = {
    "publications": published.PublicationsFile,
    "state": state.StateFile,
    "tombstone": published.TombstoneFile,
    "records": site_data.RecordsFile,
    "moved": former_data.MovedFile,
    "gone": former_data.GoneFile,
    "clocks": published.ClocksFile,
    "comparison": comparisons.ComparisonFile,
    "differences": comparisons.DifferencesFile,
    "silence": gaps.SilenceFile,
    "data-table": collection_files.TableFile,
    "page-table": page_tables.PageTableFile,
}
_WORDS = (quotations.QuotationsFile, quotations.DictionaryFile, quotations.LinesFile, quotations.PagesFile)
_LINES = (feed.Put, feed.Rename, feed.End, feed.Withdraw)


def schemas() -> Mapping[str, Schema]:
    """The schema of every kind of file, by name."""
    return {
        **{name: of_file(kind, names_schema=True) for name, kind in _FILES.items()},
        "quotations": of_file(*_WORDS, about=_QUOTATIONS, names_schema=True),
        "change": of_file(*_LINES, about=_CHANGE),
    }
