"""Content alone makes the site of another table: whole, marked as made up, and without a word of the real one."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import get_args

import pytest

from lrt_site import checking, files, schema, urls
from lrt_site.checks import addresses
from lrt_site.findings.certainty.commitments import commitment_on
from lrt_site.model.commitments import Commitment, CommitmentStatus, Extent
from lrt_site.model.dates import MONTHS
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Organisation, Person
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import KINDS, Register, kind_of
from lrt_site.model.sources import Contradiction, Page
from lrt_site.model.table import Table
from tests.builders import a_page
from tests.tools.pages import HANDBOOK, page_in, pages_of, register_of
from tests.tools.pdfs import opened, text_of
from tests.tools.sites import ROOT
from tests.unit.checking import codes

CONTENT = ROOT / "examples/fictief"
CARD = urls.card_of(urls.HOME)[1:]
NOTICE = "Fictief: deze tafel bestaat niet."
VINTAGES = {"19.120": "voorlopig", "19.305": "definitief", "19.288": "herzien"}
"""The values of 2023 in the order in which they were known."""
PASSED_ON = {
    "T90007": [
        ("staatssecretaris van Zeil en Stroom", "staatssecretaris van Vaart en Wind"),
        ("staatssecretaris van Vaart en Wind", "minister van Vaart en Wind"),
    ],
    "T90010": [
        ("minister van Eilanden en Kusten", "staatssecretaris van Vaart en Wind"),
        ("staatssecretaris van Vaart en Wind", "minister van Vaart en Wind"),
    ],
}
"""Which office passed a commitment on to which."""
OVERDUE = {
    date(2025, 7, 1): {"T90006", "T90007", "T90009"},
    date(2026, 7, 1): {"T90006", "T90007", "T90009", "T90010", "T90011"},
}
"""The commitments whose deadline had passed: with Eilanden en Kusten T90006 and T90009, with Vaart en Wind the rest."""
UNTIL = re.compile(rf"tot (?:[0-9]{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?[0-9]{{4}}\b(?! (?:zijn|is) het)")
"""An end as if it were no part; of days between two days the last is none."""
REAL = (
    "asiel",
    "commissaris van de koning",
    "eerste kamer",
    "klijnsma",
    "regietafel",
    "rijkshe",
    "spreidingswet",
    "statushouder",
    "tweede kamer",
    "vergunninghouder",
    "vluchteling",
)
"""Parts of words that only the real table needs, in small letters."""

SHOWN = {
    "/vergaderingen/m-2025-03-13/": {
        "the report adopted": "Vastgesteld op 19 juni 2025",
        "the report published": "verslag van secretariaat van de overlegtafel, 26 juni 2025",
        "what was discussed": "De dienst vraagt 120 ligplaatsen.",
        "a disputed outcome": "of een halve ligplaats voor een kleine pont meetelt",
        "the topic of an agenda item": "Onderwerp: ligplaatsen",
        "a document without an address": "Kaart van kleine ponten",
        "a note at the foot of a report": "op de grens van twee provincies ligt",
        "a heading of a report": "Tellingen",
    },
    "/vergaderingen/m-2024-06-20/": {
        "a cancelled meeting": "afgelast",
    },
    "/vergaderingen/m-2026-09-17/": {
        "a cancelled meeting, and who says so": "De pagina met vergaderdata zegt dat deze vergadering niet doorging.",
    },
    "/vergaderingen/m-2026-11-26/": {
        "a planned meeting": "gepland",
        "its day of now": "3 december 2026",
        "its day of before": "De vergadering was eerst gepland op 26 november 2026.",
    },
    "/vergaderingen/m-2027-voorjaar/": {
        "an announced meeting": "in het voorjaar van 2027",
    },
    "/vergaderingen/m-2025-najaar/": {
        "a meeting between two days": "niet voor 1 september 2025 en niet na 31 oktober 2025",
    },
    "/vergaderingen/m-2024-extra/": {
        "a meeting that is not verified": "niet geverifieerd",
    },
    "/vergaderingen/m-2023-06/": {
        "a meeting without a report": "geen verslag gevonden",
    },
    "/vergaderingen/m-2025-04-08-noorderbank/": {
        "a day worked out": "afgeleid",
    },
    "/provincies/rt-noorderbank/": {
        "the meetings of a regional table": "Vergadering van 8 april 2025",
    },
    "/stoelen/stoel-veg/": {
        "a seat with two places": "Neel van Nergens",
    },
    "/stoelen/stoel-bpr/": {
        "an empty seat": "niet bezet (vacature)",
    },
    "/samenstelling/comp-2025-03/": {
        "an empty seat in a composition": "niet bezet (vacature)",
    },
    "/stoelen/stoel-voorzitter/": {
        "a change of chair": "Bram Bedacht",
    },
    "/deelnemers/p-verzonnen/": {
        "a term with both its days": "30 september 2024",
    },
    "/samenstelling/comp-tafelpagina/": {
        "an estimated composition": "schatting",
    },
    "/toezeggingen/T90001/": {
        "an extension of a deadline": "Termijn van 1 februari 2025 bepaald door: commissie voor Water en Wind",
        "a coverage": "De brief bevat vier verslagen. Er waren toen zes vergaderingen bekend.",
        "a letter as evidence": "Ondertekend door Bram Bedacht",
        "the remark": "Het register spreekt van alle tafels. De brief noemt alleen de landelijke tafel.",
    },
    "/toezeggingen/T90003/": {
        "a former responsible office": "staatssecretaris van Vaart en Wind",
        "the present responsible office": "minister van Vaart en Wind",
    },
    "/toezeggingen/T90006/": {
        "a commitment without a known status": "niet bekend",
        "why it has none": "In het register is zij niet gevonden.",
    },
    "/toezeggingen/T90007/": {
        "the first deadline": "1 oktober 2023",
        "the last deadline of four": "1 juni 2026",
        "the office after two changes": "minister van Vaart en Wind",
        "a part that a document does not mention": "niet genoemd",
        "a part of which a document does not tell": "niet vast te stellen",
        "a part covered in part": "De brief noemt negen kades. De pagina over de tafel telt er elf.",
    },
    "/toezeggingen/T90008/": {
        "fulfilment by letter": "De minister schrijft dat hij hiermee de toezegging nakomt.",
    },
    "/toezeggingen/T90009/": {
        "what the minister writes": "De minister schrijft dat de toezegging hiermee is afgedaan.",
        "what the committee writes": "De commissie schrijft dat het plan voor Zuidersluik ontbreekt.",
    },
    "/toezeggingen/T90010/": {
        "why it is open again": "De commissie schrijft dat het loket sinds 1 september 2025 dicht is.",
    },
    "/cijfers/ligplaatsen-opgave/": {
        "the sum beside the printed total": "Gedrukt totaal 120; de rijen tellen op tot 121.",
    },
    "/cijfers/ponten/": {
        "a value with a reserve": "bijna 17",
    },
    "/cijfers/reizigers-verwacht/": {
        "a forecast with its range": "bovengrens",
        "a third forecast of one year": "1.248.000",
    },
    "/tegenspraak/": {
        "that a source is followed": "Wij volgen één bron.",
        "a contradiction without a followed source": "Volgens het verslag begon hij op de dag van de vergadering",
    },
    "/tegenspraak/c-overtochten-2024/": {
        "a followed source with its reason": "Het jaarverslag legt uit hoe er is geteld.",
    },
    "/tegenspraak/c-t90009-provincies/": {
        "what one source says": "Met deze brief ontvangt u de plannen van alle drie de provincies.",
        "what the other says": "Het plan voor Zuidersluik ontbreekt.",
    },
    "/geschiedenis/": {
        "a moment between two months": "tussen maart en september 2022",
        "a moment of which only the year is known": "2021",
    },
    "/bronnen/": {
        "a source that was not found again": "Nieuwsbrief voor eilandgemeenten, nummer 9",
    },
    "/bronnen/s-folder-2023/": {
        "a source without facts": "Deze bron is nergens voor gebruikt.",
        "why it is kept": "er staat geen feit in dat wij gebruiken",
    },
    "/stilte/": {
        "a regional table that publishes nothing": "Oosterplaat",
    },
    "/stilte/vergaderingen/": {
        "a missing meeting": "12 vergaderingen",
    },
    "/vermeldingen/": {
        "a single mention": "aan boord van een pont",
    },
    "/tafel/": {
        "the former name of the table": "Overlegtafel Bootverbindingen",
    },
    "/deelnemers/org-mvw/": {
        "the former name of an organisation": "ministerie van Zeil en Stroom",
    },
    "/over/": {
        "a page of its own": "De Overlegtafel Veerdiensten Waddenrif bestaat niet.",
    },
}
"""For every page what a reader looks for there, and the words that must be there."""

ROWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "/vergaderingen/m-2025-03-13/": {
        "an agreement with its day": (
            "Dienst Getij en Vaargeul",
            "zoekt uit waar het verschil van één ligplaats vandaan komt",
            "15 mei 2025",
            "Opgave ligplaatsen 2025",
        ),
        "an attendee replaced": (
            "Tjibbe Testpersoon, Droomtij",
            "directeur",
            "vervangen door Doutzen Dagdroom",
        ),
        "an attendee invited": (
            "Jorrit Verdicht",
            "lid van de Waddenkamer",
            "genodigd",
        ),
        "a table in a report": (
            "Noorderbank",
            "48",
            "31",
        ),
    },
    "/vergaderingen/m-2024-03-14/": {
        "an agreement without a day": (
            "ministerie van Vaart en Wind",
            "zoekt uit of een lagere prijs is toegestaan",
            "geen termijn genoemd",
            "Tarieven voor eilandbewoners",
        ),
    },
    "/vergaderingen/m-2023-11-30/": {
        "an attendee absent": (
            "Hidde Hersenschim, BPR",
            "voorzitter",
            "afwezig",
        ),
    },
}
"""For every page what a reader looks for there, and the cells of its row."""


def real_names() -> Iterator[str]:
    """Every name of the real table: its own, and those of its people, bodies, provinces and commitments."""
    texts, _ = files.read_content(ROOT / "content")
    register = Register.of(schema.read_content(texts, PurePosixPath("content")).records)
    yield from (
        name for table in register.all(Table).values() for name in (table.name, table.abbreviation or table.name)
    )
    yield from (person.name for person in register.all(Person).values())
    yield from (
        name for organisation in register.all(Organisation).values() for name in (organisation.name, organisation.short)
    )
    yield from (table.province for table in register.all(ProvincialTable).values())
    yield from register.all(Commitment)


def words_in(file: Path, data: bytes) -> str:
    """What a file says; a card, and what finds a page, say no more than the page that it is of."""
    if file.name == CARD:
        return ""
    if file.suffix == ".pf_fragment":
        told = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        return "" if told["meta"]["adres"].startswith(HANDBOOK) else json.dumps(told, ensure_ascii=False)
    if file.suffix.startswith(".pf_"):
        return ""
    return text_of(opened(data)) if file.suffix == ".pdf" else data.decode("utf-8", "replace")


def by_first_letter(names: Iterable[str]) -> str:
    """A pattern of any of these names that looks once at a first letter, which is much sooner done."""
    letters = ((letter, [re.escape(name[1:]) for name in alike]) for letter, alike in groupby(names, itemgetter(0)))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in letters)


def test_the_content_has_no_problem() -> None:
    texts, unread = files.read_content(CONTENT)
    assert (unread, checking.check(texts, root=PurePosixPath("examples/fictief"))) == ((), ())


@cache
def content() -> Register:
    """The records as they are written now, whether or not they have been published."""
    texts, _ = files.read_content(CONTENT)
    return Register.of(schema.read_content(texts, PurePosixPath("examples/fictief")).records)


def test_its_commitments_have_every_status_and_one_has_none() -> None:
    newest = {
        commitment.status.status if commitment.status else None for commitment in content().all(Commitment).values()
    }
    assert newest == {*get_args(CommitmentStatus), None}


def test_one_letter_covers_the_parts_of_its_promise_in_every_way() -> None:
    (letter,) = (evidence for evidence in content().all(Commitment)["T90007"].evidence if evidence.form == "brief")
    assert {coverage.extent for coverage in letter.covers} == set(get_args(Extent))


def test_a_committee_gave_more_time_again_and_again() -> None:
    first, *extensions = content().all(Commitment)["T90007"].deadlines
    assert first.granted_by is None
    assert [event.granted_by for event in extensions] == ["commissie voor Water en Wind"] * 3


@pytest.mark.parametrize("number", ["T90007", "T90010"])
def test_another_office_became_responsible_twice(number: str) -> None:
    told = [event for event in content().all(Commitment)[number].status_events if event.former_responsible]
    assert [(event.former_responsible, event.responsible) for event in told] == PASSED_ON[number]


@pytest.mark.parametrize(("number", "status"), [("T90009", "deels voldaan"), ("T90011", "openstaand")])
def test_a_committee_decides_otherwise_after_the_minister_wrote_that_it_was_done(number: str, status: str) -> None:
    commitment = content().all(Commitment)[number]
    for letter in commitment.evidence:
        assert "is afgedaan" in letter.content
        after = next(
            event
            for event in commitment.status_events
            if (event.decided_on or commitment.date).earliest > letter.date.latest
        )
        assert (after.status, after.decided_by) == (status, "commissie voor Water en Wind")
        assert after.source.startswith("s-besluiten-")


def test_a_commitment_was_kept_and_is_open_again() -> None:
    decided = [event.status for event in content().all(Commitment)["T90010"].status_events if event.decided_on]
    assert decided == ["openstaand", "voldaan", "openstaand"]


@pytest.mark.parametrize(("day", "overdue"), OVERDUE.items(), ids=[str(day) for day in OVERDUE])
def test_two_ministries_are_late_on_the_first_of_july(day: date, overdue: set[str]) -> None:
    commitments = content().all(Commitment).values()
    assert {commitment.id for commitment in commitments if commitment_on(commitment, day).passed == "ja"} == overdue


def test_meetings_used_all_three_values_of_one_year() -> None:
    used = [figure for meeting in content().all(Meeting).values() for item in meeting.agenda for figure in item.figures]
    assert {f"f-overtochten-2023-{text}" for text in "vdh"} | {f"f-verwacht-2026-{text}" for text in "abc"} <= set(used)


def test_every_contradiction_shows_what_each_source_says() -> None:
    assert [
        contradiction.id for contradiction in content().all(Contradiction).values() if not contradiction.claims
    ] == []


def test_the_content_has_every_kind_of_record(fictief_site: Path) -> None:
    assert {kind_of(record) for record in register_of(fictief_site).records.values()} == set(KINDS)


def test_no_page_can_take_what_stands_at_the_root(fictief_site: Path) -> None:
    written = {record.id for record in register_of(fictief_site).records.values() if isinstance(record, Page)}
    names = {path.name.removesuffix(".html") for path in fictief_site.iterdir() if not path.name.startswith(".")}
    assert written < names
    for name in sorted(names - written):
        for identifier in (name, name.upper()):
            told = codes(addresses.ids_leave_addresses_of_the_site_free, a_page(id=identifier))
            assert set(told) == {"reserved-id"}, name


def test_no_file_names_the_real_table(fictief_site: Path) -> None:
    names = re.compile(rf"\b(?:{by_first_letter(sorted(set(real_names())))})\b")
    found = []
    for file in sorted(fictief_site.rglob("*")):
        name = f"/{file.relative_to(fictief_site).as_posix()}"
        if file.is_file() and not name.startswith(HANDBOOK):
            data = file.read_bytes()
            text = f"{name}\n{words_in(file, data)}"
            # The index has words without capitals, and numbers packed in letters that can spell anything short.
            named = [] if name.startswith(urls.QUOTATIONS) else names.findall(text)
            folded = text.casefold()
            found += [f"{name}: {item}" for item in (*named, *(part for part in REAL if part in folded))]
    assert found == []


def test_every_page_says_that_all_is_made_up(fictief_site: Path) -> None:
    silent = [page.address for page in pages_of(fictief_site, handbook=False) if NOTICE not in page.words]
    assert silent == []


def test_an_end_that_is_part_is_said_to_be_part(fictief_site: Path) -> None:
    told = [
        (page.address, found[0])
        for page in pages_of(fictief_site, handbook=False)
        # A version stands until the day on which the next one comes; a publication has the words of its editor.
        if "/versies/" not in page.address and not page.address.startswith("/publicaties/")
        for found in UNTIL.finditer(page.words)
    ]
    assert told == []


def test_no_page_of_the_real_site_says_so(real_site: Path) -> None:
    assert [page.address for page in pages_of(real_site) if NOTICE in page.words] == []


@pytest.mark.parametrize(
    ("address", "words"), [pytest.param(page, words, id=what) for page in SHOWN for what, words in SHOWN[page].items()]
)
def test_what_the_content_holds_stands_where_a_reader_looks(fictief_site: Path, address: str, words: str) -> None:
    assert words.lower() in page_in(fictief_site, address).words.lower()


@pytest.mark.parametrize(
    ("address", "row"), [pytest.param(page, row, id=what) for page in ROWS for what, row in ROWS[page].items()]
)
def test_a_row_of_a_table_stands_where_a_reader_looks(fictief_site: Path, address: str, row: tuple[str, ...]) -> None:
    assert row in page_in(fictief_site, address).rows


def test_three_values_of_one_year_stand_beside_each_other(fictief_site: Path) -> None:
    rows = [row for row in page_in(fictief_site, "/cijfers/overtochten/").rows if row[0] == "2023"]
    # A note stands behind its value in the same cell.
    first_words = [[word for cell in row for word in cell.split()[:1]] for row in rows]
    values = [tuple(word for word in row if word in VINTAGES or word in VINTAGES.values()) for row in first_words]
    assert [tuple(sorted(value)) for value in values] == [tuple(sorted(pair)) for pair in VINTAGES.items()]


def test_a_report_links_to_the_pages_of_other_records(fictief_site: Path) -> None:
    linked = page_in(fictief_site, "/vergaderingen/m-2025-03-13/").leads_to("main")
    assert {
        "/vergaderingen/m-2025-06-19/",
        "/provincies/rt-oosterplaat/",
        "/cijfers/overtochten/",
        "/toezeggingen/T90001/",
        "/deelnemers/p-verdicht/",
    } <= linked


def test_the_holder_of_a_seat_is_certain_between_two_known_days(fictief_site: Path) -> None:
    words = page_in(fictief_site, "/samenstelling/2023-02-10/").words
    assert re.search(r"Fenna Verzonnen.{0,120}zeker|zeker.{0,120}Fenna Verzonnen", words)
