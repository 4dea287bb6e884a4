"""Rows of a CSV file that do not fit under its header, and how they can be put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from lrt_site.problems import Correction, TextRange

Fits = Callable[[Mapping[str, str]], bool]
"""Whether the cells of a row, by column, make what a row of this file has to be."""


_FARTHEST = 3
"""Cells that stand more columns too far are not sought."""

Cells = Sequence[tuple[str, TextRange]]
"""The cells of a row, each with the signs that it stands in."""


class Advice(NamedTuple):
    """Where to look in a row, and what to do there, as a Dutch sentence."""

    span: TextRange
    message: str
    correction: Correction | None = None


def as_cell(value: str) -> str:
    """A value as it stands in a cell: between quotes where a comma, a quote or the end of a line is in it."""
    return '"' + value.replace('"', '""') + '"' if re.search(r'[,"\n]', value) else value


def repaired(cells: Cells, names: Sequence[str], fits: Fits) -> Advice | None:
    """How a row with too many cells, or too few, is put right; nothing where that is not clear."""
    texts = [text for text, _ in cells]
    if len(texts) > len(names):
        return _too_many(cells, texts, names, fits)
    return _too_few(cells, texts, names, fits)


def _too_many(cells: Cells, texts: list[str], names: Sequence[str], fits: Fits) -> Advice | None:
    more = len(texts) - len(names)
    ways = []
    for start in range(len(names)):
        joined = texts[start : start + more + 1]
        sign = "," if start and _splits_a_number(joined) else ", "
        whole = sign.join(joined)
        row = [*texts[:start], whole, *texts[start + more + 1 :]]
        in_value = names[start] == "value" and _splits_a_number(joined)
        if all(joined) and (in_value or fits(dict(zip(names, row, strict=True)))):
            ways.append((start, whole, row))
    numbers = [way for way in ways if _splits_a_number(texts[way[0] : way[0] + more + 1])]
    if not numbers and not any(texts[len(names) :]) and fits(dict(zip(names, texts, strict=False))):
        commas = "staat een komma" if more == 1 else f"staan {more} komma's"
        message = f"Aan het eind van deze regel {commas} te veel. Haal die weg."
        last, end = cells[len(names) - 1][1], cells[-1][1]
        gone = Correction(TextRange(last.end_line, last.end_column, end.end_line, end.end_column), "")
        return Advice(cells[len(names)][1], message, gone)
    fitting = any(fits(dict(zip(names, row, strict=True))) for *_, row in ways)
    if not fitting and (emptied := _without_empties(cells, texts, names, fits, more)):
        return emptied
    found = numbers if len(numbers) == 1 else ways
    if len(found) == 1:
        start, whole, _ = found[0]
        message = (
            f"De komma in de cel bij '{names[start]}' maakt er {more + 1} cellen van. Zet de cel tussen dubbele "
            f"aanhalingstekens: {as_cell(whole)}."
        )
        span = _from_to(cells[start][1], cells[start + more][1])
        return Advice(span, message, Correction(span, as_cell(whole)))
    return None


def _without_empties(cells: Cells, texts: list[str], names: Sequence[str], fits: Fits, more: int) -> Advice | None:
    """A row that fits without some empty cells in its midst."""
    for place in range(len(names)):
        row = [*texts[:place], *texts[place + more :]]
        if not any(texts[place : place + more]) and fits(dict(zip(names, row, strict=True))):
            many = "een komma" if more == 1 else f"{more} komma's"
            message = f"{'Er staat' if more == 1 else 'Er staan'} {many} te veel voor '{names[place]}'. Haal die weg."
            here, behind = cells[place][1], cells[place + more][1]
            return Advice(here, message, Correction(TextRange(here.line, here.column, behind.line, behind.column), ""))
    return None


def _from_to(first: TextRange, last: TextRange) -> TextRange:
    return TextRange(first.line, first.column, last.end_line, last.end_column)


def _splits_a_number(parts: Sequence[str]) -> bool:
    return len(parts) == 2 and bool(re.fullmatch(r"\D*[0-9.]+", parts[0]) and re.fullmatch(r"[0-9]+\D*", parts[1]))


def _too_few(cells: Cells, texts: list[str], names: Sequence[str], fits: Fits) -> Advice | None:
    less = len(names) - len(texts)
    parted = ",".join(texts).replace(";", ",")
    row = parted.split(",")
    if len(row) == len(names) and fits(dict(zip(names, row, strict=True))):
        span = _from_to(cells[0][1], cells[-1][1])
        return Advice(span, "Hier staan puntkomma's tussen de cellen. Zet er komma's tussen.", Correction(span, parted))
    ways = [
        place
        for place in range(len(texts) + 1)
        if fits(dict(zip(names, [*texts[:place], *[""] * less, *texts[place:]], strict=True)))
    ]
    if not ways:
        return None
    missing = "ontbreekt een komma" if less == 1 else f"ontbreken {less} komma's"
    if ways[-1] == len(texts):
        end = cells[-1][1]
        more = Correction(TextRange(end.end_line, end.end_column, end.end_line, end.end_column), "," * less)
        return Advice(end, f"Aan het eind van deze regel {missing}.", more)
    # Between empty cells it makes no difference which of them is the new one.
    last = ways[-1]
    if any(texts[place] for place in range(ways[0], last)):
        return None
    message = f"Voor '{as_cell(texts[last])}' {missing}."
    here = cells[last][1]
    more = Correction(TextRange(here.line, here.column, here.line, here.column), "," * less)
    return Advice(here, f"{message} Ook bij een lege cel staat er een.", more)


class Shifted(NamedTuple):
    """A row of which cells stand some columns too far to the left, or to the right."""

    wrong: str
    """The column in which it goes wrong."""
    right: str
    """The column in which the value there belongs."""
    columns: int
    """How many columns too far."""
    cells: tuple[str, ...]
    """The whole row put right."""


def shifted(row: Mapping[str, str], names: Sequence[str], fits: Fits) -> Shifted | None:
    """How a row is put right of which cells have moved; nothing where it cannot be."""
    texts = [row.get(name, "") for name in names]
    for size, start in product(range(1, _FARTHEST + 1), range(len(texts))):
        for end in range(len(texts) - size + 1):
            if not texts[start] or any(texts[end : end + size]):
                continue
            moved = [*texts[:end], *texts[end + size :]]
            place = start + size if end > start else start - size
            first = min(start, place + 1)
            moved[first:first] = [""] * size
            if fits(dict(zip(names, moved, strict=True))):
                return Shifted(names[start], names[place], size, tuple(moved))
    return None
