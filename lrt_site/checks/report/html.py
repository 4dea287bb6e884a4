"""HTML in a text is shown to the reader as it is: Markdown says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.leftovers import left_over
from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, mended, slip
from lrt_site.problems import quoted

TAGS = (
    "a|abbr|article|b|big|blockquote|body|br|button|caption|center|code|dd|del|details|div|dl|dt|em|figure|font|footer|form|"
    "h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|o:p|ol|p|picture|pre|q|s|script|"
    "section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|video"
)
_TAG = rf"(?i)<(?P<closing>/?)(?P<name>{TAGS})(?![\w-])[^<>]*>"
_ANY_TAG = r"<[^<>]*>"
_HREF = r"""href\s*=\s*["']?(?P<address>[^"'\s>]+)"""
_SIGNS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em"), "*"),
    **dict.fromkeys(("s", "del", "strike"), "~~"),
    **dict.fromkeys(("code", "tt", "kbd"), "`"),
}
_SEEN = "is HTML. De lezer ziet dat letterlijk staan."


def html_is_markdown(report: ReportText) -> Iterator[Slip]:
    """Nothing in a text is HTML, nor a word between the signs of it."""
    told = 0
    inline = [(start, end) for what, _, start, end in report.tokens if what == "InlineHtml"]
    for index, (start, end) in enumerate(inline):
        found = re.compile(_TAG).fullmatch(report.text, start, end)
        if start < told or report.text.startswith(("<!", "<?"), start):
            continue
        if found:
            told = _last(report, found, inline[index + 1 : index + 51])
            yield slip(start, told, "html-in-text", _told(report, found, told))
        elif report.text[start + 1] != "/":
            yield left_over(report.text, start, end)
    opened: set[str] = set()
    for what, _, start, end in report.tokens:
        found = re.compile(_TAG).search(report.text, start, end) if what == "HtmlBlock" else None
        if found and not (found["closing"] and found["name"].lower() in opened):
            opened.add(found["name"].lower())
            yield slip(found.start(), end, "html-in-text", _of_block(report.text, found, end), start)


def _last(report: ReportText, found: re.Match[str], after: list[tuple[int, int]]) -> int:
    """Where what begins here ends: behind the last tag on its line, or behind the one that closes it."""
    line = line_of(report.text, found.start())[1]
    closing = f"</{found['name'].lower()}"
    closed = next((end for start, end in after if report.text[start:end].lower().startswith(closing)), 0)
    return max([found.end(), closed, *(end for _, end in after if end <= line)])


def _told(report: ReportText, found: re.Match[str], last: int) -> str:
    text, start = report.text, found.start()
    if found["name"].lower() == "br":
        first, end = line_of(text, start)
        before, rest = text[first:start].strip(), text[found.end() : end].strip()
        under = quoted(rest) if rest else "de volgende regel"
        behind = f"Schrijf {quoted(before)}, dan een lege regel, en daaronder {under}" if before else "Haal het weg"
        return f"{quoted(found[0])} {_SEEN} {behind}."
    line = mended(text, start, last, _in_markdown(text[start:last]))
    return f"{quoted(found[0])} {_SEEN} {f'Schrijf {line}.' if line else 'Haal de regel weg.'}"


def _in_markdown(html: str) -> str:
    """The same words with signs of Markdown, where it has any."""
    for name, sign in _SIGNS.items():
        html = re.sub(rf"(?is)<{name}\b[^<>]*>\s*(.*?)\s*</{name}>", rf"{sign}\1{sign}", html)
    html = re.sub(rf"(?is)<a\b[^<>]*?{_HREF}[^<>]*>(?P<words>.*?)</a>", r"[\g<words>](\g<address>)", html)
    return re.sub(r"<[^<>]*>", "", html)


def _of_block(text: str, found: re.Match[str], end: int) -> str:
    name = found["name"].lower()
    inner = " ".join(re.sub(_ANY_TAG, " ", text[found.start() : end]).split())
    signs = "#" * max(2, int(name[1])) if re.fullmatch("h[1-6]", name) else "-" if name in ("ul", "ol", "li") else ""
    if name == "table":
        return f"{quoted(found[0])} {_SEEN} Maak er een tabel in Markdown van: '| kop | kop |', daaronder '|---|---|'."
    write = f"Schrijf {quoted(f'{signs} {inner}'.strip())}." if inner else "Haal de regel weg."
    return f"{quoted(found[0])} {_SEEN} {write}"
