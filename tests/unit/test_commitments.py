"""The overview of commitments, and the registers they stand in."""

from datetime import date

from lrt_site.views import commitment_registers, commitments
from lrt_site.views.commitments import CommitmentsPage
from tests.builders import a_commitment, a_commitment_register, a_register, a_status, on

AS_OF = date(2026, 1, 15)


def test_a_promise_that_is_settled_stays_in_the_overview() -> None:
    register = a_register(
        a_commitment(status_events=(a_status(status="voldaan", decided_on=on("2021-05-04")),)),
        a_commitment(id="T99002", status_events=(a_status(status="afgevoerd"),), date=on("2021-01-01")),
    )
    overview = next(iter(commitments.pages(register, AS_OF)))
    assert isinstance(overview, CommitmentsPage)
    assert [(row.link.title, row.status, row.status_when.text) for row in overview.rows] == [
        ("T99002", "afgevoerd", "zo getoond op 1 juli 2020"),
        ("T99001", "voldaan", "besloten op 4 mei 2021"),
    ]
    assert [(one.link.title, one.count) for one in overview.statuses] == [
        ("openstaand", 0),
        ("deels voldaan", 0),
        ("voldaan", 1),
        ("doorlopend", 0),
        ("afgevoerd", 1),
    ]


def test_a_register_lists_the_commitments_that_stand_in_it() -> None:
    register = a_register(a_commitment_register(), a_commitment(), a_commitment(id="T99002", chamber="Andere Kamer"))
    (page,) = commitment_registers.pages(register)
    assert [link.title for link in page.registers[0].commitments] == ["T99001"]
