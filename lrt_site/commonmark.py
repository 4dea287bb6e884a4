"""CommonMark becomes HTML: what the parser finds in a text is written as our pages want it. The only CommonMark."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any, Literal
from urllib.parse import quote

from pyromark import Markdown, Options

from lrt_site.frozen import dataclass

Oddity = Literal["alert", "html", "image", "table", "task"]
"""What a text can hold that its reader sees otherwise than its editor in the preview of a forge."""
Spot = tuple[int, int]
"""A line of a text and a column on it, both from 0."""
Resolve = Callable[[str, Spot], tuple[str, bool]]
"""Turns what an editor wrote as a target, and where, into an address; whether it leads elsewhere."""
Notice = Callable[[Oddity, str, Spot], None]
"""Takes an oddity, its words and where it stands."""

HEADING = "tekst-"
"""Ids of headings in a text start so: no heading can take the id of something else on the page."""
HIGHEST = 2
"""The level of the highest headings of a text: the one above it is the title of the page."""
_DEEPEST = 100
"""So many elements stand in each other at most: whatever reads the page can follow them."""
_PARSER = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)
_INLINE = {"Emphasis": ("<em>", "</em>"), "Strong": ("<strong>", "</strong>"), "Strikethrough": ("<s>", "</s>")}
_BLOCKS = {
    "CodeBlock": ("<pre><code>", "</code></pre>\n"),
    "HtmlBlock": ("<p>", "</p>\n"),
    "Item": ("<li>", "</li>\n"),
    "List": ("<ul>\n", "</ul>\n"),
    "Paragraph": ("<p>", "</p>\n"),
    "TableHead": ("<thead>\n<tr>\n", "</tr>\n</thead>\n<tbody>\n"),
    "TableRow": ("<tr>\n", "</tr>\n"),
}
_MARKS = {"Code", "FootnoteReference", "HardBreak", "Html", "InlineHtml", "Rule", "SoftBreak", "TaskListMarker"}
_RULER = re.compile(rb"\n[ \t>]*+(?=[^\n]*\|)\|?(?:[ \t]*+:?-++:?[ \t]*+(?:\||(?=\n|\Z)))++[ \t]*+(?=\n|\Z)")
"""The line between the head and the rows of a table."""
_WRITTEN = ";/?:@&=+$,-_.!~*'()#%"
"""What stays as it is in a web address."""

Found = tuple[str, Any, Any]
"""What begins here, or with a '/' ends, what the parser says of it, and from which byte to which it stands."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class HeadedPart:
    """What stands under a heading of the highest level, or before the first of these."""

    html: str
    words: str = ""
    """Of the heading; empty before the first, and of the notes."""
    id: str = ""
    heading: str = ""
    """HTML."""


class Parsed:
    """A text as the parser understood it."""

    def __init__(self, text: str) -> None:
        clean = text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
        self.source, self.added, events = _with_tables(clean)
        self.ends = [found.start() for found in re.finditer(b"\n", self.source)]
        self.everything = [_flat(event) for event in events]
        """All that the parser found, in the order of the text."""
        self.found: list[Found] = []
        """The same, without the notes."""
        self.notes: dict[str, list[Found]] = {}
        """The notes by their label, the first of each."""
        self.headings: dict[int, _Heading] = {}
        self._sort()
        self.links = frozenset(heading.id.removeprefix(HEADING) for heading in self.headings.values())
        """What a link within the text can lead to: the names of its headings, as forges make them."""

    def _sort(self) -> None:
        around = [self.found]
        words: list[str] | None = None
        headings: list[tuple[int, int, list[str]]] = []
        for what, value, place in self.everything:
            if what == "FootnoteDefinition":
                around.append([])
                self.notes.setdefault(value.casefold(), around[-1])
            elif what == "/FootnoteDefinition":
                around.pop()
            else:
                around[-1].append((what, value, place))
            if what == "Heading":
                words = []
                headings.append((place["start"], int(value["level"][1]), words))
            elif what == "/Heading":
                words = None
            elif words is not None and what in ("Text", "Code"):
                words.append(value)
        self.headings = _placed(headings)

    def parts(self, name: str, link: Resolve, notice: Notice) -> tuple[HeadedPart, ...]:
        """HTML that is not safe yet, under its highest headings, in their order, with the notes last.

        Raw HTML in the text is shown as it was written. Ids of footnotes hold `name`.
        """
        return tuple(_Writing(self, name, link, notice).parts())

    def raw(self, place: Any) -> str:
        """The text as it was written between two bytes."""
        return self.source[place["start"] : place["end"]].decode()

    def spot(self, byte: int) -> Spot:
        """Where a byte stands in the text as it was written."""
        before = bisect(self.ends, byte - 1)
        start = self.ends[before - 1] + 1 if before else 0
        return before - bisect(self.added, byte), len(self.source[start:byte].decode())


class _Writing:
    def __init__(self, text: Parsed, name: str, link: Resolve, notice: Notice) -> None:
        self.text, self.name, self.link, self.notice = text, name, link, notice
        self.out: list[str] = []
        self.closing: list[str] = []
        """How the elements that are open now end, the innermost last."""
        self.labels: list[str] = []
        """The notes that the text refers to, in the order of their numbers."""
        self.numbers: dict[str, int] = {}
        self.references: Counter[str] = Counter()
        self.heading = ""
        self.tables = 0
        self.aligned: tuple[str, ...] = ()
        self.cells: Iterator[str] = iter(())
        self.told: set[int] = set()
        self.in_head = self.in_first = self.verbatim = False

    def parts(self) -> Iterator[HeadedPart]:
        yield from map(self.part, _under_headings(self.text.found, self.text.headings))
        if notes := [self.written(self.text.notes[label]) for label in self.labels]:
            items = "".join(map(self.note, self.labels, notes))
            yield HeadedPart(f'<section class="footnotes">\n<h2>Noten</h2>\n<ol>\n{items}</ol>\n</section>\n')

    def part(self, found: list[Found]) -> HeadedPart:
        heading = self.text.headings.get(found[0][2]["start"]) if found and found[0][0] == "Heading" else None
        if not heading:
            return HeadedPart(self.written(found))
        end = 1 + next(place for place, (what, _, _) in enumerate(found) if what == "/Heading")
        top, below = (self.written(part) for part in (found[:end], found[end:]))
        return HeadedPart(below, heading.words, heading.id, top)

    def written(self, everything: Iterable[Found]) -> str:
        self.out = []
        for what, value, place in everything:
            if what == "Text":
                self.words(value, place)
            elif what[0] == "/":
                self.end(what[1:])
            elif what in _MARKS:
                self.mark(what, value, place)
            else:
                self.start(what, value, place)
        return "".join(self.out)

    def html_seen(self, html: str, place: Any) -> None:
        """Give notice of raw HTML, once a line."""
        spot = self.text.spot(place["start"])
        if spot[0] not in self.told:
            self.told.add(spot[0])
            self.notice("html", html, spot)

    def words(self, words: str, place: Any) -> None:
        self.out.append(escape(words, quote=False))
        if not self.verbatim and words == "<" and self.text.source.startswith(b"<!--", place["start"]):
            self.html_seen("<!--", place)

    def mark(self, kind: str, value: Any, place: Any) -> None:
        match kind:
            case "SoftBreak":
                self.out.append("\n")
                if ruler := _RULER.match(self.text.source, place["end"] - 1):
                    self.notice("table", ruler[0].decode().strip(), self.text.spot(place["start"]))
            case "HardBreak":
                self.out.append("<br>\n")
            case "Rule":
                self.out.append(f"{self.margin()}<hr>\n")
            case "Code":
                self.out.append(f"<code>{escape(value, quote=False)}</code>")
            case "FootnoteReference":
                self.out.append(self.reference(value.casefold(), place))
            case "TaskListMarker":
                self.out.append(f"{self.text.raw(place)} ")
                self.notice("task", self.text.raw(place), self.text.spot(place["start"]))
            case "InlineHtml":
                self.out.append(escape(value, quote=False))
                self.html_seen(value, place)
            case _:
                self.out.append(escape(value, quote=False))

    def margin(self) -> str:
        """What stands before a block: a line of its own, also behind words of an item of a list."""
        return "" if not self.out or self.out[-1].endswith("\n") else "\n"

    def start(self, kind: str, value: Any, place: Any) -> None:
        match kind:
            case "Emphasis" | "Strong" | "Strikethrough":
                opening, closing = _INLINE[kind]
            case "Link":
                opening, closing = self.link_to(value, place), "</a>"
            case "Image":
                opening = closing = ""
                self.notice("image", self.text.raw(place), self.text.spot(place["start"]))
            case "TableCell":
                opening, closing = self.cell(next(self.cells))
            case _:
                opening, closing = self.block(kind, value, place)
                opening = self.margin() + opening
        if len(self.closing) >= _DEEPEST:
            opening = closing = ""
        self.out.append(opening)
        self.closing.append(closing)

    def block(self, kind: str, value: Any, place: Any) -> tuple[str, str]:
        match kind:
            case "Heading":
                heading = self.text.headings[place["start"]]
                self.heading = heading.words
                return f'<h{heading.level} id="{escape(heading.id)}">', f"</h{heading.level}>\n"
            case "List" if value is not None:
                return f'<ol start="{value}">\n' if value != 1 else "<ol>\n", "</ol>\n"
            case "BlockQuote":
                alert = f"[!{value.upper()}]" if value else ""
                if alert:
                    self.notice("alert", alert, self.text.spot(place["start"]))
                return "<blockquote>\n" + (f"<p>{alert}</p>\n" if alert else ""), "</blockquote>\n"
            case "Table":
                self.aligned = value
                self.tables += 1
                label = escape(f"Tabel {self.tables}" + (f": {self.heading}" if self.heading else ""))
                opening = f'<div class="table" role="region" tabindex="0" aria-label="{label}">\n<table>\n'
                opening += f"<caption>{label}</caption>\n"
                return opening, "</tbody>\n</table>\n</div>\n"
            case "TableHead" | "TableRow":
                self.cells, self.in_head, self.in_first = iter(self.aligned), kind == "TableHead", True
            case "CodeBlock":
                self.verbatim = True
            case "HtmlBlock":
                self.html_seen(self.text.raw(place), place)
        return _BLOCKS[kind]

    def cell(self, aligned: str) -> tuple[str, str]:
        """A cell; the first of a row is the heading of that row."""
        number = ' class="number"' if aligned == "Right" else ""
        first, self.in_first = self.in_first, False
        if self.in_head or first:
            return f'<th scope="{"col" if self.in_head else "row"}"{number}>', "</th>\n"
        return f"<td{number}>", "</td>\n"

    def end(self, kind: str) -> None:
        closing = self.closing.pop()
        if kind == "CodeBlock":
            self.verbatim = False
            closing = closing if self.out[-1].endswith(("\n", ">")) else f"\n{closing}"
        elif kind == "HtmlBlock":
            self.out[-1] = self.out[-1].rstrip("\n")
        elif kind == "TableCell" and self.out[-1].startswith("<th "):
            self.out[-1], closing = re.sub('<th scope="(col|row)"', "<td", self.out[-1]), "</td>\n"
        self.out.append(closing)

    def link_to(self, link: Any, place: Any) -> str:
        target = f"mailto:{link['dest_url']}" if link["link_type"] == "Email" else link["dest_url"]
        address, elsewhere = self.link(target, self.text.spot(place["start"]))
        title = f' title="{escape(link["title"])}"' if link["title"] else ""
        if elsewhere:
            return f'<a href="{escape(quote(address, _WRITTEN))}"{title}>'
        return f'<a href="{escape(address)}"{title}>'

    def reference(self, label: str, place: Any) -> str:
        if label not in self.text.notes:
            return escape(self.text.raw(place), quote=False)
        if label not in self.references:
            self.labels.append(label)
            self.numbers[label] = len(self.labels)
        self.references[label] += 1
        number = self.numbers[label]
        note, spot = f"noot-{self.name}-{number}", self.spot(number, self.references[label])
        return f'<sup class="ref"><a href="#{note}" id="{spot}" aria-label="Noot {number}">[{number}]</a></sup>'

    def note(self, label: str, html: str) -> str:
        number = self.numbers[label]
        told = f"Terug naar de tekst bij noot {number}"
        spots = [self.spot(number, time) for time in range(1, self.references[label] + 1)]
        back = "".join(f' <a class="back" href="#{spot}" aria-label="{told}">↩</a>' for spot in spots)
        words = html.removesuffix("</p>\n")
        return f'<li id="noot-{self.name}-{number}">{words}{back}{html[len(words) :]}</li>\n'

    def spot(self, number: int, time: int) -> str:
        """The id of the place in the text that refers to a note for the first time, or for a later one."""
        return f"bij-noot-{self.name}-{number}" + (f"-{time - 1}" if time > 1 else "")


def _under_headings(everything: Iterable[Found], headings: Mapping[int, _Heading]) -> list[list[Found]]:
    """What was found, divided where a heading of the highest level stands that is inside nothing else."""
    parts: list[list[Found]] = [[]]
    depth = 0
    for found in everything:
        what, _, place = found
        if what == "Heading" and not depth and headings[place["start"]].level == HIGHEST:
            parts.append([])
        parts[-1].append(found)
        if what[0] == "/":
            depth -= 1
        elif what != "Text" and what not in _MARKS:
            depth += 1
    return parts


def _with_tables(text: str) -> tuple[bytes, list[int], list[tuple[Any, Any]]]:
    """What the parser finds in a text, with an empty line before each table right below words, and where these stand.

    Forges need no such line.
    """
    source = text.encode()
    events = list(_PARSER.events_with_range(text))
    parts: list[bytes] = []
    added: list[int] = []
    end, before, more = 0, -1, 0
    for event, place in events:
        if event in ("SoftBreak", "HardBreak"):
            head = source.rfind(b"\n", 0, place["end"] - 1) + 1
            if head == before and _RULER.match(source, place["end"] - 1):
                line = source[head : place["end"]]
                margin = line[: len(line) - len(line.lstrip(b" \t>"))]
                parts += [source[end:head], margin, b"\n"]
                added.append(head + more + len(margin))
                more += len(margin) + 1
                end = head
            before = place["end"]
    if not added:
        return source, [], events
    longer = b"".join((*parts, source[end:]))
    anew = list(_PARSER.events_with_range(longer.decode()))
    return (longer, added, anew) if _tables(anew) == _tables(events) + len(added) else (source, [], events)


def _tables(events: Iterable[tuple[Any, Any]]) -> int:
    return sum(event == {"End": "Table"} for event, _ in events)


def _flat(event: tuple[Any, Any]) -> Found:
    """What the parser found without the boxes that it hands it over in."""
    what, place = event
    if isinstance(what, str):
        return what, None, place
    ((kind, value),) = what.items()
    if kind not in ("Start", "End"):
        return kind, value, place
    name, about = (value, None) if isinstance(value, str) else next(iter(value.items()))
    return name if kind == "Start" else f"/{name}", about, place


def _placed(headings: list[tuple[int, int, list[str]]]) -> dict[int, _Heading]:
    """The headings by where they begin: levels start at 2, and none is skipped."""
    shift = HIGHEST - min((written for _, written, _ in headings), default=HIGHEST)
    seen: Counter[str] = Counter()
    placed, level = {}, 1
    for start, written, parts in headings:
        level = min(written + shift, level + 1, 6)
        placed[start] = _Heading(level, words := "".join(parts), HEADING + _slug(words, seen))
    return placed


def _slug(heading: str, seen: Counter[str]) -> str:
    """The id of a heading as forges make it, so that a link within a text works there and here."""
    slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    seen.update([slug])
    return slug if seen[slug] == 1 else f"{slug}-{seen[slug] - 1}"
