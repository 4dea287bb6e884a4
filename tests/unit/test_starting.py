"""A new project is whole: it checks clean, says what its makers answered, and is written at once or not at all."""

import json
import re
from dataclasses import fields
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lrt_site import builtin, files, starting
from lrt_site.builtin import LICENCES
from lrt_site.cli import init, main
from lrt_site.ledger.naming import publications_in
from lrt_site.starting import Answers

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


def deployment() -> dict[str, bytes]:
    return {path.lstrip("/"): data for path, data in files.read_tree(builtin.DEPLOYMENT, "/deploy").items()}


def project(**changes: str) -> dict[str, bytes]:
    return starting.files_of(brought(), Answers(**{**as_given(), **changes}), TODAY, "lrt-site==1.2.3")


def as_given() -> dict[str, str]:
    return {name: getattr(ANSWERS, name) for name in Answers.__dataclass_fields__}


def as_options(**changes: str) -> list[str]:
    given = as_given() | changes
    return [word for field, answer in given.items() for word in (f"--{field.replace('_', '-')}", answer)]


def run(folder: Path, *arguments: str, typed: tuple[str, ...] = ()) -> Result:
    lines = "".join(f"{line}\n" for line in typed).encode(errors="surrogateescape")
    return CliRunner().invoke(main, ["init", str(folder), *arguments], input=lines)


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
    filled = {*(field.name for field in fields(starting.Answers)), "licence_url", "requirement", "today"}
    left = {word for data in project().values() for word in re.findall(r"\$\{?(\w+)", data.decode())}
    assert left & filled == set()


def test_the_program_is_asked_for_as_it_was_installed() -> None:
    assert project()["requirements.txt"].decode() == "lrt-site==1.2.3\n"


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What pip wrote down of the program, to be filled in."""
    written: dict[str, str] = {}

    class Distribution:
        def read_text(self, name: str) -> str | None:
            return written.get(name)

    monkeypatch.setattr(init, "distribution", lambda _: Distribution())
    return written


def test_a_wheel_that_the_program_was_installed_from_comes_along(tmp_path: Path, recorded: dict[str, str]) -> None:
    wheel = tmp_path / "p.whl"
    wheel.write_bytes(b"PK")
    archive = {"hashes": {"sha256": sha256(b"PK").hexdigest()}}
    recorded["direct_url.json"] = json.dumps({"url": wheel.as_uri(), "archive_info": archive})
    assert run(tmp_path / "a", *as_options()).exit_code == 0
    assert (tmp_path / "a/p.whl").read_bytes() == b"PK"
    wheel.write_bytes(b"een ander")
    assert run(tmp_path / "b", *as_options()).exit_code == 0
    wheel.unlink()
    assert run(tmp_path / "c", *as_options()).exit_code == 0
    for name in "abc":
        assert (tmp_path / name / "requirements.txt").read_text("utf-8").endswith("\n./p.whl\n")
        assert (tmp_path / name / "p.whl").exists() == (name == "a")


def test_a_program_from_an_index_is_asked_of_an_index(tmp_path: Path, recorded: dict[str, str]) -> None:
    assert recorded == {}
    assert run(tmp_path / "a", *as_options()).exit_code == 0
    assert (tmp_path / "a/requirements.txt").read_text("utf-8").startswith("lrt-site==")


def test_a_program_that_was_never_installed_asks_for_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(init, "distribution", none)
    assert run(tmp_path / "a", *as_options()).exit_code == 0
    assert "pip wheel" in (tmp_path / "a/requirements.txt").read_text("utf-8")


def test_what_is_not_given_is_asked(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", typed=ASKED)
    assert outcome.exit_code == 0, outcome.output
    site = (tmp_path / "tafel/content/site.yml").read_text("utf-8")
    assert 'authority: "wonen.example"' in site
    assert 'address: "https://wonen.example/"' in site
    made = {path.lstrip("/"): data for path, data in files.read_tree(tmp_path / "tafel", "").items()}
    assert made.keys() == {*brought(), *deployment()}
    assert made.items() >= deployment().items()


def test_what_is_given_is_not_asked(tmp_path: Path) -> None:
    outcome = run(tmp_path / "nieuw/tafel", *as_options())
    assert outcome.exit_code == 0, outcome.output
    assert "?" not in outcome.output


@pytest.mark.parametrize(
    ("option", "answer", "said"),
    [
        ("--address", "wonen", "kan niet het adres van de site zijn"),
        ("--authority", "Wonen.Example/", "Schrijf alleen de naam van een domein"),
        ("--report-error", "bel ons", "kan niemand een fout melden"),
        ("--name", "", "Dit antwoord is leeg."),
        ("--name", "Tafel \udcff", "een teken dat niet te lezen is"),
        ("--publisher", "Wie\0dan", "een teken dat niet te lezen is"),
    ],
)
def test_an_answer_that_cannot_be_leaves_nothing_behind(tmp_path: Path, option: str, answer: str, said: str) -> None:
    outcome = run(tmp_path / "tafel", *as_options(**{option[2:].replace("-", "_"): answer}))
    assert outcome.exit_code == 2
    assert re.search(f"Bij '{option}': .*{re.escape(said)}", outcome.output)
    assert "Er is geen map gemaakt." in outcome.output
    assert "site.yml" not in outcome.output
    assert list(tmp_path.iterdir()) == []


def test_all_options_that_cannot_be_are_told_before_anything_is_asked(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", "--address", "wonen", "--report-error", "bel ons", typed=ASKED)
    assert outcome.exit_code == 2
    assert "Bij '--address': " in outcome.output
    assert "Bij '--report-error': " in outcome.output
    assert "Hoe heet de tafel?" not in outcome.output


def test_an_answer_that_cannot_be_is_asked_again_and_no_other(tmp_path: Path) -> None:
    name, publisher, address, *rest = ASKED
    outcome = run(tmp_path / "tafel", typed=("Tafel \x07", name, publisher, "wonen", address, *rest))
    assert outcome.exit_code == 0, outcome.output
    questions = ("Hoe heet de tafel?", "Wie geeft de site uit?", "Op welk webadres", "Welk domein", "Waar meldt")
    assert [outcome.output.count(question) for question in questions] == [2, 1, 2, 1, 1]
    assert "een teken dat niet te lezen is" in outcome.output
    assert "'wonen/' kan niet het adres van de site zijn." in outcome.output
    assert "site.yml" not in outcome.output
    assert 'title: "Overlegtafel Wonen"' in (tmp_path / "tafel/content/site.yml").read_text("utf-8")


def test_what_is_typed_and_is_no_text_is_told_plainly(tmp_path: Path) -> None:
    outcome = run(tmp_path / "tafel", typed=("Tafel \udcff",))
    assert outcome.exit_code == 2
    assert "een teken dat niet te lezen is" in outcome.output
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


@pytest.mark.parametrize("kind", ["bestand", "verwijzing"])
def test_what_is_no_folder_is_called_what_it_is(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "tafel"
    place.write_text("van mij", "utf-8") if kind == "bestand" else place.symlink_to(tmp_path / "weg")
    outcome = run(place, typed=ASKED)
    assert outcome.exit_code == 2
    assert f"'{place}' is een {kind}. Noem een nieuwe of lege map." in outcome.output


def test_a_new_repository_of_git_is_filled(tmp_path: Path) -> None:
    (tmp_path / "tafel/.git").mkdir(parents=True)
    (tmp_path / "tafel/.git/HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    outcome = run(tmp_path / "tafel", *as_options())
    assert outcome.exit_code == 0, outcome.output
    assert {path.name for path in (tmp_path / "tafel").iterdir()} == {
        ".git", "deploy", *(path.partition("/")[0] for path in brought())
    }  # fmt: skip
    assert (tmp_path / "tafel/.git/HEAD").read_text("utf-8") == "ref: refs/heads/main\n"


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


def test_the_example_says_that_it_is_there_to_try_things(tmp_path: Path) -> None:
    """It has publications, so that nobody can begin a table of their own in it."""
    assert run(tmp_path / "tafel", "--example").exit_code == 0
    assert publications_in(files.read_ledger(tmp_path / "tafel/content"))
    assert {path.name for path in (tmp_path / "tafel").iterdir()} == {
        ".gitattributes", ".gitignore", ".vscode", "README.md", "content"
    }  # fmt: skip
    readme = (tmp_path / "tafel/README.md").read_text("utf-8")
    assert "alleen om te proberen" in readme
    assert "eerste publicatie" not in readme
