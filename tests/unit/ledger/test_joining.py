"""Withdrawals of two branches become one, so that what any of them took stays away."""

from pathlib import PurePosixPath

from lrt_site import custody, ledger
from lrt_site.ledger import joining, withdrawing
from tests.builders import (
    TOKEN,
    carried_out,
    history_in,
    on,
    placed,
)
from tests.unit.ledger.making import NAME, files_with_name, holding

ROOT = PurePosixPath("publications")


def test_two_withdrawals_from_the_words_of_one_publication_are_joined() -> None:
    files = files_with_name()
    parts = ("Waarom p-fictief", "Fictieve publicatie 1")
    after = dict(files)
    for token, words in zip((TOKEN, "a0b1c2"), parts, strict=True):
        made, added = withdrawing.withdrawn(
            files, history_in(files), "p-fictief", [words], ground="g", decision="b", on=on("2026-04-01"), token=token
        )
        after |= placed(made, added)
    after = {path: data for path, data in after.items() if path not in withdrawing.superseded(after)}
    assert {problem.code for problem in ledger.read(after, ROOT)[1]} == {"ledger-withdrawals-apart"}
    act, _, problems = custody.unfinished(after, PurePosixPath("inhoud"), today=on("2026-04-01"), token="d3e4f5")
    assert problems == ()
    assert act
    after |= placed(act.withdrawal, act.added)
    left = {path: data for path, data in after.items() if path not in act.deleted}
    history_in(left)
    assert [holding(left, words) for words in parts] == [[], []]


def on_two_branches(*words: str, days: tuple[str, str] = ("2026-04-01", "2026-04-02")) -> dict[str, bytes]:
    """A ledger from which each of two branches took other words."""
    files = files_with_name()
    after = dict(files)
    for token, taken, day in zip((TOKEN, "a0b1c2"), words, days, strict=True):
        made, added = withdrawing.withdrawn(
            files, history_in(files), "p-fictief", [taken], ground=f"grond {day}", decision="b", on=on(day), token=token
        )
        after |= placed(made, added)
    return {path: data for path, data in after.items() if path not in withdrawing.superseded(after)}


def test_withdrawals_that_follow_each_other_need_no_joining() -> None:
    files = files_with_name()
    assert joining.joined(files, on("2026-04-01"), TOKEN) is None
    made, added = withdrawing.withdrawn(
        files, history_in(files), "p-fictief", [NAME], ground="g", decision="b", on=on("2026-04-01"), token=TOKEN
    )
    assert joining.joined(carried_out(files, made, added), on("2026-04-01"), "d3e4f5") is None


def test_the_joined_withdrawal_is_not_older_than_its_parts_and_has_the_grounds_of_both() -> None:
    files = on_two_branches("Dirk", "Verzinsel")
    found = joining.joined(files, on("2026-04-01"), "d3e4f5", "redactie")
    assert found
    withdrawal, added = found
    assert (withdrawal.date, withdrawal.record, withdrawal.signer) == (on("2026-04-02"), "p-fictief", "redactie")
    assert (withdrawal.ground, withdrawal.decision) == ("grond 2026-04-01; grond 2026-04-02", "b")
    assert all(len(file.joined) == 1 for file in withdrawal.files)
    assert {f"files/{file.file}" for file in withdrawal.files} == added.keys() - {"withdrawal.json"}
    after = {**files, **placed(withdrawal, added)}
    left = {path: data for path, data in after.items() if path not in withdrawing.superseded(after)}
    assert holding(left, "Dirk") == holding(left, "Verzinsel") == []
    assert history_in(left).versions("p-fictief")[0].record.id == "p-fictief"
