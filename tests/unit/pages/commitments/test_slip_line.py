"""The slip line: a promise in time, each new deadline with the days it adds."""

from dataclasses import replace

import pytest

from lrt_site.model.facts import Backing
from lrt_site.pages.commitments.slip_line import SlipLine, slip_line
from lrt_site.pages.shared.common import Footnotes
from tests.builders import SOURCE, a_commitment, a_deadline, a_register, a_status, an_evidence, on
from tests.tools.tables import texts

ROOM = 288
"""Pixels between the margins of a screen of 320."""
LETTER = 8
"""Pixels that a letter of 13 pixels takes in a wide font."""


def line_of(**changes: object) -> SlipLine:
    return slip_line(a_commitment(**changes), Footnotes(a_register()))


THREE = (
    a_deadline(deadline=on("2020-12-20"), set_on=on("2020-06-02")),
    a_deadline(deadline=on("2021-12-20"), set_on=on("2021-01-12"), granted_by="fictieve commissie"),
    a_deadline(deadline=on("2021-12-10")),
)


def test_each_deadline_tells_who_moved_it_when_and_by_how_many_days() -> None:
    table = line_of(deadlines=THREE).deadlines
    assert table
    assert texts(table) == [
        ("Eerste bekende termijn", "20 december 2020", "2 juni 2020", "niet gevonden", "–"),
        ("Termijn 2", "20 december 2021", "12 januari 2021", "fictieve commissie", "365 dagen"),
        ("Termijn 3", "10 december 2021", "niet gevonden", "niet gevonden", "10 dagen eerder"),
    ]


def test_a_column_of_which_no_source_tells_anything_goes_and_with_only_a_date_the_table_too() -> None:
    table = line_of(deadlines=(a_deadline(), a_deadline(deadline=on("2021-12-10")))).deadlines
    assert table
    assert [column.heading for column in table.columns] == ["Termijn", "Datum", "Later dan de vorige"]
    assert line_of(deadlines=(a_deadline(),)).deadlines is None


def test_a_sentence_tells_by_how_many_days_the_newest_document_missed_the_newest_deadline() -> None:
    deadline = a_deadline(deadline=on("2021-03-01"), source="s-termijn")
    line = line_of(deadlines=(deadline,), evidence=(an_evidence(),))
    assert line.told[1].text == "Brief van 4 maart 2021 kwam 3 dagen na de termijn van 1 maart 2021."
    assert line.told[1].backing == Backing((SOURCE, "s-termijn"), "together")
    assert len(line_of(deadlines=(a_deadline(deadline=on("2021-03")),), evidence=(an_evidence(),)).told) == 1


def test_the_days_from_the_first_deadline_to_the_newest_are_counted_with_both_sources() -> None:
    first, *others = THREE
    (told,) = line_of(deadlines=(replace(first, source="s-eerste"), *others), evidence=()).told
    assert told.text == (
        "Van de eerste bekende termijn (20 december 2020) tot de nieuwste (10 december 2021): 355 dagen."
    )
    assert told.backing == Backing(("s-eerste", SOURCE), "together")


@pytest.mark.parametrize(
    ("deadlines", "finding"),
    [
        ((), "Geen bron noemt een termijn."),
        (("2020-12",), "Er is één termijn bekend: december 2020."),
        (
            ("2020-12-20", "2021-12"),
            "Van de eerste bekende termijn (20 december 2020) tot de nieuwste (december 2021): de dagen zijn niet te "
            "tellen. Van een van beide is de dag niet bekend.",
        ),
        (
            ("2020-12-20", "2020-12-19"),
            "Van de eerste bekende termijn (20 december 2020) tot de nieuwste (19 december 2020): 1 dag eerder.",
        ),
    ],
)
def test_what_cannot_be_counted_is_said(deadlines: tuple[str, ...], finding: str) -> None:
    line = line_of(deadlines=tuple(a_deadline(deadline=on(text)) for text in deadlines), evidence=())
    assert (line.finding, [said.text for said in line.told]) == (finding, [finding])
    rows = line.deadlines.rows if line.deadlines else ()
    assert [row[-1] for row in rows[1:]] in ([], ["niet te tellen"], ["1 dag eerder"])


def test_the_drawing_has_a_line_for_everything_that_a_source_dates_and_nothing_else() -> None:
    commitment = {
        "deadlines": THREE[:2],
        "evidence": (an_evidence(),),
        "status_events": (a_status(as_shown_at=None), a_status(status="voldaan", decided_on=on("2021-05-04"))),
    }
    line = line_of(**commitment)
    labels = [text.text for text in line.chart.texts if text.kind == "label"]
    assert labels == [
        "Toezegging: 2 juni 2020",
        "Eerste bekende termijn: 20 december",
        "2020",
        "Termijn 2: 20 december 2021 (+365",
        "dagen)",
        "Brief van 4 maart 2021",
        "Status voldaan, besloten op 4 mei 2021",
    ]
    assert [symbol.style for symbol in line.chart.symbols] == [1, 6, 3, 6, 3, 2, 4]
    assert [text for _, text in line.key] == [
        "toezegging",
        "termijn bepaald",
        "termijn",
        "stuk",
        "status besloten of genoemd",
    ]


def test_a_later_moment_stands_further_right_and_all_labels_fit_the_narrowest_screen() -> None:
    line = line_of(deadlines=THREE[:2], evidence=(an_evidence(),), status_events=())
    promise, _, first, _, second, document = (symbol.x for symbol in line.chart.symbols)
    assert promise < first < document < second
    assert all(len(text.text) * LETTER <= ROOM + LETTER * 2 for text in line.chart.texts)
    assert max(symbol.y for symbol in line.chart.symbols) < line.chart.height


def test_what_a_new_deadline_adds_begins_where_the_one_before_it_ends() -> None:
    line = line_of(deadlines=THREE[:2], status_events=())
    (slip,) = (item for item in line.chart.lines if item.kind == "slip")
    deadlines = [symbol.x for symbol in line.chart.symbols if symbol.style == 3]
    assert [slip.x1, slip.x2] == deadlines


@pytest.mark.parametrize(("deadline", "strokes"), [("2021", 1), ("2021-12", 0), ("2021-12-20", 0)])
def test_a_year_without_a_month_is_drawn_over_the_whole_year(deadline: str, strokes: int) -> None:
    line = line_of(deadlines=(a_deadline(deadline=on(deadline)),))
    assert [item.kind for item in line.chart.lines].count("span") == strokes
    assert line.strokes == bool(strokes)


def test_a_promise_of_which_nothing_else_is_known_has_a_line_too() -> None:
    line = line_of(status_events=())
    assert len(line.chart.symbols) == 1
    assert (line.deadlines, line.moved, line.key) == (None, False, ((1, "toezegging"),))
