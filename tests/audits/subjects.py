"""What is audited: of every kind a rich page of the real site and of the fictitious one, and the handbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lrt_site import urls
from tests.tools.kinds import rich_pages
from tests.tools.sites import built_once

CONTENTS = {"real": "content", "fictief": "examples/fictief"}


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
    """A rich page of every kind of each site, and four of the handbook, which is the same in both."""
    for name, site in sites(folder).items():
        for kind, (_, address) in sorted(rich_pages(site, CONTENTS[name]).items()):
            yield Subject(name, site, kind.removesuffix(".html.jinja"), address)
    if "real" not in CONTENTS:
        return
    for file in sorted((sites(folder)["real"] / urls.HANDBOOK.strip("/")).glob("**/index.html"))[::12][:4]:
        yield Subject("real", sites(folder)["real"], "handbook", f"/{file.parent.relative_to(folder / 'real')}/")
