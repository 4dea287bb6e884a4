"""A new project: the files that the program brings along for it, with the answers of its makers filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import PurePosixPath
from string import Template
from unicodedata import category

from lrt_site import checking
from lrt_site.builtin import LICENCES
from lrt_site.frozen import dataclass
from lrt_site.problems import Problem

CONTENT = "content/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a new project asks of its makers."""

    name: str
    """What the table is called."""
    publisher: str
    """Who publishes the site."""
    address: str
    """Where the site will stand."""
    authority: str
    """The domain with which names in feeds and calendars begin."""
    report_error: str
    """Where a reader reports an error."""
    licence: str
    """The name of the licence of the data."""


_SOUND = Answers(
    name="Overleg",
    publisher="Redactie",
    address="https://tafel.example/",
    authority="tafel.example",
    report_error="redactie@tafel.example",
    licence="CC0 1.0",
)
"""Answers that nothing is wrong with, beside which one other can be checked."""
_DAY = date(2026, 1, 1)
_UNREADABLE = ("Cc", "Cs")
"""Kinds of signs that no answer has: steering ones, and bytes that are no UTF-8."""
_OF_THE_EXAMPLE = (".gitattributes", ".gitignore", ".vscode/extensions.json", ".vscode/settings.json")
"""What the example shares with a new project: the rest is about publishing a site of one's own."""


def tidied(field: str, answer: str) -> str:
    """An answer without what is only typed by the way."""
    answer = answer.strip()
    return f"{answer.rstrip('/')}/" if field == "address" else answer


def wrong_in(brought: Mapping[str, bytes], field: str, answer: str) -> str | None:
    """What keeps an answer from standing in a new project, as a Dutch sentence."""
    if not answer:
        return "Dit antwoord is leeg."
    if any(category(sign) in _UNREADABLE for sign in answer):
        return "In dit antwoord staat een teken dat niet te lezen is. Typ het opnieuw."
    problems = check(files_of(brought, replace(_SOUND, **{field: answer}), _DAY, ""))
    return problems[0].message if problems else None


def files_of(brought: Mapping[str, bytes], answers: Answers, today: date, requirement: str) -> dict[str, bytes]:
    """The files of a new project by path, made from those that the program brings along.

    `requirement` is what pip is to install.
    """
    licence = LICENCES.get(answers.licence)
    in_yaml = {
        **{field: _quoted(answer) for field, answer in asdict(answers).items()},
        "licence_url": f"\n  url: {licence}" if licence else "",
        "today": today.isoformat(),
    }
    elsewhere = {"name": answers.name, "requirement": requirement}
    return {
        path: Template(data.decode()).safe_substitute(in_yaml if path.startswith(CONTENT) else elsewhere).encode()
        for path, data in brought.items()
    }


def example(brought: Mapping[str, bytes], readme: bytes, content: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a project that is there to try things: a made-up table, with its own word to who opens it."""
    shared = {path: brought[path] for path in _OF_THE_EXAMPLE}
    return {**shared, "README.md": readme, **{f"{CONTENT}{path}": data for path, data in content.items()}}


def check(project: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What is wrong in the content of a project."""
    texts = {path.removeprefix(CONTENT): data.decode() for path, data in project.items() if path.startswith(CONTENT)}
    return checking.check(texts, root=PurePosixPath(CONTENT))


def _quoted(answer: str) -> str:
    """An answer as a text of YAML, whatever signs it has."""
    return json.dumps(answer, ensure_ascii=False)
