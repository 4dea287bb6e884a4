"""What a page looks like on a phone: where its first sentence stands, and that nothing is cut or scrolls sideways."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.audits.findings import Finding

PHONE, SMALL = {"width": 320, "height": 640}, {"width": 320, "height": 256}
"""A phone, and a window of 1280 by 1024 at 400 %."""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""What 1.4.12 of WCAG says that a reader may set."""
FIRST, HEADER, STOPS = 240, 40, 12
LOOKS_INTO = Path(__file__).with_name("layout.js").read_text("utf-8")
A_FACT = re.compile(
    r"\b(1[89]|20)\d\d\b|\b\d{1,2} (jan|feb|maart|apr|mei|juni|juli|aug|sep|okt|nov|dec)"
    r"|\d[\d.,]*\s?(%|[a-z]{3})"
    r"|(?<=[\w,] )[A-Z]\w+"
)
"""A day, a year, a number with its unit, or a name inside a sentence."""


def seen(page: Page, what: str) -> Any:
    """What one function of `layout.js` says of the open page."""
    return page.evaluate(f"{LOOKS_INTO}.{what}()")


def layout(page: Page, subject: object) -> Iterator[Finding]:
    """The bars of a phone."""
    name = str(subject)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    yield _first_sentence(name, seen(page, "firstSentence"))
    words = seen(page, "firstScreen")
    fact = A_FACT.search(words)
    told = fact[0] if fact else "none"
    yield Finding("First fact on the first screen", "a day, number or name", name, told, bool(fact), words[:160])
    yield _none("Nothing scrolls sideways at 320 px", name, [told] if (told := seen(page, "tooWide")) else [])
    yield _none("No cell of a table is cut at 320 px", name, seen(page, "cutCells"))
    yield _none("No word of a table or heading is broken without a hyphen", name, seen(page, "brokenWords"))
    cut = set(seen(page, "cutTexts"))
    yield _none("No text is cut at 320 px", name, sorted(cut))
    page.evaluate(SPACED)
    spaced = [*seen(page, "cutTexts"), *([told] if (told := seen(page, "tooWide")) else [])]
    yield _none("Text spacing of 1.4.12 cuts nothing", name, [told for told in spaced if told not in cut])
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    share = round(100 * seen(page, "header") / SMALL["height"])
    yield Finding("Header at 320 × 256", f"<= {HEADER} %", name, f"{share} %", share <= HEADER)
    yield _none("Nothing scrolls sideways at 400 %", name, [told] if (told := seen(page, "tooWide")) else [])


def _first_sentence(name: str, first: dict[str, Any] | None) -> Finding:
    bar, target = "Top of the first own sentence at 320 px", f"<= {FIRST} px"
    if first is None:
        return Finding(bar, target, name, "none", False, "no sentence found")
    top = first["top"]
    return Finding(bar, target, name, f"{top} px (h1 {first['title']} px)", top <= FIRST, first["words"][:160])


def _none(bar: str, name: str, found: list[str]) -> Finding:
    return Finding(bar, "0", name, str(len(found)), not found, "; ".join(f"`{one}`" for one in found[:4]))
