"""A register with many records of every kind that grows: what a table has after a very long time."""

from collections.abc import Iterator
from datetime import date, timedelta
from string import ascii_lowercase

from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Record, Register
from tests.builders import (
    a_citation_pattern,
    a_commitment,
    a_commitment_register,
    a_composition,
    a_contradiction,
    a_holder,
    a_meeting,
    a_mention,
    a_parliamentary_item,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_report_form,
    a_seat,
    a_series,
    a_source,
    a_status,
    a_table,
    a_term,
    an_agenda_item,
    an_event,
    an_information_request,
    an_observation,
    an_organisation,
    an_output,
)

_FIRST = date(1990, 1, 1)


def many(number: int) -> Register:
    """So many records of every kind that grows, one of each a fortnight, all about the same few things."""
    alone = (a_table(), a_person(), an_organisation(), a_seat(), a_provincial_table(), a_commitment_register())
    every = (record for place in range(number) for record in _of_place(place))
    series = a_series(
        observations=tuple(an_observation(id=f"w-{place}", date=_day(place), value=place) for place in range(number))
    )
    return a_register(*alone, a_report_form(), a_citation_pattern(), series, *every)


def _day(place: int) -> PartialDate:
    return PartialDate.of(_FIRST + timedelta(days=14 * place))


def _of_place(place: int) -> Iterator[Record]:
    on, letter = _day(place), ascii_lowercase[place % 26]
    yield a_source(id=f"s-{place}", date=on)
    yield a_person(id=f"p-{place}", name=f"A. {letter.upper()}naam {place}")
    yield an_organisation(id=f"org-{place}", name=f"{letter.upper()}-organisatie {place}", short=f"O{place}")
    yield a_seat(id=f"stoel-{place}", name=f"{letter.upper()}-stoel {place}")
    yield a_composition(id=f"sam-{place}", as_shown_at=on, holders=(a_holder(organisation="org-fictief"),))
    yield a_meeting(
        id=f"m-{place}", date=on, agenda=(an_agenda_item(topic="ond-fictief"),), report=a_report() if place % 2 else None
    )
    yield an_output(id=f"o-{place}", date=on)
    yield a_commitment(id=f"T{place:05}", date=on, status_events=(a_status(as_shown_at=on),))
    yield an_event(id=f"geb-{place}", date=on)
    yield a_contradiction(id=f"teg-{place}", statement=f"Twee fictieve stukken verschillen over {place}.")
    yield a_mention(id=f"ver-{place}", source=f"s-{place}")
    yield a_term(id=f"b-{place}", term=f"{letter}woord {place}")
    yield a_parliamentary_item(id=f"k-{place}", date=on)
    yield an_information_request(id=f"iv-{place}", asked_on=on)
