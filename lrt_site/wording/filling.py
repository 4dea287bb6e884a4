"""What goes in a field, in plain Dutch: told where an editor writes it."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from lrt_site.model import kinds
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.fields import Described, described, once, parts_by_field
from lrt_site.wording.fields import FIELD_WORDS, KIND_WORDS
from lrt_site.wording.text import capitalised

_DATES = {
    PartialDate: "Een datum, zoals 2025-03-14. Weet u de dag of de maand niet? Schrijf 2025-03 of 2025.",
    Period: "Een datum of een periode, zoals 2025-03-14, 2025-H1 of 2025.",
    ClockTime: "Een tijd, zoals 10:30.",
}
_TEXTS = {
    "sign": "Een e-mailadres of een webadres.",
    "name": "Een naam of titel.",
    "address": "Een webadres.",
    "text": "Een of meer zinnen.",
}
_OTHERS = {"id": "iets uit de inhoud", "observation": "een cijfer", "element": "een onderdeel van deze toezegging"}
"""What ids are of that are not of a record."""


@once
def filled(kind: type, name: str) -> str:
    """What a field of a record, or of a part of one, is called, what goes in it, and whether it must be there."""
    field = described(kind)[name]
    hint, where = _plain(get_type_hints(kind)[name]), next(each for each in fields(kind) if each.name == name)
    is_list = get_origin(hint) is tuple
    needed = "Verplicht." * (where.default is MISSING and where.default_factory is MISSING)
    told = _part(kind, field) or _value(field, _plain(get_args(hint)[0]) if is_list else hint, where)
    if is_list:
        told = f"Een lijst. {told}" if field.meaning == "delen" else f"Een lijst. Elke regel: {_lowered(told)}"
    return " ".join(filter(None, (f"{capitalised(FIELD_WORDS.get(name, name))}.", told, needed)))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _plain(hint: object) -> object:
    """A type without what is said of it, and without that it may be absent."""
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = get_args(hint)[0]
    return hint


def _part(kind: type, field: Described) -> str:
    part = parts_by_field(kind).get(field.name)
    return f"Met eigen velden, voor {KIND_WORDS[part.__name__]}." if part else ""


def _value(field: Described, hint: object, where: Field[object]) -> str:
    if field.meaning == "kenmerk":
        return "Een eigen kenmerk, van letters, cijfers en streepjes. Niets anders heet zo."
    if "FieldName" in str(where.type):
        return "De naam van een veld hiernaast, zoals date."
    if field.refers_to:
        return f"Het kenmerk van {_named(field.refers_to)}."
    if field.choices:
        return f"Kies uit: {', '.join(field.choices)}."
    if hint is bool:
        without = f" Zonder dit veld: {'ja' if where.default else 'nee'}." * isinstance(where.default, bool)
        return f"Schrijf true (ja) of false (nee).{without}"
    if field.meaning == "getal":
        return "Een getal."
    if field.meaning == "feit" and field.form == "text":
        return "Een paar woorden."
    return _DATES.get(hint, "") if field.meaning == "datum" else _TEXTS.get(field.form or "", "")  # type: ignore[call-overload]


def _named(referent: str) -> str:
    known = {kind.name: kind.one for kind in kinds.ALL}
    return _OTHERS.get(referent) or known.get(referent) or KIND_WORDS["Topic"]
