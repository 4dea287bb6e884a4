"""`make audit-pages`: hold all bars that readers may count on against both sites; a missed one is a fault at the end.

What is told is a table in Markdown: first all bars, then for each the pages that miss it.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import corpus
from tests.audits import findings, heads, keyboard, layout, lighthouse, paper, rules, weight
from tests.audits.findings import Finding
from tests.audits.subjects import Subject, sites, subjects
from tests.conftest import BROWSER_FLAGS, CHROMIUMS, FONTS
from tests.tools.server import serving
from tests.tools.sites import LEADS_ON, built_once

FRAMED = ("home", "meetings/meeting", "composition/compositions", "search/search", "handbook")
"""The kinds on which the things of the frame are opened: it is one frame."""
RECORDS = 1000


def main() -> None:
    """Run the audits asked for, and print what they found."""
    options = argparse.ArgumentParser(prog="python -m tests.audits", description=__doc__)
    options.add_argument("audits", nargs="*", choices=[[], *AUDITS], help="only these")
    options.add_argument("--sites", type=Path, help="build the sites here, and leave them; what is there is taken")
    options.add_argument("--only", default="", help="only kinds of pages with this in their name")
    options.add_argument("--details", action="store_true", help="also print every first sentence")
    chosen = options.parse_args()
    with TemporaryDirectory() as temporary:
        folder = chosen.sites or Path(temporary)
        found = [
            one for name in chosen.audits or AUDITS for one in _told(name, AUDITS[name](folder.resolve(), chosen.only))
        ]
    print(findings.in_markdown(found))
    if chosen.details:
        print(findings.details(found, "Top of the first own sentence at 320 px"))
    sys.exit(any(not one.met for one in found))


def _told(name: str, found: Iterator[Finding]) -> Iterator[Finding]:
    """What an audit finds, with a line for who waits."""
    print(name, file=sys.stderr, flush=True)
    yield from found


def _of_sites(audit: Callable[[str, Path], Iterator[Finding]]) -> Callable[[Path, str], Iterator[Finding]]:
    return lambda folder, _: (one for name, site in sites(folder).items() for one in audit(name, site))


def _of_pages(audit: Callable[[Page, Subject], Iterator[Finding]]) -> Callable[[Path, str], Iterator[Finding]]:
    """An audit of a rich page of every kind."""

    def audited(folder: Path, only: str) -> Iterator[Finding]:
        with chromium() as browser, served(sites(folder)) as roots:
            for subject in subjects(folder):
                if only in subject.kind and LEADS_ON not in subject.file.read_text("utf-8"):
                    print(f"  {subject}", file=sys.stderr, flush=True)
                    with browser.new_context(bypass_csp=True) as context, context.new_page() as page:
                        page.set_default_timeout(120_000)
                        page.goto(roots[subject.name] + subject.address)
                        yield from audit(page, subject)

    return audited


def _rules(folder: Path, only: str) -> Iterator[Finding]:
    known: dict[str, int] = {}
    for subject in subjects(folder):
        known[subject.kind] = max(known.get(subject.kind, 0), subject.file.stat().st_size)

    def judged(page: Page, subject: Subject) -> Iterator[Finding]:
        rich = subject.file.stat().st_size == known[subject.kind]
        yield from rules.rules(page, subject, rich, rich and subject.kind in FRAMED)
        if subject.name == "real" and subject.kind == "search/search":
            yield from rules.found_results(page, page.url.partition("/zoeken/")[0])

    yield from _of_pages(judged)(folder, only)


def _many(folder: Path, _: str) -> Iterator[Finding]:
    content = folder / "many-content"
    if not content.exists():
        corpus.write(content, RECORDS)
    yield from weight.weights(f"{RECORDS} records", built_once(content, folder / "many", "--first"))


def _lighthouse(folder: Path, only: str) -> Iterator[Finding]:
    asked = [
        one for one in subjects(folder) if one.name == "real" and one.kind in lighthouse.KINDS and only in one.kind
    ]
    yield from lighthouse.lighthouse(asked, _chromium(), rounds=3)


def _search(folder: Path, _: str) -> Iterator[Finding]:
    with chromium() as browser, served(sites(folder)) as roots, browser.new_page() as page:
        yield weight.searching(page, roots["real"])


AUDITS: Mapping[str, Callable[[Path, str], Iterator[Finding]]] = {
    "layout": _of_pages(layout.layout),
    "keyboard": _of_pages(keyboard.keyboard),
    "paper": _of_pages(paper.paper),
    "weight": _of_sites(weight.weights),
    "search": _search,
    "many": _many,
    "heads": _of_sites(heads.heads),
    "crawl": _of_sites(heads.reached),
    "html": _of_sites(lambda name, site: rules.sound_html(name, [site])),
    "rules": _rules,
    "lighthouse": _lighthouse,
}


def _chromium() -> str:
    return next(filter(None, map(shutil.which, CHROMIUMS)), "")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with the fonts of the tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_chromium() or None,
            chromium_sandbox=False,
            args=list(BROWSER_FLAGS),
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        )
        yield browser
        browser.close()


@contextmanager
def served(folders: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """The addresses at which both sites are served."""
    with ExitStack() as servers:
        yield {name: servers.enter_context(serving(folder)) for name, folder in folders.items()}


if __name__ == "__main__":
    main()
