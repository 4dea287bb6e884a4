"""Pages are made for who asks, before anything is checked; open pages are told of each change, and none is missed."""

import asyncio
import re
import threading
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from lrt_site.problems import Problem
from lrt_site.serve import application
from lrt_site.serve.shown import LastSaved
from tests.tools.asking import PORT, Answer, alive, answer, listening

PAGE = "<html><body>{}</body></html>"
PATIENCE = 20
"""Seconds in which an event comes."""
OWN = 4
WRONG = (Problem(PurePosixPath("content/site.yml"), 3, 1, "bad-date", "Dit is geen <datum>."),)


@dataclass
class Written:
    """A site in memory that changes when a test writes in its folder."""

    folder: Path
    files: dict[str, str | bytes] = field(default_factory=dict)
    wrong: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    saved: LastSaved = field(default_factory=LastSaved)
    version: int = 0
    done: list[str] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    unmade: frozenset[str] = frozenset()

    def watched(self) -> tuple[Path, ...]:
        return (self.folder,)

    def renew(self, changed: frozenset[Path]) -> None:  # noqa: ARG002 - it looks at all of its folder
        self._did("renew")
        text = "".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.md")))
        if text != self.files.get("text"):
            self.files["text"] = text
            self.files["index.html"] = PAGE.format(text)
            self.version += 1
            self.saved = LastSaved(self.version, "/x/", "X")
            self.problems = ()

    def made(self, path: str) -> str | bytes | None:
        self._did(f"made {path}")
        return self.files.get(path)

    def failed(self, path: str) -> bool:
        return path in self.unmade

    def behind(self, path: str) -> str:
        return "Niet bijgewerkt." if path == "oud/index.html" else ""

    def place_of(self, problem: Problem) -> str:
        return "eigen/index.html" if problem.line == OWN else ""

    def lines(self, file: PurePosixPath) -> list[str]:  # noqa: ARG002 - all files are alike
        return ["title: Een tafel", "", "date: <datum>", "text: De woorden van deze pagina."]

    def explanation(self, code: str) -> str:
        return f"/handboek/#{code}"

    def checking(self) -> Iterator[None]:
        for _ in range(3):
            self._did("check")
            yield
        self.problems = self.wrong

    def beside(self) -> bool:
        return False

    def _did(self, what: str) -> None:
        self.done.append(what)
        self.threads.add(threading.get_ident())


def own_problem() -> Problem:
    return replace(WRONG[0], line=OWN, message="Dit is van hier.")


def trying(written: Written, work: Callable[[Callable[[str], Coroutine[Any, Any, Answer]], Any], Any]) -> None:
    """Do some work with an application that shows a site, given what asks it and the application itself."""

    async def tried() -> None:
        app = application(written, PORT)
        async with alive(app):
            await work(lambda path: answer(app, path), app)

    asyncio.run(tried())


async def until(said: asyncio.Queue[str], words: str) -> str:
    async with asyncio.timeout(PATIENCE):
        while words not in (event := await said.get()):
            pass
    return event


def stand_of(page: Answer) -> str:
    found = re.search(r'data-stand="([^"]+)"', page.text)
    assert found
    return found[1]


def test_what_is_asked_for_is_answered_as_it_is(tmp_path: Path) -> None:
    written = Written(tmp_path, {"404.html": PAGE.format("weg"), "a/index.html": PAGE.format("a"), "data/x.json": "{}"})
    written.files["data/y.bin"] = b"\xff\x00"

    async def work(ask: Any, _: Any) -> None:
        assert (await ask("/data/x.json")).body == b"{}"
        assert (await ask("/data/y.bin")).body == b"\xff\x00"
        page = await ask("/a/")
        assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        moved = await ask("/a")
        assert (moved.status, moved.headers["location"]) == (307, "/a/")
        for path in (
            "/nergens",
            "/nergens/",
            "//a.example/",
            "/../../etc/passwd",
            "/%2e%2e/x",
            "/a%00",
            "/%ff",
            "/a\\",
        ):
            lost = await ask(path)
            assert (lost.status, "weg" in lost.text) == (404, True), path

    trying(written, work)


def test_one_thread_reads_and_makes_and_the_page_comes_before_the_checks(tmp_path: Path) -> None:
    written = Written(tmp_path, wrong=WRONG)

    async def work(ask: Any, app: Any) -> None:
        first = await ask("/")
        assert "geen &lt;datum" not in first.text
        async with listening(app, f"/__voorbeeld?stand={stand_of(first)}") as said:
            assert '"herlaad": false, "naar": ""' in await until(said, "data: {")
        page = (await ask("/")).text
        assert "content/site.yml, regel 3:</b> Dit is geen &lt;datum&gt;." in page
        assert "<pre>3 | <mark>d</mark>ate: &lt;datum&gt;</pre>" in page
        assert '<a href="/handboek/#bad-date">Uitleg bij bad-date</a>' in page

    trying(written, work)
    assert written.done[:2] == ["renew", "made index.html"]
    assert "check" in written.done
    assert len(written.threads) == 1
    assert threading.get_ident() not in written.threads


def test_a_save_reaches_every_open_page_and_one_that_opened_before_it(tmp_path: Path) -> None:
    written = Written(tmp_path)

    async def work(ask: Any, app: Any) -> None:
        stand = stand_of(await ask("/"))
        path = f"/__voorbeeld?stand={stand}"
        async with listening(app, path) as said, listening(app, path) as other:
            (tmp_path / "x.md").write_text("daarna", "utf-8")
            told = await until(said, "data: {")
            assert told == await until(other, "data: {")
            assert '"herlaad": true, "naar": "/x/"' in told
        assert "daarna" in (await ask("/")).text
        async with listening(app, path) as late:
            assert '"naar": "/x/"' in await until(late, "data: {")
            await until(late, "event: bij")
        async with listening(app, "/__voorbeeld?stand=van-een-ander.1.1.f") as of_before:
            assert '"herlaad": true, "naar": ""' in await until(of_before, "data: {")

    trying(written, work)


def test_many_saves_in_a_row_end_with_the_last(tmp_path: Path) -> None:
    written = Written(tmp_path)

    async def work(ask: Any, _: Any) -> None:
        await ask("/")
        for number in range(30):
            (tmp_path / "x.md").write_text(f"keer {number}.", "utf-8")
            await asyncio.gather(ask("/"), ask("/"), asyncio.sleep(0.003))
        async with asyncio.timeout(PATIENCE):
            while "keer 29." not in (await ask("/")).text:
                await asyncio.sleep(0.01)

    trying(written, work)


def test_what_cannot_be_made_gives_way_to_what_is_wrong(tmp_path: Path) -> None:
    written = Written(tmp_path, {"404.html": PAGE.format("weg")}, wrong=WRONG, unmade=frozenset({"stuk/index.html"}))

    async def work(ask: Any, _: Any) -> None:
        broken = await ask("/stuk/")
        assert (broken.status, "Dit kan nog niet worden getoond" in broken.text) == (200, True)
        assert (await ask("/nergens/")).status == 404
        del written.files["404.html"]
        assert "Dit kan nog niet worden getoond" in (await ask("/nergens/")).text

    trying(written, work)


def test_a_page_has_its_own_problems_first_and_beside_its_text_and_says_when_it_is_old(tmp_path: Path) -> None:
    page = PAGE.format("<main><p>De woorden van deze pagina.</p></main>")
    written = Written(tmp_path, {"eigen/index.html": page, "oud/index.html": page}, wrong=(*WRONG, own_problem()))

    async def work(ask: Any, app: Any) -> None:
        async with listening(app, f"/__voorbeeld?stand={stand_of(await ask('/eigen/'))}") as said:
            await until(said, "data: {")
        own, old = (await ask("/eigen/")).text, (await ask("/oud/")).text
        assert own.index("Dit is van hier.") < own.index("Dit is geen")
        assert "Op deze pagina 1, elders 1. U ziet wat u schreef." in own
        assert '<p>De woorden van deze pagina.</p><div class="voorbeeld-melding" role="note"><p><b>Regel 4:</b>' in own
        assert 'voorbeeld-melding"' not in old
        assert "</b> Niet bijgewerkt." in old

    trying(written, work)
