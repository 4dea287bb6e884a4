"""The guide marks the fields that must be there, in every table of fields, as the model has them."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from lrt_site.model import commitments, figures, meetings, people, sources, table

GUIDE = Path(__file__).parents[2] / "docs/redactie"
TOLD = re.compile(r"^<!-- (?P<form>velden|verplicht): (?P<kind>\w+) -->\n\n(?P<text>.*?)\n\n", re.MULTILINE | re.DOTALL)
OTHER_TABLES = {"publiceren.md": 1, "overig.md": 1, "cijfers.md": 1}
"""Tables of fields of a draft, of which none can be left out; of a site and of a target, of which all can."""
KINDS: dict[str, Any] = dict(
    chain.from_iterable(vars(module).items() for module in (commitments, figures, meetings, people, sources, table))
)


def told() -> Iterator[tuple[str, str, str, str]]:
    for page in sorted(GUIDE.glob("*.md")):
        for found in TOLD.finditer(page.read_text("utf-8")):
            yield page.name, found["form"], found["kind"], found["text"]


def must(kind: str) -> set[str]:
    return {field.name for field in fields(KINDS[kind]) if field.default is field.default_factory is MISSING}


@pytest.mark.parametrize(("page", "form", "kind", "text"), tuple(told()))
def test_what_must_be_there_is_told(page: str, form: str, kind: str, text: str) -> None:
    if form == "verplicht":
        assert set(re.findall(r"`(\w+)`", text)) == must(kind), page
        return
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| (.*)$", text, re.MULTILINE)
    marked = {name for names, words in rows if words.startswith("**verplicht**") for name in re.findall(r"\w+", names)}
    assert marked == must(kind), page


def test_every_table_of_fields_is_held_against_the_model() -> None:
    for page in GUIDE.glob("*.md"):
        text = page.read_text("utf-8")
        tables = len(re.findall(r"^\| (?:Veld|Kolom)\b", text, re.MULTILINE))
        held = len(re.findall(r"^<!-- velden: ", text, re.MULTILINE))
        assert tables - held == OTHER_TABLES.get(page.name, 0), page.name
