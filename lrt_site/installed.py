"""How the program itself was installed, as pip wrote it down (PEP 610), so that a new project can ask for the same."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lrt_site import __version__

Record = Mapping[str, Any]
"""What stands in direct_url.json; nothing where the program came from an index."""
IN_A_FOLDER: Record = {"url": "file:///", "dir_info": {}}
"""Of a program that runs where it is written and was never installed."""

_LOCAL = "file:"
_FROM_A_FILE = """\
# Het programma is geïnstalleerd uit dit bestand. Het hoort in deze map, en in git: zonder dat bestand werkt dit niet.
{fingerprint}./{name}"""
_FROM_A_FOLDER = f"""\
# Het programma is geïnstalleerd uit een map, en die heeft een ander niet. Maak er daarom eerst een wheel van: één
# bestand met het hele programma. Geef in deze map de opdracht hieronder, met de plaats van de map van het programma.
#   pip wheel --no-deps --wheel-dir . MAP-VAN-HET-PROGRAMMA
# Zet het bestand in git. Haal dan het hekje weg voor de volgende regel.
# ./lrt_site-{__version__}-py3-none-any.whl"""


def requirement(record: Record) -> str:
    """What a requirements.txt says to get the same program.

    A hash stands in the address: pip's own option wants one of all that the program needs too.
    """
    if not record:
        return f"lrt-site=={__version__}"
    address, digest = record["url"], _digest(record)
    if archive := local_archive(record):
        fingerprint = f"# De SHA-256 ervan is {digest}.\n" if digest else ""
        return _FROM_A_FILE.format(fingerprint=fingerprint, name=archive.name)
    if address.startswith(_LOCAL):
        return _FROM_A_FOLDER
    if source := record.get("vcs_info"):
        return f"lrt-site @ {source['vcs']}+{address}@{source['commit_id']}"
    return f"lrt-site @ {address}#sha256={digest}" if digest else f"lrt-site @ {address}"


def local_archive(record: Record) -> Path | None:
    """The file on this machine that the program was installed from, if it was."""
    if "archive_info" not in record or not record["url"].startswith(_LOCAL):
        return None
    return Path(url2pathname(urlsplit(record["url"]).path))


def is_archive(record: Record, data: bytes) -> bool:
    """Whether this is what was installed, and not another file that took its place."""
    return _digest(record) in ("", sha256(data).hexdigest())


def _digest(record: Record) -> str:
    """The SHA-256 of the archive, in today's form or the older one; nothing where it is not known."""
    archive = record.get("archive_info", {})
    known = archive.get("hashes", {}).get("sha256") or archive.get("hash", "")
    return str(known).removeprefix("sha256=")
