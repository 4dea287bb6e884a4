"""All files of the content become records, each with its place, or problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import PurePosixPath

from lrt_site.document import Document, read_csv, read_front_matter, read_yaml, too_large, undecoded_in
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.publications import EMPTIED
from lrt_site.model.register import Record, kind_of
from lrt_site.problems import MOST, Fault, FieldPath, Problem, first_of_file, quoted
from lrt_site.schema.corrections import enumerated
from lrt_site.schema.layout import FOLDERS, LISTS, SINGLES
from lrt_site.schema.missing import missing_in
from lrt_site.schema.observed import COLUMNS, fits_in_a_row, observed_in
from lrt_site.schema.own_ids import has_id, leaves, misnamed, twice
from lrt_site.schema.places import (
    DEFINED,
    code_of,
    codes_of,
    in_other_folder,
    kind_meant,
    list_meant,
    no_text_in,
    nothing_in,
    out_of_place,
    tells_ids,
)
from lrt_site.schema.structuring import structure
from lrt_site.suggestions import slip
from lrt_site.wording.fields import field_meant, in_words

_WORD = re.compile(r"[A-Za-z0-9-]+")
_OF_FORM = ("bad-date", "bad-id", "bad-period", "bad-time", "not-a-number", "not-true-or-false", "unknown-choice")
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
    blind: frozenset[str] = frozenset()
    """Codes of faults that cannot be known, as a file that may hold what is missing could not be read at all."""
    nameless: Mapping[str, int] = field(default_factory=dict)
    """By code how many records have lost their own id: so many ids that are not known may be theirs."""
    absent: frozenset[str] = frozenset()
    """The files of lists that are not there, and of which that is no problem yet."""

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
        return (
            fault.unless_defined in self.defined_unread
            or fault.unless_named in self.named_unread
            or fault.code in self.blind
        )

    def unable(self, unread: Iterable[Problem]) -> Content:
        """The same, where these things on the disk could not be read either."""
        paths = {problem.file.relative_to(self.root).as_posix() for problem in unread}
        if not paths:
            return self
        return replace(
            self,
            defined_unread=self.defined_unread | {PurePosixPath(path).name.partition(".")[0] for path in paths},
            blind=self.blind.union(*map(codes_of, paths)),
        )

    def without_echoes(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """The faults that are there for themselves, and not because something else could not be read."""
        left = Counter(self.nameless)
        for fault in faults:
            if not self.echoes(fault):
                may_be_theirs = fault.instead is None and left[fault.code] > 0
                left[fault.code] -= may_be_theirs
                if not may_be_theirs:
                    yield fault


@dataclass(frozen=True, slots=True)
class FromFile:
    """What one file gives, whatever stands in the others."""

    document: Document | None
    problems: tuple[Problem, ...]
    records: tuple[tuple[Record | None, object, RecordPlace, str], ...] = ()
    """Each record, if its data make one, with the data, where it stands, and its kind."""
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
    blind: set[str] = field(default_factory=set)
    nameless: Counter[str] = field(default_factory=Counter)
    copies: set[PurePosixPath] = field(default_factory=set)

    def told(self) -> Iterator[Problem]:
        """The problems, but those with the name of a file that is a copy of another."""
        return (found for found in self.problems if found.code != "file-name" or found.file not in self.copies)

    def lose(self, path: str, data: object) -> None:
        """Remember the ids and words of a text, or of the data of a record, that cannot be used."""
        self.defined_unread |= {path, PurePosixPath(path).name.partition(".")[0]}
        if path.endswith(".csv") and isinstance(data, str):
            self.defined_unread |= set(_FIRST_CELL.findall(data))
        texts = [data] if isinstance(data, str) else [f"{step}: {text}" for step, text in leaves(data, "")]
        for text in texts:
            self.defined_unread |= set(DEFINED.findall(text))
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
    told = {problem.file.relative_to(root).as_posix() for problem in reading.problems}
    absent = set(LISTS) - set(texts) - told - {list_meant(path) for path in told}
    absent -= {path.partition("/")[0] for path in texts}
    return Content(
        root,
        tuple(reading.records),
        reading.places,
        tuple(reading.told()),
        frozenset(reading.defined_unread),
        frozenset(reading.named_unread),
        frozenset(reading.blind),
        reading.nameless,
        frozenset(absent),
    )


def _given(file: PurePosixPath, path: str, text: str) -> FromFile:
    """What a file gives, read anew."""
    document, unread = _read_document(file, path, text)
    if document is None:
        return FromFile(None, unread)
    if path.endswith(".csv"):
        observed = observed_in(document, text)
        if len(unread) + len(observed.problems) > MOST:
            return FromFile(None, first_of_file((*unread, *observed.problems)))
        lost = (*observed.lost, *([text] if unread else []))
        return FromFile(document, (*unread, *observed.problems), (), observed.observations, observed.rows, lost)
    problems = [*unread]
    records, places = [], document.without_data()
    for kind, data, prefix in _records_in(path, document, problems):
        place = RecordPlace(places, prefix)
        made = _structured(path, kind, data, place, problems) if kind else None
        records.append((made, data, place, kind))
        if len(problems) > MOST:
            break
    if len(problems) > MOST:
        return FromFile(None, first_of_file(problems))
    told = {problem.line for problem in unread if problem.code == "yaml-syntax"}
    rest = [problem for problem in problems[len(unread) :] if problem.line not in told]
    refused = {problem.line for problem in rest if problem.code in _OF_FORM}
    kept = (problem for problem in unread if problem.code != "yaml-remark" or problem.line not in refused)
    return FromFile(document, (*kept, *rest), tuple(records))


def _take(reading: _Reading, path: str, text: str, given: FromFile) -> None:
    reading.problems += given.problems
    if given.document is None:
        reading.lose(path, text)
        if not tells_ids(path, text):
            reading.blind |= codes_of(path)
    elif path.endswith(".csv"):
        reading.tables[path] = given
    for record, data, place, kind in given.records:
        if record is None:
            reading.lose(path, data)
            if kind and not has_id(data):
                reading.nameless[code_of(kind)] += 1
        else:
            _keep(reading, path, record, data, place)


def _read_document(file: PurePosixPath, path: str, text: str) -> tuple[Document | None, tuple[Problem, ...]]:
    refusal = out_of_place(path, text)
    if refusal:
        return None, (Problem(file, 1, 1, "unknown-file", refusal),)
    if unread := (
        too_large(file, len(text)) or no_text_in(file, text) or undecoded_in(file, text) or nothing_in(file, path, text)
    ):
        return None, unread
    if path.endswith(".yml"):
        return read_yaml(file, text)
    if path.endswith(".md"):
        return read_front_matter(file, text)
    return read_csv(file, text, COLUMNS, fits_in_a_row)


def _records_in(path: str, document: Document, problems: list[Problem]) -> Iterator[tuple[str, object, FieldPath]]:
    if path in SINGLES:
        yield SINGLES[path], document.data, ()
    elif path in LISTS:
        yield from _listed(path, document, problems)
    else:
        data = _without(document.data, "body", document, (), problems)
        with_body = {**data, "body": document.body} if isinstance(data, dict) and document.body else data
        own = FOLDERS[path.rpartition("/")[0]]
        meant = kind_meant(with_body, own)
        if meant != own:
            problems.append(Problem(document.file, 1, 1, "unknown-file", in_other_folder(path, meant)))
        yield meant, with_body, ()


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
    left = set(lists) - set(document.data)
    for key, items in document.data.items():
        name = key if key in lists else next(iter(left)) if len(lists) == len(left) == 1 else field_meant(key, left)
        if name != key:
            hint = f"Schrijf '{name}:'." if name else f"Wel: {enumerated(lists)}."
            message = f"Het veld {quoted(key)} hoort niet in dit bestand. {hint}"
            problems.append(document.place(Fault("", (key,), "unknown-field", message, instead=name, of_name=True)))
        if name and not isinstance(items, list):
            message = f"Onder {in_words(name)} hoort een lijst: elke vermelding begint met een streepje."
            problems.append(document.place(Fault("", (key,), "not-a-list", message)))
        elif name:
            for index, item in enumerate(items):
                data = _without(item, "observations", document, (key, index), problems) if name == "series" else item
                yield lists[name], data, (key, index)
        else:
            yield "", items, (key,)
        if len(problems) > MOST:
            return


def _structured(path: str, kind: str, data: object, place: RecordPlace, problems: list[Problem]) -> Record | None:
    record, faults = structure(kind, data)
    problems += (place.of(fault) for fault in faults if not _present(fault, data, place))
    if record and not place.prefix and path not in SINGLES and record.id != PurePosixPath(path).stem:
        problems.append(place.of(misnamed(record.id, path)))
    return record


def _present(fault: Fault, data: object, place: RecordPlace) -> bool:
    """Whether a field that is missing, or that a rule asks for, is there after all with a value that is a problem."""
    return (
        fault.code in ("missing-field", "inconsistent")
        and not _is_given(data, fault.at)
        and (*place.prefix, *fault.at) in place.document.marks
    )


def _is_given(data: object, at: FieldPath) -> bool:
    for step in at:
        items = dict(enumerate(data)) if isinstance(data, list) else data
        if not isinstance(items, dict) or step not in items:
            return False
        data = items[step]
    return True


def _keep(reading: _Reading, path: str, record: Record, data: object, place: RecordPlace) -> None:
    stem = PurePosixPath(path).stem
    if not place.prefix and path not in SINGLES and stem != record.id:
        reading.defined_unread.add(stem)
    earlier = reading.places.get(record.id)
    if earlier is None:
        reading.records.append(record)
        reading.places[record.id] = place
        return
    if place.document.file.stem == record.id != earlier.document.file.stem and not place.prefix:
        reading.records = [record if known.id == record.id else known for known in reading.records]
        reading.places[record.id] = place
        place, earlier = earlier, place
    if place.prefix:
        reading.nameless[code_of(kind_of(record))] += 1
    reading.lose(path, data)
    first = earlier.of(Fault(record.id, ("id",), "", ""))
    fault = twice(record.id, place.document.file.stem, first, in_list=bool(place.prefix))
    told = place.of(fault)
    reading.problems.append(told)
    reading.copies.add(told.file)


def _add_observations(reading: _Reading) -> None:
    series = {record.id: index for index, record in enumerate(reading.records) if isinstance(record, Series)}
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
            meant = slip(name, series)
            hint = f"Noem het bestand '{meant}.csv'." if meant else f"Zet hem daar onder 'series': '- id: {name}'."
            wrong = f"In figures/series.yml staat geen cijferreeks '{name}', dus horen deze waarnemingen nergens bij."
            message = f"{wrong} {hint}"
            reading.problems.append(document.place(Fault("", (), "observations-without-series", message)))
