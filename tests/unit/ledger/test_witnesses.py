"""A version in the first format from which words were withdrawn is held against what other versions prove."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
import rfc8785

from lrt_site import custody, verifying
from lrt_site.ledger import stored
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.withdrawing import withdrawn
from tests.builders import TOKEN, a_ledger, a_meeting, a_person, a_register, carried_out, history_in, on
from tests.tools.first_format import in_first_format
from tests.unit.ledger.making import NAME

ROOT = PurePosixPath("publications")
MEETING = "m-2020-06-15"


def taken_from_first_format() -> dict[str, bytes]:
    """Three versions of a meeting in the first format; words were withdrawn from the first two, and one more came."""
    first = a_meeting(body=f"Hier sprak {NAME}.", label="ochtend")
    files = in_first_format(
        a_ledger(
            a_register(a_person(), first),
            a_register(a_person(), replace(first, date=on("2020-06-16"))),
            a_register(a_person(), replace(first, body="Niemand sprak.", date=on("2020-06-16"))),
        )
    )
    made, added = withdrawn(
        files, history_in(files), MEETING, [NAME], ground="AVG", decision="besluit", on=on("2026-05-01"), token=TOKEN
    )
    return carried_out(files, made, added)


def forged(files: dict[str, bytes], path: str, **fields: str | None) -> dict[str, bytes]:
    """The ledger with other fields in what a withdrawal left, or without, and a withdrawal that says so."""
    other = {**stored.fields_in(files[path]), **fields}
    data = rfc8785.dumps({key: value for key, value in other.items() if value is not None})
    entry = f"{path.partition('/files/')[0]}/{stored.WITHDRAWAL}"
    made = files[entry].replace(hash_of(files[path]).encode(), hash_of(data).encode())
    return {**files, path: data, entry: made}


def place(number: int) -> str:
    name = ("2026-01-05", "2026-02-04")[number - 1]
    return f"withdrawals/2026-05-01-1-{TOKEN}/files/{name}/records/{MEETING}.json"


@pytest.mark.parametrize(
    ("number", "field", "value"),
    [(1, "table_name", "Een andere tafel"), (2, "date", "2020-06-17"), (1, "source", "s-x"), (1, "label", None)],
)
def test_what_another_version_proves_cannot_be_forged(number: int, field: str, value: str | None) -> None:
    files = taken_from_first_format()
    assert custody.read(files, ROOT)[1] == ()
    (problem,) = custody.read(forged(files, place(number), **{field: value}), ROOT)[1]
    assert (problem.code, problem.file) == ("ledger-withdrawn-more", ROOT / place(number))


def test_what_no_version_proves_is_said() -> None:
    files = taken_from_first_format()
    history, problems = custody.read(forged(files, place(1), date="2020-06-01"), ROOT)
    assert problems == ()
    said = verifying.counted(history)
    assert f"van versie 1 van '{MEETING}': datum, wat er nog staat in: tekst." in said
    assert f"van versie 2 van '{MEETING}': wat er nog staat in: tekst." in said


def test_a_ledger_goes_on_from_the_first_format_to_the_second() -> None:
    files = taken_from_first_format()
    files = a_ledger(a_register(a_person(name="Een ander"), a_meeting(body="Niemand sprak.")), before=files)
    history, problems = custody.read(files, ROOT)
    assert problems == ()
    assert [publication.proves_fields for publication in history.publications] == [False, False, False, True]
    assert history.last.withdrawals == (f"2026-05-01-1-{TOKEN}",)
