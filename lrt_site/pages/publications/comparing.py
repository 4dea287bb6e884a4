"""Any two publications beside each other: what changed from each to the last one, and the page that compares others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.net_changes import NetChange, net_changes, renames_between
from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass, History, Publication
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.change_rows import ChangeSection, ClassCount, Told, sections_of
from lrt_site.pages.publications.publication import link_to_since, title_of
from lrt_site.pages.publications.versions import address_now
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.change_classes import CLASS_WORDS, CLASSES_EXPLAINED, KINDS_IN_WORDS
from lrt_site.wording.changes import changes_of
from lrt_site.wording.labels import label_of
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link

TITLE = "Vergelijk twee publicaties"


@dataclass(frozen=True, slots=True)
class ComparedPublication:
    """A publication to choose."""

    number: int
    title: str
    since: Link | None
    """To what changed from it to the last one; absent for the last one itself."""


@dataclass(frozen=True, slots=True)
class ComparingPage:
    """What templates/publications/comparing.html.jinja is given."""

    template: ClassVar[str] = "publications/comparing.html.jinja"

    frame: Frame
    publications: tuple[ComparedPublication, ...]
    """The newest first."""
    classes: Mapping[str, ClassCount]
    """The classes of change, by their names in the data."""
    kinds: Mapping[str, str]
    """What many of each kind are called, by their names in the data."""
    data: str
    """The address of the data that the script reads."""
    differences: str
    """The folder of the data about each record."""


@dataclass(frozen=True, slots=True)
class SincePage:
    """What templates/publications/since.html.jinja is given."""

    template: ClassVar[str] = "publications/since.html.jinja"

    frame: Frame
    counts: tuple[ClassCount, ...]
    sections: tuple[ChangeSection, ...]
    explained: str
    comparing: Link
    """To the page that compares any two."""


def pages(history: History) -> Iterator[PageMaker]:
    """The page that compares, and for every publication but the last what changed since; none where there is one."""
    if len(history.publications) > 1:
        yield later(urls.COMPARE, _comparing, history)
        for publication in history.publications[:-1]:
            yield later(urls.since(publication.name), _since, history, publication)


def _comparing(history: History) -> ComparingPage:
    return ComparingPage(
        publications=tuple(
            ComparedPublication(
                publication.number,
                title_of(publication),
                None if publication is history.last else link_to_since(publication),
            )
            for publication in reversed(history.publications)
        ),
        classes={name: ClassCount(f"soort-{name}", words.name, words.meaning) for name, words in CLASS_WORDS.items()},
        kinds=KINDS_IN_WORDS,
        data=urls.COMPARISON,
        differences=urls.differences_of("-").removesuffix("-.json"),
        frame=Frame(urls.COMPARE, TITLE, _answer(history), trail(link_to_page(urls.PUBLICATIONS))),
    )


def _answer(history: History) -> str:
    first, last = history.publications[0], history.last
    changed = plural(sum(1 for _ in net_changes(history, first, last)), "onderdeel", "onderdelen")
    return (
        f"Tussen publicatie {first.number} ({first.date.in_words}) en publicatie {last.number} "
        f"({last.date.in_words}) zijn {changed} nieuw, veranderd of ingetrokken."
    )


def _since(history: History, publication: Publication) -> SincePage:
    told = [_told(history, publication, net) for net in net_changes(history, publication, history.last)]
    counts = tuple(_counts([each.change for each in told]))
    return SincePage(
        counts=counts,
        sections=tuple(sections_of(told)),
        explained=CLASSES_EXPLAINED,
        comparing=Link(TITLE, urls.COMPARE),
        frame=Frame(
            urls.since(publication.name),
            link_to_since(publication).title,
            f"Van {publication.date.in_words} tot en met publicatie {history.last.number} van "
            f"{history.last.date.in_words}: {', '.join(count.words for count in counts) or 'niets veranderd'}.",
            trail(link_to_page(urls.PUBLICATIONS), Link(title_of(publication), urls.publication_of(publication.name))),
        ),
    )


def _counts(changes: Sequence[ChangeClass]) -> Iterator[ClassCount]:
    counted = Counter(changes)
    for name, words in CLASS_WORDS.items():
        if counted[name]:
            yield ClassCount(f"soort-{name}", f"{counted[name]} {words.name}", words.meaning)


def _told(history: History, publication: Publication, net: NetChange) -> Told:
    version, kind = net.version, kind_of(net.version.record)
    identifier = version.record.id
    versions = urls.versions_of(kind, identifier)
    label = label_of(identifier, history.state(version.publication))
    fields = changes_of(
        net.before.record if net.before else None,
        net.after.record if net.after else None,
        history.state(publication),
        history.state(history.last),
        renames_between(history, publication, history.last),
        partial(address_now, history),
    )
    former = net.before.record.id if net.before else identifier
    return Told(
        kind=kind,
        change=net.change,
        record=Link(label, urls.version_of(kind, identifier, version.number) if net.after else versions),
        versions=_all_differences(net, versions),
        fields=tuple(field for field in fields if field.label != "kenmerk"),
        said=_steps(net),
        renamed=f"Het kenmerk was {former} en is nu {identifier}." if former != identifier else "",
    )


def _all_differences(net: NetChange, versions: str) -> Link:
    """To the one step that made the difference, or to all versions where more lie between."""
    if _steps(net):
        return Link("Alle versies", versions)
    return Link("Alle verschillen", f"{versions}#versie-{net.version.number}")


def _steps(net: NetChange) -> str:
    """From which version to which, where more than one step lies between."""
    if net.before and net.after and net.after.number > net.before.number + 1:
        return f"Versie {net.before.number} naast versie {net.after.number}."
    return ""
