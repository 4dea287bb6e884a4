"""What a reader copies from a page of the site is found, with the editions that said it; what no page says is not."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from lrt_site import urls

SENTENCES = 100
HANGING = re.compile(r"[.,;:!?)’”\"']$")
"""Before the number of a source in a copied text, which can be another in another edition."""
"""So many from each of two sites."""
ALTERED = 25
SHOWN_ELSEWHERE = 5
"""So many more are altered, as the site can show the altered words on another page."""
BLAME = re.compile(r"\b(fout|verkeerd|onjuist|klopt niet|weg wat u|toegevoegd|korter)\b")
PASSING = ("clock", "archived", "today")
UNQUOTED = ("cite", "contents", "files")
INLINE = "a|abbr|b|bdi|bdo|button|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u"

READ = """htmls => htmls.map(html => {
    document.body.innerHTML = html;
    document.querySelectorAll('.cite, .contents, .files, .source-note, select').forEach(one => one.remove());
    return document.querySelector('main').innerText;
})"""
"""What a browser shows of the main part of pages, but what nobody quotes."""
ASK = """async questions => {
    const answers = [];
    for (const [question, address] of questions) {
        const host = document.createElement('div');
        host.append(...await lookUp(question));
        const about = () => [...host.querySelectorAll('li')].filter(
            item => new URL(item.querySelector('a').href).pathname === address,
        );
        for (let more; !about().length && (more = host.querySelector('button:not([hidden])')); ) {
            const shown = host.querySelectorAll('li').length;
            more.click();
            while (host.querySelectorAll('li').length === shown) await new Promise(resume => setTimeout(resume));
        }
        answers.push([host.textContent, about().map(item => item.textContent)]);
    }
    return answers;
}"""
"""What the page answers to questions, and what it says of one page."""


@dataclass(frozen=True)
class Kept:
    """A page as it stands in a file of a site."""

    file: Path
    address: str

    @cached_property
    def html(self) -> str:
        return self.file.read_text("utf-8")

    @property
    def leads_on(self) -> bool:
        """Whether the page only sends its reader to another, in a sentence that differs by a number from many more."""
        return '<meta http-equiv="refresh"' in self.html

    @cached_property
    def publication(self) -> int:
        """The number of the publication from which the page said this; 0 where it does not say so."""
        found = re.search(r'<details class="clock">.*?<p>[^<]*<a [^>]*>publicatie (\d+)', self.html, re.DOTALL)
        return int(found[1]) if found else 0

    @cached_property
    def living(self) -> str:
        """The address of the page of now."""
        found = re.search(r'<link rel="canonical" href="([^"]+)"', self.html)
        return urlsplit(unescape(found[1])).path if found else self.address

    @cached_property
    def group(self) -> str:
        """The address at which an answer names the page: for a record without a page for itself its last version."""
        version = re.fullmatch(r"(?P<record>/(?P<kind>[^/]+)/(?:[^/]+/)*)versies/\d+/", self.address)
        if version and not self._is_on_its_page(version["kind"], version["record"]):
            return f"{version['record']}versies/{max(int(path.name) for path in self.file.parents[1].glob('[0-9]*'))}/"
        if self.address == self.living:
            return self.living
        now = self.file.parents[self.address.count("/") - 1] / self.living.strip("/") / "index.html"
        moved = re.search(r'<h1[^>]*>Verhuisd.*?<p class="lead">.*?href="([^"]+)"', now.read_text("utf-8"), re.DOTALL)
        return urljoin(self.living, moved[1]) if moved else self.living

    def _is_on_its_page(self, kind: str, record: str) -> bool:
        """Whether the record, under this id or another, has a page for itself."""
        of_a_kind = re.fullmatch(rf"/{kind}/[^/]+/", self.living) is not None and self.living != urls.REGISTERS
        return of_a_kind or self.living == record != urls.TABLE

    def holds(self, quotation: str, *, passing: bool = True) -> bool:
        """Whether the page says so, with the numbers of sources or without, in its own words or with what passes."""
        pattern = r"(?<!\w)" + r"\s*".join(words(quotation).replace(" ", "")) + r"(?!\w)"
        return any(re.search(pattern, text) for text in (self._said if passing else self._own_words))

    @cached_property
    def _said(self) -> tuple[str, str]:
        return self._texts(*UNQUOTED)

    @cached_property
    def _own_words(self) -> tuple[str, str]:
        return self._texts(*UNQUOTED, *PASSING)

    def _texts(self, *left_out: str) -> tuple[str, str]:
        """The words of the page without the elements of these classes: with the numbers of sources, and without."""
        main = without(self.html.partition("<main")[2].partition("</main>")[0], "source-note", *left_out)
        with_and_without = (main, re.sub(r'<sup class="ref"[^>]*>.*?</sup>', "", main))
        first, second = (words(unescape(re.sub(r"<[^>]*>", " ", text))) for text in with_and_without)
        return first, second


def without(html: str, *classes: str) -> str:
    """HTML without the elements of these classes."""
    for name in classes:
        while start := re.search(rf'<(\w+)[^>]*\bclass="(?:[^"]* )?{name}(?: [^"]*)?"[^>]*>', html):
            depth, end = 1, start.end()
            while depth:
                tag = re.compile(rf"<(/?){start[1]}\b[^>]*>").search(html, end)
                assert tag
                depth, end = depth + (-1 if tag[1] else 1), tag.end()
            html = f"{html[: start.start()]} {html[end:]}"
    return html


def words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


@cache
def pages_of(site: Path) -> tuple[Kept, ...]:
    files = sorted(path for path in site.rglob("*.html") if path.relative_to(site).parts[0] != "handboek")
    kept = (Kept(file, "/" + file.relative_to(site).as_posix().removesuffix("index.html")) for file in files)
    return tuple(page for page in kept if "<title>Verkort adres" not in page.html)


def sentence_in(text: str, chance: random.Random) -> str:
    """A sentence, a line or a row of what a browser shows; nothing where there is none."""
    parts = [part.strip() for line in text.split("\n") for part in re.split(r"(?<=[.!?]) ", line)]
    return chance.choice([part for part in parts if len(words(part)) > 11 and " " in words(part)] or [""])


def told(said: str) -> list[tuple[int, int]]:
    """From which publication up to which the page said the words, as an answer tells."""
    said = said.partition(" Zij staan er niet meer")[0]
    past = re.findall(r"(?:van|met) publicatie (\d+) \([^)]*\)(?: tot en met publicatie (\d+))?", said)
    now = re.findall(r"sinds publicatie (\d+)", said)
    return [*((int(first), int(last or first)) for first, last in past), *((int(first), 10**6) for first in now)]


def is_right(said: str, quotation: str, group: Sequence[Kept]) -> bool:
    """Whether an answer says of a page what the files of that page show."""
    own = {kept.publication for kept in group if kept.publication and kept.holds(quotation, passing=False)}
    now = [kept for kept in group if kept.address == kept.group]
    if "staan nu op" in said and not any(kept.holds(quotation, passing=how) for kept in now for how in (True, False)):
        return False
    if "zoals bekend met" in said:
        named = {int(number) for number in re.findall(r"publicatie (\d+)", said)}
        return (
            named == {kept.publication for kept in group if kept.address != kept.group and kept.holds(quotation)} - own
        )
    spans = told(said)
    return own == {
        kept.publication for kept in group if any(first <= kept.publication <= last for first, last in spans)
    }


def altered(quotation: str, others: Sequence[str], chance: random.Random) -> str:
    """A quotation with another word, or another number, in the place of one of its words."""
    parts = re.split(r"([^\W_]+)", quotation)
    signs = {place for place in range(1, len(parts)) if parts[place].isdecimal() and HANGING.search(parts[place - 1])}
    at = chance.choice([place for place in range(1, len(parts), 2) if place not in signs])
    other = [word for word in others if word != words(parts[at])]
    parts[at] = str(int(parts[at]) + 1) if parts[at].isdecimal() else chance.choice(other)
    return "".join(parts)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(bypass_csp=True) as page:
        yield page


@pytest.fixture(scope="module", params=["real_site", "fictief_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="module")
def quoted(site: Path, page: Page, served: Callable[[Path], str]) -> list[tuple[Kept, str]]:
    """Sentences as a browser shows them, each of another page, living or old; and the page left ready to be asked."""
    chance = random.Random(2026)
    pages = chance.sample(pages_of(site), SENTENCES + 20)
    page.goto(served(site) + urls.NOT_FOUND)
    shown = page.evaluate(READ, [kept.html.partition("<body>")[2] for kept in pages])
    found = [(kept, sentence_in(text, chance)) for kept, text in zip(pages, shown, strict=True)]
    page.goto(served(site) + urls.QUOTE)
    return [(kept, sentence) for kept, sentence in found if sentence][:SENTENCES]


def test_every_sentence_is_found_with_the_editions_that_hold_it(
    site: Path, page: Page, quoted: list[tuple[Kept, str]]
) -> None:
    assert len(quoted) == SENTENCES
    assert sum(kept.address != kept.living for kept, _ in quoted) > SENTENCES / 4
    groups = {kept.group: [other for other in pages_of(site) if other.group == kept.group] for kept, _ in quoted}
    answers = page.evaluate(ASK, [(sentence, kept.group) for kept, sentence in quoted])
    wrong = [
        (kept.address, sentence, answer, said)
        for (kept, sentence), (answer, said) in zip(quoted, answers, strict=True)
        if len(said) != 1 or not is_right(said[0], sentence, groups[kept.group])
    ]
    assert wrong == []


def test_a_sentence_with_one_word_altered_is_not_found_and_nobody_is_blamed(
    site: Path, page: Page, quoted: list[tuple[Kept, str]]
) -> None:
    chance = random.Random(2026)
    known = sorted({word for _, sentence in quoted for word in words(sentence).split() if word.isalpha()})
    long = [sentence for kept, sentence in quoted if not kept.leads_on and len(words(sentence).split()) > 4]
    asked = [altered(sentence, known, chance) for sentence in chance.sample(long, ALTERED + SHOWN_ELSEWHERE)]
    answers = page.evaluate(ASK, [(quotation, "") for quotation in asked])
    found = [quotation for quotation, (answer, _) in zip(asked, answers, strict=True) if answer.startswith("Gevonden")]
    assert [text for text in found if not any(kept.holds(text) for kept in pages_of(site))] == []
    unknown = [
        answer for answer, _ in answers if answer.startswith("Wij vinden deze woorden niet in wat deze site laat")
    ]
    assert len(unknown) == len(asked) - len(found) >= ALTERED
    assert [answer for answer, _ in answers if BLAME.search(answer.partition("‘")[0])] == []
