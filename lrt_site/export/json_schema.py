"""JSON Schemas of what editors write and of what we publish, made from the model and its docstrings."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from functools import cache
from itertools import pairwise
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from lrt_site.export import v1
from lrt_site.export.file_types import JsonForm, name_in_file
from lrt_site.frozen import dataclass
from lrt_site.model.dates import DATE_FORM, PERIOD_FORM, TIME_FORM, ClockTime, PartialDate, Period
from lrt_site.model.fields import Referent, Text, parts_by_field, with_their_parts
from lrt_site.model.numbers import DECIMAL_FORM, WRITTEN_DECIMALS, Number
from lrt_site.model.register import KINDS
from lrt_site.wording.fields import FIELD_WORDS, KIND_WORDS
from lrt_site.wording.filling import filled
from lrt_site.wording.text import capitalised

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]
Known = Mapping[Referent, Mapping[str, str]]
"""The ids that there are by what they are of, each with what it stands for."""
NO_IDS: Known = MappingProxyType({})

NAMES_ITS_SCHEMA: Schema = {
    "$schema": {
        "type": "string",
        "description": "The address of this schema, as seen from the file.",
    }
}
STORED: Schema = {
    "salt": {
        "type": "string",
        "pattern": "^[0-9a-f]{32}$",
        "description": "Of a stored version: random, so that a hash cannot confirm a guess. Gone after a withdrawal.",
    },
    "salts": {
        "type": "object",
        "$ref": "#/$defs/Salts",
        "description": "Of a stored version in the second format after a withdrawal: the salt of every value that was "
        "not withdrawn, and the hash of every value that was, at the place that it has here.",
    },
    "withdrawal": {"type": "string", "description": "Of a stored version: the last withdrawal of words in it."},
}
"""What a stored version has beside its record, and the words of a publication beside those."""
SALTS: Schema = {
    "Salts": {
        "type": ["string", "array", "object"],
        "pattern": "^([0-9a-f]{32}|[0-9a-f]{64})$",
        "items": {"$ref": "#/$defs/Salts"},
        "additionalProperties": {"$ref": "#/$defs/Salts"},
        "description": "A salt of 32 digits, a hash of 64, or such at the places of the values and paragraphs.",
    }
}


@dataclass(frozen=True, slots=True)
class _Form:
    """In what form the records are described."""

    without: tuple[str, ...] = ()
    """Fields that stand elsewhere than among the others."""
    dates: tuple[str, ...] = ("string",)
    """JSON types of a date; where editors write, a bare year reads as a number."""
    numbers: tuple[str, ...] = ("integer", "string")
    """JSON types of a number that may have decimals. One that has is a string, so that all its digits stay."""
    decimals: str = DECIMAL_FORM
    """The form of such a string."""
    of_files: bool = False
    """Whether these are other files: their fields may be null."""
    tells_defaults: bool = True
    """Whether a default says more than that a field is left out. Programs write it out for an editor, who need not."""
    about: Callable[[type], str | None] = inspect.getdoc
    """What is told of a record, or of a part of one."""
    of_field: Callable[[type, str], str | None] = lambda kind, name: _in_docstring(kind, name)
    """What is told of a field."""
    known: Known = NO_IDS


_PUBLISHED = _Form()
_OTHER_FILE = _Form(of_files=True, tells_defaults=False)


def _written_form(without: tuple[str, ...], known: Known) -> _Form:
    """The form in which editors write, without these fields. Editors are told in Dutch what to write."""
    return _Form(
        without,
        ("string", "integer"),
        ("number", "string"),
        WRITTEN_DECIMALS,
        tells_defaults=False,
        about=lambda kind: f"{capitalised(KIND_WORDS[kind.__name__])}.",
        of_field=filled,
        known=known,
    )


def published() -> Mapping[str, Schema]:
    """The schema of the published form of every kind, by kind: of its records of now and of stored versions."""
    return {kind: _published(kind) for kind in KINDS}


def of_file(*types: type, about: str | None = None, names_schema: bool = False) -> Schema:
    """The schema of a kind of file that holds no record: an object of a type, or of one of some types.

    `about` says what these are, `names_schema` that such a file begins with the address of its schema.
    """
    objects = [_naming_its_schema(kind) if names_schema else _object(kind, _OTHER_FILE) for kind in types]
    whole = objects[0] if about is None else {"description": about, "oneOf": objects}
    inner = _definitions([part for kind in types for part in parts_by_field(kind).values()], _OTHER_FILE)
    return {"$schema": DIALECT, **whole, **({"$defs": inner} if inner else {})}


def written(kinds: Mapping[str, str], *, without: tuple[str, ...] = (), known: Known = NO_IDS) -> str:
    """The schema of a file with lists of records (key → kind) that editors write, as JSON text."""
    form = _written_form(without, known)
    lists = {
        key: {"type": "array", "items": _reference(KINDS[kind]), "description": _list_of(key, kind)}
        for key, kind in kinds.items()
    }
    whole = {"type": "object", "properties": lists, "additionalProperties": False}
    return _as_written(whole, [KINDS[kind] for kind in kinds.values()], form)


def written_alone(kind: str, *, without: tuple[str, ...] = (), known: Known = NO_IDS) -> str:
    """The schema of a file, or of the front matter of one, that holds one record, as JSON text."""
    return _as_written(_reference(KINDS[kind]), [KINDS[kind]], _written_form(without, known))


def _as_written(whole: Schema, kinds: Sequence[type], form: _Form) -> str:
    inner = _definitions(kinds, form)
    named = {_ids(referent): _one_of(ids) for referent, ids in form.known.items()}
    used = {name: schema for name, schema in named.items() if _pointer(name) in json.dumps(inner)}
    return as_text({"$schema": DIALECT, **whole, "$defs": {**inner, **used}})


def _list_of(key: str, kind: str) -> str:
    return f"{capitalised(FIELD_WORDS[key])}. Een lijst. Met eigen velden, voor {KIND_WORDS[KINDS[kind].__name__]}."


def _one_of(ids: Mapping[str, str]) -> Schema:
    """Ids with what each stands for. They are offered, and no other one is refused: it may be newer than the schema."""
    names = list(ids.values())
    offered = {"enum": list(ids), "enumDescriptions": names, "markdownEnumDescriptions": names}
    return {"anyOf": [offered, {"type": "string"}]} if ids else {"type": "string"}


def _ids(referent: Referent) -> str:
    return f"id-{referent}"


def _pointer(name: str) -> str:
    return f"#/$defs/{name}"


def as_text(schema: Schema) -> str:
    """A schema as JSON text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _naming_its_schema(kind: type) -> Schema:
    made = _object(kind, _OTHER_FILE)
    properties = {**NAMES_ITS_SCHEMA, **made["properties"]}
    return {**made, "properties": properties, "required": [*NAMES_ITS_SCHEMA, *made["required"]]}


def _published(kind: str) -> Schema:
    record = _object(KINDS[kind], _PUBLISHED)
    envelope = {**NAMES_ITS_SCHEMA, "format": {"enum": list(v1.STORED_FORMATS)}, "type": {"const": kind}}
    return {
        "$schema": DIALECT,
        "title": KINDS[kind].__name__,
        **record,
        "properties": {**envelope, **record["properties"], **STORED},
        "required": ["format", "type", *record["required"]],
        "$defs": {**_definitions(parts_by_field(KINDS[kind]).values(), _PUBLISHED), **SALTS},
    }


def _definitions(kinds: Iterable[type], form: _Form) -> Schema:
    reached = {kind.__name__: kind for kind in with_their_parts(kinds)}
    return {name: _object(kind, form) for name, kind in sorted(reached.items())}


def _object(kind: type, form: _Form) -> Schema:
    hints = get_type_hints(kind, include_extras=True)
    known = [field for field in fields(kind) if field.name not in form.without]
    return {
        "type": "object",
        "description": form.about(kind),
        "properties": {
            name_in_file(field.name): {
                **_told(_type(_given(hints[field.name], field), form), form.of_field(kind, field.name)),
                **(_default(field) if form.tells_defaults else {}),
            }
            for field in known
        },
        "required": [name_in_file(field.name) for field in known if _must_be_there(field)],
        "additionalProperties": False,
    }


def _must_be_there(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _given(hint: Any, field: Field[Any]) -> Any:
    """What the value of a field is where it is there: a field is left out where it has its default."""
    return get_args(hint)[0] if field.default is None else hint


def _type(hint: Any, form: _Form) -> Schema:
    plain: Mapping[Any, Schema] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        ClockTime: {"type": "string", "pattern": f"^{TIME_FORM}$"},
        Number: {"type": list(form.numbers), "pattern": f"^{form.decimals}$"},
        PartialDate: {"type": _one_or_more(form.dates), "pattern": f"^{DATE_FORM}$"},
        Period: {"type": _one_or_more(form.dates), "pattern": f"^{PERIOD_FORM}$"},
    }
    if hint in plain:
        return plain[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments, form)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is Mapping:
        names, values = (_type(argument, form) for argument in arguments)
        return {"type": "object", "propertyNames": names, "additionalProperties": values}
    if origin is tuple and arguments[-1] is not ...:
        return {"type": "array", "prefixItems": [_type(argument, form) for argument in arguments], "items": False}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], form)}
    if origin in (Union, UnionType):
        schema = _type(next(argument for argument in arguments if argument is not type(None)), form)
        return {**schema, "type": [schema["type"], "null"]} if form.of_files and type(None) in arguments else schema
    return _reference(hint)


def _annotated(arguments: tuple[Any, ...], form: _Form) -> Schema:
    """The schema of a type of which something is said: its form, or what it is the id of."""
    for said in arguments[1:]:
        if isinstance(said, JsonForm):
            return dict(said.schema)
        if isinstance(said, Text) and said.names and said.names in form.known:
            return {"$ref": _pointer(_ids(said.names))}
    return _type(arguments[0], form)


def _one_or_more(types: tuple[str, ...]) -> str | list[str]:
    return types[0] if len(types) == 1 else list(types)


def _reference(kind: type) -> Schema:
    return {"$ref": _pointer(kind.__name__)}


def _told(schema: Schema, text: str | None) -> Schema:
    """The schema of a field with what its docstring says, before what its type says of all such values."""
    told = " ".join(filter(None, (text, schema.get("description"))))
    return {**schema, "description": told} if told else schema


def _default(field: Field[Any]) -> Schema:
    return {"default": field.default} if isinstance(field.default, bool | int | str) else {}


def _in_docstring(kind: type, name: str) -> str | None:
    return _described(kind).get(name)


@cache
def _classes_in(module: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {statement.name: statement for statement in tree.body if isinstance(statement, ast.ClassDef)}


@cache
def _described(kind: type) -> Mapping[str, str]:
    """The docstrings below the fields of a dataclass, its bases' included."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("lrt_site") and sys.modules.get(base.__module__):
            body = _classes_in(base.__module__)[base.__name__].body
            for statement, after in pairwise(body):
                if (
                    isinstance(statement, ast.AnnAssign)
                    and isinstance(statement.target, ast.Name)
                    and isinstance(after, ast.Expr)
                    and isinstance(after.value, ast.Constant)
                ):
                    found[statement.target.id] = " ".join(str(after.value.value).split())
    return found
