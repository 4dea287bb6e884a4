"""Where readers can follow what changes: every feed and every calendar, and how to take one out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.publications import History
from lrt_site.model.register import Record, kind_of
from lrt_site.model.table import Table
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.wording.runs import Link

EXPLAINED = f"{urls.HANDBOOK}data/feeds/"
"""The page of the handbook about feeds and calendars."""
MEETINGS_FOLLOWED = "Vergaderingen"
DEADLINES_FOLLOWED = "Termijnen van toezeggingen"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is about, and what stands in it."""

    name: str
    """Its name in its address."""
    title: str
    about: str
    page: str
    """The page of the site that is about the same."""

    def address(self, form: str = "xml") -> str:
        """Where it stands, as Atom or as JSON Feed."""
        return urls.feed_of(self.name, form)


EVERYTHING = Feed(
    "alles", "Alles wat verandert", "Elke wijziging van elke publicatie, en elke intrekking van woorden.", urls.HOME
)
MEETINGS = Feed(
    "vergaderingen", "Vergaderingen", "Nieuwe vergaderingen, en wat er in een vergadering verandert.", urls.MEETINGS
)
COMMITMENTS = Feed(
    "toezeggingen",
    "Toezeggingen",
    "Nieuwe toezeggingen, en elke nieuwe status of termijn en elk nieuw stuk.",
    urls.COMMITMENTS,
)
CORRECTIONS = Feed(
    "correcties",
    "Correcties en intrekkingen",
    "Alleen wat is verbeterd, herzien, geherformuleerd, ingetrokken of teruggeplaatst.",
    urls.PUBLICATIONS,
)
GENERAL = (EVERYTHING, MEETINGS, COMMITMENTS, CORRECTIONS)


@dataclass(frozen=True, slots=True)
class Followed:
    """Something to follow, with the addresses to copy."""

    title: str
    about: str
    """What stands in it; empty where that goes without saying."""
    forms: tuple[tuple[str, Link], ...]
    """What each form is called, and the link to it, titled with its address in full."""


@dataclass(frozen=True, slots=True)
class FollowingPage:
    """What templates/publications/following.html.jinja is given."""

    template: ClassVar[str] = "publications/following.html.jinja"

    frame: Frame
    main: tuple[Followed, ...]
    """Everything, and corrections alone."""
    others: tuple[Followed, ...]
    """What is about one kind of thing."""
    newest: int
    """The number of the last publication."""
    tables: tuple[Followed, ...]
    calendars: tuple[Followed, ...]
    pattern: str
    """What the address of the feed of one record looks like."""
    changes: Link
    """All changes as data."""
    publications: Link
    explained: str
    """Where the handbook tells more."""


def feeds_of_tables(history: History) -> tuple[Feed, ...]:
    """A feed for every table there is or was, also under the ids that it had before: the national one comes first."""
    tables = (history.versions(identifier)[-1].record for identifier in sorted(history.identifiers))
    found = [table for table in tables if isinstance(table, Table | ProvincialTable)]
    return tuple(_feed_of_table(history, item) for item in sorted(found, key=lambda item: kind_of(item) != "table"))


def pages(history: History) -> Iterator[PageMaker]:
    """The page, once something was published."""
    if history.publications:
        yield later(urls.FOLLOW, _page, history)


def _feed_of_table(history: History, table: Table | ProvincialTable) -> Feed:
    now = history.moved.get(table.id, table.id)
    newest = history.versions(now)[-1]
    name = table_name(newest.record)
    page = urls.versions_of(kind_of(newest.record), now) if now in history.ended else urls.page_of(newest.record)
    about = f"Alles over {name}: de tafel zelf, haar vergaderingen, brieven, besluiten en toezeggingen."
    return Feed(f"tafel/{table.id}", name, about, page)


def table_name(table: Record) -> str:
    """A table as a list of tables names it."""
    if isinstance(table, ProvincialTable):
        return f"Provinciale tafel {table.province}"
    return table.name if isinstance(table, Table) else table.id


def _page(history: History) -> FollowingPage:
    register = history.state(history.last)
    site = register.site.address.rstrip("/")
    tables = (feed for feed in feeds_of_tables(history) if feed.name.removeprefix("tafel/") in register.records)
    return FollowingPage(
        main=tuple(_followed(site, feed) for feed in (EVERYTHING, CORRECTIONS)),
        others=tuple(_followed(site, feed) for feed in (MEETINGS, COMMITMENTS)),
        newest=history.last.number,
        tables=tuple(replace(_followed(site, feed), about="") for feed in tables),
        calendars=(
            _calendar(site, MEETINGS_FOLLOWED, "Gehouden, geplande en afgelaste vergaderingen.", urls.MEETING_CALENDAR),
            _calendar(site, DEADLINES_FOLLOWED, "De nieuwste termijn van elke toezegging.", urls.DEADLINE_CALENDAR),
        ),
        pattern=f"{site}{urls.FEEDS}record/…",
        changes=Link("Alle wijzigingen als gegevens", urls.CHANGES),
        publications=Link("Alle publicaties", urls.PUBLICATIONS),
        explained=EXPLAINED,
        frame=Frame(
            urls.FOLLOW,
            "Volgen",
            f"Publicatie {history.last.number} van {history.last.date.in_words} is de nieuwste. Van de volgende hoort "
            "u in uw agenda, met een feed, of door de correcties te volgen. U hebt geen account nodig.",
            trail(),
        ),
    )


def _followed(site: str, feed: Feed) -> Followed:
    forms = (("Atom", feed.address()), ("JSON Feed", feed.address("json")))
    return Followed(feed.title, feed.about, tuple((form, Link(site + to, to)) for form, to in forms))


def _calendar(site: str, title: str, about: str, address: str) -> Followed:
    return Followed(title, about, (("iCalendar", Link(site + address, address)),))
