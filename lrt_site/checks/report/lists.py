"""A list is a list: each item on a line of its own, with a sign before it that Markdown knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, slip
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


def items_begin_with_a_sign_of_markdown(report: ReportText) -> Iterator[Slip]:
    """No line begins with a bullet of a word processor: the items would run on behind each other."""
    last: Slip | None = None
    for start, end, items in _runs(report):
        if last and not report.text[last.end : start].strip(" \t\n>-"):
            last = slip(last.at, end, last.code, last.message, last.start)
        else:
            if last:
                yield last
            last = slip(start, end, "list-form", items, line_of(report.text, start)[0])
    if last:
        yield last


def _runs(report: ReportText) -> Iterator[tuple[int, int, str]]:
    """Lines in one block that begin as items, from where to where, with what to tell of them."""
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
                yield lines[found[0]][0], lines[found[-1]][1], _told(first[0], first[1], lines_are_loose=len(lines) > 1)
            elif often:
                line = starts[often[0]]
                assert line
                yield lines[often[0]][0], lines[often[-1]][1], _told(line[0], line[1], lines_are_loose=True)


def _begin(report: ReportText, start: int, end: int, *, indented: bool) -> tuple[str, str] | None:
    """A line that begins as an item, and the words behind its sign."""
    line = (report.text if indented else report.plain)[start:end].lstrip()
    if not line.strip() or not report.text[start:end].strip():
        return None
    sign = _SURE.match(line) or _DASH.match(line) or _OFTEN.match(line)
    whole = report.text[start:end].strip()
    return (whole, whole[sign.end() :].strip()) if sign and whole.startswith(sign[0]) else None


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


def _within(report: ReportText, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Items behind each other on one line."""
    for start, end in lines:
        found = list(re.compile(_WITHIN).finditer(report.plain, start, end))
        if len(found) > 1:
            words = report.text[found[0].end() : found[1].start()].strip()
            message = (
                f"Hier staan de punten van een lijst achter elkaar. Zet elk punt op een eigen regel, met een lege "
                f"regel erboven, als {quoted(f'- {words}')}."
            )
            yield found[0].start(), end, message


def years_begin_no_list(report: ReportText) -> Iterator[Slip]:
    """A sentence that begins with a year and a full stop is no item of a list."""
    for what, value, start, _ in report.tokens:
        if what == "List" and value is not None and value >= _YEAR:
            end = line_of(report.text, start)[1]
            line = report.text[start:end].strip()
            number, sign, words = re.split(r"([.)])", line, maxsplit=1)
            write = quoted(f"{number}\\{sign}{words}")
            message = (
                f"{quoted(number + sign)} vooraan een regel maakt er een genummerde lijst van. Is het een jaar of een "
                f"getal? Schrijf {write}, of begin de zin anders."
            )
            yield slip(start, end, "list-form", message)
