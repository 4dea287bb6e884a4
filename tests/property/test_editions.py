"""Laws of the second clock: what was published stays what it was, whatever is published after it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_site import ledger, urls
from lrt_site.differences import differences
from lrt_site.export import feed, state, v1
from lrt_site.ledger import stored
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import KINDS, Record, Register, kind_of
from lrt_site.model.sources import Page
from lrt_site.views import editions
from lrt_site.views.common import PageView
from tests import builders
from tests.builders import a_ledger, on
from tests.property.strategies import records

ANY_RECORD = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: records(KINDS[kind]))
ANY_STATES = st.lists(st.lists(ANY_RECORD, min_size=1, max_size=4).map(Register.of), min_size=1, max_size=4)
"""Registers of whatever, one after the other: between them all is new, other, gone or back."""


def up_to(history: History, publication: Publication) -> History:
    """The history as it was when this publication was the last one."""
    return History(history.publications[: publication.number], history.stored, history.withdrawals)


def replayed(history: History, files: Mapping[str, bytes]) -> Iterator[Mapping[str, Record]]:
    """The records after each publication, by the change feed and the files that it names alone."""
    now: dict[str, Record] = {}
    last = ""
    for line in map(json.loads, feed.feed(history).splitlines()):
        if last and line["publication"] != last:
            yield dict(now)
        last = line["publication"]
        now.pop(line.get("renamed_from", ""), None)
        if line["operation"] == "end":
            del now[line["id"]]
        else:
            now[line["id"]] = stored.record_in(files[line["data"].removeprefix(urls.LEDGER)])
    yield dict(now)


def sealed_anew(
    states: Sequence[Register], addresses: Callable[[Register], Iterable[str]] = lambda _: ()
) -> tuple[list[Register], dict[str, bytes]]:
    """Those of these registers that are a change, and the ledger in which each was published."""
    files: dict[str, bytes] = {}
    changed = []
    for register in states:
        history = builders.history_in(files)
        if ledger.pending(history, register, ledger.likely_renames(history, register)):
            files = a_ledger(register, before=files, addresses=addresses)
            changed.append(register)
    return changed, files


def assert_same(published: Register, register: Register) -> None:
    """What was published says the same as what was to be published: only an order that says nothing may differ."""
    assert published.records.keys() == register.records.keys()
    for identifier, record in register.records.items():
        was = published.records[identifier]
        assert v1.to_v1(was) == v1.to_v1(record) or differences(was, record) == ()


@settings(max_examples=150)
@given(ANY_STATES)
def test_every_state_can_be_had_back(states: list[Register]) -> None:
    changed, files = sealed_anew(states)
    history = builders.history_in(files)
    assert len(history.publications) == len(changed)
    for publication, register in zip(history.publications, changed, strict=True):
        assert_same(history.state(publication), register)


@settings(max_examples=150)
@given(ANY_STATES)
def test_the_change_feed_alone_gives_every_state(states: list[Register]) -> None:
    _, files = sealed_anew(states)
    history = builders.history_in(files)
    for publication, now in zip(history.publications, replayed(history, files), strict=True):
        known = history.known(publication)
        assert now == history.state(publication).records
        told = json.loads(state.state_of(publication, known))
        assert {row["id"]: row["hash"] for row in told["records"]} == {
            key: one.change.hash for key, one in known.items()
        }


@settings(max_examples=60)
@given(ANY_STATES, st.data())
def test_what_is_published_later_changes_nothing_before_it(states: list[Register], data: st.DataObject) -> None:
    _, files = sealed_anew(states)
    history = builders.history_in(files)
    publication = data.draw(st.sampled_from(history.publications))
    then = up_to(history, publication)
    assert then.known(publication) == history.known(publication)
    assert feed.feed(history).startswith(feed.feed(then))
    older = {path: data for path, data in files.items() if path.partition("/")[0] <= publication.name}
    assert ledger.read(older, PurePosixPath())[0].publications == then.publications


@settings(max_examples=60)
@given(ANY_STATES)
def test_versions_of_a_record_count_on_from_one(states: list[Register]) -> None:
    history = builders.history_in(sealed_anew(states)[1])
    for identifier in history.identifiers:
        line = history.versions(identifier)
        assert [one.number for one in line] == list(range(line[0].number, line[0].number + len(line)))
        assert line[-1].record.id == identifier


def test_a_text_that_is_broken_elsewhere_is_no_publication() -> None:
    broken = builders.a_register(builders.a_page(body="Verzonnen\ntekst."))
    whole = builders.a_register(builders.a_page(body="Verzonnen tekst."))
    assert sealed_anew([broken, whole])[0] == [broken]


Edit = Callable[[Register, int], Register]
"""A change that leaves a register in which all that is referred to is there; the number makes it one of many."""


def with_record(register: Register, record: Record) -> Register:
    return Register.of((record, *register.records.values()))


def changing(kind: type[Any], **changes: Callable[[int], object]) -> Edit:
    """Change fields of a record of this kind."""

    def edit(register: Register, number: int) -> Register:
        some = [one for one in register.records.values() if isinstance(one, kind)]
        if not some:
            return register
        old: Any = some[number % len(some)]
        return with_record(register, replace(old, **{name: value(number) for name, value in changes.items()}))

    return edit


def adding(make: Callable[[int], Record]) -> Edit:
    return lambda register, number: with_record(register, make(number))


def without(register: Register, number: int) -> Register:
    """Take away a record that nothing refers to."""
    loose = [one for one in register.records.values() if kind_of(one) in ("meeting", "output", "event", "page")]
    gone = loose[number % len(loose)].id if loose else ""
    return Register.of(one for one in register.records.values() if one.id != gone)


def renaming(register: Register, number: int) -> Register:
    """Give a page another id."""
    pages = list(register.all(Page).values())
    if not pages:
        return register
    old = pages[number % len(pages)]
    others = (one for one in register.records.values() if one.id != old.id)
    return Register.of((*others, replace(old, id=f"fictief-{number}")))


def a_day(number: int) -> Any:
    return on(f"20{15 + number % 9}-0{1 + number % 9}-1{number % 10}")


def some_words(number: int) -> str:
    return f"Verzonnen woorden {number}."


EDITS: Sequence[Edit] = (
    without,
    renaming,
    adding(lambda number: builders.a_meeting(id=f"m-{number % 4}", date=a_day(number))),
    adding(lambda number: builders.an_event(id=f"geb-{number % 3}", date=a_day(number))),
    adding(lambda number: builders.a_page(id=f"pagina-{number % 3}", body=some_words(number))),
    adding(lambda number: builders.an_output(id=f"o-{number % 3}", date=a_day(number))),
    adding(lambda number: builders.a_person(id=f"p-{number % 2}", name=f"{number % 3}. Fictief")),
    adding(lambda number: builders.a_commitment(id=f"T9900{number % 3}", date=a_day(number))),
    changing(type(builders.a_site()), sources_checked_on=a_day, title=lambda number: f"Fictieve tafel {number % 2}"),
    changing(type(builders.a_meeting()), date=a_day, note=some_words),
    changing(type(builders.a_person()), roles=lambda number: (builders.a_role(start_date=a_day(number)),)),
    changing(type(builders.a_membership()), start_date=a_day),
    changing(type(builders.a_composition()), as_shown_at=a_day),
    changing(type(builders.an_organisation()), name=some_words),
    changing(
        type(builders.a_series()),
        observations=lambda number: tuple(
            builders.an_observation(id=f"w-{day}", date=a_day(day), value=day) for day in range(1, 2 + number % 3)
        ),
    ),
    changing(type(builders.a_contradiction()), statement=some_words),
    changing(type(builders.a_source()), title=some_words),
)

WHOLE = builders.a_register(
    builders.an_organisation(),
    builders.a_person(),
    builders.a_seat(),
    builders.a_composition(),
    builders.a_membership(),
    builders.a_meeting(attendance=(builders.an_attendance(),), agenda=(builders.an_agenda_item(),)),
    builders.an_output(),
    builders.a_commitment(deadlines=(builders.a_deadline(),)),
    builders.a_commitment_register(),
    builders.a_provincial_table(),
    builders.a_series(),
    builders.an_event(),
    builders.a_contradiction(),
    builders.a_mention(),
    builders.a_page(),
)
"""A site with a page of nearly every kind."""

EDITED = st.lists(
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 40)), min_size=1, max_size=3), min_size=1, max_size=3
)
"""What editors do between one publication and the next."""


def a_history_of(edited: Sequence[Sequence[tuple[Edit, int]]]) -> History:
    states = [WHOLE]
    for edits in edited:
        register = states[-1]
        for edit, number in edits:
            register = edit(register, number)
        states.append(register)
    return builders.history_in(sealed_anew(states, editions.addresses)[1])


def pages_of(history: History) -> dict[str, PageView]:
    """All pages of the site, by address."""
    sheets = editions.published(history, None)
    pages = {sheet.address: sheet.made() for sheet in sheets}
    assert len(pages) == len(sheets), "two pages at one address"
    return pages


@settings(max_examples=40)
@given(EDITED)
def test_a_state_is_shown_as_it_was_when_it_was_the_last(edited: Sequence[Sequence[tuple[Edit, int]]]) -> None:
    history = a_history_of(edited)
    today = pages_of(history)
    by_number = {sheet.edition.publication: sheet.edition for sheet in editions.published(history, None)}
    for publication in history.publications:
        living = pages_of(up_to(history, publication))
        edition = by_number[publication]
        own = {urls.page_of(one) for one in edition.register.records.values() if urls.has_own_page(kind_of(one))}
        for address in edition.pages.keys() - own - {urls.NOT_FOUND}:
            assert today[edition.place(address)] == living[address]
        for change in publication.changes:
            if change.hash is not None and urls.has_own_page(change.type):
                record = history.known(publication)[change.id].record
                assert today[urls.version_of(change.type, change.id, change.version)] == living[urls.page_of(record)]


@settings(max_examples=40)
@given(EDITED, st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_no_address_is_ever_lost(edited: Sequence[Sequence[tuple[Edit, int]]], as_of: date | None) -> None:
    history = a_history_of(edited)
    today = pages_of(history)
    for publication in history.publications:
        assert pages_of(up_to(history, publication)).keys() <= today.keys()
    assert editions.lost(history, editions.published(history, as_of)) == ()
    assert editions.lost_with(history) == ()


@settings(max_examples=20)
@given(EDITED, st.integers(0, 2))
def test_an_address_without_a_page_is_noticed(edited: Sequence[Sequence[tuple[Edit, int]]], at: int) -> None:
    history = a_history_of(edited)
    publications = list(history.publications)
    at %= len(publications)
    publications[at] = replace(publications[at], added=(*publications[at].added, "/verdwenen/"))
    faulty = History(tuple(publications), history.stored)
    assert editions.lost(faulty, editions.published(faulty, None)) == ("/verdwenen/",)
    assert editions.lost_with(faulty) == ("/verdwenen/",)
