"""The way to how commitments stood on a day: a day to choose, the fixed days, and every day on which that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.pages.commitments import on_day
from lrt_site.pages.shared.common import ALL_DATA, Frame, PageMaker, later, trail
from lrt_site.pages.shared.days import DayList, Days, day_list
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class CommitmentDaysPage:
    """What templates/commitments/by_day.html.jinja is given."""

    template: ClassVar[str] = "commitments/by_day.html.jinja"

    frame: Frame
    cutoffs: tuple[tuple[Link, ...], ...] = field(compare=False)
    """The two fixed days of every year, the newest year first."""
    dates: DayList = field(compare=False)


def pages(register: Register, days: Days) -> Iterator[PageMaker]:
    """The page, where there is a day to choose."""
    if days.listed:
        yield later(urls.COMMITMENTS_BY_DAY, _page, register, days)


def _page(register: Register, days: Days) -> CommitmentDaysPage:
    first = days.listed[0].in_words
    return CommitmentDaysPage(
        cutoffs=on_day.cutoffs(register, days.as_of),
        dates=day_list("Hoe stonden de toezeggingen ervoor op …?", days, urls.commitments_on),
        frame=Frame(
            urls.COMMITMENTS_BY_DAY,
            "Toezeggingen op een dag",
            f"Vanaf {first} is van elke dag te zien hoe de toezeggingen er volgens de bronnen voor stonden.",
            trail(link_to_page(urls.COMMITMENTS)),
            data=(ALL_DATA,),
        ),
    )
