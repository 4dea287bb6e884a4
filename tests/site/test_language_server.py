"""An editor's program, played over standard input and output: the same problems as a check, and help to write."""

import os
import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lrt_site.cli.checked import found_in
from lrt_site.document import text_of
from lrt_site.problems import Problem
from tests.tools.sites import ROOT
from tests.tools.typist import Typist, at, changed, play

EXAMPLE = ROOT / "examples/fictief"
REPORT = "meetings/m-2025-12-04.md"
PEOPLE = "participants.yml"
ROUNDS = int(os.environ.get("ROUNDS", "8"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "een map met é en 100%" / "content")


def read(path: Path) -> str:
    return path.read_text("utf-8")


def line_with(text: str, sought: str) -> int:
    return next(number for number, line in enumerate(text.split("\n")) if sought in line)


def with_line(text: str, sought: str, line: str) -> str:
    return "\n".join(line if sought in old else old for old in text.split("\n"))


def in_utf16(lines: list[str], problem: Problem) -> tuple[int, int, int, int]:
    """Where the signs of a problem are, as an editor's program counts them."""

    def counted(line: int, column: int) -> int:
        return len(lines[line - 1][: column - 1].encode("utf-16-le", "surrogatepass")) // 2

    span = problem.signs
    behind = (span.end_line - 1, counted(span.end_line, span.end_column)) if span.end_line <= len(lines) else ()
    return (span.line - 1, counted(span.line, span.column), *(behind or (len(lines), 0)))


def as_told(told: Iterable[types.Diagnostic]) -> list[tuple[object, ...]]:
    spans = ((one, one.range.start, one.range.end) for one in told)
    return sorted(
        (one.code, one.message, start.line, start.character, end.line, end.character) for one, start, end in spans
    )


def as_checked(content: Path, path: str) -> list[tuple[object, ...]]:
    """What a check says of a saved file."""
    lines = text_of((content / path).read_bytes()).split("\n")
    found = (problem for problem in found_in(content, [], None).problems if str(problem.file) == str(content / path))
    told = ((problem, problem.message.replace(f"{content}/", "")) for problem in found)
    return sorted((problem.code, message, *in_utf16(lines, problem)) for problem, message in told)


def test_problems_are_those_of_a_check_and_a_fix_mends_one(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri, text = (content / REPORT).as_uri(), read(content / REPORT)
        text = with_line(text, "title: Raming voor 2026", "  - title: 🚢 Raming: wat nu")
        text = with_line(text, "date: 2025-12-04", "date: 2025-13-04")
        typist.open(uri, text)
        told = await typist.problems(uri)
        (content / REPORT).write_text(text, "utf-8")
        assert as_told(told) == as_checked(content, REPORT)
        assert sorted(str(one.code) for one in told) == ["bad-date", "yaml-syntax"]
        (colon,) = [one for one in told if one.code == "yaml-syntax"]
        (action,) = await typist.actions(uri, colon.range)
        assert action.edit
        assert action.edit.changes
        mended = changed(text, list(action.edit.changes[uri]))
        assert '  - title: "🚢 Raming: wat nu"' in mended.split("\n")
        typist.type(uri, mended)
        assert [one.code for one in await typist.problems(uri)] == ["bad-date"]

    play(session, content)


def test_a_participant_is_completed_by_name_and_its_definition_found(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri, text = (content / REPORT).as_uri(), read(content / REPORT)
        line = line_with(text, "person: p-bedacht")
        typist.open(uri, with_line(text, "person: p-bedacht", "  - person: p-b"))
        found = await typist.client.text_document_completion_async(types.CompletionParams(**at(uri, line, 15)))
        assert isinstance(found, list)
        (bram,) = [item for item in found if item.filter_text and "Bram Bedacht" in item.filter_text]
        assert bram.detail == "Bram Bedacht"
        assert isinstance(bram.text_edit, types.TextEdit)
        assert changed("  - person: p-b", [edit_on(0, bram.text_edit)]) == "  - person: p-bedacht"
        typist.type(uri, text)
        said = await typist.client.text_document_hover_async(types.HoverParams(**at(uri, line, 16)))
        assert said
        assert isinstance(said.contents, types.MarkupContent)
        assert said.contents.value == "een persoon: Bram Bedacht"
        place = await typist.client.text_document_definition_async(types.DefinitionParams(**at(uri, line, 16)))
        assert isinstance(place, types.Location)
        assert place.uri.endswith("/participants.yml")
        assert read(content / PEOPLE).split("\n")[place.range.start.line] == "  - id: p-bedacht"
        typist.type(uri, with_line(text, text.split("\n")[line + 1], "    "))
        fields = await typist.client.text_document_completion_async(types.CompletionParams(**at(uri, line + 1, 4)))
        assert isinstance(fields, list)
        assert {item.label for item in fields} >= {"organisation", "presence"}
        assert "person" not in {item.label for item in fields}

    play(session, content)


def edit_on(line: int, edit: types.TextEdit) -> types.TextEdit:
    """The same edit of a text that is one line of the whole."""
    start, end = edit.range.start.character, edit.range.end.character
    return types.TextEdit(types.Range(types.Position(line, start), types.Position(line, end)), edit.new_text)


def test_ids_are_offered_while_their_file_is_half_written(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri, text = (content / PEOPLE).as_uri(), read(content / PEOPLE)
        typist.open(uri, text)
        await typist.problems(uri)
        line = line_with(text, "    seat: stoel-mvw")
        typist.type(uri, with_line(text, "    seat: stoel-mvw", '    seat: "st'))
        found = await typist.client.text_document_completion_async(types.CompletionParams(**at(uri, line, 13)))
        assert isinstance(found, list)
        assert "stoel-mvw" in {item.label for item in found}

    play(session, content)


def test_an_id_is_found_where_it_is_used_and_becomes_another_everywhere(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri, text = (content / PEOPLE).as_uri(), read(content / PEOPLE)
        typist.open(uri, text)
        line = line_with(text, "- id: p-bedacht")
        where = at(uri, line, 12)
        context = types.ReferenceContext(include_declaration=True)
        used = await typist.client.text_document_references_async(types.ReferenceParams(**where, context=context))
        assert used
        assert len({place.uri for place in used}) > 1
        for place in used:
            start, end = place.range.start, place.range.end
            path = content / place.uri.rpartition("content/")[2]
            assert read(path).split("\n")[start.line][start.character : end.character] == "p-bedacht"
        span = await typist.client.text_document_prepare_rename_async(types.PrepareRenameParams(**where))
        assert span == types.Range(types.Position(line, 8), types.Position(line, 17))
        with pytest.raises(JsonRpcException, match="bestaat al"):
            await typist.client.text_document_rename_async(types.RenameParams(**where, new_name="m-2025-12-04"))
        edit = await typist.client.text_document_rename_async(types.RenameParams(**where, new_name="p-anders-nu"))
        assert edit
        assert edit.changes
        assert sum(map(len, edit.changes.values())) >= len(used)
        for uri, edits in edit.changes.items():
            path = content / uri.rpartition("content/")[2]
            path.write_text(changed(read(path), list(edits)), "utf-8")
        left = [path for path in content.rglob("*.*") if "publications" not in path.parts and "p-bedacht" in read(path)]
        assert left == []

    play(session, content)


@pytest.mark.parametrize("able", [True, False])
def test_a_file_that_is_called_after_an_id_gets_its_new_name(content: Path, able: bool) -> None:
    moves = types.WorkspaceEditClientCapabilities(
        document_changes=True, resource_operations=[types.ResourceOperationKind.Rename]
    )

    async def session(typist: Typist) -> None:
        uri = (content / REPORT).as_uri()
        typist.open(uri, read(content / REPORT))
        asked = types.RenameParams(**at(uri, 2, 6), new_name="m-2025-12-05")
        if not able:
            with pytest.raises(JsonRpcException, match="lrt-site rename m-2025-12-04 m-2025-12-05"):
                await typist.client.text_document_rename_async(asked)
            return
        edit = await typist.client.text_document_rename_async(asked)
        assert edit
        assert edit.document_changes
        (move,) = [change for change in edit.document_changes if isinstance(change, types.RenameFile)]
        assert move == edit.document_changes[-1], "only when its text is as it has to be"
        assert (move.old_uri, move.new_uri) == (uri, uri.replace("m-2025-12-04", "m-2025-12-05"))

    known = types.WorkspaceClientCapabilities(workspace_edit=moves)
    play(session, content, capabilities=types.ClientCapabilities(workspace=known) if able else None)


def strange(seed: int, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Files with what somebody may type in them, one after another."""
    chance = random.Random(seed)
    signs = ["🚢", "é", "\t", "\u2028", "\u200b", "\ufeff", "\n", "  ", *"\"'[{#|\\", ": ", "- ", "---\n", "&a ", "*a"]
    while True:
        path = chance.choice(sorted(texts))
        text = texts[path]
        place, length = chance.randrange(len(text) + 1), chance.choice([0, 0, 1, 3, 40])
        new = "".join(chance.choices(signs, k=chance.choice([0, 1, 1, 2])))
        yield path, text[:place] + new + text[place + length :]


@pytest.mark.parametrize("seed", [1])
def test_whatever_is_typed_is_judged_as_a_check_of_it_saved(content: Path, tmp_path: Path, seed: int) -> None:
    copy = shutil.copytree(content, tmp_path / "saved/content")

    async def session(typist: Typist) -> None:
        files = [REPORT, PEOPLE, "sources.yml", "figures/reizigers.csv", "publications/draft.yml"]
        texts = {path: read(content / path) for path in files if (content / path).exists()}
        for path, text in texts.items():
            typist.open((content / path).as_uri(), text)
        for number, (path, text) in zip(range(ROUNDS), strange(seed, texts), strict=False):
            now = {**texts, path: text}
            for name, typed in now.items():
                (copy / name).write_text(typed, "utf-8", newline="")
                typist.type((content / name).as_uri(), typed)
            for name in now:
                told = await typist.problems((content / name).as_uri())
                assert as_told(told) == as_checked(copy, name), (number, path)
            if number % 3 == 2:
                texts = now

    play(session, content)
