"""What is late on the day of the site: the longest ago first, and never more than sources say."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.late import LatePage, late_on, surely_late_on
from tests.builders import a_commitment, a_deadline, a_status, on
from tests.unit.pages.commitments.making import AS_OF, SETTLED, made

OPEN = (a_status(decided_on=on("2020-06-02"), as_shown_at=None),)
LONG = a_commitment(status_events=OPEN, deadlines=(a_deadline(deadline=on("2020-12-01")),))
SHORT = a_commitment(id="T99002", status_events=OPEN, deadlines=(a_deadline(deadline=on("2021-12-01")),))
UNSURE = a_commitment(
    id="T99003",
    status_events=OPEN,
    deadlines=(a_deadline(set_on=on("2020-06-02")), a_deadline(deadline=on("2023-01-01"))),
)
TO_COME = a_commitment(id="T99004", status_events=OPEN, deadlines=(a_deadline(deadline=on("2023-01-01")),))
DONE = a_commitment(id="T99005", status_events=(*OPEN, SETTLED), deadlines=(a_deadline(),))


def page_of(*promises: Commitment) -> LatePage:
    page = made(*promises)["/toezeggingen/te-laat/"]
    assert isinstance(page, LatePage)
    return page


def test_only_what_is_late_or_may_be_is_listed_the_longest_ago_first() -> None:
    promises = (UNSURE, DONE, SHORT, TO_COME, LONG)
    assert late_on(promises, AS_OF) == (LONG, SHORT, UNSURE)
    assert surely_late_on(promises, AS_OF) == 2
    page = page_of(*promises)
    assert [row.link.title for row in page.rows] == ["T99001", "T99002", "T99003"]
    assert page.frame.description == "De termijn van toezegging T99001 is het langst verstreken: 1 december 2020."


def test_where_nothing_is_surely_late_the_page_says_so() -> None:
    assert page_of(UNSURE).frame.description.startswith("Van toezegging T99003 is de termijn misschien verstreken")
    assert page_of(TO_COME).frame.description == (
        "Van geen toezegging is de termijn verstreken zonder dat zij is afgehandeld, voor zover bekend."
    )
