"""The half-year pack: what one office still had to do at a cut-off date, by which papers, and what is new since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from lrt_site import urls
from lrt_site.export.reminder.rows import PackDifference, RecordLinks, Row, differences, row_of
from lrt_site.export.reminder.words import Counts, Late, Words, words_of
from lrt_site.findings.certainty import CommitmentOnDay, HowSure, commitment_on, longest_late_first
from lrt_site.findings.offices import OfficeOnDay, offices_on
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.commitments import on_day
from lrt_site.pages.commitments.commitments import in_order
from lrt_site.pages.shared.common import Footnotes


@dataclass(frozen=True, slots=True)
class PackState:
    """The register that packs are made from, as it was published, or as it would be."""

    register: Register
    as_of: date
    """The day on which it speaks."""
    publication: Publication | None = None
    known: Mapping[str, Version] = field(default_factory=dict)
    """The version of every record that the publication holds, by id."""


@dataclass(frozen=True, slots=True)
class PackEdition:
    """Where a pack comes from: the second clock, and what proves it.

    What names the publication does not compare: it is no part of what a pack says.
    """

    site: str
    page: str = field(compare=False)
    """The page that holds for the cut-off date, on the web; of a day of which nothing is known yet, the overview."""
    fictitious: bool
    read_until: PartialDate = field(compare=False)
    """The day up to which sources were read."""
    stands: str = field(compare=False)
    """Whether the site has the pack, and of which day that page is, in sentences."""
    on_site: bool = field(compare=False)
    number: int | None = field(default=None, compare=False)
    """The number of the publication; absent in a preview."""
    date: PartialDate | None = field(default=None, compare=False)
    hash: str | None = field(default=None, compare=False)
    place: str | None = field(default=None, compare=False)
    """The page of the publication on the web."""
    command: str | None = field(default=None, compare=False)
    """What makes the pack again."""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source that the words of a pack rest on. It gets its number where the pack is written out."""

    id: str
    title: str
    publisher: str
    citation: str | None
    date: PartialDate | None
    url: str | None
    remark: str
    """What to know of the address; empty where there is nothing."""
    address: str = field(compare=False)
    """Where the site has it for good, on the web."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What one office had in hand at a cut-off date."""

    office: str
    slug: str
    """The office as a part of an address."""
    on: PartialDate
    before: PartialDate
    """The cut-off date before."""
    edition: PackEdition
    counts: Counts
    words: Words
    rows: tuple[Row, ...]
    """What was not settled: first what was longest overdue, then the rest in the order in which it was promised."""
    unknown: tuple[Row, ...]
    """That of which it is not known whether it was settled, in the same order."""
    differences: tuple[PackDifference, ...]
    sources: tuple[ListedSource, ...]


def published(history: History, publication: Publication) -> PackState:
    """What was known with a publication. It speaks on the day up to which sources were read."""
    register = history.state(publication)
    return PackState(register, _spoken(register), publication, history.known(publication))


def unpublished(register: Register, as_of: date | None = None) -> PackState:
    """What was not published, for a preview."""
    return PackState(register, as_of or _spoken(register))


def cut_offs(state: PackState) -> tuple[date, ...]:
    """The days of which the site offers packs: every 1 January and 1 July with a page, in order of time."""
    return on_day.cutoff_days(state.register, state.as_of)


def cut_off_before(day: date) -> date:
    """The newest 1 January or 1 July before a day."""
    years = (day.year - 1, day.year)
    return max(cut for year in years for at in on_day.FIXED if (cut := date(year, *at)) < day)


def packs_on(state: PackState, day: date) -> tuple[Pack, ...]:
    """The pack of every office that was, or may have been, responsible for a commitment on a day."""
    offices, edition = offices_on(in_order(state.register), day), _edition(state, day)
    return tuple(_pack(state, edition, office, day) for office in offices)


def _pack(state: PackState, edition: PackEdition, office: OfficeOnDay, day: date) -> Pack:
    notes = Footnotes(state.register)
    before = cut_off_before(day)
    held = sorted((*office.sure, *office.perhaps), key=lambda commitment: (commitment.date.earliest, commitment.id))
    stood = [(commitment, commitment_on(commitment, day)) for commitment in held]
    site = RecordLinks(state.register, state.known)
    ordered = sorted(stood, key=lambda pair: longest_late_first(pair[1], day))
    rows, unknown = (
        tuple(
            row_of(commitment, now, site, notes, day, before) for commitment, now in ordered if now.settled == settled
        )
        for settled in ("nee", "misschien")
    )
    changed = [
        difference
        for commitment, now in stood
        for difference in differences(
            commitment, commitment_on(commitment, before), now, site, notes, before=before, on=day
        )
    ]
    on, counts = PartialDate.of(day), _counts([now for _, now in stood], len(office.perhaps))
    return Pack(
        office=office.name,
        slug=office.slug,
        on=on,
        before=PartialDate.of(before),
        edition=edition,
        counts=counts,
        words=words_of(on, state.register.site.sources_checked_on, counts),
        rows=rows,
        unknown=unknown,
        differences=tuple(changed),
        sources=tuple(_listed(source, site.place(source)) for source in notes.sources()),
    )


def _counts(stood: Sequence[CommitmentOnDay], unsure_office: int) -> Counts:
    def late(settled: HowSure) -> Late:
        passed = [standing.passed for standing in stood if standing.settled == settled]
        return Late(passed.count("ja"), passed.count("misschien"))

    settled = Counter(standing.settled for standing in stood)
    return Counts(
        running=settled["nee"],
        unknown=settled["misschien"],
        settled=settled["ja"],
        running_late=late("nee"),
        unknown_late=late("misschien"),
        unsure_office=unsure_office,
    )


def _edition(state: PackState, day: date) -> PackEdition:
    site, publication = state.register.site, state.publication
    on_site = day in cut_offs(state)
    page, stands = (urls.commitments_on(day.isoformat()), _ON_SITE) if on_site else _page_before(state, day)
    edition = PackEdition(
        site=site.title,
        page=urls.on_the_web(site.address, page),
        fictitious=site.fictitious,
        read_until=site.sources_checked_on,
        stands=stands,
        on_site=on_site,
    )
    if publication is None:
        return edition
    ahead = " --ahead" if day > site.sources_checked_on.latest else ""
    return replace(
        edition,
        number=publication.number,
        date=publication.date,
        hash=publication.hash,
        place=urls.on_the_web(site.address, urls.publication_of(publication.name)),
        command=f"lrt-site rappel --publication {publication.number} --date {day}{ahead}",
    )


_ON_SITE = (
    "Dit stuk staat op de site, bij de pagina van de peildatum. "
    "Daar staat ook elk ander stuk over die dag dat is bewaard, met zijn publicatie en zijn hash."
)


def _page_before(state: PackState, day: date) -> tuple[str, str]:
    """The page that holds for a day of which the site has no packs, and of which day that page is, in sentences."""
    days = on_day.calendar(state.register, state.as_of)
    before = [on for on in days.listed if on.earliest <= day <= days.as_of]
    page = urls.commitments_on(before[-1].text) if before else urls.COMMITMENTS
    shown = f"van {before[-1].in_words}" if before else "met alle toezeggingen"
    return page, f"Dit stuk staat niet op de site. Wel staat daar de pagina {shown}."


def _listed(source: Source, address: str) -> ListedSource:
    remark = "" if source.url_verified or not source.url else "Dit webadres is niet gecontroleerd."
    remark = remark if source.found else "Deze bron is niet teruggevonden."
    return ListedSource(
        source.id, source.title, source.publisher, source.citation, source.date, source.url, remark, address
    )


def _spoken(register: Register) -> date:
    return register.site.sources_checked_on.latest
