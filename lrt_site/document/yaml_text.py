"""YAML and front matter as data, without any guessing. The only module that knows YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import yaml

from lrt_site.document.conflicts import conflicts_in
from lrt_site.document.places import Data, Document, TextPosition, unwanted_characters, unwanted_in
from lrt_site.document.repeated import fields_again
from lrt_site.document.syntax import explained
from lrt_site.frozen import dataclass
from lrt_site.problems import FieldPath, Problem, quoted
from lrt_site.unseen import first_unseen, seen, unseen_here

MAX_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}


class _SenselessError(Exception):
    """The reading stops: what follows is not what an editor means."""


@dataclass(slots=True)
class _Reading:
    """What has been found so far in one YAML text."""

    file: PurePosixPath
    text: str
    first_line: int
    marking: bool
    """Whether the places of the fields are wanted, or only the data."""
    remarks: bool
    """Whether some line may have a remark behind its value."""
    next: Callable[[], Any] = lambda: None
    marks: dict[FieldPath, TextPosition] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    """The references that have been refused, with their sign."""

    def mark(self, event: Any) -> TextPosition:
        return TextPosition(event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def problem(self, event: Any, code: str, message: str) -> None:
        at = self.mark(event)
        self.problems.append(Problem(self.file, at.line, at.column, code, message))


def read_yaml(file: PurePosixPath, text: str, first_line: int = 1) -> tuple[Document | None, tuple[Problem, ...]]:
    """The data of a YAML text, or the problems that keep it from being read."""
    unreadable = conflicts_in(file, text, first_line) or tuple(unwanted_characters(file, text, first_line))
    if unreadable:
        return None, unreadable
    data, reading = _read(file, text, first_line, marking=False)
    find_marks = partial(_marks, file, text, first_line)
    document = None if data is None else Document(file, data, find_marks, source=text)
    return document, tuple(reading.problems)


def read_front_matter(file: PurePosixPath, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The front matter between two lines `---` and the Markdown behind it."""
    conflicts = conflicts_in(file, text, prose=True)
    if conflicts:
        return None, conflicts
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        message = "De eerste regel moet '---' zijn. Daarna komen de velden, dan weer een regel '---' en dan de tekst."
        return None, (Problem(file, 1, 1, "front-matter-missing", message),)
    fields, end, body = _parted(rest)
    if not end:
        message = "De velden bovenaan zijn niet afgesloten. Zet een regel '---' onder het laatste veld."
        return None, (Problem(file, 1, 1, "front-matter-open", message),)
    document, problems = read_yaml(file, fields, first_line=2)
    start = fields.count("\n") + 3 + len(body) - len(body.lstrip("\n"))
    body = body.strip("\n")
    if document and isinstance(document.data, dict):
        again = fields_again(file, body, start, document.data, str(document.data.get("id", "")))
        if again:
            body, problems = body[: again[0]].rstrip("\n"), (*problems, again[1])
    problems = (*problems, *unwanted_characters(file, body, start))
    if document is None:
        return None, problems
    return Document(file, document.data, partial(_marks_of_front_matter, file, text), body, start, text), problems


def _marks_of_front_matter(file: PurePosixPath, text: str) -> Mapping[FieldPath, TextPosition]:
    """Parted anew, as that is seldom asked: a part that is kept would be a copy of the text."""
    return _marks(file, _parted(text.partition("\n")[2])[0], 2)


def _parted(text: str) -> tuple[str, bool, str]:
    """The text above the first line `---`, whether there is such a line, and the text below it."""
    end = re.search(r"^---[ \t]*$\n?", text, re.MULTILINE)
    return (text[: end.start()], True, text[end.end() :]) if end else (text, False, "")


def _marks(file: PurePosixPath, text: str, first_line: int) -> Mapping[FieldPath, TextPosition]:
    return _read(file, text, first_line, marking=True)[1].marks


def _read(file: PurePosixPath, text: str, first_line: int, marking: bool) -> tuple[Data | None, _Reading]:
    reading = _Reading(file, text, first_line, marking, " #" in text or "\t#" in text)
    data = None
    try:
        reading.next = _LOADER(text).get_event
        data = _first_document(reading)
    except _SenselessError:
        data = None
    except yaml.YAMLError as error:
        at, code, message = explained(error, text)
        problem = Problem(file, at.line + first_line - 1, at.column, code, message)
        reading.problems += [problem] * (problem not in reading.problems)
        data = None
    return data, reading


def _first_document(reading: _Reading) -> Data | None:
    data: Data | None = None
    documents = 0
    while True:
        event = reading.next()
        if isinstance(event, yaml.StreamEndEvent):
            break
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                reading.problem(event, "yaml-documents", "Hier staat nog een regel '---'. Haal haar weg.")
                break
        elif isinstance(event, yaml.NodeEvent):
            data = _value(reading, event, (), 0)
    if documents == 0:
        message = "Hier staan geen velden. Vul ze in als 'veld: waarde', elk op een eigen regel."
        reading.problems.append(Problem(reading.file, reading.first_line, 1, "yaml-empty", message))
    return data


def _value(reading: _Reading, event: Any, at: FieldPath, depth: int) -> Data | None:
    if reading.marking:
        reading.marks.setdefault(at, reading.mark(event))
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor or event.tag:
        _refuse_indirection(reading, event)
    if kind is yaml.ScalarEvent:
        return _scalar(reading, event)
    if kind is yaml.AliasEvent:
        return None
    if depth == MAX_DEPTH:
        reading.problem(
            event, "yaml-depth", f"Hier zitten meer dan {MAX_DEPTH} lagen velden in elkaar. Maak het vlakker."
        )
        raise _SenselessError
    read = _mapping if kind is yaml.MappingStartEvent else _sequence
    return read(reading, at, depth + 1)


def _refuse_indirection(reading: _Reading, event: Any) -> None:
    if event.anchor:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = (
            f"Een waarde kan niet beginnen met '{sign}': dat is een verwijzing. Schrijf de waarde voluit, "
            "of zet de tekst tussen aanhalingstekens."
        )
        if sign + event.anchor not in reading.anchors:
            reading.problem(event, "yaml-anchor", message)
        reading.anchors.add(sign + event.anchor)
    elif event.tag != "!":
        label = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = (
            f"Een waarde kan niet beginnen met '!': {quoted(label)} is een label. Schrijf alleen de waarde, "
            "of zet de tekst tussen aanhalingstekens."
        )
        reading.problem(event, "yaml-tag", message)


def _scalar(reading: _Reading, event: Any) -> str | None:
    value: str = event.value
    plain = event.implicit[0]
    if (plain and value in _NOTHING) or not value.strip():
        message = "Dit veld is leeg. Vul het in, of laat het hele veld weg als u het niet weet."
        reading.problem(event, "empty-value", message)
        return None
    if event.style == '"' and (unwanted := unwanted_in(value)):
        reading.problem(event, "control-character", unwanted)
        return None
    if plain and reading.remarks:
        _refuse_remark_behind(reading, event)
    return value


def _refuse_remark_behind(reading: _Reading, event: Any) -> None:
    end = event.end_mark.index
    rest = reading.text[end : end + 200].partition("\n")[0].strip()
    if rest.startswith("#"):
        message = (
            f"Alles vanaf {quoted(rest)} valt weg, want # begint een opmerking. Hoort het bij de tekst? Zet dan de "
            "hele tekst tussen aanhalingstekens. Is het een opmerking? Zet haar op een eigen regel."
        )
        reading.problem(event, "yaml-remark", message)


def _sequence(reading: _Reading, at: FieldPath, depth: int) -> list[Any] | None:
    """The readable items; nothing when there are items and none can be read."""
    items: list[Any] = []
    given = False
    while True:
        event = reading.next()
        if type(event) is yaml.SequenceEndEvent:
            return items if items or not given else None
        given = True
        inner = (*at, len(items)) if reading.marking else at
        value = _value(reading, event, inner, depth)
        if value is not None:
            items.append(value)
        elif reading.marking:
            reading.marks.pop(inner, None)


def _mapping(reading: _Reading, at: FieldPath, depth: int) -> dict[str, Any]:
    items: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    while True:
        event = reading.next()
        if type(event) is yaml.MappingEndEvent:
            return items
        key = _key(reading, event, depth)
        following = reading.next()
        if key is None or key in seen:
            if key is not None:
                _refuse_twice(reading, key, event, seen[key])
            _value(reading, following, (*at, f"{key} "), depth)
            continue
        seen[key] = event
        if reading.marking:
            reading.marks[(*at, key)] = reading.mark(event)
        value = _value(reading, following, (*at, key) if reading.marking else at, depth)
        if value is not None:
            items[key] = value


def _refuse_twice(reading: _Reading, key: str, event: Any, earlier: Any) -> None:
    line = reading.mark(earlier).line
    message = f"Het veld {quoted(key)} staat hier twee keer; de eerste keer op regel {line}. Laat er één staan."
    reading.problem(event, "duplicate-field", message)


def _key(reading: _Reading, event: Any, depth: int) -> str | None:
    """The name of a field; none for what cannot be one, which is a problem."""
    if type(event) is not yaml.ScalarEvent:
        reading.problem(
            event, "yaml-key", "Een veldnaam moet één woord zijn, met een dubbele punt en een spatie erachter."
        )
        _value(reading, event, ("",), depth)
        return None
    if event.anchor or event.tag:
        _refuse_indirection(reading, event)
    if event.value == "<<" and event.implicit[0]:
        reading.problem(event, "yaml-merge", "Samenvoegen met '<<' kan hier niet. Schrijf de velden voluit.")
        return None
    if not event.value.strip() or (event.style == '"' and unwanted_in(event.value)):
        reading.problem(event, "yaml-key", "Voor deze dubbele punt ontbreekt de naam van het veld.")
        return None
    return _without_unseen(reading, event)


def _without_unseen(reading: _Reading, event: Any) -> str:
    """The name of a field as it was meant. A sign that nobody sees in it is a problem."""
    name = str(event.value)
    place = first_unseen(name)
    if place is None:
        return name
    at = reading.mark(event)
    column = at.column + place + (event.style in ("'", '"'))
    problem = Problem(reading.file, at.line, column, "control-character", unseen_here(name[place]))
    name = "".join(seen(name).split())
    if name.startswith("-"):  # It should have been an item of a list.
        reading.problems = [problem]
        raise _SenselessError
    reading.problems.append(problem)
    return name
