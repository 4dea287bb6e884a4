"""What fits at a place: the fields of what stands there, the words of a choice, and ids of the right kind."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import files, schema
from lrt_site.editing import begun, defined, explained, explained_field, ids, offers, word_at
from lrt_site.model.register import Register

CONTENT = Path(__file__).parents[2] / "examples/fictief"
MEETING = "meetings/m-2025-12-04.md"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return files.read_content(CONTENT)[0]


@pytest.fixture(scope="module")
def register(texts: dict[str, str]) -> Register:
    return Register.of(schema.read_content(texts, PurePosixPath()).records)


def offered(path: str, typed: str, register: Register, below: Sequence[str] = ()) -> list[str]:
    """What is offered at the end of what is typed in a file."""
    lines = typed.split("\n")
    return [offer.text for offer in offers(path, [*lines, *below], len(lines) - 1, len(lines[-1]), register)]


PLACES = {
    "a person who was there": (MEETING, "---\nattendance:\n  - person: ", "p-bedacht", "org-mek"),
    "an organisation": (MEETING, "---\nattendance:\n  - seat: x\n    organisation: ", "org-mek", "p-bedacht"),
    "a source in a list": (MEETING, "---\nalso_source:\n  - s-", "s-verslag-2025-12", "p-bedacht"),
    "a source between brackets": (MEETING, "---\nalso_source: [s-een, s-", "s-verslag-2025-12", "p-bedacht"),
    "a table": (MEETING, "---\ntable: ", "ovw", "p-bedacht"),
    "a choice": (MEETING, "---\nstate: ", "gehouden", "ovw"),
    "a field of a meeting": (MEETING, "---\n", "agenda: ", "chamber: "),
    "a field of an agenda item": (MEETING, "---\nagenda:\n  - title: x\n    ", "discussed: ", "title: "),
    "a field of an agreement": (MEETING, "---\nagenda:\n  - title: x\n    agreements:\n      - ", "who: ", "title: "),
    "a field of a person": ("participants.yml", "persons:\n  - id: x\n    ", "name: ", "id: "),
    "a seat": ("participants.yml", "memberships:\n  - id: x\n    seat: ", "stoel-mvw", "p-bedacht"),
    "a source of a value": ("figures/reizigers.csv", "id,value,source\nf-x,12,s-", "s-verslag-2025-12", "p-bedacht"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "typed", "fits", "does_not"), PLACES.values(), ids=PLACES)
def test_what_fits_is_offered_and_nothing_else(
    path: str, typed: str, fits: str, does_not: str, register: Register
) -> None:
    found = offered(path, typed, register)
    assert fits in found
    assert does_not not in found


def test_where_an_editor_writes_freely_nothing_is_offered(register: Register) -> None:
    assert offered(MEETING, "---\nid: x\n---\n", register) == []
    assert offered(MEETING, "---\nagenda:\n  - discussed:\n      - De ", register) == []
    assert offered(MEETING, "---\nnote: ", register) == []
    assert offered("figures/reizigers.csv", "", register) == []
    assert offered("participants.yml", "iets:\n  - ", register) == []


def test_fields_below_count_as_there_up_to_the_next_item(register: Register) -> None:
    found = offered(MEETING, "---\nagenda:\n  - ", register, ["    discussed: [x]", "  - topic: ond-reizigers", "---"])
    assert "discussed: " not in found
    assert "topic: " in found


def test_an_id_is_explained_and_found_where_it_is_defined(texts: dict[str, str], register: Register) -> None:
    line = "  - person: p-bedacht"
    assert [word_at(line, column)[0] for column in (12, 16, 21, 10)] == [
        "p-bedacht",
        "p-bedacht",
        "p-bedacht",
        "person",
    ]
    assert explained("p-bedacht", register) == "een persoon: Bram Bedacht"
    assert explained("discussed", register) == ""
    assert explained("veerboot", register) == ""
    for word in ("p-bedacht", "ond-reizigers", "f-reizigers-2025h1", "T90001", "m-2025-12-04"):
        found = defined(word, texts, register)
        assert found, word
        path, number, column = found
        assert texts[path].split("\n")[number][column:].startswith(word)
    assert defined("p-nergens", texts, register) is None


def test_a_field_is_explained_where_its_name_stands_and_in_running_text_it_is_not() -> None:
    lines = ["---", "date: 2025-12-04", "agenda:", "  - title: x", "    discussed: [date]", "---", "date: x"]
    asked = ((MEETING, 1, 0), (MEETING, 4, 4), (MEETING, 3, 4))
    told = [explained_field(path, lines, line, column) for path, line, column in asked]
    assert [text.partition(".")[0] for text in told] == ["Datum", "Besproken", "Titel"]
    assert explained_field(MEETING, lines, 4, 16) == explained_field(MEETING, lines, 6, 0) == ""
    assert explained_field("los.md", lines, 1, 0) == explained_field(MEETING, lines, 9, 0) == ""


def test_what_is_begun_gives_way_to_what_is_offered() -> None:
    lines = ("  - person: p-b", "source: ", "also_source: [s-een, s-tw", "  - s-", "dat", "f-x,12,s-v", "state: 'geh")
    assert [begun(line) for line in lines] == ["p-b", "", "s-tw", "s-", "dat", "s-v", "geh"]


def test_ids_are_told_by_what_they_are_of(register: Register) -> None:
    known = ids(register)
    assert known["person"]["p-bedacht"] == "Bram Bedacht"
    assert "p-bedacht" not in known["seat"]
    assert known["id"].items() >= known["person"].items()
