"""What only the preview of a forge makes something of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, mended, slip, taken, without
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted

_EMOJI = (
    r"(?<![\w:]):(?:\+1|-1|smil(?:e|ey)|warning|(?:white|heavy)_check_mark|x|thumbs(?:up|down)|rocket|tada|bulb|question|"
    r"information_source|exclamation|construction|memo|calendar|star|heart|eyes|fire|point_\w+|arrow_\w+|ok|bug|bell):(?!\w)"
)
_PERSON = r"(?<![\w/.@`])@[A-Za-z][\w-]+\b(?![@/]|\.\w)"
"""The name of somebody who uses the forge, to whom it makes a link."""
_FORMULA = r"\$\$[^$\n]+\$\$|(?<![\w$])\$[^\s$](?:[^$\n]*[^\s$])?\$(?![\w$])"
_DRAWN = {"mermaid", "math", "geojson", "topojson", "stl", "plantuml"}


def nothing_is_made_by_a_forge_alone(report: ReportText) -> Iterator[Slip]:
    """No name stands for a picture, and no code becomes a drawing."""
    for found in re.finditer(_EMOJI, report.plain):
        message = (
            f"{quoted(found[0])} wordt op de site geen plaatje. {without(report.text, found.start(), found.end())}"
        )
        yield slip(found.start(), found.end(), "forge-only", message, mend=taken(report.text, *found.span()))
    for found in re.finditer(_FORMULA, report.plain) if "$" in report.plain else ():
        words = found[0].strip("$")
        mend = Mend(found.start(), found.end(), words)
        line = mended(report.text, *mend)
        message = f"{quoted(found[0])} wordt op de site geen formule. Schrijf haar in gewone tekens: {line}."
        yield slip(found.start(), found.end(), "forge-only", message, mend=mend)
    for found in re.finditer(_PERSON, report.plain) if "@" in report.plain else ():
        message = (
            f"{quoted(found[0])} noemt een gebruiker van uw forge; op de site is het geen link. "
            f"{without(report.text, found.start(), found.end())}"
        )
        yield slip(found.start(), found.end(), "forge-only", message, mend=taken(report.text, *found.span()))
    for what, value, start, end in report.tokens:
        if what == "CodeBlock" and value != "Indented" and value["Fenced"].partition(" ")[0] in _DRAWN:
            drawn = value["Fenced"].partition(" ")[0]
            instead = "Schrijf in woorden of in een tabel wat zij toont."
            message = f"Code van {quoted(drawn)} wordt op de site geen tekening. {instead}"
            yield slip(start, end, "forge-only", message)
