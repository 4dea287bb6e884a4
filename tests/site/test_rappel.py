"""Half-year packs on the site and by command: there is one for every office that a page names, the same either way."""

import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from lrt_site import urls
from lrt_site.cli import main
from lrt_site.console import Day
from lrt_site.views.commitment_dates import FIXED
from tests.tools import editors
from tests.tools.pages import pages_of
from tests.tools.pdfs import opened, text_of

FOLDER = Path("toezeggingen/peildatum")


def rappel(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return editors.run("rappel", *arguments)


def packs_in(site: Path) -> list[Path]:
    return sorted(path for path in (site / FOLDER).rglob("*") if path.suffix in (".pdf", ".xlsx"))


@pytest.mark.parametrize("content", ["real_site", "fictief_site"])
def test_every_pack_is_linked_from_the_page_of_its_day(content: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(content)
    dated = [page for page in pages_of(site) if page.address.startswith(f"/{FOLDER}/")]
    linked = {
        (site / urls.file_of(page.address)).parent / link
        for page in dated
        for _, link in page.links
        if link.endswith((".pdf", ".xlsx"))
    }
    assert packs_in(site)
    assert sorted({path.resolve() for path in linked}) == [path.resolve() for path in packs_in(site)]


def test_packs_are_of_fixed_days_in_pairs(fictief_site: Path) -> None:
    packs = packs_in(fictief_site)
    days = {tuple(int(part) for part in path.parent.name.split("-")[1:]) for path in packs}
    assert days == set(FIXED)
    assert {path for path in packs if not path.with_suffix(".pdf").is_file()} == set()
    assert {path for path in packs if not path.with_suffix(".xlsx").is_file()} == set()


def test_every_pdf_of_the_site_is_tagged_and_dutch(real_site: Path) -> None:
    for path in packs_in(real_site):
        if path.suffix == ".pdf":
            pdf = opened(path.read_bytes())
            assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "nl-NL")


def test_the_command_makes_the_bytes_of_the_site(fictief_site: Path, tmp_path: Path) -> None:
    done = rappel("--date", "2025-07-01", "--content", "examples/fictief", "--into", tmp_path / "rappel")
    assert (done.returncode, done.stderr) == (0, "")
    made = {path.name.removeprefix("2025-07-01-"): path.read_bytes() for path in (tmp_path / "rappel").iterdir()}
    assert made == {path.name: path.read_bytes() for path in packs_in(fictief_site) if path.parent.name == "2025-07-01"}


def test_the_command_makes_a_pack_of_any_day_for_one_ministry(tmp_path: Path) -> None:
    done = rappel("--date", "2022-03-15", "--ministry", "justitie en veiligheid", "--into", tmp_path)
    office = "staatssecretaris-van-justitie-en-veiligheid"
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"2022-03-15-{office}.pdf", f"2022-03-15-{office}.xlsx"]
    assert done.stdout.splitlines()[-1].startswith("2 bestanden, gemaakt van publicatie ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--date", "2025-07-01", "--ministry", "minister van Eilandn"),
            "Bedoelde u 'minister van Eilanden en Kusten'?",
        ),
        (("--date", "1999-01-01"), "nog geen toezegging gedaan"),
        (("--date", "2025-13-01"), "Bij '--date': '2025-13-01' is geen datum. Schrijf een dag als jjjj-mm-dd"),
        (("--date", "2025-02-30"), "Bij '--date': februari 2025 heeft geen dag 30."),
        (("--date", "2025-02"), "Bij '--date': '2025-02' is geen dag."),
        (("--date", "morgen"), "Bij '--date': 'morgen' is geen datum."),
        (("--date", "2026-11-17"), "De bronnen zijn gelezen tot en met 16 november 2026."),
        (("--date", "2030-01-01"), "Geef dan ook '--ahead'."),
        ((), "--date"),
        (("--date", "2025-07-01", "--content", "bestaat-niet"), "De map 'bestaat-niet' met de inhoud bestaat niet."),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = rappel("--content", "examples/fictief", *arguments, "--into", tmp_path / "rappel")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "rappel").exists()


@pytest.mark.parametrize(
    "command",
    [("build", "--as-of"), ("publish", "--date"), ("rappel", "--date"), ("withdraw", "--date")],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("wrong", ["30-02-2026", "2026-02-30", "2026", "gisteren", "0000-01-01", " "])
def test_every_command_tells_in_dutch_what_is_wrong_with_a_day(command: tuple[str, str], wrong: str) -> None:
    asked = CliRunner().invoke(main, [*command, wrong])
    assert asked.exit_code == 2
    assert asked.stderr.startswith(f"lrt-site: Bij '{command[1]}': ")
    assert asked.stderr.endswith("Schrijf een dag als jjjj-mm-dd, zoals 2026-07-01.\n")


def test_every_option_that_takes_a_day_is_one_of_those() -> None:
    dated = {
        (name, option.opts[0])
        for name, command in main.commands.items()
        for option in command.params
        if "JJJJ" in (option.human_readable_name + str(getattr(option, "metavar", "")))
        or isinstance(option.type, click.DateTime)
    }
    assert dated == {("build", "--as-of"), ("publish", "--date"), ("rappel", "--date"), ("withdraw", "--date")}
    assert all(
        isinstance(option.type, Day)
        for name, command in main.commands.items()
        for option in command.params
        if (name, option.opts[0]) in dated
    )


def test_a_pack_that_was_asked_to_look_ahead_says_so(tmp_path: Path) -> None:
    done = rappel("--date", "2030-01-01", "--ahead", "--content", "examples/fictief", "--into", tmp_path)
    assert done.returncode == 0
    assert "De bronnen zijn gelezen tot en met 16 november 2026, en de peildatum ligt daarna." in done.stdout
    for path in tmp_path.glob("*.pdf"):
        text = text_of(opened(path.read_bytes()))
        assert "zo zal het zijn als er niets verandert" in text.replace("\n", " ")


def test_a_pack_is_written_over_a_link_and_not_through_it(tmp_path: Path) -> None:
    (tmp_path / "dierbaar").write_bytes(b"foto")
    name = "2022-03-15-staatssecretaris-van-justitie-en-veiligheid"
    (tmp_path / "rappel").mkdir()
    for planted in (f"{name}.pdf", f".{name}.pdf.nieuw"):
        (tmp_path / "rappel" / planted).symlink_to(tmp_path / "dierbaar")
    rappel("--date", "2022-03-15", "--ministry", "justitie en veiligheid", "--into", tmp_path / "rappel")
    assert (tmp_path / "dierbaar").read_bytes() == b"foto"
    assert (tmp_path / "rappel" / f"{name}.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", "utf-8")
    done = rappel("--date", "2025-07-01", "--content", "examples/fictief", "--into", tmp_path / "bestand/rappel")
    assert done.returncode == 2
    assert "kan niet worden gelezen of geschreven" in done.stderr


def test_problems_in_content_that_was_never_published_are_told(tmp_path: Path) -> None:
    (tmp_path / "inhoud").mkdir()
    (tmp_path / "inhoud/site.yml").write_text("id: site\ntitel: Verkeerd\n", "utf-8")
    content = ("--content", tmp_path / "inhoud")
    done = rappel("--date", "2025-07-01", "--first", *content, "--into", tmp_path / "rappel")
    assert done.returncode == 1
    assert "site.yml:2:1: Het veld 'titel' bestaat niet" in done.stderr
    assert "Er is geen stuk gemaakt." in done.stderr
