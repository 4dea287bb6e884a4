"""What a new project asks pip for: the program from where it was installed itself. All addresses are made up."""

from hashlib import sha256
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lrt_site import __version__, installed

WHEEL = f"lrt_site-{__version__}-py3-none-any.whl"
DATA = b"een wheel"
HASH = sha256(DATA).hexdigest()
FOLDER = {"url": "file:///srv/ada/programma", "dir_info": {"editable": True}}
FILE = {"url": f"file:///srv/ada%20f/{WHEEL}", "archive_info": {"hashes": {"sha256": HASH}}}
ADDRESS = {"url": f"https://voorbeeld.example/{WHEEL}", "archive_info": {"hash": f"sha256={HASH}"}}
GIT = {"url": "https://voorbeeld.example/p.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}}


def read(record: installed.Record) -> list[str]:
    """The lines that pip reads."""
    return [line for line in installed.requirement(record).splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        ({}, [f"lrt-site=={__version__}"]),
        (ADDRESS, [f"lrt-site @ https://voorbeeld.example/{WHEEL}#sha256={HASH}"]),
        (ADDRESS | {"archive_info": {}}, [f"lrt-site @ https://voorbeeld.example/{WHEEL}"]),
        (GIT, ["lrt-site @ git+https://voorbeeld.example/p.git@c0ffee"]),
        (FILE, [f"./{WHEEL}"]),
        (FOLDER, []),
        (GIT | {"url": "file:///srv/ada/programma"}, []),
        (installed.IN_A_FOLDER, []),
    ],
)
def test_a_project_asks_for_the_program_from_where_it_was_installed(record: installed.Record, lines: list[str]) -> None:
    assert read(record) == lines
    for line in lines:
        assert line == f"./{WHEEL}" or Requirement(line).name == "lrt-site"
    assert "ada" not in installed.requirement(record)


def test_a_file_is_told_by_its_hash_and_a_folder_asks_for_a_wheel() -> None:
    assert f"# De SHA-256 ervan is {HASH}." in installed.requirement(FILE)
    assert "SHA-256" not in installed.requirement(FILE | {"archive_info": {}})
    assert "pip wheel --no-deps --wheel-dir . " in installed.requirement(FOLDER)
    assert installed.requirement(FOLDER).endswith(f"# ./{WHEEL}")


def test_only_a_file_on_this_machine_is_an_archive_to_bring_along() -> None:
    assert installed.local_archive(FILE) == Path(f"/srv/ada f/{WHEEL}")
    assert [installed.local_archive(record) for record in ({}, FOLDER, ADDRESS, GIT)] == [None] * 4


def test_a_file_that_took_the_place_of_another_is_not_what_was_installed() -> None:
    assert installed.is_archive(FILE, DATA)
    assert not installed.is_archive(FILE, b"een ander")
    assert installed.is_archive(FILE | {"archive_info": {}}, b"een ander")
