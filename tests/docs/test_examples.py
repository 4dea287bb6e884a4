"""The guides keep their word: right examples are right, wrong ones wrong in the way they say."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import checking, urls
from lrt_site.checks import CHECKS
from lrt_site.export.v1 import as_file, from_v1, to_v1
from lrt_site.model import kinds
from lrt_site.model.register import Register
from lrt_site.schema import read_content

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDE = DOCS / "redactie"
BLOCK = re.compile(
    r"^<!-- (?P<word>voorbeeld|fout): (?P<file>\S+)(?: (?P<code>\S+))? -->\n```\w+\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """A fenced block of the guide, and the content file it shows a piece of."""

    page: str
    line: int
    file: str
    text: str
    code: str | None
    """The code of the problem that it must show; none when it must be right."""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def examples() -> Iterator[Example]:
    for page in sorted(GUIDE.glob("*.md")):
        guide = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(guide):
            line = guide.count("\n", 0, block.start()) + 1
            yield Example(page.name, line, block["file"], block["text"], block["code"])


EXAMPLES = tuple(examples())
RIGHT = tuple(example for example in EXAMPLES if example.code is None)
WRONG = tuple(example for example in EXAMPLES if example.code is not None)


def around(example: Example) -> dict[str, str]:
    """The example as a content tree, with the other files that its page shows."""
    others = {other.file: other.text for other in RIGHT if other.page == example.page}
    return {**others, example.file: example.text}


@pytest.mark.parametrize("example", RIGHT, ids=str)
def test_a_right_example_can_be_copied(example: Example) -> None:
    content = read_content(around(example), PurePosixPath("content"))
    assert content.problems == ()
    assert content.records


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_wrong_example_is_wrong_as_the_guide_says(example: Example) -> None:
    problems = checking.check({example.file: example.text}, root=PurePosixPath("content"))
    assert example.code in {problem.code for problem in problems}


def test_the_right_examples_together_are_one_sound_register() -> None:
    register = Register.of(
        record for example in RIGHT for record in read_content(around(example), PurePosixPath("content")).records
    )
    assert [fault for rule in CHECKS for fault in rule(register)] == []


def test_every_block_of_content_in_the_guide_is_tried() -> None:
    fences = sum(
        len(re.findall(r"^```(?:yaml|markdown)$", page.read_text(encoding="utf-8"), re.MULTILINE))
        for page in GUIDE.glob("*.md")
    )
    tried = [example for example in EXAMPLES if not example.file.endswith(".csv")]
    assert len(tried) == fences


def test_the_architecture_page_names_the_layers_that_lint_keeps() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract.get("containers") == ["lrt_site"])
    kept = [re.findall(r"\w+", layer) for layer in layers]
    page = (DOCS / "ontwikkeling/architecture.md").read_text("utf-8")
    block = re.search(r"^```\n(cli\n.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert block
    assert [re.findall(r"\w+", line) for line in block[1].splitlines()] == kept


def test_every_kind_of_record_is_explained_to_re_users(request: pytest.FixtureRequest) -> None:
    file = DOCS / "data/velden.md"
    before, heading, rest = file.read_text("utf-8").partition("## Soorten records\n")
    section, following, after = rest.partition("\n## ")
    rows = "".join(f"| `{kind.name}` | {kind.about} |\n" for kind in kinds.ALL)
    told = f"\n| Soort (`type`) | Wat het is |\n|---|---|\n{rows}"
    if request.config.getoption("--bless"):
        file.write_text(before + heading + told + following + after, "utf-8")
        section = told
    assert section == told


def test_the_record_shown_to_re_users_is_one_that_we_publish() -> None:
    page = (DOCS / "data/index.md").read_text("utf-8")
    (shown,) = re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    published: dict[str, object] = json.loads(shown)
    record = from_v1({key: value for key, value in published.items() if key != "$schema"})
    (file,) = as_file(urls.data_of(record), to_v1(record)).values()
    assert json.loads(file) == published
