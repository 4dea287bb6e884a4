"""Who links to a page gets its title, summary and picture; browsers get an icon, also where no page names one."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from lrt_site import urls
from lrt_site.export.cards import HEIGHT, WIDTH
from tests.tools.pages import HtmlPage, pages_of

SITE = "https://fictief.example"


def shared(page: HtmlPage) -> dict[str, str]:
    """What a page says of itself to who links to it."""
    metas = [tag.attributes for tag in page.tags if tag.name == "meta"]
    return {meta["property"]: meta["content"] for meta in metas if meta.get("property", "").startswith("og:")}


def pages_by_life(site: Path) -> Iterator[tuple[HtmlPage, bool]]:
    """The pages outside of the handbook, and whether each is one of now."""
    for page in pages_of(site):
        if not page.address.startswith(urls.HANDBOOK):
            yield page, not any('name="robots"' in line for line in page.file.read_text("utf-8").splitlines()[:20])


def test_every_page_of_now_has_a_picture_and_those_of_then_have_none(fictief_site: Path) -> None:
    pictures = set()
    for page, living in pages_by_life(fictief_site):
        told = shared(page)
        assert bool(told) == living, page.address
        if living:
            assert told["og:url"] == f"{SITE}{page.address}"
            pictures.add(told["og:image"].removeprefix(f"{SITE}/"))
    files = {path.relative_to(fictief_site).as_posix() for path in fictief_site.rglob("deelkaart.png")}
    assert pictures == files
    assert len(files) > 50


def test_a_picture_is_as_large_as_its_page_says(fictief_site: Path) -> None:
    told = shared(next(page for page in pages_of(fictief_site) if page.address == urls.COMMITMENTS))
    with Image.open(fictief_site / told["og:image"].removeprefix(f"{SITE}/")) as picture:
        size = picture.size
    assert size == (WIDTH, HEIGHT) == (int(told["og:image:width"]), int(told["og:image:height"]))
    assert "Fictief" in told["og:image:alt"]


def test_the_icon_is_there_in_three_sizes_where_browsers_look(fictief_site: Path) -> None:
    with Image.open(fictief_site / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        colour = icon.convert("RGB").getpixel((24, 2))
    assert colour == (15, 76, 92), "not the colour of icon.svg"


def test_no_link_tells_others_where_a_reader_came_from(fictief_site: Path) -> None:
    pages = (path.read_text("utf-8") for path in fictief_site.rglob("index.html"))
    assert [
        page[:400] for page in pages if "<main" in page and 'name="referrer" content="no-referrer"' not in page
    ] == []
