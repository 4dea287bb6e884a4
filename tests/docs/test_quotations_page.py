"""What re-users read about looking quotations up holds: the program on the page finds what the pages say."""

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import files, pipeline
from lrt_site.sitemap import states
from tests.builders import a_ledger, a_meeting, a_register
from tests.tools.sites import ROOT

PAGE = (ROOT / "docs/data/citaat.md").read_text("utf-8")
MEETING = "/vergaderingen/m-2020-06-15/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site of two publications, and the program beside it."""
    bodies = ("De tafel besprak de fictieve dijk van zand.", "De tafel besprak de fictieve dijk van klei.")
    ledger = a_ledger(*(a_register(a_meeting(body=body)) for body in bodies), addresses=states.addresses)
    templates, static = files.read_templates(ROOT / "templates")
    made = pipeline.build(pipeline.Sources({}, ledger, templates, static, PurePosixPath("fictief")))
    assert made.problems == ()
    folder = tmp_path_factory.mktemp("map")
    files.write(folder / "site", made.files)
    program = re.search(r"^<!-- programma -->\n```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert program
    (folder / "zoek.py").write_text(program[1], "utf-8")
    return folder


def found(folder: Path, words: str) -> list[str]:
    command = [sys.executable, "zoek.py", "site", words]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return [line.rstrip() for line in run.stdout.splitlines() if re.match(rf"{MEETING}( |versies/[0-9])", line)]


def test_the_program_on_the_page_finds_every_edition(folder: Path) -> None:
    command = re.search(r"^```sh\npython3 zoek.py site \"([^\"]+)\"\n```$", PAGE, re.MULTILINE)
    assert command
    assert found(folder, command[1]) == [f"{MEETING} 2", f"{MEETING}versies/2/ 2", f"{MEETING}versies/1/ 1 1"]
    assert found(folder, "dijk van zand") == [f"{MEETING}versies/1/ 1 1"]
    assert found(folder, "dijk van goud") == []


def test_the_page_names_every_field(folder: Path) -> None:
    data = folder / "site/data/v1/citaat"
    for file in (data / "index.json", data / "paginas/1.json", data / "woorden.json"):
        fields = set(re.findall(r'"([$a-z]+)":', file.read_text("utf-8"))) - {"number", "date", "file", "title"}
        assert fields
        assert [name for name in fields if f"`{name}`" not in PAGE] == []
