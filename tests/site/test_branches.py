"""Editors on two branches of git: after the advice that is printed no work is lost, and no withdrawn words are back."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools import editors
from tests.tools.editors import edit, fill_in, lrt_site, publications, run
from tests.tools.small import FIRST, MEETING, PAGE

DAY, NEXT = "2026-02-01", "2026-02-02"
MEETING_FILE, PAGE_FILE = f"meetings/{MEETING}.md", f"pages/{PAGE}.md"
ONE, OTHER = "verzonnen zaken", "deelnemers spraken"
"""Words of the meeting that can be withdrawn."""
WHY = ("--ground", "verzonnen grond", "--decision", "verzonnen besluit")

COMMAND = re.compile(
    r"lrt-site (?:publish|withdraw) --[a-z]+(?: [0-9a-f][0-9a-f-]+| --keep [0-9a-f]+| --words '[^']*')*"
)

Work = Callable[[Path], object]

WORDS: dict[str, str] = {}
"""What only editors know: the words of each withdrawal, by its name."""


def git(folder: Path, *arguments: str, fails: bool = False) -> str:
    settings = ("-c", "user.name=Fictief", "-c", "user.email=fictief@fictief.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content tree with one publication, in git."""
    folder = editors.write_small(tmp_path_factory.mktemp("begin") / "inhoud")
    editors.publish(folder, FIRST)
    git(folder, "init", "--quiet", "--initial-branch", "hoofd")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Het begin")
    return folder


@pytest.fixture
def content(begun: Path, tmp_path: Path) -> Path:
    """One's own copy of it."""
    return shutil.copytree(begun, tmp_path / "inhoud")


def on_branches(content: Path, one: Work, other: Work, *, conflict: bool = False) -> None:
    """Let two editors work, each on a branch of their own, and put the other's branch into the one's."""
    for name, work in (("anna", one), ("bram", other)):
        git(content, "switch", "--quiet", "--create", name, "hoofd")
        work(content)
        git(content, "add", "--all")
        git(content, "commit", "--quiet", "--message", f"Werk van {name}")
    git(content, "switch", "--quiet", "anna")
    git(content, "merge", "--quiet", "--message", "Samen", "bram", fails=conflict)


def both(*works: Work) -> Work:
    """An editor who does one thing after another."""

    def work(content: Path) -> None:
        for step in works:
            step(content)

    return work


def sealing(file: str, before: str, after: str, day: str, note: str) -> Work:
    """An editor who changes words and seals that."""

    def work(content: Path) -> None:
        edit(content / file, before, after)
        editors.publish(content, day, note)

    return work


def withdrawing(words: str, day: str) -> Work:
    """An editor who takes words out of the content and withdraws them."""

    def work(content: Path) -> None:
        edit(content / MEETING_FILE, words, "[…]")
        withdraw(content, words, MEETING, *WHY, "--date", day)

    return work


def withdraw(content: Path, words: str, *arguments: str) -> None:
    """Withdraw words, and remember under which name; where they stand nowhere, say that they are well spelt."""
    before = withdrawals(content)
    given = ["withdraw", *arguments, "--words", words, "--content", str(content)]
    told = run(*given)
    if told.returncode:
        assert "--gone" in told.stderr, told.stderr
        lrt_site(*given, "--gone")
    WORDS.update(dict.fromkeys(withdrawals(content) - before, words))


def withdrawals(content: Path) -> set[str]:
    """The names of all withdrawals."""
    folder = content / "publications/withdrawals"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def advice(content: Path) -> list[str]:
    """The commands that `check` advises, each as it stands there."""
    checked = run("check", "--content", content)
    commands = COMMAND.findall(checked.stdout)
    assert bool(commands) == bool(checked.returncode)
    return commands


def refused_everywhere(content: Path) -> list[str]:
    """The commands that `check` advises, and `verify` and `build` as well."""
    told = run("verify", "--content", content)
    built = run("build", "--no-handbook", "--content", content, "--site-dir", content.parent / "niets")
    commands = advice(content)
    assert (told.returncode, built.returncode) == (1, 1)
    assert all(command in told.stderr and command in built.stderr for command in commands)
    return commands


def follow(content: Path, command: str) -> None:
    """Give a command as it is advised, with the words that only the editor knows."""
    _, *arguments = shlex.split(command)
    if "--words" not in arguments:
        lrt_site(*arguments, "--content", content)
        return
    _, *repeat, _, _ = arguments
    withdraw(content, WORDS[repeat[-1]], *repeat)


def seal_draft(content: Path) -> str:
    """Complete the draft that lies there, and seal it; what it said before."""
    text = editors.draft_of(content).read_text("utf-8")
    fill_in(content)
    lrt_site("publish", "--content", content)
    return text


def sound(content: Path) -> None:
    """What holds once the advice was followed."""
    lrt_site("verify", "--content", content)
    lrt_site("check", "--content", content)


def holding(content: Path, *words: str) -> list[str]:
    """The files of tree and site that hold any of these words."""
    site = content.parent / "site"
    lrt_site("build", "--no-handbook", "--content", content, "--site-dir", site)
    paths = [path for folder in (content, site) for path in folder.rglob("*") if path.is_file()]
    texts = {str(path): path.read_bytes() for path in paths if ".git/" not in str(path)}
    return [path for path, text in texts.items() if any(each.encode() in text for each in words)]


ANNA = sealing(MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12", NEXT, "Anna zegt waarom.")
BRAM = sealing(PAGE_FILE, "Alles op deze site", "Alles hier", DAY, "Bram zegt waarom.")
BRAM_SAME_DAY = sealing(PAGE_FILE, "Alles op deze site", "Alles hier", NEXT, "Bram zegt waarom.")


@pytest.mark.parametrize("redone", [DAY, NEXT])
def test_of_two_publications_with_one_number_one_becomes_a_draft_again(content: Path, redone: str) -> None:
    on_branches(content, ANNA, BRAM)
    (command,) = [text for text in refused_everywhere(content) if text.endswith(f"--redo {redone}")]
    kept = {DAY: NEXT, NEXT: DAY}[redone]
    before = editors.files_of(content / "publications" / kept)
    follow(content, command)
    assert publications(content) == sorted([FIRST, kept])
    assert {NEXT: "Anna zegt waarom.", DAY: "Bram zegt waarom."}[redone] in seal_draft(content)
    assert editors.files_of(content / "publications" / kept) == before
    sound(content)
    assert len(publications(content)) == 3


@pytest.mark.parametrize("kept", ["Anna", "Bram"])
def test_of_two_publications_of_one_day_the_one_on_the_site_stays(content: Path, kept: str) -> None:
    on_branches(content, ANNA, BRAM_SAME_DAY, conflict=True)
    branch = {"Anna": "anna", "Bram": "bram"}
    was = git(content, "show", f"{branch[kept]}:publications/{NEXT}/publication.json")
    (command,) = [text for text in refused_everywhere(content) if hashed(was)[:8] in text]
    follow(content, command)
    assert (content / "publications" / NEXT / "publication.json").read_text("utf-8") == was
    assert {"Bram": "Anna zegt waarom.", "Anna": "Bram zegt waarom."}[kept] in seal_draft(content)
    sound(content)
    assert len(publications(content)) == 3


def test_what_follows_the_one_that_does_not_stay_becomes_a_draft_with_it(content: Path) -> None:
    twice = both(ANNA, sealing("table.yml", "De fictieve tafel overlegt", "De tafel overlegt", NEXT, "Anna zegt meer."))
    on_branches(content, twice, BRAM_SAME_DAY, conflict=True)
    was = git(content, "show", f"bram:publications/{NEXT}/publication.json")
    (command,) = [text for text in refused_everywhere(content) if hashed(was)[:8] in text]
    follow(content, command)
    assert publications(content) == [FIRST, NEXT]
    assert not [path for path in (content / "publications").rglob("*") if path.is_dir() and not any(path.iterdir())]
    draft = seal_draft(content)
    assert all(note in draft for note in ("Anna zegt waarom.", "Anna zegt meer."))
    sound(content)
    assert len(publications(content)) == 3


@pytest.mark.parametrize("days", [(DAY, DAY), (DAY, NEXT), (NEXT, DAY)])
def test_what_two_branches_withdrew_stays_away(content: Path, days: tuple[str, str]) -> None:
    on_branches(content, withdrawing(ONE, days[0]), withdrawing(OTHER, days[1]), conflict=True)
    (content / MEETING_FILE).write_text(resolved(content, "De […] over […]."), "utf-8")
    while commands := advice(content):
        follow(content, commands[0])
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE, OTHER) == []
    assert len(list((content / "publications/withdrawals").iterdir())) >= 3


def test_what_two_branches_withdrew_from_a_long_text_stays_away(content: Path) -> None:
    """To git the file that each puts in the place of one is that file with a new name: it mixes the two."""
    edit(content / MEETING_FILE, "De deelnemers", "Wat blijft, is verzonnen. " * 50 + "De deelnemers")
    editors.publish(content, DAY)
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "--message", "Meer tekst")
    on_branches(content, withdrawing(ONE, NEXT), withdrawing(OTHER, NEXT), conflict=True)
    (content / MEETING_FILE).write_text(resolved(content, "De […] over […]."), "utf-8")
    assert "<<<<<<<<" in "".join(path.read_text("utf-8") for path in (content / "publications").rglob("*.json"))
    while commands := advice(content):
        follow(content, commands[0])
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE, OTHER) == []


@pytest.mark.parametrize("taken", ["anna", "bram"])
@pytest.mark.parametrize("day", [DAY, NEXT])
def test_what_one_withdrew_while_the_other_sealed_stays_away(content: Path, taken: str, day: str) -> None:
    again = sealing(MEETING_FILE, "spraken over", "spraken weer over", DAY, "Bram zegt waarom.")
    on_branches(content, withdrawing(ONE, day), again, conflict=True)
    git(content, "checkout", {"anna": "--ours", "bram": "--theirs"}[taken], MEETING_FILE)
    (command,) = {*refused_everywhere(content)}
    if taken == "bram":
        _, *arguments = shlex.split(command.replace("de woorden", ONE))
        refused = run(*arguments, "--content", content)
        assert "De woorden staan hier nog" in refused.stderr
        edit(content / MEETING_FILE, ONE, "[…]")
    follow(content, command)
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE) == []
    assert "Bram zegt waarom." in (content / "publications" / DAY / "notes.json").read_text("utf-8")


def test_a_draft_of_who_did_not_know_a_withdrawal_is_searched_for_the_words(content: Path) -> None:
    anna = sealing("table.yml", "De fictieve tafel overlegt", "De tafel overlegt", DAY, "Anna zegt waarom.")
    bram = sealing(PAGE_FILE, "Alles op deze site", "Alles hier", NEXT, f"Bram noemt {ONE}.")
    on_branches(content, both(withdrawing(ONE, DAY), anna), bram)
    (command,) = [text for text in advice(content) if text.endswith(NEXT)]
    search, *_ = COMMAND.findall(run(*command.split()[1:], "--content", content).stderr)
    _, *arguments = shlex.split(search.replace("de woorden", ONE))
    assert "draft.yml:4:19: De woorden staan hier nog." in run(*arguments, "--content", content).stderr
    edit(editors.draft_of(content), ONE, "[…]")
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE) == []


def test_words_that_a_branch_brings_back_into_the_content_are_not_sealed(content: Path) -> None:
    def drafting(content: Path) -> None:
        edit(content / MEETING_FILE, "spraken over", "spraken weer over")
        lrt_site("publish", "--draft", "--content", content, "--date", DAY)
        fill_in(content, note="Bram zegt waarom.")

    on_branches(content, withdrawing(ONE, DAY), drafting, conflict=True)
    git(content, "checkout", "--theirs", MEETING_FILE)
    for command in (("publish", "--draft"), ("publish",)):
        refused = run(*command, "--content", content)
        assert refused.returncode == 1
        assert "lrt-site withdraw --repeat" in refused.stderr
    for path in (content / MEETING_FILE, editors.draft_of(content)):
        edit(path, ONE, "[…]")
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE) == []


def writing(content: Path) -> None:
    """An editor who does not know that words are withdrawn, and writes them in another record."""
    edit(content / PAGE_FILE, "Alles op deze site", f"Alle {ONE} op deze site")


def drafting(content: Path) -> None:
    """An editor who does so, and writes a draft with the words in it."""
    writing(content)
    lrt_site("publish", "--draft", "--content", content, "--date", NEXT)
    fill_in(content, note=f"Over {ONE}.")


def sealing_words(content: Path) -> None:
    """An editor who does so, and seals that."""
    writing(content)
    editors.publish(content, DAY, f"Over {ONE}.")


def sealing_and_withdrawing(content: Path) -> None:
    """An editor who seals something else, and withdraws the words after that."""
    ANNA(content)
    withdrawing(ONE, NEXT)(content)


def never_sealed(content: Path) -> None:
    """What editors did apart is not sealed with the words in it, and once these are gone it is."""
    refused = run("publish", "--content", content)
    assert (refused.returncode, "lrt-site withdraw --repeat" in refused.stderr) == (1, True)
    for path in (path for path in (content / PAGE_FILE, editors.draft_of(content)) if ONE in path.read_text("utf-8")):
        assert f"{path}:" in run(*repeating(content), "--content", content).stderr
        path.write_text(path.read_text("utf-8").replace(ONE, "[…]"), "utf-8")
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE) == []


def repeating(content: Path) -> list[str]:
    """The command that `check` advises, with the words that only the editor knows."""
    (command, *_) = re.findall(r"lrt-site (withdraw --repeat \S+ --words '[^']*')", asked(content))
    return shlex.split(command.replace("de woorden", ONE))


def test_a_publication_that_becomes_a_draft_again_does_not_bring_words_back(content: Path) -> None:
    on_branches(content, sealing_and_withdrawing, sealing_words)
    run("publish", "--redo", DAY, "--content", content)
    never_sealed(content)


@pytest.mark.parametrize("anchored", [False, True])
def test_a_draft_that_was_written_without_knowing_of_a_withdrawal_does_not_bring_words_back(
    content: Path, anchored: bool
) -> None:
    on_branches(content, both(withdrawing(ONE, DAY), ANNA) if anchored else withdrawing(ONE, DAY), drafting)
    never_sealed(content)


def test_a_draft_says_where_words_were_ever_withdrawn(content: Path) -> None:
    withdrawing(ONE, DAY)(content)
    editors.publish(content, DAY)
    edit(content / MEETING_FILE, "spraken over", "spraken weer over")
    lrt_site("publish", "--draft", "--content", content)
    (name,) = withdrawals(content)
    said = editors.draft_of(content).read_text("utf-8")
    assert "  # Uit tekst is op 1 februari 2026 iets ingetrokken. Ga na dat het er niet weer in staat: lrt-site" in said
    assert name in said


def test_a_withdrawal_after_a_publication_that_does_not_stay_is_kept(content: Path) -> None:
    on_branches(content, sealing_and_withdrawing, sealing_words)
    (name,) = withdrawals(content)
    before = editors.files_of(content / "publications" / DAY)
    git(content, "restore", "--source=bram", "--staged", "--worktree", "publications")
    git(content, "restore", "--source=anna", "--worktree", "publications/withdrawals")
    (command,) = {*advice(content)}
    assert command == "lrt-site withdraw --resume"
    assert f"Bijgewerkt: '{name}'." in lrt_site(*command.split()[1:], "--content", content)
    assert editors.files_of(content / "publications" / DAY) == before
    assert "De woorden staan hier nog" in run(*repeating(content), "--content", content).stderr
    edit(content / PAGE_FILE, ONE, "[…]")
    publish_after_withdrawals(content)
    sound(content)
    assert holding(content, ONE) == []


def test_a_draft_that_was_there_before_a_withdrawal_does_not_bring_words_back(content: Path) -> None:
    edit(content / PAGE_FILE, "Alles op deze site", "Alles hier")
    lrt_site("publish", "--draft", "--content", content, "--date", DAY)
    fill_in(content, note="Over iets.")
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "--message", "Een concept")
    on_branches(
        content, withdrawing(ONE, DAY), lambda content: edit(editors.draft_of(content), "Over iets.", f"Over {ONE}.")
    )
    never_sealed(content)


def test_who_withdraws_while_a_draft_lies_there_can_go_on_with_it(content: Path) -> None:
    edit(content / PAGE_FILE, "Alles op deze site", "Alles hier")
    lrt_site("publish", "--draft", "--content", content, "--date", DAY)
    fill_in(content, note="Over iets.")
    withdrawing(ONE, DAY)(content)
    lrt_site("publish", "--draft", "--content", content)
    edit(editors.draft_of(content), "Over iets.", "Over iets anders.")
    fill_in(content)
    lrt_site("publish", "--content", content)
    sound(content)


def test_a_draft_without_words_that_is_older_than_a_withdrawal_is_made_anew(content: Path) -> None:
    edit(content / MEETING_FILE, ONE, "andere zaken")
    lrt_site("publish", "--draft", "--content", content)
    assert ONE in editors.draft_of(content).read_text("utf-8")
    withdraw_in = ("withdraw", MEETING, "--words", ONE, *WHY, "--date", DAY, "--content", content)
    assert f"{editors.draft_of(content)}:" in run(*withdraw_in).stderr
    editors.draft_of(content).rename(content.parent / "concept")
    lrt_site(*withdraw_in)
    (content.parent / "concept").rename(editors.draft_of(content))
    assert "Dit lege concept is van voor de intrekking van 1 februari 2026" in asked(content)
    lrt_site("publish", "--draft", "--content", content)
    assert asked(content) == ""
    assert ONE not in editors.draft_of(content).read_text("utf-8")


def test_git_asks_where_a_draft_was_begun_anew_and_somebody_wrote_in_the_old_one(content: Path) -> None:
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    lrt_site("publish", "--draft", "--content", content, "--date", DAY)
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "--message", "Een leeg concept")

    def beginning_anew(content: Path) -> None:
        editors.draft_of(content).unlink()
        withdrawing(ONE, DAY)(content)
        lrt_site("publish", "--draft", "--content", content, "--date", DAY)

    on_branches(content, beginning_anew, lambda content: fill_in(content, note=f"Over {ONE}."), conflict=True)


def test_what_was_written_in_a_draft_after_another_sealed_it_stays(content: Path) -> None:
    drafting(content)
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "--message", "Een concept")

    def writing_more(content: Path) -> None:
        edit(editors.draft_of(content), f"Over {ONE}.", "Bram legt het uit.")

    on_branches(content, lambda content: lrt_site("publish", "--content", content), writing_more, conflict=True)
    for command in (("publish",), ("publish", "--draft")):
        assert "Er is niets om te publiceren" in run(*command, "--content", content).stderr
    assert "Bram legt het uit." in editors.draft_of(content).read_text("utf-8")


@pytest.mark.parametrize("anchored", [False, True])
def test_content_that_was_written_without_knowing_of_a_withdrawal_is_told(content: Path, anchored: bool) -> None:
    publishing = both(withdrawing(ONE, DAY), lambda content: editors.publish(content, DAY))
    on_branches(content, publishing if anchored else withdrawing(ONE, DAY), writing)
    told = run("check", "--content", content).stderr
    assert "Let op: na de intrekking van 1 februari 2026 is de inhoud nog veranderd." in told
    assert "Let op:" in lrt_site("publish", "--draft", "--content", content)
    (command,) = re.findall(r"lrt-site (withdraw --repeat \S+ --words '[^']*')", told)
    refused = run(*shlex.split(command.replace("de woorden", ONE)), "--content", content)
    assert f"{PAGE_FILE}:" in refused.stderr


def test_what_an_editor_writes_after_a_withdrawal_needs_no_second_search(content: Path) -> None:
    withdrawing(ONE, DAY)(content)
    edit(content / PAGE_FILE, "Alles op deze site", "Alles hier")
    editors.publish(content, DAY, "Anna zegt waarom.")
    sound(content)


def test_words_that_are_spelt_otherwise_than_then_settle_nothing(content: Path) -> None:
    withdrawing(ONE, DAY)(content)
    (name,) = withdrawals(content)
    refused = run("withdraw", "--repeat", name, "--words", "verzonen zaken", "--content", content)
    assert "'verzonen zaken' staat nergens meer" in refused.stderr
    assert withdrawals(content) == {name}
    lrt_site("withdraw", "--repeat", name, "--words", ONE, "--gone", "--content", content)
    assert f"zocht opnieuw wat {name} wegnam en nam niets meer weg" in lrt_site("verify", "--content", content)


def test_a_draft_of_another_branch_is_sealed_on_top(content: Path) -> None:
    def drafting(content: Path) -> None:
        edit(content / PAGE_FILE, "Alles op deze site", "Alles hier")
        lrt_site("publish", "--draft", "--content", content, "--date", NEXT)
        fill_in(content, note="Bram zegt waarom.")

    on_branches(content, ANNA, drafting)
    lrt_site("publish", "--content", content)
    sound(content)
    assert len(publications(content)) == 3


def publish_after_withdrawals(content: Path) -> str:
    """Seal what waits, with each search for withdrawn words that is asked for; what the draft said."""
    while commands := re.findall(r"lrt-site withdraw --repeat \S+(?: --words '[^']*')?", asked(content)):
        follow(content, commands[0])
    lrt_site("publish", "--draft", "--content", content)
    fill_in(content)
    while commands := re.findall(r"lrt-site withdraw --repeat \S+(?: --words '[^']*')?", asked(content)):
        follow(content, commands[0])
    text = editors.draft_of(content).read_text("utf-8")
    lrt_site("publish", "--content", content)
    return text


def asked(content: Path) -> str:
    """The problems that `check` names."""
    return run("check", "--content", content).stdout


def resolved(content: Path, sentence: str) -> str:
    """The file of the meeting with a sentence in the place of its conflict."""
    text = (content / MEETING_FILE).read_text("utf-8")
    return re.sub(r"<<<<<<<.*>>>>>>> \w+\n", f"{sentence}\n", text, flags=re.DOTALL)


def hashed(text: str) -> str:
    """SHA-256 of a text."""
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()
