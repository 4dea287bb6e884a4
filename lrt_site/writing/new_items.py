"""New records that are an item of a list, with a field for each answer or a little more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact
from lrt_site.model.fields import described
from lrt_site.model.kind import Kind
from lrt_site.model.people import Membership, Seat
from lrt_site.model.register import Register
from lrt_site.writing.fitting import LATER, Answers, Fitting, Made
from lrt_site.writing.placing import with_item
from lrt_site.writing.questions import QUESTIONS
from lrt_site.writing.spelling import begin_of, of_words, scalar

_SEVERAL = ("texts", "sources", "ids")
_AT_ONCE = 2
"""Sources disagree, or one disagrees with itself: so many say something."""


def item(kind: Kind[Any], answers: Answers, fitting: Fitting) -> Made:
    """A new record in the list of its kind, which begins where there was none."""
    begin, field = _NAMED[kind.name]
    begin = "-".join(filter(None, (begin_of(fitting.register.all(kind.type), begin), answers.get("date", "")[:7])))
    identifier = fitting.id(of_words(begin, answers.get(field, "")))
    maker = _ENTRIES.get(kind.name)
    entry = [f"id: {scalar(identifier)}", *(maker(answers, fitting.register) if maker else _fields(kind, answers))]
    path = kind.home.path
    return Made(identifier, {path: with_item(fitting.texts.get(path, ""), str(kind.home.key), entry)})


def holding(register: Register, day: PartialDate) -> tuple[Membership, ...]:
    """Who has a seat on a day, as far as is known."""
    return tuple(
        membership
        for membership in register.all(Membership).values()
        if (membership.start_date is None or membership.start_date.earliest <= day.latest)
        and (membership.end_date is None or membership.end_date.latest >= day.earliest)
    )


def _fields(kind: Kind[Any], answers: Answers) -> Iterator[str]:
    """A line for each answer, in the order of the fields, with what every fact has at the end."""
    answer_of = {question.field: question.answer for question in QUESTIONS[kind.name]}
    shared = described(Fact)
    for field in sorted(described(kind.type), key=lambda name: name in shared):
        if field in answers:
            yield f"{field}: {_listed(answers[field])}" if answer_of[field] in _SEVERAL else _line(field, answers)


def _line(field: str, answers: Answers) -> str:
    return f"{field}: {scalar(answers[field])}"


def _listed(answer: str) -> str:
    return f"[{', '.join(scalar(part) for part in answer.split(', '))}]"


def _composition(answers: Answers, register: Register) -> Iterator[str]:
    yield _line("description", answers)
    yield f"as_shown_at: {answers['date']}"
    yield "# Achter een hekje staat wie er volgens andere bronnen toen zat. Noemt deze bron die persoon ook? Haal dan"
    yield "# het hekje weg. Haal anders de regel weg."
    yield "holders:"
    sitting = holding(register, PartialDate(answers["date"]))
    for identifier in answers["seats"].split(", "):
        organisation = register.all(Seat)[identifier].organisation
        yield f"  - seat: {identifier}"
        yield f"    organisation: {organisation}" if organisation else f"    role: {LATER}"
        yield from (f"    # person: {member.person}" for member in sitting if member.seat == identifier)
    yield _line("source", answers)


def _contradiction(answers: Answers, _: Register) -> Iterator[str]:
    sources: Sequence[str] = answers["sources"].split(", ")
    yield _line("question", answers)
    yield _line("statement", answers)
    yield f"sources: {_listed(answers['sources'])}"
    yield "# Wat zegt elke bron, in haar eigen woorden? Staat het er letterlijk, schrijf er dan 'quoted: true' bij."
    yield "claims:"
    for number, source in enumerate(sources if len(sources) >= _AT_ONCE else [*sources, *sources], start=1):
        yield f'  - text: "[lezing {number} invullen]"'
        yield f"    source: {source}"
    yield f"about: {_listed(answers['about'])}"


def _information_request(answers: Answers, _: Register) -> Iterator[str]:
    yield "# Schrijf nooit de naam van een mens op."
    yield from ("requester:", f"  kind: {answers['requester']}", _line("asked", answers))
    yield from ("asked_of:", f"  organisation: {answers['asked_of']}")
    yield from (_line(field, answers) for field in ("asked_on", "decided_on", "decision", "source") if field in answers)


_NAMED: Mapping[str, tuple[str, str]] = {
    "seat": ("stoel", "name"),
    "composition": ("comp", ""),
    "commitment-register": ("reg", "chamber"),
    "series": ("", "name"),
    "event": ("h", "event"),
    "contradiction": ("c", "question"),
    "mention": ("verm", "text"),
    "report-form": ("vorm", "form"),
    "citation-pattern": ("adres", "what"),
    "term": ("b", "term"),
    "parliamentary-item": ("k", "text"),
    "information-request": ("iv", "asked"),
}
"""How the id of a record begins where no others show it, and of which answer it is made besides a date."""

_ENTRIES: Mapping[str, Callable[[Answers, Register], Iterator[str]]] = {
    "composition": _composition,
    "contradiction": _contradiction,
    "information-request": _information_request,
}
