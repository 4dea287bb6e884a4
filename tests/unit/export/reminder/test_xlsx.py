"""The half-year pack as a spreadsheet: real dates, filters, a header that stays, and nothing that runs."""

import io
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lrt_site.export.reminder import half_years
from lrt_site.export.reminder.half_years import Pack
from lrt_site.export.reminder.xlsx import DATE_FORMAT, PROPOSAL, as_xlsx
from lrt_site.model.commitments import Coverage
from tests.builders import (
    a_commitment,
    a_deadline,
    a_history,
    a_register,
    a_site,
    a_source,
    a_status,
    an_element,
    an_evidence,
    on,
)

OFFICE = "fictief minister"
DAY = date(2021, 7, 1)
FORMULA = '=HYPERLINK("https://kwaad.example","klik")'


def a_pack(**changes: Any) -> Pack:
    covers = (
        Coverage(element="el-fictief", extent="deels gedekt", place="bladzijde 3"),
        Coverage(element="el-ander", extent="niet genoemd"),
    )
    commitment = a_commitment(
        status_events=(a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE),),
        deadlines=(a_deadline(set_on=on("2020-06-02")), a_deadline(deadline=on("2021-05"), set_on=on("2021-02-03"))),
        elements=(an_element(), an_element(id="el-ander", text="Een ander onderdeel.")),
        evidence=(an_evidence(covers=covers), an_evidence(id="bew-twee", date=on("2021-04"))),
    )
    source = a_source(url="https://fictief.example/stuk", date=on("2020"))
    register = a_register(replace(commitment, **changes), a_site(fictitious=False), source)
    history = a_history(register)
    return half_years.packs_on(half_years.published(history, history.last), DAY)[0]


def book(made: Pack) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))


def page(made: Pack, name: str = "Toezeggingen") -> Worksheet:
    found = book(made)[name]
    assert isinstance(found, Worksheet)
    return found


def row(sheet: Worksheet, at: int = 2) -> dict[str, Cell]:
    """The cells of a row by the name of their column."""
    names = [str(cell.value) for cell in sheet[1]]
    cells = [cell for cell in sheet[at] if isinstance(cell, Cell)]
    return dict(zip(names, cells, strict=True))


def printed_above(sheet: Worksheet) -> str:
    """What stands at the top of every printed page."""
    header = sheet.oddHeader
    assert header
    return f"{header.left.text} {header.right.text}"


def test_every_sheet_filters_and_keeps_its_header_in_sight() -> None:
    made = book(a_pack())
    assert made.sheetnames == ["Toezeggingen", "Bewijs", "Verschillen", "Bronnen", "Toelichting"]
    for name in made.sheetnames:
        sheet = made[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.b for cell in sheet[1])


def test_a_known_day_is_a_real_date_and_a_month_is_text() -> None:
    cells = row(page(a_pack()))
    for name, day in {"Gedaan op": datetime(2020, 6, 2), "Eerste termijn": datetime(2020, 12, 20)}.items():  # noqa: DTZ001
        assert (cells[name].value, cells[name].is_date, cells[name].number_format) == (day, True, DATE_FORMAT)
    assert (cells["Termijn"].value, cells["Termijn"].data_type) == ("mei 2021", "s")


def test_numbers_are_numbers() -> None:
    cells = row(page(a_pack()))
    numbers = ("Aantal termijnen tot nu toe", "Dagen verstreken, ten minste", "Stukken", "Versie")
    assert [(cells[name].value, cells[name].data_type) for name in numbers] == [(2, "n"), (31, "n"), (2, "n"), (1, "n")]


def test_the_proposal_is_blank_with_a_list_to_choose_from() -> None:
    sheet = page(a_pack())
    cell = row(sheet)[PROPOSAL]
    assert cell.value is None
    (choice,) = sheet.data_validations.dataValidation
    assert cell.coordinate in choice.sqref
    assert choice.formula1 == '"openstaand,deels voldaan,voldaan,doorlopend,afgevoerd"'


def test_evidence_has_a_row_for_every_element_with_link_and_hash() -> None:
    made = a_pack()
    sheet = page(made, "Bewijs")
    rows = [row(sheet, at) for at in range(2, sheet.max_row + 1)]
    assert [(item["Onderdeel van de toezegging"].value, item["Dekking"].value) for item in rows] == [
        ("Een fictief onderdeel.", "deels gedekt"),
        ("Een ander onderdeel.", "niet genoemd"),
        (None, "nog niet vergeleken"),
    ]
    place, web = rows[0]["Adres op de site"], rows[0]["Webadres van het stuk"]
    assert place.value == "https://fictief.example/toezeggingen/T99001/versies/1/#bew-fictief"
    assert place.hyperlink
    assert web.hyperlink
    assert web.hyperlink.target == "https://fictief.example/stuk"
    assert {item["SHA-256 van de versie"].value for item in rows} == {made.rows[0].hash}
    assert [item["Datum"].value for item in rows[1:]] == [datetime(2021, 3, 4), "april 2021"]  # noqa: DTZ001


def test_differences_and_sources_have_their_sheets() -> None:
    made = a_pack()
    assert page(made, "Verschillen").max_row == 1 + len(made.differences)
    cells = row(page(made, "Bronnen"))
    assert (cells["Bron"].value, cells["Titel"].value, cells["Datum"].value) == (1, "Fictief stuk", "2020")


def test_it_tells_both_clocks() -> None:
    made = a_pack()
    told = {cells[0].value: cells[1].value for cells in page(made, "Toelichting").iter_rows(min_row=2)}
    assert told["Peildatum"] == datetime(2021, 7, 1)  # noqa: DTZ001
    assert told["Bekend op (publicatie)"] == datetime(2026, 1, 5)  # noqa: DTZ001
    assert told["SHA-256 van de publicatie"] == made.edition.hash
    assert "Let op" not in told


def test_a_preview_and_what_is_made_up_say_so() -> None:
    (made,) = half_years.packs_on(half_years.unpublished(a_register(a_commitment())), DAY)
    told = {cells[0].value: cells[1].value for cells in page(made, "Toelichting").iter_rows(min_row=2)}
    assert told["Let op"] == "Voorbeeld, niet gepubliceerd · Fictief"
    assert "Voorbeeld, niet gepubliceerd" in printed_above(page(made))


def ahead() -> Pack:
    site = a_site(sources_checked_on=on("2021-06-30"))
    late = a_commitment(deadlines=(a_deadline(set_on=on("2020-06-02")),), status_events=(a_status(responsible=OFFICE),))
    unknown = replace(late, id="T99002", status_events=(a_status(as_shown_at=None, responsible=OFFICE),))
    return half_years.packs_on(half_years.unpublished(a_register(late, unknown, site)), date(2022, 7, 1))[0]


def test_of_a_day_after_what_is_known_no_word_is_in_the_past_tense() -> None:
    made = book(ahead())
    cells = [str(cell) for sheet in made for cells in sheet.iter_rows(values_only=True) for cell in cells if cell]
    told = " ".join([*cells, str(made.properties.title), str(made.properties.subject)])
    assert not re.search(r"\b(was|waren|liep|gold|stond|had|werd|toen)\b", told)


def test_a_pack_that_looks_ahead_opens_with_what_it_is_and_says_it_on_every_printed_page() -> None:
    made = book(ahead())
    name, value = (cell.value for cell in made.worksheets[0][2])
    assert (made.sheetnames[0], name) == ("Toelichting", "Let op: vooruitblik")
    assert "gelezen tot en met 30 juni 2021" in str(value)
    for sheet in made.worksheets:
        assert "Vooruitblik: bronnen gelezen tot en met 30 juni 2021" in printed_above(sheet)


def test_it_tells_apart_what_was_not_settled_and_that_of_which_this_is_not_known() -> None:
    made = ahead()
    sheet = page(made)
    rows = [row(sheet, at) for at in range(2, sheet.max_row + 1)]
    assert [(item["Nummer"].value, item["Afgehandeld"].value) for item in rows] == [
        ("T99001", "nee"),
        ("T99002", "status niet bekend"),
    ]


def test_it_says_its_title_and_its_language() -> None:
    told = book(a_pack()).properties
    assert (told.title, told.language) == ("Toezeggingen op 1 juli 2021: fictief minister", "nl-NL")
    assert told.created == datetime(2026, 1, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text", [FORMULA, "+1+1", "@SUM(A1)", "-2", "{=1}", "https://fictief.example", "1", "2021-07-01"]
)
def test_words_of_others_stay_words(text: str) -> None:
    cell = row(page(a_pack(title=text)))["Titel"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_signs_that_turn_text_stand_there_as_their_number() -> None:
    assert row(page(a_pack(title="Plan \u202ednats")))["Titel"].value == "Plan [U+202E]dnats"


def test_a_text_that_no_cell_can_hold_is_cut_with_a_word_about_it() -> None:
    cell = row(page(a_pack(register_text="lang " * 10_000)))["Toezegging volgens het register"]
    assert str(cell.value).endswith(" … (verder op de site)")


def test_an_address_that_no_cell_can_link_to_is_still_there() -> None:
    address = "https://fictief.example/" + "a" * 3000
    register = a_register(a_commitment(), a_source(url=address))
    (made,) = half_years.packs_on(half_years.unpublished(register), DAY)
    cell = row(page(made, "Bronnen"))["Webadres"]
    assert (cell.value, cell.hyperlink) == (address, None)


def test_a_day_before_spreadsheets_count_is_text() -> None:
    cell = row(page(a_pack(date=on("1899-05-05"))))["Gedaan op"]
    assert cell.value == "5 mei 1899"


def test_an_office_with_a_sign_that_gives_orders_is_printed_as_it_is() -> None:
    office = "Minister van Fictie & Schijn"
    made = a_pack(status_events=(a_status(decided_on=on("2020-06-02"), responsible=office),))
    assert "Fictie && Schijn" in printed_above(page(made))


def test_it_is_the_same_every_time() -> None:
    assert as_xlsx(a_pack()) == as_xlsx(a_pack())
