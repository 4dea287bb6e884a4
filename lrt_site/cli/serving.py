"""The command that shows the site while an editor writes."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from lrt_site.cli.console import content_option, speaking_plainly, tell_of_others


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="De poort.")
@content_option
@speaking_plainly
def serve(content: Path, port: int) -> None:
    """Toon de site terwijl u schrijft; elke wijziging ververst de pagina."""
    from lrt_site import serve as server
    from lrt_site.cli.desk import Desk

    gc.set_threshold(50_000, 20, 20)  # What a save makes stays until the next one, and then `Desk` lets go of it.
    tell_of_others(content)
    server.serve(Desk(content), port, lambda address: click.echo(f"Open {address} en stop met Ctrl+C.", err=True))
