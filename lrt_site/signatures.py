"""Signatures under publications, made and checked by OpenSSH's ssh-keygen. The only module that runs it."""

from __future__ import annotations

import os
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lrt_site.problems import LrtSiteError, quoted

NAMESPACE = "lrt-site"
"""A signature that was made for something else counts for nothing here."""
_PROGRAM = "ssh-keygen"
_LONGEST_NAME = 500
_HEAD, _FOOT, _WIDTH = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----", 70
_KEY = re.compile(
    rb"""
    (?!\xef\xbb\xbf)(?:"[^"]+"|[^\s"]+)             # who signs
    (?:[ \t]+(?:"[^"]*"|[^\s"])+)?                  # options
    [ \t]+(?P<key>[a-z][\w.@-]+[ \t]+[\w+/]+=*)     # a public key
    (?:[ \t].*)?
    """,
    re.VERBOSE,
)
"""A line of `allowed_signers`."""
_MISSING = f"Het programma '{_PROGRAM}' ontbreekt op deze computer. Installeer OpenSSH (Debian: openssh-client)."


def sign(entry: Path, key: Path) -> None:
    """Sign a file with an SSH key; the signature stands beside it, under its name and `.sig`."""
    done = _run(["-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(entry)])
    if done is None:
        raise LrtSiteError(_MISSING)
    if done.returncode:
        raise LrtSiteError(f"Met de sleutel '{key}' kan niet worden getekend. {_PROGRAM} zegt: {_last_line(done)}")


def problem_with(entry: bytes, signature: bytes, signer: str, signers: bytes, on: date) -> str | None:
    """Why a signature does not show that this signer signed this entry, as one Dutch sentence; none when it does.

    `signers` is a file in OpenSSH's form of `allowed_signers`; a key counts when it was valid on the day `on`.
    """
    with TemporaryDirectory() as folder:
        place, allowed = Path(folder) / "signature", Path(folder) / "signers"
        place.write_bytes(signature)
        allowed.write_bytes(signers)
        made = _run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(place)], entry)
        if made is None:
            return f"De handtekening is niet gecontroleerd. {_MISSING}"
        if made.returncode or not _is_as_written(signature):
            return "De handtekening is vervalst of beschadigd: zij hoort niet bij wat er is getekend."
        if not signer.isprintable() or len(signer) > _LONGEST_NAME:
            return f"{quoted(signer)} kan geen naam van een ondertekenaar zijn."
        check = ["-Y", "verify", "-n", NAMESPACE, "-s", str(place), "-f", str(allowed), "-I", signer]
        if _passes([*check, f"-Overify-time={on:%Y%m%d}"], entry):
            return None
        if _known_but_not_then(place, allowed, signer, entry):
            return f"De sleutel van {quoted(signer)} was op {on.isoformat()} niet geldig volgens 'allowed_signers'."
        return f"De handtekening is niet van een sleutel die 'allowed_signers' noemt bij {quoted(signer)}."


def unreadable_in(signers: bytes) -> tuple[int, str] | None:
    """What keeps a list in OpenSSH's form of `allowed_signers` from being read: the line, and why in Dutch.

    OpenSSH reads no further than a line that it cannot read. A list without anybody is none.
    """
    lines = [line.strip() for line in signers.split(b"\n")]
    found = {number: _KEY.fullmatch(line) for number, line in enumerate(lines, start=1) if line and line[:1] != b"#"}
    if not found:
        return 1, "In deze lijst staat niemand die mag tekenen."
    for number, match in found.items():
        read = _run(["-l", "-f", "-"], match["key"]) if match else None
        if match and read is None:
            return number, f"De lijst van wie mag tekenen is niet gecontroleerd. {_MISSING}"
        if read is None or read.returncode:
            return number, (
                "Hier staat geen naam met een openbare sleutel. Schrijf een naam, een spatie, en wat er in het bestand "
                "van de sleutel staat dat op '.pub' eindigt."
            )
    return None


def _is_as_written(signature: bytes) -> bool:
    """Whether a file is byte for byte as ssh-keygen writes a signature, which reads more forms than it writes."""
    head, *lines, foot, end = signature.split(b"\n") if signature.count(b"\n") > 1 else [signature, b"", b""]
    try:
        written = b64encode(b64decode(b"".join(lines), validate=True))
    except ValueError:
        return False
    wrapped = [written[at : at + _WIDTH] for at in range(0, len(written), _WIDTH)]
    return (head, lines, foot, end) == (_HEAD, wrapped, _FOOT, b"")


def _known_but_not_then(place: Path, allowed: Path, signer: str, entry: bytes) -> bool:
    """Whether the key is one of the signer's when the days on which it is valid are left out."""
    timeless = allowed.with_name("timeless")
    timeless.write_bytes(b"\n".join(_without_days(line) for line in allowed.read_bytes().split(b"\n")))
    return _passes(["-Y", "verify", "-n", NAMESPACE, "-s", str(place), "-f", str(timeless), "-I", signer], entry)


def _without_days(line: bytes) -> bytes:
    """A line of `allowed_signers` without its options `valid-after` and `valid-before`."""
    principals, _, rest = line.partition(b" ")
    options, _, key = rest.partition(b" ")
    kept = [data for data in options.split(b",") if not data.lower().startswith((b"valid-after=", b"valid-before="))]
    return b" ".join(part for part in (principals, b",".join(kept), key) if part)


def _passes(arguments: Sequence[str], data: bytes) -> bool:
    done = _run(arguments, data)
    return done is not None and done.returncode == 0


def _run(arguments: Sequence[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    """What ssh-keygen makes of it, on any machine in one language and one time zone; none where it is missing."""
    environment = {**os.environ, "LC_ALL": "C", "TZ": "UTC"}
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, and no shell
            [_PROGRAM, *arguments], input=data, capture_output=True, check=False, env=environment
        )
    except FileNotFoundError:
        return None


def _last_line(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "niets")
