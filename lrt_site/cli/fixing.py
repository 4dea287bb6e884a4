"""What a check can mend by itself, and what its codes mean."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

import click

from lrt_site import files
from lrt_site.cli.checked import Checked
from lrt_site.cli.console import agreed
from lrt_site.document import text_of
from lrt_site.problems import CODES, HINTS, MILD, LrtSiteError, Problem
from lrt_site.suggestions import like

_LETTERS = ("a-c", "d-g", "h-l", "m-r", "s-t", "u-z")
"""The letters of codes that share a page of the handbook."""


def fix(found: Checked, *, write: bool) -> None:
    """Show how corrections change the files that change only in form, and write them: at once, or when asked."""
    if found.is_typed:
        raise LrtSiteError("Met '-' kan '--fix' niet: de tekst staat dan niet in een bestand.")
    mended = {}
    for name, text in found.texts.items():
        right = fixed(text, (problem for problem in found.told if problem.file == found.root / name))
        if right != text:
            mended[name] = right
            lines = unified_diff(
                text.splitlines(), right.splitlines(), f"{found.root / name}", "zo wordt het", "", "", 1, ""
            )
            click.echo("\n".join(lines))
    if not mended:
        click.echo("Niets kan vanzelf worden hersteld.")
    elif write or agreed("Dit opslaan?"):
        files.rewrite(found.folder, {name: _as_saved(found, name, text) for name, text in mended.items()}, ())
        click.echo(f"Opgeslagen: {', '.join(sorted(mended))}.")


def _as_saved(found: Checked, name: str, text: str) -> bytes:
    """The bytes of a file with another text: its ends of lines, and the sign at its start, stay as they were."""
    before = (found.folder / name).read_bytes()
    if text_of(before) != found.texts[name]:
        raise LrtSiteError(f"'{found.root / name}' is intussen veranderd. Er is niets opgeslagen. Probeer het opnieuw.")
    codec = "utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8"
    return (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode(codec, "surrogateescape")


def fixed(text: str, problems: Iterable[Problem]) -> str:
    """A text with all its safe corrections; of two that meet the last one."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    safe = [problem.correction for problem in problems if problem.correction and problem.correction.is_safe]
    limit = len(text)
    for correction in sorted(safe, key=lambda correction: correction.span, reverse=True):
        span = correction.span
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        if end <= limit:
            text = text[:start] + correction.text + text[end:]
            limit = start
    return text


def explained(code: str) -> str:
    """What a code means, what to do, and where the handbook tells more."""
    if code not in CODES:
        raise LrtSiteError(f"De code '{code}' bestaat niet.{like(code, CODES)}")
    weight = "Zij houdt publiceren niet tegen." if code in MILD | HINTS else "Los haar op voordat u publiceert."
    return f"{CODES[code]}\n{weight}\nEen voorbeeld staat in het handboek: {page_of(code)}/#{code}"


def page_of(code: str) -> str:
    """The page of the handbook with a code: there is one for some letters at a time."""
    return f"redactie/foutcodes-{next(letters for letters in _LETTERS if code[0] <= letters[-1])}"
