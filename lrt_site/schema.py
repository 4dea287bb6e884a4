"""Data becomes records, or faults placed by field. Here stands which file of the content holds which kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from lrt_site.document import Document, read_csv, read_front_matter, read_yaml
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import KINDS, Record
from lrt_site.problems import Fault, FieldPath, Problem, did_you_mean
from lrt_site.words import KIND_WORDS, in_words

SINGLES: Mapping[str, str] = MappingProxyType({"site.yml": "site", "table.yml": "table"})
"""Files that hold one record, with its kind."""

LISTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "participants.yml": {
            "organisations": "organisation",
            "persons": "person",
            "seats": "seat",
            "compositions": "composition",
            "memberships": "membership",
        },
        "history.yml": {"events": "event"},
        "sources.yml": {"sources": "source"},
        "contradictions.yml": {"contradictions": "contradiction"},
        "mentions.yml": {"mentions": "mention"},
        "registers.yml": {"registers": "commitment-register"},
        "reporting.yml": {"report_forms": "report-form"},
        "citations.yml": {"citations": "citation-pattern"},
        "figures/series.yml": {"series": "series"},
    }
)
"""Files that hold lists of records: the key of each list, and the kind of its records."""

FOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "meetings": "meeting",
        "commitments": "commitment",
        "outputs": "output",
        "provinces": "provincial-table",
        "pages": "page",
    }
)
"""Folders with one Markdown file a record."""

FIGURES = "figures"
"""The folder of the observations: one CSV file a series, named after it."""

_ID_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_NOT_IN_FRONT_MATTER = {"body", "observations"}
_EXAMPLES: Mapping[str, str] = {
    "source": "s-brief-2021-12-20",
    "also_source": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "sources": "[s-brief-2021-12-20, s-nieuws-2022-01-10]",
    "id": "m-2021-12-20",
    "table": "lrt",
    "unit": "opvangplekken",
    "person": "p-de-vries",
    "organisation": "org-vng",
    "seat": "stoel-voorzitter",
}


class FieldError(ValueError):
    """A value that its field cannot take: a stable code and a Dutch sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its document, and the way to it inside that document."""

    document: Document
    prefix: FieldPath = ()
    observations: Document | None = None
    """For a series: the CSV document with its rows."""

    def of(self, fault: Fault) -> Problem:
        """The fault, on its line."""
        if self.observations and fault.at[:1] == ("observations",):
            return self.observations.place(replace(fault, at=fault.at[1:]))
        return self.document.place(fault, self.prefix)


@dataclass(frozen=True, slots=True)
class Content:
    """What a content tree says: its records, where each stands, and what could not be read."""

    records: tuple[Record, ...]
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]

    def placed(self, fault: Fault) -> Problem:
        """The fault on its line; a fault of no known record stands at the top of the file it names."""
        place = self.places.get(fault.record)
        return place.of(fault) if place else Problem(PurePosixPath(fault.record), 1, 1, fault.code, fault.message)


def read_content(texts: Mapping[str, str], root: PurePosixPath) -> Content:
    """All records in a content tree, given as path → text with paths relative to `root`."""
    records: list[Record] = []
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    rows: dict[str, Document] = {}
    for path, text in sorted(texts.items()):
        file = root / path
        document, unread = _read_document(file, path, text)
        problems += unread
        if document is None:
            continue
        if path.endswith(".csv"):
            rows[PurePosixPath(path).stem] = document
            continue
        for kind, data, prefix in _records_in(path, document, problems):
            place = Place(document, prefix)
            record, faults = structure(kind, data)
            problems += (place.of(fault) for fault in faults)
            if record is not None:
                _keep(record, place, records, places, problems)
    _add_observations(rows, records, places, problems)
    return Content(tuple(records), places, tuple(problems))


def structure(kind: str, data: object) -> tuple[Record | None, tuple[Fault, ...]]:
    """The record that the data describe, or all that keeps them from being one."""
    record, faults = _structured(KINDS[kind], data)
    given = data.get("id") if isinstance(data, dict) else None
    if isinstance(given, str) and not _ID_FORM.fullmatch(given):
        message = f"Het kenmerk '{given}' mag alleen letters, cijfers en streepjes hebben, zoals 'm-2021-12-20'."
        return None, (*faults, Fault(given, ("id",), "bad-id", message))
    return record, faults


def _structured(kind: type[Any], data: object) -> tuple[Any | None, tuple[Fault, ...]]:
    try:
        return _converter().structure(data, kind), ()
    except BaseValidationError as error:
        record = data.get("id", "") if isinstance(data, dict) else ""
        faults = tuple(Fault(str(record), at, code, message) for at, code, message in _explained(error, kind, ()))
        return None, faults
    except FieldError as error:
        return None, (Fault("", (), error.code, str(error)),)


def _read_document(file: PurePosixPath, path: str, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    folder, _, name = path.rpartition("/")
    if path in SINGLES or path in LISTS:
        return read_yaml(file, text)
    if folder in FOLDERS and name.endswith(".md"):
        return read_front_matter(file, text)
    if folder == FIGURES and name.endswith(".csv"):
        return read_csv(file, text, [field.name for field in fields(Observation)])
    known = [*SINGLES, *LISTS, *(f"{folder}/{name}" for folder in FOLDERS)]
    message = f"Dit bestand hoort niet in de inhoud.{did_you_mean(path, known)} Zie het handboek: redactie."
    return None, (Problem(file, 1, 1, "unknown-file", message),)


def _records_in(path: str, document: Document, problems: list[Problem]) -> Iterator[tuple[str, object, FieldPath]]:
    if path in SINGLES:
        yield SINGLES[path], document.data, ()
        return
    if path not in LISTS:
        data = document.data
        kind = FOLDERS[path.rpartition("/")[0]]
        if isinstance(data, dict) and "body" in data:
            message = "Het veld 'body' (tekst) hoort niet bovenaan. Schrijf de tekst onder de tweede regel '---'."
            problems.append(document.place(Fault("", ("body",), "unknown-field", message)))
        with_body = {**data, "body": document.body} if isinstance(data, dict) and document.body else data
        yield kind, with_body, ()
        return
    lists = LISTS[path]
    if not isinstance(document.data, dict):
        message = f"Dit bestand moet beginnen met één van de velden {_enumerated(lists)}."
        problems.append(document.place(Fault("", (), "not-a-mapping", message)))
        return
    for key, items in document.data.items():
        if key not in lists:
            message = f"Het veld '{key}' hoort niet in dit bestand.{did_you_mean(key, lists)}"
            problems.append(document.place(Fault("", (key,), "unknown-field", message)))
        elif not isinstance(items, list):
            message = f"Onder {in_words(key)} hoort een lijst: elke vermelding begint met een streepje."
            problems.append(document.place(Fault("", (key,), "not-a-list", message)))
        else:
            for index, item in enumerate(items):
                yield lists[key], item, (key, index)


def _keep(
    record: Record, place: Place, records: list[Record], places: dict[str, Place], problems: list[Problem]
) -> None:
    earlier = places.get(record.id)
    if earlier is None:
        records.append(record)
        places[record.id] = place
        return
    first = earlier.of(Fault(record.id, ("id",), "", ""))
    message = (
        f"Het kenmerk '{record.id}' bestaat al: {first.file}, regel {first.line}. "
        "Elk kenmerk hoort bij één vermelding; kies een ander."
    )
    problems.append(place.of(Fault(record.id, ("id",), "duplicate-id", message)))


def _add_observations(
    rows: Mapping[str, Document], records: list[Record], places: dict[str, Place], problems: list[Problem]
) -> None:
    series = {record.id: index for index, record in enumerate(records) if isinstance(record, Series)}
    for name, document in rows.items():
        if name not in series:
            message = (
                f"Er is geen cijferreeks '{name}' in figures/series.yml; "
                f"deze waarnemingen horen nergens bij.{did_you_mean(name, series)}"
            )
            problems.append(document.place(Fault("", (), "observations-without-series", message)))
            continue
        observations = []
        for index, row in enumerate(document.data):
            data = {**row, "also_source": row["also_source"].split()} if "also_source" in row else row
            observation, faults = _structured(Observation, data)
            problems += (document.place(replace(fault, at=(index, *fault.at))) for fault in faults)
            if observation is not None:
                observations.append(observation)
        at = series[name]
        whole = records[at]
        assert isinstance(whole, Series)
        records[at] = replace(whole, observations=tuple(observations))
        places[name] = replace(places[name], observations=document)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    plain: tuple[tuple[type, Callable[[object, Any], Any]], ...] = (
        (str, _text),
        (int, _whole_number),
        (bool, _truth),
        (PartialDate, _dated(PartialDate, "bad-date")),
        (Period, _dated(Period, "bad-period")),
    )
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _mapping_of(converter, kind))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _list_of(converter, kind))
    converter.register_structure_hook_func(_is_literal, _choice)
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


def _whole_number(value: object, _: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"-?(0|[1-9][0-9]*)", value):
        return int(value)
    shown = value if isinstance(value, str) else "…"
    digits = re.sub(r"[^0-9]", "", shown)
    example = f"schrijf alleen cijfers, zonder punten of spaties: {digits or '12000'}"
    raise FieldError("not-a-number", f"'{shown}' is geen geheel getal; {example}")


def _truth(value: object, _: Any) -> bool:
    if value in ("true", "false"):
        return value == "true"
    shown = value if isinstance(value, str) else "…"
    raise FieldError("not-true-or-false", f"'{shown}' kan hier niet; schrijf true (ja) of false (nee)")


def _dated(kind: type[Any], code: str) -> Callable[[object, Any], Any]:
    def hook(value: object, _: Any) -> Any:
        try:
            return kind(_text(value, str))
        except FieldError:
            raise
        except ValueError as error:
            raise FieldError(code, str(error)) from error

    return hook


def _choice(value: object, kind: Any) -> str:
    choices = get_args(kind)
    if value in choices:
        return str(value)
    shown = value if isinstance(value, str) else "…"
    message = f"'{shown}' kan hier niet; kies uit {_enumerated(choices)}.{did_you_mean(shown, choices)}"
    raise FieldError("unknown-choice", message.removesuffix("."))


def _list_of(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    items = converter.get_structure_hook(list[get_args(kind)[0]])  # type: ignore[misc]

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, list):
            message = "hier hoort een lijst; zet elke waarde op een eigen regel met een streepje"
            raise FieldError("not-a-list", message)
        return tuple(items(value, list[get_args(kind)[0]]))  # type: ignore[misc]

    return hook


def _mapping_of(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    whole = converter.gen_structure_attrs_fromdict(kind)

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, dict):
            words = KIND_WORDS.get(kind.__name__, "dit onderdeel")
            message = f"hier horen de velden van {words}, elk op een eigen regel als 'veld: waarde'"
            raise FieldError("not-a-mapping", message)
        return whole(value, kind)

    return hook


def _explained(error: BaseException, kind: Any, at: FieldPath) -> Iterator[tuple[FieldPath, str, str]]:
    """Every leaf of cattrs' tree of errors, as a path, our code and our sentence."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            steps: FieldPath = ()
            for note in getattr(inner, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    steps = (*steps, note.name)
                elif isinstance(note, IterableValidationNote):
                    steps = (*steps, note.index)
            yield from _explained(inner, getattr(error, "cl", kind), (*at, *steps))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in fields(error.cl) if field.name not in _NOT_IN_FRONT_MATTER]
        owner = KIND_WORDS.get(error.cl.__name__, "dit onderdeel")
        for name in sorted(error.extra_fields):
            hint = did_you_mean(name, known) or f" Mogelijke velden: {', '.join(sorted(known))}."
            yield (*at, name), "unknown-field", f"Het veld '{name}' bestaat niet bij {owner}.{hint}"
    elif isinstance(error, KeyError):
        name = str(at[-1])
        owner = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
        example = f"Schrijf bijvoorbeeld '{name}: {_example(kind, name)}'."
        yield at[:-1], "missing-field", f"Het veld {in_words(name)} ontbreekt bij {owner}. {example}"
    elif isinstance(error, FieldError):
        name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
        subject = f"Veld {in_words(name)}: " if name else ""
        sentence = f"{subject}{error}"
        yield at, error.code, sentence if sentence.endswith("?") else f"{sentence}."
    else:
        words = KIND_WORDS.get(getattr(kind, "__name__", ""), "dit onderdeel")
        yield at, "inconsistent", f"Bij {words} klopt iets niet: {error}."


def _example(kind: Any, name: str) -> str:
    if name in _EXAMPLES:
        return _EXAMPLES[name]
    hint = get_type_hints(kind)[name]
    if get_origin(hint) is Literal:
        return str(get_args(hint)[0])
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return "[eerste, tweede]" if inner is str else "een lijst met streepjes"
    simple = {int: "12000", bool: "true", PartialDate: "2021-12-20", Period: "2021-H2"}
    return simple.get(hint, "tekst" if not is_dataclass(hint) else "de velden eronder, ingesprongen")


def _enumerated(words: Any) -> str:
    return ", ".join(f"'{word}'" for word in words)


def required(field: Field[Any]) -> bool:
    """Whether an editor must fill in this field."""
    return field.default is MISSING and field.default_factory is MISSING
