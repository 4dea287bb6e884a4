"""Made-up records of the size of real ones: the same number gives the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

_WORDS = (
    "de het een van in op met voor aan bij uit over tafel overleg plaats gemeente provincie afspraak verslag "
    "woning opvang plan termijn vraag antwoord cijfer deelnemer besluit voorstel uitvoering kosten ruimte taak "
    "gesprek regio bestuur jaar maand week locatie aantal groei daling behoefte overzicht toelichting vervolg "
    "bespreekt deelt meldt vraagt verwacht noemt stelt legt geeft maakt houdt ziet hoort neemt brengt volgt nieuwe "
    "extra tijdelijke gezamenlijke landelijke regionale eerdere volgende duidelijke beschikbare"
).split()
_ORGANISATIONS = 8
_PERSONS = 24
_SEATS = 10
_PER_YEAR = 80
_WORDS_PER_PART = 150


@dataclass(frozen=True, slots=True)
class Record:
    """One made-up meeting: front matter as YAML lines, and a body in Markdown."""

    id: str
    front_matter: str
    body: str

    @property
    def text(self) -> str:
        """The whole file."""
        return f"---\n{self.front_matter}---\n\n{self.body}"


def meetings(count: int) -> Iterator[Record]:
    """That many meetings, eighty a year, each of some 900 words."""
    random = Random(20200602)
    first = _first_day(count)
    for number in range(count):
        day = first + timedelta(days=int(number / _PER_YEAR * 365.25))
        yield _meeting(random, number, day.replace(day=min(max(day.day, 2), 28)), count)


def write(folder: Path, count: int) -> None:
    """A whole content tree with that many meetings."""
    for name, text in around(count).items():
        put(folder / name, text)
    for record in meetings(count):
        put(folder / "meetings" / f"{record.id}.md", record.text)


def around(count: int) -> dict[str, str]:
    """The files with what meetings refer to."""
    source = "source: s-0000"
    organisations = "".join(
        f"  - {{id: org-{n}, name: Organisatie {n}, short: O{n}, classification: overig, {source}}}\n"
        for n in range(_ORGANISATIONS)
    )
    persons = "".join(
        f"  - {{id: p-{n:02}, name: Persoon {n}, roles: [{{role: lid, as_shown_at: 2014, {source}}}]}}\n"
        for n in range(_PERSONS)
    )
    seats = "".join(
        f"  - {{id: stoel-{n}, name: Stoel {n}, capacity: vast, organisation: org-{n % _ORGANISATIONS}, {source}}}\n"
        for n in range(_SEATS)
    )
    statement = f"text: Een proef., {source}"
    began = _first_day(count).year - 1
    return {
        "site.yml": (
            "id: site\ntitle: Proeftafel\ntagline: Een proef\naddress: https://proef.example/\n"
            "fictitious: true\nsources_checked_on: 2026-03-02\n"
        ),
        "table.yml": (
            f"id: proef\nname: Proeftafel\nfounded: {{id: begin, as_shown_at: {began}, {statement}}}\n"
            f"names:\n  - {{id: naam, name: Proeftafel, {source}}}\n"
            f"purposes:\n  - {{id: doel, {statement}}}\n"
            f"frequencies:\n  - {{id: ritme, rule: vaak, {source}}}\n"
            f"topics:\n  - {{id: top-a, name: alles, {statement}}}\n"
        ),
        "participants.yml": f"organisations:\n{organisations}persons:\n{persons}seats:\n{seats}",
        "sources.yml": "sources:\n"
        + "".join(
            f"  - {{id: s-{n:04}, title: Bron {n}, publisher: Uitgever, kind: webpagina, "
            f"url: 'https://proef.example/{n}'}}\n"
            for n in range((count + 9) // 10)
        ),
    }


def put(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def phrase(random: Random, words: int) -> str:
    """That many made-up words."""
    return " ".join(random.choices(_WORDS, k=words))


def sentence(random: Random) -> str:
    """A made-up sentence."""
    return phrase(random, random.randint(8, 14)).capitalize() + "."


def _first_day(count: int) -> date:
    return date(2026, 1, 1) - timedelta(days=int(count / _PER_YEAR * 365.25))


def _meeting(random: Random, number: int, day: date, count: int) -> Record:
    identifier = f"m-{number:05}"
    lines = [
        f"id: {identifier}",
        "table: proef",
        "table_name: Proeftafel",
        f"date: {day}",
        f"source: s-{number // 10:04}",
        f"note: {sentence(random)}",
        "attendance:",
    ]
    for seat in range(_SEATS):
        person = f"p-{(seat + number // 40) % _PERSONS:02}"
        lines += [f"  - person: {person}", f"    organisation: org-{seat % _ORGANISATIONS}", f"    seat: stoel-{seat}"]
        lines += [f"    role: {phrase(random, 3)}"]
    lines.append("agenda:")
    for _ in range(5):
        lines += [f"  - title: {phrase(random, 4)}", "    topic: top-a"]
        lines += ["    discussed:", f"      - {sentence(random)}"]
        lines += ["    conclusions:", f"      - {sentence(random)}"]
        lines += ["    agreements:", f"      - who: {phrase(random, 2)}", f"        what: {phrase(random, 8)}"]
        lines += [f"        due: {day.year}-12"]
    lines += ["report:", f"  title: {phrase(random, 5)}", "  publisher: Proeftafel", "  form: verslag"]
    lines += [f"  date: {(day + timedelta(days=20)).replace(day=15)}", f"  source: s-{number // 10:04}"]
    return Record(identifier, "".join(f"{line}\n" for line in lines), _body(random, number, count))


def _body(random: Random, number: int, count: int) -> str:
    parts = []
    for heading in range(6):
        parts.append(f"## {phrase(random, 4)}\n")
        parts.append(_paragraph(random) + (f"[^{heading}]" if heading < 3 else "") + "\n")
    rows = "\n".join(f"| {phrase(random, 2)} | {random.randrange(90000)} |" for _ in range(4))
    parts.append(f"| Onderdeel | Aantal |\n| --- | ---: |\n{rows}\n")
    parts.append("\n".join(f"- {sentence(random)}" for _ in range(4)) + "\n")
    others = sorted({(number * 7 + step) % count for step in (1, 2, 3)})
    parts.append(" ".join(f"Zie ook [vergadering {other}](m-{other:05}.md)." for other in others) + "\n")
    parts.append("\n\n".join(f"[^{note}]: {sentence(random)}" for note in range(3)) + "\n")
    return "\n".join(parts)


def _paragraph(random: Random) -> str:
    words = 0
    sentences = []
    while words < _WORDS_PER_PART - 15:
        sentences.append(sentence(random))
        words += len(sentences[-1].split())
    return " ".join(sentences)
