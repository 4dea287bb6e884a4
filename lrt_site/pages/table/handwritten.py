"""Hand-written pages, and the page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sources import Page
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, later, record_frame, trail
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class Language:
    """A language other than Dutch in which a page can be written."""

    code: str
    """As browsers know it."""
    name: str
    """What it calls itself."""


LANGUAGES: Mapping[str, Language] = {"Engels": Language("en", "English")}
"""By their Dutch names."""


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """What templates/table/handwritten.html.jinja is given."""

    template: ClassVar[str] = "table/handwritten.html.jinja"

    page_id: str
    body: str
    """Markdown."""
    frame: Frame


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What templates/table/not_found.html.jinja is given."""

    template: ClassVar[str] = "table/not_found.html.jinja"

    ways: tuple[Link, ...]
    """Where to look instead."""
    frame: Frame


def pages(register: Register) -> Iterator[PageMaker]:
    """Every hand-written page, and the page that says that there is none."""
    for page in register.all(Page).values():
        yield later(urls.page_of(page), _page, register, page)
    yield later(urls.NOT_FOUND, _not_found)


def _page(register: Register, page: Page) -> HandwrittenPage:
    frame = record_frame(page, Footnotes(register), title=page.title, description=page.summary, above=())
    if page.language:
        frame = replace(frame, language=LANGUAGES[page.language].code)
    return HandwrittenPage(page_id=page.id, body=page.body, frame=frame)


def _not_found() -> NotFoundPage:
    return NotFoundPage(
        ways=(
            Link("Zoeken", urls.SEARCH),
            Link("Alle titels van A tot Z", urls.TITLES),
            Link("De tafel in het kort", urls.HOME),
            link_to_page(urls.MEETINGS),
            link_to_page(urls.COMPOSITION),
            link_to_page(urls.COMMITMENTS),
            Link("Alle bronnen", urls.SOURCES),
        ),
        frame=Frame(
            address=urls.NOT_FOUND,
            title="Deze pagina is er niet",
            description="Op dit adres staat niets.",
            trail=trail(),
        ),
    )
