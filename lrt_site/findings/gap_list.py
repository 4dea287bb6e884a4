"""Every gap, with an id of its own, since when it is there, and what kind of source would close it.

All of it follows by rule from the records. A gap says that nothing was found; it never says that there was nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from lrt_site import urls
from lrt_site.findings import gaps, months
from lrt_site.findings.gaps import HasMoment
from lrt_site.findings.meeting_order import in_order, of_table
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, CommitmentStatus, Element, Extent
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.portions import ROWS, ListPart, parts
from lrt_site.model.provinces import DatedItem, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.wording.meeting_titles import with_table
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import the_table
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised

GapKind = Literal[
    "jaar",
    "maanden",
    "afloop",
    "verslag",
    "bijeenkomst",
    "provincie",
    "cijfer",
    "toezegging",
    "onderdeel",
    "status",
]

PAGES: Mapping[GapKind, str] = {
    **dict.fromkeys(("jaar", "maanden", "afloop"), "vergaderingen"),
    **dict.fromkeys(("verslag", "bijeenkomst"), "verslagen"),
    "provincie": "provincies",
    "cijfer": "cijfers",
    **dict.fromkeys(("toezegging", "onderdeel", "status"), "toezeggingen"),
}
"""The subject of every kind of gap: the page on which such gaps stand."""
MANY: tuple[GapKind, ...] = ("afloop", "verslag", "bijeenkomst", "toezegging", "onderdeel", "status")
"""The kinds of gaps of which there come to be more with every meeting or commitment."""
COVERED = ("gedekt", "deels gedekt")
"""What must be recorded of a document for an element, for the element to be no gap."""
UNDECIDED = "openstaand"
"""The status that needs no decision: a commitment begins with it."""

CLOSING_PROVINCE: Mapping[gaps.Publishing, str] = {
    "verslagen": "Een verslag van een vergadering van deze tafel. Volgens een bron zijn ze openbaar.",
    "andere stukken": "Een verslag van een vergadering van deze tafel.",
    "niet openbaar": "Een verslag van een vergadering van deze tafel, of een nieuwere bron over hun openbaarheid.",
    "niets gevonden": "Een verslag van een vergadering van deze tafel, of een bron over de openbaarheid van verslagen.",
}
"""Which source would close the gap of a provincial table, by what it publishes."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something of which nothing was found."""

    id: str
    """Stable: made from what it is about, never from its place in a list."""
    kind: GapKind
    about: str
    """The id of the record, or of the part of one, that it is about."""
    title: str
    """What was not found, in words that need no page around them."""
    short: str
    """The same for the page of what it is about."""
    since: PartialDate | None
    """Since when, as far as known."""
    closing: str
    """The kind of source that would close it."""
    until: PartialDate | None = None
    """The last month, of a stretch of months that came to an end."""
    at_latest: bool = False
    """Whether it may have been there before `since`, which is then only when it surely was."""


@dataclass(frozen=True)
class GapsOnDay:
    """The gaps of a register on a day, worked out once, and only when a page asks for them."""

    register: Register
    as_of: date

    @cached_property
    def all(self) -> tuple[Gap, ...]:
        """All of them, kind by kind."""
        return gap_list(self.register, self.as_of)

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Gap, ...]]:
        """The gaps in what stands on each page, by its address."""
        records, homes = self.register.records, self.register.home_of
        found: dict[str, list[Gap]] = {}
        for gap in self.all:
            found.setdefault(urls.page_of(records[homes[gap.about]]), []).append(gap)
        return {page: tuple(on_page) for page, on_page in found.items()}

    @cached_property
    def parts(self) -> tuple[tuple[ListPart, tuple[Gap, ...]], ...]:
        """The parts of each kind of which there are too many for one page."""
        by_kind = ([gap for gap in self.all if gap.kind == kind] for kind in MANY)
        many = [gap for of_kind in by_kind if len(of_kind) > ROWS for gap in of_kind]
        return tuple(parts(many, lambda gap: ListPart((MANY.index(gap.kind), ""), gap.kind, gap.kind)))

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """The page on which each gap has its place, by its id."""
        own = {gap.id: urls.gaps_about(PAGES[gap.kind]) for gap in self.all}
        return own | {gap.id: urls.part_of(urls.GAPS, part.slug) for part, members in self.parts for gap in members}

    def address_of(self, gap: str) -> str:
        """Where a gap has its place, by its id."""
        return f"{self._pages.get(gap, urls.GAPS)}#{gap}"


def gap_list(register: Register, as_of: date) -> tuple[Gap, ...]:
    """All gaps on a day, kind by kind, each with an id that no other has, because it is made from what it is about."""
    return (
        *_rhythm(register, as_of),
        *_meetings(register, as_of),
        *_provinces(register, as_of),
        *_figures(register, as_of),
        *(gap for commitment in register.all(Commitment).values() for gap in _commitment(commitment)),
    )


def allowed_gap(register: Register) -> int:
    """The months that the rule in force leaves between meetings; longer stretches without one are gaps."""
    rules = [frequency for frequency in register.table.frequencies if frequency.counts]
    newest = max(
        rules, key=lambda frequency: frequency.covers_from.earliest if frequency.covers_from else date.min, default=None
    )
    return 12 // (newest.meetings_per_year or 12) if newest else 12


def id_of_report(meeting: Meeting) -> str:
    """The id of the gap of a meeting without an account."""
    return f"stilte-verslag-{meeting.id}"


def id_of_outcome(meeting: Meeting) -> str:
    """The id of the gap of a meeting of which nobody says whether it was held."""
    return f"stilte-afloop-{meeting.id}"


def since_of(moment: HasMoment) -> PartialDate | None:
    """The moment from which something is missed: its own, or the last day that it can have been on."""
    return moment.date or moment.not_after


def _rhythm(register: Register, as_of: date) -> Iterator[Gap]:
    table = register.table
    meetings = [meeting for meeting in register.all(Meeting).values() if meeting.table == table.id]
    meetings_expected = gaps.expected_meetings(meetings, table.frequencies, as_of)
    for year in meetings_expected.years:
        if year.missing:
            words = plural(year.missing, "vergadering", "vergaderingen")
            words = f"meer dan {words}" if year.more else words
            yield Gap(
                f"stilte-jaar-{year.year}",
                "jaar",
                table.id,
                f"{words} in {year.year}",
                f"{words} in {year.year}",
                PartialDate(f"{year.year:04}"),
                "Een verslag, bericht of brief die een vergadering in dat jaar noemt, met de dag.",
            )
    every_month = months.months_of(meetings, meetings_expected, as_of)
    for stretch in months.stretches(every_month, allowed_gap(register)):
        yield Gap(
            f"stilte-maanden-{stretch.first}",
            "maanden",
            table.id,
            f"Vergaderingen van {stretch.in_words} ({stretch.months} maanden)",
            f"vergaderingen van {stretch.in_words}",
            stretch.first,
            "Een verslag, bericht of brief die een vergadering in deze maanden noemt, met de dag.",
            until=None if stretch.open else stretch.last,
        )
    yield from _since_the_last(register, meetings, meetings_expected, as_of)


def _since_the_last(
    register: Register, meetings: Iterable[Meeting], meetings_expected: gaps.ExpectedMeetings, as_of: date
) -> Iterator[Gap]:
    """The time since the last known meeting, where no rule tells how long it may be and it is longer than a year."""
    last = gaps.last_held(meetings)
    since = since_of(last) if last else None
    ruled = bool(meetings_expected.years) and meetings_expected.years[-1].rule is not None
    if last and since and not ruled and (as_of - since.latest).days > gaps.USUAL_RHYTHM:
        yield Gap(
            f"stilte-na-{last.id}",
            "maanden",
            register.table.id,
            f"Vergaderingen na {since.in_words}",
            f"vergaderingen na {since.in_words}",
            since,
            "Een verslag, bericht of brief die een latere vergadering noemt, met de dag.",
        )


def _meetings(register: Register, as_of: date) -> Iterator[Gap]:
    in_time = in_order(register)
    for meeting in gaps.outcome_unknown(in_time, as_of):
        yield Gap(
            id_of_outcome(meeting),
            "afloop",
            meeting.id,
            f"Of de {_called(meeting, register)} is gehouden",
            "of deze vergadering is gehouden",
            since_of(meeting),
            at_latest=meeting.date is None,
            closing="Een bron van na die dag die zegt of de vergadering is gehouden, zoals een verslag.",
        )
    for meeting in sorted(gaps.without_report(in_time), key=lambda meeting: meeting.table != register.table.id):
        yield Gap(
            id_of_report(meeting),
            "verslag",
            meeting.id,
            f"Verslag van de {_called(meeting, register)}",
            "een verslag van deze vergadering",
            since_of(meeting),
            at_latest=meeting.date is None,
            closing="Een verslag van die vergadering.",
        )


def _called(meeting: Meeting, register: Register) -> str:
    title = with_table(meeting, register, register.table.id)
    return f"{title[:1].lower()}{title[1:]}"


def _provinces(register: Register, as_of: date) -> Iterator[Gap]:
    reported = {meeting.table for meeting in register.all(Meeting).values() if meeting.report}
    tables = sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id))
    for table in tables:
        for identifier, item in zip(gathering_ids(table), table.gatherings, strict=True):
            if not is_to_come(item, as_of):
                yield _gathering(identifier, table, item)
    for table in tables:
        sent = [output for output in register.all(Output).values() if output.table == table.id]
        if table.id not in reported:
            since = _known_since(table, (*of_table(register, table.id), *sent))
            yield Gap(
                f"stilte-provincie-{table.id}",
                "provincie",
                table.id,
                f"Verslagen van de provinciale tafel in {table.province}",
                "verslagen van deze tafel",
                since,
                CLOSING_PROVINCE[gaps.publishing(table, 0, len(sent))],
                at_latest=not table.founded or since != table.founded.as_shown_at,
            )


def _gathering(identifier: str, table: ProvincialTable, item: DatedItem) -> Gap:
    when = when_of(item)
    return Gap(
        identifier,
        "bijeenkomst",
        table.id,
        f"Verslag bij ‘{item.what}’ ({table.province}, {when})",
        f"een verslag bij ‘{item.what}’",
        since_of(item),
        at_latest=item.date is None,
        closing="Een verslag van deze bijeenkomst, met de dag.",
    )


def is_to_come(item: DatedItem, as_of: date) -> bool:
    """Whether a gathering surely has not been yet."""
    since = since_of(item)
    return since is not None and since.earliest > as_of


def gathering_ids(table: ProvincialTable) -> tuple[str, ...]:
    """The ids of the gaps of its gatherings, which have none of their own: their moment, or else their words."""
    named = (f"{table.id}-{since_of(item) or urls.slug_of(item.what)}" for item in table.gatherings)
    return tuple(_each_once(f"stilte-bijeenkomst-{name}" for name in named))


def _known_since(table: ProvincialTable, own: Iterable[HasMoment]) -> PartialDate | None:
    """The first moment at which a source shows that the table was there.

    `own` are its meetings and letters.
    """
    founded = table.founded.as_shown_at if table.founded else None
    named = (name.as_shown_at for name in table.names)
    chaired = (chair.as_shown_at for chair in table.chairs if chair.named_as_chair)
    did = (since_of(moment) for moment in (*own, *table.gatherings, *table.publications))
    moments = [moment for moment in (founded, *named, *chaired, *did) if moment]
    return min(moments, key=lambda moment: (moment.latest, moment.earliest), default=None)


def _figures(register: Register, as_of: date) -> Iterator[Gap]:
    for staleness in gaps.staleness(register.all(Series).values(), as_of):
        if staleness.stale:
            since = (
                staleness.since
                if isinstance(staleness.since, PartialDate | None)
                else PartialDate.of(staleness.since.latest)
            )
            yield Gap(
                f"stilte-cijfer-{staleness.series.id}",
                "cijfer",
                staleness.series.id,
                f"Een nieuwere waarde van: {staleness.series.name}",
                "een nieuwere waarde",
                since,
                "Een bron met een nieuwere waarde, en met de dag of periode waarover die gaat.",
            )


def _commitment(commitment: Commitment) -> Iterator[Gap]:
    if not commitment.evidence:
        yield Gap(
            f"stilte-toezegging-{commitment.id}",
            "toezegging",
            commitment.id,
            f"Een stuk bij toezegging {commitment.id}",
            "een stuk bij deze toezegging",
            commitment.date,
            "Een stuk dat als antwoord op de toezegging is gegeven, met kenmerk en datum.",
        )
    for element in commitment.elements:
        told = {cover.extent for each in commitment.evidence for cover in each.covers if cover.element == element.id}
        if commitment.evidence and told.isdisjoint(COVERED):
            yield _element(commitment, element, told)
    for status in dict.fromkeys(event.status for event in commitment.status_events):
        events = [event for event in commitment.status_events if event.status == status]
        shown = min((event.as_shown_at for event in events if event.as_shown_at), default=None)
        if not any(event.decided_on for event in events) and not (shown and status == UNDECIDED):
            yield _status(commitment, status, shown, decided=any(event.decided_by for event in events))


def _element(commitment: Commitment, element: Element, told: set[Extent]) -> Gap:
    closing = "Een stuk dat dit onderdeel noemt."
    if not told:
        closing = "Een vergelijking van dit onderdeel met de stukken die er al zijn, of een stuk dat het noemt."
    elif "niet vast te stellen" in told:
        closing = "De volledige tekst van een stuk, zodat is na te gaan wat die over dit onderdeel zegt."
    return Gap(
        f"stilte-onderdeel-{element.id}",
        "onderdeel",
        element.id,
        f"Een stuk waarin aantoonbaar het onderdeel ‘{element.aspect}’ van toezegging {commitment.id} staat",
        f"een stuk waarin aantoonbaar het onderdeel ‘{element.aspect}’ staat",
        commitment.date,
        closing,
    )


def _status(commitment: Commitment, status: CommitmentStatus, shown: PartialDate | None, *, decided: bool) -> Gap:
    """The missing day of a status: of one that was shown, when it was decided; of any other, when it was shown."""
    day = "een datum bij"
    if shown:
        day = "de dag van het besluit over" if decided else "een besluit, met de dag, over"
    return Gap(
        f"stilte-status-{commitment.id}-{urls.slug_of(status)}",
        "status",
        commitment.id,
        f"{capitalised(day)} de status ‘{status}’ van toezegging {commitment.id}",
        f"{day} de status ‘{status}’",
        shown,
        at_latest=True,
        closing="Een besluitenlijst of verslag die een besluit erover noemt, met de dag."
        if shown
        else "Een registerpagina met datum.",
    )


def _each_once(names: Iterable[str]) -> Iterator[str]:
    """The names in their order, the second of one name with a number."""
    taken: dict[str, int] = {}
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        yield name if taken[name] == 1 else f"{name}-{taken[name]}"


def time_since_in_words(last: Meeting | None, register: Register) -> str:
    """That no later meeting was found than the last that was held; empty where none is known, or not when it was."""
    since = since_of(last) if last else None
    if since is None:
        return ""
    return f"Na {since.in_words} vonden wij geen vergadering van {the_table(register)} die is gehouden."
