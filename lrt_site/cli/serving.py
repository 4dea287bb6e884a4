"""The command that shows the site while an editor writes."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from lrt_site import serve as server
from lrt_site.cli.desk import Desk
from lrt_site.cli.reading import tell_of_others


def serve(content: Path, port: int) -> None:
    """Show the site of this content at a port of this machine, until interrupted."""
    gc.set_threshold(50_000, 20, 20)  # What a save makes stays until the next one, and then `Desk` lets go of it.
    tell_of_others(content)
    server.serve(Desk(content), port, lambda address: click.echo(f"Open {address} en stop met Ctrl+C.", err=True))
