"""A small drawing shows only values that can be compared, and says which."""

from lrt_site.model.dates import Period
from lrt_site.pages.figures.sparks import HEIGHT, WIDTH, spark_of
from tests.builders import a_series, an_observation, on
from tests.unit.pages.figures.making import in_provinces


def test_values_that_count_the_same_stand_in_time_from_zero_with_the_newest_last() -> None:
    values = [
        an_observation(id=f"w-{year}", date=on(f"{year}-03-01"), value=year - 2009) for year in (2019, 2010, 2014)
    ]
    other = an_observation(id="w-x", date=on("2012-03-01"), value=900, unit="bedden")
    spark = spark_of(a_series(observations=(*values, other)))
    assert spark
    assert (spark.first, spark.last) == ("2010", "2019")
    assert spark.strokes[-1][1] == max(height for _, height in spark.strokes) <= HEIGHT
    assert [x for x, _ in spark.strokes] == sorted(x for x, _ in spark.strokes)
    assert all(0 < x < WIDTH for x, _ in spark.strokes)
    assert spark.about == (
        "Fictieve reeks: 3 keer plekken. De laagste waarde is 1 (1 maart 2010), de hoogste 10 (1 maart 2019)."
    )
    assert spark.said == "de hoogste van 3 waarden"


def test_where_the_newest_cannot_be_compared_the_drawing_says_what_it_is_of() -> None:
    old = [an_observation(id=f"w-{year}", date=None, period=Period(year), unit="bedden") for year in ("2019", "2020")]
    newest = an_observation(id="w-n", date=None, period=Period("2024"))
    spark = spark_of(a_series(kind="stroom", observations=(*old, newest)))
    assert spark
    assert spark.said == "getekend: bedden"


def test_values_over_areas_stand_with_the_highest_first() -> None:
    spark = spark_of(a_series(kind="norm", observations=in_provinces("v-2024", 90, Oost=20, West=70)))
    assert spark
    assert spark.said == "van 70 (West) tot 20 (Oost)"
    assert [height for _, height in spark.strokes] == [35, 10]


def test_one_value_is_no_drawing() -> None:
    assert spark_of(a_series(observations=(an_observation(),))) is None
    assert spark_of(a_series(observations=())) is None
