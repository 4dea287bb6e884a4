"""Dates are as exact as their source, and only those that exist."""

from datetime import date

import pytest

from lrt_site.model.dates import PartialDate, Period, at


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021"),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28), "februari 2021"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "februari 2020"),
        ("2021-12-05", date(2021, 12, 5), date(2021, 12, 5), "5 december 2021"),
    ],
)
def test_a_date_is_all_days_it_can_be(text: str, earliest: date, latest: date, words: str) -> None:
    made = PartialDate(text)
    assert (made.earliest, made.latest, made.in_words, str(made)) == (earliest, latest, words, text)
    assert made.is_day == (earliest == latest)


@pytest.mark.parametrize(
    "text",
    [
        "", "21", "2021-1", "2021-13", "2021-00", "2021-02-30", "2021-02-29", "1900-02-29", "0000", "20-12-2021",
        "2021-12-20T10:30", "2021-12-20 ", " 2021", "2021/12/20", "٢٠٢١", "2021-1২", "10:30", "0123456", "no",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"datum|dag|bestaat niet"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021"),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30), "eerste helft van 2021"),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31), "tweede helft van 2021"),
        ("2021-07/2022-02", date(2021, 7, 1), date(2022, 2, 28), "juli 2021 tot en met februari 2022"),
    ],
)
def test_a_period_covers_both_its_ends(text: str, earliest: date, latest: date, words: str) -> None:
    made = Period(text)
    assert (made.earliest, made.latest, made.in_words) == (earliest, latest, words)


@pytest.mark.parametrize("text", ["2021-H3", "2021-Q1", "2022/2021", "2021/", "/2021", "2021-02-30/2021-03", "h1 2021"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"periode|dag"):
        Period(text)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (PartialDate("2021-12-20"), "op 20 december 2021"),
        (PartialDate("2021-12"), "in december 2021"),
        (PartialDate("2021"), "in 2021"),
        (Period("2021-H2"), "in de tweede helft van 2021"),
        (Period("2021-07-01/2021-11-12"), "van 1 juli 2021 tot en met 12 november 2021"),
    ],
)
def test_a_moment_has_the_preposition_that_goes_with_it(when: PartialDate | Period, told: str) -> None:
    assert at(when) == told
