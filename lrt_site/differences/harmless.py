"""Proof that a change of a text is harmless: that it says the same, letter for letter, but for how it is written.

What is not proven is not harmless. Numbers, links and quotations never change in a harmless way, nor does a comma.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from lrt_site.differences.aligning import aligned
from lrt_site.differences.guard import is_kept_from_mending, is_number_word
from lrt_site.differences.guard_words import DATES
from lrt_site.differences.plain import has_blocks
from lrt_site.differences.spelling import Speller
from lrt_site.frozen import dataclass
from lrt_site.unseen import changed_unseen, is_turned, is_unseen, settled

Proof = Literal[
    "onzichtbare tekens", "spaties", "hoofdletters", "leestekens", "koppeltekens", "accenten", "schrijffout"
]
"""In what alone two texts differ."""
PROOFS: tuple[Proof, ...] = get_args(Proof)

_TOKEN = re.compile(
    r"""
      (?P<link> \]\((?:[^)\]\n]|\](?!\())*\) | \]\[[^\]\n]*\] | ^\[[^\]\n]+\]:[ ]*\S+
        | (?:https?://|www\.)[^\s<>)\]]*[^\s<>)\].,;:!?] | [\w.+-]{1,64}@[\w.-]+\w
        | [\w-]{1,64}(?:\.[a-z][\w-]*)+ )
    | (?P<quote> "[^"\n]+" | [“”„][^“”„\n]+[“”] | «[^«»\n]+» | (?<!\w)‘[^‘’\n]+’(?!\w) )
    | (?P<number> [^\s\d"“”„‘’(\[]{0,40}+ \d (?: \S*[\w%‰°€/–−-] )? )
    | (?P<word> [^\W\d_]+ (?: ['’ʼ‘´`‐‑-] [^\W\d_]+ )* )
    | (?P<line> (?<!\s)\s*\n\s* )
    | (?P<dots> \.{3} | … )
    | (?P<sign> \S )
    """,
    re.VERBOSE | re.MULTILINE,
)
_MOST_CHANGED = 200
"""A text in which more words differ than this is another text, and long to compare."""
_QUOTES = '"“”„«»'
_DASHES = "-‐‑–—"
_WORD_SIGNS = str.maketrans("’ʼ‘´`‐‑", "'''''--")
_LOOSE = ".,;:!?…"
"""Signs beside which a space says nothing."""
_APOSTROPHES = "'’ʼ‘´`"
_ROMAN = re.compile(r"[ivxlcdm]+")
_ACUTE = "\u0301"


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, number, link, quotation or sign of a text."""

    kind: str
    form: str
    """What counts of it: tokens of one kind and form say the same."""
    text: str
    gap: str
    """The space before it, which says nothing."""

    @property
    def key(self) -> tuple[str, str]:
        """What tokens have in common that say the same."""
        return self.kind, self.form


def proof_of(before: str, after: str, speller: Speller) -> tuple[Proof, ...]:
    """In what alone two texts differ, where that is proven to be harmless; nothing where it is not.

    Both texts are given as they are compared, and differ.
    """
    if _links(before) != _links(after):
        return ()
    if changed_unseen(before, after):
        return () if is_turned(before, after) else ("onzichtbare tekens",)
    blocks = has_blocks(before) or has_blocks(after)
    old, new = (tuple(_tokens(settled(text), blocks=blocks)) for text in (before, after))
    if (Counter(token.key for token in old) - Counter(token.key for token in new)).total() > _MOST_CHANGED:
        return ()
    found: set[Proof] = set()
    for proofs in _proofs(old, new, speller):
        if not proofs:
            return ()
        found.update(proofs)
    if Counter(filter(is_unseen, before)) != Counter(filter(is_unseen, after)):
        found.add("onzichtbare tekens")
    return tuple(proof for proof in PROOFS if proof in found)


def _links(text: str) -> list[str]:
    return [match["link"] for match in _TOKEN.finditer(text) if match["link"]]


def _tokens(text: str, *, blocks: bool) -> Iterator[_Token]:
    """The tokens of a text. Where it has `blocks`, such as lists, every line end counts."""
    end, last = 0, ""
    for match in _TOKEN.finditer(text):
        if match["line"] and not blocks and last in (".", "!", "?"):
            continue
        kind = str(match.lastgroup)
        yield _Token(kind, _form(kind, match, text), match[0], text[end : match.start()])
        end, last = match.end(), match[0]


def _form(kind: str, match: re.Match[str], text: str) -> str:
    found = match[0]
    if kind == "quote":
        return f'"{found[1:-1]}"'
    if kind == "word":
        return found.translate(_WORD_SIGNS)
    if kind == "dots":
        return "…"
    if kind == "line":
        return found.replace(" ", "")
    return _sign(match, text) if kind == "sign" and found not in _LOOSE else found


def _sign(match: re.Match[str], text: str) -> str:
    """What counts of a sign: also whether a space stands at its sides, for Markdown has signs that mean more by it."""
    found, before, after = (
        match[0],
        text[max(match.start() - 1, 0) : match.start()],
        text[match.end() : match.end() + 1],
    )
    if found in _DASHES and before == after == " " and _is_loose(match, text):
        return "–"
    form = '"' if found in _QUOTES else "'" if found in _APOSTROPHES else found
    return f"{form}{before.isspace():d}{after.isspace():d}"


def _is_loose(match: re.Match[str], text: str) -> bool:
    """Whether a dash between spaces is no sign of a number, and does not begin a line."""
    start, end = match.span()
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    parted = "\n" in text[start : match.start()]
    return not (parted or text[max(start - 1, 0) : start].isnumeric() or text[end : end + 1].isnumeric())


def _proofs(old: Sequence[_Token], new: Sequence[_Token], speller: Speller) -> Iterator[tuple[Proof, ...]]:
    """For every place where two texts differ the proof that it is harmless, or nothing."""
    for tag, i1, i2, j1, j2 in aligned([token.key for token in old], [token.key for token in new]):
        went, came = old[i1:i2], new[j1:j2]
        if tag == "equal":
            yield from (("leestekens",) for token, other in zip(went, came, strict=True) if token.text != other.text)
            yield from (("spaties",) for token, other in zip(went, came, strict=True) if token.gap != other.gap)
            continue
        if _is_stopped(old, i2) != _is_stopped(new, j2):
            yield ("leestekens",)
            went, came = (
                sequence[:-1] if _is_stopped(all_of, at) else sequence
                for sequence, all_of, at in ((went, old, i2), (came, new, j2))
            )
        if any(token.kind == "number" for token in (*old[max(i1 - 1, 0) : i2 + 1], *new[max(j1 - 1, 0) : j2 + 1])):
            yield ()
        else:
            named = _beside_name(old, i1, i2, speller) or _beside_name(new, j1, j2, speller)
            yield from _of_words(went, came, speller, named=named)


def _is_stopped(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a text or a paragraph ends here, with a full stop behind a word."""
    ends = at == len(tokens) or tokens[at].kind == "line"
    return ends and at > 1 and tokens[at - 1].form == "." and tokens[at - 2].kind == "word"


def _beside_name(tokens: Sequence[_Token], start: int, end: int, speller: Speller) -> bool:
    """Whether a capital here can be that of a name of several words, such as *Eerste Kamer*."""
    before, after = tokens[max(start - 1, 0) : start], tokens[end : end + 1]
    opens = start < 2 or tokens[start - 2].kind == "line" or tokens[start - 2].form in ".!?:"
    capitals = [token for token in (*before, *after) if token.text[0].isupper()]
    opener = before if opens and capitals and before and before[0].text.casefold() in speller().words else ()
    return end - start > 1 or any(token not in opener for token in capitals)


def _of_words(
    went: Sequence[_Token], came: Sequence[_Token], speller: Speller, *, named: bool
) -> Iterator[tuple[Proof, ...]]:
    if any(token.kind != "word" for token in (*went, *came)) or bool(went) != bool(came):
        yield ()
    elif len(went) == len(came):
        pairs = zip(went, came, strict=True)
        yield from (_of_word(token.form, other.form, speller, named=named) for token, other in pairs)
    else:
        yield _of_space([token.form for token in went], [token.form for token in came], speller)


def _of_word(old: str, new: str, speller: Speller, *, named: bool) -> tuple[Proof, ...]:
    """The proof that two words, written differently, are one."""
    small, smaller = old.casefold(), new.casefold()
    if small == smaller:
        return () if named else _of_capital(old, new, speller)
    if is_kept_from_mending(small) or is_kept_from_mending(smaller) or any(map(_ROMAN.fullmatch, (small, smaller))):
        return ()
    if _letters(small) == _letters(smaller) and old[1:] == small[1:] and old[0].isupper() == new[0].isupper():
        return _of_marks(small, smaller, speller)
    mended = old == small and new == smaller and small.startswith("on") == smaller.startswith("on")
    return ("schrijffout",) if mended and speller().mends(old, new) else ()


def _of_capital(old: str, new: str, speller: Speller) -> tuple[Proof, ...]:
    """A first letter that became a capital, or is one no longer, of a word that is a common one as well."""
    small, capital = sorted((old, new), key=lambda word: word[0].isupper())
    alike = small == small.casefold() and capital[1:] == small[1:]
    counts = is_number_word(small) or small in DATES or _ROMAN.fullmatch(small)
    common = len(small) > 1 and not counts and small in speller().words
    return ("hoofdletters",) if alike and common else ()


def _of_marks(old: str, new: str, speller: Speller) -> tuple[Proof, ...]:
    """Accents, hyphens and apostrophes by which what was no word became one. An accent for stress cannot go."""
    words = speller().words
    stressed, kept = (unicodedata.normalize("NFD", word).count(_ACUTE) for word in (old, new))
    if stressed > kept or old in words or new not in words:
        return ()
    found: tuple[tuple[Proof, str], ...] = (("koppeltekens", "[^'-]"), ("accenten", "['-]"))
    return tuple(proof for proof, left_out in found if re.sub(left_out, "", old) != re.sub(left_out, "", new))


def _of_space(old: Sequence[str], new: Sequence[str], speller: Speller) -> tuple[Proof, ...]:
    """A space that cut a word in pieces that are no words."""
    joined = "".join(old)
    if [joined] != list(new) or joined != joined.casefold() or joined.startswith(("on", "niet")):
        return ()
    words = speller().words
    kept = any(map(is_kept_from_mending, (joined, *old)))
    return ("spaties",) if joined in words and not words.issuperset(old) and not kept else ()


def _letters(word: str) -> str:
    """A word without accents, hyphens and apostrophes."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())
