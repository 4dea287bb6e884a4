"""Who may sign what, and until when: lists of signers that hand over, and what the first format left open."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import custody, signatures, signing_rules
from lrt_site.ledger import branches, entries, signing, stored
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.withdrawing import superseded, withdrawn
from lrt_site.model.publications import History
from lrt_site.problems import LrtSiteError
from tests.builders import TOKEN, a_ledger, a_meeting, a_register, carried_out, history_in, on
from tests.tools.first_format import in_first_format
from tests.tools.keys import listed, new_key, public, signature_of

ROOT = PurePosixPath("publications")
ANNA, BRAM, CARLA = SIGNERS = ("anna@fictief.example", "bram@fictief.example", "carla@fictief.example")
MEETING = "m-2020-06-15"

Files = dict[str, bytes]
Keys = dict[str, Path]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    folder = tmp_path_factory.mktemp("sleutels")
    return {signer: new_key(folder / signer.partition("@")[0]) for signer in SIGNERS}


def list_of(keys: Keys, *signers: str) -> bytes:
    return listed(*((signer, keys[signer]) for signer in signers)).encode()


@cache
def unsigned() -> Files:
    told = a_meeting(body="Eerst sprak Dirk. Toen sprak Evert. Ten slotte sprak Frits.")
    return a_ledger(a_register(told), a_register(replace(told, date=on("2020-06-16"))))


def signed(files: Files, keys: Keys) -> Files:
    """The ledger with its last publication signed by Anna, who alone may sign."""
    last = history_in(files).last
    path, signers = f"{last.name}/{stored.ENTRY}", list_of(keys, ANNA)
    notes = json.loads(files[path])["notes"]
    entry = entries.entry_bytes(replace(last, signer=ANNA), notes, {}, hash_of(signers) if last.proves_fields else None)
    signature = signature_of(entry, keys[ANNA])
    return {**files, path: entry, f"{path}.sig": signature, stored.SIGNERS: signers}


def handed_over(files: Files, keys: Keys, signer: str, becomes: bytes, day: str) -> Files:
    """The ledger with a handover after its last publication."""
    last = history_in(files).last.hash
    made, added = signing.handed_over(files, becomes, last, on(day), signer, TOKEN)
    signature = signature_of(added[signing.HANDOVER], keys[signer])
    placed = {**added, signing.HANDOVER_SIGNATURE: signature}
    return {**files, **{signing.file_of(made.name, name): data for name, data in placed.items()}}


def withdrawn_by(files: Files, keys: Keys, signer: str, words: str, day: str) -> Files:
    """The ledger with words withdrawn from it."""
    made, added = withdrawn(
        files,
        history_in(files),
        MEETING,
        [words],
        ground="AVG",
        decision="besluit",
        on=on(day),
        token=TOKEN,
        signer=signer,
    )
    path = f"{stored.WITHDRAWALS}/{made.name}/{stored.WITHDRAWAL_SIGNATURE}"
    return {**carried_out(files, made, added), path: signature_of(added[stored.WITHDRAWAL], keys[signer])}


def read(files: Files) -> tuple[History, set[str]]:
    """The history, and the codes of what is wrong."""
    history, problems = custody.read(files, ROOT)
    return history, {problem.code for problem in problems}


def two_handovers(files: Files, keys: Keys) -> Files:
    """The ledger handed over from Anna to Bram and on to Carla, with no publication between."""
    to_bram = handed_over(files, keys, ANNA, list_of(keys, BRAM), "2026-05-02")
    return handed_over(to_bram, keys, BRAM, list_of(keys, CARLA), "2026-05-04")


def test_lists_can_hand_over_more_than_once_between_two_publications(keys: Keys) -> None:
    files = withdrawn_by(signed(unsigned(), keys), keys, ANNA, "Dirk", "2026-05-01")
    files = handed_over(files, keys, ANNA, list_of(keys, BRAM), "2026-05-02")
    files = withdrawn_by(files, keys, BRAM, "Evert", "2026-05-03")
    files = handed_over(files, keys, BRAM, list_of(keys, CARLA), "2026-05-04")
    files = withdrawn_by(files, keys, CARLA, "Frits", "2026-05-04")
    history, wrong = read(files)
    assert wrong == set()
    assert len(history.withdrawals) == 3
    (said,) = signing_rules.said(files, history)
    assert (
        said
        == f"2 overdrachten van het tekenen. De laatste is 2026-05-04-1-{TOKEN}, nog door geen publicatie vastgelegd."
    )
    assert signing.signers_now(files) == list_of(keys, CARLA)


@pytest.mark.parametrize(
    ("signer", "day", "wrong"),
    [
        (ANNA, "2026-05-02", set()),
        (ANNA, "2026-05-03", {"ledger-signature"}),
        (BRAM, "2026-05-04", set()),
        (BRAM, "2026-05-05", {"ledger-signature"}),
        (CARLA, "2026-05-01", set()),
        (CARLA, "2026-05-05", set()),
    ],
)
def test_a_list_counts_until_the_day_on_which_it_handed_over(
    keys: Keys, signer: str, day: str, wrong: set[str]
) -> None:
    files = two_handovers(signed(unsigned(), keys), keys)
    assert read(files)[1] == set()
    assert read(withdrawn_by(files, keys, signer, "Dirk", day))[1] == wrong


def test_a_handover_has_the_day_of_its_folder(keys: Keys) -> None:
    files = signed(unsigned(), keys)
    made, added = signing.handed_over(
        files, list_of(keys, BRAM), history_in(files).last.hash, on("2026-05-02"), ANNA, TOKEN
    )
    later = stored.file_bytes(replace(made, date=on("2027-05-02")))
    placed = {**added, signing.HANDOVER: later, signing.HANDOVER_SIGNATURE: signature_of(later, keys[ANNA])}
    harmed = {**files, **{signing.file_of(made.name, name): data for name, data in placed.items()}}
    assert read(harmed)[1] == {"ledger-handover"}


@pytest.mark.parametrize("days", [("2026-02-01",), ("2026-05-03", "2026-05-02")])
def test_a_handover_is_not_older_than_what_it_follows(keys: Keys, days: tuple[str, ...]) -> None:
    files, signer = signed(unsigned(), keys), ANNA
    for day, becomes in zip(days, (BRAM, CARLA), strict=False):
        files, signer = handed_over(files, keys, signer, list_of(keys, becomes), day), becomes
    assert read(files)[1] == {"ledger-handover"}


UNREADABLE: dict[str, Callable[[Path], bytes]] = {
    "nothing": lambda _: b"",
    "remarks": lambda _: b"# niemand\n\n",
    "rubbish": lambda _: b"niets van dit alles\n",
    "a private key": Path.read_bytes,
    "a key without a name": lambda key: public(key).encode(),
    "half a key": lambda key: f"{BRAM} {public(key)[:60]}\n".encode(),
    "a key of another kind than it says": lambda key: listed((BRAM, key)).replace("ssh-ed25519", "ssh-rsa").encode(),
    "a line that hides those below": lambda key: b"niets\n" + listed((BRAM, key)).encode(),
    "another encoding": lambda key: listed((BRAM, key)).encode("utf-16"),
    "a mark before the first name": lambda key: listed((BRAM, key)).encode("utf-8-sig"),
}
READABLE: dict[str, Callable[[Path], bytes]] = {
    "one name": lambda key: listed((BRAM, key)).encode(),
    "days and other options": lambda key: (
        f'# wie\n\n{BRAM},*@x valid-after="20190101",namespaces="lrt-site,a b" {public(key)}'.encode()
    ),
    "a name in quotes": lambda key: f'"Bram Fictief" {public(key)}'.encode(),
    "lines of Windows": lambda key: listed((ANNA, key), (BRAM, key)).replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_no_list_is_handed_over_to_under_which_nobody_can_sign(name: str, keys: Keys) -> None:
    becomes = UNREADABLE[name](keys[BRAM])
    assert signatures.unreadable_in(becomes)
    assert read(handed_over(signed(unsigned(), keys), keys, ANNA, becomes, "2026-05-02"))[1] == {"ledger-handover"}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("ledger", [dict, unsigned], ids=["nothing published", "nothing signed"])
def test_a_first_list_under_which_nobody_can_sign_is_told(ledger: Callable[[], Files], name: str, keys: Keys) -> None:
    files = ledger()
    assert read({**files, stored.SIGNERS: UNREADABLE[name](keys[BRAM])})[1] == {"ledger-signers"}
    assert read({**files, stored.SIGNERS: list_of(keys, BRAM)})[1] == set()


@pytest.mark.parametrize("name", READABLE)
def test_every_list_that_openssh_reads_can_be_handed_over_to(name: str, keys: Keys) -> None:
    assert signatures.unreadable_in(READABLE[name](keys[BRAM])) is None


def test_what_is_wrong_with_a_list_is_placed(keys: Keys) -> None:
    signers = list_of(keys, ANNA, BRAM) + b"# en dan\n-----BEGIN\n"
    (problem,) = signing_rules.list_problems(signers, PurePosixPath("lijst.txt"))
    assert str(problem).startswith("lijst.txt:4:1: Hier staat geen naam met een openbare sleutel.")


def in_first_format_as_well(files: Files) -> Files:
    """The ledger with its one withdrawal as the first format had it, which no one could sign."""
    (made,) = history_in(files).withdrawals
    path = f"{stored.WITHDRAWALS}/{made.name}/{stored.WITHDRAWAL}"
    former = entries.withdrawal_bytes(replace(made, after=None, left=None, whole=False, signer=None))
    return {text: data for text, data in {**files, path: former}.items() if text != f"{path}.sig"}


def test_a_withdrawal_in_the_first_format_is_signed_by_the_publication_that_knows_it(keys: Keys) -> None:
    first = in_first_format(unsigned())
    withdrawal = in_first_format_as_well(withdrawn_by(first, keys, ANNA, "Dirk", "2026-05-01"))
    assert read(withdrawal)[1] == set()
    loose = in_first_format_as_well(withdrawn_by(signed(first, keys), keys, ANNA, "Dirk", "2026-05-01"))
    assert read(loose)[1] == {"ledger-unsigned"}
    (anchored,) = history_in(withdrawal).withdrawals
    last = history_in(withdrawal).last
    path = f"{last.name}/{stored.ENTRY}"
    hashes = {anchored.name: hash_of(withdrawal[f"{stored.WITHDRAWALS}/{anchored.name}/{stored.WITHDRAWAL}"])}
    entry = entries.entry_bytes(
        replace(last, signer=ANNA, withdrawals=tuple(hashes)), json.loads(withdrawal[path])["notes"], hashes
    )
    known = {**withdrawal, path: entry, f"{path}.sig": signature_of(entry, keys[ANNA])}
    assert read({**known, stored.SIGNERS: list_of(keys, ANNA)})[1] == set()


def test_what_signatures_of_the_first_format_do_not_prove_is_said(keys: Keys) -> None:
    first, second = signed(in_first_format(unsigned()), keys), signed(unsigned(), keys)
    (said,) = signing_rules.said(first, read(first)[0])
    assert said.startswith("Getekend in de eerste vorm: publicatie 2.")
    assert list(signing_rules.said(second, read(second)[0])) == []


def test_withdrawals_of_two_branches_are_not_joined_without_a_signature(keys: Keys) -> None:
    files = signed(unsigned(), keys)
    both = {
        **withdrawn_by(files, keys, ANNA, "Dirk", "2026-05-01"),
        **withdrawn_by(files, keys, ANNA, "Evert", "2026-05-02"),
    }
    both = {path: data for path, data in both.items() if path not in superseded(both)}
    with pytest.raises(LrtSiteError, match="Teken ook deze keer"):
        custody.unfinished(both, PurePosixPath("inhoud"), today=on("2026-05-03"), token=TOKEN)
    act, _, wrong = custody.unfinished(both, PurePosixPath("inhoud"), today=on("2026-05-03"), token=TOKEN, signer=ANNA)
    assert (act is not None, wrong) == (True, ())


def test_a_withdrawal_of_an_older_row_is_signed_by_who_may_sign_now(keys: Keys) -> None:
    """It was made on another branch, after a publication that is none any more, and is signed again."""
    files = handed_over(signed(unsigned(), keys), keys, ANNA, list_of(keys, BRAM), "2026-05-02")
    harmed = withdrawn_by(files, keys, BRAM, "Dirk", "2026-05-03")
    (path,) = (path for path in harmed if path.endswith(stored.WITHDRAWAL))
    lost = harmed[path].replace(history_in(files).last.hash.encode(), b"0" * 64)
    assert read({**harmed, path: lost})[1] >= {"ledger-stranded"}
    (stranded,) = custody.stranded({**harmed, path: lost}, PurePosixPath("inhoud"), on("2026-05-04"), BRAM)
    mended = {**harmed, path: stranded.data, f"{path}.sig": signature_of(stranded.data, keys[BRAM])}
    assert read(mended)[1] == {"ledger-withdrawn-back"}


def test_no_publication_becomes_a_draft_after_which_somebody_else_may_sign(keys: Keys) -> None:
    files = handed_over(signed(unsigned(), keys), keys, ANNA, list_of(keys, BRAM), "2026-05-02")
    with pytest.raises(LrtSiteError, match="is het tekenen overgedragen"):
        branches.redone(files, history_in(files).last.name, None)
