"""What the Chambers asked, proposed or debated: all of it on one page, and each on the pages that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Footnotes, Frame, PageMaker, PageView, Said, data_links, later, trail
from lrt_site.pages.shared.portions import Portion, listed
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.labels import in_order, labelled
from lrt_site.wording.moments import in_words
from lrt_site.wording.names import days_of
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item on the page with all of them."""

    head: str
    """Which Chamber, in what form, when, and how it is cited."""
    said: Said
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ParliamentPage:
    """What templates/table/parliament.html.jinja is given."""

    template: ClassVar[str] = "table/parliament.html.jinja"

    frame: Frame
    items: tuple[ItemView, ...]


def pages(register: Register) -> Iterator[PageMaker]:
    """The page with all items, where there are any."""
    if register.all(ParliamentaryItem):
        items = _newest_first(register)
        for portion in listed(register, ParliamentaryItem, urls.PARLIAMENT):
            yield later(portion.address, _page, register, items, portion)


def noted(pages: Iterable[PageView | PageMaker], register: Register) -> Iterator[PageView | PageMaker]:
    """The pages, each with the items about the record that it is about."""
    by_page = _by_page(register)
    for page in pages:
        address = page.address if isinstance(page, PageMaker) else page.frame.address
        items = by_page.get(address)
        yield later(address, _with_items, page, items, register) if items else page


def _by_page(register: Register) -> Mapping[str, tuple[ParliamentaryItem, ...]]:
    found: dict[str, dict[str, ParliamentaryItem]] = {}
    for item in _newest_first(register):
        for about in item.about:
            address = urls.page_of(register.records[register.home_of[about]])
            found.setdefault(address, {})[item.id] = item
    return {address: tuple(items.values()) for address, items in found.items()}


def _newest_first(register: Register) -> tuple[ParliamentaryItem, ...]:
    """All items; those without a date last."""
    return portions.listed(ParliamentaryItem, register.all(ParliamentaryItem))


def _with_items(page: PageView | PageMaker, items: Iterable[ParliamentaryItem], register: Register) -> PageView:
    made = page() if isinstance(page, PageMaker) else page
    if not made.frame.record:
        return made
    notes = Footnotes(register)
    views = tuple((_head(item), _said(item, notes)) for item in items)
    known = {reference.id: reference for reference in (*made.frame.references, *notes.references())}
    references = tuple(known[source] for source in sorted(known))
    return replace(made, frame=replace(made.frame, parliament=views, references=references))  # type: ignore[type-var]


def _page(
    register: Register, items: tuple[ParliamentaryItem, ...], portion: Portion[ParliamentaryItem]
) -> ParliamentPage:
    notes = Footnotes(register)
    return ParliamentPage(
        items=tuple(
            ItemView(
                _head(item),
                _said(item, notes, anchor=item.id),
                tuple(labelled(identifier, register) for identifier in in_order(item.about, register)),
            )
            for item in portion.items
        ),
        frame=portion.framed(
            Frame(
                address=urls.PARLIAMENT,
                title="In de Kamers",
                description=_newest(items),
                trail=trail(link_to_page(urls.COMMITMENTS)),
                references=notes.references(),
                data=data_links(*portion.items),
            )
        ),
    )


def _newest(newest_first: tuple[ParliamentaryItem, ...]) -> str:
    newest, *others = newest_first
    called = the_newest(days_of(newest.date), [days_of(item.date) for item in others], "Het nieuwste", "nieuwste")
    return f"{called} in deze lijst: {_head(newest)}. {newest.text}"


def _head(item: ParliamentaryItem) -> str:
    when = in_words(item.date, item.date_note)
    return f"{item.chamber}, {item.form}, {when}{f' ({item.citation})' if item.citation else ''}"


def _said(item: ParliamentaryItem, notes: Footnotes, anchor: str | None = None) -> Said:
    return notes.said(item.text, item, "text", "date", "date_note", "citation", anchor=anchor, about=item.id)
