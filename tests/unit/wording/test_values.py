"""What a field holds is said in words a reader knows, and where it names something it leads there."""

from typing import Any

import pytest

from lrt_site.model.commitments import Coverage
from lrt_site.model.dates import ClockTime, Period
from lrt_site.model.facts import FieldSources
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Agreement, Meeting
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.people import Holder
from lrt_site.wording.runs import Run
from lrt_site.wording.values import in_text, joined, names_in, part_label, path_words, run_of, runs_of, shown_fields
from tests.builders import (
    SOURCE,
    a_deadline,
    a_holder,
    a_meeting,
    a_person,
    a_register,
    a_role,
    a_seat,
    a_source,
    a_statement,
    a_status,
    an_agenda_item,
    an_observation,
    an_organisation,
    on,
)

REGISTER = a_register(
    a_seat(), a_person(), an_organisation(), a_source(id="s-b", title="B"), a_source(id="s-c", title="C")
)
NAMES = names_in(REGISTER)


@pytest.mark.parametrize(
    ("value", "kind", "field", "words"),
    [
        (True, Meeting, "verified", "ja"),
        (False, Meeting, "verified", "nee"),
        (12000, Observation, "value", "12.000"),
        (DecimalNumber("2.5"), Observation, "value", "2,5"),
        (on("2020-06"), Meeting, "date", "juni 2020"),
        (Period("2021-H2"), Observation, "period", "tweede helft van 2021"),
        (ClockTime("19:30"), Meeting, "time", "19.30 uur"),
        ("raming", Series, "kind", "verwachting"),
        ("gehouden", Meeting, "state", "gehouden"),
        (f"{SOURCE}", Meeting, "source", "Fictief stuk"),
        ("stoel-fictief", Holder, "seat", "Fictieve stoel"),
        ("p-onbekend", Holder, "person", "p-onbekend"),
        ("as_shown_at", FieldSources, "fields", "moment in de bron"),
    ],
)
def test_a_single_value_is_said_in_dutch(value: object, kind: type[Any], field: str, words: str) -> None:
    assert run_of(value, kind, field, NAMES).text == words


def test_what_a_value_names_is_linked_where_it_stands_on_the_site() -> None:
    assert run_of("p-fictief", Holder, "person", NAMES) == Run("F. Fictief", "/deelnemers/p-fictief/")
    assert run_of("p-onbekend", Holder, "person", NAMES).address is None
    assert run_of("Fictieve stoel", Holder, "role", NAMES).address is None
    assert run_of("el-1", Coverage, "element", NAMES).text == "el-1"


def said(part: object) -> str:
    return in_text(runs_of((part,), Meeting, "agenda", NAMES))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (a_status(decided_on=on("2020-06-02"), as_shown_at=None), "openstaand, besloten op 2 juni 2020"),
        (a_deadline(set_on=on("2020-07")), "termijn: 20 december 2020, bepaald in juli 2020"),
        (a_role(start_date=on("2019"), verified=False), "fictief bestuurder, vanaf 2019"),
        (an_observation(vintage=on("2022")), "op 17 mei 2021, 1.200 plekken, niet vermeld, bekend sinds 2022"),
        (Agreement(who="de voorzitter", what="belt", due=on("2021")), "de voorzitter, belt, uiterlijk 2021"),
    ],
)
def test_a_part_is_said_as_a_reader_would_with_its_source(part: object, words: str) -> None:
    told = said(part)
    assert told.startswith(words)
    assert ("volgens ‘Fictief stuk’" in told) == hasattr(part, "source")


def test_the_words_of_a_source_follow_its_name() -> None:
    assert said(a_statement(text="Zo is het.")) == "volgens ‘Fictief stuk’: Zo is het."
    more = a_statement(text="Zo is het.", also_source=("s-b", "s-c"), note="Let op.")
    assert said(more) == "volgens ‘Fictief stuk’, ‘B’ en ‘C’: Zo is het. Let op."


def test_parts_follow_each_other_and_a_sentence_loses_its_point_before_a_sign() -> None:
    given = (Agreement(who="A", what="Belt."), Agreement(who="B", what="Schrijft."))
    assert in_text(runs_of(given, Meeting, "agenda", NAMES)) == "A, Belt; B, Schrijft."
    assert in_text(tuple(joined([(Run("Een."),), (Run("Twee."),)], "; "))) == "Een; Twee."


def test_only_fields_that_say_something_are_shown_and_what_they_rest_on_comes_last() -> None:
    shown = [name for name, _ in shown_fields(a_meeting(discussed=("Boten",), note="Let op."))]
    assert shown == ["table", "table_name", "state", "date", "discussed", "source", "note"]
    assert "verified" in [name for name, _ in shown_fields(a_meeting(verified=False))]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (("date",), "datum"),
        (("discussed", 0), "besproken"),
        (("agenda", 0, "title"), "titel bij punt 1 ‘Fictief agendapunt’"),
        (("agenda", 0, "agreements", 0, "due"), "uiterlijk bij ‘belt’, punt 1 ‘Fictief agendapunt’"),
        (("agenda", 3, "title"), "titel bij punt 4"),
        (("report", "title"), "titel bij verslag"),
    ],
)
def test_a_place_in_a_record_is_told_from_the_inside_out(at: tuple[str | int, ...], words: str) -> None:
    item = an_agenda_item(agreements=(Agreement(who="de voorzitter", what="belt"),))
    assert path_words(a_meeting(agenda=(item,)), at, NAMES) == words


def test_a_part_is_known_by_what_tells_it_from_its_neighbours() -> None:
    assert part_label(a_holder(), NAMES) == "Fictieve stoel"
    assert part_label(an_observation(part="deel", area="Oost"), NAMES) == "Oost, deel, 17 mei 2021"
    assert part_label(a_statement(text="woord " * 20), NAMES).endswith("woord …")
    assert part_label(object(), NAMES) == ""
