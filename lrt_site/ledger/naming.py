"""How publications and withdrawals are named, and in which order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lrt_site.ledger import stored
from lrt_site.model.dates import PartialDate

NAME_FORM = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(?P<place>[2-9]|[1-9][0-9]+))?")
"""The name of a publication: its date, and its place on that day from the second on."""
TOKEN_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[1-9][0-9]*-[0-9a-f]{6}")
"""The name of a handover, and of a withdrawal since the second format: always a place, and six random digits. So two of
one day on two branches have two names."""
WITHDRAWAL_FORM = re.compile(rf"{NAME_FORM.pattern}|{TOKEN_FORM.pattern}")
"""The name of a withdrawal in either format."""


def publications_in(files: Mapping[str, bytes]) -> list[str]:
    """The names of the publications, in order of date and place."""
    return names_in(files, "", NAME_FORM)


def withdrawals_in(files: Mapping[str, bytes]) -> list[str]:
    """The names of the withdrawals, in order of date and place."""
    return names_in(files, f"{stored.WITHDRAWALS}/", WITHDRAWAL_FORM)


def names_in(files: Mapping[str, bytes], below: str, form: re.Pattern[str]) -> list[str]:
    """The names of this form of what stands below a folder, in order of date and place."""
    tops = {path.removeprefix(below).partition("/")[0] for path in files if path.startswith(below)}
    return sorted((name for name in tops if form.fullmatch(name)), key=order_of)


def order_of(name: str) -> tuple[str, int, str]:
    """The date in a name, its place on that day from 1, and what makes it differ from others of that place."""
    place, _, token = name[11:].partition("-")
    return name[:10], int(place or 1), token


def next_publication(on: PartialDate, taken: Iterable[str]) -> str:
    """The name of a new publication: its date, and its place on that day from the second on."""
    place = _next_place(on, taken)
    return on.text if place == 1 else f"{on.text}-{place}"


def next_with_token(on: PartialDate, taken: Iterable[str], token: str) -> str:
    """The name of a new withdrawal or handover: its date, its place on that day, and six of these random digits."""
    return f"{on.text}-{_next_place(on, taken)}-{token[:6]}"


def _next_place(on: PartialDate, taken: Iterable[str]) -> int:
    return max((order_of(name)[1] for name in taken if name.startswith(on.text)), default=0) + 1
