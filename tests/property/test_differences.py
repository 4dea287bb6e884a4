"""Laws of change: a fact that changed is never wording; an order that says nothing is no change."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lrt_site.differences import (
    GRAVITY,
    SOURCES,
    Difference,
    class_of,
    counts_in_order,
    differences,
    dutch,
    meaning_of,
    moves_on,
)
from lrt_site.model.facts import Fact
from lrt_site.model.register import KINDS, Steps, parts_of
from lrt_site.model.sources import Page
from lrt_site.model.values import VALUES
from tests.property.strategies import records, values_of

FACTS = {"datum", "getal", "keuze", "verwijzing", "feit", "feit in woorden"}
LIGHT = ("lorem", "dolor", "amet", "erat", "sit", "velit")
"""Words that hold no fact."""


def with_value(part: Any, at: Steps, value: object) -> Any:
    """The part with another value at a place inside it."""
    if not at:
        return value
    step, *rest = at
    if isinstance(part, tuple):
        assert isinstance(step, int)
        return (*part[:step], with_value(part[step], tuple(rest), value), *part[step + 1 :])
    return replace(part, **{str(step): with_value(getattr(part, str(step)), tuple(rest), value)})


def changed(record: Any, at: Steps, value: object) -> Any:
    """The record with that change, where such a record can be."""
    try:
        return with_value(record, at, value)
    except ValueError:
        assume(False)


def places(record: Any, meanings: set[str]) -> list[tuple[Steps, Any, str]]:
    """Every field in the record that holds something of these meanings: the way to it, the part, its name."""
    return [
        ((*at, field.name), part, field.name)
        for at, part in parts_of(record)
        for field in fields(part)  # type: ignore[arg-type]
        if meaning_of(type(part), field.name) in meanings
    ]


def texts_of(record: Any) -> Iterator[tuple[Steps, str]]:
    """Every text in the record that a reader reads, with the way to it."""
    for at, part, name in places(record, {"woorden", "feit", "feit in woorden"}):
        value = getattr(part, name)
        if isinstance(value, str):
            yield at, value
        elif isinstance(value, tuple):
            yield from (((*at, index), item) for index, item in enumerate(value))


def shuffled(data: st.DataObject, value: Any) -> Any:
    """The value with every list in another order, where its order says nothing."""
    if not is_dataclass(value) or isinstance(value, VALUES):
        return value
    kind: type = type(value)
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    for name, inner in given.items():
        if isinstance(inner, tuple):
            items = tuple(shuffled(data, item) for item in inner)
            given[name] = items if counts_in_order(kind, name) else tuple(data.draw(st.permutations(items)))
        else:
            given[name] = shuffled(data, inner)
    return kind(**given)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "page"])
@settings(max_examples=10)
@given(data=st.data())
def test_a_changed_fact_is_never_wording_and_never_nothing(kind: str, data: st.DataObject) -> None:
    old = data.draw(records(KINDS[kind]))
    at, part, name = data.draw(st.sampled_from(places(old, FACTS)))
    value, before = data.draw(values_of(type(part), name)), getattr(part, name)
    assume(seen(value) != seen(before))
    came = before is None or (isinstance(before, tuple) and not Counter(before) - Counter(value))
    found = class_of(differences(old, changed(old, at, value), speller=dutch))
    added = came or moves_on(type(part), name) or (isinstance(part, Fact) and name in SOURCES)
    proven = found == "tekstueel" and meaning_of(type(part), name) == "feit in woorden"
    assert found == "correctie" or (added and found == "aanvulling") or proven


def test_a_page_holds_nothing_but_wording_in_a_language() -> None:
    assert {meaning_of(Page, field.name) for field in fields(Page)} == {"kenmerk", "keuze", "woorden"}


def seen(value: Any) -> Any:
    """What a reader sees of a value: no spaces at its ends, no order."""
    if isinstance(value, tuple):
        return sorted(seen(item) for item in value)
    return " ".join(value.split()) if isinstance(value, str) else value


PARTS = ("agreements", "attendance", "chairs", "covers", "deadlines", "holders", "roles", "status_events", "values")


@pytest.mark.parametrize("field", PARTS)
@settings(max_examples=10)
@given(data=st.data())
def test_a_part_that_comes_goes_or_becomes_another_is_never_wording(field: str, data: st.DataObject) -> None:
    old = data.draw(records(kind_with(field)))
    assume(any(name == field for _, _, name in places(old, {"delen"})))
    at, part, _ = next(place for place in places(old, {"delen"}) if place[2] == field)
    given, (inner, *_) = getattr(part, field), get_args(get_type_hints(type(part))[field])
    other = data.draw(records(inner))
    assume(len({type(other), *map(type, given)}) == 1 and differences_in_facts(other, given))
    for value in ((*given, other), (other, *given[1:]), given[1:]):
        assume(value != given)
        assert class_of(differences(old, changed(old, at, value))) in ("aanvulling", "correctie")


@cache
def kind_with(field: str) -> Any:
    """The one kind of record that has a list of this name in it."""
    (kind,) = (
        kind for kind in KINDS.values() for at, hint in hints_in(kind) if at[-1] == field and get_origin(hint) is tuple
    )
    return kind


def hints_in(kind: Any, at: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every field of a type and of its parts, with its type."""
    for name, hint in get_type_hints(kind).items():
        yield (*at, name), hint
        for inner in get_args(hint):
            if is_dataclass(inner) and inner not in VALUES:
                yield from hints_in(inner, (*at, name))


def differences_in_facts(other: Any, given: tuple[Any, ...]) -> bool:
    """Whether a part says something else than each of these in more than words."""
    told = [field.name for field in fields(other) if meaning_of(type(other), field.name) in FACTS]
    return all(any(seen(getattr(item, name)) != seen(getattr(other, name)) for name in told) for item in given)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_an_order_that_says_nothing_is_no_difference(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind]))
    assert differences(record, record) == ()
    assert differences(record, shuffled(data, record)) == ()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_changed_digits_in_any_text_are_never_wording(kind: str, data: st.DataObject) -> None:
    old = data.draw(records(KINDS[kind]))
    texts = list(texts_of(old))
    assume(texts)
    at, text = data.draw(st.sampled_from(texts))
    cut = data.draw(st.integers(0, len(text)))
    one, other = (data.draw(st.from_regex(r"[0-9]{1,4}", fullmatch=True)) for _ in range(2))
    assume(one != other)
    before, after = (changed(old, at, f"{text[:cut]}{digits}{text[cut:]}") for digits in (one, other))
    assume(re.sub(r"\s", "", f"{text[:cut]}{one}{text[cut:]}") != re.sub(r"\s", "", f"{text[:cut]}{other}{text[cut:]}"))
    assert class_of(differences(before, after, speller=dutch)) == "correctie"


WORDED = [
    (kind, name)
    for kind, made in KINDS.items()
    for name, hint in get_type_hints(made).items()
    if meaning_of(made, name) == "woorden" and get_origin(hint) is not tuple
]


@pytest.mark.parametrize(("kind", "field"), WORDED)
@settings(max_examples=10)
@given(data=st.data())
def test_other_words_without_facts_are_a_reformulation(kind: str, field: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind]))
    words = st.lists(st.sampled_from(LIGHT), min_size=1).map(" ".join)
    one, other = data.draw(words), data.draw(words)
    assume(one != other)
    assert class_of(differences(replace(record, **{field: one}), replace(record, **{field: other}))) == "herformulering"


@given(st.lists(st.sampled_from(GRAVITY)), st.lists(st.sampled_from(GRAVITY)))
def test_more_differences_never_make_a_change_milder(changes: Any, more: Any) -> None:
    fewer, all_of_them = (
        class_of(list(map(a_difference, changes))),
        class_of(list(map(a_difference, [*changes, *more]))),
    )
    assert fewer is None if not changes else fewer in GRAVITY
    assert fewer is None or all_of_them is None or GRAVITY.index(all_of_them) >= GRAVITY.index(fewer)


def a_difference(change: Any) -> Difference:
    return Difference(at=(), owner=object, field="", before=None, after=None, change=change)
