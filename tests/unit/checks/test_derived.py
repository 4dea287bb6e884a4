"""Wherever a list tells a moment that we worked out, it says so."""

import re
from collections.abc import Mapping

import pytest

from lrt_site.model.register import Record
from tests import builders as make
from tests.builders import a_register, on
from tests.tools.rendering import pages_of

ROW = re.compile(r"<(?:li|tr|h3|div><dt)\b.*?</(?:li|tr|h3|div)>", re.DOTALL)
LISTS = {
    "/": ("Vergadering van", "Iets fictiefs"),
    "/vergaderingen/": (" juni 2020",),
    "/vergaderingen/2020/": (" juni 2020",),
    "/uitingen/": ("Een verzonnen oproep", "Een verzonnen brief"),
    "/geschiedenis/": ("Iets fictiefs",),
    "/parlement/": ("Een fictieve motie",),
    "/provincies/prt-fictief/": ("Vergadering van", "Een verzonnen brief"),
    "/verslaglegging/dekking/": ("Vergadering van",),
}
"""The pages with lists of what happened, and words of what each lists."""


def written(*, derived: bool) -> Mapping[str, str]:
    how = {"derived": derived, "note": "Het jaar volgt uit de tekst."}
    records: tuple[Record, ...] = (
        make.a_provincial_table(id="prt-fictief"),
        make.a_meeting(id="m-een", table="fictieve-tafel", date=on("2020-06-15"), **how),
        make.a_meeting(id="pm-een", table="prt-fictief", date=on("2020-06-16"), **how),
        make.an_output(id="o-een", **how),
        make.an_output(id="po-een", table="prt-fictief", content="Een verzonnen brief", **how),
        make.an_event(**how),
        make.a_parliamentary_item(**how),
    )
    register = a_register(*records)
    return pages_of(register)


def rows_of(page: str) -> list[str]:
    return ROW.findall(page[page.index("<main") : page.index("</main>")])


@pytest.fixture(scope="module")
def marked() -> Mapping[str, str]:
    return written(derived=True)


@pytest.fixture(scope="module")
def sure() -> Mapping[str, str]:
    return written(derived=False)


@pytest.mark.parametrize(("address", "told"), [(page, each) for page, told in LISTS.items() for each in told])
def test_a_list_marks_every_moment_that_was_worked_out(
    address: str, told: str, marked: Mapping[str, str], sure: Mapping[str, str]
) -> None:
    rows = [row for row in rows_of(marked[address]) if told in row]
    assert rows
    assert [row for row in rows if "afgeleid" not in row] == []
    assert not any("afgeleid" in row for row in rows_of(sure[address]))
