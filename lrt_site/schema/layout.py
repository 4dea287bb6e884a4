"""Which file of the content holds which kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lrt_site.model import kinds

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
