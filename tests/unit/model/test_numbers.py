"""Numbers with decimals keep the digits of their source from file to page, and no point is guessed at."""

from dataclasses import replace

import pytest

from lrt_site.differences import class_of, differences
from lrt_site.export.site_data import files
from lrt_site.export.v1 import from_v1, to_v1
from lrt_site.findings.observations import amount, spreads, total_compared
from lrt_site.ledger.stored import record_in, version_bytes
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import DecimalNumber, Number, in_dutch
from lrt_site.schema.structuring import structured
from tests.builders import a_register, a_series, an_observation, on


def read(text: str) -> Observation | None:
    made, _ = structured(Observation, {"id": "a", "value": text, "unit": "procent", "date": "2025", "source": "s"})
    return made


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("96,4", "96,4"),
        ("96.4", "96,4"),
        ("96,40", "96,40"),
        ("0,05", "0,05"),
        ("0.125", "0,125"),
        ("-0,5", "−0,5"),
        ("-2540", "−2.540"),
        ("1,234", "1,234"),
        ("12345,67", "12.345,67"),
        ("96", "96"),
        ("12000", "12.000"),
    ],
)
def test_a_number_shows_the_digits_that_were_written(given: str, shown: str) -> None:
    observation = read(given)
    assert observation
    assert amount(observation) == shown


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("1.234", "'1.234' kan 1234 zijn of 1,234. Schrijf '1234' of '\"1,234\"'."),
        ("-1.234", "'-1.234' kan -1234 zijn of -1,234. Schrijf '-1234' of '\"-1,234\"'."),
        ("-12.000", "Schrijf '-12000'."),
        ("1.234.567", "Schrijf '1234567'."),
        ("1.234,5", "Schrijf '\"1234,5\"'."),
        ("1,234.5", "Schrijf '\"1234,5\"'."),
        ("1,234,567", "Schrijf '1234567'."),
        ("12 000", "Schrijf '12000'."),
        ("96,", "zoals 12000 of 96,4."),
        (",5", "zoals 12000 of 96,4."),
        ("96,4%", "Schrijf '\"96,4\"', en 'procent' bij 'unit'. Nu staat er 'b' bij 'unit': wat klopt?"),
        ("12 %", "Schrijf '12', en 'procent' bij 'unit'. Nu staat er 'b' bij 'unit': wat klopt?"),
        ("12.345 %", "zoals 12000 of 96,4."),
        ("1,2E+04", "Schrijf '12000'."),
    ],
)
def test_what_can_be_two_numbers_or_none_is_asked_and_never_guessed(given: str, advice: str) -> None:
    made, faults = structured(Observation, {"id": "a", "value": given, "unit": "b", "date": "2025", "source": "s"})
    assert made is None
    ((code, message),) = [(fault.code, fault.message) for fault in faults]
    assert code == "not-a-number"
    assert message.endswith(advice)


@pytest.mark.parametrize("value", [96, -2540, DecimalNumber("96.4"), DecimalNumber("96.40"), DecimalNumber("0.1")])
def test_the_digits_survive_publication_and_download(value: Number) -> None:
    series = a_series(observations=(an_observation(value=value),))
    assert record_in(version_bytes(series, "0" * 32)) == series
    assert from_v1(to_v1(series)) == series
    assert to_v1(series)["observations"][0]["value"] == (value if isinstance(value, int) else value.text)
    register = a_register(series)
    (table,) = [text for path, text in files(register, on("2026-01-15").earliest).items() if ".csv" in path]
    assert f",{value}," in table


def test_no_binary_fraction_is_taken_for_a_number() -> None:
    published = dict(to_v1(a_series(observations=(an_observation(value=96),))))
    published["observations"] = [{**published["observations"][0], "value": 96.4}]
    with pytest.raises(ValueError, match="no record"):
        from_v1(published)


def test_other_digits_are_a_correction_also_where_the_number_is_as_large() -> None:
    old = a_series(observations=(an_observation(value=DecimalNumber("96.4")),))
    for other in (DecimalNumber("96.40"), DecimalNumber("96.5"), 96):
        new = replace(old, observations=(an_observation(value=other),))
        assert class_of(differences(old, new)) == "correctie"


def test_rows_add_up_without_a_rounding_error() -> None:
    values: dict[str | None, Number] = {
        "A": DecimalNumber("0.1"),
        "B": DecimalNumber("0.2"),
        None: DecimalNumber("0.3"),
    }
    series: Series = a_series(
        printed_total_compared=True,
        observations=tuple(an_observation(area=area, value=value) for area, value in values.items()),
    )
    ((version,),) = [spread.versions for spread in spreads(series)]
    assert total_compared(version) == "Gedrukt totaal 0,3; de rijen tellen op tot 0,3. Dat is gelijk."
    assert in_dutch(version.sum) == "0,3"
