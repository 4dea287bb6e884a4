"""The clock bar: when a page is true, when it was known, its other versions, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lrt_site import urls
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import kind_of
from lrt_site.views.common import Link
from lrt_site.views.value_corrections import CorrectedValue, corrected_values


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a page stood for good, from one publication on."""

    address: str
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the clock bar of a page is given, and its citation: how others find, and prove, exactly what it said."""

    valid_on: str
    known_on: str
    known_day: str
    """The same as a date picker writes it."""
    publication: Link
    version: str
    """Which version of how many; empty where the page is no record's own."""
    change: str = ""
    """The class of change that made this version, from the second on."""
    note: str = ""
    """What changed and why."""
    versions: Link | None = None
    """All versions, with their differences."""
    others: tuple[Link, ...] = ()
    """The same page as known at other publications."""
    archived: bool
    banner: str = ""
    """Of an archived page: from when to when the site said this."""
    living: str
    """The address of the page of today."""
    withdrawal: str = ""
    """That words were withdrawn, on what ground and when."""
    relations: tuple[tuple[str, str], ...] = ()
    """Kinds of links between versions, and where each leads."""
    canonical: str
    citation: str
    """Title and both dates."""
    permanent: str
    """The address of exactly this text, on the web."""
    hash: str
    """SHA-256 of the version, or of the publication where the page is no record's own."""
    corrected: tuple[CorrectedValue, ...] = ()
    """The values of a series that publications up to this version corrected."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as one edition shows it: what the clock bar is made from."""

    title: str
    address: str
    """Its living address."""
    valid_on: str
    """In words."""
    publication: Publication
    archived: bool


def clock_of_version(history: History, seen: Seen, version: Version) -> Clock:
    """The clock bar of a page that is about one version of a record."""
    line = history.versions(_newest_id(history, version))
    links = tuple(_version_link(one, history) for one in line if one.number != version.number)
    number = f"versie {version.number} van {line[-1].number}"
    kind, record = kind_of(version.record), version.record.id
    place = urls.version_of(kind, record, version.number)
    return replace(
        _clock(history, seen, place, version.publication, number),
        change=_changed(version, line),
        note=version.change.note or "",
        versions=Link("wijzigingen", f"{urls.versions_of(kind, record)}#versie-{version.number}"),
        others=links,
        banner=_version_banner(history, version) if seen.archived else "",
        withdrawal=_withdrawal(version),
        relations=tuple(_relations(version, line, seen)),
        hash=version.change.hash or "",
        corrected=corrected_values([one for one in line if one.number <= version.number]),
    )


def clock_of_overview(history: History, seen: Seen, standings: tuple[Standing, ...], here: Standing) -> Clock:
    """The clock bar of any other page: it stood in these places, and this is how it stood in one of them."""
    spans = {one.address: _span(history, standings, index) for index, one in enumerate(standings)}
    links = tuple(Link(span, address) for address, span in spans.items() if address != here.address)
    return replace(
        _clock(history, seen, here.address, here.publication, ""),
        others=links,
        banner=f"Zo was deze pagina bekend {spans[here.address]}." if seen.archived else "",
        relations=(("latest-version", seen.address),) if seen.archived else (),
    )


def _clock(history: History, seen: Seen, place: str, since: Publication, version: str) -> Clock:
    """What the clock bars of all pages share. An archived page was known since the publication that made it so."""
    site = history.state(history.last).site
    known = since if seen.archived else seen.publication
    dates = f"Geldig op {seen.valid_on}, bekend op {known.date.in_words} (publicatie {known.number}"
    title = seen.title if seen.title != site.title else "Home"
    return Clock(
        valid_on=seen.valid_on,
        known_on=known.date.in_words,
        known_day=known.date.text,
        publication=Link(f"publicatie {known.number}", urls.publication_of(known.name)),
        version=version,
        archived=seen.archived,
        living=seen.address,
        canonical=urls.on_the_web(site.address, seen.address),
        citation=f"‘{title}’, {site.title}. {dates}{', ' + version if version else ''}).",
        permanent=urls.on_the_web(site.address, place),
        hash=known.hash,
    )


def _newest_id(history: History, version: Version) -> str:
    return history.moved.get(version.record.id, version.record.id)


def _version_link(version: Version, history: History) -> Link:
    until = history.until(version)
    ends = f" tot {_named(until)}" if until else ""
    address = urls.version_of(kind_of(version.record), version.record.id, version.number)
    return Link(f"versie {version.number}, vanaf {_named(version.publication)}{ends}", address)


def _named(publication: Publication) -> str:
    """A publication in a sentence. Two can have one date, so its number comes first."""
    return f"publicatie {publication.number} ({publication.date.in_words})"


def _version_banner(history: History, version: Version) -> str:
    said = f"U leest versie {version.number}, zoals in {_named(version.publication)}."
    until = history.until(version)
    if until is None:
        return f"{said} Zij is nog steeds de laatste."
    renewed = history.known(until).get(_id_then(until, version.record.id))
    if renewed is None:
        return f"{said} Met {_named(until)} is het record ingetrokken."
    return f"{said} Met {_named(until)} kwam versie {renewed.number} in haar plaats ({renewed.change.change})."


def _id_then(publication: Publication, identifier: str) -> str:
    """The id that a record had after a publication."""
    return next((one.id for one in publication.changes if one.renamed_from == identifier), identifier)


def _changed(version: Version, line: tuple[Version, ...]) -> str:
    """What made this version, and whether a fact was corrected before that."""
    if version.number == 1:
        return ""
    before = {one.change.change for one in line if 1 < one.number < version.number}
    earlier = version.change.change != "correctie" and "correctie" in before
    return f"{version.change.change}, eerder een correctie" if earlier else version.change.change


def _withdrawal(version: Version) -> str:
    one = version.withdrawal
    if one is None:
        return ""
    return (
        f"Woorden in deze versie zijn op {one.date.in_words} ingetrokken. Er staat nu [ingetrokken]. "
        f"Grond: {one.ground}. Besluit: {one.decision}."
    )


def _relations(version: Version, line: tuple[Version, ...], seen: Seen) -> Iterator[tuple[str, str]]:
    kind, record = kind_of(version.record), version.record.id
    numbers = {one.number: urls.version_of(kind_of(one.record), one.record.id, one.number) for one in line}
    yield "version-history", urls.versions_of(kind, record)
    yield "timemap", urls.timemap_of(record)
    if seen.archived:
        yield "original", seen.address
        yield "latest-version", seen.address
    if version.number - 1 in numbers:
        yield "predecessor-version", numbers[version.number - 1]
    if version.number + 1 in numbers:
        yield "successor-version", numbers[version.number + 1]


def _span(history: History, standings: tuple[Standing, ...], index: int) -> str:
    """From which publication up to which a page stood in one place."""
    first = standings[index].publication
    after = standings[index + 1].publication.number if index + 1 < len(standings) else None
    last = history.publications[after - 2] if after else history.last
    if after is None:
        return f"vanaf {_named(first)}"
    return f"met {_named(first)}" if first is last else f"van {_named(first)} tot en met {_named(last)}"
