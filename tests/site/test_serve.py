"""The preview shows what was written, and tells open pages when that changes."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import uvicorn

from lrt_site.serve import Preview, application


@contextmanager
def running(preview: list[Preview], watched: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    app = application(lambda _: preview[-1], (watched,))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
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
    with running(previews, tmp_path) as address, urlopen(f"{address}/__herladen", timeout=20) as events:
        assert "verbonden" in events.readline().decode()
        events.readline()
        assert "eerst" in fetched(f"{address}/")[1]
        assert "__herladen.js" in fetched(f"{address}/")[1]
        assert fetched(f"{address}/nergens/")[0] == 404
        previews.append(Preview({"index.html": page.format("daarna")}))
        (tmp_path / "nieuw.md").write_text("x", "utf-8")
        assert events.readline().decode().startswith("data:")
        assert "daarna" in fetched(f"{address}/")[1]


def test_problems_take_the_place_of_the_page_and_are_escaped(tmp_path: Path) -> None:
    previews = [Preview({}, "content/site.yml:2:1: <b>fout</b>\n")]
    with running(previews, tmp_path) as address:
        status, text = fetched(f"{address}/vergaderingen/")
    assert status == 500
    assert "content/site.yml:2:1: &lt;b&gt;fout&lt;/b&gt;" in text
