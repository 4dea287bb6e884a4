"""All versions of a record over time, as a Memento TimeMap (RFC 7089) in application/link-format (RFC 6690)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import format_datetime
from urllib.parse import quote

from lrt_site import urls
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import kind_of


def files(history: History, site_address: str) -> Mapping[str, str]:
    """The TimeMap of every id that a record has or had, by path. Under an old id it lists the same versions."""
    site = site_address.rstrip("/")
    return {
        urls.file_of(urls.timemap_of(identifier)): _timemap(identifier, _line(history, identifier), site)
        for identifier in history.identifiers
    }


def _line(history: History, identifier: str) -> tuple[Version, ...]:
    """The versions by the moments that a TimeMap knows: of those of one day the last, which stood when it was over."""
    versions = history.versions(history.moved.get(identifier, identifier))
    return tuple({_moment(version.publication): version for version in versions}.values())


def _timemap(identifier: str, line: tuple[Version, ...], site: str) -> str:
    kind = kind_of(line[-1].record)
    span = f'from="{_moment(line[0].publication)}"; until="{_moment(line[-1].publication)}"'
    links = [
        _link(site, urls.page_of(line[-1].record), 'rel="original"'),
        _link(site, urls.timemap_of(identifier), 'rel="self"; type="application/link-format"', span),
        _link(site, urls.versions_of(kind, line[-1].record.id), 'rel="version-history"; type="text/html"'),
        *_mementos(line, site),
    ]
    return ",\n".join(links) + "\n"


def _mementos(line: tuple[Version, ...], site: str) -> Iterator[str]:
    for version in line:
        ends = (["first"] if version is line[0] else []) + (["last"] if version is line[-1] else [])
        address = urls.version_of(kind_of(version.record), version.record.id, version.number)
        relation = " ".join([*ends, "memento"])
        yield _link(site, address, f'rel="{relation}"; datetime="{_moment(version.publication)}"')


def _link(site: str, address: str, *parameters: str) -> str:
    return "; ".join((f"<{site}{quote(address, safe='/')}>", *parameters))


def _moment(publication: Publication) -> str:
    """The start of the day of a publication: what is published holds for the whole of its day."""
    return format_datetime(datetime.combine(publication.date.earliest, time(), UTC), usegmt=True)
