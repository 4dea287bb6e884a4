"""What a reader has to fetch: a page with all that it loads, as nginx with our settings sends it."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import Page, Response

from lrt_site import urls
from tests.audits.findings import Finding
from tests.tools.pages import addresses_of, internal
from tests.tools.sites import LEADS_ON

PAGE, SEARCH, STYLE, SCRIPT = 20_000, 150_000, 10_000, 2_000
BEGINS_TO_PACK = 256
"""Bytes from which our settings pack."""
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*? (?:href|src)="([^"]+)"')
KEPT = "noindex"
"""What the heads of pages hold that are kept, and those of a site that was never published."""
WITH_A_TASK = (urls.SEARCH, urls.QUOTE, "/publicaties/vergelijken/")
"""Pages that are made of a script, and not of content."""


def weights(name: str, site: Path, published: bool = True) -> Iterator[Finding]:
    """The bars of weight for each living page of a site."""
    for address in living(site, published):
        files = [(site / urls.file_of(address)), *loaded(site, address)]
        page, of_handbook = f"{name} `{address}`", " (handbook)" * address.startswith(urls.HANDBOOK)
        whole = sum(map(sent, files))
        if address == urls.SEARCH:
            continue
        share = ", ".join(f"{file.name} {sent(file)}" for file in sorted(files, key=sent, reverse=True)[:4])
        yield Finding(
            f"Page with all it loads{of_handbook}", f"<= {PAGE} bytes", page, str(whole), whole <= PAGE, share
        )
        for bar, most, suffix in (("Style, raw", STYLE, ".css"), ("Script of content pages, raw", SCRIPT, ".js")):
            if suffix == ".js" and address in WITH_A_TASK:
                continue
            these = [file for file in files if file.suffix == suffix]
            raw = sum(file.stat().st_size for file in these)
            shown = ", ".join(f"{file.name} {file.stat().st_size}" for file in these)
            yield Finding(bar + of_handbook, f"<= {most} bytes", page, str(raw), raw <= most, shown)


@cache
def living(site: Path, published: bool = True) -> tuple[str, ...]:
    """The addresses of the pages of now, but for those that only lead on to another."""
    heads = {one: (site / urls.file_of(one)).read_text("utf-8").partition("</head>")[0] for one in addresses_of(site)}
    return tuple(one for one, head in heads.items() if LEADS_ON not in head and not (published and KEPT in head))


def loaded(site: Path, address: str) -> list[Path]:
    """The files that a page loads by itself."""
    html = (site / urls.file_of(address)).read_text("utf-8")
    found = (
        internal(address, link.replace("&amp;", "&")) for link in LOADED.findall(html) if not link.startswith("data:")
    )
    return [site / target[0].lstrip("/") for target in found if target]


@cache
def sent(file: Path) -> int:
    """The bytes of a file as they go over the line."""
    data = file.read_bytes()
    packed = file.suffix not in {".png", ".ico", ".woff2"} and len(data) >= BEGINS_TO_PACK
    return len(gzip.compress(data, 9, mtime=0)) if packed else len(data)


def searching(page: Page, root: str) -> Finding:
    """The search page until it shows what it found, each file as it goes over the line."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{root}/zoeken/?q=opvang")
    page.locator("main li mark").first.wait_for()
    page.wait_for_load_state("networkidle")
    sizes = {answer.url: _packed(answer.body()) for answer in answers}
    whole = sum(sizes.values())
    share = ", ".join(
        f"{url.rpartition('/')[2][:24]} {size}" for url, size in sorted(sizes.items(), key=lambda one: -one[1])[:5]
    )
    return Finding(
        "Search page with what it found",
        f"<= {SEARCH} bytes",
        "real `/zoeken/?q=opvang`",
        str(whole),
        whole <= SEARCH,
        share,
    )


def _packed(data: bytes) -> int:
    return min(len(data), len(gzip.compress(data, 9, mtime=0)))
