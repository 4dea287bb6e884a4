"""An open page follows by itself, and everybody can read and reach what is wrong, on a phone too."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from lrt_site.cli.desk import Desk
from lrt_site.serve import application
from tests.tools import editors
from tests.tools.checkers import Violation
from tests.tools.small import MEETING, SMALL

REPORT = f"content/meetings/{MEETING}.md"
BAR = "#voorbeeld-meldingen"


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the small tree is shown while it is written."""
    editors.write_small(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as ours:
        port = ours.getsockname()[1]
        app = application(Desk(Path("content")), port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[ours])))
        thread.start()
        yield f"http://127.0.0.1:{port}/vergaderingen/{MEETING}/"
        server.should_exit = True
        thread.join()


def write(folder: Path, words: str) -> None:
    (folder / REPORT).write_text(f"{SMALL[f'meetings/{MEETING}.md']}\n{words}\n", "utf-8")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_an_open_page_follows_and_says_what_is_wrong(
    address: str,
    tmp_path: Path,
    browser: Browser,
    axe: Callable[[Page], tuple[Violation, ...]],
    width: int,
    scheme: str,
) -> None:
    tab = browser.new_page(
        viewport={"width": width, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    tab.goto(address)
    expect(tab.locator(f"{BAR} > *")).to_have_count(0)
    write(tmp_path, "Een nieuwe zin.")
    expect(tab.get_by_text("Een nieuwe zin.")).to_be_visible()

    tab.evaluate("scrollTo(0, document.body.scrollHeight); window.zelfde = true")
    (tmp_path / "content/site.yml").write_text("title: [\nlange: 'x\n", "utf-8")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("content/site.yml, regel")
    expect(alert).to_contain_text("U ziet de site van vóór de fout.")
    expect(alert).to_be_in_viewport()
    assert tab.evaluate("window.zelfde"), "The page was not loaded again: what it showed is what there is to show."
    expect(tab.get_by_text("Een nieuwe zin.")).to_have_count(1)
    bar = tab.get_by_role("region", name="Meldingen bij dit voorbeeld")
    box = bar.bounding_box()
    assert box
    assert box["height"] <= 0.45 * 640
    assert box["width"] <= width
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(tab) == ()

    bar.focus()
    tab.keyboard.press("Tab")
    if bar.get_by_text("De andere meldingen").count():
        expect(bar.locator("summary")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(bar.locator("li").first).to_be_visible()

    (tmp_path / "content/site.yml").write_text(SMALL["site.yml"], "utf-8")
    expect(tab.locator(f"{BAR} > *")).to_have_count(0)
    assert faults == []
    tab.close()
