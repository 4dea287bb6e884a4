"""What held on a day, as rows: each day is in one row, and that row says what the site says of that day."""

from datetime import date, timedelta

from lrt_site.findings.certainty import commitment_on, days_late
from lrt_site.relations.derived import derived_tables
from tests.builders import (
    a_commitment,
    a_composition,
    a_deadline,
    a_holder,
    a_register,
    a_seat,
    a_status,
    an_organisation,
    on,
)

AS_OF = date(2022, 6, 1)
COMMITMENT = a_commitment(
    date=on("2020-06-02"),
    deadlines=(
        a_deadline(deadline=on("2021-04"), set_on=on("2020-06-02")),
        a_deadline(deadline=on("2022-01-01"), set_on=on("2021-06")),
    ),
    status_events=(
        a_status(status="openstaand", decided_on=on("2020-06-02"), as_shown_at=None),
        a_status(status="voldaan", decided_on=on("2022-03-15"), as_shown_at=None),
    ),
)


def test_every_day_of_a_commitment_is_in_one_row_that_says_what_the_site_says() -> None:
    rows = _rows("commitment_state", COMMITMENT)
    day = COMMITMENT.date.earliest
    while day <= AS_OF:
        (row,) = [row for row in rows if _holds(row, day)]
        stood = commitment_on(COMMITMENT, day)
        assert row["overdue"] == stood.passed
        assert row["settled"] == stood.settled
        assert row["status"] == (stood.status.sure.status if stood.status.sure else None)
        assert row["deadline"] == (str(stood.in_force) if stood.in_force else None)
        late = days_late(stood, day)
        assert row["overdue_after"] == (None if late is None else day - timedelta(late))
        day += timedelta(1)


def test_only_the_last_row_is_open() -> None:
    rows = _rows("commitment_state", COMMITMENT)
    assert [row["valid_until"] is None for row in rows] == [False] * (len(rows) - 1) + [True]


def test_nothing_is_told_of_after_the_day_up_to_which_it_is_known() -> None:
    assert all(str(row["valid_from"]) <= AS_OF.isoformat() for row in _rows("commitment_state", COMMITMENT))
    assert not _table_rows("commitment_state", date(2020, 6, 1), COMMITMENT)


def test_a_seat_has_a_row_for_who_held_it_and_how_sure_that_is() -> None:
    shown = a_composition(as_shown_at=on("2021-05-01"), holders=(a_holder(organisation="org-a"),))
    rows = _rows("seat_occupancy", a_seat(), an_organisation(id="org-a"), shown)
    (row,) = [row for row in rows if _holds(row, date(2021, 5, 1))]
    assert (row["organisation"], row["certainty"], row["because"]) == ("org-a", "vastgesteld", shown.id)
    assert not [row for row in rows if _holds(row, date(2021, 5, 2))]


def _holds(row: dict[str, object], day: date) -> bool:
    first, last = row["valid_from"], row["valid_until"]
    assert isinstance(first, date)
    return first <= day and (last is None or (isinstance(last, date) and day <= last))


def _rows(name: str, *records: object) -> list[dict[str, object]]:
    return _table_rows(name, AS_OF, *records)


def _table_rows(name: str, as_of: date, *records: object) -> list[dict[str, object]]:
    tables = derived_tables(a_register(*records), as_of)  # type: ignore[arg-type]
    (table,) = [table for table in tables if table.name == name]
    return [dict(zip([heading.name for heading in table.headings], row, strict=True)) for row in table.rows]
