"""A place in the text of a field is found in its file, however the text was written there."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import Document, read_csv, read_front_matter, read_yaml
from lrt_site.problems import Fault, FieldPath

FILE = PurePosixPath("a.yml")


def seen(document: Document | None, source: str, at: FieldPath) -> str:
    """What stands at the place of a fault, to the end of its line."""
    assert document
    problem = document.without_data().place(Fault("a", at, "left-over", ""))
    return source.split("\n")[problem.line - 1][problem.column - 1 :]


@pytest.mark.parametrize(
    ("source", "at"),
    [
        ("a: De tafel XX sprak.\n", ("a", 9)),
        ("a:   De tafel XX sprak.\n", ("a", 9)),
        ("a: 'De 'tafel XX sprak.'\n".replace("'t", "''t"), ("a", 10)),
        ('a: "De \\"tafel XX sprak."\n', ("a", 10)),
        ('a: "De t\\u00e1fel XX sprak."\n', ("a", 9)),
        ("a: De\n  tafel\n  XX sprak.\n", ("a", 9)),
        ("a:\n  De tafel\n  XX sprak.\n", ("a", 9)),
        ("a: De\n\n\n  tafel\n  XX sprak.\n", ("a", 10)),
        ("a: |\n  De tafel\n\n  XX sprak.\n", ("a", 10)),
        ("a: >-\n  De\n  tafel\n  XX sprak.\n", ("a", 9)),
        ("a:\n  - Een\n  - De tafel XX sprak.\n", ("a", 1, 9)),
        ("a:\n  - 'De tafel XX sprak.'\n", ("a", 0, 9)),
        ("a:\n  - |\n    De tafel\n    XX sprak.\n", ("a", 0, 9)),
        ("a:\n  - b: De tafel XX sprak.\n", ("a", 0, "b", 9)),
    ],
)
def test_a_place_in_a_text_is_found_in_its_file(source: str, at: FieldPath) -> None:
    value = "XX sprak."
    assert seen(read_yaml(FILE, source)[0], source, at).rstrip("\"'") == value
    above = f"---\n{source}---\n\nTekst.\n"
    assert seen(read_front_matter(FILE, above)[0], above, at).rstrip("\"'") == value


@pytest.mark.parametrize(
    ("row", "offset"),
    [("x,De tafel XX sprak.", 9), ('x,"De, tafel XX sprak."', 10), ('x,"De ""tafel XX sprak."', 10)],
)
def test_a_place_in_a_cell_is_found_in_its_file(row: str, offset: int) -> None:
    source = f"id,note\n{row}\n"
    document, _ = read_csv(PurePosixPath("a.csv"), source, ["id", "note"])
    assert seen(document, source, (0, "note", offset)).rstrip('"') == "XX sprak."


def test_a_place_in_a_body_is_its_line_and_column() -> None:
    source = "---\na: b\n---\n\nEen.\nDe tafel XX sprak.\n"
    assert seen(read_front_matter(FILE, source)[0], source, ("body", 1, 9)) == "XX sprak."
