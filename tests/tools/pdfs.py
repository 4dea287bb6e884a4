"""A tagged PDF as a screen reader meets it: its parts and their text in the order of the structure, not of the page."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_MAPPED = re.compile(r"<([0-9A-F]+)>\s*<([0-9A-F]+)>")
_RANGE = re.compile(r"<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>")


@dataclass(frozen=True)
class Part:
    """An element of the structure that holds text itself, or a picture, or a link."""

    path: tuple[str, ...]
    """The tags from the document down to the element."""
    text: str
    alternative: str | None

    @property
    def tag(self) -> str:
        return self.path[-1]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def parts_of(pdf: pikepdf.Pdf) -> list[Part]:
    """All elements in the order in which they are read, each with the text that it holds itself."""
    texts = {page.obj.objgen: _texts_on(page) for page in pdf.pages}
    return list(_parts(pdf.Root.StructTreeRoot.K, (), texts, None))


def text_of(pdf: pikepdf.Pdf) -> str:
    """All text in the order in which it is read, without what stands at the edges of pages."""
    return "".join(part.text for part in parts_of(pdf))


def _parts(
    node: pikepdf.Object,
    path: tuple[str, ...],
    texts: dict[tuple[int, int], dict[int, str]],
    page: pikepdf.Object | None,
) -> Iterator[Part]:
    for thing in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
            inner = (*path, str(thing.S).lstrip("/"))
            alternative = str(thing.Alt) if "/Alt" in thing else None
            yield Part(inner, "", alternative)
            if "/K" in thing:
                yield from _parts(thing.K, inner, texts, thing.get("/Pg", page))
        else:
            marked = thing if not isinstance(thing, pikepdf.Dictionary) else thing.get("/MCID")
            home = thing.get("/Pg", page) if isinstance(thing, pikepdf.Dictionary) else page
            if marked is not None and home is not None:
                yield Part(path, texts[home.objgen].get(int(marked), ""), None)


def _texts_on(page: pikepdf.Page) -> dict[int, str]:
    """The text of every marked stretch of a page, by its number."""
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    shown: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, order = instruction.operands, str(instruction.operator)
        if order in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            marks.append(None if number is None else int(number))
        elif order == "EMC":
            marks.pop()
        elif order == "Tf":
            shown = fonts[str(operands[0])]
        elif order in ("Tj", "TJ"):
            inside = next((mark for mark in reversed(marks) if mark is not None), None)
            if inside is not None:
                found[inside] = found.get(inside, "") + _decoded(operands[0], shown)
    return found


def _decoded(shown: pikepdf.Object, characters: dict[int, str]) -> str:
    strings = [
        thing for thing in (shown if isinstance(shown, pikepdf.Array) else [shown]) if isinstance(thing, pikepdf.String)
    ]
    codes = b"".join(bytes(string) for string in strings)
    return "".join(characters.get(int.from_bytes(codes[at : at + 2]), "?") for at in range(0, len(codes), 2))


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """The characters behind the codes of a font, as the document itself maps them."""
    table = font.ToUnicode.read_bytes().decode("ascii").upper()
    mapped: dict[int, str] = {}
    for block in re.findall(r"BEGINBFCHAR(.*?)ENDBFCHAR", table, re.DOTALL):
        mapped |= {int(code, 16): _unicode(sign) for code, sign in _MAPPED.findall(block)}
    for block in re.findall(r"BEGINBFRANGE(.*?)ENDBFRANGE", table, re.DOTALL):
        for first, last, sign in _RANGE.findall(block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                mapped[int(first, 16) + step] = chr(ord(_unicode(sign)) + step)
    return mapped


def _unicode(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")
