"""HTML in a text is shown to the reader as it is: Markdown says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.leftovers import left_over
from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, mended, slip, taken, written
from lrt_site.checks.spots import Mend
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
            message, mend = _told(report, found, told)
            yield slip(start, told, "html-in-text", message, mend=mend)
        elif report.text[start + 1] != "/":
            yield left_over(report.text, start, end)
    opened: set[str] = set()
    for what, _, start, end in report.tokens:
        found = re.compile(_TAG).search(report.text, start, end) if what == "HtmlBlock" else None
        if found and not (found["closing"] and found["name"].lower() in opened):
            opened.add(found["name"].lower())
            message, mend = _of_block(report.text, found, end)
            yield slip(found.start(), end, "html-in-text", message, start, mend)


def _last(report: ReportText, found: re.Match[str], after: list[tuple[int, int]]) -> int:
    """Where what begins here ends: behind the last tag on its line, or behind the one that closes it."""
    line = line_of(report.text, found.start())[1]
    closing = f"</{found['name'].lower()}"
    closed = next((end for start, end in after if report.text[start:end].lower().startswith(closing)), 0)
    return max([found.end(), closed, *(end for _, end in after if end <= line)])


def _told(report: ReportText, found: re.Match[str], last: int) -> tuple[str, Mend | None]:
    text, start = report.text, found.start()
    if found["name"].lower() == "br":
        first, end = line_of(text, start)
        before, rest = text[first:start].strip(), text[found.end() : end].strip()
        under = quoted(rest) if rest else "de volgende regel"
        behind = f"Schrijf {quoted(before)}, dan een lege regel, en daaronder {under}" if before else "Haal het weg"
        return f"{quoted(found[0])} {_SEEN} {behind}.", _parted(text, found, before, rest)
    mend = written(text, start, last, _in_markdown(text[start:last]))
    line = mended(text, *mend)
    return f"{quoted(found[0])} {_SEEN} {f'Schrijf {line}.' if line else 'Haal de regel weg.'}", mend


def _parted(text: str, found: re.Match[str], before: str, rest: str) -> Mend | None:
    """A paragraph that ends where its line did; none where it is a part of something else."""
    if not before:
        return taken(text, found.start(), found.end())
    if re.match(r"[|>*+-]|\d+[.)]", before):
        return None
    space = len(text[found.end() :]) - len(text[found.end() :].lstrip(" "))
    return Mend(found.start(), found.end() + space, "\n\n" if rest else "\n")


def _in_markdown(html: str) -> str:
    """The same words with signs of Markdown, where it has any."""
    for name, sign in _SIGNS.items():
        html = re.sub(rf"(?is)<{name}\b[^<>]*>\s*(.*?)\s*</{name}>", rf"{sign}\1{sign}", html)
    html = re.sub(rf"(?is)<a\b[^<>]*?{_HREF}[^<>]*>(?P<words>.*?)</a>", r"[\g<words>](\g<address>)", html)
    return re.sub(r"<[^<>]*>", "", html)


def _of_block(text: str, found: re.Match[str], end: int) -> tuple[str, Mend | None]:
    name = found["name"].lower()
    inner = " ".join(re.sub(_ANY_TAG, " ", text[found.start() : end]).split())
    signs = "#" * max(2, int(name[1])) if re.fullmatch("h[1-6]", name) else "-" if name in ("ul", "ol", "li") else ""
    if name == "table":
        told = "Maak er een tabel in Markdown van: '| kop | kop |', daaronder '|---|---|'."
        return f"{quoted(found[0])} {_SEEN} {told}", None
    write = f"{signs} {inner}".strip() if inner else ""
    whole = text[found.start() : end].rstrip("\n")
    items = [" ".join(re.sub(_ANY_TAG, " ", item).split()) for item in re.split("(?i)<li\\b[^<>]*>", whole)[1:]]
    if signs == "-" and len(items) > 1:
        listed = Mend(found.start(), found.start() + len(whole), "\n".join(f"- {item}" for item in items))
        told = f"Schrijf {quoted(f'- {items[0]}')}, en elk punt zo op een eigen regel."
        return f"{quoted(found[0])} {_SEEN} {told}", listed
    mend = written(text, found.start(), found.start() + len(whole), write) if "\n" not in whole else None
    return f"{quoted(found[0])} {_SEEN} {f'Schrijf {quoted(write)}.' if write else 'Haal de regel weg.'}", mend
