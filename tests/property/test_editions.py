"""Laws of the second clock: what was published stays what it was, whatever is published after it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lrt_site import files as disk
from lrt_site import ledger, output, urls, visible
from lrt_site.differences import differences
from lrt_site.export import feed, former_data, state, v1
from lrt_site.ledger import stored
from lrt_site.model.figures import Series
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import KINDS, Record, Register, kind_of
from lrt_site.model.sources import Page
from lrt_site.pages.publications import editions
from lrt_site.sitemap import renewal, sheets, states
from tests import builders
from tests.builders import a_ledger, on
from tests.property.strategies import records

TEMPLATES = disk.read_templates(Path(__file__).parents[2] / "templates")[0]
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
    registers: Sequence[Register],
    addresses: Callable[[Register], Iterable[str]] = lambda _: (),
    renewed: Callable[[History], Iterable[str]] | None = None,
) -> tuple[list[Register], dict[str, bytes]]:
    """Those of these registers that are a change, and the ledger in which each was published."""
    files: dict[str, bytes] = {}
    changed = []
    for register in registers:
        history = builders.history_in(files)
        if ledger.pending(history, register, ledger.likely_renames(history, register)):
            files = a_ledger(register, before=files, addresses=addresses, renewed=renewed)
            changed.append(register)
    return changed, files


def assert_same(published: Register, register: Register) -> None:
    """What was published says the same as what was to be published: only an order that says nothing may differ."""
    assert published.records.keys() == register.records.keys()
    for identifier, record in register.records.items():
        was = published.records[identifier]
        assert v1.to_v1(was) == v1.to_v1(record) or differences(was, record) == ()


@settings(max_examples=15)
@given(ANY_STATES)
def test_every_state_can_be_had_back(states: list[Register]) -> None:
    changed, files = sealed_anew(states)
    history = builders.history_in(files)
    assert len(history.publications) == len(changed)
    for publication, register in zip(history.publications, changed, strict=True):
        assert_same(history.state(publication), register)


@settings(max_examples=15)
@given(ANY_STATES)
def test_the_change_feed_alone_gives_every_state(states: list[Register]) -> None:
    _, files = sealed_anew(states)
    history = builders.history_in(files)
    for publication, now in zip(history.publications, replayed(history, files), strict=True):
        known = history.known(publication)
        assert now == history.state(publication).records
        (told,) = map(json.loads, state.state_of(publication, known).values())
        assert {row["id"]: row["hash"] for row in told["records"]} == {
            key: version.change.hash for key, version in known.items()
        }


@settings(max_examples=15)
@given(ANY_STATES)
def test_every_address_of_data_goes_on_answering(states: list[Register]) -> None:
    _, files = sealed_anew(states)
    history = builders.history_in(files)
    now = history.state(history.last)
    answering = {urls.data_of(record) for record in now.records.values()} | {
        f"/{path}" for path in former_data.files(history)
    }
    for publication in history.publications:
        for record in history.state(publication).records.values():
            assert urls.data_of(record) in answering
            if isinstance(record, Series) and record.id not in now.all(Series):
                assert urls.figures_of(record.id) in answering


@settings(max_examples=15)
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


@settings(max_examples=15)
@given(ANY_STATES)
def test_versions_of_a_record_count_on_from_one(states: list[Register]) -> None:
    history = builders.history_in(sealed_anew(states)[1])
    for identifier in history.identifiers:
        line = history.versions(identifier)
        assert [version.number for version in line] == list(range(line[0].number, line[0].number + len(line)))
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
        candidates = [record for record in register.records.values() if isinstance(record, kind)]
        if not candidates:
            return register
        old: Any = candidates[number % len(candidates)]
        return with_record(register, replace(old, **{name: value(number) for name, value in changes.items()}))

    return edit


def adding(make: Callable[[int], Record]) -> Edit:
    return lambda register, number: with_record(register, make(number))


def without(register: Register, number: int) -> Register:
    """Take away a record that nothing refers to."""
    loose = [
        record for record in register.records.values() if kind_of(record) in ("meeting", "output", "event", "page")
    ]
    gone = loose[number % len(loose)].id if loose else ""
    return Register.of(record for record in register.records.values() if record.id != gone)


def renaming(register: Register, number: int) -> Register:
    """Give a page another id."""
    pages = list(register.all(Page).values())
    if not pages:
        return register
    old = pages[number % len(pages)]
    others = (record for record in register.records.values() if record.id != old.id)
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


def a_history_of(edited: Sequence[Sequence[tuple[Edit, int]]], *, recorded: bool) -> History:
    """What these edits make, a publication each; `recorded` tells whether the publications record their editions."""
    registers = [WHOLE]
    for edits in edited:
        register = registers[-1]
        for edit, number in edits:
            register = edit(register, number)
        registers.append(register)
    renewed = partial(output.surroundings_renewed, templates=TEMPLATES) if recorded else None
    return builders.history_in(sealed_anew(registers, states.addresses, renewed)[1])


def site_of(history: History, as_of: date | None = None) -> Mapping[str, str]:
    """The pages of the site as HTML, by address."""
    kept, renderer = output.Kept(), output.renderer_of(TEMPLATES, "/")
    found = output.editions_of(history, renderer, 1)
    last = next(states.states(history, (history.last,), as_of))
    output.write_editions(history, found, renderer, kept, 1)
    output.write_sheets(sheets.living(history, found, last), renderer, kept, 1)
    pages = {path: page for path, page in kept.files.items() if path.endswith(".html")}
    return {f"/{path.removesuffix('index.html')}": bytes(page).decode() for path, page in pages.items()}  # type: ignore[arg-type]


def cited_from(page: str) -> str | None:
    """The address that the citation of a page gives; none where a page has none."""
    found = re.search(
        r'<section class="cite".*?class="address" href="https://[^/]+(?P<address>/[^"]*)"', page, re.DOTALL
    )
    return found["address"] if found else None


Sites = Sequence[Mapping[str, str]]
"""The site as it was when each publication was the last one."""


@settings(max_examples=4)
@given(EDITED, st.booleans(), st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_what_was_published_is_kept(
    edited: Sequence[Sequence[tuple[Edit, int]]], recorded: bool, as_of: date | None
) -> None:
    """Three laws of the same sites, which take long to make."""
    history = a_history_of(edited, recorded=recorded)
    sites = [site_of(up_to(history, publication)) for publication in history.publications]
    a_citation_leads_for_good_to_the_words_it_was_taken_from(sites)
    an_edition_is_kept_exactly_when_the_words_of_a_page_differ(history, sites)
    no_address_is_ever_lost(history, sites, as_of)


def a_citation_leads_for_good_to_the_words_it_was_taken_from(sites: Sites) -> None:
    words = {address: visible.words_of(page) for address, page in sites[-1].items()}
    for site in sites:
        for address, page in site.items():
            cited = cited_from(page)
            if cited:
                assert words[cited] == visible.words_of(page), f"{address} cites {cited}"


def an_edition_is_kept_exactly_when_the_words_of_a_page_differ(history: History, sites: Sites) -> None:
    found = output.editions_of(history, output.renderer_of(TEMPLATES, "/"), 1)
    for before, after, publication in zip(sites, sites[1:], history.publications[1:], strict=False):
        state = next(states.states(history, (publication,)))
        kept = {edition.address: edition for edition in editions.brought_by(found, publication)}
        for address in state.pages.keys() & before.keys() - {urls.NOT_FOUND}:
            if renewal.is_new_version(state, address):
                assert address in kept
            elif cited_from(before[address]):
                same = visible.words_of(before[address]) == visible.words_of(after[address])
                assert (address in kept) is not same, address


def no_address_is_ever_lost(history: History, sites: Sites, as_of: date | None) -> None:
    today = site_of(history, as_of) if as_of else sites[-1]
    for site in sites:
        assert site.keys() <= today.keys()
    assert states.lost(history, frozenset(today)) == ()
    assert states.lost_with(history) == ()


@settings(max_examples=3)
@given(EDITED, st.dates(date(2027, 1, 1), date(2040, 1, 1)))
def test_time_alone_changes_no_words(edited: Sequence[Sequence[tuple[Edit, int]]], as_of: date) -> None:
    history = a_history_of(edited, recorded=False)
    sooner, later = site_of(history), site_of(history, as_of)
    made = (next(states.states(history, (history.last,), day)).pages.keys() for day in (None, as_of))
    for address in frozenset.intersection(*map(frozenset, made)):
        assert visible.words_of(later[address]) == visible.words_of(sooner[address]), address


@settings(max_examples=3)
@given(EDITED, st.integers(0, 2))
def test_an_address_without_a_page_is_noticed(edited: Sequence[Sequence[tuple[Edit, int]]], at: int) -> None:
    history = a_history_of(edited, recorded=False)
    publications = list(history.publications)
    at %= len(publications)
    publications[at] = replace(publications[at], added=(*publications[at].added, "/verdwenen/"))
    faulty = History(tuple(publications), history.stored)
    last = next(states.states(faulty, (faulty.last,)))
    found = output.editions_of(faulty, output.renderer_of(TEMPLATES, "/"), 1)
    assert states.lost(faulty, sheets.answering(faulty, found, last)) == ("/verdwenen/",)
    assert states.lost_with(faulty) == ("/verdwenen/",)
