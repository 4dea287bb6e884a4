"""What an editor's program has open, in any number of folders with content, and where things stand in its texts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from lrt_site import editing
from lrt_site.cli.looking import Looked, Seen, look
from lrt_site.frozen import dataclass
from lrt_site.problems import LrtSiteError, Problem, TextRange

_WAIT = 0.3
"""So many seconds after the last sign that was typed the content is checked."""
_ALWAYS = ("site.yml", "table.yml")
"""What every folder with content has."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in an open file, counted from 0."""

    seen: Seen
    path: str
    line: int
    column: int

    @property
    def text(self) -> str:
        """The line in which it lies."""
        return self.seen.lines(self.path)[self.line]

    @property
    def word(self) -> str:
        """The id, or the name of a field, in which it lies."""
        return editing.word_at(self.text, self.column)[0]

    @property
    def told(self) -> str:
        """What stands there, in Dutch; empty where that is no id and no field."""
        word, start = editing.word_at(self.text, self.column)
        field = editing.explained_field(self.path, self.seen.lines(self.path), self.line, start)
        return field or editing.explained(word, self.seen.register)


class Editor(LanguageServer):
    """A program in which files of one or more folders with content are open."""

    def __init__(self, content: Path) -> None:
        super().__init__("lrt-site", "1", text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.folders: dict[Path, Looked] = {content.resolve(): Looked()} if content.is_dir() else {}
        """The folders with content that are known, with what is kept of each."""
        self.looks: dict[Path, Seen] = {}
        """What they say now, for as long as nobody types."""
        self.shown: Mapping[str, list[types.Diagnostic]] = {}
        self.waiting: asyncio.TimerHandle | None = None

    @property
    def opened(self) -> tuple[TextDocument, ...]:
        """The open files. The keys of a workspace are no addresses of these: they lost their percent signs."""
        return tuple(self.workspace.text_documents.values())

    def come_to(self, uri: str) -> None:
        """Look at the folder with content that a file or folder lies in, or that lies in it, too."""
        path = place_of(uri)
        for folder in (path, path / "content", *path.parents) if path else ():
            if folder in self.folders or all((folder / name).is_file() for name in _ALWAYS):
                self.folders.setdefault(folder, Looked())
                break
        self.check_soon()

    def look_at(self, folder: Path) -> Seen | None:
        """What is saved in a folder, with what is typed in its place; none where the folder is gone."""
        if folder not in self.looks:
            try:
                self.looks[folder] = look(folder, self._typed_in(folder), self.folders[folder])
            except LrtSiteError:
                return None
        return self.looks[folder]

    def _typed_in(self, folder: Path) -> Mapping[str, bytes]:
        """What is typed and not saved, by path."""
        return {
            path.relative_to(folder).as_posix(): document.source.encode("utf-8", "surrogatepass")
            for document in self.opened
            if (path := place_of(document.uri)) and path.is_relative_to(folder) and not _is_saved(path, document.source)
        }

    def check_soon(self) -> None:
        """Check the content once nothing is typed for a moment."""
        self.looks.clear()
        if self.waiting:
            self.waiting.cancel()
        self.waiting = asyncio.get_running_loop().call_later(_WAIT, self.check)

    def check(self) -> None:
        """Tell what is wrong, file by file, and of open files and those that were mended also that nothing is."""
        self.waiting = None
        self.looks.clear()
        opened = {place_of(document.uri): document.uri for document in self.opened}
        found: dict[str, list[types.Diagnostic]] = {}
        for seen in filter(None, map(self.look_at, list(self.folders))):
            for problem in seen.problems:
                uri = opened.get(Path(problem.file)) or uri_of(Path(problem.file))
                found.setdefault(uri, []).append(self.diagnostic(problem, seen))
        versions = {document.uri: document.version for document in self.opened}
        for uri in sorted({*found, *self.shown, *versions}):
            told = types.PublishDiagnosticsParams(uri, found.get(uri, []), versions.get(uri))
            self.text_document_publish_diagnostics(told)
        self.shown = found

    def diagnostic(self, problem: Problem, seen: Seen) -> types.Diagnostic:
        """A problem, as the protocol has it."""
        return types.Diagnostic(
            range=self.range_of(problem.signs, seen.lines(str(problem.file.relative_to(seen.root)))),
            message=problem.message.replace(f"{seen.root}/", ""),
            severity=types.DiagnosticSeverity.Warning if problem.is_mild else types.DiagnosticSeverity.Error,
            code=problem.code,
            source="lrt-site",
        )

    def problems_between(self, uri: str, asked: types.Range) -> Iterator[tuple[Problem, Seen, str]]:
        """The problems of an open file as it is now that touch lines, with the path of the file in its folder."""
        if cursor := self.cursor(uri, asked.start):
            for problem in cursor.seen.problems:
                touches = problem.signs.line - 1 <= asked.end.line and asked.start.line <= problem.signs.end_line - 1
                if touches and problem.file == cursor.seen.root / cursor.path:
                    yield problem, cursor.seen, cursor.path

    def cursor(self, uri: str, position: types.Position) -> Cursor | None:
        """A place as an editor's program counts it; none in a file that is of no folder with content."""
        path = place_of(uri)
        around = [folder for folder in self.folders if path and path.is_relative_to(folder)]
        seen = self.look_at(max(around, key=lambda folder: len(folder.parts))) if around else None
        if path is None or seen is None:
            return None
        within = path.relative_to(seen.folder).as_posix()
        codec, lines = self.workspace.position_codec, seen.lines(within)
        number = min(position.line, len(lines) - 1)
        at = types.Position(0, min(position.character, codec.client_num_units(lines[number])))
        return Cursor(seen, within, number, codec.position_from_client_units([lines[number]], at).character)

    def range_of(self, span: TextRange, lines: list[str]) -> types.Range:
        """Signs of a file, counted as the editor's program counts them."""
        start = types.Position(span.line - 1, span.column - 1)
        counted = types.Range(start, types.Position(span.end_line - 1, span.end_column - 1))
        return self.workspace.position_codec.range_to_client_units(lines, counted)

    def range_in(self, seen: Seen, path: str, line: int, columns: tuple[int, int]) -> types.Range:
        """Signs of one line, counted from 0, as the editor's program counts them."""
        first, behind = columns
        return self.range_of(TextRange(line + 1, first + 1, line + 1, behind + 1), seen.lines(path))


def place_of(uri: str) -> Path | None:
    """The path of a file by its address, without links of the disk in the folders above it; none for one on no disk."""
    path = to_fs_path(uri)
    return Path(path).parent.resolve() / Path(path).name if path and "\0" not in path else None


def uri_of(file: Path) -> str:
    """The address of a file."""
    return from_fs_path(str(file)) or ""


def _is_saved(path: Path, text: str) -> bool:
    """Whether what is open is what is saved. An editor's program shows bytes that are no UTF-8 by another sign."""
    try:
        return path.read_bytes().decode("utf-8", "replace") == text
    except OSError:
        return False
