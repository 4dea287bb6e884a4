"""What is wrong with a text that is no YAML, in Dutch, on the place where an editor must look."""

from __future__ import annotations

import re
from typing import Any

from lrt_site.document.places import TextPosition
from lrt_site.problems import quoted
from lrt_site.unseen import first_unseen, is_unseen, unseen_here

_QUOTE_IT = "Zet de hele tekst tussen dubbele aanhalingstekens."
_OTHERWISE = (
    "Deze regel is niet te lezen. Laat de regels van één groep even ver inspringen, en zet tekst met leestekens "
    "tussen dubbele aanhalingstekens."
)
_UNCLOSED_QUOTE = (
    "Dit aanhalingsteken wordt nergens gesloten. Zet er aan het eind van de tekst ook een. Is het een apostrof aan "
    "het begin? Zet dan de hele tekst tussen dubbele aanhalingstekens."
)
_UNCLOSED_LIST = "De lijst die hier begint met {sign}, wordt niet gesloten, of er ontbreekt een komma in."
_COLON = (
    "Deze tekst bevat een dubbele punt met een spatie erachter; daarmee zou een nieuw veld beginnen. "
    'Zet de hele tekst tussen dubbele aanhalingstekens, zoals note: "Besluit: de tafel gaat door".'
)
_STEPPED = (
    "Deze regel past niet onder de regel erboven. Laat hem even ver inspringen als het vorige veld, en kijk of "
    "erboven een spatie achter de dubbele punt staat."
)
_NO_COLON = (
    "Hier ontbreekt een dubbele punt met een spatie erachter, zoals in 'date: 2021-12-20'. Hoort deze regel bij de "
    "tekst erboven? Laat hem dan verder inspringen."
)
_BACKSLASH = (
    "Een schuine streep naar links (\\) kan zo niet tussen dubbele aanhalingstekens. Schrijf er twee (\\\\), "
    "of gebruik enkele aanhalingstekens."
)

_BY_CONTEXT = (
    ("quoted scalar", "end of stream", _UNCLOSED_QUOTE),
    ("quoted scalar", "escape", _BACKSLASH),
    ("flow", "", _UNCLOSED_LIST),
    (
        "block scalar",
        "",
        "Achter '|' of '>' hoort niets te staan. Begin de tekst op de volgende regel, verder ingesprongen.",
    ),
    ("simple key", "", _NO_COLON),
    ("directive", "", "Een regel kan niet met '%' beginnen. " + _QUOTE_IT),
    ("alias", "", "Een waarde kan niet beginnen met {sign}. " + _QUOTE_IT),
    ("anchor", "", "Een waarde kan niet beginnen met {sign}. " + _QUOTE_IT),
    ("tag", "", "Een waarde kan niet beginnen met {sign}. " + _QUOTE_IT),
)
"""Where libyaml names what it was reading, that is where the editor must look."""

_IN_ITS_PLACE = re.compile(r"[\s-]*(\0|\w+:\0|\w+\0\w*\s*:)")
"""A masked sign before the text of a line, behind the dash or colon that begins it, or in the name of its field."""


def unseen_between(line: str) -> int | None:
    """Where an unseen sign stands in a line in the place of a space that the form of the data needs, from 0."""
    place = first_unseen(line)
    masked = "".join("\0" if is_unseen(sign) else sign for sign in line)
    return place if _IN_ITS_PLACE.match(masked) else None


def explained(error: Any, text: str) -> tuple[TextPosition, str, str]:
    """Where to look in the text, our code and a Dutch sentence."""
    mark = _unseen_at(error, text)
    if mark is not None:
        return mark, "control-character", unseen_here(_line(text, mark.line - 1)[mark.column - 1])
    at, sentence = _explained(error, text)
    return at, "yaml-syntax", sentence


def _unseen_at(error: Any, text: str) -> TextPosition | None:
    """Where an unseen sign stands in the lines that are not understood, or in the one above."""
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    lines = [mark.line for mark in marks if mark is not None]
    for number in (*lines, *(line - 1 for line in lines[-1:])):
        place = unseen_between(_line(text, number)) if number >= 0 else None
        if place is not None:
            return TextPosition(number + 1, place + 1)
    return None


def _explained(error: Any, text: str) -> tuple[TextPosition, str]:
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    there = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None) or there
    if there is None:
        return TextPosition(1, 1), _OTHERWISE
    if "\t" in (_sign(text, there), _sign(text, begun)) or "tab character" in problem:
        return _mark(there), "Hier staat een tab. Spring in met spaties."
    for reading, wrong, sentence in _BY_CONTEXT:
        if reading in context and wrong in problem:
            sign = _sign(text, begun)
            if reading == "flow" and sign not in ("[", "{"):
                return _last_opened(text, begun), sentence.format(sign="een haak")
            return _mark(begun), sentence.format(sign=quoted(sign))
    return _mark(there), _at_the_problem(problem, text, there)


def _last_opened(text: str, before: Any) -> TextPosition:
    """The last bracket above the place where the reader still missed the one that closes it."""
    lines = text.split("\n")[: before.line + 1]
    for number in range(len(lines) - 1, -1, -1):
        column = max(lines[number].rfind("["), lines[number].rfind("{"))
        if column >= 0:
            return TextPosition(number + 1, column + 1)
    return _mark(before)


def _at_the_problem(problem: str, text: str, there: Any) -> str:
    line = _line(text, there.line)
    before = line[: there.column]
    if "mapping values" in problem:
        return _COLON if ": " in before else _STEPPED
    if "document start" in problem:
        return "Onder een regel '...' kan niets meer staan. Haal die regel weg."
    if "cannot start any token" in problem or "node content" in problem:
        return f"Een waarde kan niet beginnen met {quoted(_sign(text, there))}. {_QUOTE_IT}"
    if "did not find expected" in problem:
        if before.strip() and line[there.column :].strip():
            return "Achter het teken dat de waarde sluit, staat nog tekst. " + _QUOTE_IT
        return _STEPPED
    return _OTHERWISE


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number] if number < len(lines) else ""


def _sign(text: str, mark: Any) -> str:
    return _line(text, mark.line)[mark.column : mark.column + 1]


def _mark(mark: Any) -> TextPosition:
    return TextPosition(mark.line + 1, mark.column + 1)


def of_nothing(line: str) -> str:
    """That nothing is said in the field, or in the item of a list, of a line."""
    line = line.strip().removeprefix("- ")
    if not re.fullmatch(r"[\w-]+:[ ]*\S*", line):
        return "Dit veld is leeg. Vul het in, of laat het hele veld weg als u het niet weet."
    name = line.partition(":")[0]
    return f"Het veld '{name}' is leeg. Vul in wat achter '{name}:' hoort. Weet u het niet? Haal dan '{line}' weg."


def in_braces(quoted_text: str) -> tuple[str, bool]:
    """What is wrong with a text that begins with a brace, and whether it is room in a template."""
    room = re.fullmatch(r"[\"'](\{[\w .-]+\})[\"']", quoted_text)
    if room:
        return f"Hier staat nog {quoted(room[1])}, uit een sjabloon. Schrijf op die plaats wat er hoort.", True
    return "Een waarde kan niet beginnen met '{'. Zet de hele tekst tussen aanhalingstekens.", False
