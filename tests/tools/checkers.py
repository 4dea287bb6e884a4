"""The checkers of others that we hold every page against: axe-core and the Nu HTML checker."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.tools.pages import VOID

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core/axe.min.js"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
ERRORS = ("--errors-only", "--no-langdetect")
"""To find out the language of a page takes long, and another one than it says would be no error but a warning."""
JVM = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m")
"""A run is too short for more threads and a better compiler to pay for themselves."""
_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-zA-Z:-]+)(?:="[^"]*")?')
_Shape = tuple[tuple[str, ...], str, tuple[str, ...]]
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that a page breaks, and the elements that break it."""

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.help}\n" + "".join(f"    {element}\n" for element in self.elements)


@dataclass(frozen=True, slots=True, order=True)
class HtmlError:
    """A fault that the Nu HTML checker found, placed in a file."""

    file: Path
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}\n    {self.extract}"


def axe_violations(page: Page) -> tuple[Violation, ...]:
    """Every rule of WCAG 2.0 to 2.2, A and AA, and of good practice that the open page breaks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
        list(AXE_TAGS),
    )
    return tuple(
        Violation(
            rule=violation["id"],
            impact=violation["impact"],
            help=violation["help"],
            elements=tuple(f"{node['target']} {node['html']}" for node in violation["nodes"]),
        )
        for violation in found["violations"]
    )


def unlike(folders: Iterable[Path]) -> list[Path]:
    """Pages that together hold every element of these folders, with all that it stands in and its attributes."""
    pages = (page for folder in folders for page in folder.rglob("*.html"))
    found: list[Path] = []
    known: set[_Shape] = set()
    for page in sorted(pages, key=lambda page: (-page.stat().st_size, page)):
        shapes = set(_shapes(page.read_text("utf-8")))
        if not shapes <= known:
            known |= shapes
            found.append(page)
    return found


def _shapes(html: str) -> Iterator[_Shape]:
    """The elements of a page: what each stands in, its name, and what its attributes are called."""
    around: tuple[str, ...] = ()
    for end, name, rest in _TAG.findall(html):
        if not end:
            yield around, name, tuple(_ATTRIBUTE.findall(rest))
            around = around if name in VOID or rest.endswith("/") else (*around, name)
        elif name in around:
            around = around[: len(around) - 1 - around[::-1].index(name)]


def html_errors(paths: Iterable[Path]) -> list[HtmlError]:
    """Every error in these pages; a folder stands for all pages in it. One run of Java for all of them."""
    command = ["java", *JVM, "-jar", str(VNU), *ERRORS, "--format", "json", "--stdout", "--skip-non-html"]
    run = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    if not run.stdout.startswith("{"):
        raise RuntimeError(f"the Nu HTML checker did not run: {run.stdout}{run.stderr}")
    return sorted(
        HtmlError(
            file=Path(message.get("url", "").removeprefix("file:")),
            line=message.get("lastLine", 0),
            message=message["message"],
            extract=message.get("extract", "").strip(),
        )
        for message in json.loads(run.stdout)["messages"]
    )
