"""What keeps data from being a record, in Dutch: what is wrong, why, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cattrs import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote

from lrt_site.document import unseen_between
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.figures import Observation
from lrt_site.model.misfit import MisfitError
from lrt_site.model.numbers import Number
from lrt_site.problems import FieldPath, quoted
from lrt_site.schema.corrections import FieldError, Mended, Spot, corrected, enumerated
from lrt_site.schema.layout import NOT_IN_FRONT_MATTER
from lrt_site.unseen import seen, unseen_in
from lrt_site.wording.fields import KIND_WORDS, field_meant, in_words
from lrt_site.wording.text import capitalised

Explained = tuple[FieldPath, str, str, Mended | None]
"""The way to a field, our code, our sentence, and how it is put right, where that is known."""

_EXAMPLES = {
    "source": "s-brief-2021-12-20",
    "also_source": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "sources": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "about": "[T01234]",
    "id": "m-2021-12-20",
    "table": "tafel",
    "unit": "woningen",
    "person": "p-de-vries",
    "organisation": "org-bond",
    "seat": "stoel-voorzitter",
    "element": "e-vorm",
    "address": "https://www.voorbeeld.nl/",
    "url": "https://www.voorbeeld.nl/bericht",
    "scope": "De brief gaat over alle provincies.",
    "content": "De brief vraagt gemeenten om meer woningen.",
    "document": "Kamerstuk 12 345, nr. 6",
    "form": "brief",
    "publisher": "ministerie",
    "table_name": "Tafel van 2021",
    "who": "het secretariaat",
    "what": "stuurt het verslag aan de leden",
    "role": "voorzitter",
}

_EXAMPLES_IN_A_CELL = {
    "id": "f-woningen-2021", "value": "12000", "unit": "woningen", "source": "s-brief-2021-12-20"
}  # fmt: skip

_SIMPLE = {
    int: "12000",
    Number: "12000",
    bool: "true",
    PartialDate: "2021-12-20",
    Period: "2021-H2",
    ClockTime: "19:30",
}


def explained(error: BaseException, kind: Any, data: object, at: FieldPath = ()) -> Iterator[Explained]:
    """Every leaf of cattrs' tree of errors; `data` is what could not become one of a kind."""
    if isinstance(error, BaseValidationError):
        meant: set[str] = set()
        leaves = [exception for exception in error.exceptions if isinstance(exception, ForbiddenExtraKeysError)]
        missing = [str(_steps(inner)[-1]) for inner in error.exceptions if isinstance(inner, KeyError)]
        for leaf in leaves:
            yield from _unknown_fields(leaf, at, meant, missing)
        for inner in error.exceptions:
            steps = _steps(inner)
            forgiven = isinstance(inner, KeyError) and str(steps[-1]) in meant
            if inner not in leaves and not forgiven:
                yield from explained(inner, getattr(error, "cl", kind), data, (*at, *steps))
    elif isinstance(error, KeyError):
        yield at, "missing-field", _missing(str(at[-1]), kind), None
    elif isinstance(error, FieldError):
        yield _refused(error, kind, data, at)
    else:
        words = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
        message = _sentence(f"Bij {words} klopt iets niet: {error}")
        yield _misfit(error, data, at), "inconsistent", message, _turned(error, _within(data, at), message)


def _refused(error: FieldError, kind: Any, data: object, at: FieldPath) -> Explained:
    """What is wrong with a value, and how it is put right."""
    name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    value = _within(data, at)
    unseen = _unseen_in(value, error.code)
    spot = Spot(name, kind, in_list=bool(at) and isinstance(at[-1], int))
    mended = Mended(unseen, seen(str(value)).strip(), is_safe=True) if unseen and isinstance(value, str) else None
    mended = mended or (corrected(error, value, spot) if name else None)
    said = unseen or (mended.message if mended else str(error))
    return (
        at,
        error.code,
        _sentence(f"Veld {in_words(name)}: {said}" if name else capitalised(said)),
        mended,
    )


def _misfit(error: BaseException, data: object, at: FieldPath) -> FieldPath:
    """The way to the field that does not fit the others: the first of them that is there."""
    names = error.fields if isinstance(error, MisfitError) else ()
    part = _within(data, at)
    there = [name for name in names if isinstance(part, dict) and name in part]
    return (*at, *(there or names)[:1])


def _turned(error: BaseException, part: Any, message: str) -> Mended | None:
    """Two fields that have each other's value."""
    if not (isinstance(error, MisfitError) and error.turned):
        return None
    one, other = error.fields
    return Mended(message, str(part[other]), ((other, str(part[one])),)) if {one, other} <= part.keys() else None


def _within(data: Any, at: FieldPath) -> Any:
    for step in at:
        data = data[step]
    return data


def _unseen_in(value: object, code: str) -> str:
    """The unseen sign for which a value is refused, as a part of a sentence; empty where it is refused without one.

    Text in the place of a list or of fields is only misread for a sign where its dash or colon stands.
    """
    if not isinstance(value, str) or (code in ("not-a-list", "not-a-mapping") and unseen_between(value) is None):
        return ""
    unseen = unseen_in(value)
    return f"in {quoted(value)} staat {unseen.removeprefix('Hierin staat ')}" if unseen else ""


def _steps(error: BaseException) -> FieldPath:
    steps: FieldPath = ()
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            steps = (*steps, note.name)
        elif isinstance(note, IterableValidationNote):
            steps = (*steps, note.index)
    return steps


def _unknown_fields(
    error: ForbiddenExtraKeysError, at: FieldPath, meant: set[str], missing: list[str]
) -> Iterator[Explained]:
    for name in sorted(error.extra_fields):
        near, message = _unknown(name, error.cl)
        if not near and len(error.extra_fields) == len(missing) == 1 and missing[0] != "id":
            near = missing[0]
            message = (
                f"{message.partition(' Mogelijke velden')[0]} Wat er hoort en ontbreekt, is {in_words(near)}. "
                f"Bedoelde u dat? Schrijf '{near}:'."
            )
        if near:
            meant.add(near)
        yield (*at, name), "unknown-field", message, Mended(message, near)


@lru_cache(maxsize=1024)
def _unknown(name: str, kind: type) -> tuple[str | None, str]:
    """The field that is meant by a name that none has, and what is wrong."""
    known = [field.name for field in fields(kind) if field.name not in NOT_IN_FRONT_MATTER]
    owner = KIND_WORDS.get(kind.__name__, "dit onderdeel")
    near = field_meant(name, known) or next((own for own in known if own == name.rpartition("_")[2]), None)
    advice = f"Bedoelde u '{near}'? Schrijf '{near}:'." if near else f"Mogelijke velden: {', '.join(sorted(known))}."
    return near, f"Het veld {quoted(name)} bestaat niet bij {owner}. {advice}"


@cache
def _missing(name: str, kind: Any) -> str:
    if name == "body":
        return "De tekst ontbreekt. Schrijf haar onder de tweede regel '---'."
    if kind is Observation:
        away = " Geeft de bron geen getal? Haal dan de hele regel weg." if name == "value" else ""
        given = f"Vul haar in, zoals '{_EXAMPLES_IN_A_CELL[name]}'."
        return f"De cel bij {in_words(name)} is leeg, of de kolom ontbreekt. {given}{away}"
    owner = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
    return f"Het veld {in_words(name)} ontbreekt bij {owner}. {_example(kind, name)}"


def _example(kind: Any, name: str) -> str:
    hint = get_type_hints(kind)[name]
    if get_origin(hint) is Literal:
        return f"Kies uit {enumerated(get_args(hint))}."
    if get_origin(hint) is tuple and name not in _EXAMPLES:
        return f"Schrijf '{name}:' met daaronder een lijst, elke regel met een streepje ervoor."
    if is_dataclass(hint) and hint not in _SIMPLE:
        return f"Schrijf '{name}:' met daaronder de velden, verder ingesprongen."
    return f"Schrijf bijvoorbeeld '{name}: {_EXAMPLES.get(name) or _SIMPLE.get(hint, 'tekst')}'."


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."
