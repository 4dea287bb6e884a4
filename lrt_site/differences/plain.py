"""What counts of a value when two are compared: no line ends that nobody sees, no order that says nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from lrt_site.differences.meanings import counts_in_order, meaning_of
from lrt_site.model.values import VALUES

Moved = Mapping[str, str]
"""For ids that things had before, the ids they have now."""

Form = object
"""A value as it is compared: equal forms are no difference."""

_SPACES = re.compile("[ \t\n\r\f\v]+")
_LIST_ITEM = re.compile(r"\s*([-*+]|[0-9]+[.)])\s")
_OWN_LINE = re.compile(r"\s*([#>|]|(=+|-+)\s*$)|\t| {4}")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HARD_BREAK = ("  ", "\\")
_LINK = re.compile(r"(\]\(|^\[[^\]\n]+\]:[ ]*)([^\s)]+)", re.MULTILINE)
_ID = re.compile(r"[\w-]+")


def is_part(value: object) -> bool:
    """Whether a value has fields of its own; dates, periods and numbers are values."""
    return is_dataclass(value) and not isinstance(value, VALUES)


def form_of(value: object, kind: type, field: str, moved: Moved) -> Form:
    """What counts of the value of a field."""
    if isinstance(value, tuple):
        items = tuple(form_of_item(item, kind, field, moved) for item in value)
        return items if counts_in_order(kind, field) else tuple(sorted(items, key=repr))
    return form_of_item(value, kind, field, moved)


def form_of_item(value: object, kind: type, field: str, moved: Moved) -> Form:
    """What counts of one item of a list, or of a value that is no list."""
    if is_part(value):
        return type(value).__name__, *forms_of(value, moved).values()
    if isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return value
    if meaning_of(kind, field) in ("verwijzing", "kenmerk"):
        return moved.get(value, value)
    return plain(_followed(value, moved) if moved else value)


def forms_of(part: object, moved: Moved) -> Mapping[str, Form]:
    """What counts of every field of a part."""
    kind = type(part)
    return {field.name: form_of(getattr(part, field.name), kind, field.name, moved) for field in fields(kind)}  # type: ignore[arg-type]


def plain(text: str) -> str:
    """A text without the spaces and line ends that a reader does not see.

    Paragraphs, and lines that mean something in Markdown (lists, headings, tables, code), stay apart.
    """
    if "\n" not in text:
        return _squeezed(text)
    lines: list[str] = []
    joins = fenced = False
    for line in text.strip("\n").split("\n"):
        bare = _squeezed(line)
        fence = _FENCE.match(line) is not None
        fenced = fenced != fence
        if fence or fenced or _OWN_LINE.match(line):
            lines.append(line.rstrip())
        elif not bare:
            lines += [""] if lines[-1:] != [""] else []
        elif _LIST_ITEM.match(line):
            lines.append(line[: len(line) - len(line.lstrip())] + bare)
        elif joins:
            lines[-1] += f" {bare}"
        else:
            lines.append(bare)
        own = fence or fenced or _OWN_LINE.match(line) is not None
        joins = bool(bare) and not own and not line.endswith(_HARD_BREAK)
    return "\n".join(lines).strip("\n")


def has_blocks(text: str) -> bool:
    """Whether a text has lines that mean something in Markdown: lists, headings, tables, code."""
    return any(pattern.match(line) for line in text.split("\n") for pattern in (_OWN_LINE, _FENCE, _LIST_ITEM))


def _squeezed(text: str) -> str:
    """A text with one space where there were more. A space that does not break a line is a sign of its own."""
    return " ".join(filter(None, _SPACES.split(text)))


def _followed(text: str, moved: Moved) -> str:
    """A text whose links lead to what is called otherwise now."""

    def renamed(link: re.Match[str]) -> str:
        return link[1] + _ID.sub(lambda name: moved.get(name[0], name[0]), link[2])

    return _LINK.sub(renamed, text)
