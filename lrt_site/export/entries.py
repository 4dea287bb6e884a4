"""What a feed tells: one entry for every change of every publication, and one for every withdrawal of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from textwrap import shorten

from lrt_site import urls
from lrt_site.export.followed import RecordHistories, Step
from lrt_site.export.identity import tag
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.publications import ChangeClass, History, Version, Withdrawal, file_of
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.pages.publications.editions import FROM_OTHERS, NO_EDITIONS, Edition, Editions, surroundings_in
from lrt_site.pages.publications.publication import lines_told, said_of, title_of
from lrt_site.wording.change_classes import CLASS_WORDS
from lrt_site.wording.labels import label_of
from lrt_site.wording.text import capitalised
from lrt_site.wording.values import field_words, in_text, names_in, runs_of, shown_fields

WITHDRAWAL = "intrekking"
"""The category of entries about words that were taken back."""
SURROUNDINGS = "omgeving veranderd"
"""The category of entries about a page that says other words although its record stayed as it was."""
CORRECTING = frozenset({"correctie", "herformulering", "herziening", "ingetrokken", "teruggeplaatst", WITHDRAWAL})
"""Categories of what takes back or puts right something that a reader may have relied on."""

_FIELDS_TOLD = 8
"""Number of fields that are told of a new record."""
_FIELD_LENGTH = 200
_UNTOLD = frozenset({"body", "observations"})
_ENDED = "Het staat niet meer op de site. Wat er stond, is nog te lezen."
_NOT_RECALLED = "Kopieën op andere plaatsen kunnen wij niet terugroepen."
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Characters that XML or calendars cannot hold, and those that turn the direction of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One change, or one withdrawal of words."""

    id: str
    """It stays as it is, whatever else is published."""
    title: str
    published: date
    updated: date
    """Later than `published` where words in the entry were taken back since."""
    category: str
    label: str
    """The category as a reader meets it."""
    html: str
    """What changed and why, with addresses in full."""
    address: str
    """The page of the version; of what has none, the page of all versions."""
    versions: str
    """The page of all versions."""
    kinds: frozenset[str]
    """The kinds of the records that it is about."""
    records: frozenset[str]
    """Those records, by the name of their life."""
    tables: frozenset[str]
    """The tables that they belong to, by the ids that those have now."""
    own_feed_only: bool = False
    """Whether it repeats, for who follows one record, what other entries tell of other records."""


def entries_in(
    history: History, lives: RecordHistories, site: str, editions: Editions = NO_EDITIONS
) -> tuple[FeedEntry, ...]:
    """All entries, the newest first. `site` is the address of the site, without a slash at its end."""
    told = _Told(history, site, lives, editions)
    return tuple(reversed(tuple(told.entries())))


def readable(text: str) -> str:
    """A text in which every character can be read by every program, and reads in the direction that it has."""
    return _UNREADABLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class _Told:
    """Tells the entries of one site."""

    history: History
    site: str
    lives: RecordHistories
    editions: Editions

    def entries(self) -> Iterator[FeedEntry]:
        """All entries, the oldest first; of one publication what comes first in its story comes last."""
        steps: dict[str, list[tuple[str, Step]]] = {}
        for life in self.lives.all:
            for step in life.steps:
                steps.setdefault(step.publication.name, []).append((life.name, step))
        waiting = {withdrawal.name: withdrawal for withdrawal in self.history.withdrawals}
        order = tuple(CLASS_WORDS)
        for publication in self.history.publications:
            anchored = [waiting.pop(name) for name in publication.withdrawals if name in waiting]
            yield from map(self._of_withdrawal, anchored)
            yield from (self._of_surroundings(*each) for each in surroundings_in(self.editions, publication))
            story = sorted(steps.get(publication.name, ()), key=lambda step: order.index(step[1].change.change))
            yield from (self._of_change(name, step) for name, step in reversed(story))
        yield from map(self._of_withdrawal, waiting.values())

    def _of_change(self, name: str, step: Step) -> FeedEntry:
        change, publication, record = step.change, step.publication, step.version.record
        kind = kind_of(record)
        versions = urls.versions_of(kind, change.id)
        told_in = self.history.state(step.version.publication if step.ends else publication)
        read = versions if step.ends else urls.version_of(kind, change.id, change.version)
        return FeedEntry(
            id=tag(self.history, publication.date.earliest, publication.name, change.id),
            title=readable(f"{category_words(change.change)}: {_named(record, told_in)}"),
            published=publication.date.earliest,
            updated=self._last_touched(step),
            category=change.change,
            label=category_words(change.change),
            html=self._html(self._words(step, told_in), self._links(step, read, versions)),
            address=self.site + read,
            versions=self.site + versions,
            kinds=frozenset({kind}),
            records=frozenset({name}),
            tables=self._tables_of((record,)),
        )

    def _words(self, step: Step, register: Register) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sentences and the lines of an entry."""
        change = step.change
        lines = lines_told(self.history, step.publication, change)
        sentences = [change.note or ""]
        if change.renamed_from:
            sentences.append(f"Het kenmerk was {change.renamed_from} en is nu {change.id}.")
        if step.ends:
            sentences.append(_ENDED)
        elif change.version == 1:
            sentences.append(CLASS_WORDS["nieuw"].meaning)
        else:
            sentences.append(said_of(self.history, step.publication, change))
        if change.change == "nieuw":
            lines = tuple(_fields_of(step.version.record, register))
        if step.version.withdrawal:
            sentences.append("Niet alle woorden van deze versie zijn nog te lezen.")
        return tuple(filter(None, sentences)), lines

    def _links(self, step: Step, read: str, versions: str) -> Iterator[tuple[str, str]]:
        change, publication = step.change, step.publication
        if step.ends:
            yield "Alle versies", versions
        else:
            yield f"Lees versie {change.version}", read
            if change.version > 1:
                yield "Alle verschillen", f"{versions}#versie-{change.version}"
        yield title_of(publication), urls.publication_of(publication.name)

    def _of_surroundings(self, edition: Edition, version: Version) -> FeedEntry:
        """That the page of a record says other words although the record stayed as it was."""
        publication, record = edition.publication, version.record
        kind = kind_of(record)
        versions = self.site + urls.versions_of(kind, record.id)
        links = (
            ("Lees de pagina van toen", edition.place),
            (title_of(publication), urls.publication_of(publication.name)),
        )
        return FeedEntry(
            id=tag(self.history, publication.date.earliest, publication.name, "omgeving", record.id),
            title=readable(f"{capitalised(SURROUNDINGS)}: {_named(record, self.history.state(publication))}"),
            published=publication.date.earliest,
            updated=publication.date.earliest,
            category=SURROUNDINGS,
            label=capitalised(SURROUNDINGS),
            html=self._html(((f"Deze pagina zegt iets anders dan daarvoor. {FROM_OTHERS}",), ()), links),
            address=self.site + edition.place,
            versions=versions,
            kinds=frozenset({kind}),
            records=frozenset({self.lives.by_id[record.id].name}),
            tables=frozenset(),
            own_feed_only=True,
        )

    def _of_withdrawal(self, withdrawal: Withdrawal) -> FeedEntry:
        line = self.history.versions(withdrawal.record)
        record, newest = line[-1].record, line[-1].publication
        versions = urls.versions_of(kind_of(record), withdrawal.record)
        touched = tuple(version for version in self.history.each_version() if version.file in _files(withdrawal))
        about = (record, *(version.record for version in touched))
        sentences = (
            f"Woorden zijn ingetrokken op {withdrawal.date.in_words}. "
            f"Grond: {withdrawal.ground}. Besluit: {withdrawal.decision}.",
            _NOT_RECALLED,
        )
        lines = (
            f"{label_of(version.record.id, self.history.state(version.publication))}, versie {version.number}"
            for version in touched
        )
        return FeedEntry(
            id=tag(self.history, withdrawal.date.earliest, WITHDRAWAL, withdrawal.name),
            title=readable(f"Woorden ingetrokken: {_named(record, self.history.state(newest))}"),
            published=withdrawal.date.earliest,
            updated=withdrawal.date.earliest,
            category=WITHDRAWAL,
            label=capitalised(WITHDRAWAL),
            html=self._html((sentences, tuple(dict.fromkeys(lines))), (("Alle versies", versions),)),
            address=self.site + versions,
            versions=self.site + versions,
            kinds=frozenset(map(kind_of, about)),
            records=frozenset(self.lives.by_id[each.id].name for each in about),
            tables=self._tables_of(about),
        )

    def _html(self, words: tuple[tuple[str, ...], tuple[str, ...]], links: Iterable[tuple[str, str]]) -> str:
        sentences, lines = words
        paragraphs = "".join(f"<p>{_escaped(sentence)}</p>" for sentence in sentences)
        items = "".join(f"<li>{_escaped(line)}</li>" for line in lines)
        ways = " · ".join(f'<a href="{_escaped(self.site + to)}">{_escaped(title)}</a>' for title, to in links)
        return f"{paragraphs}{f'<ul>{items}</ul>' if items else ''}<p>{ways}</p>"

    def _tables_of(self, records: Iterable[Record]) -> frozenset[str]:
        """The tables that records belong to, or that they are."""
        moved = self.history.moved
        named = (
            record.id if kind_of(record) in ("table", "provincial-table") else getattr(record, "table", None)
            for record in records
        )
        return frozenset(moved.get(item, item) for item in named if item)

    def _last_touched(self, step: Step) -> date:
        """When words in an entry were taken back last, so that readers who keep a copy fetch it again."""
        change, publication = step.change, step.publication
        files = {f"{publication.name}/notes.json", file_of(publication.name, change.id)}
        for version in self.history.versions(change.id):
            if change.version - 1 <= version.number <= change.version:
                files.add(version.file)
        days = (withdrawal.date.earliest for withdrawal in self.history.withdrawals if files & _files(withdrawal))
        return max((publication.date.earliest, *days))


def category_words(change: ChangeClass) -> str:
    """A class of change as the title of an entry begins: `Verbeterd`, `Nieuw`."""
    return capitalised(CLASS_WORDS[change].name)


def _named(record: Record, register: Register) -> str:
    """A record in the title of an entry. Of a promise the number alone says nothing to most readers."""
    label = label_of(record.id, register)
    return f"{label}, {record.title}" if isinstance(record, Commitment) else label


def _fields_of(record: Record, register: Register) -> Iterator[str]:
    """The first fields of a new record, a line each."""
    names = names_in(register)
    told = [(field, value) for field, value in shown_fields(record) if field not in _UNTOLD]
    for field, value in told[:_FIELDS_TOLD]:
        text = in_text(runs_of(value, type(record), field, names))
        yield f"{capitalised(field_words(field))}: {shorten(text, _FIELD_LENGTH, placeholder=' …')}"


def _files(withdrawal: Withdrawal) -> set[str]:
    return {file.file for file in withdrawal.files}


def _escaped(text: str) -> str:
    return escape(readable(text))
