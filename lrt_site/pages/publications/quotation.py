"""The page on which a reader looks up a quotation in every edition of every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.wording.runs import Link

INDEX = urls.QUOTATIONS + "index.json"
EXPLAINED = f"{urls.HANDBOOK}data/citaat/"
"""The page of the handbook about the files in which quotations are looked up."""


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """What templates/publications/quotation.html.jinja is given."""

    template: ClassVar[str] = "publications/quotation.html.jinja"

    frame: Frame
    index: str
    """The address of the data that the script reads."""
    first: Link
    """The first publication."""
    last: Link
    """The newest publication."""
    withdrawn: bool
    """Whether words were withdrawn, so that they cannot be found any more."""
    explained: str
    """Where the handbook tells how to search the files oneself."""


def pages(history: History) -> Iterator[PageMaker]:
    """The page, once something was published."""
    if history.publications:
        yield later(urls.QUOTE, _page, history)


def _page(history: History) -> QuotationPage:
    return QuotationPage(
        index=INDEX,
        first=_link(history.publications[0]),
        last=_link(history.last),
        withdrawn=bool(history.withdrawals),
        explained=EXPLAINED,
        frame=Frame(
            urls.QUOTE,
            "Citaat opzoeken",
            "Plak een citaat uit deze site. U leest dan waar het stond, sinds wanneer, en of het er nog staat.",
            trail(),
            data=(Link("Lijst van bestanden met alle woorden (JSON)", INDEX),),
        ),
    )


def _link(publication: Publication) -> Link:
    title = f"publicatie {publication.number} ({publication.date.in_words})"
    return Link(title, urls.publication_of(publication.name))
