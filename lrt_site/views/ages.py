"""How old something is on the day on which a page speaks, no more exactly than its date allows."""

from __future__ import annotations

from datetime import date

from lrt_site.model.dates import PartialDate

_MONTHS_COUNTED = 24
"""Below so many months an age is told in months."""


def age_in_words(when: PartialDate | None, as_of: date) -> str:
    """`3 maanden oud`, `ongeveer 2 jaar oud`; nothing where there is no date, or where it is still to come."""
    if when is None or when.earliest > as_of:
        return ""
    months = _months(when.earliest, as_of)
    about = "" if when.is_day else "ongeveer "
    if when.is_year or months >= _MONTHS_COUNTED:
        years = as_of.year - when.earliest.year if when.is_year else months // 12
        return f"{about}{years} jaar oud" if years else "van dit jaar"
    if months:
        return f"{about}{'1 maand' if months == 1 else f'{months} maanden'} oud"
    return "minder dan een maand oud" if when.is_day else "van deze maand"


def age_of_days(earliest: date, latest: date, as_of: date) -> str:
    """How old something is that was on one of these days, as exactly as they allow; empty for what is still to come."""
    if as_of < latest:
        return ""
    youngest, oldest = _months(latest, as_of), _months(earliest, as_of)
    if youngest >= _MONTHS_COUNTED:
        return f"{_from_to(youngest // 12, oldest // 12)} jaar oud"
    if oldest == 0:
        return "minder dan een maand oud"
    if youngest == 0:
        return f"hoogstens {oldest} {'maand' if oldest == 1 else 'maanden'} oud"
    return f"{_from_to(youngest, oldest)} {'maand' if oldest == 1 else 'maanden'} oud"


def _months(day: date, as_of: date) -> int:
    """Whole months between two days."""
    return (as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day)


def _from_to(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} tot {high}"
