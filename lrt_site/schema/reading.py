"""All files of the content become records, each with its place, or problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from pathlib import PurePosixPath

from lrt_site.document import Document, read_csv, read_front_matter, read_yaml, undecoded_in
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.publications import EMPTIED
from lrt_site.model.register import Record
from lrt_site.problems import Fault, FieldPath, Problem, did_you_mean, quoted, suggesting
from lrt_site.schema.layout import FOLDERS, LISTS, SINGLES, out_of_place
from lrt_site.schema.missing import missing_in
from lrt_site.schema.sentences import enumerated
from lrt_site.schema.structuring import structure, structured
from lrt_site.wording.fields import in_words

COLUMNS = tuple(field.name for field in fields(Observation))
"""The columns that a CSV file with observations can have."""

_DEFINED = re.compile(r"\bid[\"']?[ \t]*:[ \t]*[\"']?([A-Za-z0-9-]+)")
_WORD = re.compile(r"[A-Za-z0-9-]+")
_FIRST_CELL = re.compile(r'^"?([A-Za-z0-9-]+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a record stands: its document, and the way to it inside that document."""

    document: Document
    prefix: FieldPath = ()
    observations: Document | None = None
    """For a series: the CSV document with its rows."""
    rows: tuple[int, ...] = ()
    """For a series: the row of each observation, as rows that could not be read are none."""

    def of(self, fault: Fault) -> Problem:
        """The fault, on its line."""
        if self.observations and fault.at[:1] == ("observations",):
            at = fault.at[1:]
            if at and isinstance(at[0], int):
                at = (self.rows[at[0]], *at[1:])
            return self.observations.place(replace(fault, at=at))
        return self.document.place(fault, self.prefix)


@dataclass(frozen=True, slots=True)
class Content:
    """What a content tree says: its records, where each stands, and what could not be read."""

    root: PurePosixPath
    records: tuple[Record, ...]
    places: Mapping[str, RecordPlace]
    problems: tuple[Problem, ...]
    defined_unread: frozenset[str] = frozenset()
    """The ids, and the files, of what could not become records."""
    named_unread: frozenset[str] = frozenset()
    """All words in what could not become records."""

    def placed(self, fault: Fault) -> Problem:
        """The fault on its line; a fault of no known record stands at the top of the file it names."""
        place = self.places.get(fault.record)
        return place.of(fault) if place else Problem(self.root / fault.record, 1, 1, fault.code, fault.message)

    def told(self, faults: Iterable[Fault]) -> tuple[Problem, ...]:
        """The faults on their lines, but for echoes of something else: of a line that is no YAML no more is told."""
        unread = {(problem.file, problem.line) for problem in self.problems if problem.code == "yaml-syntax"}
        placed = (self.placed(fault) for fault in faults if not self.echoes(fault))
        return tuple(problem for problem in placed if (problem.file, problem.line) not in unread)

    def echoes(self, fault: Fault) -> bool:
        """Whether a fault is only there because something else could not be read."""
        return fault.unless_defined in self.defined_unread or fault.unless_named in self.named_unread


@dataclass(frozen=True, slots=True)
class FromFile:
    """What one file gives, whatever stands in the others."""

    document: Document | None
    problems: tuple[Problem, ...]
    records: tuple[tuple[Record | None, object, RecordPlace], ...] = ()
    """Each record, if its data make one, with the data and where it stands."""
    observations: tuple[Observation, ...] = ()
    rows: tuple[int, ...] = ()
    """The row of each observation."""
    lost: tuple[object, ...] = ()
    """The rows that make none."""


KeptFiles = dict[PurePosixPath, tuple[str, FromFile]]
"""What files gave, with the text that gave it, so that it can be given again for as long as they say the same."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    records: list[Record] = field(default_factory=list)
    places: dict[str, RecordPlace] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tables: dict[str, FromFile] = field(default_factory=dict)
    defined_unread: set[str] = field(default_factory=set)
    named_unread: set[str] = field(default_factory=set)

    def lose(self, path: str, data: object) -> None:
        """Remember the ids and words of a text, or of the data of a record, that cannot be used."""
        self.defined_unread |= {path, PurePosixPath(path).stem}
        if path.endswith(".csv") and isinstance(data, str):
            self.defined_unread |= set(_FIRST_CELL.findall(data))
        texts = [data] if isinstance(data, str) else [f"{step}: {text}" for step, text in _leaves(data, "")]
        for text in texts:
            self.defined_unread |= set(_DEFINED.findall(text))
            self.named_unread |= set(_WORD.findall(text))

    def miss(self, records: Iterable[Record]) -> None:
        """Remember the words of published records whose file is gone, ids among them."""
        words = {word for record in records for word in _WORD.findall(repr(record))}
        self.defined_unread |= words
        self.named_unread |= words


def read_content(
    texts: Mapping[str, str], root: PurePosixPath, published: Iterable[Record] = (), kept: KeptFiles | None = None
) -> Content:
    """All records in a content tree, given as path → text with paths relative to `root`.

    Where one of the records that were last published lived in a file or a folder that is not there, it is a problem.
    `kept` is what files gave before: who reads a tree again hands over the same, and it is brought up to date.
    """
    reading = _Reading()
    known = {} if kept is None else kept
    for gone in known.keys() - {root / path for path in texts}:
        del known[gone]
    for path, text in sorted(texts.items()):
        if PurePosixPath(path).name == EMPTIED:
            continue
        before, given = known.get(root / path, (None, None))
        if given is None or before != text:
            given = _given(root / path, path, text)
            if kept is not None:
                kept[root / path] = text, given
        _take(reading, path, text, given)
    for missing in missing_in(texts, published, reading.places):
        reading.problems.append(Problem(root / missing.path, 1, 1, "lost-file", missing.message))
        reading.miss(missing.records)
    _add_observations(reading)
    return Content(
        root,
        tuple(reading.records),
        reading.places,
        tuple(reading.problems),
        frozenset(reading.defined_unread),
        frozenset(reading.named_unread),
    )


def _given(file: PurePosixPath, path: str, text: str) -> FromFile:
    """What a file gives, read anew."""
    document, unread = _read_document(file, path, text)
    if document is None:
        return FromFile(None, unread)
    if path.endswith(".csv"):
        return _observed(document, unread)
    problems = [*unread]
    records, places = [], document.without_data()
    for kind, data, prefix in _records_in(path, document, problems):
        place = RecordPlace(places, prefix)
        records.append((_structured(path, kind, data, place, problems), data, place))
    return FromFile(document, tuple(problems), tuple(records))


def _take(reading: _Reading, path: str, text: str, given: FromFile) -> None:
    reading.problems += given.problems
    if given.document is None:
        reading.lose(path, text)
    elif path.endswith(".csv"):
        reading.tables[path] = given
    for record, data, place in given.records:
        if record is None:
            reading.lose(path, data)
        else:
            _keep(reading, path, record, data, place)


def _read_document(file: PurePosixPath, path: str, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    refusal = out_of_place(path)
    if refusal:
        return None, (Problem(file, 1, 1, "unknown-file", refusal),)
    undecoded = undecoded_in(file, text)
    if undecoded:
        return None, undecoded
    if path.endswith(".yml"):
        return read_yaml(file, text)
    if path.endswith(".md"):
        return read_front_matter(file, text)
    return read_csv(file, text, COLUMNS)


def _records_in(path: str, document: Document, problems: list[Problem]) -> Iterator[tuple[str, object, FieldPath]]:
    if path in SINGLES:
        yield SINGLES[path], document.data, ()
    elif path in LISTS:
        yield from _listed(path, document, problems)
    else:
        data = _without(document.data, "body", document, (), problems)
        with_body = {**data, "body": document.body} if isinstance(data, dict) and document.body else data
        yield FOLDERS[path.rpartition("/")[0]], with_body, ()


def _without(data: object, name: str, document: Document, at: FieldPath, problems: list[Problem]) -> object:
    """The data without a field that exists, but that editors write elsewhere."""
    if not isinstance(data, dict) or name not in data:
        return data
    elsewhere = "onder de tweede regel '---'" if name == "body" else "in een CSV-bestand met de naam van de reeks"
    message = f"Het veld {in_words(name)} hoort hier niet. Schrijf het {elsewhere}."
    problems.append(document.place(Fault("", (*at, name), "unknown-field", message)))
    return {key: value for key, value in data.items() if key != name}


def _listed(path: str, document: Document, problems: list[Problem]) -> Iterator[tuple[str, object, FieldPath]]:
    lists = LISTS[path]
    if not isinstance(document.data, dict):
        message = f"Dit bestand moet beginnen met één van de velden {enumerated(lists)}, met een dubbele punt erachter."
        problems.append(document.place(Fault("", (), "not-a-mapping", message)))
        return
    for key, items in document.data.items():
        if key not in lists:
            hint = did_you_mean(key, lists) or f" Wel: {enumerated(lists)}."
            message = f"Het veld {quoted(key)} hoort niet in dit bestand.{hint}"
            problems.append(document.place(Fault("", (key,), "unknown-field", message)))
        elif not isinstance(items, list):
            message = f"Onder {in_words(key)} hoort een lijst: elke vermelding begint met een streepje."
            problems.append(document.place(Fault("", (key,), "not-a-list", message)))
        else:
            for index, item in enumerate(items):
                data = _without(item, "observations", document, (key, index), problems) if key == "series" else item
                yield lists[key], data, (key, index)


def _structured(path: str, kind: str, data: object, place: RecordPlace, problems: list[Problem]) -> Record | None:
    record, faults = structure(kind, data)
    problems += (place.of(fault) for fault in faults if not _present(fault, place))
    if record and not place.prefix and path not in SINGLES and record.id != PurePosixPath(path).stem:
        message = (
            f"Het kenmerk '{record.id}' en de naam van het bestand moeten gelijk zijn. "
            f"Noem het bestand '{record.id}.md', of verbeter het kenmerk."
        )
        problems.append(place.of(Fault(record.id, ("id",), "file-name", message)))
    return record


def _present(fault: Fault, place: RecordPlace) -> bool:
    """Whether a missing field is there after all, with a value that is a problem already."""
    return fault.code == "missing-field" and (*place.prefix, *fault.at) in place.document.marks


def _keep(reading: _Reading, path: str, record: Record, data: object, place: RecordPlace) -> None:
    earlier = reading.places.get(record.id)
    if earlier is None:
        reading.records.append(record)
        reading.places[record.id] = place
        return
    reading.lose(path, data)
    first = earlier.of(Fault(record.id, ("id",), "", ""))
    message = (
        f"Het kenmerk '{record.id}' bestaat al: {first.file}, regel {first.line}. "
        "Elk kenmerk hoort bij één vermelding; kies een ander."
    )
    reading.problems.append(place.of(Fault(record.id, ("id",), "duplicate-id", message)))


def _add_observations(reading: _Reading) -> None:
    series = {record.id: index for index, record in enumerate(reading.records) if isinstance(record, Series)}
    advice = suggesting(series)
    for path, table in reading.tables.items():
        document, name = table.document, PurePosixPath(path).stem
        assert document is not None
        known_unread = name in reading.defined_unread
        for row in table.lost:
            reading.lose(path, row)
        if name in series:
            whole = reading.records[series[name]]
            assert isinstance(whole, Series)
            reading.records[series[name]] = replace(whole, observations=table.observations)
            reading.places[name] = replace(reading.places[name], observations=document.without_data(), rows=table.rows)
            continue
        reading.lose(path, document.data)
        if not known_unread:
            message = (
                f"In figures/series.yml staat geen cijferreeks '{name}', dus horen deze waarnemingen nergens bij."
                f"{advice(name)}"
            )
            reading.problems.append(document.place(Fault("", (), "observations-without-series", message)))


def _observed(document: Document, unread: tuple[Problem, ...]) -> FromFile:
    """The observations in a CSV file, and the row of each."""
    observations: list[Observation] = []
    rows: list[int] = []
    problems = [*unread]
    lost: list[object] = []
    for index, row in enumerate(document.data):
        assert isinstance(row, dict)
        data = {**row, **{name: read(row[name]) for name, read in _IN_ONE_CELL.items() if name in row}}
        observation, faults = structured(Observation, data)
        problems += (document.place(replace(fault, at=(index, *fault.at))) for fault in faults)
        if observation is None:
            lost.append(row)
        else:
            observations.append(observation)
            rows.append(index)
    return FromFile(document, tuple(problems), (), tuple(observations), tuple(rows), tuple(lost))


def _field_sources(cell: str) -> list[dict[str, list[str]]]:
    """What a cell tells of the sources of fields, such as `value qualifier: s-een; unit: s-een s-twee`."""
    parts = (part.partition(":") for part in cell.split(";"))
    return [{"fields": stated.split(), "sources": sources.split()} for stated, _, sources in parts]


_IN_ONE_CELL: Mapping[str, Callable[[str], object]] = {"also_source": str.split, "sources_of": _field_sources}
"""The fields of a value that hold more than one thing, with how a cell of a table gives them."""


def _leaves(data: object, name: str) -> Iterator[tuple[str, str]]:
    """Every text inside data, with the name of its field."""
    if isinstance(data, str):
        yield name, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value, name)
