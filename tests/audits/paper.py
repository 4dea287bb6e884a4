"""What is lost on paper: nothing that a table or the list of sources says."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.audits.findings import Finding
from tests.tools.pdfs import opened, text_of

CELLS = """() => [...document.querySelectorAll('main td, main th')].map(cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.ref, .source-note, .row-link, button, svg, script').forEach(one => one.remove());
    return copy.textContent;
})"""
SOURCES = """() => [...document.querySelectorAll('.sources > ol > li')].map(item => {
    const copy = item.cloneNode(true);
    copy.querySelectorAll('.more, .back').forEach(one => one.remove());
    return copy.textContent;
})"""
SIGNS = re.compile(r"[^\w]+")


def paper(page: Page, subject: object) -> Iterator[Finding]:
    """The words of every cell and every source, looked for in the PDF that the browser prints."""
    cells, sources = page.evaluate(CELLS), page.evaluate(SOURCES)
    if not cells and not sources:
        return
    printed = bare(text_of(opened(page.pdf(format="A4", tagged=True))))
    for bar, texts in (("Cells of tables in the PDF", cells), ("Sources of the page in the PDF", sources)):
        lost = [" ".join(text.split())[:50] for text in texts if bare(text) not in printed]
        shown = "; ".join(f"`{one}`" for one in lost[:4])
        yield Finding(bar, "0 lost", str(subject), f"{len(lost)} of {len(texts)}", not lost, shown)


def bare(text: str) -> str:
    """The letters and digits of a text: lines break anywhere."""
    return SIGNS.sub("", text.replace("\xad", "")).casefold()
