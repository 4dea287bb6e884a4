"""In an editor's program: where an id stands, in all files, and how it becomes another."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lrt_site import editing
from lrt_site.cli.editor import Cursor, Editor, uri_of
from lrt_site.problems import LrtSiteError
from lrt_site.writing.renaming import Renaming, renamed, used

_REFUSED = -32803
"""The code of a request that was right, and that cannot be met."""
_BY_COMMAND = (
    "Hierbij krijgt ook een bestand een andere naam, en dat kan uw tekstprogramma niet. Bewaar alles, en geef: "
    "lrt-site rename {old} {new}"
)


def register(editor: Editor) -> None:
    """Add what an editor's program can ask."""

    @editor.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(asked: types.ReferenceParams) -> list[types.Location]:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        if cursor is None:
            return []
        word, seen = cursor.word, cursor.seen
        return [
            types.Location(uri_of(seen.folder / path), editor.range_in(seen, path, line, (column, column + len(word))))
            for path, places in used(seen.texts, seen.register, word).items()
            for line, column in places
        ]

    @editor.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(asked: types.PrepareRenameParams) -> types.Range | None:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        if cursor is None or cursor.word not in cursor.seen.register.home_of:
            return None
        start = editing.word_at(cursor.text, cursor.column)[1]
        return editor.range_in(cursor.seen, cursor.path, cursor.line, (start, start + len(cursor.word)))

    @editor.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(asked: types.RenameParams) -> types.WorkspaceEdit | None:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        return _renamed(editor, cursor, asked.new_name) if cursor else None


def _renamed(editor: Editor, cursor: Cursor, new: str) -> types.WorkspaceEdit:
    """What an editor's program changes so that an id becomes another."""
    seen = cursor.seen
    if any(not problem.is_mild for problem in seen.problems):
        raise JsonRpcException("Er zijn nog fouten in de inhoud. Los die eerst op.", _REFUSED)
    try:
        renaming = renamed(seen.texts, cursor.word, new, frozenset(seen.history.identifiers))
    except LrtSiteError as error:
        raise JsonRpcException(str(error), _REFUSED) from error
    edits = dict(_edits(editor, cursor, renaming))
    if _can_move_files(editor):
        changes = (types.TextDocumentEdit(_document(uri), edits[uri]) for uri in edits)
        return types.WorkspaceEdit(document_changes=[*changes, *_moves(cursor, renaming)])
    if renaming.moved:
        raise JsonRpcException(_BY_COMMAND.format(old=cursor.word, new=new), _REFUSED)
    return types.WorkspaceEdit(edits)


def _document(uri: str) -> types.OptionalVersionedTextDocumentIdentifier:
    return types.OptionalVersionedTextDocumentIdentifier(uri)


def _can_move_files(editor: Editor) -> bool:
    """Whether the editor's program can give files another name."""
    known = editor.client_capabilities.workspace and editor.client_capabilities.workspace.workspace_edit
    return bool(
        known and known.document_changes and types.ResourceOperationKind.Rename in (known.resource_operations or ())
    )


def _edits(editor: Editor, cursor: Cursor, renaming: Renaming) -> Iterator[tuple[str, list[types.TextEdit]]]:
    """The lines that become others, by the address of their file."""
    seen = cursor.seen
    for path, text in renaming.texts.items():
        before = renaming.moved.get(path, path)
        # A renaming changes lines, and adds or takes away none.
        pairs = zip(seen.lines(before), text.split("\n"), strict=True)
        yield (
            uri_of(seen.folder / before),
            [
                types.TextEdit(editor.range_in(seen, before, number, (0, len(line))), right)
                for number, (line, right) in enumerate(pairs)
                if line != right
            ],
        )


def _moves(cursor: Cursor, renaming: Renaming) -> Iterator[types.RenameFile]:
    """The files that get another name."""
    for path, before in renaming.moved.items():
        yield types.RenameFile(uri_of(cursor.seen.folder / before), uri_of(cursor.seen.folder / path))
