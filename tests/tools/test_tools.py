"""The tools of these tests find what they are there to find."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.tools.checkers import HtmlError, Violation, unlike

SOUND = """<!doctype html>
<html lang="nl">
<title>Proef</title>
<main><h1 id="kop">Proef</h1><p>Tekst</p></main>
</html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_axe_finds_no_fault_in_a_sound_page(
    folder: Path,
    browser: Browser,
    served: Callable[[Path], str],
    axe: Callable[[Page], tuple[Violation, ...]],
) -> None:
    with browser.new_page() as page:
        page.goto(served(folder))
        assert axe(page) == ()


def test_axe_sees_a_picture_without_words(
    folder: Path,
    browser: Browser,
    served: Callable[[Path], str],
    axe: Callable[[Page], tuple[Violation, ...]],
) -> None:
    (folder / "index.html").write_text(SOUND.replace("Tekst", '<img src="kaart.png">'), encoding="utf-8")
    with browser.new_page() as page:
        page.goto(served(folder))
        assert [violation.rule for violation in axe(page)] == ["image-alt"]


def test_the_html_checker_sees_one_id_used_twice_and_no_fault_in_a_sound_page(
    folder: Path, vnu: Callable[[Iterable[Path]], list[HtmlError]]
) -> None:
    page = folder / "tweemaal.html"
    page.write_text(SOUND.replace("<p>", '<p id="kop">'), encoding="utf-8")
    assert [(error.file, error.message) for error in vnu([folder])] == [(page, "Duplicate ID “kop”.")]


def test_of_pages_that_are_built_alike_one_is_checked(folder: Path) -> None:
    pages = {
        "a": SOUND.replace("<p>", '<p class="lang genoeg">'),
        "b": SOUND.replace("<p>", '<p class="kort">'),
        "c": SOUND.replace("Tekst", "<b>Tekst</b>"),
        "d": SOUND.replace("<p>", '<p id="x">'),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    assert sorted(page.stem for page in unlike([folder])) == ["a", "c", "d"]


def test_a_missing_page_gets_the_page_for_that(folder: Path, browser: Browser, served: Callable[[Path], str]) -> None:
    (folder / "404.html").write_text(SOUND.replace("Tekst", "Niet gevonden"), encoding="utf-8")
    with browser.new_page() as page:
        answer = page.goto(f"{served(folder)}/bestaat-niet/")
        assert answer is not None
        assert (answer.status, page.inner_text("p")) == (404, "Niet gevonden")


@pytest.mark.parametrize(
    ("family", "font"),
    [("serif", "Tinos"), ("sans-serif", "Arimo"), ("system-ui", "Arimo"), ("monospace", "Cousine"), ("x", "Tinos")],
)
def test_text_is_set_in_the_fonts_of_the_tests_and_in_no_other(
    folder: Path, browser: Browser, served: Callable[[Path], str], family: str, font: str
) -> None:
    text = SOUND.replace("<p>", f'<p style="font-family: {family}">')
    (folder / "index.html").write_text(text, encoding="utf-8")
    with browser.new_page() as page:
        page.goto(served(folder))
        inspector = page.context.new_cdp_session(page)
        inspector.send("DOM.enable")
        inspector.send("CSS.enable")
        root = inspector.send("DOM.getDocument")["root"]["nodeId"]
        node = inspector.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
        used = inspector.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [item["familyName"] for item in used] == [font]


def test_a_page_that_is_lent_again_is_as_a_new_one(
    folder: Path, browser: Browser, served: Callable[[Path], str]
) -> None:
    heard: list[str] = []
    with browser.new_page(viewport={"width": 320, "height": 500}, color_scheme="dark") as page:
        page.on("request", lambda request: heard.append(request.url))
        page.route("**", lambda route: route.fulfill(body="gekaapt"))
        page.goto(served(folder))
        page.context.add_cookies([{"name": "spoor", "value": "x", "url": served(folder)}])
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    known = len(heard)
    with browser.new_page() as again:
        assert again.viewport_size == {"width": 1280, "height": 720}
        again.goto(served(folder))
        assert again.inner_text("p") == "Tekst"
        assert not again.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert again.context.cookies() == []
        assert len(heard) == known
