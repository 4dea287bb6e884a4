"""What one file says, and where each field stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from lrt_site.document.mending import Edit, is_harmless, joined, offset_of, reshaped, without_field
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
_IDS = re.compile(r"\[[\w, -]+\]")
"""A list of ids."""
_UNDECODED = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes that are no UTF-8."""
_OTHERWISE_ENCODED = re.compile("[\ud800-\udfff]{3}|\0")
"""What no text in the encoding of Windows has."""


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
            return self._in_body(fault)
        wanted = (*prefix, *fault.at)
        known: FieldPath = ()
        for step in wanted:
            if (*known, step) not in self.marks:
                break
            known = (*known, step)
        mark = self.marks.get(known, TextPosition(1, 1))
        inner = wanted[len(known) :]
        if known and len(inner) == 1 and isinstance(inner[0], int):
            return self._in_value(fault, known, inner[0])
        span = self._span(known, fault) if known == wanted else None
        correction = self._correction(fault, known, span) if known == wanted else None
        if span is None and known == wanted and known and isinstance(known[-1], str):
            span = self._name(known)
        return Problem(self.file, mark.line, mark.column, fault.code, fault.message, span, correction)

    def _in_body(self, fault: Fault) -> Problem:
        """A fault in the Markdown, at a line and a column of it."""
        line, column = self._of_body(fault.at[1:])
        span = TextRange(line, column, *self._of_body(fault.until)) if fault.until else None
        patch = fault.patch
        signs = TextRange(*self._of_body(patch.start), *self._of_body(patch.end)) if patch else None
        correction = Correction(signs, patch.text) if patch and signs else None
        return Problem(self.file, line, column, fault.code, fault.message, span, correction)

    def _of_body(self, steps: FieldPath) -> tuple[int, int]:
        line, column = (*(step for step in steps if isinstance(step, int)), 0, 0)[:2]
        return self.body_line + line, column + 1

    def _in_value(self, fault: Fault, known: FieldPath, offset: int) -> Problem:
        """A fault in the text of a field: at a character of it, or behind its name."""
        mark, patch = self._within(known, offset), fault.patch
        span = self._piece(known, offset, int(fault.until[0])) if fault.until else None
        value = self._marks.values.get(known)
        correction = None
        if value and fault.instead and value.line == value.end_line:
            correction = Correction(value, self.written(fault.instead), fault.is_safe)
        elif patch and is_harmless(patch.text):
            correction = Correction(self._piece(known, int(patch.start[0]), int(patch.end[0])), patch.text)
        return Problem(self.file, mark.line, mark.column, fault.code, fault.message, span, correction)

    def _correction(self, fault: Fault, at: FieldPath, span: TextRange | None) -> Correction | None:
        """What to write for the name or the value of a field, and in the fields beside it."""
        mark, in_table = self.marks[at], self.file.suffix == ".csv"
        is_shaped = fault.code == "not-text" and fault.instead is not None
        is_shaped |= fault.code == "not-a-list" and "[" not in (fault.instead or "")[:1]
        if is_shaped and not in_table:
            return reshaped(self.source.split("\n"), mark.line, mark.column, fault.code, named=isinstance(at[-1], str))
        if in_table and len(at) == 1 and fault.instead == "":
            return self._row(at)
        if span is None or fault.instead is None:
            return None
        if not (fault.instead or fault.of_name or in_table):
            return without_field(self.source.split("\n"), mark.line, mark.column, span)
        is_raw = fault.of_name or fault.code == "not-a-list"
        edits = [Edit(span, fault.instead if is_raw else self.written(fault.instead))]
        if fault.new_name and (*at[:-1], fault.new_name) in self.marks:
            return None
        if fault.new_name:
            edits.append(Edit(self._name(at), fault.new_name))
        for other, text in fault.beside:
            edit = self._beside(at, other, text, span, kept=fault.code != "csv-columns")
            if edit is None:
                return None
            edits.append(edit)
        return joined(self.source, edits, is_safe=fault.is_safe)

    def _row(self, at: FieldPath) -> Correction:
        """A row of a table taken away."""
        ends = [span.end_line for path, span in self._marks.values.items() if path[:1] == at]
        return Correction(TextRange(self.marks[at].line, 1, max(ends) + 1, 1), "")

    def _beside(self, at: FieldPath, name: str, text: str, span: TextRange, *, kept: bool) -> Edit | None:
        """How a field beside another gets a value: in the place of its own, or on a line below.

        Words of an editor are `kept`: then there is no way where a note says something already.
        """
        other = (*at[:-1], name)
        value, field = self._marks.values.get(other), self.marks[at]
        if value or other in self.marks:
            is_kept = kept and (name.endswith("note") or name == "time")
            if value is None or value.line != value.end_line or (is_kept and value.column != value.end_column):
                return None
            return Edit(value, self.written(text))
        line = self.source.split("\n")[span.end_line - 1]
        if self.file.suffix == ".csv" or line[span.end_column - 1 :].strip():
            return None
        here = TextRange(span.end_line, span.end_column, span.end_line, span.end_column)
        written = text if _IDS.fullmatch(text) else self.written(text)
        return Edit(here, f"\n{' ' * (field.column - 1)}{name}: {written}")

    def _span(self, at: FieldPath, fault: Fault) -> TextRange | None:
        """The signs of the name of a field, or of its value."""
        if not fault.of_name:
            return self._marks.values.get(at)
        return self._name(at)

    def _name(self, at: FieldPath) -> TextRange:
        mark, name = self.marks[at], str(at[-1])
        return TextRange(mark.line, mark.column, mark.line, mark.column + len(name))

    def _piece(self, at: FieldPath, start: int, end: int) -> TextRange:
        """Where the signs between two places in the text of a field stand."""
        first, last = self._within(at, start), self._within(at, max(start, end - 1))
        return TextRange(first.line, first.column, last.line, last.column + (end > start))

    def _within(self, at: FieldPath, offset: int) -> TextPosition:
        """Where a place in the text of a field stands, that begins at a mark, or behind its name there."""
        mark, named = self.marks[at], isinstance(at[-1], str)
        start = offset_of(self.source, mark.line, mark.column)
        in_table = self.file.suffix == ".csv"
        place = place_within(self.source, start, offset, named=named and not in_table, in_table=in_table)
        return TextPosition(self.source.count("\n", 0, place) + 1, place - self.source.rfind("\n", 0, place))


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
    whole = _as_windows_has_it(text)
    if whole is None:
        return (Problem(file, line, column, "not-utf8", message),)
    start, end = found.start(), max(match.end() for match in _UNDECODED.finditer(text))
    first = start - len(re.split(r"[^\w’'-]", text[:start])[-1])
    word = re.compile(r"[\w’'-]+").match(whole, first)
    signs = TextRange(line, column, text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end))
    hint = f" Dan staat hier {quoted(word[0])}." if word else ""
    right = Correction(signs, whole[start:end]) if signs.end_line == line else None
    return (Problem(file, line, column, "not-utf8", message + hint, None, right),)


def _as_windows_has_it(text: str) -> str | None:
    """A text that Windows saved in its own encoding; none where another one fits as well."""
    if _OTHERWISE_ENCODED.search(text):
        return None
    given = {found[0] for found in _UNDECODED.finditer(text)}
    meant = {sign: bytes([ord(sign) & 0xFF]).decode("cp1252", "replace") for sign in given}
    if not all(re.fullmatch(r"[À-ÖØ-öø-ÿ‘’“”–—…€]", sign) for sign in meant.values()):
        return None
    return _UNDECODED.sub(lambda sign: meant[sign[0]], text)
