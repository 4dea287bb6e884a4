"""Laws of reading a ledger: no change to what was sealed goes unseen, and nothing makes reading fall over."""

import json
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from lrt_site import custody, ledger
from tests.builders import a_ledger, a_meeting, a_person, a_register, history_in, on

ROOT = PurePosixPath("publications")
FILES = a_ledger(
    a_register(a_person()),
    a_register(a_person(), a_meeting()),
    a_register(a_person(name="G. Fictief"), a_meeting(date=on("2020-06-16"))),
)
PATHS = st.sampled_from(sorted(FILES))
LAST = f"{history_in(FILES).last.name}/publication.json"
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
)


@given(PATHS.filter(lambda path: path != LAST), st.data())
def test_a_changed_byte_is_seen_wherever_the_chain_holds_it(path: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(FILES[path]) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != FILES[path][at]))
    harmed = FILES[path][:at] + bytes([other]) + FILES[path][at + 1 :]
    assert ledger.read({**FILES, path: harmed}, ROOT)[1] != ()


@given(PATHS, st.binary())
def test_any_bytes_in_the_place_of_a_file_are_seen(path: str, harmed: bytes) -> None:
    assert ledger.read({**FILES, path: harmed}, ROOT)[1] != ()


@given(PATHS.filter(lambda path: path.endswith("publication.json")), st.data())
def test_no_value_in_an_entry_makes_reading_fall_over(path: str, data: st.DataObject) -> None:
    fields = json.loads(FILES[path])
    field = data.draw(st.sampled_from(sorted(fields)))
    fields[field] = data.draw(VALUES)
    custody.read({**FILES, path: json.dumps(fields).encode()}, ROOT)


@given(PATHS.filter(lambda path: path.endswith("publication.json")), st.data())
def test_no_value_in_a_change_makes_reading_fall_over(path: str, data: st.DataObject) -> None:
    fields = json.loads(FILES[path])
    change = data.draw(st.sampled_from(fields["changes"]))
    change[data.draw(st.sampled_from(sorted(change)))] = data.draw(VALUES)
    custody.read({**FILES, path: json.dumps(fields).encode()}, ROOT)


@given(st.dictionaries(st.sampled_from(["format", "name", "date", "record", "ground", "decision", "files"]), VALUES))
def test_no_withdrawal_makes_reading_fall_over(fields: dict[str, object]) -> None:
    data = json.dumps({"format": "withdrawal/v1", "name": "2026-04-01", **fields}).encode()
    custody.read({**FILES, "withdrawals/2026-04-01/withdrawal.json": data}, ROOT)


@given(st.sets(PATHS, min_size=1))
def test_files_that_are_gone_are_seen(gone: set[str]) -> None:
    left = {path: data for path, data in FILES.items() if path not in gone}
    last = {path for path in FILES if path.startswith(LAST.partition("/")[0])}
    problems = ledger.read(left, ROOT)[1]
    assert problems != () or gone >= last or not left
