"""Citations in texts are found in any of their spellings, and what is almost one is told."""

from itertools import pairwise

import pytest

from lrt_site.wording.citations import citations_in, malformed_in, normal


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Zie Kamerstuk 35 570 VI, J.", "paper", "35 570 VI, J"),
        ("Zie 19 637, nr. 2184.", "paper", "19 637, nr. 2184"),
        ("Zie 35570 VI, J.", "paper", "35 570 VI, J"),
        ("Zie 35.570 VI, J.", "paper", "35 570 VI, J"),
        ("Zie 35\u00a0570\u00a0VI,\u00a0J.", "paper", "35 570 VI, J"),
        ("Zie 36 800 XX, B.", "paper", "36 800 XX, B"),
        ("Zie CXXIV, G.", "paper", "CXXIV, G"),
        ("Toezegging T02933 is voldaan.", "commitment", "T02933"),
        ("(Handelingen I 2019-2020, nr. 29, item 9)", "proceedings", "Handelingen I 2019-2020, nr. 29, item 9"),
        (
            "Handelingen I 2019\u20132020, nr. 29, item 9, blz. 3",
            "proceedings",
            "Handelingen I 2019-2020, nr. 29, item 9",
        ),
    ],
)
def test_a_citation_is_found_in_its_one_form(text: str, kind: str, key: str) -> None:
    (found,) = citations_in(text)
    assert (found.kind, found.key) == (kind, key)
    assert normal(text[found.start : found.end]) == key


def test_citations_come_in_order_and_do_not_overlap() -> None:
    text = "T02933 staat in Handelingen I 2019-2020, nr. 29, item 9; zie 35 570 VI, J en 19 637, nr. 2184."
    found = list(citations_in(text))
    assert [citation.kind for citation in found] == ["commitment", "proceedings", "paper", "paper"]
    assert all(citation.end <= other.start for citation, other in pairwise(found))


@pytest.mark.parametrize(
    "text", ["In 2015 en 2016.", "48.700 plekken", "T-shirt", "lijn T4", "nr. 29, item 9", "Artikel I"]
)
def test_other_text_is_no_citation(text: str) -> None:
    assert list(citations_in(text)) == []
    assert list(malformed_in(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toezegging T2933", "T2933"),
        ("Toezegging T029333", "T029333"),
        ("Handelingen I 2019-2020, 29-9", "Handelingen"),
        ("Handelingen I 2019-2021, nr. 29, item 9", "Handelingen I 2019-2021, nr. 29, item 9"),
        ("Kamerstuk 35570", "Kamerstuk 35570"),
        ("Kamerstuk 19 637 nr 2184", "Kamerstuk 19 637 nr"),
    ],
)
def test_what_is_almost_a_citation_is_told(text: str, found: str) -> None:
    ((words, advice),) = malformed_in(text)
    assert words == found
    assert "zoals" in advice or "bijvoorbeeld" in advice
