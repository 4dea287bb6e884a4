"""A kind of record is told once, whole, and every table of kinds follows from that."""

from dataclasses import replace

import pytest

from lrt_site import urls
from lrt_site.model import kinds
from lrt_site.model.register import KINDS, kind_of
from tests.builders import EVERYTHING, a_register
from tests.tools.rendering import pages_of

RECORDS = tuple(a_register(*EVERYTHING).records.values())


def test_every_record_has_a_kind_that_says_what_it_is_called() -> None:
    assert {kinds.kind_for(record).name for record in RECORDS} == {kind.name for kind in kinds.ALL} == set(KINDS)
    for record in RECORDS:
        called = kinds.kind_for(record).called(record)
        assert (called == record.id) == (kind_of(record) in ("meeting", "composition", "membership")), record


def test_a_kind_that_is_missing_or_told_twice_keeps_the_program_from_starting() -> None:
    with pytest.raises(TypeError, match="Site is in Record, so one Kind must tell of it"):
        kinds.whole(kinds.ALL[1:])
    with pytest.raises(TypeError, match="Table is in Record, so one Kind must tell of it"):
        kinds.whole((*kinds.ALL, kinds.ALL[1]))


def test_a_kind_of_what_is_no_record_keeps_the_program_from_starting() -> None:
    stranger = replace(kinds.ALL[0], name="stranger", type=str)
    with pytest.raises(TypeError, match="str is a kind of record, but Record does not name it"):
        kinds.whole((*kinds.ALL, stranger))


def test_two_kinds_that_share_a_name_or_a_home_keep_the_program_from_starting() -> None:
    for changed in ({"name": "table"}, {"home": kinds.ALL[1].home}):
        with pytest.raises(TypeError, match="Site and Table have the same name or home"):
            kinds.whole((replace(kinds.ALL[0], **changed), *kinds.ALL[1:]))


def test_pages_stand_where_their_kind_says() -> None:
    by_kind = {kind_of(record): record for record in RECORDS}
    meeting, event, table, membership = (by_kind[name] for name in ("meeting", "event", "table", "membership"))
    assert urls.place_of(meeting) == f"/vergaderingen/{meeting.id}/"
    assert urls.place_of(event) == f"/geschiedenis/#{event.id}"
    assert urls.place_of(table) == "/tafel/"
    assert urls.place_of(membership).startswith("/stoelen/")
    assert urls.versions_of("site", "site") == "/site/versies/"
    assert urls.versions_of("membership", "l") == "/lidmaatschappen/l/versies/"


def test_every_record_is_told_on_a_page_that_is_made() -> None:
    register = a_register(*EVERYTHING)
    made = pages_of(register)
    for record in register.records.values():
        address, _, anchor = urls.page_of(record).partition("#")
        assert address in made, kind_of(record)
        assert not anchor or f'id="{anchor}"' in made[address], kind_of(record)
