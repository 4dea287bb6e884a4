"""The real program follows an editor through whatever goes wrong, says where it can be opened, and speaks Dutch."""

import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.tools import editors
from tests.tools.sites import COMMAND
from tests.tools.small import FIRST, MEETING, SMALL

PATIENCE = 60
"""Seconds in which the program does what it has to."""
REPORT = f"content/meetings/{MEETING}.md"


class Project:
    """A project that the program shows."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.saves = 0

    def page(self) -> str:
        try:
            with urlopen(f"{self.address}vergaderingen/{MEETING}/") as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            with error:
                return error.read().decode()

    def until(self, words: str, *, without: str = "\0") -> None:
        """Wait until the page has these words, and not those."""
        ends = time.monotonic() + PATIENCE
        while words not in (page := self.page()) or without in page:
            assert time.monotonic() < ends, page
            time.sleep(0.02)

    def goes_wrong(self, told: str) -> None:
        """The bar tells what is wrong, and the page is still there."""
        self.until(told)
        assert 'role="alert"' in self.page()
        assert f"Bewijs {self.saves}." in self.page()

    def follows(self) -> None:
        """The next save is shown, and nothing is wrong any more."""
        self.saves += 1
        (self.folder / REPORT).write_text(f"{SMALL[f'meetings/{MEETING}.md']}\nBewijs {self.saves}.\n", "utf-8")
        self.until(f"Bewijs {self.saves}.", without='role="alert"')


@contextmanager
def shown(folder: Path) -> Iterator[tuple[Project, subprocess.Popen[str]]]:
    """The project in a folder, from the moment that the program says where it can be opened."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "gezegd").open("w", encoding="utf-8") as said:
        program = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port)], cwd=folder, stdout=said, stderr=said, text=True
        )
        try:
            while not (found := re.search(r"Open (\S+) en stop met Ctrl\+C\.", (folder / "gezegd").read_text("utf-8"))):
                assert program.poll() is None
                time.sleep(0.01)
            assert found[1] == f"http://127.0.0.1:{port}/"
            with socket.create_connection(("127.0.0.1", port)):
                yield Project(folder, found[1]), program
        finally:
            program.kill()
            program.wait()


def test_the_program_goes_on_whatever_happens(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "content")
    editors.publish(content, FIRST)
    with shown(tmp_path) as (project, program):
        project.follows()

        template = tmp_path / "templates/meetings/meeting.html.jinja"
        template.parent.mkdir(parents=True)
        template.write_text("<main>\n{{ nergens }}\n", "utf-8")
        project.goes_wrong("templates/meetings/meeting.html.jinja, regel 2:")
        shutil.rmtree(tmp_path / "templates")
        project.follows()

        content.rename(tmp_path / "weg")
        project.goes_wrong("De map &#x27;content&#x27; met de inhoud bestaat niet.")
        (tmp_path / "weg").rename(content)
        project.until(f"Bewijs {project.saves}.", without='role="alert"')
        project.follows()

        entry = content / "publications" / FIRST / "publication.json"
        sealed = entry.read_bytes()
        entry.write_bytes(b"[" * 100_000)
        project.goes_wrong(f"content/publications/{FIRST}/publication.json, regel 1:")
        entry.write_bytes(sealed)
        project.follows()

        port = project.address.removesuffix("/").rpartition(":")[2]
        other = subprocess.run(
            [COMMAND, "serve", "--port", port], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (other.returncode, other.stdout) == (2, "")
        assert other.stderr == (
            f"lrt-site: Poort {port} kan niet: die is al in gebruik. Staat er nog een voorbeeld open? Stop dat, of "
            "kies een andere met --port.\n"
        )
        with socket.create_connection(("127.0.0.1", int(port))) as asked:
            asked.sendall(b"GET /\0 \0\r\n\r\n")
            assert "Deze vraag is niet te begrijpen." in asked.makefile("rb").read().decode()
        project.follows()

        program.send_signal(signal.SIGINT)
        assert program.wait(PATIENCE) == 0
    said = (tmp_path / "gezegd").read_text("utf-8")
    assert not re.search(r"Traceback|INFO|ERROR|WARNING|Uvicorn|Started|Shutting|Exception", said), said
