"""A command loads what it needs and no more, so that it begins at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import editors

FICTIEF = Path(__file__).parents[2] / "examples/fictief"
RUN = """
import sys
from lrt_site.cli import main
try:
    main(prog_name="lrt-site")
except SystemExit as ended:
    print(f"\\nended {ended.code or 0}", *sys.modules, file=sys.stderr)
"""
"""Runs a command, and tells with what code it ended and what it had loaded."""

PAGES = ("lrt_site.pages", "lrt_site.sitemap", "lrt_site.render", "lrt_site.output", "lrt_site.templating", "jinja2")
PACKS = ("lrt_site.export.reminder", "typst", "pikepdf", "xlsxwriter")
SITES = (*PAGES, *PACKS, "mkdocs", "markdown", "uvicorn", "starlette", "watchfiles", "asyncio", "multiprocessing")
RECORDS = ("lrt_site.model", "lrt_site.schema", "lrt_site.ledger", "lrt_site.files", "cattrs", "yaml", "rapidfuzz")
TEXTS = ("lrt_site.marking", "markdown_it", "nh3")


@pytest.mark.parametrize(
    ("command", "not_needed"),
    [
        ("--help", (*SITES, *RECORDS, *TEXTS)),
        ("--version", (*SITES, *RECORDS, *TEXTS)),
        ("build --help", (*SITES, *RECORDS, *TEXTS)),
        ("check", SITES),
        ("diff", SITES),
        ("verify", (*SITES, *TEXTS)),
        ("anchor", (*SITES, *TEXTS)),
        ("withdraw --resume", (*SITES, *TEXTS)),
        ("publish --draft", SITES),
    ],
)
def test_a_command_does_not_load_what_it_does_not_need(
    command: str, not_needed: tuple[str, ...], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    if command.startswith("publish"):
        editors.write_small(content)
    else:
        shutil.copytree(FICTIEF, content)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *command.split()], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    _, code, *loaded = done.stderr.splitlines()[-1].split()
    assert (code, set(loaded) & set(not_needed)) == ("0", set())
