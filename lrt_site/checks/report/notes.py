"""Footnotes and what refers to them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, mended, slip, without
from lrt_site.checks.spots import Mend
from lrt_site.suggestions import nearest

_REFERENCE = r"\[\^ ?(?P<label>[^\[\]\n]{1,60}?) ?\]"
_WRITTEN = re.compile(r"\[\^ ?(?P<label>[^\[\]\n]{1,60}?) ?\][ \t]*:?[ \t]*(?=\S)")


def notes_are_referred_to(report: ReportText) -> Iterator[Slip]:
    """Each reference leads to a note, and each note has a reference: without one no reader sees it."""
    defined: dict[str, tuple[str, int, int]] = {}
    referred = {value.casefold() for what, value, *_ in report.tokens if what == "FootnoteReference"}
    for what, value, start, end in report.tokens:
        if what == "FootnoteDefinition":
            label = value.casefold()
            if label in defined:
                yield _again(report, value, start, end)
            defined.setdefault(label, (value, start, end))
    unused = {value: (start, end) for label, (value, start, end) in defined.items() if label not in referred}
    yield from _unknown(report, unused)
    for label, (start, end) in unused.items():
        message = (
            f"Deze noot ziet de lezer niet, want nergens in de tekst staat '[^{label}]'. Zet '[^{label}]' achter het "
            "woord waar de noot bij hoort, of haal de noot weg."
        )
        yield slip(start, end, "footnote-unused", message)


def _again(report: ReportText, label: str, start: int, end: int) -> Slip:
    other = f"{label}-2"
    line = mended(report.text, start, start + len(label) + 4, f"[^{other}]:")
    message = (
        f"De noot '[^{label}]' staat er twee keer; de lezer ziet alleen de eerste. "
        f"Geef deze noot een eigen naam, {line}, en zet '[^{other}]' in de tekst."
    )
    return slip(start, end, "footnote-unused", message)


def _unknown(report: ReportText, unused: dict[str, tuple[int, int]]) -> Iterator[Slip]:
    told: set[str] = set()
    found = list(re.finditer(_REFERENCE, report.plain))
    begins = {block.start for block in report.blocks}
    notes = {other["label"]: other for other in reversed(found) if _is_note(report, other.start(), begins)}
    for reference in found:
        label = reference["label"]
        if label.casefold() in told:
            continue
        told.add(label.casefold())
        written = notes.get(label)
        if written:
            yield _without_colon(report, written)
            continue
        near = nearest(label, unused)
        meant = near or (next(iter(unused)) if len(unused) == 1 else None)
        mend: Mend | None = Mend(reference.start(), reference.end(), f"[^{meant}]" if meant else "")
        if meant:
            unused.pop(meant)
            line = mended(report.text, reference.start(), reference.end(), f"[^{meant}]")
            mend, asked = (mend, "") if near else (None, "Hoort die hier? ")
            message = (
                f"Er is geen noot '[^{label}]', wel een noot '[^{meant}]' die nergens staat. {asked}Schrijf {line}."
            )
        else:
            message = (
                f"Er is geen noot '[^{label}]'. Zet haar onderaan de tekst, als '[^{label}]: wat de noot zegt'. Is er "
                f"geen noot? {without(report.text, reference.start(), reference.end())}"
            )
        yield slip(reference.start(), reference.end(), "footnote-unknown", message, mend=mend)


def _is_note(report: ReportText, at: int, begins: set[int]) -> bool:
    """Whether a reference stands where a note begins, with the words of the note behind it."""
    first, _ = line_of(report.text, at)
    return (at in begins or not report.text[first:at].strip()) and bool(_WRITTEN.match(report.text, at))


def _without_colon(report: ReportText, found: re.Match[str]) -> Slip:
    written = _WRITTEN.match(report.text, found.start())
    assert written
    line = mended(report.text, found.start(), written.end(), f"[^{found['label']}]: ")
    message = (
        f"Een noot begint met haar naam en dan meteen een dubbele punt. Schrijf {line}, met een lege regel erboven."
    )
    first, _ = line_of(report.text, found.start())
    above = "" if first != found.start() or report.text[:first].endswith("\n\n") else "\n"
    mend = Mend(found.start(), written.end(), f"{above}[^{found['label']}]: ")
    return slip(found.start(), written.end(), "footnote-unknown", message, mend=mend)
