"""What makes a page look as it should: style sheets by what stands on it, and files without what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import PurePosixPath

import lightningcss
import rjsmin

from lrt_site import urls

_FIRST = "site"
"""The sheet of every page."""
_SIGNS = re.compile(r' class="([^"]*)"|<(blockquote|dl|h[456]|hr|pre)\b')
_ASKED_BY: Mapping[str, str] = {
    "kept": "archived notice pending",
    "record": "address afterword clock",
    "seldom": "blockquote doorway h4 h5 h6 hr long longer plain pre",
    "facts": "dl facts note",
    "apart": "contradictions entries missing",
    "records": "meaning outcome records",
    "marks": "mark outcome",
    "today": "today",
    "contents": "contents",
    "notes": "cited ref",
    "links": "fact-link",
    "table": "table",
    "matrix": "as-matrix",
    "rows": "files row-link",
    "chart": "chart key",
    "lines": "months seat-line slip-line",
    "forms": "filter picker visit",
    "sides": "claims first sides",
    "time": "beside dots strip terms timeline year",
    "figures": "cards inline sparks spark",
    "map": "maps",
    "meetings": "signs years",
    "gaps": "counted fixed gaps lacking",
    "sources": "index kind",
    "home": "tiles",
    "search": "letters search titles",
    "publications": "compared hash passed prose publications reason version-entry was-is outcome",
    "recorded": "inner parts recorded",
    "commitments": "counts cutoffs dates promises scopes successors verdict",
    "handbook": "handbook",
    "remarks": "admonition footnote specimen",
}
"""The classes and elements that ask for each of the other sheets, in the order in which a page loads them."""


def styled(html: str, to: Callable[[str], str]) -> str:
    """The page with the style sheets of what stands on it, right after that of all pages."""
    standing = frozenset(" ".join(chain.from_iterable(_SIGNS.findall(html))).split())
    sheets = (name for name, classes in _ASKED.items() if not classes.isdisjoint(standing))
    first = _link_to(_FIRST, to)
    return html.replace(first, "\n".join((first, *(_link_to(name, to) for name in sheets))), 1)


def served(path: str, data: bytes) -> bytes:
    """A static file as it is served: a style sheet or script without spaces and comments, another as it is.

    So is one that cannot be read: it may be that of a project, and a browser takes of it what it can.
    """
    shorten = _SHORTEN.get(PurePosixPath(path).suffix)
    try:
        return shorten(data.decode()).encode() if shorten else data
    except ValueError:
        return data


_ASKED = {name: frozenset(classes.split()) for name, classes in _ASKED_BY.items()}

_SHORTEN: Mapping[str, Callable[[str], str]] = {
    ".css": lambda text: lightningcss.process_stylesheet(text, minify=True),
    ".js": rjsmin.jsmin,
}


def _link_to(sheet: str, to: Callable[[str], str]) -> str:
    return f'<link rel="stylesheet" href="{to(f"{urls.STATIC}{sheet}.css")}">'
