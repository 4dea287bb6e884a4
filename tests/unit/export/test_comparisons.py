"""From the data of comparisons follows what differs between any two publications, and in which words."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lrt_site.export import comparisons
from lrt_site.export.comparisons import MOST_VERSIONS
from lrt_site.model.publications import History
from lrt_site.model.register import Record
from tests.builders import a_history, a_meeting, a_register, on

MEETING = a_meeting()


def history_of(*states: tuple[Record, ...]) -> History:
    return a_history(*(a_register(*records) for records in states))


def made(history: History) -> Mapping[str, Any]:
    return {path: json.loads(text) for part in comparisons.files(history) for path, text in part.items()}


def line_of(history: History, identifier: str = MEETING.id) -> Mapping[str, Any]:
    records = made(history)["data/v1/vergelijken.json"]["records"]
    return next(record for record in records if record["id"] == identifier)


def on_day(day: int) -> Record:
    return replace(MEETING, date=on(f"2020-06-{day:02}"))


def test_a_record_has_a_step_for_every_publication_that_changed_it() -> None:
    record = line_of(history_of((MEETING,), (), (on_day(16),), (on_day(16), a_meeting(id="m-2"))))
    assert record["line"] == [[1, 1, "nieuw"], [2, None, "ingetrokken"], [3, 2, "teruggeplaatst"]]
    assert record["versions"] == "/vergaderingen/m-2020-06-15/versies/"
    assert record["net"] == {"1-2": "correctie"}


def test_versions_that_say_the_same_are_told_as_such() -> None:
    record = line_of(history_of((MEETING,), (on_day(16),), (MEETING,)))
    assert record["same"] == ["1-3"]
    assert "net" not in record


def test_every_pair_of_versions_has_its_differences_in_words() -> None:
    files = made(history_of((MEETING,), (on_day(16),), (on_day(17),)))
    assert files["data/v1/vergelijken/m-2020-06-15.json"]["pairs"] == {
        "1-2": ["Datum: eerst 15 juni 2020, nu 16 juni 2020"],
        "1-3": ["Datum: eerst 15 juni 2020, nu 17 juni 2020"],
        "2-3": ["Datum: eerst 16 juni 2020, nu 17 juni 2020"],
    }
    assert "data/v1/vergelijken/s-fictief.json" not in files


def test_of_a_record_with_very_many_versions_neighbours_and_the_newest_are_compared() -> None:
    days = [*range(1, MOST_VERSIONS + 2)]
    files = made(history_of(*((on_day(day),) for day in days)))
    pairs = files["data/v1/vergelijken/m-2020-06-15.json"]["pairs"].keys()
    last = len(days)
    assert pairs == {f"{day}-{day + 1}" for day in days[:-1]} | {f"{day}-{last}" for day in days[:-1]}


def test_a_record_stands_under_its_last_id() -> None:
    history = history_of((MEETING,), (replace(MEETING, id="m-anders"),))
    assert line_of(history, "m-anders")["line"] == [[1, 1, "nieuw"], [2, 2, "tekstueel"]]
    assert MEETING.id not in {record["id"] for record in made(history)["data/v1/vergelijken.json"]["records"]}
