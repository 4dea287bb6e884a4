"""Everything that rests on a source is found, and nothing is decided for the reader."""

from lrt_site.pages.sources import mentions
from lrt_site.pages.sources.mentions import MentionsPage
from tests.builders import (
    a_mention,
    a_register,
)
from tests.tools.rendering import as_read


def test_a_mention_is_marked_as_not_confirmed() -> None:
    page = next(page for page in mentions.pages(a_register(a_mention())) if isinstance(page, MentionsPage))
    (mention,) = page.mentions
    assert [mark.word for mark in mention.marks] == ["één bron, nog niet bevestigd"]
    assert mention.anchor == "ver-fictief"


def test_it_begins_with_the_first_and_says_that_it_counts_for_nothing() -> None:
    register = a_register(a_mention())
    page = next(iter(mentions.pages(register)))
    assert page.frame.description == (
        "Een fictieve vermelding. Dit komt uit één bron, en geen tweede bron bevestigt het nog. Het telt nergens mee."
    )
    assert "ver-fictief" in as_read(page, register).ids


def test_without_mentions_it_says_so() -> None:
    page = next(iter(mentions.pages(a_register())))
    assert page.frame.description == "Er zijn nu geen beweringen die nog niet zijn bevestigd."
    assert "Er staat hier nu niets." in as_read(page, a_register()).words
