"""The commands of the desk of commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import click

from lrt_site import files, reminder
from lrt_site.cli.console import (
    Day,
    Problems,
    content_option,
    expect_published,
    first_option,
    read_templates,
    speaking_plainly,
)
from lrt_site.export.reminder import pack_files, pdf
from lrt_site.export.reminder.half_years import Pack


@click.command()
@click.option(
    "--date",
    "on",
    type=Day(),
    required=True,
    metavar="JJJJ-MM-DD",
    help="De peildatum: zo stonden de toezeggingen er op die dag voor.",
)
@click.option(
    "--publication",
    metavar="PUBLICATIE",
    help="Zoals bekend met deze publicatie, haar nummer of haar naam; anders de laatste.",
)
@click.option(
    "--ahead",
    is_flag=True,
    help="Reken vooruit, voorbij de dag tot en met welke de bronnen zijn gelezen. Het stuk zegt dat het dat doet.",
)
@click.option("--ministry", metavar="AMBT", help="Alleen dit ambt of dit ministerie; anders alle.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("rappel"),
    show_default=True,
    help="De map voor de bestanden.",
)
@first_option
@content_option
@speaking_plainly
def rappel(
    on: date, publication: str | None, ahead: bool, ministry: str | None, into: Path, first: bool, content: Path
) -> None:
    """Maak per ambt een stuk met de toezeggingen op een peildatum, als PDF en als XLSX.

    Het stuk is van de laatste publicatie, of van die van --publication. Is er nog niets gepubliceerd, en klopt dat? Dan
    maakt '--first' een voorbeeld. Van een peildatum van de site maakt dit precies de stukken die daar staan.
    """
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
