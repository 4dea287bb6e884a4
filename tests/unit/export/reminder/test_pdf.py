"""The half-year pack as PDF is tagged, says its language, is the same every time, and holds words as words."""

import re
import struct
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from lrt_site.export.reminder import half_years
from lrt_site.export.reminder.half_years import Pack
from lrt_site.export.reminder.pdf import TEMPLATE, as_pdf
from lrt_site.model.commitments import Coverage
from lrt_site.problems import BrokenTemplateError
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
from tests.tools.pdfs import Part, opened, parts_of, text_of
from tests.tools.sites import ROOT

OFFICE = "fictief minister"
DAY = date(2021, 7, 1)
MARKUP = '= Kop *vet* _schuin_ `code` $x^2$ #panic("x") @nergens <etiket> [haak] \\ // weg /* weg */ #import "x": *'
UNSHOWN = "漢 😀 \ue000 \u0378 ꙮ"


def template() -> str:
    return (ROOT / "templates" / TEMPLATE).read_text("utf-8")


def a_pack(**changes: Any) -> Pack:
    cover = Coverage(element="el-fictief", extent="deels gedekt", note="De helft.")
    commitment = a_commitment(
        status_events=(a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE),),
        deadlines=(a_deadline(set_on=on("2020-06-02")),),
        elements=(an_element(),),
        evidence=(an_evidence(covers=(cover,)),),
    )
    register = a_register(
        replace(commitment, **changes), a_site(fictitious=False), a_source(url="https://fictief.example/stuk?a=1&b=2")
    )
    history = a_history(register)
    return half_years.packs_on(half_years.published(history, history.last), DAY)[0]


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return opened(as_pdf(a_pack(), template()))


@pytest.fixture(scope="module")
def parts(pdf: pikepdf.Pdf) -> list[Part]:
    return parts_of(pdf)


def headings(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """The headings with their text in the order in which they are read."""
    found: list[tuple[str, str]] = []
    for part in parts_of(pdf):
        if part.tag in ("H1", "H2", "H3", "H4", "H5", "H6"):
            if part.text == "":
                found.append((part.tag, ""))
            else:
                found[-1] = (part.tag, found[-1][1] + part.text)
    return found


def test_it_says_that_it_is_accessible_and_for_archives(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata["{http://www.aiim.org/pdfa/ns/id/}part"] == "2"
        assert metadata["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"


def test_it_says_its_title_and_its_language(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "nl-NL"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) == "Toezeggingen op 1 juli 2021: fictief minister"


def test_its_fonts_hold_what_shows_them_and_no_names(pdf: pikepdf.Pdf) -> None:
    """ISO 32000-1, 9.9: what an embedded TrueType font has to have. Its tables stand where its directory says."""
    fonts = [
        item.FontFile2.read_bytes()
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
    ]
    assert fonts
    for font in fonts:
        entries = [struct.unpack_from(">4s3I", font, 12 + 16 * at) for at in range(int.from_bytes(font[4:6], "big"))]
        tags = {tag for tag, *_ in entries}
        assert {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"} <= tags
        assert b"name" not in tags
        for tag, checksum, start, length in entries:
            words = struct.unpack(f">{-(-length // 4)}I", font[start : start + length] + bytes(-length % 4))
            assert tag == b"head" or sum(words) % 2**32 == checksum, tag


def test_headings_are_read_in_order_and_skip_no_level(pdf: pikepdf.Pdf) -> None:
    assert headings(pdf) == [
        ("H1", "Toezeggingen op 1 juli 2021"),
        ("H2", "Overzicht"),
        ("H2", "Anders dan op 1 januari 2021"),
        ("H2", "Per toezegging"),
        ("H3", "T99001: Fictieve toezegging"),
        ("H2", "Bronnen"),
        ("H2", "Hoe u dit stuk controleert"),
    ]


def test_the_answer_is_read_before_its_details(pdf: pikepdf.Pdf) -> None:
    text = text_of(pdf)
    places = [text.index(candidate) for candidate in ("Op 1 juli 2021", "Nummer", "deels gedekt", "Fictieve Uitgever")]
    assert places == sorted(places)


def test_every_table_has_a_header_and_every_cell_a_row(parts: list[Part]) -> None:
    tables = [part for part in parts if part.tag == "Table" and not part.text]
    headers = [part for part in parts if part.tag == "THead" and not part.text]
    assert len(tables) == len(headers) == 5
    assert {part.path[-2] for part in parts if part.tag in ("TH", "TD")} == {"TR"}


def test_nothing_needs_an_alternative_that_is_not_there(parts: list[Part]) -> None:
    assert [part for part in parts if part.tag in ("Figure", "Formula") and not part.alternative] == []


def test_every_link_says_where_it_leads(pdf: pikepdf.Pdf) -> None:
    links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert links
    assert [note for note in links if "/Contents" not in note] == []
    outside = {str(note.A.URI) for note in links if "/A" in note and "/URI" in note.A}
    assert "https://fictief.example/stuk?a=1&b=2" in outside
    assert "https://fictief.example/toezeggingen/T99001/versies/1/#bew-fictief" in outside


def test_both_clocks_and_both_hashes_are_there(pdf: pikepdf.Pdf) -> None:
    made, text = a_pack(), text_of(pdf)
    assert "Peildatum1 juli 2021" in text
    assert "Bekend op5 januari 2026, publicatie 1" in text
    assert made.edition.hash
    assert made.edition.hash in text
    assert made.rows[0].hash
    assert made.rows[0].hash in text


def test_the_proposal_is_left_blank(parts: list[Part]) -> None:
    cells = [part for part in parts if part.tag == "TD"]
    text = "".join("|" + part.text if not part.text else part.text for part in cells)
    assert "|Voorstel status||" in text


@pytest.mark.parametrize("field", ["title", "register_text", "made_by_role", "scope_in_register", "chamber"])
def test_markup_of_others_stays_text(field: str) -> None:
    made = opened(as_pdf(a_pack(**{field: MARKUP}), template()))
    assert MARKUP in text_of(made)
    assert len(headings(made)) == 7


def test_signs_that_no_font_has_stand_there_as_their_number() -> None:
    made = opened(as_pdf(a_pack(title=f"Plan {UNSHOWN} – klaar"), template()))
    assert ("H3", "T99001: Plan [U+6F22] [U+1F600] [U+E000] [U+0378] [U+A66E] – klaar") in headings(made)


def test_signs_that_turn_text_stand_there_as_their_number() -> None:
    made = opened(as_pdf(a_pack(title="Plan \u202ednats"), template()))
    assert ("H3", "T99001: Plan [U+202E]dnats") in headings(made)


def test_a_long_word_and_a_long_address_are_no_reason_to_stop() -> None:
    made = opened(as_pdf(a_pack(title="Lettergreep" * 18), template()))
    assert "Lettergreep" * 18 in text_of(made)


def test_a_preview_and_what_is_made_up_say_so_on_every_page() -> None:
    register = a_register(*(a_commitment(id=f"T9900{number}") for number in range(1, 7)), a_site(fictitious=True))
    made = opened(as_pdf(half_years.packs_on(half_years.unpublished(register), DAY)[0], template()))
    assert "Voorbeeld. Dit is niet gepubliceerd." in text_of(made)
    assert "Fictief. De tafel" in text_of(made)
    assert len(made.pages) > 1


def test_an_office_with_nothing_in_hand_has_a_pack_that_says_so() -> None:
    settled = (a_status(status="voldaan", decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE),)
    made = opened(as_pdf(a_pack(status_events=settled), template()))
    assert "Er zijn geen toezeggingen waarvan bekend is dat zij op deze dag nog niet" in text_of(made)


def test_of_a_day_after_what_is_known_no_word_is_in_the_past_tense() -> None:
    site = a_site(sources_checked_on=on("2021-06-30"))
    commitment = a_commitment(
        id="T99001",
        status_events=(a_status(decided_on=on("2020-06-02"), as_shown_at=None, responsible=OFFICE),),
        deadlines=(a_deadline(set_on=on("2020-06-02")),),
    )
    unknown = replace(commitment, id="T99002", status_events=(a_status(as_shown_at=None, responsible=OFFICE),))
    settled = replace(commitment, id="T99003", status_events=(a_status(status="voldaan", responsible=OFFICE),))
    register = a_register(commitment, unknown, settled, site)
    (made,) = half_years.packs_on(half_years.unpublished(register), date(2022, 7, 1))
    pdf = opened(as_pdf(made, template()))
    text = " ".join([part.text for part in parts_of(pdf) if part.text] + [str(thing) for thing in pdf.docinfo.values()])
    assert not re.search(r"\b(was|waren|liep|gold|stond|had|werd|toen)\b", text)
    assert "30 juni 2021" in text
    assert ("H2", "Status niet bekend") in headings(pdf)


def test_another_process_in_another_zone_makes_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from tests.unit.export.reminder.test_pdf import a_pack, template; "
        "from lrt_site.export.reminder.pdf import as_pdf; "
        "pathlib.Path(sys.argv[1]).write_bytes(as_pdf(a_pack(), template()))"
    )
    path = tmp_path / "stuk.pdf"
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        env={"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400"},
        check=True,
    )
    assert path.read_bytes() == as_pdf(a_pack(), template())


def test_a_pack_that_breaks_over_pages_anywhere_is_made() -> None:
    """A header that is repeated on the next page is decoration, in which a link would be an error."""
    covers = tuple(Coverage(element="el-fictief", extent="deels gedekt", note="Een deel. " * 9) for _ in range(60))
    evidence = an_evidence(covers=covers)
    made = opened(as_pdf(a_pack(evidence=(evidence,)), template()))
    assert len(made.pages) > 3


def test_a_template_of_which_no_document_can_be_made_is_told_at_its_line() -> None:
    with pytest.raises(BrokenTemplateError, match="unknown variable: nergens") as broken:
        as_pdf(a_pack(), "#let x = 1\n#nergens()\n")
    assert broken.value.places == ((TEMPLATE, 2),)
