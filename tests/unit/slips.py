"""What the gate tells of a made-up text, in a form that a test can compare."""

from lrt_site import checking
from lrt_site.problems import Fault
from tests.builders import a_meeting, a_page, a_register

SENTENCE = "De tafel sprak over de dijk."


def faults(body: str) -> tuple[Fault, ...]:
    """What is wrong in a page with this text, beside a meeting m-2020-06-15."""
    page = a_page(body=body)
    return checking.faults_in_text(page, a_register(page, a_meeting(id="m-2020-06-15")))


def told(body: str) -> list[tuple[str, tuple[str | int, ...], str]]:
    """The code of every fault, its line and column as an editor counts them, and what it says."""
    return [(fault.code, tuple(int(step) + 1 for step in fault.at[1:]), fault.message) for fault in faults(body)]
