"""The cache gives exactly what was put in it or nothing, for its owner alone, and has no withdrawn words."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrt_site import cache_folder
from lrt_site.cache_folder import CacheFolder
from lrt_site.caching import NO_CACHE, NO_CACHES, key_of, once
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.problems import LrtSiteError
from tests.builders import TOKEN, a_ledger, a_meeting, a_person, a_register, carried_out, history_in, on

LEDGER = a_ledger(a_register(a_person(name="F. Geheimstra")), a_register(a_person(name="F. Geheimstra"), a_meeting()))
KEY = key_of("iets")


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "cache/lrt-site")


def entries(folder: CacheFolder) -> list[Path]:
    return sorted(path for path in folder.root.rglob("*") if path.is_file())


def without_the_name() -> dict[str, bytes]:
    """The ledger after a name was withdrawn."""
    made, added = withdrawn(
        LEDGER,
        history_in(LEDGER),
        "p-fictief",
        ("Geheimstra",),
        ground="privacy",
        decision="fictief besluit",
        on=on("2026-03-06"),
        token=TOKEN,
    )
    return carried_out(LEDGER, made, added)


def test_what_was_put_is_there_for_the_next_build(cache: CacheFolder) -> None:
    cache.sealed(LEDGER).put(KEY, b"woorden")
    assert CacheFolder(cache.root).sealed(LEDGER).get(KEY) == b"woorden"
    assert cache.sealed(LEDGER).get(key_of("iets anders")) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"!"),
        lambda path: path.write_bytes(b""),
        lambda path: path.rename(path.with_name(key_of("ander"))),
        lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
    ],
)
def test_an_entry_that_is_anything_else_is_not_used(cache: CacheFolder, spoil: object) -> None:
    cache.sealed(LEDGER).put(KEY, b"woorden")
    (path,) = entries(cache)
    spoil(path)  # type: ignore[operator]
    assert cache.sealed(LEDGER).get(KEY) is None
    renamed = path.with_name(key_of("ander"))
    assert not renamed.exists() or CacheFolder(cache.root).sealed(LEDGER).get(renamed.name) is None


def test_other_code_libraries_or_parts_have_entries_of_their_own(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.sealed(LEDGER, "sjablonen").put(KEY, b"woorden")
    assert cache.sealed(LEDGER, "andere sjablonen").get(KEY) is None
    for made_with in ("_program", "_libraries"):
        with monkeypatch.context() as patched:
            patched.setattr(cache_folder, made_with, lambda: ("anders",))
            patched.setattr(cache_folder, "key_of", lambda *parts: key_of(*map(str, parts)))
            assert cache.sealed(LEDGER, "sjablonen").get(KEY) is None
    assert cache.sealed(LEDGER, "sjablonen").get(KEY) == b"woorden"


def test_every_file_of_the_program_and_every_library_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("a.py", "below/b.py", "woorden.txt")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    seen = {cache_folder.program_in(tmp_path)}
    for name in names:
        (tmp_path / name).write_text("anders", "utf-8")
        seen.add(cache_folder.program_in(tmp_path))
    assert len(seen) == len(names) + 1
    libraries = cache_folder._libraries.__wrapped__()
    assert any(name.lower().startswith("jinja2-") for name in libraries)
    (tmp_path / "nieuw-1.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert cache_folder._libraries.__wrapped__() != libraries


def test_a_withdrawal_leaves_nothing_of_the_ledger_as_it_was(cache: CacheFolder) -> None:
    cache.sealed(LEDGER).put(KEY, b"F. Geheimstra")
    assert cache.sealed(without_the_name()).get(KEY) is None
    assert entries(cache) == []


def test_a_ledger_is_forgotten_alone(cache: CacheFolder) -> None:
    other = a_ledger(a_register(a_meeting()))
    cache.sealed(LEDGER).put(KEY, b"woorden")
    cache.sealed(other).put(KEY, b"andere woorden")
    cache.forget(LEDGER)
    assert [path.read_bytes()[64:] for path in entries(cache)] == [b"andere woorden"]


def test_only_the_owner_can_look_into_it(cache: CacheFolder) -> None:
    os.umask(0o000)
    try:
        cache.root.mkdir(parents=True, mode=0o777)
        cache.sealed(LEDGER).put(KEY, b"woorden")
    finally:
        os.umask(0o022)
    assert {path.stat().st_mode & 0o077 for path in (cache.root, *cache.root.rglob("*"))} == {0}


@pytest.mark.parametrize("kind", ["link", "file"])
def test_without_a_folder_of_its_own_nothing_is_kept(cache: CacheFolder, tmp_path: Path, kind: str) -> None:
    cache.root.parent.mkdir()
    (tmp_path / "elders").mkdir()
    cache.root.symlink_to(tmp_path / "elders") if kind == "link" else cache.root.write_text("", "utf-8")
    assert cache.sealed(LEDGER) is NO_CACHE
    assert [*(tmp_path / "elders").iterdir()] == []


def test_a_build_leaves_only_what_it_used(cache: CacheFolder) -> None:
    first = cache.sealed(LEDGER)
    for number in range(3):
        first.put(key_of(str(number)), b"woorden")
    for path in entries(cache):
        os.utime(path, (0, 0))
    later = CacheFolder(cache.root)
    assert later.sealed(LEDGER).get(key_of("1")) == b"woorden"
    later.settle(LEDGER)
    assert [path.name for path in entries(cache)] == [key_of("1")]


def test_it_grows_no_larger_than_its_bound(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_folder, "BOUND", 100_000)
    for number in range(4):
        build = CacheFolder(cache.root)
        build.sealed(LEDGER, str(number)).put(KEY, b"x" * 40_000)
        build.settle(LEDGER)
        for folder in cache.root.glob("sealed/*/*/*"):
            os.utime(folder, (folder.stat().st_mtime - 10,) * 2)
    assert sum(path.stat().st_size for path in entries(cache)) <= 100_000
    assert CacheFolder(cache.root).sealed(LEDGER, "3").get(KEY)
    assert CacheFolder(cache.root).sealed(LEDGER, "0").get(KEY) is None


def test_a_cache_that_cannot_be_written_stops_nothing(cache: CacheFolder) -> None:
    kept = cache.sealed(LEDGER)
    (folder,) = cache.root.glob("sealed/*/*/*")
    (folder / KEY[:2]).write_text("staat in de weg", "utf-8")
    kept.put(KEY, b"woorden")
    assert kept.get(KEY) is None


def test_files_are_made_once(cache: CacheFolder) -> None:
    made: list[str] = []

    def make() -> Iterator[dict[str, str | bytes]]:
        for name in ("a", "b"):
            made.append(name)
            yield {f"{name}.txt": f"tekst\n{name}", f"{name}.bin": b"\0\n"}

    kept = cache.sealed(LEDGER)
    first = list(once(kept, KEY, make))
    assert list(once(kept, KEY, make)) == first == [
        {"a.txt": b"tekst\na", "a.bin": b"\0\n"},
        {"b.txt": b"tekst\nb", "b.bin": b"\0\n"},
    ]  # fmt: skip
    assert made == ["a", "b"]
    (cache.root.joinpath(*next(path for path in entries(cache) if path.name == key_of(KEY, "1")).parts)).unlink()
    assert {name: data for files in once(kept, KEY, make) for name, data in files.items()} == {**first[0], **first[1]}
    assert made == ["a", "b", "a", "b"]


def test_nothing_is_kept_where_no_cache_is_wanted() -> None:
    assert NO_CACHES.sealed(LEDGER) is NO_CACHE
    NO_CACHE.put(KEY, b"woorden")
    assert NO_CACHE.get(KEY) is None


def test_words_that_are_taken_back_during_a_build_do_not_stay(cache: CacheFolder) -> None:
    cache.sealed(LEDGER).put(KEY, b"F. Geheimstra")
    with pytest.raises(LrtSiteError, match="Terwijl er werd gebouwd, is er iets ingetrokken"):
        cache.settle(without_the_name())
    assert entries(cache) == []


def test_what_was_on_its_way_out_goes_with_the_next_build(cache: CacheFolder) -> None:
    cache.sealed(LEDGER).put(KEY, b"F. Geheimstra")
    (cache.root / "sealed").rename(cache.root / ".weg-0123")
    cache.sealed(a_ledger(a_register(a_meeting())))
    assert entries(cache) == []


def test_what_cannot_be_thrown_away_is_told_with_the_way_out(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(errno.EPERM, "")

    cache.sealed(LEDGER).put(KEY, b"F. Geheimstra")
    monkeypatch.setattr(cache_folder, "clear", refused)
    with pytest.raises(LrtSiteError, match=r"u hebt er geen rechten voor.*Haal die map zelf weg"):
        cache.forget(LEDGER)


def test_a_link_is_no_cache_and_is_left_alone(cache: CacheFolder, tmp_path: Path) -> None:
    (tmp_path / "elders/sealed").mkdir(parents=True)
    cache.root.parent.mkdir()
    cache.root.symlink_to(tmp_path / "elders")
    cache.forget(LEDGER)
    assert (cache.clear(), cache.sealed(LEDGER)) == (0, NO_CACHE)
    assert (tmp_path / "elders/sealed").is_dir()


def test_two_builds_tidy_up_at_once(cache: CacheFolder) -> None:
    cache.sealed(LEDGER).put(KEY, b"woorden")
    CacheFolder(cache.root).clear()
    cache.settle(LEDGER)
    assert not cache.root.exists()
