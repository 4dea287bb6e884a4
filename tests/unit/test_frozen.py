"""A frozen class is what the standard library would have made of the same body."""

import dataclasses
import inspect
import pickle
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

import pytest

from lrt_site import frozen
from lrt_site.model.register import KINDS
from lrt_site.model.sources import Source


def fleet_of(dataclass: Callable[..., Any]) -> tuple[Any, Any, Any]:
    """Three classes, made by one of the two makers of classes."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Ship:
        template: ClassVar[str] = "ship"
        WORDS = "een schip"

        name: str
        tons: int | None = None

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("een schip heeft een naam")

        @property
        def title(self) -> str:
            return f"ms. {self.name}"

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Ferry(Ship):
        ports: tuple[str, ...] = ()
        line: str

    @dataclass(frozen=True, slots=True, order=True)
    class Berth:
        number: int
        free: Mapping[str, int] = dataclasses.field(default_factory=dict)

    return Ship, Ferry, Berth


OURS, THEIRS = fleet_of(frozen.dataclass), fleet_of(dataclasses.dataclass)


def told_of(made: tuple[Any, Any, Any]) -> Iterator[object]:
    """What can be told of classes, and of values of them."""
    ship, ferry, berth = made
    kept = ferry(name="Kaag", line="4", ports=("A", "B"))
    yield [
        [(field.name, field.type, field.default, field.kw_only) for field in dataclasses.fields(kind)] for kind in made
    ]
    yield [[(name, par.kind, par.default) for name, par in inspect.signature(ship).parameters.items()]]
    yield repr(kept).rpartition(".")[2]
    yield kept.title, kept.template, kept.WORDS, kept.tons, berth(3).free
    yield dataclasses.asdict(kept), dataclasses.replace(kept, line="5").line
    yield kept == ferry(name="Kaag", line="4", ports=("A", "B")), kept == ferry(name="Kaag", line="5"), kept == "Kaag"
    yield ship(name="Kaag", tons=None) == ferry(name="Kaag", line="4"), isinstance(kept, ship)
    yield len({kept, ferry(name="Kaag", line="4", ports=("A", "B"))}), sorted([berth(2), berth(1)])[0].number
    yield [dataclasses.is_dataclass(thing) for thing in (ferry, kept)]
    yield [
        refusal_of(wrong) for wrong in (lambda: ship(name=""), lambda: setattr(kept, "line", "5"), lambda: ship("Kaag"))
    ]


def refusal_of(deed: Callable[[], object]) -> str:
    try:
        deed()
    except AttributeError:
        return "frozen"
    except TypeError:
        return "arguments"
    except ValueError as error:
        return str(error)
    return "allowed"


def test_all_that_can_be_told_is_the_same() -> None:
    assert [*told_of(OURS)] == [*told_of(THEIRS)]


def test_records_are_made_by_msgspec_and_survive_the_way_to_another_process() -> None:
    source = Source(id="s-een", title="Stuk", publisher="Uitgever", kind="overig")
    assert pickle.loads(pickle.dumps(source)) == source
    assert all(hasattr(kind, "__struct_fields__") for kind in KINDS.values())


def test_what_compares_by_some_fields_is_made_by_the_standard_library_and_on_no_frozen_class() -> None:
    compared = dataclasses.field(default=0, compare=False)

    @frozen.dataclass(frozen=True, slots=True)
    class Buoy:
        name: str
        lit: int = compared

    assert Buoy("a", 1) == Buoy("a", 2)
    with pytest.raises(TypeError, match="by msgspec alone"):

        @frozen.dataclass(frozen=True)
        class Odd(Source):
            lit: int = 0
