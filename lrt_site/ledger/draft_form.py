"""The draft as a form: what stands behind `title` and `note` is text, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FIELD = re.compile(r"(?P<name>(?P<indent> *(?:- +)?)(?:title|note):)(?P<rest>(?:[ \t].*)?)$")
_FORM_OF_ITS_OWN = re.compile(r"""[|>"#]|'(?![a-z]{1,2}\b(?!'))""")
"""How a value begins that YAML reads as its editor means it. A word such as 's or 't begins none."""
_LIST = re.compile(r"[-?](?: |$)")


def as_yaml(text: str) -> str:
    """A draft in which YAML reads the texts that were typed as they were typed; every line stays where it was."""
    lines = text.split("\n")
    return "\n".join(_written(lines))


def _written(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        field = _FIELD.match(lines[at])
        if field is None:
            yield lines[at]
            at += 1
            continue
        end = _end_of(lines, at, len(field["indent"]))
        yield from _quoted(field["name"], [field["rest"], *lines[at + 1 : end]])
        at = end


def _end_of(lines: Sequence[str], start: int, indent: int) -> int:
    """The line below the last that belongs to a field: those that are further in, with empty ones between them."""
    end = start + 1
    for number in range(end, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        if line.strip():
            end = number + 1
    return end


def _quoted(name: str, value: Sequence[str]) -> Iterator[str]:
    """A field with its value between quotes, if it is a text that stands there without."""
    first = next((number for number, line in enumerate(value) if line.strip()), None)
    begin = "" if first is None else value[first].strip()
    below = first != 0 and _LIST.match(begin)
    if first is None or below or _FORM_OF_ITS_OWN.match(begin):
        yield from (f"{name}{value[0]}", *value[1:])
        return
    last = len(value) - 1
    for number, line in enumerate(value):
        if number >= first:
            kept = line.lstrip(" \t") if number == first else line
            space = line[: len(line) - len(kept)] if number == first else ""
            line = space + '"' * (number == first) + kept.replace("\\", "\\\\").replace('"', '\\"')
            line = line.rstrip() + '"' if number == last else line
        yield f"{name}{line}" if number == 0 else line
