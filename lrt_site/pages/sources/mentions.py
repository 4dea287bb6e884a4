"""Where the record is weak: single mentions, in what forms meetings were reported, and how papers are cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sources import Mention
from lrt_site.pages.shared.common import Footnotes, Frame, Mark, Said, data_links, trail
from lrt_site.pages.shared.portions import Portion, listed
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.pages.sources.citations import CitationsPage, _citations_page
from lrt_site.pages.sources.reporting import ReportingPage, reporting_pages

SINGLE = Mark("één bron, nog niet bevestigd", "unverified")


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What templates/sources/mentions.html.jinja is given."""

    template: ClassVar[str] = "sources/mentions.html.jinja"

    frame: Frame
    mentions: tuple[Said, ...]


def pages(register: Register) -> Iterator[MentionsPage | ReportingPage | CitationsPage]:
    """The pages about single mentions, forms of reporting and citations."""
    mentions = tuple(register.all(Mention).values())
    for portion in listed(register, Mention, urls.MENTIONS):
        yield _mentions_page(register, mentions, portion)
    yield from reporting_pages(register)
    yield _citations_page(register)


def _mentions_page(register: Register, mentions: Sequence[Mention], portion: Portion[Mention]) -> MentionsPage:
    notes = Footnotes(register)
    return MentionsPage(
        mentions=tuple(
            notes.said(mention.text, mention, "text", anchor=mention.id, marks=(SINGLE,)) for mention in portion.items
        ),
        frame=portion.framed(
            Frame(
                urls.MENTIONS,
                NAMES[urls.MENTIONS],
                _first_mention(mentions),
                trail(link_to_page(urls.MEETINGS)),
                references=notes.references(),
                data=data_links(*portion.items),
            )
        ),
    )


def _first_mention(mentions: Sequence[Mention]) -> str:
    unconfirmed = "Dit komt uit één bron, en geen tweede bron bevestigt het nog. Het telt nergens mee."
    return (
        f"{mentions[0].text} {unconfirmed}" if mentions else "Er zijn nu geen beweringen die nog niet zijn bevestigd."
    )
