"""A page and its template become text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from functools import partial

from lrt_site import templating, urls
from lrt_site.caching import NO_CACHE, Cache
from lrt_site.contents import with_contents
from lrt_site.frozen import dataclass
from lrt_site.glossing import NO_WORDS, Glossary, linked
from lrt_site.marking import Marked, links_from, marked_up, unturned
from lrt_site.model.register import Register
from lrt_site.pages.publications.packs import NO_OFFER, Offer
from lrt_site.pages.shared.common import PageView
from lrt_site.pages.shared.maker import Maker
from lrt_site.pages.shared.numbers import Numbers
from lrt_site.pages.shared.references import Reference
from lrt_site.problems import Fault
from lrt_site.sitemap.clock import Clock
from lrt_site.sitemap.standing import PageStanding
from lrt_site.styling import styled
from lrt_site.tabling import with_tables
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class Menu:
    """The sections of the site, in order."""

    first: tuple[Link, ...]
    """Those that stand in the header."""
    more: tuple[Link, ...]
    """Those that it unfolds."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A page that sums the site up in another language."""

    language: str
    name: str
    """What the language calls itself."""
    address: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every page of one build shares."""

    title: str
    short_title: str
    """What the header calls the site on a phone, and titles of windows do."""
    tagline: str
    address: str
    """The address of the home page on the web."""
    fictitious: bool
    preview: bool
    """Whether this is a preview of content that has not been published."""
    standing: PageStanding
    """Of a preview: how the page stands beside what was published."""
    as_of: str
    """The day on which the site speaks, in words."""
    known_on: str
    """The day of the publication that it shows, in words; empty in a preview."""
    publication: Link | None
    """The publication that it shows."""
    menu: Menu
    about: tuple[tuple[str, str], ...]
    """Title and address of every hand-written page, for the foot of each page."""
    summaries: tuple[Summary, ...]
    maker: Maker
    """Who makes the site, and where to report an error on this page."""
    table: str = "de landelijke tafel"
    """How sentences speak of the table itself."""
    handbook: frozenset[str] = frozenset()
    """What the site has in its handbook: the addresses of pages, and of places on them. No other can be linked to."""


class Renderer:
    """Templates and Markdown of one site. Everything that comes out is escaped or sanitised.

    `root` is the folder in which the site lives on its host, such as `/`; `handbook` what pages can link to in
    the handbook. `compiled` keeps templates from one process to the next.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        root: str,
        *,
        handbook: frozenset[str] = frozenset(),
        compiled: Cache = NO_CACHE,
    ) -> None:
        self._templates = templating.compiled(frozenset(templates.items()), compiled)
        self._root = root
        self.handbook = handbook

    def page(
        self,
        page: PageView,
        register: Register,
        site: Surroundings,
        *,
        at: str | None = None,
        clock: Clock | None = None,
        place: Callable[[str], str] = str,
        kept: Offer = NO_OFFER,
        glossary: Glossary = NO_WORDS,
    ) -> tuple[str, tuple[Fault, ...]]:
        """The page as HTML, and the faults in the texts on it.

        `at` is where it stands, when not at its own address; `place` tells where a link really leads; `kept` which
        half-year packs it offers; `glossary` which words it links at their first use.
        """
        faults: list[Fault] = []
        now = links_from(at or page.frame.address, self._root)
        numbers = Numbers()

        def to(address: str) -> str:
            return now(place(address))

        def marked(text: str) -> Marked:
            result = marked_up(text, page.frame.record or "", register, to)
            faults.extend(result.faults)
            return result

        given = {field.name: getattr(page, field.name) for field in fields(page)}  # type: ignore[arg-type]
        given |= {"site": site, "clock": clock, "kept": kept, "to": to, "now": now, "marked": marked}
        listed = partial(_listed, numbers, {reference.id: reference for reference in page.frame.references})
        given |= {"source_mark": numbers.mark, "first_mark": numbers.first_mark, "listed_sources": listed}
        html = self._templates.filled(page.template, given)
        lost = _lost(html, numbers)
        if lost:
            raise self._templates.broken(page.template, f"De pagina {page.frame.address} {lost}")
        return linked(_finished(html, page, clock, to), glossary, to, page.frame.address), tuple(faults)


def _finished(html: str, page: PageView, clock: Clock | None, to: Callable[[str], str]) -> str:
    """A page with its tables, and one of now with its contents. The handbook lists its own; home is seen at once."""
    living = is_living(page, clock)
    html = with_tables(unturned(html), living=living)
    if living and page.frame.address != urls.HOME and not page.frame.address.startswith(urls.HANDBOOK):
        html = with_contents(html, page.frame.language)
    return styled(html, to)


def is_living(page: PageView, clock: Clock | None) -> bool:
    """Whether files stand beside a page, such as those of its tables: of one of now, in a folder of its own."""
    return page.frame.address.endswith("/") and not (clock and clock.archived)


def _lost(html: str, numbers: Numbers) -> str:
    """What a page lacks that no page can lack, in Dutch: its text, and the sources that its notes lead to."""
    if "<main" not in html:
        return "krijgt met dit sjabloon geen tekst: er is geen 'main'. Bouw het op 'base.html.jinja', zoals de andere."
    if numbers.given and f'id="bron-{len(numbers.given)}"' not in html:
        return "krijgt met dit sjabloon wel noten, maar niet de bronnen waar die naar verwijzen. Zet ze onder de tekst."
    return ""


def _listed(
    numbers: Numbers, references: Mapping[str, Reference], among: Collection[int] = ()
) -> tuple[tuple[int, Reference], ...]:
    """The sources that have a number by now, or these of them, in the order of their numbers."""
    return tuple(
        (number, references[source]) for source, number in numbers.given.items() if not among or number in among
    )
