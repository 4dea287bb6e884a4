"""A robot that walks a page with the Tab key alone."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.audits.findings import Finding
from tests.audits.layout import STOPS, seen

WIDTHS = (320, 1280)
FARTHEST = 60
"""So many stops are looked at on a page: those after them are of the same kinds."""


def keyboard(page: Page, subject: object) -> Iterator[Finding]:
    """Few stops before the text, and each in view and ringed."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.reload()  # the walk begins where the last one ended, whatever was blurred
        before, lost, plain = _walked(page)
        yield Finding(
            f"Tab stops before the text at {width} px", f"<= {STOPS}", str(subject), str(before), before <= STOPS
        )
        for bar, found in (("in view", lost), ("ringed by 2 px", plain)):
            shown = "; ".join(f"`{one}`" for one in found[:3])
            yield Finding(f"Each Tab stop is {bar} at {width} px", "0", str(subject), str(len(found)), not found, shown)


def _walked(page: Page) -> tuple[int, list[str], list[str]]:
    """How many stops come before the text, which stops are out of view, and which have no ring."""
    before, in_text, lost, plain = 0, False, [], []
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        stop = seen(page, "focused")
        if stop is None or not stop["first"]:
            break
        in_text = in_text or stop["inMain"]
        before += not in_text
        if not stop["seen"]:
            lost.append(stop["told"])
        if not stop["ringed"]:
            plain.append(stop["told"])
    return before, lost, plain
