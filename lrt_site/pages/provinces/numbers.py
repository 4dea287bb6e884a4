"""Numbers of one province: the newest first, each with its date, and what was asked beside what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import backed_together, backing
from lrt_site.model.numbers import exact, in_dutch
from lrt_site.model.provinces import LabelledValue, ProvincialFigures, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sorting import sort_day
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import DERIVED, Footnotes, Said
from lrt_site.wording.ages import age_in_words
from lrt_site.wording.moments import in_words

ASKED = "gevraagd"
"""The label by which editors name what was asked of a province."""
FOUND = "gevonden"
"""The label by which they name what a province found."""


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that one source gives together."""

    figures: ProvincialFigures
    place: int
    """Its place in the record, from 1 on."""
    day: PartialDate | None
    """When they were so, or else the date of the source that gives them."""
    when: str
    """The same in words; empty where neither has a date."""
    of_source: bool = False
    """Whether the date is that of the source."""
    planned: tuple[LabelledValue, ...] = ()
    """What is called found, but for a day after every source that says so."""

    def labelled(self, label: str) -> tuple[LabelledValue, ...]:
        """Its numbers with exactly this label."""
        return tuple(value for value in self.figures.values if value.label == label)

    def in_words(self, value: LabelledValue, unit: str = "", *, label: bool = True) -> str:
        """One of its numbers with what it is, such as `52 plekken gevraagd`; without a label where a column has it."""
        told = " ".join(filter(None, (value_in_words(value), unit)))
        day = f" per {value.date.in_words}" if value.date else ""
        if value in self.planned and value.date:
            return f"voorzien voor {value.date.in_words}: {told}"
        if not label or value.label.casefold() in unit.casefold():
            return f"{told}{day}"
        return f"{value.label} {told}{day}" if value.label.startswith("waarvan ") else f"{told} {value.label}{day}"


@dataclass(frozen=True, slots=True)
class NumbersView:
    """Numbers that one source gives together, as a card."""

    anchor: str
    title: str
    source: Said
    """The word for it, with its numbers, marks and note."""
    unit: str
    when: str
    age: str
    """How old they are on the day of the page."""
    values: tuple[tuple[str, Said, str], ...]
    """What it is, how much, and the date that it is about in words."""


@dataclass(frozen=True, slots=True)
class AgedFact:
    """Something said, with how old it is on the day of the page."""

    said: Said
    age: str = ""


def newest_first(table: ProvincialTable, register: Register) -> tuple[Group, ...]:
    """The numbers of a province; of one date those first that the record has last."""
    groups = [_group(figures, place, register) for place, figures in enumerate(table.figures, 1)]
    return tuple(sorted(groups, key=lambda group: (sort_day(group.day), group.place), reverse=True))


def newest_known(groups: Sequence[Group]) -> Group | None:
    """The newest group that has what was asked, or else what was found, among groups of which the newest is first.

    What one source asks is never set beside what another found: they may count at other moments.
    """
    return next((group for label in (ASKED, FOUND) for group in groups if group.labelled(label)), None)


def value_in_words(value: LabelledValue) -> str:
    """The number with the source's own word for how exact it is."""
    return f"{value.qualifier or ''} {in_dutch(value.value)}".strip()


def asked(group: Group, unit: str) -> str:
    """What was asked, as the column of that name has it."""
    return ", ".join(group.in_words(value, unit, label=False) for value in group.labelled(ASKED))


def found(group: Group, unit: str) -> str:
    """What was found, or else what the source names instead, by its own labels."""
    values = group.labelled(FOUND)
    rest = (value for value in group.figures.values if value.label != ASKED)
    return ", ".join(group.in_words(value, unit, label=not values) for value in values or rest)


def dated(group: Group, notes: Footnotes, as_of: date) -> AgedFact:
    """When the numbers of a group were so, with their sources."""
    said = _said(group.when or "datum niet bekend", group, notes)
    return AgedFact(said, age_in_words(group.day, as_of))


def opening(province: str, groups: Sequence[Group], notes: Footnotes, as_of: date) -> Iterator[AgedFact]:
    """What is known in numbers: what was asked and found, and what is newer."""
    known = newest_known(groups)
    if known:
        yield _sentence(f"{province}: {_told(known)}", known, notes, as_of)
    newer = next((group for group in groups if _is_newer(group, known)), None)
    if newer:
        start = "" if known else f"{province}: "
        yield _sentence(f"{start}{_told(newer)}", newer, notes, as_of)


def numbers_view(group: Group, notes: Footnotes, as_of: date) -> NumbersView:
    """A group as a card."""
    figures = group.figures
    return NumbersView(
        anchor=f"cijfers-{group.place}",
        title=figures.title,
        source=notes.said("Bron", figures, "values"),
        unit=figures.unit,
        when=f"bron van {group.when}" if group.of_source and group.when else group.when,
        age=age_in_words(group.day, as_of),
        values=tuple(_in_card(group, value, notes) for value in figures.values),
    )


def in_time(groups: Sequence[Group]) -> str:
    """When the numbers of several groups were so: `november 2024` where each is within it, else from first to last."""
    if len({group.when for group in groups}) == 1:
        return groups[0].when
    days = [group.day for group in groups if group.day]
    if not days:
        return ""
    undated = " en zonder datum" if len(days) < len(groups) else ""
    first, last = min(day.earliest for day in days), max(day.latest for day in days)
    around = next((day for day in days if (day.earliest, day.latest) == (first, last)), None)
    if around:
        return f"{around.in_words}{undated}"
    oldest, newest = min(days, key=lambda day: day.earliest), max(days, key=lambda day: day.latest)
    return f"{oldest.in_words} tot en met {newest.in_words}{undated}"


def difference(group: Group, notes: Footnotes) -> Said | None:
    """What was found above or below what was asked, where the source gives both, once and exactly; else nothing.

    We work it out; the sources of both stand at their date.
    """
    more = more_found(group)
    if more is None:
        return None
    words = f"{in_dutch(abs(more))} {'meer' if more > 0 else 'minder'}" if more else "geen verschil"
    return replace(notes.plain(words), marks=(DERIVED,))


def more_found(group: Group) -> Decimal | None:
    """How much more was found than asked, below zero how much less; nothing where that cannot be said."""
    both = (*group.labelled(ASKED), *group.labelled(FOUND))
    if group.planned or len(both) != 2 or backing(group.figures, "values").how != "each":
        return None
    if any(value.qualifier or value.source for value in both):
        return None
    asked_of_it, found_by_it = both
    if asked_of_it.date and found_by_it.date and asked_of_it.date != found_by_it.date:
        return None
    return exact(found_by_it.value) - exact(asked_of_it.value)


def _in_card(group: Group, value: LabelledValue, notes: Footnotes) -> tuple[str, Said, str]:
    planned = value in group.planned
    when = f"{'voor' if planned else 'per'} {value.date.in_words}" if value.date else ""
    return "voorzien" if planned else value.label, notes.plain(value_in_words(value), value, "value"), when


def _is_newer(group: Group, known: Group | None) -> bool:
    """Whether it is verified, counts the same, and is surely of after the group that is told already."""
    if known is None:
        return group.figures.verified
    alike = group.figures.verified and group.figures.unit == known.figures.unit
    return bool(alike and group.day and known.day and group.day.earliest > known.day.latest)


def _group(figures: ProvincialFigures, place: int, register: Register) -> Group:
    planned = tuple(value for value in figures.values if _is_planned(value, figures, register))
    if figures.date or figures.date_note:
        when = in_words(figures.date, figures.date_note)
        return Group(figures, place, figures.date, when, planned=planned)
    day = next(filter(None, _days(backing(figures, "values").sources, register)), None)
    return Group(figures, place, day, day.in_words if day else "", of_source=True, planned=planned)


def _is_planned(value: LabelledValue, figures: ProvincialFigures, register: Register) -> bool:
    """Whether what is called found is for a day that lies wholly after each source of it."""
    if value.label != FOUND or not value.date:
        return False
    first = value.date.earliest
    days = _days((value.source,) if value.source else backing(figures, "values").sources, register)
    return all(day and first > day.latest for day in days)


def _days(sources: Sequence[str], register: Register) -> tuple[PartialDate | None, ...]:
    known = register.all(Source)
    return tuple(known[source].date if source in known else None for source in sources)


def _sentence(text: str, group: Group, notes: Footnotes, as_of: date) -> AgedFact:
    when = group.when or "bron zonder datum"
    moment = "" if f" per {when}" in text else f" ({when})"
    return AgedFact(_said(f"{text}{moment}.", group, notes), age_in_words(group.day, as_of))


def _said(text: str, group: Group, notes: Footnotes) -> Said:
    """Words that state numbers, with the marks of their group and no note, and with the sources of each number."""
    whole = notes.said(text, group.figures, "values")
    own = (
        backing(value, "value") if value.source else backing(group.figures, "values") for value in group.figures.values
    )
    return replace(whole, note=(), backing=notes.rests((), backed_together(*own)).backing)


def _told(group: Group) -> str:
    """`52 ligplaatsen gevraagd, 40 gevonden`: these two where the source gives both, else all its numbers."""
    both = group.labelled(ASKED) and group.labelled(FOUND)
    told = (*group.labelled(ASKED), *group.labelled(FOUND)) if both else group.figures.values
    first, *others = sorted(told, key=lambda value: value.label != ASKED)
    return ", ".join((group.in_words(first, group.figures.unit), *map(group.in_words, others)))
