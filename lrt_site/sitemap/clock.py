"""The clock bar: when a page is true, when it was known, its other editions, and how to cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS, PartialDate
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import kind_of
from lrt_site.model.table import Site
from lrt_site.pages.figures.corrections import CorrectedValue, corrected_values
from lrt_site.pages.publications.editions import FROM_OTHERS, Edition, gone_with, last_of, with_next
from lrt_site.pages.shared.common import Frame
from lrt_site.pages.shared.linked_data import corrections_as_linked_data
from lrt_site.sitemap.states import PublishedState
from lrt_site.wording.change_classes import CLASS_WORDS
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")


@dataclass(frozen=True, slots=True)
class Proof:
    """A hash by which others check what a page says."""

    what: str
    hash: str
    """SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the clock bar of a page is given, and its citation: how others find, and prove, exactly what it said."""

    moment: str
    """The moment that the page is about, such as `Stand van 1 juli 2022`."""
    known_on: str
    known_briefly: str
    """The same day, its month shortened."""
    known_day: str
    """The day of the publication that the site shows, as a date picker writes it."""
    publication: Link
    unchanged: str
    """Up to which publication the page said the same; empty where that is the one it is cited from."""
    version: str
    """Which version of the record it shows; empty where the page is no record's own."""
    change: str
    """The class of change that made this version, from the second on."""
    note: str
    """What changed and why."""
    surroundings: str
    """Since when the page says other words although its record stayed the same; empty where it does not."""
    versions: Link | None
    """All versions, with their differences."""
    others: tuple[Link, ...]
    """Of a living page its other editions, of an old one the one before it."""
    banner: str
    """Of an archived page, and of no other: that it is an edition of then, and what came after it."""
    banner_briefly: str
    """Of an archived page: of when it is, and whether anything came after it."""
    living: str
    """The address of the page of today."""
    withdrawal: str
    """That words were withdrawn, on what ground and when."""
    relations: tuple[tuple[str, str], ...]
    """Kinds of links between editions, and where each leads."""
    canonical: str
    citation: str
    """Title and both dates."""
    permanent: str
    """The address of exactly these words, on the web."""
    proofs: tuple[Proof, ...]
    """The hash of the publication, and on the page of a record that of its version."""
    corrected: tuple[CorrectedValue, ...]
    """The values of a series that publications up to this version corrected."""

    @property
    def linked_data(self) -> Mapping[str, object] | None:
        """What this site corrected on the page, for search engines."""
        found = [(value.what, value.was, value.becomes) for value in self.corrected]
        return corrections_as_linked_data(self.canonical, found) if found else None

    @property
    def archived(self) -> bool:
        """Whether it is the clock bar of an edition of then."""
        return bool(self.banner)

    @property
    def since(self) -> str:
        """Since when the page says this: it can speak of a later day than that on which it was published."""
        return f"{'ongewijzigd sinds' if self.unchanged else 'gepubliceerd op'} {self.known_on}"

    @property
    def version_briefly(self) -> str:
        """Which version it is, without how many there are."""
        return self.version.partition(" van ")[0]


def clock_of(
    history: History,
    state: PublishedState,
    frame: Frame,
    line: Sequence[Edition],
    edition: Edition,
    *,
    archived: bool,
) -> Clock:
    """The clock bar of a page with this frame in one of its editions, of which `line` is the whole series."""
    publication, version = edition.publication, edition.version
    site, versions = state.register.site, _versions_of(history, version, archived=archived)
    known = publication if archived else history.last
    unchanged = "" if publication is known else f"ongewijzigd tot en met publicatie {known.number}"
    number = _number(version, versions, archived=archived) if version else ""
    return Clock(
        moment=capitalised(_moment(state.as_of, frame)),
        known_on=publication.date.in_words,
        known_briefly=publication.date.briefly,
        known_day=known.date.text,
        publication=Link(f"publicatie {publication.number}", urls.publication_of(publication.name)),
        unchanged=unchanged,
        version=number,
        change=_changed(version, versions) if version else "",
        note=(version.change.note or "") if version else "",
        surroundings=_surroundings(edition),
        versions=_versions_link(version) if version else None,
        others=tuple(_others(history, line, edition, archived=archived)),
        banner=_banner(history, line, edition) if archived else "",
        banner_briefly=_banner_briefly(history, line, edition) if archived else "",
        living=edition.address,
        withdrawal=_withdrawal(version) if version else "",
        relations=tuple(_relations(version, versions, edition.address, archived=archived)),
        canonical=urls.on_the_web(site.address, edition.address),
        citation=_citation(frame, history.state(publication).site, publication, unchanged, number),
        permanent=urls.on_the_web(site.address, edition.place),
        proofs=tuple(_proofs(publication, version)),
        corrected=corrected_values([known for known in versions if version and known.number <= version.number]),
    )


def _banner(history: History, line: Sequence[Edition], edition: Edition) -> str:
    """That the page is an edition of then, and what came after it."""
    return f"U leest deze pagina zoals in {named(edition.publication)}. {_after(history, line, edition)}"


def _banner_briefly(history: History, line: Sequence[Edition], edition: Edition) -> str:
    is_last = _after(history, line, edition) == _still(history)
    return f"{'Bewaarde' if is_last else 'Oude'} tekst, {edition.publication.date.briefly}"


def _moment(day: date, frame: Frame) -> str:
    """What the page is about in time: as it says itself, or the days that its title names, or the day it speaks on."""
    days = () if frame.title_quotes else _DAY.findall(frame.title)
    named_days = f"over {' en '.join(dict.fromkeys(days))}" if days else ""
    return frame.moment or named_days or f"stand van {PartialDate.of(day).in_words}"


def _number(version: Version, versions: Sequence[Version], *, archived: bool) -> str:
    return f"versie {version.number}" if archived else f"versie {version.number} van {versions[-1].number}"


def _citation(frame: Frame, site: Site, publication: Publication, *more: str) -> str:
    """What others write under a quotation, with the name and the day that the site then had."""
    moment = capitalised(_moment(site.sources_checked_on.latest, frame))
    told = ", ".join(filter(None, (f"publicatie {publication.number}", *more)))
    return f"‘{frame.title}’, {site.title}. {moment}, gepubliceerd op {publication.date.in_words} ({told})."


def named(publication: Publication) -> str:
    """A publication in a sentence. Two can have one date, so its number comes first."""
    return f"publicatie {publication.number} ({publication.date.in_words})"


def _versions_of(history: History, version: Version | None, *, archived: bool) -> tuple[Version, ...]:
    """The versions of the record of a page; for an archived page those up to its own."""
    if version is None:
        return ()
    versions = history.versions(version.record.id)
    return tuple(candidate for candidate in versions if candidate.number <= version.number) if archived else versions


def _versions_link(version: Version) -> Link:
    versions = urls.versions_of(kind_of(version.record), version.record.id)
    return Link("wijzigingen", f"{versions}#versie-{version.number}")


def _surroundings(edition: Edition) -> str:
    if not edition.of_surroundings:
        return ""
    return f"Sinds {named(edition.publication)} zegt deze pagina iets anders dan daarvoor. {FROM_OTHERS}"


def _after(history: History, line: Sequence[Edition], edition: Edition) -> str:
    """What came after an edition."""
    following = next(after for candidate, after in with_next(line) if candidate is edition)
    gone = gone_with(history, edition, following)
    if gone and edition.version is None:
        return f"Met {named(gone)} verdween deze pagina."
    if edition.version and (following is None or following.version is not edition.version):
        return _after_version(history, edition.version)
    if following is None:
        return _still(history)
    return f"Met {named(following.publication)} kwamen er andere woorden in haar plaats."


def _after_version(history: History, version: Version) -> str:
    """What came after a version."""
    until = history.until(version)
    if until is None:
        return _still(history)
    renewed = history.known(until).get(_id_then(until, version.record.id))
    if renewed is None:
        return f"Met {named(until)} is het onderdeel ingetrokken."
    word = CLASS_WORDS[renewed.change.change].name
    return f"Met {named(until)} kwam versie {renewed.number} in haar plaats ({word})."


def _still(history: History) -> str:
    return f"Zij is tot en met {named(history.last)} de laatste."


def _id_then(publication: Publication, identifier: str) -> str:
    """The id that a record had after a publication."""
    return next((change.id for change in publication.changes if change.renamed_from == identifier), identifier)


def _others(history: History, line: Sequence[Edition], edition: Edition, *, archived: bool) -> Iterator[Link]:
    for before, after in with_next(line):
        if (after is edition) if archived else (before is not edition):
            yield Link(_span(history, before, last_of(history, before, after)), before.place)


def _span(history: History, edition: Edition, until: int | None) -> str:
    """From which publication up to which a page said the same."""
    first = named(edition.publication)
    version = f"versie {edition.version.number}, " if edition.version else ""
    if until is None:
        return f"{version}vanaf {first}"
    if until == edition.publication.number:
        return f"{version}met {first}"
    return f"{version}van {first} tot en met {named(history.publications[until - 1])}"


def _changed(version: Version, line: Sequence[Version]) -> str:
    """What made this version, and whether a fact was corrected before that."""
    if version.number == 1:
        return ""
    before = {candidate.change.change for candidate in line if 1 < candidate.number < version.number}
    word, corrected = CLASS_WORDS[version.change.change].name, CLASS_WORDS["correctie"].name
    earlier = word != corrected and "correctie" in before
    return f"{word}, eerder ook {corrected}" if earlier else word


def _withdrawal(version: Version) -> str:
    withdrawal = version.withdrawal
    if withdrawal is None:
        return ""
    return (
        f"Woorden in deze versie zijn op {withdrawal.date.in_words} ingetrokken. Er staat nu [ingetrokken]. "
        f"Grond: {withdrawal.ground}. Besluit: {withdrawal.decision}."
    )


def _proofs(publication: Publication, version: Version | None) -> Iterator[Proof]:
    yield Proof(f"publicatie {publication.number}", publication.hash)
    if version and version.change.hash:
        yield Proof(f"de gegevens van versie {version.number}", version.change.hash)


def _relations(
    version: Version | None, versions: Sequence[Version], living: str, *, archived: bool
) -> Iterator[tuple[str, str]]:
    if version:
        kind, identifier = kind_of(version.record), version.record.id
        yield "version-history", urls.versions_of(kind, identifier)
        yield "timemap", urls.timemap_of(identifier)
        if archived:
            yield "original", living
        numbers = {
            version.number: urls.version_of(kind_of(version.record), version.record.id, version.number)
            for version in versions
        }
        if version.number - 1 in numbers:
            yield "predecessor-version", numbers[version.number - 1]
        if version.number + 1 in numbers:
            yield "successor-version", numbers[version.number + 1]
    if archived:
        yield "latest-version", living
