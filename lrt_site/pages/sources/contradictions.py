"""Where sources disagree: the list by subject, and the page of each contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.register import Register, kind_of
from lrt_site.model.sources import Contradiction
from lrt_site.pages.shared.common import ALL_DATA, UNVERIFIED, Frame, Mark, PageMaker, PageView, later, trail
from lrt_site.pages.shared.portions import Portion, by_subject
from lrt_site.pages.shared.sections import NAMES
from lrt_site.pages.sources.contradiction import contradiction_page
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Link

THEMES: Mapping[str, str] = {kind.name: kind.subject for kind in kinds.ALL if kind.subject}
"""Under which heading a contradiction stands, by the kind of the first record it touches; in this order."""
OTHER = "Overig"


@dataclass(frozen=True, slots=True)
class ContradictionEntry:
    """A contradiction in the list."""

    anchor: str
    page: Link
    """To what each source says, under its question, or else under who says what."""
    marks: tuple[Mark, ...]
    followed: bool
    """Whether we follow a source."""


@dataclass(frozen=True, slots=True)
class ContradictionGroup:
    """Contradictions about one kind of thing."""

    anchor: str
    title: str
    entries: tuple[ContradictionEntry, ...]


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """What templates/sources/contradictions.html.jinja is given."""

    template: ClassVar[str] = "sources/contradictions.html.jinja"

    frame: Frame
    groups: tuple[ContradictionGroup, ...]


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """The list of all contradictions, and their own pages."""
    every = tuple(register.all(Contradiction).values())
    for portion in by_subject(every, urls.CONTRADICTIONS, lambda found: _theme(found, register)):
        yield later(portion.address, _list, register, portion)
    labels = {each.id: each.question or label_of(each.id, register) for each in every}
    named = Counter(labels.values())
    for identifier, contradiction in register.all(Contradiction).items():
        label = labels[identifier]
        title = f"{label} ({identifier})" if named[label] > 1 else label
        yield later(urls.page_of(contradiction), contradiction_page, register, contradiction, title)


def _by_theme(found: Iterable[Contradiction], register: Register) -> Mapping[str, Sequence[Contradiction]]:
    by_theme: dict[str, list[Contradiction]] = {theme: [] for theme in (*THEMES.values(), OTHER)}
    for contradiction in found:
        by_theme[_theme(contradiction, register)].append(contradiction)
    return by_theme


def _list(register: Register, portion: Portion[Contradiction]) -> ContradictionsPage:
    groups = tuple(
        ContradictionGroup(f"groep-{index}", theme, tuple(map(_entry, inside)))
        for index, (theme, inside) in enumerate(_by_theme(portion.items, register).items(), 1)
        if inside
    )
    return ContradictionsPage(
        groups=groups,
        frame=portion.framed(
            Frame(
                urls.CONTRADICTIONS,
                NAMES[urls.CONTRADICTIONS],
                _first_difference(_by_theme(register.all(Contradiction).values(), register)),
                trail(),
                data=(ALL_DATA,),
            )
        ),
    )


def _first_difference(by_theme: Mapping[str, Sequence[Contradiction]]) -> str:
    """The page's first sentence: the first disagreement on it, and how many more there are."""
    listed = [contradiction for inside in by_theme.values() for contradiction in inside]
    if not listed:
        return "Er zijn geen punten bekend waarop bronnen verschillen."
    more = len(listed) - 1
    return listed[0].statement + (f" Zo verschillen bronnen op nog {more} punten." if more > 1 else "")


def _entry(contradiction: Contradiction) -> ContradictionEntry:
    return ContradictionEntry(
        anchor=contradiction.id,
        page=Link(contradiction.question or contradiction.statement, urls.page_of(contradiction)),
        marks=() if contradiction.verified else (UNVERIFIED,),
        followed=contradiction.followed is not None,
    )


def _theme(contradiction: Contradiction, register: Register) -> str:
    """The heading of the first record it touches."""
    if not contradiction.about:
        return OTHER
    return THEMES.get(kind_of(register.records[register.home_of[contradiction.about[0]]]), OTHER)
