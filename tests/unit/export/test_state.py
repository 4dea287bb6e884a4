"""The state at a publication says of every record which version was valid, and where its data and its page stand."""

import json
from dataclasses import replace

from lrt_site.export.state import data_of, state_of, sums_of
from lrt_site.model.publications import Withdrawal
from tests.builders import a_history, a_meeting, a_person, a_register, on

HISTORY = a_history(a_register(a_meeting()), a_register(a_meeting(date=on("2020-06-16")), a_person()))
VERSIONS = HISTORY.versions("m-2020-06-15")
WITHDRAWAL = Withdrawal(
    name="2026-05-01", date=on("2026-05-01"), record="m-2020-06-15", ground="Recht", decision="Besluit", files=()
)


def test_a_state_names_its_publication_and_every_version_that_was_valid() -> None:
    first = HISTORY.publications[0]
    ((path, text),) = state_of(first, HISTORY.known(first)).items()
    state = json.loads(text)
    assert path == "data/v1/publicaties/2026-01-05/state.json"
    assert (state["number"], state["date"], state["hash"], state["root"]) == (1, "2026-01-05", first.hash, first.root)
    assert [row["id"] for row in state["records"]] == ["fictieve-tafel", "m-2020-06-15", "s-fictief", "site"]
    assert state["records"][1] == {
        "id": "m-2020-06-15",
        "type": "meeting",
        "version": 1,
        "hash": VERSIONS[0].change.hash,
        "class": "nieuw",
        "publication": "2026-01-05",
        "data": "/data/v1/publicaties/2026-01-05/records/m-2020-06-15.json",
        "page": "/vergaderingen/m-2020-06-15/versies/1/",
    }


def test_after_a_withdrawal_the_data_are_what_it_left() -> None:
    taken = replace(VERSIONS[0], withdrawal=WITHDRAWAL)
    left = "/data/v1/publicaties/withdrawals/2026-05-01/files/2026-01-05/records/m-2020-06-15.json"
    assert data_of(taken) == left
    first = HISTORY.publications[0]
    (text,) = state_of(first, {taken.record.id: taken}).values()
    (row,) = json.loads(text)["records"]
    assert (row["data"], row["withdrawal"]) == (left, "2026-05-01")


def test_sums_are_listed_by_id_as_sha256sum_reads_them() -> None:
    lines = sums_of(reversed([*HISTORY.known(HISTORY.last).values()])).splitlines()
    assert [line.rpartition("/")[2] for line in lines] == [
        "fictieve-tafel.json",
        "m-2020-06-15.json",
        "p-fictief.json",
        "s-fictief.json",
        "site.json",
    ]
    assert lines[1] == f"{VERSIONS[1].change.hash}  ../2026-02-04/records/m-2020-06-15.json"
