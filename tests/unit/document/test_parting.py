"""What of a Markdown file is fields and what is text, where the line between them is missing."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document.parting import part

FILE = PurePosixPath("a.md")


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\nid: x\n\nTekst.\n\n***\n\nMeer.\n", "id: x\n", "\nTekst.\n\n***\n\nMeer.\n"),
        ("---\nid: x\n\nKop\n-----\n\nMeer.\n", "id: x\n", "\nKop\n-----\n\nMeer.\n"),
        ("---\nid: x\n\n## Kop\n\nTekst.\n", "id: x\n", "\n## Kop\n\nTekst.\n"),
        ("---\nid: x\n\n- punt\n\nTekst.\n", "id: x\n", "\n- punt\n\nTekst.\n"),
        ("---\nid: x\n# uitleg\nname: y\n\nTekst.\n", "id: x\n# uitleg\nname: y\n", "\nTekst.\n"),
        ("---\nlist:\n- y\n\n- z\n\nTekst.\n", "list:\n- y\n\n- z\n", "\nTekst.\n"),
        ("---\nid: x\n ---\nTekst.\n", "id: x\n", "Tekst.\n"),
        ("---\nid: x\n%---\nTekst.\n", "id: x\n", "Tekst.\n"),
        ("---\nid: x\n\n| a |\n|---|\n| b |\n", "id: x\n", "\n| a |\n|---|\n| b |\n"),
        ("---", "", ""),
        ("---\nid= x\nname: y\n--\nTekst.\n", "id= x\nname: y\n", "Tekst.\n"),
    ],
)
def test_text_stays_text_where_no_line_ends_the_fields(text: str, fields: str, body: str) -> None:
    parted = part(FILE, text)
    assert (parted.fields, parted.body) == (fields, body)
    assert [problem.code for problem in parted.problems] == ["front-matter-open"]
