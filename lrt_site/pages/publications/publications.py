"""What was published when: all publications, and for each what it changed and all that was valid with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.pages.publications.comparing import TITLE
from lrt_site.pages.publications.editions import Editions
from lrt_site.pages.publications.publication import (
    WithdrawalRow,
    link_to_new,
    new_page,
    publication_page,
    title_of,
    withdrawal_row,
)
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.pages.shared.neighbours import in_turn
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import NAMES
from lrt_site.wording.change_classes import CHECKING_EXPLAINED, CLASS_WORDS, CLASSES_EXPLAINED, counts_of
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A publication in the list of all."""

    number: int
    link: Link
    title: str
    note: str
    counts: tuple[str, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class ClassMeaning:
    """A class of change and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class PublicationsPage:
    """What templates/publications/publications.html.jinja is given."""

    template: ClassVar[str] = "publications/publications.html.jinja"

    frame: Frame
    newest: int
    """The number of the last publication."""
    rows: tuple[PublicationRow, ...]
    classes: tuple[ClassMeaning, ...]
    explained: str
    """Where the handbook tells more about the classes of change."""
    checking: str
    """Where it tells how to check publications."""
    withdrawals: tuple[WithdrawalRow, ...]
    """Those since the last publication."""
    feed: str
    """All changes as data."""
    comparing: Link | None
    """To the page that compares two publications, once there are two."""


def pages(history: History, editions: Editions) -> Iterator[PageMaker]:
    """The page of all publications, and one page each. Without publications there are none."""
    if history.publications:
        newest_first = history.publications[::-1]
        for portion in by_year(newest_first, urls.PUBLICATIONS, lambda publication: publication.date.earliest):
            yield later(portion.address, _overview, history, portion)
        for publication, neighbours in in_turn(history.publications):
            address = urls.publication_of(publication.name)
            yield later(address, publication_page, history, editions, publication, neighbours)
            if link_to_new(publication):
                yield later(urls.new_in(publication.name), new_page, history, publication)


def _overview(history: History, portion: Portion[Publication]) -> PublicationsPage:
    number = len(history.publications)
    anchored = {name for publication in history.publications for name in publication.withdrawals}
    last = history.last
    return PublicationsPage(
        newest=last.number,
        rows=tuple(_row(publication) for publication in portion.items),
        classes=tuple(ClassMeaning(words.name, words.meaning) for words in CLASS_WORDS.values()),
        explained=CLASSES_EXPLAINED,
        checking=CHECKING_EXPLAINED,
        withdrawals=tuple(
            withdrawal_row(history, withdrawal) for withdrawal in history.withdrawals if withdrawal.name not in anchored
        ),
        feed=urls.CHANGES,
        comparing=Link(TITLE, urls.COMPARE) if number > 1 else None,
        frame=portion.framed(
            Frame(
                urls.PUBLICATIONS,
                NAMES[urls.PUBLICATIONS],
                f"Op deze site verandert niets in stilte. De nieuwste publicatie, nummer {last.number}, is van "
                f"{last.date.in_words}: {last.title.rstrip('.')}.",
                trail(),
            )
        ),
    )


def _row(publication: Publication) -> PublicationRow:
    return PublicationRow(
        number=publication.number,
        link=Link(title_of(publication), urls.publication_of(publication.name)),
        title=publication.title,
        note=publication.note,
        counts=counts_of(publication.changes),
        hash=publication.hash,
    )
