"""A web application asked in memory, without a server or a port."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

PORT = 8000
HOST = f"127.0.0.1:{PORT}"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@asynccontextmanager
async def alive(app: ASGIApp) -> AsyncIterator[None]:
    """The application from its start to its end."""
    asked: asyncio.Queue[Message] = asyncio.Queue()
    told: asyncio.Queue[Message] = asyncio.Queue()
    life = asyncio.create_task(_called(app, {"type": "lifespan", "asgi": {"version": "3.0"}}, asked.get, told.put))
    await asked.put({"type": "lifespan.startup"})
    assert (await told.get())["type"] == "lifespan.startup.complete"
    try:
        yield
    finally:
        await asked.put({"type": "lifespan.shutdown"})
        await life


async def _called(app: ASGIApp, *given: Any) -> None:
    await app(*given)


async def answer(app: ASGIApp, path: str, *, method: str = "GET", hosts: tuple[str, ...] = (HOST,)) -> Answer:
    """What an application answers."""
    parts: list[Message] = []

    async def send(message: Message) -> None:
        parts.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    await app(_scope(path, method, hosts), receive, send)
    head, *body = parts
    headers = {name.decode(): value.decode() for name, value in head["headers"]}
    return Answer(head["status"], headers, b"".join(part.get("body", b"") for part in body))


@asynccontextmanager
async def listening(app: ASGIApp, path: str) -> AsyncIterator[asyncio.Queue[str]]:
    """What an application goes on to say, for as long as the block lasts."""
    said: asyncio.Queue[str] = asyncio.Queue()
    gone = asyncio.Event()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body" and message.get("body"):
            await said.put(message["body"].decode())

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    task = asyncio.create_task(_called(app, _scope(path, "GET", (HOST,)), receive, send))
    yield said
    gone.set()
    await task


def _scope(path: str, method: str, hosts: tuple[str, ...]) -> dict[str, Any]:
    bare, _, query = path.partition("?")
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(bare),
        "raw_path": bare.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", host.encode()) for host in hosts],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", PORT),
    }
