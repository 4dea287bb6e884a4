"""The language server: the problems of a check while one types, corrections, and what fits at a place."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from lrt_site import custody, editing, publishing
from lrt_site.cli.reading import read_all
from lrt_site.frozen import dataclass
from lrt_site.model.publications import LEDGER
from lrt_site.model.register import Register
from lrt_site.problems import Correction, Problem, TextRange
from lrt_site.schema import read_content

_WAIT = 0.3
"""So many seconds after the last sign that was typed the content is checked."""


class Editor(LanguageServer):
    """What one editor has open, above what is saved in the folder with content."""

    def __init__(self, content: Path) -> None:
        super().__init__("lrt-site", "1", text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.content = content.absolute()
        self.shown: frozenset[PurePosixPath] = frozenset()
        self.problems: tuple[Problem, ...] = ()
        self.texts: Mapping[str, str] = {}
        self.waiting: asyncio.TimerHandle | None = None

    def path_of(self, uri: str) -> str | None:
        """The path below the content of an open file; none for a file elsewhere."""
        path = Path(to_fs_path(uri) or "/")
        return path.relative_to(self.content).as_posix() if path.is_relative_to(self.content) else None

    def seen(self) -> Seen:
        """What is saved, with what is typed in its place."""
        texts, own, unread = read_all(self.content)
        opened = {self.path_of(uri): document for uri, document in self.workspace.text_documents.items()}
        typed = {path: document.source.replace("\r\n", "\n") for path, document in opened.items() if path}
        unread = tuple(one for one in unread if one.file.relative_to(self.content).as_posix() not in typed)
        return Seen({**texts, **typed}, own, unread, PurePosixPath(self.content))

    def check_soon(self) -> None:
        """Check the content once nothing is typed for a moment."""
        if self.waiting:
            self.waiting.cancel()
        self.waiting = asyncio.get_running_loop().call_later(_WAIT, self.check)

    def check(self) -> None:
        """Tell what is wrong, file by file, and of files that were mended that nothing is."""
        seen = self.seen()
        self.problems, self.texts = seen.problems, seen.texts
        found = frozenset(problem.file for problem in self.problems)
        for file in sorted(found | self.shown):
            told = [self.diagnostic(problem) for problem in self.problems if problem.file == file]
            uri = from_fs_path(str(file)) or ""
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))
        self.shown = found

    def diagnostic(self, problem: Problem) -> types.Diagnostic:
        """A problem, as the protocol has it."""
        return types.Diagnostic(
            range=self.range_of(problem.file, problem.signs),
            message=problem.message,
            severity=types.DiagnosticSeverity.Warning if problem.is_mild else types.DiagnosticSeverity.Error,
            code=problem.code,
            source="lrt-site",
        )

    def action(self, problem: Problem, correction: Correction, uri: str) -> types.CodeAction:
        """What writes the correction of a problem."""
        edit = types.TextEdit(self.range_of(problem.file, correction.span), correction.text)
        return types.CodeAction(
            title="Herstel dit" if correction.is_safe else f"Schrijf: {correction.text.strip()}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(problem)],
            is_preferred=correction.is_safe,
            edit=types.WorkspaceEdit({uri: [edit]}),
        )

    def range_of(self, file: PurePosixPath, span: TextRange) -> types.Range:
        """Signs of a file, counted as the editor's program counts them."""
        start = types.Position(span.line - 1, span.column - 1)
        counted = types.Range(start, types.Position(span.end_line - 1, span.end_column - 1))
        lines = self.texts.get(self.path_of(from_fs_path(str(file)) or "") or "", "").split("\n")
        return self.workspace.position_codec.range_to_client_units(lines, counted)


@dataclass(frozen=True)
class Seen:
    """The content as an editor sees it."""

    texts: Mapping[str, str]
    own: Mapping[str, bytes]
    """The ledger."""
    unread: tuple[Problem, ...]
    root: PurePosixPath

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with it."""
        history, faulty = custody.read(self.own, self.root / LEDGER)
        return tuple(sorted({*faulty, *publishing.check(self.texts, self.own, history, self.root, self.unread)}))

    @cached_property
    def register(self) -> Register:
        """What can be read of it."""
        return Register.of(read_content(self.texts, self.root).records)


def server(content: Path) -> Editor:
    """A language server for a folder with content."""
    editor = Editor(content)
    _tell_problems(editor)
    _help_to_write(editor)
    return editor


def _tell_problems(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(_: types.DidOpenTextDocumentParams) -> None:
        editor.check_soon()

    @editor.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(_: types.DidChangeTextDocumentParams) -> None:
        editor.check_soon()

    @editor.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        editor.check_soon()

    @editor.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def actions(asked: types.CodeActionParams) -> list[types.CodeAction]:
        uri = asked.text_document.uri
        return [
            editor.action(problem, problem.correction, uri)
            for problem in editor.problems
            if problem.correction
            and from_fs_path(str(problem.file)) == uri
            and asked.range.start.line <= problem.line - 1 <= asked.range.end.line
        ]


def _help_to_write(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "-", "["]))
    def complete(asked: types.CompletionParams) -> list[types.CompletionItem]:
        path = editor.path_of(asked.text_document.uri)
        document = editor.workspace.get_text_document(asked.text_document.uri)
        lines = document.source.split("\n")
        at = _in_characters(document, asked.position)
        found = editing.offers(path, lines, asked.position.line, at, editor.seen().register) if path else ()
        return [_item(offer) for offer in found]

    @editor.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(asked: types.HoverParams) -> types.Hover | None:
        said = editing.explained(_word(editor, asked), editor.seen().register)
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, said)) if said else None

    @editor.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(asked: types.DefinitionParams) -> types.Location | None:
        seen, word = editor.seen(), _word(editor, asked)
        found = editing.defined(word, seen.texts, seen.register)
        if found is None:
            return None
        path, line, column = found
        start, end = types.Position(line, column), types.Position(line, column + len(word))
        return types.Location(from_fs_path(str(editor.content / path)) or "", types.Range(start, end))


def _word(editor: Editor, asked: types.HoverParams | types.DefinitionParams) -> str:
    document = editor.workspace.get_text_document(asked.text_document.uri)
    lines = document.source.split("\n")
    line = lines[asked.position.line] if asked.position.line < len(lines) else ""
    return editing.word_at(line, _in_characters(document, asked.position))


def _in_characters(document: TextDocument, position: types.Position) -> int:
    """The column of a place in characters: a protocol may count otherwise."""
    return document.position_codec.position_from_client_units(document.lines, position).character


def _item(offer: editing.Completion) -> types.CompletionItem:
    return types.CompletionItem(
        label=offer.text.rstrip(": "),
        detail=offer.about,
        filter_text=f"{offer.text} {offer.about}",
        insert_text=offer.text,
        sort_text=f"{not offer.needed:d}{offer.text}",
        kind=types.CompletionItemKind.Field if offer.is_field else types.CompletionItemKind.Reference,
    )
