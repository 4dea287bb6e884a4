"""The language server: the problems of a check while one types, corrections, and what fits at a place."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from lrt_site import editing
from lrt_site.cli import everywhere
from lrt_site.cli.editor import Editor, uri_of

_FILES = "**/*.{yml,yaml,md,csv}"
"""The files that an editor's program keeps an eye on, as other programs change them too."""
_CHANGES = (
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_SAVE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
)

_Change = (
    types.DidChangeTextDocumentParams
    | types.DidSaveTextDocumentParams
    | types.DidCloseTextDocumentParams
    | types.DidChangeWatchedFilesParams
)


def server(content: Path) -> Editor:
    """A language server for a folder with content, and for those of other files that are opened."""
    editor = Editor(content)
    _follow(editor)
    _mend(editor)
    _help_to_write(editor)
    everywhere.register(editor)
    return editor


def _follow(editor: Editor) -> None:
    """Check what changes."""

    @editor.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        folders = [folder.uri for folder in editor.workspace.folders.values()]
        for uri in folders or filter(None, [editor.workspace.root_uri]):
            editor.come_to(uri)
        known = editor.client_capabilities.workspace
        if known and known.did_change_watched_files and known.did_change_watched_files.dynamic_registration:
            watching = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_FILES)])
            asked = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watching)
            await editor.client_register_capability_async(types.RegistrationParams([asked]))

    @editor.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: types.DidOpenTextDocumentParams) -> None:
        editor.come_to(told.text_document.uri)

    @editor.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def joined(told: types.DidChangeWorkspaceFoldersParams) -> None:
        for folder in told.event.added:
            editor.come_to(folder.uri)

    def changed(_: _Change) -> None:
        editor.check_soon()

    for change in _CHANGES:
        editor.feature(change)(changed)


def _mend(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def actions(asked: types.CodeActionParams) -> list[types.CodeAction]:
        uri = asked.text_document.uri
        return [
            types.CodeAction(
                title="Herstel dit" if correction.is_safe else f"Schrijf: {correction.text.strip()}",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[editor.diagnostic(problem, seen)],
                is_preferred=correction.is_safe,
                edit=types.WorkspaceEdit(
                    {uri: [types.TextEdit(editor.range_of(correction.span, seen.lines(path)), correction.text)]}
                ),
            )
            for problem, seen, path in editor.problems_between(uri, asked.range)
            if (correction := problem.correction)
        ]


def _help_to_write(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "-", "["]))
    def complete(asked: types.CompletionParams) -> list[types.CompletionItem]:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        if cursor is None:
            return []
        word = editing.begun(cursor.text[: cursor.column])
        there = editor.range_in(cursor.seen, cursor.path, cursor.line, (cursor.column - len(word), cursor.column))
        offers = editing.offers(
            cursor.path, cursor.seen.lines(cursor.path), cursor.line, cursor.column, cursor.seen.register
        )
        return [_item(offer, there) for offer in offers]

    @editor.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(asked: types.HoverParams) -> types.Hover | None:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        said = cursor.told if cursor else ""
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, said)) if said else None

    @editor.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(asked: types.DefinitionParams) -> types.Location | None:
        cursor = editor.cursor(asked.text_document.uri, asked.position)
        found = editing.defined(cursor.word, cursor.seen.texts, cursor.seen.register) if cursor else None
        if cursor is None or found is None:
            return None
        path, line, column = found
        there = editor.range_in(cursor.seen, path, line, (column, column + len(cursor.word)))
        return types.Location(uri_of(cursor.seen.folder / path), there)


def _item(offer: editing.Completion, there: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        label=offer.text.rstrip(": "),
        label_details=types.CompletionItemLabelDetails(description=offer.about),
        detail=offer.about,
        documentation=offer.told or None,
        filter_text=f"{offer.text} {offer.about}",
        text_edit=types.TextEdit(there, offer.text),
        sort_text=f"{not offer.needed:d}{offer.text}",
        kind=types.CompletionItemKind.Field if offer.is_field else types.CompletionItemKind.Reference,
    )
