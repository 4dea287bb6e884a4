"""What programs read first of a site: which pages there are, how to search them, and where the data are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.table import Site

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
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
    listed |= {urls.file_of(urls.OPEN_SEARCH): _open_search(site), urls.file_of(urls.FOR_MODELS): _for_models(site)}
    if urls.root_of(site.address) != "/":
        return listed
    robots = f"User-agent: *\nAllow: /\nSitemap: {urls.on_the_web(site.address, urls.SITEMAP)}\n"
    return {**listed, urls.file_of(urls.ROBOTS): robots}


def _open_search(site: Site) -> str:
    """How browsers search the site from their own bar (https://github.com/dewitt/opensearch)."""
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": _OPEN_SEARCH})
    # Browsers show no more of a name than sixteen signs.
    ElementTree.SubElement(root, "ShortName").text = (site.short_title or site.title)[:16]
    ElementTree.SubElement(root, "Description").text = f"Zoeken op {site.title}"
    ElementTree.SubElement(root, "Language").text = "nl"
    found = f"{urls.on_the_web(site.address, urls.SEARCH)}?q={{searchTerms}}"
    ElementTree.SubElement(root, "Url", {"type": "text/html", "template": found})
    return _declared(root)


def _for_models(site: Site) -> str:
    """Where a language model finds everything, so that it need not read the pages (https://llmstxt.org/)."""
    ways = (
        ("Alle tabellen in één database", urls.DATABASE),
        ("Beschrijving van alle tabellen", urls.DATA_PACKAGE),
        ("Alle records, elk als JSON", urls.INDEX_DATA),
        ("Alle wijzigingen, op volgorde", urls.CHANGES),
        ("Wat niet is gevonden", urls.GAPS_DATA),
        ("Uitleg van de gegevens", urls.OPEN_DATA),
    )
    lines = (f"- [{title}]({urls.on_the_web(site.address, address)})" for title, address in ways)
    made_up = " Alles op deze site is verzonnen." if site.fictitious else ""
    return (
        f"# {site.title}\n\n> {site.tagline}.{made_up}\n\n"
        "Elk feit heeft een bron. Wat leeg is, noemt geen bron: het is geen nul en geen nee. Noem bij een feit zijn "
        "bron en de publicatie van deze site.\n\n## Gegevens\n\n" + "\n".join(lines) + "\n"
    )


def _as_text(root: str, entry: str, listed: Iterable[tuple[str, PartialDate | None]], site: Site) -> str:
    element = ElementTree.Element(root, {"xmlns": _SITEMAPS})
    for address, since in listed:
        child = ElementTree.SubElement(element, entry)
        ElementTree.SubElement(child, "loc").text = urls.on_the_web(site.address, address)
        if since:
            ElementTree.SubElement(child, "lastmod").text = since.text
    return _declared(element)


def _declared(element: ElementTree.Element) -> str:
    ElementTree.indent(element, " ")
    text = ElementTree.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
