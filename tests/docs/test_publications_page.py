"""What re-users read about publications holds: files are as shown, and every command and program does what it says."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lrt_site import files, signatures
from lrt_site.ledger import site_check, withdrawing
from lrt_site.model.dates import PartialDate
from tests.builders import TOKEN, data_of, history_in
from tests.tools import dike_table

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/data/publicaties.md").read_text("utf-8")
GUIDE = (ROOT / "docs/redactie/publiceren.md").read_text("utf-8")
ADDRESS = "https://fictief.example"
SIGNER = "redactie@fictief.example"
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


def two_publications(signer: str | None = None) -> dict[str, bytes]:
    """The ledger of the editors' guide, after the draft that it shows."""
    draft = re.search(r"^<!-- concept -->\n```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert draft
    return dike_table.sealed_after(dike_table.first_publication(), dike_table.AFTER, draft[1], signer)


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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site's data after two publications, the second signed."""
    folder = tmp_path_factory.mktemp("site")
    key, entry = folder.parent / "key", folder.parent / "publication.json"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    ledger = two_publications(SIGNER)
    entry.write_bytes(ledger["2019-07-01/publication.json"])
    signatures.sign(entry, key)
    ledger["2019-07-01/publication.json.sig"] = entry.with_name("publication.json.sig").read_bytes()
    ledger["allowed_signers"] = f"{SIGNER} {key.with_suffix('.pub').read_text('utf-8')}".encode()
    for path, data in site_files(ledger).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def desk(site: Path, served: Callable[[Path], str], tmp_path: Path) -> Path:
    """A folder in which a re-user keeps the programs of the page, and what they fetched."""
    for name, text in blocks("programma"):
        (tmp_path / name).write_text(text, "utf-8")
    run(command_below("Alles ophalen").replace(ADDRESS, served(site)), tmp_path)
    return tmp_path


def test_the_files_shown_are_those_that_are_made() -> None:
    made = site_files(two_publications())
    shown = dict(blocks("bestand"))
    assert len(shown) == 4
    for path, text in shown.items():
        assert apart_from_the_chain(text) == apart_from_the_chain(made[path].decode()), path


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


def proved(desk: Path) -> dict[str, list[str]]:
    """What `bewijs.py` says of each file: whether it is proved, and what was withdrawn from it."""
    lines = run(command_below("Een versie bewijzen"), desk).splitlines()
    found = [re.fullmatch(r"(bewezen|NIET BEWEZEN) (\S+) ?(.*)", line) for line in lines]
    return {one[2]: [one[1], *one[3].split()] for one in found if one}


def test_every_version_can_be_proved(desk: Path) -> None:
    entries = [json.loads(path.read_bytes()) for path in sorted(desk.glob("publicaties/*/publication.json"))]
    stored = [
        f"{one['name']}/records/{change['id']}.json" for one in entries for change in one["changes"] if change["hash"]
    ]
    assert proved(desk) == {file: ["bewezen"] for file in stored}


def test_the_program_that_proves_is_short_and_stands_alone() -> None:
    (text,) = (text for name, text in blocks("programma") if name == "bewijs.py")
    assert sum(bool(line.strip()) for line in text.splitlines()) <= 40
    assert set(re.findall(r"^(?:import|from) (.*)$", text, re.MULTILINE)) == {
        "hashlib, hmac, json, sys",
        "pathlib import Path",
    }


WORDS = "verzonnen dijken"
LEFT = f"withdrawals/2019-07-02-1-{TOKEN}/files/2019-07-01/records/m-fictief-2019.json"


@pytest.fixture
def withdrawn(desk: Path) -> Path:
    """The same folder, fetched after a sentence was withdrawn."""
    ledger = two_publications()
    made, added = withdrawing.withdrawn(
        ledger,
        history_in(ledger),
        "m-fictief-2019",
        [WORDS],
        ground="grond",
        decision="besluit",
        on=PartialDate("2019-07-02"),
        token=TOKEN,
    )
    ledger |= {f"withdrawals/{made.name}/{path}": data for path, data in added.items()}
    ledger = {path: data for path, data in ledger.items() if path not in withdrawing.superseded(ledger)}
    shutil.rmtree(desk / "publicaties")
    below = "data/v1/publicaties/"
    mirror = {path.removeprefix(below): data for path, data in site_files(ledger).items() if path.startswith(below)}
    files.write(desk / "publicaties", mirror)
    return desk


def test_after_a_withdrawal_all_else_is_proved(withdrawn: Path) -> None:
    found = proved(withdrawn)
    assert {said for said, *_ in found.values()} == {"bewezen"}
    assert found[LEFT] == ["bewezen", "/body"]
    assert [file for file, (_, *gone) in found.items() if gone] == sorted(file for file in found if "/files/" in file)


def with_other(value: object) -> object:
    return f"{value}x" if isinstance(value, str) else [*value, "x"] if isinstance(value, list) else "x"


def test_whatever_is_altered_is_not_proved(withdrawn: Path) -> None:
    tried = 0
    for file in (LEFT, "2019-07-01/records/uitleg.json"):
        path = withdrawn / "publicaties" / file
        sound = path.read_bytes()
        fields = json.loads(sound)
        kept = [field for field in fields if field not in ("withdrawal", "salt", "salts", "format")]
        for field in [one for one in kept if not (file == LEFT and one == "body")]:
            for altered in (with_other(fields[field]), None):
                path.write_text(json.dumps({**fields, field: altered}), "utf-8")
                assert proved(withdrawn)[file][0] == "NIET BEWEZEN", (file, field)
                tried += 1
        path.write_text(json.dumps({**fields, "erbij": "x"}), "utf-8")
        assert proved(withdrawn)[file][0] == "NIET BEWEZEN"
        path.write_bytes(sound)
    assert tried >= 20


def test_a_publication_can_be_checked(desk: Path) -> None:
    index = json.loads((desk / "publicaties/index.json").read_text("utf-8"))
    first, second = index["publications"]
    said = run(command_below("De rij van publicaties"), desk)
    assert said.split()[0] == second["hash"]
    entry = json.loads((desk / "publicaties/2019-07-01/publication.json").read_text("utf-8"))
    assert entry["previous"] == first["hash"]


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
    assert said.splitlines() == [f"{one['id']} {one['version']} {one['hash']}" for one in state["records"]]
