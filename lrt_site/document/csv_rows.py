"""Rows of a CSV file that do not fit under its header, and how they can be put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lrt_site.problems import TextRange

Fits = Callable[[Mapping[str, str]], bool]
"""Whether the cells of a row, by column, make what a row of this file has to be."""


Cells = Sequence[tuple[str, TextRange]]
"""The cells of a row, each with the signs that it stands in."""


class Advice(NamedTuple):
    """Where to look in a row, and what to do there, as a Dutch sentence."""

    span: TextRange
    message: str


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
    if not numbers and not any(texts[len(names) :]):
        commas = "staat een komma" if more == 1 else f"staan {more} komma's"
        message = f"Aan het eind van deze regel {commas} te veel. Haal die weg."
        return Advice(cells[len(names)][1], message)
    found = numbers if len(numbers) == 1 else ways
    if len(found) == 1:
        start, whole, _ = found[0]
        return Advice(
            cells[start][1],
            f"De komma in de cel bij '{names[start]}' maakt er {more + 1} cellen van. Zet de cel tussen dubbele "
            f"aanhalingstekens: {as_cell(whole)}.",
        )
    for place, text in enumerate(texts):
        row = [*texts[:place], *texts[place + 1 :]]
        if more == 1 and not text and fits(dict(zip(names, row, strict=True))):
            message = f"Er staat een komma te veel voor '{names[min(place, len(names) - 1)]}'. Haal er één weg."
            return Advice(cells[place][1], message)
    return None


def _splits_a_number(parts: Sequence[str]) -> bool:
    return len(parts) == 2 and bool(re.fullmatch(r"\D*[0-9.]+", parts[0]) and re.fullmatch(r"[0-9]+\D*", parts[1]))


def _too_few(cells: Cells, texts: list[str], names: Sequence[str], fits: Fits) -> Advice | None:
    less = len(names) - len(texts)
    ways = [
        place
        for place in range(len(texts) + 1)
        if fits(dict(zip(names, [*texts[:place], *[""] * less, *texts[place:]], strict=True)))
    ]
    if not ways:
        return None
    missing = "ontbreekt een komma" if less == 1 else f"ontbreken {less} komma's"
    if ways[-1] == len(texts):
        return Advice(cells[-1][1], f"Aan het eind van deze regel {missing}.")
    # Between empty cells it makes no difference which of them is the new one.
    last = ways[-1]
    if any(texts[place] for place in range(ways[0], last)):
        return None
    message = f"Voor '{as_cell(texts[last])}' {missing}."
    return Advice(cells[last][1], f"{message} Ook bij een lege cel staat er een.")


def shifted(row: Mapping[str, str], names: Sequence[str], fits: Fits) -> tuple[str, str, str] | None:
    """The column in which a row goes wrong, that of its value, and the whole row put right; nothing where it cannot be.

    Cells from there on stand one column too far to the left, or to the right.
    """
    texts = [row.get(name, "") for name in names]
    for start, text in enumerate(texts):
        if not text:
            continue
        for end in range(len(texts)):
            if texts[end]:
                continue
            moved = list(texts)
            del moved[end]
            moved.insert(start, "")
            place = start + 1 if end > start else start - 1
            if fits(dict(zip(names, moved, strict=True))):
                return names[start], names[place], ",".join(map(as_cell, moved))
    return None
