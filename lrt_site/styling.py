"""What makes a page look as it should: style sheets by what stands on it, and files without what nobody reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import lightningcss
import rjsmin

from lrt_site import urls

_FIRST = "site"
"""The sheet of every page."""


def with_sheet(html: str, name: str, to: Callable[[str], str]) -> str:
    """The page with one more style sheet, right after that of all pages."""
    first = _link_to(_FIRST, to)
    return html.replace(first, f"{first}\n{_link_to(name, to)}", 1)


def served(path: str, data: bytes) -> bytes:
    """A static file as it is served: a style sheet or script without spaces and comments, another as it is.

    So is one that cannot be read: it may be that of a project, and a browser takes of it what it can.
    """
    shorten = _SHORTEN.get(PurePosixPath(path).suffix)
    try:
        return shorten(data.decode()).encode() if shorten else data
    except ValueError:
        return data


_SHORTEN: Mapping[str, Callable[[str], str]] = {
    ".css": lambda text: lightningcss.process_stylesheet(text, minify=True),
    ".js": rjsmin.jsmin,
}


def _link_to(sheet: str, to: Callable[[str], str]) -> str:
    return f'<link rel="stylesheet" href="{to(f"{urls.STATIC}{sheet}.css")}">'
