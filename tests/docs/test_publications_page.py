"""What re-users read about publications holds: files are as shown, and every command and program does what it says."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from jsonschema import Draft202012Validator

from lrt_site import custody, files, publishing, signatures
from lrt_site.ledger import proof, signing, site_check, stored
from lrt_site.ledger.stored import hash_of
from lrt_site.model.dates import PartialDate
from tests.builders import TOKEN, data_of, history_in
from tests.tools import dike_table
from tests.tools.first_format import in_first_format

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/data/publicaties.md").read_text("utf-8")
GUIDE = (ROOT / "docs/redactie/publiceren.md").read_text("utf-8")
ADDRESS = "https://fictief.example"
DRAFT = GUIDE.partition("<!-- concept -->\n```text\n")[2].partition("```")[0]
SIGNER = "redactie@fictief.example"
LEDGER = "data/v1/publicaties/"
SENTENCE = "Ada Fictief woont bij de dijk, in huis 7."
PERSONAL = {
    **dike_table.BEFORE,
    dike_table.MEETING: f"{dike_table.BEFORE[dike_table.MEETING]}\n{SENTENCE} Zij is fictief.\n",
}
IMPERSONAL = {path: text.replace(f"{SENTENCE} ", "") for path, text in PERSONAL.items()}
"""The table of the guide with a sentence that has to go, and without it."""
BLOCK = re.compile(r"^<!-- (?P<mark>[^\n]+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> Iterator[tuple[str, str]]:
    """What stands behind each mark of a kind, and the block below it."""
    for block in BLOCK.finditer(PAGE):
        word, _, rest = block["mark"].partition(": ")
        if word == kind:
            yield rest, block["text"]


def site_files(ledger: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a site makes of a ledger, as bytes."""
    made = data_of(history_in(ledger), ledger, ADDRESS)
    return {path: text.encode() if isinstance(text, str) else text for path, text in made.items()}


def two_publications(signer: str | None = None, signers: bytes | None = None) -> dict[str, bytes]:
    """The ledger of the editors' guide, after the draft that it shows."""
    listed = {stored.SIGNERS: signers} if signers else {}
    return dike_table.sealed_after({**dike_table.first_publication(), **listed}, dike_table.AFTER, DRAFT, signer)


@cache
def after_withdrawal() -> Mapping[str, bytes]:
    """A ledger from which one sentence was withdrawn."""
    return dike_table.withdrawn_from(dike_table.first_publication(PERSONAL), IMPERSONAL, SENTENCE)


@cache
def anchored_withdrawal() -> Mapping[str, bytes]:
    """The same, after a publication that anchors the withdrawal."""
    ledger = after_withdrawal()
    desk = publishing.coming_publication(IMPERSONAL, ledger, dike_table.ROOT)
    draft = publishing.drafted(desk, None, date(2019, 8, 1))
    filled = re.sub(r"(title|note):$", r"\1: Verzonnen woorden.", draft, flags=re.MULTILINE)
    return dike_table.sealed_after(ledger, IMPERSONAL, filled)


def write_data(ledger: Mapping[str, bytes], folder: Path) -> Path:
    """Write the data that a site makes of a ledger."""
    files.write(folder, site_files(ledger))
    return folder


def run(command: str, folder: Path) -> str:
    done = subprocess.run(["bash", "-euc", command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def command_below(heading: str) -> str:
    """The first commands below a heading, with the Python that runs this test."""
    section = PAGE.partition(f"# {heading}\n")[2]
    found = re.search(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert found
    return found[1].replace("python3", sys.executable)


class Keys:
    """Two keys of an editor, and what signs with the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("first", "second"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)

    def signers(self, name: str) -> bytes:
        """The list of who may sign that has one key."""
        return f"{SIGNER} {(self.folder / f'{name}.pub').read_text('utf-8')}".encode()

    def signed(self, ledger: Mapping[str, bytes], path: str) -> dict[str, bytes]:
        """The ledger with a signature beside a file."""
        place = self.folder / "signed"
        place.write_bytes(ledger[path])
        signatures.sign(place, self.folder / "first")
        made = place.with_name("signed.sig")
        signature = made.read_bytes()
        made.unlink()
        return {**ledger, f"{path}.sig": signature}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site's data after two publications, of which the second is signed, a withdrawal and a handover."""
    keys = Keys(tmp_path_factory.mktemp("keys"))
    ledger = keys.signed(two_publications(SIGNER, keys.signers("first")), "2019-07-01/publication.json")
    left = {path: text.replace("De tafel sprak", "Er is gesproken") for path, text in dike_table.AFTER.items()}
    ledger = dike_table.withdrawn_from(ledger, left, "tafel sprak", signer=SIGNER)
    ledger = keys.signed(ledger, ACT)
    last = hash_of(ledger["2019-07-01/publication.json"])
    made, added = signing.handed_over(
        ledger, keys.signers("second"), last, PartialDate("2019-07-02"), SIGNER, token=TOKEN
    )
    ledger |= {signing.file_of(made.name, file): data for file, data in added.items()}
    ledger = keys.signed(ledger, signing.file_of(made.name, signing.HANDOVER))
    assert custody.read(ledger, dike_table.ROOT)[1] == ()
    return write_data(ledger, tmp_path_factory.mktemp("site"))


@pytest.fixture
def desk(site: Path, served: Callable[[Path], str], tmp_path: Path) -> Path:
    """A folder in which a re-user keeps the programs of the page, and what they fetched."""
    for name, text in blocks("programma"):
        (tmp_path / name).write_text(text, "utf-8")
    run(command_below("Alles ophalen").replace(ADDRESS, served(site)), tmp_path)
    return tmp_path


def test_the_files_shown_are_those_that_are_made() -> None:
    for mark, ledger, number in (("bestand", two_publications(), 4), ("ingetrokken", after_withdrawal(), 1)):
        made = site_files(ledger)
        shown = dict(blocks(mark))
        assert len(shown) == number
        for path, text in shown.items():
            assert apart_from_the_chain(text) == apart_from_the_chain(made[path].decode()), path


def test_the_hash_of_the_hashes_shown_is_that_of_the_version() -> None:
    made = two_publications()
    ((path, text),) = blocks("hashes")
    place = path.removeprefix(LEDGER)
    assert hash_of(text.rstrip("\n").encode()) == stored.hash_in(made[place])


def apart_from_the_chain(text: str) -> str:
    """A file without the hash of the entry before it: that one lists all pages, so a new page changes the hash."""
    return re.sub(r'("previous": ")[0-9a-f]{64}"', r'\1…"', text).rstrip("\n")


def test_the_line_of_the_feed_shown_is_one_that_is_made() -> None:
    made = site_files(two_publications())
    for place, text in blocks("regel"):
        path, number = place.split(" ")
        assert text == made[path].decode().splitlines(keepends=True)[int(number) - 1]


def test_what_is_shown_keeps_to_its_schema() -> None:
    tried = 0
    for _, text in (*blocks("bestand"), *blocks("regel")):
        data = json.loads(text) if text.startswith("{") else {}
        schema = ROOT / f"docs/schema/v1/{data.get('format', '').partition('/')[0]}.schema.json"
        if schema.is_file():
            Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(data)
            tried += 1
    assert tried == 2


def test_the_program_fetches_the_whole_ledger(desk: Path, site: Path) -> None:
    def tree(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert tree(desk / "publicaties") == tree(site / "data/v1/publicaties")


def test_every_value_can_be_proved(desk: Path) -> None:
    said = run(command_below("Elke waarde bewijzen"), desk)
    index = json.loads((desk / "publicaties/index.json").read_text("utf-8"))
    sealed = [json.loads(data) for path, data in two_publications().items() if not path.endswith(stored.ENTRY)]
    values = sum(values_in(fields) - 1 for fields in sealed)  # the salt is no value
    assert said.splitlines() == [
        "ingetrokken in 2019-06-03/records/m-fictief-2019.json: body",
        "ingetrokken in 2019-07-01/records/m-fictief-2019.json: body",
        f"{values - 2} waarden bewezen. De laatste publicatie heeft de hash {index['publications'][1]['hash']}.",
    ]


def test_the_program_is_short_and_needs_nothing_but_python() -> None:
    program = dict(blocks("programma"))["bewijs.py"]
    assert sum(bool(line.strip()) for line in program.splitlines()) <= 40
    assert re.findall(r"^(?:import|from) .*", program, re.MULTILINE) == ["import hashlib, hmac, json, pathlib, sys"]


def test_the_program_passes_over_the_first_format(tmp_path: Path) -> None:
    former = in_first_format(dike_table.first_publication())
    ledger = dike_table.sealed_after(former, dike_table.AFTER, DRAFT)
    sealed = [json.loads(data) for path, data in ledger.items() if path.startswith("2019-07-01/") and "records" in path]
    notes = json.loads(ledger["2019-07-01/notes.json"])
    code, said = proved(ledger, lambda _: None, tmp_path)
    assert code == 0
    assert said.startswith(f"{sum(values_in(fields) - 1 for fields in (*sealed, notes))} waarden bewezen.")


def test_the_program_does_not_pass_over_the_first_format_after_the_second(tmp_path: Path) -> None:
    ledger, former = two_publications(), in_first_format(two_publications())
    before = hash_of(ledger["2019-06-03/publication.json"])

    def last_in_first_format(held: dict[str, bytes]) -> None:
        held |= {path: data for path, data in former.items() if path.startswith("2019-07-01/")}
        entry = held["2019-07-01/publication.json"]
        held["2019-07-01/publication.json"] = re.sub(b'("previous": ")[0-9a-f]*', rb"\g<1>" + before.encode(), entry)

    code, said = proved(ledger, last_in_first_format, tmp_path)
    assert (code, said.partition(":")[0]) == (1, "FOUT in 2019-07-01/publication.json")


def values_in(value: object) -> int:
    """How many values, or paragraphs of a text, stand in JSON."""
    if isinstance(value, dict | list):
        return sum(map(values_in, value.values() if isinstance(value, dict) else value))
    return str(value).count("\n\n") + 1


def test_a_publication_can_be_checked(desk: Path) -> None:
    index = json.loads((desk / "publicaties/index.json").read_text("utf-8"))
    first, second = index["publications"]
    entry = json.loads((desk / "publicaties/2019-07-01/publication.json").read_text("utf-8"))
    assert run(command_below("Eén publicatie"), desk).split()[0] == second["hash"]
    assert entry["previous"] == first["hash"]


def test_a_publication_in_the_first_format_can_be_checked(tmp_path: Path) -> None:
    data = write_data(in_first_format(two_publications()), tmp_path) / LEDGER
    said = run(command_below("Publicaties in de eerste vorm"), data.parent)
    hashes = {name: hashed for hashed, name in (line.split() for line in said.splitlines())}
    entry = json.loads((data / "2019-07-01/publication.json").read_text("utf-8"))
    index = json.loads((data / "index.json").read_text("utf-8"))
    assert entry["format"] == "publication/v1"
    assert hashes == {
        "SHA256SUMS": entry["root"],
        "notes.json": entry["notes"],
        "publication.json": index["publications"][1]["hash"],
    }


def test_a_signature_can_be_checked(desk: Path) -> None:
    said = run(command_below("De handtekening"), desk / "publicaties/2019-07-01")
    assert said.startswith('Good "lrt-site" signature')


def test_a_whole_site_can_be_checked(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    files.write(copy, {"SHA256SUMS": site_check.sums(files.hashes(copy))})
    run(command_below("De hele site"), copy)


@pytest.mark.parametrize("publication", ["2019-06-03", "2019-07-01"])
def test_the_program_replays_a_state(publication: str, desk: Path, site: Path) -> None:
    shutil.copy(site / "data/v1/wijzigingen.ndjson", desk)
    said = run(command_below("Een eerdere stand terughalen").replace("2019-06-03", publication), desk)
    state = json.loads((desk / f"publicaties/{publication}/state.json").read_text("utf-8"))
    assert said.splitlines() == [f"{item['id']} {item['version']} {item['hash']}" for item in state["records"]]


Alteration = Callable[[dict[str, bytes]], None]
KEPT = "2019-06-03/records/m-fictief-2019.json"
WITHDRAWAL = f"2019-07-01-1-{TOKEN}"
ACT, LEFT = f"withdrawals/{WITHDRAWAL}/withdrawal.json", f"withdrawals/{WITHDRAWAL}/files/{KEPT}"
FIRST, LAST = "2019-06-03/publication.json", "2019-08-01/publication.json"
NOTES, PAGE_VERSION = "2019-06-03/notes.json", "2019-06-03/records/uitleg.json"


def exchanged(path: str, before: str, after: str) -> Alteration:
    """Other text in a file that was downloaded."""

    def alter(held: dict[str, bytes]) -> None:
        assert before.encode() in held[path]
        held[path] = held[path].replace(before.encode(), after.encode(), 1)

    return alter


def with_fields(path: str, change: Callable[[dict[str, Any]], object]) -> Alteration:
    """Other fields in a version that was downloaded, written as it should be."""

    def alter(held: dict[str, bytes]) -> None:
        fields = json.loads(held[path])
        change(fields)
        held[path] = rfc8785.dumps(fields)

    return alter


def hidden(fields: dict[str, Any]) -> None:
    """Words changed and called withdrawn, with all hashes in place."""
    words = {key: value for key, value in fields.items() if key != "salt"}
    salts = proof.salts_of(words, fields.pop("salt"))
    fields["salts"] = proof.withheld(words, {**words, "body": "Anders."}, salts)
    fields |= {"body": "Anders.", "withdrawal": WITHDRAWAL}


def without_file(path: str) -> Alteration:
    def alter(held: dict[str, bytes]) -> None:
        del held[path]

    return alter


def elsewhere(held: dict[str, bytes]) -> None:
    """A version that leads to a withdrawal that took nothing from it."""
    stone = {"format": "tombstone/v1", "data": f"/{LEDGER}withdrawals/{WITHDRAWAL}/files/{PAGE_VERSION}"}
    fields = json.loads(held[PAGE_VERSION])
    hidden(fields)
    held[f"withdrawals/{WITHDRAWAL}/files/{PAGE_VERSION}"] = rfc8785.dumps(fields)
    held[PAGE_VERSION] = json.dumps(stone).encode()


ALTERATIONS: Mapping[str, tuple[str, Alteration]] = {
    "a value": (PAGE_VERSION, exchanged(PAGE_VERSION, "wat de tafel doet", "wat de tafel laat")),
    "a field more": (PAGE_VERSION, with_fields(PAGE_VERSION, lambda mapping: mapping.update(kept_for="later"))),
    "a field less": (PAGE_VERSION, with_fields(PAGE_VERSION, lambda mapping: mapping.pop("summary"))),
    "another salt": (PAGE_VERSION, with_fields(PAGE_VERSION, lambda mapping: mapping.update(salt="0" * 32))),
    "no salt": (PAGE_VERSION, with_fields(PAGE_VERSION, lambda mapping: mapping.pop("salt"))),
    "paragraphs as a list": (
        PAGE_VERSION,
        with_fields(PAGE_VERSION, lambda mapping: mapping.update(body=[mapping["body"]])),
    ),
    "words hidden without a withdrawal": (PAGE_VERSION, with_fields(PAGE_VERSION, hidden)),
    "words hidden behind another withdrawal": (PAGE_VERSION, elsewhere),
    "a space": (PAGE_VERSION, exchanged(PAGE_VERSION, '","', '", "')),
    "a field twice": (PAGE_VERSION, exchanged(PAGE_VERSION, '{"body', '{"body":"Anders.","body')),
    "a letter in another way": (PAGE_VERSION, exchanged(PAGE_VERSION, "wat de", r"w\u0061t de")),
    "another version": (PAGE_VERSION, lambda held: held.update({PAGE_VERSION: held["2019-06-03/records/site.json"]})),
    "half a file": (PAGE_VERSION, lambda held: held.update({PAGE_VERSION: held[PAGE_VERSION][:40]})),
    "no file": (PAGE_VERSION, without_file(PAGE_VERSION)),
    "a title": (NOTES, exchanged(NOTES, "De eerste gegevens", "De laatste gegevens")),
    "a title twice": (NOTES, exchanged(NOTES, '  "note"', '  "title": "De eerste gegevens",\n  "note"')),
    "a hash of a version": ("2019-06-03/records/site.json", exchanged(FIRST, '"hash": "', '"hash": "0')),
    "a class of change": (LAST, exchanged(FIRST, '"nieuw"', '"correctie"')),
    "the root": (LAST, exchanged(LAST, '"root": "', '"root": "0')),
    "the publication before": (LAST, exchanged(LAST, '"previous": "', '"previous": "0')),
    "a record less in what was valid": (FIRST, exchanged("2019-06-03/state.json", '"id":"uitleg"', '"id":"anders"')),
    "the ground of a withdrawal": (ACT, exchanged(ACT, "bescherming", "verdediging")),
    "a paragraph that was left": (KEPT, exchanged(LEFT, "verzonnen dijken", "echte dijken")),
    "a word beside what was withdrawn": (KEPT, exchanged(LEFT, "Zij is", "Zij was")),
    "a date that was left": (KEPT, exchanged(LEFT, '"2019-03-12"', '"2019-03-13"')),
    "a paragraph more": (KEPT, exchanged(LEFT, "[ingetrokken]", r"Nog iets.\n\n[ingetrokken]")),
    "a field without a salt": (KEPT, with_fields(LEFT, lambda mapping: mapping.update(kept_for="later"))),
    "a salt that was left": (KEPT, with_fields(LEFT, lambda mapping: mapping["salts"].update(date="0" * 32))),
}
"""What can be altered in a download, with the file that is named."""


def proved(ledger: Mapping[str, bytes], alter: Alteration, folder: Path) -> tuple[int, str]:
    """The exit code of the program of the page, and what it says, of a download that was altered."""
    held = {path.removeprefix(LEDGER): data for path, data in site_files(ledger).items()}
    alter(held)
    files.write(folder, held)
    program = dict(blocks("programma"))["bewijs.py"]
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_after_a_withdrawal_all_else_is_proved(tmp_path: Path) -> None:
    ((_, shown),) = blocks("uitvoer")
    code, said = proved(after_withdrawal(), lambda _: None, tmp_path)
    assert code == 0
    assert re.sub("[0-9a-f]{64}", "…", said) == re.sub("[0-9a-f]{64}", "…", shown)
    sealed = [json.loads(data) for path, data in dike_table.first_publication(PERSONAL).items() if "/records/" in path]
    notes = json.loads(dike_table.first_publication(PERSONAL)[NOTES])
    assert f"{sum(values_in(fields) - 1 for fields in (*sealed, notes)) - 1} waarden bewezen" in said


@pytest.mark.parametrize("name", ALTERATIONS)
def test_whatever_is_altered_is_named(name: str, tmp_path: Path) -> None:
    path, alter = ALTERATIONS[name]
    code, said = proved(anchored_withdrawal(), alter, tmp_path)
    assert code == 1
    assert said.startswith(f"FOUT in {path}: ")


@pytest.mark.parametrize("name", [name for name, (path, _) in ALTERATIONS.items() if path == KEPT])
def test_what_was_left_is_proved_even_where_the_withdrawal_is_forged(name: str, tmp_path: Path) -> None:
    def forged(held: dict[str, bytes]) -> None:
        was = hash_of(held[LEFT])
        ALTERATIONS[name][1](held)
        held[ACT] = held[ACT].replace(was.encode(), hash_of(held[LEFT]).encode())

    code, said = proved(after_withdrawal(), forged, tmp_path)
    beside = name == "a word beside what was withdrawn"
    assert said.startswith(f"FOUT in {KEPT}: de hash klopt niet" if not beside else "ingetrokken")
    assert code == (0 if beside else 1)
