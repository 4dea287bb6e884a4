"""What is written comes at its place, and nothing else in the file is touched."""

import pytest

from lrt_site.problems import LrtSiteError
from lrt_site.writing.placing import with_field, with_item, with_item_above, with_row

ENTRY = ("id: c", "name: C")
AIRY = "# kop\npersons:\n  - id: a\n    name:   A  # zo\n\n  - id: b\n\n# over stoelen\nseats:\n  - id: s\n"


def test_an_entry_comes_behind_the_last_of_its_list() -> None:
    assert with_item(AIRY, "persons", ENTRY) == AIRY.replace("  - id: b\n", "  - id: b\n\n  - id: c\n    name: C\n")
    assert with_item(AIRY, "seats", ENTRY) == f"{AIRY}  - id: c\n    name: C\n"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a:\n- id: x\n- id: y\nb: 1\n", "a:\n- id: x\n- id: y\n- id: c\n  name: C\nb: 1\n"),
        (
            "a:\n    - id: x\n      of:\n        - een",
            "a:\n    - id: x\n      of:\n        - een\n    - id: c\n      name: C",
        ),
        ("a: []\nb: 1\n", "a:\n  - id: c\n    name: C\nb: 1\n"),
        ("b: 1\n\n\n", "b: 1\n\na:\n  - id: c\n    name: C\n"),
        ("", "a:\n  - id: c\n    name: C\n"),
        (
            "a:\n  - note: |\n      tekst\n\n      meer: b\n",
            "a:\n  - note: |\n      tekst\n\n      meer: b\n  - id: c\n    name: C\n",
        ),
    ],
)
def test_a_list_stays_written_as_it_is(text: str, made: str) -> None:
    assert with_item(text, "a", ENTRY) == made


def test_a_list_on_one_line_is_left_to_the_editor() -> None:
    with pytest.raises(LrtSiteError, match="De lijst 'a' staat op één regel"):
        with_item("a: [{id: x}]\n", "a", ENTRY)


def test_above_a_text_a_list_begins_before_the_text() -> None:
    text = "---\nid: T1\n---\n\nTekst met\n---\nstreep\n"
    assert with_item_above(text, "a", ENTRY) == text.replace("id: T1\n", "id: T1\n\na:\n  - id: c\n    name: C\n", 1)


def test_a_field_comes_behind_another_of_the_same_item() -> None:
    text = "m:\n  - id: a\n    start_date: 2020\n  - id: ab\n    role: x\n    start_date: 2021\n    source: s\n"
    made = with_field(text, "ab", ("start_date",), "end_date", "2022")
    assert made == text.replace("2021\n", "2021\n    end_date: 2022\n")
    assert with_field(text, "a", ("role",), "end_date", "2022").startswith("m:\n  - id: a\n    end_date: 2022\n")
    with pytest.raises(LrtSiteError, match="Schrijf end_date daar zelf bij"):
        with_field(text, "b", (), "end_date", "2022")


def test_a_row_has_the_columns_of_its_file() -> None:
    text = 'id,value,note\na,1,"met, komma"'
    assert with_row(text, {"id": "b", "note": "zo, dus"}) == f'{text}\nb,,"zo, dus"\n'
    with pytest.raises(LrtSiteError, match="Dit bestand heeft geen kolom 'area'"):
        with_row(text, {"area": "x"})
