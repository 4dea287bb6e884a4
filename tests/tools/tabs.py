"""Pages of a browser that are used again: an empty page is sooner there than a new one, and as empty."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE = 120_000
"""Milliseconds that a page may take: a slow machine is not a fault."""
_USUAL = {"width": 1280, "height": 720}
_LENT = {"viewport", "color_scheme", "java_script_enabled"}
"""What can be asked of a page that is lent: the first two can be set anew, and those without scripts are kept apart."""


def lend_pages(browser: Browser) -> None:
    """Let `new_page` lend a page that an earlier test has closed, and let everything wait as long as it must."""
    expect.set_options(timeout=PATIENCE)
    new_page, new_context = browser.new_page, browser.new_context
    idle: dict[bool, list[Page]] = {True: [], False: []}

    def lent_page(**asked: Any) -> Page:
        if asked.keys() - _LENT:
            page = new_page(**asked)
            page.set_default_timeout(PATIENCE)
            return page
        scripts = asked.get("java_script_enabled", True)
        same = idle[scripts]
        page = same.pop() if same else _returning(new_page(java_script_enabled=scripts), same.append)
        page.set_default_timeout(PATIENCE)
        page.set_viewport_size(asked.get("viewport") or _USUAL)  # type: ignore[arg-type]
        page.emulate_media(media="null", color_scheme=asked.get("color_scheme", "null"))
        return page

    def patient_context(**asked: Any) -> BrowserContext:
        context = new_context(**asked)
        context.set_default_timeout(PATIENCE)
        return context

    vars(browser).update(new_page=lent_page, new_context=patient_context)


def _returning(page: Page, back: Callable[[Page], None]) -> Page:
    """The page, of which `close` leaves nothing that a test did to it, and gives it back."""
    heard: list[tuple[Any, Any]] = []
    listen = page.on

    def hear(event: Any, listener: Any) -> None:
        heard.append((event, listener))
        listen(event, listener)

    def close(**_: Any) -> None:
        while heard:
            page.remove_listener(*heard.pop())
        page.unroute_all()
        page.context.clear_cookies()
        page.goto("about:blank")
        back(page)

    vars(page).update(on=hear, close=close)
    return page
