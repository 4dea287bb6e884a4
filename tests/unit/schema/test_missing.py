"""A file or folder with published records that is gone is one problem, and no end of all those records."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import checking, files, publishing
from lrt_site.model.publications import History
from lrt_site.model.register import Register
from lrt_site.problems import Problem
from lrt_site.schema import FIGURES, FOLDERS, LISTS
from tests.builders import a_history, a_meeting, a_person, a_register

FICTIEF = Path(__file__).parents[3] / "examples/fictief"
ROOT = PurePosixPath("inhoud")


@cache
def texts() -> Mapping[str, str]:
    return files.read_content(FICTIEF)[0]


@cache
def history() -> History:
    """The made-up table as if all that it has now was published."""
    return a_history(Register.of(checking.read(texts()).values()))


def without(gone: str) -> dict[str, str]:
    return {path: text for path, text in texts().items() if path != gone and not path.startswith(f"{gone}/")}


def told(content: Mapping[str, str], unread: tuple[Problem, ...] = ()) -> list[tuple[str, str]]:
    found = checking.check(content, root=ROOT, history=history(), unread=unread)
    return [(str(problem.file.relative_to(ROOT)), problem.code) for problem in found]


def folders() -> list[str]:
    """The folders of which the last publication has more than one record."""
    kinds = [version.record.__class__.__name__ for version in history().known(history().last).values()]
    return [folder for folder, kind in FOLDERS.items() if kinds.count(kind.title().replace("-", "")) > 1]


TABLES = [path for path in texts() if path.endswith(".csv")]


def test_the_whole_content_misses_nothing() -> None:
    assert told(texts()) == []
    assert TABLES
    assert folders() == list(FOLDERS)


@pytest.mark.parametrize("gone", [*LISTS, *FOLDERS, *TABLES])
def test_what_is_gone_is_one_problem(gone: str) -> None:
    assert told(without(gone)) == [(gone, "lost-file")]


def test_the_whole_folder_of_figures_is_one_problem() -> None:
    assert told(without(FIGURES)) == [(f"{FIGURES}/series.yml", "lost-file")]


@pytest.mark.parametrize("gone", [*LISTS, *FOLDERS, *TABLES])
def test_what_is_there_and_cannot_be_read_is_not_missing(gone: str) -> None:
    unread = Problem(ROOT / gone, 1, 1, "linked-file", "Dit is een verwijzing.")
    assert told(without(gone), (unread,)) == [(gone, "linked-file")]


@pytest.mark.parametrize("gone", [*LISTS, *FOLDERS, *TABLES])
def test_nothing_is_missed_that_was_never_published(gone: str) -> None:
    found = checking.check(without(gone), root=ROOT)
    assert "lost-file" not in {problem.code for problem in found}


def test_all_that_a_list_held_can_be_ended_on_purpose() -> None:
    for path, lists in LISTS.items():
        assert (path, "lost-file") not in told({**without(path), path: f"{next(iter(lists))}: []\n"})


def test_all_that_a_folder_held_can_be_ended_on_purpose() -> None:
    for folder in FOLDERS:
        content = {**without(folder), f"{folder}/.gitkeep": ""}
        assert {code for _, code in told(content)} & {"lost-file", "unknown-file"} == set()


def test_all_values_of_a_series_can_be_ended_on_purpose() -> None:
    for table in TABLES:
        header = texts()[table].partition("\n")[0]
        assert (table, "lost-file") not in told({**without(table), table: f"{header}\n"})


def test_the_only_record_of_a_folder_ends_as_any_record_does() -> None:
    past = a_history(a_register(a_person(), a_meeting()))
    found = checking.check({}, root=ROOT, history=past)
    assert [problem.file.name for problem in found if problem.code == "lost-file"] == [
        "participants.yml",
        "sources.yml",
    ]


def test_no_draft_and_no_difference_is_made_without_it() -> None:
    ready = publishing.coming_publication(without("meetings"), files.read_ledger(FICTIEF), ROOT)
    assert ([problem.code for problem in ready.problems], ready.changes, ready.faulty) == (["lost-file"], (), ())
