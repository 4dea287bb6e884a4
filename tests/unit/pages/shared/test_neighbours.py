"""What stands before and after something in a row, and the frame of the page of a record between its neighbours."""

import pytest

from lrt_site.model.facts import backing
from lrt_site.pages.shared.common import Footnotes, record_frame
from lrt_site.pages.shared.neighbours import in_turn, links_of
from lrt_site.wording.runs import Link
from tests.builders import SOURCE, a_contradiction, a_register, a_seat, a_source


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("", []),
        ("a", [("a", (None, None))]),
        ("abc", [("a", (None, "b")), ("b", ("a", "c")), ("c", ("b", None))]),
    ],
)
def test_everything_comes_with_what_is_before_and_after_it(items: str, found: list[object]) -> None:
    assert list(in_turn(items)) == found


def test_only_neighbours_that_are_there_are_linked() -> None:
    assert links_of((None, 0), lambda number: Link(str(number), f"/{number}/")) == (None, Link("0", "/0/"))


def test_the_frame_of_a_record_has_its_address_data_sources_contradictions_and_neighbours() -> None:
    seat, after = a_seat(), Link("Andere stoel", "/stoelen/ander/")
    notes = Footnotes(a_register(seat, a_source(), a_contradiction(about=(seat.id,), sources=(SOURCE,))))
    notes.backing(seat, "name")
    frame = record_frame(seat, notes, "Stoel", "Een stoel.", (Link("Stoelen", "/stoelen/"),), (None, after))
    assert (frame.address, frame.record) == (f"/stoelen/{seat.id}/", seat.id)
    assert (frame.title, frame.description) == ("Stoel", "Een stoel.")
    assert [link.title for link in frame.trail] == ["Home", "Stoelen"]
    assert [link.address for link in frame.data] == [f"/data/v1/seat/{seat.id}.json"]
    assert len(frame.contradictions) == 1
    assert [source.id for source in frame.references] == list(backing(seat, "name").sources)
    assert (frame.previous, frame.next) == (None, after)
