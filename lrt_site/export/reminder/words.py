"""What a half-year pack says of its cut-off date: how it was, or how it will be if nothing changes.

Of a day after the one up to which sources were read, nothing is said in the past tense.
"""

from __future__ import annotations

from collections.abc import Iterator

from lrt_site.findings.certainty import CommitmentOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.pages.commitments.overdue import days_late_in_words
from lrt_site.wording.plural import plural


@dataclass(frozen=True, slots=True)
class Late:
    """How many deadlines had passed."""

    surely: int
    perhaps: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many commitments of an office there are of each sort; the first three together are all."""

    running: int
    """That were not settled."""
    unknown: int
    """Of which it is not known whether they were settled."""
    settled: int
    running_late: Late
    unknown_late: Late
    unsure_office: int
    """Of which no source says that this was the office."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a pack that depend on whether its cut-off date lies in the past."""

    warning: str
    """That the day lies after what is known, and up to which day sources were read; empty where it does not."""
    mark: str
    """The same in a few words, for every page; empty where it does not."""
    subject: str
    """What the pack lists."""
    answer: tuple[str, ...]
    """Sentences that answer the question of the pack."""
    no_running: str
    """Said where nothing was left unsettled."""
    unknown: str
    """What stands above the commitments of which it is not known whether they were settled."""
    no_differences: str
    status: str
    """The name of the field with the status."""
    overdue: str
    """The name of the field that says by how much a deadline had passed."""
    overdue_days: str
    overdue_or_not: str
    """The name of the field that only says whether it had."""


def words_of(on: PartialDate, read_until: PartialDate, counts: Counts) -> Words:
    """The words of a pack of this cut-off date."""
    return _ahead(on, read_until, counts) if on.earliest > read_until.latest else _past(on, counts)


def overdue_said(stood: CommitmentOnDay, on: PartialDate, *, ahead: bool) -> str:
    """Whether a deadline had passed by the cut-off date, and by how many days."""
    if stood.passed == "misschien":
        which = "welke termijn dan geldt" if ahead else "welke termijn toen gold"
        return f"misschien verstreken: {which}, is niet zeker"
    held = stood.deadline.sure or stood.deadline.perhaps
    return days_late_in_words(stood, on.earliest) or ("nee" if held else "geen termijn bekend")


def _past(on: PartialDate, counts: Counts) -> Words:
    single = counts.running == 1
    running = (
        f"Op {on.in_words} {'was' if single else 'waren'} er {_promises(counts.running)} van dit ambt "
        f"die nog niet {'was' if single else 'waren'} afgehandeld, voor zover bekend."
    )
    return Words(
        warning="",
        mark="",
        subject=f"Toezeggingen die op {on.in_words} nog niet waren afgehandeld, of waarvan de status niet bekend is",
        answer=(
            running,
            *_late(counts.running_late, "was de termijn", "verstreken"),
            *_unknown(counts, "is niet bekend welke status toen gold"),
            *_late(counts.unknown_late, "was de termijn", "verstreken"),
            *_settled(counts, "was" if counts.settled == 1 else "waren"),
            *_unsure(counts, "was"),
        ),
        no_running="Er zijn geen toezeggingen waarvan bekend is dat zij op deze dag nog niet waren afgehandeld.",
        unknown="Van deze toezeggingen is niet bekend of zij op deze dag waren afgehandeld.",
        no_differences="Voor zover bronnen een datum noemen, is er niets veranderd.",
        status="Status",
        overdue="Verstreken",
        overdue_days="Dagen verstreken, ten minste",
        overdue_or_not="Termijn verstreken",
    )


def _ahead(on: PartialDate, read_until: PartialDate, counts: Counts) -> Words:
    single = counts.running == 1
    running = (
        f"Als er niets verandert, {'zal' if single else 'zullen'} er op {on.in_words} {_promises(counts.running)} "
        f"van dit ambt zijn die nog niet {'is' if single else 'zijn'} afgehandeld."
    )
    return Words(
        warning=f"De bronnen zijn gelezen tot en met {read_until.in_words}, en de peildatum ligt daarna. "
        "Dit stuk rekent vooruit: zo zal het zijn als er niets verandert. "
        f"Wat er na {read_until.in_words} gebeurt, staat hier niet.",
        mark=f"Vooruitblik: bronnen gelezen tot en met {read_until.in_words}",
        subject=f"Toezeggingen die op {on.in_words}, als er niets verandert, nog niet zullen zijn afgehandeld, "
        "of waarvan de status niet bekend is",
        answer=(
            running,
            *_late(counts.running_late, "zal de termijn dan", "zijn verstreken"),
            *_unknown(counts, "is de status niet bekend"),
            *_late(counts.unknown_late, "zal de termijn dan", "zijn verstreken"),
            *_settled(counts, "is" if counts.settled == 1 else "zijn"),
            *_unsure(counts, "is"),
        ),
        no_running="Er zijn geen toezeggingen waarvan bekend is dat zij nog niet zijn afgehandeld.",
        unknown="Van deze toezeggingen is niet bekend of zij zijn afgehandeld.",
        no_differences="Voor zover bronnen een datum noemen, verandert er niets.",
        status="Laatst bekende status",
        overdue="Zal verstreken zijn",
        overdue_days="Dagen dat de termijn dan verstreken zal zijn, ten minste",
        overdue_or_not="Termijn zal verstreken zijn",
    )


def _late(late: Late, verb: str, ending: str) -> Iterator[str]:
    if late.surely:
        yield f"Bij {late.surely} daarvan {verb} {ending}."
    if late.perhaps:
        yield f"Bij {late.perhaps} daarvan {verb} misschien {ending}."


def _unknown(counts: Counts, said: str) -> Iterator[str]:
    if counts.unknown:
        yield f"Van {_promises(counts.unknown)} {said}."


def _settled(counts: Counts, verb: str) -> Iterator[str]:
    if counts.settled:
        stand = "staat" if counts.settled == 1 else "staan"
        yield f"Van dit ambt {verb} er {counts.settled} voldaan of afgevoerd. Die {stand} op de site."


def _unsure(counts: Counts, verb: str) -> Iterator[str]:
    if counts.unsure_office:
        yield f"Bij {_promises(counts.unsure_office)} is niet zeker of dit ambt verantwoordelijk {verb}."


def _promises(count: int) -> str:
    return plural(count, "toezegging", "toezeggingen")
