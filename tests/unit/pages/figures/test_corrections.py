"""What this site had wrong itself is told as a correction, with the publication that put it right."""

from lrt_site.pages.figures.corrections import corrected_values
from tests.builders import (
    a_history,
    a_register,
    a_series,
    an_observation,
)
from tests.unit.pages.figures.making import known


def test_a_correction_by_this_site_is_no_revision_and_names_its_publication() -> None:
    wrong, right, extra = an_observation(value=45), an_observation(value=44), known("2021-09", 46)
    gone = an_observation(id="w-weg", part="te veel", value=3)
    states = ((wrong, gone), (right, gone), (right, gone, extra), (right, extra))
    history = a_history(*(a_register(a_series(observations=values)) for values in states))
    corrected = corrected_values(history.versions("fictieve-reeks"))
    assert [(value.what, value.was, value.becomes, value.versions.title) for value in corrected] == [
        ("plekken (te veel) op 17 mei 2021", "3", "", "versie 4"),
        ("plekken op 17 mei 2021", "45", "44", "versie 2"),
    ]
    assert corrected[1].publication.address == f"/publicaties/{history.publications[1].name}/"


def test_a_corrected_value_says_of_which_part_and_area_it_is_and_leads_to_its_version() -> None:
    wrong, right = (an_observation(value=value, part="deel", area="Oost") for value in (45, 44))
    history = a_history(*(a_register(a_series(observations=(value,))) for value in (wrong, right)))
    (corrected,) = corrected_values(history.versions("fictieve-reeks"))
    assert corrected.what == "plekken (deel) in Oost op 17 mei 2021"
    assert (corrected.versions.title, corrected.versions.address) == (
        "versie 2",
        "/cijfers/fictieve-reeks/versies/#versie-2",
    )
    assert corrected.publication.title == "publicatie 2 (4 februari 2026)"


def test_what_is_no_correction_of_a_value_is_not_told() -> None:
    series = a_series(observations=(an_observation(),))
    renamed = a_series(observations=(an_observation(),), name="Andere naam")
    history = a_history(a_register(series), a_register(renamed))
    assert corrected_values(history.versions("fictieve-reeks")) == ()
    assert corrected_values(history.versions("fictieve-tafel")) == ()


def test_a_value_that_came_back_otherwise_was_corrected_too_and_one_that_was_revised_was_not() -> None:
    before, after = (a_register(a_series(observations=(an_observation(value=value),))) for value in (45, 44))
    back = a_history(before, a_register(), after).versions("fictieve-reeks")
    assert [(value.was, value.becomes) for value in corrected_values(back)] == [("45", "44")]
    revised = a_register(a_series(observations=(an_observation(value=45), known("2022-01", 50))))
    assert corrected_values(a_history(before, revised).versions("fictieve-reeks")) == ()
