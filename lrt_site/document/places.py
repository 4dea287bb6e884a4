"""What one file says, and where each field stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from lrt_site.document.within import place_within
from lrt_site.frozen import dataclass
from lrt_site.problems import Correction, Fault, FieldPath, Problem, TextRange, quoted
from lrt_site.unseen import TURNING, name_of, unseen_here

Data = str | list[Any] | dict[str, Any]

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
"""Signs that mean what a font makes of them: a bullet of Word is one."""
_UNWANTED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffd-\uffff{_PRIVATE}]")
"""Control characters, line ends that only some programs see, what is left of a lost encoding, and private signs."""
_BULLET = re.compile(rf"(?P<margin>[ \t]*)(?P<sign>[{_PRIVATE}])[ \t\u00a0]*(?P<words>\S.*)")
"""An item of a list as Word writes it."""
_UNDECODED = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes that are no UTF-8."""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """A place in a text. Lines and columns count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each field of a text stands: its name, or the item of a list, and its value where that is one text."""

    names: Mapping[FieldPath, TextPosition]
    values: Mapping[FieldPath, TextRange]


@dataclass(frozen=True)
class Document:
    """What one file says: its data, the Markdown behind it, and where each field stands."""

    file: PurePosixPath
    data: Data
    find_marks: Callable[[], Marks]
    """Finds where the fields stand: slow work, done only for a file in which something is wrong."""
    written: Callable[[str], str]
    """How a value is written in a file of this kind."""
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body starts."""
    source: str = ""
    """The text of the file."""

    @cached_property
    def _marks(self) -> Marks:
        return self.find_marks()

    @property
    def marks(self) -> Mapping[FieldPath, TextPosition]:
        """Where each field stands."""
        return self._marks.names

    def without_data(self) -> Document:
        """Where each field stands, without the data: they can be let go once records are made of them."""
        return replace(self, data={}, body="")

    def place(self, fault: Fault, prefix: FieldPath = ()) -> Problem:
        """Put a fault on the line of the field it names, or of the nearest field above it."""
        if fault.at[:1] == ("body",) and not prefix and ("body",) not in self.marks:
            line, column = (*(step for step in fault.at[1:] if isinstance(step, int)), 0, 0)[:2]
            return Problem(self.file, self.body_line + line, column + 1, fault.code, fault.message)
        wanted = (*prefix, *fault.at)
        known: FieldPath = ()
        for step in wanted:
            if (*known, step) not in self.marks:
                break
            known = (*known, step)
        mark = self.marks.get(known, TextPosition(1, 1))
        inner = wanted[len(known) :]
        if known and len(inner) == 1 and isinstance(inner[0], int):
            mark = self._within(mark, inner[0], named=isinstance(known[-1], str))
        span = self._span(known, fault) if known == wanted else None
        right = fault.instead if span else None
        text = right if right is None or fault.of_name else self.written(right)
        correction = Correction(span, text) if span and text is not None else None
        return Problem(self.file, mark.line, mark.column, fault.code, fault.message, span, correction)

    def _span(self, at: FieldPath, fault: Fault) -> TextRange | None:
        """The signs of the name of a field, or of its value."""
        if not fault.of_name:
            return self._marks.values.get(at)
        mark, name = self.marks[at], str(at[-1])
        return TextRange(mark.line, mark.column, mark.line, mark.column + len(name))

    def _within(self, mark: TextPosition, offset: int, *, named: bool) -> TextPosition:
        """Where a place in the text of a field stands, that begins at a mark, or behind its name there."""
        start = 0
        for _ in range(mark.line - 1):
            start = self.source.find("\n", start) + 1
        in_table = self.file.suffix == ".csv"
        at = place_within(self.source, start + mark.column - 1, offset, named=named and not in_table, in_table=in_table)
        return TextPosition(self.source.count("\n", 0, at) + 1, at - self.source.rfind("\n", 0, at))


def text_of(data: bytes) -> str:
    """The text of a file, whatever program saved it. What is no UTF-8 comes out as lone surrogates."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def unwanted_in(text: str, *, in_file: bool = True) -> str | None:
    """What is wrong with the characters of a text, as a Dutch sentence."""
    found = _UNWANTED.search(text)
    if not found:
        return None
    if re.match(f"[{_PRIVATE}]", found[0]):
        return (
            f"Hier staat een teken voor eigen gebruik (U+{ord(found[0]):04X}): elk lettertype toont het anders. "
            "Vaak is het een opsommingsteken uit Word. Haal het weg; een punt van een lijst begint met een streepje."
        )
    if found[0] == "\ufeff":
        return unseen_here(found[0])
    return (
        f"Hier staat een onzichtbaar stuurteken of een verminkt teken (U+{ord(found[0]):04X}). "
        f"Haal het weg, of typ de letter opnieuw{', en sla het bestand op als UTF-8' if in_file else ''}."
    )


def misleading_in(text: str, *, in_file: bool = True) -> str | None:
    """What is wrong with the characters of words about a publication: none may turn the direction of text either."""
    turning = next((sign for sign in text if sign in TURNING), None)
    if turning:
        return f"Hier staat een {name_of(turning)}: de lezer leest dan iets anders dan er staat. Haal het weg."
    return unwanted_in(text, in_file=in_file)


def unwanted_characters(file: PurePosixPath, text: str, first_line: int = 1) -> Iterator[Problem]:
    """The first character of every line that no editor means to write."""
    if not _UNWANTED.search(text):
        return
    listed = False
    for number, line in enumerate(text.split("\n"), first_line):
        message = unwanted_in(line)
        found = _UNWANTED.search(line)
        bullet = _BULLET.fullmatch(line)
        if message and found and not (bullet and listed):
            yield Problem(file, number, found.start() + 1, "control-character", _of_list(bullet) if bullet else message)
        listed = bool(bullet) or (listed and not line.strip())


def _of_list(item: re.Match[str]) -> str:
    write = quoted(f"{item['margin']}- {item['words']}".strip("\n"))
    return (
        f"Hier staat een opsommingsteken uit Word (U+{ord(item['sign']):04X}): elk lettertype toont het anders. "
        f"Schrijf {write}, en elk punt van de lijst zo op een eigen regel."
    )


def undecoded_in(file: PurePosixPath, text: str) -> tuple[Problem, ...]:
    """Where a file stops being UTF-8, if it does."""
    found = _UNDECODED.search(text)
    if not found:
        return ()
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    message = "Dit bestand is niet als UTF-8 opgeslagen. Sla het opnieuw op met de codering UTF-8."
    return (Problem(file, line, column, "not-utf8", message),)
