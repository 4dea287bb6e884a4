"""Whatever two branches sealed: who follows the advice gets a sound ledger, and every word is in it or in the draft."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product
from pathlib import PurePosixPath

import pytest

from lrt_site import ledger
from lrt_site.ledger import branches, entries, stored, withdrawing
from lrt_site.ledger.draft import DatedEarlier, draft_again
from lrt_site.model.dates import PartialDate
from lrt_site.problems import LrtSiteError
from tests.builders import TOKEN, a_draft, a_ledger, a_page, a_register, carried_out, history_in, on

ROOT = PurePosixPath("publications")
TODAY = date(2026, 9, 1)
DAYS = ("2026-02-01", "2026-02-02", "2026-02-03")
ADVICE = re.compile(r"lrt-site publish --redo ([0-9-]+)(?: --keep ([0-9a-f]+))?")

Files = Mapping[str, bytes]


def sealed(files: Files, branch: str, days: Sequence[str]) -> dict[str, bytes]:
    """The ledger with a publication for each of these days. What its editor wrote names the branch and the place."""
    made = dict(files)
    for place, day in enumerate(days):
        words = f"{branch}-{place}"
        waiting = ledger.pending(history_in(made), a_register(a_page(body=words)), {})
        draft = replace(
            a_draft(0, *waiting),
            date=PartialDate(day),
            title=f"titel {words}",
            note=f"note {words}",
            dated=DatedEarlier(note=f"reden {words}"),
        )
        publication, added = ledger.sealed(
            history_in(made),
            draft,
            waiting,
            addresses=(),
            withdrawals={},
            salt=partial(str, stored.hash_of(words.encode())[:32]),
            today=TODAY,
        )
        made |= {f"{publication.name}/{path}": data for path, data in added.items()}
    return made


def merged(files: Files, other: Files) -> dict[str, bytes]:
    """What git makes of two branches that each added files."""
    both = {**files, **other}
    for path in files.keys() & other.keys():
        if files[path] != other[path]:
            sides = (data if data.endswith(b"\n") else data + b"\n" for data in (files[path], other[path]))
            both[path] = b"<<<<<<< anna\n%b=======\n%b>>>>>>> bram\n" % tuple(sides)
    return both


def told(files: Files) -> str:
    return "\n".join(problem.message for problem in ledger.read(files, ROOT)[1])


def followed(files: Files, name: str, keep: str | None) -> dict[str, bytes]:
    """The ledger after a redo, with the draft that it makes."""
    gone, folders = branches.redone(files, name, keep)
    typed = ledger.read_draft(files, ROOT)
    after = {**files, "draft.yml": draft_again(gone, typed.fields, TODAY, typed.left).encode()}
    for folder in folders:
        removed = [path for path in after if path.startswith(f"{folder.name}/")] if not folder.written else []
        after = {path: data for path, data in after.items() if path not in {*removed, *folder.deleted}}
        after |= folder.written
    return after


def kept_in(files: Files) -> str:
    return "\n".join(data.decode() for path, data in files.items() if path.endswith(("notes.json", "draft.yml")))


WAYS = [(DAYS[0],), (DAYS[1],), DAYS[:1] * 2, DAYS[:2], DAYS[1:]]
"""The days on which one branch sealed."""


@pytest.mark.parametrize(("group", "other", "choice"), [*product(WAYS, WAYS, (0, -1))])
def test_after_the_advice_all_is_sound_and_no_word_is_lost(
    group: tuple[str, ...], other: tuple[str, ...], choice: int
) -> None:
    begin = a_ledger(a_register(a_page()))
    files = merged(sealed(begin, "anna", group), sealed(begin, "bram", other))
    assert "Staat er nog geen op de site? Kies dan zelf. Staat er meer dan één op?" in told(files)
    for _ in range(3):
        advice = ADVICE.findall(told(files))
        if not advice:
            break
        files = followed(files, *(advice[choice][0], advice[choice][1] or None))
    assert told(files) == ""
    words = [f"{branch}-{place}" for branch, days in (("anna", group), ("bram", other)) for place in range(len(days))]
    for kind, word in product(("titel", "note", "reden"), words):
        assert kept_in(files).count(f"{kind} {word}") == 1
    assert len(history_in(files).publications) > 1


def test_what_follows_a_publication_of_another_branch_becomes_a_draft_again() -> None:
    """An editor chose a side by hand: the publications after the other one follow nothing."""
    begin = a_ledger(a_register(a_page()))
    files = {**sealed(begin, "anna", DAYS[:2]), **sealed(begin, "bram", DAYS[:1])}
    assert ADVICE.findall(told(files)) == [(DAYS[1], "")]
    files = followed(files, DAYS[1], None)
    assert told(files) == ""
    assert "note anna-1" in kept_in(files)


def test_what_is_left_of_a_side_that_was_not_chosen_is_told_with_what_to_do() -> None:
    files = a_ledger(a_register(a_page()))
    assert "voeg dan opnieuw samen" in told({**files, "2026-01-05/records/m-van-bram.json": b"{}"})


@pytest.mark.parametrize("format_of", [1, 2])
@pytest.mark.parametrize("way", ["chain", "sides", "lost"])
def test_no_publication_is_made_a_draft_of_which_words_were_taken(format_of: int, way: str) -> None:
    """Also where the words were taken after a later one of its branch, or after one that was lost."""
    begin = a_ledger(a_register(a_page()))
    bram = sealed(begin, "bram", DAYS[:2])
    made, added = withdrawing.withdrawn(
        bram,
        history_in(bram),
        "fictieve-pagina",
        ["bram-0"],
        ground="g",
        decision="d",
        on=on(DAYS[2]),
        sealed=PartialDate.of(TODAY),
        token=TOKEN,
    )
    if format_of == 1:
        former = replace(made, after=None, whole=False)
        added = {**added, stored.WITHDRAWAL: entries.withdrawal_bytes(former)}
    bram = carried_out(bram, made, added)
    files = {"chain": bram, "sides": merged(sealed(begin, "anna", DAYS[:1]), bram), "lost": bram}[way]
    if way == "lost":
        files = {path: data for path, data in files.items() if not path.startswith(f"{DAYS[1]}/")}
    keep = stored.hash_of(sealed(begin, "anna", DAYS[:1])[f"{DAYS[0]}/{stored.ENTRY}"]) if way == "sides" else None
    with pytest.raises(LrtSiteError, match="zijn woorden ingetrokken"):
        branches.redone(files, DAYS[0], keep)
