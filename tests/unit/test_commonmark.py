"""CommonMark becomes the HTML that its parser would write, in the form of our pages."""

import re
from textwrap import indent

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyromark import Options

from lrt_site.commonmark import Oddity, Parsed, Spot

AS_A_FORGE = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
TABLE = "| a | b |\n|---|--:|\n| c | d |\n"
WORDS = ["woord", "één", "[x](y)", "[x](</é_y> 'z')", "[x]", "&amp;", "&copy;", "|---|", "|-", "|", "\u00a0", '"', "'"]
MARKS = ["**", "*", "_", "~~", "~", "`", "``", "[", "]", "(", ")", "\\", "&", ">", "!", ":", "-", "="]
BARE_TABLE = "a | b\n---|--:\nc | d\n"
SIGNS = ["\n", "\r\n", "\r", "\0", "\t", " ", "  ", "    ", "> ", "- ", "* ", "+ ", "7. ", "1) ", "# ", "#### "]
LINES = [
    "\n\n",
    "\n===\n",
    "\n---\n",
    "***\n",
    "```\n",
    "~~~\n",
    "\\\n",
    "  \n",
    "[x]: y\n\n",
    f"\n{TABLE}",
    f"\n\n{TABLE}",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS, *SIGNS, *LINES]), max_size=40).map("".join)


def read(text: str) -> tuple[str, list[tuple[Oddity, str, Spot]]]:
    """A text as HTML, with what was told of it."""
    told: list[tuple[Oddity, str, Spot]] = []
    parts = Parsed(text).parts("m", lambda target, _: (target, False), lambda *oddity: told.append(oddity))
    return "".join(part.heading + part.html for part in parts), told


def plain(html: str) -> str:
    """HTML without what is our own way of writing it: names and levels, attributes, images, empty lines and parts."""
    html = re.sub(r"</?div[^>]*>|<tbody>\s*</tbody>|<caption>.*</caption>", "", html)
    html = re.sub(r'<th scope="row"([^>]*)>(.*?)</th>', r"<td\1>\2</td>", html, flags=re.DOTALL)
    html = re.sub(r"<input [^>]*checked[^>]*>", "[x] ", html)
    html = re.sub(r"<input [^>]*>", "[ ] ", html)
    html = re.sub(r'<img [^>]*alt="([^"]*)"[^>]*>', r"\1", html)
    html = re.sub(r"<(/?)del>", r"<\1s>", re.sub(r"<(/?)h\d", r"<\1h", html)).replace("&quot;", '"')
    bare = re.sub(r"<(/?\w+)[^>]*>", r"<\1>", html).replace("<th></th>", "<td></td>")
    return re.sub(r"\s+", " ", re.sub(r"\s*(</?[^>]*>)\s*", r"\1", bare)).replace("\0", "\ufffd")


@given(TEXTS)
def test_a_text_becomes_the_html_that_the_parser_makes_of_it(text: str) -> None:
    understood = Parsed(text).source.decode()
    assert plain(read(text)[0]) == plain(pyromark.html(understood, options=AS_A_FORGE))


@given(TEXTS)
def test_every_element_is_closed_inside_the_one_that_it_was_opened_in(text: str) -> None:
    around: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", re.sub(r"<(br|hr)>", "", read(text)[0])):
        if not closing:
            around.append(name)
        else:
            assert around.pop() == name
    assert around == []


@given(TEXTS)
def test_a_line_is_that_of_the_text_as_it_was_written(text: str) -> None:
    start = text.replace("`", "").replace("~", "").replace("\\", "") + "\n\n"
    lines = re.sub(r"\r\n?", "\n", start).count("\n")
    assert ("image", "![x](y)", (lines, 0)) in read(f"{start}![x](y)")[1]


@pytest.mark.parametrize("margin", ["", "> ", "> > "])
def test_a_table_begins_right_below_words_as_on_a_forge(margin: str) -> None:
    lines = ["woorden", *BARE_TABLE.splitlines(), "", "![x](y)"]
    html, told = read("\n".join(margin + line for line in lines))
    assert html.count("<p>woorden</p>") == html.count("<table>") == html.count('<th scope="row">c</th>') == 1
    assert told == [("image", "![x](y)", (5, len(margin)))]


def test_a_table_in_an_item_of_a_list_begins_right_below_words_too() -> None:
    assert read(f"- woorden\n{indent(BARE_TABLE, '  ')}")[0].count('<th scope="row">c</th>') == 1


@pytest.mark.parametrize(
    "text",
    [
        f"```\nwoorden\n{BARE_TABLE}```",
        f"woorden\n\n    woorden\n{indent(BARE_TABLE, '    ')}",
        "woorden\na | b | c\n---|---\n",
        "woorden\nander woord\n---\n",
    ],
)
def test_what_is_no_table_stays_as_it_was_written(text: str) -> None:
    parsed = Parsed(text)
    assert parsed.source.decode() == text
    assert "<table>" not in read(text)[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- [ ] open\n- [x] klaar", [("task", "[ ]", (0, 2)), ("task", "[x]", (1, 2))]),
        ("Tekst\n\n> [!NOTE]\n> Let op.", [("alert", "[!NOTE]", (2, 0))]),
        ("a | b | c\n---|---\n1 | 2", [("table", "---|---", (0, 9))]),
        ("a\tb\n\n|\ta\t|\tb\t|\n|\t---\t|\t---\t|\n", [("table", "|\t---\t|\t---\t|", (2, 9))]),
        (
            "<p>\nx\n\nEen <b>\nen <ding>",
            [("html", "<p>\nx\n", (0, 0)), ("html", "<b>", (3, 4)), ("html", "<ding>", (4, 3))],
        ),
    ],
)
def test_what_only_a_forge_shows_is_told(text: str, told: list[tuple[Oddity, str, Spot]]) -> None:
    assert read(text)[1] == told


def test_what_only_a_forge_shows_keeps_its_words() -> None:
    html = read("> [!NOTE]\n> Let op.\n\n- [ ] open\n- [X] www.fictief.example\n\n![een *dijk*](y)")[0]
    assert re.sub(r"<[^>]*>|\s+", " ", html).split() == [
        "[!NOTE]", "Let", "op.", "[", "]", "open", "[X]", "www.fictief.example", "een", "dijk",
    ]  # fmt: skip


def test_a_note_is_known_in_capitals_too_and_told_once_however_often_it_is_written() -> None:
    html = read("Een[^A], twee[^b], niets[^c].\n\n[^a]: eerst[^b]\n[^A]: later\n[^B]: ook")[0]
    assert re.findall(r'<li id="noot-m-(\d)"><p>(\w+)', html) == [("1", "eerst"), ("2", "ook")]
    assert re.findall(r'id="(bij-noot[^"]+)"', html) == ["bij-noot-m-1", "bij-noot-m-2", "bij-noot-m-2-1"]
    assert "niets[^c]" in html
    assert "later" not in html


MANY = 10_000


@pytest.mark.parametrize(
    "text",
    [
        *(sign * MANY for sign in ["[", "]", "![", "[^", "[a](", "*", "_", "~", "`", "<", "<!--", "&", "\\"]),
        *(sign * MANY for sign in ["|", "\t", "# ", "a\n"]),
        *(sign * MANY + "a" for sign in ["> ", "- ", "1. ", "*a ", "**a *", "> - ", "[^a]: "]),
        "".join("  " * depth + "- a\n" for depth in range(1_500)),
        "[" * MANY + "](y)" * MANY,
        f"a\n{BARE_TABLE}\n" * 1_000,
        "*a **b " * MANY + "** *" * MANY,
        f"{'|a' * MANY}\n{'|-' * MANY}\n",
        f"a\n{' ' * MANY}a|\n{' ' * MANY}|--" + "-" * MANY + "\n" + "a." * MANY + "@",
        "".join(f"[^{note}]: [^{note + 1}]\n\n" for note in range(1_000)) + "[^0]",
    ],
    ids=range(31),
)
def test_no_text_is_too_much_for_what_reads_it(text: str) -> None:
    html = read(text)[0]
    deepest = depth = 0
    for closing in re.findall(r"<(/?)(?!br|hr)\w+[^>]*>", html):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    assert (depth, deepest <= 102) == (0, True)
