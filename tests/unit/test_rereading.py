"""A file is read again when it changed, however little of that can be seen, and not otherwise."""

import os
from pathlib import Path

import pytest

from lrt_site import rereading
from lrt_site.folders import read_plain
from lrt_site.rereading import Rereading

LONG_AGO = 1_700_000_000


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are really read."""
    found: list[Path] = []

    def read(path: Path) -> bytes:
        found.append(path)
        return read_plain(path)

    monkeypatch.setattr(rereading, "read_plain", read)
    return found


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of which the last change is long ago, on a clock that says so."""
    path = tmp_path / "x"
    path.write_bytes(b"een")
    monkeypatch.setattr("time.time_ns", lambda: path.stat().st_ctime_ns + 10**10)
    return path


def test_what_did_not_change_is_read_once(settled: Path, reads: list[Path]) -> None:
    reader = Rereading()
    for _ in range(3):
        assert reader(settled) == b"een"
        reader = Rereading(reader)
    assert reads == [settled]


@pytest.mark.parametrize("text", [b"twee", b"twe"])
def test_what_changed_is_read_again_also_where_its_time_was_put_back(
    settled: Path, reads: list[Path], text: bytes
) -> None:
    os.utime(settled, (LONG_AGO, LONG_AGO))
    first = Rereading()
    assert first(settled) == b"een"
    settled.write_bytes(text)
    os.utime(settled, (LONG_AGO, LONG_AGO))
    assert Rereading(first)(settled) == text
    assert reads == [settled, settled]


def test_what_changed_just_now_is_not_trusted(tmp_path: Path, reads: list[Path]) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"een")
    first = Rereading()
    assert (first(path), Rereading(first)(path)) == (b"een", b"een")
    assert reads == [path, path]


def test_what_is_gone_is_told_as_the_disk_tells_it(settled: Path) -> None:
    first = Rereading()
    first(settled)
    settled.unlink()
    with pytest.raises(FileNotFoundError):
        Rereading(first)(settled)
