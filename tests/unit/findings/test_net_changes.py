"""Between two publications the outcome counts: it equals what `lrt-site diff` tells, whatever steps lie between."""

from dataclasses import replace
from itertools import combinations
from pathlib import PurePosixPath

import pytest

from lrt_site import files, ledger, publishing
from lrt_site.findings.net_changes import net_changes, renames_between
from lrt_site.model.publications import ChangeClass, History
from lrt_site.model.register import Record
from tests.builders import a_history, a_meeting, a_person, a_register, on
from tests.tools.sites import ROOT

MEETING = a_meeting()
LATER = replace(MEETING, date=on("2020-06-16"))


def found(*states: tuple[Record, ...], earlier: int = 0) -> dict[str, ChangeClass]:
    """What differs from one of these states to the last, by id."""
    history = a_history(*(a_register(*records) for records in states))
    changes = net_changes(history, history.publications[earlier], history.last)
    return {net.version.record.id: net.change for net in changes}


def test_what_changed_and_changed_back_does_not_differ() -> None:
    assert found((MEETING,), (LATER,), (MEETING,)) == {}


def test_what_was_added_and_then_corrected_is_new() -> None:
    assert found((), (MEETING,), (LATER,)) == {MEETING.id: "nieuw"}


def test_what_came_and_went_in_between_is_not_told() -> None:
    assert found((), (MEETING,), ()) == {}


def test_what_ended_is_told_and_what_came_back_is_not_new() -> None:
    assert found((MEETING,), (MEETING, a_person()), ()) == {MEETING.id: "ingetrokken"}
    assert found((MEETING,), (), (MEETING,), earlier=1) == {MEETING.id: "teruggeplaatst"}


def test_a_record_keeps_its_line_through_other_ids() -> None:
    states = ((MEETING,), (replace(MEETING, id="m-b"),), (replace(MEETING, id="m-c"),))
    history = a_history(*(a_register(*records) for records in states))
    first, second, last = history.publications
    assert renames_between(history, first, last) == {MEETING.id: "m-c"}
    assert renames_between(history, first, second) == {MEETING.id: "m-b"}
    assert found(*states) == {"m-c": "tekstueel"}


def told(history: History, first: str, second: str) -> dict[str, str]:
    """What the command says, by id."""
    lines = publishing.difference(history, history.state(history.last), first, second)
    return dict(line.split(": ", 1) for line in lines if not line.startswith(" "))


@pytest.mark.parametrize("content", ["examples/fictief", "content"])
def test_for_every_pair_of_publications_it_is_what_the_command_tells(content: str) -> None:
    history, problems = ledger.read(files.read_ledger(ROOT / content), PurePosixPath())
    assert problems == ()
    pairs = [*combinations(history.publications, 2)]
    for earlier, later in pairs[:: len(pairs) // 4]:
        differing = {net.version.record.id: net.change for net in net_changes(history, earlier, later)}
        assert differing == told(history, earlier.name, later.name), (earlier.name, later.name)
