"""An anchor that was kept elsewhere holds all that it names, or says what of it does not."""

import re
from collections.abc import Callable
from functools import cache

import pytest

from lrt_site import verifying
from lrt_site.ledger import anchoring, signing
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.problems import LrtSiteError
from tests.builders import TOKEN, a_ledger, a_meeting, a_register, carried_out, history_in, on

WITHDRAWAL, HANDOVER = f"2026-05-01-1-{TOKEN}", f"2026-05-02-1-{TOKEN}"


@cache
def ledger() -> dict[str, bytes]:
    """A ledger with a withdrawal that no publication knows, and a handover. Nobody signed: anchors do not care."""
    files = a_ledger(a_register(a_meeting(body="Hier sprak Dirk.")), a_register(a_meeting(body="Hier sprak Dirk wel.")))
    history = history_in(files)
    made, added = withdrawn(
        files,
        history,
        "m-2020-06-15",
        ["Dirk"],
        ground="AVG",
        decision="besluit",
        on=on("2026-05-01"),
        token=TOKEN,
    )
    files = carried_out(files, made, added)
    handover, more = signing.handed_over(files, b"lijst", history.last.hash, on("2026-05-02"), "anna", TOKEN)
    return {**files, **{signing.file_of(handover.name, name): data for name, data in more.items()}}


def anchor() -> str:
    return anchoring.anchor(history_in(ledger()), ledger())


def anchored(text: str) -> tuple[str, bool]:
    return anchoring.anchored(history_in(ledger()), ledger(), text)


SOUND = (
    "Publicatie 2: zoals het anker zegt.\n"
    f"Intrekking {WITHDRAWAL}: zoals het anker zegt.\n"
    f"Overdracht {HANDOVER}: zoals het anker zegt."
)
HOW: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "in capitals": str.upper,
    "quoted in a letter": lambda text: "Bewaard door Anna.\n\n" + re.sub("^", "> ", text, flags=re.MULTILINE) + "Groet",
    "on lines of half the width": lambda text: re.sub(r"((?:[0-9a-f]{8} ){3}[0-9a-f]{8}) ", r"\1\n", text),
    "without spaces": lambda text: re.sub(r"(?<=[0-9a-f]{8}) (?=[0-9a-f]{8})", "", text),
    "with lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "without the name of the publication": lambda text: re.sub(r" \(2026[^)]*\)", "", text),
    "on one line each": lambda text: re.sub(r"\n(?=[0-9a-f]{8} )", " ", text),
}


@pytest.mark.parametrize("name", HOW)
def test_an_anchor_can_be_kept_in_many_ways(name: str) -> None:
    assert anchored(HOW[name](anchor())) == (SOUND, True)


def on_line(number: int, change: Callable[[str], str]) -> str:
    lines = anchor().splitlines()
    return "\n".join(change(line) if at == number else line for at, line in enumerate(lines)) + "\n"


HARM: dict[str, Callable[[str], str]] = {
    "63 digits": lambda line: line[:-1],
    "65 digits": lambda line: f"{line}0",
    "cut off": lambda line: line[:40],
    "a group more": lambda line: f"{line} 01234567",
    "a group less": lambda line: line[9:],
    "no digits": lambda _: "",
    "a letter that is no digit": lambda line: f"{line[:20]}g{line[21:]}",
    "a letter o for a nought at the end": lambda line: f"{line[:-1]}o",
    "words behind it": lambda line: f"{line} is de hash",
    "another digit": lambda line: line[:20] + ("0" if line[20] != "0" else "1") + line[21:],
}


@pytest.mark.parametrize("number", [2, 4, 6])
@pytest.mark.parametrize("name", HARM)
def test_a_hash_that_is_not_whole_is_told(name: str, number: int) -> None:
    said, sound = anchored(on_line(number, HARM[name]))
    assert not sound
    told = [line for line in said.splitlines() if "zoals het anker zegt" not in line]
    assert len(told) == 1
    what = ("Publicatie 2", f"Intrekking {WITHDRAWAL}", f"Overdracht {HANDOVER}")[number // 2 - 1]
    assert told[0].startswith(what)


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.replace("ati", "aty").replace("trek", "trk").replace("dracht", "drag"),
        lambda _: "",
        lambda line: line.replace("2026", "2025").replace(" 2 ", " 9 "),
    ],
    ids=["a slip of the pen", "no line", "another name"],
)
def test_a_name_that_is_not_as_it_was_is_told(change: Callable[[str], str], number: int) -> None:
    assert not anchored(on_line(number, change))[1]


def test_the_name_of_a_publication_is_compared_as_well() -> None:
    name = history_in(ledger()).last.name
    said, sound = anchored(anchor().replace(name, "2026-02-14"))
    assert not sound
    assert f"Publicatie 2 heet '{name}', en in het anker '2026-02-14'." in said


def test_an_anchor_in_which_nothing_can_be_read_is_told() -> None:
    title = anchor().splitlines()[0]
    assert anchored(f"{title}\nvlekken\n") == (
        "Dit is een anker, maar wat het vastlegt is niet te lezen. Neem het precies over.",
        False,
    )
    with pytest.raises(LrtSiteError, match="staat geen anker"):
        anchored("niets\n")


@pytest.mark.parametrize("kind", ["withdrawals/", "handovers/"])
def test_what_was_taken_away_since_is_told(kind: str) -> None:
    files = {path: data for path, data in ledger().items() if not path.startswith(kind)}
    history = history_in(ledger())
    if kind == "withdrawals/":
        history = type(history)(history.publications, history.stored)
    said, sound = anchoring.anchored(history, files, anchor())
    assert not sound
    assert said.count("ontbreekt in dit register") == 1


def test_a_hash_of_anything_says_what_it_is_of() -> None:
    history = history_in(ledger())
    hashes = re.findall(r"(?:[0-9a-f]{8} ?){8}", anchor())
    said = [verifying.known(history, ledger(), hash_.replace(" ", "")) for hash_ in hashes]
    assert said == [
        (f"Dit is publicatie 2 van {history.last.date.in_words}: Fictieve publicatie 2.", True),
        (f"Dit is intrekking {WITHDRAWAL}.", True),
        (f"Dit is overdracht {HANDOVER} van het tekenen.", True),
    ]


def test_the_begin_of_a_hash_proves_nothing_when_somebody_can_make_it() -> None:
    history = history_in(ledger())
    for text in (history.last.hash, str(history.versions("m-2020-06-15")[0].change.hash)):
        assert verifying.known(history, ledger(), f" {text[:32].upper()} ")[1]
        for length in (8, 31):
            said, proves = verifying.known(history, ledger(), text[:length])
            assert said.startswith("Dit begint als ")
            assert not proves
        for wrong in (text[:7], text + "0", "vandaag"):
            with pytest.raises(LrtSiteError, match="is geen hash: dat zijn 64 tekens"):
                verifying.known(history, ledger(), wrong)
