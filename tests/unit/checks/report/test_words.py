"""What is spoilt or left over in the words of a text is told, in a report and in any other text."""

import pytest

from lrt_site.checks import texts
from lrt_site.checks.report import slips_in
from tests import builders as make
from tests.unit import checking
from tests.unit.slips import told

WORDS = [
    ("[Opmerking [JV1]: klopt dit?] De tafel sprak.", "review-mark", 1, "Schrijf 'De tafel sprak.'"),
    ("De tafel sprak. [JV2: nakijken bij de dienst]", "review-mark", 17, "Schrijf 'De tafel sprak.'"),
    ("De tafel [JV1] sprak.", "review-mark", 10, "Schrijf 'De tafel sprak.'"),
    ("Met opmerkingen [JV1]: klopt dit wel?", "review-mark", 1, "Haal de regel weg"),
    ("Commented [JV1R2]: klopt dit?", "review-mark", 1, "Haal de regel weg"),
    ("Verwijderd: de raming.", "review-mark", 1, "Haal de regel weg"),
    ("De {++nieuwe++}{--oude--} raming.", "review-mark", 4, "schrijf 'De nieuwe raming.'"),
    ("De raming is {~~laag~>hoog~~}.", "review-mark", 14, "schrijf 'De raming is hoog.'"),
    ("De {==raming==}{>>welke?<<} gaat omlaag.", "review-mark", 4, "schrijf 'De raming gaat omlaag.'"),
    ("De raming {++is lager.", "review-mark", 11, "schrijf 'De raming is lager.'"),
    ("De [-oude-]{+nieuwe+} raming.", "review-mark", 4, "schrijf 'De nieuwe raming.'"),
    ("Zie RenÃ© en de ministerâ€™s.", "mojibake", 8, "Schrijf 'René'. Zo staat het er nog 1 keer"),
    ("Zie RenÃƒÂ© hier.", "mojibake", 8, "Schrijf 'René'"),
    ("Dat kost â‚¬ 5.", "mojibake", 10, "Schrijf '€'"),
    ("De co?rdinator sprak.", "mojibake", 6, "Typ die letter opnieuw"),
    ("De beleids\u00adbrief en de op\u200bvang.", "unseen-sign", 11, "Schrijf 'beleidsbrief', opnieuw getypt"),
    ("De oﬃciële brief.", "unseen-sign", 5, "Schrijf 'officiële'"),
    ("De \u202ebrief kwam.", "control-character", 4, "iets anders dan er staat"),
    ("P.M. De tafel sprak.", "left-over", 1, "Schrijf 'De tafel sprak.'"),
    ("TODO: de tafel sprak.", "left-over", 1, "Schrijf 'de tafel sprak.'"),
    ("CONCEPT", "left-over", 1, "Haal de regel weg"),
    ("Nog invullen.", "left-over", 1, "Haal de regel weg"),
    ("De [NAAM] sprak.", "left-over", 4, "'De … sprak.'"),
    ("Dat kost € XX miljoen.", "left-over", 12, "'Dat kost € … miljoen.'"),
    ("Dat was op [datum invullen].", "left-over", 12, "'Dat was op ….'"),
    ("Dat was op dd-mm-jjjj.", "left-over", 12, "'Dat was op ….'"),
    ("De heer [naam] sprak.", "left-over", 9, "'De heer … sprak.'"),
    ("De {{naam}} sprak.", "left-over", 4, "'De … sprak.'"),
    ("De «Naam» sprak.", "left-over", 4, "'De … sprak.'"),
    ("Dat kost ..... euro.", "left-over", 10, "'Dat kost … euro.'"),
    ("Dat kost ____ euro.", "left-over", 10, "'Dat kost … euro.'"),
    ("Lorem ipsum dolor sit amet.", "left-over", 1, "Haal de regel weg"),
    ("Klik of tik om tekst in te voeren.", "left-over", 1, "Haal de regel weg"),
    ("Fout! Verwijzingsbron niet gevonden.", "word-remnant", 1, "waarnaar u verwijst"),
    ("De tafel { PAGE } sprak.", "word-remnant", 10, "Schrijf 'De tafel sprak.'"),
    ("Pagina 3 van 12", "word-remnant", 1, "Haal de regel weg"),
    ("Inleiding.......... 3", "word-remnant", 1, "Haal de regel weg"),
    ("De tafel sprak. Lees meer", "cut-off", 17, "Schrijf 'De tafel sprak.'"),
    (r"Zie \\server\map\brief.docx hier.", "local-address", 5, "netwerkschijf"),
    (r"Zie H:\map\brief.docx hier.", "local-address", 5, "eigen computer"),
    ("Zie file:///C:/brief.docx hier.", "local-address", 5, "eigen computer"),
    ("Zie https://wiki.fictief.local/brief hier.", "local-address", 5, "eigen netwerk"),
]


@pytest.mark.parametrize(("text", "code", "column", "advice"), WORDS)
def test_a_slip_is_told_in_any_text_at_its_place(text: str, code: str, column: int, advice: str) -> None:
    event = make.an_event(event=text)
    assert checking.told(texts.texts_are_fit_to_read, event) == [(event.id, ("event", column - 1), code)]
    (found,) = slips_in(text)
    assert advice in found.message
    if not text.startswith("De tafel { PAGE"):
        assert [(code, place) for code, place, _ in told(f"{text}\n\nDe tafel sprak.")] == [(code, (1, column))]


@pytest.mark.parametrize("text", ["PM", "p.m.", "xxx", "n.t.b."])
def test_a_text_that_says_only_that_it_comes_is_told(text: str) -> None:
    assert checking.codes(texts.texts_are_fit_to_read, make.an_event(event=text)) == ["left-over"]
    assert [code for code, *_ in told(f"| a | b |\n|---|---|\n| {text} | 1 |")] == ["left-over"]


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 36 600 XX, nr. 4, en hoofdstuk XX.",
        "Dat kost 5 p.m. en 200 euro p.m. extra.",
        "„Voilà”, zei zij in café…” en «naïef».",
        "Hij zei: [de minister] kwam, en […] ging.",
        "Ä, Å en Ö van Ångström; een vaste\u00a0spatie.",
        "Wat nu? Zij weet het niet. https://fictief.example/?a=b?c",
        "Een emoji 👩\u200d💻 en می\u200cخواهم.",
        "Zie pagina 3 van het verslag.",
        "Volgens artikel 3: {a, b} en 1/2 en en/of.",
        "Volgens Lees Meer BV en de wet.",
    ],
)
def test_what_is_right_is_let_through(text: str) -> None:
    assert checking.codes(texts.texts_are_fit_to_read, make.an_event(event=text)) == []


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        ("De tafel sprak in juni over de raming (die lager was.", 39, "cut-off"),
        ("De tafel sprak in juni over de raming voor 2026, en de", 54, "cut-off"),
        ("De tafel sprak over **de raming** voor 2026.", 21, "markdown-in-field"),
        ("De tafel sprak over [de raming](m-2020-06-15.md).", 21, "markdown-in-field"),
    ],
)
def test_what_is_wrong_in_a_field_alone_is_told(text: str, column: int, code: str) -> None:
    event = make.an_event(event=text)
    assert checking.told(texts.texts_are_fit_to_read, event) == [(event.id, ("event", column - 1), code)]
