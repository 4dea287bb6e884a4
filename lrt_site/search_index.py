"""The index of the search page, made by Pagefind. The only module that runs it.

Of the same documents Pagefind makes the same fragments and the same index, and its filters in whatever order: those
are put in order here, and named after what they then hold, as Pagefind names all its files.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from hashlib import sha1
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2

from lrt_site.problems import LrtSiteError

KEPT = ("pagefind.js", "pagefind-entry.json", "pagefind.nl_", "wasm.nl.", "fragment/", "index/", "filter/")
"""What the search page reads. What else Pagefind makes are search pages of its own."""
_LANGUAGE = "nl"
_FILTERS = 3
"""The place of the filters in what Pagefind says of an index."""
CHUNK = "4000"
"""How much stands in one file of the index: less than Pagefind's 20000, so that a word brings less with it."""
_ENTRY, _HEAD = "pagefind-entry.json", b"pagefind_dcd"
_MISSING = (
    "Het programma Pagefind ontbreekt op deze computer, of werkt er niet. Zonder dat kan niemand op de site zoeken. "
    "Installeer het met: pip install pagefind_bin"
)


def index(documents: Iterable[str]) -> Mapping[str, bytes]:
    """The files of the index of these documents, by path. LrtSiteError where Pagefind is not there or fails."""
    program = _program()
    with TemporaryDirectory() as folder:
        pages, into = Path(folder) / "pages", Path(folder) / "index"
        pages.mkdir()
        for number, document in enumerate(documents):
            (pages / f"{number:06}.html").write_text(document, "utf-8")
        options = ("--site", str(pages), "--output-path", str(into), "--force-language", _LANGUAGE, "--silent")
        given = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": CHUNK}
        try:
            done = subprocess.run(  # noqa: S603 - the program of a package that we name
                [program, *options], env=given, capture_output=True, text=True, check=False
            )
        except OSError as error:
            raise LrtSiteError(_MISSING) from error
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()[-1:]
            raise LrtSiteError(f"De zoekindex kan niet worden gemaakt. Pagefind meldt: {' '.join(said) or 'niets'}")
        made = ((path.relative_to(into).as_posix(), path) for path in sorted(into.rglob("*")) if path.is_file())
        return _in_order({name: path.read_bytes() for name, path in made if name.startswith(KEPT)})


def _program() -> Path:
    """The program as its package has it. LrtSiteError where that is not installed."""
    found = find_spec("pagefind_bin")
    if found is None or not found.submodule_search_locations:
        raise LrtSiteError(_MISSING)
    return Path(found.submodule_search_locations[0]) / "pagefind"


def _in_order(made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The same index with its filters by name, and in each its values by name."""
    entry = json.loads(made[_ENTRY])
    (language,) = entry["languages"].values()
    former = f"pagefind.{language['hash']}.pf_meta"
    told = _read(made[former])
    kept = {path: data for path, data in made.items() if path not in (_ENTRY, former) and "filter/" not in path}
    for of_filter in told[_FILTERS]:
        name, values = _read(made[f"filter/{of_filter[1]}.pf_filter"])
        data = _packed([name, sorted(values)])
        of_filter[1] = f"{_LANGUAGE}_{_named(data)[:7]}"
        kept[f"filter/{of_filter[1]}.pf_filter"] = data
    told[_FILTERS].sort()
    data = _packed(told)
    language["hash"] = f"{_LANGUAGE}_{_named(data)[:10]}"
    kept[f"pagefind.{language['hash']}.pf_meta"] = data
    kept[_ENTRY] = json.dumps(entry, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def _read(data: bytes) -> list[Any]:
    """What a file of Pagefind holds."""
    read: list[Any] = cbor2.loads(gzip.decompress(data).removeprefix(_HEAD))
    return read


def _packed(told: list[Any]) -> bytes:
    return gzip.compress(_HEAD + cbor2.dumps(told), mtime=0)


def _named(data: bytes) -> str:
    """The name that Pagefind gives a file: after what it holds."""
    return sha1(gzip.decompress(data).removeprefix(_HEAD), usedforsecurity=False).hexdigest()
