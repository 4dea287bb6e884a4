"""The judges of others: axe-core, HTML_CodeSniffer and the Nu HTML checker, in every look and with all open."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.audits.findings import Finding
from tests.tools.checkers import JVM, VNU, axe_violations

SNIFFER = Path(__file__).with_name("node_modules") / "html_codesniffer/build/HTMLCS.js"
SNIFFED = """() => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(
    HTMLCS.getMessages().filter(message => message.type === HTMLCS.ERROR)
        .map(message =>
            `${message.code.split('.').slice(3).join('.')}: ${message.element.outerHTML?.slice(0, 90)}`))))"""
OF_A_FILE = re.compile(r"Resource violates Content Security Policy \(meta tag\): external \w+ “(?!https?:)")
"""A file has no address of its own, so that nothing beside it is of itself; our own tests ask browsers over HTTP."""
Look = tuple[str, int, dict[str, str]]
WIDE, NARROW = 1280, 320
LOOKS: tuple[Look, ...] = (
    ("light, 1280", WIDE, {"color_scheme": "light"}),
    ("dark, 1280", WIDE, {"color_scheme": "dark"}),
    ("light, 320", NARROW, {"color_scheme": "light"}),
    ("dark, 320", NARROW, {"color_scheme": "dark"}),
    ("forced colours, 1280", WIDE, {"color_scheme": "light", "forced_colors": "active"}),
)
FOUR: tuple[Look, ...] = (LOOKS[0], LOOKS[3])
"""Each width and each scheme once, for the page of a kind that has less on it."""
STATES: Sequence[tuple[str, int, str]] = (
    ("menu open", NARROW, "[popovertarget=menu]"),
    ("search open", NARROW, "[popovertarget=zoekvak]"),
    ("Meer open", WIDE, "[popovertarget=overige]"),
    ("source open", NARROW, "main .ref button"),
)
ALL_DETAILS = "() => document.querySelectorAll('main details').forEach(one => { one.open = true; })"


def rules(page: Page, subject: object, rich: bool, framed: bool) -> Iterator[Finding]:
    """A rich page in all looks and with its own things open; those of the frame on the pages asked for."""
    for name, width, media in LOOKS if rich else FOUR:
        _shown(page, width, media)
        yield from _judged(page, f"{subject} ({name})")
    if not rich:
        return
    for name, width, opener in STATES if framed else STATES[-1:]:
        _shown(page, width, LOOKS[0][2])
        button = page.locator(opener).first
        if button.count() and button.is_visible():
            button.click()
            yield from _judged(page, f"{subject} ({name})")
            page.keyboard.press("Escape")
    if page.locator("main details").count():
        page.evaluate(ALL_DETAILS)
        for name, width, media in FOUR:
            _shown(page, width, media)
            yield from _judged(page, f"{subject} (details open, {name})")


def found_results(page: Page, root: str) -> Iterator[Finding]:
    """The search page with what it found."""
    page.goto(f"{root}/zoeken/?q=opvang")
    page.locator("main li mark").first.wait_for()
    for name, width, media in LOOKS:
        _shown(page, width, media)
        yield from _judged(page, f"search/search `/zoeken/?q=opvang` (results open, {name})")


def sound_html(name: str, paths: Sequence[Path]) -> Iterator[Finding]:
    """What the Nu HTML checker says, warnings too; all files at once."""
    command = ["java", *JVM, "-jar", str(VNU), "--no-langdetect", "--format", "json", "--stdout", "--skip-non-html"]
    run = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    said: dict[str, list[str]] = {}
    for message in json.loads(run.stdout)["messages"]:
        if OF_A_FILE.match(message["message"]):
            continue
        kind = message.get("subType", message["type"])
        said.setdefault(f"{kind}: {message['message']}", []).append(message.get("url", "").removeprefix("file:"))
    for told, files in said.items():
        yield Finding("vnu", "0", name, f"{len(files)} times", False, f"{told} — {files[0]}")
    yield Finding("vnu", "0", name, f"{len(paths)} places looked at", True)


def _shown(page: Page, width: int, media: dict[str, str]) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(**{"forced_colors": "none", **media})  # type: ignore[arg-type]
    page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")


def _judged(page: Page, name: str) -> Iterator[Finding]:
    judges: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("axe", lambda: [f"{one.rule} ({len(one.elements)}): {one.elements[0][:150]}" for one in axe_violations(page)]),
        ("HTML_CodeSniffer", lambda: _sniffed(page)),
    )
    for judge, ask in judges:
        told = ask()
        shown = "; ".join(f"`{one}`" for one in told[:4])
        yield Finding(judge, "0", name, str(len(told)), not told, shown)


def _sniffed(page: Page) -> list[str]:
    if not page.evaluate("'HTMLCS' in window"):
        page.evaluate(SNIFFER.read_text("utf-8"))
    told: list[str] = page.evaluate(SNIFFED)
    return told
