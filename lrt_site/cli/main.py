"""The commands: each reads, calls one pure function, prints and chooses the exit code.

Exit codes: 0 all is well, 1 there are problems in what editors write, 2 wrong use.
"""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click

from lrt_site import builtin, custody, files, pipeline, problems, publishing, site_folder
from lrt_site.cli import custody as custody_commands
from lrt_site.cli import init, reminder
from lrt_site.cli.building import Handbook, build_into, built, refuse_older, sources_by_name
from lrt_site.cli.console import (
    Day,
    Problems,
    content_option,
    first_option,
    nothing_found,
    problems_of,
    read_all,
    read_templates,
    refuse_half_signed,
    signing_options,
    speaking_plainly,
    template_problems,
    today,
)
from lrt_site.cli.custody import signed
from lrt_site.ledger import stored
from lrt_site.ledger.naming import publications_in
from lrt_site.model.publications import DRAFT, LEDGER
from lrt_site.problems import BrokenTemplateError, LrtSiteError, UnfitError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lrt-site", message="%(version)s")
def main() -> None:
    """Maak van records in git een openbare site."""


for command in (
    init.init,
    reminder.rappel,
    custody_commands.withdraw,
    custody_commands.verify,
    custody_commands.anchor,
    custody_commands.handover,
):
    main.add_command(command)


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
@speaking_plainly
def build(content: Path, site_dir: Path, as_of: date | None, handbook: bool, preview: bool, first: bool) -> None:
    """Bouw de hele site, met gegevens en handboek, zoals zij het laatst is gepubliceerd."""
    with site_folder.replacing(site_dir, sources_by_name(content)) as fresh:
        refuse_older(site_dir, content)
        made = build_into(fresh, content, as_of, with_handbook=handbook, preview=preview, first=first)
    click.echo(f"{made.records} records, {made.pages} pagina's in '{site_dir}'.")
    shown = f"Gepubliceerd: {made.publication}." if made.publication else "Dit is een voorbeeld, niet gepubliceerd."
    click.echo(shown)
    if made.waiting:
        click.echo(f"Op publicatie {'wacht' if len(made.waiting) == 1 else 'wachten'} ({len(made.waiting)}):")
        click.echo("".join(f"  {line}\n" for line in made.waiting), nl=False)


@main.command()
@content_option
@click.argument("folder", metavar="[MAP]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "style", type=click.Choice(sorted(problems.STYLES)), default="text", help="De vorm.")
@speaking_plainly
def check(content: Path, folder: Path | None, style: str) -> None:
    """Controleer alle inhoud en alles wat is gepubliceerd, en noem alle problemen.

    MAP is de map met de inhoud, als dat een andere is dan die van --content.
    """
    folder = folder or content
    root = PurePosixPath(folder.as_posix())
    texts, own, unread = read_all(folder)
    history, faulty = custody.read(own, root / LEDGER)
    in_content = publishing.check(texts, own, history, root, unread)
    found = tuple(sorted({*faulty, *in_content, *template_problems(folder)}))
    click.echo(problems.STYLES[style](found), nl=False)
    if style == "text":
        click.echo(problems.counted(found), err=True)
        click.echo(custody.reminder(pipeline.read(texts), history) if history.withdrawals else "", nl=False, err=True)
        if not (found or publications_in(own)):
            click.echo(nothing_found(folder), err=True)
    raise SystemExit(1 if found else 0)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="De poort.")
@content_option
@speaking_plainly
def serve(content: Path, port: int) -> None:
    """Toon de site terwijl u schrijft; elke wijziging ververst de pagina."""
    from lrt_site import serve as server

    with TemporaryDirectory() as folder:
        handbook = Handbook(Path(folder) / "handboek")

        def rebuild(changed: frozenset[Path]) -> server.Preview:
            wrong = handbook.rebuilt(changed)
            try:
                made, found = built(content, None, handbook.addresses(), preview=True)
            except (BrokenTemplateError, UnfitError) as error:
                made, found = None, problems_of(error)
            found = found or wrong
            if found or made is None:
                click.echo(problems.as_text(found), nl=False, err=True)
                return server.Preview({}, problems.as_text(found))
            click.echo(f"{made.pages} pagina's.", err=True)
            return server.Preview({**made.files, **handbook.files()})

        click.echo(f"Open http://127.0.0.1:{port}/ en stop met Ctrl+C.", err=True)
        server.serve(rebuild, (content, *builtin.template_folders(), *handbook.watched), port)


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
    refuse_half_signed(sign, signer)
    if redo is None and keep is not None:
        raise LrtSiteError("'--keep' hoort bij '--redo'.")
    if redo is not None and (draft or on or sign):
        raise LrtSiteError("Geef bij '--redo' verder alleen '--keep' op: daarna vult u het concept aan.")
    with files.locked(content) as folder:
        if redo is not None:
            _redo(content, folder, redo, keep)
            return
        ready = _desk(content, "Er is niets gepubliceerd.")
        if ready.settled:
            (folder / DRAFT).unlink()
        if draft:
            _write_draft(ready, folder, on)
        else:
            _seal(content, ready, folder, on, sign, signer)


@main.command()
@content_option
@click.argument("first", metavar="[PUBLICATIE", required=False)
@click.argument("second", metavar="[PUBLICATIE]]", required=False)
@speaking_plainly
def diff(content: Path, first: str | None, second: str | None) -> None:
    """Zeg wat er veranderde tussen twee publicaties, of sinds de laatste."""
    outcome = "Er is niets vergeleken."
    ready = _desk(content, outcome)
    if ready.faulty or (ready.problems and not second):
        raise Problems(ready.problems, outcome)
    if not ready.history.publications:
        raise LrtSiteError(f"{nothing_found(content)} Is er nog niets gepubliceerd? Dan valt er niets te vergelijken.")
    lines = publishing.difference(ready.history, ready.register, first, second)
    click.echo("".join(f"{line}\n" for line in lines) or "Er is geen verschil.\n", nl=False)


@main.command()
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/schema"),
    show_default=True,
    help="De map voor de schema's.",
)
@speaking_plainly
def schema(into: Path) -> None:
    """Schrijf de JSON Schema's van wat redacteuren schrijven en van wat wij publiceren."""
    made = {name: text.encode() for name, text in pipeline.schemas().items()}
    files.replace_ours(into, made, is_ours=lambda old: b'"$schema"' in old)
    click.echo(f"{len(made)} schema's in '{into}'.")


def _redo(content: Path, folder: Path, name: str, keep: str | None) -> None:
    texts, own, unread = read_all(content)
    if unread:
        raise Problems(unread, "Er is niets veranderd.")
    redoing = publishing.redone(texts, own, PurePosixPath(content.as_posix()), name, keep, today())
    files.replace_text(folder / DRAFT, redoing.draft)
    for path in redoing.folders:
        if path.written:
            files.rewrite(folder, path.written, path.deleted)
        else:
            files.remove_folder(folder, path.name)
    click.echo(f"Publicatie '{name}' is weer een concept, met wat u erbij schreef: '{folder / DRAFT}'.")
    click.echo("".join(f"{remark}\n" for remark in redoing.remarks), nl=False)
    ready = _desk(content, "Er is geen concept gemaakt.")
    if ready.problems:
        raise Problems(ready.problems, "Los dit eerst op. Voer daarna uit: lrt-site publish --draft")
    if ready.waits:
        _write_draft(ready, folder, None)
    else:
        click.echo(_nothing_waits(ready))


def _desk(content: Path, outcome: str) -> publishing.ComingPublication:
    texts, published, unread = read_all(content)
    if unread:
        raise Problems(unread, outcome)
    return publishing.coming_publication(texts, published, PurePosixPath(content.as_posix()))


def _nothing_waits(ready: publishing.ComingPublication) -> str:
    said = "Er is niets om te publiceren: de inhoud is gelijk aan de laatste publicatie."
    if not ready.typed:
        return said
    return f"{said} Het concept zegt iets over wat al is gepubliceerd. Verwijder het als u die woorden niet nodig hebt."


def _write_draft(ready: publishing.ComingPublication, folder: Path, on: date | None) -> None:
    if ready.problems:
        raise Problems(ready.problems, "Er is geen concept gemaakt.")
    if not ready.waits:
        raise LrtSiteError(_nothing_waits(ready))
    if ready.draft_loses:
        raise Problems(ready.draft_problems, "Het concept is niet opnieuw gemaakt, want dan ging uw tekst verloren.")
    text = publishing.drafted(ready, on, today())
    _tell_first(ready, folder)
    files.replace_text(folder / DRAFT, text)
    click.echo(f"Concept met {publishing.counted(ready.changes)} in '{folder / DRAFT}'.")
    click.echo("".join(f"{line}\n" for line in publishing.told_of_draft(ready)), nl=False)
    click.echo(custody.reminder(ready.register.records, ready.history), nl=False)


def _seal(
    content: Path,
    ready: publishing.ComingPublication,
    folder: Path,
    on: date | None,
    key: Path | None,
    signer: str | None,
) -> None:
    texts = files.read_ledger(content)
    if not ready.problems and not ready.waits:
        raise LrtSiteError(_nothing_waits(ready))
    if not ready.problems and DRAFT not in texts:
        raise LrtSiteError("Er is nog geen concept. Voer eerst uit: lrt-site publish --draft")
    publication, made, found = publishing.published(
        ready,
        texts,
        on=on,
        today=today(),
        salt=lambda: secrets.token_hex(16),
        signer=signer,
        templates=read_templates(content)[0],
    )
    if publication is None:
        raise Problems(found, "Er is niets gepubliceerd.")
    _tell_first(ready, folder)
    files.add_folder(
        folder, publication.name, made, signed(stored.ENTRY, key, signer, texts, publication.sealed or publication.date)
    )
    (folder / DRAFT).unlink()
    click.echo(f"Publicatie {publication.number} ({publication.name}): {publishing.counted(publication.changes)}.")
    click.echo(f"SHA-256 {publication.hash}")


def _tell_first(ready: publishing.ComingPublication, folder: Path) -> None:
    if not ready.history.publications:
        click.echo(nothing_found(folder.parent), err=True)
