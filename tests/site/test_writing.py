"""An editor finds ids, writes something new at its place, and gives things another id; all else stays, to the byte."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lrt_site.cli import made, main
from lrt_site.writing.questions import IN_DUTCH, QUESTIONS
from tests.tools import editors
from tests.tools.editors import files_of, lrt_site, run
from tests.tools.small import FIRST, MEETING

FICTIEF = Path(__file__).parents[2] / "examples/fictief"
SOURCE = "s-verslag-2026-03"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The fictitious content, in which everything occurs."""
    return Path(shutil.copytree(FICTIEF, tmp_path / "inhoud"))


def given(content: Path, *arguments: str, typed: str = "") -> Result:
    """What a command does with these answers to its questions."""
    return CliRunner().invoke(main, [*arguments, "--content", str(content)], input=typed)


def lines_changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    """The lines that came, by path; no line may have gone."""
    came = {}
    for path, data in after.items():
        old, new = before.get(path, b"").decode().splitlines(), data.decode().splitlines()
        if old != new:
            rest = iter(new)
            assert all(line in rest for line in old), path
            came[path] = new if path not in before else [line for line in new if line.strip() and line not in old]
    assert before.keys() <= after.keys()
    return came


NEW = {
    "person": ("--name", "Hugo de Vries", "--role", "lid", "--date", "2026-03-01", "--source", SOURCE),
    "meeting": ("--date", "2026-05-04", "--source", SOURCE),
    "commitment": (
        *("--number", "T99990", "--title", "Iets: nieuws", "--text", "iets sturen", "--date", "2026-02-03"),
        *("--role", "minister van Eilanden en Kusten", "--source", SOURCE),
    ),
    "figure": ("--series", "reizigers", "--time", "2025-H2", "--value", "612.000", "--source", SOURCE),
    "contradiction": (
        *("--question", "Waren het acht of negen boten?", "--statement", "De ene bron zegt acht, de andere negen."),
        *("--sources", f"{SOURCE}, s-brief-2024-09", "--about", "f-opgave-2025,ovw"),
    ),
    "source": ("--title", "Nieuw stuk", "--publisher", "Dienst", "--kind", "rapport", "--date", "2026-03-01"),
}
TO_FILL_IN = {"commitment", "contradiction", "source"}
"""Of these not all is known at once; the program says of each what is missing."""


@pytest.mark.parametrize("kind", NEW)
def test_something_new_comes_at_its_place_and_nothing_else_changes(content: Path, kind: str) -> None:
    before = files_of(content)
    told = lrt_site("new", kind, *NEW[kind], "--content", content)
    came = lines_changed(before, files_of(content))
    (path,) = came
    assert told.startswith("Geschreven: ")
    assert f"in {content / path}.\n" in told
    checked = json.loads(run("check", content, "--format", "json").stdout)
    listed = re.findall(rf"^({re.escape(str(content))}/\S+:\d+):\d+: ", told, re.MULTILINE)
    assert {f"{row['file']}:{row['line']}" for row in checked} == set(listed)
    assert bool(checked) == (kind in TO_FILL_IN)
    assert {row["code"] for row in checked} <= {"left-over", "unused-source"}
    assert told.endswith("Er zijn geen nieuwe problemen.\n") != bool(checked)


def test_a_person_can_be_asked_for_and_a_part_of_a_name_is_enough(content: Path) -> None:
    done = given(content, "new", "person", typed="Bo van Dam\nlid\n31-12-2o26\n1-3-2026\nverslag\nverslag-2026-03\n")
    assert done.exit_code == 0, done.output
    assert "'31-12-2o26' is geen datum." in done.stderr
    assert "Welke bron bedoelt u: " in done.stderr
    assert f"Gevonden bij 'verslag-2026-03': {SOURCE}." in done.stdout
    text = (content / "participants.yml").read_text("utf-8")
    role = f"      - role: lid\n        as_shown_at: 2026-03-01\n        source: {SOURCE}\n"
    assert f"  - id: p-van-dam\n    name: Bo van Dam\n    roles:\n{role}" in text
    again = given(content, "new", "person", typed=f"Bo van Dam\nlid\n2026-03-01\n{SOURCE}\n")
    assert "Geschreven: p-van-dam-2 in " in again.stdout
    assert "er is al een persoon met deze naam: p-van-dam." in again.stdout


def test_a_new_holder_ends_the_former_one(content: Path) -> None:
    arguments = ("--seat", "voorzitter", "--person", "p-verdicht", "--role", "minister", "--date", "2026-03-01")
    before = (content / "participants.yml").read_text("utf-8")
    done = given(content, "new", "membership", *arguments, "--source", SOURCE, "--former-end", "2026-02-28")
    assert done.exit_code == 0, done.output
    text = (content / "participants.yml").read_text("utf-8")
    former = "    start_date: 2024-10-01\n    source: s-brief-2024-09\n"
    assert before.count(former) == 1
    assert former.replace("01\n", "01\n    end_date: 2026-02-28\n", 1) in text
    assert "Bij lid-voorzitter-bedacht staat nu" in done.stdout
    assert "end_date" not in run("check", content).stdout


def test_the_former_holder_is_asked_for(content: Path) -> None:
    typed = f"stoel-voorzitter\np-droom\np-verdicht\nminister\n2026-03-01\n{SOURCE}\nlater\n28-02-2026\n"
    done = given(content, "new", "membership", typed=typed)
    assert done.exit_code == 0, done.output
    assert "Tot en met welke dag zat p-bedacht op deze stoel?" in done.stdout
    assert "    start_date: 2024-10-01\n    end_date: 2026-02-28\n" in (content / "participants.yml").read_text("utf-8")


def test_a_meeting_is_prepared_with_who_sat_there_and_what_was_agreed(content: Path) -> None:
    lrt_site("new", "meeting", *NEW["meeting"], "--content", content)
    text = (content / "meetings/m-2026-05-04.md").read_text("utf-8")
    assert "table_name: Overlegtafel Veerdiensten Waddenrif\n" in text
    assert "#   - person: p-bedacht\n#     organisation: org-mek\n#     seat: stoel-voorzitter\n" in text
    assert "p-verzonnen" not in text
    assert (
        "#   m-2025-12-04: de eilandvoogden sturen hun eerste verslag aan het secretariaat (uiterlijk 1 maart 2026)"
        in text
    )


def test_nothing_is_written_over_something(content: Path) -> None:
    before = files_of(content)
    for arguments, said in (
        (("commitment", *NEW["commitment"][2:], "--number", "T90001"), "De toezegging 'T90001' is er al"),
        (("meeting", *NEW["meeting"], "--id", "m-2025-12-04"), "Het kenmerk 'm-2025-12-04' is al gebruikt."),
        (("meeting", "--date", "morgen", "--source", "s-weg"), "Bij '--date': 'morgen' is geen datum."),
        (("meeting", "--date", "2026-05-04", "--source", "s-weg"), "Er is geen bron 's-weg'."),
        (("figure", *NEW["figure"], "--area", "Nergens", "--value", "veel"), "'veel' is geen getal."),
    ):
        done = given(content, "new", *arguments)
        assert (done.exit_code, said in done.stderr) == (2, True), done.output
    done = given(content, "new", "person", typed="Alleen een naam\n")
    assert (done.exit_code, "Niet alle vragen zijn beantwoord" in done.stderr) == (2, True)
    assert files_of(content) == before


def test_what_a_colleague_saves_while_questions_are_answered_stays(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = content / "participants.yml"

    def saved(*_: object, **__: object) -> str:
        editors.edit(people, "name: Bram Bedacht", "name: Bram de Bedacht")
        return "Bo van Dam"

    monkeypatch.setattr(made, "prompted", saved)
    lrt_site("new", "person", *NEW["person"][2:], "--content", content)
    text = people.read_text("utf-8")
    assert "name: Bram de Bedacht\n" in text
    assert "id: p-van-dam\n" in text


def test_what_is_there_already_is_not_written_again(content: Path) -> None:
    lrt_site("new", "mention", "--text", "Het zou zo zijn.", "--source", SOURCE, "--content", content)
    before = files_of(content)
    again = given(content, "new", "mention", "--text", "Het zou zo zijn.", "--source", SOURCE)
    assert (again.exit_code, "[twice]" in again.stderr) == (1, True)
    assert files_of(content) == before


def test_the_dutch_word_for_what_is_new_leads_to_its_command(content: Path) -> None:
    assert "Bedoelde u 'source'?" in given(content, "new", "Bron").stderr
    assert set(IN_DUTCH.values()) <= set(QUESTIONS)


def test_two_at_once_both_write(content: Path, tmp_path: Path) -> None:
    at_work = [
        editors.working("new", "mention", *words, "--content", content, out=tmp_path / f"{n}.out", err=tmp_path / "err")
        for n, words in enumerate(("--text", f"Iets {n}.", "--source", SOURCE) for n in ("acht", "negen"))
    ]
    for process in at_work:
        process.join()
    assert [process.exitcode for process in at_work] == [0, 0]
    text = (content / "mentions.yml").read_text("utf-8")
    assert (text.count("Iets acht."), text.count("Iets negen.")) == (1, 1)


def test_a_file_that_is_not_to_be_written_is_left_alone(content: Path) -> None:
    (content / "participants.yml").chmod(0o444)
    before = files_of(content)
    for command in (("new", "person", *NEW["person"]), ("rename", "p-bedacht", "p-anders", "--write")):
        done = given(content, *command)
        assert (done.exit_code, "is alleen te lezen." in done.stderr) == (2, True)
    assert files_of(content) == before


def test_line_ends_and_the_mark_at_the_begin_stay(content: Path) -> None:
    path = content / "participants.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    lrt_site("new", "person", *NEW["person"], "--content", content)
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") + 7


def test_ids_are_found_by_part_of_a_name_whatever_its_accents(content: Path) -> None:
    told = lrt_site("ids", "BEDÀCHT", "--content", content)
    assert told.startswith("Personen:\n  p-bedacht  ")
    assert "Overlegtafel Veerdiensten" in lrt_site("ids", "ovw", "--content", content)
    everything = lrt_site("ids", "--content", content)
    assert all(
        word in everything for word in ("Bronnen:\n", "Waarden in cijferreeksen:\n", "T90001-brief", "ond-reizigers")
    )
    nothing = run("ids", "qqqq", "--content", content)
    assert (nothing.returncode, nothing.stdout) == (1, "Er is niets gevonden met 'qqqq'. Probeer een korter woord.\n")


@pytest.mark.parametrize(
    "old",
    [
        *("p-bedacht", "ovw", "reizigers", "T90001", "T90001-landelijk", "T90001-brief", "f-reizigers-2025h1"),
        *(
            "s-verslag-2025-12",
            "stoel-voorzitter",
            "org-mek",
            "m-2025-12-04",
            "ond-reizigers",
            "lid-voorzitter-bedacht",
        ),
    ],
)
def test_an_id_becomes_another_everywhere_and_nothing_else_does(content: Path, old: str) -> None:
    shutil.rmtree(content / "publications", ignore_errors=True)
    before = files_of(content)
    new = f"{old}-anders"
    told = lrt_site("rename", old, new, "--write", "--content", content)
    after = files_of(content)
    assert f"Het kenmerk is nu '{new}'." in told
    assert run("check", content).stdout == ""
    assert after != before
    undone = {path.replace(new, old): data.replace(new.encode(), old.encode()) for path, data in after.items()}
    assert undone == before


def test_a_rename_is_shown_and_asked_for(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    editors.publish(content, FIRST)
    before = files_of(content)
    done = given(content, "rename", MEETING, "m-anders", typed="nee\n")
    assert (done.exit_code, "Er is niets geschreven." in done.stderr) == (2, True)
    assert f"meetings/{MEETING}.md heet straks meetings/m-anders.md" in done.stdout
    assert f"  - id: {MEETING}\n  + id: m-anders\n" in done.stdout
    assert files_of(content) == before
    done = given(content, "rename", MEETING, "m-anders", typed="Ja\n")
    assert (done.exit_code, "'renamed_from'" in done.stdout) == (0, True)
    lrt_site("publish", "--draft", "--content", content, "--date", "2026-02-01")
    assert f"renamed_from: {MEETING}" in editors.draft_of(content).read_text("utf-8")
    editors.fill_in(content)
    lrt_site("publish", "--content", content)
    for new, said in ((MEETING, "is eerder gepubliceerd"), ("fictie", "bestaat al"), ("p a", "kan geen kenmerk zijn")):
        done = given(content, "rename", "m-anders", new, "--write")
        assert (done.exit_code, said in done.stderr) == (2, True), new
    lrt_site("rename", "p-a", "p-c", "--write", "--content", content)
    editors.publish(content, "2026-03-01")
    taken = given(content, "rename", "p-b", "p-a", "--write")
    assert "is eerder gepubliceerd, en kan niet opnieuw." in taken.stderr
    unknown = given(content, "rename", "p-bb", "p-z", "--write")
    assert "Er is geen kenmerk 'p-bb'." in unknown.stderr


def test_with_a_problem_nothing_is_renamed(content: Path) -> None:
    editors.edit(content / "site.yml", "title:", "titel:")
    before = files_of(content)
    done = given(content, "rename", "p-bedacht", "p-x", "--write")
    assert (done.exit_code, "Los dit eerst op." in done.stderr) == (1, True)
    assert files_of(content) == before


def test_a_link_is_renamed_and_a_word_that_looks_like_an_id_is_not(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    editors.edit(
        content / f"meetings/{MEETING}.md",
        "verzonnen zaken.",
        "fictie: [zie](../pages/fictie.md#fictie), https://x.example/fictie.",
    )
    lrt_site("rename", "fictie", "verzinsel", "--write", "--content", content)
    text = (content / f"meetings/{MEETING}.md").read_text("utf-8")
    assert "fictie: [zie](../pages/verzinsel.md#verzinsel), https://x.example/fictie." in text
    assert "De tafel sprak over fictie." in text
    assert (content / "pages/verzinsel.md").is_file()


def test_what_would_be_wrong_afterwards_is_told_and_not_written(content: Path) -> None:
    before = files_of(content)
    for new, said in (("con", "'con' kan op Windows geen naam van een bestand zijn."), ("x" * 300, "kan geen kenmerk")):
        done = given(content, "rename", "p-bedacht", new, "--write")
        assert (done.exit_code > 0, said in done.stderr) == (True, True), done.stderr
    assert files_of(content) == before


def test_where_words_still_have_the_old_id_is_told(content: Path) -> None:
    editors.edit(
        content / "participants.yml", "  - id: p-bedacht\n", "  # p-bedacht, niet p-bedacht-2\n  - id: p-bedacht\n"
    )
    told = lrt_site("rename", "p-bedacht", "p-anders", "--write", "--content", content)
    assert f"In woorden staat 'p-bedacht' er nog, want daar verandert niets vanzelf. Kijk in: {content}/p" in told
    assert "  # p-bedacht, niet p-bedacht-2\n  - id: p-anders\n" in (content / "participants.yml").read_text("utf-8")
    assert "In woorden" not in lrt_site("rename", "ponten", "veren", "--write", "--content", content)
