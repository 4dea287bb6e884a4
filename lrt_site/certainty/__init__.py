"""Who sat in which seat on a date, and how sure that is. Nothing is interpolated without saying so."""

from __future__ import annotations

from lrt_site.certainty.answers import (
    CERTAINTIES,
    Certainty,
    Occupancy,
    SeatHistory,
    SeatOnDate,
    composition_on,
    histories,
    seat_on,
    turning_days,
)
from lrt_site.certainty.in_time import InTime, Span
from lrt_site.certainty.showings import Showing, Who, identity_of, levels_of, span_of
from lrt_site.certainty.stretches import Stretch

__all__ = [
    "CERTAINTIES",
    "Certainty",
    "InTime",
    "Occupancy",
    "SeatHistory",
    "SeatOnDate",
    "Showing",
    "Span",
    "Stretch",
    "Who",
    "composition_on",
    "histories",
    "identity_of",
    "levels_of",
    "seat_on",
    "span_of",
    "turning_days",
]
