"""The rows of the tables: what is in a record, which row is which, and which source says what."""

from datetime import date

from lrt_site.model.facts import FieldSources
from lrt_site.model.meetings import Agreement
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.register import Record
from lrt_site.relations.rows import Row, RowsFound, rows_of
from lrt_site.relations.shape import relations
from tests.builders import (
    SOURCE,
    a_meeting,
    a_register,
    a_report,
    a_series,
    an_agenda_item,
    an_observation,
    on,
)


def test_a_row_of_a_record_holds_its_values_and_its_addresses() -> None:
    row = _only(_found(a_meeting(date=on("2020-06"), report=None)), "meeting")
    assert row["id"] == "m-2020-06-15"
    assert (row["date"], row["date_earliest"], row["date_latest"]) == ("2020-06", date(2020, 6, 1), date(2020, 6, 30))
    assert row["report_title"] is None
    assert row["web_page"] == "https://fictief.example/vergaderingen/m-2020-06-15/"


def test_a_row_of_a_part_names_its_record_and_what_it_is_in() -> None:
    agenda = (an_agenda_item(), an_agenda_item(agreements=(Agreement(who="COA", what="Telt."),)))
    row = _only(_found(a_meeting(agenda=agenda)), "meeting_agenda_agreements")
    assert (row["row"], row["record"], row["within"], row["position"]) == (
        "m-2020-06-15/agenda/2/agreements/1",
        "m-2020-06-15",
        "m-2020-06-15/agenda/2",
        1,
    )


def test_values_that_share_an_id_have_keys_of_their_own() -> None:
    shared = (an_observation(id="f-x"), an_observation(id="f-x", part="deel"), an_observation(id="f-y"))
    keys = [row[0] for row in _found(a_series(observations=shared)).of_relation["series_observations"]]
    assert [str(key).rpartition("/")[2] for key in keys] == ["f-x", "f-x.2", "f-y"]


def test_a_number_stands_beside_the_digits_of_its_source() -> None:
    row = _only(_found(a_series(observations=(an_observation(value=DecimalNumber("96.40")),))), "series_observations")
    assert (row["value"], row["value_as_written"]) == (DecimalNumber("96.40"), "96.40")


def test_a_list_of_words_is_a_column_and_a_table() -> None:
    found = _found(a_meeting(conclusions=("Eén.", "Twee.")))
    assert _only(found, "meeting")["conclusions"] == "Eén.; Twee."
    assert [row[-1] for row in found.of_relation["meeting_conclusions"]] == ["Eén.", "Twee."]


def test_a_source_stands_behind_the_fields_that_it_says() -> None:
    ties = (FieldSources(fields=("location",), sources=("s-b",)),)
    proofs = _proofs(a_meeting(location="Utrecht", also_source=("s-b",), sources_of=ties), "meeting")
    assert ("m-2020-06-15", "location", "s-b", True) in proofs
    assert ("m-2020-06-15", "location", SOURCE, True) not in proofs
    assert ("m-2020-06-15", "table_name", SOURCE, False) in proofs


def test_what_names_no_source_rests_on_what_it_stands_in() -> None:
    proofs = _proofs(a_meeting(agenda=(an_agenda_item(title="Instroom"),)), "meeting_agenda")
    assert ("m-2020-06-15/agenda/1", "title", SOURCE, True) in proofs


def test_a_part_with_a_source_of_its_own_rests_on_that() -> None:
    proofs = _proofs(a_meeting(report=a_report(source="s-report")), "meeting")
    assert {source for _, field, source, _ in proofs if field == "report_title"} == {"s-report"}


def test_nothing_stands_behind_what_is_not_there() -> None:
    assert not [field for _, field, _, _ in _proofs(a_meeting(location=None), "meeting") if field == "location"]


def _found(*records: Record) -> RowsFound:
    return rows_of(a_register(*records))


def _only(found: RowsFound, name: str) -> dict[str, object]:
    (row,) = found.of_relation[name]
    relation = relations()[name]
    names = [column.name for column in relation.columns]
    frame = ["web_page", "web_data"] if relation.is_of_records else ["row", "record", "within", "position"]
    return dict(zip([*names, *frame] if relation.is_of_records else [*frame, *names], row, strict=True))


def _proofs(record: Record, relation: str) -> set[Row]:
    return {tuple(row[1:]) for row in _found(record).proofs if row[0] == relation}
