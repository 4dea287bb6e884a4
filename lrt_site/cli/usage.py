"""How the program and its commands speak of wrong use, and of themselves: in Dutch, where click speaks English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import click

from lrt_site.cli.console import Stop
from lrt_site.problems import quoted
from lrt_site.suggestions import like

_REMARKS = {r"\[default: (.*)\]": r"[anders: \1]", r"\[required\]": "[verplicht]"}
_LONGEST = 200
"""A first sentence of this many signs is told whole in the list of commands."""
_VALUE = re.compile(" (DIRECTORY|FILE|TEXT|INTEGER RANGE|PATH)$")
_VALUES = {"DIRECTORY": "MAP", "FILE": "BESTAND", "TEXT": "TEKST", "INTEGER RANGE": "GETAL", "PATH": "PAD"}
_NAME = "'?(?P<name>[^'\n]*)'?"
_OF_PATH: Mapping[str, str] = {
    "does not exist": "'{name}' bestaat niet.",
    "is a file": "'{name}' is een bestand, en hier hoort een map.",
    "is a directory": "'{name}' is een map, en hier hoort een bestand.",
    "is not readable": "'{name}' kan niet worden gelezen.",
}
_SAID: Mapping[re.Pattern[str], str] = {
    **{re.compile(rf"(File|Directory|Path) {_NAME} {english}\."): dutch for english, dutch in _OF_PATH.items()},
    re.compile(rf"{_NAME} is not a valid (integer|float)( range)?\."): "'{name}' is geen getal.",
    re.compile(rf"{_NAME} is not in the range (?P<low>\S+?)<=x<=(?P<high>\S+?)\."): (
        "{name} kan niet; kies een getal van {low} tot en met {high}."
    ),
    re.compile(rf"Option {_NAME} requires an argument\."): "Na '{name}' ontbreekt wat erbij hoort.",
    re.compile(rf"Option {_NAME} does not take a value\."): "Na '{name}' hoort niets te staan.",
    re.compile(r"Got unexpected extra arguments? \((?P<name>.*)\)"): "Hier staat iets te veel: '{name}'.",
    re.compile("Missing command."): "Noem een opdracht.",
}
"""What click says in English, each with what it is in Dutch."""


class Command(click.Command):
    """A command that tells in Dutch how it is used."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **options})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how it is given."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does."""
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx)) is not None]
        with formatter.section("Opties"):
            formatter.write_dl([(_VALUE.sub(_as_value, name), _remarked(said)) for name, said in rows])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that tells all this."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Zeg wat dit doet en hoe u het gebruikt."
        return option


class Program(Command, click.Group):
    """A group of commands that tells in Dutch what is wrong with how it, or one of them, is given."""

    command_class = Command
    group_class = type
    in_dutch: Mapping[str, str] = MappingProxyType({})
    """The command that is meant, by a Dutch word for it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "OPDRACHT [OPTIES]", **options})

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """The context of a call."""
        with _telling_in_dutch():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Do what is asked."""
        with _telling_in_dutch():
            return super().invoke(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option does, and what commands there are."""
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [(name, command.get_short_help_str(_LONGEST)) for name, command in self.commands.items()]
            )


def _remarked(said: str) -> str:
    for english, dutch in _REMARKS.items():
        said = re.sub(english, dutch, said)
    return said


def _as_value(found: re.Match[str]) -> str:
    return f" {_VALUES[found[1]]}"


@contextmanager
def _telling_in_dutch() -> Iterator[None]:
    """Let what click says of wrong use be a sentence of ours, with where to read how it is used."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "lrt-site"
        raise Stop(f"{wrong_use(error)} Zo gebruikt u dit: {path} --help") from error


def wrong_use(error: click.UsageError) -> str:
    """What is wrong with how a command was given, in Dutch."""
    command = error.ctx.command if error.ctx else None
    match error:
        case click.exceptions.NoSuchCommand(command_name=name):
            known = list(command.commands) if isinstance(command, click.Group) else []
            dutch = command.in_dutch if isinstance(command, Program) else {}
            meant = dutch.get(name.casefold())
            return f"Er is geen opdracht {quoted(name)}." + (f" Bedoelde u '{meant}'?" if meant else like(name, known))
        case click.NoSuchOption(option_name=name):
            known = [option for param in command.params for option in param.opts] if command else []
            return f"Er is geen optie {quoted(name)}.{like(name, known)}"
        case click.MissingParameter():
            return f"{_name_of(error)} ontbreekt."
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return f"Bij {_name_of(error)}: kies uit {', '.join(map(str, choices))}."
        case click.BadParameter():
            return f"Bij {_name_of(error)}: {_said(error.message)}"
    return _said(error.message)


def _name_of(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx) if error.param else "de opdracht"


def _said(message: str) -> str:
    """What click says, in Dutch; in English what we have no Dutch for."""
    for english, dutch in _SAID.items():
        if found := english.fullmatch(message):
            return dutch.format(**found.groupdict())
    return f"dit kan zo niet ({message})"
