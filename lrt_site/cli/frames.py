"""Problems as an editor reads them: each on its own lines, with a caret under the signs and the line corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from click import style

from lrt_site.problems import Problem, of_first
from lrt_site.reporting import FORMS, Lines, corrected
from lrt_site.unseen import is_unseen

_WIDEST = 100
"""So many columns of a line are shown; of a longer one what stands around the signs that are wrong."""


def as_frames(problems: Sequence[Problem], lines: Lines) -> str:
    """Each problem on its lines, with what to write instead; what does not stop a publication comes last."""
    grave = [problem for problem in problems if not problem.is_mild]
    mild = [problem for problem in problems if problem.is_mild]
    frames = of_first([*grave, *mild], lambda problem: _frame(problem, lines(problem.file)))
    example = next((problem.code for problem in problems), "")
    return frames + (f"Uitleg bij een melding: lrt-site explain {example}\n" if problems else "")


def _frame(problem: Problem, lines: Sequence[str]) -> str:
    place = style(f"{problem.file}:{problem.line}:{problem.column}:", bold=True)
    warning = style("let op: ", fg="yellow") * problem.is_mild
    head = f"{place} {warning}{problem.message} [{problem.code}]"
    return "\n".join([head, *_shown(problem, lines)]) + "\n"


def _shown(problem: Problem, lines: Sequence[str]) -> Iterator[str]:
    span = problem.signs
    if not 0 < span.line <= len(lines):
        return
    line = lines[span.line - 1]
    behind = span.end_column if span.end_line == span.line else len(line) + 1
    start = max(0, min(span.column - 1, len(line)) - _WIDEST // 2) if len(line) > _WIDEST else 0
    carets = "^" * max(1, min(behind, start + _WIDEST + 1) - span.column)
    yield f"{span.line:>6} | {_cut(line, start)}"
    yield f"{'':>6} | {' ' * (span.column - 1 - start + bool(start))}{style(carets, fg='red')}"
    for right in corrected(problem, lines):
        yield style(f"{'zo':>6} | {_cut(right, start)}", fg="green")


def _cut(line: str, start: int) -> str:
    """What can be seen of a line from a place on: a sign that shows nothing is a point in the middle."""
    shown = "".join(
        "·" if is_unseen(sign) or not sign.isprintable() else sign for sign in line[start : start + _WIDEST]
    )
    return "…" * bool(start) + shown + "…" * (len(line) > start + _WIDEST)


STYLES: Mapping[str, Callable[[Sequence[Problem], Lines], str]] = {"text": as_frames, **FORMS}
"""The forms in which a check tells problems."""
