"""A half-year pack as PDF for print and archive: PDF/UA-1 and PDF/A-2a at once, the same bytes every time."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO

import pikepdf
import typst

from lrt_site.export.reminder.characters import as_number, unturned
from lrt_site.export.reminder.half_years import Pack
from lrt_site.model.dates import PartialDate
from lrt_site.problems import BrokenTemplateError

TEMPLATE = "reminder/reminder.typ"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]

_TABLE = ">4s3I"
"""A table of a font, as its directory lists it: tag, checksum, start and length."""

Data = str | int | bool | None | list["Data"] | dict[str, "Data"]


def as_pdf(pack: Pack, template: str) -> bytes:
    """The pack as a tagged PDF.

    What anybody wrote reaches the template as data and stays text. Signs that the fonts cannot show, which an
    archive refuses, stand there as their number: `[U+6F22]`.
    """
    day = pack.edition.date or pack.edition.read_until
    stamp = int(datetime.combine(day.earliest, time(), UTC).timestamp())
    for shown in (str, _displayable, _plain):
        data = json.dumps(_data(pack, shown), ensure_ascii=False)
        try:
            made = typst.compile(
                template.encode(),
                font_paths=_fonts(),
                ignore_system_fonts=True,
                sys_inputs={"pack": data},
                pdf_standards=STANDARDS,
                timestamp=stamp,
            )
            return _packed(made)
        except typst.TypstError as error:
            if shown is _plain:
                raise _broken(error) from error
    raise AssertionError("one of the ways above returns or raises")


def _broken(error: typst.TypstError) -> BrokenTemplateError:
    """The fault of a template of which no document can be made."""
    line = re.search(r"\.typ:(\d+):", error.diagnostic)
    message = f'Met dit sjabloon kan geen PDF worden gemaakt. In het Engels: "{error.message}".'
    return BrokenTemplateError(((TEMPLATE, int(line[1]) if line else 1),), message)


def _packed(made: bytes) -> bytes:
    """The same document in a third fewer bytes."""
    packed = BytesIO()
    with pikepdf.open(BytesIO(made)) as document:
        for stored in document.objects:
            if isinstance(stored, pikepdf.Dictionary) and "/FontFile2" in stored:
                stored.FontFile2.write(_unnamed(stored.FontFile2.read_bytes()))
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
            fix_metadata_version=False,  # else it is laid out anew, with indents
        )
    return packed.getvalue()


def _unnamed(font: bytes) -> bytes:
    """A TrueType font without the names that only an installed one needs (ISO 32000-1, 9.9)."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = [struct.unpack_from(_TABLE, font, 12 + 16 * place) for place in range(count)]
    kept = [table for table in tables if table[0] != b"name"]
    power = len(kept).bit_length() - 1
    search = 16 << power
    header = font[:4] + struct.pack(">4H", len(kept), search, power, 16 * len(kept) - search)
    directory, data = b"", b""
    for tag, checksum, start, length in kept:
        directory += struct.pack(_TABLE, tag, checksum, 12 + 16 * len(kept) + len(data), length)
        data += font[start : start + length] + bytes(-length % 4)
    return header + directory + data


@cache
def _fonts() -> typst.Fonts:
    """The fonts that come with typst: those of the machine would make other bytes elsewhere."""
    return typst.Fonts(include_system_fonts=False)


def _data(value: object, shown: Callable[[str], str]) -> Data:
    """A value as JSON data, dates in words."""
    if isinstance(value, PartialDate):
        return value.in_words
    if isinstance(value, str):
        return shown(unturned(value))
    if isinstance(value, tuple):
        return [_data(item, shown) for item in value]
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name), shown) for field in fields(value)}
    assert value is None or isinstance(value, int)
    return value


def _displayable(text: str) -> str:
    return "".join(sign if _can_show(sign) else as_number(sign) for sign in text)


def _plain(text: str) -> str:
    """For signs that can be shown alone and not together."""
    return "".join(
        sign if sign == "\n" or (sign < "\u0180" and sign.isprintable()) else as_number(sign) for sign in text
    )


@cache
def _can_show(sign: str) -> bool:
    try:
        typst.compile(
            b'#set document(title: "-")\n#sys.inputs.sign',
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"sign": sign},
            pdf_standards=STANDARDS,
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True
