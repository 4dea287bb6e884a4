"""What all pages share: links, facts as a page says them, numbered sources, and the frame around a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from operator import itemgetter
from typing import ClassVar, Literal, ParamSpec, Protocol

from lrt_site import urls
from lrt_site.findings.observations import kind_in
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Backing, Fact, backed_by_each, backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.sources import Contradiction, Source
from lrt_site.pages.shared.linked_data import linked_data
from lrt_site.pages.shared.neighbours import Neighbours
from lrt_site.pages.shared.references import Reference, reference
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording import citations
from lrt_site.wording.names import called
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import shortened

_CONTRADICTION = re.compile(r"(?:de tegenspraak )?\b(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\b")

P = ParamSpec("P")

MarkKind = Literal["certain", "likely", "unknown", "unverified", "derived", "estimate", "status", "contradiction"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that says how sure something is, with the kind that gives it its shape."""

    word: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as a page says it: text, how sure, by which sources, and what to know about it."""

    runs: tuple[Run, ...]
    anchor: str | None
    """Id in the page, so that one fact can be linked to."""
    marks: tuple[Mark, ...]
    backing: Backing
    """The sources that say it; they get their numbers where the page is written out."""
    note: tuple[Run, ...]
    contradictions: tuple[Link, ...]

    @property
    def text(self) -> str:
        """The text without its links."""
        return "".join(run.text for run in self.runs)

    @property
    def only_links(self) -> bool:
        """Whether there is no text beside its links, so that they and the numbers are targets that need room."""
        return all(run.address for run in self.runs)


@dataclass(frozen=True, slots=True)
class Divided:
    """How much of a list that is too long for one page stands on this one, and where all of it stands."""

    shown: str
    """How many, as Dutch writes it."""
    total: str
    parts: tuple[Link, ...]
    by: str
    """What it is divided by, such as `jaar`."""
    part: Link | None
    """The part that stands here; absent where the newest do."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has around its own content."""

    address: str
    title: str
    """The heading, and with the site's title the title of the window."""
    description: str
    """One sentence that answers the page's question."""
    trail: tuple[Link, ...]
    """From the home page down to the page above this one."""
    references: tuple[Reference, ...] = ()
    """The sources on the page, in the order of their ids; the list has those that the page shows a number of."""
    data: tuple[Link, ...] = ()
    """The data of this page."""
    data_today: tuple[Link, ...] = ()
    """Data about the same that is kept for no day but that of the site."""
    previous: Link | None = field(default=None, compare=False)
    next: Link | None = field(default=None, compare=False)
    contradictions: tuple[Said, ...] = ()
    """Contradictions that touch the record of this page."""
    record: str | None = None
    """The id of the record that the page is about."""
    parliament: tuple[tuple[str, Said], ...] = ()
    """What the Chambers asked, proposed or debated about that record: who and when, and what."""
    missing: tuple[Link, ...] = ()
    """To the gaps in that record."""
    missing_today: tuple[Link, ...] = field(default=(), compare=False)
    """To those gaps of which only the day makes that they are there."""
    moment: str = ""
    """The moment that the page is about, such as `stand van 1 juli 2022`; absent where it is the day of the site."""
    title_quotes: bool = False
    """Whether the title holds the words of a source: days in it are not the moment that the page is about."""
    language: str = ""
    """The language of the title and the words, if not Dutch."""
    here: str = ""
    """What the page is called where it stands under others, if not by its title."""
    also: tuple[Link, ...] = ()
    """To pages that set it beside other records."""
    linked_data: Mapping[str, object] | None = field(default=None, compare=False)
    """What the page is about, for search engines."""
    divided: Divided | None = None
    """Where the rest of the list stands, of a page that shows no more than a portion."""

    def title_within(self, room: int) -> str:
        """The title in at most so many signs: of a longer one the start, with what tells its address from others."""
        if len(self.title) <= room:
            return self.title
        *_, last = (part for part in self.address.split("/") if part and part != urls.VERSIONS)
        return f"{shortened(self.title, room - len(last) - 3)} ({last})"

    @property
    def way(self) -> tuple[Link, ...]:
        """The last steps of the trail in few words: no more than a keyboard and a small screen soon pass by."""
        return tuple(replace(step, title=shortened(step.title, _ROOM_OF_A_STEP)) for step in self.trail[-2:])

    @property
    def feed(self) -> Link | None:
        """The feed in which a reader can follow the page, once something was published."""
        if self.record:
            return Link("Wijzigingen van deze pagina", urls.feed_of_record(self.record))
        return _FEEDS.get(self.address)


_ROOM_OF_A_STEP = 36
_FEEDS: Mapping[str, Link] = {
    urls.HOME: Link("Alles wat verandert", urls.feed_of("alles")),
    urls.MEETINGS: Link(NAMES[urls.MEETINGS], urls.feed_of("vergaderingen")),
    urls.COMMITMENTS: Link(NAMES[urls.COMMITMENTS], urls.feed_of("toezeggingen")),
    urls.PUBLICATIONS: Link("Alles wat verandert", urls.feed_of("alles")),
}


class PageView(Protocol):
    """A page: its template, its frame, and fields of its own that its template declares to read."""

    template: ClassVar[str]

    @property
    def frame(self) -> Frame:
        """What every page has around its own content."""
        ...


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes one page when it is wanted, so that many pages can be made side by side, or never."""

    address: str
    make: Callable[[], PageView]

    def __call__(self) -> PageView:
        """The page."""
        return self.make()


def later(address: str, make: Callable[P, PageView], *given: P.args, **named: P.kwargs) -> PageMaker:
    """The page at this address, made from what is given when it is wanted."""
    return PageMaker(address, partial(make, *given, **named))


class Footnotes:
    """Hangs on the words of one page the sources that the records tie to them, and keeps which these are."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._named: set[str] = set()

    def backing(self, part: object, *fields: str) -> Backing:
        """The sources of words that state these fields of a fact, or of another part that names sources."""
        return self._kept(backing(part, *fields))

    def each(self, *backings: Backing) -> Backing:
        """The sources of words that several facts say, each by itself."""
        return self._kept(backed_by_each(*backings))

    def others(self, beside: Backing, part: object, *fields: str) -> Backing:
        """The sources of these fields, where they are not those of the words beside them."""
        found = backing(part, *fields)
        return NO_BACKING if found == beside else self._kept(found)

    def said(
        self,
        text: str,
        fact: Fact,
        *fields: str,
        anchor: str | None = None,
        about: str | None = None,
        marks: Iterable[Mark] = (),
        note: str | None = None,
    ) -> Said:
        """A fact in words that state these of its fields, with the marks, sources, note and contradictions it has.

        `about` is the id of a fact that has its own page, or its place on one, elsewhere.
        """
        return Said(
            linked(text, self._register),
            anchor,
            (*marks, *marks_of(fact)),
            self.backing(fact, *fields),
            linked(" ".join(filter(None, (note, fact.note))), self._register),
            contradiction_links(self._register, anchor or about),
        )

    def plain(self, text: str, part: object = None, *fields: str, note: str | None = None) -> Said:
        """Text that states these fields of a part of a record, or nothing of any, without the marks of a fact."""
        found = backing(part, *fields) if part is not None else NO_BACKING
        return self.rests(linked(text, self._register), found, note=note)

    def naming(self, text: str, *sources: str, note: str | None = None) -> Said:
        """Text that itself tells which of these sources says what, or that is the name of one."""
        return self.rests(linked(text, self._register), Backing(sources), note=note)

    def rests(self, runs: tuple[Run, ...], found: Backing, *marks: Mark, note: str | None = None) -> Said:
        """Stretches of text with the sources behind them."""
        return Said(runs, None, marks, self._kept(found), linked(note or "", self._register), ())

    def linked_data(self, record: Record) -> Mapping[str, object] | None:
        """What the page of a record is about, for search engines."""
        return linked_data(record, self._register)

    def contradictions(self, record: Record) -> tuple[Said, ...]:
        """The contradictions that touch a record or a part of it."""
        touched = {record.id, *(part.id for _, part in parts_of(record) if _has_id(part))}  # type: ignore[attr-defined]
        about = self._register.contradictions_about
        found = {candidate.id: candidate for identifier in sorted(touched) for candidate in about.get(identifier, ())}
        return tuple(self.contradiction(candidate) for candidate in found.values())

    def contradiction(self, found: Contradiction) -> Said:
        """A contradiction with all its sources: the sentence itself tells which says what."""
        more = Link("Wat de bronnen hierover zeggen", urls.address_of(found.id, self._register))
        marks = () if found.verified else (UNVERIFIED,)
        return replace(
            self.naming(found.statement, *found.sources, note=found.note), marks=marks, contradictions=(more,)
        )

    def sources(self) -> tuple[Source, ...]:
        """The sources behind words of the page."""
        sources = self._register.all(Source)
        return tuple(sources[source] for source in sorted(self._named))

    def references(self) -> tuple[Reference, ...]:
        """The same as the list at the end of a page has them."""
        return tuple(reference(source, self._register) for source in self.sources())

    def _kept(self, found: Backing) -> Backing:
        self._named.update(found.sources)
        return found


NO_BACKING = Backing()
DATES = ("date", "date_note", "not_before", "not_after")
"""The fields that say when something was, in a record that may know no more than bounds."""
UNVERIFIED = Mark("niet geverifieerd", "unverified")
DERIVED = Mark("afgeleid", "derived")
ESTIMATE = Mark("schatting", "estimate")
EXPECTED = Mark("verwachting", "estimate")
CERTAINTY_MARKS: Mapping[str, Mark] = {
    "vastgesteld": Mark("zeker", "certain"),
    "aannemelijk": Mark("waarschijnlijk", "likely"),
    "onbekend": Mark("onbekend", "unknown"),
}


def marks_of(fact: Fact) -> tuple[Mark, ...]:
    """The marks that a fact must carry."""
    return (() if fact.verified else (UNVERIFIED,)) + ((DERIVED,) if fact.derived else ())


def linked(text: str, register: Register) -> tuple[Run, ...]:
    """A text whose citations of commitments, papers and contradictions link to what this site knows of them."""
    runs: list[Run] = []
    at = 0
    for start, end, run in sorted((*_cited_in(text, register), *_contradictions_in(text, register)), key=itemgetter(0)):
        runs += [Run(text[at:start]), run]
        at = end
    runs.append(Run(text[at:]))
    return tuple(run for run in runs if run.text)


def _cited_in(text: str, register: Register) -> Iterator[tuple[int, int, Run]]:
    for citation in citations.citations_in(text):
        target = _cited(citation.key, register)
        if target:
            yield citation.start, citation.end, Run(text[citation.start : citation.end], target)


def _contradictions_in(text: str, register: Register) -> Iterator[tuple[int, int, Run]]:
    """Contradictions that a text names by id, which says nothing to a reader."""
    known = register.all(Contradiction)
    for match in _CONTRADICTION.finditer(text):
        if match["id"] in known:
            told = Run("wat de bronnen hierover zeggen", urls.address_of(match["id"], register))
            yield match.start(), match.end(), told


def contradiction_links(
    register: Register, anchor: str | None, only: Callable[[Contradiction], bool] = bool
) -> tuple[Link, ...]:
    """Links to the contradictions about the fact or record with this id."""
    return tuple(
        Link("bronnen verschillen", urls.address_of(candidate.id, register))
        for candidate in (register.contradictions_about.get(anchor, ()) if anchor else ())
        if only(candidate)
    )


ALL_DATA = Link("Alle gegevens (JSON)", urls.INDEX_DATA)
"""The data of a page about many records."""


def trail(*steps: Link) -> tuple[Link, ...]:
    """The way from the home page."""
    return (link_to_page(urls.HOME), *steps)


def record_frame(
    record: Record,
    notes: Footnotes,
    title: str,
    description: str,
    above: Sequence[Link],
    neighbours: Neighbours[Link] = (None, None),
) -> Frame:
    """The frame of the page of a record, made last: only then it is known which sources stand on the page.

    `above` are the pages from the home page down to the one above it.
    """
    previous, following = neighbours
    return Frame(
        address=urls.page_of(record),
        title=title,
        description=description,
        trail=trail(*above),
        contradictions=notes.contradictions(record),
        references=notes.references(),
        data=data_links(record),
        previous=previous,
        next=following,
        record=record.id,
        linked_data=notes.linked_data(record),
    )


def data_links(*records: Record) -> tuple[Link, ...]:
    """The published data of records: where there are more, each by what it is called."""
    if len(records) == 1:
        return (Link("Gegevens (JSON)", urls.data_of(records[0])),)
    return tuple(Link(f"Gegevens (JSON): {called(record)}", urls.data_of(record)) for record in records)


def _cited(key: str, register: Register) -> str | None:
    if key in register.records:
        return urls.address_of(key, register)
    source = register.cited.get(key)
    return urls.address_of(source, register) if source else None


def _has_id(part: object) -> bool:
    return isinstance(getattr(part, "id", None), str)


def kind_marks(series: Series, observation: Observation) -> tuple[Mark, ...]:
    """The mark of a value in a series of estimates, unless its source says something else of it."""
    return (EXPECTED,) if kind_in(series, observation) == "raming" else ()
