"""A term ends as exactly as its source says, and never on a day that the source leaves out."""

from datetime import date

import pytest

from lrt_site.model.names import names_in
from lrt_site.model.people import OtherName
from lrt_site.model.terms import EndIs, last_days, term_in_words
from lrt_site.schema.structuring import structured
from tests.builders import a_person, a_role, on


@pytest.mark.parametrize(
    ("start", "end", "end_is", "words"),
    [
        ("2019-01-15", "2026-01-01", "eerste dag erna", "15 januari 2019 tot 1 januari 2026"),
        ("2019-01-15", "2025-12-31", "laatste dag", "15 januari 2019 tot en met 31 december 2025"),
        ("2017-12-01", "2025-12-01", "niet vermeld", "vanaf 1 december 2017; einde op 1 december 2025"),
        (None, "2026-01-01", "eerste dag erna", "tot 1 januari 2026; begin niet bekend"),
        ("2021-02", "2021-11", "niet vermeld", "februari 2021 tot in november 2021"),
        ("2021-02", "2022", "laatste dag", "februari 2021 tot in 2022"),
        ("2021-11", "2021-11", "niet vermeld", "begin en einde in november 2021"),
        ("2021-11-01", "2021-11-01", "niet vermeld", "begin en einde op 1 november 2021"),
        ("2021-11-01", "2021-11-01", "laatste dag", "alleen op 1 november 2021"),
    ],
)
def test_an_end_is_told_as_the_source_gives_it(start: str | None, end: str, end_is: EndIs, words: str) -> None:
    assert term_in_words(on(start) if start else None, on(end), end_is) == words


@pytest.mark.parametrize(
    ("end", "end_is", "days"),
    [
        ("2026-01-01", "eerste dag erna", (date(2025, 12, 31), date(2025, 12, 31))),
        ("2025-12-31", "laatste dag", (date(2025, 12, 31), date(2025, 12, 31))),
        ("2026-01-01", "niet vermeld", (date(2025, 12, 31), date(2026, 1, 1))),
        ("2021-11", "niet vermeld", (date(2021, 10, 31), date(2021, 11, 30))),
        ("2021-11", "eerste dag erna", (date(2021, 10, 31), date(2021, 11, 29))),
    ],
)
def test_who_stops_as_of_a_day_is_gone_on_that_day(end: str, end_is: EndIs, days: tuple[date, date]) -> None:
    assert last_days(a_role(end_date=on(end), end_is=end_is)) == days


def test_a_name_given_up_as_of_a_day_is_not_the_name_of_that_day() -> None:
    old = OtherName(name="Oud", end_date=on("2020-05-01"), end_is="eerste dag erna", source="s-fictief")
    person = a_person(name="Nieuw", other_names=(old,))
    assert names_in(person, (date(2020, 4, 30), date(2020, 4, 30))) == ("Oud",)
    assert names_in(person, (date(2020, 5, 1), date(2020, 5, 1))) == ("Nieuw",)


def test_what_an_end_is_needs_an_end() -> None:
    _, faults = structured(type(a_role()), {"role": "lid", "source": "s-fictief", "end_is": "laatste dag"})
    (fault,) = faults
    assert "vul ook 'end_date' in" in fault.message
