"""A cell of a page becomes data: its words, and apart from these all that stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.export.cells import CellData, iso, read, value_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.numbers import in_dutch


def cell(html: str) -> CellData:
    return read(html, {"1": "s-een", "2": "s-twee"}, lambda href: f"https://t.example/{href}")


@given(st.dates().map(str), st.sampled_from((4, 7, 10)))
def test_a_date_in_words_is_the_date_again(day: str, length: int) -> None:
    date = PartialDate(day[:length])
    assert iso(date.in_words) == str(date) == value_of(date.in_words, years=True)


@given(st.integers(-(10**12), 10**12))
def test_a_number_in_words_is_the_number_again(number: int) -> None:
    assert value_of(in_dutch(number), years=False) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("", None),
        ("12,50", "12.50"),
        ("2016", 2016),
        ("T02933", "T02933"),
        ("circa 48.000", "circa 48.000"),
        ("35.21", "35.21"),
        ("12 maart", "12 maart"),
        ("in maart 2021", "in maart 2021"),
        ("0612345678", "0612345678"),
        ("007", "007"),
        ("-0,5", "-0.5"),
        ("9" * 16, "9" * 16),
        ("9" * 5000, "9" * 5000),
        ("31 februari 2020", "31 februari 2020"),
    ],
)
def test_only_words_that_are_no_more_than_a_number_or_a_date_are_one(words: str, value: object) -> None:
    assert value_of(words, years=False) == value


def test_signs_beside_the_words_stand_apart_from_them() -> None:
    found = cell(
        '<span class="said">Op <a href="x/">12 maart 2021</a> &amp; later'
        '<sup class="ref" id="bij-noot-2"><a href="#bron-2">2</a>'
        '<button popovertarget="noot-2"></button></sup>'
        '<span class="source-note" id="noot-2"><span class="entry"><b>2</b>'
        ' <a href="https://x.example/">Boek</a>. <span class="mark mark-unverified">niet</span></span></span>'
        ' <span class="cited">(bronnen samen: <sup class="ref"><a href="#bron-1">1</a>'
        '<button popovertarget="noot-1-2"></button></sup>)</span>'
        ' <span class="mark mark-derived">afgeleid</span> <a class="mark mark-contradiction" href="c/">verschillen</a>'
        '<br><small class="note">Zo staat het <a href="y/">daar</a>.</small></span><span class="today">, oud</span>'
        '<a class="row-link" href="#r" aria-label="Vaste link naar deze rij"></a>'
    )
    assert found == CellData(
        words="Op 12 maart 2021 & later",
        dates=("2021-03-12",),
        links=("https://t.example/x/", "https://t.example/y/"),
        sources=("s-twee", "s-een"),
        marks=("afgeleid",),
        disputes=("https://t.example/c/",),
        notes=("Zo staat het daar.", "oud"),
    )


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>een</div><div>twee</div>", "een; twee"),
        ("<ul>\n<li>Een zin.</li>\n<li>Nog een.</li>\n</ul>", "Een zin. Nog een."),
        ('<span aria-hidden="true">–</span><span class="hidden">niet bekend</span>', "niet bekend"),
        ('<span class="mark mark-certain">zeker</span>', "zeker"),
        ('<span class="mark mark-status">voldaan</span>', "voldaan"),
        ('<a class="mark mark-contradiction" href="c/">3<span class="hidden"> keer</span></a>', "3"),
        ("a &lt;b&gt; <em>c</em>", "a <b> c"),
        ("november 2024 <em>, kort geleden</em>", "november 2024, kort geleden"),
    ],
)
def test_a_cell_tells_what_a_reader_sees(html: str, words: str) -> None:
    assert cell(html).words == words
