"""What commands read: content, the ledger beside it, and templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import click

from lrt_site import builtin, files
from lrt_site.ledger.naming import publications_in, withdrawals_in
from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError, Problem, UnfitError


def read_all(content: Path) -> tuple[Mapping[str, str], Mapping[str, bytes], tuple[Problem, ...]]:
    """The texts and the ledger of a content tree, and all that cannot be read; then the ledger may seem empty."""
    texts, unread = files.read_content(content)
    try:
        return texts, files.read_ledger(content), unread
    except UnfitError as unfit:
        return texts, {}, tuple(sorted({*unread, *unfit.problems}))


def read_templates(content: Path) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """The templates by name, and the static files by path. UnfitError where those of the project cannot be used."""
    _tell_of_others(content)
    ours, *own = builtin.template_folders()
    templates, static = files.read_templates(ours, *own)
    for folder in own:
        from lrt_site import templating

        named = frozenset(name for name in templates if (folder / name).is_file())
        found = templating.problems_in(templates, named, PurePosixPath(folder))
        if found:
            raise UnfitError(found)
    return templates, static


def template_problems(content: Path) -> tuple[Problem, ...]:
    """What keeps the project's own templates from being used."""
    try:
        read_templates(content)
    except UnfitError as unfit:
        return unfit.problems
    return ()


def _tell_of_others(content: Path) -> None:
    """Say which templates and which handbook stand beside the content, where the command does not look for them."""
    beside = content.absolute().parent
    names = [builtin.PROJECT_TEMPLATES.name, builtin.PROJECT_HANDBOOK.name]
    passed = [f"'{name}'" for name in names if (beside / name).exists() and not Path(name).exists()]
    if passed:
        stand = "staat" if len(passed) == 1 else "staan"
        found = f"Let op: naast '{content}' {stand} {' en '.join(passed)}, en dat doet nu niet mee."
        click.echo(f"{found} Voer het commando uit in de map waar dat staat.", err=True)


def nothing_found(content: Path) -> str:
    """That there is no publication, and what that can mean."""
    return (
        f"In '{content / LEDGER}' is geen publicatie gevonden. Is er al gepubliceerd? Dan is het register zoek: "
        "zet die map terug uit git."
    )


def expect_published(content: Path, ledger: Mapping[str, bytes], *, first: bool) -> None:
    """Stop where nothing seems to be published, unless that is so; and where that is said and is not so."""
    published = publications_in(ledger)
    if not published and not first:
        raise LrtSiteError(
            f"{nothing_found(content)} Is er nog nooit gepubliceerd? Geef dan ook '--first': u krijgt een voorbeeld."
        )
    if first and (published or withdrawals_in(ledger)):
        raise LrtSiteError(
            "Er is al gepubliceerd. Laat '--first' weg: dat is alleen voor de eerste keer. Haal het ook weg uit het "
            "bestand dat de site automatisch bouwt."
        )
