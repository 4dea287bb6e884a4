"""Tables can be read on a small screen: measured on a rich page of every kind, and in the handbook."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lrt_site import urls
from tests.tools.kinds import html_of, rich_pages

HANDBOOK = ("/handboek/data/", "/handboek/redactie/deelnemers/")
FAULTS = """async () => {
  const faults = [], style = element => getComputedStyle(element);
  const shown = element => element.getClientRects().length && style(element).visibility === "visible";
  const tell = (what, element) => faults.push(`${what}: ${element.textContent.trim().slice(0, 60)}`);
  const range = document.createRange(), lines = (text, start, end) => {
    range.setStart(text, start); range.setEnd(text, end);
    return [...range.getClientRects()].filter(line => line.width > .5);
  };
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  for (const details of document.querySelectorAll("main details")) details.open = true;
  // How far a region can scroll, its style knows one frame after its layout.
  for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
  for (const table of document.querySelectorAll("table")) {
    const region = table.closest(".table[role=region][tabindex='0']");
    if (!region) { tell("no region", table); continue; }
    const caption = table.caption;
    if (!caption || !caption.textContent.trim()) tell("no caption", table);
    const more = region.scrollWidth - region.clientWidth, scrolls = more > 1;
    const sign = caption && getComputedStyle(caption, "::after").content;
    if (more !== 1 && scrolls !== /opzij/.test(sign)) tell(scrolls ? "no sign of more" : "a sign of more", table);
    if (scrolls && region.className.includes("as-cards") && innerWidth < 400) tell("cards that scroll", table);
    for (const row of table.querySelectorAll("tbody tr, tfoot tr"))
      if (row.cells[0].tagName !== "TH" || row.cells[0].scope !== "row") tell("no heading of a row", row);
    for (const cell of table.querySelectorAll("th, td")) {
      if (cell.tagName === "TH" && !cell.scope) tell("no scope", cell);
      if (!shown(cell)) continue;
      const edge = scrolls ? Infinity : region.getBoundingClientRect().right + 1;
      const own = cell.getBoundingClientRect(), head = cell.closest("thead");
      const clipped = head && style(head).clipPath !== "none";
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (!clipped && walk.nextNode()) {
        const text = walk.currentNode, parent = text.parentElement;
        const limit = Math.min(own.right + 1, edge), whole = lines(text, 0, text.length);
        if (whole.length < 2 && whole.every(line => line.right <= limit)) continue;
        if (!shown(parent) || parent.closest(".hidden, .row-link, .fact-link")) continue;
        for (const word of text.data.matchAll(/[^\\s–-]+/g)) {
          const there = lines(text, word.index, word.index + word[0].length);
          if (there.some(line => line.right > limit)) tell(`'${word[0]}' is cut`, cell);
          if (new Set(there.map(line => Math.round(line.top))).size < 2) continue;
          const hyphenated = style(parent).hyphens === "auto" || word[0].includes("/");
          if (!hyphenated && !parent.closest("code, .address")) tell(`'${word[0]}' is broken`, cell);
        }
      }
    }
  }
  return faults;
}"""
"""What is wrong with the tables of the open page. A word may be broken where it is hyphenated, an address or code.

Text on one line that has room there is not looked at word by word.
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        yield page


def test_no_table_loses_a_cell_a_word_or_its_headings_on_a_small_screen(
    page: Page, real_site: Path, fictief_site: Path, served: Callable[[Path], str]
) -> None:
    wrong: list[str] = []
    for site, content, handbook in ((real_site, "content", HANDBOOK), (fictief_site, "examples/fictief", ())):
        kinds = {address for _, address in rich_pages(site, content).values()}
        for address in (*sorted(kinds), *handbook):
            if "<table" not in html_of(site, address):
                continue
            page.goto(served(site) + address)
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                wrong += [f"{address} ({width}): {fault}" for fault in page.evaluate(FAULTS)]
    assert "\n".join(wrong) == ""


def test_a_keyboard_shows_and_follows_the_link_of_a_row(
    page: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    """Until a reader asks for them, these links are no stops of the keyboard."""
    page.goto(served(real_site) + urls.MEETINGS)
    links = page.locator(".row-link")
    assert not links.first.is_visible()
    page.get_by_role("link", name="link per rij van Vergaderingen", exact=True).press("Enter")
    assert links.first.is_visible()
    links.nth(1).press("Enter")
    assert page.url.endswith(f"#{page.locator('tr:target').get_attribute('id')}")


def test_a_keyboard_shows_and_follows_the_link_of_a_fact(
    page: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(served(real_site) + urls.TABLE)
    fact = page.locator(".said[id]", has=page.locator("button")).first
    link = fact.locator(".fact-link")
    assert not link.is_visible()
    fact.locator("button").first.focus()
    assert link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{fact.get_attribute('id')}")
    page.get_by_role("link", name="Toon bij elke zin een vaste link").press("Enter")
    assert all(shown.is_visible() for shown in page.locator("p .fact-link").all())


def test_a_card_is_still_a_row_of_a_table_for_who_listens(
    page: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    page.goto(served(real_site) + urls.MEETINGS)
    roles = ("table", "row", "columnheader", "rowheader", "cell")
    counted = []
    for width, shown in ((1280, "table-row"), (320, "flex")):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == shown
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        counted.append([sum(node["role"]["value"] == role for node in nodes if not node["ignored"]) for role in roles])
        session.detach()
    assert counted[0] == counted[1]
    assert min(counted[0]) >= 1
