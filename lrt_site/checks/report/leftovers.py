"""Words that somebody meant to fill in, or to replace by others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, mended, slip, taken, without
from lrt_site.problems import quoted

_ASKED = (
    r"naam|namen|datum|data|bedrag|plaats|nummer|functie|organisatie|titel|tekst|tijd|locatie|link|url|adres|aantal|"
    r"bron|voornaam|achternaam|telefoonnummer|onderwerp|invullen"
)
_WORD = (
    r"(?m)\b(?:TODO|[Tt]odo|FIXME|TBD|tbd|NTB|[Nn]\.t\.b\.|P\.M\.|PM:|[Xx]{2,}(?:[-/][Xx]{2,})*|[Dd]ummytekst"
    r"|[Vv]oorbeeldtekst|[Ll]orem ipsum[^\n]*|dolor sit amet[^\n]*|asdf\w*|Bla ?bla\w*"
    r"|[Dd]{2}-[Mm]{2}-(?:[Jj]{2,4}|[Yy]{2,4}))(?!\w)"
    r"|^(?:CONCEPT|VERTROUWELIJK|(?:DEPARTEMENTAAL|Departementaal) (?:VERTROUWELIJK|vertrouwelijk)|NIET OPENBAAR"
    r"|INTERN GEBRUIK)\b[^\n]{0,40}$|(?:^|(?<=[.:(] ))[Nn]og (?:invullen|in te vullen|aanvullen|navragen|checken)\b"
    r"|\b(?:Klik of tik om [^\n.]*\.|Klik hier als u [^\n.]*\.|Kies een item\.|Click or tap [^\n.]*\.)"
)
WORDS = (
    *("TODO", "odo", "FIXME", "TBD", "tbd", "NTB", ".t.b", "P.M", "PM:", "XX", "xx", "ummyte", "oorbeeldt", "orem ip"),
    *(
        "dolor s",
        "Bla",
        "asdf",
        "dd-",
        "DD-",
        "Klik",
        "Kies een it",
        "Click or",
        "CONCEPT",
        "VERTROUW",
        "artementaal v",
    ),
    *("NIET OPENB", "INTERN G", "og inv", "og in te v", "og aanv", "og navr", "og check"),
)
"""Each word that keeps a place has one of these in it."""
_SIGN = (
    r"\?\?\?+|___+|\.\.\.\.\.+|………+|@@+|\[ ?\?+ ?\]|\( ?\?+ ?\)|\[ ?(?:\.{3}|…) ?\?+ ?\]|€ ?[Xx]\b"
    rf"|<(?i:{_ASKED})(?: [\w ]+)?>|«(?i:{_ASKED}|\w+_\w+)»|\$?\{{\{{? ?[\w. ]{{1,40}} ?\}}?\}}"
    rf"|\[(?i:de |het |een )?(?i:{_ASKED})(?: [\w ]+)?\??\](?![(\[:])"
    r"|\[[^\[\]\n]*\b(?i:invullen|in te vullen|aanvullen|nader te bepalen|volgt nog|volgt|checken|nakijken|nagaan|"
    r"controleren|uitzoeken|toevoegen|opzoeken|PM|p\.m\.|n\.t\.b\.)\.?\](?![(\[:])"
)
SIGNS = ("??", "___", ".....", "…", "@@", "[", "( ?", "(?", "€", "<", "«", "{")
_WHOLE = (
    r"(?i)todo|fixme|tbd|ntb|n\.t\.b\.|p\.m\.|pm:|lorem.*|dolor.*|asdf\w*|bla.*|\?+|@+|(?:klik|kies|click) .*|nog .*"
    r"|concept.*|vertrouwelijk.*|departementaal.*|niet openbaar.*|intern.*"
)
"""What says nothing about what has to come in its place."""
_ALONE = re.compile(r"[ \t]*(?P<sign>PM|P\.?M\.?|p\.m\.|n\.n\.b\.|nnb|ntb|n\.t\.b\.|[Xx]+)[ \t]*")
_CHAPTER = r"(?:\d|\b[Hh]oofdstuk|\b[Bb]egroting|\b[Aa]rtikel|\b[Dd]eel|\b[Bb]ijlage|\b[Tt]itel|\bMMX*) ?$"
"""What stands before a Roman number."""


def no_word_keeps_a_place(text: str) -> Iterator[Slip]:
    """No word says that something has to be filled in."""
    for found in re.finditer(_WORD, text):
        before = text[max(0, found.start() - 20) : found.start()]
        if not re.fullmatch("X+", found[0]) or not re.search(_CHAPTER, before):
            yield left_over(text, found.start(), found.end())


def no_sign_keeps_a_place(text: str) -> Iterator[Slip]:
    """No sign stands where words have to come."""
    for found in re.finditer(_SIGN, text):
        if found[0][0] != "_" or not text[found.start() - 1 : found.start()].isalnum():
            yield left_over(text, found.start(), found.end())


def cells_are_filled(report: ReportText) -> Iterator[Slip]:
    """No cell of a table says only that something has to be filled in."""
    for what, _, start, end in report.tokens:
        words = report.text[start:end].strip(" |") if what == "TableCell" else ""
        if words and is_empty(words):
            at = report.text.index(words, start)
            yield left_over(report.text, at, at + len(words))


def is_empty(text: str) -> bool:
    """Whether a whole text says only that it has to be filled in."""
    return _ALONE.fullmatch(text) is not None


def left_over(text: str, start: int, end: int) -> Slip:
    """Something that stands there still, between two places."""
    found = text[start:end]
    told = f"Hier staat nog {quoted(found)}."
    if re.fullmatch(_WHOLE, found):
        behind = re.compile(r"[ :;,-]*").match(text, end)
        last = behind.end() if behind else end
        message = f"{told} Vul het in, of haal het weg. {without(text, start, last)}"
        return slip(start, end, "left-over", message, mend=taken(text, start, last))
    line = mended(text, start, end, "…") or "'…'"
    return slip(start, end, "left-over", f"{told} Schrijf op die plaats wat er hoort: {line}.")
