"""The words of every page in each of its editions, in files in which a browser looks quotations up without a server.

docs/data/citaat.md tells what the files hold; templates/static/citaat-index.js reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated, Any, Final, Literal

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.export.file_types import Address, Count, JsonForm, fields_of, file_at
from lrt_site.export.packed import folded, packed
from lrt_site.export.quotable import BESIDE, JOINT, PASSING, Gathering
from lrt_site.export.quoted_pages import PageWithEditions, pages_of
from lrt_site.export.state import NumberedPublication, numbered
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History
from lrt_site.pages.publications.editions import Editions
from lrt_site.sitemap.states import PublishedState

FORMAT: Final = "quotations/v2"
LARGEST = 32_000
"""No file has many more bytes than this, but that of all words: a question needs few of them."""

_PART = re.compile(r"[{}<>| ]|[^{}<>| ]+")
_MARKS = (*BESIDE, *PASSING)
_JOINT = len(_MARKS)
_FIRST_WORD = _JOINT + 1

First = Annotated[int, JsonForm({"type": "integer", "minimum": 0})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file, with the number of the first that it holds."""

    from_: First
    """The number of the first that it holds."""
    file: Address
    """Its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationsFile:
    """The index."""

    format: Literal["quotations/v2"]
    """The format of this file."""
    publications: tuple[NumberedPublication, ...]
    """The oldest first."""
    dictionary: Address
    """The file with all words."""
    words: tuple[Part, ...]
    """The files that say on which lines each word stands."""
    lines: tuple[Part, ...]
    """The files with all lines, each once."""
    pages: tuple[Part, ...]
    """The files with all pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryFile:
    """All words."""

    format: Literal["quotations/v2"]
    """The format of this file."""
    words: str
    """All words with a space between them: the first has the number 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesFile:
    """Lines."""

    format: Literal["quotations/v2"]
    """The format of this file."""
    lines: tuple[str, ...]
    """Packed numbers: for each word the lines on which it stands; or the lines themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedEdition:
    """A page as it stands somewhere."""

    address: Address | None = None
    """Where it stands. Left out where that is the address of the page."""
    from_: Count | None = None
    """The number of the publication from which the page said this."""
    to: Count | None = None
    """The number of the last publication with which the page said this."""
    lines: str
    """Packed steps to the numbers of its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPage:
    """A page."""

    title: str
    """Its title."""
    address: Address
    """Its address."""
    editions: tuple[QuotedEdition, ...]
    """That of now first, then the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesFile:
    """Pages."""

    format: Literal["quotations/v2"]
    """The format of this file."""
    pages: tuple[QuotedPage, ...]
    """In order of number."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line."""

    text: str
    beside: bool
    """Whether it stands beside the text: a quotation can lack it."""
    joined: bool
    """Whether it can be one word with the word before it."""


def files(
    history: History, editions: Editions, last: PublishedState, gathered: Gathering
) -> Iterator[Mapping[str, str]]:
    """All files by path, some at a time: an index that names the others, words, lines and pages."""
    pages = pages_of(history, editions, last, gathered)
    lines, numbers = _in_order(pages, tuple(gathered.lines))
    found_in = _lines_by_word(lines)
    words = sorted(found_in, key=lambda word: (-len(found_in[word]), word))
    ranks = {word: rank for rank, word in enumerate(words)}
    parts: dict[str, tuple[Part, ...]] = {}
    for name, file_with, items in (
        ("woorden", _lines_file, (packed(_gaps(found_in[word])) for word in words)),
        ("regels", _lines_file, _texts(lines, _pages_by_line(pages, numbers), ranks)),
        ("paginas", _pages_file, (_page(page, numbers) for page in pages)),
    ):
        parts[name] = ()
        for first, shard in _shards(items):
            address = f"{urls.QUOTATIONS}{name}/{len(parts[name]) + 1}.json"
            parts[name] += (Part(from_=first, file=address),)
            yield file_at(address, file_with(shard))
    dictionary = urls.QUOTATIONS + "woorden.json"
    index = QuotationsFile(
        format=FORMAT,
        publications=numbered(history.publications),
        dictionary=dictionary,
        words=parts["woorden"],
        lines=parts["regels"],
        pages=parts["paginas"],
    )
    yield file_at(dictionary, DictionaryFile(format=FORMAT, words=" ".join(words)))
    yield file_at(urls.QUOTATIONS + "index.json", index)


def _lines_file(lines: Iterable[str]) -> LinesFile:
    return LinesFile(format=FORMAT, lines=tuple(lines))


def _pages_file(pages: Iterable[QuotedPage]) -> PagesFile:
    return PagesFile(format=FORMAT, pages=tuple(pages))


def words_in(line: str) -> Iterator[Word]:
    """The words of a line that was marked as `quotable.marked` does."""
    beside, joined = False, False
    for part in _PART.findall(line):
        if part in BESIDE:
            beside = part == BESIDE[0]
        elif part == JOINT:
            joined = True
        elif part not in (*PASSING, " "):
            yield Word(part, beside, joined)
            joined = False


def _in_order(pages: Sequence[PageWithEditions], lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines in the order in which readers meet them, those of now first; and for every line its place in it."""
    numbers = [-1] * len(lines)
    ordered: list[str] = []
    for of_now in (True, False):
        for page in pages:
            for edition in page.editions:
                if of_now is (edition.address == page.address):
                    for line in edition.lines:
                        if numbers[line] < 0:
                            numbers[line] = len(ordered)
                            ordered.append(lines[line])
    return ordered, numbers


def _lines_by_word(lines: Iterable[str]) -> dict[str, list[int]]:
    """The numbers of the lines in which each word stands, as it stands there and as readers can copy it."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for word in dict.fromkeys(_spellings(line)):
            found.setdefault(word, []).append(number)
    return found


def _spellings(line: str) -> Iterator[str]:
    """Every word of a line, and words that nothing parts also as one word, with and without what stands beside them.

    Only a number behind a word is left off: who looks it up takes it off.
    """
    if JOINT not in line and BESIDE[0] not in line and PASSING[0] not in line:
        yield from line.split(" ")
        return
    chain: list[Word] = []
    for word in (*words_in(line), Word("", beside=False, joined=False)):
        if not word.joined:
            yield from _joined(chain)
            chain = []
        chain.append(word)
        if word.text:
            yield word.text


def _joined(chain: Sequence[Word]) -> Iterator[str]:
    if len(chain) < 2:
        return
    yield from filter(None, ("".join(word.text for word in chain if not word.beside),))
    if chain[0].beside or not "".join(word.text for word in chain if word.beside).isdigit():
        yield "".join(word.text for word in chain)


def _texts(lines: Iterable[str], pages: Sequence[Sequence[int]], ranks: Mapping[str, int]) -> Iterator[str]:
    for line, found in zip(lines, pages, strict=True):
        yield f"{packed(_codes(line, ranks))} {packed(_spans(found))}"


def _codes(line: str, ranks: Mapping[str, int]) -> Iterator[int]:
    """A line in numbers: those of its words and of marks."""
    for part in _PART.findall(line):
        if part in _MARKS:
            yield _MARKS.index(part)
        elif part == JOINT:
            yield _JOINT
        elif part != " ":
            yield _FIRST_WORD + ranks[part]


def _pages_by_line(pages: Sequence[PageWithEditions], numbers: Sequence[int]) -> list[list[int]]:
    """The numbers of the pages on which each line stands, in whatever edition."""
    found: list[list[int]] = [[] for _ in numbers]
    for number, page in enumerate(pages):
        for line in set().union(*(edition.lines for edition in page.editions)):
            found[numbers[line]].append(number)
    return found


def _page(page: PageWithEditions, numbers: Sequence[int]) -> QuotedPage:
    editions = []
    before: Sequence[int] = ()
    for edition in page.editions:
        lines = [numbers[line] for line in edition.lines]
        editions.append(
            QuotedEdition(
                address=edition.address if edition.address != page.address else None,
                from_=edition.since or None,
                to=edition.until or None,
                lines=packed(_steps(lines, before)),
            )
        )
        before = lines
    return QuotedPage(title=page.title, address=page.address, editions=tuple(editions))


def _steps(lines: Sequence[int], before: Sequence[int]) -> Iterator[int]:
    """The lines of an edition in steps of two numbers.

    The first is twice how many lines it adds, and one more when these are copied from the edition before. The second
    is how far the first of them is from the line, or from the place in the edition before, that is to be expected.
    """
    places = {line: place for place, line in reversed([*enumerate(before)])}
    at, expected, place = 0, 0, 0
    while at < len(lines):
        candidates = {place, places.get(lines[at], place)}
        copied, start = max(
            (_common(lines, at, before, candidate), -abs(candidate - place), candidate) for candidate in candidates
        )[::2]
        added = _run(lines, at)
        if copied >= added:
            yield from (2 * copied + 1, folded(start - place))
            place, at = start + copied, at + copied
            expected = lines[at - 1] + 1
        else:
            yield from (2 * added, folded(lines[at] - expected))
            place, at = place + added, at + added
            expected = lines[at - 1] + 1


def _common(lines: Sequence[int], at: int, before: Sequence[int], place: int) -> int:
    """How many lines from here on are those of the edition before from a place on."""
    count = 0
    while at + count < len(lines) and 0 <= place + count < len(before) and lines[at + count] == before[place + count]:
        count += 1
    return count


def _run(lines: Sequence[int], at: int) -> int:
    """How many lines from here on have numbers that follow each other."""
    count = 1
    while at + count < len(lines) and lines[at + count] == lines[at] + count:
        count += 1
    return count


def _gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Rising numbers as what each is more than the one before, less one."""
    before = -1
    for number in numbers:
        yield number - before - 1
        before = number


def _spans(numbers: Sequence[int]) -> Iterator[int]:
    """Rising numbers as spans: twice the gap before each, one more where it is longer, then how much longer."""
    before = -1
    for _, span in groupby(enumerate(numbers), key=lambda numbered: numbered[1] - numbered[0]):
        values = [number for _, number in span]
        more = len(values) - 1
        yield 2 * (values[0] - before - 1) + bool(more)
        if more:
            yield more
        before = values[-1]


def _shards(items: Iterable[Any]) -> Iterator[tuple[int, list[Any]]]:
    """The items in parts that each fit in a file, with the number of the first of each."""
    shard: list[Any] = []
    first, size = 0, 0
    for item in items:
        more = len(v1.as_json(fields_of(item)).encode())
        if shard and size + more > LARGEST:
            yield first, shard
            first, shard, size = first + len(shard), [], 0
        shard.append(item)
        size += more
    if shard:
        yield first, shard
