"""Feeds tell what changed and why, once, under names that last, and never a word that was taken back."""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from lrt_site import urls
from lrt_site.export import feeds
from lrt_site.export.entries import FeedEntry, entries_in
from lrt_site.export.feeds import LATEST
from lrt_site.export.followed import histories_in
from lrt_site.model.publications import History
from tests.builders import (
    a_commitment,
    a_ledger,
    a_meeting,
    a_mention,
    a_page,
    a_person,
    a_provincial_table,
    a_register,
    a_series,
    a_site,
    an_agenda_item,
    an_event,
    an_observation,
    history_in,
    on,
)
from tests.tools.feed_faults import ATOM, feed_faults
from tests.unit.export.making import history_of, without

SITE = "https://fictief.example/tafel"
SECRET = "Geheimstra"
FIRST = a_meeting()
SECOND = replace(FIRST, date=on("2020-06-16"))


def entries_of(history: History, identifier: str) -> tuple[FeedEntry, ...]:
    """The entries about one record, the newest first."""
    lives = histories_in(history)
    return tuple(entry for entry in entries_in(history, lives, SITE) if lives.by_id[identifier].name in entry.records)


def feed(history: History, address: str) -> dict[str, Any]:
    """A JSON Feed, after both its forms were held against their standards."""
    made = feeds.files(history, f"{SITE}/")
    for form in (address, address.replace(".json", ".xml")):
        content = made[urls.file_of(form)]
        assert feed_faults(form, content if isinstance(content, bytes) else content.encode()) == []
    parsed: dict[str, Any] = json.loads(made[urls.file_of(address)])
    return parsed


def titles(history: History, address: str) -> list[str]:
    return [item["title"] for item in feed(history, address)["items"]]


def test_a_record_that_got_another_id_goes_on_in_the_same_feed() -> None:
    renamed = replace(FIRST, id="m-anders")
    history = history_of((FIRST,), (renamed,), (replace(renamed, date=on("2020-06-17")),))
    now, then = (feed(history, urls.feed_of_record(text, "json")) for text in ("m-anders", FIRST.id))
    assert now == then
    assert now["feed_url"] == f"{SITE}/feeds/record/m-anders.json"
    assert [item["tags"] for item in now["items"]] == [["correctie"], ["tekstueel"], ["nieuw"]]
    assert "Het kenmerk was m-2020-06-15 en is nu m-anders." in now["items"][1]["content_html"]
    before = history_of((FIRST,))
    made = [feeds.files(published, SITE)["feeds/record/m-2020-06-15.xml"] for published in (before, history)]
    first, later = (etree.fromstring(bytes(item)).findtext("atom:id", namespaces=ATOM) for item in made)  # type: ignore[arg-type]
    assert first == later == "tag:fictief.example,2026-01-05:feeds/record/m-2020-06-15"


def test_a_new_record_under_an_id_that_another_has_left_has_a_feed_of_its_own() -> None:
    renamed, fresh = replace(FIRST, id="m-anders"), replace(FIRST, table_name="Een andere fictieve tafel")
    history = history_of((FIRST,), (renamed,), (renamed, fresh))
    assert [entry.category for entry in entries_of(history, FIRST.id)] == ["nieuw"]
    assert [entry.category for entry in entries_of(history, "m-anders")] == ["tekstueel", "nieuw"]
    assert feed(history, "/feeds/record/m-2020-06-15.json") != feed(history, "/feeds/record/m-anders.json")


def test_names_stay_when_the_site_moves() -> None:
    moved = a_site(address="https://elders.example/")
    before, after = history_of((FIRST,)), history_of((FIRST,), (SECOND, moved))
    kept = [entry.id for entry in entries_of(after, FIRST.id)]
    assert [entry.id for entry in entries_of(before, FIRST.id)] == kept[1:]
    assert kept[0].startswith("tag:fictief.example,")


def test_each_feed_holds_what_it_is_about() -> None:
    history = history_of(
        (a_series(), FIRST, an_event()),
        (a_series(observations=(an_observation(), an_observation(vintage=on("2022-01-01")))), SECOND, a_commitment()),
    )
    assert titles(history, "/feeds/vergaderingen.json") == [
        "Verbeterd: Vergadering van 16 juni 2020 (Fictieve Tafel)",
        "Nieuw: Vergadering van 15 juni 2020 (Fictieve Tafel)",
    ]
    assert titles(history, "/feeds/toezeggingen.json") == ["Nieuw: Toezegging T99001, Fictieve toezegging"]
    assert titles(history, "/feeds/correcties.json") == [
        "Verbeterd: Vergadering van 16 juni 2020 (Fictieve Tafel)",
        "Nieuw cijfer: Fictieve reeks",
        "Ingetrokken: mei 2019: Iets fictiefs.",
    ]
    assert len(titles(history, "/feeds/alles.json")) == sum(
        len(publication.changes) for publication in history.publications
    )


def test_a_feed_of_a_table_follows_it_through_another_id() -> None:
    table, session = a_provincial_table(), a_meeting(id="m-prt", table="prt-fictief")
    renamed = replace(table, id="prt-anders"), replace(session, table="prt-anders")
    history = history_of((table, session, FIRST), (*renamed, FIRST))
    for identifier in ("prt-fictief", "prt-anders"):
        told = feed(history, urls.feed_of(f"tafel/{identifier}", "json"))
        assert told["title"] == "Provinciale tafel Fictief-Holland – Fictieve tafel"
        assert sorted(item["id"].rpartition("/")[2] for item in told["items"]) == [
            "m-prt", "m-prt", "prt-anders", "prt-fictief",
        ]  # fmt: skip
    own = feed(history, "/feeds/tafel/fictieve-tafel.json")["items"]
    assert sorted(item["id"].rpartition("/")[2] for item in own) == ["fictieve-tafel", "m-2020-06-15"]


def test_a_feed_without_entries_is_a_feed() -> None:
    assert titles(history_of((FIRST,)), "/feeds/correcties.json") == []


def test_a_feed_holds_the_newest_entries_and_always_all_of_the_last_publication() -> None:
    many = tuple(an_event(id=f"geb-{number}", event=f"Gebeurtenis {number}.") for number in range(LATEST + 20))
    large = history_of((FIRST,), (FIRST, *many))
    assert len(titles(large, "/feeds/alles.json")) == len(many)
    assert len(feeds.files(large, SITE)) == 2 * (4 + 1 + len(set(large.identifiers)))
    after = history_of((FIRST,), (FIRST, *many), (SECOND, *many))
    told = titles(after, "/feeds/alles.json")
    assert (len(told), told[0].split(":")[0]) == (LATEST, "Verbeterd")


class TestWithdrawal:
    """Words that were taken back."""

    states = (
        a_register(FIRST, a_person(name=f"F. {SECRET}"), a_mention(text=f"{SECRET} kwam vaak langs.")),
        a_register(SECOND, a_person(name=f"F. {SECRET}"), a_mention(text=f"{SECRET} kwam nooit langs.")),
    )

    @pytest.fixture
    def history(self) -> History:
        return history_in(without(a_ledger(*self.states), "p-fictief", SECRET, "2026-02-20"))

    def test_has_one_entry_in_every_feed_that_it_touches(self, history: History) -> None:
        person, mention = (entries_of(history, text)[0] for text in ("p-fictief", "ver-fictief"))
        assert person == mention
        assert person.id == "tag:fictief.example,2026-02-20:intrekking/2026-02-20-1-f1c71e"
        assert person.title == "Woorden ingetrokken: F. [ingetrokken]"
        assert "Grond: privacy. Besluit: fictief besluit." in person.html
        assert "Nog niet bevestigd: [ingetrokken] kwam nooit langs., versie 2" in person.html
        assert titles(history, "/feeds/correcties.json")[0] == person.title

    def test_makes_readers_fetch_again_what_lost_words(self, history: History) -> None:
        touched = {entry.id: entry.updated.isoformat() for entry in entries_of(history, "ver-fictief")[1:]}
        assert set(touched.values()) == {"2026-02-20"}
        assert {entry.updated.isoformat() for entry in entries_of(history, FIRST.id)} == {"2026-01-05", "2026-02-04"}

    def test_leaves_its_words_in_no_feed(self, history: History) -> None:
        kept = feeds.files(history_in(a_ledger(*self.states)), SITE).values()
        assert any(SECRET.encode() in bytes(item) for item in kept if isinstance(item, bytes))
        made = feeds.files(history, SITE)
        assert [
            path for path, item in made.items() if SECRET in (item.decode() if isinstance(item, bytes) else item)
        ] == []

    def test_keeps_its_place_once_it_is_anchored(self, history: History) -> None:
        ledger = without(a_ledger(*self.states), "p-fictief", SECRET, "2026-02-20")
        anchored = history_in(a_ledger(history.state(history.last), a_register(FIRST), before=ledger))
        before, after = (entries_in(item, histories_in(item), SITE) for item in (history, anchored))
        assert [entry.id for entry in after][-len(before) :] == [entry.id for entry in before]


def test_nothing_that_an_editor_wrote_becomes_markup() -> None:
    attack = "</content><script>alert(1)</script> & \"' \u202eexe.txt\u202c \x07"
    page = a_page(title=f"T {attack}", summary=f"S {attack}")
    history = history_of((page, FIRST), (replace(page, summary=f"Z {attack}"), FIRST))
    items = feed(history, urls.feed_of_record(page.id, "json"))["items"]
    shown = [etree.fromstring(f"<div>{item['content_html']}</div>") for item in items]
    assert {str(element.tag) for div in shown for element in div.iter()} == {"div", "p", "ul", "li", "a"}
    words = "".join(str(text) for text in shown[0].itertext())
    assert "</content><script>alert(1)</script> & \"'" in words
    assert not {"\u202e", "\u202c", "\x07"} & {sign for item in items for sign in item["title"] + item["content_html"]}


def test_every_agenda_change_is_told_in_lines() -> None:
    history = history_of((FIRST,), (replace(FIRST, agenda=(an_agenda_item(),)),))
    newest, _ = entries_of(history, FIRST.id)
    assert newest.label == "Aangevuld"
    assert "<li>Toegevoegd aan agenda: Fictief agendapunt</li>" in newest.html


def test_the_same_history_gives_the_same_bytes() -> None:
    states = ((FIRST, an_event()), (SECOND, a_commitment()))
    assert feeds.files(history_of(*states), SITE) == feeds.files(history_of(*states), SITE)


def test_the_story_of_a_publication_begins_with_what_readers_relied_on() -> None:
    history = history_of((FIRST, an_event()), (SECOND, a_mention()))
    told = [title.partition(":")[0] for title in titles(history, "/feeds/alles.json")]
    assert told[:3] == ["Verbeterd", "Nieuw", "Ingetrokken"]
