"""YAML and front matter as data, without any guessing. The only module that knows YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from functools import partial
from pathlib import PurePosixPath
from typing import Any, TypeVar

import yaml

from lrt_site.document.bounds import MOST_VALUES, too_full
from lrt_site.document.conflicts import conflicts_in
from lrt_site.document.mending import NOTHING, as_scalar, put_above
from lrt_site.document.parting import part
from lrt_site.document.places import Data, Document, Marks, TextPosition, unwanted_characters, unwanted_in
from lrt_site.document.repairs import LOADER, Repair, in_quotes, repaired
from lrt_site.document.repeated import fields_again
from lrt_site.document.syntax import explained, in_braces, of_nothing
from lrt_site.frozen import dataclass
from lrt_site.problems import MOST, Correction, FieldPath, Problem, TextRange, first_of_file, quoted
from lrt_site.unseen import first_unseen, is_unseen, seen, unseen_here

MAX_DEPTH = 20
Place = TypeVar("Place", TextPosition, TextRange)


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
    values: dict[FieldPath, TextRange] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stopped_by: Exception | None = None
    """What kept the text from being read to its end."""
    room: int = MOST_VALUES
    """How many values more may follow."""
    anchors: set[str] = field(default_factory=set)
    """The references that have been refused, with their sign."""

    def mark(self, event: Any) -> TextPosition:
        return TextPosition(event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def span(self, event: Any) -> TextRange:
        start, end = self.mark(event), event.end_mark
        return TextRange(start.line, start.column, end.line + self.first_line, end.column + 1)

    def line_of(self, event: Any) -> str:
        """The line on which it begins; the last one where it begins after all of them."""
        return self.text.split("\n")[: event.start_mark.line + 1][-1]

    def problem(self, event: Any, code: str, message: str, correction: Correction | None = None) -> None:
        at = self.mark(event)
        span = correction.span if correction else None
        self.add(Problem(self.file, at.line, at.column, code, message, span, correction))

    def add(self, problem: Problem) -> None:
        """Keep a problem. After so many nothing of the file is read any more, and none of its data can be used."""
        self.problems.append(problem)
        if len(self.problems) > MOST:
            raise _SenselessError

    def move(self, aside: FieldPath, at: FieldPath, number: int) -> None:
        """Let the items below one field be those of another from this number on."""
        _move(self.marks, aside, at, number)
        _move(self.values, aside, at, number)

    def rest_in_quotes(self, event: Any) -> Correction:
        """The text from here to the end of the line, as one that begins with such a sign has to be written."""
        start = self.mark(event)
        index = event.start_mark.index
        rest = self.text[index : index + 2000].partition("\n")[0].rstrip()
        span = TextRange(start.line, start.column, start.line, start.column + len(rest))
        return Correction(span, in_quotes(rest), is_safe=True)


def _move(places: dict[FieldPath, Place], aside: FieldPath, at: FieldPath, number: int) -> None:
    for path in [path for path in places if path[: len(aside)] == aside]:
        place = places.pop(path)
        if len(path) > len(aside):
            first, *rest = path[len(aside) :]
            places[(*at, int(first) + number, *rest)] = place


def read_yaml(file: PurePosixPath, text: str, first_line: int = 1) -> tuple[Document | None, tuple[Problem, ...]]:
    """The data of a YAML text, or the problems that keep it from being read."""
    unreadable = conflicts_in(file, text, first_line) or first_of_file(unwanted_characters(file, text, first_line))
    if unreadable:
        return None, unreadable
    data, reading = _read(file, text, first_line, marking=False)
    if reading.stopped_by is not None:
        return _read_repaired(file, text, first_line, reading)
    find_marks = partial(_marks, file, text, first_line)
    document = None if data is None else Document(file, data, find_marks, as_scalar, source=text)
    return document, first_of_file(reading.problems)


def _read_repaired(
    file: PurePosixPath, text: str, first_line: int, reading: _Reading
) -> tuple[Document | None, tuple[Problem, ...]]:
    """What a text says once the lines that are no YAML are repaired, so that one of them hides nothing else.

    Of a repaired line nothing else is told.
    """
    whole, repairs, error = repaired(text)
    problems = [_of_repair(file, repair, first_line) for repair in repairs]
    told = {problem.line for problem in problems}
    if error is not None:
        at, code, message = explained(error, whole)
        left = Problem(file, at.line + first_line - 1, at.column, code, message)
        return None, tuple(sorted({*problems, *reading.problems, left}))
    document, others = read_yaml(file, whole, first_line)
    return document, tuple(sorted({*problems, *(other for other in others if other.line not in told)}))


def _of_repair(file: PurePosixPath, repair: Repair, first_line: int) -> Problem:
    line = repair.line + first_line
    span = TextRange(line, repair.start + 1, repair.last + first_line, repair.end + 1)
    correction = Correction(span, repair.text, repair.is_safe) if repair.is_right else None
    return Problem(file, line, repair.at + 1, repair.code, repair.message, span, correction)


def read_front_matter(file: PurePosixPath, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The front matter between two lines `---` and the Markdown behind it."""
    conflicts = conflicts_in(file, text, prose=True)
    if conflicts:
        return None, conflicts
    parted = part(file, text)
    if parted.fields is None:
        return None, parted.problems
    document, problems = read_yaml(file, parted.fields, parted.first_line)
    start = parted.body_line + len(parted.body) - len(parted.body.lstrip("\n"))
    body = parted.body.strip("\n")
    again = None
    if document and isinstance(document.data, dict):
        again = fields_again(file, body, start, document.data, str(document.data.get("id", "")))
    if again:
        body, problems = body[: again[0]].rstrip("\n"), (*problems, again[1])
    problems = (*parted.problems, *problems, *unwanted_characters(file, body, start))
    if document is None:
        return None, problems
    find_marks = partial(_marks_of_front_matter, file, text)
    return Document(file, document.data, find_marks, as_scalar, body, start, text), problems


def _marks_of_front_matter(file: PurePosixPath, text: str) -> Marks:
    """Parted anew, as that is seldom asked: a part that is kept would be a copy of the text."""
    parted = part(file, text)
    return _marks(file, parted.fields or "", parted.first_line)


def _marks(file: PurePosixPath, text: str, first_line: int) -> Marks:
    reading = _read(file, text, first_line, marking=True)[1]
    if reading.stopped_by is not None:
        reading = _read(file, repaired(text)[0], first_line, marking=True)[1]
    return Marks(reading.marks, reading.values)


def _read(file: PurePosixPath, text: str, first_line: int, marking: bool) -> tuple[Data | None, _Reading]:
    reading = _Reading(file, text, first_line, marking, " #" in text or "\t#" in text)
    data = None
    try:
        reading.next = LOADER(text).get_event
        data = _first_document(reading)
    except _SenselessError:
        data = None
    except yaml.YAMLError as error:
        reading.stopped_by = error
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
    reading.room -= 1
    if reading.room < 0:
        reading.problems = [*too_full(reading.file)]
        raise _SenselessError
    if kind is yaml.AliasEvent or event.anchor or event.tag:
        _refuse_indirection(reading, event)
    if kind is yaml.ScalarEvent:
        if reading.marking:
            reading.values[at] = reading.span(event)
        return _scalar(reading, event)
    if kind is yaml.AliasEvent:
        return None
    if depth == MAX_DEPTH:
        reading.problem(
            event, "yaml-depth", f"Hier zitten meer dan {MAX_DEPTH} lagen velden in elkaar. Maak het vlakker."
        )
        raise _SenselessError
    if kind is yaml.SequenceStartEvent:
        return _sequence(reading, at, depth + 1)
    found = len(reading.problems)
    items = _mapping(reading, at, depth + 1)
    if event.flow_style and not items and len(reading.problems) > found:
        del reading.problems[found:]
        _refuse_braces(reading, event)
        return None
    return items


def _refuse_indirection(reading: _Reading, event: Any) -> None:
    if event.anchor:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = (
            f"Een waarde kan niet beginnen met '{sign}': dat is een verwijzing. Schrijf de waarde voluit, "
            "of zet de tekst tussen aanhalingstekens."
        )
        if sign + event.anchor not in reading.anchors:
            reading.problem(event, "yaml-anchor", message, reading.rest_in_quotes(event))
        reading.anchors.add(sign + event.anchor)
    elif event.tag != "!":
        label = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = (
            f"Een waarde kan niet beginnen met '!': {quoted(label)} is een label. Schrijf alleen de waarde, "
            "of zet de tekst tussen aanhalingstekens."
        )
        reading.problem(event, "yaml-tag", message, reading.rest_in_quotes(event))


def _scalar(reading: _Reading, event: Any) -> str | None:
    value: str = event.value
    plain = event.implicit[0]
    if (plain and value in NOTHING) or not value.strip():
        reading.problem(event, "empty-value", of_nothing(reading.line_of(event)))
        return None
    if event.style == '"' and (unwanted := unwanted_in(value)):
        reading.problem(event, "control-character", unwanted)
        return None
    if plain and reading.remarks:
        _refuse_remark_behind(reading, event)
    return value


def _refuse_braces(reading: _Reading, event: Any) -> None:
    whole = reading.rest_in_quotes(event)
    message, is_room = in_braces(whole.text)
    reading.problem(event, "yaml-syntax", message, None if is_room else whole)


def _refuse_remark_behind(reading: _Reading, event: Any) -> None:
    end = event.end_mark.index
    rest = reading.text[end : end + 200].partition("\n")[0]
    remark = rest.strip()
    if remark.startswith("#"):
        message = (
            f"Alles vanaf {quoted(remark)} valt weg, want # begint een opmerking. Hoort het bij de tekst? Zet dan de "
            "hele tekst tussen aanhalingstekens. Is het een opmerking? Zet haar op een eigen regel."
        )
        at = reading.span(event)
        column = at.end_column + rest.index("#")
        signs = TextRange(at.line, at.column, at.end_line, at.end_column + len(rest.rstrip()))
        whole = Correction(signs, in_quotes(event.value + rest.rstrip())) if at.line == at.end_line else None
        if remark.startswith("# ") and re.fullmatch(r"[\w.-]+", event.value):
            message = f"{quoted(remark)} is een opmerking voor uzelf. Zet haar op een eigen regel, hierboven."
            whole = put_above(reading.line_of(event), at.line, at.end_column, remark)
        reading.add(Problem(reading.file, at.end_line, column, "yaml-remark", message, signs, whole))


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
            reading.values.pop(inner, None)


def _mapping(reading: _Reading, at: FieldPath, depth: int) -> dict[str, Any]:
    items: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    while True:
        event = reading.next()
        if type(event) is yaml.MappingEndEvent:
            return items
        key = _key(reading, event, depth)
        following = reading.next()
        if key is None:
            _value(reading, following, (*at, " "), depth)
            continue
        if key in seen:
            _read_again(reading, items, (*at, key), event, seen[key], following, depth)
            continue
        seen[key] = event
        if reading.marking:
            reading.marks[(*at, key)] = reading.mark(event)
        value = _value(reading, following, (*at, key) if reading.marking else at, depth)
        if value is not None:
            items[key] = value


def _read_again(
    reading: _Reading, items: dict[str, Any], at: FieldPath, event: Any, earlier: Any, following: Any, depth: int
) -> None:
    """A field that was there before. The items of a list are read as more of it: nobody means to throw one away."""
    key, line = at[-1], reading.mark(earlier).line
    aside = (*at[:-1], f"{key} ")
    again = _value(reading, following, aside, depth)
    if isinstance(again, list) and isinstance(items.get(str(key)), list):
        message = (
            f"De lijst {quoted(str(key))} begint op regel {line} al. Zet wat hieronder staat bij die lijst, en haal "
            "deze regel weg."
        )
        reading.move(aside, at, len(items[str(key)]))
        items[str(key)] += again
    else:
        message = (
            f"Het veld {quoted(str(key))} staat hier twee keer; de eerste keer op regel {line}. Houd de waarde die "
            "klopt, en haal de andere weg."
        )
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
    end = next((index for index in range(place, len(name)) if not is_unseen(name[index])), len(name))
    signs = TextRange(at.line, column, at.line, column + end - place)
    right = Correction(signs, " " * (end - place) * (place == 0), is_safe=True)
    problem = Problem(reading.file, at.line, column, "control-character", unseen_here(name[place]), signs, right)
    name = "".join(seen(name).split())
    if name.startswith("-"):  # It should have been an item of a list.
        reading.problems = [problem]
        raise _SenselessError
    reading.add(problem)
    return name
