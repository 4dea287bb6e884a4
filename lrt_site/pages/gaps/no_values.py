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
    longest: str
    """What waits longest, whatever the day."""
    waiting: str
    """How many wait longer than they usually do, on the day."""
    rows: tuple[GapRow, ...]
    series: tuple[SeriesGapRow, ...]
    enough: int
    """From so many spans between values on a series has a rhythm of its own."""


def page(found: GapsOnDay) -> NoValuesPage:
    """The page itself."""
    rows = part.shown(found, *KINDS)["cijfer"]
    by_id = {row.anchor: row for row in rows}
    staleness = gaps.staleness(found.register.all(Series).values(), found.as_of)
    longest, waiting = _longest(staleness), _waiting(staleness)
    return NoValuesPage(
        longest=longest,
        waiting=waiting,
        rows=rows,
        series=tuple(_series_row(each, found.register, by_id) for each in staleness),
        enough=gaps.ENOUGH,
        frame=part.framed(found, TITLE, f"{longest} {waiting}".strip(), *KINDS),
    )


def _longest(series: Sequence[gaps.Staleness]) -> str:
    """What waits longest, with the moment of its newest value."""
    if not series:
        return "Er zijn geen cijferreeksen beschreven."
    return f"Het langst zonder nieuwe waarde: {series[0].series.name} (moment van de laatste: {_about(series[0])})."


def _waiting(series: Sequence[gaps.Staleness]) -> str:
    number = sum(staleness.stale for staleness in series)
    if not number:
        return "Geen enkele cijferreeks wacht langer op een nieuwe waarde dan gewoonlijk." if series else ""
    verb = "wacht" if number == 1 else "wachten"
    return f"{number} van de {len(series)} cijferreeksen {verb} langer dan gewoonlijk."


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
