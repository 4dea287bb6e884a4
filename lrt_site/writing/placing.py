"""Text at its place in a file of an editor: all else in that file stays as it is, to the byte."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from lrt_site.problems import LrtSiteError, quoted

_KEY = re.compile(r"[^\s#\-\[{][^:]*:(\s|$)")
_ITEM = re.compile(r"(?P<indent> *)- ")
_EMPTY = re.compile(r":\s*\[\s*\]\s*(#.*)?$")


def with_item(text: str, key: str, entry: Sequence[str]) -> str:
    """A YAML text with an entry behind the last of a list of its own. `entry` are its lines, not indented.

    A list that is not there begins at the end of the text.
    """
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*:", line)), None)
    if start is None:
        rest = _trimmed(lines)
        is_dense = len(rest) > 1 and all(line.strip() for line in rest)
        return "\n".join([*rest, *([] if is_dense or not rest else [""]), f"{key}:", *_indented(entry, "  "), ""])
    if _EMPTY.search(lines[start]):
        lines[start] = f"{key}:"
    elif lines[start].partition(":")[2].split("#")[0].strip():
        raise LrtSiteError(
            f"De lijst {quoted(key)} staat op één regel. Zet elk onderdeel op een eigen regel met een streepje ervoor."
        )
    end = _end_of(lines, start)
    items = [index for index in range(start + 1, end) if _ITEM.match(lines[index])]
    found = _ITEM.match(lines[items[0]]) if items else None
    indent = found["indent"] if found else "  "
    own = [index for index in items if lines[index].startswith(f"{indent}- ")]
    is_airy = len(own) > 1 and not lines[own[-1] - 1].strip()
    return "\n".join([*lines[:end], *([""] if is_airy else []), *_indented(entry, indent), *lines[end:]])


def with_item_above(text: str, key: str, entry: Sequence[str]) -> str:
    """The same for a list among the fields above a Markdown text."""
    first, _, rest = text.partition("\n")
    above, mark, below = re.split(r"(?m)(^---[ \t]*$)", rest, maxsplit=1)
    changed = with_item(above, key, entry)
    return f"{first}\n{changed if changed.endswith(chr(10)) else changed + chr(10)}{mark}{below}"


def with_field(text: str, identifier: str, after: Sequence[str], field: str, value: str) -> str:
    """A YAML text in which an item of a list has one more field, behind the first of some that it has."""
    lines = text.split("\n")
    named = re.compile(rf" *- id: [\"']?{re.escape(identifier)}[\"']?\s*(#|$)")
    begin = next((index for index, line in enumerate(lines) if named.match(line)), None)
    if begin is None:
        raise LrtSiteError(
            f"{quoted(identifier)} begint niet op een eigen regel met 'id'. Schrijf {field} daar zelf bij."
        )
    indent = " " * (lines[begin].index("-") + 2)
    for name in (*after, "id"):
        for index in range(begin, len(lines)):
            line = lines[index]
            if index > begin and line.strip() and not line.startswith(indent):
                break
            if re.match(rf"({indent}|{indent[:-2]}- ){name}:", line):
                return "\n".join([*lines[: index + 1], f"{indent}{field}: {value}", *lines[index + 1 :]])
    raise LrtSiteError(f"Schrijf {field} zelf bij {quoted(identifier)}.")


def with_row(text: str, cells: Mapping[str, str]) -> str:
    """A CSV text with one more row. LrtSiteError for a cell in a column that the header does not have."""
    header = next(csv.reader(io.StringIO(text)), [])
    if missing := [name for name in cells if name not in header]:
        raise LrtSiteError(f"Dit bestand heeft geen kolom {', '.join(map(quoted, missing))}. Voeg die eerst toe.")
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow([cells.get(name, "") for name in header])
    begin = text if text.endswith("\n") else f"{text}\n"
    return begin + written.getvalue()


def _end_of(lines: Sequence[str], start: int) -> int:
    """The line behind the last of a block: what stands before the next field belongs to that."""
    end = next((index for index in range(start + 1, len(lines)) if _KEY.match(lines[index])), len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _trimmed(lines: Sequence[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return list(lines[:end])


def _indented(entry: Sequence[str], indent: str) -> list[str]:
    return [f"{indent}{'- ' if not index else '  '}{line}".rstrip() for index, line in enumerate(entry)]
