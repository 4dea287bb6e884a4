"""The tables that follow from the model: nothing of a record is left out of them."""

from collections.abc import Iterator

from lrt_site.model.facts import FieldSources
from lrt_site.model.fields import described, parts_by_field
from lrt_site.model.register import KINDS
from lrt_site.relations.shape import Relation, relation_of, relations


def test_every_field_of_every_kind_is_a_column_or_a_table() -> None:
    for kind, holds in KINDS.items():
        relation = relation_of(kind)
        assert set(_fields(holds)) <= set(_held(relation)), kind


def _fields(holds: type, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every field that holds a value, inside a record of a type."""
    parts = parts_by_field(holds)
    for name in described(holds):
        if parts.get(name) is FieldSources:
            continue
        if name in parts:
            yield from _fields(parts[name], (*before, name))
        else:
            yield (*before, name)


def _held(relation: Relation, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for column in relation.columns:
        yield (*before, *column.path)
    for listed in relation.lists:
        yield from _held(listed, (*before, *listed.path))


def test_a_moment_has_its_first_and_its_last_day_beside_it() -> None:
    names = [column.name for column in relation_of("meeting").columns]
    assert names[names.index("date") :][:3] == ["date", "date_earliest", "date_latest"]


def test_a_part_that_there_is_once_is_columns_of_its_own() -> None:
    columns = {column.name: column for column in relation_of("meeting").columns}
    assert columns["report_title"].path == ("report", "title")
    assert not columns["report_title"].required
    assert columns["table"].required


def test_a_list_in_a_list_is_a_table_within_that_of_the_list() -> None:
    assert relations()["meeting_agenda_agreements"].within == "meeting_agenda"
    assert relations()["meeting_agenda_agreements"].path == ("agreements",)
