"""What is installed runs by itself, in any folder: the wheel carries all it needs."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

import lrt_site
from lrt_site import files
from tests.tools.sites import ROOT, found_once

NAME = f"lrt_site-{lrt_site.__version__}"
INIT = (
    "init",
    "tafel",
    "--name=Overlegtafel Wonen",
    "--publisher=Gemeente Voorbeeld",
    "--address=https://wonen.example/",
    "--authority=wonen.example",
    "--report-error=redactie@wonen.example",
    "--licence=CC0 1.0",
)
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77", "LC_ALL": "C", "COLUMNS": "40"}


def run(command: list[str], folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def distributions(shared_folder: Path) -> Path:
    """The folder with our sdist, and the wheel that was made from it."""
    folder = shared_folder / "distributions"

    def made() -> str:
        return run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], shared_folder)

    found_once(shared_folder / "distributions.made", made)
    return folder


@pytest.fixture(scope="session")
def installed(distributions: Path, shared_folder: Path) -> Path:
    """The wheel unpacked, as pip does it."""
    folder = shared_folder / "installed"

    def unpacked() -> str:
        with ZipFile(distributions / f"{NAME}-py3-none-any.whl") as wheel:
            wheel.extractall(folder)
        return ""

    found_once(shared_folder / "installed.made", unpacked)
    return folder


@pytest.fixture
def command(installed: Path) -> list[str]:
    """`lrt-site` as the wheel has it; only what we depend on comes from where the tests run."""
    start = (
        f"import sys; sys.path = [{str(installed)!r}, *(p for p in sys.path if p not in ('', {str(ROOT)!r}))]\n"
        f"import lrt_site; assert lrt_site.__file__.startswith({str(installed)!r}), lrt_site.__file__\n"
        "from lrt_site.cli import main; main(prog_name='lrt-site')"
    )
    return [sys.executable, "-P", "-c", start]


@pytest.fixture
def project(command: list[str], tmp_path: Path) -> Path:
    """A new project, as `lrt-site init` makes it."""
    run([*command, *INIT], tmp_path)
    return tmp_path / "tafel"


def publish(command: list[str], project: Path) -> None:
    run([*command, "publish", "--draft"], project)
    draft = project / "content/publications/draft.yml"
    text = re.sub("^(title|note):$", r"\1: Onze eerste publicatie.", draft.read_text("utf-8"), flags=re.MULTILINE)
    draft.write_text(text, "utf-8")
    run([*command, "publish"], project)


def test_what_we_distribute_is_as_it_should_be(distributions: Path) -> None:
    made = sorted(path.name for path in distributions.iterdir())
    assert made == [f"{NAME}-py3-none-any.whl", f"{NAME}.tar.gz"]
    run([sys.executable, "-m", "twine", "check", "--strict", *(str(distributions / name) for name in made)], ROOT)


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("lrt_site/templates", "templates"),
        ("lrt_site/example", "examples/fictief"),
        ("lrt_site/schemas", "docs/schema"),
    ],
)
def test_the_wheel_carries_what_stands_beside_the_package(installed: Path, inside: str, outside: str) -> None:
    assert files.read_tree(installed / inside, "") == files.read_tree(ROOT / outside, "")


def test_a_new_project_is_checked_built_and_published_at_once(command: list[str], project: Path) -> None:
    run([*command, "check"], project)
    run([*command, "build", "--first"], project)
    assert "nog niet gepubliceerd" in (project / "site/index.html").read_text("utf-8")
    publish(command, project)
    run([*command, "build"], project)
    pages = list((project / "site").rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        text = page.read_text("utf-8")
        assert "handboek" not in text
        assert "landelijke" not in text
    run([*command, "verify", "site", "--rebuild"], project)
    run([*command, "schema"], project)
    assert (project / "docs/schema/content/site.schema.json").is_file()


def test_the_same_content_gives_the_same_bytes_anywhere(
    command: list[str], tmp_path: Path, installed: Path, fictief_site: Path
) -> None:
    """As installed, in another folder, time zone and language, and with other hashes; of every kind of page."""
    elsewhere = tmp_path / "een ander pad"
    for folder in ("docs", "templates/handbook"):
        shutil.copytree(ROOT / folder, elsewhere / folder)
    (elsewhere / "lrt_site").mkdir()
    for file in ("mkdocs.yml", "lrt_site/handbook.py"):
        shutil.copy(ROOT / file, elsewhere / file)
    run([*command, "build", "--content", str(installed / "lrt_site/example")], elsewhere, **ELSEWHERE)
    made, expected = (files.read_tree(folder, "") for folder in (elsewhere / "site", fictief_site))
    assert made.keys() == expected.keys()
    assert [path for path in made if made[path] != expected[path]] == []


@pytest.fixture
def served(command: list[str], project: Path) -> Iterator[str]:
    """The address at which `lrt-site serve` shows the new project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [*command, "serve", "--port", str(port)], cwd=project, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        while serving.poll() is None:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        serving.terminate()
        serving.wait()


def test_a_new_project_is_shown_while_one_writes(served: str) -> None:
    with urlopen(served) as answer:
        assert "Overlegtafel Wonen" in answer.read().decode()
