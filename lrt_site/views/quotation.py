"""The page on which a reader looks up a quotation in every version of every record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.publications import History
from lrt_site.views.common import Frame, Link, PageMaker, later, trail

INDEX = urls.QUOTATIONS + "index.json"


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """What templates/pages/quotation.html.jinja is given."""

    template: ClassVar[str] = "pages/quotation.html.jinja"

    frame: Frame
    index: str
    """The address of the data that the script reads."""
    versions: int
    """How many versions of records there are to look in."""
    last: Link
    """The newest publication."""
    withdrawn: bool
    """Whether words were withdrawn, so that they cannot be found any more."""


def pages(history: History) -> Iterator[PageMaker]:
    """The page, once something was published."""
    if history.publications:
        yield later(urls.QUOTE, _page, history)


def _page(history: History) -> QuotationPage:
    last = history.last
    return QuotationPage(
        index=INDEX,
        versions=sum(1 for _ in history.each_version()),
        last=Link(f"publicatie {last.number} ({last.date.in_words})", urls.publication_of(last.name)),
        withdrawn=bool(history.withdrawals),
        frame=Frame(
            urls.QUOTE,
            "Citaat opzoeken",
            "Plak een citaat uit deze site. U leest dan in welke versie het stond, en of het er nog staat.",
            trail(),
            data=(Link("index.json", INDEX),),
        ),
    )
