"""The kinds of pages that a built site has, and a rich page of each."""

import re
from collections.abc import Iterator
from pathlib import Path

from lrt_site import files, output, urls
from lrt_site.model.portions import ROWS
from lrt_site.model.publications import History
from lrt_site.pages.publications import editions
from lrt_site.pages.publications.editions import Editions
from lrt_site.pages.shared.common import PageMaker
from lrt_site.sitemap import sheets, states
from lrt_site.sitemap.sheets import PlacedPage
from tests.builders import a_ledger, a_meeting, a_register, history_in, on
from tests.tools.sites import ROOT, editions_in, found_once

KINDS = sorted(
    file.relative_to(ROOT / "templates").as_posix()
    for file in (ROOT / "templates").rglob("*.html.jinja")
    if file.read_text("utf-8").startswith('{% extends "base.html.jinja" %}') and file.parent.name != "handbook"
)
"""A kind of page is a template that fills the frame of all; the handbook is looked at by itself."""
ONLY_OF_LONG_LISTS = ("gaps/part.html.jinja",)
"""The kinds of which a site has a page only where a list is too long for one."""
ELEMENT = re.compile(r'<([a-z]\w*)(?:[^>]* class="([^"]*)")?')
"""An element by its name and its classes."""
NEARLY = 0.95
"""So large a part of the most different elements is enough to choose the smaller page."""


def long_lists(folder: Path) -> dict[str, str]:
    """The address of a page of each of these kinds, on a site that published long lists, made in this folder."""
    meetings = (
        a_meeting(id=f"m-{place}", date=on(f"{2000 + place // 28}-01-{place % 28 + 1:02}")) for place in range(ROWS + 1)
    )
    register, templates = a_register(*meetings), files.read_templates(ROOT / "templates")
    history = history_in(a_ledger(register, addresses=states.addresses))
    (last,) = states.states(history, history.publications)
    pages = [
        sheet
        for sheet in sheets.living(history, editions.kept(history, set()), last)
        if f"/{urls.PART}/" in sheet.address and sheet.made().template in ONLY_OF_LONG_LISTS
    ]
    made = output.Kept()
    output.write_sheets(pages, output.renderer_of(templates[0], register.site.address), made, 1)
    files.write(folder, {**made.files, **templates[1]})
    return {sheet.made().template: sheet.address for sheet in pages}


def rich_pages(site: Path, content: str) -> dict[str, tuple[int, str]]:
    """Of every kind a rich page of the site of this content: how many different elements it has, and its address."""
    return found_once(site.with_suffix(".kinds"), lambda: _richest(site, content))


def _richest(site: Path, content: str) -> dict[str, tuple[int, str]]:
    """Of every kind the smallest page with nearly as many different elements as any: how many, and its address."""
    of_a_kind: dict[str, list[tuple[int, int, str]]] = {}
    kinds: dict[str, str] = {}
    for sheet in _all_sheets(*editions_in(site, content)):
        html = html_of(site, sheet.address)
        kind = _kind_of(sheet, kinds)
        of_a_kind.setdefault(kind, []).append((len(html), len(set(ELEMENT.findall(html))), sheet.address))
    return {
        kind: next(
            (elements, address)
            for _, elements, address in sorted(pages)
            if elements >= NEARLY * max(most for _, most, _ in pages)
        )
        for kind, pages in of_a_kind.items()
    }


def _kind_of(sheet: PlacedPage, known: dict[str, str]) -> str:
    """The kind of a page; one that is made when it is wanted is of the same kind in each of its editions."""
    if not isinstance(sheet.page, PageMaker):
        return sheet.page.template
    if sheet.page.address not in known:
        known[sheet.page.address] = sheet.made().template
    return known[sheet.page.address]


def html_of(site: Path, address: str) -> str:
    """The page at an address."""
    return (site / urls.file_of(address)).read_text("utf-8")


def _all_sheets(history: History, found: Editions) -> Iterator[PlacedPage]:
    """The pages of now, and every edition that is kept."""
    yield from sheets.living(history, found, next(states.states(history, (history.last,))))
    for state in states.states(history, history.publications):
        yield from sheets.archived(history, found, state)
