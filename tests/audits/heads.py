"""What search engines and who shares a page get, and that links alone reach every page."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from lrt_site import urls
from tests.audits.findings import Finding
from tests.audits.weight import KEPT, living
from tests.tools.pages import addresses_of, internal
from tests.tools.sites import LEADS_ON

LONGEST = 70
TITLE = re.compile(r"<title>([^<]*)</title>")
SHARED = ("og:title", "og:description", "og:image", "og:url", "og:type")
LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')
ARCHIVED = 'class="archived"'
EDITION = re.compile(r"/publicaties/[^/]+/stand/")
NOT_LED_TO = ("/404.html",)


def heads(name: str, site: Path) -> Iterator[Finding]:
    """The bars of the heads of living pages, and of the files around them."""
    pages = {address: (site / urls.file_of(address)).read_text("utf-8") for address in living(site)}
    titles = {address: unescape(found[1]) if (found := TITLE.search(html)) else "" for address, html in pages.items()}
    uses = Counter(titles.values())
    listed = (site / "sitemap.xml").read_text("utf-8") if (site / "sitemap.xml").is_file() else ""
    for address, html in pages.items():
        page, title = f"{name} `{address}`", titles[address]
        yield Finding("Title", f"1 to {LONGEST} signs", page, str(len(title)), 0 < len(title) <= LONGEST, title)
        yield Finding("Title is its own", "1 page", page, str(uses[title]), uses[title] == 1, title)
        lacking = [tag for tag in SHARED if f'property="{tag}"' not in html]
        yield Finding("Open Graph", "0 lacking", page, str(len(lacking)), not lacking, ", ".join(lacking))
        yield Finding("Icon", "named", page, "", 'rel="icon"' in html)
        known = address in NOT_LED_TO or f"{address}</loc>" in listed
        yield Finding("In sitemap.xml", "yes", page, "yes" if known else "no", known)
    for file in ("favicon.ico", "robots.txt", "sitemap.xml"):
        yield Finding("Files at the root", "there", f"{name} `/{file}`", "", (site / file).is_file())


def reached(name: str, site: Path) -> Iterator[Finding]:
    """A crawl from the home page that follows links and runs nothing."""
    known, waiting = {"/"}, ["/"]
    everything, own = set(addresses_of(site)), _own_address(site)
    while waiting:
        address = waiting.pop()
        html = (site / urls.file_of(address)).read_text("utf-8")
        led_to = {
            found[0] for link in LINK.findall(html) if (found := internal(address, unescape(link).removeprefix(own)))
        }
        fresh = (led_to & everything) - known
        known |= fresh
        waiting += fresh
    kept = {one for one in everything - known if _is_left(site, one)}
    for address in sorted(everything.difference(NOT_LED_TO, kept)):
        yield Finding("Reached from home without a script", "yes", f"{name} `{address}`", "", address in known)


def _is_left(site: Path, address: str) -> bool:
    """Whether an address is kept for who had it: it leads on, or its page of now says that it ended."""
    if LEADS_ON in (site / urls.file_of(address)).read_text("utf-8"):
        return True
    of_now = site / urls.file_of(EDITION.sub("/", address))
    html = of_now.read_text("utf-8") if of_now.is_file() else ""
    return KEPT in html and ARCHIVED not in html


def _own_address(site: Path) -> str:
    """What the addresses on a site begin with when they are written out, as in a citation."""
    found = re.search(r'rel="canonical" href="([^"]*)/"', (site / "index.html").read_text("utf-8"))
    return found[1] if found else ""
