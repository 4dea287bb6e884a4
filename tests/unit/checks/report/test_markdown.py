"""What is broken in the Markdown of a report is told once, at its place, with the editor's own line as it can be."""

import pytest

from tests.unit.slips import SENTENCE, told

HEADINGS = [
    ("##Kop\n\n.", "heading-form", 1, 1, "Schrijf '## Kop'"),
    ("#Kop\n\n.", "heading-form", 1, 1, "Schrijf '## Kop'"),
    (".\n\n###Kop van drie\n\n.", "heading-form", 3, 1, "Schrijf '### Kop van drie'"),
    ("# Een\n\n.", "heading-level", 1, 1, "Schrijf '## Een'"),
    ("# Een\n\n.\n\n# Twee\n\n.", "heading-level", 1, 1, "Doe hetzelfde bij 'Twee'"),
    ("### Een\n\n.\n\n### Twee\n\n.", "heading-level", 1, 1, "Schrijf '## Een'. Doe hetzelfde bij 'Twee'"),
    ("## Een\n\n.\n\n#### Twee\n\n.\n\n## Drie\n\n.", "heading-level", 5, 1, "Schrijf '### Twee'."),
    ("Inleiding\n---------\n\n.", "heading-form", 2, 1, "Schrijf '## Inleiding'"),
    ("## Een\n\n.\n\nTwee\n===\n\n.", "heading-form", 6, 1, "Schrijf '## Twee'"),
    (".\n---\n\n.", "heading-form", 2, 1, "Zet een lege regel boven '---'"),
    (".\n===\n\n.", "heading-form", 2, 1, "Haal '===' weg"),
    ("> .\n> ---\n\n.", "heading-form", 2, 3, "Zet een lege regel boven '---'"),
    (".\n=======\n.", "merge-conflict", 2, 1, "Haal de regel weg"),
    (".\n\n=======\n\n.", "merge-conflict", 3, 1, "Haal de regel weg"),
    (".\n\n=====\n\n.", "heading-form", 3, 1, "Haal de regel weg"),
    ("####### Kop\n\n.", "heading-form", 1, 1, "Schrijf '## Kop'"),
    ("##\n\n.", "heading-form", 1, 1, "heeft geen woorden"),
    ("## Kop {#kop}\n\n.", "heading-form", 1, 8, "Schrijf '## Kop'"),
    ("## Besluit\n\n.\n\n## Besluit\n\n.", "heading-twice", 5, 1, "De kop 'Besluit'"),
]
LISTS = [
    ("•\tEen punt\n•\tNog een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt', en elk punt zo"),
    (".\n\n• Een\n\n• Twee\n\n• Drie\n\n.", "list-form", 3, 1, "Schrijf '- Een'"),
    (".\n\n· Een\n· Twee\n\n.", "list-form", 3, 1, "Schrijf '- Een'"),
    ("o   Een punt\no   Nog een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    ("o Een punt\no Nog een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    ("§  Een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    ("Ø\tEen punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    ("– Een punt\n– Nog een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    (".\n-Een punt\n-Nog een punt\n\n.", "list-form", 2, 1, "Achter '-' ontbreekt een spatie"),
    ("a) Een punt\nb) Nog een punt\n\n.", "list-form", 1, 1, "Schrijf '- Een punt'"),
    ("1.Een punt\n2.Nog een punt\n\n.", "list-form", 1, 1, "Schrijf '1. Een punt'"),
    (".\n2. Een punt\n3. Nog een punt\n\n.", "list-form", 2, 1, "'1. Een punt'"),
    ("De punten zijn: • een • twee • drie.", "list-form", 1, 17, "'- een'"),
    ("- Een punt\n    o   Onderpunt\n\n.", "list-form", 2, 5, "Schrijf '- Onderpunt'"),
    ("## Kop\n\n    • diep\n\n.", "list-form", 3, 5, "Schrijf '- diep'"),
    ("- Een\n– Twee\n- Drie\n\n.", "list-form", 2, 1, "Schrijf '- Twee'"),
    ("A. Een\nB. Twee\n\n.", "list-form", 1, 1, "Schrijf '- Een'"),
    ("1995. Dat jaar begon de tafel.\n\n.", "list-form", 1, 1, "Schrijf '1995\\. Dat jaar begon de tafel.'"),
]
HEAD = "| a | b |\n|---|---|\n"
TABLES = [
    (f"{HEAD}| 1 | 2 | 3 |\n\n.", "table-cells", 3, 9, "Schrijf '| 1 | 2 |'"),
    (f"{HEAD}| é | 2 | 3 |\n| 4 | 5 |\n\n.", "table-cells", 3, 9, "'3' ziet de lezer niet"),
    ("a | b\n---|---\n1 | 2 | 3\n4 | 5\n\n.", "table-cells", 3, 7, "Schrijf '1 | 2'"),
    (f"{HEAD}| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n\n.", "table-cells", 1, 1, "drie cellen: '| a | b | … |'"),
    ("| a | b | c |\n|---|---|---|\n| 1 | 2 |\n\n.", "table-short", 3, 1, "'| 1 | 2 | … |'"),
    (f"{HEAD}| 1 | 2 |\nBron: de dienst.\nEn nog iets.\n\n.", "table-short", 4, 1, "Zet een lege regel tussen"),
    ("| a | b |\n| 1 | 2 |\n| 3 | 4 |\n\n.", "table-form", 2, 1, "Zet boven deze regel '|---|---|'"),
    ("a | b\n1 | 2\n\n.", "table-form", 2, 1, "Zet boven deze regel '|---|---|'"),
    ("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n\n.", "table-form", 2, 1, "Schrijf '|---|---|---|'"),
    ("| a | b |\n|–––|–––|\n| 1 | 2 |\n\n.", "table-form", 2, 1, "Schrijf '|---|---|'"),
    ("| a | b |\n\n|---|---|\n| 1 | 2 |\n\n.", "table-form", 3, 1, "staat een lege regel. Haal die weg"),
    (f"{HEAD}\n| 1 | 2 |\n| 3 | 4 |\n\n.", "table-form", 4, 1, "Haal die lege regel weg"),
    (f"{HEAD}| 1 | 2 |\n\n| 3 | 4 |\n\n| 5 | 6 |\n\n.", "table-form", 5, 1, "Haal die lege regel weg"),
    ("|---|---|\n| 1 | 2 |\n\n.", "table-form", 1, 1, "'| … | … |'"),
    (f"{HEAD}| 1 || 2 |\n\n.", "table-cells", 3, 6, "Schrijf '| 1 | 2 |'"),
    (
        "| Dijk | Hoogte |\n|---|---|\n| oost | 3 |\n\n| Dijk | Hoogte |\n| west | 4 |\n\n.",
        "table-form",
        6,
        1,
        "'|---|---|'",
    ),
    ("| een losse rij |\n\n.", "table-form", 1, 1, "'|---|'"),
    ("Provincie\tAantal\nDrenthe\t12\n\n.", "table-form", 1, 1, "Schrijf '| Provincie | Aantal |'"),
    ("Provincie    Aantal\nDrenthe      12\n\n.", "table-form", 1, 1, "daaronder '|---|---|'"),
]
NOTES = [
    ("De tafel[^1] sprak.", "footnote-unknown", 1, 9, "Schrijf 'De tafel sprak.'"),
    ("De tafel[^1] sprak. Zij[^1] zweeg.", "footnote-unknown", 1, 9, "'[^1]: wat de noot zegt'"),
    ("De tafel[^regn] sprak.\n\n[^regen]: Noot.", "footnote-unknown", 1, 9, "Schrijf 'De tafel[^regen] sprak.'"),
    ("De tafel[^1] sprak.\n\n[^1] De noot.", "footnote-unknown", 3, 1, "Schrijf '[^1]: De noot.'"),
    ("De tafel sprak.\n\n[^1]: Noot.", "footnote-unused", 3, 1, "Zet '[^1]' achter het woord"),
    ("De tafel[^1] sprak.\n\n[^1]: Een.\n\n[^1]: Twee.", "footnote-unused", 5, 1, "'[^1-2]: Twee.'"),
]
WEB = "https://fictief.example/"
LINKS = [
    (f"De [brief] ({WEB}) kwam.", "link-form", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    ("De [vorige]\n(m-2020-06-15.md) kwam.", "link-form", 1, 4, "[vorige](m-2020-06-15.md)"),
    (f"De [brief]({WEB}een brief) kwam.", "link-form", 1, 4, f"[brief]({WEB}een%20brief)"),
    ("De [vorige](m-2020-06-15 .md) kwam.", "link-form", 1, 4, "Schrijf 'De [vorige](m-2020-06-15.md) kwam.'"),
    ("De [vorige](mijn verslag.md) kwam.", "link-form", 1, 4, "In het adres 'mijn verslag.md' staat een spatie"),
    (f"De (brief)[{WEB}] kwam.", "link-form", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    (f"De [brief]({WEB} kwam.", "link-form", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    (f"De [brief]{{{WEB}}} kwam.", "link-form", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    ("De [[m-2020-06-15]] kwam.", "link-form", 1, 4, "[m-2020-06-15](m-2020-06-15.md)"),
    ("De [brief][1] kwam.", "link-form", 1, 4, "Er is geen adres met de naam '1'"),
    (f"De [brief][1] kwam.\n\n[2]: {WEB}", "link-form", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    (f"De brief kwam.\n\n[1]: {WEB}", "link-form", 3, 1, "geen link noemt '1'"),
    ("De [vorige)(m-2020-06-15.md) kwam.", "link-form", 1, 4, "Schrijf 'De [vorige](m-2020-06-15.md) kwam.'"),
    ("De [vorige(m-2020-06-15.md) kwam.", "link-form", 1, 4, "Schrijf 'De [vorige](m-2020-06-15.md) kwam.'"),
    ("De vorige](m-2020-06-15.md) kwam.", "link-form", 1, 4, "Schrijf 'De [vorige](m-2020-06-15.md) kwam.'"),
    ("De [vorige] [m-2020-06-15.md] kwam.", "link-form", 1, 4, "Schrijf 'De [vorige](m-2020-06-15.md) kwam.'"),
    ("[//]: # (navragen)\n\n.", "review-mark", 1, 1, "Haal de regel weg"),
    (r"De [brief](O:\een map\brief.docx) kwam.", "local-address", 1, 4, "[brief](https://adres-van-het-document)"),
    (f"De []({WEB}) kwam.", "link-form", 1, 4, "heeft geen woorden"),
    ("De [brief]() kwam.", "link-form", 1, 4, "heeft geen adres"),
    (f"Zie {WEB}stuk/… voor meer.", "link-form", 1, 5, "is afgekort"),
    (f"Zie {WEB}stuk?a=1, en verder.", "forge-only", 1, 5, f"[de brief]({WEB}stuk?a=1)"),
    ("Zie\n(www.fictief.example).", "forge-only", 2, 2, "[de brief](https://www.fictief.example)"),
    ("> Mail naam@fictief.example.", "forge-only", 1, 8, "[mail ons](mailto:naam@fictief.example)"),
    ("De [brief](file:///C:/brief.docx) kwam.", "local-address", 1, 4, "op een eigen computer"),
    (r"De [brief](C:\map\brief.docx) kwam.", "local-address", 1, 4, "De [brief](https://adres-van-het-document) kwam."),
    (r"De [brief](\\server\map\brief.docx) kwam.", "local-address", 1, 4, "op een eigen netwerkschijf"),
    ("De [brief](brief.pdf) kwam.", "local-address", 1, 4, "geen losse bestanden"),
    ("De [brief](http://localhost:8000/x) kwam.", "local-address", 1, 4, "in een eigen netwerk"),
    ("De [brief](http://192.168.1.4/x) kwam.", "local-address", 1, 4, "in een eigen netwerk"),
    ("De [brief](https://wiki/x) kwam.", "local-address", 1, 4, "in een eigen netwerk"),
    ("De [brief](https://intranet.fictief.nl/x) kwam.", "local-address", 1, 4, "in een eigen netwerk"),
    ("De [brief](https://fictief.sharepoint.com/x) kwam.", "local-address", 1, 4, "in een eigen netwerk"),
]
SIGNS = [
    ("Dit is **vet.\n\n.", "unclosed-mark", 1, 8, "schrijf 'Dit is vet.'"),
    ("Dit is vet** en meer.", "unclosed-mark", 1, 11, "Schrijf 'Dit is vet en meer.'"),
    ("Dit is ** vet ** en meer.", "unclosed-mark", 1, 8, "Schrijf 'Dit is **vet** en meer.'"),
    ("**Dit is vet.\n\nEn dit ook.** Klaar.", "unclosed-mark", 1, 1, "'**' wordt niet gesloten"),
    ("Dit is *schuin en meer.", "unclosed-mark", 1, 8, "schrijf 'Dit is schuin en meer.'"),
    ("Dit is _schuin en meer.", "unclosed-mark", 1, 8, "'_schuin_'"),
    ("Dit is ~~weg en meer.", "unclosed-mark", 1, 8, "schrijf 'Dit is weg en meer.'"),
    ("Dit is `code en meer.", "unclosed-mark", 1, 8, "Schrijf 'Dit is code en meer.'"),
    ("De regels van `s avonds gelden.", "unclosed-mark", 1, 15, "Schrijf 'De regels van 's avonds gelden.'"),
    ("De raming is *hoog**.", "unclosed-mark", 1, 14, "Schrijf 'De raming is **hoog**.'"),
    ("***hoog** is de raming.", "unclosed-mark", 1, 1, "Schrijf '**hoog** is de raming.'"),
    ("    code\n\n.", "indented-code", 1, 1, "Begin vooraan de regel: 'code'"),
    ("\tcode\n\n.", "indented-code", 1, 1, "Begin vooraan de regel: 'code'"),
    ("```\ncode\n\n.", "indented-code", 1, 1, "'```' wordt niet gesloten"),
    ("De tafel :warning: sprak.", "forge-only", 1, 10, "Schrijf 'De tafel sprak.'"),
    ("```mermaid\nx\n```\n\n.", "forge-only", 1, 1, "geen tekening"),
    ("De formule is $x^2$ hier.", "forge-only", 1, 15, "'De formule is x^2 hier.'"),
    (". @jan kijk je even?", "forge-only", 1, 30, "noemt een gebruiker van uw forge"),
    ("[[_TOC_]]\n\n.", "forge-only", 1, 1, "'[[_TOC_]]' wordt op de site geen inhoudsopgave"),
]
HTML = [
    ("Eerste regel<br/>\ntweede regel.", "html-in-text", 1, 13, "Schrijf 'Eerste regel', dan een lege regel"),
    ("Een<br>twee.", "html-in-text", 1, 4, "Schrijf 'Een', dan een lege regel, en daaronder 'twee.'"),
    ("Dit is <b>vet</b> en <i>schuin</i>.", "html-in-text", 1, 8, "Schrijf 'Dit is **vet** en *schuin*.'"),
    (f'De <a href="{WEB}">brief</a> kwam.', "html-in-text", 1, 4, f"Schrijf 'De [brief]({WEB}) kwam.'"),
    ("<ins>nieuw</ins> en <del>oud</del> staan hier.", "html-in-text", 1, 1, "Schrijf 'nieuw en ~~oud~~ staan hier.'"),
    ("<p>Een alinea.</p>\n\n.", "html-in-text", 1, 1, "Schrijf 'Een alinea.'"),
    ("<h2>Kop</h2>\n\n.", "html-in-text", 1, 1, "Schrijf '## Kop'"),
    ("<div>\n\n.\n\n</div>\n\n.", "html-in-text", 1, 1, "Haal de regel weg"),
    ("<table><tr><td>a</td></tr></table>\n\n.", "html-in-text", 1, 1, "'|---|---|'"),
    ("De tafel sprak. <!-- navragen -->", "html-in-text", 1, 17, "'<!-- navragen -->'"),
    ("<naam> vroeg iets.", "left-over", 1, 1, "'… vroeg iets.'"),
]
ENDS = [
    ("De tafel sprak over de dijk en de", "cut-off", 1, 33, "midden in een zin"),
    ("De tafel sprak over de dijk en het wa", "cut-off", 1, 37, "eindigt zonder punt"),
    (".\n\n## Kop\n\nDe tafel sprak over de dijk,\n\n## Meer\n\n.", "cut-off", 5, 28, "midden in een zin"),
    ("De tafel sprak over de dijk…", "cut-off", 1, 28, "'…tafel sprak over de dijk.'"),
    ("De tafel sprak over de dijk...", "cut-off", 1, 30, "'…tafel sprak over de dijk.'"),
    ("De tafel sprak (over de dijk.", "cut-off", 1, 16, "'De tafel sprak (over de dijk).'"),
    ("De tafel sprak over de dijk (zie ook", "cut-off", 1, 29, "(zie ook …)"),
    ("De tafel sprak over de verga-\ndering van toen.", "cut-off", 1, 24, "Schrijf 'vergadering'"),
    ("De minister zei: „Dit is goed.", "cut-off", 1, 18, "„Dit is goed”.'"),
    ("- een\n- twee en de", "cut-off", 2, 12, "midden in een zin"),
    (". [Lees meer](https://fictief.example/)", "cut-off", 1, 30, "Schrijf 'De tafel sprak over de dijk.'"),
    (". Lees meer", "cut-off", 1, 30, "hoort bij een webpagina"),
    (".\n\nLees verder ›", "cut-off", 3, 1, "Haal de regel weg"),
]


def written(text: str) -> str:
    """A text in which a full stop by itself stands for a whole sentence."""
    lines = [line.replace(".", SENTENCE, 1) if line in (".", "> .") else line for line in text.split("\n")]
    return "\n".join(f"{SENTENCE}{line[1:]}" if line.startswith(". ") else line for line in lines)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "advice"),
    [*HEADINGS, *LISTS, *TABLES, *NOTES, *LINKS, *SIGNS, *HTML, *ENDS],
)
def test_a_slip_is_told_once_at_its_place_with_what_to_write(
    text: str, code: str, line: int, column: int, advice: str
) -> None:
    ((found, place, message),) = told(written(text))
    assert (found, place) == (code, (line, column))
    assert advice in message


@pytest.mark.parametrize(
    "text",
    [
        "Het cijfer staat in de tabel.\n\n| a | b |\n|---|--:|\n| 1 | x\\|y |\n\n.",
        "Waarde* en meer.\n\n*voorlopig cijfer.",
        "Twee * drie, snake_case, 5 ** 2 en \\*los\\* en `**` en a_b_c.",
        "Een zin met (haakjes) en 1) een en 2) twee en een lachje :-).",
        "In- en uitstroom, in-\nen uitstroom, en Noord-\nHolland.",
        "> Een citaat.\n> Nog een regel.\n\n.",
        "- punt\n- [brief](https://fictief.example/)\n\n1. een\n2. twee",
        "1. een\n2. twee\n   - diep",
        "[Opmerking](https://fictief.example/) en [een], [sic] en [de minister] zei dat.",
        "[brief][1] en [stuk].\n\n[1]: https://fictief.example/\n[stuk]: over.md",
        "De tafel[^1] sprak.\n\n[^1]: Noot\n    van twee regels.",
        "## Raming\n\n### Besluit\n\n.\n\n## Dijk\n\n### Besluit\n\n.",
        ".\n\n---\n\n.",
        "```yaml\n# geen kop\n- [ ]\n    x | y\n```\n\n.",
        "De tafel koos:\n\n- a;\n- b.",
        "Het bedrag (€ 5) staat in [de brief](https://fictief.example/(1)).",
        "<https://fictief.example/> en [https://fictief.example](over.md) en `www.fictief.example`.",
        "Om 10:00 @ kantoor, awww.fictief, een/www.fictief en http: of //.",
        "Dat is #1 en nummer #12 in de lijst.",
        "Artikel 3, § 4, en o ja, dat was in 2019. Zo.",
        "De minister zei: „dit is goed”. ’s Avonds was er een «stuk».",
    ],
)
def test_what_is_right_is_let_through(text: str) -> None:
    assert [code for code, *_ in told(written(text)) if code != "broken-link"] == []
