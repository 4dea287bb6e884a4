"""What builds keep outside the project: throwing it away."""

from __future__ import annotations

import click

from lrt_site import cache_folder
from lrt_site.cache_folder import CacheFolder


def clear() -> None:
    """Throw all of it away, and say how much that was."""
    place = cache_folder.place()
    size = CacheFolder(place).clear()
    megabytes = f"{size / 1e6:.1f}".replace(".", ",")
    click.echo(f"Weggegooid: {megabytes} MB in '{place}'." if size else f"Er was niets bewaard in '{place}'.")
