"""What others made and we hand on, as `third-party.toml` lists it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """A file of others that goes out with the site or the package."""

    file: str
    """Its place: below `site/` that on the site, else that in the source of the package."""
    name: str
    version: str
    origin: str
    licence: str
    """An SPDX expression."""
    notice: str
    """The file that goes out with it and holds what its licence asks for."""
    sha256: str


def listed() -> tuple[ThirdParty, ...]:
    """All of the list, in its order."""
    data = tomllib.loads(Path(__file__).with_name("third-party.toml").read_text("utf-8"))
    return tuple(ThirdParty(**item) for item in data["file"])
