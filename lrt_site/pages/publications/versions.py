"""All versions of a record on one page: what each changed, why, and how it can be proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from lrt_site import urls
from lrt_site.differences import differences, only_unseen
from lrt_site.frozen import dataclass
from lrt_site.model.publications import Change, History, Publication, Version
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.record import RecordPage, record_page, text_of
from lrt_site.pages.publications.withdrawals import WithdrawalView, withdrawal_from
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.pages.shared.neighbours import in_turn
from lrt_site.wording.change_classes import CLASS_WORDS, CLASSES_EXPLAINED, FOLLOWS, judged, returned
from lrt_site.wording.changes import NO_CHANGES, Changes, apart, changes_of
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Link

__all__ = ["RecordPage", "VersionView", "VersionsPage", "pages", "record_page", "text_of"]


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version, with what it changed."""

    anchor: str
    title: str
    change: str
    """The class of change, as a word."""
    since: str
    """The day on which it was published, in words."""
    publication: Link
    until: str
    """Up to when it was the last one, in words; empty while it is."""
    note: str
    """What changed and why."""
    judged: str
    """What was and was not found out about other words; empty where the class says all."""
    nothing: str
    """That the record was away, or why nothing in it differs from the version before, where that is so."""
    changes: Changes
    withdrawal: WithdrawalView | None
    page: Link
    data: Link
    hash: str


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """What templates/publications/versions.html.jinja is given."""

    template: ClassVar[str] = "publications/versions.html.jinja"

    frame: Frame
    heading: str
    identifier: str
    """Where other versions are called the same: what tells these apart."""
    summary: str
    """When it last changed, of what class that was, and how many versions there are."""
    reason: str
    """Why it was taken off the site; empty while it is there."""
    living: Link | None
    """The page of the record as it is now."""
    renamed: str
    """Which ids the record has had; empty where there was one."""
    versions: tuple[VersionView, ...]
    """The newest first."""
    explained: str
    """Where the handbook tells what the classes of change mean."""
    timemap: str
    feeds: tuple[Link, ...]
    """Where a reader can follow the record."""


def pages(history: History) -> Iterator[PageMaker]:
    """The versions of every record there ever was, also at the ids that it had before."""
    if not history.publications:
        return
    labels = {identifier: _label(history, identifier) for identifier in history.identifiers}
    named = Counter(labels.values())
    for identifier in sorted(labels):
        alike = named[labels[identifier]] > 1
        yield later(_address(history, identifier), _page, history, identifier, labels[identifier], alike)


def address_now(history: History, identifier: str) -> str | None:
    """Where a record, or a part of one, stands now; of a record that ended, the page of its versions."""
    now = history.moved.get(identifier, identifier)
    register = history.state(history.last)
    if now in register.home_of:
        return urls.address_of(now, register)
    line = history.versions(now)
    return urls.versions_of(kind_of(line[-1].record), now) if line else None


def _line(history: History, identifier: str) -> tuple[Version, ...]:
    """All versions of the record that has or had this id."""
    return history.versions(history.moved.get(identifier, identifier))


def _address(history: History, identifier: str) -> str:
    """Where the versions stand under this id: with the records of the kind that it named."""
    return urls.versions_of(kind_of(history.versions(identifier)[-1].record), identifier)


def _label(history: History, identifier: str) -> str:
    """What the record was called last under this id."""
    newest = history.versions(identifier)[-1]
    return label_of(newest.record.id, history.state(newest.publication))


def _page(history: History, identifier: str, label: str, alike: bool) -> VersionsPage:
    line = _line(history, identifier)
    newest = line[-1]
    ended = history.ended.get(newest.record.id)
    living = None if ended else Link(label, address_now(history, newest.record.id) or urls.HOME)
    summary = _summary(history, line, ended)
    heading = f"Versies van ‘{label}’"
    return VersionsPage(
        heading=heading,
        identifier=identifier if alike else "",
        summary=summary,
        reason=ended[1].note or "" if ended else "",
        living=living,
        renamed=_ids(line, "had het laatst" if ended else "heeft nu"),
        versions=tuple(_view(history, version, before) for version, (before, _) in in_turn(line))[::-1],
        explained=CLASSES_EXPLAINED,
        timemap=urls.timemap_of(identifier),
        feeds=(
            Link("Atom", urls.feed_of_record(identifier)),
            Link("JSON Feed", urls.feed_of_record(identifier, "json")),
        ),
        frame=Frame(
            address=_address(history, identifier),
            title=f"{heading} ({identifier})" if alike else heading,
            description=summary,
            trail=trail(*((living,) if living else ())),
        ),
    )


def _summary(history: History, line: tuple[Version, ...], ended: tuple[Publication, Change] | None) -> str:
    number, newest = len(line), line[-1]
    away = history.away_before(newest.publication, newest.change)
    many = "één versie" if number == 1 else f"{number} versies"
    if ended:
        return f"Dit onderdeel is op {ended[0].date.in_words} ingetrokken. Het had {many}."
    when = newest.publication.date.in_words
    if number == 1:
        return f"Sinds {when} is hier niets aan veranderd: er is één versie."
    if away:
        return f"Dit onderdeel was weg sinds publicatie {away.number}, en staat er sinds {when} weer. Het heeft {many}."
    return f"Dit onderdeel is op {when} het laatst {CLASS_WORDS[newest.change.change].deed}. Het heeft {many}."


def _ids(line: tuple[Version, ...], has: str) -> str:
    ids = tuple(dict.fromkeys(version.record.id for version in line))
    if len(ids) == 1:
        return ""
    newest = line[-1].record.id
    former = (text for text in reversed(ids) if text != newest)
    return f"Dit onderdeel {has} het kenmerk {newest}. Eerder was dat {' en daarvoor '.join(former)}."


def _view(history: History, version: Version, before: Version | None) -> VersionView:
    publication, record = version.publication, version.record
    changes = _changes(history, before, version) if before else NO_CHANGES
    number = f"versie {version.number}"
    return VersionView(
        anchor=f"versie-{version.number}",
        title=f"Versie {version.number}",
        change=CLASS_WORDS[version.change.change].name,
        since=publication.date.in_words,
        publication=Link(f"publicatie {publication.number}", urls.publication_of(publication.name)),
        until=_until(history, version),
        note=version.change.note or "",
        judged=judgement(before, version) if before else "",
        nothing=_nothing(history, before, version, changes),
        changes=changes,
        withdrawal=withdrawal_from(version, history.state(publication)),
        page=Link(f"Lees {number}", urls.version_of(kind_of(record), record.id, version.number)),
        data=Link(f"Gegevens van {number}", urls.ledger_file(version.file)),
        hash=version.change.hash or "",
    )


def _changes(history: History, before: Version, version: Version) -> Changes:
    return apart(
        changes_of(
            before.record,
            version.record,
            history.state(before.publication),
            history.state(version.publication),
            renames_of(version.publication),
            partial(address_now, history),
        )
    )


def renames_of(publication: Publication) -> Mapping[str, str]:
    """The new id of every record that a publication gave another one."""
    return {change.renamed_from: change.id for change in publication.changes if change.renamed_from}


def _nothing(history: History, before: Version | None, version: Version, changes: Changes) -> str:
    if before is None:
        return "Dit is de eerste versie."
    away = history.away_before(version.publication, version.change)
    if away:
        return returned(away, "" if changes else str(before.number))
    return "" if changes else unchanged(before, version)


def judgement(before: Version, version: Version) -> str:
    """What was and was not found out about other words than those of the version before."""
    change = version.change
    found = differences(before.record, version.record, renames_of(version.publication))
    return judged(change.change, change.proven, change.fields, unseen=only_unseen(found))


def unchanged(before: Version, version: Version) -> str:
    """Why a version says what the one before says, as far as that is sure."""
    if before.withdrawal or version.withdrawal:
        return f"Wat er nog te lezen is, is gelijk aan versie {before.number}."
    follows = differences(before.record, version.record)
    if follows and not differences(before.record, version.record, renames_of(version.publication)):
        return FOLLOWS
    return f"Wat hier staat, is gelijk aan versie {before.number}."


def _until(history: History, version: Version) -> str:
    until = history.until(version)
    if until is None:
        return ""
    ended = version.record.id in until.ended
    return f"ingetrokken op {until.date.in_words}" if ended else f"tot {until.date.in_words}"
