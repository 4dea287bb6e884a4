"""Half-year packs as pages offer them: every file that is kept, by which publication, where, and with which hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.publications import Publication
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a pack as one publication made it, until the next one that says something else."""

    office: str
    title: str
    """Its form, such as `PDF`."""
    place: str
    """Where it stands for good."""
    publication: Publication
    sha256: str

    @property
    def made_with(self) -> Link:
        """The publication that made it."""
        return Link(f"publicatie {self.publication.number}", urls.publication_of(self.publication.name))


Packs = Mapping[str, tuple[KeptFile, ...]]
"""What is kept of every file, the oldest first, by the address under which pages name it."""
NO_PACKS: Packs = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page offers of what is kept."""

    packs: Packs
    then: Publication | None = None
    """The publication of which the page is an edition: it offers what was the newest then. A page of now offers all."""

    def known(self) -> Mapping[str, Sequence[KeptFile]]:
        """What is kept that pages can offer, by the address under which they name it."""
        return {address: self._known(line) for address, line in self.packs.items()}

    def of(self, files: Iterable[Link]) -> tuple[KeptFile, ...]:
        """What is kept of these files, the newest first."""
        return _newest_first(each for link in files for each in self._known(self.packs.get(link.address, ())))

    def besides(self, page: str, files: Iterable[Link]) -> tuple[KeptFile, ...]:
        """What a page of now names in no other way: what is kept below its address of other files than these."""
        named = {link.address for link in files}
        others = (line for address, line in self.packs.items() if address.startswith(page) and address not in named)
        return () if self.then else _newest_first(each for line in others for each in line)

    def _known(self, line: Sequence[KeptFile]) -> Sequence[KeptFile]:
        then = self.then
        return [each for each in line if each.publication.number <= then.number][-1:] if then else line


NO_OFFER = Offer(NO_PACKS)


def _newest_first(files: Iterable[KeptFile]) -> tuple[KeptFile, ...]:
    return tuple(sorted(files, key=lambda file: -file.publication.number))
