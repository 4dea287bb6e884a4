"""What was asked of each province beside what it found: as bars, the most asked first, and in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.model.numbers import exact
from lrt_site.pages.provinces.map import ProvinceNumbers, number
from lrt_site.pages.provinces.numbers import ASKED, FOUND, more_found, value_in_words
from lrt_site.pages.shared.bars import RankedRow, ranked
from lrt_site.pages.shared.charts import Chart
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised, listed


def ranking(provinces: Sequence[ProvinceNumbers], unit: str) -> Chart | None:
    """A bar for every province of which it is known what was asked; none where fewer than two can be compared."""
    rows = sorted(_rows(provinces), key=lambda row: (-(row.whole or 0), row.label)) if unit else []
    return ranked(f"{capitalised(unit)}, vanaf 0", rows) if len(rows) > 1 else None


def outcome(provinces: Sequence[ProvinceNumbers], unit: str) -> str:
    """Where more was found than was asked, and where less; of how many that cannot be said, and when it was so."""
    found = [(known.link.title, more_found(known.group)) for known in provinces if known.group]
    more = [province for province, size in found if size and size > 0]
    less = [province for province, size in found if size and size < 0]
    told = [
        f"in {listed(names)} is {word} gevonden dan gevraagd"
        for word, names in (("meer", more), ("minder", less))
        if names
    ]
    if not told:
        return ""
    days = {known.group.when for known in provinces if known.group and more_found(known.group) is not None}
    when = f", {days.pop()}" if len(days) == 1 and all(days) else ""
    rest = len(provinces) - sum(1 for _, size in found if size is not None)
    others = f" Van {plural(rest, 'andere provincie', 'andere provincies')} is dat niet uit te rekenen." if rest else ""
    return f"{capitalised(unit)}{when}: {listed(told)}.{others}" if unit else f"{capitalised(listed(told))}.{others}"


def _rows(provinces: Sequence[ProvinceNumbers]) -> Iterator[RankedRow]:
    for known in provinces:
        asked, found = number(known.group, ASKED), number(known.group, FOUND)
        if asked:
            told = f"{value_in_words(found)} van {value_in_words(asked)}" if found else f"? van {value_in_words(asked)}"
            yield RankedRow(known.link.title, told, exact(found.value) if found else None, exact(asked.value))
