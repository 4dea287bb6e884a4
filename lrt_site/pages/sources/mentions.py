"""Where the record is weak: single mentions, in what forms meetings were reported, and how papers are cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sources import Mention
from lrt_site.pages.shared.common import Footnotes, Frame, Mark, Said, data_links, trail
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.pages.sources.citations import CitationsPage, _citations_page
from lrt_site.pages.sources.reporting import ReportingPage, _reporting_page

SINGLE = Mark("één bron, nog niet bevestigd", "unverified")


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What templates/sources/mentions.html.jinja is given."""

    template: ClassVar[str] = "sources/mentions.html.jinja"

    frame: Frame
    mentions: tuple[Said, ...]


def pages(register: Register) -> Iterator[MentionsPage | ReportingPage | CitationsPage]:
    """The pages about single mentions, forms of reporting and citations."""
    yield _mentions_page(register)
    yield _reporting_page(register)
    yield _citations_page(register)


def _mentions_page(register: Register) -> MentionsPage:
    notes = Footnotes(register)
    mentions = register.all(Mention)
    return MentionsPage(
        mentions=tuple(
            notes.said(mention.text, mention, "text", anchor=mention.id, marks=(SINGLE,))
            for mention in mentions.values()
        ),
        frame=Frame(
            urls.MENTIONS,
            NAMES[urls.MENTIONS],
            _first_mention(tuple(mentions.values())),
            trail(link_to_page(urls.MEETINGS)),
            references=notes.references(),
            data=data_links(*mentions.values()),
        ),
    )


def _first_mention(mentions: Sequence[Mention]) -> str:
    unconfirmed = "Dit komt uit één bron, en geen tweede bron bevestigt het nog. Het telt nergens mee."
    return (
        f"{mentions[0].text} {unconfirmed}" if mentions else "Er zijn nu geen beweringen die nog niet zijn bevestigd."
    )
