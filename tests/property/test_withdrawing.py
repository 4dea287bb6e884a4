"""Laws of withdrawal: whatever was published, words that are taken back are nowhere, and the ledger stays sound."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import unescape
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from lrt_site import custody, ledger
from lrt_site.ledger import withdrawing
from lrt_site.ledger.redacting import Redaction
from lrt_site.ledger.word_search import sought
from lrt_site.model.dates import PartialDate
from lrt_site.model.meetings import MeetingDocument
from lrt_site.model.register import KINDS, Register
from lrt_site.problems import LrtSiteError
from tests import builders
from tests.builders import TOKEN, a_ledger, a_site, a_table, history_in
from tests.property.strategies import TEXTS, records
from tests.tools.first_format import in_first_format

ROOT = PurePosixPath("publications")
DAY = PartialDate("2030-01-01")
HASH = re.compile("[0-9a-f]{32,64}")
NAME = "Dirk Verzínsel"
KINDS_OF_MANY = [kind for name, kind in KINDS.items() if name not in ("site", "table")]

Files = Mapping[str, bytes]

STATES = st.lists(
    st.lists(st.one_of(*(records(kind) for kind in KINDS_OF_MANY)), max_size=4).map(
        lambda drawn: Register.of((*drawn, a_site(), a_table()))
    ),
    min_size=1,
    max_size=3,
).filter(lambda states: all(register != other for register, other in pairwise(states)))
"""What a site was in turn."""


def folded(text: str) -> str:
    return normalize("NFC", normalize("NFD", text).casefold())


def values(value: Any) -> Iterator[str]:
    """Every text and number in JSON data."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner)
    else:
        yield str(value)


def texts_in(files: Files) -> list[str]:
    """Every file as it is, and every text in it as JSON reads it."""
    read = [data.decode() for data in files.values()]
    return [*read, *(text for candidate in read for text in values(json.loads(candidate)))]


def carried_out(files: Files, words: list[str], record: str) -> dict[str, bytes]:
    made, added = withdrawing.withdrawn(
        files, history_in(files), record, words, ground="%", decision="%", on=DAY, token=TOKEN
    )
    return builders.carried_out(files, made, added)


def bare(files: Files) -> Files:
    """The ledger with all text of all records taken back: ids, dates, numbers and the names of fields are left."""
    for record in sorted(
        {change.id for publication in history_in(files).publications for change in publication.changes}
    ):
        with suppress(LrtSiteError):
            files = carried_out(files, [], record)
    return files


def is_long_enough(text: str) -> bool:
    return sum(map(str.isalnum, text)) > 1


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, bytes], str, str]:
    """A ledger, words out of one of its texts that stand in nothing else, and the id of a record."""
    files = a_ledger(*draw(STATES))
    left = texts_in(bare(files))
    texts = {text for path, data in files.items() if "/records/" in path for text in values(json.loads(data))}
    texts = {text for text in texts - set(left) if is_long_enough(text) and not HASH.fullmatch(text)}
    assume(texts)
    text = draw(st.sampled_from(sorted(texts)))
    start = draw(st.integers(0, len(text) - 2))
    words = text[start : draw(st.integers(start + 2, len(text)))].strip()
    assume(is_long_enough(words))
    assume(folded(words) not in folded("\n".join(left)))
    changes = history_in(files).publications[0].changes
    return files, words, draw(st.sampled_from(sorted(change.id for change in changes)))


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """A name as it can stand in a text, so that a reader sees the name."""
    marks = st.sampled_from(["", "", "", "*", "**", "_", "~~", "\u00ad", "\u200b", "[", "](https://fictief.example/)"])
    signs: list[str] = []
    for letter in NAME:
        spaces = st.sampled_from([" ", "  ", "\n", "\u00a0", "\\\n", "\n> ", "&nbsp;", "&#32;", "\t"])
        forms = st.sampled_from([letter, letter.upper(), letter.lower(), normalize("NFD", letter), f"&#{ord(letter)};"])
        signs += [draw(marks), draw(spaces if letter == " " else forms)]
    return "".join(signs)


@given(TEXTS, disguised(), TEXTS)
@example("", "Dirk Verzínsel", "")
def test_a_name_does_not_hide_behind_marks(before: str, name: str, after: str) -> None:
    taken = Redaction(sought([NAME])).of_markdown(f"{before} {name} {after}")
    assert "[ingetrokken]" in taken
    shown = re.sub(r"\]\([^()]*\)", "", unescape(taken))
    assert re.sub(r"[\W_]", "", folded(NAME)) not in re.sub(r"[\W_]", "", folded(shown))


@given(cases())
@settings(max_examples=15)
def test_words_that_are_taken_back_are_nowhere(case: tuple[dict[str, bytes], str, str]) -> None:
    files, words, record = case
    before = history_in(files)
    after = carried_out(files, [words], record)
    history, problems = ledger.read(after, ROOT)
    assert problems == ()
    assert [publication.hash for publication in history.publications] == [
        publication.hash for publication in before.publications
    ]
    assert [publication.root for publication in history.publications] == [
        publication.root for publication in before.publications
    ]
    assert [[change.hash for change in publication.changes] for publication in history.publications] == [
        [change.hash for change in publication.changes] for publication in before.publications
    ]
    for text in texts_in(after):
        assert words not in text
        assert folded(words) not in folded(text)
    assert withdrawing.still_standing(after, [words]) == ()


WORDS = ["rood", "groen", "geel", "blauw", "wit"]
PARAGRAPHS = st.lists(st.lists(st.sampled_from([*WORDS, "en"]), min_size=1, max_size=5).map(" ".join), max_size=3)
LINKS = st.sampled_from([None, "https://fictief.example/rood", "https://fictief.example/groen/geel"])


def left_by(files: Files, parts: tuple[list[str], list[str]]) -> dict[str, bytes]:
    """The ledger after two editors each withdrew words, on two branches that were put together."""
    both = dict(files)
    for token, words in zip((TOKEN, "a0b1c2"), parts, strict=True):
        made, added = withdrawing.withdrawn(
            files, history_in(files), "m-1", words, ground="g", decision="b", on=DAY, token=token
        )
        both |= builders.placed(made, added)
    return {path: data for path, data in both.items() if path not in withdrawing.superseded(both)}


@given(PARAGRAPHS, PARAGRAPHS, LINKS, st.sets(st.sampled_from(WORDS), min_size=2), st.data(), st.booleans())
@settings(max_examples=40)
def test_what_two_branches_withdrew_is_joined_and_all_else_stays_proved(
    body: list[str], points: list[str], url: str | None, words: set[str], data: st.DataObject, first_format: bool
) -> None:
    told = builders.a_meeting(
        id="m-1",
        body="\n\n".join([*body, "[rood](https://fictief.example/geel) slot"]),
        discussed=(*points, " ".join(WORDS)),
        documents=(MeetingDocument(title="een stuk", url=url),),
    )
    files = a_ledger(Register.of((told, a_site(), a_table())))
    files = in_first_format(files) if first_format else files
    part = data.draw(st.sets(st.sampled_from(sorted(words)), min_size=1, max_size=len(words) - 1))
    both = left_by(files, (sorted(part), sorted(words - part)))
    act, _, problems = custody.unfinished(both, ROOT.parent, today=DAY, token="d3e4f5")
    assert problems == ()
    assert act
    joined = {**both, **builders.placed(act.withdrawal, act.added)}
    left = history_in({path: data for path, data in joined.items() if path not in act.deleted})
    said = repr(left.state(left.last).records["m-1"])
    assert not [word for word in words if word in said]
    for word in set(WORDS) - words:
        assert word in said
