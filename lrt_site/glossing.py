"""The first use of a word of the glossary on a page leads to its explanation. The page's own words stay as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from lrt_site import urls
from lrt_site.model.glossary import Term
from lrt_site.model.register import Register
from lrt_site.visible import APART, CLASSES, IN_LINE, TAG, Inside

_LEFT_ALONE = frozenset({
    "a", "blockquote", "button", "caption", "cite", "code", "del", "dfn", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "ins", "label", "nav", "pre", "q", "script", "select", "style", "summary", "svg", "td", "template",
    "textarea", "th",
})  # fmt: skip
"""Elements in which no word becomes a link: they are links or names already, or must be read as they are."""
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
class Glossary:
    """The words that a page can link."""

    terms: Mapping[str, Term]
    """By every form, as HTML can write it."""
    pattern: re.Pattern[str] | None = None
    """What finds a form as a whole word; absent where there is none."""


NO_WORDS = Glossary({})


def glossary_of(register: Register) -> Glossary:
    """The words that a register explains."""
    return _glossary(tuple(register.all(Term).values()))


def linked(html: str, glossary: Glossary, to: Callable[[str], str]) -> str:
    """A page on which the first use of every word in running text is a link."""
    if glossary.pattern is None:
        return html
    kept: list[str] = []
    at = 0
    for start, end, term in _first_uses(html, glossary):
        address = to(f"{urls.GLOSSARY}#{term.id}")
        kept += html[at:start], f'<a class="term" href="{address}">', html[start:end], "</a>"
        at = end
    return "".join((*kept, html[at:]))


@lru_cache(maxsize=8)
def _glossary(terms: tuple[Term, ...]) -> Glossary:
    by_form = {written: term for term in terms for form in term.forms for written in _written(" ".join(form.split()))}
    if not by_form:
        return NO_WORDS
    return Glossary(by_form, re.compile(rf"(?<![\w/@#&-])(?<!&amp;)(?:{_any_of(by_form)})(?!{_GOES_ON})"))


def _any_of(forms: Iterable[str]) -> str:
    """A pattern of any of these, the longest that fits; by their first sign, which makes it twice as fast."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        rests[form[:1]].append(re.escape(form[1:]).replace("\\ ", r"\s+"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(after)})" for first, after in rests.items())


def _written(form: str) -> Iterator[str]:
    """A form as a page can write it: also at the start of a sentence, and with each sign for an apostrophe."""
    for begun in (form, form[:1].upper() + form[1:]):
        for apostrophe in ("'", "’", "&#39;"):
            yield escape(begun, quote=False).replace("'", apostrophe)


def _first_uses(html: str, glossary: Glossary) -> Iterator[tuple[int, int, Term]]:
    assert glossary.pattern
    start, end = html.find("<main"), html.find("</main>")
    if start < 0:
        return
    walk = _Walk(html, start, end if end >= 0 else len(html))
    title = _TITLE.search(html, start)
    own = title and glossary.terms.get(TAG.sub("", title[1]).strip())
    met: set[str] = {own.id} if own else set()
    for found in glossary.pattern.finditer(html, walk.start, walk.end):
        term = glossary.terms[" ".join(found[0].split())]
        reads = term.id not in met and walk.reads(found.start(), signs=term.everyday)
        if reads and not walk.in_a_longer_name(found):
            met.add(term.id)
            yield found.start(), found.end(), term


class _Walk:
    """A walk over the tags of a page, that tells of one place after another what kind of text stands there."""

    def __init__(self, html: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._html = html
        self._tags = TAG.finditer(html, start, end)
        self._next = next(self._tags, None)
        self._text_begins = start
        self._quoted = False
        self._apart, self._sign = Inside(), Inside()

    def reads(self, place: int, *, signs: bool) -> bool:
        """Whether running text stands at this place, in which nobody is quoted; or a sign beside it."""
        while self._next and self._next.end() <= place:
            name = self._next["name"].lower()
            self._quoted = name in IN_LINE and self._quotes(self._next.start())
            self._pass(name, bool(self._next["end"]), self._next["rest"])
            self._text_begins = self._next.end()
            self._next = next(self._tags, None)
        if self._apart or (self._next and self._next.start() < place):
            return False
        return bool(self._sign) if signs else not self._quotes(place)

    def _quotes(self, place: int) -> bool:
        """Whether somebody is quoted here: a quotation goes on across tags within a line."""
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

    def _pass(self, name: str, ends: bool, attributes: str) -> None:
        classes = frozenset(found[1].split()) if (found := CLASSES.search(attributes)) else _NOTHING
        self._apart.meet(name, ends, starts=name in _LEFT_ALONE or not _BESIDE_THE_TEXT.isdisjoint(classes))
        self._sign.meet(name, ends, starts=not _SIGN.isdisjoint(classes))
