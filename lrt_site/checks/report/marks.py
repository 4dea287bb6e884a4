"""Signs of Markdown do their work, and nothing becomes code by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from lrt_site.checks.report.reading import Block, ReportText
from lrt_site.checks.report.slips import Slip, line_of, mended, slip, taken
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted

_DOUBLE = re.compile(r"(?<!\s)(?:\*{2,}|__(?!_)|~~)|(?:\*{2,}|(?<!_)__|~~)(?![\s_])")
_SINGLE = re.compile(r"(?<![\w*\\])\*(?=[^\W_])|(?<![\w\\])_(?=[^\W_])")
_LOOSE = re.compile(r"(?P<sign>\*\*|__)(?: (?P<before>[^*_\n]+?) ?| ?(?P<after>[^*_\n]+?) )(?P=sign)(?!\w)")
_PAIR = re.compile(r"(?P<before>\*{1,3})(?P<words>[^\s*][^*\n]{0,200}?)(?P<after>\*{1,3})")
_SIGN = re.compile("[*_~`]")
_TICK = re.compile(r"(?<!`)`+")
_CALLED = {"**": "vet", "__": "vet", "*": "cursief", "_": "cursief", "~~": "doorgestreept"}


def signs_are_in_pairs(report: ReportText) -> Iterator[Slip]:
    """No sign that makes words bold, slanting, struck through or code stands there for all to read."""
    notes = bool(re.search(r"\w\*(?!\w)", report.plain))
    before: tuple[Block, Slip] | None = None
    for block in report.blocks:
        if block.kind == "CodeBlock" or not _SIGN.search(report.plain, block.start, block.end):
            before = None
            continue
        found = next(_in_block(report, block, with_notes=notes), None)
        if (
            before
            and found
            and not report.text[before[0].end : block.start].strip()
            and before[1].message[1] == found.message[1]
        ):
            before = None  # The other one of the pair, beyond an empty line.
            continue
        before = (block, found) if found else None
        if found:
            yield found


def _in_block(report: ReportText, block: Block, *, with_notes: bool) -> Iterator[Slip]:
    """The first of these signs in a block; a star behind a word may be of a note, and so that before it."""
    within = report.plain, block.start, block.end
    loose = _LOOSE.search(*within)
    if loose:
        inner = (loose["before"] or loose["after"]).strip()
        mend = Mend(loose.start(), loose.end(), f"{loose['sign']}{inner}{loose['sign']}")
        line = mended(report.text, *mend)
        message = f"'{loose['sign']}' staat los van de woorden; zo worden zij niet vet. Schrijf {line}."
        yield slip(loose.start(), loose.end(), "unclosed-mark", message, mend=mend)
    uneven = next(
        (match for match in _PAIR.finditer(report.text, block.start, block.end) if _is_uneven(report, match)), None
    )
    if uneven:
        sign = "*" * min(max(len(uneven["before"]), len(uneven["after"])), 2)
        mend = Mend(uneven.start(), uneven.end(), f"{sign}{uneven['words']}{sign}")
        message = f"Voor en achter deze woorden staan niet evenveel sterretjes. Schrijf {mended(report.text, *mend)}."
        yield slip(uneven.start(), uneven.end(), "unclosed-mark", message, mend=mend)
        return
    double = _DOUBLE.search(*within)
    if double and double[0][:2] in _CALLED:
        yield _open(report, double.start(), double[0][:2])
    single = _SINGLE.search(*within)
    if single and not (with_notes and single[0] == "*"):
        yield _open(report, single.start(), single[0])
    tick = _TICK.search(*within)
    if tick:
        yield _of_tick(report, tick.start(), tick.end())


def _is_uneven(report: ReportText, pair: re.Match[str]) -> bool:
    """Whether of the stars around some words a part does its work, and another part is there for all to read."""
    signs = report.plain[pair.start() : pair.end("before")] + report.plain[pair.start("after") : pair.end()]
    return len(pair["before"]) != len(pair["after"]) and "*" in signs and " " in signs


def _open(report: ReportText, at: int, sign: str) -> Slip:
    """A sign without its other half."""
    line = mended(report.text, at, at + len(sign))
    word = re.match(r"[\w’'-]+", report.text[at + len(sign) :])
    called = _CALLED[sign]
    if word:
        first = f"{sign}{word[0]}{sign}"
        message = (
            f"'{sign}' wordt niet gesloten. Moet er iets {called}? Zet '{sign}' ook achter het laatste woord daarvan, "
            f"zoals '{first}'. Anders: schrijf {line}."
        )
    else:
        message = (
            f"'{sign}' hoort bij geen begin: er wordt niets {called}. Schrijf {line}, of zet '{sign}' ook vooraan."
        )
    return slip(at, at + len(sign), "unclosed-mark", message, mend=Mend(at, at + len(sign), ""))


def _of_tick(report: ReportText, start: int, end: int) -> Slip:
    is_apostrophe = re.match(r"[a-z]{1,2}\b", report.text[end:]) or re.match(r"\w", report.text[start - 1 : start])
    mend = Mend(start, end, "'" if is_apostrophe else "")
    why = "is een ander teken dan een apostrof" if is_apostrophe else "wordt niet gesloten"
    message = f"{quoted(report.text[start:end])} {why}. Schrijf {mended(report.text, *mend)}."
    return slip(start, end, "unclosed-mark", message, mend=mend)


def code_is_meant(report: ReportText) -> Iterator[Slip]:
    """No text becomes code by the spaces before it, or because code above it is not closed."""
    for what, value, start, end in report.tokens:
        if what != "CodeBlock":
            continue
        first, last = line_of(report.text, start)
        if value == "Indented":
            message = (
                "Door de spaties vooraan wordt dit code: in letters van een schrijfmachine, en zonder afbreken. "
                f"Begin vooraan de regel: {quoted(report.text[start:last].strip())}."
            )
            margin = _margin(report.text[first:start])
            mend = None if margin else Mend(first, end, dedent(report.text[first:end]))
            yield slip(first + margin, end, "indented-code", message, mend=mend)
        else:
            fence = re.match(r"`{3,}|~{3,}", report.text[start:end])
            closing = report.text[start:end].rstrip().rpartition("\n")[2].strip(" >\t")
            if fence and (not closing or closing.strip(fence[0][0]) or len(closing) < len(fence[0])):
                message = (
                    f"{quoted(fence[0])} wordt niet gesloten: alles eronder is code. Zet onder de code een regel "
                    f"{quoted(fence[0])}, of haal deze regel weg."
                )
                yield slip(start, end, "indented-code", message, mend=taken(report.text, start, last))


def _margin(before: str) -> int:
    """How much stands before the spaces that make code: signs of a quotation."""
    return before.rfind(">") + 1
