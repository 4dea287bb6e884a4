"""A ledger is read back as it was sealed, and each kind of damage is named in one Dutch line."""

import json
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import custody, ledger, signatures, sites, verifying
from lrt_site.export import open_data
from lrt_site.ledger import entries, site_check, stored
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem
from tests.builders import a_history, a_ledger, a_meeting, a_person, a_register, data_of, history_in, on
from tests.tools.first_format import in_first_format
from tests.tools.keys import new_key, signature_of
from tests.unit.ledger.making import Files

ROOT = PurePosixPath("publications")
SIGNER = "redactie@fictief.example"


def states() -> tuple[Register, ...]:
    return (
        a_register(a_person()),
        a_register(a_person(), a_meeting()),
        a_register(a_person(), a_meeting(date=on("2020-06-16"))),
        a_register(a_person(name="G. Fictief"), a_meeting(date=on("2020-06-16"))),
    )


@pytest.fixture
def files() -> Files:
    return a_ledger(*states())


@pytest.fixture
def names(files: Files) -> tuple[str, ...]:
    return tuple(publication.name for publication in history_in(files).publications)


def damage(files: Files) -> tuple[Problem, ...]:
    return ledger.read(files, ROOT)[1]


def swapped(files: Files, first: str, second: str) -> Files:
    """The same ledger with two folders under each other's name."""
    other = {first: second, second: first}
    moved = ((path.partition("/"), data) for path, data in files.items())
    return {f"{other.get(top, top)}{slash}{rest}": data for (top, slash, rest), data in moved}


def without_folder(files: Files, name: str) -> Files:
    return {path: data for path, data in files.items() if not path.startswith(f"{name}/")}


def with_entry(files: Files, name: str, old: str, new: str) -> Files:
    path = f"{name}/publication.json"
    assert old.encode() in files[path]
    return {**files, path: files[path].replace(old.encode(), new.encode(), 1)}


def test_what_is_sealed_is_read_back(files: Files) -> None:
    history = history_in(files)
    assert [history.state(publication) for publication in history.publications] == list(states())
    assert [publication.number for publication in history.publications] == [1, 2, 3, 4]
    assert [publication.previous for publication in history.publications[1:]] == [
        publication.hash for publication in history.publications[:-1]
    ]
    assert [version.number for version in history.versions("m-2020-06-15")] == [1, 2]


def test_an_entry_tells_its_changes_line_by_line(files: Files, names: tuple[str, ...]) -> None:
    lines = files[f"{names[2]}/publication.json"].decode().splitlines()
    (line,) = [line for line in lines if '"m-2020-06-15"' in line]
    assert '"class": "correctie"' in line
    assert '"version": 2' in line


def test_the_same_record_has_another_hash_each_time_it_is_stored() -> None:
    first, second = (stored.version_bytes(a_person(), salt * 32) for salt in "ab")
    assert stored.hash_in(first) != stored.hash_in(second)
    assert stored.record_in(first) == stored.record_in(second) == a_person()


def test_an_empty_ledger_is_sound() -> None:
    assert ledger.read({}, ROOT) == (History(), ())


def changed_version(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[1]}/records/m-2020-06-15.json"
    return {**files, path: files[path].replace(b"2020-06-15", b"2020-06-14", 1)}, path, "ledger-changed"


def missing_version(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[1]}/records/m-2020-06-15.json"
    return {key: data for key, data in files.items() if key != path}, path, "ledger-missing"


def removed_publication(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    return without_folder(files, names[1]), f"{names[2]}/publication.json", "ledger-gap"


def removed_first_publication(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    return without_folder(files, names[0]), f"{names[1]}/publication.json", "ledger-gap"


def swapped_order(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    return swapped(files, names[1], names[2]), f"{names[1]}/publication.json", "ledger-order"


def edited_note(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[2]}/notes.json"
    return {**files, path: files[path].replace(b"Waarom", b"Daarom", 1)}, path, "ledger-changed"


def edited_entry(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    edited = with_entry(files, names[2], '"correctie"', '"tekstueel"')
    return edited, f"{names[3]}/publication.json", "ledger-chain"


def edited_last_entry(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    root = history_in(files).last.root
    return with_entry(files, names[3], root, "0" * 64), f"{names[3]}/publication.json", "ledger-chain"


def broken_entry(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[2]}/publication.json"
    return {**files, path: files[path][:-20]}, path, "ledger-unreadable"


def missing_notes(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[3]}/notes.json"
    return {key: data for key, data in files.items() if key != path}, path, "ledger-missing"


def extra_file(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[1]}/records/p-erbij.json"
    return {**files, path: b"{}"}, path, "ledger-extra"


def signature_of_nobody(files: Files, names: tuple[str, ...]) -> tuple[Files, str, str]:
    path = f"{names[1]}/publication.json.sig"
    return {**files, path: b"van niemand"}, path, "ledger-extra"


DAMAGES = (
    changed_version,
    missing_version,
    removed_publication,
    removed_first_publication,
    swapped_order,
    edited_note,
    edited_entry,
    edited_last_entry,
    broken_entry,
    missing_notes,
    extra_file,
    signature_of_nobody,
)


@pytest.mark.parametrize("harm", DAMAGES, ids=lambda harm: harm.__name__)
def test_damage_is_named_in_one_line(
    files: Files, names: tuple[str, ...], harm: Callable[[Files, tuple[str, ...]], tuple[Files, str, str]]
) -> None:
    harmed, path, code = harm(files, names)
    (problem,) = damage(harmed)
    assert (problem.file, problem.code) == (ROOT / path, code)
    assert "\n" not in str(problem)


@pytest.mark.parametrize("depth", [400, 900, 100_000])
@pytest.mark.parametrize("name", ["publication.json", "notes.json", "records/p-fictief.json"])
@pytest.mark.parametrize("field", ["number", "changes", "withdrawals", "notes", "title", "type", "name", "roles"])
def test_no_depth_makes_reading_a_ledger_fall_over(
    files: Files, names: tuple[str, ...], name: str, field: str, depth: int
) -> None:
    path = f"{names[3]}/{name}"
    data = json.loads(files[path])
    canonical = json.dumps({**data, field: "DIEP"}, sort_keys=True, separators=(",", ":"))
    deep = canonical.replace('"DIEP"', "[" * depth + "]" * depth).encode()
    harmed = {**files, path: deep}
    if name != "publication.json":
        with suppress(stored.UnreadableError):
            harmed = with_entry(harmed, names[3], stored.hash_in(files[path]), stored.hash_in(deep))
    told = damage(harmed)
    assert told or field not in data


def test_a_withdrawal_of_any_depth_is_told(files: Files) -> None:
    path = "withdrawals/2026-05-01/withdrawal.json"
    (problem,) = damage({**files, path: b'{"a":' * 100_000})
    assert (problem.file, problem.code) == (ROOT / path, "ledger-unreadable")


def test_a_record_under_the_name_of_another_is_told(files: Files, names: tuple[str, ...]) -> None:
    path = f"{names[3]}/records/p-fictief.json"
    other = stored.version_bytes(a_person(id="p-ander"), "0" * 32)
    harmed = with_entry({**files, path: other}, names[3], stored.hash_in(files[path]), stored.hash_in(other))
    assert "ledger-changed" in {problem.code for problem in damage(harmed)}


def test_what_was_sealed_last_can_still_be_proved_by_its_hash(files: Files, names: tuple[str, ...]) -> None:
    cited = history_in(files).last.hash
    history = history_in(without_folder(files, names[3]))
    assert not verifying.known(history, {}, cited)[1]
    said = verifying.known(history_in(files), files, cited)
    assert said[0] == "Dit is publicatie 4 van 5 april 2026: Fictieve publicatie 4."


def test_a_hash_of_a_version_is_known(files: Files) -> None:
    history = history_in(files)
    version = history.versions("m-2020-06-15")[0]
    said = verifying.known(history, files, f" {str(version.change.hash).upper()} ")
    assert said == ("Dit is versie 1 van 'm-2020-06-15', uit publicatie 2 van 4 februari 2026.", True)


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_key(tmp_path_factory.mktemp("sleutel") / "sleutel")


def allowed(key: Path, options: str = "", signer: str = SIGNER) -> bytes:
    return f"{signer} {options} {key.with_suffix('.pub').read_text('utf-8')}".encode()


def signed(files: Files, key: Path, folder: Path, signers: bytes) -> Files:
    """The ledger with its last publication signed."""
    history = history_in(files)
    entry = f"{history.last.name}/{stored.ENTRY}"
    notes = json.loads(files[entry])["notes"]
    place = folder / stored.ENTRY
    listed = hash_of(signers)
    place.write_bytes(entries.entry_bytes(replace(history.last, signer=SIGNER), notes, {}, listed))
    signatures.sign(place, key)
    signature = (folder / stored.SIGNATURE).read_bytes()
    return {
        **files,
        entry: place.read_bytes(),
        f"{history.last.name}/{stored.SIGNATURE}": signature,
        stored.SIGNERS: signers,
    }


def unlisted(files: Files, key: Path) -> Files:
    """A ledger in the first format with its last publication signed: nothing in it says under which list."""
    last = history_in(files).last
    path = f"{last.name}/{stored.ENTRY}"
    entry = entries.entry_bytes(replace(last, signer=SIGNER), json.loads(files[path])["notes"], {})
    return {**files, path: entry, f"{path}.sig": signature_of(entry, key), stored.SIGNERS: allowed(key)}


def told_of(files: Files) -> str:
    (problem,) = custody.read(files, ROOT)[1]
    assert problem.code == "ledger-signature"
    return problem.message


def test_a_signature_counts_for_the_day_of_its_publication(files: Files, key: Path, tmp_path: Path) -> None:
    days = 'namespaces="lrt-site",valid-after="20260101",valid-before="20270101"'
    history, problems = custody.read(signed(files, key, tmp_path, allowed(key, days)), ROOT)
    assert problems == ()
    assert "en 1 handtekening gecontroleerd: alles klopt" in verifying.counted(history)


def test_a_forged_signature_is_told(files: Files, key: Path, tmp_path: Path) -> None:
    sound = signed(files, key, tmp_path, allowed(key))
    entry = f"{history_in(sound).last.name}/{stored.ENTRY}"
    forged = {**sound, entry: sound[entry].replace(b'"version": 2', b'"version": 3')}
    assert any("vervalst of beschadigd" in problem.message for problem in custody.read(forged, ROOT)[1])


def test_a_signature_by_another_key_is_told(files: Files, key: Path, tmp_path: Path) -> None:
    other = new_key(tmp_path / "ander")
    told = told_of(signed(files, other, tmp_path, allowed(key)))
    assert told == f"De handtekening is niet van een sleutel die 'allowed_signers' noemt bij '{SIGNER}'."


def test_a_key_that_is_somebody_elses_is_told(files: Files, key: Path, tmp_path: Path) -> None:
    assert "noemt bij" in told_of(signed(files, key, tmp_path, allowed(key, signer="ander@fictief.example")))


@pytest.mark.parametrize("days", ['valid-before="20260401"', 'valid-after="20260501"'])
def test_a_key_that_was_not_valid_that_day_is_told(files: Files, key: Path, tmp_path: Path, days: str) -> None:
    told = told_of(signed(files, key, tmp_path, allowed(key, days)))
    assert told == f"De sleutel van '{SIGNER}' was op 2026-04-05 niet geldig volgens 'allowed_signers'."


def test_a_signature_for_something_else_counts_for_nothing(key: Path, tmp_path: Path) -> None:
    entry = tmp_path / "brief"
    entry.write_bytes(b"fictief")
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", key, entry], check=True, capture_output=True)
    signature = entry.with_name("brief.sig").read_bytes()
    told = signatures.problem_with(b"fictief", signature, SIGNER, allowed(key), date(2026, 4, 5))
    assert told
    assert "vervalst of beschadigd" in told


def test_a_signature_that_is_gone_is_told(files: Files, key: Path, tmp_path: Path) -> None:
    sound = signed(files, key, tmp_path, allowed(key))
    left = {path: data for path, data in sound.items() if not path.endswith(".sig")}
    assert "ontbreekt" in told_of(left)


def test_without_ssh_keygen_no_signature_passes(
    files: Files, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = signed(files, key, tmp_path, allowed(key))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "ssh-keygen" in told_of(sound)
    with pytest.raises(LrtSiteError, match="OpenSSH"):
        signatures.sign(tmp_path / stored.ENTRY, key)


def test_a_key_that_cannot_sign_is_told(tmp_path: Path) -> None:
    (tmp_path / "sleutel").write_bytes(b"geen sleutel")
    (tmp_path / "stuk").write_bytes(b"fictief")
    with pytest.raises(LrtSiteError, match="kan niet worden getekend"):
        signatures.sign(tmp_path / "stuk", tmp_path / "sleutel")


PAGES = {"index.html": b"<p>fictief</p>", "static/site.css": b"p {}", "vergaderingen/index.html": b"<p>vier</p>"}
SITE = PurePosixPath("site")


def hashes() -> dict[str, str]:
    return {path: hash_of(data) for path, data in PAGES.items()}


def test_the_list_of_a_site_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    for path, data in PAGES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    listed = site_check.sums(hashes())
    (tmp_path / "SHA256SUMS").write_text(listed, "utf-8")
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True)
    assert site_check.compare(listed, hashes(), SITE) == ()


def downloaded(files: Files) -> sites.BuiltSite:
    """A site that carries this ledger."""
    history = history_in(files)
    register = history.state(history.last)
    made = {**data_of(history, files, register.site.address), **open_data.files_of(history)}
    data = {path: item.encode() if isinstance(item, str) else item for path, item in made.items()}
    hashed = {path: hash_of(content) for path, content in data.items()}
    below = "data/v1/publicaties/"
    mirror = {path.removeprefix(below): content for path, content in data.items() if path.startswith(below)}
    return sites.BuiltSite(SITE, site_check.sums(hashed), hashed, mirror)


def test_a_downloaded_site_proves_its_publications_alone(files: Files) -> None:
    site = downloaded(files)
    history, said, problems = sites.of_site(site, History(), {})
    assert f"{len(site.hashes)} bestanden" in said
    assert problems == ()
    assert history == history_in(files)
    assert sites.of_site(site, history, files)[2] == ()


def test_what_is_changed_in_the_publications_of_a_site_is_told(files: Files, names: tuple[str, ...]) -> None:
    site = downloaded(files)
    path = f"{names[1]}/records/m-2020-06-15.json"
    harmed = {**site.mirror, path: site.mirror[path] + b" "}
    _, _, (problem,) = sites.of_site(replace(site, mirror=harmed), History(), {})
    assert (problem.file, problem.code) == (SITE / "data/v1/publicaties" / path, "ledger-changed")


def with_data(site: sites.BuiltSite, path: str, data: bytes | None) -> sites.BuiltSite:
    """The site with other data in a place among its publications, or none, and a list of files that says so."""
    mirror = {name: item for name, item in {**site.mirror, path: data}.items() if item is not None}
    hashed = {name: text for name, text in site.hashes.items() if not name.startswith(sites.MIRROR)}
    hashed |= {f"{sites.MIRROR}/{name}": hash_of(data) for name, data in mirror.items()}
    return replace(site, mirror=mirror, hashes=hashed, listed=site_check.sums(hashed))


STONE = b'{"format":"tombstone/v1"}'


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("2025-01-01/state.json", b"{}"),
        ("2025-01-01/SHA256SUMS", b""),
        ("handovers/state.json", b"{}"),
        ("draft.yml", b"title: Nog geheim"),
        ("2026-01-05/records/m-verzonnen.json", STONE),
        ("los.json", STONE),
        ("los.txt", b"los"),
    ],
)
def test_whatever_stands_among_the_publications_of_a_site_belongs_there(files: Files, path: str, data: bytes) -> None:
    _, _, (problem,) = sites.of_site(with_data(downloaded(files), path, data), History(), {})
    assert problem.file == SITE / sites.MIRROR / path
    assert problem.code in ("site-extra", "ledger-extra")


@pytest.mark.parametrize("path", ["2026-01-05/publication.json.sig", "allowed_signers", "handovers/x/handover.json"])
def test_a_site_carries_the_ledger_byte_for_byte(files: Files, path: str) -> None:
    one, other = {**files, path: b"een"}, {**files, path: b"ander"}
    for shown, own in ((files, one), (one, files), (one, other)):
        (problem,) = site_check.compare_mirror(shown, own, SITE)
        assert (problem.file, problem.code) == (SITE / path, "site-other")
    assert site_check.compare_mirror(one, {**one, "draft.yml": b"titel"}, SITE) == ()


def test_a_signature_that_is_another_on_a_site_is_told(files: Files, key: Path, tmp_path: Path) -> None:
    """Both are sound, each under its own list: only side by side can they be told apart."""
    other = new_key(tmp_path / "andere")
    first = in_first_format(files)
    own, forged = (unlisted(first, path) for path in (key, other))
    assert custody.read(own, ROOT)[1] == custody.read(forged, ROOT)[1] == ()
    _, _, problems = sites.of_site(downloaded(forged), history_in(own), own)
    assert {problem.file.name for problem in problems} == {stored.SIGNATURE, stored.SIGNERS}
    assert {problem.code for problem in problems} == {"site-other"}


def test_a_site_without_its_list_is_told(files: Files) -> None:
    _, _, (problem,) = sites.of_site(replace(downloaded(files), listed=None), History(), {})
    assert problem.code == "site-sums"


@pytest.mark.parametrize(
    ("now", "path", "code"),
    [
        ({**hashes(), "index.html": "0" * 64}, "index.html", "site-changed"),
        ({path: text for path, text in hashes().items() if path != "index.html"}, "index.html", "site-missing"),
        ({**hashes(), "erbij.html": "0" * 64}, "erbij.html", "site-extra"),
    ],
)
def test_a_site_that_is_not_as_it_was_made_is_told(now: dict[str, str], path: str, code: str) -> None:
    (problem,) = site_check.compare(site_check.sums(hashes()), now, SITE)
    assert (problem.file, problem.code) == (SITE / path, code)


def test_a_list_that_is_none_is_told() -> None:
    problems = site_check.compare("dit is geen lijst\n", hashes(), SITE)
    assert problems[0].code == "site-sums"


def test_a_file_that_is_listed_twice_is_told_where_that_is() -> None:
    now = {**hashes(), "index.html": "0" * 64}
    (problem,) = site_check.compare(f"{site_check.sums(hashes())}{'0' * 64}  index.html\n", now, SITE)
    assert (problem.file, problem.line, problem.code) == (SITE / "SHA256SUMS", 4, "site-sums")


def test_a_site_is_compared_with_the_ledger_in_words(files: Files, names: tuple[str, ...]) -> None:
    own = history_in(files)
    older = history_in(without_folder(files, names[3]))
    other = a_history(a_register(a_person(name="H. Anders")))
    forked = history_in(a_ledger(a_register(a_person(name="I. Anders")), before=without_folder(files, names[3])))

    def told(site: History, ledger: History) -> list[str]:
        return [problem.code for problem in site_check.compare_publications(site, ledger, SITE)]

    assert told(own, own) == []
    assert told(older, own) == ["site-older"]
    assert told(own, older) == ["site-newer"]
    assert told(other, own) == ["site-other"]
    assert told(forked, own) == ["site-other"]
    assert told(History(), own) == ["site-older"]
