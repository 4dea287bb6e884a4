"""A word is taken for a known one only as a slip of the pen; what exists beside it is told as that."""

import pytest

from lrt_site.suggestions import beside, slip

KNOWN = (
    "p-bedacht", "p-de-reus", "p-jansen", "T90001", "T90010", "T90011", "comp-2024-09", "m-2025-06-19", "m-2025-12-04",
    "org-mek", "org-mvw", "ovw", "f-ponten-2023-v", "f-ponten-2023-d", "s-cijfers-2026-02",
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("p-bedach", "p-bedacht"), ("p-bedachtt", "p-bedacht"), ("p-bedahct", "p-bedacht"), ("p-bedagt", "p-bedacht"),
        ("p_bedacht", "p-bedacht"), ("p-bédacht", "p-bedacht"), ("P-Bedacht", "p-bedacht"), ("pbedacht", "p-bedacht"),
        ("p-janssen", "p-jansen"), ("m-2025-1204", "m-2025-12-04"), ("org-mke", "org-mek"), ("OVW", "ovw"),
        ("s-cijfer-2026-02", "s-cijfers-2026-02"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_understood(word: str, meant: str) -> None:
    assert slip(word, KNOWN) == meant


@pytest.mark.parametrize(
    "word",
    [
        "p-de-vries",
        "T9001",
        "T90012",
        "comp-2026-10",
        "m-2025-06-91",
        "m-2025-12-05",
        "f-ponten-2023-h",
        "org-xek",
        "x" * 99,
    ],
)
def test_another_thing_is_never_taken_for_it(word: str) -> None:
    assert slip(word, KNOWN) is None


def test_of_two_that_can_be_meant_none_is() -> None:
    assert slip("p-bakker", ("p-bakkers", "p-bakkert")) is None
    assert slip("s-brief", ("S-Brief", "s-brief")) == "s-brief"
    assert slip("s-breif", ("S-BRIEF", "s-brief")) == "s-brief"


def test_what_differs_in_figures_is_named_beside_it() -> None:
    assert beside("T9001", KNOWN) == ["T90001", "T90010", "T90011"]
    assert beside("comp-2026-10", KNOWN) == ["comp-2024-09"]
    assert beside("f-ponten-2023-h", KNOWN) == ["f-ponten-2023-d", "f-ponten-2023-v"]
    assert not beside("p-de-vries", KNOWN)
