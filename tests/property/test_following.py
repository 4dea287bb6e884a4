"""Whatever editors do, feeds tell of every change once, and what was told keeps its name and its place."""

from hypothesis import given, settings

from lrt_site.export import calendars, feeds
from lrt_site.export.entries import FeedEntry, entries_in
from lrt_site.export.followed import histories_in
from lrt_site.model.publications import History
from tests.builders import a_site, history_in
from tests.property.test_feed import STEPS, Edit, published
from tests.tools.feed_faults import feed_faults

SITE = "https://fictief.example"


def entries_of(history: History) -> tuple[FeedEntry, ...]:
    return entries_in(history, histories_in(history), SITE)


@settings(max_examples=15)
@given(STEPS)
def test_every_change_and_every_withdrawal_is_one_entry_with_a_name_of_its_own(steps: list[list[Edit]]) -> None:
    history = history_in(published(steps, a_site())[-1])
    told = entries_of(history)
    changes = sum(len(publication.changes) for publication in history.publications)
    assert len(told) == len({entry.id for entry in told}) == changes + len(history.withdrawals)
    assert sorted(entry.id for entry in told) == sorted(
        {entry.id for life in histories_in(history).all for entry in told if life.name in entry.records}
    )


@settings(max_examples=15)
@given(STEPS)
def test_what_was_told_keeps_its_name_and_its_place_when_more_is_published(steps: list[list[Edit]]) -> None:
    before: list[tuple[str, str, str]] = []
    for files in published(steps, a_site()):
        history = history_in(files)
        if history.publications:
            now = [(entry.id, entry.category, entry.published.isoformat()) for entry in reversed(entries_of(history))]
            assert now[: len(before)] == before
            before = now


@settings(max_examples=15)
@given(STEPS)
def test_every_feed_and_calendar_can_be_read_by_others(steps: list[list[Edit]]) -> None:
    history = history_in(published(steps, a_site())[-1])
    made = {**feeds.files(history, SITE), **calendars.files(history, SITE)}
    wrong = [
        f"{path}: {fault}"
        for path, content in made.items()
        for fault in feed_faults(path, content if isinstance(content, bytes) else content.encode())
    ]
    assert wrong == []
