"""Numbers of one province: the newest first, each with its date, and what was asked beside what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import backed_together, backing
from lrt_site.model.numbers import exact
from lrt_site.model.provinces import LabelledValue, ProvincialFigures, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.views.ages import age_in_words
from lrt_site.views.common import DERIVED, Footnotes, Said, in_words, number, sort_day
from lrt_site.words import capitalised

ASKED = "gevraagd"
"""The label by which editors name what was asked of a province."""
FOUND = "gevonden"
"""The label by which they name what a province found."""
_TOLD_AT_ONCE = 3
"""So many numbers of one source one sentence tells."""


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

    def labelled(self, label: str) -> tuple[LabelledValue, ...]:
        """Its numbers with exactly this label."""
        return tuple(one for one in self.figures.values if one.label == label)


@dataclass(frozen=True, slots=True)
class AskedAndFound:
    """The newest number that was asked of a province, and the newest that it found, in one unit."""

    asked: Group | None
    found: Group | None

    @property
    def unit(self) -> str:
        """What is counted."""
        one = self.asked or self.found
        return one.figures.unit if one else ""

    def difference(self) -> str:
        """What was found above or below what was asked, where one source gives both, once and exactly; else nothing."""
        if self.asked is None or self.asked is not self.found or backing(self.asked.figures, "values").how != "each":
            return ""
        both = (*self.asked.labelled(ASKED), *self.asked.labelled(FOUND))
        if len(both) != 2 or any(one.qualifier or one.source for one in both):
            return ""
        asked, found = both
        if asked.date and found.date and asked.date != found.date:
            return ""
        more = exact(found.value) - exact(asked.value)
        return f"{number(abs(more))} {'meer' if more > 0 else 'minder'}" if more else "geen verschil"


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
    """What it is, how much, and the date that it is about."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something said, with how old it is on the day of the page."""

    said: Said
    age: str = ""


def newest_first(table: ProvincialTable, register: Register) -> tuple[Group, ...]:
    """The numbers of a province; of one date those first that the record has last."""
    groups = [_group(one, place, register) for place, one in enumerate(table.figures, 1)]
    return tuple(sorted(groups, key=lambda one: (sort_day(one.day), one.place), reverse=True))


def asked_and_found(groups: Sequence[Group]) -> AskedAndFound:
    """The newest of each among groups of which the newest is the first."""
    asked = next((one for one in groups if one.labelled(ASKED)), None)
    found = next(
        (one for one in groups if one.labelled(FOUND) and (not asked or one.figures.unit == asked.figures.unit)), None
    )
    return AskedAndFound(asked, found)


def value_in_words(value: LabelledValue) -> str:
    """The number with the source's own word for how exact it is."""
    return f"{value.qualifier or ''} {number(value.value)}".strip()


def amount(group: Group | None, label: str, unit: str = "") -> str:
    """The numbers of a group with this label, each with the date that it is about."""
    values = group.labelled(label) if group else ()
    return ", ".join(f"{value_in_words(one)}{f' {unit}' if unit else ''}{_per(one)}" for one in values)


def moments(known: AskedAndFound, notes: Footnotes, as_of: date) -> Iterator[Dated]:
    """When what was asked and found was so, with the sources of the numbers; once where one source gives both."""
    together = known.asked is known.found
    for group, labels in ((known.asked, (ASKED, FOUND) if together else (ASKED,)), (known.found, (FOUND,))):
        if group and not (together and labels == (FOUND,)):
            values = tuple(one for label in labels for one in group.labelled(label))
            which = "" if together else f"{labels[0]}: "
            said = _said(f"{which}{group.when or 'datum niet bekend'}", group, values, notes)
            yield Dated(said, age_in_words(group.day, as_of))


def opening(province: str, groups: Sequence[Group], notes: Footnotes, as_of: date) -> Iterator[Dated]:
    """What is known in numbers: what was asked and found, and what is newer than that."""
    known = asked_and_found(groups)
    asked, found = known.asked, known.found
    told = [one for one in (asked, found) if one]
    if asked and asked is found:
        values = (*asked.labelled(ASKED), *asked.labelled(FOUND))
        yield _sentence(f"{province}: {_told(values, known.unit)}", asked, values, notes, as_of)
    else:
        for group, label in ((asked, ASKED), (found, FOUND)):
            if group:
                values = group.labelled(label)
                start = f"{province}: " if group is told[0] else ""
                yield _sentence(f"{start}{_told(values, known.unit)}", group, values, notes, as_of)
    newer = next((one for one in groups if _is_newer(one, told, known.unit)), None)
    if newer:
        values = newer.figures.values[:_TOLD_AT_ONCE]
        yield _sentence(f"{capitalised(newer.figures.title)}: {_listed(newer, values)}", newer, values, notes, as_of)


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
        values=tuple(
            (one.label, notes.plain(value_in_words(one), one, "value"), one.date.in_words if one.date else "")
            for one in figures.values
        ),
    )


def difference_said(known: AskedAndFound, notes: Footnotes) -> Said | None:
    """What we work out of what was asked and what was found; the sources of both stand at their date."""
    words = known.difference()
    return replace(notes.plain(words), marks=(DERIVED,)) if words else None


def _is_newer(group: Group, told: Sequence[Group], unit: str) -> bool:
    """Whether it is verified, counts the same, and is surely of after the groups that are told already."""
    alike = group.figures.verified and unit in ("", group.figures.unit)
    return alike and all(group.day and one.day and group.day.earliest > one.day.latest for one in told)


def _group(figures: ProvincialFigures, place: int, register: Register) -> Group:
    if figures.date or figures.date_note:
        return Group(figures, place, figures.date, in_words(figures.date, figures.date_note))
    sources = (register.all(Source).get(one) for one in (figures.source, *figures.also_source))
    day = next((one.date for one in sources if one and one.date), None)
    return Group(figures, place, day, day.in_words if day else "", of_source=True)


def _sentence(text: str, group: Group, values: Sequence[LabelledValue], notes: Footnotes, as_of: date) -> Dated:
    moment = f" ({group.when})" if group.when and group.when not in text else ""
    return Dated(_said(f"{text}{moment}.", group, values, notes), age_in_words(group.day, as_of))


def _said(text: str, group: Group, values: Sequence[LabelledValue], notes: Footnotes) -> Said:
    """Words that state numbers, with the marks of their group and no note, and with the sources of each number."""
    whole = notes.said(text, group.figures, "values")
    own = (backing(one, "value") if one.source else backing(group.figures, "values") for one in values)
    return replace(whole, note=(), backing=notes.rests((), backed_together(*own)).backing)


def _told(values: Sequence[LabelledValue], unit: str) -> str:
    """`52 ligplaatsen gevraagd, 40 gevonden`."""
    first, *others = values
    each = [f"{value_in_words(first)} {unit} {first.label}{_per(first)}"]
    each += [f"{value_in_words(one)} {one.label}{_per(one)}" for one in others]
    return ", ".join(each)


def _listed(group: Group, values: Sequence[LabelledValue]) -> str:
    """`1.516 opvangplekken (plekken), 3.168 (extra gevraagd)`; what the title says already is not said again."""
    said_already = f"{group.figures.title} {group.figures.unit}".casefold()
    units = (f" {group.figures.unit}", *("" for _ in values[1:]))
    return ", ".join(
        f"{value_in_words(one)}{unit}{_per(one)}{'' if one.label.casefold() in said_already else f' ({one.label})'}"
        for one, unit in zip(values, units, strict=True)
    )


def _per(value: LabelledValue) -> str:
    return f" per {value.date.in_words}" if value.date else ""
