"""A withdrawal made after a publication that is none any more is put after the first one, with what it still takes."""

from lrt_site.ledger import stored
from lrt_site.ledger.entries import withdrawal_in
from lrt_site.ledger.rebasing import Rebased, rebased
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.model.publications import Withdrawal
from tests.builders import TOKEN, a_ledger, a_person, a_register, carried_out, history_in, on

FIRST, SECOND, THIRD = (a_register(a_person(name=name)) for name in ("F. Geheim", "F. Anders", "F. Later"))
TODAY = on("2026-06-01")


def taken_from(files: dict[str, bytes], word: str, day: str = "2026-04-01") -> tuple[Withdrawal, dict[str, bytes]]:
    made, added = withdrawn(
        files, history_in(files), "p-fictief", [word], ground="g", decision="b", on=on(day), token=TOKEN
    )
    return made, carried_out(files, made, added)


def without(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The ledger after a publication became none."""
    return {path: data for path, data in files.items() if not path.startswith(f"{name}/")}


def the_one(files: dict[str, bytes], signer: str | None = None) -> Rebased:
    (found,) = rebased(files, TODAY, signer)
    return found


def test_a_withdrawal_after_a_publication_that_is_there_stays_as_it_is() -> None:
    _, files = taken_from(a_ledger(FIRST, SECOND), "Geheim")
    assert list(rebased(files, TODAY, None)) == []


def test_one_whose_publication_is_gone_is_put_after_the_first() -> None:
    made, files = taken_from(a_ledger(FIRST, SECOND, THIRD), "Geheim")
    left = without(files, "2026-03-06")
    again = the_one(left)
    first = stored.hash_of(left["2026-01-05/publication.json"])
    assert (again.withdrawal.after, again.withdrawal.files, again.is_void) == (first, made.files, False)
    assert (again.withdrawal.sealed, again.withdrawal.signer, again.deleted) == (made.sealed, None, ())
    assert withdrawal_in(again.data) == again.withdrawal


def test_what_is_signed_again_is_sealed_today() -> None:
    _, files = taken_from(a_ledger(FIRST, SECOND), "Geheim")
    again = the_one(without(files, "2026-02-04"), "redactie").withdrawal
    assert (again.sealed, again.signer) == (TODAY, "redactie")


def test_what_it_took_only_from_what_is_gone_goes_and_then_it_is_void() -> None:
    made, files = taken_from(a_ledger(FIRST, SECOND), "F. Anders")
    (file,) = (file.file for file in made.files if "records" in file.file)
    again = the_one(without(files, "2026-02-04"))
    assert (again.is_void, again.withdrawal.files) == (True, ())
    assert f"withdrawals/{made.name}/files/{file}" in again.deleted
