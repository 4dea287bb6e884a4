"""In a half-year pack, on paper and as a spreadsheet, a source stands only behind words that are tied to it."""

import io
import re
from datetime import date

import openpyxl

from lrt_site.export.reminder import half_years
from lrt_site.export.reminder.half_years import Pack
from lrt_site.export.reminder.pdf import TEMPLATE, as_pdf
from lrt_site.export.reminder.xlsx import as_xlsx
from lrt_site.model.commitments import REGISTER_WORDED
from lrt_site.model.facts import FieldSources
from tests.builders import a_commitment, a_deadline, a_register, a_source, a_status, an_evidence, on
from tests.tools.pdfs import opened, text_of
from tests.tools.sites import ROOT

DAY = date(2021, 7, 1)
REGISTER, LETTER, DECISION = "s-register", "s-brief", "s-besluit"


def a_pack(*, tied: bool) -> Pack:
    """A commitment of which a register, a letter and a decision all say something."""
    ties = (FieldSources(fields=REGISTER_WORDED, sources=(REGISTER,)),) if tied else ()
    commitment = a_commitment(
        source=REGISTER,
        also_source=(LETTER, DECISION),
        sources_of=ties,
        committees=("fictieve commissie",),
        status_events=(a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible="ambt", source=DECISION),),
        deadlines=(a_deadline(set_on=on("2020-06-02"), source=REGISTER, also_source=(DECISION,)),),
        evidence=(an_evidence(source=LETTER),),
    )
    sources = (a_source(id=source, title=f"Stuk {source}") for source in (REGISTER, LETTER, DECISION))
    (made,) = half_years.packs_on(half_years.unpublished(a_register(commitment, *sources)), DAY)
    return made


def paper(made: Pack) -> str:
    return text_of(opened(as_pdf(made, (ROOT / "templates" / TEMPLATE).read_text("utf-8"))))


def cells(made: Pack, sheet: str) -> list[str]:
    rows = openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))[sheet].iter_rows(values_only=True)
    heads, *others = rows
    return [str(row[heads.index("Bronnen")]) for row in others]


def title_of(number: str, text: str) -> str:
    """The title of the source with this number in the list at the end."""
    found = re.search(rf"\[{number}\]Stuk (s-[a-z]+)", text.replace("\u00ad", "-"))
    assert found
    return found[1]


def test_the_words_of_the_register_on_paper_are_backed_by_the_register_alone() -> None:
    made = a_pack(tied=True)
    text = paper(made)
    quoted = re.search(r"”\[([^\]]+)\]Gedaan", text)
    scope = re.search(rf"Volgens het register: {made.rows[0].scope}\[([^\]]+)\]", text)
    assert quoted
    assert scope
    assert [title_of(found[1], text) for found in (quoted, scope)] == [REGISTER, REGISTER]


def test_words_that_are_tied_to_none_of_more_sources_say_so_on_paper() -> None:
    text = paper(a_pack(tied=False))
    assert re.search(r"”\[bronnen samen: \d, \d, \d\]Gedaan", text)
    assert "[bronnen samen: " in text.rpartition("Termijn")[2]


def test_numbers_rise_in_the_order_of_reading_on_paper() -> None:
    text = paper(a_pack(tied=False))
    before, _, listed = text.partition("Hoe u dit stuk")[0].rpartition("Bronnen[")
    met = [number for group in re.findall(r"\[[^\[\]]*?((?:\d+, )*\d+)\]", before) for number in group.split(", ")]
    assert list(dict.fromkeys(met)) == ["1", "2", "3"]
    assert re.findall(r"\[?(\d)\]Stuk", listed) == ["1", "2", "3"]


def test_a_row_of_the_spreadsheet_tells_which_source_says_what() -> None:
    (row,) = cells(a_pack(tied=True), "Toezeggingen")
    assert row == "titel, toezegging, commissie, gedaan: 1; status: 2; termijn: bronnen samen: 1, 2"
    (document,) = cells(a_pack(tied=True), "Bewijs")
    assert document == "stuk, inhoud, reikwijdte volgens het stuk: 3; reikwijdte volgens het register: 1"


def test_a_row_of_the_spreadsheet_of_which_nothing_is_tied_says_so() -> None:
    (row,) = cells(a_pack(tied=False), "Toezeggingen")
    assert row.startswith("titel, toezegging, commissie, gedaan: bronnen samen: 1, 2, 3; status: 3")
