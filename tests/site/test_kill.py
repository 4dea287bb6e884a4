"""Killed at any moment, or two at once: what is published is the old or the new, never something in between."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath
from signal import SIGKILL, SIGXFSZ, Signals

import pytest

from lrt_site import files, ledger
from lrt_site.cli import main
from lrt_site.problems import Problem
from tests.tools import editors
from tests.tools.editors import edit, fill_in, lrt_site, publications
from tests.tools.small import FIRST, MEETING, PAGE

NEXT = "2026-02-01"
MEETING_FILE = f"meetings/{MEETING}.md"
WORDS = "verzonnen zaken"
"""Words of the meeting that can be withdrawn."""
WITHDRAW = ("--words", WORDS, "--ground", "verzonnen grond", "--decision", "verzonnen besluit", "--date", NEXT)

EACH = 100
"""So many bytes further a file is broken off each time."""

Command = tuple[str | Path, ...]


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A content tree with a publication, and a complete draft for the next one. Copy it before you write in it."""
    content = editors.write_small(tmp_path / "klaar")
    editors.publish(content, FIRST)
    edit(content / MEETING_FILE, "date: 2025-03-11", "date: 2025-03-12")
    lrt_site("publish", "--draft", "--content", content, "--date", NEXT)
    fill_in(content)
    return content


@pytest.fixture
def rewritten(tmp_path: Path) -> Path:
    """A content tree with a publication that has words which its editors took out of the content since."""
    content = editors.write_small(tmp_path / "klaar")
    editors.publish(content, FIRST)
    edit(content / MEETING_FILE, WORDS, "andere zaken")
    return content


def here(*arguments: str | Path) -> None:
    """Run a command that must go well in this process, which is sooner done."""
    main([str(argument) for argument in arguments], standalone_mode=False)


def death_of(command: Command, content: Path, **fatal: int) -> int | None:
    """The signal by which a command dies of something fatal; 0 where it is done without meeting that."""
    process = editors.working(*command, out=content.with_name("out"), err=content.with_name("err"), **fatal)
    process.join()
    return process.exitcode and -process.exitcode


def fresh(prepared: Path, content: Path) -> None:
    """Put the content back as it was prepared."""
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(prepared, content)


def deaths(prepared: Path, command: Callable[[Path], Command]) -> Iterator[Path]:
    """The content after a command on it died just before each step that changes the ledger: all that it can leave."""
    return ends(prepared, command, SIGKILL, ({"fatal_step": step} for step in count(1)))


def tears(prepared: Path, command: Callable[[Path], Command]) -> Iterator[Path]:
    """The content after a command on it died in the middle of a file that it wrote: of the first that is so long."""
    return ends(prepared, command, SIGXFSZ, ({"fatal_room": room} for room in count(0, EACH)))


def ends(
    prepared: Path, command: Callable[[Path], Command], signal: Signals, dangers: Iterable[Mapping[str, int]]
) -> Iterator[Path]:
    """The content after a command on it died of each of these, by this signal, until it is done without dying."""
    content = prepared.with_name("inhoud")
    for fatal in dangers:
        fresh(prepared, content)
        died = death_of(command(content), content, **fatal)
        if not died:
            break
        assert died == signal
        yield content


def stored_in(content: Path) -> dict[str, bytes]:
    """What the ledger holds, without the draft of what comes next."""
    return {path: data for path, data in files.read_ledger(content).items() if path != "draft.yml"}


def problems_in(content: Path) -> tuple[Problem, ...]:
    """What is wrong with the ledger."""
    return ledger.read(files.read_ledger(content), PurePosixPath("publications"))[1]


def unfinished_in(content: Path) -> list[str]:
    """What an interrupted command left in the ledger that is no part of it."""
    return [path.name for path in (content / "publications").iterdir() if path.name.startswith(".")]


def publish(content: Path) -> Command:
    return ("publish", "--content", content)


def draft(content: Path) -> Command:
    return ("publish", "--draft", "--content", content)


def withdraw(content: Path) -> Command:
    return ("withdraw", MEETING, *WITHDRAW, "--content", content)


def published(content: Path, before: Mapping[str, bytes]) -> bool:
    """Whether a publication that was broken off was made. The next one can be made either way."""
    assert problems_in(content) == ()
    after = stored_in(content)
    is_new = after != before
    if is_new:
        assert publications(content) == [FIRST, NEXT]
        assert {path: data for path, data in after.items() if not path.startswith(f"{NEXT}/")} == before
        edit(content / MEETING_FILE, "date: 2025-03-12", "date: 2025-03-13")
        here("publish", "--draft", "--content", content, "--date", "2026-03-01")
        assert "title:\nnote:\n" in editors.draft_of(content).read_text("utf-8")
        fill_in(content)
    here("publish", "--content", content)
    assert problems_in(content) == ()
    assert publications(content) == ([FIRST, NEXT, "2026-03-01"] if is_new else [FIRST, NEXT])
    assert unfinished_in(content) == []
    assert not editors.draft_of(content).exists()
    return is_new


def withdrawn(content: Path, before: Mapping[str, bytes]) -> bool:
    """Whether a withdrawal that was broken off is made once it is resumed. Else it can be made anew."""
    assert {problem.code for problem in problems_in(content)} <= {"ledger-withdrawal-unfinished"}
    here("withdraw", "--resume", "--content", content)
    assert problems_in(content) == ()
    assert unfinished_in(content) == []
    is_new = stored_in(content) != before
    if not is_new:
        here(*withdraw(content))
        assert problems_in(content) == ()
    after = stored_in(content)
    assert WORDS.encode() not in b"".join(after.values())
    assert any(path.startswith(f"withdrawals/{NEXT}-1-") for path in after)
    return is_new


def test_publish_killed_in_the_middle_of_a_file_leaves_the_old(ready: Path) -> None:
    before = stored_in(ready)
    outcomes = [published(content, before) for content in tears(ready, publish)]
    assert outcomes == [False] * len(outcomes) != []


def test_publish_killed_before_any_step_leaves_the_old_or_the_new(ready: Path) -> None:
    before = stored_in(ready)
    outcomes = [published(content, before) for content in deaths(ready, publish)]
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def test_a_draft_killed_before_any_step_is_whole(ready: Path) -> None:
    edit(ready / f"pages/{PAGE}.md", "Dit is verzonnen.", "Dit is alles verzonnen.")
    old = editors.draft_of(ready).read_text("utf-8")
    drafts = [editors.draft_of(content).read_text("utf-8") for content in deaths(ready, draft)]
    here(*draft(ready))
    assert set(drafts) == {old, editors.draft_of(ready).read_text("utf-8")}


def test_withdraw_killed_in_the_middle_of_a_file_can_be_resumed(rewritten: Path) -> None:
    before = stored_in(rewritten)
    outcomes = [withdrawn(content, before) for content in tears(rewritten, withdraw)]
    assert outcomes == [False] * len(outcomes) != []


def test_withdraw_killed_before_any_step_can_be_resumed(rewritten: Path) -> None:
    before = stored_in(rewritten)
    outcomes = [withdrawn(content, before) for content in deaths(rewritten, withdraw)]
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def redo(content: Path) -> Command:
    return ("publish", "--redo", NEXT, "--content", content)


def resume(content: Path) -> Command:
    return ("withdraw", "--resume", "--content", content)


def repeat(content: Path) -> Command:
    (name,) = (path.name for path in (content / "publications/withdrawals").iterdir())
    return ("withdraw", "--repeat", name, "--words", WORDS, "--content", content)


def test_redo_killed_before_any_step_loses_no_word(ready: Path) -> None:
    """What editors wrote stands in the publication or in the draft, and the ledger is whole either way."""
    fill_in(ready, note="Bram zegt waarom.")
    edit(editors.draft_of(ready), "Er is iets verzonnen.", "Bram zegt waarom.")
    here(*publish(ready))
    whole = {path: data for path, data in stored_in(ready).items() if not path.startswith(f"{NEXT}/")}
    outcomes = []
    for content in deaths(ready, redo):
        left = files.read_ledger(content)
        assert problems_in(content) == ()
        assert any(b"Bram zegt waarom." in data for data in left.values())
        gone = publications(content) == [FIRST]
        if gone:
            assert stored_in(content) == whole
        outcomes.append(gone)
        here("publish", "--draft", "--content", content) if gone else here(*redo(content))
        assert "Bram zegt waarom." in editors.draft_of(content).read_text("utf-8")
        assert unfinished_in(content) == []
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


@pytest.fixture
def forked(tmp_path: Path) -> Path:
    """A content tree in which git put two publications in one folder, with one that follows the second of them."""
    prepared, other = editors.write_small(tmp_path / "klaar"), tmp_path / "ander"
    editors.publish(prepared, FIRST)
    shutil.copytree(prepared, other)
    for content, days in ((prepared, [NEXT]), (other, [NEXT, "2026-02-02"])):
        for day in days:
            edit(content / f"pages/{PAGE}.md", "Alles", f"Alles {content.name}")
            editors.publish(content, day, f"Nieuws van {day} op {content.name}.")
    shutil.copytree(other / "publications/2026-02-02", prepared / "publications/2026-02-02")
    for path in (prepared / "publications" / NEXT).rglob("*.json"):
        sides = (data.rstrip(b"\n") for data in (path.read_bytes(), (other / path.relative_to(prepared)).read_bytes()))
        path.write_bytes(b"<<<<<<< klaar\n%b\n=======\n%b\n>>>>>>> ander\n" % tuple(sides))
    edit(prepared / f"pages/{PAGE}.md", "Alles klaar", "Alles ander")
    return prepared


def test_choosing_killed_before_any_step_can_be_done_again_and_loses_no_word(forked: Path) -> None:
    (problem,) = problems_in(forked)
    keep = re.findall(r"--keep [0-9a-f]+", problem.message)[0]

    def choose(content: Path) -> Command:
        return ("publish", "--redo", NEXT, *keep.split(), "--content", content)

    seen: list[dict[str, bytes]] = []
    for content in deaths(forked, choose):
        left = files.read_ledger(content)
        if left in seen:
            continue
        seen.append(left)
        held = b"".join(left.values())
        assert all(words.encode() in held for words in (f"{NEXT} op klaar", f"{NEXT} op ander", "02 op ander"))
        here(*(choose(content) if problems_in(content) else draft(content)))
        assert problems_in(content) == ()
        text = editors.draft_of(content).read_text("utf-8")
        assert (text.count(f"{NEXT} op ander"), text.count("02 op ander"), "op klaar" in text) == (3, 3, False)
        assert "op klaar" in (content / "publications" / NEXT / "notes.json").read_text("utf-8")
    assert len(seen) > 5


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A content tree in which git put together two branches that each withdrew other words of one version."""
    prepared, other = editors.write_small(tmp_path / "klaar"), tmp_path / "ander"
    editors.publish(prepared, FIRST)
    edit(prepared / MEETING_FILE, f"De deelnemers spraken over {WORDS}", "[…]")
    shutil.copytree(prepared, other)
    for content, words in ((prepared, WORDS), (other, "De deelnemers")):
        here("withdraw", MEETING, "--words", words, *WITHDRAW[2:], "--content", content)
    shutil.copytree(other / "publications/withdrawals", prepared / "publications/withdrawals", dirs_exist_ok=True)
    return prepared


def test_joining_killed_before_any_step_brings_no_words_back(apart: Path) -> None:
    for content in deaths(apart, resume):
        assert {problem.code for problem in problems_in(content)} <= {
            "ledger-withdrawals-apart",
            "ledger-withdrawal-unfinished",
        }
        here(*resume(content))
        assert problems_in(content) == ()
        held = b"".join(stored_in(content).values())
        assert WORDS.encode() not in held
        assert b"De deelnemers" not in held
        assert unfinished_in(content) == []


def test_repeating_killed_before_any_step_can_be_repeated(rewritten: Path, tmp_path: Path) -> None:
    other = shutil.copytree(rewritten, tmp_path / "ander")
    here(*withdraw(other))
    edit(rewritten / f"pages/{PAGE}.md", "Dit is verzonnen.", f"Hier staan {WORDS}.")
    editors.publish(rewritten, NEXT)
    edit(rewritten / f"pages/{PAGE}.md", f"Hier staan {WORDS}.", "Dit is verzonnen.")
    shutil.copytree(other / "publications/withdrawals", rewritten / "publications/withdrawals")
    (rewritten / f"publications/{FIRST}/records/{MEETING}.json").unlink()
    assert {problem.code for problem in problems_in(rewritten)} == {"ledger-withdrawn-back"}
    for content in deaths(rewritten, repeat):
        codes = {problem.code for problem in problems_in(content)}
        assert codes <= {"ledger-withdrawn-back", "ledger-withdrawal-unfinished"}
        if "ledger-withdrawn-back" in codes:
            here(*repeat(content))
        here(*resume(content))
        assert problems_in(content) == ()
        assert WORDS.encode() not in b"".join(stored_in(content).values())
        assert unfinished_in(content) == []


@pytest.mark.parametrize("command", [draft, publish, withdraw], ids=lambda command: command.__name__)
def test_a_full_disk_leaves_the_old_or_the_new(ready: Path, command: Callable[[Path], Command]) -> None:
    """No file may get more than so many bytes: the program meets what a full disk would do to it."""
    content = ready.with_name("inhoud")
    if command is withdraw:
        edit(ready / MEETING_FILE, WORDS, "andere zaken")
        editors.draft_of(ready).unlink()
    before = files.read_ledger(ready)
    largest = max(map(len, before.values())) + 2000
    told = []
    for room in range(0, largest, largest // 19):
        fresh(ready, content)
        out, err = content.with_name("out"), content.with_name("err")
        process = editors.working(*command(content), out=out, err=err, room=room)
        process.join()
        assert problems_in(content) == ()
        assert unfinished_in(content) == []
        if process.exitcode:
            assert files.read_ledger(content) == before
            said = err.read_text("utf-8")
            if len(said.encode()) < room:  # Else there was no room for words either.
                told.append(said)
                assert said.endswith("' kan niet worden gelezen of geschreven: het bestand wordt te groot.\n")
                assert (said.count("\n"), ".bezig-" in said) == (1, False)
    assert told


def test_of_two_publications_at_once_one_is_made_and_the_other_says_why_not(ready: Path) -> None:
    content = ready.with_name("inhoud")
    told = [content.with_name(f"err-{number}") for number in (1, 2)]
    for _ in range(5):
        fresh(ready, content)
        racers = [editors.working(*publish(content), out=content.with_name("out"), err=path) for path in told]
        for racer in racers:
            racer.join()
        assert sorted(racer.exitcode or 0 for racer in racers) == [0, 2]
        assert sorted(path.read_text("utf-8").count("\n") for path in told) == [0, 1]
        assert publications(content) == [FIRST, NEXT]
        assert problems_in(content) == ()
        assert unfinished_in(content) == []


def test_who_publishes_while_another_is_at_any_step_is_first_or_hears_why_not(ready: Path) -> None:
    """Nobody who wins says anything but what was published; whoever of the two that is."""
    content = ready.with_name("inhoud")
    first_out, first_err = content.with_name("out"), content.with_name("err")
    winners = []
    for step in count(1):
        fresh(ready, content)
        with editors.halted(*publish(content), out=first_out, err=first_err, step=step) as first:
            if first is None:
                break
            second = editors.run(*publish(content))
        said = {first.exitcode: first_err.read_text("utf-8"), second.returncode: second.stderr}
        assert said.keys() == {0, 2}, step
        assert (said[0], said[2].count("\n")) == ("", 1), step
        assert publications(content) == [FIRST, NEXT]
        assert problems_in(content) == ()
        assert unfinished_in(content) == []
        winners.append("second" if second.returncode == 0 else "first")
    assert winners == sorted(winners, reverse=True)
    assert set(winners) == {"first", "second"}


def test_while_somebody_publishes_nobody_else_does(ready: Path) -> None:
    with files.locked(ready):
        for command in (
            ("publish",),
            ("publish", "--draft"),
            ("withdraw", MEETING, *WITHDRAW),
            ("withdraw", "--resume"),
        ):
            done = editors.run(*command, "--content", ready)
            expected = "Iemand anders publiceert nu. Wacht tot dat klaar is, en probeer het dan opnieuw."
            assert (done.returncode, done.stdout, done.stderr) == (2, "", f"lrt-site: {expected}\n")
