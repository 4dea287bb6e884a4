"""What is lost on paper: nothing that a table or the list of sources says."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.audits.findings import Finding
from tests.tools.pdfs import opened, text_of

PIECES = """found => [...document.querySelectorAll(found)].map(item => {
    const copy = item.cloneNode(true);
    const apart = '.ref, .source-note, .row-link, .fact-link, .more, .back, .hidden, button, svg';
    copy.querySelectorAll(apart).forEach(one => one.remove());
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT), pieces = [];
    while (walker.nextNode()) pieces.push(walker.currentNode.data);
    return pieces;
})"""
"""What stands in each element that is found, in pieces: signs and numbers of sources come in between."""
CELLS, SOURCES = "main td, main th", ".sources > ol > li"
SIGNS = re.compile(r"[^\w]+")


def paper(page: Page, subject: object) -> Iterator[Finding]:
    """The words of every cell and every source, looked for in the PDF that the browser prints."""
    cells, sources = page.evaluate(PIECES, CELLS), page.evaluate(PIECES, SOURCES)
    if not cells and not sources:
        return
    printed = bare(text_of(opened(page.pdf(format="A4", tagged=True))))
    for bar, items in (("Cells of tables in the PDF", cells), ("Sources of the page in the PDF", sources)):
        lost = [" ".join(piece.split()) for pieces in items for piece in pieces if bare(piece) not in printed]
        shown = "; ".join(f"`{one[:60]}`" for one in lost[:4])
        yield Finding(bar, "0 lost", str(subject), f"{len(lost)} of {len(items)}", not lost, shown)


def bare(text: str) -> str:
    """The letters and digits of a text: lines break anywhere."""
    return SIGNS.sub("", text.replace("\xad", "")).casefold()
