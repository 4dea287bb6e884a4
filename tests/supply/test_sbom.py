"""The bill of materials has every locked package with its hashes, keeps to its schema, and is the same every time."""

import json
import subprocess
import sys
from typing import Any

import pytest

import lrt_site
from supply.locks import PROGRAM, pins
from supply.third_party import listed
from tests.tools.sites import ROOT


def made(**environment: str) -> str:
    """What `make sbom` writes; it does so only where the schema allows it."""
    command = [sys.executable, "-W", "error", "-m", "supply.sbom"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def text() -> str:
    return made(PYTHONHASHSEED="1", TZ="Pacific/Auckland")


def test_it_is_the_same_every_time(text: str) -> None:
    assert made(PYTHONHASHSEED="77", TZ="UTC") == text
    bill = json.loads(text)
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]


def test_it_has_every_locked_package_with_its_hashes_and_every_file_of_others(text: str) -> None:
    bill = json.loads(text)
    found = {
        (component["name"], component["version"]): {item["content"] for item in component["hashes"]}
        for component in bill["components"]
    }
    expected = {(pin.name, pin.version): set(pin.hashes) for pin in pins(PROGRAM.read_text("utf-8"))}
    assert found == expected | {(other.name, other.version): {other.sha256} for other in listed()}


def test_all_of_it_is_needed_by_the_program(text: str) -> None:
    bill: dict[str, Any] = json.loads(text)
    assert bill["metadata"]["component"]["version"] == lrt_site.__version__
    needs = {item["ref"]: item.get("dependsOn", []) for item in bill["dependencies"]}
    reached = ["lrt-site"]
    for name in reached:
        reached += [other for other in needs[name] if other not in reached]
    assert set(reached) == {"lrt-site", *(component["bom-ref"] for component in bill["components"])}
