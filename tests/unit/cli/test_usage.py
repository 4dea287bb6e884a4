"""What click says in English of wrong use, editors read in Dutch."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from lrt_site.cli import main
from lrt_site.cli.usage import wrong_use

ENGLISH = ("Usage", "Options", "Commands", "Error", "Try ", "Show this", "No such", "default:", "required", "Invalid")


def given(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="lrt-site")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "Er is geen opdracht 'chek'. Bedoelde u 'check'? Zo gebruikt u dit: lrt-site --help"),
        (("bouw",), "Er is geen opdracht 'bouw'. Zo gebruikt u dit: lrt-site --help"),
        (("cache", "klear"), "Er is geen opdracht 'klear'. Bedoelde u 'clear'? Zo gebruikt u dit: lrt-site cache -"),
        (("--versie",), "Er is geen optie '--versie'. Bedoelde u '--version'? Zo gebruikt u dit: lrt-site --help"),
        (("check", "--formaat"), "Er is geen optie '--formaat'. Bedoelde u '--format'? Zo gebruikt u dit: lrt-site ch"),
        (
            ("check", "--format", "xml"),
            "Bij '--format': kies uit github, gitlab, json, sarif, text. Zo gebruikt u dit: lrt-site che",
        ),
        (("check", "--format"), "Na '--format' ontbreekt wat erbij hoort. "),
        (("publish", "--draft=ja"), "Na '--draft' hoort niets te staan. "),
        (("serve", "--port", "tachtig"), "Bij '--port': 'tachtig' is geen getal. "),
        (("serve", "--port", "70000"), "Bij '--port': 70000 kan niet; kies een getal van 1 tot en met 65535. "),
        (("build", "--site-dir", __file__), f"Bij '--site-dir': '{__file__}' is een bestand, en hier hoort een map. "),
        (("handover", str(Path(__file__).parent)), "Bij 'LIJST': '"),
        (("verify", "er-is-niets"), "Bij '[MAP]': 'er-is-niets' bestaat niet. "),
        (("handover",), "'LIJST' ontbreekt. "),
        (("rappel",), "'--date' ontbreekt. "),
        (("diff", "1", "2", "3", "4"), "Hier staat iets te veel: '3 4'. "),
        (("build", "--as-of", "1-12-2026"), "Bij '--as-of': '1-12-2026' is geen datum. Schrijf een dag als jjjj-mm-dd"),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: tuple[str, ...], said: str) -> None:
    result = given(*arguments)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert result.output.startswith(f"lrt-site: {said}")
    assert not any(word in result.output for word in ENGLISH)


@pytest.mark.parametrize("arguments", [(), ("-h",), ("cache",), *((name, "--help") for name in main.commands)])
def test_how_a_command_is_used_is_told_in_dutch(arguments: tuple[str, ...]) -> None:
    output = given(*arguments).output
    assert output.startswith("Gebruik: lrt-site")
    assert "-h, --help" in output
    assert not any(word in output for word in ENGLISH)
    assert not any(word in output for word in ("DIRECTORY", "INTEGER", " FILE ", "TEXT"))


def test_the_list_of_commands_tells_each_whole() -> None:
    output = " ".join(given().output.split())
    for name, command in main.commands.items():
        first, *_ = " ".join((command.help or "").split()).split(".")
        assert f"{name} {first}." in output
    assert "..." not in output


def test_what_has_no_dutch_is_told_as_it_is() -> None:
    assert wrong_use(click.UsageError("Something new.")) == "dit kan zo niet (Something new.)"
