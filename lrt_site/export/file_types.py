"""Files as types: a kind of file is a dataclass, written and read field by field, in the order of its fields.

A field is left out where it has its default. One that may be null has another default, or none: where some format
lacks such a field, its default is the empty text. A name that Python keeps for itself has a `_` behind it here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from cattrs import Converter
from cattrs.errors import CattrsError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from lrt_site.differences import PROOFS
from lrt_site.export import v1
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import KINDS

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class JsonForm:
    """The form of a value: as its JSON Schema says it, and as whoever reads it makes sure of it."""

    schema: Mapping[str, Any]
    fits: Callable[[Any], object] = lambda _: True
    """Whether a value of the right type has the form. What a reader finds out elsewhere, it need not find out here."""


def _is_address(text: str) -> bool:
    return text.startswith("/") and ".." not in text and text.isprintable()


def _text(pattern: str, **more: object) -> Mapping[str, object]:
    return {"type": "string", "pattern": f"^{pattern}$", **more}


Hash = Annotated[
    str,
    JsonForm(_text("[0-9a-f]{64}", description="In hexadecimal."), re.compile("[0-9a-f]{64}").fullmatch),
]
Salt = Annotated[str, JsonForm(_text("[0-9a-f]{32}"))]
Salts = Annotated[Mapping[str, Any], JsonForm({"type": "object", "$ref": "#/$defs/Salts"})]
RecordId = Annotated[
    str,
    JsonForm({"type": "string", "minLength": 1}, re.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}").fullmatch),
]
KindName = Annotated[str, JsonForm({"enum": list(KINDS)}, KINDS.__contains__)]
ProvenAs = Annotated[str, JsonForm({"enum": list(PROOFS)})]
Address = Annotated[
    str, JsonForm({"type": "string", "pattern": "^/", "description": "From the root of the site."}, _is_address)
]
Name = Annotated[
    str,
    JsonForm(
        _text(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(-[1-9][0-9]*(-[0-9a-f]{6})?)?",
            description="A date, and from the second of one day on also its place on that day; of a handover, "
            "and of a withdrawal since the second format, always its place, and six random digits.",
        )
    ),
]
Day = Annotated[PartialDate, JsonForm(_text("[0-9]{4}-[0-9]{2}-[0-9]{2}", format="date"))]
Count = Annotated[int, JsonForm({"type": "integer", "minimum": 1}, lambda number: number > 0)]


def fields_of(file: object) -> dict[str, Any]:
    """What a file of one of our types holds, as JSON data."""
    made: dict[str, Any] = _converter().unstructure(file)
    return made


def file_at(address: str, file: object) -> Mapping[str, str]:
    """A data file of the site by its path."""
    return v1.as_file(address, fields_of(file))


def structured(kind: type[T], data: object) -> T:
    """The file of a type that JSON data describe. ValueError where they have another form."""
    try:
        return _converter().structure(data, kind)
    except (AttributeError, KeyError, TypeError, CattrsError) as error:
        raise ValueError(f"no {kind.__name__}: {error!r}") from error


def name_in_file(name: str) -> str:
    """The name that a field of a type has in the file."""
    return name.removesuffix("_")


@cache
def _converter() -> Converter:
    converter = Converter(
        forbid_extra_keys=True, detailed_validation=False, unstruct_collection_overrides={tuple: list}
    )
    converter.register_unstructure_hook_factory(is_dataclass, lambda kind: _writer(converter, kind))
    converter.register_unstructure_hook(PartialDate, str)
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _reader(converter, kind))
    converter.register_structure_hook_factory(_is(Annotated), lambda kind: _formed(converter, kind))
    converter.register_structure_hook_factory(_is(Literal), _chosen)
    converter.register_structure_hook_factory(_is(tuple), lambda kind: _list_of(converter, kind))
    converter.register_structure_hook(str, _plain)
    converter.register_structure_hook(int, _plain)
    converter.register_structure_hook(PartialDate, lambda text, _: PartialDate(_plain(text, str)))
    return converter


def _is(form: object) -> Callable[[object], bool]:
    return lambda kind: get_origin(kind) is form


def _writer(converter: Converter, kind: Any) -> Callable[[Any], Any]:
    """How a type is written. On its own, cattrs writes fields with a default behind the others."""
    names = {field.name: name_in_file(field.name) for field in fields(kind)}
    renamed: dict[str, Any] = {name: override(rename=told) for name, told in names.items()}
    write = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **renamed)

    def hook(value: Any) -> dict[str, Any]:
        made = write(value)
        return {name: made[name] for name in names.values() if name in made}

    return hook


def _reader(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """How a type is read. On its own, cattrs loses the forms of fields."""
    hints = get_type_hints(kind, include_extras=True)

    def of_field(name: str) -> Any:
        return override(rename=name_in_file(name), struct_hook=lambda value, _: converter.structure(value, hints[name]))

    return make_dict_structure_fn(kind, converter, **{field.name: of_field(field.name) for field in fields(kind)})


def _formed(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    plain, form = get_args(kind)

    def hook(value: object, _: Any) -> Any:
        read = converter.structure(value, plain)
        if not form.fits(read):
            raise ValueError(f"{value!r} has another form")
        return read

    return hook


def _list_of(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    item = converter.get_structure_hook(get_args(kind)[0])
    return lambda values, _: tuple(item(value, get_args(kind)[0]) for value in _plain(values, list))


def _chosen(kind: Any) -> Callable[[Any, Any], Any]:
    return lambda value, _: get_args(kind)[get_args(kind).index(value)]


def _plain(value: Any, kind: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
