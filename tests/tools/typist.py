"""Somebody at an editor's program: a client of the language server, over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PROGRAM = "from lrt_site.cli import main; main(prog_name='lrt-site')"
PATIENCE = 60
Session = Callable[["Typist"], Coroutine[Any, Any, None]]


class Typist:
    """Who types, in any number of files."""

    def __init__(self, client: LanguageClient, content: Path) -> None:
        self.client, self.content = client, content
        self.versions: dict[str, int] = {}
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        """What was last told, by address."""
        self.failures: list[str] = []
        """What went wrong in the server."""
        self.rounds = asyncio.Condition()
        self.asked: asyncio.Queue[types.Registration] = asyncio.Queue()
        """What the server wants to be told of."""

    async def hear(self, told: types.PublishDiagnosticsParams) -> None:
        async with self.rounds:
            self.told[told.uri] = told
            self.rounds.notify_all()

    async def hear_of(self, failure: str) -> None:
        async with self.rounds:
            self.failures.append(failure)
            self.rounds.notify_all()

    def hope(self) -> None:
        """AssertionError where anything went wrong in the server."""
        if self.failures:
            raise AssertionError("\n".join(self.failures))

    def open(self, uri: str, text: str) -> None:
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, uri: str, text: str) -> None:
        """Let a file that is open have another text."""
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, uri: str) -> None:
        del self.versions[uri]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def problems(self, uri: str) -> list[types.Diagnostic]:
        """What is told of an open file as it is now."""

        def is_heard() -> bool:
            self.hope()
            return uri in self.told and self.told[uri].version == self.versions[uri]

        async with self.rounds:
            await asyncio.wait_for(self.rounds.wait_for(is_heard), PATIENCE)
        return list(self.told[uri].diagnostics)

    async def told_of(self, uri: str, *codes: str) -> None:
        """Wait until no more and no less than this is told of a file."""

        def is_so() -> bool:
            self.hope()
            told = self.told.get(uri)
            return told is not None and sorted(str(one.code) for one in told.diagnostics) == sorted(codes)

        async with self.rounds:
            await asyncio.wait_for(self.rounds.wait_for(is_so), PATIENCE)

    async def first_asked(self) -> str:
        """What the server wants to be told of first."""
        return (await asyncio.wait_for(self.asked.get(), PATIENCE)).method

    async def actions(self, uri: str, span: types.Range) -> list[types.CodeAction]:
        document, context = types.TextDocumentIdentifier(uri), types.CodeActionContext([])
        asked = types.CodeActionParams(document, span, context)
        found = await self.client.text_document_code_action_async(asked) or []
        return [action for action in found if isinstance(action, types.CodeAction)]


def at(uri: str, line: int, column: int) -> dict[str, Any]:
    """A place in a file, as requests have it."""
    return {"text_document": types.TextDocumentIdentifier(uri), "position": types.Position(line, column)}


def changed(text: str, edits: list[types.TextEdit]) -> str:
    """A text with edits, as an editor's program makes them: columns are in UTF-16."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: edit.range.start, reverse=True):
        start, end = edit.range.start, edit.range.end
        begin = lines[start.line].encode("utf-16-le")[: 2 * start.character].decode("utf-16-le")
        rest = lines[end.line].encode("utf-16-le")[2 * end.character :].decode("utf-16-le")
        lines[start.line : end.line + 1] = f"{begin}{edit.new_text}{rest}".split("\n")
    return "\n".join(lines)


def play(
    session: Session,
    content: Path,
    *,
    root: Path | None = None,
    capabilities: types.ClientCapabilities | None = None,
    arguments: tuple[str, ...] = (),
) -> None:
    """Start the server in a folder, the one that holds the content unless another is said, and let somebody type."""
    folder = root or content.parent

    async def played() -> None:
        client = LanguageClient("typist", "1")
        typist = Typist(client, content)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        async def hear(told: types.PublishDiagnosticsParams) -> None:
            await typist.hear(told)

        @client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        async def warned(told: types.ShowMessageParams) -> None:
            await typist.hear_of(told.message)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def asked(told: types.RegistrationParams) -> None:
            for registration in told.registrations:
                typist.asked.put_nowait(registration)

        await client.start_io(sys.executable, "-c", PROGRAM, "lsp", *arguments, cwd=folder)
        given = capabilities or types.ClientCapabilities()
        await client.initialize_async(types.InitializeParams(given, root_uri=folder.as_uri()))
        client.initialized(types.InitializedParams())
        try:
            await session(typist)
        finally:
            await client.shutdown_async(None)
            client.exit(None)

    # In the thread of the tests a browser may have left its loop running.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, played()).result()
