"""What is audited: of every kind a rich page of the real site and of the fictitious one, and the handbook."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lrt_site import urls
from tests.tools.kinds import rich_pages
from tests.tools.sites import built_once

CONTENTS = {"real": "content", "fictief": "examples/fictief"}

KEPT = re.compile(r"/publicaties/[^/]+/stand/")


@dataclass(frozen=True, slots=True)
class Subject:
    """A page that stands for its kind."""

    name: str
    """The name of its site."""
    site: Path
    kind: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} {self.kind} `{self.address}`"

    @property
    def file(self) -> Path:
        return self.site / urls.file_of(self.address)


def sites(folder: Path) -> dict[str, Path]:
    """Both sites, built in a folder if they are not there."""
    return {name: built_once(Path(content), folder / name) for name, content in CONTENTS.items()}


def subjects(folder: Path) -> Iterator[Subject]:
    """A rich page of now of every kind of each site, one that is kept, and four of the handbook, the same in both."""
    for name, site in sites(folder).items():
        rich = {
            kind.removesuffix(".html.jinja"): address for kind, (_, address) in rich_pages(site, CONTENTS[name]).items()
        }
        for kind, address in sorted(rich.items()):
            yield Subject(name, site, kind, _of_now(site, address))
        yield from (Subject(name, site, "kept", one) for one in sorted(rich.values()) if KEPT.match(one))
    handbook = sorted((sites(folder)["real"] / urls.HANDBOOK.strip("/")).glob("**/index.html"))[::12][:4]
    for file in handbook:
        yield Subject("real", folder / "real", "handbook", f"/{file.parent.relative_to(folder / 'real')}/")


def _of_now(site: Path, address: str) -> str:
    """The living page of which this is a kept edition."""
    living = KEPT.sub("/", address)
    return living if (site / urls.file_of(living)).is_file() else address
