"""What an editor's program can offer at a place in a file: fields, choices and ids with their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import PurePosixPath

from lrt_site.checks.references import TARGETS
from lrt_site.frozen import dataclass
from lrt_site.model.fields import Described, Referent, described, parts_by_field
from lrt_site.model.figures import Observation
from lrt_site.model.register import KINDS, Register
from lrt_site.schema import FIGURES, FOLDERS, LISTS, SINGLES
from lrt_site.wording.fields import FIELD_WORDS, KIND_WORDS
from lrt_site.wording.filling import filled
from lrt_site.wording.labels import label_of

_RULE = "---"
_BEGUN = re.compile(r"[ ]*(?:- +)*(?P<word>[\w-]*)")
_KEY = re.compile(r"[ ]*(?P<dashes>(?:- +)*)(?P<name>[A-Za-z_]\w*):(?P<rest>\s.*|)")
_ITEM = re.compile(r"[ ]*(?:- +)+(?P<word>[\w-]*)")
_VALUE = re.compile(r"[ ]*(?:- +)*(?P<name>\w+): +(?:\[(?:[^\[\]]*, *)?|[\"']?)(?P<word>[^\[\],\"']*)")
_ID = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(frozen=True, slots=True)
class Completion:
    """What can be written at a place, in place of the word that was begun there."""

    text: str
    about: str
    """What it is called, in Dutch."""
    told: str = ""
    """Of a field: what goes in it, in Dutch sentences."""
    is_field: bool = False
    needed: bool = False
    """Whether a record cannot do without it."""


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """What a place in a file belongs to."""

    kind: type
    """Of the record, or the part of one, whose fields stand there."""
    field: str | None
    """The field whose value stands there, if one does."""
    there: frozenset[str] = frozenset()
    """The fields that it has already."""


def offers(path: str, lines: Sequence[str], line: int, column: int, register: Register) -> tuple[Completion, ...]:
    """What fits at a place, counted from 0, of a file of the content. Nothing where an editor writes freely."""
    before = lines[line][:column] if line < len(lines) else ""
    place = place_in(path, lines, line, before)
    if place is None:
        return ()
    if place.field is None:
        return tuple(_fields(place))
    field = described(place.kind).get(place.field)
    return tuple(_values(field, register)) if field else ()


def _fields(place: CursorPlace) -> Iterator[Completion]:
    needed = {
        field.name for field in fields(place.kind) if field.default is MISSING and field.default_factory is MISSING
    }
    for name in described(place.kind):
        if name not in place.there:
            about, told = FIELD_WORDS.get(name, name), filled(place.kind, name)
            yield Completion(f"{name}: ", about, told, is_field=True, needed=name in needed)


def _values(field: Described, register: Register) -> Iterator[Completion]:
    for choice in field.choices:
        yield Completion(choice, FIELD_WORDS.get(field.name, ""))
    if field.refers_to:
        for identifier, label in ids(register).get(field.refers_to, {}).items():
            yield Completion(identifier, label)


def ids(register: Register) -> Mapping[Referent, Mapping[str, str]]:
    """The ids that there are by what they are of, each with what it stands for."""
    return {
        referent: {identifier: _label(identifier, register) for identifier in sorted(target.known(register))}
        for referent, target in TARGETS.items()
    }


def _label(identifier: str, register: Register) -> str:
    return label_of(identifier, register) if identifier in register.home_of else ""


def place_in(path: str, lines: Sequence[str], line: int, before: str) -> CursorPlace | None:
    """What a place belongs to; none in the text below the fields, and in a file that is no content."""
    if path.startswith(f"{FIGURES}/") and path.endswith(".csv"):
        return _column(lines, before) if line else None
    if path.endswith(".md") and not _among_fields(lines, line):
        return None
    above = tuple(_above(lines, line, _depth(before)))
    kind = _kind_of(path, above)
    if kind and (value := _VALUE.fullmatch(before)):
        return CursorPlace(kind, value["name"])
    holder = _kind_of(path, above[:-1])
    if holder and above and above[-1] not in parts_by_field(holder):
        return CursorPlace(holder, above[-1]) if _ITEM.fullmatch(before) else None
    return (
        CursorPlace(kind, None, frozenset(_beside(lines, line, before))) if kind and _BEGUN.fullmatch(before) else None
    )


def _depth(line: str) -> int:
    """The column in which a line has its text, behind spaces and dashes."""
    found = _BEGUN.match(line)
    return found.start("word") if found else 0


def _column(lines: Sequence[str], before: str) -> CursorPlace | None:
    names, number = lines[0].split(","), before.count(",")
    return CursorPlace(Observation, names[number]) if '"' not in before and number < len(names) else None


def _among_fields(lines: Sequence[str], line: int) -> bool:
    rules = [number for number, text in enumerate(lines) if text.rstrip() == _RULE][:2]
    return bool(rules) and rules[0] < line and (len(rules) == 1 or line < rules[1])


def _above(lines: Sequence[str], line: int, depth: int) -> Iterator[str]:
    """The fields that a line at this depth stands below, the outermost first."""
    found: list[str] = []
    for text in reversed(lines[:line]):
        key = _KEY.fullmatch(text)
        if key and _depth(text) < depth:
            depth = _depth(text)
            found += [key["name"]] * (not key["rest"].strip())
    yield from reversed(found)


def _kind_of(path: str, above: Sequence[str]) -> type | None:
    """The type of the record, or of the part of one, below these fields of a file."""
    folder = str(PurePosixPath(path).parent)
    if path in LISTS:
        if not above:
            return None
        name, above = LISTS[path].get(above[0]), above[1:]
    else:
        name = SINGLES.get(path) or FOLDERS.get(folder)
    kind = KINDS.get(name or "")
    for field in above:
        kind = parts_by_field(kind).get(field) if kind else None
    return kind


def _beside(lines: Sequence[str], line: int, before: str) -> Iterator[str]:
    """The fields that stand beside a line, in the same record or part of one."""
    depth = _depth(before)
    whole = lines[line] if line < len(lines) else ""
    for numbers in (range(line - 1, -1, -1), range(line + 1, len(lines))):
        if numbers.step < 0 and "- " in whole[:depth]:
            continue
        for number in numbers:
            key = _KEY.fullmatch(lines[number])
            begins_item = bool(key and key["dashes"])
            if lines[number].rstrip() == _RULE or (key and _depth(lines[number]) < depth):
                break
            if key and _depth(lines[number]) == depth and not (begins_item and numbers.step > 0):
                yield key["name"]
            if begins_item and key and _depth(lines[number]) == depth:
                break


def begun(before: str) -> str:
    """The word that is begun at the end of a line, or the value of a field: what is offered takes its place."""
    found = _VALUE.fullmatch(before) or _ITEM.fullmatch(before) or _BEGUN.fullmatch(before)
    return found["word"] if found else before.rpartition(",")[2]


def word_at(line: str, column: int) -> tuple[str, int]:
    """The id, or the name of a field, in which a place of a line lies, and where it begins; empty for neither."""
    around = (found for found in _ID.finditer(line) if found.start() <= column <= found.end())
    return next(((found[0], found.start()) for found in around), ("", column))


def explained(word: str, register: Register) -> str:
    """What an id stands for, in Dutch; empty for any other word."""
    if word in register.home_of:
        record = register.records[register.home_of[word]]
        of = "" if record.id == word else f" van {KIND_WORDS[type(record).__name__]}"
        what = "onderdeel" if of else KIND_WORDS[type(record).__name__]
        return f"{what}{of}: {label_of(word, register)}"
    return ""


def explained_field(path: str, lines: Sequence[str], line: int, column: int) -> str:
    """What goes in the field whose name begins at a place, in Dutch; empty where none does."""
    text = lines[line] if line < len(lines) else ""
    place, key = place_in(path, lines, line, text[:column]), _KEY.fullmatch(text)
    if place is None or key is None or key.start("name") != column or key["name"] not in described(place.kind):
        return ""
    return filled(place.kind, key["name"])


def defined(word: str, texts: Mapping[str, str], register: Register) -> tuple[str, int, int] | None:
    """The file, the line and the column, counted from 0, where an id is given to what it stands for."""
    if word not in register.home_of:
        return None
    given = re.compile(
        rf"^[ ]*(?:- +)*id: *[\"']?({re.escape(word)})[\"']?\s*$|^[\"']?({re.escape(word)})[\"']?,", re.M
    )
    for path in sorted(texts):
        if found := given.search(texts[path]):
            start = found.start(1) if found[1] else found.start(2)
            return path, texts[path].count("\n", 0, start), start - texts[path].rfind("\n", 0, start) - 1
    return None
