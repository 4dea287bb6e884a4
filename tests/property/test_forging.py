"""A forger who alters anything but what a withdrawal took is named, however well the alteration fits the rest."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import rfc8785
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lrt_site import custody, pipeline, signatures, verifying
from lrt_site.ledger import entries, proof, redacting, stored
from lrt_site.ledger.stored import hash_of, laid_out
from lrt_site.ledger.withdrawing import withdrawn
from tests.builders import TOKEN, a_ledger, a_meeting, a_person, a_register, carried_out, history_in, on
from tests.tools.first_format import in_first_format

ROOT = PurePosixPath("publications")
SIGNER = "redactie@fictief.example"
NAME = "Dirk Verzinsel"

Files = dict[str, bytes]
Path_ = tuple[str | int, ...]


def a_withdrawal(files: Mapping[str, bytes]) -> tuple[str, Files]:
    """The ledger with a name withdrawn from it, and the name of the withdrawal."""
    made, added = withdrawn(
        files,
        history_in(files),
        "p-fictief",
        [NAME],
        ground="AVG",
        decision="besluit",
        on=on("2026-05-01"),
        token=TOKEN,
    )
    return made.name, carried_out(files, made, added)


@cache
def ledgers() -> tuple[Files, Files]:
    """A ledger in which words were withdrawn that no publication knows yet; and one that is signed, and knows it."""
    told = a_meeting(body=f"Hier sprak {NAME}.\n\nEn nog een alinea.", discussed=("Niets.", f"Wat {NAME} zei."))
    first = a_ledger(a_register(a_person(name=NAME), told), a_register(a_person(name=NAME), a_meeting()))
    _, fresh = a_withdrawal(first)
    return fresh, signed(a_ledger(a_register(a_person(name="Een ander"), a_meeting()), before=fresh))


def signed(files: Files) -> Files:
    """The ledger with its last publication signed."""
    history = history_in(files)
    folder = history.last.name
    fields = json.loads(files[f"{folder}/{stored.ENTRY}"])
    with TemporaryDirectory() as temporary:
        key, entry = Path(temporary) / "sleutel", Path(temporary) / stored.ENTRY
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
        signers = f"{SIGNER} {key.with_suffix('.pub').read_text('utf-8')}".encode()
        last = replace(history.last, signer=SIGNER)
        entry.write_bytes(entries.entry_bytes(last, fields["notes"], fields["withdrawals"], hash_of(signers)))
        signatures.sign(entry, key)
        made = {stored.ENTRY: entry.read_bytes(), stored.SIGNATURE: entry.with_name(stored.SIGNATURE).read_bytes()}
    return {**files, **{f"{folder}/{name}": data for name, data in made.items()}, stored.SIGNERS: signers}


def values_in(value: Any, at: Path_ = ()) -> Iterator[Path_]:
    """The way to every value in JSON that is no list and no object."""
    if isinstance(value, dict):
        yield from (path for key, inner in value.items() for path in values_in(inner, (*at, key)))
    elif isinstance(value, list):
        yield from (path for place, inner in enumerate(value) for path in values_in(inner, (*at, place)))
    else:
        yield at


def altered(value: Any, path: Path_) -> Any:
    """JSON with another value of the same kind at a place."""
    if not path:
        return value + 1 if isinstance(value, int) else f"{str(value)[1:]}x" if value else "x"
    step, *rest = path
    if isinstance(value, list):
        return [altered(item, tuple(rest)) if place == step else item for place, item in enumerate(value)]
    return {key: altered(item, tuple(rest)) if key == step else item for key, item in value.items()}


def forged(files: Files, path: str, data: bytes) -> Files:
    """The ledger with other bytes in a file; a forger makes the withdrawal that put it there say so."""
    if "/files/" not in path:
        return {**files, path: data}
    entry = f"{path.partition('/files/')[0]}/{stored.WITHDRAWAL}"
    record = files[entry].replace(hash_of(files[path]).encode(), hash_of(data).encode())
    return {**files, path: data, entry: record}


def is_taken(files: Files, path: str, at: Path_) -> bool:
    """Whether a withdrawal names this value, or a text that it is of: what stands there now nobody can prove."""
    if "/files/" not in path or at[0] == "salts":
        return False
    entry, file = path.split("/files/")
    made = json.loads(files[f"{entry}/{stored.WITHDRAWAL}"])
    (extent,) = (item["extent"] for item in made["files"] if item["file"] == file)
    return redacting.named(at) in extent


@given(st.data())
@settings(max_examples=200)
def test_whoever_alters_a_value_in_the_ledger_is_named(data: st.DataObject) -> None:
    anchored = data.draw(st.booleans())
    files = ledgers()[anchored]
    loose = {path for path in files if path.endswith(stored.WITHDRAWAL)} if not anchored else set()
    last = set() if anchored else {f"{history_in(files).last.name}/{stored.ENTRY}"}
    path = data.draw(st.sampled_from(sorted(files.keys() - loose - last)))
    if not path.endswith(".json"):
        at = data.draw(st.integers(0, len(files[path]) - 2))
        harmed = files[path][:at] + bytes([files[path][at] ^ 1]) + files[path][at + 1 :]
    else:
        fields = json.loads(files[path])
        place = data.draw(st.sampled_from(list(values_in(fields))))
        assume(not is_taken(files, path, place))
        other = altered(fields, place)
        harmed = rfc8785.dumps(other) if files[path].startswith(b'{"') else laid_out(other)
    assert custody.read(forged(files, path, harmed), ROOT)[1] != ()


@given(st.data())
@settings(max_examples=20)
def test_whoever_puts_something_else_in_the_place_of_a_version_is_named(data: st.DataObject) -> None:
    """The forger withdraws, and puts a whole other record in the place of what was published."""
    files = ledgers()[0]
    path = data.draw(st.sampled_from(sorted(path for path in files if "/files/" in path or "/records/" in path)))
    fields = json.loads(files[path])
    left = {key: value for key, value in fields.items() if key not in ("salt", "salts")}
    harmed = rfc8785.dumps(altered(left, data.draw(st.sampled_from(list(values_in(left))))))
    assert custody.read(forged(files, path, harmed), ROOT)[1] != ()


def test_a_sealed_version_has_its_salt_and_nothing_beside_it() -> None:
    files = ledgers()[0]
    for path in (path for path in files if "/records/" in path and "/files/" not in path):
        fields = json.loads(files[path])
        words = {key: value for key, value in fields.items() if key != "salt"}
        for other in (
            {**fields, "withdrawal": "x"},
            {**words, "salts": proof.salts_of(words, fields["salt"])},
            {**fields, "salts": proof.salts_of(words, fields["salt"])},
        ):
            assert custody.read({**files, path: rfc8785.dumps(other)}, ROOT)[1] != ()


def test_what_is_sound_is_not_named() -> None:
    for files in ledgers():
        assert custody.read(files, ROOT)[1] == ()


def test_a_withdrawal_that_no_publication_knows_is_told() -> None:
    fresh, anchored = ledgers()
    assert f"nog door geen publicatie vastgelegd: 2026-05-01-1-{TOKEN}" in verifying.counted(history_in(fresh))
    assert "nog door geen publicatie" not in verifying.counted(history_in(anchored))


STRANGE: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 5, -1, 10**30, "", "x", "2026-13-01", "\ud800", [], [5], ["x"], [[]], {}, {"x": 5}, {"x": "x"}]
)


def put(value: Any, path: Path_, other: object) -> Any:
    """JSON with something else at a place."""
    if not path:
        return other
    step, *rest = path
    if isinstance(value, list):
        return [put(item, tuple(rest), other) if place == step else item for place, item in enumerate(value)]
    return {key: put(item, tuple(rest), other) if key == step else item for key, item in value.items()}


@given(st.data(), STRANGE)
@settings(max_examples=150)
def test_a_value_of_another_kind_is_named_and_breaks_nothing(data: st.DataObject, strange: object) -> None:
    files = ledgers()[data.draw(st.booleans())]
    path = data.draw(st.sampled_from(sorted(path for path in files if path.endswith(".json"))))
    fields = json.loads(files[path])
    place = data.draw(st.sampled_from(list(values_in(fields))))
    place = place[: data.draw(st.integers(0, len(place)))]
    other = put(fields, place, strange)
    assume(other != fields and json.dumps(other) != json.dumps(fields))
    laid = isinstance(other, dict) and not files[path].startswith(b'{"') and strange != "\ud800"
    harmed = laid_out(other) if laid else json.dumps(other, separators=(",", ":")).encode()
    newest = (stored.WITHDRAWAL, f"{history_in(files).last.name}/{stored.ENTRY}")
    assert custody.read(forged(files, path, harmed), ROOT)[1] != () or path.endswith(newest)


Change = Mapping[str, object]


@pytest.mark.parametrize(
    "change",
    [
        {"ground": " "},
        {"decision": "bes\u202eluit"},
        {"record": "p-onbekend"},
        {"date": "2026-01-01"},
        {"date": "2026-05"},
        {"date": "2026-06-01"},
        {"sealed": "2026-01-01"},
        {"sealed": None},
        {"repeats": ["2026-05-01-1-000000"]},
        {"files": []},
        {"left": None, "content": None},
    ],
)
def test_a_withdrawal_that_cannot_be_made_is_named(change: Change) -> None:
    files = ledgers()[0]
    (path,) = (path for path in files if path.endswith(stored.WITHDRAWAL))
    other = files[path]
    assert custody.read({**files, path: laid_out({**json.loads(other), **change})}, ROOT)[1] != ()


def test_a_withdrawal_of_what_was_never_sealed_is_named() -> None:
    files = ledgers()[0]
    (path,) = (path for path in files if path.endswith(stored.WITHDRAWAL))
    fields = json.loads(files[path])
    for file in ({"file": "2026-01-05/records/p-x.json"}, {"hash": "0" * 64}, {"joined": ["0" * 64]}, {}):
        more = [*fields["files"], {**fields["files"][0], **file}]
        assert custody.read({**files, path: laid_out({**fields, "files": more})}, ROOT)[1] != ()


@pytest.mark.parametrize(
    "change",
    [
        {"sealed": "2026-01-01"},
        {"sealed": "2026-12-01"},
        {"sealed": "2026"},
        {"date": "2026-01-04", "name": "2026-01-04"},
        {"added": ["../x/"]},
        {"editions": ["//fictief.example/../"]},
        {"previous": "x"},
    ],
)
def test_a_last_publication_that_cannot_be_sealed_is_named(change: Change) -> None:
    files = a_ledger(a_register(a_person(name=NAME)), a_register(a_person(name="Een ander")))
    last = history_in(files).last.name
    other = {**json.loads(files[f"{last}/{stored.ENTRY}"]), **change}
    moved = {path.replace(last, str(other["name"])): data for path, data in files.items()}
    assert custody.read({**moved, f"{other['name']}/{stored.ENTRY}": laid_out(other)}, ROOT)[1] != ()


def test_a_list_of_which_all_was_withdrawn_does_not_grow() -> None:
    told = a_meeting(discussed=(NAME, NAME))
    files = a_ledger(a_register(a_person(name=NAME), told))
    _, after = a_withdrawal(files)
    (path,) = (path for path in after if "/files/" in path and "/m-" in path)
    fields = json.loads(after[path])
    for discussed in (["[ingetrokken]"] * 3, ["[ingetrokken]"], [], "[ingetrokken]"):
        harmed = rfc8785.dumps({**fields, "discussed": discussed})
        assert custody.read(forged(after, path, harmed), ROOT)[1] != ()


def test_what_stands_in_the_place_of_words_shows_that_these_were_withdrawn() -> None:
    for first_format in (False, True):
        files = a_ledger(a_register(a_person(name=NAME), a_meeting(discussed=(NAME, "Meer."))))
        _, after = a_withdrawal(in_first_format(files) if first_format else files)
        for path in (path for path in after if "/files/" in path):
            harmed = after[path].replace(b"[ingetrokken]", b"iets anders")
            assert custody.read(forged(after, path, harmed), ROOT)[1] != ()


def test_the_words_of_a_publication_have_one_form() -> None:
    fresh = ledgers()[0]
    for path in (path for path in fresh if path.endswith(stored.NOTES)):
        fields = json.loads(fresh[path])
        turned = laid_out(dict(reversed(fields.items())))
        assert custody.read(forged(fresh, path, turned), ROOT)[1] != ()


def test_a_last_publication_that_leads_nowhere_is_named() -> None:
    files = a_ledger(a_register(a_person(name=NAME), a_meeting(source="s-onbekend")))
    (problem,) = custody.read(files, ROOT)[1]
    assert "'s-onbekend'" in problem.message
    assert pipeline.build(pipeline.Sources({}, files, {}, {}, PurePosixPath())).problems == (problem,)


def test_a_record_with_a_word_that_its_list_does_not_have_is_named() -> None:
    files = a_ledger(a_register(a_meeting()))
    (path,) = (path for path in files if "/m-" in path)
    assert custody.read({**files, path: files[path].replace(b'"type":', b'"state":"onzin","type":')}, ROOT)[1] != ()
    in_first = in_first_format(files, lambda file: {**file, "state": "onzin"} if file["type"] == "meeting" else file)
    assert custody.read(in_first, ROOT)[1] != ()
