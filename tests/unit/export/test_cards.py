"""The card of a page says what the page is about: its words have room, and it is the same bytes each time."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lrt_site.cache_folder import CacheFolder
from lrt_site.caching import NO_CACHE
from lrt_site.export.cards import HEIGHT, WIDTH, Card, as_png, kept
from tests.builders import a_ledger, a_register

CARD = Card("Een tafel", "Vergadering van 12 maart 2024", "Vergaderingen · Over 12 maart 2024")
PAPER = (255, 255, 255)
MARGINS = ((0, 18, 80 - 4, HEIGHT), (WIDTH - 80, 18, WIDTH, HEIGHT), (0, 590, WIDTH, HEIGHT))
BETWEEN = (0, 512, WIDTH, 546)
"""Between the title and the line below it."""


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(as_png(card))).convert("RGB")


def colours(of: Image.Image, box: tuple[int, int, int, int]) -> set[object]:
    return {colour for _, colour in of.crop(box).getcolors() or ()}


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Kort",
        "Huisvestingstaakstellingsontwikkelingsmogelijkheden en wat daarover werd afgesproken",
        "Éénentwintig afspraken over opvang, huisvesting en integratie van statushouders " * 6,
        "W" * 400,
        "\u202eomgekeerd\x00 en \U0001f600 漢字 e\u0301",
    ],
)
def test_every_title_has_room(title: str) -> None:
    made = picture(CARD._replace(title=title, fictitious=True))
    assert made.size == (WIDTH, HEIGHT)
    assert [colours(made, box) for box in (*MARGINS, BETWEEN)] == [{PAPER}] * 4


def test_a_card_is_small_and_the_same_each_time() -> None:
    assert as_png(CARD) == as_png(CARD)
    assert len(as_png(CARD)) < 12_000


@pytest.mark.parametrize("other", [CARD._replace(site="x"), CARD._replace(title="x"), CARD._replace(below="x")])
def test_a_card_shows_each_of_its_texts(other: Card) -> None:
    assert as_png(CARD) != as_png(other)


def test_a_card_says_that_all_is_made_up() -> None:
    corner = (WIDTH - 300, 50, WIDTH - 80, 115)
    assert colours(picture(CARD), corner) == {PAPER}
    assert colours(picture(CARD._replace(fictitious=True)), corner) == {PAPER, (15, 76, 92)}


def test_a_card_is_kept_by_what_it_says(tmp_path: Path) -> None:
    pictures = CacheFolder(tmp_path / "cache").sealed(a_ledger(a_register()))
    assert kept(CARD, pictures) == kept(CARD, pictures) == kept(CARD, NO_CACHE)
    assert kept(CARD._replace(title="Anders"), pictures) != kept(CARD, pictures)
