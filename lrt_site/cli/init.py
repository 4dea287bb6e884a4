"""The command that makes a new project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import click

from lrt_site import builtin, files, starting
from lrt_site.cli.console import Problems, speaking_plainly, today
from lrt_site.problems import LrtSiteError
from lrt_site.starting import LICENCES, Answers

_MADE_UP = Answers(name="Een verzonnen tafel", publisher="", address="", authority="", report_error="", licence="")


@click.command()
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--name", help="Hoe de tafel heet.")
@click.option("--publisher", help="Wie de site uitgeeft.")
@click.option("--address", help="Het webadres waarop de site komt te staan.")
@click.option("--authority", help="Het domein waarmee de namen in feeds en agenda's beginnen.")
@click.option("--report-error", help="Waar een lezer een fout meldt: een e-mailadres of een webadres.")
@click.option("--licence", help=f"De licentie van de gegevens, zoals {' of '.join(LICENCES)}.")
@click.option("--example", is_flag=True, help="Neem een verzonnen tafel waarin alles voorkomt, en stel geen vragen.")
@speaking_plainly
def init(folder: Path, example: bool, **given: str | None) -> None:
    """Maak een nieuwe map met alles voor een eigen site.

    Wat u niet als optie opgeeft, wordt gevraagd.
    """
    files.refuse_taken(folder)
    project = starting.files_of(_brought(builtin.NEW_PROJECT), _MADE_UP if example else _answers(given), today())
    if example:
        project = starting.with_content(project, _brought(builtin.EXAMPLE))
    elif problems := starting.check(project):
        raise Problems(problems, "Er is geen map gemaakt.")
    files.new_folder(folder, project)
    click.echo(f"De map '{folder}' is klaar. Wat u nu kunt doen, staat in '{folder / 'README.md'}'.")


def _brought(folder: Path) -> dict[str, bytes]:
    return {path.lstrip("/"): data for path, data in files.read_tree(folder, "").items()}


def _answers(given: dict[str, str | None]) -> Answers:
    answers: dict[str, str] = {}
    for field, question, suggestion in _QUESTIONS:
        answer = given[field]
        try:
            if answer is None:
                answer = click.prompt(question, default=suggestion(answers), prompt_suffix=" ")
        except click.Abort as error:
            raise LrtSiteError("Er is geen map gemaakt: niet alle vragen zijn beantwoord.") from error
        answers[field] = answer.strip()
    answers["address"] = answers["address"].rstrip("/") + "/"
    return Answers(**answers)


def _host(answers: dict[str, str]) -> str | None:
    try:
        return urlsplit(answers["address"]).hostname
    except ValueError:
        return None


_QUESTIONS: tuple[tuple[str, str, Callable[[dict[str, str]], str | None]], ...] = (
    ("name", "Hoe heet de tafel?", lambda _: None),
    ("publisher", "Wie geeft de site uit?", lambda _: None),
    ("address", "Op welk webadres komt de site te staan?", lambda _: "https://tafel.example/"),
    ("authority", "Welk domein is van u en houdt u? Daarmee beginnen de namen in feeds en agenda's.", _host),
    ("report_error", "Waar meldt een lezer een fout? Een e-mailadres of een webadres.", lambda _: None),
    (
        "licence",
        f"Welke licentie hebben de gegevens? {', '.join(LICENCES)}, of een andere.",
        lambda _: next(iter(LICENCES)),
    ),
)
"""The fields of the answers with a question for each, and what is suggested from the answers before it."""
