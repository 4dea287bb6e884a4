"""What is written is noticed, also in a folder that was away, that is new, or that the system does not watch."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from lrt_site.serve import following

PATIENCE = 20
"""Seconds in which a change is noticed."""


async def noticed(saves: AsyncIterator[frozenset[Path]], path: Path | None = None) -> None:
    """Wait until a change of this path is told, or that something may have changed unseen."""
    async with asyncio.timeout(PATIENCE):
        while True:
            changed = await anext(saves)
            if not changed if path is None else path in changed:
                return


def test_saves_are_told_and_folders_come_and_go(tmp_path: Path) -> None:
    watched = (tmp_path / "content", tmp_path / "templates")
    (tmp_path / "content").mkdir()

    async def work() -> None:
        async with aclosing(following.saves(lambda: watched, asyncio.Event())) as saves:
            await noticed(saves)
            for number in range(2):
                (tmp_path / "content/x.md").write_text(str(number), "utf-8")
                await noticed(saves, tmp_path / "content/x.md")
            (tmp_path / "content").rename(tmp_path / "weg")
            await noticed(saves)
            (tmp_path / "weg").rename(tmp_path / "content")
            await noticed(saves)
            (tmp_path / "templates").mkdir()
            await noticed(saves)
            await noticed(saves)  # after watching began again
            (tmp_path / "templates/y.jinja").write_text("nieuw", "utf-8")
            await noticed(saves, tmp_path / "templates/y.jinja")

    asyncio.run(work())


def test_where_the_system_watches_nothing_it_is_looked_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr(following, "awatch", refused)
    monkeypatch.setattr(following, "_LOOK_AGAIN", 0.01)

    async def work() -> None:
        stopping = asyncio.Event()
        async with aclosing(following.saves(lambda: (tmp_path,), stopping)) as saves:
            for _ in range(3):
                await noticed(saves)
            stopping.set()
            assert [changed async for changed in saves] == []

    asyncio.run(work())
