"""Texts link what they cite, and say in words what they name by id."""

from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction
from lrt_site.pages.shared.common import linked
from tests.builders import a_commitment, a_register, a_source


def register_with_a_contradiction() -> Register:
    return a_register(
        a_source(id="s-a", citation="19 637, nr. 2184"),
        a_commitment(id="T90001"),
        Contradiction(id="c-groningen", statement="Fictief.", sources=("s-a",), about=()),
    )


def test_a_contradiction_named_by_id_is_named_in_words() -> None:
    runs = linked("Zie de tegenspraak c-groningen, of c-onbekend.", register_with_a_contradiction())
    assert [(run.text, run.address) for run in runs] == [
        ("Zie ", None),
        ("wat de bronnen hierover zeggen", "/tegenspraak/c-groningen/"),
        (", of c-onbekend.", None),
    ]


def test_papers_and_commitments_link_beside_it() -> None:
    runs = linked("T90001 in 19 637, nr. 2184; zie c-groningen", register_with_a_contradiction())
    assert [run.address for run in runs if run.address] == [
        "/toezeggingen/T90001/",
        "/bronnen/s-a/",
        "/tegenspraak/c-groningen/",
    ]


def test_an_empty_text_has_no_runs() -> None:
    assert linked("", register_with_a_contradiction()) == ()
