"""Every code that a problem can have is explained, and the handbook's list of codes is up to date."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lrt_site.checks.references import TARGETS
from lrt_site.problems import CODES, MILD

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "tests/golden/broken/report.txt"
LIST = "redactie/foutcodes.md"
CODE = re.compile(r"[a-z]+[0-9]*(-[a-z0-9]+)*")
LINE = re.compile(r"tests/content/broken/(?P<place>[^:]+:\d+:\d+): (?P<message>.+) \[(?P<code>[a-z0-9-]+)\]")
OF_ELSEWHERE = ("draft-", "ledger-", "site-", "template-")
WITHOUT_EXAMPLE = {
    *("handbook-anchor", "handbook-build", "handbook-link", "handbook-nav", "missing-file"),
    *("lost-address", "not-shown", "other-authority", "reused-id", "withdrawn-words"),
    *("linked-file", "lost-file", "many-problems", "special-file", "too-large", "unreadable-file"),
    *("long-sentence", "official-word"),
    *(code for code in CODES if code.startswith(OF_ELSEWHERE)),
}
"""The broken content has a site and a table, no handbook, no templates and nothing published, and git keeps it in plain
files of a size that people write; hints for plain language are told only when asked for. Other tests see to these."""

INTRODUCTION = """\
---
description: Elke foutcode, wat zij betekent en wat u eraan doet, met een voorbeeld.
---
# Foutcodes

Elke melding van `make check` eindigt met een code tussen rechte haken. Dat geldt ook voor meldingen van
`lrt-site publish`, `lrt-site verify` en `lrt-site withdraw`. Hier staan alle codes, op alfabet. De voorbeelden zijn
verzonnen.

Een melding begint met de plaats: het bestand, de regel en het teken op die regel.
"""


def calls() -> Iterator[ast.Call]:
    for module in sorted((ROOT / "lrt_site").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def texts_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def emitted() -> set[str]:
    """The codes in the calls that make faults and problems; a code is the one argument that is all small letters."""
    makers = {"Fault", "Problem", "FieldError", "problem", "tell", "_after", "_fault", "_placed", "_standing", "_told"}
    found = {f"unknown-{word}" for word in TARGETS}
    for call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in makers:
            given = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            found |= {text for text in given if CODE.fullmatch(text)}
    return found


def examples() -> Mapping[str, str]:
    """One line of the broken content's report for every code in it."""
    found: dict[str, str] = {}
    for line in REPORT.read_text("utf-8").splitlines():
        match = LINE.fullmatch(line)
        assert match, line
        found.setdefault(match["code"], f"content/{match['place']}: {match['message']} [{match['code']}]")
    return found


def in_markdown(text: str) -> str:
    """A text as Markdown that shows it as it is, and that wraps where a block of code would not."""
    return re.sub(r"[\\`*_\[\]#]", r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;"))


def list_of_codes() -> str:
    """The page of the handbook, from the codes and the report."""
    shown = examples()
    parts = [INTRODUCTION]
    for code, meaning in sorted(CODES.items()):
        parts.append(f"\n## `{code}`\n\n{meaning}\n")
        if code in MILD:
            parts.append("\nDe site wordt toch gemaakt.\n")
        if code in shown:
            parts.append(f"\n> {in_markdown(shown[code])}\n")
    return "".join(parts)


def test_every_code_that_is_emitted_is_explained() -> None:
    assert sorted(emitted() - set(CODES)) == []


def test_every_code_that_is_explained_can_be_emitted() -> None:
    modules = [path for path in (ROOT / "lrt_site").rglob("*.py") if path.name != "problems.py"]
    words = {text for path in modules for text in texts_in(ast.parse(path.read_text("utf-8")))}
    assert sorted(set(CODES) - words - emitted()) == []


def test_the_broken_content_shows_every_code_of_the_content() -> None:
    assert set(CODES) - set(examples()) == WITHOUT_EXAMPLE


def test_the_list_of_codes_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden(f"../../docs/{LIST}", list_of_codes())


def test_the_list_of_codes_is_in_the_menu() -> None:
    assert f": {LIST}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_a_meaning_is_dutch_and_short() -> None:
    for code, meaning in CODES.items():
        assert CODE.fullmatch(code)
        assert meaning[0].isupper()
        assert meaning.endswith(".")
        assert len(meaning) <= 120
