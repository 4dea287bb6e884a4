"""The commitments on every cut-off date agree with a second reckoning, from the files of content alone.

Nothing here uses the package: dates, statuses, deadlines, offices and counts are worked out again from the YAML, and
compared with what the built site says in its pages, its PDF files and its spreadsheets.
"""

import io
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from tests.tools.pdfs import opened, text_of

ROOT = Path(__file__).parents[2]
DAYS = {
    "content": [date(year, month, 1) for year in range(2020, 2027) for month in (1, 7)],
    "examples/fictief": [date(year, month, 1) for year in range(2023, 2027) for month in (1, 7)],
}
CLOSED = {"voldaan", "afgevoerd"}
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def first(text: str) -> date:
    return date.fromisoformat(f"{text}-01-01"[:10])


def last(text: str) -> date:
    if len(text) == 10:
        return first(text)
    month = int(text[5:7]) if len(text) == 7 else 12
    return date(int(text[:4]), month, monthrange(int(text[:4]), month)[1])


def in_words(text: str) -> str:
    year, *rest = text.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)


def surely(when: str | None, day: date) -> bool:
    return when is not None and (first(when) <= day if len(when) == 10 else last(when) < day)


def perhaps(when: str | None, day: date) -> bool:
    return when is None or first(when) <= day


def by_then(
    events: list[dict[str, Any]], moments: list[str | None], day: date
) -> tuple[dict[str, Any] | None, list[dict[str, Any]], list[dict[str, Any]]]:
    """The newest that surely was there, those after it that may have been, and those that came later."""
    certain = [index for index, when in enumerate(moments) if surely(when, day)]
    start = certain[-1] + 1 if certain else 0
    end = start
    while end < len(events) and perhaps(moments[end], day):
        end += 1
    return (events[start - 1] if certain else None), events[start:end], events[end:]


@dataclass(frozen=True)
class Expected:
    """A commitment on a day, reckoned anew."""

    id: str
    settled: str
    status: str
    deadline: str | None
    days: int | None
    terms: int
    offices: frozenset[str]
    sure_office: bool


def reckoned(mapping: dict[str, Any], day: date) -> Expected | None:
    if not perhaps(mapping["date"], day):
        return None
    events, deadlines = mapping.get("status_events", []), mapping.get("deadlines", [])
    moments = [event.get("decided_on") or event.get("as_shown_at") for event in events]
    sure, maybe, _ = by_then(events, moments, day)
    closed = {event["status"] in CLOSED for event in ([sure] if sure else []) + maybe}
    settled = "status niet bekend" if sure is None or len(closed) > 1 else "ja" if closed == {True} else "nee"
    term, terms, _ = by_then(deadlines, [event.get("set_on") for event in deadlines], day)
    held = ([term] if term else []) + terms
    late = bool(held) and settled != "ja" and all(last(event["deadline"]) < day for event in held)
    named = [event for event in events if event.get("responsible")]
    office, others, later = by_then(
        named, [event.get("decided_on") or event.get("as_shown_at") for event in named], day
    )
    offices = {event["responsible"] for event in ([office] if office else []) + others}
    if not offices:
        offices = {(later[0].get("former_responsible") if later else None) or mapping["made_by_role"]}
    return Expected(
        mapping["id"],
        settled,
        sure["status"] if sure else "niet bekend",
        held[0]["deadline"] if term or len(held) == 1 else None,
        (day - max(last(event["deadline"]) for event in held)).days if late else None,
        len([event for event in deadlines if perhaps(event.get("set_on"), day)]),
        frozenset(offices),
        office is not None,
    )


def commitments(content: str) -> list[dict[str, Any]]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / content / "commitments").glob("*.md"))]
    return [yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader) for text in texts]


def slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def by_office(content: str, day: date) -> dict[str, list[Expected]]:
    found: dict[str, list[Expected]] = {}
    for commitment in commitments(content):
        expected = reckoned(commitment, day)
        for office in expected.offices if expected else ():
            assert expected
            found.setdefault(slug(office), []).append(expected)
    return found


CASES = [(content, day) for content, days in DAYS.items() for day in days]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def case(request: pytest.FixtureRequest) -> tuple[Path, date, dict[str, list[Expected]]]:
    """The folder of a day on the built site, the day, and what is reckoned of it, by office."""
    content, day = request.param
    site: Path = request.getfixturevalue("real_site" if content == "content" else "fictief_site")
    return site / f"toezeggingen/peildatum/{day}", day, by_office(content, day)


Case = tuple[Path, date, dict[str, list[Expected]]]


def counts(expected: list[Expected]) -> tuple[int, int, int, int, int]:
    """Not settled, of these overdue, unknown, of these overdue, settled."""
    settled = Counter(item.settled for item in expected)
    late = Counter(item.settled for item in expected if item.days)
    unknown = "status niet bekend"
    return settled["nee"], late["nee"], settled[unknown], late[unknown], settled["ja"]


def plain(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def unspaced(text: str) -> str:
    """A text that breaks nowhere, as a line of print may."""
    return re.sub("[\\s\u00ad]", "", text)


def number(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


FORMER_OFFICES = {"staatssecretaris-van-justitie-en-veiligheid"}
"""Who was responsible for T02933 according to publication 1, and is not any more according to what came after."""


def test_the_reckoning_has_something_to_reckon() -> None:
    groups = Counter(
        expected.settled for content, day in CASES for many in by_office(content, day).values() for expected in many
    )
    assert min(groups[text] for text in ("ja", "nee", "status niet bekend")) > 5
    assert any(
        expected.days for content, day in CASES for many in by_office(content, day).values() for expected in many
    )


def test_every_office_has_its_files_and_no_other_has(case: Case) -> None:
    folder, _, expected = case
    page = (folder / "index.html").read_text("utf-8")
    for suffix in ("pdf", "xlsx"):
        assert set(re.findall(rf'href="[^"]*?([^"/]+)\.{suffix}"', page)) >= expected.keys()
        # An office that has none any more, had one in an earlier publication: its address goes on answering.
        assert {path.stem for path in folder.glob(f"*.{suffix}")} - expected.keys() <= FORMER_OFFICES


def test_the_page_counts_what_is_reckoned_for_every_office(case: Case) -> None:
    folder, _, expected = case
    html = (folder / "index.html").read_text("utf-8")
    rows = re.findall(r'<tr[^>]*><th scope="row"><a href="#ambt_([^"]+)">(.*?)</tr>', html, re.DOTALL)
    assert {office for office, _ in rows} == expected.keys()
    for office, row in rows:
        running, unknown, settled, together = (
            plain(cell) for cell in re.findall(r'<td class="number">(.*?)</td>', row, re.DOTALL)
        )
        late = "termijn verstreken: ([0-9]+)"
        shown = (int(running.split()[0]), number(late, running), int(unknown.split()[0]), number(late, unknown))
        assert (*shown, int(settled)) == counts(expected[office]), office
        assert int(together) == len(expected[office])


def test_the_page_tells_the_days_late_the_longest_first(case: Case) -> None:
    folder, _, expected = case
    html = (folder / "index.html").read_text("utf-8")
    for office, section in re.findall(r'<section aria-labelledby="ambt_([^"]+)">(.*?)</section>', html, re.DOTALL):
        shown = []
        for table in re.findall("<tbody>(.*?)</tbody>", section, re.DOTALL):
            pattern = r'<tr[^>]*><th[^>]*><a[^>]*>(T[0-9]+)</a>.*?class="number"[^>]*>(.*?)</td>'
            rows = re.findall(pattern, table, re.DOTALL)
            days = [number("([0-9]+) dag", cell) for _, cell in rows]
            assert days == sorted(days, reverse=True)
            shown += [(name, count) for (name, _), count in zip(rows, days, strict=True)]
        assert sorted(shown) == sorted((item.id, item.days) for item in expected[office] if item.days)


def test_the_pdf_says_what_is_reckoned(case: Case) -> None:
    folder, day, expected = case
    for office, many in expected.items():
        text = unspaced(text_of(opened((folder / f"{office}.pdf").read_bytes())))
        answer = text[: text.index("Dekolommethetvoorstel")]
        known, _, unknown = answer.partition("isnietbekendwelkestatustoengold")
        late = "Bij([0-9]+)daarvanwasdetermijnverstreken"
        assert (
            number(f"Op{unspaced(in_words(day.isoformat()))}(?:was|waren)er([0-9]+)toezegging", answer),
            number(late, known),
            number("Van([0-9]+)toezegging(?:en)?$", known),
            number(late, unknown),
            number("er([0-9]+)voldaanofafgevoerd", answer),
        ) == counts(many), office
        for promise in many:
            if promise.days:
                assert f"{promise.days}dag" in text, promise


def told_in(book: openpyxl.Workbook) -> dict[Any, Any]:
    return {row[0]: row[1] for row in book["Toelichting"].iter_rows(values_only=True)}


def rows_of(book: openpyxl.Workbook) -> Iterator[dict[Any, Any]]:
    names, *rows = book["Toezeggingen"].iter_rows(values_only=True)
    for row in rows:
        yield dict(zip(names, row, strict=True))


def test_the_spreadsheet_says_what_is_reckoned(case: Case) -> None:
    folder, _, expected = case
    for office, many in expected.items():
        book = openpyxl.load_workbook(io.BytesIO((folder / f"{office}.xlsx").read_bytes()))
        told = told_in(book)
        assert (
            told["Niet afgehandeld"],
            told["Niet afgehandeld, termijn verstreken"],
            told["Status niet bekend"],
            told["Status niet bekend, termijn verstreken"],
            told["Voldaan of afgevoerd (staan op de site)"],
        ) == counts(many)
        shown = {
            row["Nummer"]: (
                row["Afgehandeld"],
                row["Status"],
                row["Termijn"].date().isoformat() if isinstance(row["Termijn"], datetime) else row["Termijn"],
                row["Dagen verstreken, ten minste"],
                row["Aantal termijnen tot nu toe"],
            )
            for row in rows_of(book)
        }
        assert shown == {
            expected.id: (
                expected.settled,
                expected.status,
                expected.deadline
                and (expected.deadline if len(expected.deadline) == 10 else in_words(expected.deadline)),
                expected.days,
                expected.terms,
            )
            for expected in many
            if expected.settled != "ja"
        }
