"""What is on the site, and not sure: not verified, without a date, not found again, or told once."""

from __future__ import annotations

from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.frozen import dataclass
from lrt_site.model.portions import ROWS
from lrt_site.model.register import Register
from lrt_site.model.sources import Mention, Source
from lrt_site.pages.shared.common import ALL_DATA, Frame, trail
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.labels import in_order, labelled
from lrt_site.wording.runs import Link
from lrt_site.wording.text import ended

TITLE = "Wat niet zeker is"
ADDRESS = urls.gaps_about("onzeker")


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted, with a link to each, or to the first where there are too many for one page."""

    anchor: str
    title: str
    meaning: str
    total: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotSurePage:
    """What templates/gaps/not_sure.html.jinja is given."""

    template: ClassVar[str] = "gaps/not_sure.html.jinja"

    frame: Frame
    counted: tuple[Counted, ...]


def page(register: Register) -> NotSurePage:
    """The page itself."""
    groups = counted(register)
    return NotSurePage(
        counted=groups,
        frame=Frame(
            ADDRESS,
            TITLE,
            _answer(groups, register),
            trail(link_to_page(urls.GAPS)),
            data=(ALL_DATA,),
        ),
    )


def _answer(groups: tuple[Counted, ...], register: Register) -> str:
    """What one source alone tells, or else a source that was not found again, and how much there is of all."""
    mentions = [mention.text for mention in register.all(Mention).values()]
    lost = [source.title for source in register.all(Source).values() if not source.found]
    told = [f"Nog niet bevestigd is onder meer: {ended(mentions[0])}"] if mentions else []
    if lost and not told:
        told = [f"Niet teruggevonden is onder meer deze bron: {ended(lost[0])}"]
    return " ".join((*told, *(f"{group.title}: {group.total}." for group in groups)))


def counted(register: Register) -> tuple[Counted, ...]:
    """What is not verified, has no date, was not found again or is told by one source alone."""
    records = tuple(register.records.values())
    sources = register.all(Source).values()
    kinds = (
        (
            "niet-geverifieerd",
            "Niet geverifieerd",
            "De bron draagt het niet of niet helemaal, of wij vonden de bron niet terug.",
            gaps.unverified(records),
        ),
        (
            "zonder-datum",
            "Zonder eigen datum",
            "De bron noemt geen datum, of alleen een grens. Bij een bron: het stuk draagt zelf geen datum.",
            gaps.undated(records),
        ),
        (
            "niet-teruggevonden",
            "Bronnen die niet zijn teruggevonden",
            "Wij konden het stuk of de pagina niet opnieuw openen.",
            (source.id for source in sources if not source.found),
        ),
        (
            "losse-vermeldingen",
            NAMES[urls.MENTIONS],
            "Eén bron noemt het, en geen tweede bevestigt het.",
            iter(register.all(Mention)),
        ),
    )
    groups = ((anchor, title, meaning, in_order(found, register)) for anchor, title, meaning, found in kinds)
    return tuple(
        Counted(anchor, title, meaning, len(found), tuple(labelled(text, register) for text in found[:ROWS]))
        for anchor, title, meaning, found in groups
    )
