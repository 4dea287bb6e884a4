"""An entry tells one change, or one withdrawal of words, and keeps its name whatever is published later."""

from dataclasses import replace

from lrt_site.export.entries import (
    CORRECTING,
    SURROUNDINGS,
    WITHDRAWAL,
    FeedEntry,
    category_words,
    entries_in,
    readable,
)
from lrt_site.export.followed import histories_in
from lrt_site.model.publications import History
from lrt_site.pages.publications.editions import kept
from tests.builders import (
    a_commitment,
    a_ledger,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    an_event,
    history_in,
    on,
)
from tests.unit.export.making import history_of, without

SITE = "https://fictief.example/tafel"


FIRST = a_meeting()


SECOND = replace(FIRST, date=on("2020-06-16"))


def entries_of(history: History, identifier: str) -> tuple[FeedEntry, ...]:
    """The entries about one record, the newest first."""
    lives = histories_in(history)
    return tuple(entry for entry in entries_in(history, lives, SITE) if lives.by_id[identifier].name in entry.records)


def test_an_entry_says_what_changed_and_why_and_where_to_read_it() -> None:
    history = history_of((FIRST,), (SECOND,))
    newest, _ = entries_of(history, FIRST.id)
    versions = f"{SITE}/vergaderingen/m-2020-06-15/versies/"
    assert newest.id == "tag:fictief.example,2026-02-04:2026-02-04/m-2020-06-15"
    assert newest.title == "Verbeterd: Vergadering van 16 juni 2020 (Fictieve Tafel)"
    assert (newest.published.isoformat(), newest.updated.isoformat()) == ("2026-02-04", "2026-02-04")
    assert (newest.category, newest.address, newest.versions) == ("correctie", f"{versions}2/", versions)
    assert newest.html == (
        "<p>Waarom m-2020-06-15 anders is.</p><ul><li>Datum: eerst 15 juni 2020, nu 16 juni 2020</li></ul>"
        f'<p><a href="{versions}2/">Lees versie 2</a> · <a href="{versions}#versie-2">Alle verschillen</a> · '
        f'<a href="{SITE}/publicaties/2026-02-04/">Publicatie 2 (4 februari 2026)</a></p>'
    )


def test_an_entry_about_a_new_record_tells_its_first_fields() -> None:
    (first,) = entries_of(history_of((a_commitment(),)), "T99001")
    assert first.title == "Nieuw: Toezegging T99001, Fictieve toezegging"
    assert "<li>Tekst van het register: De fictieve minister zegt toe verslag te doen.</li>" in first.html
    assert "Alle verschillen" not in first.html


def test_a_record_that_ends_and_comes_back_has_an_entry_for_both() -> None:
    history = history_of((an_event(),), (), (an_event(),))
    back, end, new = entries_of(history, "geb-fictief")
    assert [entry.category for entry in (back, end, new)] == ["teruggeplaatst", "ingetrokken", "nieuw"]
    assert end.title.startswith("Ingetrokken: mei 2019: Iets fictiefs.")
    assert end.address == end.versions == f"{SITE}/geschiedenis/geb-fictief/versies/"
    assert "Was weg sinds publicatie 2 (4 februari 2026), staat er weer. Het is gelijk aan versie 1." in back.html
    assert len({entry.id for entry in (back, end, new)}) == 3


def test_an_entry_is_updated_when_words_in_it_or_in_the_version_before_were_taken_back() -> None:
    ledger = a_ledger(*(a_register(a_person(name=name)) for name in ("F. Geheim", "F. Open", "F. Later")))
    history = history_in(without(ledger, "p-fictief", "Geheim", "2026-06-01"))
    told = {
        entry.id.rpartition(":")[2]: (entry.published.isoformat(), entry.updated.isoformat())
        for entry in entries_in(history, histories_in(history), SITE)
        if entry.id.endswith("/p-fictief")
    }
    assert told == {
        "2026-01-05/p-fictief": ("2026-01-05", "2026-06-01"),
        "2026-02-04/p-fictief": ("2026-02-04", "2026-06-01"),
        "2026-03-06/p-fictief": ("2026-03-06", "2026-03-06"),
    }


def test_a_withdrawal_is_told_with_its_ground_its_decision_and_the_versions_it_touched() -> None:
    ledger = a_ledger(a_register(a_person(name="F. Geheim")), a_register(a_person(name="F. Open")))
    history = history_in(without(ledger, "p-fictief", "Geheim", "2026-06-01"))
    (entry,) = (entry for entry in entries_in(history, histories_in(history), SITE) if entry.category == WITHDRAWAL)
    assert entry.title == "Woorden ingetrokken: F. Open"
    assert "Woorden zijn ingetrokken op 1 juni 2026. Grond: privacy. Besluit: fictief besluit." in entry.html
    assert "<li>F. [ingetrokken], versie 1</li>" in entry.html
    assert entry.address == entry.versions == f"{SITE}/deelnemers/p-fictief/versies/"
    assert entry.category in CORRECTING


def test_a_page_whose_surroundings_changed_has_an_entry_in_its_own_feed_alone() -> None:
    history = history_of((FIRST,), (FIRST, a_person()))
    editions = kept(history, [(1, "/vergaderingen/m-2020-06-15/"), (2, "/vergaderingen/m-2020-06-15/")])
    (entry,) = (entry for entry in entries_in(history, histories_in(history), SITE, editions) if entry.own_feed_only)
    assert entry.title == "Omgeving veranderd: Vergadering van 15 juni 2020 (Fictieve Tafel)"
    assert (entry.category, entry.tables, entry.records) == (SURROUNDINGS, frozenset(), frozenset({FIRST.id}))
    assert entry.address == f"{SITE}/publicaties/2026-02-04/stand/vergaderingen/m-2020-06-15/"


def test_an_entry_knows_the_tables_that_it_belongs_to_by_their_ids_of_now() -> None:
    table, meeting = a_provincial_table(), replace(FIRST, table="prt-fictief")
    renamed = replace(table, id="prt-anders"), replace(meeting, table="prt-anders")
    history = history_of((table, meeting), renamed)
    told = entries_in(history, histories_in(history), SITE)
    assert {tuple(entry.tables) for entry in told if entry.kinds == {"meeting"}} == {("prt-anders",)}
    assert {tuple(entry.tables) for entry in told if entry.kinds == {"provincial-table"}} == {("prt-anders",)}
    assert {entry.tables for entry in told if entry.kinds == {"source"}} == {frozenset()}


def test_a_class_begins_a_title_with_a_capital_and_signs_that_turn_text_are_seen() -> None:
    assert category_words("correctie") == "Verbeterd"
    assert readable("a\u202eb\x00c") == "a\ufffdb\ufffdc"
    assert readable("é\n東") == "é\n東"
