"""Who is answered: a browser on this machine that asks this server to read, and nobody else."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_READING = ("GET", "HEAD")
_OF_WEB = 80
_HEADERS = (
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
"""No page elsewhere on the web may read or frame what was not published."""


def guarded(app: ASGIApp, port: int) -> ASGIApp:
    """An application that answers only who asks for this machine by name, at this port.

    A name of somebody else that leads to this machine would let a page of theirs read what was not published.
    """
    hosts = {f"{name}:{port}" for name in _NAMES} | ({*_NAMES} if port == _OF_WEB else set())

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
            await send(message)

        if scope["type"] != "http":
            await app(scope, receive, send)
        elif _host_of(scope) not in hosts:
            address = f"http://{_NAMES[0]}:{port}/"
            await _refuse(sending, 421, f"Dit voorbeeld staat alleen op deze computer, op {address}.\n")
        elif scope["method"] not in _READING:
            await _refuse(sending, 405, "Dit voorbeeld is alleen te lezen.\n", (b"allow", ", ".join(_READING).encode()))
        else:
            await app(scope, receive, sending)

    return guard


def _host_of(scope: Scope) -> str:
    """The one host that is asked for; nothing where there is none, or more than one."""
    named = [value for name, value in scope["headers"] if name == b"host"]
    return named[0].decode("latin-1").lower() if len(named) == 1 else ""


async def _refuse(send: Send, status: int, said: str, *headers: tuple[bytes, bytes]) -> None:
    plain = (b"content-type", b"text/plain; charset=utf-8")
    await send({"type": "http.response.start", "status": status, "headers": [plain, *headers]})
    await send({"type": "http.response.body", "body": said.encode()})
