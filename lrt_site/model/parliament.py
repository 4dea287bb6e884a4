"""What parliament asked, proposed or debated about the tables, short of a commitment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact

ParliamentaryForm = Literal[
    "vraag", "motie", "debat", "overleg", "deskundigenbijeenkomst", "verslag", "toezegging zonder nummer"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ParliamentaryItem(Fact):
    """A question, motion, debate or report of one of the Chambers that touches a table."""

    id: str
    chamber: str
    """The name of the Chamber."""
    form: ParliamentaryForm
    text: str
    """What was asked, proposed, said or decided, in a sentence or two."""
    date: PartialDate | None = None
    date_note: str | None = None
    """The moment in the source's words, where no date can say it."""
    citation: str | None = None
    """How parliament cites it."""
    about: tuple[str, ...] = ()
    """Ids of the records on whose pages it belongs."""
