"""A half-year pack is kept when it says something else than the one kept before, and what is kept stays where it is."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from lrt_site import output, reminder
from lrt_site.export.reminder import kept_packs, pack_files
from lrt_site.export.reminder.half_years import Pack
from lrt_site.model.commitments import Commitment
from lrt_site.model.publications import History
from lrt_site.model.register import Record, Register
from lrt_site.pages.publications.packs import Packs
from lrt_site.problems import LrtSiteError
from tests.builders import (
    a_commitment,
    a_history,
    a_ledger,
    a_person,
    a_register,
    a_site,
    a_source,
    a_status,
    an_evidence,
    history_in,
    on,
)
from tests.tools.sites import ROOT

JULY = date(2021, 7, 1)
OFFICE = a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible="fictief minister")
OTHER = replace(OFFICE, responsible="fictief staatssecretaris")
PLACE = "/toezeggingen/peildatum/2021-07-01/fictief-minister"


def promise(**changes: Any) -> Commitment:
    return a_commitment(**{"status_events": (OFFICE,), "evidence": (an_evidence(),), **changes})


def known(*records: Record) -> Register:
    """A register of which everything up to the summer is known."""
    return a_register(*records, a_site(sources_checked_on=on("2021-07-15")))


def numbers(history: History, day: date = JULY) -> list[int | None]:
    return [pack.edition.number for pack in kept_packs.kept_on(history, day, history.last)]


def written(history: History) -> tuple[Packs, dict[str, str | bytes]]:
    kept = output.Kept()
    template = (ROOT / "templates/reminder/reminder.typ").read_text("utf-8")
    return pack_files.write_kept(history, template, kept, 1), kept.files


@pytest.mark.parametrize(
    "after",
    [
        known(promise(), a_person(id="p-iemand")),
        a_register(promise(), a_site(sources_checked_on=on("2021-08-01"))),
        known(promise(status_events=(OFFICE, a_status(status="voldaan", decided_on=on("2021-07-10"))))),
        known(promise(), a_commitment(id="T99002", status_events=(OTHER,))),
    ],
    ids=["another record", "only read further", "what came after the day", "another office"],
)
def test_a_pack_that_says_the_same_is_not_kept_again(after: Register) -> None:
    history = a_history(known(promise()), after)
    assert [pack.edition.number for pack in kept_of_the_minister(history)] == [1]


@pytest.mark.parametrize(
    "after",
    [
        known(promise(title="Andere fictieve titel")),
        known(promise(status_events=(replace(OFFICE, note="Met een opmerking."),))),
        known(promise(evidence=(an_evidence(content="Iets anders."),))),
        known(promise(), replace(a_source(), title="Een andere titel van de bron")),
        known(promise(), a_commitment(id="T99002", status_events=(replace(OFFICE, status="voldaan"),))),
        a_register(promise(), a_site(title="Andere tafel", sources_checked_on=on("2021-07-15"))),
    ],
    ids=["title", "note", "paper", "source", "count of what was settled", "name of the site"],
)
def test_a_pack_that_says_something_else_is_kept(after: Register) -> None:
    assert numbers(a_history(known(promise()), after)) == [1, 2]


def test_a_pack_that_was_away_and_says_what_it_said_is_not_kept_again() -> None:
    history = a_history(known(promise()), known(promise(status_events=(OTHER,))), known(promise()))
    assert [(pack.slug, pack.edition.number) for pack in kept_packs.kept_on(history, JULY, history.last)] == [
        ("fictief-minister", 1),
        ("fictief-staatssecretaris", 2),
    ]
    assert [pack.edition.number for pack in kept_packs.known_with(history, history.last, JULY)] == [1]


def test_only_what_names_the_publication_and_what_proves_the_rows_is_no_part_of_what_is_said() -> None:
    """A new field is said, unless it is added here."""
    assert _unsaid(Pack) == {
        "PackEdition.command",
        "PackEdition.date",
        "PackEdition.hash",
        "PackEdition.number",
        "PackEdition.on_site",
        "PackEdition.page",
        "PackEdition.place",
        "PackEdition.read_until",
        "PackEdition.stands",
        "ListedSource.address",
        "Paper.address",
        "Row.hash",
        "Row.place",
        "Row.version",
    }


def _unsaid(kind: type) -> set[str]:
    found = {f"{kind.__name__}.{field.name}" for field in fields(kind) if not field.compare}
    for hint in get_type_hints(kind).values():
        for part in (hint, *get_args(hint)):
            if is_dataclass(part) and isinstance(part, type):
                found |= _unsaid(part)
    return found


def test_what_stood_at_an_address_before_packs_were_recorded_stays_there_and_each_stands_at_an_address_of_its_own() -> (
    None
):
    titles = ("een", "twee", "drie", "vier")
    registers = [known(promise(title=title)) for title in titles]
    files = a_ledger(*registers[:2])
    old = history_in(files)
    packs, before = written(old)
    assert [file.place for file in packs[f"{PLACE}.pdf"]] == [
        f"/publicaties/{old.publications[0].name}/stand{PLACE}.pdf",
        f"{PLACE}.pdf",
    ]
    new = history_in(a_ledger(*registers[2:], before=files, renewed=kept_packs.brought_by_last))
    later, after = written(new)
    assert [file.place for file in later[f"{PLACE}.xlsx"]][1:] == [
        f"{PLACE}.xlsx",
        *(f"/publicaties/{publication.name}/stand{PLACE}.xlsx" for publication in new.publications[2:]),
    ]
    assert before.items() <= after.items()
    assert len({file.sha256 for line in later.values() for file in line}) == len(after)


def test_a_publication_records_the_packs_that_it_brought() -> None:
    history = history_in(
        a_ledger(known(promise()), known(promise(), a_person(id="p-iemand")), renewed=kept_packs.brought_by_last)
    )
    first, second = history.publications
    assert {f"{PLACE}.pdf", f"{PLACE}.xlsx"} <= set(first.editions or ())
    assert second.editions == ()


def test_what_was_recorded_is_kept_also_where_packs_of_now_make_no_difference_of_it() -> None:
    registers = (known(promise()), known(promise(), a_person(id="p-iemand")))
    history = history_in(a_ledger(*registers, renewed=lambda _: (f"{PLACE}.pdf", f"{PLACE}.xlsx")))
    assert numbers(history) == [1, 2]


def test_what_was_recorded_and_cannot_be_made_any_more_stops_a_build() -> None:
    history = history_in(a_ledger(known(promise()), renewed=lambda _: (f"{PLACE}-van-niets.pdf",)))
    with pytest.raises(LrtSiteError, match=r"van-niets\.pdf is niet meer te maken"):
        written(history)


def test_a_pack_as_known_with_a_publication_is_the_one_that_is_kept() -> None:
    registers = (known(promise()), known(promise(), a_person(id="p-iemand")), known(promise(title="Anders")))
    history = a_history(*registers)
    found = [kept_packs.known_with(history, publication, JULY)[0] for publication in history.publications]
    assert [pack.edition.number for pack in found] == [1, 1, 3]
    assert found[0] == found[1] != found[2]


def test_of_a_day_of_which_the_site_keeps_none_a_pack_is_of_the_publication_that_was_asked_for() -> None:
    history = a_history(known(promise()), known(promise(), a_person(id="p-iemand")))
    (made,) = kept_packs.known_with(history, history.last, date(2021, 6, 15))
    assert (made.edition.number, made.edition.on_site) == (2, False)
    assert made.edition.stands.startswith("Dit stuk staat niet op de site.")
    assert made.edition.command == "lrt-site rappel --publication 2 --date 2021-06-15"
    (ahead,) = kept_packs.known_with(history, history.last, date(2030, 1, 1))
    assert (ahead.edition.command or "").endswith("--date 2030-01-01 --ahead")


def test_a_publication_that_is_not_there_is_told_also_where_nothing_was_published() -> None:
    with pytest.raises(LrtSiteError, match=r"geen publicatie '7'. Wel: nog geen enkele"):
        reminder.packs({}, {}, ROOT, JULY, None, publication="7")  # type: ignore[arg-type]


def kept_of_the_minister(history: History) -> list[Pack]:
    return [pack for pack in kept_packs.kept_on(history, JULY, history.last) if pack.slug == "fictief-minister"]
