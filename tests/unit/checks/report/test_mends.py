"""What the gate offers for a text in Markdown: with it the mistake is gone, and the rest of the text stays."""

import pytest

from tests.unit.slips import faults

ABOVE, BELOW = "De tafel sprak over de dijk.\n\n", "\n\nDaarna sloot de tafel de vergadering.\n"
MENDS = {
    "a heading of one sign": ("# Inleiding", "## Inleiding"),
    "a level that is skipped": ("#### Diep\n\nTekst.\n\n#### Dieper", "## Diep\n\nTekst.\n\n## Dieper"),
    "no space behind the signs": ("##Kop", "## Kop"),
    "too many signs": ("######## Kop", "## Kop"),
    "a line below words": ("Kop\n---", "## Kop"),
    "a line below a sentence": ("Een zin is af.\n---", "Een zin is af.\n\n---"),
    "a line of signs": ("Tekst hier.\n\n=====", "Tekst hier."),
    "bold that is not closed": ("**Let op dit.", "Let op dit."),
    "bold apart from its words": ("Dit is ** erg ** mooi.", "Dit is **erg** mooi."),
    "uneven stars": ("Dit is **erg* mooi.", "Dit is **erg** mooi."),
    "code that is not closed": ("Een `teken hier.", "Een teken hier."),
    "indented code": ("    Een zin.\n    Nog een zin.", "Een zin.\nNog een zin."),
    "italics in HTML": ("Dit is <i>erg</i> mooi.", "Dit is *erg* mooi."),
    "a break in HTML": ("Regel een.<br/>\nRegel twee.", "Regel een.\n\nRegel twee."),
    "a paragraph in HTML": ("<p>Een zin.</p>", "Een zin."),
    "a list in HTML": ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
    "bullets of a word processor": ("•\teen\n•\ttwee", "- een\n- twee"),
    "letters before items": ("a) een\nb) twee", "- een\n- twee"),
    "items on one line": ("Punten: • een • twee", "Punten:\n\n- een\n- twee"),
    "a year before a full stop": ("2019. Dat jaar was nat.", "2019\\. Dat jaar was nat."),
    "a table without a line of dashes": ("| a | b |\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    "a line of dashes too short": ("| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    "an empty line in a table": ("| a | b |\n\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    "an empty cell too many": ("| a | b |\n|---|---|\n| 1 | | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    "a table with tabs": ("naam\taantal\nA\t1\nB\t2", "| naam | aantal |\n|---|---|\n| A | 1 |\n| B | 2 |"),
    "a space within a link": ("[stuk] (https://a.nl/b) zegt het.", "[stuk](https://a.nl/b) zegt het."),
    "a link that is not closed": ("Zie [stuk](https://a.nl/b", "Zie [stuk](https://a.nl/b)"),
    "brackets that are turned": ("Zie (stuk)[https://a.nl/b].", "Zie [stuk](https://a.nl/b)."),
    "a remark of a colleague": ("[Opmerking [JV1]: klopt dit?] De dijk is af.", "De dijk is af."),
    "a change to accept": ("Dit is {++erg++} mooi.", "Dit is erg mooi."),
    "a change that takes away": ("Dit is {--erg--} mooi.", "Dit is mooi."),
    "a word that keeps a place": ("TODO: de dijk is af.", "de dijk is af."),
    "a number of a page": ("De dijk is af.\n\nPagina 3 van 12", "De dijk is af."),
    "spoilt letters": ("De coÃ¶rdinator en RenÃ© spraken.", "De coördinator en René spraken."),
    "signs without width": ("De dij\u00adken en de ho\u200bnden.", "De dijken en de honden."),
    "a word broken off": ("De ver-\ngadering was lang.", "De vergadering was lang."),
    "a bracket that is not closed": ("De dijk (die lang is. Hij is af.", "De dijk (die lang is). Hij is af."),
    "a note with another name": ("Tekst[^dijkn].\n\n[^dijken]: Een noot.", "Tekst[^dijken].\n\n[^dijken]: Een noot."),
    "a picture of a forge": ("Let op :warning: de dijk.", "Let op de dijk."),
}


@pytest.mark.parametrize(("wrong", "right"), MENDS.values(), ids=MENDS)
def test_a_text_is_mended_and_nothing_else_in_it_changes(wrong: str, right: str) -> None:
    body = f"{ABOVE}{wrong}{BELOW}"
    fault = faults(body)[0]
    patch = fault.patch
    assert patch
    starts = [0]
    for text in body.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    (line, column), (end_line, end_column) = patch.start, patch.end
    mended = body[: starts[int(line)] + int(column)] + patch.text + body[starts[int(end_line)] + int(end_column) :]
    assert mended.split() == f"{ABOVE}{right}{BELOW}".split()
    assert fault.code not in {other.code for other in faults(mended)}


@pytest.mark.parametrize("text", ["<naam> sprak.", "Zie [stuk](M:\\stuk.docx).", "Tekst[^9].\n\n[^2]: Een noot."])
def test_what_only_the_editor_knows_is_not_filled_in(text: str) -> None:
    assert all(fault.patch is None for fault in faults(f"{ABOVE}{text}{BELOW}"))
