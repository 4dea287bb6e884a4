"""What every test can ask for: goldens, built sites, a browser and the checkers."""

import difflib
import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.tools import laws, surroundings
from tests.tools.checkers import HtmlError, Violation, axe_violations, html_errors
from tests.tools.server import serving
from tests.tools.sites import built_once
from tests.tools.tabs import lend_pages

GOLDEN = Path(__file__).parent / "golden"
FONTS = Path(__file__).parent / "tools/fonts.conf"
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The first needs half the processor time of the others, as it draws no windows."""
WHOLE_SITES = {"real_site", "fictief_site"}
BROWSER_FLAGS = (
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

surroundings.leave_outside()
gc.set_threshold(50_000, 20, 100)  # Pages that were read stay: to look through them again and again finds nothing.


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.register(laws)
    parser.addoption("--bless", action="store_true", help="store what golden tests get, for you to review")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules that read whole sites come first: one worker begins there, and others take work from the end.

    So the pages of a site are read into memory once, and the run ends with what is soon done.
    """
    reading = {item.path for item in items if not WHOLE_SITES.isdisjoint(_asked_by(item))}
    items.sort(key=lambda item: item.path not in reading)


def _asked_by(item: pytest.Item) -> Iterator[object]:
    """The fixtures of a test, and those that it gets by a name among its parameters."""
    if isinstance(item, pytest.Function):
        yield from item.fixturenames
        if hasattr(item, "callspec"):
            yield from (value for value in item.callspec.params.values() if isinstance(value, str))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the one stored under a name in tests/golden/; `pytest --bless` stores it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        stored = path.read_bytes().decode("utf-8") if path.exists() else ""
        difference = difflib.unified_diff(
            stored.splitlines(), text.splitlines(), f"golden/{name}", "this run", lineterm=""
        )
        if stored != text or not path.exists():
            pytest.fail("\n".join([*difference, "If this is what you meant: make bless"]), pytrace=False)

    return compare


@pytest.fixture(scope="module", autouse=True)
def _what_stays() -> Iterator[None]:
    """What a module leaves behind is for those that follow: no more looking through it for what can go."""
    yield
    gc.freeze()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for this test run that all workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def real_site(shared_folder: Path) -> Path:
    """The site of the real content."""
    return built_once(Path("content"), shared_folder / "real")


@pytest.fixture(scope="session")
def fictief_site(shared_folder: Path) -> Path:
    """The site of the fictitious table."""
    return built_once(Path("examples/fictief"), shared_folder / "fictief")


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """The address at which a folder is served, without a slash at the end."""
    addresses: dict[Path, str] = {}
    with ExitStack() as servers:

        def serve(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = servers.enter_context(serving(folder))
            return addresses[folder]

        yield serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the machine's own, else the one Playwright brought. Fonts and zone are its own.

    It reads pages of our own alone, and a sandbox is not to be had by everybody on every machine.
    """
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            chromium_sandbox=False,
            args=list(BROWSER_FLAGS),
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        )
        lend_pages(running)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], tuple[Violation, ...]]:
    """The accessibility rules that an open page breaks."""
    return axe_violations


@pytest.fixture(scope="session")
def vnu() -> Callable[[Iterable[Path]], list[HtmlError]]:
    """The errors in the HTML of these pages, or of all pages in these folders."""
    return html_errors
