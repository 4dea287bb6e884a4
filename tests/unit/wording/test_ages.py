"""An age is told no more exactly than the date allows."""

from datetime import date

import pytest

from lrt_site.wording.ages import age_in_words, age_of_days
from tests.builders import on

AS_OF = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("earliest", "latest", "age"),
    [
        ("2021-08-01", "2021-08-31", "5 jaar en 2 of 3 maanden oud"),
        ("2021-11-01", "2021-11-30", "ongeveer 5 jaar oud"),
        ("2021-10-01", "2021-10-31", "ruim 5 jaar oud"),
        ("2024-01-27", "2024-01-27", "2 jaar en 10 maanden oud"),
        ("2024-11-27", "2024-11-27", "2 jaar oud"),
        ("2023-01-01", "2023-12-31", "2 tot 4 jaar oud"),
        ("2024-12-31", "2024-12-31", "22 maanden oud"),
        ("2024-01-01", "2026-11-01", "minder dan 3 jaar oud"),
        ("2025-11-21", "2025-11-21", "12 maanden oud"),
        ("2025-11-01", "2025-11-30", "11 tot 12 maanden oud"),
        ("2026-10-27", "2026-10-27", "1 maand oud"),
        ("2026-11-26", "2026-11-26", "minder dan een maand oud"),
        ("2026-10-01", "2026-10-31", "minder dan 2 maanden oud"),
        ("2026-11-27", "2026-11-28", ""),
    ],
)
def test_an_age_is_as_exact_as_the_date(earliest: str, latest: str, age: str) -> None:
    assert age_of_days(date.fromisoformat(earliest), date.fromisoformat(latest), AS_OF) == age


@pytest.mark.parametrize(
    ("when", "age"),
    [
        (None, ""),
        ("2026-12-01", ""),
        ("2026", "van dit jaar"),
        ("2026-11", "van deze maand"),
        ("2026-11-27", "minder dan een maand oud"),
        ("2026-10-27", "1 maand oud"),
        ("2024-12-27", "23 maanden oud"),
        ("2024-11-27", "2 jaar oud"),
        ("2022-10-27", "4 jaar en 1 maand oud"),
        ("2026-08", "2 tot 3 maanden oud"),
        ("2023-10", "ruim 3 jaar oud"),
        ("2024", "1 tot 3 jaar oud"),
    ],
)
def test_a_date_is_as_old_as_it_is_on_the_day_of_the_page(when: str | None, age: str) -> None:
    assert age_in_words(on(when) if when else None, AS_OF) == age
