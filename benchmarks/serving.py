"""`python -m benchmarks.serving`: what a save costs while the real program shows a site.

For each content: from the saved file to the event that tells open pages, from the request to the page, and the
processor time of the whole, checks included; the memory after more and more saves; and with `--browser`, from the saved
file to the changed page in Chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.measuring import PROGRAMS, ROOT

_HEARD = "/__voorbeeld"
_TICKS = os.sysconf("SC_CLK_TCK")
_REST = 3.0
"""Seconds without work after which a server is at rest."""


def main() -> None:
    """Measure the real content, and a made-up one of the size asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=1000)
    options.add_argument("--saves", type=int, default=20)
    options.add_argument("--memory", type=int, nargs="*", default=[], help="saves after which the memory is told")
    options.add_argument("--browser", action="store_true")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}; median and worst of {chosen.saves} saves")
    with TemporaryDirectory() as folder:
        made = Path(folder)
        shutil.copytree(ROOT / "content", made / "real/content")
        corpus.write(made / "corpus/content", chosen.size)
        for project, name in ((made / "real", "real content"), (made / "corpus", f"{chosen.size} meetings")):
            print(f"\n{name}")
            with _serving(project) as server:
                _measure(server, chosen.saves)
                if chosen.browser:
                    _in_browser(server, chosen.saves)
                for until in sorted(chosen.memory):
                    while server.saves < until:
                        server.shown_after(server.save())
                    print(f"  memory after {server.saves} saves: {server.memory():.1f} MiB")


class _Server:
    """The real program, showing a project of which one meeting is written."""

    def __init__(self, process: subprocess.Popen[str], project: Path, port: int) -> None:
        self.port = port
        self.saves = 0
        self._process = process
        self._file = sorted((project / "content/meetings").glob("*.md"))[-1]
        self._text = self._file.read_text("utf-8")
        self.page = f"/vergaderingen/{self._file.stem}/"

    def save(self) -> str:
        """Save other words; what then stands on the page."""
        self.saves += 1
        words = f"Opgeslagen voor de {self.saves}e keer."
        self._file.write_text(f"{self._text}\n{words}\n", "utf-8")
        return words

    def asked(self, path: str = "") -> str:
        """A page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path or self.page)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def shown_after(self, words: str) -> None:
        """Ask until the words are there."""
        while words not in self.asked():
            time.sleep(0.005)

    @contextmanager
    def heard(self) -> Iterator[HTTPResponse]:
        """The events that an open page hears."""
        stand = re.search(r'data-stand="([^"]+)"', self.asked())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", f"{_HEARD}?stand={stand[1] if stand else ''}")
        yield connection.getresponse()
        connection.close()

    def processor(self) -> float:
        """Seconds of processor so far, in the program and in the system."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """The resident set in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def rest(self) -> None:
        """Wait until nothing is left to do."""
        before = -1.0
        while self.processor() - before > _REST / 100:
            before = self.processor()
            time.sleep(_REST)


@contextmanager
def _serving(project: Path) -> Iterator[_Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(PROGRAMS / "lrt-site"), "serve", "--port", str(port)]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            while "Open" not in process.stderr.readline():
                pass
            listens = time.perf_counter() - started
            server = _Server(process, project, port)
            server.asked()
            print(f"  from start to listening {listens:.2f} s, to the first page {time.perf_counter() - started:.2f} s")
            server.rest()
            yield server
        finally:
            process.terminate()


def _measure(server: _Server, saves: int) -> None:
    told, answered, whole = [], [], []
    before = server.processor()
    for _ in range(saves):
        with server.heard() as events:
            saved = time.perf_counter()
            words = server.save()
            while not events.readline().startswith(b"data:"):
                pass
            heard = time.perf_counter()
            assert words in server.asked()
            shown = time.perf_counter()
        told.append(heard - saved)
        answered.append(shown - heard)
        whole.append(shown - saved)
        time.sleep(0.5)
    server.rest()
    _tell("saved file to event", told)
    _tell("request to page", answered)
    _tell("saved file to page", whole)
    print(f"  processor for each save, checks and all: {(server.processor() - before) / saves:.2f} s")


def _in_browser(server: _Server, saves: int) -> None:
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        tab = browser.new_page()
        tab.goto(f"http://127.0.0.1:{server.port}{server.page}")
        seen = []
        for _ in range(saves):
            saved = time.perf_counter()
            tab.get_by_text(server.save()).wait_for()
            seen.append(time.perf_counter() - saved)
            time.sleep(0.5)
        browser.close()
    _tell("saved file to changed page in a browser", seen)


def _tell(what: str, seconds: list[float]) -> None:
    print(f"  {what}: {statistics.median(seconds):.3f} s, at worst {max(seconds):.3f} s")


if __name__ == "__main__":
    main()
