"""What an editor most likely meant with a line that is no YAML: each repair is tried before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import yaml

from lrt_site.frozen import dataclass
from lrt_site.model.fields import with_their_parts
from lrt_site.model.register import KINDS
from lrt_site.problems import quoted
from lrt_site.unseen import is_unseen, unseen_here

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 40
"""After so many repairs of one text the rest of it is no slip of the pen."""
_MOST_READ = 400_000
"""So many lines, and parts of them, are read in all to try repairs."""

_LINE = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)(?P<sign>:[ \t]+)(?P<value>\S.*)")
_GLUED = re.compile(r"([A-Za-z_][\w-]*):(?=[^\s:/])")
_EQUALS = re.compile(r"([A-Za-z_][\w-]*)(\s*[=;]\s*|\s*:=\s*|\s+:(?=\S))(?=\S)")
_BARE = re.compile(r"([A-Za-z_]+)(\s+(?=\S)|\s*$)")
_BULLET = re.compile(r"[–—•·*‐‑−](?=\s)")
_CURLY = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
_NAMES = frozenset(field.name for kind in with_their_parts(KINDS.values()) for field in fields(kind))
_INDICATORS = "@`%&*!|>{}[],"
_QUOTE_IT = "Zet de hele tekst tussen aanhalingstekens."


@dataclass(frozen=True, slots=True)
class Repair:
    """Signs of one line, counted from 0, and what an editor would write in their place.

    A text of more lines keeps each of its lines; it ends at the sign `end` of the last.
    """

    line: int
    start: int
    end: int
    text: str
    code: str
    message: str
    at: int
    """Where an editor has to look in that line."""
    is_safe: bool = True
    is_right: bool = True
    """Whether it is what the line has to be, and not only something that can be read."""

    @property
    def last(self) -> int:
        """The last line of what is repaired."""
        return self.line + self.text.count("\n")

    def of(self, lines: Sequence[str]) -> list[str]:
        """The lines with these repaired."""
        mended = lines[self.line][: self.start] + self.text + lines[self.last][self.end :]
        return [*lines[: self.line], *mended.split("\n"), *lines[self.last + 1 :]]


def repaired(text: str) -> tuple[str, tuple[Repair, ...], Exception | None]:
    """The text with all that could be repaired, how, and the first error that could not."""
    lines = text.split("\n")
    found: list[Repair] = []
    error, _ = _error_in(lines)
    room = _MOST_READ
    while error is not None and len(found) < _MOST:
        for repair in _tried(error, lines):
            mended = repair.of(lines)
            rest, read = _error_in(mended)
            room -= read
            if room < 0 or _helps(repair, error, rest):
                break
        else:
            break
        if room < 0:
            break
        found.append(repair)
        lines, error = mended, rest
    return "\n".join(lines), tuple(found), error


def _error_in(lines: Sequence[str]) -> tuple[Exception | None, int]:
    """The first error in a text, and how much was read to find it."""
    read = len(lines)
    try:
        for _ in yaml.parse("\n".join(lines), Loader=LOADER):
            read += 1
    except yaml.YAMLError as error:
        return error, read
    return None, read


def _helps(repair: Repair, error: Any, rest: Any) -> bool:
    """Whether the text can be read further than before, and beyond the line that was repaired.

    A line that was only moved has to fit what follows, too.
    """
    moved = not repair.text.strip() and repair.start == 0
    return rest is None or _place_of(rest) > max(_place_of(error), repair.line) + moved


def _place_of(error: Any) -> int:
    """The line on which a text stops being YAML: where what is not closed begins, else where the reader fell over."""
    context, there = getattr(error, "context", None) or "", getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    inside = any(word in context for word in ("scalar", "flow", "simple key"))
    at = begun if begun is not None and inside else there
    return at.line if at is not None else 0


def _tried(error: Any, lines: Sequence[str]) -> Iterator[Repair]:
    """What may be meant, the likeliest first: on the line that stopped the reader, then on those around it."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    known = [mark.line for mark in marks if mark is not None]
    above = [_above(lines, line) for line in known]
    numbers = dict.fromkeys([_place_of(error), *known, *above])
    for means in (_signs, _forms, _texts, _values, _closings, _indents):
        for number in numbers:
            if 0 <= number < len(lines) and lines[number].strip():
                yield from means(number, lines)


def _above(lines: Sequence[str], number: int) -> int:
    """The nearest line above this one that says something; -1 where there is none."""
    return next((line for line in range(min(number, len(lines)) - 1, -1, -1) if lines[line].strip()), -1)


def _signs(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """Signs that look like others: unseen ones, tabs, and dashes of a word processor."""
    line = lines[number]
    unseen = [place for place, sign in enumerate(line) if is_unseen(sign)]
    if unseen:
        start, end = unseen[0], unseen[-1] + 1
        for space, nothing in ((" ", ""), (" ", " "), ("", "")):
            seen = [(space if sign.isspace() else nothing) if is_unseen(sign) else sign for sign in line[start:end]]
            yield Repair(number, start, end, "".join(seen), "control-character", unseen_here(line[start]), start)
    indent = re.match(r"[ \t]*\t[ \t]*", line)
    if indent:
        for width in _widths(number, lines):
            message = f"Hier staat een tab. Spring in met {width} spaties."
            yield _repair(number, 0, indent.end(), " " * width, message, line.index("	"))
    elif "\t" in line:
        place = line.index("\t")
        yield _repair(number, place, place + 1, " ", "Hier staat een tab. Typ een spatie.", place)
    start = len(line) - len(line.lstrip())
    if bullet := _BULLET.match(line, start):
        message = f"Deze regel begint met '{bullet[0]}'. Begin een punt van een lijst met een gewoon streepje (-)."
        yield _repair(number, start, start + 1, "-", message, start)


def _repair(number: int, start: int, end: int, text: str, message: str, at: int) -> Repair:
    return Repair(number, start, end, text, "yaml-syntax", message, at)


def _forms(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """The dash, the name and the colon of a field."""
    line = lines[number]
    found = _parted(line)
    start = found.start("rest")
    rest = found["rest"]
    if re.match(r"-[A-Za-z\"']", rest):
        yield _repair(number, start, start + 1, "- ", "Achter het streepje ontbreekt een spatie.", start)
    if rest.startswith("id:") and not found["dashes"] and _lies_deeper(lines, number, start + 2):
        message = "Voor deze regel ontbreekt een streepje met een spatie: hier begint een nieuwe vermelding."
        yield _repair(number, start, start, "- ", message, start)
    if glued := _GLUED.match(rest):
        end = start + glued.end()
        yield _repair(number, end - 1, end, ": ", "Achter de dubbele punt ontbreekt een spatie.", start)
    if (equals := _EQUALS.match(rest)) and (equals[2].strip() != ";" or equals[1] in _NAMES):
        sign = equals[2].strip() or "een spatie"
        message = f"Achter de naam van een veld hoort een dubbele punt met een spatie, geen '{sign}'."
        if sign == ":":
            message = "Achter de dubbele punt ontbreekt een spatie, en ervoor staat er een te veel."
        yield _repair(number, start + equals.start(2), start + equals.end(2), ": ", message, start)
    if (bare := _BARE.match(rest)) and bare[1] in _NAMES:
        message = f"Achter '{bare[1]}' ontbreekt een dubbele punt."
        is_safe = " " not in rest[bare.end() :].strip()
        yield Repair(number, start + bare.start(2), start + bare.end(2), ": ", "yaml-syntax", message, start, is_safe)


def _lies_deeper(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether the next line that says something stands so far to the right."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return len(below) - len(below.lstrip(" ")) == width


def _parted(line: str) -> re.Match[str]:
    found = _LINE.fullmatch(line)
    assert found
    return found


def _texts(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """A text of more lines that needs quotes around it, from the first of them on.

    A line in it that may be meant as a field is left to an editor.
    """
    first = number
    while first > 0 and not _begins(lines[first]) and lines[first].strip():
        first -= 1
    start, value = _value_of(lines[first])
    found = _parted(lines[first])
    field = _FIELD.match(found["rest"])
    if not (field or found["dashes"]):
        return
    inset = found.start("rest") if field else len(found["indent"])
    last = first
    while last + 1 < len(lines) and _goes_on(lines[last + 1], inset):
        last += 1
    if last == first or value[:1] in tuple("[{|>"):
        return
    whole = "\n".join([value, *(line.rstrip() for line in lines[first + 1 : last + 1])])
    is_safe = not any(_is_field(line.lstrip()) for line in lines[first + 1 : last + 1])
    for text, message in _requoted(whole):
        yield Repair(first, start, len(lines[last].rstrip()), text, "yaml-syntax", message, start, is_safe)


def _begins(line: str) -> bool:
    """Whether a field that is known, or an item, begins on a line."""
    found = _parted(line)
    field = _FIELD.match(found["rest"])
    return bool(found["dashes"]) or bool(field and field["name"] in _NAMES) or found["rest"].rstrip(": ") in _NAMES


def _goes_on(line: str, inset: int) -> bool:
    """Whether a line belongs to a text of which the first line begins so far from the margin."""
    return len(_parted(line)["indent"]) > inset and bool(line.strip()) and not _begins(line)


def _values(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """The value of a field, or an item of a list, that needs quotes or has the wrong ones."""
    start, value = _value_of(lines[number])
    end = start + len(value)
    if value in ("?", "??", "???", "-", "--"):
        line = quoted(lines[number].strip().removeprefix("- "))
        what = "vraagteken" if "?" in value else "streepje"
        message = f"Een {what} is geen waarde. Haal {line} weg als u het niet weet."
        yield Repair(number, start, end, f'"{value}"', "yaml-syntax", message, start, is_safe=False, is_right=False)
    elif value and value.rstrip(":") not in _NAMES and not _begins_block(number, lines, value):
        for text, message in _requoted(value):
            place = value.find("\\") if "(\\)" in message else 0
            yield _repair(number, start, end, text, message, start + place)


def _begins_block(number: int, lines: Sequence[str], value: str) -> bool:
    """Whether text of more lines is meant to stand below: it begins with a sign, and the next line lies deeper."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return value[0] in "|>" and len(_parted(below)["indent"]) > len(_parted(lines[number])["indent"])


def _value_of(line: str) -> tuple[int, str]:
    """Where the value of a line starts, and what it is."""
    found = _parted(line)
    field = _FIELD.match(found["rest"])
    start = found.start("rest") + (field.start("value") if field else 0)
    return start, line[start:].rstrip()


def _requoted(value: str) -> Iterator[tuple[str, str]]:
    """The value with the quotes that it needs, and why."""
    first, last = value[0], value[-1]
    if first in _CURLY:
        is_pair = any(sign in _CURLY for sign in value[1:-1])
        inner = value if is_pair else value[1:-1] if last in _CURLY or last in "\"'" else value[1:]
        message = f"Het aanhalingsteken '{first}' is gekruld; een waarde hoort tussen rechte aanhalingstekens."
        yield in_quotes(inner), message
    elif first in "\"'":
        yield from _with_quotes_mended(value)
    elif first in "[{":
        return
    elif value.startswith("**") and "**" in value[2:]:
        plain = re.sub(r"\*\*(.+?)\*\*", r"\1", value)
        yield in_quotes(plain), "Vet kan hier niet: de lezer ziet '**' staan. Haal de sterretjes weg."
    elif first in _INDICATORS:
        yield in_quotes(value), f"Een waarde kan niet beginnen met '{first}'. {_QUOTE_IT}"
    elif re.search(r":(\s|$)", value):
        message = "In deze tekst staat een dubbele punt met een spatie erachter; daarmee zou een nieuw veld beginnen."
        yield in_quotes(value), f"{message} {_QUOTE_IT}"


def _with_quotes_mended(value: str) -> Iterator[tuple[str, str]]:
    """A value that begins with a quote, and goes on behind the one that closes it, or is not closed."""
    first, rest = value[0], value[1:]
    if first not in rest:
        if re.match(r"'[smtnk]\b", value):
            yield in_quotes(value), "Een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens."
        yield in_quotes(rest), "Dit aanhalingsteken wordt nergens gesloten. Zet er aan het eind ook een."
    elif first == '"' and "\\" in value:
        message = "Een schuine streep naar links (\\) kan niet tussen dubbele aanhalingstekens. Gebruik enkele."
        inner, quote, remark = rest.rpartition('"')
        behind = remark if quote and re.match(r"\s+#", remark) else ""
        yield _in_single_quotes(inner if behind else rest.removesuffix('"')) + behind, message
    else:
        others = "enkele" if first == '"' else "dubbele"
        message = "Achter het aanhalingsteken dat de waarde sluit, staat nog tekst."
        around = value[-1] == first and value.count(first) % 2
        yield in_quotes(value[1:-1] if around else value), f"{message} Zet {others} aanhalingstekens om het geheel."


def in_quotes(text: str) -> str:
    """A text between double quotes, or between single ones where that is easier to read."""
    if '"' in text or "\\" in text:
        return _in_single_quotes(text)
    return f'"{text}"'


def _in_single_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _closings(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """A list or a group between brackets that is not closed, or lacks a comma."""
    start, value = _value_of(lines[number])
    end = start + len(value)
    if value[:1] not in ("[", "{"):
        return
    closing, name = ("]", "lijst") if value[0] == "[" else ("}", "groep")
    if closing not in value:
        message = f"De {name} die hier begint met '{value[0]}', wordt niet gesloten. Zet er '{closing}' achter."
        yield _repair(number, end, end, closing, message, start)
    elif link := re.fullmatch(r"\[[^\[\]]*\]\((https?://[^\s()]+)\)", value):
        message = "Een link in Markdown kan hier niet. Schrijf alleen het adres."
        yield _repair(number, start, end, link[1], message, start)
    elif not value.endswith(closing):
        message = f"Achter '{closing}' staat nog tekst. Zet de hele tekst tussen aanhalingstekens."
        yield _repair(number, start, end, in_quotes(value), message, start)


def _indents(number: int, lines: Sequence[str]) -> Iterator[Repair]:
    """A line that stands too far to the left or to the right."""
    if lines[number].strip() in ("...", "---"):
        return
    indent = len(_parted(lines[number])["indent"])
    for width in _widths(number, lines):
        if width != indent:
            way = f"inspringen met {width} spaties" if width else "niet inspringen"
            message = f"Deze regel past niet onder de regel erboven. Laat hem {way}."
            if not (_is_field(lines[number].lstrip()) or lines[number].lstrip().startswith("- ")):
                message = f"Hoort deze regel bij de tekst erboven? Laat hem dan {way}."
            is_safe = not message.startswith("Hoort")
            yield Repair(number, 0, indent, " " * width, "yaml-syntax", message, indent, is_safe)


def _is_field(text: str) -> bool:
    return re.match(r"[\w-]+:(\s|$)", text) is not None


def _widths(number: int, lines: Sequence[str]) -> Iterator[int]:
    """How far a line may have to be indented: as the fields or items above it, the nearest first."""
    is_item = lines[number].lstrip().startswith("- ")
    is_field = _is_field(lines[number].lstrip())
    found: dict[int, None] = {}
    line = number
    while (line := _above(lines, line)) >= 0 and len(found) < 6:
        parts = _parted(lines[line])
        inner = len(parts["indent"]) + len(parts["dashes"])
        if is_item:
            found[len(parts["indent"]) if parts["dashes"] else inner + 2] = None
        else:
            goes_on = not is_field and not _is_field(parts["rest"])
            found[inner if is_field or goes_on else inner + 2] = None
            if parts["rest"].endswith(":"):
                found[inner + 2] = None
        if not is_item and parts["dashes"]:
            found[len(parts["indent"])] = None
    yield from found
