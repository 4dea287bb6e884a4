"""How gaps are shown: each with its own address among all of them, and quietly on the page of what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lrt_site import urls
from lrt_site.findings.gap_list import PAGES, Gap, GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import PageMaker, PageView, later
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

SECTIONS: Mapping[GapKind, tuple[str, str]] = {
    "jaar": ("Jaren met minder bekende vergaderingen dan de regel", "ritme"),
    "maanden": ("Reeksen van maanden zonder bekende vergadering", "maanden"),
    "afloop": ("Vergaderingen waarvan de afloop niet bekend is", "afloop"),
    "verslag": ("Gehouden vergaderingen zonder gevonden verslag", "verslagen"),
    "bijeenkomst": ("Andere bijeenkomsten zonder gevonden verslag", "bijeenkomsten"),
    "provincie": ("Provinciale tafels zonder verslag op deze site", "provinciale-tafels"),
    "cijfer": ("Cijferreeksen die op een nieuwe waarde wachten", "oude-cijfers"),
    "toezegging": ("Toezeggingen zonder stuk", "toezeggingen"),
    "onderdeel": ("Onderdelen van toezeggingen waarvan niet zeker is in welk stuk zij staan", "toezeggingen"),
    "status": ("Statussen van toezeggingen zonder dag", "toezeggingen"),
}
"""For every kind of gap what it is called, and its place on the page that lists it."""
OF_THE_DAY: frozenset[GapKind] = frozenset({"jaar", "maanden", "afloop", "bijeenkomst", "cijfer"})
"""The kinds of gaps that come because time passes."""
SHOWN_ON_A_PAGE = 6
"""Maximum number of gaps that the page of what they are about names; beyond it they are counted by kind."""


COVERAGE = link_to_page(urls.COVERAGE)
GAPS_AS_DATA = Link("Wat wij niet vonden (JSON)", urls.GAPS_DATA)


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap as the page lists it."""

    anchor: str
    title: str
    about: Link
    """To what it is about."""
    since: str
    closing: str


def row_of(gap: Gap, register: Register) -> GapRow:
    """A gap with its words."""
    since = gap.since.in_words if gap.since else ""
    if gap.until and gap.until != gap.since:
        since = f"van {since} tot en met {gap.until.in_words}"
    elif since:
        since = f"{'in elk geval sinds' if gap.at_latest else 'sinds'} {since}"
    return GapRow(
        gap.id,
        gap.title,
        link_to(gap.about, register, gap.title),
        capitalised(since or "sinds wanneer, is niet bekend"),
        gap.closing,
    )


def noted(pages: Iterable[PageView | PageMaker], found: GapsOnDay) -> Iterator[PageMaker]:
    """The pages, each with the gaps in the record that it is about."""
    about_accounts = _about_accounts(found.register)
    for page in pages:
        address = page.address if isinstance(page, PageMaker) else page.frame.address
        yield later(address, _with_gaps, page, found, (COVERAGE,) if address in about_accounts else ())


def is_about_accounts(commitment: Commitment) -> bool:
    """Whether a commitment, or an element of it, speaks of accounts of meetings."""
    return any(
        "verslag" in text.lower() for text in (commitment.register_text, *(each.text for each in commitment.elements))
    )


def _with_gaps(page: PageView | PageMaker, found: GapsOnDay, also: tuple[Link, ...]) -> PageView:
    made = page() if isinstance(page, PageMaker) else page
    missing = found.by_page.get(made.frame.address, ()) if made.frame.record else ()
    if not missing and not also:
        return made
    today = tuple(gap for gap in missing if gap.kind in OF_THE_DAY)
    lasting = tuple(gap for gap in missing if gap.kind not in OF_THE_DAY)
    frame = replace(
        made.frame, missing=tuple(_links(lasting, found)), missing_today=tuple(_links(today, found)), also=also
    )
    return replace(made, frame=frame)  # type: ignore[type-var]


def _links(gaps: tuple[Gap, ...], found: GapsOnDay) -> Iterator[Link]:
    if len(gaps) <= SHOWN_ON_A_PAGE:
        yield from (Link(gap.short, found.address_of(gap.id)) for gap in gaps)
        return
    for kind, count in Counter(gap.kind for gap in gaps).items():
        words, section = SECTIONS[kind]
        yield Link(f"{words[:1].lower()}{words[1:]} ({count})", f"{urls.gaps_about(PAGES[kind])}#{section}")


def _about_accounts(register: Register) -> frozenset[str]:
    commitments = register.all(Commitment).values()
    return frozenset(urls.page_of(commitment) for commitment in commitments if is_about_accounts(commitment))
