"""What was asked of each province beside what it found: as bars, the most asked first, and in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.model.numbers import exact
from lrt_site.pages.provinces.map import ProvinceNumbers, number
from lrt_site.pages.provinces.numbers import ASKED, FOUND, in_time, more_found, value_in_words
from lrt_site.pages.shared.bars import RankedRow, ranked
from lrt_site.pages.shared.charts import Chart
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised, listed


def ranking(provinces: Sequence[ProvinceNumbers], unit: str) -> Chart | None:
    """A bar for every province of which it is known what was asked; none where fewer than two can be compared."""
    rows = sorted(_rows(provinces), key=lambda row: (-(row.whole or 0), row.label)) if unit else []
    return ranked(f"{capitalised(unit)}, vanaf 0", rows) if len(rows) > 1 else None


def outcome(provinces: Sequence[ProvinceNumbers], unit: str) -> str:
    """Where more, less or as much was found as was asked, and when; of how many provinces we do not work that out."""
    found = [(known.link.title, known.group, more_found(known.group)) for known in provinces if known.group]
    compared = [(title, group, more) for title, group, more in found if more is not None]
    words = (("meer gevonden dan", 1), ("minder gevonden dan", -1), ("evenveel gevonden als", 0))
    told = [
        f"in {listed(names)} is {word} gevraagd"
        for word, side in words
        if (names := [title for title, _, more in compared if more.compare(0) == side])
    ]
    if not told:
        return ""
    when = in_time([group for _, group, _ in compared])
    rest = plural(len(provinces) - len(compared), "andere provincie", "andere provincies")
    others = f" Van {rest} rekenen wij dat niet uit." if len(compared) < len(provinces) else ""
    start = ", ".join(filter(None, (unit, when)))
    return f"{capitalised(f'{start}: {listed(told)}' if start else listed(told))}.{others}"


def spread_in_time(provinces: Sequence[ProvinceNumbers]) -> str:
    """That the numbers are of several moments; nothing where they are of one."""
    groups = [known.group for known in provinces if known.group]
    when = in_time(groups)
    alike = when in {"", *(group.when for group in groups)}
    return "" if alike else f"De getallen zijn niet alle van dezelfde tijd: {when}."


def _rows(provinces: Sequence[ProvinceNumbers]) -> Iterator[RankedRow]:
    for known in provinces:
        asked, found = number(known.group, ASKED), number(known.group, FOUND)
        if asked:
            told = f"{value_in_words(found)} van {value_in_words(asked)}" if found else f"? van {value_in_words(asked)}"
            yield RankedRow(known.link.title, told, exact(found.value) if found else None, exact(asked.value))
