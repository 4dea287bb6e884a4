"""The description of the tables: by the standard, true of the files, and read by the standard's own program."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from jsonschema import Draft7Validator

from lrt_site.export.collections.collection_files import CollectionFiles
from tests.builders import a_commitment, a_meeting, a_register, a_series, an_agenda_item, an_observation
from tests.tools.sites import ROOT

SCHEMA = json.loads((ROOT / "tests/standards/frictionless/datapackage.json").read_text())
REGISTER = a_register(a_meeting(agenda=(an_agenda_item(),)), a_commitment(), a_series(observations=(an_observation(),)))
AT_STAKE = ("record", "meeting", "composition", "commitment", "person", "source")
"""Tables with a fault in one of them, and those that they refer to."""
Spoiling = Callable[[dict[str, Any], Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables of a few records, with their description."""
    for path, make in CollectionFiles(REGISTER, None).makers().items():
        if path.endswith((".csv", "datapackage.json")) and not path.endswith(".excel.csv"):
            made = make()
            (tmp_path / Path(path).name).write_bytes(made if isinstance(made, bytes) else made.encode())
    return tmp_path


def test_it_is_a_data_package(folder: Path) -> None:
    assert not list(Draft7Validator(SCHEMA).iter_errors(_described(folder)))


def test_the_files_are_as_it_describes_them(folder: Path) -> None:
    assert not _errors(folder)


def _another_size(package: dict[str, Any], _: Path) -> None:
    package["resources"][0]["bytes"] += 1


def _no_key(package: dict[str, Any], folder: Path) -> None:
    _change(package, folder, "meeting", "m-2020-06-15,", ",")


def _no_such_source(package: dict[str, Any], folder: Path) -> None:
    _change(package, folder, "commitment", "s-fictief", "s-nergens")


def _change(package: dict[str, Any], folder: Path, table: str, before: str, after: str) -> None:
    """Change a file, and what is said of its size with it."""
    path = folder / f"{table}.csv"
    path.write_text(path.read_text().replace(before, after))
    (resource,) = [resource for resource in package["resources"] if resource["name"] == table]
    del resource["bytes"], resource["hash"]


@pytest.mark.parametrize(
    ("spoil", "error"),
    [(_another_size, "Byte Count Error"), (_no_key, "Constraint Error"), (_no_such_source, "ForeignKey Error")],
)
def test_a_fault_is_found(folder: Path, spoil: Spoiling, error: str) -> None:
    package = _described(folder)
    package["resources"] = [resource for resource in package["resources"] if resource["name"] in AT_STAKE]
    spoil(package, folder)
    (folder / "datapackage.json").write_text(json.dumps(package))
    assert error in " ".join(_errors(folder))


def test_it_says_no_licence_while_there_is_none(folder: Path) -> None:
    assert "licenses" not in _described(folder)


def _described(folder: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text())
    return described


def _errors(folder: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [*map(str, report.flatten(["title", "message"]))]
