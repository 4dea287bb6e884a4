"""How a stretch of text is marked, in HTML; Markdown takes that as it is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lrt_site.reviewing.blocks import Mark, MarkedWords

_TAGS: Mapping[Mark, str] = {"strong": "strong", "inserted": "ins", "deleted": "del", "code": "code"}


def tagged(word: MarkedWords, safe: str) -> str:
    """A text that was made safe, in the tags of its mark and its link."""
    tag = _TAGS.get(word.mark)
    marked = f"<{tag}>{safe}</{tag}>" if tag else safe
    return f'<a href="{escape(word.address)}">{marked}</a>' if word.address else marked
