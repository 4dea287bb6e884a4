"""Text of editors becomes data, with the line and column of every field. The only module that knows YAML.

Nothing is guessed: every scalar is text, and the type of a field decides what it means. `no` stays `no`,
`0123` stays `0123` and `10:30` stays `10:30`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from lrt_site.problems import Fault, FieldPath, Problem

Data = str | list[Any] | dict[str, Any]

MAX_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^,"\r\n]*))(?P<end>,|\r?\n|\Z)')
_REPLACED_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text. Lines and columns count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says: its data, the Markdown behind it, and where each field stands."""

    file: PurePosixPath
    data: Data
    marks: Mapping[FieldPath, Mark]
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body starts."""

    def place(self, fault: Fault, prefix: FieldPath = ()) -> Problem:
        """Put a fault on the line of the field it names, or of the nearest field above it."""
        if fault.at[:1] == ("body",) and len(fault.at) == 2 and isinstance(fault.at[1], int):
            return Problem(self.file, self.body_line + fault.at[1], 1, fault.code, fault.message)
        known: FieldPath = ()
        for step in (*prefix, *fault.at):
            if (*known, step) not in self.marks:
                break
            known = (*known, step)
        mark = self.marks.get(known, Mark(1, 1))
        return Problem(self.file, mark.line, mark.column, fault.code, fault.message)


class _TooDeepError(Exception):
    """The reading stops: nothing an editor means is nested this deep."""


@dataclass(slots=True)
class _Reading:
    """What has been found so far in one YAML text."""

    file: PurePosixPath
    first_line: int
    events: Iterator[yaml.Event]
    marks: dict[FieldPath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, event: yaml.Event, code: str, message: str) -> None:
        at = self.mark(event)
        self.problems.append(Problem(self.file, at.line, at.column, code, message))

    def mark(self, event: yaml.Event) -> Mark:
        assert event.start_mark is not None
        return Mark(event.start_mark.line + self.first_line, event.start_mark.column + 1)


def read_yaml(file: PurePosixPath, text: str, first_line: int = 1) -> tuple[Document | None, tuple[Problem, ...]]:
    """The data of a YAML text, or the problems that keep it from being read."""
    unreadable = _unreadable(file, text, first_line)
    if unreadable:
        return None, unreadable
    reading = _Reading(file, first_line, iter(()))
    try:
        reading.events = iter(yaml.parse(text, Loader=_LOADER))
        data = _first_document(reading)
    except _TooDeepError:
        data = None
    except yaml.MarkedYAMLError as error:
        reading.problems.append(_syntax_problem(file, error, first_line))
        data = None
    except yaml.YAMLError as error:
        reading.problems.append(
            Problem(file, first_line, 1, "yaml-syntax", f"Deze tekst is geen leesbare YAML: {error}.")
        )
        data = None
    if data is None:
        return None, tuple(reading.problems)
    return Document(file, data, reading.marks), tuple(reading.problems)


def read_front_matter(file: PurePosixPath, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The front matter between two lines `---` and the Markdown behind it."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "De eerste regel moet '---' zijn: daarna komen de velden, dan weer '---' en dan de tekst."
        return None, (Problem(file, 1, 1, "front-matter-missing", message),)
    ends = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"]
    if not ends:
        message = "De velden bovenaan zijn niet afgesloten. Zet een regel '---' onder het laatste veld."
        return None, (Problem(file, 1, 1, "front-matter-open", message),)
    end = ends[0]
    document, problems = read_yaml(file, "\n".join(lines[1:end]) + "\n", first_line=2)
    body = "\n".join(lines[end + 1 :])
    problems = (*problems, *_unreadable(file, body, end + 2))
    if document is None:
        return None, problems
    start = len(body) - len(body.lstrip("\n"))
    return Document(file, document.data, document.marks, body.strip("\n"), end + 2 + start), problems


def read_csv(file: PurePosixPath, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The rows under a CSV header as a list of mappings; empty cells are left out. RFC 4180, comma separated."""
    unreadable = _unreadable(file, text, 1)
    if unreadable:
        return None, unreadable
    rows, problems = _cells(file, text)
    if not rows:
        return None, (
            *problems,
            Problem(file, 1, 1, "csv-empty", "Dit bestand is leeg; de kopregel ontbreekt."),
        )
    header = [value for value, _ in rows[0]]
    data: list[Any] = []
    marks: dict[FieldPath, Mark] = {(): Mark(1, 1)}
    for cells in rows[1:]:
        if len(cells) != len(header):
            mark = cells[0][1]
            message = f"Deze regel heeft {len(cells)} kolommen; de kopregel heeft er {len(header)}."
            problems.append(Problem(file, mark.line, mark.column, "csv-columns", message))
            continue
        index = len(data)
        marks[index,] = cells[0][1]
        data.append({name: value for name, (value, _) in zip(header, cells, strict=True) if value})
        marks.update({(index, name): mark for name, (_, mark) in zip(header, cells, strict=True)})
    return Document(file, data, marks), tuple(problems)


def _cells(file: PurePosixPath, text: str) -> tuple[list[list[tuple[str, Mark]]], list[Problem]]:
    rows: list[list[tuple[str, Mark]]] = []
    row: list[tuple[str, Mark]] = []
    problems: list[Problem] = []
    at, line, line_start = 0, 1, 0
    while at < len(text):
        mark = Mark(line, at - line_start + 1)
        cell = _CELL.match(text, at)
        if cell is None:
            message = 'Een aanhalingsteken staat verkeerd. Zet de hele cel tussen " en schrijf " daarbinnen dubbel.'
            problems.append(Problem(file, mark.line, mark.column, "csv-quote", message))
            line_end = text.find("\n", at)
            at = len(text) if line_end < 0 else line_end + 1
            row, line, line_start = [], line + 1, at
            continue
        quoted = cell["quoted"]
        row.append((cell["plain"].strip() if quoted is None else quoted.replace('""', '"'), mark))
        at = cell.end()
        line += cell[0].count("\n")
        if cell["end"] != ",":
            line_start = at
            if row != [("", mark)]:
                rows.append(row)
            row = []
    if row:
        rows.append([*row, ("", Mark(line, at - line_start + 1))])
    return rows, problems


def _first_document(reading: _Reading) -> Data | None:
    data: Data | None = None
    documents = 0
    for event in reading.events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                reading.problem(event, "yaml-documents", "Een tweede '---': één bestand is één document.")
                break
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
            data = _value(reading, event, ())
    if documents == 0:
        reading.problems.append(
            Problem(reading.file, reading.first_line, 1, "yaml-empty", "Hier staan geen velden; vul ze in.")
        )
    return data


def _value(reading: _Reading, event: yaml.Event, at: FieldPath) -> Data | None:
    reading.marks.setdefault(at, reading.mark(event))
    if len(at) > MAX_DEPTH:
        reading.problem(event, "yaml-depth", "Deze velden zijn te diep genest.")
        raise _TooDeepError
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = f"Verwijzingen met '{sign}{anchor}' zijn niet toegestaan. Schrijf de waarde voluit."
        reading.problem(event, "yaml-anchor", message)
    if tag and tag != "!":
        reading.problem(event, "yaml-tag", f"Het label '{tag}' is niet toegestaan. Schrijf alleen de waarde.")
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(reading, at)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, at)
    return _scalar(reading, event) if isinstance(event, yaml.ScalarEvent) else None


def _scalar(reading: _Reading, event: yaml.ScalarEvent) -> str | None:
    if event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL"):
        reading.problem(
            event,
            "empty-value",
            "Dit veld is leeg. Vul het in, of laat het hele veld weg als u het niet weet.",
        )
        return None
    if not event.value.strip():
        reading.problem(event, "empty-value", "Dit veld bevat alleen spaties. Vul het in of laat het weg.")
        return None
    return str(event.value)


def _sequence(reading: _Reading, at: FieldPath) -> list[Any]:
    items: list[Any] = []
    for event in reading.events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        value = _value(reading, event, (*at, len(items)))
        if value is None:
            reading.marks.pop((*at, len(items)), None)
        else:
            items.append(value)
    return items


def _mapping(reading: _Reading, at: FieldPath) -> dict[str, Any]:
    items: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for event in reading.events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _key(reading, event)
        mark = reading.mark(event)
        following = next(reading.events)
        if key in seen:
            message = f"Het veld '{key}' staat hier twee keer; de eerste keer op regel {seen[key]}. Laat er één staan."
            reading.problems.append(Problem(reading.file, mark.line, mark.column, "duplicate-field", message))
            _value(reading, following, (*at, f"{key} (dubbel)"))
            continue
        seen[key] = mark.line
        reading.marks[(*at, key)] = mark
        value = _value(reading, following, (*at, key))
        if value is not None:
            items[key] = value
    return items


def _key(reading: _Reading, event: yaml.Event) -> str:
    if isinstance(event, yaml.ScalarEvent):
        if event.value == "<<" and event.implicit[0]:
            reading.problem(event, "yaml-merge", "Samenvoegen met '<<' is niet toegestaan. Schrijf voluit.")
        return str(event.value)
    reading.problem(event, "yaml-key", "Een veldnaam moet een woord zijn, gevolgd door een dubbele punt.")
    _value(reading, event, ("(sleutel)",))
    return "(sleutel)"


def _unreadable(file: PurePosixPath, text: str, first_line: int) -> tuple[Problem, ...]:
    problems = []
    for number, line in enumerate(text.split("\n"), first_line):
        control = _REPLACED_CONTROL.search(line)
        if control:
            message = (
                f"Hier staat een onzichtbaar stuurteken (U+{ord(control[0]):04X}) of een fout in de tekencodering. "
                "Verwijder het en sla het bestand op als UTF-8."
            )
            problems.append(Problem(file, number, control.start() + 1, "control-character", message))
    return tuple(problems)


def _syntax_problem(file: PurePosixPath, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    text = " ".join(part for part in (error.context, error.problem) if part)
    return Problem(file, line, column, "yaml-syntax", f"{_in_dutch(text)} (YAML meldt: {text}.)")


_SYNTAX = {
    "mapping values are not allowed": "Een dubbele punt in een tekst. Zet de hele tekst tussen aanhalingstekens.",
    "found character '\\t'": "Een tab. Spring in met spaties.",
    "cannot start any token": "Een teken waarmee geen waarde kan beginnen. Zet de waarde tussen aanhalingstekens.",
    "could not find expected ':'": "Achter deze veldnaam ontbreekt de dubbele punt.",
    "expected <block end>": "Deze regel springt anders in dan de regels erboven.",
    "unexpected end of stream": "Een aanhalingsteken of haakje is niet gesloten.",
    "end of stream": "Een aanhalingsteken of haakje is niet gesloten.",
    "expected ',' or": "In deze lijst ontbreekt een komma of een haakje.",
    "did not find expected ',' or": "In deze lijst ontbreekt een komma of een haakje.",
    "did not find expected '-' indicator": "Deze regel springt anders in dan de regels erboven.",
    "did not find expected key": "Deze regel springt anders in dan de regels erboven, of een aanhalingsteken mist.",
}


def _in_dutch(text: str) -> str:
    for part, dutch in _SYNTAX.items():
        if part in text:
            return dutch
    return "Deze tekst is geen geldige YAML."
