"""Only what surely is the newest is called so."""

import pytest

from lrt_site.findings.newest import the_newest
from lrt_site.wording.names import days_of
from tests.builders import on


@pytest.mark.parametrize(
    ("moment", "others", "called"),
    [
        ("2024-05-02", ["2024-05-01", "2023"], "Het nieuwste verzoek"),
        ("2024-05-02", [], "Het nieuwste verzoek"),
        ("2024-05-02", ["2024-05-01", None], "Het nieuwste verzoek met een datum"),
        ("2024-05-02", ["2024"], "Een van de nieuwste verzoeken"),
        ("2024-05", ["2024-05"], "Een van de nieuwste verzoeken"),
        ("2024-05-02", ["2024-05-02", None], "Een van de nieuwste verzoeken"),
        (None, ["2024"], "Een van de nieuwste verzoeken"),
    ],
)
def test_only_what_is_later_than_all_others_is_the_newest(
    moment: str | None, others: list[str | None], called: str
) -> None:
    days = [days_of(on(text)) if text else None for text in (moment, *others)]
    assert the_newest(days[0], days[1:], "Het nieuwste verzoek", "nieuwste verzoeken") == called
