"""The change feed tells everything: whatever editors do, every state can be replayed from it."""

import json
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_site.export.feed import feed, lines
from lrt_site.export.v1 import FORMAT, to_v1
from lrt_site.ledger.naming import order_of
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.model.publications import History
from lrt_site.model.register import KINDS, Record, Register, kind_of, parts_of
from lrt_site.problems import LrtSiteError
from tests.builders import TOKEN, a_ledger, carried_out, history_in
from tests.property.strategies import records

Edit = tuple[str, Record | None, str | None]
"""A deed, with the record and the id that it is about."""

KIND_NAMES = ("person", "mention", "series")
IDS = tuple(f"{kind}-{number}" for kind in KIND_NAMES for number in (1, 2))


def _fits_in_json(record: Record) -> bool:
    """Whether all its numbers are within what every reader of JSON takes as they are."""
    numbers = (getattr(part, "value", None) for _, part in parts_of(record))
    return all(abs(number) < 2**53 for number in numbers if isinstance(number, int))


@st.composite
def written(draw: st.DrawFn) -> Edit:
    """A record that editors write: a new one, or another text of one that is there."""
    identifier = draw(st.sampled_from(IDS))
    record = draw(records(KINDS[identifier.rpartition("-")[0]]).filter(_fits_in_json))
    return "write", replace(record, id=identifier), None


EDITS: st.SearchStrategy[Edit] = st.one_of(
    written(),
    written(),
    st.sampled_from(IDS).map(lambda text: ("remove", None, text)),
    st.sampled_from(IDS).map(lambda text: ("rename", None, text)),
    st.sampled_from(IDS).map(lambda text: ("withdraw", None, text)),
)
STEPS = st.lists(st.lists(EDITS, min_size=2, max_size=8), min_size=2, max_size=5)
"""What editors do, from publication to publication."""


def published(steps: list[list[Edit]], *always: Record) -> list[dict[str, bytes]]:
    """The ledger after every publication and every withdrawal; some records are there from the start and stay."""
    content = {record.id: record for record in always}
    ledgers: list[dict[str, bytes]] = [{}]
    for edits in steps:
        renamed: dict[str, str] = {}
        for deed, record, identifier in edits:
            match deed:
                case "write" if record:
                    content[record.id] = record
                case "remove":
                    content.pop(str(identifier), None)
                case "rename":
                    _rename(str(identifier), content, renamed)
                case "withdraw":
                    ledgers.append(_without_words(str(identifier), ledgers[-1]))
        ledgers.append(a_ledger(Register.of(content.values()), before=ledgers[-1], renamed=renamed))
    return ledgers[1:]


def _rename(old: str, content: dict[str, Record], renamed: dict[str, str]) -> None:
    new = f"{old}-bis"
    if old in content and new not in content and old not in renamed.values():
        content[new] = replace(content.pop(old), id=new)
        renamed[old] = new


def _without_words(identifier: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The ledger after all text of a record was withdrawn, where it has any."""
    history = history_in(files)
    if not history.publications:
        return files
    day = max((history.last.date, *(withdrawal.date for withdrawal in history.withdrawals)))
    try:
        made, added = withdrawn(
            files,
            history,
            identifier,
            (),
            ground="verzonnen",
            decision="verzonnen",
            on=day,
            token=TOKEN,
        )
    except LrtSiteError:
        return files
    return carried_out(files, made, added)


def replayed(text: str, publication: str) -> dict[str, tuple[int, str]]:
    """The version and the hash of every record that was valid with a publication, from the feed alone."""
    valid: dict[str, tuple[int, str]] = {}
    for line in map(json.loads, text.splitlines()):
        if line["operation"] == "withdraw" or order_of(line["publication"]) > order_of(publication):
            continue
        valid.pop(line.get("renamed_from", ""), None)
        if line["operation"] == "end":
            valid.pop(line["id"])
        else:
            valid[line["id"]] = (line["version"], line["hash"])
    return valid


def known(history: History, number: int) -> Mapping[str, tuple[int, str | None]]:
    """The same from the ledger."""
    versions = history.known(history.publications[number - 1])
    return {identifier: (version.number, version.change.hash) for identifier, version in versions.items()}


@settings(max_examples=15)
@given(STEPS)
def test_every_state_can_be_replayed_from_the_feed_alone(steps: list[list[Edit]]) -> None:
    history = history_in(published(steps)[-1])
    text = feed(history)
    for publication in history.publications:
        assert replayed(text, publication.name) == known(history, publication.number)


@settings(max_examples=15)
@given(STEPS)
def test_a_line_of_the_feed_stays_as_it_is_but_for_words_that_were_withdrawn(steps: list[list[Edit]]) -> None:
    before: list[dict[str, object]] = []
    for files in published(steps):
        now = [{key: value for key, value in line.items() if key != "note"} for line in lines(history_in(files))]
        assert now[: len(before)] == before
        assert [line["sequence"] for line in now] == list(range(1, len(now) + 1))
        before = now


@settings(max_examples=15)
@given(STEPS)
def test_the_records_of_a_state_are_those_that_were_published(steps: list[list[Edit]]) -> None:
    files = published([[edit for edit in edits if edit[0] != "withdraw"] for edits in steps])[-1]
    history = history_in(files)
    for version in history.each_version():
        stored = json.loads(files[version.file])
        assert stored.pop("salt")
        assert {**stored, "format": FORMAT} == to_v1(version.record)
        assert stored["type"] == kind_of(version.record) == version.change.type
