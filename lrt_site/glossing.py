"""The first use of a word of the glossary, or of an abbreviation, on a page leads to what explains it.

The page's own words stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from html import escape
from typing import NamedTuple

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.glossary import Term
from lrt_site.model.people import Organisation
from lrt_site.model.register import Register
from lrt_site.model.table import Table, TableName
from lrt_site.visible import APART, IN_LINE, TAG, Inside, parts_of
from lrt_site.wording.text import capitalised

_LEFT_ALONE = frozenset({
    "a", "abbr", "blockquote", "button", "cite", "code", "del", "dfn", "figure", "h1", "ins", "label", "nav", "pre",
    "q", "script", "select", "style", "svg", "template", "textarea",
})  # fmt: skip
"""Elements in which words stay as they are: they are links or names already, or must be read as they are."""
_IN_BRIEF = frozenset({"caption", "dt", "h2", "h3", "h4", "h5", "h6", "summary", "td", "th"})
"""Elements in which no word becomes a link, but an abbreviation says what it stands for."""
_ABBREVIATION = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
_BESIDE_THE_TEXT = APART | {"data", "name", "figure"}
"""Classes of what is no running text: what stands apart, names and titles, and a figure in one sentence."""
_SIGN = frozenset({"mark"})
_NOTHING: frozenset[str] = frozenset()
_GOES_ON = r"[\w-]|(?:['’]|&#39;)\w|&amp;\w"
"""What shows that a word is longer: the `’s` of a plural too."""
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\s+$")
_CAPITAL_AFTER = re.compile(r"\s+[^\W\d_]")
_BEGINS = frozenset({
    "aan", "alle", "als", "bij", "daarna", "dat", "de", "deze", "die", "dit", "door", "een", "elke", "en",
    "geen", "het", "hun", "in", "maar", "met", "na", "naar", "naast", "ook", "of", "om", "onze", "op", "over",
    "per", "sinds", "tot", "tussen", "uit", "van", "volgens", "voor", "wat", "welke", "wie", "zij",
})  # fmt: skip
"""Words that get a capital where a sentence begins, and no name begins with."""
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Explained:
    """A word, with where it is explained."""

    address: str
    everyday: bool = False
    """Whether only signs beside a fact link to it."""
    stands_for: str = ""
    """What an abbreviation stands for."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words that a page can link."""

    words: Mapping[str, Explained]
    """By every form, as HTML can write it."""
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By the address of a page, the names of what it is about: those it does not explain."""
    pattern: re.Pattern[str] | None = None
    """What finds a form as a whole word; absent where there is none."""


NO_WORDS = Glossary({})


def glossary_of(register: Register) -> Glossary:
    """The words and abbreviations that a register explains."""
    terms, bodies = tuple(register.all(Term).values()), tuple(register.all(Organisation).values())
    return _glossary(terms, bodies, tuple(_of_table(register)))


def linked(html: str, glossary: Glossary, to: Callable[[str], str], own: str = "") -> str:
    """A page on which the first use of every word in running text is a link; `own` is its address."""
    if glossary.pattern is None:
        return html
    kept: list[str] = []
    at = 0
    for start, end, word, brief in _first_uses(html, glossary, own):
        opened = f'<abbr title="{escape(word.stands_for)}">' if brief else f'<a class="term" href="{to(word.address)}">'
        kept += html[at:start], opened, html[start:end], "</abbr>" if brief else "</a>"
        at = end
    return "".join((*kept, html[at:]))


@lru_cache(maxsize=8)
def _glossary(
    terms: tuple[Term, ...], bodies: tuple[Organisation, ...], of_table: tuple[tuple[str, Explained], ...]
) -> Glossary:
    words = {**dict(of_table), **_of_bodies(bodies)}
    words |= {form: Explained(f"{urls.GLOSSARY}#{term.id}", term.everyday) for term in terms for form in term.forms}
    by_form = {written: word for form, word in words.items() for written in _written(" ".join(form.split()))}
    if not by_form:
        return NO_WORDS
    own = {urls.page_of(body): frozenset((body.name, body.short)) for body in bodies}
    return Glossary(by_form, own, re.compile(rf"(?<![\w/@#&-])(?<!&amp;)(?:{'|'.join(_patterns(by_form))})"))


def _patterns(words: Mapping[str, Explained]) -> Iterator[str]:
    """What finds whole words, and abbreviations that begin one too."""
    for goes_on, forms in (
        (_GOES_ON, [form for form, word in words.items() if not word.stands_for]),
        (r"\w", [form for form, word in words.items() if word.stands_for]),
    ):
        if forms:
            yield f"(?:{_any_of(forms)})(?!{goes_on})"


def _of_table(register: Register) -> Iterator[tuple[str, Explained]]:
    """The abbreviations of the table."""
    names: tuple[Table | TableName, ...] = (*register.table.names, register.table)
    for named in names:
        if named.abbreviation:
            yield named.abbreviation, Explained(urls.TABLE, stands_for=named.name)


def _of_bodies(bodies: Iterable[Organisation]) -> dict[str, Explained]:
    """The abbreviations of organisations, of now and of other times, as far as one organisation has them."""
    found: defaultdict[str, list[Explained]] = defaultdict(list)
    for body in bodies:
        for name, short in ((body.name, body.short), *((name.name, name.short) for name in body.other_names)):
            if short and _ABBREVIATION.fullmatch(short):
                found[short].append(Explained(urls.page_of(body), stands_for=name))
    return {short: words[0] for short, words in found.items() if len({word.address for word in words}) == 1}


def _any_of(forms: Iterable[str]) -> str:
    """A pattern of any of these, the longest that fits; by their first sign, which makes it twice as fast."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        rests[form[:1]].append(re.escape(form[1:]).replace("\\ ", r"\s+"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(after)})" for first, after in rests.items())


def _written(form: str) -> Iterator[str]:
    """A form as a page can write it: also at the start of a sentence, and with each sign for an apostrophe."""
    form = form.replace("’", "'")
    for begun in (form, capitalised(form)):
        for apostrophe in ("'", "’", "&#39;"):
            yield escape(begun, quote=False).replace("'", apostrophe)


def _first_uses(html: str, glossary: Glossary, own: str) -> Iterator[tuple[int, int, Explained, bool]]:
    """Where words are used first, and whether that is where an abbreviation can only say what it stands for."""
    assert glossary.pattern
    start, end = html.find("<main"), html.find("</main>")
    if start < 0:
        return
    walk = _Walk(html, start, end if end >= 0 else len(html))
    names = glossary.own.get(own, _NOTHING)
    title = _TITLE.search(html, start)
    titled = title and glossary.words.get(TAG.sub("", title[1]).strip())
    met = {(address, brief) for address in (own, titled.address if titled else own) for brief in (False, True)}
    for found in glossary.pattern.finditer(html, walk.start, walk.end):
        form = " ".join(found[0].split())
        word = glossary.words[form]
        if form in names or {(word.address, False), (word.address, bool(word.stands_for))} <= met:
            continue
        reads = walk.reads(found.start(), word)
        use = word.address, walk.in_brief
        if reads and use not in met and not walk.in_a_longer_name(found):
            met.add(use)
            yield found.start(), found.end(), word, walk.in_brief


class _Walk:
    """A walk over the tags of a page, that tells of one place after another what kind of text stands there."""

    def __init__(self, html: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._html = html
        self._tags = TAG.finditer(html, start, end)
        self._next = next(self._tags, None)
        self._text_begins = start
        self._quoted = False
        self._quotations = html.find("“", start, end) >= 0
        self._apart, self._sign, self._brief = Inside(), Inside(), Inside()
        self._changed_by: tuple[str, ...] = ()
        """The names of the tags that go deeper into these or out of them."""

    @property
    def in_brief(self) -> bool:
        """Whether no running text stands here, but a name, a heading or a cell."""
        return bool(self._brief)

    def reads(self, place: int, word: Explained) -> bool:
        """Whether this word can be explained here: nobody is quoted, and the words are not to be left alone."""
        while self._next and self._next.end() <= place:
            meaning = _meaning_of(self._next[0])
            if self._quotations:
                self._quoted = meaning.in_line and self._quotes(self._next.start())
            if meaning.is_special or meaning.name in self._changed_by:
                self._pass(meaning)
            self._text_begins = self._next.end()
            self._next = next(self._tags, None)
        if self._apart or (self._next and self._next.start() < place) or (self._brief and not word.stands_for):
            return False
        return bool(self._sign) if word.everyday else not self._quotes(place)

    def _quotes(self, place: int) -> bool:
        """Whether somebody is quoted here: a quotation goes on across tags within a line."""
        if not self._quotations:
            return False
        opened = self._html.rfind("“", self._text_begins, place)
        closed = self._html.rfind("”", self._text_begins, place)
        return opened > closed if max(opened, closed) >= 0 else self._quoted

    def in_a_longer_name(self, found: re.Match[str]) -> bool:
        """Whether a word with a capital stands beside one, in the same text: then it is a part of a name."""
        if not found[0][0].isupper():
            return False
        ends = self._next.start() if self._next else self.end
        after = _CAPITAL_AFTER.match(self._html, found.end(), ends)
        before = _WORD_BEFORE.search(self._html[self._text_begins : found.start()])
        return bool(after and after[0][-1].isupper()) or bool(
            before and before[1][0].isupper() and before[1].lower() not in _BEGINS
        )

    def _pass(self, tag: _Meaning) -> None:
        self._apart.meet(tag.name, tag.ends, starts=tag.apart)
        self._brief.meet(tag.name, tag.ends, starts=tag.brief)
        self._sign.meet(tag.name, tag.ends, starts=tag.sign)
        self._changed_by = tuple(element.name for element in (self._apart, self._brief, self._sign) if element)


class _Meaning(NamedTuple):
    """What a tag begins or ends."""

    name: str
    ends: bool
    in_line: bool
    apart: bool
    brief: bool
    sign: bool
    is_special: bool


@lru_cache(maxsize=50_000)
def _meaning_of(tag: str) -> _Meaning:
    name, ends, classes = parts_of(tag)
    apart = name in _LEFT_ALONE or not _BESIDE_THE_TEXT.isdisjoint(classes)
    brief, sign = name in _IN_BRIEF, not _SIGN.isdisjoint(classes)
    return _Meaning(name, ends, name in IN_LINE, apart, brief, sign, apart or brief or sign)
