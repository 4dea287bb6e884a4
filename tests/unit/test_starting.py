"""A new project is whole: it checks clean, says what its makers answered, and is written at once or not at all."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lrt_site import __version__, builtin, files, starting
from lrt_site.cli.main import main
from lrt_site.starting import LICENCES, Answers

TODAY = date(2026, 11, 27)
ANSWERS = Answers(
    name="Overlegtafel Wonen",
    publisher="Gemeente Voorbeeld",
    address="https://wonen.example/",
    authority="wonen.example",
    report_error="redactie@wonen.example",
    licence="CC0 1.0",
)
ASKED = ("Overlegtafel Wonen", "Gemeente Voorbeeld", "https://wonen.example", "", "redactie@wonen.example", "")
"""What somebody types who takes what is suggested."""


def brought() -> dict[str, bytes]:
    return {path.lstrip("/"): data for path, data in files.read_tree(builtin.NEW_PROJECT, "").items()}


def project(**changes: str) -> dict[str, bytes]:
    return starting.files_of(brought(), Answers(**{**as_given(), **changes}), TODAY)


def as_given() -> dict[str, str]:
    return {name: getattr(ANSWERS, name) for name in Answers.__dataclass_fields__}


def run(folder: Path, *arguments: str, typed: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *arguments], input="".join(f"{line}\n" for line in typed))


def test_a_new_project_has_no_problems() -> None:
    assert starting.check(project()) == ()


@pytest.mark.parametrize("name", ['Tafel "Wonen & Zorg": noord', "# Tafel - 1", "$name", "l'été\\n", "ja", "2024"])
def test_any_name_stays_as_it_was_typed(name: str) -> None:
    made = project(name=name, publisher=name)
    assert starting.check(made) == ()
    assert starting.CONTENT + "site.yml" in made
    assert made["README.md"].decode().startswith(f"# {name}\n")


def test_what_was_answered_stands_in_the_description_of_the_site() -> None:
    site = project()["content/site.yml"].decode()
    for answer in as_given().values():
        assert f'"{answer}"' in site
    assert LICENCES[ANSWERS.licence] in site
    assert "sources_checked_on: 2026-11-27" in site


def test_a_licence_that_we_do_not_know_has_a_name_alone() -> None:
    made = project(licence="Een eigen licentie")
    assert starting.check(made) == ()
    assert 'name: "Een eigen licentie"\n' in made["content/site.yml"].decode()
    assert "creativecommons" not in made["content/site.yml"].decode()


def test_nothing_is_left_to_be_filled_in() -> None:
    left = {word for data in project().values() for word in re.findall(r"\$\w+", data.decode())}
    assert {word for word in left if not word.startswith("$CI_")} == set()


def test_the_same_version_of_the_program_is_asked_for() -> None:
    assert project()["requirements.txt"].decode() == f"lrt-site=={__version__}\n"


def test_what_is_not_given_is_asked(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", typed=ASKED)
    assert outcome.exit_code == 0, outcome.output
    site = (tmp_path / "tafel/content/site.yml").read_text("utf-8")
    assert 'authority: "wonen.example"' in site
    assert 'address: "https://wonen.example/"' in site
    assert {path.lstrip("/") for path in files.read_tree(tmp_path / "tafel", "")} == set(brought())


def test_what_is_given_is_not_asked(tmp_path: Path) -> None:
    given = [word for name, answer in as_given().items() for word in (f"--{name.replace('_', '-')}", answer)]
    outcome = run(tmp_path / "nieuw/tafel", *given)
    assert outcome.exit_code == 0, outcome.output
    assert "?" not in outcome.output


@pytest.mark.parametrize(
    ("option", "answer", "said"),
    [
        ("--address", "wonen", "kan niet het adres van de site zijn"),
        ("--authority", "Wonen.Example/", "Schrijf alleen de naam van een domein"),
        ("--report-error", "bel ons", "kan niemand een fout melden"),
        ("--name", "", ""),
    ],
)
def test_an_answer_that_cannot_be_leaves_nothing_behind(tmp_path: Path, option: str, answer: str, said: str) -> None:
    given = {f"--{name.replace('_', '-')}": value for name, value in as_given().items()} | {option: answer}
    outcome = run(tmp_path / "tafel", *[word for pair in given.items() for word in pair])
    assert outcome.exit_code == 1
    assert said in outcome.output
    assert "Er is geen map gemaakt." in outcome.output
    assert list(tmp_path.iterdir()) == []


def test_who_stops_halfway_gets_nothing(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", typed=ASKED[:2])
    assert outcome.exit_code == 2
    assert "niet alle vragen zijn beantwoord" in outcome.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "tafel").mkdir()
    (tmp_path / "tafel/brief.txt").write_text("van mij", "utf-8")
    outcome = run(tmp_path / "tafel", typed=ASKED)
    assert outcome.exit_code == 2
    assert "bestaat al en is niet leeg" in outcome.output
    assert [path.name for path in (tmp_path / "tafel").iterdir()] == ["brief.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "tafel").mkdir()
    assert run(tmp_path / "tafel", typed=ASKED).exit_code == 0
    assert (tmp_path / "tafel/content/site.yml").is_file()


def test_the_folder_that_one_stands_in_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(Path(), typed=ASKED)
    assert outcome.exit_code == 2
    assert "U staat zelf in die map" in outcome.output


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "tafel"))

    monkeypatch.setattr(files, "write", full)
    outcome = run(tmp_path / "tafel", typed=ASKED)
    assert outcome.exit_code == 2
    assert "de schijf is vol" in outcome.output
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_the_made_up_table(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", "--example")
    assert outcome.exit_code == 0, outcome.output
    assert files.read_tree(tmp_path / "tafel/content", "") == files.read_tree(builtin.EXAMPLE, "")
    assert (tmp_path / "tafel/.gitattributes").is_file()
