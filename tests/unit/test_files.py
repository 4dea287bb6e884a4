"""What stands on the disk becomes texts, whatever program saved it, and nothing makes reading fall over."""

import os
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import files, pipeline
from lrt_site.problems import LrtSiteError

EVENT = "events:\n  - id: geb-fictief\n    event: Één fictieve dijk\n    source: s-weg\n"


def codes(folder: Path) -> list[tuple[str, int, str]]:
    texts, refused = files.read_content(folder)
    told = (*refused, *pipeline.check(texts, root=PurePosixPath(folder.as_posix())))
    return [(one.file.name, one.line, one.code) for one in sorted(told) if one.code != "missing-file"]


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
    assert {one[0] for one in told} == {"history.yml"}
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


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "history.yml").symlink_to(tmp_path / "weg.yml")
    assert codes(tmp_path) == [("history.yml", 1, "unknown-file")]


def test_a_name_that_cannot_be_shown_is_a_problem(tmp_path: Path) -> None:
    for name in (b"m-\xff.md", b"m-\n.md", b"m-\x1b[31m.md"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    told = codes(tmp_path)
    assert [code for *_, code in told] == ["unknown-file"] * 3
    assert all(name.isprintable() for name, *_ in told)


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(LrtSiteError, match="bestaat niet"):
        files.read_content(tmp_path / "weg")
