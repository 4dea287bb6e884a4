"""Messages speak Dutch: every kind of record and every field has its words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from lrt_site.model.meetings import Meeting
from lrt_site.model.register import KINDS
from lrt_site.model.values import VALUES
from lrt_site.problems import quoted
from lrt_site.schema import LISTS
from lrt_site.suggestions import did_you_mean, nearest
from lrt_site.wording.fields import FIELD_WORDS, KIND_WORDS, field_meant, in_words


def inside(hint: Any) -> Iterator[type[Any]]:
    if is_dataclass(hint) and hint not in VALUES:
        assert isinstance(hint, type)
        yield hint
        for field_hint in get_type_hints(hint).values():
            yield from inside(field_hint)
    for argument in get_args(hint):
        yield from inside(argument)


TYPES = {kind for record in KINDS.values() for kind in inside(record)}
FIELDS = {field.name for kind in TYPES for field in fields(kind)}
LISTED = {key for lists in LISTS.values() for key in lists}


def test_every_type_and_field_has_dutch_words_and_nothing_else_has() -> None:
    assert {kind.__name__ for kind in TYPES} == set(KIND_WORDS)
    assert set(FIELD_WORDS) == FIELDS | LISTED


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("datum", "date"),
        ("Datum", "date"),
        ("bron", "source"),
        ("sorce", "source"),
        ("also_sources", "also_source"),
        ("vastgesteld_op", "adopted_on"),
        ("DATE", "date"),
        ("zomaar", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_a_wrong_field_name_is_understood(written: str, meant: str | None) -> None:
    assert field_meant(written, [field.name for field in fields(Meeting)]) == meant


def test_a_field_is_named_by_its_key_and_in_dutch() -> None:
    assert in_words("date") == "'date' (datum)"
    assert in_words("agenda") == "'agenda'"
    assert in_words("zomaar") == "'zomaar'"


def test_a_suggestion_is_a_known_word_that_is_near() -> None:
    assert did_you_mean("s-breif", {"s-brief", "s-nieuws"}) == " Bedoelde u 's-brief'?"
    assert did_you_mean("S-BRIEF", {"s-brief"}) == " Bedoelde u 's-brief'?"
    assert did_you_mean("iets heel anders", {"s-brief"}) == ""
    assert nearest("s-brief", {"S-Brief", "s-brief"}) == "s-brief"


def test_a_shown_text_is_short_and_on_one_line() -> None:
    assert quoted("een\ntwee\x1b[31m\u202edrie") == "'een twee [31mdrie'"
    assert quoted("x" * 1000) == "'" + "x" * 60 + "…'"
