"""Pieces of pages that show, in the handbook, what pages are made of.

A page of the handbook names the page that a piece is taken from, and what it is by its element and its class. So a
piece is what the templates make of it now, and cannot be out of date.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WANTED = re.compile(r'<div class="specimen" data-page="([^"]+)" data-part="([a-z]+)\.([a-z-]+)">.*?</div>', re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*?(\w+)\.css">\n')
_NAMES = re.compile(r'\s(id|for|list|popovertarget|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_LINK = re.compile(r'(<a\b)((?![^>]* href="https?:)[^>]*)>')
_OF_LINK = re.compile(r'\s(?:href|aria-label)="[^"]*"')
_OF_FORM = re.compile(r'\saction="[^"]*"|\shidden(?=[\s>])')
_ROW_LINK = re.compile(r'<a class="row-link".*?</a>')


def filled(html: str, page: Callable[[str], str]) -> str:
    """The page with each piece that it asks for in its place, and with the style sheets of the pages they come from.

    `page` gives a page by its address. A piece leads nowhere: what it would lead to is not on this site.
    """
    if not _WANTED.search(html):
        return html
    sheets = dict.fromkeys(_SHEET.findall(html))
    asked = {found[1]: page(found[1]) for found in _WANTED.finditer(html)}
    more = [name for text in asked.values() for name in _SHEET.findall(text) if name not in sheets]
    numbers = iter(range(1, len(_WANTED.findall(html)) + 1))
    html = _WANTED.sub(lambda found: _shown(asked[found[1]], found[2], found[3], next(numbers)), html)
    last = list(_SHEET.finditer(html))[-1]
    own = last[0].replace(f"{last[1]}.css", "{}.css")
    return html[: last.end()] + "".join(own.format(name) for name in dict.fromkeys(more)) + html[last.end() :]


def _shown(html: str, element: str, style: str, number: int) -> str:
    piece = _OF_FORM.sub("", _ROW_LINK.sub("", cut(html, element, style)))
    piece = _LINK.sub(lambda found: f"{found[1]}{_OF_LINK.sub('', found[2])}>", piece)
    piece = _NAMES.sub(lambda found: f' {found[1]}="{_numbered(found[2], number)}"', piece)
    piece = piece.replace("url(#", f"url(#{_numbered('', number)}")
    return f'<div class="specimen" lang="nl">\n{piece}\n</div>'


def cut(html: str, element: str, style: str) -> str:
    """The first such element with this class on a page, as a whole; LookupError where there is none."""
    start = re.search(rf'<{element}\b[^>]*\bclass="(?:[^"]* )?{style}(?: [^"]*)?"', html)
    depth = 0
    for tag in re.finditer(rf"<(/?){element}\b", html[start.start() :] if start else ""):
        depth += -1 if tag[1] else 1
        if depth == 0 and start:
            return html[start.start() : start.start() + tag.end() + 1]
    raise LookupError(f"{element}.{style}")


def _numbered(names: str, number: int) -> str:
    """Names of elements that no other piece on the page has."""
    return " ".join(f"deel-{number}-{name}" for name in names.split(" "))
