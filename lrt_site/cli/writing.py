"""The commands for who writes: `new`, `ids` and `rename`. They register themselves with the program."""

from __future__ import annotations

from pathlib import Path

import click

from lrt_site.cli.console import content_option, speaking_plainly
from lrt_site.cli.usage import Command, Program
from lrt_site.writing.questions import IN_DUTCH, QUESTIONS, TOLD, Question


def register(program: click.Group) -> None:
    """Add the commands of this family."""
    for command in (_new(), ids, rename):
        program.add_command(command)


def _new() -> click.Group:
    group = Program("new", help="Schrijf iets nieuws op de goede plaats. Wat u niet als optie opgeeft, wordt gevraagd.")
    group.in_dutch = IN_DUTCH
    for kind in QUESTIONS:
        group.add_command(_command(kind))
    return group


def _command(kind: str) -> click.Command:
    """The command for a new record of one kind."""

    @speaking_plainly
    def make(content: Path, identifier: str | None, **given: str | None) -> None:
        from lrt_site.cli import made

        made.make(kind, content, identifier, {field: answer for field, answer in given.items() if answer is not None})

    options = [_option(question) for question in QUESTIONS[kind]]
    wanted = click.Option(["--id", "identifier"], metavar="KENMERK", help="Het kenmerk, als u een ander wilt.")
    made_in = click.Option(
        ["--content"],
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("content"),
        show_default=True,
        help="De map met de inhoud.",
    )
    return Command(kind, callback=make, params=[*options, wanted, made_in], help=TOLD[kind])


def _option(question: Question) -> click.Option:
    name = f"--{question.field.replace('_', '-')}"
    metavar = "JJJJ-MM-DD" if question.answer == "day" else "TEKST"
    return click.Option([name, question.field], metavar=metavar, help=question.asks)


@click.command(cls=Command)
@content_option
@click.argument("words", metavar="[WOORD]", nargs=-1)
@speaking_plainly
def ids(content: Path, words: tuple[str, ...]) -> None:
    """Zoek een kenmerk, met een deel van een naam, een titel, een afkorting of een webadres."""
    from lrt_site.cli import made

    made.tell_ids(content, " ".join(words))


@click.command(cls=Command)
@content_option
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@click.option("--write", is_flag=True, help="Schrijf het meteen, zonder te vragen.")
@speaking_plainly
def rename(content: Path, old: str, new: str, write: bool) -> None:
    """Geef iets een ander kenmerk, overal waar het staat: in velden, in links en in namen van bestanden."""
    from lrt_site.cli import renamed

    renamed.rename(content, old, new, at_once=write)
