"""The types of which a value is one thing said, and no part with fields of its own."""

from __future__ import annotations

from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.numbers import DecimalNumber

VALUES = (PartialDate, Period, ClockTime, DecimalNumber)
