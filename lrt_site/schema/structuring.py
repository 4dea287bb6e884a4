"""The types of the model decide what data can become a record. The only reader that knows cattrs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.numbers import WRITTEN_DECIMALS, DecimalNumber, Number
from lrt_site.model.register import KINDS, Record
from lrt_site.problems import MOST, Fault, FieldPath, quoted
from lrt_site.schema.corrections import PERHAPS_THOUSANDS, FieldError, Mended, enumerated
from lrt_site.schema.sentences import explained
from lrt_site.wording.fields import KIND_WORDS

T = TypeVar("T")

ID_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
"""A number that every program reading JSON keeps exact (RFC 8785, section 3.2.2.3)."""
_REFUSALS = (ValueError, KeyError, ForbiddenExtraKeysError)


def structure(kind: str, data: object) -> tuple[Record | None, tuple[Fault, ...]]:
    """The record that the data describe, or all that keeps them from being one."""
    return structured(KINDS[kind], data)


def structured(kind: type[T], data: object) -> tuple[T | None, tuple[Fault, ...]]:
    """A record, or a part of one, of this type; or all that keeps the data from being one.

    Finding out all that is wrong is slow, so that is done only when something is. Of what nobody would read to its end,
    twice as much is told as anybody reads: half of it may follow from values that could not be read.
    """
    try:
        return _converter(detailed=False).structure(data, kind), ()
    except _REFUSALS:
        record = str(data.get("id", "")) if isinstance(data, dict) else ""
    try:
        return _converter(detailed=True).structure(data, kind), ()
    except (BaseValidationError, FieldError) as error:
        found = islice(explained(error, kind, data), 2 * MOST + 1)
        told = [(*fault[:2], *_tried(kind, data, *fault)) for fault in found]
        filled = {(*at[:-1], name) for at, _, _, mended in told if mended for name, _ in mended.beside}
        return None, tuple(
            Fault(record, at, code, words, of_name=code == "unknown-field")
            if mended is None
            else Fault(
                record, at, code, words, instead=mended.instead, beside=mended.beside, new_name=mended.new_name,
                of_name=code == "unknown-field", is_safe=mended.is_safe,
            )
            for at, code, words, mended in told
            if code != "missing-field" or at not in filled
        )  # fmt: skip


def _filled_otherwise(data: Any, at: FieldPath, mended: Mended) -> Mapping[str, str]:
    """What stands in the fields that a value would fill as well, where that is something else."""
    for step in at[:-1]:
        data = data[step]
    held = {name: str(data.get(name) or "") for name, words in mended.beside if str(data.get(name) or "") != words}
    return {name: value for name, value in held.items() if value}


def _tried(
    kind: Any, data: Any, at: FieldPath, code: str, words: str, mended: Mended | None
) -> tuple[str, Mended | None]:
    """What to write, and to tell, so that it goes with the fields beside it."""
    # Two values that contradict each other change places; anything else may fill no field that says something.
    if mended is not None and code != "inconsistent" and (taken := _filled_otherwise(data, at, mended)):
        held = " en ".join(f"{quoted(value)} bij '{name}'" for name, value in taken.items())
        return f"{words.rstrip('.')}. Nu staat er {held}: wat klopt?", None
    if mended is None or not mended.others or _goes(kind, data, at, str(mended.instead)):
        return words, mended
    fitting = [other for other in mended.others if _goes(kind, data, at, other)]
    told = words.rpartition(" Schrijf ")[0]
    if len(fitting) != 1:
        return told, None
    return f"{told} Schrijf '{at[-1]}: {fitting[0]}': dat past bij de andere velden.", replace(
        mended, instead=fitting[0]
    )


def _goes(kind: Any, data: Any, at: FieldPath, value: str) -> bool:
    """Whether a value of a field goes with those beside it."""
    changed = part = deepcopy(data)
    for step in at[:-1]:
        part = part[step]
    part[at[-1]] = value
    try:
        _converter(detailed=True).structure(changed, kind)
    except BaseValidationError as error:
        return all(
            code != "inconsistent" or found[: len(at) - 1] != at[:-1]
            for found, code, *_ in explained(error, kind, changed)
        )
    return True


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
    if not ID_FORM.fullmatch(text):
        wrong = f"{quoted(text)} kan geen kenmerk zijn"
        general = "gebruik alleen letters, cijfers en streepjes, hoogstens honderd, zoals in 'm-2021-12-20'"
        raise FieldError("bad-id", wrong, general)
    return text


def _whole_number(value: object, _: Any) -> int:
    text = _text(value, str)
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    general = "schrijf alleen cijfers, zonder punten of spaties, zoals 12000"
    raise FieldError("not-a-number", f"{quoted(text)} is geen heel getal", general)


def _number(value: object, _: Any) -> Number:
    """A number with the decimals of its source. A point before three digits may stand for thousands: then we ask."""
    text = _text(value, str)
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if re.fullmatch(WRITTEN_DECIMALS, text) and not PERHAPS_THOUSANDS.fullmatch(text):
        return DecimalNumber(text.replace(",", "."))
    general = "schrijf alleen cijfers, met decimalen na een komma, zoals 12000 of 96,4"
    raise FieldError("not-a-number", f"{quoted(text)} is geen getal", general, DecimalNumber)


def _truth(value: object, _: Any) -> bool:
    text = _text(value, str)
    if text in ("true", "false"):
        return text == "true"
    raise FieldError("not-true-or-false", f"{quoted(text)} kan hier niet", "schrijf true (ja) of false (nee)")


def _dated(kind: type[Any], code: str) -> Callable[[object, Any], Any]:
    def hook(value: object, _: Any) -> Any:
        text = _text(value, str)
        try:
            return kind(text)
        except ValueError as error:
            raise FieldError(code, str(error).replace(f"'{text}'", quoted(text))) from error

    return hook


def _choice(value: object, kind: Any) -> str:
    choices = get_args(kind)
    text = _text(value, str)
    if text in choices:
        return text
    raise FieldError("unknown-choice", f"{quoted(text)} kan hier niet", f"kies uit {enumerated(choices)}", choices)


def _list_of(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    items = converter.get_structure_hook(list[get_args(kind)[0]])  # type: ignore[misc]

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, list):
            general = "zet elke waarde op een eigen regel met een streepje ervoor"
            raise FieldError("not-a-list", "hier hoort een lijst", general)
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
            general = "elk op een eigen regel als 'veld: waarde'"
            raise FieldError("not-a-mapping", f"hier horen de velden van {words}", general, kind)
        return whole(value, kind)

    return hook
