"""In a real browser, without the content security policy that would stop it anyway, no script of an editor runs."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.tools.hostile import IN_A_NAME, SCRIPT, TEMPLATE, TURNING, hostile_ledger_site, hostile_site
from tests.tools.kinds import html_of
from tests.tools.pages import addresses_of
from tests.tools.sites import end_of

STRANGE = (
    "script:not([src], [type='application/ld+json']), img, svg[onload], [onerror], [onmouseover], [onclick], "
    "[href^='javascript' i]"
)
AT_A_TIME = 25
IN_FRAMES = """async ([ends, strange]) => {
    const opened = Object.keys(ends).map(address => new Promise(resolve => {
        const frame = document.createElement("iframe");
        frame.onload = () => resolve([address, frame]);
        frame.src = address;
        frame.hidden = true;
        document.body.append(frame);
    }));
    const frames = await Promise.all(opened);
    const touched = frames.filter(([address, frame]) =>
        [address, ends[address]].includes(frame.contentWindow.location.pathname)
            ? frame.contentWindow.geraakt !== undefined || frame.contentDocument.querySelector(strange) !== null
            : true);
    frames.forEach(([, frame]) => frame.remove());
    return touched.map(([address]) => address);
}"""
"""Open pages in frames; those of which a script ran, in which something strange stands, or that led elsewhere.

Each page comes with where it ends: there itself, or where it says that it leads on to.
"""


@pytest.fixture(scope="module")
def site(shared_folder: Path) -> Path:
    return hostile_site(shared_folder)


@pytest.fixture
def heard() -> list[str]:
    """What a page did that it should not have done."""
    return []


@pytest.fixture
def page(browser: Browser, heard: list[str]) -> Iterator[Page]:
    def hear(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.on("dialog", hear)
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        yield page


def test_no_script_runs_on_any_page(site: Path, served: Callable[[Path], str], page: Page, heard: list[str]) -> None:
    _open_all(site, served(site), page, heard)


def _open_all(site: Path, host: str, page: Page, heard: list[str]) -> None:
    """Many pages at a time, each in a frame of its own."""
    foreign = re.compile(rf"(?!{re.escape(host)}/)")
    page.on("request", lambda request: heard.extend([f"request: {request.url}"] * bool(foreign.match(request.url))))
    page.goto(f"{host}/robots.txt")
    ends = {address: end_of(address, html_of(site, address)) for address in addresses_of(site)}
    addresses = list(ends)
    touched: list[str] = []
    for start in range(0, len(addresses), AT_A_TIME):
        touched += page.evaluate(
            IN_FRAMES, [{address: ends[address] for address in addresses[start : start + AT_A_TIME]}, STRANGE]
        )
    assert (touched, heard) == ([], [])


def test_no_page_of_a_ledger_made_by_hand_runs_a_script_or_asks_for_anything_elsewhere(
    shared_folder: Path, served: Callable[[Path], str], page: Page, heard: list[str]
) -> None:
    site = hostile_ledger_site(shared_folder)
    _open_all(site, served(site), page, heard)


def test_a_script_in_a_frame_would_be_seen(
    tmp_path: Path, served: Callable[[Path], str], page: Page, heard: list[str]
) -> None:
    alive = {
        "geraakt.html": "<title>x</title><p><script>window.geraakt=1</script>",
        "alert.html": "<title>x</title><body onload=\"alert('x')\">",
        "fout.html": "<title>x</title><script src='fout.js'></script>",
        "beeld.html": "<title>x</title><img alt='x' src='x.png'>",
        "stil.html": "<title>x</title><p>niets</p>",
    }
    for name, text in {**alive, "fout.js": "bestaatNiet()"}.items():
        (tmp_path / name).write_text(f"<!doctype html>{text}" if name.endswith("html") else text, "utf-8")
    page.goto(f"{served(tmp_path)}/fout.js")
    touched = page.evaluate(IN_FRAMES, [{f"/{name}": f"/{name}" for name in alive}, STRANGE])
    assert touched == ["/geraakt.html", "/beeld.html"]
    assert sorted(text.partition(":")[0] for text in heard) == ["dialog", "error"]


def test_pointing_at_what_looks_like_an_element_does_nothing(
    site: Path, served: Callable[[Path], str], page: Page, heard: list[str]
) -> None:
    page.goto(f"{served(site)}/vergaderingen/m-2025-03-13/")
    page.get_by_text("onmouseover").first.hover()
    assert page.evaluate("window.geraakt === undefined")
    assert heard == []


def test_the_reader_sees_what_was_written(site: Path, served: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{served(site)}/over/")
    shown = page.inner_text("main")
    assert SCRIPT in shown
    assert TEMPLATE in shown
    assert IN_A_NAME[:-1] in page.title()
    assert not set(TURNING) & set(page.content())
