"""A kind of record is told once, whole, and every table of kinds follows from that."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from lrt_site import urls
from lrt_site.model import kinds
from lrt_site.model.fields import described, parts_by_field
from lrt_site.model.kind import whole
from lrt_site.model.register import KINDS, kind_of
from tests.builders import EVERYTHING, a_register
from tests.tools.rendering import pages_of

WITHOUT_SOURCE = {
    "site": "who publishes the site says it there",
    "table": "its names are told with their sources; these two are how we call it",
    "person": "by which part of a name we sort",
    "provincial-table": "how we call the province and the office of who chairs",
    "series": "how we call, describe and order figures; each value names its source",
    "source": "it is one itself",
}
"""Kinds with facts for which no source can be named, with the reason."""
FACTS = {"feit", "feit in woorden", "datum", "getal"}
"""What a field holds that others can verify."""
RECORD_TYPES = get_args(kinds.Record)
RECORDS = tuple(a_register(*EVERYTHING).records.values())


def test_every_record_has_a_kind_that_says_what_it_is_called() -> None:
    assert {kinds.kind_for(record).name for record in RECORDS} == {kind.name for kind in kinds.ALL} == set(KINDS)
    for record in RECORDS:
        called = kinds.kind_for(record).called(record)
        assert (called == record.id) == (kind_of(record) in ("meeting", "composition", "membership")), record


def test_a_kind_that_is_missing_or_told_twice_keeps_the_program_from_starting() -> None:
    with pytest.raises(TypeError, match="Site is in Record, so one Kind must tell of it"):
        whole(kinds.ALL[1:], RECORD_TYPES)
    with pytest.raises(TypeError, match="Table is in Record, so one Kind must tell of it"):
        whole((*kinds.ALL, kinds.ALL[1]), RECORD_TYPES)


def test_a_kind_of_what_is_no_record_keeps_the_program_from_starting() -> None:
    stranger = replace(kinds.ALL[0], name="stranger", type=str)
    with pytest.raises(TypeError, match="str is a kind of record, but Record does not name it"):
        whole((*kinds.ALL, stranger), RECORD_TYPES)


def test_two_kinds_that_share_a_name_or_a_home_keep_the_program_from_starting() -> None:
    for changed in ({"name": "table"}, {"home": kinds.ALL[1].home}):
        with pytest.raises(TypeError, match="Site and Table have the same name or home"):
            whole((replace(kinds.ALL[0], **changed), *kinds.ALL[1:]), RECORD_TYPES)


def test_pages_stand_where_their_kind_says() -> None:
    by_kind = {kind_of(record): record for record in RECORDS}
    meeting, event, table, membership = (by_kind[name] for name in ("meeting", "event", "table", "membership"))
    register = a_register(*RECORDS)
    assert urls.place_of(meeting, register) == f"/vergaderingen/{meeting.id}/"
    assert urls.place_of(event, register) == f"/geschiedenis/#{event.id}"
    assert urls.place_of(table, register) == "/tafel/"
    assert urls.place_of(membership, register).startswith("/stoelen/")
    assert urls.versions_of("site", "site") == "/site/versies/"
    assert urls.versions_of("membership", "l") == "/lidmaatschappen/l/versies/"


def test_every_record_is_told_on_a_page_that_is_made() -> None:
    register = a_register(*EVERYTHING)
    made = pages_of(register)
    for record in register.records.values():
        address, _, anchor = urls.page_of(record).partition("#")
        assert address in made, kind_of(record)
        assert not anchor or f'id="{anchor}"' in made[address], kind_of(record)


def without_source(kind: type, *, named_above: bool = False) -> Iterator[str]:
    """The fields of a type and its parts that are facts, where neither they nor what they are in can name a source."""
    told, parts = described(kind), parts_by_field(kind)
    beside = {field.beside for field in told.values() if field.refers_to == "source"}
    named = named_above or any(field.refers_to == "source" and not field.beside for field in told.values())
    for name, field in told.items():
        if name in parts:
            yield from without_source(parts[name], named_above=named or name in beside)
        elif field.meaning in FACTS and not named and name not in beside:
            yield name


def test_every_fact_can_name_its_source() -> None:
    found = {kind.name: sorted(without_source(kind.type)) for kind in kinds.ALL}
    assert {name for name, fields in found.items() if fields} == WITHOUT_SOURCE.keys()
    assert found["table"] == ["abbreviation", "name"]
    assert found["person"] == ["sort_name"]
    assert found["provincial-table"] == ["chair_role", "province"]
