"""The first line of a CSV file: the names of its columns, or what keeps it from being that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath

from lrt_site.frozen import dataclass
from lrt_site.problems import Correction, Problem, TextRange, quoted
from lrt_site.unseen import unseen_in
from lrt_site.wording.fields import field_meant

_MANY = 4
"""So many times the columns that there are, and nothing of a line was meant as their names."""
_BACK = "Zet dit bestand terug uit git, of sla het opnieuw op."

Row = list[tuple[str, TextRange]]
"""The cells of a line, each with the signs that it stands in."""

_OTHER_SEPARATORS = {";": "puntkomma's", "\t": "tabs", "|": "rechte strepen"}
_SEPARATOR_OF_EXCEL = re.compile(r'"?sep=(.)"?[ ;,\t]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns that can be read, by their names, and what is wrong with that line."""

    names: tuple[str, ...]
    """Empty for a column that cannot be used; none at all where the rows cannot be read."""
    problems: tuple[Problem, ...] = ()


def converting(file: PurePosixPath) -> str:
    """How a file is made into a good one, as a Dutch sentence."""
    return f"Laat het omzetten: lrt-site import-csv {file} (met --write erachter schrijft u het)."


def header_of(file: PurePosixPath, rows: Sequence[Row], columns: Collection[str]) -> Header:
    """The header of these rows: the first of them names columns of ours."""
    first = rows[0]
    other = _separator(file, first)
    if other:
        return Header((), (other,))
    if len(first) > _MANY * len(columns):
        return Header((), (_without(file, first, columns),))
    if split := _without_comma(first, columns):
        text, span, parts = split
        rest = [(name, at) for cell, at in first for name in (parts if (cell, at) == (text, span) else (cell,))]
        whole = header_of(file, [rest, *rows[1:]], columns)
        right = ",".join(parts)
        message = f"Tussen {' en '.join(map(quoted, parts))} ontbreekt een komma. Schrijf {quoted(right)}."
        problem = Problem(file, span.line, span.column, "csv-separator", message, span, Correction(span, right))
        return Header(whole.names, (problem, *whole.problems))
    names = [name for name, _ in first]
    meant = [name if name in columns else _meant(name, columns) for name in names]
    if not any(meant):
        return Header((), (_without(file, first, columns),))
    empty = _empty_at_the_end(names, rows)
    used = tuple(_used(meant[: len(names) - empty])) + ("",) * empty
    problems = [*_wrong(file, first[: len(names) - empty], meant, used, columns)]
    if empty:
        many = "een lege kolom" if empty == 1 else f"{empty} lege kolommen"
        mark = first[len(names) - empty][1]
        message = (
            f"Achter de laatste kolom {'staat' if empty == 1 else 'staan'} nog {many}. Haal op elke regel "
            f"{'de komma' if empty == 1 else f'de {empty} komma’s'} aan het eind weg. {converting(file)}"
        )
        problems.append(Problem(file, mark.line, mark.column, "csv-header", message))
    return Header(used, tuple(problems))


def _without_comma(first: Row, columns: Collection[str]) -> tuple[str, TextRange, list[str]] | None:
    """The cell that holds the names of two columns or more."""
    split = ((text, span, re.split(r"[\s.:/]+", text)) for text, span in first)
    return next((cell for cell in split if len(cell[2]) > 1 and all(name in columns for name in cell[2])), None)


def _separator(file: PurePosixPath, first: Row) -> Problem | None:
    """That other signs than commas stand between the cells."""
    cell, span = first[0]
    of_excel = _SEPARATOR_OF_EXCEL.fullmatch(",".join(text for text, _ in first))
    if of_excel:
        message = (
            f"De regel {quoted(cell)} is van Excel, en hoort hier niet. Haal hem weg, en zet komma's ertussen. "
            f"{converting(file)}"
        )
        return Problem(file, 1, 1, "csv-separator", message)
    sign = next((sign for sign in _OTHER_SEPARATORS if any(sign in text for text, _ in first)), None)
    if sign is None:
        return None
    wrong = sum(text.count(sign) for text, _ in first)
    if wrong < len(first) - 1:
        text, span = next(pair for pair in first if sign in pair[0])
        right = text.replace(sign, ",")
        message = f"Tussen {' en '.join(map(quoted, text.split(sign)[:2]))} staat geen komma. Schrijf {quoted(right)}."
        mend = Correction(span, right, is_safe=True)
        return Problem(file, span.line, span.column, "csv-separator", message, span, mend)
    message = f"In dit bestand staan {_OTHER_SEPARATORS[sign]} tussen de kolommen, en geen komma's. {converting(file)}"
    return Problem(file, 1, 1, "csv-separator", message)


def _meant(name: str, columns: Collection[str]) -> str:
    return (field_meant(name.strip().strip("\"'").rstrip(":"), columns) or "") if name else ""


def _without(file: PurePosixPath, first: Row, columns: Collection[str]) -> Problem:
    number = len(first)
    if number > _MANY * len(columns):
        message = f"Er staan {number} kolommen. Dat kan niet: er bestaan er maar {len(columns)}. {_BACK}"
    elif any(re.search("[0-9]", text) for text, _ in first):
        message = (
            "De eerste regel met de namen van de kolommen ontbreekt: hier staat al een waarde. Zet erboven een regel "
            f"met de {number} namen, zoals 'id,period,value,unit,source'. Of zet haar terug uit git."
        )
    else:
        message = (
            f"Geen van deze {number} kolommen bestaat. Schrijf de namen zoals zij hier heten: "
            f"{', '.join(sorted(columns))}."
        )
    return Problem(file, 1, 1, "csv-header", message)


def _empty_at_the_end(names: Sequence[str], rows: Sequence[Row]) -> int:
    """How many columns at the end have no name and nothing in them."""
    named = max((number for number, name in enumerate(names, 1) if name), default=0)
    used = max((number for row in rows for number, (text, _) in enumerate(row[: len(names)], 1) if text), default=0)
    return len(names) - max(named, used)


def _used(meant: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in meant:
        yield "" if name in seen else name
        seen.add(name)


def _wrong(
    file: PurePosixPath, first: Row, meant: Sequence[str], used: Sequence[str], columns: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with the names: each by itself, or all at once where they are many and what they mean is clear."""
    wrong = [
        (text, span, name)
        for (text, span), name, kept in zip(first, meant, used, strict=False)
        if text != kept or not name
    ]
    if len(wrong) > 1 and all(used[: len(first)]):
        right = ",".join(used[: len(first)])
        mark, last = wrong[0][1], first[-1][1]
        whole = TextRange(first[0][1].line, first[0][1].column, last.end_line, last.end_column)
        message = f"Deze namen van kolommen kloppen niet. Schrijf de eerste regel zo: {right}"
        yield Problem(file, mark.line, mark.column, "csv-header", f"{message}.", mark, Correction(whole, right))
        return
    for text, span, name in wrong:
        mend = None
        if not text:
            message = "Boven deze kolom staat geen naam, en er staat wel iets in. Geef haar een naam, of haal haar weg."
        elif text in columns or (name and name in (pair[0] for pair in first)):
            message = f"De kolom '{name}' staat er twee keer. Laat er één staan."
        elif name:
            message = f"De kolom {quoted(text)} bestaat niet. {unseen_in(text)} Schrijf '{name}'.".replace("  ", " ")
            mend = Correction(span, name)
        else:
            message = f"De kolom {quoted(text)} bestaat niet. Mogelijke kolommen: {', '.join(sorted(columns))}."
        yield Problem(file, span.line, span.column, "csv-header", message, span, mend)
