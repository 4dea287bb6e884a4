"""What changed from one version of a record to the next, in Dutch that a reader can follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from textwrap import shorten
from typing import Literal

from lrt_site.differences import Difference, differences
from lrt_site.differences.prose import Prose, compared
from lrt_site.frozen import dataclass
from lrt_site.model.register import Record, Register
from lrt_site.unseen import changed_unseen, is_unseen, shown
from lrt_site.wording.fields import KIND_WORDS
from lrt_site.wording.labels import label_of
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Run
from lrt_site.wording.text import capitalised
from lrt_site.wording.values import Names, in_text, is_reference, joined, names_in, part_label, path_words, runs_of

ChangeKind = Literal["veranderd", "toegevoegd", "vervallen"]

_LONG = 80
"""Texts longer than this are compared word by word; shorter ones stand beside each other."""
_LINE = 300
"""How long a text can be in a line."""
_NAMED = 4
"""So many of the places in which a record changed are named; more are counted."""
_DEEDS: Mapping[ChangeKind, str] = {"toegevoegd": "Toegevoegd", "veranderd": "Anders", "vervallen": "Weggehaald"}


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One thing that changed in a record."""

    label: str
    """Where it stands, in words: `afspraken bij punt 2 ‘Voortgang’`."""
    kind: ChangeKind
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    prose: Prose | None = None
    """Of a longer text: its changed paragraphs, word by word."""
    unseen: str = ""
    """What changed, where that is nothing but signs that a reader does not see."""
    listed: bool = False
    """Whether it is one item of a list."""

    @property
    def summary(self) -> str:
        """What happened to it, in a few words: `3 woorden toegevoegd, 2 vervallen`."""
        if self.unseen:
            return self.unseen
        return words_changed(self.prose) if self.prose and self.kind == "veranderd" else self.kind


@dataclass(frozen=True, slots=True)
class FieldItems:
    """What came or went in one place."""

    label: str
    held: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, as the macros with differences take it."""

    values: tuple[ChangedField, ...]
    """What was otherwise: for a table."""
    added: tuple[FieldItems, ...]
    gone: tuple[FieldItems, ...]
    texts: tuple[ChangedField, ...]
    """Longer texts, word by word."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.values or self.added or self.gone or self.texts)


NO_CHANGES = Changes((), (), (), ())


def changes_of(
    before: Record | None,
    after: Record | None,
    old: Register,
    new: Register,
    moved: Mapping[str, str],
    address: Callable[[str], str | None] | None = None,
) -> tuple[ChangedField, ...]:
    """What changed between two versions of a record, in the order of its fields. Of a new or ended one: nothing.

    Things are called as the register of each version calls them. `address` tells where an id stands now; without it
    links lead to where each register has it.
    """
    if before is None or after is None:
        return ()
    return _told(before, after, _named(old, address), _named(new, address), differences(before, after, moved))


def changed_fields(
    before: Record, after: Record, old: Register, new: Register, found: Iterable[Difference]
) -> tuple[ChangedField, ...]:
    """These differences between two versions of a record, each as a thing that changed."""
    return _told(before, after, names_in(old), names_in(new), found)


def apart(fields: Iterable[ChangedField]) -> Changes:
    """Values that were otherwise, what came, what went, and longer texts: each is shown in its own way."""
    listed = tuple(fields)
    short = [field for field in listed if not field.prose]
    return Changes(
        values=tuple(field for field in short if field.kind == "veranderd"),
        added=_by_label((field.label, field.after) for field in short if field.kind == "toegevoegd"),
        gone=_by_label((field.label, field.before) for field in short if field.kind == "vervallen"),
        texts=tuple(field for field in listed if field.prose),
    )


def in_lines(
    before: Record | None, after: Record | None, old: Register, new: Register, found: Iterable[Difference]
) -> tuple[str, ...]:
    """A change as lines of plain Dutch: what the record is called, and all that differs."""
    record, register = (after, new) if after is not None else (before, old)
    named = (label_of(record.id, register),) if record is not None else ()
    if before is None or after is None:
        return named
    return (*named, *lines_of(changed_fields(before, after, old, new, found)))


def summary_of(fields: Iterable[ChangedField]) -> str:
    """Where a record changed, in up to three sentences, such as `Toegevoegd: conclusies. Anders: datum, plaats`."""
    places: dict[ChangeKind, dict[str, None]] = {kind: {} for kind in _DEEDS}
    for field in fields:
        places[field.kind][re.split(r" bij |: ", field.label, maxsplit=1)[0]] = None
    return " ".join(f"{_DEEDS[kind]}: {_first(tuple(named))}." for kind, named in places.items() if named)


def _first(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" en nog {more}" if more > 0 else "")


def sentences_of(fields: Iterable[ChangedField]) -> tuple[tuple[Run, ...], ...]:
    """What changed, each in a line of plain Dutch: `Datum: eerst 15 maart 2021, nu 16 maart 2021`.

    Short things that came to one list, or went from it, are told together.
    """
    together = groupby(enumerate(fields), key=lambda field: _joinable(field[1]) or field[0])
    return tuple(line for _, group in together for line in _sentences([field for _, field in group]))


def lines_of(fields: Iterable[ChangedField]) -> tuple[str, ...]:
    """The same without links."""
    return tuple(map(in_text, sentences_of(fields)))


def words_changed(prose: Prose) -> str:
    """How many words came and went: `3 woorden toegevoegd, 2 vervallen`."""
    came, went = prose.inserted, prose.deleted
    if not came and not went:
        return "alleen anders ingedeeld"
    first = came or went
    words = f"{plural(first, 'woord', 'woorden')} {'toegevoegd' if came else 'vervallen'}"
    return f"{words}, {went} vervallen" if came and went else words


def _named(register: Register, address: Callable[[str], str | None] | None) -> Names:
    return Names(register, address) if address else names_in(register)


def _told(
    before: Record, after: Record, was: Names, now: Names, found: Iterable[Difference]
) -> tuple[ChangedField, ...]:
    renamed = ChangedField("kenmerk", "veranderd", (Run(before.id),), (Run(after.id),))
    if type(before) is type(after):
        found = tuple(found)
        told = _told_apart(found, [_changed(difference, after, was, now) for difference in found])
    else:
        was_kind, is_kind = ((Run(KIND_WORDS[type(item).__name__]),) for item in (before, after))
        told = (ChangedField("soort", "veranderd", was_kind, is_kind),)
    return (renamed, *told) if before.id != after.id else told


def _told_apart(found: Iterable[Difference], told: Sequence[ChangedField]) -> tuple[ChangedField, ...]:
    """What changed, with the ids of things that are called the same before and after."""
    before = {(field.label, in_text(field.before)) for field in told}
    after = {(field.label, in_text(field.after)) for field in told}
    alike = before & after

    def named(field: ChangedField, runs: tuple[Run, ...], difference: Difference, value: object) -> tuple[Run, ...]:
        identifier = value if is_reference(difference.owner, difference.field) else getattr(value, "id", None)
        if (field.label, in_text(runs)) not in alike or not isinstance(identifier, str):
            return runs
        return (Run(f"kenmerk {identifier} ("), *runs, Run(")"))

    return tuple(
        replace(
            field,
            before=named(field, field.before, difference, difference.before),
            after=named(field, field.after, difference, difference.after),
        )
        for difference, field in zip(found, told, strict=True)
    )


def _by_label(items: Iterable[tuple[str, tuple[Run, ...]]]) -> tuple[FieldItems, ...]:
    found: dict[str, list[tuple[Run, ...]]] = {}
    for label, runs in items:
        found.setdefault(label, []).append(runs)
    return tuple(FieldItems(label, tuple(each)) for label, each in found.items())


def _changed(difference: Difference, record: Record, was: Names, now: Names) -> ChangedField:
    label = path_words(record, difference.at, now)
    kind: ChangeKind = (
        "toegevoegd"
        if _is_nothing(difference.before)
        else "vervallen"
        if _is_nothing(difference.after)
        else "veranderd"
    )
    if isinstance(difference.before, tuple) and isinstance(difference.after, tuple):
        before, after = _in_order(difference.before, difference, was), _in_order(difference.after, difference, now)
        return ChangedField(f"volgorde van {label}", kind, before, after)
    unseen = _unseen(difference)
    difference = _with_signs_shown(difference)
    prose = _prose(difference)
    title = f"{label}: {unseen}" if unseen and not prose else label
    before, after = _runs(difference.before, difference, was), _runs(difference.after, difference, now)
    return ChangedField(title, kind, before, after, prose, unseen, listed=isinstance(difference.at[-1], int))


def _unseen(difference: Difference) -> str:
    """What changed between two texts that look the same."""
    if not (isinstance(difference.before, str) and isinstance(difference.after, str)):
        return ""
    found = changed_unseen(difference.before, difference.after)
    return f"alleen onzichtbare tekens: {found}" if found else ""


def _with_signs_shown(difference: Difference) -> Difference:
    """The same, with unseen signs shown by their numbers where other ones stood there before."""
    if not (isinstance(difference.before, str) and isinstance(difference.after, str)):
        return difference
    before, after = (Counter(filter(is_unseen, text)) for text in (difference.before, difference.after))
    if before == after and not changed_unseen(difference.before, difference.after):
        return difference
    return replace(difference, before=shown(difference.before), after=shown(difference.after))


def _runs(value: object, difference: Difference, names: Names) -> tuple[Run, ...]:
    return () if _is_nothing(value) else runs_of(value, difference.owner, difference.field, names)


def _in_order(items: tuple[object, ...], difference: Difference, names: Names) -> tuple[Run, ...]:
    """The items of a list in their order, each in a few words."""
    labels = (
        part_label(item, names) or in_text(runs_of(item, difference.owner, difference.field, names)) for item in items
    )
    return (Run("; ".join(f"{place}. {label}" for place, label in enumerate(labels, start=1))),)


def _prose(difference: Difference) -> Prose | None:
    texts = [text for text in (difference.before, difference.after) if isinstance(text, str)]
    long = any(len(text) > _LONG or "\n" in text.strip() for text in texts)
    return compared(str(difference.before or ""), str(difference.after or "")) if long else None


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _joinable(field: ChangedField) -> tuple[str, ChangeKind] | None:
    """What short items of a list have in common that are told in one line."""
    short = field.listed and len(in_text(field.after or field.before)) <= _LONG
    return (field.label, field.kind) if short and field.kind != "veranderd" else None


def _sentences(fields: list[ChangedField]) -> Iterator[tuple[Run, ...]]:
    """A change, or some changes that are told together."""
    first, label = fields[0], capitalised(fields[0].label)
    if first.kind != "veranderd":
        begin = f"{'Toegevoegd aan' if first.kind == 'toegevoegd' else 'Weggehaald uit'} {first.label}"
        if not first.listed:
            begin = f"{label} {'toegevoegd' if first.kind == 'toegevoegd' else 'weggehaald'}"
        held = joined((field.after or field.before for field in fields), "; ")
        yield (Run(f"{begin}: "), *_brief(tuple(held)))
    elif first.prose is None:
        yield (Run(f"{label}: eerst "), *_quoted(first.before), Run(", nu "), *_quoted(first.after))
    else:
        yield (Run(f"{label}: {first.summary}"),)
        gone, come = first.prose.sentences
        yield from ((Run("Eerst: "), *_brief((Run(sentence),))) for sentence in gone)
        yield from ((Run("Nu: "), *_brief((Run(sentence),))) for sentence in come)


def _brief(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs as one line, cut at a word where they are long."""
    left = _LINE
    kept: list[Run] = []
    for run in runs:
        text = " ".join(f"|{run.text}|".split())[1:-1]
        if len(text) > left:
            return (*kept, Run(shorten(text, max(left, 2), placeholder=" …"), run.address))
        kept.append(Run(text, run.address))
        left -= len(text)
    return tuple(kept)


def _quoted(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A value in a line; between quotes where it is a sentence of its own."""
    brief = _brief(runs)
    return (Run("‘"), *brief, Run("’")) if in_text(runs).endswith((".", "!", "?")) else brief
