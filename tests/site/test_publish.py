"""Publishing as an editor does it: a draft, notes, a publication; and all that keeps one from being made."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from lrt_site import urls
from lrt_site.ledger.stored import hash_in
from tests.tools import editors
from tests.tools.editors import draft_of, edit, fill_in, lrt_site, publications, run
from tests.tools.small import FIRST, MEETING, PAGE

NOTHING = "lrt-site: Er is niets om te publiceren: de inhoud is gelijk aan de laatste publicatie.\n"
UNEXPLAINED = "\ndated:\n    note:\n"
NO_DRAFT = "Er is nog geen concept. Voer eerst uit: lrt-site publish --draft"
MEETING_FILE = f"meetings/{MEETING}.md"
PAGE_FILE = f"pages/{PAGE}.md"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content tree with one publication. Copy it before you write in it."""
    content = editors.write_small(tmp_path_factory.mktemp("vast") / "inhoud")
    editors.publish(content, FIRST)
    return content


@pytest.fixture
def content(sealed: Path, tmp_path: Path) -> Path:
    """A content tree of our own with one publication, equal to it."""
    return shutil.copytree(sealed, tmp_path / "inhoud")


def drafted(content: Path, *options: str) -> str:
    """The draft of what waits. It says why it has a day that is past, where it has."""
    lrt_site("publish", "--draft", "--content", content, *options)
    path = draft_of(content)
    path.write_text(path.read_text("utf-8").replace(UNEXPLAINED, f'{UNEXPLAINED[:-1]} "Fictief."\n'), "utf-8")
    return draft_of(content).read_text("utf-8")


def refused(content: Path, code: int, *options: str) -> list[str]:
    """What `publish` says, a line each, when it must not publish; nothing of the ledger changes."""
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    done = run("publish", "--content", content, *options)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
    return done.stderr.splitlines()


def entry_of(content: Path, name: str) -> dict[str, object]:
    """What the ledger says of a publication."""
    entry: dict[str, object] = json.loads((content / "publications" / name / "publication.json").read_bytes())
    return entry


def changes_in(content: Path, name: str) -> dict[str, dict[str, object]]:
    """The changes of a publication by id of the record."""
    changes = entry_of(content, name)["changes"]
    assert isinstance(changes, list)
    return {change["id"]: change for change in changes}


def built(content: Path, *options: str) -> tuple[Path, str]:
    """The site of this content, and what `build` printed."""
    site = content.parent / "site"
    return site, lrt_site("build", "--no-handbook", "--content", content, "--site-dir", site, *options)


def text_at(site: Path, address: str) -> str:
    """The HTML at an address."""
    return (site / urls.file_of(address)).read_text("utf-8")


def line_of(text: str, wanted: str) -> int:
    """The number of the one line that is this one."""
    (number,) = (number for number, line in enumerate(text.splitlines(), start=1) if line == wanted)
    return number


def test_the_first_publication_is_drafted_completed_and_sealed(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    nothing = f"In '{content}/publications' is geen publicatie gevonden. Is er al gepubliceerd?"
    assert nothing in run("check", content).stderr
    assert nothing in run("publish", "--draft", "--content", content).stderr
    draft = drafted(content, "--date", FIRST)
    assert f"date: {FIRST}\ntitle:\nnote:\n" in draft
    assert draft.count("change: nieuw") == 9
    assert [line.split(": ")[0] for line in refused(content, 1)[:2]] == [
        f"{draft_of(content)}:{line_of(draft, field)}:1" for field in ("title:", "note:")
    ]
    fill_in(content, title="Het begin", note="Alles is nieuw.")
    done = run("publish", "--content", content)
    assert nothing in done.stderr
    assert run("check", content).stderr == "Geen problemen gevonden.\n"
    stored = content / "publications" / FIRST / "publication.json"
    assert done.stdout == f"Publicatie 1 ({FIRST}): 9 wijzigingen.\nSHA-256 {sha256(stored.read_bytes()).hexdigest()}\n"
    assert not draft_of(content).exists()
    for identifier, change in changes_in(content, FIRST).items():
        data = (content / "publications" / FIRST / "records" / f"{identifier}.json").read_bytes()
        assert change["hash"] == hash_in(data)


def test_without_a_draft_publish_says_how_to_make_one(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    (content / "publications").mkdir()
    assert refused(content, 2) == [f"lrt-site: {NO_DRAFT}"]


def test_where_nothing_changed_there_is_nothing_to_publish(content: Path) -> None:
    assert refused(content, 2) == [NOTHING.strip()]
    assert refused(content, 2, "--draft") == [NOTHING.strip()]


def test_another_order_other_spaces_and_other_signs_are_no_change(content: Path) -> None:
    participants = content / "participants.yml"
    organisations, persons = participants.read_text("utf-8").split("persons:\n")
    head, first, second = organisations.splitlines(keepends=True)
    participants.write_text(f"# Fictief\npersons:\n{persons}\n\n{head}{second}   \n{first}", "utf-8")
    meeting = content / MEETING_FILE
    one, other = "  - person: p-a\n    organisation: org-a\n", "  - organisation: org-b\n    person: p-b\n"
    edit(meeting, "  - person: p-b\n    organisation: org-b\n", other)
    edit(meeting, one + other, other + one)
    edit(meeting, "table_name: Fictieve Tafel", "table_name:   'Fictieve Tafel'  # fictief")
    edit(meeting, "De deelnemers spraken over verzonnen zaken.", "\nDe deelnemers spraken\nover verzonnen zaken.\n\n")
    page = content / PAGE_FILE
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert lrt_site("check", "--content", content) == ""
    assert refused(content, 2, "--draft") == [NOTHING.strip()]


def test_a_missing_note_is_asked_for_at_its_line(content: Path) -> None:
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    drafted(content, "--date", "2026-02-01")
    path = draft_of(content)
    path.write_text(path.read_text("utf-8").replace("title:\nnote:\n", "title: Fictie\nnote: Een datum.\n"), "utf-8")
    (line, count) = refused(content, 1)
    number = line_of(path.read_text("utf-8"), "    note:")
    assert line.startswith(f"{path}:{number}:5: Schrijf bij '{MEETING}' een 'note': ")
    assert line.endswith("[draft-note-missing]")
    assert count == "1 probleem gevonden. Er is niets gepubliceerd."
    fill_in(content, note="De vergadering was een dag later.")
    lrt_site("publish", "--content", content)
    assert changes_in(content, "2026-02-01")[MEETING]["class"] == "correctie"
    notes = json.loads((content / "publications" / "2026-02-01" / "notes.json").read_bytes())
    assert notes["notes"] == {MEETING: "De vergadering was een dag later."}


def test_content_that_changed_after_the_draft_needs_a_new_draft(content: Path) -> None:
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    draft = drafted(content, "--date", "2026-02-01")
    fill_in(content, title="Getypte titel", note="Getypte toelichting.")
    edit(content / MEETING_FILE, "date: 2025-03-12", "date: 2025-03-13")
    line, _ = refused(content, 1)
    number = next(number for number, line in enumerate(draft.splitlines(), start=1) if line.startswith("content: "))
    told = f"De inhoud is veranderd nadat dit concept is gemaakt. Weer veranderd: '{MEETING}'."
    assert line.startswith(f"{draft_of(content)}:{number}:1: {told}")
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is verzonnen .")
    again = drafted(content)
    assert 'title: "Getypte titel"\nnote: "Getypte toelichting."\n' in again
    assert f'  - id: {MEETING}\n    change: correctie\n    note: "Getypte toelichting."\n' in again
    assert "date: 2026-02-01\n" in again
    lrt_site("publish", "--content", content)
    assert changes_in(content, "2026-02-01")[PAGE]["class"] == "tekstueel"
    assert changes_in(content, "2026-02-01")[PAGE]["proven"] == ["spaties"]


def test_other_words_are_not_published_without_a_note(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    assert "    change: herformulering\n    note:\n" in drafted(content, "--date", "2026-02-01")
    fill_in(content, note="Anders gezegd.")
    edit(draft_of(content), '    note: "Anders gezegd."', "    note:")
    assert refused(content, 1)[0].endswith("[draft-note-missing]")


def test_a_draft_that_cannot_be_read_is_not_written_over(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content)
    edit(draft_of(content), "title:\n", 'title: "Een aanhalingsteken te veel""\n')
    assert refused(content, 1, "--draft")[-1].endswith("dan ging uw tekst verloren.")
    assert refused(content, 1)[0].startswith(f"{draft_of(content)}:")


def test_a_draft_of_which_words_would_be_lost_is_not_written_over(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    drafted(content)
    edit(draft_of(content), "    note:\n", '    note: "Eerst dit."\n    note: "Dan dat."\n')
    typed = draft_of(content).read_text("utf-8")
    assert refused(content, 1, "--draft")[-1].endswith("dan ging uw tekst verloren.")
    assert draft_of(content).read_text("utf-8") == typed


def test_a_draft_that_windows_saved_is_published(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    drafted(content, "--date", "2026-02-01")
    fill_in(content, title="Één café")
    edit(draft_of(content), 'note: "Er is iets verzonnen."\n', "note: |\n  Eén.\n  Twee.\n", once=True)
    draft_of(content).write_bytes(b"\xef\xbb\xbf" + draft_of(content).read_bytes().replace(b"\n", b"\r\n"))
    again = drafted(content)
    assert 'title: "Één café"\nnote: |\n  Eén.\n  Twee.\n' in again
    draft_of(content).write_bytes(b"\xef\xbb\xbf" + draft_of(content).read_bytes().replace(b"\n", b"\r\n"))
    lrt_site("publish", "--content", content)
    notes = json.loads((content / "publications/2026-02-01/notes.json").read_bytes())
    assert (notes["title"], notes["note"]) == ("Één café", "Eén.\nTwee.")


def test_a_draft_in_another_encoding_is_told_and_stays(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    text = drafted(content, "--date", "2026-02-01").replace("title:\n", 'title: "café"\n')
    draft_of(content).write_bytes(text.encode("cp1252", "replace"))
    for options in ((), ("--draft",)):
        first, _ = refused(content, 1, *options)
        assert first.startswith(f"{draft_of(content)}:")
        assert first.endswith("[not-utf8]")


@pytest.mark.parametrize("litter", [".bezig-x", ".bezig-x/in"])
def test_what_lies_where_a_publication_is_made_does_not_stop_it(content: Path, tmp_path: Path, litter: str) -> None:
    precious = tmp_path / "dierbaar"
    precious.write_bytes(b"foto")
    planted = content / "publications" / litter
    planted.parent.mkdir(exist_ok=True)
    planted.symlink_to(precious)
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    editors.publish(content, "2026-02-01")
    assert precious.read_bytes() == b"foto"
    assert sorted(path.name for path in (content / "publications").iterdir()) == [FIRST, "2026-02-01"]


@pytest.mark.parametrize(
    "command",
    [
        *(("diff",), ("diff", "1", "1"), ("check",), ("publish", "--draft"), ("publish",)),
        *(("withdraw", PAGE, "--ground", "a", "--decision", "b"), ("withdraw", "--resume")),
        *(("rappel", "--date", "2026-01-01"), ("build",), ("build", "--preview")),
    ],
)
def test_every_command_tells_of_a_broken_ledger_what_verify_tells(content: Path, command: tuple[str, ...]) -> None:
    with (content / "publications" / FIRST / "publication.json").open("a", encoding="utf-8") as entry:
        entry.write("x\n")
    wrong = run("verify", "--content", content).stderr.splitlines()[0]
    assert wrong.endswith("[ledger-unreadable]")
    site = ("--site-dir", content.parent / "site") if command[0] == "build" else ()
    done = run(*command, "--content", content, *site)
    assert done.returncode == 1
    assert wrong in (done.stdout + done.stderr).splitlines()
    assert not (content.parent / "site").exists()


def test_a_folder_that_is_gone_is_told_by_check_difference_and_draft(content: Path) -> None:
    (content / "sources.yml").unlink()
    for command in (("check",), ("diff",), ("publish", "--draft")):
        done = run(*command, "--content", content)
        (line,) = [
            splitline for splitline in (done.stdout + done.stderr).splitlines() if splitline.startswith(str(content))
        ]
        assert (done.returncode, line.startswith(f"{content}/sources.yml:1:1: Dit bestand ontbreekt.")) == (1, True)


def test_a_draft_that_was_published_but_not_cleared_away_counts_for_none(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    left = draft_of(content).read_bytes()
    lrt_site("publish", "--content", content)
    draft_of(content).write_bytes(left)
    edit(content / PAGE_FILE, "Dit is alles verzonnen.", "Dit is verzonnen.")
    assert "title:\nnote:\n" in drafted(content, "--date", "2026-03-01")
    draft_of(content).write_bytes(left)
    assert run("publish", "--content", content).stderr == f"lrt-site: {NO_DRAFT}\n"
    assert not draft_of(content).exists()


def test_a_date_before_the_last_publication_is_refused(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    expected = "14 januari 2026 ligt voor de vorige publicatie (15 januari 2026). Kies 2026-01-15 of later."
    told = f"lrt-site: {expected} Geef een andere dag op met '--date'."
    assert refused(content, 2, "--draft", "--date", "2026-01-14") == [told]
    draft = drafted(content, "--date", FIRST)
    fill_in(content)
    edit(draft_of(content), f"date: {FIRST}", "date: 2026-01-14")
    line, _ = refused(content, 1)
    assert line == f"{draft_of(content)}:{line_of(draft, f'date: {FIRST}')}:1: {expected} [draft-date]"
    assert refused(content, 2, "--draft") == [told]
    lrt_site("publish", "--content", content, "--date", "2026-01-16")
    assert publications(content) == [FIRST, "2026-01-16"]


def test_publications_on_one_day_are_numbered(content: Path) -> None:
    for before, after in (("Dit is verzonnen.", "Dit is fictie."), ("Dit is fictie.", "Dit is verzonnen.")):
        edit(content / PAGE_FILE, before, after)
        editors.publish(content, FIRST)
    assert publications(content) == [FIRST, f"{FIRST}-2", f"{FIRST}-3"]
    assert entry_of(content, f"{FIRST}-3")["number"] == 3


def test_content_with_problems_is_not_published(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content)
    fill_in(content)
    edit(content / MEETING_FILE, "person: p-b", "person: p-weg")
    for options in ((), ("--draft",)):
        first, *_ = refused(content, 1, *options)
        assert first.startswith(f"{content / MEETING_FILE}:9:")
        assert "p-weg" in first


def test_a_site_that_moves_says_first_under_which_name_it_goes_on(content: Path) -> None:
    site = content / "site.yml"
    edit(site, "address: https://fictief.example/", "address: https://elders.example/")
    told = (
        f"{site}:4:1: Schrijf 'authority: fictief.example'. Daarmee beginnen de namen van alles in feeds en agenda's. "
        "Die namen veranderen nooit, ook niet als de site verhuist. [other-authority]"
    )
    assert refused(content, 1, "--draft")[0] == told
    checked = run("check", content)
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, told)
    edit(site, "fictitious:", "authority: fictief.example\nfictitious:")
    assert "id: site" in drafted(content)


def test_the_class_of_a_change_is_computed_and_cannot_be_chosen(content: Path) -> None:
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    edit(draft_of(content), "change: correctie", "change: tekstueel")
    line, _ = refused(content, 1)
    assert "Dit is een wijziging van de soort 'correctie', want dat is berekend." in line
    assert line.endswith("[draft-class]")
    edit(draft_of(content), "change: tekstueel", "change: mooier")
    assert "draft.yml:" in refused(content, 1)[0]


def test_a_record_with_another_id_is_recognised_and_its_old_address_leads_on(content: Path) -> None:
    edit(content / PAGE_FILE, f"id: {PAGE}", "id: verzinsel")
    (content / PAGE_FILE).rename(content / "pages" / "verzinsel.md")
    assert f"renamed_from: {PAGE}\n" in drafted(content, "--date", "2026-02-01")
    fill_in(content)
    lrt_site("publish", "--content", content)
    assert changes_in(content, "2026-02-01").keys() == {"verzinsel"}
    assert changes_in(content, "2026-02-01")["verzinsel"]["version"] == 2
    site, _ = built(content)
    assert 'href="../verzinsel/"' in text_at(site, f"/{PAGE}/")
    assert "Alles op deze site is verzonnen." in text_at(site, f"/{PAGE}/versies/1/")
    assert text_at(site, "/verzinsel/versies/2/")


def test_what_refers_to_a_record_with_another_id_follows_it_as_wording(content: Path) -> None:
    for file in ("participants.yml", MEETING_FILE):
        edit(content / file, "org-b", "org-nieuwe-naam")
    editors.publish(content, "2026-02-01")
    changes = changes_in(content, "2026-02-01")
    assert {identifier: mapping["class"] for identifier, mapping in changes.items()} == {
        MEETING: "tekstueel",
        "org-nieuwe-naam": "tekstueel",
    }
    assert changes["org-nieuwe-naam"]["renamed_from"] == "org-b"


def test_a_record_that_also_changed_is_renamed_when_its_editor_says_so(content: Path) -> None:
    edit(content / PAGE_FILE, f"id: {PAGE}", "id: verzinsel")
    edit(content / PAGE_FILE, "title: Over deze fictie", "title: Over dit verzinsel")
    (content / PAGE_FILE).rename(content / "pages" / "verzinsel.md")
    draft = drafted(content, "--date", "2026-02-01")
    assert f"  - id: {PAGE}\n    change: ingetrokken\n    note:\n" in draft
    edit(draft_of(content), "  - id: verzinsel\n", f"  - id: verzinsel\n    renamed_from: {PAGE}\n")
    edit(draft_of(content), f"  - id: {PAGE}\n    change: ingetrokken\n    note:\n", "")
    again = drafted(content)
    assert "change: ingetrokken" not in again
    assert f"  - id: verzinsel\n    change: herformulering\n    renamed_from: {PAGE}\n" in again
    fill_in(content)
    lrt_site("publish", "--content", content)
    assert changes_in(content, "2026-02-01").keys() == {"verzinsel"}


def test_a_former_id_that_never_was_is_refused(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    edit(draft_of(content), f"  - id: {PAGE}\n", f"  - id: {PAGE}\n    renamed_from: fictief\n")
    line, _ = refused(content, 1)
    assert f"Er is geen verdwenen kenmerk 'fictief'. Bedoelde u '{PAGE}'?" in line


def renamed(content: Path, before: str, after: str) -> None:
    """Give the page another id."""
    text = (content / f"pages/{before}.md").read_text("utf-8")
    (content / f"pages/{before}.md").unlink()
    (content / f"pages/{after}.md").write_text(text.replace(f"id: {before}\n", f"id: {after}\n"), "utf-8")


def test_an_id_of_before_is_of_that_record_for_good(content: Path) -> None:
    renamed(content, PAGE, "verzinsel")
    editors.publish(content, "2026-02-01")
    fresh = content / f"pages/{PAGE}.md"
    fresh.write_text(f"---\nid: {PAGE}\ntitle: Iets anders\nsummary: Nieuw.\n---\n\nEen andere tekst.\n", "utf-8")
    told = f"{fresh}:2:1: Het kenmerk '{PAGE}' is al gebruikt: zo heette 'verzinsel' eerder"
    check = run("check", content)
    assert (check.returncode, check.stdout.startswith(told)) == (1, True)
    assert refused(content, 1, "--draft", "--date", "2026-03-01")[0].startswith(told)
    fresh.unlink()
    renamed(content, "verzinsel", PAGE)
    assert run("check", content).returncode == 0
    editors.publish(content, "2026-03-01")
    assert changes_in(content, "2026-03-01")[PAGE]["renamed_from"] == "verzinsel"


def test_a_rename_that_was_typed_is_known_to_check_and_to_build(content: Path) -> None:
    renamed(content, PAGE, "verzinsel")
    editors.publish(content, "2026-02-01")
    renamed(content, "verzinsel", PAGE)
    edit(content / PAGE_FILE, "is verzonnen", "is bedacht")
    refusal = run("check", content)
    assert "Is dit hetzelfde record? Schrijf dan 'verzinsel'." in refusal.stdout
    draft_of(content).write_text(f"changes:\n  - id: {PAGE}\n    renamed_from: verzinsel\n", "utf-8")
    assert run("check", content).returncode == 0
    assert f"  {PAGE}: herformulering\n" in built(content, "--preview")[1]
    assert "renamed_from: verzinsel" in drafted(content, "--date", "2026-03-01")


def test_a_draft_of_two_branches_is_told_and_never_overwritten(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content, "--date", "2026-02-01")
    edit(draft_of(content), "title:\n", "<<<<<<< HEAD\ntitle: Een\n=======\ntitle: Twee\n>>>>>>> tak-van-bram\n")
    line = draft_of(content).read_text("utf-8").split("\n").index("<<<<<<< HEAD") + 1
    told = f"{draft_of(content)}:{line}:1: Twee takken zijn samengevoegd zonder te kiezen"
    checked = run("check", content)
    assert checked.returncode == 1
    problem, *_ = checked.stdout.splitlines()
    for options in ((), ("--draft",)):
        first, last = refused(content, 1, *options)
        assert first == problem
        assert last.startswith("1 probleem gevonden.")
    assert problem.startswith(told)
    assert problem.endswith("Voer daarna opnieuw uit: lrt-site publish --draft. [merge-conflict]")


def test_a_draft_that_waits_for_its_notes_is_no_problem_of_the_content(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content, "--date", "2026-02-01")
    assert run("check", content).returncode == 0


def test_a_record_that_ends_needs_a_note_and_its_address_goes_on_answering(content: Path) -> None:
    (content / PAGE_FILE).unlink()
    assert f"  - id: {PAGE}\n    change: ingetrokken\n    note:\n" in drafted(content, "--date", "2026-02-01")
    fill_in(content, note="Deze pagina zei niets.")
    lrt_site("publish", "--content", content)
    assert changes_in(content, "2026-02-01")[PAGE]["hash"] is None
    assert f"/{PAGE}/" in str(entry_of(content, "2026-02-01")["gone"])
    site, _ = built(content)
    assert "Deze pagina zei niets." in text_at(site, f"/{PAGE}/")
    assert "Alles op deze site is verzonnen." in text_at(site, f"/{PAGE}/versies/1/")


def test_a_record_that_comes_back_is_said_to_have_been_away(content: Path) -> None:
    text = (content / PAGE_FILE).read_text("utf-8")
    (content / PAGE_FILE).unlink()
    editors.publish(content, "2026-02-01")
    (content / PAGE_FILE).write_text(text.replace("verzonnen", "bedacht"), "utf-8")
    away = "Was weg sinds publicatie 2 (1 februari 2026), staat er weer."
    draft = drafted(content, "--date", "2026-03-01")
    assert f"  # {away}\n" in draft
    assert f"  - id: {PAGE}\n    change: teruggeplaatst\n    note:\n" in draft
    assert away in lrt_site("diff", "--content", content)
    fill_in(content)
    lrt_site("publish", "--content", content)
    site, _ = built(content)
    assert away in text_at(site, f"/{PAGE}/versies/")
    assert away in text_at(site, "/publicaties/2026-03-01/")
    assert away in (site / "feeds/correcties.xml").read_text("utf-8")
    *_, last = (site / "data/v1/wijzigingen.ndjson").read_text("utf-8").splitlines()
    assert (json.loads(last)["class"], json.loads(last)["away_since"]) == ("teruggeplaatst", "2026-02-01")


def test_a_record_that_comes_back_goes_on_numbering_its_versions(content: Path) -> None:
    text = (content / PAGE_FILE).read_text("utf-8")
    (content / PAGE_FILE).unlink()
    editors.publish(content, "2026-02-01")
    (content / PAGE_FILE).write_text(text, "utf-8")
    editors.publish(content, "2026-03-01")
    assert changes_in(content, "2026-03-01")[PAGE] | {"hash": ""} == {
        "class": "teruggeplaatst",
        "type": "page",
        "id": PAGE,
        "version": 2,
        "hash": "",
    }
    site, _ = built(content)
    assert text_at(site, f"/{PAGE}/versies/2/")


def test_an_address_at_which_nothing_would_stand_stops_build_and_publish(content: Path) -> None:
    entry = content / "publications" / FIRST / "publication.json"
    edit(entry, '  "added": [\n', '  "added": [\n    "/verdwenen/",\n')
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is alles verzonnen.")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    line, _ = refused(content, 1)
    assert "Op /verdwenen/ stond een gepubliceerde pagina, en nu niets meer." in line
    done = run("build", "--no-handbook", "--content", content, "--site-dir", content.parent / "site")
    assert done.returncode == 1
    assert "[lost-address]" in done.stderr
    assert not (content.parent / "site").exists()


def test_a_changed_version_stops_build_and_publish(content: Path) -> None:
    stored = content / "publications" / FIRST / "records" / f"{PAGE}.json"
    edit(stored, "verzonnen", "verzonden")
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    line, _ = refused(content, 1, "--draft")
    assert line.startswith(f"{stored}:1:1: Deze opgeslagen versie is veranderd nadat zij was gepubliceerd")
    assert run("build", "--content", content, "--site-dir", content.parent / "site").returncode == 1


def test_the_site_shows_what_was_published_and_a_preview_what_waits(content: Path) -> None:
    edit(content / PAGE_FILE, "Alles op deze site", "Het meeste op deze site")
    site, told = built(content)
    assert f"Gepubliceerd: {FIRST}.\nOp publicatie wacht (1):\n  {PAGE}: " in told
    assert "Alles op deze site is verzonnen." in text_at(site, f"/{PAGE}/")
    site, told = built(content, "--preview")
    assert "Dit is een voorbeeld, niet gepubliceerd.\n" in told
    assert "Het meeste op deze site is verzonnen." in text_at(site, f"/{PAGE}/")


def test_a_preview_marks_what_waits_and_says_of_the_rest_with_which_publication_it_came(content: Path) -> None:
    edit(content / PAGE_FILE, "summary: Dit is verzonnen.", "summary: Dit is bedacht.")
    people = "  - person: p-a\n    organisation: org-a\n", "  - person: p-b\n    organisation: org-b\n"
    edit(content / MEETING_FILE, "".join(people), "".join(reversed(people)))  # an order that means nothing
    site, told = built(content, "--preview")
    assert f"Op publicatie wacht (1):\n  {PAGE}: " in told
    marked = {path.parent.name for path in site.rglob("*.html") if "wacht op publicatie" in path.read_text("utf-8")}
    assert marked == {PAGE}
    page = text_at(site, f"/vergaderingen/{MEETING}/")
    assert "gepubliceerd met publicatie 1 (15 januari 2026)" in page
    assert page.index(">A. Fictief") < page.index(">B. Fictief"), "It is as it was published."


def test_a_site_is_built_from_its_publications_while_the_content_has_problems(content: Path) -> None:
    edit(content / MEETING_FILE, "person: p-b", "person: p-weg")
    site, told = built(content)
    assert "De inhoud heeft problemen; zie lrt-site check." in told
    assert text_at(site, f"/vergaderingen/{MEETING}/")


def test_diff_tells_what_changed_between_publications_and_since_the_last(content: Path) -> None:
    assert lrt_site("diff", "--content", content) == "Er is geen verschil.\n"
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    told = lrt_site("diff", "--content", content)
    assert told.startswith(f"{MEETING}: correctie\n")
    assert "11 maart 2025" in told
    assert "12 maart 2025" in told
    editors.publish(content, "2026-02-01")
    assert lrt_site("diff", "--content", content, FIRST, "2026-02-01") == told
    assert lrt_site("diff", "--content", content, "1", "2") == told
    assert lrt_site("diff", "--content", content) == "Er is geen verschil.\n"
    wrong = run("diff", "--content", content, "2019-01-01")
    assert wrong.returncode == 2
    assert wrong.stderr == f"lrt-site: Er is geen publicatie '2019-01-01'. Wel: {FIRST}, 2026-02-01.\n"


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Fictief", "-c", "user.email=fictief@fictief.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_clone_of_the_last_commit_alone_builds_all_versions(content: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", str(content))
    git(content, "add", ".")
    git(content, "commit", "--quiet", "-m", "eerste")
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    editors.publish(content, "2026-02-01")
    git(content, "add", ".")
    git(content, "commit", "--quiet", "-m", "tweede")
    clone = tmp_path / "kloon" / "inhoud"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{content}", str(clone))
    one, _ = built(content)
    other, _ = built(clone)
    assert {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()} == {
        path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()
    }
    assert "11 maart 2025" in text_at(other, f"/vergaderingen/{MEETING}/versies/1/")
    assert "12 maart 2025" in text_at(other, f"/vergaderingen/{MEETING}/versies/2/")


def test_a_publication_can_be_signed_with_an_ssh_key(content: Path, tmp_path: Path) -> None:
    key = tmp_path / "sleutel"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    (content / "publications" / "allowed_signers").write_text(
        f"redactie@fictief.example {key.with_suffix('.pub').read_text('utf-8')}", "utf-8"
    )
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    assert refused(content, 2, "--sign", str(key)) == [
        "lrt-site: Geef '--sign' en '--signer' samen: de sleutel, en de naam van wie tekent."
    ]
    lrt_site("publish", "--content", content, "--sign", key, "--signer", "redactie@fictief.example")
    assert entry_of(content, "2026-02-01")["signer"] == "redactie@fictief.example"
    sealed = content / "publications" / "2026-02-01"
    verify = ("-Y", "verify", "-n", "lrt-site", "-I", "redactie@fictief.example", "-s", "publication.json.sig")
    signers = ("-f", content / "publications" / "allowed_signers")
    subprocess.run(
        ["ssh-keygen", *verify, *signers],
        cwd=sealed,
        input=(sealed / "publication.json").read_bytes(),
        check=True,
        capture_output=True,
    )
    site, _ = built(content)
    mirror = site / "data" / "v1" / "publicaties" / "2026-02-01" / "publication.json.sig"
    assert mirror.read_bytes() == (sealed / "publication.json.sig").read_bytes()


def test_with_a_key_that_cannot_sign_nothing_is_published(content: Path, tmp_path: Path) -> None:
    key = tmp_path / "geen-sleutel"
    key.write_text("fictief", "utf-8")
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    drafted(content, "--date", "2026-02-01")
    fill_in(content)
    (line,) = refused(content, 2, "--sign", str(key), "--signer", "redactie@fictief.example")
    assert line.startswith("lrt-site: Met de sleutel")


@pytest.mark.parametrize("options", [("--draft",), ()])
def test_no_publication_is_of_a_day_that_has_not_been(content: Path, options: tuple[str, ...]) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    if not options:
        drafted(content, "--date", "2026-02-01")
        fill_in(content)
    told = refused(content, 1 if not options else 2, *options, "--date", "2062-11-26")
    assert "26 november 2062 is nog niet geweest" in told[0]
    assert publications(content) == [FIRST]


def test_a_day_that_is_past_needs_a_reason_which_the_reader_sees(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    lrt_site("publish", "--draft", "--content", content, "--date", "2026-02-01")
    fill_in(content, note="De redactie was gesloten.")
    edit(draft_of(content), 'dated:\n    note: "De redactie was gesloten."', "dated:\n    note:")
    line, _ = refused(content, 1)
    assert line.endswith("Schrijf hier waarom de publicatie die dag krijgt. De lezer ziet het. [draft-date-note]")
    edit(draft_of(content), "dated:\n    note:\n", "")
    line, _ = refused(content, 1)
    assert "1 februari 2026 is al voorbij. Zet hier de dag van vandaag" in line
    lrt_site("publish", "--draft", "--content", content)
    fill_in(content, note="De redactie was gesloten.")
    lrt_site("publish", "--content", content)
    assert str(entry_of(content, "2026-02-01")["sealed"]) > "2026-02-01"
    site, _ = built(content)
    shown = text_at(site, "/publicaties/2026-02-01/")
    assert "De redactie was gesloten." in shown
    assert "Vastgelegd op" in shown


def test_a_publication_sealed_by_mistake_becomes_a_draft_again(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    editors.publish(content, "2026-02-01", "Zo is het beter.")
    edit(content / PAGE_FILE, "Dit is bedacht.", "Dit is gefantaseerd.")
    editors.publish(content, "2026-02-02", "Zo nog beter.")
    told = lrt_site("publish", "--redo", "2026-02-01", "--content", content)
    assert "Let op: 'fictie' is in de inhoud anders dan in die publicatie." in told
    assert publications(content) == [FIRST]
    draft = draft_of(content).read_text("utf-8")
    assert "note: |\n      Zo is het beter.\n      Zo nog beter.\n" in draft
    fill_in(content)
    lrt_site("publish", "--content", content)
    assert lrt_site("check", "--content", content) == ""
    assert run("publish", "--redo", "2026-09-09", "--content", content).returncode == 2


def test_a_publication_from_which_words_were_withdrawn_stays(content: Path) -> None:
    edit(content / MEETING_FILE, "verzonnen zaken", "andere zaken")
    why = ("--ground", "grond", "--decision", "besluit", "--date", "2026-02-01")
    lrt_site("withdraw", MEETING, "--words", "verzonnen zaken", *why, "--content", content)
    done = run("publish", "--redo", FIRST, "--content", content)
    assert done.returncode == 2
    assert "zijn woorden ingetrokken" in done.stderr
    assert publications(content) == [FIRST]


def test_a_withdrawal_is_anchored_though_nothing_else_waits(content: Path) -> None:
    edit(content / MEETING_FILE, "verzonnen zaken", "andere zaken")
    editors.publish(content, "2026-02-01")
    why = ("--ground", "grond", "--decision", "besluit", "--date", "2026-02-01")
    lrt_site("withdraw", MEETING, "--words", "verzonnen zaken", *why, "--content", content)
    assert "nog door geen publicatie vastgelegd" in lrt_site("verify", "--content", content)
    editors.publish(content, "2026-02-02")
    assert "nog door geen publicatie vastgelegd" not in lrt_site("verify", "--content", content)
    site, _ = built(content)
    assert ": Geen onderdeel is veranderd.</p>" in text_at(site, "/publicaties/2026-02-02/")
    assert refused(content, 2) == [NOTHING.strip()]


def test_an_older_ledger_does_not_build_over_a_newer_site(content: Path) -> None:
    edit(content / PAGE_FILE, "Dit is verzonnen.", "Dit is bedacht.")
    folder = editors.publish(content, "2026-02-01")
    site, _ = built(content)
    shutil.rmtree(folder)
    done = run("build", "--no-handbook", "--content", content, "--site-dir", site)
    assert done.returncode == 2
    assert "2026-02-01, en die kent uw register" in done.stderr
    assert (site / "publicaties/2026-02-01/index.html").is_file()


def test_sources_were_not_read_up_to_a_day_that_has_not_been(content: Path) -> None:
    edit(content / "site.yml", "sources_checked_on: 2026-01-15", "sources_checked_on: 2062-01-15")
    assert "die dag is nog niet geweest" in refused(content, 2, "--draft")[0]


@pytest.mark.parametrize("harmed", ["{}", '{"format": "publication/v2", "changes": [1]}', "geen json", ""])
def test_what_cannot_be_read_does_not_become_a_draft(content: Path, harmed: str) -> None:
    (content / "publications" / FIRST / "publication.json").write_text(harmed, "utf-8")
    done = run("publish", "--redo", FIRST, "--content", content)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert f"Publicatie '{FIRST}' is niet te lezen." in done.stderr
    assert publications(content) == [FIRST]
    assert not draft_of(content).exists()


def test_where_nothing_is_to_be_chosen_nothing_is_made_a_draft(content: Path) -> None:
    done = run("publish", "--redo", FIRST, "--keep", "3135ef0c", "--content", content)
    assert (done.returncode, publications(content)) == (2, [FIRST])
    assert "er valt niets te kiezen" in done.stderr
