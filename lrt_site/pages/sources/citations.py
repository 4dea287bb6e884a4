"""The page about how documents are cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sources import CitationPattern
from lrt_site.pages.shared.common import Footnotes, Frame, Said, data_links, linked, trail
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.runs import Run
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class PatternView:
    """A way of citing, with the address that goes with it."""

    what: Said
    citation: tuple[Run, ...]
    url: str
    opens: bool
    """Whether the address is one that can be opened, not a pattern with a part left open."""


@dataclass(frozen=True, slots=True)
class CitationsPage:
    """What templates/sources/citations.html.jinja is given."""

    template: ClassVar[str] = "sources/citations.html.jinja"

    frame: Frame
    patterns: tuple[PatternView, ...]


def _citations_page(register: Register) -> CitationsPage:
    notes = Footnotes(register)
    patterns = register.all(CitationPattern)
    return CitationsPage(
        patterns=tuple(_pattern(pattern, notes, register) for pattern in patterns.values()),
        frame=Frame(
            urls.CITATIONS,
            NAMES[urls.CITATIONS],
            _first_pattern(tuple(patterns.values())),
            trail(link_to_page(urls.SOURCES)),
            references=notes.references(),
            data=data_links(*patterns.values()),
        ),
    )


def _first_pattern(patterns: Sequence[CitationPattern]) -> str:
    explained = "Zo staat hier van elk soort stuk hoe het heet en op welk webadres het staat."
    first = next((pattern for pattern in patterns if pattern.citation), None)
    return f"{capitalised(first.what)} heet ‘{first.citation}’. {explained}" if first else explained


def _pattern(pattern: CitationPattern, notes: Footnotes, register: Register) -> PatternView:
    url = pattern.url or ""
    return PatternView(
        what=notes.said(capitalised(pattern.what), pattern, "what", anchor=pattern.id),
        citation=linked(pattern.citation or "", register),
        url=url,
        opens=bool(re.fullmatch(r"https?://[^\s<>]+", url)),
    )
