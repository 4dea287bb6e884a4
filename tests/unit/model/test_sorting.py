"""Lists of persons go by surname as Dutch lists do: without tussenvoegsel and accents."""

from pathlib import Path, PurePosixPath

import pytest

from lrt_site import files
from lrt_site.findings.certainty import composition_on, histories
from lrt_site.model.people import Person
from lrt_site.model.sorting import folded, sort_key
from lrt_site.pages.composition import composition, on_day, participants
from lrt_site.pages.composition.composition import CompositionPage
from lrt_site.pages.composition.participants import ParticipantsPage
from lrt_site.pages.shared.common import PageMaker
from lrt_site.schema import read_content
from tests.builders import a_composition, a_holder, a_membership, a_person, a_register, a_seat, on

ROOT = Path(__file__).parents[3]


def in_order(*names: str) -> list[str]:
    return [person.name for person in sorted((a_person(id=f"p-{name}", name=name) for name in names), key=sort_key)]


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Zeger van den Berg", "Berg"),
        ("Zeger Van Den Berg", "Berg"),
        ("Piet van 't Hof", "Hof"),
        ("Piet van ’t Hof", "Hof"),
        ("Jan in 't Veld", "Veld"),
        ("Jan op de Beek", "Beek"),
        ("Klaas te Velde", "Velde"),
        ("Ard ten Have", "Have"),
        ("Klaas ter Horst", "Horst"),
        ("Jan 't Hart", "Hart"),
        ("Marie d'Ancona", "Ancona"),
        ("Louis 's-Gravesande", "Gravesande"),
        ("Otto von zu Verzonnen", "Verzonnen"),
        ("Ismail el Abassi", "Abassi"),
        ("Zihni El Yassini", "El Yassini"),
        ("Ankie Broekers-Knol", "Broekers-Knol"),
        ("Maria Jansen-van den Berg", "Jansen-van den Berg"),
        ("Maria Jansen - de Boer", "Jansen-de Boer"),
        ("Maria de Boer Van Dam", "Boer Van Dam"),
        ("Rutger Groot Wassink", "Groot Wassink"),
        ("J.P. Roscam Abbing", "Roscam Abbing"),
        ("A. W. J. A. van Hattem", "Hattem"),
        ("Anne Marie Jansen", "Jansen"),
        ("Jan Peter van Dam", "Dam"),
        ("Özlem Öngefantaseerd", "Ongefantaseerd"),
        ("Łukasz Ørsted", "Orsted"),
        ("Jan IJzerman", "ijzerman"),
        ("Prof. dr. Jan de Vries", "Vries"),
        ("Jan Jansen jr.", "Jansen"),
        ("Jan Jansen, MSc", "Jansen"),
        ("Berg, Zeger van den", "Berg"),
        ("Van Hattem", "Hattem"),
        ("Plato", "Plato"),
    ],
)
def test_a_name_is_placed_by_its_surname(name: str, surname: str) -> None:
    assert sort_key(a_person(name=name))[0] == folded(surname)


def test_one_surname_goes_by_given_name_then_tussenvoegsel_then_what_stands_behind() -> None:
    names = ("Jan Berg", "Jan van den Berg", "Jan van den Berg jr.", "Karel Berg", "Jan Bergen")
    assert in_order(*reversed(names)) == list(names)


def test_initials_come_before_the_given_names_that_they_may_stand_for() -> None:
    assert in_order("Jan Berg", "J. Berg", "J.P. Berg") == ["J. Berg", "J.P. Berg", "Jan Berg"]


def test_a_sort_name_wins_from_the_rule() -> None:
    person = a_person(name="Marie Zee Appel", sort_name="Appel, Marie Zee")
    assert sort_key(person)[:2] == ("appel", "marie zee")


def test_the_order_of_what_is_equal_is_sure() -> None:
    one, other = a_person(id="p-1", name="Jan Berg"), a_person(id="p-2", name="Jan Berg")
    assert sorted([other, one], key=sort_key) == [one, other]


SURNAMES = {
    "Groot Wassink", "Roscam Abbing", "Broekers-Knol", "Dijk", "Burg", "Jonge", "Gennip", "Reus", "Hattem", "Blok",
}  # fmt: skip


def test_the_rule_finds_the_surnames_of_all_persons_of_the_site() -> None:
    texts, _ = files.read_content(ROOT / "content")
    persons = [record for record in read_content(texts, PurePosixPath("content")).records if isinstance(record, Person)]
    placed = {sort_key(person)[0] for person in persons}
    assert {folded(name) for name in SURNAMES} <= placed
    assert all(folded(person.name).endswith(sort_key(person)[0]) for person in persons)


def test_lists_neighbours_and_holders_of_a_moment_go_by_surname() -> None:
    names = {"p-a": "Zeger van Appel", "p-b": "Ilse Öst", "p-c": "Anna Zee"}
    persons = [a_person(id=key, name=name) for key, name in reversed(names.items())]
    terms = [
        a_membership(id=f"lid-{key}", person=key, start_date=on("2020-01-02"), end_date=on("2021-01-02"))
        for key in reversed(names)
    ]
    register = a_register(*persons, *terms, a_seat(places=3))
    seats = histories(register)
    made = [page() if isinstance(page, PageMaker) else page for page in participants.pages(register, seats)]
    (overview,) = [view for view in made if isinstance(view, ParticipantsPage)]
    assert [row.link.title for row in overview.persons] == list(names.values())
    first = next(view for view in made if view.frame.title == "Zeger van Appel")
    assert (first.frame.previous, getattr(first.frame.next, "title", "")) == (None, "Ilse Öst")
    shown = a_composition(holders=tuple(a_holder(person=key) for key in reversed(names)))
    seen = a_register(*persons, shown, a_seat(places=3))
    pages = [page() for page in composition.pages(seen, histories(seen), on("2021").latest) if callable(page)]
    (page,) = [page for page in pages if isinstance(page, CompositionPage)]
    assert [held.text for held in page.seats[0].holders] == list(names.values())
    (answer,) = composition_on(seats, on("2020-06-15"))
    held = on_day.in_order(register, reversed(answer.occupancies))
    assert [occupancy.person for occupancy in held] == list(names)
