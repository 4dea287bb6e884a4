"""The web application of a preview: one thread reads and makes, pages before checks, and open pages are told."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import field
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import ParamSpec, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from lrt_site.frozen import dataclass
from lrt_site.problems import Problem
from lrt_site.serve import bar, telling
from lrt_site.serve.assets import ASSETS, EVENTS
from lrt_site.serve.beside import beside
from lrt_site.serve.following import saves
from lrt_site.serve.guard import guarded
from lrt_site.serve.shown import Shown

P = ParamSpec("P")
T = TypeVar("T")

_HEARTBEAT = 15.0
"""Seconds between two signs of life, so that a closed browser window is noticed."""
_PAGE_FIRST = 0.15
"""Seconds that open pages get to ask for what is new, before it is checked."""
_STEP = 0.01
"""Seconds after which checking lets others go first."""


@dataclass(slots=True)
class _Server:
    """A shown site with what serves it. All that reads and makes it runs in the one thread of `worker`."""

    shown: Shown
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "voorbeeld"))
    name: str = field(default_factory=lambda: token_hex(4))
    """Tells this server from one that ran before."""
    told: asyncio.Condition = field(default_factory=asyncio.Condition)
    beside: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    checks: asyncio.Task[None] | None = None
    stand: str = ""
    """What there is to show: the server, the version, what was written last, and which problems.

    The worker notes it after its work, so that nobody is told of one half of what was written.
    """

    def _note(self) -> None:
        shown = self.shown
        self.stand = f"{self.name}.{shown.version}.{shown.saved.number}.{abs(hash(shown.problems)):x}"

    def _differs(self, stand: str) -> bool:
        return self.stand != stand

    async def work(self, job: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Let the worker do a job, after what it was asked before."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, partial(job, *given, **named))

    async def tell(self) -> None:
        """Let every open page look whether it knows what there is to show."""
        async with self.told:
            self.told.notify_all()

    async def renew(self, changed: frozenset[Path] = frozenset()) -> None:
        """Take what is written now, show it, and check it after that."""

        def take() -> None:
            self.shown.renew(changed)
            self._note()

        await self.work(take)
        self.ready.set()
        self.beside.set()
        await self.tell()
        if self.checks:
            self.checks.cancel()
        self.checks = asyncio.create_task(self._check())

    async def _check(self) -> None:
        await asyncio.sleep(_PAGE_FIRST)
        checking = self.shown.checking()

        def step() -> bool:
            until = time.monotonic() + _STEP
            while time.monotonic() < until:
                if next(checking, self) is self:
                    self._note()
                    return True
            return False

        while not await self.work(step):
            pass
        await self.tell()

    async def follow(self) -> None:
        """Renew at every save, for good."""
        await self.renew()
        async for changed in saves(self.shown.watched, self.stopping):
            await self.renew(changed)

    async def keep_beside(self) -> None:
        """Make what stands apart, after what is shown, for good."""
        while True:
            await self.beside.wait()
            self.beside.clear()
            await asyncio.sleep(_PAGE_FIRST)
            if await asyncio.to_thread(self.shown.beside):
                await self.renew()

    async def stop(self, *tasks: asyncio.Task[None]) -> None:
        """Stop all work."""
        self.stopping.set()
        for task in (*tasks, *filter(None, [self.checks])):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self.worker.shutdown(wait=False, cancel_futures=True)

    async def events(self, known: str) -> AsyncIterator[str]:
        """What an open page that knows a stand has to do, as it comes up; `bij` once it knows all of before."""
        yield ": verbonden\n\n"
        await self.ready.wait()
        known = known or self.stand
        is_new = True
        while True:
            stand = self.stand
            if stand != known:
                yield f"data: {self._news(known, stand)}\n\n"
            if is_new:
                yield "event: bij\ndata:\n\n"
            known, is_new = stand, False
            async with self.told:
                try:
                    await asyncio.wait_for(self.told.wait_for(partial(self._differs, stand)), _HEARTBEAT)
                except TimeoutError:
                    yield ": nog hier\n\n"

    def _news(self, known: str, stand: str) -> str:
        """What is other than an open page knows: whether to load it anew, and where what was written stands."""
        then, now = known.split("."), stand.split(".")
        goes = then[0] == now[0] and then[2:3] != now[2:3]
        last = self.shown.saved.address if goes else ""
        return json.dumps({"stand": stand, "herlaad": then[:2] != now[:2], "naar": last})

    async def page(self, request: Request) -> Response:
        """The answer at an address of the site."""
        await self.ready.wait()
        path: str = request.scope["path"]
        name = path.removeprefix("/")
        name = f"{name}index.html" if name.endswith("/") or not name else name
        content = await self.work(self.shown.made, name)
        if content is None:
            if not path.endswith("/") and await self.work(self.shown.made, f"{name}/index.html") is not None:
                return Response(status_code=307, headers={"location": f"{quote(path)}/"})
            return await self._nothing(name)
        if not name.endswith(".html"):
            return Response(content, media_type=mimetypes.guess_type(name)[0] or "application/octet-stream")
        return await self.work(self._html, name, content, 200)

    async def _nothing(self, name: str) -> Response:
        """What stands where nothing is, or where it cannot be made."""
        page = await self.work(self.shown.made, "404.html")
        if page is None or self.shown.failed(name):
            nothing = bar.without_page(is_explained=bool(self.shown.problems))
            return await self.work(self._html, name, nothing, 200)
        return await self.work(self._html, name, page, 404)

    def _html(self, name: str, page: str | bytes, status: int) -> Response:
        """A page that follows, with what is wrong: first what it shows itself, and that beside its text too."""
        text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page
        shown, problems = self.shown, self.shown.problems
        own = [problem for problem in problems if shown.place_of(problem) == name]
        others = [problem for problem in problems if shown.place_of(problem) != name]

        def told(problem: Problem) -> str:
            return telling.told(problem, shown.lines(problem.file), shown.explanation)

        for file in sorted({problem.file for problem in own}):
            lines = shown.lines(file)
            here = [problem for problem in own if problem.file == file]
            notes = [(problem.line, telling.told_beside(problem, lines, shown.explanation)) for problem in here]
            text = beside(text, notes, lines)
        inside = bar.bar((*own, *others), told, shown.behind(name), len(own))
        return Response(bar.followed(text, inside, self.stand, shown.saved), status, media_type="text/html")


def application(shown: Shown, port: int) -> ASGIApp:
    """The web application that shows a site at a port of this machine."""
    server = _Server(shown)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(server.follow()), asyncio.create_task(server.keep_beside())]
        yield
        await server.stop(*tasks)

    async def events(request: Request) -> StreamingResponse:
        known = request.query_params.get("stand", "")
        return StreamingResponse(server.events(known), media_type="text/event-stream")

    async def asset(request: Request) -> Response:
        made = ASSETS[request.scope["path"]]
        return Response(made.text, media_type=made.media_type)

    routes = [
        Route(EVENTS, events),
        *(Route(path, asset) for path in ASSETS),
        Route("/{path:path}", server.page),
    ]
    return guarded(Starlette(routes=routes, lifespan=lifespan), port)
