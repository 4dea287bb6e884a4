"""What parliament asked, proposed or debated about the tables, short of a commitment."""

from __future__ import annotations

from typing import Literal

from lrt_site.frozen import dataclass
from lrt_site.model.facts import Fact
from lrt_site.model.fields import AnyId, Identifier, PastDate, Phrase, Sentence

ParliamentaryForm = Literal[
    "vraag", "motie", "debat", "overleg", "deskundigenbijeenkomst", "verslag", "toezegging zonder nummer"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ParliamentaryItem(Fact):
    """A question, motion, debate or report of one of the Chambers that touches a table."""

    id: Identifier
    chamber: Phrase
    """The name of the Chamber."""
    form: ParliamentaryForm
    text: Sentence
    """What was asked, proposed, said or decided, in a sentence or two."""
    date: PastDate | None = None
    date_note: Phrase | None = None
    """The moment in the source's words, where no date can say it."""
    citation: Phrase | None = None
    """How parliament cites it."""
    about: tuple[AnyId, ...] = ()
    """Ids of the records on whose pages it belongs."""
