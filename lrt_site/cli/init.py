"""The command that makes a new project."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit

import click

from lrt_site import builtin, files, installed, starting
from lrt_site.builtin import LICENCES
from lrt_site.cli.console import today
from lrt_site.problems import LrtSiteError
from lrt_site.starting import Answers

_DEPLOYMENT = "deploy"
"""Where a project has what serves its site."""


def init(folder: Path, given: Mapping[str, str | None], *, example: bool) -> None:
    """Make a folder with all that a site of its own needs."""
    files.refuse_taken(folder)
    files.new_folder(folder, _example() if example else _own(given))
    shown = click.format_filename(folder)
    click.echo(f"De map '{shown}' is klaar. Wat u nu kunt doen, staat in '{shown}/README.md'.")


def _example() -> dict[str, bytes]:
    readme = builtin.EXAMPLE_README.read_bytes()
    return starting.example(_brought(builtin.NEW_PROJECT), readme, _brought(builtin.EXAMPLE))


def _own(given: Mapping[str, str | None]) -> dict[str, bytes]:
    brought, record = _brought(builtin.NEW_PROJECT), _installed()
    made = starting.files_of(brought, _answers(brought, given), today(), installed.requirement(record))
    return {**made, **files.read_tree(builtin.DEPLOYMENT, _DEPLOYMENT), **_archive(record)}


def _brought(folder: Path) -> dict[str, bytes]:
    return {path.lstrip("/"): data for path, data in files.read_tree(folder, "").items()}


def _installed() -> installed.Record:
    """How this program was installed."""
    try:
        record = distribution("lrt-site").read_text("direct_url.json")
    except PackageNotFoundError:
        return installed.IN_A_FOLDER
    return json.loads(record) if record else {}


def _archive(record: installed.Record) -> dict[str, bytes]:
    """The file that the program was installed from, by its name, where it is still there."""
    archive = installed.local_archive(record)
    if archive is None or not archive.is_file():
        return {}
    data = archive.read_bytes()
    return {archive.name: data} if installed.is_archive(record, data) else {}


def _answers(brought: Mapping[str, bytes], given: Mapping[str, str | None]) -> Answers:
    """What was given as options, which must be right before anything is asked, and for the rest what is asked."""
    answers = {field: starting.tidied(field, answer) for field, answer in given.items() if answer is not None}
    wrong = {field: starting.wrong_in(brought, field, answer) for field, answer in answers.items()}
    if said := [f"Bij '--{field.replace('_', '-')}': {message}" for field, message in wrong.items() if message]:
        raise LrtSiteError("\n".join([*said, "Er is geen map gemaakt."]))
    for field, question, suggestion in _QUESTIONS:
        while field not in answers:
            answer = starting.tidied(field, _asked(question, suggestion(answers)))
            if message := starting.wrong_in(brought, field, answer):
                click.echo(message, err=True)
            else:
                answers[field] = answer
    return Answers(**answers)


def _asked(question: str, suggested: str | None) -> str:
    try:
        return str(click.prompt(question, default=suggested, prompt_suffix=" "))
    except UnicodeDecodeError as error:
        return error.object.decode(errors="surrogateescape")
    except click.Abort as error:
        raise LrtSiteError("Er is geen map gemaakt: niet alle vragen zijn beantwoord.") from error


_QUESTIONS: tuple[tuple[str, str, Callable[[dict[str, str]], str | None]], ...] = (
    ("name", "Hoe heet de tafel?", lambda _: None),
    ("publisher", "Wie geeft de site uit?", lambda _: None),
    ("address", "Op welk webadres komt de site te staan?", lambda _: "https://tafel.example/"),
    (
        "authority",
        "Welk domein is van u en houdt u? Daarmee beginnen de namen in feeds en agenda's.",
        lambda answers: urlsplit(answers["address"]).hostname,
    ),
    ("report_error", "Waar meldt een lezer een fout? Een e-mailadres of een webadres.", lambda _: None),
    (
        "licence",
        f"Welke licentie hebben de gegevens? {', '.join(LICENCES)}, of een andere.",
        lambda _: next(iter(LICENCES)),
    ),
)
"""The fields of the answers with a question for each, and what is suggested from the answers before it."""
