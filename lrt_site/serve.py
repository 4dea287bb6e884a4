"""A preview that follows the editor: every change is built again and every open page reloads."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import field
from html import escape
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from lrt_site.frozen import dataclass

_EVENTS = "/__herladen"
_SCRIPT = f"new EventSource('{_EVENTS}').onmessage = () => location.reload();\n"
_HEARTBEAT = 15.0
"""Seconds between two signs of life, so that a closed browser window is noticed."""


@dataclass(frozen=True, slots=True)
class Preview:
    """One state of the site: its files by path, and the problems that keep the newest state from showing."""

    files: Mapping[str, str | bytes]
    problems: str = ""


@dataclass(slots=True)
class _Shown:
    preview: Preview
    version: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


def serve(rebuild: Callable[[frozenset[Path]], Preview], watched: Sequence[Path], port: int) -> None:
    """Show the site on this machine alone until interrupted. `rebuild` gets the paths that changed."""
    app = application(rebuild, watched)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=1)


def application(rebuild: Callable[[frozenset[Path]], Preview], watched: Sequence[Path]) -> Starlette:
    """The web application behind `serve`."""
    shown = _Shown(rebuild(frozenset()))
    stopping = asyncio.Event()

    async def follow() -> None:
        async for changes in awatch(*watched, stop_event=stopping, debounce=200):
            paths = frozenset(Path(path) for _, path in changes)
            shown.preview = await asyncio.to_thread(rebuild, paths)
            async with shown.changed:
                shown.version += 1
                shown.changed.notify_all()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(follow())
        yield
        stopping.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def events(_: Request) -> StreamingResponse:
        return StreamingResponse(_events(shown), media_type="text/event-stream")

    async def script(_: Request) -> Response:
        return Response(_SCRIPT, media_type="text/javascript")

    async def page(request: Request) -> Response:
        return _answer(shown.preview, request.url.path)

    routes = [Route(_EVENTS, events), Route(f"{_EVENTS}.js", script), Route("/{path:path}", page)]
    return Starlette(routes=routes, lifespan=lifespan)


async def _events(shown: _Shown) -> AsyncIterator[str]:
    seen = shown.version
    yield ": verbonden\n\n"
    while True:
        async with shown.changed:
            with suppress(TimeoutError):
                await asyncio.wait_for(shown.changed.wait(), _HEARTBEAT)
        yield ": nog hier\n\n" if shown.version == seen else f"data: {shown.version}\n\n"
        seen = shown.version


def _answer(preview: Preview, path: str) -> Response:
    if preview.problems:
        return _html(_problem_page(preview.problems), 500)
    name = path.removeprefix("/")
    name = f"{name}index.html" if name.endswith("/") or not name else name
    if name not in preview.files and f"{name}/index.html" in preview.files:
        return Response(status_code=307, headers={"location": f"{path}/"})
    status = 200 if name in preview.files else 404
    content = preview.files.get(name, preview.files.get("404.html", "Deze pagina bestaat niet."))
    if status == 404 or name.endswith(".html"):
        return _html(content.decode() if isinstance(content, bytes) else content, status)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(content, media_type=kind, headers={"cache-control": "no-store"})


def _html(text: str, status: int) -> Response:
    script = f'<script src="{_EVENTS}.js"></script></body>'
    headers = {"cache-control": "no-store"}
    return Response(text.replace("</body>", script, 1), status, headers, "text/html")


def _problem_page(problems: str) -> str:
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Problemen in de inhoud</title></head>'
        f"<body><h1>Problemen in de inhoud</h1><p>Verbeter ze; deze pagina ververst zichzelf.</p><pre>"
        f"{escape(problems)}</pre></body></html>"
    )
