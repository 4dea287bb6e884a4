"""Whether a sentence of a report is objective: it says what was said, not who said it, and judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from lrt_site.frozen import dataclass
from lrt_site.prose.parties import CAPITAL, MARK, Parties, words_of

Kind = Literal["attributed", "first-person", "quotation", "judgement"]
_WORDS = words_of("objective")
_VERBS = _WORDS["verbs"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is not objective in a sentence, and where."""

    kind: Kind
    start: int
    end: int
    party: str = ""
    """Who is said to have said something."""


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(words)})"


_PARTED = _any(rf"(?:{verb})(?=[^.;:]{{0,150}}?[\s,](?:{behind})(?![\w-]))" for verb, behind in _VERBS["parted"])
SAYS = rf"(?i:(?:{_PARTED}|{_any(_VERBS['alone'])})(?![\w-]))"
_BETWEEN = rf"(?i:(?:\s+{_any(_WORDS['parties']['between'])}(?!\w)){{0,2}})"
_LEAD = r"(?i:(?:en|maar|want|dus|ook|zelfs|alleen|wel)\s+)?"
_CLAUSE = r"(?:^|(?<=[;,:]\s)|(?<=[”’\"'],\s)|(?<=[.!?][”’\"']\s)|(?<=, en\s)|(?<=, maar\s))"
_FINITE = (
    r"(?i:is|zijn|was|waren|wordt|worden|werd|werden|moet|moeten|kan|kunnen|mag|mogen|wil|willen|zal|zullen|gaat|gaan|heeft|"
    r"hebben|komt|komen|zou|zouden|blijft|blijven|doet|doen)"
)
_MARKS = r"\"“”„«»"
_QUOTED = re.compile(rf"[\"“„«](?P<double>[^{_MARKS}]{{2,}})[\"”“»]|(?<![\w’'])[‘'](?P<single>[^‘\n]{{2,}}?)['’](?!\w)")
_FIRST = re.compile(rf"(?<![\w-])(?i:{_any(_WORDS['first_person']['words'])})(?![\w-])")
_INNOCENT = re.compile(_any(_WORDS["first_person"]["innocent"]))
_TITLED = re.compile(rf"(?i:(?:[\w-]*?{_any(_WORDS['quotation']['innocent'])}))[:,]?\s*$")
_ASKED = re.compile(
    r"(?:Besproken|Gevraagd|Aan de orde|Er is (?:gevraagd|gesproken)|De tafel sprak)\b[^.]*?\b(?:of|over de vraag)\b"
)
"""So begins a question, and who asks whether something is too much does not say that it is."""
_VALUE = re.compile(rf"(?<![\w-])(?i:{_any([*_WORDS['value']['loose'], *_WORDS['value']['firm']])})(?![\w-])")


def _party() -> str:
    """One party or several, with whom it is of: `De burgemeester van Schelpdorp`, `Droomtij en de BPR`."""
    words = _WORDS["parties"]
    before = rf"(?i:(?:{_any(words['before'])}\s+){{0,3}})(?:[a-z-]+e\s+)?"
    inner = (
        rf"\s+(?:van|voor|uit|bij|namens|in)\s+(?:(?:de|het|een)\s+)?[\w{MARK}-]+(?:\s+(?:en|van|de|het)\s+{CAPITAL})*"
    )
    single = rf"{before}{MARK}+(?:{inner}|\s*\([^()]*\)){{0,2}}"
    return rf"(?P<party>{single}(?:(?:,|\s+en|\s+of)\s+{single}){{0,4}}|(?i:{_any(words['pronouns'])})(?!\w))"


def _patterns() -> Iterator[str]:
    party, passive = _party(), _any(_VERBS["passive"])
    starts = rf"(?i:{_any(_WORDS['parties']['starts'])})(?!\w)(?:\s+[^\s,;:]+){{0,8}}?\s+"
    became = r"(?i:is|zijn|werd|werden|wordt|worden)"
    yield rf"(?<!\w)(?i:{_any(_WORDS['verbs']['of_party'])})\s+{party}(?!\w)"
    yield rf"{_CLAUSE}{_LEAD}{party}{_BETWEEN}\s+{SAYS}"
    yield rf"{_CLAUSE}(?:{starts})?{SAYS}{_BETWEEN}\s+{party}(?!\w)"
    yield rf"(?<!\w)(?i:door|namens|vanuit|bij)\s+{party}\s+{became}[^.;]{{0,150}}?\b{passive}\b"
    yield rf"\b{became}\b[^.;]{{0,80}}?\b(?i:door|namens|vanuit)\s+{party}[^.;]{{0,150}}?\b{passive}\b"
    yield rf"^(?i:wat)\s+{party}\s+(?i:betreft)"
    yield rf"^{party}\s*:\s+(?:[\"“„‘']|[^.]*?\b{_FINITE}\b)"


_ATTRIBUTED = tuple(map(re.compile, _patterns()))


@dataclass(frozen=True)
class Judge:
    """Judges sentences, knowing who can speak."""

    parties: Parties

    def judged(self, sentence: str) -> Judgement | None:
        """The first that is not objective in a sentence; who said it counts before how it is said."""
        return next(self._all(sentence), None)

    def _all(self, sentence: str) -> Iterator[Judgement]:
        shown = _without_titles(sentence)
        marked = self.parties.marked(shown)
        for pattern in _ATTRIBUTED:
            if found := pattern.search(marked):
                party = sentence[found.start("party") : found.end("party")]
                yield Judgement("attributed", found.start(), found.end(), party)
        for found in _QUOTED.finditer(shown):
            yield Judgement("quotation", found.start(), found.end())
        for found in _FIRST.finditer(shown):
            if not any(spared.start() <= found.start() < spared.end() for spared in _INNOCENT.finditer(shown)):
                yield Judgement("first-person", found.start(), found.end())
        for found in () if _ASKED.match(shown) else _VALUE.finditer(shown):
            yield Judgement("judgement", found.start(), found.end())


def _without_titles(sentence: str) -> str:
    """A sentence with spaces for titles, terms and numbers between quotation marks: they quote nobody."""
    signs = list(sentence)
    for found in _QUOTED.finditer(sentence):
        words = found["double"] or found["single"]
        if _is_title(sentence[: found.start()], words):
            signs[found.start() : found.end()] = " " * len(found[0])
    return "".join(signs)


def _is_title(before: str, words: str) -> bool:
    if " " not in words.strip() or _TITLED.search(before) or re.search(r"\d", words):
        return True
    sentence = words.rstrip()[-1:] in ".!?…," or re.search(rf"\b{_FINITE}\b", words)
    return words[:1].isupper() and len(words.split()) <= 6 and not sentence
