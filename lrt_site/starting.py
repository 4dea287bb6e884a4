"""A new project: the files that the program brings along for it, with the answers of its makers filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import PurePosixPath
from string import Template
from types import MappingProxyType

from lrt_site import __version__, pipeline
from lrt_site.problems import Problem

CONTENT = "content/"
LICENCES: Mapping[str, str] = MappingProxyType(
    {
        "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.nl",
    }
)
"""Licences for data that we know the address of."""


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


def files_of(brought: Mapping[str, bytes], answers: Answers, today: date) -> dict[str, bytes]:
    """The files of a new project by path, made from those that the program brings along."""
    licence = LICENCES.get(answers.licence)
    in_yaml = {
        **{field: _quoted(answer) for field, answer in asdict(answers).items()},
        "licence_url": f"\n  url: {licence}" if licence else "",
        "today": today.isoformat(),
    }
    elsewhere = {"name": answers.name, "version": __version__}
    return {
        path: Template(data.decode()).safe_substitute(in_yaml if path.startswith(CONTENT) else elsewhere).encode()
        for path, data in brought.items()
    }


def with_content(project: Mapping[str, bytes], content: Mapping[str, bytes]) -> dict[str, bytes]:
    """A project with other content."""
    kept = {path: data for path, data in project.items() if not path.startswith(CONTENT)}
    return {**kept, **{f"{CONTENT}{path}": data for path, data in content.items()}}


def check(project: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What is wrong in the content of a project."""
    texts = {path.removeprefix(CONTENT): data.decode() for path, data in project.items() if path.startswith(CONTENT)}
    return pipeline.check(texts, root=PurePosixPath(CONTENT))


def _quoted(answer: str) -> str:
    """An answer as a text of YAML, whatever signs it has."""
    return json.dumps(answer, ensure_ascii=False)
