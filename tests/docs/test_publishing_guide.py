"""What the guide says of publishing and withdrawing is what the program does."""

import re
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
import pytest

from lrt_site import checking, publishing, signatures
from lrt_site.cli import main
from lrt_site.model.publications import DRAFT
from lrt_site.problems import CODES
from tests.tools import dike_table

GUIDE = Path(__file__).parents[2] / "docs/redactie"
COMMAND = re.compile(
    r"^lrt-site (?P<name>\w+)(?P<rest>.*)$|`lrt-site (?P<inline_name>\w+)(?P<inline_rest>[^`]*)`", re.MULTILINE
)


def text_of(page: str) -> str:
    return (GUIDE / page).read_text("utf-8")


def marked(page: str, mark: str) -> str:
    """The block of a page that stands below a mark."""
    found = re.search(rf"^<!-- {mark} -->\n```text\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def published_with(draft: str) -> Mapping[str, bytes]:
    return dike_table.sealed_after(dike_table.first_publication(), dike_table.AFTER, draft)


def test_the_trees_of_the_guide_are_sound() -> None:
    assert checking.check(dike_table.BEFORE, root=dike_table.ROOT) == ()
    assert checking.check(dike_table.AFTER, root=dike_table.ROOT) == ()


def test_the_draft_in_the_guide_is_the_one_that_the_program_writes() -> None:
    shown = marked("publiceren.md", "concept")
    files = {**dike_table.first_publication(), DRAFT: shown.encode()}
    desk = publishing.coming_publication(dike_table.AFTER, files, dike_table.ROOT)
    assert publishing.drafted(desk, None, date(2019, 7, 1)) == shown


def test_the_draft_in_the_guide_can_be_published() -> None:
    assert "2019-07-01/publication.json" in published_with(marked("publiceren.md", "concept"))


def test_every_command_in_the_guide_is_one() -> None:
    commands = main.commands
    for page in sorted(path.name for path in GUIDE.glob("*.md")):
        text = text_of(page).replace(" \\\n", " ")
        for found in COMMAND.finditer(text):
            name, rest = found["name"] or found["inline_name"], found["rest"] or found["inline_rest"] or ""
            command = commands[name]
            if isinstance(command, click.Group):
                command = command.commands.get(rest.strip().partition(" ")[0], command)
            options = {
                option
                for parameter in command.params
                if isinstance(parameter, click.Option)
                for option in parameter.opts
            }
            assert set(re.findall(r"--[a-z-]+", rest)) <= options, found[0]


def test_the_guide_says_what_to_do_with_every_refusal() -> None:
    refusals = {code for code in CODES if code.startswith(("draft-", "ledger-"))} | {"lost-address"}
    assert sorted(code for code in refusals if f"`{code}`" not in text_of("geweigerd.md")) == []
    assert "`withdrawn-words`" in text_of("intrekken.md")


def test_a_key_counts_on_the_days_that_the_guide_gives_it(tmp_path: Path) -> None:
    key, entry = tmp_path / "key", tmp_path / "publication.json"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    entry.write_bytes(b"{}")
    signatures.sign(entry, key)
    public = key.with_suffix(".pub").read_text("utf-8").split()[1]
    signers = marked("ondertekenen.md", "ondertekenaars").replace("AAAAC3Nz…", public).encode()
    signature = entry.with_name("publication.json.sig").read_bytes()

    def problem_on(day: date) -> str | None:
        return signatures.problem_with(b"{}", signature, "redactie@fictief.example", signers, day)

    assert problem_on(date(2019, 7, 1)) is None
    assert problem_on(date(2029, 12, 31)) is None
    assert "niet geldig" in (problem_on(date(2030, 1, 1)) or "")


@pytest.mark.parametrize(("words", "left"), [(("Ada Fictief", "Dijkweg 7"), "Schreef"), ((), "[ingetrokken]")])
def test_a_withdrawal_leaves_what_the_guide_says(words: tuple[str, ...], left: str) -> None:
    body = "\nSchreef *Ada\nFictief* van Dijkweg 7 dit?\n"
    before = {**dike_table.BEFORE, dike_table.MEETING: dike_table.BEFORE[dike_table.MEETING] + body}
    after = {path: text for path, text in dike_table.BEFORE.items() if words or path != dike_table.MEETING}
    files = dike_table.withdrawn_from(dike_table.first_publication(before), after, *words)
    held = files["withdrawals/2019-07-01-1-f1c71e/files/2019-06-03/records/m-fictief-2019.json"].decode()
    assert "Fictief*" not in held
    assert "Dijkweg" not in held
    assert '"salt"' not in held
    assert left in held
    assert "2019-03-12" in held
