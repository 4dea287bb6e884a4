"""The preview shows what was written, and tells open pages when that changes."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import uvicorn

from lrt_site.serve import Preview, application

PATIENCE = 120
"""Seconds in which the server says something."""
SIGNS_OF_LIFE = 20
"""Lines that it may say before it tells of a change."""


@contextmanager
def running(preview: list[Preview], watched: Path) -> Iterator[str]:
    app = application(lambda _: preview[-1], (watched,))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    with socket.create_server(("127.0.0.1", 0)) as ours:
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[ours])))
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield f"http://127.0.0.1:{ours.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def being_written(path: Path) -> Iterator[None]:
    """Write another text in a file again and again: who begins to watch late still sees that it changes."""
    done = threading.Event()

    def write() -> None:
        for number in count():
            path.write_text(str(number), "utf-8")
            if done.wait(0.5):
                break

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def fetched(address: str) -> tuple[int, str]:
    try:
        with urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_change_reaches_an_open_page(tmp_path: Path) -> None:
    page = "<html><body>{}</body></html>"
    previews = [Preview({"index.html": page.format("eerst"), "404.html": page.format("weg")})]
    with running(previews, tmp_path) as address, urlopen(f"{address}/__herladen", timeout=PATIENCE) as events:
        assert "verbonden" in events.readline().decode()
        events.readline()
        assert "eerst" in fetched(f"{address}/")[1]
        assert "__herladen.js" in fetched(f"{address}/")[1]
        assert fetched(f"{address}/nergens/")[0] == 404
        previews.append(Preview({"index.html": page.format("daarna")}))
        with being_written(tmp_path / "nieuw.md"):
            assert any(line.startswith(b"data:") for line in islice(events, SIGNS_OF_LIFE))
        assert "daarna" in fetched(f"{address}/")[1]


def test_problems_take_the_place_of_the_page_and_are_escaped(tmp_path: Path) -> None:
    previews = [Preview({}, "content/site.yml:2:1: <b>fout</b>\n")]
    with running(previews, tmp_path) as address:
        status, text = fetched(f"{address}/vergaderingen/")
    assert status == 500
    assert "content/site.yml:2:1: &lt;b&gt;fout&lt;/b&gt;" in text
