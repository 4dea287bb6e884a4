"""How the registers of commitments of the chambers work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, CommitmentRegister
from lrt_site.model.dates import PartialDate
from lrt_site.model.portions import ROWS
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import Footnotes, Frame, Said, data_links, trail
from lrt_site.pages.shared.portions import NEWEST
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.pages.shared.table import FilledTable, filled
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register of one chamber as the page shows it."""

    anchor: str
    title: str
    described: Said
    title_pattern: str | None
    fields: FilledTable | None
    statuses: Said | None
    workings: tuple[Said, ...]
    commitments: tuple[Link, ...]
    """The commitments on this site that stand in this register; the newest, where there are many."""
    more: int
    """How many there are besides."""


@dataclass(frozen=True, slots=True)
class RegistersPage:
    """What templates/commitments/registers.html.jinja is given."""

    template: ClassVar[str] = "commitments/registers.html.jinja"

    frame: Frame
    registers: tuple[RegisterView, ...]


def pages(register: Register) -> Iterator[RegistersPage]:
    """The page about the registers."""
    notes = Footnotes(register)
    registers = register.all(CommitmentRegister)
    yield RegistersPage(
        registers=tuple(_view(item, notes, register) for item in registers.values()),
        frame=Frame(
            address=urls.REGISTERS,
            title="Registers van toezeggingen",
            description=_answer(register, list(registers.values())),
            trail=trail(link_to_page(urls.COMMITMENTS)),
            references=notes.references(),
            data=data_links(*registers.values()),
        ),
    )


def _answer(register: Register, registers: Sequence[CommitmentRegister]) -> str:
    """How many commitments of each register are on this site."""
    how = "Hoe de Kamers hun registers van toezeggingen bijhouden, volgens hun eigen stukken."
    in_each = Counter(commitment.chamber for commitment in register.all(Commitment).values())
    numbers = (f"{known.chamber} {in_each[known.chamber] or 'geen'}" for known in registers)
    return f"Toezeggingen op deze site: {', '.join(numbers)}. {how}" if registers else how


def _view(known: CommitmentRegister, notes: Footnotes, register: Register) -> RegisterView:
    statuses = None
    own = [item for item in register.all(Commitment).values() if item.chamber == known.chamber]
    shown = _newest_of_many(own)
    if known.statuses:
        statuses = notes.plain(", ".join(known.statuses), known, "statuses", note=known.statuses_note)
    return RegisterView(
        anchor=known.id,
        title=known.chamber,
        described=notes.said(f"Register van: {known.chamber}", known, "chamber", "title_pattern", "fields"),
        title_pattern=known.title_pattern,
        fields=_fields(known) if known.fields else None,
        statuses=statuses,
        workings=tuple(
            notes.said(_with_moment(each.text, each.as_shown_at), each, "text", "as_shown_at", anchor=each.id)
            for each in known.workings
        ),
        commitments=tuple(Link(commitment.id, urls.page_of(commitment)) for commitment in shown),
        more=len(own) - len(shown),
    )


def _newest_of_many(own: Sequence[Commitment]) -> Sequence[Commitment]:
    """All of them, or the newest where there are too many for one page."""
    if len(own) <= ROWS:
        return own
    return sorted(own, key=lambda commitment: (commitment.date.earliest, commitment.id), reverse=True)[:NEWEST]


def _fields(register: CommitmentRegister) -> FilledTable:
    return filled(
        "Velden van het register, in zijn eigen woorden",
        ("Veld", "Voorbeeld", "Toelichting"),
        ((field.name, field.example or "", field.note or "") for field in register.fields),
    )


def _with_moment(text: str, moment: PartialDate | None) -> str:
    return f"{text} (stand: {moment.in_words})" if moment else text
