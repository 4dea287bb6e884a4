"""What builds keep outside the project: throwing it away."""

from __future__ import annotations

import click

from lrt_site import cache_folder
from lrt_site.cache_folder import CacheFolder
from lrt_site.cli.console import speaking_plainly


@click.group()
def cache() -> None:
    """Beheer wat een build bewaart om de volgende sneller te maken."""


@cache.command()
@speaking_plainly
def clear() -> None:
    """Gooi alles weg wat is bewaard. De volgende build maakt het opnieuw."""
    place = cache_folder.place()
    size = CacheFolder(place).clear()
    click.echo(f"Weggegooid: {_megabytes(size)} MB in '{place}'." if size else f"Er was niets bewaard in '{place}'.")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}".replace(".", ",")
