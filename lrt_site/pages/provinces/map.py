"""The map of the provinces: what was asked, what was found and what differs, each on a map of its own.

Every province shows its number, so that no colour needs to be told from another. What the maps show stands in the
table too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from lrt_site.frozen import dataclass
from lrt_site.model.numbers import exact, in_dutch
from lrt_site.model.provinces import LabelledValue
from lrt_site.pages.provinces.numbers import ASKED, FOUND, Group, more_found, value_in_words
from lrt_site.pages.provinces.outlines import HEIGHT, OUTLINES, WIDTH
from lrt_site.wording.runs import Link

LEVELS = 4
"""Number of fillings of an area, from light to dark, that can be told apart without colour."""
ROOM = 12
"""Letters that fit on a province; where the word for how exact a number is makes it longer, the map leaves that out."""
NOTHING, MORE, LESS = "none", "more", "less"
ALSO: Mapping[str, str] = {"Friesland": "Fryslân"}
"""Other names of provinces."""


@dataclass(frozen=True, slots=True)
class ProvinceNumbers:
    """A province with the numbers that the table shows of it."""

    link: Link
    group: Group | None
    reports_public: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A province on a map."""

    link: Link
    says: str
    """What the map shows of it, in words."""
    filling: str
    text: str
    x: int
    y: int
    path: str
    public: bool
    """Whether its reports are public, where the map shows that."""


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """A map. Given to the macro `maps` in templates/provinces/map.html.jinja."""

    name: str
    heading: str
    areas: tuple[Area, ...]
    legend: tuple[tuple[str, str], ...]
    """Fillings with what they stand for."""
    width: int = WIDTH
    height: int = HEIGHT


def maps_of(provinces: Sequence[ProvinceNumbers], unit: str) -> tuple[ProvinceMap, ...]:
    """The maps; none where provinces have no outline, or what was asked of them counts different things."""
    if not unit or {_outlined(known) for known in provinces} != OUTLINES.keys():
        return ()
    asked = {known.link: number(known.group, ASKED) for known in provinces}
    found = {known.link: number(known.group, FOUND) for known in provinces}
    step = step_of([exact(value.value) for value in (*asked.values(), *found.values()) if value])
    return (
        _difference(provinces),
        _amounts("gevraagd", "Gevraagd", provinces, asked, step),
        _amounts("gevonden", "Gevonden", provinces, found, step),
    )


def number(group: Group | None, label: str) -> LabelledValue | None:
    """The number that a map or a bar shows: what is planned was not found yet."""
    values = (value for value in (group.labelled(label) if group else ()) if group and value not in group.planned)
    return next(values, None)


def step_of(values: Iterable[Decimal]) -> int:
    """The smallest round number by which the values divide into no more levels than there are."""
    highest = max(values, default=Decimal(0))
    step, factors = 1, (2, Decimal("2.5"), 2)
    place = 0
    while step * LEVELS <= highest:
        step = int(step * factors[place % 3])
        place += 1
    return step


def _outlined(known: ProvinceNumbers) -> str:
    return ALSO.get(known.link.title, known.link.title)


def _area(known: ProvinceNumbers, filling: str, text: str, says: str, *, public: bool = False) -> Area:
    outline = OUTLINES[_outlined(known)]
    return Area(known.link, says, filling, text, outline.x, outline.y, outline.path, public)


def _difference(provinces: Sequence[ProvinceNumbers]) -> ProvinceMap:
    areas = tuple(_differing(known) for known in provinces)
    names = {MORE: "gevonden: evenveel of meer", LESS: "gevonden: minder", NOTHING: "rekenen wij niet uit"}
    return ProvinceMap("verschil", "Verschil", areas, _used(names, areas))


def _differing(known: ProvinceNumbers) -> Area:
    more = more_found(known.group) if known.group else None
    if more is None:
        filling, text, says = NOTHING, "", "het verschil rekenen wij niet uit"
    else:
        size = in_dutch(abs(more))
        filling, text = (LESS, f"−{size}") if more < 0 else (MORE, f"+{size}" if more else size)
        says = f"{size} {'minder' if more < 0 else 'meer'} gevonden dan gevraagd" if more else "evenveel als gevraagd"
    says = f"{says}; verslagen openbaar" if known.reports_public else says
    return _area(known, filling, text, says, public=known.reports_public)


def _amounts(
    name: str,
    heading: str,
    provinces: Sequence[ProvinceNumbers],
    values: Mapping[Link, LabelledValue | None],
    step: int,
) -> ProvinceMap:
    areas = []
    for known in provinces:
        value = values[known.link]
        if value is None:
            areas.append(_area(known, NOTHING, "", f"{name}: niet bekend"))
            continue
        level = min(int(exact(value.value) // step), LEVELS - 1) + 1
        told = value_in_words(value)
        text = told if len(told) <= ROOM else in_dutch(value.value)
        areas.append(_area(known, str(level), text, f"{told} {name}"))
    starts = [in_dutch(level * step) for level in range(1, LEVELS)]
    between = {str(place): f"{start} tot {end}" for place, (start, end) in enumerate(pairwise(starts), start=2)}
    legend = {
        "1": f"minder dan {starts[0]}",
        **between,
        str(LEVELS): f"{starts[-1]} of meer",
        NOTHING: "niet bekend",
    }
    return ProvinceMap(name, heading, tuple(areas), _used(legend, areas))


def _used(legend: Mapping[str, str], areas: Sequence[Area]) -> tuple[tuple[str, str], ...]:
    fillings = {area.filling for area in areas}
    return tuple((filling, text) for filling, text in legend.items() if filling in fillings)
