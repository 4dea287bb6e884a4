"""Where files of an editor's program are: in which folder, under which name, saved by whom, and in which form."""

import asyncio
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types

from tests.tools.sites import ROOT
from tests.tools.typist import Typist, at, play

EXAMPLE = ROOT / "examples/fictief"
REPORT = "meetings/m-2025-12-04.md"
DATE = "date: 2025-12-04"
WRONG = "date: 2025-13-04"
WATCHES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    )
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "project" / "content")


def codes(told: list[types.Diagnostic]) -> list[str]:
    return [str(one.code) for one in told]


def wrong_in(content: Path) -> str:
    return (content / REPORT).read_text("utf-8").replace(DATE, WRONG)


@pytest.mark.parametrize("below", [".", "..", "meetings"])
def test_the_content_is_found_wherever_the_program_was_opened(content: Path, below: str) -> None:
    async def session(typist: Typist) -> None:
        typist.open((content / REPORT).as_uri(), wrong_in(content))
        assert codes(await typist.problems((content / REPORT).as_uri())) == ["bad-date"]

    play(session, content, root=(content / below).resolve())


def test_of_files_that_were_not_opened_problems_are_told_too(content: Path) -> None:
    (content / REPORT).write_text(wrong_in(content), "utf-8")

    async def session(typist: Typist) -> None:
        await typist.told_of((content / REPORT).as_uri(), "bad-date")

    play(session, content)


def test_two_folders_are_two_tables(content: Path) -> None:
    other = shutil.copytree(EXAMPLE, content.parent / "elders/tafel")
    people = other / "participants.yml"
    people.write_text(people.read_text("utf-8").replace("p-bedacht", "p-anders"), "utf-8")

    async def session(typist: Typist) -> None:
        ours, theirs = ((folder / "commitments/T90002.md").as_uri() for folder in (content, other))
        for uri in (ours, theirs):
            typist.open(uri, (content / "commitments/T90002.md").read_text("utf-8"))
        assert codes(await typist.problems(theirs)) == ["unknown-person"]
        assert codes(await typist.problems(ours)) == []

    play(session, content)


def test_a_file_elsewhere_is_nobodys(content: Path) -> None:
    elsewhere = (content.parent / "los.md").as_uri()

    async def session(typist: Typist) -> None:
        for uri in (elsewhere, "untitled:Untitled-1", "file:///", "https://tafel.example/x.yml"):
            typist.open(uri, wrong_in(content))
            asked = types.CompletionParams(**at(uri, 3, 0))
            assert await typist.client.text_document_completion_async(asked) == []
            assert await typist.client.text_document_hover_async(types.HoverParams(**at(uri, 3, 0))) is None
            assert await typist.problems(uri) == []

    play(session, content)


def test_an_address_may_be_written_in_other_ways(content: Path) -> None:
    folder = shutil.copytree(content, content.parent / "é 100% [b]/content")
    plain, ours = unquote((folder / REPORT).as_uri()).replace("%", "%25"), (folder / REPORT).as_uri()

    async def session(typist: Typist) -> None:
        for uri in (plain, ours.replace("%C3%A9", "%c3%a9"), ours.replace("[", "%5B")):
            typist.open(uri, wrong_in(content))
            told = await typist.problems(uri)
            assert codes(told) == ["bad-date"]
            typist.close(uri)

    play(session, folder)


def test_a_folder_behind_a_link_is_that_folder(content: Path) -> None:
    link = content.parent / "link"
    link.symlink_to(content, target_is_directory=True)

    async def session(typist: Typist) -> None:
        typist.open((link / REPORT).as_uri(), wrong_in(content))
        assert codes(await typist.problems((link / REPORT).as_uri())) == ["bad-date"]

    play(session, content)


def test_files_come_and_go(content: Path) -> None:
    async def session(typist: Typist) -> None:
        assert await typist.first_asked() == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        report, moved = content / REPORT, content / "meetings/m-nieuw.md"

        def tell(*paths: Path) -> None:
            events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
            typist.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

        text = report.read_text("utf-8")
        report.rename(moved)
        tell(report, moved)
        await typist.told_of(moved.as_uri(), "file-name")
        moved.rename(report)
        tell(report, moved)
        await typist.told_of(moved.as_uri())
        typist.open(moved.as_uri(), text)
        assert codes(await typist.problems(moved.as_uri())) == ["duplicate-id"], "new, and not saved"
        typist.close(moved.as_uri())
        await typist.told_of(moved.as_uri())
        (content / "participants.yml").unlink()
        tell(content / "participants.yml")
        await typist.told_of((content / "participants.yml").as_uri(), "lost-file")

    play(session, content, capabilities=WATCHES)


def test_the_whole_folder_may_be_gone(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri = (content / REPORT).as_uri()
        typist.open(uri, wrong_in(content))
        assert codes(await typist.problems(uri)) == ["bad-date"]
        content.rename(content.parent / "weg")
        typist.type(uri, wrong_in(content.parent / "weg"))
        assert await typist.problems(uri) == []
        (content.parent / "weg").rename(content)
        typist.type(uri, wrong_in(content))
        assert codes(await typist.problems(uri)) == ["bad-date"]

    play(session, content)


def test_bytes_that_are_no_text_and_ends_of_lines_of_windows(content: Path) -> None:
    text = wrong_in(content)
    data = text.replace("\n", "\r\n").encode()
    (content / REPORT).write_bytes(data.replace(b"title: Raming", b"title: R\xe9ming"))

    async def session(typist: Typist) -> None:
        uri = (content / REPORT).as_uri()
        typist.open(uri, (content / REPORT).read_bytes().decode("utf-8", "replace"))
        assert codes(await typist.problems(uri)) == ["not-utf8"], "shown by another sign, and not typed"
        typist.type(uri, data.decode())
        (date,) = await typist.problems(uri)
        assert date.range.start.line == text.split("\n").index(WRONG)
        typist.type(uri, data.decode().replace("\r\n", "\r"))
        assert [one.range for one in await typist.problems(uri)] == [date.range]

    play(session, content)


def test_a_file_larger_than_texts_of_people_is_not_read(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri = (content / REPORT).as_uri()
        typist.open(uri, wrong_in(content) + "een zin\n" * 20_000)
        assert codes(await typist.problems(uri)) == ["too-large"]

    play(session, content)


def test_who_types_fast_is_told_once(content: Path) -> None:
    async def session(typist: Typist) -> None:
        uri, text = (content / REPORT).as_uri(), wrong_in(content)
        typist.open(uri, text)
        await typist.problems(uri)
        rounds = 0

        async def count() -> None:
            nonlocal rounds
            while True:
                async with typist.rounds:
                    await typist.rounds.wait()
                    rounds += 1

        counting = asyncio.create_task(count())
        for number in range(200):
            typist.type(uri, text + "x" * number)
        assert codes(await typist.problems(uri)) == ["bad-date"]
        counting.cancel()
        assert rounds <= 2

    play(session, content)


@pytest.mark.parametrize(
    "text", ["", "---", "\0", "\r", "[" * 5000, "a: " * 1000, "---\nx: &a [*a]\n---\n", "🚢é\u2028x"]
)
def test_whatever_stands_there_a_question_is_answered(content: Path, text: str) -> None:
    async def session(typist: Typist) -> None:
        uri = (content / REPORT).as_uri()
        typist.open(uri, text)
        for line, column in ((0, 0), (0, 2), (0, 9_999), (9_999, 0), (9_999, 2**31 - 1)):
            await typist.client.text_document_completion_async(types.CompletionParams(**at(uri, line, column)))
            await typist.client.text_document_hover_async(types.HoverParams(**at(uri, line, column)))
            await typist.client.text_document_definition_async(types.DefinitionParams(**at(uri, line, column)))
        await typist.actions(uri, types.Range(types.Position(0, 0), types.Position(9_999, 0)))
        assert await typist.problems(uri)

    play(session, content)
