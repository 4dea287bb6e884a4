"""A half-year pack as a spreadsheet: real dates, filters and a header that stays; the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import TypeVar, get_args

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lrt_site.export.reminder.characters import unturned
from lrt_site.export.reminder.half_years import ListedSource, Pack
from lrt_site.export.reminder.rows import Covered, PackDifference, Paper, Row
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import CommitmentStatus
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Backing, How
from lrt_site.pages.shared.numbers import Numbers

Value = str | int | PartialDate | None
"""What a cell holds."""

T = TypeVar("T")

PROPOSAL = "Voorgestelde status"
SETTLED = "Afgehandeld"
UNKNOWN = "status niet bekend"
DATE_FORMAT = "dd-mm-yyyy"
LANGUAGE = "nl-NL"

LONGEST_TEXT = 32_000
"""Of a cell."""
_LONGEST_LINK = 2_000
FIRST_DAY = 1901
"""Spreadsheets count days from 1900, and miscount that year."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet."""

    name: str
    width: int
    """In characters."""
    link: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a header and rows below it."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class _Formats:
    header: Format
    text: Format
    wrapped: Format
    date: Format
    number: Format
    link: Format


def as_xlsx(pack: Pack) -> bytes:
    """The pack as a workbook. What anybody wrote is text: nothing in it runs as a formula."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = (pack.edition.date or pack.edition.read_until).earliest
    book.set_properties(
        {
            "title": f"Toezeggingen op {pack.on.in_words}: {pack.office}",
            "subject": pack.words.subject,
            "author": pack.edition.site,
            "comments": _mark(pack),
            "created": datetime.combine(made, time(), UTC),
        }
    )
    formats = _formats(book)
    numbers = Numbers()
    stating = (_commitments(pack, numbers), _papers(pack, numbers), _differences(pack, numbers))
    sheets = (*stating, _sources(pack, numbers))
    # A pack that looks ahead opens with the sheet that says so.
    for sheet in (_about(pack), *sheets) if pack.words.warning else (*sheets, _about(pack)):
        _write(book.add_worksheet(sheet.name), sheet, pack, formats)
    book.close()
    return _in_dutch(held.getvalue())


def _formats(book: Workbook) -> _Formats:
    top = {"valign": "top"}
    return _Formats(
        header=book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E6EDEF"}),
        text=book.add_format(top),
        wrapped=book.add_format({**top, "text_wrap": True}),
        date=book.add_format({**top, "num_format": DATE_FORMAT, "align": "left"}),
        number=book.add_format({**top, "num_format": "0"}),
        link=book.add_format({**top, "font_color": "#0F4C5C", "underline": 1}),
    )


def _write(page: Worksheet, sheet: Sheet, pack: Pack, formats: _Formats) -> None:
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{_in_header(pack.office)}, {pack.on.in_words}&R{_in_header(_mark(pack))}")
    page.set_footer("&L&A&Rpagina &P van &N")
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.name, formats.header)
        if column.name == PROPOSAL and sheet.rows:
            page.data_validation(
                1, place, len(sheet.rows), place, {"validate": "list", "source": list(get_args(CommitmentStatus))}
            )
    for at, row in enumerate(sheet.rows, start=1):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            _put(page, at, place, column, value, formats)


def _put(page: Worksheet, at: int, place: int, column: SheetColumn, value: Value, formats: _Formats) -> None:
    if value is None or value == "":
        page.write_blank(at, place, None, formats.wrapped)
    elif isinstance(value, PartialDate) and value.is_day and value.earliest.year >= FIRST_DAY:
        page.write_datetime(at, place, datetime.combine(value.earliest, time()), formats.date)
    elif isinstance(value, int):
        page.write_number(at, place, value, formats.number)
    else:
        text = _text(value)
        if column.link and len(text) <= _LONGEST_LINK and text.startswith(("https://", "http://")):
            page.write_url(at, place, text, formats.link, string=text[:255])
        else:
            page.write_string(at, place, text, formats.wrapped if column.wraps else formats.text)


def _text(value: PartialDate | str) -> str:
    if isinstance(value, PartialDate):
        return value.in_words
    text = unturned(value)
    # A cell holds no more. The whole text stands on the site.
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} … (verder op de site)"


def _mark(pack: Pack) -> str:
    """That the pack looks ahead, or is no paper of the desk, where that is so."""
    marks = (
        pack.words.mark,
        "Voorbeeld, niet gepubliceerd" if pack.edition.number is None else "",
        "Fictief" if pack.edition.fictitious else "",
    )
    return " · ".join(filter(None, marks))


def _in_header(text: str) -> str:
    """Text in the head of a printed page, where a sign & gives orders and no more than 255 signs fit."""
    return unturned(text)[:90].replace("&", "&&")


def _commitments(pack: Pack, numbers: Numbers) -> Sheet:
    columns: tuple[tuple[SheetColumn, Callable[[Row], Value]], ...] = (
        (SheetColumn("Nummer", 10), lambda row: row.id),
        (SheetColumn("Titel", 40, wraps=True), lambda row: row.title),
        (SheetColumn("Toezegging volgens het register", 50, wraps=True), lambda row: row.register_text),
        (SheetColumn("Kamer", 16), lambda row: row.chamber),
        (SheetColumn("Commissie", 28, wraps=True), lambda row: "; ".join(row.committees)),
        (SheetColumn("Gedaan op", 14), lambda row: row.made),
        (SheetColumn("Gedaan door", 30, wraps=True), lambda row: row.made_by),
        (SheetColumn(SETTLED, 14), lambda row: UNKNOWN if row.settled == "misschien" else row.settled),
        (SheetColumn(pack.words.status, 16), lambda row: row.status),
        (SheetColumn("Status besloten op", 14), lambda row: row.decided_on),
        (SheetColumn("Status besloten door", 28, wraps=True), lambda row: row.decided_by),
        (SheetColumn("Status zo getoond op", 14), lambda row: row.shown_at),
        (SheetColumn("Eerste termijn", 14), lambda row: row.first_deadline),
        (SheetColumn("Termijn", 14), lambda row: row.deadline),
        (SheetColumn("Aantal termijnen tot nu toe", 12), lambda row: len(row.terms)),
        (SheetColumn(pack.words.overdue_or_not, 12), lambda row: row.overdue),
        (SheetColumn(pack.words.overdue_days, 12), lambda row: row.overdue_days),
        (SheetColumn("Stukken", 10), lambda row: len(row.papers)),
        (SheetColumn(PROPOSAL, 20), lambda _: None),
        (SheetColumn("Let op", 40, wraps=True), lambda row: " ".join(noted.text for noted in row.remarks)),
        (SheetColumn("Versie", 8), lambda row: row.version),
        (SheetColumn("SHA-256 van de versie", 66), lambda row: row.hash),
        (SheetColumn("Adres van de versie", 50, link=True), lambda row: row.place),
        (SheetColumn("Bronnen", 34, wraps=True), lambda row: _cited(numbers, _row_parts(row))),
    )
    return _sheet("Toezeggingen", columns, (*pack.rows, *pack.unknown))


_Parts = Sequence[tuple[str, Backing]]
"""The names of columns, each with what its words rest on."""


def _row_parts(row: Row) -> _Parts:
    by = row.sources
    return (
        ("titel", by.title),
        ("toezegging", by.register_text),
        ("commissie", by.committees),
        ("gedaan", by.made),
        ("status", row.status_said.sources),
        *(("termijn", term.sources) for term in row.terms),
        *(("let op", remark.sources) for remark in row.remarks),
    )


def _paper_parts(row: Row, paper: Paper, covered: Covered | None) -> _Parts:
    by = paper.sources
    parts = (("stuk", by.document), ("inhoud", by.content), ("reikwijdte volgens het stuk", by.scope))
    register = ("reikwijdte volgens het register", row.sources.scope)
    return (*parts, register, *((("dekking", by.covered),) if covered else ()))


def _cited(numbers: Numbers, parts: _Parts) -> str:
    """Which sources say what is in a row: the numbers alone where they are the same for all of it."""
    named: dict[Backing, dict[str, None]] = {}
    for name, backing in parts:
        if backing.sources:
            named.setdefault(backing, {})[name] = None
    told = {backing: _HOW[backing.how] + ", ".join(map(str, numbers.of(backing))) for backing in named}
    if len(told) == 1:
        return next(iter(told.values()))
    return "; ".join(f"{', '.join(names)}: {told[backing]}" for backing, names in named.items())


_HOW: Mapping[How, str] = {"each": "", "together": "bronnen samen: "}


def _papers(pack: Pack, numbers: Numbers) -> Sheet:
    columns: tuple[tuple[SheetColumn, Callable[[tuple[Row, Paper, Covered | None]], Value]], ...] = (
        (SheetColumn("Nummer", 10), lambda pair: pair[0].id),
        (SheetColumn("Stuk", 34, wraps=True), lambda pair: pair[1].document),
        (SheetColumn("Vorm", 14), lambda pair: pair[1].form),
        (SheetColumn("Datum", 14), lambda pair: pair[1].date),
        (SheetColumn("Nieuw sinds de vorige peildatum", 14), lambda pair: "ja" if pair[1].fresh else "nee"),
        (SheetColumn("Inhoud", 44, wraps=True), lambda pair: pair[1].content),
        (SheetColumn("Gaat over, volgens het stuk", 34, wraps=True), lambda pair: pair[1].scope),
        (SheetColumn("Gaat over, volgens het register", 34, wraps=True), lambda pair: pair[0].scope),
        (SheetColumn("Onderdeel van de toezegging", 34, wraps=True), lambda pair: pair[2].element if pair[2] else None),
        (SheetColumn("Dekking", 18), lambda pair: pair[2].extent if pair[2] else "nog niet vergeleken"),
        (SheetColumn("Plaats in het stuk", 18, wraps=True), lambda pair: pair[2].place if pair[2] else None),
        (SheetColumn("Toelichting bij de dekking", 40, wraps=True), lambda pair: pair[2].note if pair[2] else None),
        (SheetColumn("Opmerking", 30, wraps=True), lambda pair: pair[1].remark),
        (SheetColumn("Adres op de site", 50, link=True), lambda pair: pair[1].address),
        (SheetColumn("SHA-256 van de versie", 66), lambda pair: pair[0].hash),
        (SheetColumn("Webadres van het stuk", 50, link=True), lambda pair: pair[1].url),
        (SheetColumn("Bronnen", 34, wraps=True), lambda pair: _cited(numbers, _paper_parts(*pair))),
    )
    return _sheet("Bewijs", columns, _covered_in(pack))


def _covered_in(pack: Pack) -> Iterator[tuple[Row, Paper, Covered | None]]:
    for row in (*pack.rows, *pack.unknown):
        for paper in row.papers:
            for covered in paper.covered or (None,):
                yield row, paper, covered


def _differences(pack: Pack, numbers: Numbers) -> Sheet:
    columns: tuple[tuple[SheetColumn, Callable[[PackDifference], Value]], ...] = (
        (SheetColumn("Nummer", 10), lambda difference: difference.id),
        (SheetColumn("Titel", 40, wraps=True), lambda difference: difference.title),
        (SheetColumn("Wat", 28), lambda difference: difference.what),
        (SheetColumn(f"Op {pack.before.in_words}", 44, wraps=True), lambda difference: difference.then),
        (SheetColumn(f"Op {pack.on.in_words}", 44, wraps=True), lambda difference: difference.now),
        (SheetColumn("Bronnen", 34, wraps=True), lambda difference: _cited(numbers, (("", difference.sources),))),
    )
    return _sheet("Verschillen", columns, pack.differences)


def _sources(pack: Pack, numbers: Numbers) -> Sheet:
    sources = {source.id: source for source in pack.sources}
    columns: tuple[tuple[SheetColumn, Callable[[ListedSource], Value]], ...] = (
        (SheetColumn("Bron", 8), lambda source: numbers.given[source.id]),
        (SheetColumn("Titel", 50, wraps=True), lambda source: source.title),
        (SheetColumn("Vindplaats", 24, wraps=True), lambda source: source.citation),
        (SheetColumn("Uitgever", 30, wraps=True), lambda source: source.publisher),
        (SheetColumn("Datum", 14), lambda source: source.date),
        (SheetColumn("Webadres", 50, link=True), lambda source: source.url),
        (SheetColumn("Opmerking", 34, wraps=True), lambda source: source.remark),
        (SheetColumn("Adres op de site", 50, link=True), lambda source: source.address),
    )
    return _sheet("Bronnen", columns, [sources[source] for source in numbers.given])


def _about(pack: Pack) -> Sheet:
    edition, counts = pack.edition, pack.counts
    late = pack.words.overdue_or_not[0].lower() + pack.words.overdue_or_not[1:]
    rows: tuple[tuple[str, Value], ...] = (
        ("Let op: vooruitblik", pack.words.warning),
        ("Verantwoordelijk", pack.office),
        ("Peildatum", pack.on),
        ("Vorige peildatum", pack.before),
        ("Samengevat", " ".join(pack.words.answer)),
        ("Niet afgehandeld", counts.running),
        (f"Niet afgehandeld, {late}", counts.running_late.surely),
        (f"Niet afgehandeld, {late}: misschien", counts.running_late.perhaps),
        ("Status niet bekend", counts.unknown),
        (f"Status niet bekend, {late}", counts.unknown_late.surely),
        (f"Status niet bekend, {late}: misschien", counts.unknown_late.perhaps),
        ("Voldaan of afgevoerd (staan op de site)", counts.settled),
        ("Bronnen gelezen tot en met", edition.read_until),
        ("Bekend op (publicatie)", edition.date),
        ("Publicatie", edition.number),
        ("SHA-256 van de publicatie", edition.hash),
        ("Adres van de publicatie", edition.place),
        ("Op de site", edition.page),
        ("Waar dit stuk staat", edition.command and edition.stands),
        ("Opnieuw te maken met", edition.command),
        ("Let op", _mark(pack)),
        ("Voorgestelde status", "Die kolom is leeg: zij is voor de commissie."),
        ("Wat dit zegt", "Wat bronnen zeggen, en niet of een toezegging is nagekomen."),
    )
    shown = tuple(row for row in rows if row[1] not in (None, ""))
    return Sheet("Toelichting", (SheetColumn("Gegeven", 40), SheetColumn("Waarde", 70, link=True, wraps=True)), shown)


def _sheet(name: str, columns: Sequence[tuple[SheetColumn, Callable[[T], Value]]], items: Iterable[T]) -> Sheet:
    return Sheet(
        name,
        tuple(column for column, _ in columns),
        tuple(tuple(value_of(item) for _, value_of in columns) for item in items),
    )


def _in_dutch(book: bytes) -> bytes:
    """The workbook with its language in its properties, which the library cannot say, and no hour of its making."""
    core, ends = "docProps/core.xml", b"</cp:coreProperties>"
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == core:
                data = data.replace(ends, f"<dc:language>{LANGUAGE}</dc:language>".encode() + ends)
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
