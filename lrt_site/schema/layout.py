"""Which file of the content holds which kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from lrt_site.problems import did_you_mean

SINGLES: Mapping[str, str] = MappingProxyType({"site.yml": "site", "table.yml": "table"})
"""Files that hold one record, with its kind."""

LISTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "participants.yml": {
            "organisations": "organisation",
            "persons": "person",
            "seats": "seat",
            "compositions": "composition",
            "memberships": "membership",
        },
        "history.yml": {"events": "event"},
        "sources.yml": {"sources": "source"},
        "contradictions.yml": {"contradictions": "contradiction"},
        "mentions.yml": {"mentions": "mention"},
        "glossary.yml": {"terms": "term"},
        "parliament.yml": {"items": "parliamentary-item"},
        "registers.yml": {"registers": "commitment-register"},
        "reporting.yml": {"report_forms": "report-form"},
        "citations.yml": {"citations": "citation-pattern"},
        "figures/series.yml": {"series": "series"},
    }
)
"""Files that hold lists of records: the key of each list, and the kind of its records."""

FOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "meetings": "meeting",
        "commitments": "commitment",
        "outputs": "output",
        "provinces": "provincial-table",
        "pages": "page",
    }
)
"""Folders with one Markdown file a record."""

FIGURES = "figures"
"""The folder of the observations: one CSV file a series, named after it."""

HOMES: Mapping[str, str] = MappingProxyType(
    {
        **{kind: path for path, kind in SINGLES.items()},
        **{kind: path for path, lists in LISTS.items() for kind in lists.values()},
        **{kind: folder for folder, kind in FOLDERS.items()},
    }
)
"""The file, or the folder, in which the records of each kind stand."""

NOT_IN_FRONT_MATTER = frozenset({"body", "observations"})
"""Fields that editors write elsewhere: below the front matter, and in a CSV file."""


def out_of_place(path: str) -> str | None:
    """Why a file has no place in the content, as a Dutch sentence; nothing for a file that has one."""
    folder, _, name = path.rpartition("/")
    suffix = PurePosixPath(name).suffix
    if path in SINGLES or path in LISTS:
        return None
    if (folder in FOLDERS and suffix == ".md") or (folder == FIGURES and suffix == ".csv"):
        return None
    return f"Dit bestand hoort niet in de inhoud. {_advice(path, folder, name)}"


def _advice(path: str, folder: str, name: str) -> str:
    top = path.partition("/")[0]
    if path in FOLDERS or path == FIGURES:
        return f"'{path}' moet een map zijn, geen bestand."
    if folder and (top in SINGLES or top in LISTS):
        return f"'{top}' moet een bestand zijn, geen map."
    if folder in FOLDERS or folder == FIGURES:
        wanted = ".md" if folder in FOLDERS else ".csv"
        return f"In de map '{folder}' horen bestanden die eindigen op '{wanted}'."
    if top in FOLDERS or top == FIGURES:
        return f"In de map '{top}' kunnen geen mappen staan. Zet het bestand in '{top}' zelf."
    known = [*SINGLES, *LISTS, *(f"{one}/{name}" for one in FOLDERS if folder)]
    places = f"{', '.join([*SINGLES, *LISTS])} en de mappen {', '.join([*FOLDERS, FIGURES])}"
    return did_you_mean(path, known).strip() or f"In de inhoud staan alleen {places}."
