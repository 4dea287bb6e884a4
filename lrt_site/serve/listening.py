"""The server: it listens on this machine alone, says where when it does, and speaks Dutch."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from lrt_site import folders
from lrt_site.problems import LrtSiteError
from lrt_site.serve.application import application
from lrt_site.serve.shown import Shown

_HOST = "127.0.0.1"


def serve(shown: Shown, port: int, tell: Callable[[str], None]) -> None:
    """Show a site on this machine alone until interrupted; `tell` says where, once it can be opened."""
    with _listening(port) as ours:
        configured = uvicorn.Config(
            application(shown, ours.getsockname()[1]),
            http=_Protocol,
            ws="none",
            log_config=None,
            log_level=_NOTHING,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(configured, lambda: tell(f"http://{_HOST}:{ours.getsockname()[1]}/"))
        with suppress(KeyboardInterrupt):  # it stopped as it was asked to, and tells that once more
            server.run(sockets=[ours])


_NOTHING = 100
"""Above every level of messages: what the server says is English, and for its makers."""


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config, listens: Callable[[], None]) -> None:
        super().__init__(config)
        self._listens = listens

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._listens()


class _Protocol(H11Protocol):
    """Refuses in Dutch what is no HTTP."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - what the server would say itself
        super().send_400_response("Deze vraag is niet te begrijpen.")


def _listening(port: int) -> socket.socket:
    """A port of this machine that is ours. LrtSiteError where it cannot be."""
    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            why = "die is al in gebruik. Staat er nog een voorbeeld open? Stop dat, of kies een andere met --port"
        else:
            why = f"{folders.reason_of(error)}. Kies een andere met --port"
        raise LrtSiteError(f"Poort {port} kan niet: {why}.") from error
