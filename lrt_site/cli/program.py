"""The commands, with their options: each reads, calls one pure function, prints and chooses the exit code.

Exit codes: 0 all is well, 1 there are problems in what editors write, 2 wrong use.

A command loads what it needs when it is given: the module that does the work is imported inside it.
"""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import click

from lrt_site.builtin import LICENCES
from lrt_site.cli import writing
from lrt_site.cli.console import (
    Day,
    content_option,
    first_option,
    refuse_half_signed,
    signing_options,
    speaking_plainly,
)
from lrt_site.cli.frames import STYLES
from lrt_site.cli.usage import Program
from lrt_site.problems import LrtSiteError


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lrt-site", message="%(version)s", help="Zeg welke versie dit is.")
def main() -> None:
    """Maak van records in git een openbare site."""
    gc.set_threshold(50_000, 100, 10_000)  # Only templates leave cycles behind, and those are found young.


@main.command()
@content_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="De map voor de site.",
)
@click.option(
    "--as-of",
    type=Day(),
    metavar="JJJJ-MM-DD",
    help="De dag waarop de site spreekt; anders de dag waarop de bronnen zijn gecontroleerd.",
)
@click.option("--handbook/--no-handbook", default=True, help="Bouw ook het handboek.")
@click.option("--preview", is_flag=True, help="Toon de inhoud van nu, ook wat nog niet is gepubliceerd.")
@first_option
@click.option("--no-cache", is_flag=True, help="Maak alles opnieuw, ook wat niet veranderd kan zijn.")
@speaking_plainly
def build(
    content: Path, site_dir: Path, as_of: date | None, handbook: bool, preview: bool, first: bool, no_cache: bool
) -> None:
    """Bouw de hele site, met gegevens en handboek, zoals zij het laatst is gepubliceerd."""
    from lrt_site import site_folder
    from lrt_site.cli.building import build_into
    from lrt_site.cli.site import refuse_older, sources_by_name

    with site_folder.replacing(site_dir, sources_by_name(content)) as fresh:
        refuse_older(site_dir, content)
        made = build_into(
            fresh, content, as_of, with_handbook=handbook, preview=preview, first=first, cached=not no_cache
        )
    click.echo(f"{made.records} records, {made.pages} pagina's in '{site_dir}'.")
    shown = f"Gepubliceerd: {made.publication}." if made.publication else "Dit is een voorbeeld, niet gepubliceerd."
    click.echo(shown)
    if made.warning:
        click.echo(made.warning, err=True)
    if made.waiting:
        click.echo(f"Op publicatie {'wacht' if len(made.waiting) == 1 else 'wachten'} ({len(made.waiting)}):")
        click.echo("".join(f"  {line}\n" for line in made.waiting), nl=False)


@main.command()
@content_option
@click.argument("named", metavar="[MAP | BESTAND… | -]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--file", "place", type=click.Path(path_type=Path), help="Bij '-': het bestand dat u zo gaat bewaren.")
@click.option("--format", "style", type=click.Choice(sorted(STYLES)), default="text", help="De vorm.")
@click.option("--language", "plainly", is_flag=True, help="Noem ook wat in verslagen moeilijk leest.")
@click.option("--fix", is_flag=True, help="Herstel wat alleen anders geschreven moet worden; u ziet het eerst.")
@click.option("--yes", is_flag=True, help="Bij '--fix': sla het op zonder te vragen.")
@speaking_plainly
def check(
    content: Path, named: tuple[Path, ...], place: Path | None, style: str, plainly: bool, fix: bool, yes: bool
) -> None:
    """Controleer alle inhoud en alles wat is gepubliceerd, en noem alle problemen.

    MAP is de map met de inhoud, als dat een andere is dan die van --content. Met BESTAND hoort u alleen wat er in die
    bestanden fout is. Met - komt de tekst van één bestand van de invoer: zo controleert een tekstverwerker wat nog niet
    is bewaard.
    """
    from lrt_site.cli import checked, fixing

    found = checked.found_in(content, named, place)
    if fix:
        fixing.fix(found, write=yes)
        found = checked.found_in(content, named, place)
    raise SystemExit(checked.check(found, style, plainly=plainly))


@main.command()
@content_option
@speaking_plainly
def lsp(content: Path) -> None:
    """Help in een tekstverwerker: meldingen, herstel, velden en kenmerken (Language Server Protocol)."""
    from lrt_site.cli.language import server

    server(content).start_io()


@main.command()
@click.argument("code")
@speaking_plainly
def explain(code: str) -> None:
    """Zeg wat de code van een melding betekent en wat u eraan doet."""
    from lrt_site.cli import fixing

    click.echo(fixing.explained(code))


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="De poort.")
@content_option
@speaking_plainly
def serve(content: Path, port: int) -> None:
    """Toon de site terwijl u schrijft; elke wijziging ververst de pagina."""
    from lrt_site.cli import serving

    serving.serve(content, port)


date_option = click.option(
    "--date",
    "on",
    type=Day(),
    metavar="JJJJ-MM-DD",
    help="De dag van de publicatie; anders vandaag.",
)


@main.command()
@content_option
@click.option("--draft", is_flag=True, help="Schrijf alleen het concept, om aan te vullen en te laten lezen.")
@date_option
@signing_options
@click.option("--redo", metavar="NAAM", help="Maak van een publicatie die nog niet op de site staat, weer een concept.")
@click.option("--keep", metavar="HASH", help="Bij '--redo', als twee publicaties één naam hebben: die moet blijven.")
@speaking_plainly
def publish(
    content: Path,
    draft: bool,
    on: date | None,
    sign: Path | None,
    signer: str | None,
    redo: str | None,
    keep: str | None,
) -> None:
    """Publiceer wat er in de inhoud is veranderd, met een toelichting voor de lezer.

    Eerst met --draft: dat schrijft het concept. Daarna zonder: dat legt de publicatie vast.
    """
    from lrt_site.cli import publishing

    refuse_half_signed(sign, signer)
    if redo is None and keep is not None:
        raise LrtSiteError("'--keep' hoort bij '--redo'.")
    if redo is not None and (draft or on or sign):
        raise LrtSiteError("Geef bij '--redo' verder alleen '--keep' op: daarna vult u het concept aan.")
    if redo is not None:
        publishing.redo(content, redo, keep)
    else:
        publishing.publish(content, on, sign, signer, draft=draft)


@main.command()
@content_option
@click.argument("first", metavar="[PUBLICATIE", required=False)
@click.argument("second", metavar="[PUBLICATIE]]", required=False)
@click.option("--against", metavar="VERSIE", help="Vergelijk met een tak of een commit van git, zoals 'main'.")
@click.option("--format", "style", type=click.Choice(["text", "markdown", "html"]), default="text", help="De vorm.")
@click.option("--preview-url", "preview", metavar="ADRES", help="Waar het voorbeeld van de site staat, voor de links.")
@speaking_plainly
def diff(
    content: Path, first: str | None, second: str | None, against: str | None, style: str, preview: str | None
) -> None:
    """Zeg wat er veranderde tussen twee publicaties, of sinds de laatste.

    Met --against: wat er op uw tak veranderde. Als markdown of html is het voor een collega die de wijziging naleest:
    alles wat nieuw is staat er helemaal in, met de problemen erbij.
    """
    from lrt_site.cli import reviewing

    reviewing.diff(content, (first, second), against, style, preview)


@main.command()
@content_option
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="De map voor de schema's; anders docs/schema, en met '--ids' .vscode/schema.",
)
@click.option("--ids", "with_ids", is_flag=True, help="Voor een tekstverwerker: met alle kenmerken van nu.")
@speaking_plainly
def schema(content: Path, into: Path | None, with_ids: bool) -> None:
    """Schrijf de JSON Schema's van wat redacteuren schrijven en van wat wij publiceren.

    Met --ids alleen die van wat redacteuren schrijven. Een tekstverwerker vult daarmee velden en kenmerken aan. Komen
    er kenmerken bij? Geef het commando dan opnieuw.
    """
    from lrt_site.cli import schemas

    schemas.write_with_ids(content, into) if with_ids else schemas.write(into)


@main.command()
@content_option
@click.argument("record", metavar="KENMERK", required=False)
@click.option("--words", multiple=True, metavar="TEKST", help="De woorden, overal; zonder: alle tekst van het record.")
@click.option("--ground", metavar="TEKST", help="Op welke grond: de lezer krijgt dit te zien.")
@click.option("--decision", metavar="TEKST", help="Door welk besluit: de lezer krijgt dit te zien.")
@click.option("--date", "on", type=Day(), metavar="JJJJ-MM-DD", help="De dag; anders vandaag.")
@click.option("--resume", is_flag=True, help="Maak af wat is afgebroken, of voeg twee takken samen.")
@click.option("--repeat", metavar="NAAM", help="Trek opnieuw in wat deze intrekking wegnam en misschien terugkwam.")
@click.option("--gone", is_flag=True, help="Bij '--repeat': de woorden zijn goed geschreven, en staan nergens meer.")
@signing_options
@speaking_plainly
def withdraw(
    content: Path,
    record: str | None,
    words: tuple[str, ...],
    ground: str | None,
    decision: str | None,
    on: date | None,
    resume: bool,
    repeat: str | None,
    gone: bool,
    sign: Path | None,
    signer: str | None,
) -> None:
    """Trek woorden in die al zijn gepubliceerd, uit alle versies van alle records.

    KENMERK is het record waar de intrekking over gaat.
    """
    from lrt_site.cli import custody

    custody.withdraw(content, record, words, ground, decision, on, resume, repeat, gone, sign, signer)


@main.command()
@content_option
@click.argument("site", metavar="[MAP]", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--known", metavar="HASH", help="Een hash uit een verwijzing, of een bestand met een anker: klopt die?")
@click.option("--rebuild", is_flag=True, help="Bouw de site van MAP opnieuw, en vergelijk elk bestand.")
@click.option("--as-of", type=Day(), metavar="JJJJ-MM-DD", help="Bij '--rebuild': de dag waarop de site spreekt.")
@speaking_plainly
def verify(content: Path, site: Path | None, known: str | None, rebuild: bool, as_of: date | None) -> None:
    """Controleer of alles wat is gepubliceerd, nog is zoals het was.

    MAP is een site, zelf gebouwd of gedownload: dan wordt ook die gecontroleerd. Een map met inhoud is dan niet nodig.
    """
    from lrt_site.cli import custody

    custody.verify(content, site, known, rebuild, as_of)


@main.command()
@content_option
@speaking_plainly
def anchor(content: Path) -> None:
    """Toon de nieuwste hash, om elders te bewaren: op papier, in een bericht of in een andere verzameling.

    Wie dat bewaart, kan later met lrt-site verify --known BESTAND zien dat er niets is veranderd.
    """
    from lrt_site.cli import custody

    custody.anchor(content)


@main.command()
@content_option
@click.argument("signers", metavar="LIJST", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@signing_options
@speaking_plainly
def handover(content: Path, signers: Path, sign: Path | None, signer: str | None) -> None:
    """Draag het tekenen over aan een nieuwe lijst van wie mag tekenen, in de vorm van 'allowed_signers'.

    Teken met een sleutel van de lijst die nu geldt.
    """
    from lrt_site.cli import custody

    custody.handover(content, signers, sign, signer)


@main.command()
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
    from lrt_site.cli import reminder

    reminder.rappel(on, publication, ahead, ministry, into, first, content)


@main.command()
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--name", help="Hoe de tafel heet.")
@click.option("--publisher", help="Wie de site uitgeeft.")
@click.option("--address", help="Het webadres waarop de site komt te staan.")
@click.option("--authority", help="Het domein waarmee de namen in feeds en agenda's beginnen.")
@click.option("--report-error", help="Waar een lezer een fout meldt: een e-mailadres of een webadres.")
@click.option("--licence", help=f"De licentie van de gegevens, zoals {' of '.join(LICENCES)}.")
@click.option("--example", is_flag=True, help="Neem een verzonnen tafel waarin alles voorkomt, en stel geen vragen.")
@speaking_plainly
def init(folder: Path, example: bool, **given: str | None) -> None:
    """Maak een nieuwe map met alles voor een eigen site.

    Wat u niet als optie opgeeft, wordt gevraagd.
    """
    from lrt_site.cli import init as making

    making.init(folder, given, example=example)


@main.command("import-csv")
@content_option
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--write", is_flag=True, help="Schrijf het resultaat; anders ziet u alleen wat er zou veranderen.")
@speaking_plainly
def import_csv(content: Path, file: Path, write: bool) -> None:
    """Zet een CSV-bestand uit Excel om naar een bestand met cijfers.

    Puntkomma's en tabs worden komma's, en datums, getallen en kopjes krijgen de goede vorm. U ziet eerst het verschil.
    """
    from lrt_site.cli import importing

    raise SystemExit(0 if importing.import_csv(content, file, write=write) else 1)


@main.group(cls=Program)
def cache() -> None:
    """Beheer wat een build bewaart om de volgende sneller te maken."""


@cache.command()
@speaking_plainly
def clear() -> None:
    """Gooi alles weg wat is bewaard. De volgende build maakt het opnieuw."""
    from lrt_site.cli import cache as keeping

    keeping.clear()


writing.register(main)
