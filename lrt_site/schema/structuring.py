"""The types of the model decide what data can become a record. The only reader that knows cattrs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.numbers import WRITTEN_DECIMALS, DecimalNumber, Number
from lrt_site.model.register import KINDS, Record
from lrt_site.problems import Fault, did_you_mean, quoted
from lrt_site.schema.sentences import FieldError, date_meant, enumerated, explained
from lrt_site.wording.fields import KIND_WORDS

T = TypeVar("T")

_ID_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
"""A number that every program reading JSON keeps exact (RFC 8785, section 3.2.2.3)."""
_PERHAPS_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
_REFUSALS = (ValueError, KeyError, ForbiddenExtraKeysError)


def structure(kind: str, data: object) -> tuple[Record | None, tuple[Fault, ...]]:
    """The record that the data describe, or all that keeps them from being one."""
    return structured(KINDS[kind], data)


def structured(kind: type[T], data: object) -> tuple[T | None, tuple[Fault, ...]]:
    """A record, or a part of one, of this type; or all that keeps the data from being one.

    Finding out all that is wrong is slow, so that is done only when something is.
    """
    try:
        return _converter(detailed=False).structure(data, kind), ()
    except _REFUSALS:
        record = str(data.get("id", "")) if isinstance(data, dict) else ""
    try:
        return _converter(detailed=True).structure(data, kind), ()
    except (BaseValidationError, FieldError) as error:
        return None, tuple(Fault(record, at, code, message) for at, code, message in explained(error, kind, data))


@cache
def _converter(*, detailed: bool) -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    plain: tuple[tuple[type, Callable[[object, Any], Any]], ...] = (
        (str, _text),
        (int, _whole_number),
        (bool, _truth),
        (PartialDate, _dated(PartialDate, "bad-date")),
        (Period, _dated(Period, "bad-period")),
        (ClockTime, _dated(ClockTime, "bad-time")),
    )
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _mapping_of(converter, kind))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _list_of(converter, kind))
    converter.register_structure_hook_func(_is_literal, _choice)
    converter.register_structure_hook(Number, _number)
    for kind, hook in plain:
        converter.register_structure_hook(kind, hook)
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _text(value: object, _: Any) -> str:
    if not isinstance(value, str):
        raise FieldError("not-text", "hier hoort tekst, geen lijst of groep velden")
    return value.strip()


def _identifier(value: object, _: Any) -> str:
    text = _text(value, str)
    if not _ID_FORM.fullmatch(text):
        message = f"{quoted(text)} kan geen kenmerk zijn; gebruik alleen letters, cijfers en streepjes"
        raise FieldError("bad-id", f"{message}, hoogstens honderd, zoals in 'm-2021-12-20'")
    return text


def _whole_number(value: object, _: Any) -> int:
    text = _text(value, str)
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    in_groups = re.fullmatch(r"-?[0-9]{1,3}([. ][0-9]{3})+", text)
    example = re.sub(r"[. ]", "", text) if in_groups else "12000"
    message = f"{quoted(text)} is geen heel getal; schrijf alleen cijfers, zonder punten of spaties, zoals {example}"
    raise FieldError("not-a-number", message)


def _number(value: object, _: Any) -> Number:
    """A number with the decimals of its source. A point before three digits may stand for thousands: then we ask."""
    text = _text(value, str)
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    perhaps = _PERHAPS_THOUSANDS.fullmatch(text)
    if perhaps:
        whole, decimals = perhaps[1] + perhaps[2], f"{perhaps[1]},{perhaps[2]}"
        message = (
            f"{quoted(text)} kan {whole} zijn of {decimals}; schrijf {whole} zonder punt, of {decimals} met een komma"
        )
        raise FieldError("not-a-number", message)
    if re.fullmatch(WRITTEN_DECIMALS, text):
        return DecimalNumber(text.replace(",", "."))
    message = f"{quoted(text)} is geen getal; schrijf alleen cijfers, met decimalen na een komma, zoals {_meant(text)}"
    raise FieldError("not-a-number", message)


def _meant(text: str) -> str:
    """The number that a text with groups of thousands or a sign behind it seems to give; else an example."""
    bare = text.rstrip(" %‰")
    known = _WHOLE_NUMBER.fullmatch(bare) or re.fullmatch(WRITTEN_DECIMALS, bare)
    if bare != text and known and not _PERHAPS_THOUSANDS.fullmatch(bare):
        return bare.replace(".", ",")
    for group, sign in ((r"[. ]", ","), (",", r"\.")):
        if found := re.fullmatch(rf"(-?[0-9]{{1,3}}(?:{group}[0-9]{{3}})+)(?:{sign}([0-9]{{1,9}}))?", text):
            return ",".join(filter(None, (re.sub(r"[., ]", "", found[1]), found[2])))
    return "12000 of 96,4"


def _truth(value: object, _: Any) -> bool:
    text = _text(value, str)
    if text in ("true", "false"):
        return text == "true"
    raise FieldError("not-true-or-false", f"{quoted(text)} kan hier niet; schrijf true (ja) of false (nee)")


def _dated(kind: type[Any], code: str) -> Callable[[object, Any], Any]:
    def hook(value: object, _: Any) -> Any:
        text = _text(value, str)
        try:
            return kind(text)
        except ValueError as error:
            message = str(error).replace(f"'{text}'", quoted(text))
            raise FieldError(code, message + date_meant(text)) from error

    return hook


def _choice(value: object, kind: Any) -> str:
    choices = get_args(kind)
    text = _text(value, str)
    if text in choices:
        return text
    message = f"{quoted(text)} kan hier niet; kies uit {enumerated(choices)}.{did_you_mean(text, choices)}"
    raise FieldError("unknown-choice", message.removesuffix("."))


def _list_of(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    items = converter.get_structure_hook(list[get_args(kind)[0]])  # type: ignore[misc]

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, list):
            message = "hier hoort een lijst; zet elke waarde op een eigen regel met een streepje ervoor"
            raise FieldError("not-a-list", message)
        if not value:
            raise FieldError("empty-list", "deze lijst is leeg; vul haar, of laat het hele veld weg")
        return tuple(items(value, list[get_args(kind)[0]]))  # type: ignore[misc]

    return hook


def _mapping_of(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    given: dict[str, Any] = {"_cattrs_detailed_validation": converter.detailed_validation}
    if any(field.name == "id" for field in fields(kind)):
        given["id"] = override(struct_hook=_identifier)
    whole = make_dict_structure_fn(kind, converter, **given)

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, dict):
            words = KIND_WORDS.get(kind.__name__, "dit onderdeel")
            message = f"hier horen de velden van {words}, elk op een eigen regel als 'veld: waarde'"
            raise FieldError("not-a-mapping", message)
        return whole(value, kind)

    return hook
