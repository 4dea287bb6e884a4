"""Values are YAML that says what was typed, and ids have the form that the content gives them."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.document import read_yaml
from lrt_site.writing.spelling import free, of_figure, of_person, of_source, scalar


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x17E, exclude_categories=("Cc", "Cf")), min_size=1))
def test_a_value_says_what_was_typed(text: str) -> None:
    wanted = " ".join(text.split())
    if wanted:
        document, problems = read_yaml(PurePosixPath("x.yml"), f"a: {scalar(text)}\n")
        assert (problems, document and document.data) == ((), {"a": wanted})


def test_a_plain_text_stays_plain() -> None:
    assert scalar("minister van Asiel en Migratie") == "minister van Asiel en Migratie"
    assert scalar("Kamerstuk 19 637: brief") == '"Kamerstuk 19 637: brief"'


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Hugo de Jonge", "p-de-jonge"),
        ("H.M. de Jonge", "p-de-jonge"),
        ("Ankie Broekers-Knol", "p-broekers-knol"),
        ("Jan Peter Balkenende", "p-balkenende"),
        ("Renée Ågren", "p-agren"),
        ("Prins", "p-prins"),
    ],
)
def test_a_person_is_called_by_surname(name: str, identifier: str) -> None:
    assert of_person(name) == identifier


def test_other_ids_follow_what_is_there() -> None:
    assert of_source("Brief", "Tweede Kamer", "2016-05-13", "19 637, nr. 2184") == "s-kst-19637-2184"
    assert of_source("Brief", "Eerste Kamer", "", "35 570 VI, J") == "s-kst-35570-vi-j"
    assert of_source("Feiten", "COA", "2026-02-01", "") == "s-coa-2026-02"
    assert of_figure("bezetting", "f-occ-2024-01-01", "2026-02-01") == "f-occ-2026-02-01"
    assert of_figure("reizigers", "f-reizigers-2025h1", "2025-H2") == "f-reizigers-2025h2"
    assert of_figure("nieuw", "", "2026") == "f-nieuw-2026"


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert free("p-blok", {"p-x"}) == "p-blok"
    assert free("p-blok", {"P-Blok", "p-blok-2"}) == "p-blok-3"
