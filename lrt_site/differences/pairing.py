"""Which item of a list became which: equal ones first, then those with one id, then the most alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from difflib import SequenceMatcher
from functools import cache, lru_cache

from lrt_site.differences.aligning import likeness
from lrt_site.differences.meanings import meaning_of
from lrt_site.differences.plain import Form, Moved, form_of, form_of_item, forms_of, is_part
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation

ALIKE = 0.5
"""How alike two items must be to be one that changed: the part of their fields, or of their signs, that is equal."""

_LONG = 1_000
"""The number of signs of texts that are too long to compare sign by sign."""
_MOST_COMPARED = 10_000
"""More pairs of leftovers than this are not compared: all of them are then gone and added."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of the old list and what it became, as positions in the two lists."""

    old: int
    new: int
    same: bool
    """Whether nothing changed in it."""
    rivals: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """The old and the new items that it could have been paired with as well, where no id decides."""


@dataclass(frozen=True, slots=True)
class _List:
    """The items of one list, and how to see what counts of them."""

    items: Sequence[object]
    kind: type
    field: str
    moved: Moved

    def form(self, index: int) -> Form:
        return form_of_item(self.items[index], self.kind, self.field, self.moved)

    def id(self, index: int) -> tuple[str, ...] | None:
        """What tells an item apart, where it has an id; values that share one are told apart by part and area."""
        item = self.items[index]
        given = getattr(item, "id", None)
        if not isinstance(given, str):
            return None
        also = (item.part or "", item.area or "") if isinstance(item, Observation) else ()
        return self.moved.get(given, given), *also


def paired(old: Sequence[object], new: Sequence[object], kind: type, field: str, moved: Moved) -> tuple[Pair, ...]:
    """The pairs of two lists of one field, in the order of the new one. What is in no pair is gone, or was added."""
    lists = _List(old, kind, field, moved), _List(new, kind, field, {})
    pairs: list[Pair] = []
    left = list(range(len(old))), list(range(len(new)))
    for key in (lambda item, index: item.items[index], _List.form):
        _match(lists, left, key, pairs)
    if meaning_of(kind, field) != "verwijzing":
        _match_by_id(lists, left, pairs)
        _match_alike(lists, left, pairs)
    return tuple(sorted(pairs, key=lambda pair: pair.new))


_Lists = tuple[_List, _List]
_Left = tuple[list[int], list[int]]


def _match(lists: _Lists, left: _Left, key: Callable[[_List, int], Hashable], pairs: list[Pair]) -> None:
    """Pair the items that are equal by a key, in the order in which they stand."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(left[0]):
        waiting[key(lists[0], index)].append(index)
    found = [
        Pair(waiting[form].pop(), index, same=True) for index in left[1] if waiting.get(form := key(lists[1], index))
    ]
    _take(found, left, pairs)


def _match_by_id(lists: _Lists, left: _Left, pairs: list[Pair]) -> None:
    """Pair the items with one id; where more share it, the most alike of them."""
    shared: dict[tuple[str, ...], _Left] = defaultdict(lambda: ([], []))
    for side in (0, 1):
        for index in left[side]:
            identifier = lists[side].id(index)
            if identifier is not None:
                shared[identifier][side].append(index)
    found: list[Pair] = []
    for olds, news in shared.values():
        found += [Pair(olds[0], news[0], same=False)] if len(olds) == len(news) == 1 else _alike(lists, olds, news)
    _take(found, left, pairs)


def _match_alike(lists: _Lists, left: _Left, pairs: list[Pair]) -> None:
    """Pair the most alike of what is left, unless both have an id of their own."""
    _take(_alike(lists, *left, apart=True), left, pairs)


def _take(found: Sequence[Pair], left: _Left, pairs: list[Pair]) -> None:
    pairs.extend(found)
    olds, news = {pair.old for pair in found}, {pair.new for pair in found}
    left[0][:] = [index for index in left[0] if index not in olds]
    left[1][:] = [index for index in left[1] if index not in news]


def _alike(lists: _Lists, olds: Sequence[int], news: Sequence[int], *, apart: bool = False) -> list[Pair]:
    """The most alike pairs first; of equally alike ones those that stand nearest to each other."""
    if len(olds) * len(news) > _MOST_COMPARED:
        return []
    scored = sorted(
        (-score, abs(number - other), number, other)
        for number, other, score in _scores(lists, olds, news)
        if score >= ALIKE and not (apart and lists[0].id(number) and lists[1].id(other))
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, other in scored:
        if number not in found and other not in taken:
            found[number] = other
            taken.add(other)
    return [
        Pair(
            number,
            other,
            same=False,
            rivals=(tuple(i for i in olds if i != number), tuple(i for i in news if i != other)),
        )
        for number, other in found.items()
    ]


def _scores(lists: _Lists, olds: Sequence[int], news: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    forms = [
        {index: _comparable(item, index) for index in left} for item, left in zip(lists, (olds, news), strict=True)
    ]
    for old in olds:
        for other in news:
            yield old, other, _likeness(forms[0][old], forms[1][other])


def _comparable(members: _List, index: int) -> tuple[type, Mapping[str, Form]] | str:
    item = members.items[index]
    return (type(item), forms_of(item, members.moved)) if is_part(item) else str(members.form(index))


def _likeness(item: tuple[type, Mapping[str, Form]] | str, other: tuple[type, Mapping[str, Form]] | str) -> float:
    if isinstance(item, str) or isinstance(other, str):
        return likeness_of_texts(str(item), str(other))
    if item[0] is not other[0]:
        return 0.0
    usual = _usual(item[0])
    told = [name for name, form in item[1].items() if not usual[name] == form == other[1][name]]
    return sum(item[1][name] == other[1][name] for name in told) / len(told) if told else 1.0


@lru_cache(maxsize=16_384)
def likeness_of_texts(text: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; 0 as soon as they are surely less alike than half.

    Long ones are compared by their words.
    """
    if len(text) * len(other) > _LONG * _LONG:
        return likeness(text.split(), other.split())
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


@cache
def _usual(kind: type) -> Mapping[str, Form]:
    """The form of every field that is left out; one that cannot be left out has none."""
    return {
        field.name: _NEVER if field.default is MISSING else form_of(field.default, kind, field.name, {})
        for field in fields(kind)
    }


_NEVER = object()
