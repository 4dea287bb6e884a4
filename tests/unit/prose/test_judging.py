"""Sentences of reports, written before the rules: half of them say who spoke, judge or quote, the others do not."""

from pathlib import Path

import pytest

from lrt_site.prose.judging import Judge, Judgement
from lrt_site.prose.parties import Parties
from lrt_site.prose.rewording import instead_of

PARTIES = Parties(
    persons=frozenset({"Bram Bedacht", "Fenna Verzonnen", "Ilse Inbeelding", "Aukje Aangenomen", "Douwe Denkbeeld"})
    | {"Neel van Nergens", "Tjibbe Testpersoon", "Jorrit Verdicht", "Griet Gefingeerd", "Hidde Hersenschim"},
    organisations=frozenset({"VEG", "BPR", "DGV", "Droomtij", "VNG", "IPO", "COA", "IND", "Bond van Pontreizigers"})
    | {"ministerie van Vaart en Wind", "ministerie van Eilanden en Kusten"},
)
JUDGE = Judge(PARTIES)
KINDS = {"wie": "attributed", "ik": "first-person", "aanhaling": "quotation", "oordeel": "judgement"}
CORPUS = [line.split("\t") for line in Path("tests/corpora/objectivity.tsv").read_text("utf-8").splitlines()]


def test_the_sentences_are_many_and_of_both_sorts() -> None:
    assert len({words for _, words in CORPUS}) == len(CORPUS) >= 250
    assert 0.4 < sum(kind == "-" for kind, _ in CORPUS) / len(CORPUS) < 0.6


@pytest.mark.parametrize("held_out", [False, True])
def test_nearly_all_are_found_and_hardly_any_too_many(held_out: bool) -> None:
    """Every third sentence was looked at only when the rules were ready."""
    part = [pair for index, pair in enumerate(CORPUS) if (index % 3 == 2) is held_out]
    found = {words for _, words in part if JUDGE.judged(words)}
    meant = {words for kind, words in part if kind != "-"}
    assert len(found & meant) / len(meant) >= 0.95, sorted(meant - found)
    assert len(found & meant) / len(found) >= 0.90, sorted(found - meant)


def test_each_is_found_for_its_own_reason() -> None:
    wrong = [
        (kind, words) for kind, words in CORPUS if (found := JUDGE.judged(words)) and found.kind != KINDS.get(kind)
    ]
    assert len(wrong) <= 0.05 * len(CORPUS), wrong


def test_the_place_is_that_of_the_words() -> None:
    sentence = "In de zaal zei Bram Bedacht dat het laat was."
    found = JUDGE.judged(sentence)
    assert found == Judgement("attributed", 0, sentence.index(" dat"), "Bram Bedacht")


@pytest.mark.parametrize(
    ("sentence", "instead"),
    [
        ("Volgens Droomtij is dit onacceptabel.", "Besproken is of dit onacceptabel is."),
        ("Volgens de VEG moet de kade open gaan.", "Besproken is dat de kade open moet gaan."),
        ("Bedacht zei dat de raming te hoog was.", "Besproken is dat de raming te hoog was."),
        ("De minister vond de cijfers te laag.", "Besproken is of de cijfers te laag zijn."),
        ("De BPR vroeg of er meer boten komen.", "Gevraagd is of er meer boten komen."),
        ("De BPR wil dat de boot eerder vertrekt.", "Besproken is de wens dat de boot eerder vertrekt."),
        ("De VEG stelde voor de kade te sluiten.", "Voorgesteld is de kade te sluiten."),
        ("De VEG ontkent dat er een akkoord is.", "Besproken is of er een akkoord is."),
        ("Wij vinden dat dit beter moet.", "Besproken is dat dit beter moet."),
        ("We gaan in juni verder.", "De tafel gaat in juni verder."),
        ("Het plan is helaas mislukt.", "Het plan is mislukt."),
        ("Gelukkig is de raming lager.", "De raming is lager."),
        ("De gemeenten vragen om meer tijd.", "Gevraagd is om meer tijd."),
        ("De bond vraagt om meer tijd.", "Gevraagd is om meer tijd."),
        ("De VEG is tegen het besluit.", "Er is bezwaar gemaakt tegen het besluit."),
        ("De directeur lichtte de nieuwe raming toe.", "Er is een toelichting gegeven op de nieuwe raming."),
        ("Wij vragen aandacht voor de kade.", "Er is aandacht gevraagd voor de kade."),
    ],
)
def test_a_neutral_sentence_is_offered(sentence: str, instead: str) -> None:
    found = JUDGE.judged(sentence)
    assert found
    assert instead_of(sentence, found, JUDGE) == instead
    assert not JUDGE.judged(instead)


@pytest.mark.parametrize(
    "sentence",
    [
        "Droomtij denkt niet dat het lukt.",  # what was denied would be said
        "De heer Van Nergens deelde mee dat hij stopt.",  # 'hij' would be nobody
        "Bedacht maakte dat vooraf bekend.",  # 'dat' begins no sentence here
        "Volgens de minister is er geld, maar geen tijd.",
        "Gelukkig is de kade van Schelpdorp open.",
        "Het was een vruchtbare vergadering.",  # nothing would be left to say
        "Onze gemeente heeft geen plek meer.",
    ],
)
def test_none_is_offered_where_it_would_say_something_else(sentence: str) -> None:
    found = JUDGE.judged(sentence)
    assert found
    assert instead_of(sentence, found, JUDGE) == ""
