"""What an editor types behind a title or a note is its text, and every line stays where it was."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import read_yaml
from lrt_site.ledger.draft_form import as_yaml

ABOVE, BELOW = "date: 2026-02-04\n", "\nchanges:\n  # Over p-fictief.\n  - id: p-fictief\n    note: Onder: ja"
TYPED = [
    ("title: Nieuw verslag: 15 oktober 2026", "Nieuw verslag: 15 oktober 2026"),
    ("title: Zie punt 3 #5 voor meer", "Zie punt 3 #5 voor meer"),
    ('title: De raming "voorlopig": lager \\ hoger  ', 'De raming "voorlopig": lager \\ hoger'),
    ("title: [concept] * & ! % @ een {lijst}", "[concept] * & ! % @ een {lijst}"),
    ("title: * twee & drie", "* twee & drie"),
    ("title: 's Avonds: later", "'s Avonds: later"),
    ("title:\t2026", "2026"),
    ("title: null", "null"),
    ("title: Eerste regel:\n  tweede # regel\n\n  derde: regel\n", "Eerste regel: tweede # regel\nderde: regel"),
    ("title:\n  Pas hier: tekst", "Pas hier: tekst"),
    ("title: |\n  Als blok.\n  note: hoort erbij", "Als blok.\nnote: hoort erbij"),
    ("title: >-\n  Gevouwen:\n  blok", "Gevouwen: blok"),
    ('title: "Tussen: aanhalingstekens" # en een opmerking', "Tussen: aanhalingstekens"),
    ("title: 'Tussen: aanhalingstekens'", "Tussen: aanhalingstekens"),
]


@pytest.mark.parametrize(("typed", "text"), TYPED)
def test_what_is_typed_is_read_as_text_on_its_own_line(typed: str, text: str) -> None:
    whole = as_yaml(f"{ABOVE}{typed}{BELOW}")
    assert whole.count("\n") == f"{ABOVE}{typed}{BELOW}".count("\n")
    document, problems = read_yaml(PurePosixPath("draft.yml"), whole)
    assert problems == ()
    assert document
    assert isinstance(document.data, dict)
    assert document.data == {
        "date": "2026-02-04",
        "title": document.data["title"],
        "changes": [{"id": "p-fictief", "note": "Onder: ja"}],
    }
    assert document.data["title"].strip() == text


@pytest.mark.parametrize(
    "kept",
    ["title:", "title:\nnote:\ncontent: a", "title:\n  - een\n  - twee", "titles: a: b", "title: # hier", "title"],
)
def test_what_is_no_text_stays_as_it_was(kept: str) -> None:
    assert as_yaml(kept) == kept
