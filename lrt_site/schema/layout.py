"""Which file of the content holds which kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from lrt_site.model import kinds
from lrt_site.problems import did_you_mean

_HOMES = tuple((kind.name, kind.home) for kind in kinds.ALL)

SINGLES: Mapping[str, str] = MappingProxyType(
    {home.path: name for name, home in _HOMES if home.path.endswith(".yml") and not home.key}
)
"""Files that hold one record, with its kind."""

LISTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        path: {home.key: name for name, home in _HOMES if home.key and home.path == path}
        for path in dict.fromkeys(home.path for _, home in _HOMES if home.key)
    }
)
"""Files that hold lists of records: the key of each list, and the kind of its records."""

FOLDERS: Mapping[str, str] = MappingProxyType(
    {home.path: name for name, home in _HOMES if not home.path.endswith(".yml")}
)
"""Folders with one Markdown file a record."""

FIGURES = "figures"
"""The folder of the observations: one CSV file a series, named after it."""

HOMES: Mapping[str, str] = MappingProxyType({name: home.path for name, home in _HOMES})
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
    known = [*SINGLES, *LISTS, *(f"{text}/{name}" for text in FOLDERS if folder)]
    places = f"{', '.join([*SINGLES, *LISTS])} en de mappen {', '.join([*FOLDERS, FIGURES])}"
    return did_you_mean(path, known).strip() or f"In de inhoud staan alleen {places}."
