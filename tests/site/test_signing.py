"""Once signed, always signed: also withdrawals, and with no other key than one that was handed over."""

import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import custody, files
from lrt_site.ledger import signing, stored
from tests.tools import editors
from tests.tools.editors import draft_of, edit, fill_in, lrt_site, publications, run
from tests.tools.keys import listed, new_key
from tests.tools.small import FIRST, MEETING, PAGE

SIGNER, OTHER = "anna@fictief.example", "bram@fictief.example"
WORDS = "verzonnen zaken"
WHY = ("--ground", "grond", "--decision", "besluit", "--date", "2026-03-01")


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sleutels")
    return new_key(folder / "anna"), new_key(folder / "bram")


@pytest.fixture
def content(tmp_path: Path, keys: tuple[Path, Path]) -> Path:
    """A content tree with one signed publication, and a change that waits."""
    folder = editors.write_small(tmp_path / "inhoud")
    signers = folder / "publications" / stored.SIGNERS
    signers.parent.mkdir()
    signers.write_text(listed((SIGNER, keys[0])), "utf-8")
    lrt_site("publish", "--draft", "--content", folder, "--date", FIRST)
    fill_in(folder)
    lrt_site("publish", "--content", folder, *by(SIGNER, keys[0]))
    edit(folder / f"pages/{PAGE}.md", "Alles op deze site", "Alles hier")
    return folder


def by(signer: str, key: Path) -> tuple[str | Path, ...]:
    return ("--sign", key, "--signer", signer)


def drafted(content: Path) -> None:
    lrt_site("publish", "--draft", "--content", content, "--date", "2026-02-01")
    fill_in(content)


def codes(content: Path) -> set[str]:
    """What is wrong with the ledger."""
    return {problem.code for problem in custody.read(files.read_ledger(content), PurePosixPath("publications"))[1]}


def test_what_follows_something_signed_has_to_be_signed(content: Path, keys: tuple[Path, Path]) -> None:
    drafted(content)
    refused = run("publish", "--content", content)
    assert refused.returncode == 2
    assert "Teken ook deze keer" in refused.stderr
    assert publications(content) == [FIRST]
    lrt_site("publish", "--content", content, *by(SIGNER, keys[0]))
    edit(content / f"meetings/{MEETING}.md", WORDS, "andere zaken")
    refused = run("withdraw", MEETING, "--words", WORDS, *WHY, "--content", content)
    assert "Teken ook deze keer" in refused.stderr
    lrt_site("withdraw", MEETING, "--words", WORDS, *WHY, *by(SIGNER, keys[0]), "--content", content)
    assert codes(content) == set()


def test_a_key_that_nobody_may_sign_with_seals_nothing(content: Path, keys: tuple[Path, Path]) -> None:
    drafted(content)
    refused = run("publish", "--content", content, *by(OTHER, keys[1]))
    assert refused.returncode == 2
    assert "Zet de openbare sleutel dan in 'allowed_signers'" in refused.stderr
    assert publications(content) == [FIRST]
    assert draft_of(content).exists()


def stripped(content: Path, _: tuple[Path, Path]) -> str:
    """The newest entry without its signature, as if it never had one."""
    entry = content / "publications/2026-02-01" / stored.ENTRY
    lines = entry.read_text("utf-8").splitlines(keepends=True)
    entry.write_text("".join(line for line in lines if '"signer' not in line), "utf-8")
    (entry.parent / stored.SIGNATURE).unlink()
    return "ledger-unsigned"


def without_signature(content: Path, _: tuple[Path, Path]) -> str:
    (content / "publications/2026-02-01" / stored.SIGNATURE).unlink()
    return "ledger-signature"


def signed_by_another(content: Path, keys: tuple[Path, Path]) -> str:
    """The newest entry signed anew with a key that the list was made to allow."""
    signers = content / "publications" / stored.SIGNERS
    signers.write_text(listed((SIGNER, keys[0]), (SIGNER, keys[1])), "utf-8")
    entry = content / "publications/2026-02-01" / stored.ENTRY
    (entry.parent / stored.SIGNATURE).unlink()
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "lrt-site", "-f", keys[1], entry], check=True)
    return "ledger-signers"


def another_list(content: Path, keys: tuple[Path, Path]) -> str:
    signers = content / "publications" / stored.SIGNERS
    signers.write_text(signers.read_text("utf-8") + listed((OTHER, keys[1])), "utf-8")
    return "ledger-signers"


def no_list(content: Path, _: tuple[Path, Path]) -> str:
    (content / "publications" / stored.SIGNERS).unlink()
    return "ledger-signers"


@pytest.mark.parametrize("harm", [stripped, without_signature, signed_by_another, another_list, no_list])
def test_who_tampers_with_signatures_is_told(
    content: Path, keys: tuple[Path, Path], harm: Callable[[Path, tuple[Path, Path]], str]
) -> None:
    drafted(content)
    lrt_site("publish", "--content", content, *by(SIGNER, keys[0]))
    assert codes(content) == set()
    assert harm(content, keys) in codes(content)
    assert run("verify", "--content", content).returncode == 1
    assert run("check", "--content", content).returncode == 1


def test_a_withdrawal_that_nobody_signed_is_told(content: Path, keys: tuple[Path, Path]) -> None:
    edit(content / f"meetings/{MEETING}.md", WORDS, "andere zaken")
    lrt_site("withdraw", MEETING, "--words", WORDS, *WHY, *by(SIGNER, keys[0]), "--content", content)
    (made,) = content.glob("publications/withdrawals/*/withdrawal.json")
    made.write_text(made.read_text("utf-8").replace('"grond"', '"een andere grond"'), "utf-8")
    assert codes(content) == {"ledger-signature"}
    lines = made.read_text("utf-8").splitlines(keepends=True)
    made.write_text("".join(line for line in lines if '"signer"' not in line), "utf-8")
    made.with_name(stored.WITHDRAWAL_SIGNATURE).unlink()
    assert codes(content) == {"ledger-unsigned"}


def test_a_withdrawal_is_signed_with_a_key_that_is_valid_when_it_is_made(
    tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    folder = editors.write_small(tmp_path / "inhoud")
    signers = folder / "publications" / stored.SIGNERS
    signers.parent.mkdir()
    signers.write_text(listed((SIGNER, keys[0]), (f'{OTHER} valid-before="20260220"', keys[1])), "utf-8")
    lrt_site("publish", "--draft", "--content", folder, "--date", FIRST)
    fill_in(folder)
    lrt_site("publish", "--content", folder, *by(SIGNER, keys[0]))
    edit(folder / f"meetings/{MEETING}.md", WORDS, "andere zaken")
    asked = ("withdraw", MEETING, "--content", folder, "--words", WORDS, *WHY[:-1], "2026-02-10")
    refused = run(*asked, *by(OTHER, keys[1]))
    assert refused.returncode == 2
    assert "niet geldig" in refused.stderr
    assert not (folder / "publications" / stored.WITHDRAWALS).exists()
    lrt_site(*asked, *by(SIGNER, keys[0]))
    assert codes(folder) == set()


def test_a_new_key_is_handed_over_by_an_old_one(content: Path, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    new = tmp_path / "nieuw"
    new.write_text(listed((OTHER, keys[1])), "utf-8")
    refused = run("handover", new, "--content", content, *by(OTHER, keys[1]))
    assert refused.returncode == 2
    assert "noemt bij" in refused.stderr
    lrt_site("handover", new, "--content", content, *by(SIGNER, keys[0]))
    assert codes(content) == set()
    drafted(content)
    refused = run("publish", "--content", content, *by(SIGNER, keys[0]))
    assert refused.returncode == 2
    lrt_site("publish", "--content", content, *by(OTHER, keys[1]))
    assert codes(content) == set()
    (made,) = (content / "publications" / signing.HANDOVERS).iterdir()
    for name in (signing.HANDOVER, signing.HANDOVER_SIGNATURE, stored.SIGNERS):
        data = (made / name).read_bytes()
        (made / name).write_bytes(data[:90] + bytes([data[90] ^ 1]) + data[91:])
        assert codes(content) & {"ledger-handover"}
        (made / name).write_bytes(data)
    assert codes(content) == set()


def test_a_list_under_which_nobody_can_sign_is_refused(content: Path, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    new = tmp_path / "nieuw"
    for becomes in ("", "niets\n", keys[1].read_text("utf-8"), keys[1].with_suffix(".pub").read_text("utf-8")):
        new.write_text(becomes, "utf-8")
        refused = run("handover", new, "--content", content, *by(SIGNER, keys[0]))
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith(f"{new}:1:1: ")
    assert not (content / "publications" / signing.HANDOVERS).exists()


def test_handovers_are_counted_and_anchored(content: Path, tmp_path: Path, keys: tuple[Path, Path]) -> None:
    new, kept = tmp_path / "nieuw", tmp_path / "anker.txt"
    for (signer, key), other in (((SIGNER, keys[0]), (OTHER, keys[1])), ((OTHER, keys[1]), (SIGNER, keys[0]))):
        new.write_text(listed(other), "utf-8")
        lrt_site("handover", new, "--content", content, *by(signer, key))
    names = sorted(path.name for path in (content / "publications" / signing.HANDOVERS).iterdir())
    kept.write_text(lrt_site("anchor", "--content", content), "utf-8")
    said = lrt_site("verify", "--content", content, "--known", kept)
    assert f"2 overdrachten van het tekenen. De laatste is {names[-1]}, nog door geen publicatie vastgelegd." in said
    assert all(f"Overdracht {name}: zoals het anker zegt." in said for name in names)
    (content / "publications" / signing.HANDOVERS / names[-1]).rename(tmp_path / "weg")
    told = run("verify", "--content", content, "--known", kept)
    assert told.returncode == 1
    assert f"Overdracht {names[-1]} ontbreekt in dit register." in told.stdout


def test_an_anchor_that_was_kept_elsewhere_tells_what_was_changed(content: Path, tmp_path: Path) -> None:
    kept = tmp_path / "anker.txt"
    kept.write_text("Bewaard door Anna.\n> " + lrt_site("anchor", "--content", content).replace("\n", "\n> "), "utf-8")
    kept.write_text(kept.read_text("utf-8").replace("> ", "").upper(), "utf-8")
    assert "Publicatie 1: zoals het anker zegt." in lrt_site("verify", "--content", content, "--known", kept)
    other = kept.read_text("utf-8").replace("A", "B", 3)
    kept.write_text(other[:-9] + ("0" if other[-9] != "0" else "1") + other[-8:], "utf-8")
    told = run("verify", "--content", content, "--known", kept)
    assert told.returncode == 1
    assert "Publicatie 1 is een andere dan toen het anker is gemaakt." in told.stdout
    kept.write_text("publicatie 2 (2026-02-01)\n" + "01234567 " * 8, "utf-8")
    told = run("verify", "--content", content, "--known", kept)
    assert (told.returncode, "Publicatie 2 ontbreekt in dit register." in told.stdout) == (1, True)
    kept.write_text("niets", "utf-8")
    assert "staat geen anker" in run("verify", "--content", content, "--known", kept).stderr
