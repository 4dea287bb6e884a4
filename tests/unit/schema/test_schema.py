"""Data becomes records of the right type, or faults that say what, where and how to mend it."""

from pathlib import PurePosixPath

import pytest

from lrt_site.model.figures import Observation, Series
from lrt_site.model.people import Person
from lrt_site.model.register import KINDS
from lrt_site.model.sources import Event, Source
from lrt_site.problems import Fault
from lrt_site.schema import FOLDERS, LISTS, SINGLES, Content, read_content, structure

ROOT = PurePosixPath("content")
EVENT = {"id": "geb-fictief", "event": "Iets fictiefs.", "source": "s-fictief"}


def read(texts: dict[str, str]) -> Content:
    return read_content(texts, ROOT)


def told(content: Content) -> list[tuple[str, int, str]]:
    return [(str(problem.file.relative_to(ROOT)), problem.line, problem.code) for problem in content.problems]


def test_every_kind_of_record_has_one_place_in_the_content() -> None:
    kinds = [*SINGLES.values(), *(kind for lists in LISTS.values() for kind in lists.values()), *FOLDERS.values()]
    assert sorted(kinds) == sorted(KINDS)


def test_data_becomes_a_record() -> None:
    record, faults = structure("event", {**EVENT, "event": " Iets fictiefs. ", "derived": "true", "also_source": ["b"]})
    assert faults == ()
    assert isinstance(record, Event)
    assert (record.event, record.derived, record.also_source) == ("Iets fictiefs.", True, ("b",))


@pytest.mark.parametrize(
    ("change", "at", "code", "words"),
    [
        ({"date": "2021-02-30"}, ("date",), "bad-date", "geen dag 30"),
        ({"date": "30-6-2021"}, ("date",), "bad-date", "Schrijf 'date: 2021-06-30'."),
        ({"date": "1 mei 2021"}, ("date",), "bad-date", "Schrijf 'date: 2021-05-01'."),
        ({"date": "December 2021"}, ("date",), "bad-date", "Schrijf 'date: 2021-12'."),
        ({"date": "2021/6"}, ("date",), "bad-date", "Schrijf 'date: 2021-06'."),
        ({"date": "31-2-2021"}, ("date",), "bad-date", "jjjj-mm-dd."),
        ({"date": "x" * 500}, ("date",), "bad-date", "…'"),
        ({"date": ["2021"]}, ("date",), "not-text", "'date' (datum)"),
        ({"event": {"a": "b"}}, ("event",), "not-text", "Zet de hele tekst tussen dubbele aanhalingstekens"),
        ({"derived": "ja"}, ("derived",), "not-true-or-false", "Schrijf 'derived: true' (ja)"),
        ({"also_source": "b"}, ("also_source",), "not-a-list", "Schrijf 'also_source: [b]'"),
        ({"also_source": []}, ("also_source",), "empty-list", "leeg"),
        ({"also_source": ["b", ["c"]]}, ("also_source", 1), "not-text", "tekst"),
        ({"id": "geb fictief"}, ("id",), "bad-id", "streepjes"),
        ({"id": "-geb"}, ("id",), "bad-id", "streepjes"),
        ({"id": "x" * 101}, ("id",), "bad-id", "honderd"),
        ({"id": "géb"}, ("id",), "bad-id", "letters"),
        ({"datum": "2021"}, ("datum",), "unknown-field", "Bedoelde u 'date'?"),
        ({"zomaar": "2021"}, ("zomaar",), "unknown-field", "Mogelijke velden: also_source, date"),
    ],
)
def test_what_is_wrong_is_told_with_how_to_mend_it(
    change: dict[str, object], at: tuple[str | int, ...], code: str, words: str
) -> None:
    record, (fault,) = structure("event", {**EVENT, **change})
    assert record is None
    assert (fault.at, fault.code) == (at, code)
    assert words in fault.message
    assert fault.message[-1] in ".?"


@pytest.mark.parametrize(
    ("given", "advice"),
    [("12.000", "'places: 12000'"), ("12 000", "'places: 12000'"), ("12,5", "zoals 12000."),
     ("twaalf", "'places: 12'"), ("-1.000", "'places: -1000'"), ("9" * 5000, "…'"), ("012", "'places: 12'"),
     ("٣", "zoals"), ("", "Haal de regel 'places: …' weg")],
)  # fmt: skip
def test_a_number_is_digits_and_nothing_else(given: str, advice: str) -> None:
    seat = {"id": "a", "name": "a", "capacity": "vast", "source": "b", "places": given}
    _, (fault,) = structure("seat", seat)
    assert fault.code == "not-a-number"
    assert advice in fault.message


@pytest.mark.parametrize("given", ["0", "12", "-3", "123456789012345"])
def test_a_whole_number_is_read(given: str) -> None:
    record, faults = structure("seat", {"id": "a", "name": "a", "capacity": "vast", "source": "b", "places": given})
    assert faults == ()
    assert getattr(record, "places", None) == int(given)


def test_all_faults_of_a_record_come_at_once() -> None:
    roles = [{"role": "a", "source": "b", "start_date": "x"}, {"role": "a"}, "los", {"role": "a", "source": "b"}]
    _, faults = structure("person", {"naam": "a", "roles": roles})
    assert {(fault.at, fault.code) for fault in faults} == {
        (("id",), "missing-field"),
        (("naam",), "unknown-field"),
        (("roles", 0, "start_date"), "bad-date"),
        (("roles", 1, "source"), "missing-field"),
        (("roles", 2), "not-a-mapping"),
    }


def test_a_field_that_a_wrong_name_stands_for_is_not_missing_as_well() -> None:
    _, faults = structure("event", {"id": "a", "gebeurtenis": "b", "bron": "c"})
    assert {fault.code for fault in faults} == {"unknown-field"}


@pytest.mark.parametrize(
    ("field", "example"),
    [
        ("title", "'title: tekst'"),
        ("kind", "Kies uit 'kamerstuk', 'handelingen'"),
        ("publisher", "'publisher' (uitgever)"),
    ],
)
def test_a_missing_field_is_asked_for_with_an_example(field: str, example: str) -> None:
    source = {"id": "a", "title": "b", "publisher": "c", "kind": "brief"}
    _, (fault,) = structure("source", {name: value for name, value in source.items() if name != field})
    assert (fault.at, fault.code) == ((field,), "missing-field")
    assert example in fault.message


@pytest.mark.parametrize("data", ["tekst", ["lijst"]])
def test_what_is_no_group_of_fields_is_no_record(data: object) -> None:
    _, (fault,) = structure("event", data)
    assert (fault.code, fault.at) == ("not-a-mapping", ())


def test_a_rule_of_one_record_is_told_in_its_own_words() -> None:
    holder = {"seat": "a"}
    _, (fault,) = structure("composition", {"id": "a", "description": "b", "holders": [holder], "source": "c",
                                            "as_shown_at": "2020"})  # fmt: skip
    assert (fault.at, fault.code) == (("holders", 0, "organisation"), "inconsistent")
    assert fault.message.startswith("Bij een bezetting van een stoel klopt iets niet: noem")


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("history.yaml", "Noem het 'history.yml'."),
        ("meeting/a.md", "Verplaats het naar 'meetings/a.md'."),
        ("meetings/2021/a.md", "kunnen geen mappen staan"),
        ("meetings/a.txt", "eindigen op '.md'"),
        ("meetings/a.MD", "eindigen op '.md'"),
        ("figures/a.xlsx", "lrt-site import-csv"),
        ("figures/oud/a.csv", "kunnen geen mappen staan"),
        ("meetings", "moet een map zijn"),
        ("sources.yml/a.md", "moet een bestand zijn"),
        ("heel-iets-anders.docx", "Neem de tekst over"),
        ("heel-iets-anders", "en de mappen meetings"),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(path: str, advice: str) -> None:
    (problem,) = read({path: ""}).problems
    assert problem.code == "unknown-file"
    assert advice in problem.message


def test_one_bad_record_does_not_hide_the_others() -> None:
    content = read({"history.yml": "events:\n  - id: a\n  - id: b\n    event: c\n    source: d\n"})
    assert [record.id for record in content.records] == ["b"]
    assert {problem.line for problem in content.problems} == {2}


def test_an_empty_field_is_told_once() -> None:
    assert told(read({"history.yml": "events:\n  - id: a\n    event: b\n    source:\n"})) == [
        ("history.yml", 4, "empty-value")
    ]
    person = "persons:\n  - id: a\n    name: b\n    roles:\n      -\n"
    assert [code for *_, code in told(read({"participants.yml": person}))] == ["empty-value"]


def test_a_file_carries_the_name_of_its_record() -> None:
    page = "---\nid: a\ntitle: b\nsummary: c\n---\nTekst."
    assert told(read({"pages/a.md": page})) == []
    assert told(read({"pages/b.md": page})) == [("pages/b.md", 2, "file-name")]


def test_the_second_of_two_with_one_id_is_told_where_the_first_is() -> None:
    event = "  - id: a\n    event: b\n    source: c\n"
    (problem,) = read({"history.yml": f"events:\n{event}{event}"}).problems
    assert (problem.line, problem.code) == (5, "duplicate-id")
    assert "content/history.yml, regel 2" in problem.message


SERIES = "series:\n  - id: reeks\n    name: a\n    theme: b\n    kind: stand\n    counts: c\n"


def test_observations_come_from_the_file_with_the_name_of_the_series() -> None:
    rows = "id,value,unit,source,also_source\na,1,b,c,d e\n"
    (series,) = read({"figures/series.yml": SERIES, "figures/reeks.csv": rows}).records
    assert isinstance(series, Series)
    assert series.observations == (Observation(id="a", value=1, unit="b", source="c", also_source=("d", "e")),)


def test_a_fault_of_an_observation_is_on_its_row_also_below_a_faulty_row() -> None:
    rows = "id,value,unit,source\na,x,b,c\nb,2,b,c\n"
    content = read({"figures/series.yml": SERIES, "figures/reeks.csv": rows})
    placed = content.placed(Fault("reeks", ("observations", 0, "value"), "duplicate-observation", "Fout."))
    assert (placed.file.name, placed.line, placed.column) == ("reeks.csv", 3, 3)


def test_the_text_of_a_record_stands_below_its_fields_and_nowhere_else() -> None:
    page = "---\nid: a\ntitle: b\nsummary: c\nbody: d\n---\nTekst."
    assert told(read({"pages/a.md": page})) == [("pages/a.md", 5, "unknown-field")]
    assert told(read({"figures/series.yml": SERIES + "    observations: []\n"})) == [
        ("figures/series.yml", 7, "unknown-field")
    ]


@pytest.mark.parametrize(
    ("texts", "identifier", "echo"),
    [
        ({"sources.yml": "sources:\n  - id: s-een\n    titel: x\n"}, "s-een", True),
        ({"sources.yml": "sources:\n  - id: s-een\n    title: 'x\n"}, "s-een", True),
        ({"sources.yml": "sources:\n  - id: s-een\n    titel: x\n"}, "s-twee", False),
        ({"meetings/m-een.md": "los"}, "m-een", True),
        ({"meeting/m-een.md": "---\nid: m-een\n---\n"}, "m-een", True),
        ({"figures/series.yml": SERIES, "figures/reeks.csv": "id,value,unit,source\nf-een,x,y,z\n"}, "f-een", True),
        ({"sources.yml": "sources:\n  - id: s-een\n    title: x\n    publisher: y\n    kind: brief\n"}, "s-een", False),
    ],
)
def test_what_is_defined_in_a_text_that_cannot_be_read_is_not_missed(
    texts: dict[str, str], identifier: str, echo: bool
) -> None:
    fault = Fault("a", ("source",), "unknown-source", "Fout.", unless_defined=identifier)
    assert read(texts).echoes(fault) is echo


def test_a_source_that_only_an_unreadable_record_names_is_not_unused() -> None:
    source = Fault("s-een", ("id",), "unused-source", "Fout.", unless_named="s-een")
    assert read({"history.yml": "events:\n  - id: a\n    source: s-een\n"}).echoes(source)
    assert not read({"history.yml": "events:\n  - id: a\n    source: s-twee\n"}).echoes(source)
    assert not read({}).echoes(Fault("a", (), "inconsistent", "Fout."))


def test_records_are_of_the_type_of_their_list() -> None:
    texts = {
        "participants.yml": "persons:\n  - id: p-een\n    name: a\n    roles: [{role: b, source: c}]\n",
        "sources.yml": "sources:\n  - id: s-een\n    title: a\n    publisher: b\n    kind: brief\n",
    }
    assert [type(record) for record in read(texts).records] == [Person, Source]
