"""Every value of a series stands in the table, in the order of the record, with what it replaced."""

from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation, Series
from lrt_site.pages.figures.value_rows import anchored_values, value_said, value_table
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.pages.shared.table import FilledTable
from tests.builders import SOURCE, a_contradiction, a_register, a_series, an_observation, on
from tests.tools.tables import facts, headings, texts

OLD = an_observation(id="f-1", value=6000, status="verwacht", vintage=on("2020-01-05"))
NEW = an_observation(id="f-2", value=13000, replaces="f-1", vintage=on("2020-03"), note="Let op.")


def said_of(series: Series) -> dict[Observation, Said]:
    register = a_register(series, a_contradiction(about=("w-fictief",)))
    return dict(anchored_values(register, series, Footnotes(register)))


def table_of(*values: Observation) -> FilledTable:
    series = a_series(observations=values)
    return value_table("Alle waarden", values, series, said_of(series))


def note_of(said: Said) -> str:
    return "".join(run.text for run in said.note)


def test_a_row_tells_all_that_a_source_says_and_what_it_does_not() -> None:
    full = an_observation(
        date=None,
        period=Period("2021-H1"),
        area="Oost",
        part="deel",
        value=1200,
        qualifier="ruim",
        status="definitief",
        vintage=on("2022"),
        vintage_note="tweede versie",
        as_shown_at=on("2022-05"),
        due=on("2023-01-01"),
    )
    table = table_of(full, an_observation(unit="bedden"))
    assert headings(table) == [
        "Datum of periode",
        "Gebied",
        "Waarde",
        "Deel",
        "Eenheid",
        "Status",
        "Bekend sinds",
        "Stand van",
        "Uiterlijk",
    ]
    assert texts(table) == [
        (
            "eerste helft van 2021",
            "Oost",
            "ruim 1.200",
            "deel",
            "plekken",
            "definitief",
            "2022 (tweede versie)",
            "mei 2022",
            "1 januari 2023",
        ),
        ("17 mei 2021", "geheel", "1.200", "geheel", "bedden", *["niet vermeld"] * 4),
    ]


def test_only_columns_in_which_a_value_says_something_are_there() -> None:
    table = table_of(an_observation(), an_observation(value=5))
    assert (headings(table), texts(table)) == (
        ["Datum of periode", "Waarde"],
        [("17 mei 2021", "1.200"), ("17 mei 2021", "5")],
    )


def test_a_value_is_an_anchor_where_its_id_is_first() -> None:
    series = a_series(observations=(an_observation(), an_observation(part="deel")))
    whole, part = said_of(series).values()
    assert (whole.anchor, part.anchor) == ("w-fictief", None)
    assert ([link.address for link in whole.contradictions], part.contradictions) == (["/tegenspraak/teg-fictief/"], ())
    assert part.backing.sources == whole.backing.sources == (SOURCE,)


def test_a_value_that_is_told_elsewhere_has_its_marks_and_sources_and_no_place_or_note() -> None:
    series = a_series(kind="raming", observations=(an_observation(note="Let op.", verified=False),))
    notes = Footnotes(a_register(series))
    said = value_said(notes, series, series.observations[0], "1.200")
    assert (said.anchor, said.note, [mark.word for mark in said.marks]) == (
        None,
        (),
        ["verwachting", "niet geverifieerd"],
    )
    anchored = value_said(notes, series, series.observations[0], "1.200", anchored=True)
    assert (anchored.anchor, note_of(anchored)) == ("w-fictief", "Let op.")


def test_an_expectation_and_what_took_its_place_name_each_other_and_stand_together() -> None:
    series = a_series(observations=(OLD, an_observation(), NEW))
    said = said_of(series)
    assert note_of(said[NEW]) == "Eerdere verwachting: 6.000 (bericht van 5 januari 2020). Let op."
    assert note_of(said[OLD]) == "Later vastgesteld: 13.000 (bericht van maart 2020). "
    assert said[NEW].note[1].address == "/cijfers/fictieve-reeks/#f-1"
    table = value_table("Alle waarden", series.observations, series, said)
    assert [value.text for value in facts(table, "Waarde")] == ["1.200", "13.000", "6.000"]


def test_where_the_days_leave_the_order_open_neither_is_called_later() -> None:
    undated = an_observation(id="f-2", value=13000, replaces="f-1", date=on("2022-01-01"))
    said = said_of(a_series(observations=(OLD, undated)))
    assert note_of(said[undated]) == "Verwacht was: 6.000 voor 17 mei 2021 (bericht van 5 januari 2020). "
    assert note_of(said[OLD]) == "Vastgesteld is: 13.000 voor 1 januari 2022. "
