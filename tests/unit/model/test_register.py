"""A register knows what rests on each of its sources."""

from tests.builders import (
    SOURCE,
    a_contradiction,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_series,
    a_source,
    a_statement,
    an_observation,
)


def test_what_rests_on_a_source_is_found_in_whatever_field_names_it() -> None:
    register = a_register(
        a_source(id="s-ander"),
        a_person(roles=(a_role(end_source="s-ander"),)),
        a_meeting(also_source=("s-ander",)),
        a_series(observations=(an_observation(source="s-ander"), an_observation(source="s-ander", part="deel"))),
        a_contradiction(sources=(SOURCE, "s-ander")),
    )
    assert register.resting_on["s-ander"] == ("p-fictief", "m-2020-06-15", "w-fictief", "teg-fictief")


def test_a_part_without_an_id_of_its_own_rests_under_its_record() -> None:
    register = a_register(a_source(id="s-ander"), a_provincial_table(remarks=(a_statement(source="s-ander"),)))
    assert register.resting_on["s-ander"] == ("prt-fictief",)
