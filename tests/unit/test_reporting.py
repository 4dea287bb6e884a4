"""Problems in the forms of forges and programs: each with its place, its weight and the line as it has to be."""

import json
from pathlib import PurePosixPath

from lrt_site.cli.frames import as_frames
from lrt_site.problems import Correction, Problem, TextRange
from lrt_site.reporting import as_github, as_gitlab, as_json, as_sarif, corrected, lines_of

FILE = PurePosixPath("content/table.yml")
LINES = lines_of({"table.yml": "id: x\ntitle: Raming: wat\n"}, PurePosixPath("content"))
SIGNS = TextRange(2, 8, 2, 19)
GRAVE = Problem(
    FILE, 2, 8, "yaml-syntax", "Zet het tussen aanhalingstekens.", SIGNS, Correction(SIGNS, '"Raming: wat"')
)
MILD = Problem(FILE, 1, 1, "left-over", "Vul dit in.")


def test_a_frame_shows_the_line_the_signs_and_the_line_corrected() -> None:
    grave, mild, more = as_frames([MILD, GRAVE], LINES).split("\n\n")
    assert grave.split("\n") == [
        "\x1b[1mcontent/table.yml:2:8:\x1b[0m Zet het tussen aanhalingstekens. [yaml-syntax]",
        "     2 | title: Raming: wat",
        "       |        \x1b[31m^^^^^^^^^^^\x1b[0m",
        '\x1b[32m    zo | title: "Raming: wat"\x1b[0m',
    ]
    assert "let op:" in mild
    assert more == "Uitleg bij een melding: lrt-site explain left-over\n"


def test_a_long_line_is_shown_around_the_signs_and_unseen_signs_are_points() -> None:
    line = "a" * 300 + "\u200b\x1b" + "b" * 300
    problem = Problem(FILE, 1, 301, "control-character", "Haal het weg.", TextRange(1, 301, 1, 302))
    _, shown, carets, *_ = as_frames([problem], lambda _: [line]).split("\n")
    at = shown.index("·")
    assert shown[at : at + 2] == "··"
    assert len(shown) < 115
    assert carets.replace("\x1b[31m", "").index("^") == at


def test_a_problem_of_a_file_that_was_not_read_stands_without_lines() -> None:
    told = as_frames([Problem(PurePosixPath("elders.yml"), 7, 1, "missing-file", "Maak het.")], LINES)
    assert [line for line in told.split("\n") if "|" in line] == []


def test_forges_get_the_weight_the_place_and_the_line_as_it_has_to_be() -> None:
    first, second = as_github([MILD, GRAVE], LINES).splitlines()
    assert first == "::warning file=content/table.yml,line=1,col=1,title=left-over::Vul dit in."
    assert second.startswith("::error file=content/table.yml,line=2,endLine=2,endColumn=19,col=8,title=yaml-syntax::")
    assert second.endswith('Schrijf: title: "Raming: wat"')
    rows = json.loads(as_gitlab([MILD, GRAVE], LINES))
    assert [row["severity"] for row in rows] == ["minor", "major"]
    assert rows[1]["location"] == {"path": "content/table.yml", "lines": {"begin": 2}}
    assert len({row["fingerprint"] for row in rows}) == 2


def test_a_log_names_each_rule_once_and_holds_the_correction() -> None:
    (run,) = json.loads(as_sarif([MILD, GRAVE, GRAVE], LINES))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["left-over", "yaml-syntax"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 1]
    ((change,),) = (fix["artifactChanges"] for fix in run["results"][1]["fixes"])
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 19},
            "insertedContent": {"text": '"Raming: wat"'},
        }
    ]


def test_programs_get_the_end_and_the_corrected_lines() -> None:
    row, bare = json.loads(as_json([GRAVE, MILD], LINES))
    assert (row["end_line"], row["end_column"], row["severity"]) == (2, 19, "error")
    assert (row["corrected"], bare["corrected"]) == (['title: "Raming: wat"'], [])


def test_a_line_that_is_put_in_between_is_the_correction_of_its_own() -> None:
    between = TextRange(2, 1, 2, 1)
    problem = Problem(FILE, 1, 1, "front-matter-open", "Hier ontbreekt iets.", None, Correction(between, "---\n"))
    assert corrected(problem, ["id: x", "Het verslag."]) == ("---", "Het verslag.")


def test_a_byte_that_is_no_text_is_shown_as_a_question_mark() -> None:
    lines = lines_of({"a.yml": "title: caf\udce9\nid: a"}, PurePosixPath("content"))
    assert lines(PurePosixPath("content/a.yml")) == ["title: caf?", "id: a"]
