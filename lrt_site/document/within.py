"""Where a character of the text of a field stands in its file, which may fold the text over lines and quote it."""

from __future__ import annotations

import re

_NAME = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^:\n\"']*)[ \t]*:[ \t]*")
_BLOCK = re.compile(r"(?P<style>[|>])[-+0-9]*[ \t]*(?:#[^\n]*)?\n(?:[ \t]*\n)*[ \t]*")
_STEP = {
    "|": re.compile(r"\n[ \t]*|[^\n]"),
    ">": re.compile(r"[ \t]*\n(?P<more>(?:[ \t]*\n)*)[ \t]*|[^\n]"),
    "": re.compile(r"[ \t]*\n(?P<more>(?:[ \t]*\n)*)[ \t]*|[^\n]"),
    "'": re.compile(r"''|[ \t]*\n(?P<more>(?:[ \t]*\n)*)[ \t]*|[^\n]"),
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)|[ \t]*\n(?P<more>(?:[ \t]*\n)*)[ \t]*|[^\n]"),
    "cell": re.compile(r'""|.', re.DOTALL),
}
"""What gives one character of a text, by the way in which it is written."""


def place_within(source: str, start: int, offset: int, *, named: bool, in_table: bool) -> int:
    """The place in a file of a character of a text, of which the field or the value begins at another place."""
    at = start
    if in_table:
        style = "cell"
        at += source.startswith('"', at)
    else:
        name = _NAME.match(source, at) if named else None
        at = name.end() if name else at
        behind = re.compile(r"\s*").match(source, at) if named else None
        block = _BLOCK.match(source, at)
        at = block.end() if block else behind.end() if behind else at
        style = block["style"] if block else source[at : at + 1] if source[at : at + 1] in ("'", '"') else ""
        at += style in ("'", '"')
    while offset > 0 and (found := _STEP[style].match(source, at)):
        offset -= max(1, (found.groupdict().get("more") or "").count("\n"))
        at = found.end()
    return at
