"""Ten years of made-up records: what is known on the first day of every month, growing and changing like real ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from benchmarks import corpus
from lrt_site import checking, files
from lrt_site.model.commitments import Commitment, CommitmentRegister, StatusEvent
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.people import Membership, Person, Role
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Contradiction, Event, Mention, Page, Source
from lrt_site.model.table import Site

MONTHS = 120
RECORDS = 1500
EDITS = 450
"""So many times a record changes."""
MEETINGS = 800
_SOURCES = 89
_MEMBERSHIPS = 100
_SEATS = 10
_FIRST_YEAR = 2016
_EDITABLE = ("m-", "T9", "reeks-", "p-", "geb-")
"""How the ids begin of what editors change now and then."""

Make = Callable[[int, date, Random], Record]


def write(content: Path) -> None:
    """A content tree with all meetings, whose links lead to meetings that were there before."""
    corpus.write(content, MEETINGS)
    for path in (content / "meetings").iterdir():
        number = int(path.stem[2:])
        text = re.sub(r"\(m-(\d+)\.md\)", lambda link, of=number: _backwards(link, of), path.read_text("utf-8"))  # type: ignore[misc]
        path.write_text(text, "utf-8")


def _backwards(link: re.Match[str], number: int) -> str:
    return f"(m-{int(link[1]) % max(number, 1):05}.md)"


def states(content: Path) -> Iterator[tuple[date, Register]]:
    """The register on the first day of every month, with that day. The meetings are those of a content tree."""
    random = Random(20160201)
    days = [date(_FIRST_YEAR + month // 12, month % 12 + 1, 1) for month in range(1, MONTHS + 1)]
    coming = sorted(_records(content, random), key=lambda record: record[0])
    now: dict[str, Record] = {}
    for number, day in enumerate(days):
        for identifier in _edited(random, sorted(now), number):
            now[identifier] = _edit(now[identifier], day, random)
        fresh = [record for since, record in coming if since <= day]
        coming = [one for one in coming if one[0] > day]
        now |= {record.id: record for record in fresh}
        now |= {one.id: one for record in fresh if (one := _succeeded(record, now))}
        site = now["site"]
        assert isinstance(site, Site)
        now["site"] = replace(site, sources_checked_on=PartialDate.of(day))
        yield day, Register.of(now.values())


def _succeeded(record: Record, now: Mapping[str, Record]) -> Record | None:
    """Who sat in a seat before, when somebody else takes it: until that day the end was not known."""
    if not isinstance(record, Membership) or int(record.id[4:]) < _SEATS:
        return None
    before = now[f"lid-{int(record.id[4:]) - _SEATS:03}"]
    assert isinstance(before, Membership)
    return replace(before, end_date=record.start_date)


def _edited(random: Random, known: Sequence[str], number: int) -> Sequence[str]:
    """The records that editors change, beside those that change by themselves: who left, and the day of the site."""
    if not number:
        return ()
    edits = EDITS - (MONTHS - 1) - (_MEMBERSHIPS - _SEATS)
    share = edits * number // (MONTHS - 1) - edits * (number - 1) // (MONTHS - 1)
    return random.sample([one for one in known if one.startswith(_EDITABLE)], share)


def _edit(record: Record, day: date, random: Random) -> Record:
    on = PartialDate.of(day)
    if isinstance(record, Commitment):
        event = StatusEvent(status="voldaan", as_shown_at=on, source=_source(day))
        return replace(record, status_events=(*record.status_events, event))
    if isinstance(record, Series):
        return replace(record, observations=(*record.observations, _observation(record.id, day, random)))
    if isinstance(record, Person):
        return replace(
            record, roles=(*record.roles, Role(role=corpus.phrase(random, 2), as_shown_at=on, source=_source(day)))
        )
    if isinstance(record, Event):
        return replace(record, event=corpus.sentence(random))
    assert isinstance(record, Meeting), record.id
    return replace(record, note=corpus.sentence(random))


def _records(content: Path, random: Random) -> Iterator[tuple[date, Record]]:
    """All records, each with the day on which it can first be known."""
    texts, _ = files.read_content(content)
    known = checking.read(texts)
    began = date(_FIRST_YEAR, 1, 1)
    first_named: dict[str, date] = {}
    for record in known.values():
        if isinstance(record, Meeting):
            assert record.date
            first_named.setdefault(record.source, record.date.latest)
            yield record.date.latest, record
    yield from ((first_named.get(one.id, began), one) for one in known.values() if not isinstance(one, Meeting))
    others = [*_others(random)]
    yield from others
    left = RECORDS - len(known) - len(others)
    assert left == _SOURCES, left
    for number in range(left):
        title, day = corpus.phrase(random, 5), _day(number, left)
        yield day.replace(day=1), Source(id=f"s-los-{number:02}", title=title, publisher="Uitgever", kind="webpagina")


def _source(day: date) -> str:
    """The newest source on a day, of those that meetings do not rest on."""
    month = (day.year - _FIRST_YEAR) * 12 + day.month - 1
    return f"s-los-{-(-(month + 1) * _SOURCES // MONTHS) - 1:02}"


def _others(random: Random) -> Iterator[tuple[date, Record]]:
    """Records of the other kinds, spread over the years."""
    yield date(_FIRST_YEAR, 1, 1), CommitmentRegister(id="reg-proef", chamber="Proefkamer", source="s-0000")
    for make, number in _MADE.items():
        for one in range(number):
            day = _day(one, number)
            yield day, make(one, day, random)


def _day(number: int, of: int) -> date:
    """A day for one of so many things spread evenly over the years."""
    month = number * MONTHS // of
    return date(_FIRST_YEAR + month // 12, month % 12 + 1, 1 + number % 28)


def _person(number: int, day: date, random: Random) -> Record:
    role = Role(role=corpus.phrase(random, 2), start_date=PartialDate.of(day), source=_source(day))
    return Person(id=f"p-los-{number:03}", name=f"Persoon {number + 24}", roles=(role,))


def _membership(number: int, day: date, _: Random) -> Record:
    seat, person = f"stoel-{number % _SEATS}", f"p-{number % 24:02}"
    return Membership(
        id=f"lid-{number:03}", seat=seat, person=person, start_date=PartialDate.of(day), source=_source(day)
    )


def _commitment(number: int, day: date, random: Random) -> Record:
    event = StatusEvent(status="openstaand", as_shown_at=PartialDate.of(day), source=_source(day))
    return Commitment(
        id=f"T9{number:04}",
        chamber="Proefkamer",
        title=corpus.phrase(random, 6),
        register_text=corpus.sentence(random),
        date=PartialDate.of(day),
        made_by_role=corpus.phrase(random, 2),
        activity="plenair debat",
        debate=corpus.phrase(random, 4),
        category="brief",
        scope_in_register=corpus.phrase(random, 3),
        passages=(),
        status_events=(event,),
        source=_source(day),
    )


def _series(number: int, day: date, random: Random) -> Record:
    return Series(
        id=f"reeks-{number}",
        name=f"Reeks {number}",
        theme="proef",
        kind="stand",
        counts=corpus.sentence(random),
        observations=(_observation(f"reeks-{number}", day, random),),
    )


def _observation(series: str, day: date, random: Random) -> Observation:
    identifier = f"{series}-{day}"
    value = random.randrange(90000)
    return Observation(id=identifier, date=PartialDate.of(day), value=value, unit="plekken", source=_source(day))


def _output(number: int, day: date, random: Random) -> Record:
    content, on = corpus.sentence(random), PartialDate.of(day)
    return Output(id=f"o-{number:03}", table="proef", form="brief", content=content, date=on, source=_source(day))


def _contradiction(number: int, day: date, random: Random) -> Record:
    return Contradiction(
        id=f"teg-{number:03}", statement=corpus.sentence(random), sources=(_source(day),), about=("begin",)
    )


_MADE: Mapping[Make, int] = {
    _person: 120,
    _membership: _MEMBERSHIPS,
    _commitment: 60,
    _output: 60,
    lambda number, day, random: Event(
        id=f"geb-{number:03}", event=corpus.sentence(random), date=PartialDate.of(day), source=_source(day)
    ): 60,
    lambda number, day, random: Mention(id=f"ver-{number:03}", text=corpus.sentence(random), source=_source(day)): 40,
    _contradiction: 20,
    lambda number, *_: ProvincialTable(
        id=f"prt-{number:02}", province=f"Provincie {number}", chair_role="voorzitter"
    ): 12,
    _series: 8,
    lambda number, _, random: Page(
        id=f"pagina-{number}", title=f"Pagina {number}", summary=corpus.sentence(random), body=corpus.sentence(random)
    ): 6,
}
"""How each kind is made, and how many there are in the end."""
