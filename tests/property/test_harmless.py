"""The law of harmless changes: no word of any text can be replaced, dropped, negated or moved without a note."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lrt_site.differences import class_of, differences, dutch, proven_of
from lrt_site.differences.harmless import proof_of
from lrt_site.differences.plain import plain
from lrt_site.ledger.pending import Pending
from lrt_site.model.register import KINDS
from tests.property.strategies import TEXTS, records
from tests.property.test_differences import changed, texts_of


@cache
def words_of_dutch() -> list[str]:
    return sorted(word for word in dutch().words if word.isalpha())


A_WORD = st.integers(0, 10**9).map(lambda number: words_of_dutch()[number % len(words_of_dutch())])
"""By its number: to sample from so many, they would all be looked at each time."""
SENTENCES = st.lists(A_WORD, min_size=2, max_size=8)
NEGATIONS = st.sampled_from(["niet", "geen", "nooit", "nauwelijks", "on", "zonder", "nergens", "niemand"])


def letters(words: list[str]) -> list[str]:
    return ["".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha()) for word in words]


def turned(data: st.DataObject, words: list[str]) -> list[str]:
    """The words with one of them replaced, dropped, negated, or changed places with its neighbour."""
    at = data.draw(st.integers(0, len(words) - 1))
    return data.draw(
        st.one_of(
            A_WORD.map(lambda other: [*words[:at], other, *words[at + 1 :]]),
            st.just([*words[:at], *words[at + 1 :]]),
            NEGATIONS.map(lambda no: [*words[:at], no, *words[at:]]),
            st.sampled_from(["niet-", "on", "anti", "ex-"]).map(
                lambda no: [*words[:at], no + words[at], *words[at + 1 :]]
            ),
            st.just([*words[:at], *reversed(words[at : at + 2]), *words[at + 2 :]]),
        )
    )


def near(word: str) -> Iterator[str]:
    """The Dutch words a letter away."""
    signs = "abcdefghijklmnopqrstuvwxyz"
    known = dutch().words
    for at in range(len(word) + 1):
        changes = [word[:at] + sign + word[at + 1 :] for sign in signs] + [word[:at] + word[at + 1 :]]
        changes += [word[:at] + sign + word[at:] for sign in signs]
        yield from (change for change in changes if change in known and change != word)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_no_word_of_any_text_changes_without_a_note(kind: str, data: st.DataObject) -> None:
    record: Any = data.draw(records(KINDS[kind]))
    texts = list(texts_of(record))
    assume(texts)
    at, text = data.draw(st.sampled_from(texts))
    words = data.draw(SENTENCES)
    other = turned(data, words)
    assume(letters(words) != letters(other))
    old, new = (changed(record, at, f"{text} {' '.join(one)}") for one in (words, other))
    change = class_of(differences(old, new, speller=dutch))
    assert change in ("herformulering", "correctie")
    assert Pending(id="x", type=kind, change=change, version=2, record=new).needs_note


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_word_becomes_another_a_letter_away_without_a_note(data: st.DataObject) -> None:
    words = data.draw(SENTENCES)
    at = data.draw(st.integers(0, len(words) - 1))
    found = sorted(set(near(words[at])))
    assume(found)
    other = [*words[:at], data.draw(st.sampled_from(found)), *words[at + 1 :]]
    assert proof_of(" ".join(words), " ".join(other), dutch) == ()


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_proven_harmless_has_the_same_digits_and_signs_of_weight(before: str, after: str) -> None:
    one, other = plain(before), plain(after)
    assume(one != other)
    if proof_of(one, other, dutch):
        weighty = [[sign for sign in text if sign.isnumeric() or sign in ",;:?!()[]%€$+=<>§/"] for text in (one, other)]
        assert weighty[0] == weighty[1]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_nothing_is_called_harmless_without_its_proof(kind: str, data: st.DataObject) -> None:
    old, new = (data.draw(records(KINDS[kind])) for _ in range(2))
    found = differences(old, new, speller=dutch)
    assert all(bool(difference.proven) == (difference.change == "tekstueel") for difference in found)
    assert bool(proven_of(found)) == (class_of(found) == "tekstueel")
