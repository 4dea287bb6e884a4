"""How much one file may hold: many times what people write, and so little that all of it is read in no time."""

from __future__ import annotations

from pathlib import PurePosixPath

from lrt_site.problems import Problem

MOST_VALUES = 50_000
"""The most fields and items of lists in a file."""
_MOST_CELLS = 100_000
_MOST_BYTES = {".md": 80_000}
_MOST_BYTES_ELSEWHERE = 1_000_000
_ADVICE = "en wordt niet gelezen. Haal weg wat er niet in hoort, of zet het terug uit git."


def most_bytes(file: PurePosixPath) -> int:
    """The most bytes that are read of a file."""
    return _MOST_BYTES.get(file.suffix, _MOST_BYTES_ELSEWHERE)


def too_large(file: PurePosixPath, size: int) -> tuple[Problem, ...]:
    """That a file of so many bytes, or signs, is larger than people write."""
    most = most_bytes(file)
    return _told(file, f"is groter dan {most // 1000} kB") if size > most else ()


def too_full(file: PurePosixPath) -> tuple[Problem, ...]:
    """That a file holds more values than people write."""
    return _told(file, f"heeft meer dan {MOST_VALUES // 1000}.000 velden")


def too_many_cells(file: PurePosixPath, text: str) -> tuple[Problem, ...]:
    """That a table has more cells than people fill; no sign but these two begins one."""
    begun = text.count(",") + text.count("\n")
    return _told(file, f"heeft meer dan {_MOST_CELLS // 1000}.000 cellen") if begun > _MOST_CELLS else ()


def _told(file: PurePosixPath, wrong: str) -> tuple[Problem, ...]:
    return (Problem(file, 1, 1, "too-large", f"Dit bestand {wrong}, {_ADVICE}"),)
