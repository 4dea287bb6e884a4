"""What a reader finds on the search page, asked as a reader asks it."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "search/queries.toml"
FIRST = 3


class Asked(NamedTuple):
    """A question with what came of it."""

    kind: str
    question: str
    expected: tuple[str, ...]
    first: tuple[str, ...]
    """The addresses of the first answers."""
    seconds: float
    """How long it took until they stood there."""

    @property
    def is_found(self) -> bool:
        """Whether what answers it is among the first."""
        return any(leads_there(address, wanted) for address in self.first for wanted in self.expected)


def leads_there(address: str, wanted: str) -> bool:
    """Whether an address is the wanted page or a place on it; a wanted place must be that place."""
    return address == wanted or ("#" not in wanted and address.partition("#")[0] == wanted)


def queries() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The pages expected for each question, by kind of question."""
    return tomllib.loads(QUERIES.read_text("utf-8"))


def ask_all(page: Page, root: str) -> list[Asked]:
    """Ask all questions on a search page that was opened once."""
    found = []
    for kind, questions in queries().items():
        for question, expected in questions.items():
            page.locator("#vraag").fill(question)
            milliseconds = page.evaluate(_ASK)
            addresses = page.locator("#gevonden li a").evaluate_all("links => links.map(({ href }) => href)")
            first = tuple(address.removeprefix(root) for address in addresses[:FIRST])
            found.append(Asked(kind, question, tuple(expected), first, milliseconds / 1000))
    return found


_ASK = """() => new Promise(done => {
    const outcome = document.getElementById("uitkomst");
    outcome.textContent = "";
    const start = performance.now();
    const watch = new MutationObserver(() => {
        if (!outcome.textContent) return;
        watch.disconnect();
        done(performance.now() - start);
    });
    watch.observe(outcome, { childList: true });
    document.getElementById("zoeken").requestSubmit();
})"""
