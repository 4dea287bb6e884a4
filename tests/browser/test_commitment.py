"""The page of T02933 on the screens that people have."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ADDRESS = "/toezeggingen/T02933/"
LAPTOP = (1280, 800)
SPARE = 55
"""So many pixels longer is the page in DejaVu, the widest font that readers have, than in the fonts of these tests."""


def test_the_difference_in_scope_and_the_three_answers_stand_on_the_first_screen_of_a_laptop(
    real_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": LAPTOP[0], "height": LAPTOP[1]})
    page.goto(served(real_site) + ADDRESS)
    for part in (".scopes", ".verdicts"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= LAPTOP[1] - SPARE, part
    tops = {box["y"] for locator in page.locator(".verdicts > section").all() if (box := locator.bounding_box())}
    assert len(tops) == 1
    page.close()


@pytest.mark.parametrize(("width", "media"), [(320, "screen"), (680, "print")])
def test_the_line_in_time_fits(
    real_site: Path, served: Callable[[Path], str], browser: Browser, width: int, media: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(media="print" if media == "print" else "screen")
    page.goto(served(real_site) + ADDRESS)
    drawing = page.get_by_role("img", name="Tijdlijn van toezegging T02933")
    expect(drawing).to_be_visible()
    right = drawing.evaluate(
        "one => Math.max(...[...one.querySelectorAll('text')].map(t => t.getBoundingClientRect().right))"
    )
    assert right <= width
    page.close()
