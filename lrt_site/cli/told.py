"""Whatever keeps the site from being shown, as problems that an editor can do something about."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from lrt_site import builtin, folders, templating
from lrt_site.cli.console import problems_of
from lrt_site.problems import BrokenTemplateError, LrtSiteError, Problem, UnfitError

STUMBLED = "not-shown"
"""The code of what the program stumbled over and has no better name for."""

_TEMPLATE = ".jinja"


def told(error: BaseException, content: Path, changed: Collection[Path] = ()) -> tuple[Problem, ...]:
    """What an error says, with its file and line; `changed` is what was saved before it came up."""
    match error:
        case UnfitError():
            return error.problems
        case BrokenTemplateError():
            return _of_template(error)
        case LrtSiteError():
            return (_problem(content, 1, str(error)),)
        case OSError():
            named = isinstance(error.filename, str | bytes)
            file = Path(os.fsdecode(error.filename)) if named else content
            return (_problem(file, 1, f"Dit kan niet worden gelezen of geschreven: {folders.reason_of(error)}."),)
    place, line = next(templating.places_of(error), ("", 1))
    if place.endswith(_TEMPLATE):
        return (_template_problem(place, line, templating.said_of(error)),)
    saved = sorted(path for path in changed if path.is_file())
    message = (
        "Hiermee kan de site niet worden getoond. Zet terug wat u het laatst veranderde, of meld dit aan de makers. "
        f"{templating.in_english(error)} Plaats in het programma: {Path(place).name}, regel {line}."
    )
    return (_problem(saved[0] if saved else content, 1, message),)


def _of_template(error: BrokenTemplateError) -> tuple[Problem, ...]:
    """What is wrong with a template, in one of the project where it can be."""
    try:
        return problems_of(error)
    except BrokenTemplateError:
        name, line = next(iter(error.places), ("", 1))
        return (_template_problem(name, line, error.message),)


def _template_problem(name: str, line: int, message: str) -> Problem:
    return Problem(PurePosixPath(_near(builtin.TEMPLATES / name)), line, 1, "template-fault", message)


def _problem(file: Path, line: int, message: str) -> Problem:
    return Problem(PurePosixPath(_near(file)), line, 1, "not-shown", message)


def _near(path: Path) -> Path:
    """A path as seen from the current folder, where it is in it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
