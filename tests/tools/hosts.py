"""Web servers of others with the settings that we ship, on ports of this machine and by an ordinary user."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from lrt_site import builtin

_SBIN = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"
NGINX = shutil.which("nginx", path=_SBIN) or "nginx"
CADDY = shutil.which("caddy", path=_SBIN) or "caddy"
_NOBODY = 65534
_TRUSTING = ssl._create_unverified_context()
_CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


@dataclass(frozen=True)
class Answer:
    """What a server says."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


def asked(root: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """The answer of a server at this address to a question for this path, as it was typed."""
    address = urlsplit(root)
    https = address.scheme == "https"
    with closing(
        HTTPSConnection(address.netloc, context=_TRUSTING) if https else HTTPConnection(address.netloc)
    ) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def settings(name: str, **filled_in: str) -> str:
    """Settings that we ship, with other names in the place of theirs. Each of these must be there."""
    text = (builtin.DEPLOYMENT / name).read_text("utf-8")
    for before, after in filled_in.items():
        assert before in text
        text = text.replace(before, after)
    return text


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def as_ordinary_user(command: Sequence[str], folder: Path) -> subprocess.Popen[str]:
    """A program by a user who may do nothing special, also where the tests run as root, and at home in this folder."""
    other = _NOBODY if os.getuid() == 0 else None
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, user=other, group=other, env={**os.environ, **home}
    )


@contextmanager
def running(command: Sequence[str], folder: Path, port: int) -> Iterator[None]:
    """A server, from when it can be reached until the block ends."""
    server = as_ordinary_user(command, folder)
    try:
        while server.poll() is None:
            with socket.socket() as reached:
                if reached.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.01)
        assert server.poll() is None, server.stderr and server.stderr.read()
        yield
    finally:
        server.terminate()
        server.communicate()


def nginx(file: Path, *options: str) -> tuple[str, ...]:
    """The command that runs nginx with these settings."""
    return (NGINX, "-e", "stderr", "-c", str(file), *options)


def in_container(folder: Path, port: int) -> Path:
    """The settings for a container, for the site in this folder; what nginx writes goes into the folder too."""
    ours = {"/tmp": f"{folder}/run", "/srv/site": f"{folder}/site", "listen 8080": f"listen 127.0.0.1:{port}"}
    _written(folder, "nginx-site.conf", settings("nginx-site.conf"))
    return _written(folder, "container.conf", settings("nginx-container.conf", **ours))


def on_a_server(folder: Path, http: int, https: int) -> Path:
    """The settings for a server of one's own, with a certificate, and what a machine has around them."""
    subprocess.run(
        [
            *_CERTIFICATE,
            "-subj",
            "/CN=tafel.example",
            "-keyout",
            folder / "privkey.pem",
            "-out",
            folder / "fullchain.pem",
        ],
        check=True,
        capture_output=True,
    )
    (folder / "privkey.pem").chmod(0o644)
    ours = {
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen 443": f"listen 127.0.0.1:{https}",
        "/etc/letsencrypt/live/tafel.example": str(folder),
        "/srv/site": f"{folder}/site",
    }
    _written(folder, "nginx-site.conf", settings("nginx-site.conf"))
    _written(folder, "site.conf", settings("nginx.conf", **ours))
    rooms = "".join(
        f"{name}_temp_path {folder}/run/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    around = f"pid {folder}/run/server.pid; error_log stderr warn; events {{}} http {{ {rooms} include site.conf; }}"
    return _written(folder, "server.conf", around)


def of_caddy(folder: Path, port: int) -> Path:
    """The settings for Caddy without a certificate, as it would ask others for one."""
    ours = {"tafel.example {": f"http://127.0.0.1:{port} {{", "/srv/site": f"{folder}/site"}
    return _written(folder, "Caddyfile", "{\n\tadmin off\n}\n" + settings("Caddyfile", **ours))


def _written(folder: Path, name: str, text: str) -> Path:
    (folder / "run").mkdir(exist_ok=True)
    (folder / "run").chmod(0o777)
    (folder / name).write_text(text, "utf-8")
    return folder / name
