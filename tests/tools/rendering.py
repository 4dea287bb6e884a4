"""Pages of a register written out in memory, as a preview without a frame of publications."""

from collections.abc import Iterator
from functools import cache

from lrt_site import checking, files
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import PageMaker, PageView
from lrt_site.pages.shared.maker import Maker
from lrt_site.render import Menu, Renderer, Surroundings
from lrt_site.sitemap.site import page_makers
from lrt_site.sitemap.standing import UNTOLD
from tests.tools.pages import HtmlPage, page_of
from tests.tools.sites import ROOT

SURROUNDINGS = Surroundings(
    title="Fictieve tafel",
    short_title="Fictieve tafel",
    tagline="",
    address="https://fictief.example/",
    fictitious=True,
    preview=True,
    standing=UNTOLD,
    as_of="15 januari 2026",
    known_on="",
    publication=None,
    menu=Menu((), ()),
    about=(),
    summaries=(),
    maker=Maker(publisher=None, government=None, report=None),
)


@cache
def content_of(folder: str) -> Register:
    """The register that editors wrote in a folder, published or not."""
    texts, _ = files.read_content(ROOT / folder)
    return Register.of(checking.read(texts).values())


@cache
def _renderer() -> Renderer:
    return Renderer(files.read_templates(ROOT / "templates")[0], "/")


def makers_of(register: Register) -> Iterator[PageView | PageMaker]:
    """Every page of a register, ready or to be made."""
    return page_makers(register, register.site.sources_checked_on.latest)


def written_out(maker: PageView | PageMaker, register: Register) -> tuple[str, str]:
    """The address of a page and its HTML."""
    page = maker() if isinstance(maker, PageMaker) else maker
    return page.frame.address, _renderer().page(page, register, SURROUNDINGS)[0]


def pages_of(register: Register) -> dict[str, str]:
    """The HTML of every page of a register, by its address."""
    return dict(written_out(maker, register) for maker in makers_of(register))


def as_read(maker: PageView | PageMaker, register: Register) -> HtmlPage:
    """A page as a reader and a browser get it."""
    address, html = written_out(maker, register)
    return page_of(address, html.encode())
