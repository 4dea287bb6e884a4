"""`dataclass` for values: what the standard library has, with frozen ones made by msgspec.

A class takes a tenth of the time to make, and there are hundreds; a value a fifth, and it is compared and hashed in C.
Nothing else differs: `fields`, `replace`, `asdict` and `is_dataclass` of the standard library, and type checkers, see a
dataclass. What msgspec cannot make (a value that keeps what it found, or that compares by some of its fields alone)
the standard library makes.
"""

from __future__ import annotations

import dataclasses
from collections import ChainMap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        body: type | None = None, /, *, frozen: bool = False, slots: bool = False, **options: bool
    ) -> type | Callable[[type], type]:
        """The class, or what makes it, with methods that follow from its fields."""

        def made(body: type) -> type:
            if frozen and slots and all(field.compare for field in _given(body).values()):
                return _struct(body, options)
            if _BASES in vars(body):
                raise TypeError(f"{body.__name__} is made from a frozen class, and can be made by msgspec alone")
            return dataclasses.dataclass(body, frozen=frozen, slots=slots, **options)

        return made if body is None else made(body)


_BASES = "__bases_of_body__"


class _Maker(type(msgspec.Struct)):  # type: ignore[misc]
    """Makes a class of values once it is told how: until then what follows `class` is a body that knows its bases."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: bool) -> Any:
        if not options:
            return type(name, (), {**body, _BASES: bases})
        return super().__new__(cls, name, bases, body, **options)


class _Fields:
    """The fields of a class as the standard library tells them, found when they are first asked for."""

    def __init__(self, body: type, *, kw_only: bool) -> None:
        self.body = body
        self.kw_only = kw_only

    def __get__(self, _: object, made: Any) -> Mapping[str, dataclasses.Field[Any]]:
        inherited = [getattr(base, "__dataclass_fields__", {}) for base in made.__bases__]
        own: Any = dataclasses.dataclass(self.body, init=False, repr=False, eq=False, kw_only=self.kw_only)
        made.__dataclass_fields__ = found = dict(ChainMap(own.__dataclass_fields__, *inherited))
        return found


def _given(body: type) -> Mapping[str, Any]:
    """The fields of a class that are more than a default."""
    return {name: held for name, held in vars(body).items() if isinstance(held, dataclasses.Field)}


def _struct(body: type, options: Mapping[str, bool]) -> type:
    held = {name: value for name, value in vars(body).items() if name not in ("__dict__", "__weakref__", _BASES)}
    held |= {name: msgspec.field(default_factory=field.default_factory) for name, field in _given(body).items()}
    held["__dataclass_fields__"] = _Fields(body, kw_only=options.get("kw_only", False))
    first = (msgspec.Struct, *(base for base in body.__bases__ if base is not object))
    made: type = _Maker(body.__name__, getattr(body, _BASES, first), held, frozen=True, **options)
    return made
