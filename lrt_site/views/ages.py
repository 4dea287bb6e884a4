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
    months = (as_of.year - when.earliest.year) * 12 + as_of.month - when.earliest.month
    if when.is_day:
        months -= as_of.day < when.earliest.day
    about = "" if when.is_day else "ongeveer "
    if when.is_year or months >= _MONTHS_COUNTED:
        years = as_of.year - when.earliest.year if when.is_year else months // 12
        return f"{about}{years} jaar oud" if years else "van dit jaar"
    if months:
        return f"{about}{'1 maand' if months == 1 else f'{months} maanden'} oud"
    return "minder dan een maand oud" if when.is_day else "van deze maand"
