"""SSH keys of fictitious editors, the lists that name them, and what they sign."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from lrt_site import signatures


def new_key(path: Path) -> Path:
    """A new key at a path, without a password."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "fictief", "-f", path], check=True)
    return path


def public(key: Path) -> str:
    """The public half of a key, as the file ending in `.pub` has it."""
    return key.with_suffix(".pub").read_text("utf-8")


def listed(*keys: tuple[str, Path]) -> str:
    """A list of who may sign, and with which key."""
    return "".join(f"{signer} {public(key)}" for signer, key in keys)


def signature_of(data: bytes, key: Path) -> bytes:
    """What signing some bytes gives."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "stuk"
        place.write_bytes(data)
        signatures.sign(place, key)
        return place.with_name("stuk.sig").read_bytes()
