"""What the site works out from the records, for every stretch of days in which the answer stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lrt_site.findings import certainty
from lrt_site.findings.certainty import CommitmentOnDay
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.relations.rows import Row
from lrt_site.relations.tables import ColumnHeading, DataTable, tables_of, texts

DERIVED = ("commitment_state", "seat_occupancy")
"""The names of these tables."""
_HOW_SURE = ("ja", "misschien", "nee")


def all_tables(register: Register) -> Mapping[str, DataTable]:
    """Every table by name, with what is told up to the day on which the sources were last checked."""
    tables = (*tables_of(register), *derived_tables(register, register.site.sources_checked_on.latest))
    return {table.name: table for table in tables}


def derived_tables(register: Register, as_of: date) -> tuple[DataTable, ...]:
    """How every commitment stood, and who held every seat, on every day up to one."""
    return (
        DataTable(
            name=DERIVED[0],
            about="hoe een toezegging er op een dag voor stond",
            key=("commitment", "valid_from"),
            headings=_STATE_HEADINGS,
            rows=[row for record in register.all(Commitment).values() for row in _states(record, as_of)],
        ),
        DataTable(
            name=DERIVED[1],
            about="wie er op een dag op een stoel zat, en hoe zeker dat is",
            key=("seat", "valid_from", "position"),
            headings=_OCCUPANCY_HEADINGS,
            rows=[*_occupancies(register, as_of)],
        ),
    )


def _states(commitment: Commitment, as_of: date) -> Iterator[Row]:
    for first, last in _stretches(certainty.turning_days_of(commitment), as_of):
        stood = certainty.commitment_on(commitment, first)
        yield (commitment.id, first, last, *_state(stood, first))


def _state(stood: CommitmentOnDay, on: date) -> Row:
    status, term = stood.status, stood.in_force
    late = certainty.days_late(stood, on)
    return (
        status.sure.status if status.sure else None,
        "; ".join(dict.fromkeys(event.status for event in status.perhaps)) or None,
        stood.settled,
        str(term) if term else None,
        term.earliest if term else None,
        term.latest if term else None,
        stood.passed,
        None if late is None else on - timedelta(late),
        stood.responsible.sure,
        "; ".join(stood.responsible.perhaps) or None,
    )


def _occupancies(register: Register, as_of: date) -> Iterator[Row]:
    seats = certainty.histories(register)
    for seat, history in seats.items():
        for first, last in _stretches(certainty.turning_days({seat: history}, as_of), as_of):
            (stood,) = certainty.composition_on({seat: history}, PartialDate.of(first))
            for position, held in enumerate(stood.occupancies, start=1):
                yield (
                    *(seat, first, last, position, held.person, held.organisation, held.role),
                    *(held.certainty, held.acting, " ".join(held.because)),
                )


def _stretches(turning: Sequence[date], as_of: date) -> Iterator[tuple[date, date | None]]:
    """The first and the last day of every stretch; the last is open."""
    days = [day for day in turning if day <= as_of]
    for first, after in pairwise([*days, None]):
        if first is not None:
            yield first, after and after - certainty.DAY


_VALID = (
    ColumnHeading(name="valid_from", type="date", about="eerste dag waarop dit geldt", required=True),
    ColumnHeading(name="valid_until", type="date", about="laatste dag waarop dit geldt; leeg als dat nog zo is"),
)
_STATE_HEADINGS = (
    ColumnHeading(name="commitment", type="text", about="toezegging", required=True, refers_to=("commitment", "id")),
    *_VALID,
    *texts(
        ("status", "status die zeker gold"),
        ("status_perhaps", "statussen die misschien golden"),
        required=False,
    ),
    ColumnHeading(name="settled", type="text", about="of zij was afgehandeld", required=True, choices=_HOW_SURE),
    *texts(("deadline", "termijn die gold"), required=False),
    ColumnHeading(name="deadline_earliest", type="date", about="termijn, op zijn vroegst"),
    ColumnHeading(name="deadline_latest", type="date", about="termijn, op zijn laatst"),
    ColumnHeading(name="overdue", type="text", about="of de termijn was verstreken", required=True, choices=_HOW_SURE),
    ColumnHeading(name="overdue_after", type="date", about="dag waarna de termijn zeker was verstreken"),
    *texts(
        ("responsible", "ambt dat zeker verantwoordelijk was"),
        ("responsible_perhaps", "ambten die misschien verantwoordelijk waren"),
        required=False,
    ),
)
_OCCUPANCY_HEADINGS = (
    ColumnHeading(name="seat", type="text", about="stoel", required=True, refers_to=("seat", "id")),
    *_VALID,
    ColumnHeading(name="position", type="integer", about="plaats; de zekerste staat vooraan", required=True),
    ColumnHeading(name="person", type="text", about="persoon", refers_to=("person", "id")),
    ColumnHeading(name="organisation", type="text", about="organisatie", refers_to=("organisation", "id")),
    *texts(("role", "ambt"), required=False),
    ColumnHeading(
        name="certainty", type="text", about="hoe zeker dit is", required=True, choices=certainty.CERTAINTIES
    ),
    ColumnHeading(name="acting", type="boolean", about="waarnemend", required=True),
    *texts(("because", "records waarop dit rust")),
)
