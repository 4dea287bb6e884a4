"""A text goes on to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lrt_site.checks.report.reading import Block, ReportText
from lrt_site.checks.report.slips import Slip, mended, slip
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted

_STOPS = ".!?:;…)]\"'”’»*_`|↩>"
_UNFINISHED = re.compile(
    r"\b(?:de|het|een|en|of|van|voor|met|dat|die|in|op|te|om|aan|bij|tot|door|naar|uit|over|als|want|maar|zijn|is|was|werd|"
    r"heeft|wordt|worden|deze|dit|niet|ook)\Z|[,(\[„“«]\Z|[^\W\d_]-\Z|&\Z"
)
_BROKEN_OFF = re.compile(r"(?:\b(?:de|een|en|of|van|met|te|want|maar|als)|,|[^\W\d_]-| [(\[„“«])\Z")
"""What no item of a list and no field ends with, however short it is."""
_BROKEN = re.compile(r"\b(?P<first>[^\W\d_A-Z]{2,})-(?P<space>[ \t]*\n[ \t>]*)(?P<rest>[^\W\d_A-Z]{2,})")
_NO_REST = re.compile(r"en|of|als|dan|tot|naar|noch|maar|respectievelijk|dan wel")
_PAIRS = {"(": ")", "[": "]", "„": "”", "“": "”", "«": "»"}
_NO_PARAGRAPH = re.compile(r"\n*[ \t]*(?!-{3}|\*{3})(?:[-*+>|`~]|\d+[.)])")
_SMALL = 15
"""A line that is shorter needs no full stop: it is a name."""


def texts_go_on_to_their_end(report: ReportText) -> Iterator[Slip]:
    """The last words under each heading end a sentence, and no bracket stays open."""
    words = [block for block in report.blocks if block.kind != "CodeBlock"]
    for block, following in zip_longest(words, words[1:]):
        if block.kind == "Heading":
            continue
        text = report.text[block.start : block.end].rstrip()
        is_last = following is None or following.kind == "Heading" or following.inside[:1] == ("FootnoteDefinition",)
        opened = _open_in(report, block)
        end = _end(block, text, is_last=is_last and not _is_followed(report, block))
        if opened is not None:
            yield _bracket(report.text, opened, block.end)
        elif is_last and (quotation := _open_quotation(text)) is not None:
            yield _bracket(report.text, block.start + quotation, block.end)
        elif end:
            yield end


def _end(block: Block, text: str, *, is_last: bool) -> Slip | None:
    last = text[-200:]
    at = block.start + max(len(text) - 1, 0)
    line = last[last.rfind("\n") + 1 :][-40:]
    if is_last and last.endswith(("…", "...")) and re.search(r"\w ?(?:…|\.{3})\Z", last[-6:]):
        message = f"De tekst houdt op met {quoted('…' + line)}: de rest is niet meegekomen."
        return slip(at, block.end, "cut-off", f"{message} Vul aan, of sluit de zin af: {quoted(_closed(line))}.")
    if block.kind == "Paragraph" and not block.inside and is_last and at - block.start > _SMALL:
        if last[-1:] not in _STOPS or _UNFINISHED.search(last[-12:]):
            is_half = _UNFINISHED.search(last[-12:])
            mend = None if is_half else Mend(at + 1, at + 1, ".")
            return slip(at, block.end, "cut-off", _half(line, last), mend=mend)
    elif is_last and _BROKEN_OFF.search(last[-12:]):
        return slip(at, block.end, "cut-off", _half(line, last))
    return None


def _half(line: str, last: str) -> str:
    if _UNFINISHED.search(last[-12:]):
        return f"De tekst houdt op midden in een zin: {quoted('…' + line)}. Vul aan wat er nog hoort te staan."
    shown = line.partition(" ")[2] or line
    return (
        f"De tekst eindigt zonder punt. Ontbreekt er iets? Vul het aan. Is de zin af? Schrijf {quoted(f'…{shown}.')}."
    )


def _closed(line: str) -> str:
    return "…" + (line.rstrip(".… ").partition(" ")[2] or line.rstrip(".… ")) + "."


def _is_followed(report: ReportText, block: Block) -> bool:
    """Whether something that is no paragraph goes on below it."""
    return _NO_PARAGRAPH.match(report.text, block.end) is not None


def _open_in(report: ReportText, block: Block) -> int | None:
    """Where a bracket begins that nothing in its block closes."""
    opened: list[int] = []
    for found in re.finditer(r"[()\[\]]", report.plain[block.start : block.end]):
        sign, at = found[0], block.start + found.start()
        if sign in "([":
            opened.append(at)
        elif opened and _PAIRS[report.plain[opened[-1]]] == sign:
            opened.pop()
    return opened[-1] if opened and report.plain[opened[-1]] in "([" and not _is_smiley(report, opened[-1]) else None


def _is_smiley(report: ReportText, at: int) -> bool:
    return report.plain[at - 1 : at] in (":", ";", "-") and report.plain[at - 2 : at - 1] in (" ", ":", ";", "")


def _open_quotation(text: str) -> int | None:
    """Where words of somebody begin that do not end."""
    for opening, closing in (("„", "”“"), ("“", "”"), ("«", "»")):
        at = text.rfind(opening)
        if at >= 0 and not any(sign in text[at + 1 :] for sign in closing) and not (opening == "“" and "„" in text):
            return at
    return None


def fields_go_on_to_their_end(text: str) -> Iterator[Slip]:
    """A text without Markdown does not stop in the middle of a sentence, or within brackets."""
    opened = text.rfind("(")
    if opened > text.rfind(")"):
        yield _bracket(text, opened, len(text))
    elif _BROKEN_OFF.search(text[-12:].rstrip()):
        last = text.rstrip()
        yield slip(len(last) - 1, len(text), "cut-off", _half(last[last.rfind("\n") + 1 :][-40:], last))


def _bracket(text: str, at: int, last: int) -> Slip:
    """A bracket that nothing closes: most often the end of its sentence does."""
    sign, closing = text[at], _PAIRS[text[at]]
    end = re.compile(r"[.!?](?=\s|\Z)").search(text, at, last)
    close = end.start() if end else at + len(text[at:last].rstrip())
    words = text[at:close].partition("\n")[0]
    instead = f"{words}{closing}" if end else f"{words} …{closing}"
    mend = Mend(at, at + len(words), instead)
    line = mended(text, *mend)
    message = (
        f"'{sign}' wordt niet gesloten. Vul aan wat er ontbreekt, en schrijf '{closing}' waar het ophoudt: {line}."
    )
    return slip(at, last, "cut-off", message, mend=mend if end else None)


def words_are_whole(report: ReportText) -> Iterator[Slip]:
    """No word is broken at the end of a line, as a page of print does."""
    for found in _BROKEN.finditer(report.plain):
        if not _NO_REST.fullmatch(found["rest"]):
            message = (
                f"{quoted(found['first'] + '- ' + found['rest'])} is een afgebroken woord. "
                f"Schrijf {quoted(found['first'] + found['rest'])}."
            )
            mend = Mend(found.start(), found.end(), f"{found['first']}{found['rest']}")
            yield slip(found.start(), found.end(), "cut-off", message, mend=mend)
