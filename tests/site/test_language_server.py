"""An editor's program, played over standard input and output: the same problems as a check, and help to write."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.tools.sites import ROOT

REPORT = "meetings/m-2025-12-04.md"
PROGRAM = "from lrt_site.cli import main; main(prog_name='lrt-site')"
Session = Callable[["Typist"], Coroutine[Any, Any, None]]


class Typist:
    """Somebody at an editor's program, with one file open."""

    def __init__(self, client: LanguageClient, content: Path) -> None:
        self.client, self.content = client, content
        self.uri, self.version = (content / REPORT).as_uri(), 1
        self.lines = (content / REPORT).read_text("utf-8").split("\n")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    async def open(self) -> None:
        item = types.TextDocumentItem(self.uri, "markdown", self.version, "\n".join(self.lines))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def type(self, line: int, text: str) -> None:
        """Write another line in place of one, counted from 0."""
        self.lines[line] = text
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        change = types.TextDocumentContentChangeWholeDocument("\n".join(self.lines))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def problems(self) -> list[types.Diagnostic]:
        """What is told next of the open file."""
        while True:
            told = await asyncio.wait_for(self.told.get(), 60)
            if told.uri == self.uri:
                return list(told.diagnostics)

    def line_with(self, text: str) -> int:
        return next(number for number, line in enumerate(self.lines) if text in line)

    def at(self, line: int, column: int) -> dict[str, Any]:
        return {"text_document": types.TextDocumentIdentifier(self.uri), "position": types.Position(line, column)}


@pytest.fixture
def play(tmp_path: Path) -> Callable[[Session], None]:
    content = tmp_path / "content"
    subprocess.run(["cp", "-r", str(ROOT / "examples/fictief"), str(content)], check=True)

    async def played(session: Session) -> None:
        client = LanguageClient("typist", "1")
        typist = Typist(client, content)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def hear(told: types.PublishDiagnosticsParams) -> None:
            typist.told.put_nowait(told)

        await client.start_io(sys.executable, "-c", PROGRAM, "lsp", "--content", str(content))
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=content.as_uri()))
        client.initialized(types.InitializedParams())
        try:
            await session(typist)
        finally:
            await client.shutdown_async(None)
            client.exit(None)

    def in_a_thread(session: Session) -> None:
        # In the thread of the tests a browser may have left its loop running.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(asyncio.run, played(session)).result()

    return in_a_thread


def test_problems_are_those_of_a_check_and_a_fix_mends_one(play: Callable[[Session], None]) -> None:
    async def session(typist: Typist) -> None:
        title = typist.line_with("title: Raming voor 2026")
        typist.lines[title] = "  - title: 🚢 Raming: wat nu"
        typist.lines[typist.line_with("date: 2025-12-04")] = "date: 2025-13-04"
        await typist.open()
        told = await typist.problems()
        (typist.content / REPORT).write_text("\n".join(typist.lines), "utf-8")
        asked = [sys.executable, "-c", PROGRAM, "check", str(typist.content), "--format", "json"]
        checked = subprocess.run(asked, capture_output=True, text=True, check=False)
        rows = [row for row in json.loads(checked.stdout) if row["file"].endswith(REPORT)]
        assert sorted((one.code, one.range.start.line + 1) for one in told) == sorted(
            (row["code"], row["line"]) for row in rows
        )
        assert len(rows) == 2
        colon = next(one for one in told if one.code == "yaml-syntax")
        document = types.TextDocumentIdentifier(typist.uri)
        context = types.CodeActionContext([colon])
        actions = await typist.client.text_document_code_action_async(
            types.CodeActionParams(document, colon.range, context)
        )
        assert actions
        (action,) = actions
        assert isinstance(action, types.CodeAction)
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[typist.uri]
        assert edit.new_text == '"🚢 Raming: wat nu"'
        assert edit.range.end.character == len("  - title: 🚢 Raming: wat nu") + 1, "counted in UTF-16"
        await typist.type(title, '  - title: "🚢 Raming: wat nu"')
        assert [one.code for one in await typist.problems()] == ["bad-date"]

    play(session)


def test_a_participant_is_completed_by_name_and_its_definition_found(play: Callable[[Session], None]) -> None:
    async def session(typist: Typist) -> None:
        line = typist.line_with("person: p-bedacht")
        typist.lines[line] = "  - person: "
        await typist.open()
        found = await typist.client.text_document_completion_async(types.CompletionParams(**typist.at(line, 12)))
        assert isinstance(found, list)
        bram = next(item for item in found if item.filter_text and "Bram Bedacht" in item.filter_text)
        assert (bram.insert_text, bram.detail) == ("p-bedacht", "Bram Bedacht")
        await typist.type(line, "  - person: p-bedacht")
        said = await typist.client.text_document_hover_async(types.HoverParams(**typist.at(line, 16)))
        assert said
        assert isinstance(said.contents, types.MarkupContent)
        assert said.contents.value == "een persoon: Bram Bedacht"
        place = await typist.client.text_document_definition_async(types.DefinitionParams(**typist.at(line, 16)))
        assert isinstance(place, types.Location)
        defined = (typist.content / "participants.yml").read_text("utf-8").split("\n")[place.range.start.line]
        assert place.uri.endswith("/participants.yml")
        assert defined == "  - id: p-bedacht"
        await typist.type(line + 1, "    ")
        fields = await typist.client.text_document_completion_async(types.CompletionParams(**typist.at(line + 1, 4)))
        assert isinstance(fields, list)
        assert {item.label for item in fields} >= {"organisation", "presence"}
        assert "person" not in {item.label for item in fields}

    play(session)
