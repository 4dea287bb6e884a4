"""Words become a part of an address that is safe on every host and in every browser, and never that of other words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.urls import slug_of

WORDS = st.text(st.sampled_from("aAbé +&,-’½Ж\u0301\u200b"), max_size=12)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("minister van Eilanden en Kusten", "minister-van-eilanden-en-kusten"),
        ("Minister  van Financiën", "minister-van-financien"),
        ("vice-minister, tijdelijk", "vice-minister-tijdelijk"),
        ("../x", "x"),
    ],
)
def test_words_are_readable_in_an_address(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@pytest.mark.parametrize("text", ["", "—", "министр", "a+b", "x" * 500])
def test_what_cannot_be_in_an_address_leaves_a_fingerprint(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+--[0-9a-f]{12}", slug_of(text))
    assert len(slug_of(text)) <= 100


@given(st.text())
def test_every_text_is_safe_in_an_address(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(--?[a-z0-9]+)*", slug_of(text))


@given(st.text())
def test_capitals_make_no_other_words(text: str) -> None:
    assert slug_of(text.casefold()) == slug_of(text)


@given(WORDS, WORDS)
def test_two_texts_share_an_address_only_when_their_signs_are_the_same(one: str, other: str) -> None:
    def signs(text: str) -> list[str]:
        plain = text.casefold().replace("é", "e").replace("½", "1⁄2").replace("\u0301", "")
        return re.sub(r"[ &,’\u200b-]+", " ", plain).split()

    assert (slug_of(one) == slug_of(other)) == (signs(one) == signs(other))
