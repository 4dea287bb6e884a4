"""Every statement of the two founding documents stands where a reader would look for it, with its source.

A row: what the document says (for people), the page, the words that page must show, and the source that it must
name among its sources.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

COA = "s-coa-tafel-2022"
LETTER = "s-ek-35570-vi-j"

STATEMENTS = [
    # The page of the COA
    ("in principe vier keer per jaar", "tafel", "in principe vier keer per jaar", COA),
    ("JenV verzorgt het secretariaat", "tafel", "secretariaat", COA),
    ("voorbereiding met BZK", "tafel", "Binnenlandse Zaken en Koninkrijksrelaties", COA),
    ("voorbereiding met SZW", "tafel", "Sociale Zaken en Werkgelegenheid", COA),
    ("en met adviseurs van de andere vaste deelnemers", "tafel", "adviseurs van de andere vaste deelnemers", COA),
    ("informatie: instroom, nieuwe asielaanvragen", "tafel", "nieuwe asielaanvragen", COA),
    ("informatie: uitstroom", "tafel", "een woning hebben gekregen", COA),
    ("informatie: capaciteit", "tafel", "opvangplekken", COA),
    ("informatie: mensen in de opvang bij het COA", "tafel", "asielopvang bij het COA", COA),
    ("ook de gemeentelijke taakstelling", "tafel", "taakstelling", COA),
    ("Van der Burg, staatssecretaris JenV", "deelnemers/p-van-der-burg", "staatssecretaris van Justitie en Veiligheid", COA),
    ("Van der Burg is voorzitter", "samenstelling/comp-2022-2023", "Eric van der Burg", COA),
    ("De Jonge, minister voor VRO (BZK)", "deelnemers/p-de-jonge", "minister voor Volkshuisvesting en Ruimtelijke Ordening", COA),
    ("Van Gennip, minister van SZW", "deelnemers/p-van-gennip", "minister van Sociale Zaken en Werkgelegenheid", COA),
    ("Spies, VNG", "deelnemers/p-spies", "VNG", COA),
    ("Groot Wassink, VNG", "deelnemers/p-groot-wassink", "VNG", COA),
    ("De Reus namens IPO", "deelnemers/p-de-reus", "bestuurlijk vertegenwoordiger namens", COA),
    ("Klijnsma, vertegenwoordiger van de Rijksheren", "deelnemers/p-klijnsma", "vertegenwoordiger van de Rijksheren", COA),
    ("Schoenmaker, bestuursvoorzitter COA", "deelnemers/p-schoenmaker", "bestuursvoorzitter COA", COA),
    ("uitgenodigd: Veiligheidsberaad", "samenstelling/comp-2022-2023", "Veiligheidsberaad", COA),
    ("uitgenodigd: OCW", "samenstelling/comp-2022-2023", "Onderwijs, Cultuur en Wetenschap", COA),
    ("uitgenodigd: VWS", "samenstelling/comp-2022-2023", "Volksgezondheid, Welzijn en Sport", COA),
    ("uitgenodigd: Aedes", "samenstelling/comp-2022-2023", "Aedes", COA),
    ("uitgenodigd: onderzoekspartijen", "samenstelling/comp-2022-2023", "onderzoekspartijen", COA),
    ("uitgenodigd: andere uitvoeringsorganisaties", "samenstelling/comp-2022-2023", "uitvoeringsorganisaties", COA),
    ("2015: Bestuursakkoord Verhoogde Asielinstroom", "geschiedenis", "Verhoogde Asielinstroom", COA),
    ("2015: de tafel opgericht", "tafel", "november 2015", LETTER),
    ("naam: Landelijke Regietafel Verhoogde Asielinstroom", "tafel", "Landelijke Regietafel Verhoogde Asielinstroom", COA),
    ("2017: bredere scope", "geschiedenis", "uit te breiden met integratie", COA),
    ("2017: de nieuwe naam", "tafel", "Landelijke Regietafel Migratie & Integratie", COA),
    ("provinciale regietafels bespreken de uitvoering", "tafel", "de uitvoering van afspraken", COA),
    ("de commissarissen van de Koning coördineren", "tafel", "de commissarissen van de Koning coördineren de provinciale regietafels", COA),
    # The letter of 20 December 2021
    ("toezegging van 2 juni 2020", "toezeggingen/T02933", "2 juni 2020", LETTER),
    ("een geobjectiveerde weergave toegezegd", "toezeggingen/T02933", "geobjectiveerde weergave", LETTER),
    ("brief van 20 december 2021", "toezeggingen/T02933", "20 december 2021", LETTER),
    ("Kamerstuk 35 570 VI, J", "toezeggingen/T02933", "35 570 VI, J", LETTER),
    ("de letter J hoort alleen bij 35 570 VI", "vindplaatsen", "alleen betrekking op 35 570 VI", LETTER),
    ("Handelingen I 2019-2020, nr. 29, item 9, blz. 7", "toezeggingen/T02933", "nr. 29, item 9 - blz. 7", LETTER),
    ("mede namens de minister van BZK als voorzitter", "toezeggingen/T02933", "in haar rol als voorzitter", LETTER),
    ("ondertekend door Broekers-Knol", "toezeggingen/T02933", "Broekers-Knol", LETTER),
    ("bijlagen: gespreksverslagen van het afgelopen jaar", "toezeggingen/T02933", "bijlagen", LETTER),
    ("hulpstructuur van landelijke en regionale regietafels", "tafel", "hulpstructuur van landelijke en regionale", LETTER),
    ("eind 2017: behouden en uitgebreid met integratie", "tafel", "eind 2017", LETTER),
    ("integraal bespreken van vier thema's", "tafel", "migratie, opvang, huisvesting en integratie", LETTER),
    ("uitzondering: een keer per maand", "tafel", "een keer per maand", LETTER),
    ("vast 2021: minister van BZK, voorzitter", "samenstelling/comp-2021-12", "minister van Binnenlandse Zaken en Koninkrijksrelaties", LETTER),
    ("vast 2021: bewindspersoon voor Integratie", "samenstelling/comp-2021-12", "voor Integratie verantwoordelijk bewindspersoon", LETTER),
    ("vast 2021: bewindspersoon voor Migratie", "samenstelling/comp-2021-12", "voor Migratie verantwoordelijk bewindspersoon", LETTER),
    ("vast 2021: VNG", "samenstelling/comp-2021-12", "VNG", LETTER),
    ("vast 2021: IPO", "samenstelling/comp-2021-12", "IPO", LETTER),
    ("vast 2021: Rijksheren", "samenstelling/comp-2021-12", "Rijksheren", LETTER),
    ("vast 2021: COA", "samenstelling/comp-2021-12", "COA", LETTER),
    ("vast 2021: voorzitter van Aedes", "samenstelling/comp-2021-12", "Aedes", LETTER),
]  # fmt: skip


class _Page(HTMLParser):
    """The text of a page without its sources, and the sources it names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", "".join(_Page(html).text))


@pytest.mark.parametrize(("statement", "page", "expected", "source"), STATEMENTS)
def test_a_statement_stands_where_a_reader_looks(
    real_site: Path, statement: str, page: str, expected: str, source: str
) -> None:
    html = (real_site / page / "index.html").read_text("utf-8")
    content, _, sources = html.partition('<section class="sources"')
    assert expected.lower() in words(content).lower(), statement
    assert f"bronnen/{source}/" in sources, f"{statement}: source not named"


def test_the_list_is_that_of_both_documents() -> None:
    assert len({statement for statement, *_ in STATEMENTS}) == len(STATEMENTS) >= 50
