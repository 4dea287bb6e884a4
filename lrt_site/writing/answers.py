"""Answers to questions, as the content can take them; or what is wrong with one, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lrt_site.model import kinds
from lrt_site.model.commitments import Commitment, Evidence
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.fields import described, parts_by_field
from lrt_site.model.figures import Observation, Series
from lrt_site.model.people import Organisation, Person, Seat
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Source
from lrt_site.problems import quoted
from lrt_site.schema.choices_meant import choice_meant
from lrt_site.schema.corrections import enumerated
from lrt_site.suggestions import did_you_mean
from lrt_site.writing.finding import folded
from lrt_site.writing.questions import Question

_KINDS: Mapping[str, tuple[type[Record], str, str]] = {
    "person": (Person, "persoon", "person"),
    "organisation": (Organisation, "organisatie", "organisation"),
    "seat": (Seat, "stoel", "seat"),
    "source": (Source, "bron", "source"),
    "series": (Series, "cijferreeks", "series"),
    "commitment": (Commitment, "toezegging", "commitment"),
}
NAMING = frozenset({*_KINDS, "seats", "sources"})
"""The answers that name things, also by a part of a name."""
_MOST = 5
_TYPES: Mapping[str, type] = {
    **{kind.name: kind.type for kind in kinds.ALL},
    "figure": Observation,
    "evidence": Evidence,
}
"""What is made, by the word for it in a command."""


class UnfitAnswerError(Exception):
    """An answer that cannot be used; the message says why."""


def taken(kind: str, question: Question, answer: str, register: Register) -> str:
    """The answer to a question about a new thing of a kind, as it is written down; several have commas between."""
    answer = " ".join(answer.split())
    if not answer.strip(" ,"):
        raise UnfitAnswerError("Hier is een antwoord nodig.")
    if wrong := next((sign for sign in answer if not sign.isprintable()), None):
        raise UnfitAnswerError(f"In het antwoord staat een teken dat niet te zien is (U+{ord(wrong):04X}).")
    match question.answer:
        case "day":
            return _day(answer)
        case "time":
            return _time(answer)
        case "number":
            return _number(answer)
        case "choice":
            return _choice(kind, question.field, answer)
        case "text":
            return _number_in_register(answer) if question.field == "number" else answer
        case "texts" | "ids" | "seats" | "sources" as several:
            parts = dict.fromkeys(part.strip() for part in answer.split(",") if part.strip())
            return ", ".join(dict.fromkeys(_one_of(several, part, register) for part in parts))
        case known:
            return _known(known, answer, register)


def _one_of(several: str, part: str, register: Register) -> str:
    if several == "texts":
        return part
    if several != "ids":
        return _known(several.removesuffix("s"), part, register)
    if part not in register.home_of:
        raise UnfitAnswerError(f"Er is geen kenmerk {quoted(part)}.{did_you_mean(part, register.home_of)}")
    return part


def _choice(kind: str, field: str, answer: str) -> str:
    made = _TYPES[kind]
    part = parts_by_field(made).get(field)
    choices = described(part)["kind"].choices if part else described(made)[field].choices
    if meant := choice_meant(answer, choices):
        return meant
    raise UnfitAnswerError(f"{quoted(answer)} kan hier niet. Kies uit {enumerated(choices)}.")


def _day(answer: str) -> str:
    if found := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", answer):
        answer = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    try:
        return str(PartialDate(answer))
    except ValueError as error:
        raise UnfitAnswerError(f"{quoted(answer)} is geen datum. Schrijf jjjj-mm-dd, jjjj-mm of jjjj.") from error


def _time(answer: str) -> str:
    try:
        return str(Period(answer.upper())) if len(answer) != len("2026-03-01") else _day(answer)
    except ValueError as error:
        raise UnfitAnswerError(
            f"{quoted(answer)} is geen dag of periode. Schrijf jjjj-mm-dd, jjjj, jjjj-mm, jjjj-H1 of jjjj-H2."
        ) from error


def _number(answer: str) -> str:
    bare = re.sub(r"(?<=[0-9])[. ](?=[0-9]{3}\b)", "", answer).replace(",", ".")
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare):
        raise UnfitAnswerError(f"{quoted(answer)} is geen getal. Schrijf alleen cijfers.")
    return bare


def _number_in_register(answer: str) -> str:
    if not re.fullmatch("[A-Za-z][A-Za-z0-9-]*", answer):
        raise UnfitAnswerError(f"{quoted(answer)} is geen nummer van een register, zoals T90001.")
    return answer[:1].upper() + answer[1:]


def _known(kind: str, answer: str, register: Register) -> str:
    """The id of the one thing of a kind that is meant, by its id or by a part of its name."""
    record, word, command = _KINDS[kind]
    there = register.all(record)
    if answer in there:
        return answer
    alike = [
        identifier
        for identifier, item in there.items()
        if all(
            part in folded(f"{identifier} {getattr(item, 'name', '') or getattr(item, 'title', '')}")
            for part in folded(answer).split()
        )
    ]
    if len(alike) == 1:
        return alike[0]
    if alike:
        more = len(alike) - _MOST
        listed = ", ".join(alike[:_MOST]) + (f" en nog {more}" if more > 0 else "")
        raise UnfitAnswerError(f"Welke {word} bedoelt u: {listed}?")
    add = f" Maak eerst: lrt-site new {command}." if command else ""
    raise UnfitAnswerError(f"Er is geen {word} {quoted(answer)}.{did_you_mean(answer, there)}{add}")
