"""A long page gets a list of its parts, below its lead: where each of them begins."""

from __future__ import annotations

import re
from html import escape

from lrt_site.tabling import words_in
from lrt_site.visible import CONTENTS

_LONG = 5
"""A page of so many parts is a long one."""
_PART = re.compile(r'(?<!<summary>)<h2\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h2>', re.DOTALL)
_LEAD = re.compile(r'<p class="lead\b.*?</p>\n?', re.DOTALL)
_ANSWERS = re.compile(
    r'(?:\s*<section class="first"[^>]*>(?:(?!</?section).|<section\b(?:(?!</?section).)*</section>)*</section>\n?)*',
    re.DOTALL,
)
"""What goes with a lead, before all else."""
_BEGINS = re.compile(r"(?:<(?:div|section)\b[^>]*>\s*)*<h2\b")
_AFTERWORD = '<div class="afterword">'


def with_contents(html: str, language: str = "") -> str:
    """The page, and if it is long its contents.

    What stands below it is no part of it, and a folded part is short: it needs no line in a list.

    `language` is that of its headings, if not Dutch.
    """
    begins = html.find("<main")
    ends = html.find(_AFTERWORD, begins)
    body = html[begins : ends if ends >= 0 else html.find("</main>", begins)]
    parts = [(part["id"], words_in(part["title"])) for part in _PART.finditer(body)]
    first = _BEGINS.search(body)
    if len(parts) < _LONG or first is None:
        return html
    lead = _LEAD.search(body, 0, first.start())
    answers = _ANSWERS.match(body, lead.end()) if lead else None
    at = begins + (answers.end() if answers else first.start())
    return f"{html[:at]}{_listed(parts, language)}{html[at:]}"


def _listed(parts: list[tuple[str, str]], language: str) -> str:
    spoken = f' lang="{language}"' if language else ""
    items = "\n".join(f'<li><a href="#{identifier}">{escape(title)}</a></li>' for identifier, title in parts)
    return (
        f'<nav class="{CONTENTS}" aria-label="Op deze pagina"><details><summary>Op deze pagina</summary>\n'
        f"<ul{spoken}>\n{items}\n</ul>\n</details></nav>\n"
    )
