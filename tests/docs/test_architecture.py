"""What the page about the architecture names is there."""

import ast
import re
from collections.abc import Iterator

from tests.tools.sites import ROOT

PACKAGE = ROOT / "lrt_site"
NAMED = re.compile(r"`([A-Za-z]+(?:[._][A-Za-z]+)+)`")
"""A name of ours in a text: of several words or parts."""
FILE = re.compile(r"\.(py|yml)$")


def defined() -> Iterator[str]:
    """Every module, class, function and macro, with all that stands above it."""
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield module
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield from (
                    f"{module}.{node.name}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)
                )
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                yield f"{module}.{node.name}"
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield f"{module}.{node.id}"
    for path in (ROOT / "templates").rglob("*.jinja"):
        yield from re.findall(r"\{% macro (\w+)", path.read_text("utf-8"))


def test_every_module_that_the_architecture_names_is_there() -> None:
    known = {name[start:] for name in defined() for start in (0, *(dot.end() for dot in re.finditer(r"\.", name)))}
    page = (ROOT / "docs/ontwikkeling/architecture.md").read_text("utf-8")
    named = {name for name in NAMED.findall(page) if not FILE.search(name)}
    assert len(named) > 40
    assert named - known == set()
