"""The locks are read whole: a line that is not understood stops whoever reads it."""

import re
from pathlib import Path

import pytest

from supply.locks import LOCKS, PROGRAM, Pin, pins

A, B = "a" * 64, "b" * 64
ENTRY = f"""# made by a tool
fictief-pakket==1.0 ; python_version < '3.12' \\
    --hash=sha256:{A} \\
    --hash=sha256:{B}
    # via
    #   -c requirements.lock
    #   ander-pakket
    #   lrt-site (pyproject.toml:build)
"""


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_is_read_whole(lock: Path) -> None:
    text = lock.read_text("utf-8")
    found = pins(text)
    assert [f"{pin.name}=={pin.version}" for pin in found] == re.findall(r"^[\w.-]+==[\w.]+", text, re.MULTILINE)
    assert [sha256 for pin in found for sha256 in pin.hashes] == re.findall(r"sha256:(\w+)", text)


def test_a_pin_has_its_version_its_hashes_and_what_needs_it() -> None:
    assert pins(ENTRY) == (Pin("fictief-pakket", "1.0", (A, B), ("ander-pakket", "lrt-site")),)


def test_what_needs_a_package_of_the_program_is_in_its_lock() -> None:
    found = pins(PROGRAM.read_text("utf-8"))
    assert {name for pin in found for name in pin.needed_by} <= {"lrt-site", *(pin.name for pin in found)}
    assert all(pin.needed_by for pin in found)


@pytest.mark.parametrize("text", ["", "fictief==1.0\n", f"{ENTRY}ander @ https://fictief.example/a.whl\n"])
def test_what_has_no_hash_is_no_lock(text: str) -> None:
    with pytest.raises(ValueError, match="no lock"):
        pins(text)
