"""What search engines read first: which pages there are and since when each says what it says, and the way to that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.table import Site

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000
"""So many addresses a file of that form can hold."""


def files(site: Site, pages: Mapping[str, PartialDate | None], *, most: int = _MOST) -> Mapping[str, str]:
    """The files by path, for the pages of now with the day since which each says the same, as far as it is known."""
    entries = sorted(pages.items())
    parts = [_as_text("urlset", "url", entries[at : at + most], site) for at in range(0, len(entries), most)]
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    listed = {urls.file_of(name): part for name, part in zip(names, parts, strict=True)}
    if len(parts) > 1:
        listed[urls.file_of(urls.SITEMAP)] = _as_text("sitemapindex", "sitemap", ((name, None) for name in names), site)
    else:
        listed = {urls.file_of(urls.SITEMAP): part for part in parts}
    if urls.root_of(site.address) != "/":
        return listed
    robots = f"User-agent: *\nAllow: /\nSitemap: {urls.on_the_web(site.address, urls.SITEMAP)}\n"
    return {**listed, urls.file_of(urls.ROBOTS): robots}


def _as_text(root: str, entry: str, listed: Iterable[tuple[str, PartialDate | None]], site: Site) -> str:
    element = ElementTree.Element(root, {"xmlns": _SITEMAPS})
    for address, since in listed:
        child = ElementTree.SubElement(element, entry)
        ElementTree.SubElement(child, "loc").text = urls.on_the_web(site.address, address)
        if since:
            ElementTree.SubElement(child, "lastmod").text = since.text
    ElementTree.indent(element, " ")
    text = ElementTree.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
