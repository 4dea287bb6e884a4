"""Records and registers for tests. A test gives only what it is about; the rest is made up, and visibly so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from lrt_site import ledger
from lrt_site.export import published
from lrt_site.ledger.draft import DraftChange
from lrt_site.ledger.pending import content_hash
from lrt_site.ledger.withdrawing import superseded
from lrt_site.model.commitments import Commitment, CommitmentRegister, DeadlineEvent, Element, Evidence, StatusEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Party, Statement
from lrt_site.model.figures import Observation, Series
from lrt_site.model.glossary import Term
from lrt_site.model.information_requests import InformationRequest, Requester
from lrt_site.model.meetings import AgendaItem, Attendance, Meeting, Output, Report
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Composition, Holder, Membership, Organisation, Person, Role, Seat
from lrt_site.model.provinces import Chair, ProvincialTable
from lrt_site.model.publications import History, Withdrawal
from lrt_site.model.register import KINDS, Record, Register
from lrt_site.model.sources import CitationPattern, Claim, Contradiction, Event, Mention, Page, ReportForm, Source
from lrt_site.model.table import Frequency, Site, Table, TableName, Topic

SOURCE = "s-fictief"
"""The source of every made-up fact. `a_register` brings it."""


def on(text: str) -> PartialDate:
    """A year, month or day."""
    return PartialDate(text)


def a_site(**changes: Any) -> Site:
    made = Site(
        id="site",
        title="Fictieve tafel",
        tagline="Alles hier is fictief",
        address="https://fictief.example/",
        fictitious=True,
        sources_checked_on=on("2026-01-15"),
    )
    return replace(made, **changes)


def a_table(**changes: Any) -> Table:
    made = Table(
        id="fictieve-tafel",
        name="Fictieve Tafel",
        abbreviation="FT",
        founded=a_statement(id="opgericht", text="De fictieve tafel begon in 2015."),
        names=(a_table_name(),),
        purposes=(a_statement(id="doel", text="De fictieve tafel overlegt."),),
        frequencies=(a_frequency(),),
        topics=(a_topic(),),
    )
    return replace(made, **changes)


def a_table_name(**changes: Any) -> TableName:
    return replace(TableName(id="naam-fictief", name="Fictieve Tafel", source=SOURCE), **changes)


def a_frequency(**changes: Any) -> Frequency:
    return replace(Frequency(id="ritme-fictief", rule="twee keer per jaar", source=SOURCE), **changes)


def a_topic(**changes: Any) -> Topic:
    return replace(Topic(id="ond-fictief", name="fictie", text="Wat verzonnen is.", source=SOURCE), **changes)


def a_statement(**changes: Any) -> Statement:
    return replace(Statement(text="Dit is een fictieve uitspraak.", source=SOURCE), **changes)


def a_source(**changes: Any) -> Source:
    made = Source(id=SOURCE, title="Fictief stuk", publisher="Fictieve Uitgever", kind="overig")
    return replace(made, **changes)


def an_organisation(**changes: Any) -> Organisation:
    made = Organisation(
        id="org-fictief", name="Fictieve Organisatie", short="FO", classification="overig", source=SOURCE
    )
    return replace(made, **changes)


def a_person(**changes: Any) -> Person:
    return replace(Person(id="p-fictief", name="F. Fictief", roles=(a_role(),)), **changes)


def a_role(**changes: Any) -> Role:
    return replace(Role(role="fictief bestuurder", source=SOURCE), **changes)


def a_seat(**changes: Any) -> Seat:
    return replace(Seat(id="stoel-fictief", name="Fictieve stoel", capacity="vast", source=SOURCE), **changes)


def a_composition(**changes: Any) -> Composition:
    made = Composition(
        id="sam-fictief",
        description="Vaste deelnemers, fictief",
        as_shown_at=on("2020-06-15"),
        holders=(a_holder(),),
        source=SOURCE,
    )
    return replace(made, **changes)


def a_holder(**changes: Any) -> Holder:
    return replace(Holder(seat="stoel-fictief", person="p-fictief"), **changes)


def a_membership(**changes: Any) -> Membership:
    made = Membership(
        id="lid-fictief", seat="stoel-fictief", person="p-fictief", start_date=on("2020-02-03"), source=SOURCE
    )
    return replace(made, **changes)


def a_meeting(**changes: Any) -> Meeting:
    made = Meeting(
        id="m-2020-06-15",
        table="fictieve-tafel",
        table_name="Fictieve Tafel",
        date=on("2020-06-15"),
        source=SOURCE,
    )
    return replace(made, **changes)


def an_attendance(**changes: Any) -> Attendance:
    return replace(Attendance(person="p-fictief"), **changes)


def an_agenda_item(**changes: Any) -> AgendaItem:
    return replace(AgendaItem(title="Fictief agendapunt"), **changes)


def a_report(**changes: Any) -> Report:
    made = Report(title="Fictief verslag", publisher="Fictieve Uitgever", form="hoofdlijnen", source=SOURCE)
    return replace(made, **changes)


def an_output(**changes: Any) -> Output:
    made = Output(
        id="o-2020-07-01",
        table="fictieve-tafel",
        form="fictieve brief",
        content="Een verzonnen oproep.",
        date=on("2020-07-01"),
        source=SOURCE,
    )
    return replace(made, **changes)


def a_commitment(**changes: Any) -> Commitment:
    made = Commitment(
        id="T99001",
        chamber="Fictieve Kamer",
        title="Fictieve toezegging",
        register_text="De fictieve minister zegt toe verslag te doen.",
        date=on("2020-06-02"),
        made_by_role="fictief minister",
        activity="plenair debat",
        debate="Fictief debat",
        category="brief",
        scope_in_register="de fictieve tafel",
        passages=(),
        status_events=(a_status(),),
        source=SOURCE,
    )
    return replace(made, **changes)


def a_status(**changes: Any) -> StatusEvent:
    return replace(StatusEvent(status="openstaand", as_shown_at=on("2020-07-01"), source=SOURCE), **changes)


def a_deadline(**changes: Any) -> DeadlineEvent:
    return replace(DeadlineEvent(deadline=on("2020-12-20"), source=SOURCE), **changes)


def an_element(**changes: Any) -> Element:
    return replace(Element(id="el-fictief", text="Een fictief onderdeel.", aspect="vorm"), **changes)


def an_evidence(**changes: Any) -> Evidence:
    made = Evidence(
        id="bew-fictief",
        form="brief",
        document="fictieve brief",
        date=on("2021-03-04"),
        content="Een verzonnen overzicht.",
        scope="de fictieve tafel",
        source=SOURCE,
    )
    return replace(made, **changes)


def a_commitment_register(**changes: Any) -> CommitmentRegister:
    return replace(CommitmentRegister(id="reg-fictief", chamber="Fictieve Kamer", source=SOURCE), **changes)


def a_provincial_table(**changes: Any) -> ProvincialTable:
    made = ProvincialTable(id="prt-fictief", province="Fictief-Holland", chair_role="fictieve commissaris")
    return replace(made, **changes)


def a_chair(**changes: Any) -> Chair:
    return replace(Chair(name="F. Fictief", source=SOURCE), **changes)


def a_series(**changes: Any) -> Series:
    made = Series(
        id="fictieve-reeks",
        name="Fictieve reeks",
        theme="fictie",
        kind="stand",
        counts="Verzonnen plekken.",
        observations=(an_observation(),),
    )
    return replace(made, **changes)


def an_observation(**changes: Any) -> Observation:
    made = Observation(id="w-fictief", date=on("2021-05-17"), value=1200, unit="plekken", source=SOURCE)
    return replace(made, **changes)


def an_event(**changes: Any) -> Event:
    return replace(Event(id="geb-fictief", event="Iets fictiefs.", date=on("2019-05"), source=SOURCE), **changes)


def a_contradiction(**changes: Any) -> Contradiction:
    made = Contradiction(
        id="teg-fictief", statement="Twee fictieve stukken verschillen.", sources=(SOURCE,), about=("opgericht",)
    )
    return replace(made, **changes)


def a_claim(**changes: Any) -> Claim:
    return replace(Claim(text="Het zijn er twaalf, fictief.", source=SOURCE), **changes)


def a_mention(**changes: Any) -> Mention:
    return replace(Mention(id="ver-fictief", text="Een fictieve vermelding.", source=SOURCE), **changes)


def a_term(**changes: Any) -> Term:
    return replace(Term(id="b-fictief", term="dijktafel", explanation="Een verzonnen tafel.", source=SOURCE), **changes)


def a_parliamentary_item(**changes: Any) -> ParliamentaryItem:
    made = ParliamentaryItem(
        id="k-fictief",
        chamber="Tweede Kamer",
        form="motie",
        text="Een fictieve motie.",
        date=on("2021-03-02"),
        source=SOURCE,
    )
    return replace(made, **changes)


def an_information_request(**changes: Any) -> InformationRequest:
    made = InformationRequest(
        id="iv-fictief",
        requester=Requester(kind="een journalist"),
        asked="Een fictieve vraag om alle brieven over de tafel.",
        asked_of=Party(description="het fictieve ministerie"),
        asked_on=on("2021-03-02"),
        decision="niet vermeld",
        source=SOURCE,
    )
    return replace(made, **changes)


def a_report_form(**changes: Any) -> ReportForm:
    return replace(ReportForm(id="vorm-fictief", form="fictief verslag", source=SOURCE), **changes)


def a_citation_pattern(**changes: Any) -> CitationPattern:
    return replace(CitationPattern(id="vin-fictief", what="Een fictief stuk", source=SOURCE), **changes)


def a_page(**changes: Any) -> Page:
    made = Page(id="fictieve-pagina", title="Fictieve pagina", summary="Dit is verzonnen.", body="Verzonnen tekst.")
    return replace(made, **changes)


def a_register(*records: Record) -> Register:
    """These records, with a site, a table and the source of made-up facts where they bring none of their own."""
    kinds = {type(record) for record in records}
    added = [made for made in (a_site(), a_table()) if type(made) not in kinds]
    return Register.of((*records, *added, a_source()))


TOKEN = "f1c71e"
"""What makes the name of a withdrawal differ from that of another of the same day."""


def a_history(*states: Register) -> History:
    """The history of a site that was each of these registers in turn."""
    return history_in(a_ledger(*states))


def a_ledger(
    *states: Register,
    before: Mapping[str, bytes] = MappingProxyType({}),
    renamed: Mapping[str, str] = MappingProxyType({}),
    addresses: Callable[[Register], Iterable[str]] = lambda _: (),
    renewed: Callable[[History], Iterable[str]] | None = None,
) -> dict[str, bytes]:
    """The files of a ledger with a publication for each of these registers, thirty days apart, after those before.

    `addresses` tells which pages a register has; without it there are none to keep alive. `renewed` tells which pages
    the last publication of a history made say other words; without it no editions are recorded.
    """
    files = dict(before)
    for register in states:
        history = history_in(files)
        waiting = ledger.pending(history, register, {**ledger.likely_renames(history, register), **renamed})
        salts = count(1000 * len(history.publications))
        publication, made = ledger.sealed(
            history,
            a_draft(len(history.publications), *waiting),
            waiting,
            addresses=addresses(register),
            withdrawals=ledger.unanchored(history, files),
            salt=partial(_salt, salts),
            editions=renewed,
        )
        files |= {f"{publication.name}/{path}": data for path, data in made.items()}
    return files


def _salt(salts: Iterator[int]) -> str:
    return f"{next(salts):032x}"


def placed(made: Withdrawal, added: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a withdrawal by their path in the ledger."""
    return {f"withdrawals/{made.name}/{path}": data for path, data in added.items()}


def carried_out(files: Mapping[str, bytes], made: Withdrawal, added: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledger with a withdrawal carried out: its files are there, and what they replace is gone."""
    after = {**files, **placed(made, added)}
    gone = superseded(after)
    return {path: data for path, data in after.items() if path not in gone}


def a_draft(earlier: int, *waiting: ledger.Pending) -> ledger.Draft:
    """A complete draft of what waits, after so many publications."""
    changes = (
        DraftChange(id=item.id, change=item.change, renamed_from=item.renamed_from, note=f"Waarom {item.id} anders is.")
        for item in waiting
    )
    return ledger.Draft(
        date=PartialDate.of(date(2026, 1, 5) + timedelta(days=30 * earlier)),
        title=f"Fictieve publicatie {earlier + 1}",
        note="Dit is verzonnen.",
        content=content_hash(waiting),
        changes=tuple(changes),
    )


def history_in(files: Mapping[str, bytes]) -> History:
    """The history that a sound ledger records."""
    history, problems = ledger.read(files, PurePosixPath("publications"))
    assert problems == ()
    return history


def data_of(history: History, ledger: Mapping[str, bytes], site: str) -> Mapping[str, str | bytes]:
    """All data about publications that a site has, by path."""
    return {path: data for part in published.files(history, ledger, site) for path, data in part.items()}


EVERYTHING: tuple[Record, ...] = tuple(
    build()
    for name, build in list(globals().items())
    if name.startswith(("a_", "an_")) and build.__annotations__.get("return") in KINDS.values()
)
"""A record of every kind."""
