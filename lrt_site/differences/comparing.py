"""The differences between two versions of a record, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from lrt_site.differences.guard import same_facts
from lrt_site.differences.harmless import PROOFS, Proof, proof_of
from lrt_site.differences.meanings import (
    SOURCES,
    counts_in_order,
    is_revised,
    is_stated_anew,
    keeps_its_name,
    keeps_its_sources,
    meaning_of,
    wording_of,
)
from lrt_site.differences.pairing import Pair, likeness_of_texts, paired
from lrt_site.differences.plain import Moved, form_of_item, is_part, plain
from lrt_site.differences.spelling import Speller, no_words
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation
from lrt_site.model.publications import ChangeClass
from lrt_site.model.register import Record, Steps, kind_of
from lrt_site.unseen import changed_unseen

_NONE: Moved = MappingProxyType({})
GRAVITY: tuple[ChangeClass, ...] = ("tekstueel", "aanvulling", "herziening", "herformulering", "correctie")
"""From the mildest to the gravest. Beside other words it cannot be said that what stood there stayed."""
_RANK: Mapping[ChangeClass, int] = MappingProxyType({name: rank for rank, name in enumerate(GRAVITY)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that changed: the value of a field, or an item of a list that came or went."""

    at: Steps
    """The way to it in the new record, with its last position in the old list for an item that went."""
    owner: type
    """The type of the record, or part of one, that has the field."""
    field: str
    before: object | None
    """Absent where it came."""
    after: object | None
    """Absent where it went."""
    change: ChangeClass
    proven: tuple[Proof, ...] = ()
    """Of a *tekstueel* change: in what alone the two differ."""


def differences(old: Record, new: Record, moved: Moved = _NONE, speller: Speller = no_words) -> tuple[Difference, ...]:
    """What changed from one version of a record to the next, in the order of fields and positions.

    `moved` gives for ids that were renamed in between the ids they have now: following them is no difference. Nor is
    the record's own id, the order of a list in which it says nothing, or a line that is broken elsewhere. Without
    `speller` nothing is proven to be harmless, and classes are graver than they need be.
    """
    if old == new:
        return ()
    if type(old) is not type(new):
        kinds = kind_of(old), kind_of(new)
        changed = Difference(at=(), owner=type(new), field="kind", before=kinds[0], after=kinds[1], change="correctie")
        return (changed,)
    return _found(old, new, frozenset(moved.items()), speller)


@lru_cache(maxsize=4096)
def _found(old: Record, new: Record, moved: frozenset[tuple[str, str]], speller: Speller) -> tuple[Difference, ...]:
    """What `differences` tells of two versions of a kind: many pages tell of the same two."""
    return tuple(_Comparison(dict(moved), speller).of_parts(old, new, ()))


def class_of(found: Sequence[Difference]) -> ChangeClass | None:
    """The class of a change as a whole: the gravest of its differences. None where there is no difference."""
    return max((candidate.change for candidate in found), key=_RANK.__getitem__, default=None)


def proven_of(found: Sequence[Difference]) -> tuple[Proof, ...]:
    """In what alone two versions differ, where all their differences are harmless."""
    if class_of(found) != "tekstueel":
        return ()
    proven = {proof for candidate in found for proof in candidate.proven}
    return tuple(proof for proof in PROOFS if proof in proven)


def only_unseen(found: Sequence[Difference]) -> bool:
    """Whether nothing but signs that a reader does not see differs."""
    texts = [(change.before, change.after) for change in found]
    return bool(texts) and all(
        isinstance(item, str) and isinstance(other, str) and changed_unseen(item, other) for item, other in texts
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A field, or an item of it, in both versions."""

    owner: type
    field: str
    at: Steps
    elsewhere: bool = False
    """Whether its wording may be that of another item, so that facts may have moved along."""
    kept: bool = False
    """Whether all that it said still stands: of its sources none went, or an earlier name has a period of its own."""

    def __truediv__(self, index: int) -> _Place:
        return replace(self, at=(*self.at, index))

    def difference(self, before: object, after: object, change: ChangeClass) -> Difference:
        return Difference(at=self.at, owner=self.owner, field=self.field, before=before, after=after, change=change)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The comparing of two versions, between which these ids moved."""

    moved: Moved
    speller: Speller

    def of_parts(self, old: object, new: object, at: Steps, elsewhere: Set[str] = frozenset()) -> Iterator[Difference]:
        """The differences of two parts of one type. In the fields `elsewhere` the words may be those of another."""
        for field in fields(new):  # type: ignore[arg-type]
            if (at, field.name) != ((), "id"):
                kept = (field.name in SOURCES and keeps_its_sources(old, new)) or keeps_its_name(old, new, field.name)
                place = _Place(type(new), field.name, (*at, field.name), field.name in elsewhere, kept)
                yield from self._of_field(place, getattr(old, field.name), getattr(new, field.name))

    def _of_field(self, place: _Place, before: object, after: object) -> Iterator[Difference]:
        if before == after:
            return
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from self._of_lists(place, before, after)
        elif is_part(before) and is_part(after):
            yield from self.of_parts(before, after, place.at)
        elif self._form(place, before) != form_of_item(after, place.owner, place.field, _NONE):
            yield self._of_values(place, before, after)

    def _of_lists(self, place: _Place, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[Difference]:
        pairs = paired(before, after, place.owner, place.field, self.moved)
        by_new = {pair.new: pair for pair in pairs}
        later_values = _later_values(place, before, after, pairs)
        for index, item in enumerate(after):
            pair = by_new.get(index)
            if pair is None:
                yield (place / index).difference(None, item, "herziening" if index in later_values else "aanvulling")
            elif not pair.same:
                yield from self._of_pair(place / index, pair, before, after)
        stayed = {pair.old for pair in pairs}
        for index, item in enumerate(before):
            if index not in stayed:
                yield (place / index).difference(item, None, "aanvulling" if place.kept else "correctie")
        if counts_in_order(place.owner, place.field) and any(pair.old > other.old for pair, other in pairwise(pairs)):
            yield place.difference(before, after, "correctie")

    def _of_pair(
        self, place: _Place, pair: Pair, before: Sequence[object], after: Sequence[object]
    ) -> Iterator[Difference]:
        old, new = before[pair.old], after[pair.new]
        if is_part(new):
            olds, news = pair.rivals
            rivals = [before[index] for index in olds], [after[index] for index in news]
            yield from self.of_parts(old, new, place.at, _worded_as_another(old, new, *rivals))
        else:
            yield self._of_values(place, old, new)

    def _of_values(self, place: _Place, before: object, after: object) -> Difference:
        found = place.difference(before, after, self._change(place, before, after))
        proven = self._proven(place, before, after) if found.change in ("correctie", "herformulering") else ()
        return replace(found, change="tekstueel", proven=proven) if proven else found

    def _change(self, place: _Place, before: object, after: object) -> ChangeClass:
        """The class of a change of which nothing is proven."""
        if _is_nothing(before) or place.kept or is_stated_anew(place.owner, place.field, before, after):
            return "aanvulling"
        if _is_nothing(after) or place.elsewhere or meaning_of(place.owner, place.field) != "woorden":
            return "correctie"
        one, other = self._forms(place, before, after)
        return "herformulering" if same_facts(str(one), str(other)) else "correctie"

    def _proven(self, place: _Place, before: object, after: object) -> tuple[Proof, ...]:
        """In what alone two texts differ, where that is harmless. A name or another such fact has only unseen signs."""
        if self.speller is no_words:
            return ()
        meaning = meaning_of(place.owner, place.field)
        one, other = self._forms(place, before, after)
        if place.elsewhere or not (isinstance(one, str) and isinstance(other, str)):
            return ()
        if meaning in ("feit in woorden", "woorden"):
            return proof_of(one, other, self.speller)
        named = meaning == "feit" and changed_unseen(one, other) and "://" not in other
        return proof_of(one, other, self.speller) if named else ()

    def _forms(self, place: _Place, before: object, after: object) -> tuple[object, object]:
        return self._form(place, before), form_of_item(after, place.owner, place.field, _NONE)

    def _form(self, place: _Place, before: object) -> object:
        return form_of_item(before, place.owner, place.field, self.moved)


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _worded_as_another(old: object, new: object, olds: Sequence[object], news: Sequence[object]) -> Set[str]:
    """The fields whose words are more like those of another item: facts may have moved from item to item there."""
    kind: type = type(new)
    return {
        field
        for field in wording_of(kind)
        if _crosses(
            _words(old, field),
            _words(new, field),
            [_words(rival, field) for rival in olds],
            [_words(rival, field) for rival in news],
        )
    }


def _crosses(text: str, other: str, olds: Sequence[str], news: Sequence[str]) -> bool:
    if text == other:
        return False
    own = likeness_of_texts(text, other)
    return any(likeness_of_texts(rival, other) > own for rival in olds) or any(
        likeness_of_texts(text, rival) > own for rival in news
    )


def _words(part: object, field: str) -> str:
    given = getattr(part, field)
    return plain("\n\n".join(given) if isinstance(given, tuple) else given or "")


def _later_values(
    place: _Place, before: Sequence[object], after: Sequence[object], pairs: Sequence[Pair]
) -> frozenset[int]:
    """The positions of added values beside which an earlier one stays: they differ in vintage, source or status."""
    if not is_revised(place.owner, place.field):
        return frozenset()
    staying: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
    for pair in pairs:
        about, known = _revision(after[pair.new])
        if about == _revision(before[pair.old])[0]:
            staying.setdefault(about, set()).add(known)
    added = set(range(len(after))) - {pair.new for pair in pairs}
    revisions = ((index, *_revision(after[index])) for index in added)
    return frozenset(index for index, about, known in revisions if staying.get(about, set()) - {known})


def _revision(item: object) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What a value is about, and which saying of it this is."""
    assert isinstance(item, Observation)
    return (item.part, item.area, item.period, item.date), (item.vintage, item.source, item.status)
