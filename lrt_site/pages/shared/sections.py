"""What the sections of the site are called: said once, for the menu, for titles and for every link to them."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site import urls
from lrt_site.wording.runs import Link

NAMES: Mapping[str, str] = {
    urls.HOME: "Home",
    urls.TABLE: "De tafel",
    urls.MEETINGS: "Vergaderingen",
    urls.OUTPUTS: "Brieven en besluiten",
    urls.COMPOSITION: "Samenstelling",
    urls.PARTICIPANTS: "Deelnemers",
    urls.SEATS: "Stoelen",
    urls.COMMITMENTS: "Toezeggingen",
    urls.REGISTERS: "Registers",
    urls.FIGURES: "Cijfers",
    urls.PROVINCES: "Provincies",
    urls.HISTORY: "Geschiedenis",
    urls.GAPS: "Wat ontbreekt",
    urls.CONTRADICTIONS: "Waar bronnen verschillen",
    urls.SOURCES: "Bronnen",
    urls.MENTIONS: "Nog niet bevestigd",
    urls.GLOSSARY: "Begrippen",
    urls.PARLIAMENT: "In de Kamers",
    urls.REPORTING: "Soorten verslagen",
    urls.COVERAGE: "Verslagen: wel of niet",
    urls.CITATIONS: "Hoe stukken heten",
    urls.PUBLICATIONS: "Publicaties",
}

MENU = (
    urls.MEETINGS,
    urls.COMPOSITION,
    urls.COMMITMENTS,
    urls.FIGURES,
    urls.PROVINCES,
    urls.HISTORY,
    urls.GAPS,
    urls.CONTRADICTIONS,
    urls.SOURCES,
)
"""The sections in the menu, in its order."""


def link_to_page(address: str, more: str = "") -> Link:
    """A link to a section by its name. `more` tells what is there: `Wat ontbreekt: alles wat wij niet vonden`."""
    return Link(f"{NAMES[address]}{more}", address)
