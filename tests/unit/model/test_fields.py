"""A field says itself what it is: a record cannot have one that does not, and all else follows."""

from dataclasses import dataclass
from typing import Annotated, get_args

import pytest

from lrt_site.checks.references import TARGETS
from lrt_site.model.dates import Period
from lrt_site.model.fields import (
    AtMost,
    Beside,
    Name,
    PastDate,
    PersonId,
    Referent,
    SourceId,
    Trait,
    Wording,
    dated,
    described,
    dutch_names,
    having,
    naming,
    parts_by_field,
    with_their_parts,
    words_of_parts,
)


@dataclass(frozen=True, kw_only=True)
class Inner:
    """A part."""

    name: Annotated[Name, "naam"]


@dataclass(frozen=True, kw_only=True)
class Outer:
    """A record."""

    name: Name
    said_by: Annotated[tuple[PersonId, ...], "gezegd door"] = ()
    source: Annotated[SourceId | None, "bron"] = None
    note: Annotated[Wording | None, "toelichting"] = None
    seen_on: Annotated[PastDate | None, "gezien op"] = None
    period: Annotated[Period | None, "periode"] = None
    places: Annotated[int | None, AtMost(9), Beside("period"), "plaatsen"] = None
    parts: Annotated[tuple[Inner, ...], Trait.IN_ORDER, "delen"] = ()


def test_all_that_is_known_of_a_field_is_read_from_its_type() -> None:
    fields = described(Outer)
    assert {name: field.meaning for name, field in fields.items()} == {
        "name": "feit",
        "said_by": "verwijzing",
        "source": "verwijzing",
        "note": "woorden",
        "seen_on": "datum",
        "period": "datum",
        "places": "getal",
        "parts": "delen",
    }
    assert [name for name, field in fields.items() if field.is_read] == ["name", "note"]
    assert (fields["name"].form, fields["said_by"].form, fields["parts"].form) == ("name", "sign", None)
    assert (naming(Outer, "source"), naming(Outer, "person"), naming(Outer, "seat")) == (("source",), ("said_by",), ())
    assert having(Outer, Trait.PAST) == {"seen_on"}
    assert having(Outer, Trait.IN_ORDER) == {"parts"}
    assert (dated(Outer), fields["places"].most, fields["places"].beside) == (("seen_on", "period"), 9, "period")
    assert (parts_by_field(Outer), with_their_parts([Outer])) == ({"parts": Inner}, (Outer, Inner))


def test_a_field_is_named_in_dutch_at_one_place() -> None:
    names = dutch_names([Outer])
    assert (names["name"], names["said_by"], len(names)) == ("naam", "gezegd door", 8)


@dataclass(frozen=True, kw_only=True)
class Untold:
    """A text of which nobody said what it is."""

    location: str


@dataclass(frozen=True, kw_only=True)
class Unheard:
    """A value of a type that no record can hold."""

    location: Annotated[float, "plaats"]


@dataclass(frozen=True, kw_only=True)
class Nameless:
    """A field without a Dutch name."""

    location: Wording


@dataclass(frozen=True, kw_only=True)
class OtherName:
    """A field that another one has another name for."""

    inner: Annotated[Inner, "deel"]
    name: Annotated[Name, "titel"]


@dataclass(frozen=True, kw_only=True)
class Alone:
    """A field that says something only beside one that is not there."""

    end_source: Annotated[SourceId | None, Beside("end_date"), "bron van het einde"] = None


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Alone, r"Alone\.end_source stands beside 'end_date', but Alone has no such field"),
        (Untold, r"Untold\.location is a text, but does not say of what"),
        (Unheard, r"Unheard\.location is of a type that no record can hold: <class 'float'>"),
        (Nameless, r"Nameless\.location has no Dutch name"),
        (OtherName, r"'name' is called in Dutch; one must: Inner\.name \('naam'\), OtherName\.name \('titel'\)"),
    ],
)
def test_a_field_that_does_not_say_what_it_is_is_refused(kind: type, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        dutch_names([kind])


def test_a_part_says_what_it_is_called() -> None:
    with pytest.raises(TypeError, match="Inner does not say what it is called in Dutch"):
        words_of_parts([Outer])
    assert words_of_parts([Inner]) == {}


def test_there_is_something_to_look_up_for_every_kind_of_id() -> None:
    assert {*get_args(Referent)} == {*TARGETS, "element"}
