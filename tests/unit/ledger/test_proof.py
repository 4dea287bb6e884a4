"""Every value of a version is proved apart, and nothing can take its place."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.ledger import proof

SEED = "0f" * 16
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-99, 99), st.text(max_size=4), st.just("Een alinea.\n\nNog een.")),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.text(min_size=1, max_size=3), VALUES, max_size=4)


def leaves(value: Any, at: proof.Path = ()) -> Iterator[proof.Path]:
    """The way to every value that is no list and no object, and to every paragraph."""
    if isinstance(value, dict):
        yield from (path for key, inner in value.items() for path in leaves(inner, (*at, key)))
    elif isinstance(value, list):
        yield from (path for place, inner in enumerate(value) for path in leaves(inner, (*at, place)))
    elif isinstance(value, str) and "\n\n" in value:
        yield from ((*at, place) for place in range(value.count("\n\n") + 1))
    else:
        yield at


def changed(value: Any, path: proof.Path, other: object) -> Any:
    """The value with something else at a place."""
    if not path:
        return other
    step, *rest = path
    if isinstance(value, str):
        parts = value.split("\n\n")
        parts[int(step)] = str(other)
        return "\n\n".join(parts)
    if isinstance(value, list):
        return [changed(item, tuple(rest), other) if place == step else item for place, item in enumerate(value)]
    return {key: changed(item, tuple(rest), other) if key == step else item for key, item in value.items()}


def proves(value: object, salts: proof.Tree, root: str) -> bool:
    try:
        return proof.root_of(value, salts) == root
    except ValueError:
        return False


@given(RECORDS, st.data())
def test_after_a_withdrawal_the_rest_is_proved_and_nothing_else_is(record: dict[str, Any], data: st.DataObject) -> None:
    salts = proof.salts_of(record, SEED)
    root = proof.root_of(record, salts)
    if not (ways := list(leaves(record))):
        return
    taken = data.draw(st.sampled_from(ways))
    left = changed(record, taken, "[ingetrokken]")
    after = proof.withheld(record, left, salts)
    assert proves(left, after, root)
    assert SEED not in json.dumps(after)
    assert set(proof.taken(after)) <= {taken}
    other = data.draw(st.sampled_from(ways))
    forged = changed(left, other, data.draw(st.text(min_size=5, max_size=6)))
    if other != taken and forged != left:
        assert not proves(forged, after, root)


@given(RECORDS, st.text(min_size=4, max_size=5), VALUES)
def test_no_field_can_be_added_or_left_out(record: dict[str, Any], name: str, value: object) -> None:
    salts = proof.salts_of(record, SEED)
    root = proof.root_of(record, salts)
    assert not proves({**record, name: value}, salts, root)
    for field in record:
        assert not proves({key: item for key, item in record.items() if key != field}, salts, root) or not list(
            leaves(record[field], (field,))
        )


@given(RECORDS, st.data())
def test_what_two_withdrawals_took_is_joined(record: dict[str, Any], data: st.DataObject) -> None:
    salts = proof.salts_of(record, SEED)
    ways = list(leaves(record))
    if not ways:
        return
    one, other = (data.draw(st.sampled_from(ways)) for _ in range(2))
    first, second = (proof.withheld(record, changed(record, at, "[…]"), salts) for at in (one, other))
    both = proof.joined(first, second)
    assert set(proof.taken(both)) == {*proof.taken(first), *proof.taken(second)}
    left = (changed(record, one, "[…]"), changed(record, other, "[…]"))
    merged = proof.merged(*left, (first, second), lambda *_: "[…]")
    assert merged == changed(left[0], other, "[…]")
    assert proves(merged, both, proof.root_of(record, salts))


@pytest.mark.parametrize(
    ("value", "other"),
    [
        ({"body": "a\n\nb"}, {"body": ["a", "b"]}),
        ({"body": "1"}, {"body": 1}),
        ({"body": ["a"]}, {"body": "a"}),
        ({"body": True}, {"body": 1}),
    ],
)
def test_a_value_of_another_kind_is_another_value(value: object, other: object) -> None:
    salts = proof.salts_of(value, SEED)
    assert not proves(other, salts, proof.root_of(value, salts))


@given(RECORDS)
def test_the_json_that_is_hashed_is_canonical(record: dict[str, Any]) -> None:
    plain = {f"{place}": value for place, value in enumerate(record.values())}
    assert proof.simple_json(list(plain)) == rfc8785.dumps(list(plain))
    for value in plain.values():
        if not isinstance(value, dict | list):
            assert proof.simple_json(["0" * 32, value, "paragraph"]) == rfc8785.dumps(["0" * 32, value, "paragraph"])


def test_a_text_of_which_more_was_taken_than_a_paragraph_is_taken_whole() -> None:
    record = {"body": "Een.\n\nTwee.\n\nDrie.", "title": "Titel"}
    salts = proof.salts_of(record, SEED)
    left = {"body": "Een. [ingetrokken] Drie.", "title": "Titel"}
    after = proof.withheld(record, left, salts)
    assert sorted(proof.taken(after)) == [("body", 0), ("body", 1), ("body", 2)]
    assert proves(left, after, proof.root_of(record, salts))
