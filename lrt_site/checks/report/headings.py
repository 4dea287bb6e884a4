"""Headings are headings, and each stands one level below the one above it at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, slip, taken
from lrt_site.checks.spots import Mend
from lrt_site.frozen import dataclass
from lrt_site.problems import quoted

_GLUED = re.compile(r"(?P<signs>#{2,6}|#(?=[^\W\d_]))(?P<words>[^\s#][^\n]*)|(?P<many>#{7,}) *(?P<rest>[^\s#].*)")
_ATTRIBUTES = r"[ \t]*\{[#.][^{}\n]*\}[ \t]*$"
_MARKER = 7
"""So many signs git puts between two texts that it could not merge."""
_LONGEST = 80
"""A line that is longer is no heading."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    words: str
    start: int
    end: int
    underlined: bool


def _headings(report: ReportText) -> list[_Heading]:
    found = []
    for what, value, start, end in report.tokens:
        if what == "Heading":
            raw = report.text[start:end].rstrip("\n")
            underlined = not raw.lstrip().startswith("#")
            words = raw.rpartition("\n")[0] if underlined else re.sub(r"[ \t]+#+[ \t]*$", "", raw.strip().lstrip("#"))
            found.append(_Heading(int(value["level"][1]), words.strip(" \t"), start, end, underlined))
    return found


def lines_do_not_make_headings(report: ReportText) -> Iterator[Slip]:
    """Words become a heading by the sign in front of them, and not by a line below them."""
    for heading in _headings(report):
        if heading.underlined:
            last = report.text[heading.start : heading.end].rstrip()
            at = heading.start + last.rfind("\n") + 1
            at += len(report.text[at:]) - len(report.text[at:].lstrip(" >\t"))
            rule = report.text[at : line_of(report.text, at)[1]].strip()
            code = "merge-conflict" if rule == "=" * _MARKER else "heading-form"
            message, mend = _underlined(report, heading, rule, at)
            yield slip(at, heading.end, code, message, heading.start, mend)
        elif not heading.words:
            message = "Deze kop heeft geen woorden. Schrijf ze achter de hekjes, of haal de regel weg."
            mend = taken(report.text, *line_of(report.text, heading.start))
            yield slip(heading.start, heading.end, "heading-form", message, mend=mend)
        elif attributes := re.search(_ATTRIBUTES, heading.words):
            words = f"{'#' * heading.level} {heading.words[: attributes.start()]}"
            message = f"{quoted(attributes[0].strip())} ziet de lezer in de kop staan. Schrijf {quoted(words)}."
            at = report.text.index(attributes[0].strip(), heading.start)
            mend = Mend(*line_of(report.text, at), words)
            yield slip(at, heading.end, "heading-form", message, mend=mend)


def _underlined(report: ReportText, heading: _Heading, rule: str, at: int) -> tuple[str, Mend | None]:
    """What a line below some words makes of them, and what to write: the line begins at a place."""
    start, end = line_of(report.text, at)
    gone = taken(report.text, start, end) if at == start else None
    last = heading.words.rpartition("\n")[2].strip(" >\t")
    why = f"Door {quoted(rule[:10])} wordt de regel erboven een kop: {quoted(last)}."
    is_text = "\n" in heading.words or len(last) > _LONGEST or last.endswith((".", ",", ";", ":", "?", "!"))
    if is_text and rule[0] == "-":
        apart = Mend(start, start, "\n") if at == start and len(rule) > 2 else gone
        return f"{why} Zet een lege regel boven {quoted(rule[:10])}, of haal die regel weg.", apart
    if rule == "=" * _MARKER:
        message = f"{quoted(rule)} is over van het samenvoegen van twee takken, en maakt een kop. Haal de regel weg."
        return message, gone
    if is_text:
        return f"{why} Haal {quoted(rule[:10])} weg: {quoted(last)} is dan gewone tekst.", gone
    write = f"{report.level(heading.start)} {last}"
    mend = Mend(heading.start, end, write) if at == start else None
    return f"{why} Is dat een kop? Schrijf {quoted(write)}. Is het tekst? Haal {quoted(rule[:10])} weg.", mend


def headings_skip_no_level(report: ReportText) -> Iterator[Slip]:
    """The highest headings have two signs, because the title of the page has one, and no level is left out."""
    headings = [heading for heading in _headings(report) if not heading.underlined and heading.words]
    highest = [heading for heading in headings if heading.level == 1]
    if highest:
        yield _of_level(report, highest, 2, "Eén hekje is de titel van de pagina; een kop in de tekst begint met twee.")
    above = 1
    skipped: list[_Heading] = []
    for heading in headings:
        if skipped and heading.level == skipped[0].level:
            skipped.append(heading)
            continue
        if skipped:
            yield _of_level(report, skipped, above + 1, _skips(skipped[0], above))
            skipped = []
        if heading.level > above + 1:
            skipped = [heading]
        else:
            above = max(heading.level, 2)
    if skipped:
        yield _of_level(report, skipped, above + 1, _skips(skipped[0], above))


def _skips(heading: _Heading, above: int) -> str:
    over = f"de kop erboven heeft er {above}" if above > 1 else "de hoogste kop heeft er twee"
    return f"Deze kop heeft {heading.level} hekjes, en {over}. Sla geen niveau over."


def _of_level(report: ReportText, headings: list[_Heading], level: int, why: str) -> Slip:
    first, *others = headings
    message = f"{why} Schrijf {quoted('#' * level + ' ' + first.words)}."
    if others:
        message += f" Doe hetzelfde bij {' en '.join(quoted(heading.words) for heading in others[:3])}."
    return slip(first.start, first.end, "heading-level", message, mend=_at_level(report.text, headings, level))


def _at_level(text: str, headings: list[_Heading], level: int) -> Mend:
    """The signs of headings as those of one level, with what stands between."""
    spans = [found.span() for heading in headings if (found := re.compile("#+").search(text, heading.start))]
    written = "#" * level
    for (_, before), (start, _) in pairwise(spans):
        written += text[before:start] + "#" * level
    return Mend(spans[0][0], spans[-1][1], written)


def lines_are_no_decoration(report: ReportText) -> Iterator[Slip]:
    """No line of signs alone stands among the words: of a merge it is a remnant, else the reader sees the signs."""
    for block in report.blocks:
        for start, end in report.lines(block) if block.kind in ("Paragraph", "Item") else ():
            line = report.plain[start:end].strip()
            if len(line) > 2 and line[0] in "=-~_*+#<>|" and not line.strip(line[0]):
                is_merge = line == "=" * _MARKER
                what = "is over van het samenvoegen van twee takken" if is_merge else "ziet de lezer staan als tekens"
                message = f"{quoted(line)} {what}. Haal de regel weg."
                mend = taken(report.text, *line_of(report.text, start))
                yield slip(start, end, "merge-conflict" if is_merge else "heading-form", message, mend=mend)


def headings_have_a_space(report: ReportText) -> Iterator[Slip]:
    """A sign of a heading has a space behind it."""
    for block in report.blocks:
        if block.kind not in ("Paragraph", "Item"):
            continue
        lines = report.lines(block)
        for start, end in lines:
            found = _GLUED.fullmatch(report.plain, start, end)
            if found and found["many"]:
                write = f"{report.level(start)} {found['rest']}"
                message = f"Een kop heeft hoogstens zes hekjes. Schrijf {quoted(write)}."
                yield slip(start, end, "heading-form", message, mend=Mend(start, end, write))
            elif found and (len(found["signs"]) > 1 or (len(lines) == 1 and end - start < _LONGEST)):
                signs = max(found["signs"], "##", key=len)
                write = f"{signs} {found['words']}"
                message = f"Achter het hekje ontbreekt een spatie. Schrijf {quoted(write)}."
                yield slip(start, end, "heading-form", message, mend=Mend(start, end, write))


def headings_differ(report: ReportText) -> Iterator[Slip]:
    """No two headings under the same heading have the same words: a link would find the first only."""
    seen: dict[tuple[str, ...], _Heading] = {}
    path: list[tuple[int, str]] = []
    for heading in _headings(report):
        path = [(level, words) for level, words in path if level < heading.level]
        key = (*(words for _, words in path), heading.words.casefold())
        path.append((heading.level, heading.words.casefold()))
        first = seen.setdefault(key, heading)
        if first is not heading and not heading.underlined:
            message = (
                f"De kop {quoted(heading.words)} staat er eerder ook, onder dezelfde kop. Een link ernaartoe komt daar "
                "uit. Geef de koppen elk eigen woorden, of haal er één weg als de tekst dubbel is geplakt."
            )
            yield slip(heading.start, heading.end, "heading-twice", message)
