"""What a word processor or a web page leaves in a text that is copied from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.slips import Slip, line_of, mended, slip, taken, without, written
from lrt_site.problems import quoted

_INITIALS = r"[A-Z][\w.]{0,5}\d{1,3}(?:R\d+)?"
_SAYS = r"(?:Opmerking(?:en)?|Met opmerkingen|Comment(?:ed|s)?|Commentaar|Opm\.?)"
_REMARK = (
    rf"(?m)\[{_SAYS} ?\[{_INITIALS}\][^\[\]\n]*\]"
    rf"|{_SAYS} ?\[{_INITIALS}\] ?:?[^\n]*"
    rf"|\[(?:{_SAYS}|Vraag|Navragen|Red(?:actie)?\.?|Noot (?:van|voor) [^\[\]\n:]*)[^\[\]\n:]*:[^\[\]\n]*\](?![(\[:])"
    rf"|\[[A-Z]{{2,3}}\d{{0,3}}: [^\[\]\n]+\](?![(\[:])"
    rf"|\[{_INITIALS}\](?![(\[:])"
    r"|^(?:Met opmaak|Opgemaakt|Formatted|Verwijderd|Ingevoegd|Deleted|Inserted):[^\n]*"
)
_CHANGE = (
    r"\{(?:\+\+(?P<new>[^{}]*?)\+\+|--(?P<old>[^{}]*?)--|~~(?P<was>[^{}]*?)~>(?P<becomes>[^{}]*?)~~"
    r"|>>(?P<said>[^{}]*?)<<|==(?P<marked>[^{}]*?)==|\+(?P<added>[^{}+]+)\+)\}|\[-(?P<left>[^\[\]\n-]+)-\]"
)
_CHANGES = rf"(?:(?:{re.sub(r'[?]P<[a-z]+>', '?:', _CHANGE)}))+|\{{(?:\+\+|--|~~|>>|==)"
_LEFT = (
    r"(?P<reference>(?:Fout|Error)! [A-Z][^\n.!]*[.!])"
    r"|(?P<field>\{ *(?:PAGE|NUMPAGES|HYPERLINK|REF|TOC|DATE|SEQ|MERGEFIELD|PAGEREF)\b[^{}\n]*\}|_(?:Toc|Ref)\d{5,}"
    r"|\bmso-[\w-]+|\bMsoNormal\b)"
)
_LINE = (
    r"(?P<page>[-–]? ?(?:Pagina|Page|Blz\.?|Bladzijde) ?\d+(?: ?(?:van|of|/) ?\d+)? ?[-–]?)"
    r"|[^\n.…]{3,100}?(?:\.{5,}|…{2,}|(?:\. ){4,})[ \t]*\d{1,4}"
)
LEFT = (
    "Fout! ",
    "Error! ",
    "{",
    "_Toc",
    "_Ref",
    "mso-",
    "MsoN",
    "Pagina ",
    "Page ",
    "Blz",
    "Bladz",
    "....",
    "……",
    ". . ",
)
REVIEWED = (
    "Opm",
    "Met opm",
    "Comm",
    "[",
    "Opgemaakt:",
    "Formatted:",
    "Verwijderd:",
    "Ingevoegd:",
    "eted:",
    "erted:",
    "{",
)
MORE = ("Lees ", "Toon meer", "Read more", "Deel dit", "Terug naar")
_MORE = (
    r"(?:\[|\b)(?:Lees (?:meer|verder|het hele \w+)|Toon meer|Read more|Deel dit (?:bericht|artikel)"
    r"|Terug naar (?:boven|overzicht))\b[ \t]*[.…›»>→]*(?:\]\([^()\n]*\))?(?=[ \t]*(?:$|\n))"
)


def reviews_are_done(text: str) -> Iterator[Slip]:
    """No remark of a colleague is left, and no change that still has to be accepted."""
    for remark in re.finditer(_REMARK, text):
        message = (
            f"Hier staat nog een opmerking uit het nakijken: {quoted(remark[0])}. "
            f"Verwerk haar, en haal haar weg. {without(text, remark.start(), remark.end())}"
        )
        yield slip(remark.start(), remark.end(), "review-mark", message, mend=taken(text, remark.start(), remark.end()))
    for change in re.finditer(_CHANGES, text):
        mend = written(text, *change.span(), re.sub(_CHANGE, _accepted, change[0]).lstrip("{+-~>="))
        line = mended(text, *mend)
        write = f"schrijf {line}" if line else "haal de regel weg"
        message = f"{quoted(change[0])} is een wijziging die nog niet is verwerkt. Neemt u haar over, {write}."
        yield slip(change.start(), change.end(), "review-mark", message, mend=mend)


def _accepted(change: re.Match[str]) -> str:
    return change["new"] or change["becomes"] or change["marked"] or change["added"] or ""


def nothing_of_a_program_is_left(text: str) -> Iterator[Slip]:
    """No page number, list of contents, or message of a word processor stands among the words."""
    for left in re.finditer(_LEFT, text):
        message = f"{quoted(left[0])} is een code van Word. {without(text, left.start(), left.end())}"
        if left["reference"]:
            why = "Word kon hier een verwijzing niet vinden. Schrijf zelf waarnaar u verwijst, in plaats van"
            message = f"{why} {quoted(left[0])}."
        mend = None if left["reference"] else taken(text, left.start(), left.end())
        yield slip(left.start(), left.end(), "word-remnant", message, mend=mend)
    start = 0
    for line in text.split("\n"):
        end = line.rstrip()[-1:]
        found = re.fullmatch(_LINE, line.strip()) if end.isdigit() or end in ("-", "–") else None
        if found:
            what = "een paginanummer" if found["page"] else "een regel uit een inhoudsopgave"
            message = f"{quoted(line.strip())} is {what}; de site heeft die niet. Haal de regel weg."
            first, last = start + len(line) - len(line.lstrip()), start + len(line)
            yield slip(first, last, "word-remnant", message, mend=taken(text, first, last))
        start += len(line) + 1


def nothing_of_a_page_of_the_web_is_left(text: str) -> Iterator[Slip]:
    """No text stops where its page said that there is more."""
    for more in re.finditer(_MORE, text):
        first, last = line_of(text, more.start())
        alone = not text[first : more.start()].strip(" \t-*>[")
        if alone or last - more.end() < 2:
            message = (
                f"{quoted(more[0])} hoort bij een webpagina: de rest van de tekst staat daar nog. Neem de hele tekst "
                f"over, en haal deze woorden weg. {without(text, more.start(), more.end())}"
            )
            yield slip(more.start(), more.end(), "cut-off", message, mend=taken(text, more.start(), more.end()))
