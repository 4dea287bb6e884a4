"""What one publication changed, and all that was valid with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, History, Publication, Version, Withdrawal
from lrt_site.model.register import KINDS, Register, kind_of
from lrt_site.pages.publications.change_rows import NEW_ON_THE_PAGE, ChangeSection, ClassCount, Told, sections_of
from lrt_site.pages.publications.editions import Editions, brought_by
from lrt_site.pages.publications.versions import address_now, judgement, renames_of, unchanged
from lrt_site.pages.publications.withdrawals import WithdrawalView, withdrawal_view
from lrt_site.pages.shared.common import Frame, trail
from lrt_site.pages.shared.neighbours import Neighbours, links_of
from lrt_site.pages.shared.sections import MENU, MENU_MORE, NAMES, link_to_page
from lrt_site.wording.change_classes import (
    CHECKING_EXPLAINED,
    CLASS_WORDS,
    CLASSES_EXPLAINED,
    KINDS_IN_WORDS,
    counts_of,
    meaning_in,
    returned,
)
from lrt_site.wording.changes import ChangedField, changes_of, lines_of
from lrt_site.wording.labels import in_order, label_of, labelled
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

LISTED_IN_FULL = 200
"""Up to so many records the page lists all that were valid then; of more it says how many there were of each kind."""


_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){2}")
_STATE = (urls.HOME, urls.TABLE, *MENU[:2], urls.PARTICIPANTS, *MENU[2:], *MENU_MORE)
"""The pages of then to which a publication leads: the menu, with what belongs before and between."""


@dataclass(frozen=True, slots=True)
class WithdrawalRow:
    """A withdrawal, and the versions of the record that it is about."""

    record: Link
    withdrawal: WithdrawalView


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Records of one kind."""

    title: str
    number: int
    links: tuple[Link, ...]
    """All of them, or none where there are too many for one page."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What templates/publications/new.html.jinja is given."""

    template: ClassVar[str] = "publications/new.html.jinja"

    frame: Frame
    groups: tuple[RecordGroup, ...]


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """What templates/publications/publication.html.jinja is given."""

    template: ClassVar[str] = "publications/publication.html.jinja"

    frame: Frame
    note: str
    when: str
    new: Link | None
    """To the new records, where there are too many for the page."""
    since: Link | None
    """To what changed from it to the last one; absent for the last one itself."""
    counts: tuple[ClassCount, ...]
    """By class; none where it changed no record."""
    sections: tuple[ChangeSection, ...]
    explained: str
    withdrawals: tuple[WithdrawalRow, ...]
    renewed: tuple[Link, ...]
    """The pages that say other words with it because of what they take from the records that it changed."""
    state: tuple[Link, ...]
    records: tuple[RecordGroup, ...]
    """All records of that moment, as `state` are its pages."""
    total: int
    downloads: tuple[Link, ...]
    hash: str
    before: str
    """The hash of the publication before; empty for the first."""
    root: str
    signer: str
    checking: str
    proves_fields: bool
    sealed: str
    """When it was sealed, and why that is not its date, where it is not."""


def link_to_new(publication: Publication) -> Link | None:
    """A link to the new records of a publication that has too many for its page."""
    number = sum(change.change == "nieuw" for change in publication.changes)
    if number <= NEW_ON_THE_PAGE:
        return None
    return Link(f"Wat er nieuw is in publicatie {publication.number}", urls.new_in(publication.name))


def new_page(history: History, publication: Publication) -> NewPage:
    """The new records of a publication."""
    new = [change for change in publication.changes if change.change == "nieuw"]
    by_kind = ((kind, [change for change in new if change.type == kind]) for kind in KINDS)
    return NewPage(
        groups=tuple(
            _group(kind, [_version_link(history, publication, change, None) for change in changes])
            for kind, changes in by_kind
            if changes
        ),
        frame=Frame(
            urls.new_in(publication.name),
            f"Wat er nieuw is in publicatie {publication.number}",
            f"{publication.title.rstrip('.')}: {len(new)} onderdelen zijn nieuw.",
            trail(link_to_page(urls.PUBLICATIONS), _link(publication)),
        ),
    )


def link_to_since(publication: Publication) -> Link:
    """A link to what changed from a publication to the last one."""
    return Link(f"Wat er sinds publicatie {publication.number} veranderde", urls.since(publication.name))


def title_of(publication: Publication) -> str:
    """A publication as a link names it."""
    return f"Publicatie {publication.number} ({publication.date.in_words})"


def lines_told(history: History, publication: Publication, change: Change) -> tuple[str, ...]:
    """All that a change made otherwise, in lines of plain Dutch; of a first version and of an end nothing."""
    return lines_of(_changed(history, publication, change))


def _changed(history: History, publication: Publication, change: Change) -> tuple[ChangedField, ...]:
    older, newer = _made(history, change)
    if older is None or newer is None:
        return ()
    found = changes_of(
        older.record,
        newer.record,
        history.state(older.publication),
        history.state(publication),
        renames_of(publication),
        partial(address_now, history),
    )
    return tuple(field for field in found if field.label != "kenmerk")


def said_of(history: History, publication: Publication, change: Change) -> str:
    """What the class of a change does not say, as a sentence: what was proven, or that the record was away.

    Where nothing differs from the version before it says why.
    """
    older, newer = _made(history, change)
    if older is None or newer is None:
        return ""
    lines = lines_told(history, publication, change)
    away = history.away_before(publication, change)
    if away:
        return returned(away, "" if lines else str(older.number))
    if lines or change.renamed_from:
        return judgement(older, newer)
    return unchanged(older, newer)


def _made(history: History, change: Change) -> tuple[Version | None, Version | None]:
    """The version that a change made, and the one before it."""
    if change.hash is None or change.version == 1:
        return None, None
    line = history.versions(change.id)
    older, newer = (next(version for version in line if version.number == change.version - back) for back in (1, 0))
    return older, newer


def publication_page(
    history: History, editions: Editions, publication: Publication, neighbours: Neighbours[Publication]
) -> PublicationPage:
    """What a publication changed, and all that was valid with it."""
    names = set(publication.withdrawals)
    sealed = publication.sealed
    return PublicationPage(
        note=publication.note,
        when=publication.date.in_words,
        new=link_to_new(publication),
        since=link_to_since(publication) if publication is not history.last else None,
        counts=tuple(_counts(publication.changes)),
        sections=tuple(
            sections_of([_told(history, publication, neighbours[0], change) for change in publication.changes])
        ),
        explained=CLASSES_EXPLAINED,
        checking=CHECKING_EXPLAINED,
        withdrawals=tuple(
            withdrawal_row(history, withdrawal) for withdrawal in history.withdrawals if withdrawal.name in names
        ),
        renewed=tuple(_renewed(history, editions, publication)),
        state=_state_links(history, publication),
        records=_all_records(history, publication),
        total=len(history.known(publication)),
        downloads=tuple(_downloads(publication)),
        hash=publication.hash,
        before=publication.previous or "",
        root=publication.root,
        signer=publication.signer or "",
        proves_fields=publication.proves_fields,
        sealed=f"{sealed.in_words}. {publication.date_note or ''}" if sealed and sealed != publication.date else "",
        frame=_frame(publication, neighbours),
    )


def _frame(publication: Publication, neighbours: Neighbours[Publication]) -> Frame:
    previous, following = links_of(neighbours, _link)
    return Frame(
        address=urls.publication_of(publication.name),
        title=title_of(publication),
        description=f"{publication.title.rstrip('.')}: {', '.join(counts_of(publication.changes))}.",
        trail=trail(link_to_page(urls.PUBLICATIONS)),
        previous=previous,
        next=following,
    )


def _link(publication: Publication) -> Link:
    return Link(title_of(publication), urls.publication_of(publication.name))


def _counts(changes: Sequence[Change]) -> Iterator[ClassCount]:
    for name, words in CLASS_WORDS.items():
        of_class = [change for change in changes if change.change == name]
        if of_class:
            yield ClassCount(f"soort-{name}", f"{len(of_class)} {words.name}", meaning_in(name, of_class))


def _told(history: History, publication: Publication, before: Publication | None, change: Change) -> Told:
    said = said_of(history, publication, change)
    return Told(
        kind=change.type,
        change=change.change,
        record=_version_link(history, publication, change, before),
        versions=Link("Alle verschillen", f"{urls.versions_of(change.type, change.id)}#versie-{change.version}"),
        fields=_changed(history, publication, change),
        note=change.note or "",
        said="" if said == meaning_in(change.change, [change]) else said,
        renamed=f"Het kenmerk was {change.renamed_from} en is nu {change.id}." if change.renamed_from else "",
    )


def _version_link(history: History, publication: Publication, change: Change, before: Publication | None) -> Link:
    if change.hash is None:
        label = label_of(change.id, history.state(before or publication))
        return Link(label, urls.versions_of(change.type, change.id))
    label = label_of(change.id, history.state(publication))
    return Link(label, urls.version_of(change.type, change.id, change.version))


def _all_records(history: History, publication: Publication) -> tuple[RecordGroup, ...]:
    """All records that were valid with a publication, by kind."""
    register = history.state(publication)
    by_kind = ((kind, register.all(KINDS[kind])) for kind in KINDS)
    if len(register.records) > LISTED_IN_FULL:
        return tuple(RecordGroup(KINDS_IN_WORDS[kind], len(records), ()) for kind, records in by_kind if records)
    return tuple(
        _group(kind, [labelled(text, register) for text in in_order(records, register)])
        for kind, records in by_kind
        if records
    )


def _group(kind: str, links: list[Link]) -> RecordGroup:
    return RecordGroup(KINDS_IN_WORDS[kind], len(links), tuple(links))


def _renewed(history: History, editions: Editions, publication: Publication) -> Iterator[Link]:
    """The pages that were there before, and that it made say other words without a new version of their record."""
    register = history.state(publication)
    for edition in brought_by(editions, publication):
        if edition.address in publication.added or (edition.version and not edition.of_surroundings):
            continue
        title = (
            label_of(edition.version.record.id, register)
            if edition.version
            else name_of_page(edition.address, register)
        )
        yield Link(title, edition.place)


def name_of_page(address: str, register: Register) -> str:
    """A page of no single record as a list names it: `Cijfers: 4 maart 2020`."""
    section, _, rest = address.removeprefix("/").partition("/")
    last = rest.rstrip("/").rpartition("/")[2]
    if last in register.home_of:
        return label_of(last, register)
    last = PartialDate(last).in_words if _DAY.fullmatch(last) else last.replace("-", " ")
    return ": ".join(filter(None, [NAMES.get(f"/{section}/" if section else urls.HOME, capitalised(section)), last]))


def _state_links(history: History, publication: Publication) -> tuple[Link, ...]:
    """Pages that the site had with a publication."""
    there: set[str] = set()
    for earlier in history.publications[: publication.number]:
        there |= set(earlier.added)
        there -= set(earlier.gone)
    return tuple(link_to_page(address) for address in _STATE if address in there)


def _downloads(publication: Publication) -> Iterator[Link]:
    files = [
        ("Deze publicatie: elke wijziging met haar hash", "publication.json"),
        ("De woorden van deze publicatie: titel en toelichtingen", "notes.json"),
        ("De handtekening", "publication.json.sig"),
        ("Alles wat toen gold, met hashes", "state.json"),
        *([] if publication.proves_fields else [("Lijst om alles met sha256sum te controleren", "SHA256SUMS")]),
    ]
    for title, file in files:
        if publication.signer or not file.endswith(".sig"):
            yield Link(f"{title} ({file})", urls.ledger_file(f"{publication.name}/{file}"))


def withdrawal_row(history: History, withdrawal: Withdrawal) -> WithdrawalRow:
    """A withdrawal under the name of what it took words from."""
    newest = history.versions(withdrawal.record)[-1]
    label = label_of(newest.record.id, history.state(newest.publication))
    return WithdrawalRow(
        Link(label, urls.versions_of(kind_of(newest.record), withdrawal.record)), withdrawal_view(withdrawal)
    )
