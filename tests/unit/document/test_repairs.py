"""A line that is no YAML is repaired as its editor meant it, is told once, and hides nothing else of its file."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import read_front_matter, read_yaml
from lrt_site.document.repairs import repaired
from lrt_site.problems import Problem
from lrt_site.reporting import corrected

FILE = PurePosixPath("content/meetings/m-x.md")
ABOVE = "attendance:\n  - person: p-een\n    organisation: org-een\n"
BELOW = "agenda:\n  - title: Raming\n    discussed:\n      - De raming is besproken.\n      - De raming daalt.\n"
REPAIRS = {
    "a colon in a title": ("title: Raming: wat nu", 'title: "Raming: wat nu"'),
    "a colon at the end": ("title: 'Besproken:' is wat er stond", "title: \"'Besproken:' is wat er stond\""),
    "a sign of an e-mail": ("note: @secretariaat", 'note: "@secretariaat"'),
    "bold": ("note: **Let op** dit", 'note: "Let op dit"'),
    "a share": ("note: % bezetting", 'note: "% bezetting"'),
    "code": ("note: `teken`", 'note: "`teken`"'),
    "more than": ("note: > 5 plaatsen", 'note: "> 5 plaatsen"'),
    "quotes around the first word": ('title: "Raming" voor 2026', "title: '\"Raming\" voor 2026'"),
    "single quotes around the first word": ("title: 'Raming' voor 2026", "title: \"'Raming' voor 2026\""),
    "an apostrophe between single quotes": ("title: 'Raming van 's avonds'", 'title: "Raming van \'s avonds"'),
    "curly quotes around the first word": ("title: “Raming”: wat nu", 'title: "“Raming”: wat nu"'),
    "an apostrophe and quotes": ('title: "Jan\'s" deel', "title: '\"Jan''s\" deel'"),
    "a town that begins with an apostrophe": ("note: 's-Hertogenbosch", 'note: "\'s-Hertogenbosch"'),
    "a quote that is not closed": ('title: "Raming', 'title: "Raming"'),
    "curly quotes": ("title: “Raming: het cijfer”", 'title: "Raming: het cijfer"'),
    "a path of Windows": (r'note: "C:\Users\jan"', r"note: 'C:\Users\jan'"),
    "no space behind the colon": ("date:2025-12-04", "date: 2025-12-04"),
    "a sign of equality": ("table = ovw", "table: ovw"),
    "no colon": ("table ovw", "table: ovw"),
    "a list that is not closed": ("also_source: [s-een, s-twee", "also_source: [s-een, s-twee]"),
    "an unseen space behind the colon": ("table:\u00a0ovw", "table: ovw"),
    "a sign without width for a space": ("table:\u200bovw", "table: ovw"),
    "a tab behind the colon": ("table:\tovw: twee", 'table:\t"ovw: twee"'),
    "braces": ("title: {titel}, en meer", 'title: "{titel}, en meer"'),
    "a mark of importance": ("title: !Belangrijk raming", 'title: "!Belangrijk raming"'),
    "a remark that was none": ("title: Raming #2 voor 2026", 'title: "Raming #2 voor 2026"'),
}


def told(text: str) -> tuple[list[Problem], list[str]]:
    """The problems of a text, and the corrected lines."""
    _, problems = read_yaml(FILE, text)
    lines = text.split("\n")
    return list(problems), [line for problem in problems for line in corrected(problem, lines)]


@pytest.mark.parametrize(("wrong", "right"), REPAIRS.values(), ids=REPAIRS)
def test_one_line_is_told_once_with_what_it_has_to_be(wrong: str, right: str) -> None:
    problems, lines = told(f"{ABOVE}{wrong}\n{BELOW}")
    assert lines == [right]
    assert [problem.line for problem in problems] == [4]
    assert told(f"{ABOVE}{right}\n{BELOW}") == ([], [])


INDENTED = {
    "one space too many": ("    organisation: org-een", "     organisation: org-een", "    organisation: org-een"),
    "too little": ("    organisation: org-een", "  organisation: org-een", "    organisation: org-een"),
    "a dash without a space": ("  - person: p-een", "  -person: p-een", "  - person: p-een"),
    "the dash of a word processor": ("  - person: p-een", "  – person: p-een", "  - person: p-een"),
    "a bullet": ("      - De raming daalt.", "      • De raming daalt: zeker", "      - De raming daalt: zeker"),
    "a tab": ("    organisation: org-een", "\torganisation: org-een", "    organisation: org-een"),
    "unseen spaces": ("    organisation: org-een", "\u00a0\u00a0  organisation: org-een", "    organisation: org-een"),
}


@pytest.mark.parametrize(("there", "wrong", "right"), INDENTED.values(), ids=INDENTED)
def test_a_line_that_does_not_fit_is_told_once_with_where_it_has_to_stand(there: str, wrong: str, right: str) -> None:
    text = ABOVE + BELOW
    assert there in text
    problems, lines = told(text.replace(there, wrong))
    assert lines[0] == right
    assert {problem.line for problem in problems} == {text.split("\n").index(there) + 1}


WRAPPED = {
    "a colon in the second line": ("note: De bron noemt\n  de maand niet: wel het jaar.", True),
    "a colon in the first line": ("note: Let op: de bron\n  noemt de maand niet.", True),
    "a colon at the end of a line": ("note: De bron noemt twee dingen:\n  de maand en het jaar.", True),
    "a word that can be a field": ("note: De bron noemt de maand\n  niet: wel het jaar.", False),
    "more lines": ("note: De bron noemt\n  de maand niet: wel het jaar\n  en de plaats.", True),
}


@pytest.mark.parametrize(("wrong", "is_safe"), WRAPPED.values(), ids=WRAPPED)
def test_a_text_of_more_lines_gets_quotes_around_all_of_it(wrong: str, is_safe: bool) -> None:
    name, text = wrong.split(" ", 1)
    problems, lines = told(f"{ABOVE}{wrong}\n{BELOW}")
    assert "\n".join(lines) == f'{name} "{text}"'
    assert [problem.correction and problem.correction.is_safe for problem in problems] == [is_safe]
    document, _ = read_yaml(FILE, "\n".join([ABOVE.rstrip(), *lines, BELOW]))
    assert document
    assert isinstance(document.data, dict)
    assert document.data["note"] == " ".join(line.strip() for line in text.split("\n"))
    assert isinstance(document.data["agenda"], list)


def test_a_text_of_an_item_gets_quotes_around_all_of_it_and_the_fields_below_stay() -> None:
    item = "      - De raming daalt.\n"
    wrong = "      - De raming daalt\n        om een reden: de rente.\n"
    below = f"{BELOW}    conclusions:\n      - Geen.\n"
    problems, lines = told(ABOVE + below.replace(item, wrong))
    assert lines == ['      - "De raming daalt', '        om een reden: de rente."']
    assert len(problems) == 1


def test_a_sentence_with_a_semicolon_is_not_made_a_field() -> None:
    problems, lines = told(f"{ABOVE}note: De bron noemt de maand\nniet; wel het jaar.\n{BELOW}")
    assert lines == ["  niet; wel het jaar."]
    assert [problem.correction and problem.correction.is_safe for problem in problems] == [False]


def test_one_wrong_line_hides_no_other() -> None:
    wrong = ["title: Raming: wat nu", "table ovw", "note: @wie", "date:2025", 'location: "Zaal" drie']
    document, problems = read_yaml(FILE, "\n".join([ABOVE.rstrip(), *wrong, BELOW]))
    assert [problem.line for problem in problems] == [4, 5, 6, 7, 8]
    assert document
    assert isinstance(document.data, dict)
    assert document.data["table"] == "ovw"
    assert document.data["agenda"][0]["discussed"] == ["De raming is besproken.", "De raming daalt."]


UNCLEAR = {
    "a: {p: [\n": (1, 8),
    "a: |x\n  b\n": (1, 4),
    "a: b\n...\nc: d\n": (3, 1),
    "\t\n:\n- : : :\n": (1, 1),
}


@pytest.mark.parametrize(("text", "place"), UNCLEAR.items(), ids=map(repr, UNCLEAR))
def test_where_nobody_can_know_what_was_meant_nothing_is_offered(text: str, place: tuple[int, int]) -> None:
    document, (problem,) = read_yaml(FILE, text)
    assert (document, problem.correction) == (None, None)
    assert (problem.line, problem.column) == place


RULES = {"two dashes": "--", "four dashes": "----", "a dash of Word": "—", "three of them": "–––", "a line": "___"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("where", ["above", "below"])
def test_a_rule_that_was_typed_otherwise_is_told_where_it_stands(rule: str, where: str) -> None:
    above, below = (rule, "---") if where == "above" else ("---", rule)
    text = f"{above}\nid: m-x\n{below}\n\nHet verslag.\n"
    document, problems = read_front_matter(FILE, text)
    assert document
    assert (document.data, document.body, document.body_line) == ({"id": "m-x"}, "Het verslag.", 5)
    assert [(problem.line, corrected(problem, text.split("\n"))) for problem in problems] == [
        (1 if where == "above" else 3, ("---",))
    ]


def test_a_rule_that_is_missing_is_told_where_it_belongs() -> None:
    text = "---\nid: m-x\nagenda:\n  - title: Raming\n\nHet verslag.\n\nMeer: zie elders.\n"
    document, problems = read_front_matter(FILE, text)
    assert document
    assert document.body == "Het verslag.\n\nMeer: zie elders."
    assert [(problem.line, problem.code) for problem in problems] == [(4, "front-matter-open")]
    document, problems = read_front_matter(FILE, text.replace("---\n", "", 1).replace("\n\nHet", "\n---\n\nHet"))
    assert document
    assert document.body.startswith("Het verslag.")
    assert [(problem.line, problem.code) for problem in problems] == [(1, "front-matter-missing")]


def test_the_items_of_a_list_that_stands_there_twice_are_all_read() -> None:
    text = "persons:\n  - id: p-een\n  - id: p-twee\nseats:\n  - id: x\npersons:\n  - id: p-drie\n    name: y\n"
    document, (problem,) = read_yaml(FILE, text)
    assert (problem.line, problem.code) == (6, "duplicate-field")
    assert "Zet wat hieronder staat bij die lijst" in problem.message
    assert document
    assert document.data == {
        "persons": [{"id": "p-een"}, {"id": "p-twee"}, {"id": "p-drie", "name": "y"}],
        "seats": [{"id": "x"}],
    }
    assert (document.marks["persons", 2, "name"].line, document.marks["persons", 0].line) == (8, 2)


def test_a_line_that_may_be_of_the_text_above_it_is_not_moved_unasked() -> None:
    _, (repair,), error = repaired("title: Een titel die\nop twee regels staat\n")
    assert error is None
    assert repair.message.startswith("Hoort deze regel bij de tekst erboven?")
    assert not repair.is_safe


@pytest.mark.parametrize("line", ["conclusions", "presence genodigd"])
def test_the_name_of_a_field_of_a_part_is_known_without_its_colon(line: str) -> None:
    whole, (repair,), error = repaired(f"items:\n  - note: a\n    {line}\n")
    assert error is None
    assert repair.is_safe
    assert f"{line.split(' ')[0]}:" in whole


def test_words_after_the_name_of_a_field_may_go_on_with_the_text_above_them() -> None:
    _, repairs, _ = repaired("title: De raming en de\nstatus van het plan\n")
    assert [repair.is_safe for repair in repairs] == [False]
