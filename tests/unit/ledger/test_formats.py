"""A ledger whose first versions are in an older format reads back as if they had been stored today."""

from pathlib import PurePosixPath
from types import MappingProxyType

import pytest

from lrt_site import ledger
from lrt_site.export import v1
from lrt_site.export.v1 import Published
from tests.builders import a_ledger, a_meeting, a_register, on
from tests.tools.first_format import in_first_format

ROOT = PurePosixPath("publications")
FIRST = a_register(a_meeting())
SECOND = a_register(a_meeting(date=on("2020-06-16")))


def to_v0(published: Published) -> Published:
    """A record in a fictitious older format: the day of a meeting was its `day`."""
    renamed = {"date": "day"} if published["type"] == "meeting" else {}
    return {renamed.get(key, key): value for key, value in published.items()} | {"format": "record/v0"}


def from_v0(published: Published) -> Published:
    """The road from it to today's."""
    renamed = {"day": "date"} if published["type"] == "meeting" else {}
    return {renamed.get(key, key): value for key, value in published.items()} | {"format": "record/v1"}


ROADS = MappingProxyType({"record/v0": from_v0})


def old_ledger() -> dict[str, bytes]:
    """A ledger of which the first publication was sealed when records were in the older format."""
    return in_first_format(a_ledger(FIRST), lambda fields: dict(to_v0(fields)))


def test_versions_in_an_older_format_are_read_down_its_road() -> None:
    history, problems = ledger.read(old_ledger(), ROOT, ROADS)
    assert problems == ()
    assert history.state(history.last) == FIRST


def test_without_a_road_every_such_version_is_told() -> None:
    files = old_ledger()
    history, problems = ledger.read(files, ROOT)
    assert history.publications == ()
    assert {problem.code for problem in problems} == {"ledger-unreadable"}
    assert len(problems) == sum("/records/" in path for path in files)


def test_a_new_version_after_old_ones_changes_nothing_in_them() -> None:
    old = old_ledger()
    history, _ = ledger.read(old, ROOT, ROADS)
    assert ledger.pending(history, FIRST, {}) == ()
    (waiting,) = ledger.pending(history, SECOND, {})
    assert (waiting.id, waiting.change, waiting.version) == ("m-2020-06-15", "correctie", 2)


def test_roads_follow_each_other() -> None:
    def to_now(published: Published) -> Published:
        return {**published, "format": v1.FORMAT}

    def to_v0_first(published: Published) -> Published:
        return {**published, "format": "record/v0"}

    record = a_meeting()
    oldest = {**v1.to_v1(record), "format": "record/oudst"}
    assert v1.from_v1(oldest, {"record/oudst": to_v0_first, "record/v0": to_now}) == record
    with pytest.raises(ValueError, match="no record in a known format"):
        v1.from_v1(oldest, {"record/v0": to_now})
