"""A draft becomes a publication: what it says, what it changed, and what came and went with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from lrt_site import ledger
from lrt_site.ledger import stored
from lrt_site.ledger.draft import DatedEarlier, Draft
from lrt_site.ledger.sealing import addresses_after, sealed, unanchored
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import Register
from tests.builders import a_draft, a_history, a_ledger, a_meeting, a_person, a_register, history_in, on

FIRST = a_register(a_meeting())
SECOND = a_register(a_meeting(date=on("2020-06-16")), a_person())


def seal(
    history: History, register: Register, addresses: Iterable[str] = (), **how: Any
) -> tuple[Publication, dict[str, bytes]]:
    """What is sealed of what waits after a history."""
    waiting = ledger.pending(history, register, {})
    draft: Draft = replace(a_draft(len(history.publications), *waiting), **how.pop("draft", {}))
    salts = (f"{number:032x}" for number in count())
    made, files = sealed(history, draft, waiting, addresses=addresses, withdrawals={}, salt=lambda: next(salts), **how)
    return made, dict(files)


def test_a_publication_follows_the_one_before_it() -> None:
    history = a_history(FIRST)
    made, _ = seal(history, SECOND)
    assert (made.number, made.name, made.previous) == (2, "2026-02-04", history.last.hash)
    first, _ = seal(History(), FIRST)
    assert (first.number, first.previous) == (1, None)


def test_it_holds_a_version_of_every_record_that_changed_and_of_no_other() -> None:
    made, files = seal(a_history(FIRST), SECOND)
    assert sorted(files) == ["notes.json", "publication.json", "records/m-2020-06-15.json", "records/p-fictief.json"]
    assert {change.id: (change.change, change.version) for change in made.changes} == {
        "m-2020-06-15": ("correctie", 2),
        "p-fictief": ("nieuw", 1),
    }
    for change in made.changes:
        assert stored.hash_in(files[f"records/{change.id}.json"]) == change.hash
    assert made.hash == stored.hash_of(files["publication.json"])


def test_a_record_that_ends_leaves_no_file_and_a_note() -> None:
    made, files = seal(a_history(SECOND), a_register(a_meeting(date=on("2020-06-16"))))
    (change,) = made.changes
    assert (change.id, change.change, change.hash, change.note) == (
        "p-fictief",
        "ingetrokken",
        None,
        "Waarom p-fictief anders is.",
    )
    assert sorted(files) == ["notes.json", "publication.json"]


def test_pages_that_came_and_went_are_listed() -> None:
    history = history_in(a_ledger(FIRST, addresses=lambda _: ("/a/", "/b/")))
    made, _ = seal(history, SECOND, addresses=("/b/", "/d/", "/c/"))
    assert (made.added, made.gone) == (("/c/", "/d/"), ("/a/",))
    after = replace(history, publications=(*history.publications, made))
    assert addresses_after(after) == {"/b/", "/c/", "/d/"}
    assert addresses_after(History()) == frozenset()


def test_why_a_date_is_before_the_day_of_sealing_is_kept_only_where_it_is() -> None:
    draft = {"dated": DatedEarlier(note="Toen las een collega het na.")}
    late, _ = seal(a_history(FIRST), SECOND, draft=draft, today=date(2026, 2, 5))
    assert (late.date_note, late.sealed) == ("Toen las een collega het na.", on("2026-02-05"))
    same_day, _ = seal(a_history(FIRST), SECOND, draft=draft, today=date(2026, 2, 4))
    assert (same_day.date_note, same_day.sealed) == (None, on("2026-02-04"))
    undated, _ = seal(a_history(FIRST), SECOND, draft=draft)
    assert (undated.date_note, undated.sealed) == (None, undated.date)


def test_the_pages_with_other_words_are_told_of_the_history_with_it() -> None:
    def editions(history: History) -> Iterable[str]:
        assert history.last.number == 2
        assert history.state(history.last) == SECOND
        return ("/b/", "/a/")

    made, _ = seal(a_history(FIRST), SECOND, editions=editions)
    assert made.editions == ("/a/", "/b/")
    assert seal(a_history(FIRST), SECOND)[0].editions is None


def test_what_is_sealed_is_read_back_as_it_was() -> None:
    files = a_ledger(FIRST)
    made, added = seal(history_in(files), SECOND, signer="redactie", signers="a" * 64)
    assert made.signer == "redactie"
    assert stored.fields_in(added["publication.json"])["signers"] == "a" * 64
    unsigned, plain = seal(history_in(files), SECOND, signers="a" * 64)
    assert "signers" not in stored.fields_in(plain["publication.json"])
    after = {**files, **{f"{unsigned.name}/{path}": data for path, data in plain.items()}}
    history, problems = ledger.read(after, PurePosixPath("publications"))
    assert (problems, history.last) == ((), unsigned)


def test_without_withdrawals_there_is_nothing_to_anchor() -> None:
    files = a_ledger(FIRST)
    assert unanchored(history_in(files), files) == {}
