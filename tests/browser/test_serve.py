"""An open page follows by itself, and everybody can read and reach what is wrong, on a phone too."""

import asyncio
import gc
import socket
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
TEXT = "content/pages/fictie.md"
PROBLEMS = "#voorbeeld-meldingen > *"
BESIDE = ".voorbeeld-melding"
BACK = "#voorbeeld-terug"
SAVED = "#voorbeeld-bewaard a"
HIGH = 640
Axe = Callable[[Page], tuple[Violation, ...]]


@contextmanager
def serving() -> Iterator[str]:
    """Where the content of this folder is shown while it is written."""
    with _running() as address:
        yield address
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # of the connections that browsers held on to
        gc.collect()


@contextmanager
def _running() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as ours:
        port = ours.getsockname()[1]
        desk = Desk(Path("content"))
        desk.beside()  # else pages are loaded again once the handbook is there
        app = application(desk, port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[ours])))
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small tree, in which the work is."""
    editors.write_small(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    """Where the small tree is shown while it is written."""
    assert folder.is_dir()
    with serving() as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which no script fails and nothing is refused."""
    page, faults = browser.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert faults == []


def save(folder: Path, path: str, text: str) -> None:
    """Save a file in one step, so that nobody reads half of it."""
    (folder / "nieuw").write_text(text, "utf-8")
    (folder / "nieuw").replace(folder / path)


def write(folder: Path, words: str) -> None:
    """Save the report with these words below it."""
    save(folder, REPORT, f"{SMALL[f'meetings/{MEETING}.md']}\n{words}\n")


def fits(tab: Page, width: int) -> bool:
    return bool(tab.evaluate("document.documentElement.scrollWidth") <= width)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_an_open_page_follows_and_says_what_is_wrong(
    site: str, folder: Path, tab: Page, axe: Axe, width: int, scheme: str
) -> None:
    tab.set_viewport_size({"width": width, "height": HIGH})
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.goto(f"{site}/vergaderingen/{MEETING}/")
    expect(tab.locator(PROBLEMS)).to_have_count(0)
    write(folder, "Een nieuwe zin.")
    expect(tab.get_by_text("Een nieuwe zin.")).to_be_visible()
    assert axe(tab) == ()

    tab.get_by_role("checkbox", name="Blijf hier").check()
    tab.evaluate("scrollTo(0, document.body.scrollHeight); window.zelfde = true")
    save(folder, "content/site.yml", "title: [\nlange: 'x\n")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("content/site.yml, regel")
    expect(alert).to_contain_text("u ziet haar van vóór de fout.")
    expect(alert).to_be_in_viewport()
    assert tab.evaluate("window.zelfde"), "The page was not loaded again: what it showed is what there is to show."
    expect(tab.get_by_text("Een nieuwe zin.")).to_have_count(1)
    bar = tab.get_by_role("region", name="Meldingen bij dit voorbeeld")
    box = bar.bounding_box()
    assert box
    assert box["height"] <= 0.45 * HIGH
    assert box["width"] <= width
    assert fits(tab, width)
    bar.focus()
    tab.keyboard.press("Tab")
    if bar.get_by_text("De andere meldingen").count():
        expect(bar.locator("summary")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(bar.locator("li").first).to_be_visible()
    tab.evaluate("scrollTo(0, 0)")  # where the bar covers nothing
    assert axe(tab) == ()

    save(folder, "content/site.yml", SMALL["site.yml"])
    expect(tab.locator(PROBLEMS)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_problem_stands_beside_its_text_until_it_is_mended(
    site: str, folder: Path, tab: Page, axe: Axe, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": HIGH})
    tab.goto(f"{site}/vergaderingen/{MEETING}/")
    write(folder, "Een goede zin.\n\nHelaas was dit TODO <b>niet</b> genoeg.")
    beside, alert = tab.locator(BESIDE), tab.get_by_role("alert")
    expect(beside.first).to_contain_text("Regel ")
    expect(tab.locator(f"p:has-text('Helaas was dit') + {BESIDE}")).to_have_count(1)
    expect(alert).to_contain_text("Op deze pagina.")
    assert axe(tab) == ()
    assert fits(tab, width)
    report = SMALL[f"meetings/{MEETING}.md"]
    save(folder, REPORT, report.replace("- De tafel sprak", "- Besproken: de tafel sprak"))
    expect(alert).to_contain_text("Deze pagina is niet bijgewerkt")
    expect(tab.get_by_text("Een goede zin.")).to_have_count(1)
    expect(beside).to_have_count(1)
    assert axe(tab) == ()
    write(folder, "Een goede zin.")
    expect(beside).to_have_count(0)


def test_the_page_of_what_was_saved_opens_with_a_way_back_and_a_choice_to_stay(
    site: str, folder: Path, tab: Page
) -> None:
    tab.goto(f"{site}/deelnemers/")
    tab.wait_for_timeout(300)
    write(folder, "Een nieuwe zin.")
    tab.wait_for_url(f"**/vergaderingen/{MEETING}/")
    expect(tab.get_by_text("Een nieuwe zin.")).to_be_visible()
    expect(tab.locator(BACK)).to_contain_text("Deelnemers")
    tab.locator(BACK).click()
    tab.wait_for_url("**/deelnemers/")
    expect(tab.locator(BACK)).to_be_hidden()

    stay = tab.get_by_role("checkbox", name="Blijf hier")
    stay.check()
    save(folder, TEXT, SMALL["pages/fictie.md"].replace("Over deze", "Van deze"))
    expect(tab.locator(SAVED)).to_have_text("Van deze fictie")
    expect(stay).to_be_checked()
    stay.uncheck()
    tab.get_by_role("searchbox").first.focus()
    write(folder, "Weer een zin.")
    expect(tab.locator(SAVED)).to_contain_text("Vergadering van")
    assert tab.url == f"{site}/deelnemers/", "Who types is not sent away."


def test_who_turns_to_another_tab_is_left_there(site: str, folder: Path, browser: Browser) -> None:
    context = browser.new_context()
    hidden = "shown => { Object.defineProperty(document, 'hidden', {configurable: true, value: !shown});"
    turn = f"{hidden} document.dispatchEvent(new Event('visibilitychange')) }}"
    other, watched = context.new_page(), context.new_page()
    for page in (other, watched):
        page.goto(f"{site}/deelnemers/")
        page.wait_for_timeout(300)
        page.evaluate(turn, False)
    write(folder, "Een nieuwe zin.")
    while "Laatst bewaard" not in other.request.get(f"{site}/deelnemers/").text():
        pass
    other.evaluate(turn, True)
    expect(other.locator(SAVED)).to_contain_text("Vergadering van")
    assert other.url == f"{site}/deelnemers/"
    context.close()


def test_without_a_script_the_page_leads_to_what_was_saved(site: str, folder: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site}/deelnemers/")
    assert "ververst een pagina niet vanzelf" in tab.locator("#voorbeeld").inner_text()
    expect(tab.get_by_role("checkbox", name="Blijf hier")).to_be_hidden()
    write(folder, "Een nieuwe zin.")
    while not tab.locator(SAVED).count():
        tab.reload()
    tab.locator(SAVED).click()
    expect(tab.get_by_text("Een nieuwe zin.")).to_be_visible()
    context.close()


def test_a_page_whose_server_is_gone_says_that_it_can_be_old(folder: Path, browser: Browser) -> None:
    assert folder.is_dir()
    tab = browser.new_page()
    with serving() as address:
        tab.goto(f"{address}/deelnemers/")
        tab.wait_for_timeout(300)
        expect(tab.get_by_text("gestopt of niet te bereiken")).to_be_hidden()
    expect(tab.get_by_text("gestopt of niet te bereiken")).to_be_visible()
    tab.close()
