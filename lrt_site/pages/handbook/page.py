"""A page of the handbook, as MkDocs wrote it, in the frame of the site."""

from __future__ import annotations

import re
from html import unescape
from typing import ClassVar

from markupsafe import Markup

from lrt_site.frozen import dataclass
from lrt_site.pages.shared.common import Frame

_BODY = re.compile(r'<div class="handbook">.*</div>(?=\s*</div>\s*<footer class="colophon">)', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """What templates/handbook/page.html.jinja is given."""

    template: ClassVar[str] = "handbook/page.html.jinja"

    body: Markup
    """The way to the page, its text and the chapters."""
    frame: Frame


def page(address: str, html: str) -> HandbookPage | None:
    """The page of which MkDocs made this; none where the project gave it a frame of its own."""
    body, title, description = (pattern.search(html) for pattern in (_BODY, _TITLE, _DESCRIPTION))
    if not (body and title and description):
        return None
    frame = Frame(address, unescape(title[1]), unescape(description[1]), trail=())
    return HandbookPage(Markup(body[0]), frame)  # noqa: S704 - the project's own text, as MkDocs made it
