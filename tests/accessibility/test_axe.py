"""Everybody can use every kind of page, and is soon at its text: light and dark, wide and narrow, without scripts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lrt_site import urls
from tests.audits.layout import FIRST, HEADER, PHONE, SMALL, STOPS, seen
from tests.tools.checkers import Violation
from tests.tools.kinds import KINDS, ONLY_OF_LONG_LISTS, html_of, long_lists, rich_pages
from tests.tools.sites import LEADS_ON

Look = tuple[int, Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = ((1280, "light"), (320, "dark"))
"""Each width and each colour scheme once: the rules look at one of the two, not at how they go together."""
A_PAGE = re.compile(r"(/|\.html)(\?.*)?$")
MENU = "nav[aria-label='Hoofdmenu']"


@pytest.fixture(scope="module")
def long_lists_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[tuple[Path, str], ...]]:
    """For every kind that only a site with long lists has, a page: its site and its address."""
    site = tmp_path_factory.mktemp("lang")
    return {kind: ((site, address),) for kind, address in long_lists(site).items()}


@pytest.fixture(scope="module")
def examples(
    real_site: Path, fictief_site: Path, long_lists_of: Mapping[str, tuple[tuple[Path, str], ...]]
) -> Mapping[str, tuple[tuple[Path, str], ...]]:
    """For every kind of page a rich one of each site, the richer first: its site and its address."""
    found: dict[str, list[tuple[int, Path, str]]] = {kind: [] for kind in KINDS}
    for site, content in ((real_site, "content"), (fictief_site, "examples/fictief")):
        for kind, (elements, address) in rich_pages(site, content).items():
            found[kind].append((elements, site, address))
    rich = {kind: tuple(page[1:] for page in sorted(pages, reverse=True)) for kind, pages in found.items()}
    return {**rich, **long_lists_of}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        yield page


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page that runs no scripts."""
    with browser.new_page(java_script_enabled=False) as page:
        yield page


def open_and_stay(page: Page, root: str, site: Path, address: str) -> None:
    """Open a page, also one that leads on by itself. Only that one is watched: it costs the browser its cache."""

    def only_this(route: Route) -> None:
        leads_on = route.request.is_navigation_request() and route.request.url != root + address
        route.fulfill(status=204) if leads_on else route.continue_()

    page.unroute_all()
    if LEADS_ON in html_of(site, address):
        page.route(A_PAGE, only_this)
    page.goto(root + address)


def looks(page: Page, asked: Sequence[Look]) -> Iterator[Look]:
    """The open page in these looks, in turn."""
    for width, scheme in asked:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        # Colours that fade from one scheme to the other are those of neither while they do.
        page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")
        yield width, scheme


def far(page: Page, width: int) -> Iterator[str]:
    """What stands between a reader and the text of the open page: of a phone in pixels, of a keyboard in stops."""
    if width == PHONE["width"]:
        first, header = seen(page, "firstSentence"), seen(page, "header")
        if first and first["top"] > FIRST:
            yield f"the first sentence stands at {first['top']} px: {first['words'][:80]}\n"
        if header > SMALL["height"] * HEADER / 100:
            yield f"the header takes {header} px\n"
    elif (stops := seen(page, "stopsBefore")) > STOPS:
        yield f"{stops} stops come before the text\n"


def folded_on_paper(page: Page) -> list[str]:
    """What a reader would open on a screen, and paper does not show."""
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll("main details:not(.clock)")].filter(details =>
            details.checkVisibility() && [...details.children].some(part =>
                part.localName !== "summary" && getComputedStyle(part).display !== "none" && !part.checkVisibility())
        ).map(details => details.querySelector("summary").innerText)"""
    )
    page.emulate_media(media="screen")
    return found


def said_on(page: Page) -> list[str]:
    """The words of the open page but for forms, which a script may bring: what they lead to has links as well."""
    said: str = page.evaluate(
        """() => {
            const hidden = document.querySelectorAll("main form, main .copy");
            hidden.forEach(offered => offered.style.setProperty("display", "none", "important"));
            const said = document.querySelector("main").innerText;
            hidden.forEach(offered => offered.style.removeProperty("display"));
            return said;
        }"""
    )
    return said.split()


def faults_of(
    page: Page, axe: Callable[[Page], tuple[Violation, ...]] | None, asked: Sequence[Look] = LOOKS
) -> list[str]:
    """What is wrong with the open page, each fault once with the looks in which it shows."""
    shown: dict[str, list[str]] = {}
    for look in looks(page, asked):
        name = "{1}, {0} wide".format(*look)
        for fault in (*(axe(page) if axe else ()), *far(page, look[0])):
            shown.setdefault(str(fault), []).append(name)
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if too_wide > 0:
            shown.setdefault(f"the page is {too_wide} px wider than the window\n", []).append(name)
    if folded := folded_on_paper(page):
        shown["these stay folded, where nobody can open them: " + ", ".join(folded) + "\n"] = ["on paper"]
    return [f"{page.url} ({'; '.join(where)}): {fault}" for fault, where in shown.items()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible(
    kind: str,
    examples: Mapping[str, tuple[tuple[Path, str], ...]],
    served: Callable[[Path], str],
    page: Page,
    plain: Page,
    axe: Callable[[Page], tuple[Violation, ...]],
) -> None:
    """The rules judge the richer page of the two sites, which says the same without scripts.

    The other one has to fit a phone. Both begin soon.
    """
    assert examples[kind], "no site has a page of this kind"
    faults = []
    for number, (site, address) in enumerate(examples[kind]):
        open_and_stay(page, served(site), site, address)
        if number == 0 and "<script" in html_of(site, address):
            open_and_stay(plain, served(site), site, address)
            assert said_on(page) == said_on(plain), address
        faults += faults_of(page, axe) if number == 0 else faults_of(page, None, LOOKS[-1:])
    assert "\n".join(faults) == ""


def test_the_handbook_is_accessible(
    real_site: Path, served: Callable[[Path], str], page: Page, axe: Callable[[Page], tuple[Violation, ...]]
) -> None:
    faults = []
    for address in ("", "redactie/foutcodes-u-z/", "data/velden/"):
        page.goto(served(real_site) + urls.HANDBOOK + address)
        faults += faults_of(page, axe)
    assert "\n".join(faults) == ""


def test_the_fictitious_site_has_every_kind_of_page(
    examples: Mapping[str, tuple[tuple[Path, str], ...]], fictief_site: Path
) -> None:
    lacking = [kind for kind in KINDS if fictief_site not in {site for site, _ in examples[kind]}]
    assert tuple(lacking) == ONLY_OF_LONG_LISTS


def test_pages_have_scripts_to_do_without(examples: Mapping[str, tuple[tuple[Path, str], ...]]) -> None:
    assert sum("<script" in html_of(*pages[0]) for pages in examples.values()) > 3


def test_the_menu_opens_on_a_phone_without_scripts(
    real_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    with browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 640}) as page:
        page.goto(served(real_site))
        link = page.locator(MENU).get_by_role("link", name="Toezeggingen")
        assert not link.is_visible()
        page.locator(MENU).get_by_role("button", name="Menu").click()
        link.click()
        expect(page).to_have_url(served(real_site) + urls.COMMITMENTS)
