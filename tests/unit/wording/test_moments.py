"""A moment is told as exactly as it is known and no more."""

import pytest

from lrt_site.model.dates import PartialDate
from lrt_site.wording.moments import in_words, when_of
from tests.builders import a_meeting, an_event, an_output, on


@pytest.mark.parametrize(
    ("when", "note", "not_before", "not_after", "told"),
    [
        (on("2020-06-15"), None, None, None, "15 juni 2020"),
        (on("2020-06"), "kort na de zomer", None, None, "kort na de zomer"),
        (None, None, on("2020-06"), None, "niet voor juni 2020"),
        (None, None, None, on("2021"), "niet na 2021"),
        (None, None, on("2020-06"), on("2021"), "niet voor juni 2020 en niet na 2021"),
        (None, None, None, None, "datum onbekend"),
    ],
)
def test_the_words_of_the_source_come_first_then_the_date_then_its_bounds(
    when: PartialDate | None,
    note: str | None,
    not_before: PartialDate | None,
    not_after: PartialDate | None,
    told: str,
) -> None:
    assert in_words(when, note, not_before, not_after) == told


def test_meetings_letters_and_events_have_their_moment_in_the_same_words() -> None:
    bounds = {"date": None, "not_before": on("2020")}
    records = (a_meeting(**bounds), an_output(**bounds), an_event(**bounds))
    assert {when_of(record) for record in records} == {"niet voor 2020"}
