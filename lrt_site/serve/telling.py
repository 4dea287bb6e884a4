"""One problem in HTML: where it is, what is wrong, the line itself, and the line as it has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from lrt_site.problems import Problem
from lrt_site.reporting import corrected

_WIDEST = 160
"""So many signs of a line are shown; of a longer one what stands around the signs that are wrong."""
Explained = Callable[[str], str]
"""The address at which a code is explained; empty where there is none."""


def told(problem: Problem, lines: Sequence[str], explained: Explained) -> str:
    """What is wrong, for the list of all that is; `lines` are those of its file."""
    place = escape(f"{problem.file}, regel {problem.line}")
    return f"<p><b>{place}:</b> {_message(problem, explained)}</p>{''.join(_framed(problem, lines))}"


def told_beside(problem: Problem, lines: Sequence[str], explained: Explained) -> str:
    """The same, for beside the text it is about."""
    return f"<p><b>Regel {problem.line}:</b> {_message(problem, explained)}</p>{''.join(_framed(problem, lines))}"


def _message(problem: Problem, explained: Explained) -> str:
    address, code = explained(problem.code), escape(problem.code)
    more = f'<a href="{escape(address)}">Uitleg bij {code}</a>' if address else f"[{code}]"
    return f"{escape(problem.message)} {more}"


def _framed(problem: Problem, lines: Sequence[str]) -> Iterator[str]:
    """The line in which it is, its wrong signs marked, and what an editor can write instead."""
    span = problem.signs
    if not 0 < span.line <= len(lines):
        return
    line = lines[span.line - 1]
    start = max(0, span.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    stop = start + _WIDEST
    behind = span.end_column - 1 if span.end_line == span.line else len(line)
    before, wrong, after = line[start : span.column - 1], line[span.column - 1 : min(behind, stop)], line[behind:stop]
    marked = f"<mark>{escape(wrong)}</mark>" if wrong.strip() else escape(wrong)
    more = "…" * (len(line) > stop)
    yield f"<pre>{span.line} | {'…' * bool(start)}{escape(before)}{marked}{escape(after)}{more}</pre>"
    right = [text[start:stop] for text in corrected(problem, lines)]
    if right:
        yield f"<p>Schrijf:</p><pre>{escape(chr(10).join(right))}{more}</pre>"
