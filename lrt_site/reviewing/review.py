"""A whole review: what it is compared with, what asks for attention, all that differs, and where that can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.ledger import Pending
from lrt_site.model.numbers import in_dutch
from lrt_site.problems import Problem
from lrt_site.publishing import Comparison
from lrt_site.reviewing.blocks import Block, Bullets, Fold, Heading, Item, MarkedWords, Sentences, plain
from lrt_site.reviewing.records import Link, doubts, name_in, told_of
from lrt_site.wording.change_classes import CLASS_WORDS
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised
from lrt_site.wording.values import names_in, part_label

_MOST_PROBLEMS = 20
_MOST_PAGES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """What stands beside the differences."""

    against: str
    """What the content is compared with, in Dutch."""
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """The ids of things that stand there and cannot be read."""
    pages: tuple[str, ...] | None = None
    """The addresses of the pages that change; absent where that cannot be known."""
    preview: str | None = None
    """The address on the web of the site as it will be."""


def review_of(comparison: Comparison, side: ReviewContext) -> tuple[Block, ...]:
    """All that a colleague has to read."""
    changes = tuple(waiting for waiting in comparison.changes if not _is_unread(waiting, side.unread))
    unread = tuple(waiting.id for waiting in comparison.changes if _is_unread(waiting, side.unread))
    return (
        Heading(1, plain("Wat er verandert")),
        Sentences(plain(f"Vergeleken met {side.against}: {_counted(changes)}.")),
        *_problems(side.problems),
        *_not_compared(unread),
        *_doubts(changes, comparison),
        *_by_class(changes, comparison, _link_to(side.preview)),
        *_pages(side, changes),
    )


def _is_unread(waiting: Pending, unread: Set[str]) -> bool:
    return waiting.record is None and waiting.id in unread


def _link_to(preview: str | None) -> Link:
    return lambda address: urls.on_the_web(preview, address) if preview else None


def _counted(changes: Sequence[Pending]) -> str:
    counted = Counter(waiting.change for waiting in changes)
    told = [f"{counted[change]} {words.name}" for change, words in CLASS_WORDS.items() if counted[change]]
    return ", ".join(told) or "geen verschil"


def _problems(problems: Sequence[Problem]) -> Iterator[Block]:
    if not problems:
        return
    yield Heading(2, plain(f"{capitalised(plural(len(problems), 'probleem', 'problemen'))} in de inhoud"))
    yield Sentences(plain("Los deze eerst op: met een probleem kan de inhoud niet worden gepubliceerd."))
    items = [
        Item(
            (
                MarkedWords(f"{problem.file}, regel {problem.line}", "code"),
                MarkedWords(f": {problem.message} ({problem.code})"),
            )
        )
        for problem in problems[:_MOST_PROBLEMS]
    ]
    more = len(problems) - _MOST_PROBLEMS
    yield Bullets((*items, *([Item(plain(f"en nog {more}"))] if more > 0 else [])))


def _not_compared(unread: Sequence[str]) -> Iterator[Block]:
    if unread:
        yield Heading(2, plain("Niet vergeleken"))
        yield Sentences(plain("Dit staat in de inhoud, en is door een probleem niet te lezen:"))
        yield Bullets(tuple(Item((MarkedWords(identifier, "code"),)) for identifier in unread))


def _doubts(changes: Iterable[Pending], comparison: Comparison) -> Iterator[Block]:
    names = names_in(comparison.register)
    items = []
    for waiting in changes:
        for figure in doubts(waiting):
            label = f"{name_in(comparison.register, waiting.id)}, {part_label(figure.observation, names)}: "
            told = f"was {in_dutch(figure.before)}, wordt {in_dutch(figure.observation.value)}. {figure.doubt}"
            items.append(Item((MarkedWords(label, "strong"), MarkedWords(told))))
    if items:
        yield Heading(2, plain("Kijk deze cijfers na"))
        yield Bullets(tuple(items))


def _by_class(changes: Sequence[Pending], comparison: Comparison, link: Link) -> Iterator[Block]:
    for change, words in CLASS_WORDS.items():
        alike = [waiting for waiting in changes if waiting.change == change]
        if alike:
            yield Heading(2, plain(f"{capitalised(words.name)} ({len(alike)})"))
            yield Sentences(plain(words.meaning))
        for waiting in alike:
            yield from told_of(waiting, comparison.before, comparison.register, link)


def _pages(side: ReviewContext, changes: Sequence[Pending]) -> Iterator[Block]:
    known = side.pages is not None
    records = (waiting.record for waiting in changes if waiting.record)
    addresses = side.pages if side.pages is not None else tuple(sorted({urls.page_of(record) for record in records}))
    if not addresses:
        return
    link = _link_to(side.preview)
    yield Heading(2, plain(f"Pagina's die veranderen ({len(addresses)})" if known else "Pagina's om te bekijken"))
    items = tuple(Item((MarkedWords(address, address=link(address)),)) for address in addresses)
    if len(items) > _MOST_PAGES:
        yield Fold("Alle pagina's", (Bullets(items),))
    else:
        yield Bullets(items)
