"""An id that was ever published belongs to one record for good, whatever became of that record since."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from lrt_site import ledger
from lrt_site.checks import reuse
from lrt_site.model.publications import History
from lrt_site.model.register import Record, Register
from lrt_site.problems import Fault
from tests.builders import a_history, a_meeting, a_page, a_register, an_event, an_output, on

FIRST = a_meeting(id="m-een")
RENAMED = replace(FIRST, id="m-twee")
OTHER = a_meeting(id="m-ander", date=on("2021-03-01"), table_name="Andere tafel")
NONE: Mapping[str, str] = MappingProxyType({})

States = tuple[tuple[Record, ...], ...]


def told(states: States, *now: Record, typed: Mapping[str, str] = NONE) -> list[Fault]:
    """What is wrong with the ids of these records after those states; `typed` gives the new id of renamed ones."""
    history, register = a_history(*(a_register(*records) for records in states)), a_register(*now)
    renamed = {**ledger.likely_renames(history, register), **typed}
    former = ledger.former_ids(history, register, renamed)
    return [
        *reuse.ids_are_never_used_again(register, history, former),
        *reuse.ids_differ_from_published_ones(register, history),
    ]


@pytest.mark.parametrize(
    ("states", "now", "typed"),
    [
        pytest.param(((FIRST,), (RENAMED,)), (RENAMED, replace(OTHER, id="m-een")), NONE, id="while it lives on"),
        pytest.param(((FIRST,), (RENAMED,), ()), (replace(OTHER, id="m-een"),), NONE, id="after its record ended"),
        pytest.param(((FIRST,), (RENAMED,)), (replace(OTHER, id="m-een"),), NONE, id="when its record ends"),
        pytest.param(((FIRST,), ()), (an_output(id="m-een"),), NONE, id="ended, by another kind"),
        pytest.param(((FIRST,),), (an_output(id="m-een"),), NONE, id="still there, by another kind"),
        pytest.param(((FIRST, OTHER), (OTHER,)), (replace(OTHER, id="m-een"),), NONE, id="by a rename to an ended one"),
        pytest.param(((FIRST, OTHER),), (replace(FIRST, date=on("2022")),), {"m-ander": "m-een"}, id="by a rename"),
        pytest.param(
            ((FIRST, OTHER), (RENAMED, OTHER)),
            (RENAMED, replace(OTHER, id="m-een")),
            NONE,
            id="by a rename to one of before",
        ),
    ],
)
def test_an_id_is_never_used_again(states: States, now: tuple[Record, ...], typed: Mapping[str, str]) -> None:
    (fault,) = told(states, *now, typed=typed)
    assert (fault.record, fault.at, fault.code) == ("m-een", ("id",), "reused-id")


@pytest.mark.parametrize(
    ("states", "now", "typed"),
    [
        pytest.param((), (FIRST,), NONE, id="nothing published"),
        pytest.param(((FIRST,),), (replace(FIRST, date=on("2022")),), NONE, id="changed"),
        pytest.param(((FIRST,),), (RENAMED,), NONE, id="renamed"),
        pytest.param(((FIRST,),), (replace(RENAMED, date=on("2022")),), {"m-een": "m-twee"}, id="renamed and changed"),
        pytest.param(((FIRST,), (RENAMED,)), (FIRST,), NONE, id="renamed back"),
        pytest.param(
            ((FIRST,), (RENAMED,)), (replace(FIRST, date=on("2022")),), {"m-twee": "m-een"}, id="back, and changed"
        ),
        pytest.param(((FIRST,), (RENAMED,), (FIRST,)), (FIRST,), NONE, id="was renamed back"),
        pytest.param(((FIRST,), ()), (FIRST,), NONE, id="back after it ended"),
        pytest.param(((FIRST,), ()), (replace(FIRST, date=on("2022")),), NONE, id="back and changed"),
        pytest.param(((FIRST,), ()), (OTHER,), NONE, id="another id"),
        pytest.param(((FIRST, OTHER),), (replace(FIRST, id="m-ander"), replace(OTHER, id="m-een")), NONE, id="swapped"),
    ],
)
def test_a_record_keeps_the_ids_it_ever_had(states: States, now: tuple[Record, ...], typed: Mapping[str, str]) -> None:
    assert told(states, *now, typed=typed) == []


def test_the_message_says_what_to_do() -> None:
    fresh = replace(OTHER, id="m-een")
    (living,) = told(((FIRST,), (RENAMED,)), RENAMED, fresh)
    assert "zo heette 'm-twee' eerder" in living.message
    assert living.message.endswith("kies een ander.")
    (gone,) = told(((FIRST,), (RENAMED,)), fresh)
    assert "Is dit hetzelfde record? Schrijf dan 'm-twee'." in gone.message
    assert gone.unless_defined == "m-twee"
    (other,) = told(((FIRST,), ()), an_output(id="m-een"))
    assert "is gepubliceerd voor een vergadering, en dit is een uiting" in other.message


@pytest.mark.parametrize(
    ("states", "now"),
    [
        (((FIRST,),), replace(FIRST, id="m-Een")),
        (((FIRST,), ()), an_event(id="M-EEN")),
        (((FIRST,), (RENAMED,)), replace(RENAMED, id="m-EEN")),
        (((a_page(id="Fictie"),),), a_page(id="fictie")),
    ],
)
def test_a_new_id_differs_in_more_than_capitals_from_all_before(states: States, now: Record) -> None:
    (fault,) = told(states, now)
    assert (fault.record, fault.at, fault.code) == (now.id, ("id",), "duplicate-address")


def test_only_an_id_that_can_be_had_is_suggested() -> None:
    (capital,) = told(((FIRST,),), replace(FIRST, id="m-Een"))
    assert capital.message.endswith("Is het hetzelfde record? Schrijf dan 'm-een'. Anders: kies een ander kenmerk.")
    (moved,) = told(((FIRST,), (RENAMED,)), replace(RENAMED, id="m-EEN"))
    assert moved.message.endswith("hetzelfde adres. Kies een ander kenmerk.")


def test_ids_that_both_were_published_cannot_be_helped_any_more() -> None:
    capital = replace(FIRST, id="m-Een")
    assert told(((FIRST,), (capital,)), capital) == []
    assert told(((FIRST,), (capital,)), FIRST) == []


def test_nothing_published_means_nothing_to_compare_with() -> None:
    assert [*reuse.ids_are_never_used_again(Register(), History(), {})] == []
    assert [*reuse.ids_differ_from_published_ones(a_register(FIRST), History())] == []
