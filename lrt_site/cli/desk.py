"""What an editor is shown: the newest state that can be, and all that is wrong with what was written after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

import click

from lrt_site import builtin, cache_folder, checking, files, handbook, previewing, problems, urls
from lrt_site.addressing import Addresses, address_of_change
from lrt_site.cache_folder import CacheFolder
from lrt_site.cli.aside import HandbookAside
from lrt_site.cli.building import in_site, page_in_site
from lrt_site.cli.reading import read_all, refuse_broken
from lrt_site.cli.told import STUMBLED, told
from lrt_site.document import text_of
from lrt_site.export.state import SUMS
from lrt_site.ledger import site_check
from lrt_site.model.publications import DRAFT, LEDGER
from lrt_site.pipeline import Sources
from lrt_site.previewing import Inputs, Preview
from lrt_site.problems import Problem, UnfitError
from lrt_site.reporting import Lines, lines_of
from lrt_site.rereading import Rereading
from lrt_site.serve.shown import LastSaved

_CODES = f"{urls.HANDBOOK}redactie/foutcodes/"
_BEFORE = "Deze pagina is niet bijgewerkt: u ziet haar van vóór de fout. Verbeter die, dan volgt de pagina vanzelf."
_PUBLISHED = "U ziet wat het laatst is gepubliceerd, niet wat u schreef. Verbeter de fout, dan volgt de pagina vanzelf."


class Desk:
    """A site that is written while it is shown, as `serve.Shown` says."""

    def __init__(self, content: Path, handbook_aside: HandbookAside | None = None) -> None:
        self.version = 0
        self._content = content
        self._handbook = handbook_aside or HandbookAside()
        self._kept = previewing.Memory(CacheFolder(cache_folder.place()).compiled)
        self._reader = Rereading()
        self._sources: Sources | None = None
        self._in_handbook = self._handbook.files
        self._usable: Mapping[str, str] = {}
        self._tried: Mapping[str, str] = {}
        self._shown: Preview | None = None
        self._inputs: Inputs | None = None
        self._addresses: Addresses | None = None
        self._written: Inputs | None = None
        self._lines: Lines = lambda _: ()
        self.saved = LastSaved()
        self._sound: Preview | None = None
        self._checking: Iterator[None] = iter(())
        self._unread: tuple[Problem, ...] = ()
        self._found: tuple[Problem, ...] = ()
        self._raised: tuple[Problem, ...] = ()
        self._failed: dict[str, tuple[Problem, ...]] = {}
        self._said: tuple[Problem, ...] = ()
        self._is_newest = False
        self._is_published = False
        self._is_checked = True

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong. What the program stumbled over is told only where nothing else explains it."""
        explained = {*self._unread, *self._found, *self._handbook.problems}
        stumbled = {*self._raised, *(problem for found in self._failed.values() for problem in found)}
        if explained or not self._is_checked:
            stumbled = {problem for problem in stumbled if problem.code != STUMBLED}
        return tuple(sorted(explained | stumbled))

    def behind(self, path: str) -> str:
        """That a page does not show what is written now."""
        if path in self._handbook.files:
            return _BEFORE if self._handbook.problems else ""
        if self._is_published:
            return _PUBLISHED
        return _BEFORE if self._unread or not self._is_newest or path in self._failed else ""

    def place_of(self, problem: Problem) -> str:
        """The path of the page that shows what a problem is about."""
        address = self._address_of(problem)
        return urls.file_of(address.partition("#")[0]) if address else ""

    def _address_of(self, problem: Problem) -> str:
        with suppress(Exception):  # what cannot be read now can have been lost halfway
            if self._addresses:
                return self._addresses.at(problem.file, problem.line)
        return ""

    def lines(self, file: PurePosixPath) -> Sequence[str]:
        """The lines of a file of the content as it is written now."""
        return self._lines(file)

    def explanation(self, code: str) -> str:
        """Where the handbook explains a code."""
        address = f"{_CODES}#{code}"
        return address if address in self._handbook.addresses else ""

    def watched(self) -> tuple[Path, ...]:
        """All that a site and its handbook are made from, whether it is there or not."""
        project = (builtin.PROJECT_TEMPLATES, Path(handbook.DOCUMENTS), Path(handbook.CONFIGURATION))
        return (self._content, builtin.TEMPLATES, *project)

    def renew(self, changed: frozenset[Path]) -> None:
        """Read what changed, and show what it makes; where it makes nothing, what was shown stays."""
        before = self.problems
        try:
            sources = self._read()
        except Exception as error:
            self._unread = told(error, self._content, changed)
        else:
            self._unread = ()
            if sources != self._sources:
                self._sources = sources
                self._take(sources, changed)
            elif self._handbook.files is not self._in_handbook:
                self.version += 1
            self._in_handbook = self._handbook.files
        self._follow(before)
        self._say()

    def _follow(self, before: tuple[Problem, ...]) -> None:
        """Note where what was just written stands: the record that is other than it was, or the first new fault."""
        inputs, self._written = self._written, self._inputs
        address = ""
        if inputs and self._inputs and inputs is not self._inputs:
            address = address_of_change(inputs.register, self._inputs.register)
        elif inputs:
            fresh = (problem for problem in self.problems if problem not in before)
            address = next(filter(None, map(self._address_of, fresh)), "")
        if address and self._shown:
            with suppress(Exception):  # a title that cannot be made keeps nobody from the page
                self.saved = LastSaved(self.saved.number + 1, address, self._shown.title(address))

    def _read(self) -> Sources:
        self._reader = reader = Rereading(self._reader)
        texts, ledger, unread = read_all(self._content, reader)
        root = PurePosixPath(self._content.as_posix())
        self._lines = lines_of({**texts, f"{LEDGER}/{DRAFT}": text_of(ledger.get(DRAFT, b""))}, root)
        if unread:
            raise UnfitError(checking.check(texts, root=root, unread=unread))
        templates, static = files.read_templates(*builtin.template_folders(), read_bytes=reader)
        if templates != self._usable:
            refuse_broken(templates)
            self._usable = templates
        return Sources(texts, ledger, templates, static, root, self._handbook.addresses)

    def _take(self, sources: Sources, changed: frozenset[Path]) -> None:
        if self._shown and self._is_newest and not (self._found or self._raised or self._failed):
            self._sound = self._shown
        self._found, self._raised, self._failed, self._checking = (), (), {}, iter(())
        self._is_newest, self._is_checked = False, True
        try:
            inputs = previewing.read(sources, self._kept)
            self._found = inputs.problems
            self._checking, self._is_checked = self._checked(inputs, changed), False
            if inputs.is_whole:
                self._shown = Preview(inputs, self._kept)
                self._inputs, self._addresses = inputs, Addresses(inputs.read, inputs.register)
                self._is_newest, self._is_published = True, False
                self.version += 1
            elif self._shown is None and inputs.history.publications:
                self._shown = Preview(previewing.as_published(inputs), self._kept)
                self._is_published = True
                self.version += 1
        except Exception as error:
            self._raised = told(error, self._content, changed)

    def checking(self) -> Iterator[None]:
        """Find what is wrong with what was read last: each rule, each text, and after other templates each page."""
        return self._checking

    def _checked(self, inputs: Inputs, changed: frozenset[Path]) -> Iterator[None]:
        found = {*inputs.problems}
        try:
            for more in previewing.problems_by_step(inputs, self._kept):
                found.update(more)
                yield
        except Exception as error:
            self._raised = (*self._raised, *told(error, self._content, changed))
        self._found, self._is_checked = tuple(sorted(found)), True
        preview = self._shown
        if preview and self._is_newest and inputs.sources.templates != self._tried:
            for path in preview.pages:
                self._made(preview, path)
                yield
            self._tried = inputs.sources.templates
        self._say()
        yield
        gc.collect()  # lets go of what was shown before, while nobody waits

    def made(self, path: str) -> str | bytes | None:
        """The file at a path: of the newest state or, where it cannot be made of that, of the last sound one."""
        preview = self._shown
        maker = self._maker(preview, path)
        if preview is None or maker is None:
            return None
        content = self._made(preview, path, maker)
        if content is None and self._sound:
            with suppress(Exception):
                before = self._maker(self._sound, path)
                content = before() if before else None
        return content

    def failed(self, path: str) -> bool:
        """Whether the file at a path cannot be made of the newest state."""
        return path in self._failed

    def _maker(self, preview: Preview | None, path: str) -> previewing.Maker | None:
        if preview is None:
            return None
        if path == SUMS:
            return self._sums
        there = self._handbook.files.get(path)
        if there is not None:
            return lambda: page_in_site(path, there, preview.framed)
        try:
            return preview.maker(path)
        except Exception as error:
            self._failed[path] = told(error, self._content)
            return None

    def _made(self, preview: Preview, path: str, maker: previewing.Maker | None = None) -> str | bytes | None:
        try:
            made = (maker or preview.pages[path])()
        except Exception as error:
            self._failed[path] = told(error, self._content)
            self._say()
            return None
        self._failed.pop(path, None)
        return made

    def _sums(self) -> str:
        """The list of all files with their hashes, for which each of them is made."""
        assert self._shown is not None
        made: dict[str, str | bytes] = {path: make() for path, make in self._shown.makers().items()}
        whole = {**made, **in_site(self._handbook.files, self._shown.framed)}
        return site_check.sums({path: sha256(_as_bytes(content)).hexdigest() for path, content in whole.items()})

    def beside(self) -> bool:
        """Build the handbook anew, if what it is made from changed; whether it is another, or something is wrong."""
        return self._handbook.renew()

    def _say(self) -> None:
        """Tell the terminal what is wrong, once."""
        found = self.problems
        if found != self._said:
            self._said = found
            with suppress(OSError):
                click.echo(f"{problems.as_text(found)}{problems.counted(found)}", err=True)


def _as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
