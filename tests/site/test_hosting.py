"""The container file serves a built site with nginx as an ordinary user, as our tests serve it."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest

from lrt_site import builtin

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin") or "nginx"
NOBODY = 65534
CONFIGURATION = builtin.NEW_PROJECT / "nginx.conf"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may read, with a small site."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        (site / "tafel").mkdir(parents=True)
        (site / "data").mkdir()
        (site / ".gebouwd").write_text("", "utf-8")
        (site / "index.html").write_text("<p>Café</p>" * 200, "utf-8")
        (site / "tafel/index.html").write_text("De tafel", "utf-8")
        (site / "404.html").write_text("Niet gevonden", "utf-8")
        (site / "data/wijzigingen.ndjson").write_text("{}\n", "utf-8")
        (site / "agenda.ics").write_text("BEGIN:VCALENDAR\n", "utf-8")
        folder.chmod(0o755)
        yield folder


def placed(folder: Path, port: int) -> Path:
    """The configuration, for a site in this folder and for this port; what it writes goes into the folder too."""
    text = CONFIGURATION.read_text("utf-8")
    for before, after in (
        ("/tmp", f"{folder}/run"),
        ("/srv/site", f"{folder}/site"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
    ):
        assert before in text
        text = text.replace(before, after)
    (folder / "run").mkdir()
    (folder / "run").chmod(0o777)
    (folder / "nginx.conf").write_text(text, "utf-8")
    return folder / "nginx.conf"


def as_ordinary_user(*options: str) -> subprocess.Popen[str]:
    """nginx by a user who may do nothing special, also where the tests run as root."""
    command = [NGINX, "-e", "stderr", *options]
    other = NOBODY if os.getuid() == 0 else None
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, user=other, group=other)


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    server = as_ordinary_user("-c", str(placed(folder, port)), "-g", "daemon off;")
    try:
        while server.poll() is None:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.01)
        assert server.poll() is None, server.stderr and server.stderr.read()
        yield port
    finally:
        server.terminate()
        server.communicate()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    text: str


def asked(port: int, path: str, **headers: str) -> Answer:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))


def test_nginx_finds_no_fault_in_the_configuration(folder: Path) -> None:
    tried = as_ordinary_user("-t", "-c", str(placed(folder, 8080)))
    _, said = tried.communicate()
    assert tried.returncode == 0, said
    assert "warn" not in said
    assert "emerg" not in said


def test_a_site_is_served_by_an_ordinary_user(folder: Path) -> None:
    with serving(folder) as port:
        home = asked(port, "/")
        assert (home.status, home.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "Café" in home.text
        assert home.headers["X-Content-Type-Options"] == "nosniff"
        assert not re.search(r"\d", home.headers["Server"])
        assert asked(port, "/", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
        assert asked(port, "/tafel").headers["Location"] == "/tafel/"
        assert asked(port, "/data/wijzigingen.ndjson").headers["Content-Type"] == "application/x-ndjson"
        assert asked(port, "/agenda.ics").headers["Content-Type"].startswith("text/calendar")
        gone = asked(port, "/nergens/")
        assert (gone.status, gone.text) == (404, "Niet gevonden")
        assert asked(port, "/.gebouwd").status == 404


def test_the_container_runs_as_no_root_and_serves_where_the_site_is_copied() -> None:
    lines = (builtin.NEW_PROJECT / "Containerfile").read_text("utf-8").splitlines()
    text = CONFIGURATION.read_text("utf-8")
    assert "USER nginx" in lines
    assert lines.index("USER nginx") < next(number for number, line in enumerate(lines) if line.startswith("CMD"))
    for port in re.findall(r"^EXPOSE (\d+)$", "\n".join(lines), re.MULTILINE):
        assert int(port) > 1024
        assert f"listen {port};" in text
    assert "COPY ${SITE} /srv/site" in lines
    assert "root /srv/site;" in text
