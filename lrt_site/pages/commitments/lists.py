"""Lists of commitments with addresses of their own: by newest status, and by office through changes of cabinet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.offices import Office, offices_on
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.pages.commitments.on_day import anchor_of, cutoff_days
from lrt_site.pages.commitments.rows import STATUSES, UNKNOWN, CommitmentRow, rows_of, status_of
from lrt_site.pages.shared.common import ALL_DATA, Footnotes, Frame, PageMaker, later, trail
from lrt_site.pages.shared.days import Days
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class CommitmentList:
    """Commitments under one heading."""

    anchor: str
    title: str
    rows: tuple[CommitmentRow, ...]
    above: tuple[Link, ...]
    """To each of them, in place of its row, where all rows stand above already."""
    none: str
    """What is said where there are none."""


@dataclass(frozen=True, slots=True)
class CommitmentListPage:
    """What templates/commitments/lists.html.jinja is given."""

    template: ClassVar[str] = "commitments/lists.html.jinja"

    frame: Frame
    lists: tuple[CommitmentList, ...]
    speaks_on: str = field(compare=False)
    """The day on which the site speaks, in words."""
    others: tuple[Link, ...]
    """Lists beside this one."""
    others_title: str
    cutoffs: tuple[Link, ...] = field(compare=False)
    """The same office on the fixed days of every year, the newest first."""


def pages(
    register: Register, commitments: Sequence[Commitment], offices: Sequence[Office], days: Days
) -> Iterator[PageMaker]:
    """One page for every status, also where no commitment has it, and one for every office."""
    for status in STATUSES:
        members = tuple(commitment for commitment in commitments if status_of(commitment) == status)
        if members or status != UNKNOWN:
            for portion in by_year(members, urls.commitments_with_status(status), _day):
                yield later(portion.address, _of_status, register, status, members, portion, days)
    newest_first = tuple(reversed(cutoff_days(register, days.as_of)))
    held = [(day, {office.slug for office in offices_on(commitments, day)}) for day in newest_first]
    for office in offices:
        cutoffs = tuple(_cutoff(day, office) for day, slugs in held if office.slug in slugs)
        own = {commitment.id for commitment in (*office.now, *office.before, *office.made)}
        members = tuple(commitment for commitment in commitments if commitment.id in own)
        for portion in by_year(members, urls.commitments_of_office(office.name), _day):
            yield later(portion.address, _of_office, register, office, cutoffs, portion, days)


def part_page(register: Register, portion: Portion[Commitment], days: Days, whole: Frame) -> CommitmentListPage:
    """A part of the list of all commitments, whose page has this frame."""
    notes = Footnotes(register)
    rows = rows_of(register, notes, portion.items, days.as_of)
    return CommitmentListPage(
        lists=(CommitmentList("lijst", "Toezeggingen", rows, (), ""),),
        speaks_on=_in_words(days.as_of),
        others=(),
        others_title="",
        cutoffs=(),
        frame=portion.framed(replace(whole, references=notes.references())),
    )


def _day(commitment: Commitment) -> date:
    return commitment.date.earliest


def _of_status(
    register: Register, status: str, members: Sequence[Commitment], portion: Portion[Commitment], days: Days
) -> CommitmentListPage:
    notes = Footnotes(register)
    known = [text for text in STATUSES if text not in (status, UNKNOWN)]
    return CommitmentListPage(
        lists=(
            CommitmentList(
                "lijst",
                f"Laatst bekende status: {status}",
                rows_of(register, notes, portion.items, days.as_of),
                (),
                f"Van geen enkele toezegging is {status} de laatst bekende status.",
            ),
        ),
        speaks_on=_in_words(days.as_of),
        others=tuple(Link(text, urls.commitments_with_status(text)) for text in known),
        others_title="Andere statussen",
        cutoffs=(),
        frame=portion.framed(
            _frame(
                urls.commitments_with_status(status),
                f"Toezeggingen met status {status}" if status != UNKNOWN else "Toezeggingen zonder bekende status",
                _newest(status, members),
                notes,
            )
        ),
    )


def _newest(status: str, members: Sequence[Commitment]) -> str:
    """The newest promise with a status, and how many others have it too."""
    if not members:
        return f"Geen bron noemt bij een toezegging op deze site als laatste de status {status}."
    newest = max(members, key=lambda commitment: (commitment.date.latest, commitment.id))
    made = f"Toezegging {newest.id} van {newest.date.in_words} ({newest.title})"
    told = (
        f"{made} heeft als laatst bekende status {status}."
        if status != UNKNOWN
        else f"Bij {made[0].lower()}{made[1:]} noemt geen bron een status."
    )
    more = len(members) - 1
    return told + (f" Dat geldt ook voor nog {plural(more, 'toezegging', 'toezeggingen')}." if more else "")


def _of_office(
    register: Register, office: Office, cutoffs: tuple[Link, ...], portion: Portion[Commitment], days: Days
) -> CommitmentListPage:
    notes = Footnotes(register)
    here = {commitment.id for commitment in portion.items}
    told: set[str] = set()

    def listed(anchor: str, title: str, members: Sequence[Commitment], none: str) -> CommitmentList:
        shown = [commitment for commitment in members if commitment.id in here]
        rows = rows_of(register, notes, shown, days.as_of)
        stand_above = told.issuperset(commitment.id for commitment in shown)
        told.update(commitment.id for commitment in shown)
        otherwise = "Geen in dit deel van de lijst." if members else none
        if stand_above:
            return CommitmentList(anchor, title, (), tuple(row.link for row in rows), otherwise)
        return CommitmentList(anchor, title, rows, (), otherwise)

    return CommitmentListPage(
        lists=(
            listed(
                "nu",
                "Laatst bekend verantwoordelijk",
                office.now,
                "De nieuwste bronnen noemen dit ambt bij geen toezegging.",
            ),
            listed(
                "eerder", "Eerder verantwoordelijk", office.before, "Geen toezegging ging over naar een ander ambt."
            ),
            listed("gedaan", "Deed de toezegging", office.made, "Dit ambt deed zelf geen toezegging."),
        ),
        speaks_on=_in_words(days.as_of),
        others=tuple(Link(text, urls.commitments_of_office(text)) for text in office.after),
        others_title="Toezeggingen overgenomen van",
        cutoffs=cutoffs,
        frame=portion.framed(
            _frame(urls.commitments_of_office(office.name), f"Toezeggingen: {office.name}", _answer(office), notes)
        ),
    )


def _answer(office: Office) -> str:
    """The newest promise of an office, and how many there are."""
    opening, members = next(
        (opening, members)
        for opening, members in (
            ("Volgens de nieuwste bron is dit ambt verantwoordelijk voor", office.now),
            ("Eerder was dit ambt verantwoordelijk voor", office.before),
            ("Dit ambt deed", office.made),
        )
        if members
    )
    newest = max(members, key=lambda commitment: (commitment.date.latest, commitment.id))
    unknown = {
        commitment.id for commitment in (*office.now, *office.before, *office.made) if status_of(commitment) == UNKNOWN
    }
    return (
        f"{opening} toezegging {newest.id} van {newest.date.in_words} ({newest.title}). "
        f"{_responsible_for(office)} Zelf deed het er {len(office.made) or 'geen'}."
        + (f" Van {len(unknown)} hiervan is de status niet bekend." if unknown else "")
    )


def _responsible_for(office: Office) -> str:
    """For how many commitments an office is responsible, and for how many it was: nothing is counted as zero."""
    now = plural(len(office.now), "toezegging", "toezeggingen") if office.now else "geen toezegging"
    before = f"{' en' if office.now else ', maar'} eerder voor {len(office.before)}" if office.before else ""
    return f"Laatst bekend: verantwoordelijk voor {now}{before}."


def _cutoff(day: date, office: Office) -> Link:
    return Link(_in_words(day), f"{urls.commitments_on(day.isoformat())}#{anchor_of(office.slug)}")


def _frame(address: str, title: str, description: str, notes: Footnotes) -> Frame:
    return Frame(
        address,
        title,
        description,
        trail(link_to_page(urls.COMMITMENTS)),
        references=notes.references(),
        data=(ALL_DATA,),
    )


def _in_words(day: date) -> str:
    return PartialDate.of(day).in_words
