"""How old something is on the day on which a page speaks, no more exactly than its date allows."""

from __future__ import annotations

from datetime import date

from lrt_site.model.dates import PartialDate
from lrt_site.wording.plural import plural

_MONTHS_COUNTED = 24
"""The number of months below which an age is told in months; from there it is told in years and months."""


def age_in_words(when: PartialDate | None, as_of: date) -> str:
    """`3 maanden oud`, `2 jaar en 10 maanden oud`; nothing where there is no date, or where it is still to come."""
    if when is None or when.earliest > as_of:
        return ""
    if when.latest > as_of:
        return "van dit jaar" if when.is_year else "van deze maand"
    return age_of_days(when.earliest, when.latest, as_of)


def age_of_days(earliest: date, latest: date, as_of: date) -> str:
    """How old something is that was on one of these days, as exactly as they allow; empty for what is still to come."""
    if as_of < latest:
        return ""
    youngest, oldest = _months(latest, as_of), _months(earliest, as_of)
    if oldest == 0:
        return "minder dan een maand oud"
    if youngest == oldest:
        return f"{_exactly(oldest)} oud"
    if oldest < _MONTHS_COUNTED:
        return f"{youngest} tot {oldest} maanden oud" if youngest else f"minder dan {oldest + 1} maanden oud"
    if oldest - youngest > 1:
        before = oldest // 12 + 1
        return f"{youngest // 12} tot {before} jaar oud" if youngest >= 12 else f"minder dan {before} jaar oud"
    years, months = divmod(oldest, 12)
    if months < 2:
        return f"{'ongeveer' if months == 0 else 'ruim'} {years} jaar oud"
    return f"{years} jaar en {months - 1} of {months} maanden oud"


def _exactly(months: int) -> str:
    """Whole months: `11 maanden`, `2 jaar`, `2 jaar en 10 maanden`."""
    if months < _MONTHS_COUNTED:
        return plural(months, "maand", "maanden")
    years, rest = divmod(months, 12)
    return f"{years} jaar en {plural(rest, 'maand', 'maanden')}" if rest else f"{years} jaar"


def _months(day: date, as_of: date) -> int:
    """Whole months between two days."""
    return (as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day)
