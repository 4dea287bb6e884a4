"""What held on a date, and how sure that is: who sat where, how a commitment stood. Nothing is filled in in silence."""

from __future__ import annotations

from lrt_site.findings.certainty.answers import (
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
from lrt_site.findings.certainty.commitments import (
    CommitmentOnDay,
    HowSure,
    Responsible,
    commitment_on,
    days_late,
    deadline_is_exact,
    longest_late_first,
    moment_of_status,
    responsible_on,
    turning_days_of,
    was_decided,
)
from lrt_site.findings.certainty.in_time import InTime, Span
from lrt_site.findings.certainty.moments import DAY, Standing, changes, edges, perhaps_by, standing, surely_by
from lrt_site.findings.certainty.showings import Showing, Who, identity_of, levels_of, span_of
from lrt_site.findings.certainty.stretches import Stretch

__all__ = [
    "CERTAINTIES",
    "DAY",
    "Certainty",
    "CommitmentOnDay",
    "HowSure",
    "InTime",
    "Occupancy",
    "Responsible",
    "SeatHistory",
    "SeatOnDate",
    "Showing",
    "Span",
    "Standing",
    "Stretch",
    "Who",
    "changes",
    "commitment_on",
    "composition_on",
    "days_late",
    "deadline_is_exact",
    "edges",
    "histories",
    "identity_of",
    "levels_of",
    "longest_late_first",
    "moment_of_status",
    "perhaps_by",
    "responsible_on",
    "seat_on",
    "span_of",
    "standing",
    "surely_by",
    "turning_days",
    "turning_days_of",
    "was_decided",
]
