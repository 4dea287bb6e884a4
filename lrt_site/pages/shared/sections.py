"""What the sections of the site are called: said once, for the menu, for titles and for every link to them."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site import urls
from lrt_site.model import kinds
from lrt_site.wording.runs import Link

NAMES: Mapping[str, str] = {
    **{kind.section: kind.section_name or kind.many for kind in reversed(kinds.ALL)},
    urls.HOME: "Home",
    urls.COMPOSITION: "Wie zit er",
    urls.GAPS: "Wat ontbreekt",
    urls.COVERAGE: "Verslagen: wel of niet",
    urls.PUBLICATIONS: "Publicaties",
    urls.TOPICS: "Onderwerpen",
}
"""A section of several kinds has the name that the first of them gives it."""

MENU = (urls.MEETINGS, urls.COMPOSITION, urls.COMMITMENTS, urls.FIGURES, urls.PROVINCES)
"""The sections that stand in the header, in its order."""
MENU_MORE = (urls.HISTORY, urls.GAPS, urls.CONTRADICTIONS, urls.SOURCES, urls.PUBLICATIONS)
"""The sections that the menu unfolds below these."""


def link_to_page(address: str, more: str = "") -> Link:
    """A link to a section by its name. `more` tells what is there: `Wat ontbreekt: alles wat wij niet vonden`."""
    return Link(f"{NAMES[address]}{more}", address)
