"""Problems as forges and programs read them, and the lines that an editor has to write."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from lrt_site.problems import CODES, Problem, TextRange, of_first, quoted

Lines = Callable[[PurePosixPath], Sequence[str]]
"""The lines of a file as it was read; none of a file that could not be."""

_LONGEST = 160
"""A line of more signs is no part of a message: then only what has to be written in it is."""
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def _no_lines(_: PurePosixPath) -> Sequence[str]:
    return ()


def lines_of(texts: Mapping[str, str], root: PurePosixPath) -> Lines:
    """The lines of files that were read, by their place below a folder; `?` stands where a byte is no text."""

    @cache
    def lines(file: PurePosixPath) -> Sequence[str]:
        below = str(file.relative_to(root)) if file.is_relative_to(root) else ""
        return texts[below].encode(errors="replace").decode().split("\n") if below in texts else ()

    return lines


def corrected(problem: Problem, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of the editor as they have to be; none where no correction is certain."""
    if not problem.correction:
        return ()
    span, text = problem.correction.span, problem.correction.text
    if not text and span.column == span.end_column == 1:
        return ()  # Whole lines have to go.
    begin = lines[span.line - 1][: span.column - 1] if span.line <= len(lines) else ""
    end = lines[span.end_line - 1][span.end_column - 1 :] if span.end_line <= len(lines) else ""
    return tuple(f"{begin}{text}{end}".split("\n"))


def sentence(problem: Problem, lines: Lines) -> str:
    """The message with the line as it has to be: what somebody reads who does not see both lines."""
    right = corrected(problem, lines(problem.file))
    if not right:
        return problem.message
    text = ", daaronder: ".join(line.strip() for line in right if line.strip())
    shown = text if len(text) <= _LONGEST else (problem.correction.text if problem.correction else "").strip()
    is_said = all(
        quoted(line.strip().removeprefix("- "))[1:-1].rstrip("…") in problem.message for line in shown.split("\n")
    )
    return problem.message if is_said or "\n" in shown else f"{problem.message} Schrijf: {shown}"


def as_github(problems: Sequence[Problem], lines: Lines = _no_lines) -> str:
    """Workflow commands that a forge shows beside the line in a review; of many problems the first."""
    return of_first(problems, lambda problem: _as_command(problem, sentence(problem, lines)))


def _as_command(problem: Problem, message: str) -> str:
    level = "warning" if problem.is_mild else "error"
    end = f",endLine={problem.span.end_line},endColumn={problem.span.end_column}" if problem.span else ""
    place = f"file={_property(str(problem.file))},line={problem.line}{end},col={problem.column},title={problem.code}"
    return f"::{level} {place}::{_escaped(message)}"


def _escaped(message: str) -> str:
    """The message of a workflow command; github.com/actions/toolkit, packages/core/src/command.ts."""
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem], lines: Lines = _no_lines) -> str:
    """A JSON array of objects with place, code, message and correction. Programs get all of them."""
    return _json([_as_row(problem, lines) for problem in problems])


def _as_row(problem: Problem, lines: Lines) -> dict[str, Any]:
    end = problem.span or TextRange(problem.line, problem.column, problem.line, problem.column)
    return {
        "file": str(problem.file),
        "line": problem.line,
        "column": problem.column,
        "end_line": end.end_line,
        "end_column": end.end_column,
        "code": problem.code,
        "severity": "warning" if problem.is_mild else "error",
        "message": sentence(problem, lines),
        "corrected": corrected(problem, lines(problem.file)),
    }


def as_gitlab(problems: Sequence[Problem], lines: Lines = _no_lines) -> str:
    """A report of code quality, as GitLab shows it in a merge request."""
    return _json(
        [
            {
                "description": sentence(problem, lines),
                "check_name": problem.code,
                "fingerprint": sha256(repr((str(problem.file), problem.code, problem.message)).encode()).hexdigest(),
                "severity": "minor" if problem.is_mild else "major",
                "location": {"path": str(problem.file), "lines": {"begin": problem.line}},
            }
            for problem in problems
        ]
    )


def as_sarif(problems: Sequence[Problem], lines: Lines = _no_lines) -> str:
    """A log in SARIF 2.1.0 (OASIS), with the corrections as fixes."""
    codes = sorted({problem.code for problem in problems})
    rules = [{"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in codes]
    driver = {"name": "lrt-site", "language": "nl", "rules": rules}
    results = [_as_result(problem, codes.index(problem.code), lines) for problem in problems]
    return _json({"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]})


def _as_result(problem: Problem, rule: int, lines: Lines) -> dict[str, Any]:
    artifact = {"uri": str(problem.file)}
    region = _as_region(problem.span) if problem.span else {"startLine": problem.line, "startColumn": problem.column}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": "warning" if problem.is_mild else "error",
        "message": {"text": sentence(problem, lines)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if problem.correction:
        written = {
            "deletedRegion": _as_region(problem.correction.span),
            "insertedContent": {"text": problem.correction.text},
        }
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [written]}]}]
    return result


def _as_region(span: TextRange) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Sequence[Problem], Lines], str]] = {
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
    "sarif": as_sarif,
}
