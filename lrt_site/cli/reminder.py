"""The commands of the desk of commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import click

from lrt_site import files, reminder
from lrt_site.cli.console import Problems
from lrt_site.cli.reading import expect_published, read_templates
from lrt_site.export.reminder import pack_files, pdf
from lrt_site.export.reminder.half_years import Pack


def rappel(
    on: date, publication: str | None, ahead: bool, ministry: str | None, into: Path, first: bool, content: Path
) -> None:
    """Write a PDF and an XLSX for every office, with the commitments on a day."""
    templates, _ = read_templates(content)
    texts, unread = files.read_content(content)
    root = PurePosixPath(content.as_posix())
    stored = files.read_ledger(content)
    expect_published(content, stored, first=first)
    packs, found = reminder.packs(texts, stored, root, on, ministry, publication=publication, ahead=ahead)
    found = found or (unread if any(pack.edition.number is None for pack in packs) else ())
    if found:
        raise Problems(found, "Er is geen stuk gemaakt.")
    documents = {
        f"{pack.on.text}-{PurePosixPath(address).name}": data
        for pack in packs
        for address, data in pack_files.documents(pack, templates[pdf.TEMPLATE])
    }
    files.replace_ours(into, documents, is_ours=lambda _: False)  # Somebody may have written in what we made.
    click.echo("\n".join(str(into / name) for name in documents))
    click.echo("\n".join(filter(None, (packs[0].words.warning, f"{len(documents)} bestanden, {_made_of(packs)}"))))


def _made_of(packs: Sequence[Pack]) -> str:
    numbers = sorted({pack.edition.number for pack in packs if pack.edition.number is not None})
    if not numbers:
        return "gemaakt van inhoud die niet is gepubliceerd: dit is een voorbeeld."
    kept = " Zo staan zij ook op de site." if packs[0].edition.on_site else ""
    return f"gemaakt van publicatie {' en '.join(map(str, numbers))}.{kept}"
