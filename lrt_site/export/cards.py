"""The card of a page: the picture that others show who link to it. Paper, ink and one colour; the same bytes each time.

Words are drawn once for all cards: most of what cards say, they share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate, takewhile
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from lrt_site.caching import Cache, key_of

WIDTH, HEIGHT = 1200, 630
_PAPER, _SOFT, _INK, _COLOUR = range(4)
_PALETTE = bytes.fromhex("ffffff 8d8d8d 1b1b1b 0f4c5c")
_BITS = 2
_SHADES = bytes(_PAPER if shade < 85 else _SOFT if shade < 170 else _INK for shade in range(256))
"""How dark a sign is at a place, in the three shades that a card has."""
_RUN_LENGTHS = 3
"""Pillow's number for packing that only looks for runs: fast, and the same on every processor."""
_LEFT, _ROOM = 80, WIDTH - 160
_SMALL = 38
_TITLE_TOP, _TITLE_ROOM = 178, 330
_TITLE_SIZES = (72, 60, 50)
_LINE, _BASE = 1.2, 0.92
"""The height of a line, and how far down in it signs stand, in the size of these."""
_OVERHANG = 4
"""So far a sign can stand out to the left of its place."""
_REMEMBERED = 4_000
"""So many words are remembered at most."""


class Card(NamedTuple):
    """What a card says."""

    site: str
    title: str
    below: str
    """The section of the page, and the moment that it is about."""
    fictitious: bool = False


def kept(card: Card, pictures: Cache) -> bytes:
    """The card as PNG, made now or before."""
    key = key_of("card", *map(str, card))
    known = pictures.get(key)
    if known is not None:
        return known
    made = as_png(card)
    pictures.put(key, made)
    return made


def as_png(card: Card) -> bytes:
    """The card as PNG."""
    picture = Image.new("P", (WIDTH, HEIGHT), _PAPER)
    picture.putpalette(_PALETTE)
    picture.paste(_COLOUR, (0, 0, WIDTH, 18))
    room = _ROOM - (_stamp(picture) if card.fictitious else 0)
    _write(picture, 59, _lines(card.site, _SMALL, room)[:1], _SMALL)
    picture.paste(_SOFT, (_LEFT, 128, WIDTH - _LEFT, 130))
    size, lines = _title(card.title)
    _write(picture, _TITLE_TOP, lines, size)
    _write(picture, 540, _lines(card.below, _SMALL, _ROOM)[:1], _SMALL)
    packed = BytesIO()
    picture.save(packed, "PNG", bits=_BITS, compress_type=_RUN_LENGTHS)
    return packed.getvalue()


def _title(title: str) -> tuple[int, list[str]]:
    """The lines of a title in the largest size in which it has room, else as much of it as has room."""
    for size in _TITLE_SIZES:
        lines = _lines(title, size, _ROOM)
        if len(lines) <= _room_for(size):
            return size, lines
    smallest = _TITLE_SIZES[-1]
    *kept, last = _lines(title, smallest, _ROOM)[: _room_for(smallest)]
    while _width(f"{last} …", smallest) > _ROOM:
        last = (last.rpartition(" ")[0] or last[:-1]).rstrip()
    return smallest, [*kept, f"{last} …"]


def _room_for(size: int) -> int:
    """For how many lines of a title there is room."""
    return int(_TITLE_ROOM / (size * _LINE))


def _lines(text: str, size: int, room: int) -> list[str]:
    """A text in lines that have room; a word that has none on a line for itself goes on on the next."""
    lines: list[str] = []
    for word in _words(text, size, room):
        if lines and _width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _words(text: str, size: int, room: int) -> Iterator[str]:
    for word in unicodedata.normalize("NFC", text.replace("\xad", "")).split():
        rest = word
        while _width(rest, size) > room:
            starts = takewhile(lambda start: _width(f"{start}-", size) <= room, accumulate(rest))
            part = max(starts, key=len, default=rest[0])
            yield f"{part}-"
            rest = rest[len(part) :]
        yield rest


def _width(text: str, size: int) -> float:
    words = text.split()
    return sum(_length(word, size) for word in words) + _length(" ", size) * (len(words) - 1)


@lru_cache(maxsize=_REMEMBERED)
def _length(word: str, size: int) -> float:
    return _font(size).getlength(word)


def _write(picture: Image.Image, top: int, lines: list[str], size: int) -> None:
    for number, line in enumerate(lines):
        place: float = _LEFT
        for word in line.split():
            picture.paste(_drawn(word, size), (round(place) - _OVERHANG, top + round(number * size * _LINE)))
            place += _length(word, size) + _length(" ", size)


@lru_cache(maxsize=_REMEMBERED)
def _drawn(word: str, size: int) -> Image.Image:
    grey = Image.new("L", (int(_length(word, size)) + 2 * _OVERHANG, round(size * _LINE)))
    ImageDraw.Draw(grey).text((_OVERHANG, round(size * _BASE)), word, fill=255, font=_font(size), anchor="ls")
    return Image.frombytes("P", grey.size, grey.tobytes().translate(_SHADES))


def _stamp(picture: Image.Image) -> int:
    """Put on the card that what it tells of is made up; how much room that takes."""
    drawn = _drawn("Fictief", _SMALL)
    left = WIDTH - _LEFT - drawn.width - 24
    picture.paste(_COLOUR, (left, 54, WIDTH - _LEFT, 112))
    on_colour = bytes((_COLOUR, _COLOUR, _PAPER)).ljust(256, b"\0")
    picture.paste(Image.frombytes("P", drawn.size, drawn.tobytes().translate(on_colour)), (left + 12, 59))
    return WIDTH - _LEFT - left + 40


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = BytesIO(files("lrt_site.export").joinpath("card_font.ttf").read_bytes())
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
