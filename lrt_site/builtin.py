"""What the program brings along: templates, the start of a project, and an example.

In a wheel they stand inside the package; in a checkout at the top of the repository, where people look for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_PACKAGE = Path(__file__).parent
PROJECT_TEMPLATES = Path("templates")
"""Where a project has templates of its own."""
PROJECT_HANDBOOK = Path("mkdocs.yml")
"""What says, in a project with a handbook, how it is made."""


def _found(in_wheel: str, in_checkout: str) -> Path:
    """The folder with this name in the package, or else the one that a wheel makes it from."""
    packed = _PACKAGE / in_wheel
    return packed if packed.is_dir() else _PACKAGE.parent / in_checkout


TEMPLATES = _found("templates", "templates")
NEW_PROJECT = TEMPLATES / "project"
"""The files with which a new project begins."""
DEPLOYMENT = _found("deploy", "deploy")
"""What serves a built site: settings of web servers, which a new project gets as they are."""
EXAMPLE = _found("example", "examples/fictief")
"""The content of a made-up table with every feature."""
EXAMPLE_README = TEMPLATES / "example/README.md"
"""What a copy of that table says to who opens it."""
LICENCES: Mapping[str, str] = MappingProxyType(
    {
        "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.nl",
    }
)
"""Licences for data that we know the address of."""


def template_folders(project: Path = Path()) -> tuple[Path, ...]:
    """Where templates stand: ours, and those of the project if it has any, which lie over ours file by file.

    Whether the second is a folder, `files` tells.
    """
    own = project / PROJECT_TEMPLATES
    there = own.exists() or own.is_symlink()
    return (TEMPLATES, own) if there and own.resolve() != TEMPLATES.resolve() else (TEMPLATES,)
