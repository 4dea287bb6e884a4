"""Every code that a problem can have is explained, and the handbook's list of codes is up to date."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from click import unstyle

from lrt_site import checking, files
from lrt_site.checks.references import TARGETS
from lrt_site.cli.fixing import explained, page_of
from lrt_site.cli.frames import as_frames
from lrt_site.problems import CODES, MILD
from lrt_site.reporting import lines_of

ROOT = Path(__file__).parents[2]
BROKEN = PurePosixPath("tests/content/broken")
LIST = "redactie/foutcodes.md"
CODE = re.compile(r"[a-z]+[0-9]*(-[a-z0-9]+)*")
OF_ELSEWHERE = ("draft-", "ledger-", "site-", "template-")
CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ'…")
NEAR = 1
"""So many lines below its message a code can stand."""
LONGEST = 20_000
"""So many bytes of Markdown a reader gets at most, to find one code."""
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
description: Alle foutcodes op alfabet, elk met de weg naar de oorzaak en een voorbeeld.
---
# Foutcodes

Elke melding van `make check` eindigt met een code tussen rechte haken. Dat geldt ook voor meldingen van
`lrt-site publish`, `lrt-site verify` en `lrt-site withdraw`. Hier staan alle codes, op alfabet. Kies een code: dan ziet
u een verzonnen voorbeeld, met de melding erbij.
"""
OF_PART = """\
---
description: Foutcodes van {first} tot en met {last}, elk met de oorzaak en een verzonnen voorbeeld.
---
# Foutcodes {first}–{last}

Bij elke code staat eerst wat er is en wat u doet. Daaronder staat een melding, zoals zij op uw scherm komt. Een melding
begint met de plaats: het bestand, de regel en het teken op die regel. Onder de regel wijzen haakjes de fout aan. Weet
het programma hoe het moet? Dan staat dat achter `zo`. De voorbeelden zijn verzonnen. Een melding met … heeft daar op uw
scherm een naam of een getal. Terug naar [alle codes](foutcodes.md).
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


@cache
def examples() -> Mapping[str, Sequence[str]]:
    """How one problem of the broken content is told, for every code in it: the message, and the lines under it."""
    texts, unread = files.read_content(ROOT / BROKEN)
    placed = [replace(problem, file=BROKEN / problem.file.relative_to(ROOT / BROKEN)) for problem in unread]
    found: dict[str, Sequence[str]] = {}
    for problem in sorted({*placed, *checking.check(texts, root=BROKEN)}):
        if problem.code not in found:
            told = unstyle(as_frames([problem], lines_of(texts, BROKEN))).replace(f"{BROKEN}/", "content/")
            found[problem.code] = told.rstrip().split("\n")[:-1]
    return found


@cache
def wordings() -> Mapping[str, str]:
    """The message that stands nearest to a code in the program, with … for what differs."""
    found: dict[str, tuple[int, int, str]] = {}
    for module in sorted((ROOT / "lrt_site").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(module.read_text("utf-8"))))
        remarks = {node.value for node in nodes if isinstance(node, ast.Expr)}
        texts = [node for node in nodes if isinstance(node, ast.expr) and node not in remarks]
        told = [(node.lineno, node.end_lineno or 0, text) for node in texts if (text := worded(node))]
        sentences = [row for row in told if " " in row[2] and row[2][0] in CAPITALS and row[2].endswith((".", "?"))]
        codes = [(line, text) for line, _, text in told if text in CODES and module.name != "problems.py"]
        for at, code in codes:
            near = [
                (abs(at - end), -len(text), text) for begin, end, text in sentences if begin - 1 <= at <= end + NEAR
            ]
            found[code] = min([*near, *([found[code]] if code in found else [])], default=(0, 0, ""))
    return {code: re.sub(r"\{\w+\}", "…", text) for code, (_, _, text) in found.items() if text}


def worded(node: ast.AST) -> str:
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return "".join(worded(part) or "…" for part in parts)
    return ""


def in_markdown(text: str) -> str:
    """A text as Markdown that shows it as it is, and that wraps where a block of code would not."""
    return re.sub(r"[\\`*_\[\]#]", r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;"))


def pages() -> Mapping[str, str]:
    """The pages of the handbook about codes: the list of all, and for some letters at a time what each code means."""
    listed = [INTRODUCTION]
    parts: dict[str, list[str]] = {}
    for code, meaning in sorted(CODES.items()):
        page = page_of(code)
        if page not in parts:
            listed.append(f"\n## {page.rpartition('foutcodes-')[2].replace('-', ' tot en met ')}\n")
        listed.append(f"\n- [`{code}`]({page.rpartition('/')[2]}.md#{code}){{ #{code} }}")
        parts.setdefault(page, []).append(explanation(code, meaning))
    told = {}
    for page, sections in parts.items():
        first, last = page.rpartition("/")[2].removeprefix("foutcodes-").split("-")
        told[f"{page}.md"] = OF_PART.format(first=first, last=last) + "".join(sections)
    return {LIST: f"{''.join(listed)}\n", **told}


def explanation(code: str, meaning: str) -> str:
    """What a code means, and how it looks."""
    weight = "\nDe site wordt toch gemaakt.\n" if code in MILD else ""
    message, *lines = examples().get(code, ("",))
    words = message or wordings().get(code, "")
    shown = f"\n> {in_markdown(words)}\n" if words else ""
    framed = "\n".join(line.rstrip() for line in lines if line)
    return f"\n## `{code}`\n\n{meaning}\n{weight}{shown}" + (f"\n```text\n{framed}\n```\n" if framed else "")


def test_every_code_that_is_emitted_is_explained() -> None:
    assert sorted(emitted() - set(CODES)) == []


def test_every_code_that_is_explained_can_be_emitted() -> None:
    modules = [path for path in (ROOT / "lrt_site").rglob("*.py") if path.name != "problems.py"]
    words = {text for path in modules for text in texts_in(ast.parse(path.read_text("utf-8")))}
    assert sorted(set(CODES) - words - emitted()) == []


def test_the_broken_content_shows_every_code_of_the_content() -> None:
    assert set(CODES) - set(examples()) == WITHOUT_EXAMPLE


@pytest.mark.parametrize("page", pages())
def test_the_pages_of_codes_are_up_to_date(page: str, golden: Callable[[str, str], None]) -> None:
    golden(f"../../docs/{page}", pages()[page])


def test_no_page_of_codes_stayed_behind() -> None:
    there = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/redactie").glob("foutcodes*.md")}
    assert there == set(pages())


def test_no_page_of_codes_is_long() -> None:
    assert {page: len(text.encode()) for page, text in pages().items() if len(text.encode()) > LONGEST} == {}


@pytest.mark.parametrize("code", ["about-itself", "bad-date", "yaml-syntax", "withdrawn-words"])
def test_the_explanation_leads_to_its_place(code: str) -> None:
    address = explained(code).rpartition(" ")[2]
    page, _, anchor = address.partition("/#")
    assert anchor == code
    assert f"\n## `{code}`\n" in (ROOT / f"docs/{page}.md").read_text("utf-8")


def test_a_meaning_is_dutch_and_short() -> None:
    for code, meaning in CODES.items():
        assert CODE.fullmatch(code)
        assert meaning[0].isupper()
        assert meaning.endswith(".")
        assert len(meaning) <= 120
