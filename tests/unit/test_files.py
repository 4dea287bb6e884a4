"""What stands on the disk becomes texts, whatever program saved it; what cannot be read is told, and never nothing."""

import errno
import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import checking, files, folders
from lrt_site.cli import reading
from lrt_site.problems import LrtSiteError, UnfitError

EVENT = "events:\n  - id: geb-fictief\n    event: Één fictieve dijk\n    source: s-weg\n"


def codes(folder: Path) -> list[tuple[str, int, str]]:
    texts, refused = files.read_content(folder)
    told = (*refused, *checking.check(texts, root=PurePosixPath(folder.as_posix())))
    return [
        (problem.file.name, problem.line, problem.code) for problem in sorted(told) if problem.code != "missing-file"
    ]


@pytest.mark.parametrize(
    "data",
    [
        EVENT.encode("utf-8"),
        EVENT.encode("utf-8-sig"),
        EVENT.replace("\n", "\r\n").encode("utf-8"),
        EVENT.replace("\n", "\r").encode("utf-8"),
        EVENT.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
)
def test_line_ends_and_marks_of_other_machines_do_not_matter(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "history.yml").write_bytes(data)
    assert files.read_content(tmp_path) == ({"history.yml": EVENT}, ())


@pytest.mark.parametrize(("encoding", "line"), [("latin-1", 3), ("cp1252", 3), ("utf-16", 1), ("utf-16-be", 3)])
def test_another_encoding_is_told_once_and_on_its_line(tmp_path: Path, encoding: str, line: int) -> None:
    (tmp_path / "history.yml").write_bytes(EVENT.encode(encoding))
    told = codes(tmp_path)
    assert {pair[0] for pair in told} == {"history.yml"}
    assert {code for *_, code in told} <= {"not-utf8", "control-character"}
    assert told[0][1] == line


def test_a_file_that_is_no_text_of_ours_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/foto.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    assert codes(tmp_path) == [("foto.png", 1, "unknown-file")]


def test_hidden_files_and_publications_are_left_alone(tmp_path: Path) -> None:
    for name in (".git/x", ".DS_Store", "publications/1.json", "README.md", "meetings/.m.md.swp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff")
    assert files.read_content(tmp_path) == ({}, ())


def a_link(path: Path) -> None:
    path.symlink_to(path.parent / "elders.yml")


def a_link_outside(path: Path) -> None:
    path.symlink_to(__file__)


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to("/")


def a_fifo(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    """The name of a socket may not be long, so it is made where it is near."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("name", ["pages/groot.md", "publications/draft.yml"])
def test_a_file_that_is_larger_than_any_text_is_told_once_and_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir()
    with (tmp_path / name).open("wb") as file:
        file.truncate(1_000_001)
    texts, own, unread = reading.read_all(tmp_path)
    problems = checking.check(texts, root=PurePosixPath(tmp_path.as_posix()), unread=unread)
    (told,) = (problem for problem in problems if problem.code != "missing-file")
    assert (told.file, told.code, own) == (PurePosixPath(tmp_path / name), "too-large", {})
    assert "groter dan" in told.message


def test_what_became_no_plain_file_before_it_was_read_keeps_nobody_waiting(tmp_path: Path) -> None:
    a_fifo(tmp_path / "pijp")
    with pytest.raises(OSError, match="pijp") as refused:
        files.read_file(tmp_path / "pijp")
    assert folders.reason_of(refused.value) == "het is geen gewoon bestand"


NO_FILES = pytest.mark.parametrize(
    ("make", "code"),
    [
        (a_link, "linked-file"),
        (a_link_outside, "linked-file"),
        (a_link_to_a_folder, "linked-file"),
        (a_fifo, "special-file"),
        (a_socket, "special-file"),
    ],
)


@NO_FILES
@pytest.mark.parametrize("name", ["history.yml", "meetings", "meetings/m.md", "los", "a/b/c/d.csv", "README.md"])
def test_what_is_no_plain_file_in_the_content_is_told(
    tmp_path: Path, name: str, make: Callable[[Path], None], code: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    make(tmp_path / name)
    texts, told = files.read_content(tmp_path)
    assert (texts, [(problem.file, problem.code) for problem in told]) == ({}, [(PurePosixPath(tmp_path / name), code)])


@NO_FILES
@pytest.mark.parametrize(
    "name", ["2026-01-15", "2026-01-15/notes.json", "2026-01-15/.x", "draft.yml", ".draft.yml.nieuw", ".bezig-x", ""]
)
def test_what_is_no_plain_file_in_the_ledger_is_told(
    tmp_path: Path, name: str, make: Callable[[Path], None], code: str
) -> None:
    path = tmp_path / "publications" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    with pytest.raises(UnfitError) as told:
        files.read_ledger(tmp_path)
    assert [(problem.file, problem.code) for problem in told.value.problems] == [(PurePosixPath(path), code)]


def test_a_folder_with_the_name_of_a_file_and_a_file_with_that_of_the_ledger_are_told(tmp_path: Path) -> None:
    (tmp_path / "meetings/m.md").mkdir(parents=True)
    assert codes(tmp_path) == [("m.md", 1, "unknown-file")]
    (tmp_path / "publications").write_bytes(b"")
    with pytest.raises(UnfitError, match="'publications' moet een map zijn"):
        files.read_ledger(tmp_path)


def test_a_site_with_a_link_on_it_is_not_what_was_built(tmp_path: Path) -> None:
    (tmp_path / "x.html").symlink_to(__file__)
    for read in (files.hashes, lambda folder: files.read_tree(folder, "static")):
        with pytest.raises(UnfitError, match="linked-file"):
            read(tmp_path)


@contextmanager
def without_rights(folder: Path) -> Iterator[Path]:
    """A folder, seen by somebody who has no rights but those that its files give to all."""
    here, user = Path.cwd(), os.geteuid()
    os.chdir(folder)
    if user == 0:
        os.seteuid(65534)
    try:
        yield Path("inhoud")
    finally:
        os.seteuid(user)
        os.chdir(here)
        for path in (folder / "inhoud").rglob("*"):
            path.chmod(0o755)


@pytest.mark.parametrize("name", ["history.yml", "meetings", "publications", "publications/2026-01-15/notes.json"])
def test_what_may_not_be_read_is_told_and_is_not_nothing(tmp_path: Path, name: str) -> None:
    tmp_path.chmod(0o755)
    for path in ("history.yml", "meetings/m.md", "publications/2026-01-15/notes.json"):
        (tmp_path / "inhoud" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "inhoud" / path).write_bytes(b"")
    (tmp_path / "inhoud" / name).chmod(0)
    with without_rights(tmp_path) as content:
        told = files.read_content(content)[1]
        if name.startswith("publications"):
            assert told == ()
            with pytest.raises(UnfitError) as unfit:
                files.read_ledger(content)
            told = unfit.value.problems
        else:
            assert list(files.read_ledger(content)) == ["2026-01-15/notes.json"]
    assert [(str(problem.file), problem.code) for problem in told] == [(f"inhoud/{name}", "unreadable-file")]
    assert told[0].message == "Dit kan niet worden gelezen: u hebt er geen rechten voor."


def test_no_depth_of_folders_makes_reading_fall_over(tmp_path: Path) -> None:
    deepest = "a/" * 1200
    folder = tmp_path / "publications"
    folder.mkdir()
    here = os.open(folder, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("a", dir_fd=here)
        inner = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("x", os.O_CREAT, dir_fd=here))
    os.close(here)
    assert files.read_ledger(tmp_path) == {f"{deepest}x": b""}
    folder.rename(tmp_path / "meetings")
    assert list(files.read_content(tmp_path)[0]) == [f"meetings/{deepest}x"]
    (tmp_path / "publications").mkdir()
    (tmp_path / "meetings").rename(tmp_path / "publications/.bezig-diep")
    with files.locked(tmp_path) as ledger:
        assert list(ledger.iterdir()) == []


def test_what_a_broken_off_command_left_is_cleared_and_no_link_is_followed(tmp_path: Path) -> None:
    content, precious = tmp_path / "inhoud", tmp_path / "dierbaar"
    (content / "publications/.bezig-map/in").mkdir(parents=True)
    precious.mkdir()
    (precious / "foto").write_bytes(b"foto")
    (content / "publications/.bezig-map/in/verwijzing").symlink_to(precious)
    (content / "publications/.bezig-map/in/bestand").symlink_to(precious / "foto")
    (content / "publications/.bezig-map/bestand").write_bytes(b"")
    (content / "publications/.bezig-verwijzing").symlink_to(precious)
    (content / "publications/.bezig-bestand").write_bytes(b"")
    os.mkfifo(content / "publications/.bezig-pijp")
    with files.locked(content) as folder:
        assert list(folder.iterdir()) == []
    assert (precious / "foto").read_bytes() == b"foto"


def test_a_ledger_that_is_a_link_is_not_locked(tmp_path: Path) -> None:
    content, elsewhere = tmp_path / "inhoud", tmp_path / "elders"
    content.mkdir()
    (elsewhere / ".bezig-x").mkdir(parents=True)
    (content / "publications").symlink_to(elsewhere)
    with pytest.raises(UnfitError, match="linked-file"), files.locked(content):
        pass
    assert (elsewhere / ".bezig-x").is_dir()


def test_a_content_that_is_not_there_is_not_made_by_locking_it(tmp_path: Path) -> None:
    with pytest.raises(LrtSiteError, match="bestaat niet"), files.locked(tmp_path / "weg"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_whole_and_no_link_leads_it_elsewhere(tmp_path: Path) -> None:
    precious, draft = tmp_path / "dierbaar", tmp_path / "draft.yml"
    precious.write_bytes(b"foto")
    draft.symlink_to(precious)
    (tmp_path / ".draft.yml.nieuw").symlink_to(precious)
    files.replace_text(draft, "concept")
    assert (precious.read_bytes(), draft.read_bytes()) == (b"foto", b"concept")
    assert not draft.is_symlink()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o644


def test_a_file_that_cannot_be_written_stays_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "draft.yml").write_bytes(b"oud")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.replace_text(tmp_path / "draft.yml", "nieuw")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("draft.yml", b"oud")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (PermissionError(errno.EACCES, "Permission denied", "x"), "u hebt er geen rechten voor"),
        (OSError(errno.EBADF, "Bad file descriptor"), "Bad file descriptor"),
        (OSError("alleen woorden"), "alleen woorden"),
        (OSError(), "waarom is niet bekend"),
    ],
)
def test_the_reason_of_the_disk_is_told_in_words(error: OSError, reason: str) -> None:
    assert folders.reason_of(error) == reason


def test_a_name_that_cannot_be_shown_is_a_problem(tmp_path: Path) -> None:
    for name in (b"m-\xff.md", b"m-\n.md", b"m-\x1b[31m.md"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    told = codes(tmp_path)
    assert [code for *_, code in told] == ["unknown-file"] * 3
    assert all(name.isprintable() for name, *_ in told)


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(LrtSiteError, match="bestaat niet"):
        files.read_content(tmp_path / "weg")


def test_folders_without_a_file_do_not_stand_in_the_way_of_a_publication(tmp_path: Path) -> None:
    (tmp_path / "2026-02-01/records").mkdir(parents=True)
    files.add_folder(tmp_path, "2026-02-01", {"publication.json": b"{}"})
    assert [path.name for path in (tmp_path / "2026-02-01").iterdir()] == ["publication.json"]
    with pytest.raises(LrtSiteError, match="bestaat al"):
        files.add_folder(tmp_path, "2026-02-01", {"publication.json": b"[]"})
    assert (tmp_path / "2026-02-01/publication.json").read_bytes() == b"{}"


def test_files_that_are_deleted_leave_no_empty_folder(tmp_path: Path) -> None:
    files.write(tmp_path, {"a/records/1.json": b"", "a/records/2.json": b"", "a/notes.json": b"", "b/c/3.json": b""})
    files.remove(tmp_path, ["a/records/1.json", "a/records/2.json", "b/c/3.json"])
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == ["a", "a/notes.json"]


def test_what_is_ours_or_the_same_is_replaced_and_nothing_is_where_more_stands(tmp_path: Path) -> None:
    made = {"a/1": b"nieuw", "2": b"gelijk"}
    files.write(tmp_path, {"a/1": b"oud", "2": b"gelijk"})
    files.replace_ours(tmp_path, made, is_ours=lambda old: old == b"oud")
    assert {name: (tmp_path / name).read_bytes() for name in made} == made
    (tmp_path / "a/1").write_bytes(b"mijn")
    (tmp_path / "2").unlink()
    with pytest.raises(LrtSiteError, match="'a/1'"):
        files.replace_ours(tmp_path, made, is_ours=lambda old: old == b"oud")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a/1").read_bytes() == b"mijn"


def test_what_the_disk_refuses_is_told_of_the_name_that_an_editor_knows(tmp_path: Path) -> None:
    def refusing(fresh: Path) -> None:
        (fresh / "records").mkdir()
        (fresh / "records").mkdir()

    with pytest.raises(OSError, match="File exists") as refused:
        files.add_folder(tmp_path, "2026-02-01", {}, refusing)
    assert refused.value.filename == str(tmp_path / "2026-02-01/records")
    with pytest.raises(OSError, match="No such file") as refused:
        files.replace_text(tmp_path / "weg/draft.yml", "")
    assert refused.value.filename == str(tmp_path / "weg/draft.yml")
