"""States of the record compare as publications do."""

from lrt_site import ledger
from lrt_site.reviewing.states import as_published
from tests.builders import a_meeting, a_person, a_register, a_series, on


def test_each_state_is_what_its_publication_left() -> None:
    first = a_register(a_meeting(), a_person())
    second = a_register(a_meeting(date=on("2020-06-16")), a_series())
    history = as_published(first, second)
    for publication, register in zip(history.publications, (first, second), strict=True):
        assert history.state(publication).records == register.records
    assert [change.id for change in history.last.changes if change.hash is None] == ["p-fictief"]


def test_what_waits_is_the_difference() -> None:
    first, second = a_register(a_meeting()), a_register(a_meeting(date=on("2020-06-16")), a_series())
    assert ledger.pending(as_published(first), first, {}) == ()
    found = ledger.pending(as_published(first), second, {})
    assert [(waiting.id, waiting.change) for waiting in found] == [
        ("m-2020-06-15", "correctie"),
        ("fictieve-reeks", "nieuw"),
    ]
