"""What is published of a record is its fields and no more, and reads back as the same record."""

import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.export import v1
from lrt_site.model.dates import ClockTime, Period
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.register import Record
from tests.builders import a_commitment, a_meeting, a_person, a_series, a_status, an_observation, on
from tests.tools.rendering import content_of

EXACT = an_observation(date=None, period=Period("2021-H1"), value=DecimalNumber("12.50"))


@pytest.mark.parametrize(
    "record",
    [a_meeting(time=ClockTime("19:30"), date=on("2020-06-15")), a_series(observations=(EXACT,)), a_person()],
)
def test_every_record_reads_back_as_it_was(record: Record) -> None:
    assert v1.from_v1(v1.to_v1(record)) == record


def test_a_whole_register_reads_back_as_it_was() -> None:
    records = content_of("examples/fictief").records
    assert {key: v1.from_v1(json.loads(v1.as_json(v1.to_v1(record)))) for key, record in records.items()} == records


def test_what_has_its_usual_value_is_left_out_also_in_parts() -> None:
    assert v1.to_v1(a_commitment(status_events=(a_status(),), passages=())) == {
        "format": "record/v1",
        "type": "commitment",
        "source": "s-fictief",
        "id": "T99001",
        "chamber": "Fictieve Kamer",
        "title": "Fictieve toezegging",
        "register_text": "De fictieve minister zegt toe verslag te doen.",
        "date": "2020-06-02",
        "made_by_role": "fictief minister",
        "activity": "plenair debat",
        "debate": "Fictief debat",
        "category": "brief",
        "scope_in_register": "de fictieve tafel",
        "passages": [],
        "status_events": [{"source": "s-fictief", "status": "openstaand", "as_shown_at": "2020-07-01"}],
    }


def test_a_number_with_decimals_keeps_its_digits() -> None:
    (value,) = v1.to_v1(a_series(observations=(EXACT,)))["observations"]
    assert (value["value"], value["period"]) == ("12.50", "2021-H1")


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "record/v9"},
        {"type": "onbekend"},
        {"onbekend": 1},
        {"date": "vroeger"},
        {"agenda": [{"title": "a", "onbekend": 1}]},
    ],
)
def test_what_is_no_record_in_a_known_format_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever reads says what is wrong
        v1.from_v1({**v1.to_v1(a_meeting()), **wrong})


def test_an_older_format_goes_down_its_road_and_on() -> None:
    def step(before: str, after: str) -> v1.Migration:
        return lambda published: {
            **{key: value for key, value in published.items() if key != before},
            "format": after,
            "date": published[before],
        }

    migrations = MappingProxyType({"record/v0": step("day", "record/v1")})
    old = {key: value for key, value in v1.to_v1(a_meeting()).items() if key != "date"}
    assert v1.from_v1({**old, "format": "record/v0", "day": "2020-06-15"}, migrations) == a_meeting()
    older = MappingProxyType({**migrations, "record/older": lambda published: {**published, "format": "record/v0"}})
    assert v1.from_v1({**old, "format": "record/older", "day": "2020-06-15"}, older) == a_meeting()


def test_a_file_names_its_schema_as_seen_from_itself() -> None:
    ((path, text),) = v1.as_file("/data/v1/meeting/m-1.json", v1.to_v1(a_meeting())).items()
    assert path == "data/v1/meeting/m-1.json"
    assert [*json.loads(text)][:3] == ["$schema", "format", "type"]
    assert json.loads(text)["$schema"] == "../schema/meeting.json"
    assert text.endswith("}\n")
    ((_, index),) = v1.as_file("/data/v1/index.json", {"format": "records/v1"}).items()
    assert json.loads(index)["$schema"] == "schema/records.json"


def test_json_has_no_spaces_and_every_sign_as_it_is() -> None:
    assert v1.as_json({"b": "é", "a": [1]}) == '{"b":"é","a":[1]}\n'
    assert v1.as_json(v1.to_v1(a_meeting())).startswith('{"format":"record/v1","type":"meeting","source":"s-fictief"')


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    )
)
def test_json_is_written_as_python_writes_it(data: object) -> None:
    assert v1.as_json(data) == json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
