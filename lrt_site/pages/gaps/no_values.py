"""Series of figures that wait longer for a newer value than they usually do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Series
from lrt_site.model.register import Register
from lrt_site.pages.gaps import part
from lrt_site.pages.gaps.rows import GapRow
from lrt_site.pages.shared.common import Frame
from lrt_site.pages.shared.days import on_day
from lrt_site.wording.names import link_to
from lrt_site.wording.plural import decimal, in_days
from lrt_site.wording.runs import Link

TITLE = "Cijfers die op een nieuwe waarde wachten"
KINDS: tuple[GapKind, ...] = ("cijfer",)


@dataclass(frozen=True, slots=True)
class SeriesGapRow:
    """How long a series has been silent, beside its rhythm."""

    series: Link
    gap: GapRow | None
    since: str
    silent: str
    rhythm: str


@dataclass(frozen=True, slots=True)
class NoValuesPage:
    """What templates/gaps/no_values.html.jinja is given."""

    template: ClassVar[str] = "gaps/no_values.html.jinja"

    frame: Frame
    rows: tuple[GapRow, ...]
    series: tuple[SeriesGapRow, ...]
    enough: int
    """From so many spans between values on a series has a rhythm of its own."""


def page(found: GapsOnDay) -> NoValuesPage:
    """The page itself."""
    rows = part.shown(found, *KINDS)["cijfer"]
    by_id = {row.anchor: row for row in rows}
    staleness = gaps.staleness(found.register.all(Series).values(), found.as_of)
    return NoValuesPage(
        rows=rows,
        series=tuple(_series_row(each, found.register, by_id) for each in staleness),
        enough=gaps.ENOUGH,
        frame=part.framed(found, TITLE, _answer(staleness), *KINDS),
    )


def _answer(series: Sequence[gaps.Staleness]) -> str:
    """What waits longest, with the moment of its newest value, and how many more wait longer than they usually do."""
    if not series:
        return "Er zijn geen cijferreeksen beschreven."
    waiting = [staleness for staleness in series if staleness.stale]
    if not waiting:
        return "Geen enkele cijferreeks wacht langer op een nieuwe waarde dan gewoonlijk."
    longest, number = waiting[0], len(waiting)
    return (
        f"Het langst zonder nieuwe waarde: {longest.series.name} (moment van de laatste: {_about(longest)}). "
        f"{number} van de {len(series)} cijferreeksen {'wacht' if number == 1 else 'wachten'} langer dan gewoonlijk."
    )


def _series_row(staleness: gaps.Staleness, register: Register, rows: Mapping[str, GapRow]) -> SeriesGapRow:
    own = staleness.spans >= gaps.ENOUGH
    return SeriesGapRow(
        series=link_to(staleness.series.id, register),
        gap=rows.get(f"stilte-cijfer-{staleness.series.id}"),
        since=_about(staleness),
        silent=_silent(staleness.days),
        rhythm=f"{decimal(staleness.rhythm)} dagen"
        if own
        else f"een jaar; te weinig waarden ({staleness.spans} tussenpozen)",
    )


def _about(staleness: gaps.Staleness) -> str:
    """What the newest value is about; where its source tells no such moment, since when it was known or shown."""
    if staleness.newest is None or staleness.since is None:
        return "geen enkele waarde met een datum"
    if staleness.newest.period or staleness.newest.date:
        return staleness.since.in_words
    shown = staleness.newest.as_shown_at
    return (
        f"zonder datum; {f'volgens een bron {on_day(shown)}' if shown else f'bekend sinds {staleness.since.in_words}'}"
    )


def _silent(days: int | None) -> str:
    if days is None:
        return "niet te zeggen"
    return in_days(days) if days > 0 else "nog niet voorbij"
