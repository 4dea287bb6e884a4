"""A list is a list: each item on a line of its own, with a sign before it that Markdown knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, slip
from lrt_site.checks.spots import Mend
from lrt_site.frozen import dataclass
from lrt_site.problems import quoted

_BULLETS = "•·▪▫●◦‣∙■□○◆➢➤►▶✓✔⁃∗"
_SURE = re.compile(
    rf"(?P<sign>[{_BULLETS}])[ \t\u00a0]*(?=\S)|(?P<letter>[o§ØüqvàèÞ])(?:\t[ \t]*| {{2,}}|\u00a0+ *)(?=\S)"
)
_DASH = re.compile(r"(?P<sign>[–—])[ \t\u00a0]+(?=\S)")
_OFTEN = re.compile(
    r"(?P<sign>o|§|Ø|ü|q) (?=\S)|(?P<glued>[-*+])(?=[^\W_])|(?P<number>\d{1,2}[.)][ \t]*)(?=[^\W\d])"
    r"|(?P<letter>\(?[a-z][.)]|[A-H][.)]|\(\d{1,2}\)|[ivx]{1,4}[.)])[ \t]+(?=\S)"
)
"""What begins an item only where the next line begins so too."""
_WITHIN = rf"(?<=[ \t])[{_BULLETS.replace('·', '')}][ \t]*(?=\w)"
_YEAR = 1000
"""A list that begins with so high a number is a sentence that begins with a year."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that begin as items, from where to where, what to tell of them, and how they are written."""

    start: int
    end: int
    message: str
    mend: Mend | None = None


def items_begin_with_a_sign_of_markdown(report: ReportText) -> Iterator[Slip]:
    """No line begins with a bullet of a word processor: the items would run on behind each other."""
    last: Slip | None = None
    for run in _runs(report):
        if last and not report.text[last.end : run.start].strip(" \t\n>-"):
            last = slip(last.at, run.end, last.code, last.message, last.start, _both(report.text, last.mend, run.mend))
        else:
            if last:
                yield last
            last = slip(run.start, run.end, "list-form", run.message, line_of(report.text, run.start)[0], run.mend)
    if last:
        yield last


def _both(text: str, first: Mend | None, then: Mend | None) -> Mend | None:
    if not (first and then):
        return None
    return Mend(first.start, then.end, first.text + text[first.end : then.start] + then.text)


def _runs(report: ReportText) -> Iterator[_Run]:
    """Lines in one block that begin as items."""
    for block in report.blocks:
        indented = block.kind == "CodeBlock" and not re.match(r"[`~]", report.text[block.start :])
        if block.kind in ("Paragraph", "Item") or indented:
            lines = report.lines(block)
            starts = [_begin(report, start, end, indented=indented) for start, end in lines]
            found = [index for index, begin in enumerate(starts) if begin]
            items = set(found)
            if not found:
                yield from _within(report, lines)
                continue
            first = starts[found[0]]
            assert first
            often = [index for index in found if items & {index - 1, index + 1}]
            if _SURE.match(first[0]) or (_DASH.match(first[0]) and (found[0] == 0 or block.kind == "Item")):
                told = _told(first[0], first[1], lines_are_loose=len(lines) > 1)
                mend = _as_items(report.text, lines[found[0] : found[-1] + 1], starts[found[0] : found[-1] + 1])
                yield _Run(lines[found[0]][0], lines[found[-1]][1], told, mend)
            elif often:
                line = starts[often[0]]
                assert line
                told = _told(line[0], line[1], lines_are_loose=True)
                mend = _as_items(report.text, lines[often[0] : often[-1] + 1], starts[often[0] : often[-1] + 1])
                yield _Run(lines[often[0]][0], lines[often[-1]][1], told, mend)


def _begin(report: ReportText, start: int, end: int, *, indented: bool) -> tuple[str, str] | None:
    """A line that begins as an item, and the words behind its sign."""
    line = (report.text if indented else report.plain)[start:end].lstrip()
    if not line.strip() or not report.text[start:end].strip():
        return None
    sign = _SURE.match(line) or _DASH.match(line) or _OFTEN.match(line)
    whole = report.text[start:end].strip()
    return (whole, whole[sign.end() :].strip()) if sign and whole.startswith(sign[0]) else None


def _as_items(text: str, lines: list[tuple[int, int]], begun: list[tuple[str, str] | None]) -> Mend | None:
    """The lines of a list as Markdown has them; none where it is one of numbers that needs more than that."""
    written, before = "", lines[0][0]
    for (start, end), item in zip(lines, begun, strict=True):
        written += text[before:start]
        often = _OFTEN.match(item[0]) if item else None
        if often and often["number"] and often["number"][-1] not in ".)":
            return None
        number = often["number"].strip() if often and often["number"] else "-"
        written += f"{number} {item[1]}" if item else text[start:end]
        before = end
    return Mend(lines[0][0], lines[-1][1], written)


def _told(line: str, words: str, *, lines_are_loose: bool) -> str:
    often = _OFTEN.match(line)
    sign = re.match(r"\(?\w+[.)]|\S", line)
    shown = sign[0] if sign else line[:1]
    if often and often["glued"]:
        return f"Achter {quoted(shown)} ontbreekt een spatie; zo wordt het geen lijst. Schrijf {quoted(f'- {words}')}."
    if often and often["number"]:
        if often["number"][-1] in ".)":
            write = quoted(f"{shown} {words}")
            return f"Achter {quoted(shown)} ontbreekt een spatie; zo wordt het geen lijst. Schrijf {write}."
        return (
            "Zo wordt dit geen lijst: de regels lopen door. Zet een lege regel boven de lijst, en begin met 1: "
            f"{quoted(f'1. {words}')}."
        )
    more = ", en elk punt zo op een eigen regel" if lines_are_loose else ""
    return f"{quoted(shown)} maakt hier geen lijst: de punten lopen door. Schrijf {quoted(f'- {words}')}{more}."


def _within(report: ReportText, lines: list[tuple[int, int]]) -> Iterator[_Run]:
    """Items behind each other on one line."""
    for start, end in lines:
        found = list(re.compile(_WITHIN).finditer(report.plain, start, end))
        if len(found) > 1:
            words = report.text[found[0].end() : found[1].start()].strip()
            message = (
                f"Hier staan de punten van een lijst achter elkaar. Zet elk punt op een eigen regel, met een lege "
                f"regel erboven, als {quoted(f'- {words}')}."
            )
            ends = [*(item.start() for item in found[1:]), end]
            items = [report.text[item.end() : last].strip() for item, last in zip(found, ends, strict=True)]
            before = start + len(report.text[start : found[0].start()].rstrip())
            mend = Mend(before, end, "\n" + "".join(f"\n- {item}" for item in items))
            yield _Run(found[0].start(), end, message, mend)


def years_begin_no_list(report: ReportText) -> Iterator[Slip]:
    """A sentence that begins with a year and a full stop is no item of a list."""
    for what, value, start, _ in report.tokens:
        if what == "List" and value is not None and value >= _YEAR:
            end = line_of(report.text, start)[1]
            line = report.text[start:end].strip()
            number, sign, words = re.split(r"([.)])", line, maxsplit=1)
            write = quoted(f"{number}\\{sign}{words}")
            mend = Mend(start + len(number), start + len(number), "\\")
            message = (
                f"{quoted(number + sign)} vooraan een regel maakt er een genummerde lijst van. Is het een jaar of een "
                f"getal? Schrijf {write}, of begin de zin anders."
            )
            yield slip(start, end, "list-form", message, mend=mend)
