"""How a value that its field cannot take is put right: in words, and where it is sure as the value itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from types import MappingProxyType
from typing import Any

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.fields import described
from lrt_site.model.figures import Observation
from lrt_site.problems import quoted
from lrt_site.schema.choices_meant import choice_meant, truth_meant
from lrt_site.schema.dates_meant import (
    DateMeant,
    contrary,
    date_meant,
    is_clear,
    period_meant,
    sure_of,
    without_its_year,
)
from lrt_site.schema.numbers_meant import number_meant
from lrt_site.suggestions import fold

_WAITING = re.compile(
    r"z\.?s\.?m|a\.?s\.?a\.?p|zo |nader|volgt|later|doorlopend|continu|structureel|permanent|op termijn", re.IGNORECASE
)
_ROOM = re.compile(
    r"(?:(?:de|het|een) )?(?:naam|datum|bedrag|plaats|nummer|functie|titel|tekst|tijd|aantal|bron)"
    r"|.*\b(?:invullen|aanvullen|volgt|toevoegen|nader te bepalen).*|[.…?xX]+",
    re.IGNORECASE,
)
"""What keeps room for words that still have to come."""
PERHAPS_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
"""A number with a point that can stand before decimals or before thousands."""


class FieldError(ValueError):
    """A value that its field cannot take: a stable code, what is wrong in Dutch, and what is done in general."""

    def __init__(self, code: str, wrong: str, general: str = "", takes: Any = None) -> None:
        super().__init__(f"{wrong}; {general}" if general else wrong)
        self.code = code
        self.takes = takes
        """What the field can hold: the words of a choice, the type of a part, or a number with decimals."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What is wrong and what to write, as a part of a message; and the value to write, where it is sure."""

    message: str
    instead: str | None = None
    beside: tuple[tuple[str, str], ...] = ()
    """The fields beside it that then have to say the rest, each with its value."""
    new_name: str = ""
    """The field in which the value belongs, where that is another."""
    is_safe: bool = False
    """Whether the value says the same as the one that is there."""
    others: tuple[str, ...] = ()
    """What else can be meant, where the value does not go with the fields beside it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: the name of its field, and the type of what holds it."""

    field: str
    owner: Any
    in_list: bool = False

    @property
    def in_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return self.owner is Observation

    @property
    def names(self) -> frozenset[str]:
        """The fields beside it."""
        return frozenset(field.name for field in fields(self.owner)) if isinstance(self.owner, type) else frozenset()

    def written(self, value: str) -> str:
        """How the value is written there, between quotes."""
        if self.in_cell:
            return f"'\"{value}\"'" if "," in value else f"'{value}'"
        return f"'- {value}'" if self.in_list else f"'{self.field}: {value}'"

    def other(self, field: str, value: str) -> str:
        """How another field beside it gets a value, between quotes."""
        return f"'{value}' bij '{field}'" if self.in_cell else f"'{field}: {value}'"

    @property
    def may_go(self) -> bool:
        """Whether what holds it can be without this field."""
        own = next((field for field in fields(self.owner) if field.name == self.field), None) if self.names else None
        return own is not None and own.default is not MISSING

    @property
    def removed(self) -> str:
        """How its value is taken away."""
        return "Laat deze cel leeg" if self.in_cell else f"Haal de regel '{self.field}: …' weg"


def corrected(error: FieldError, value: object, place: Spot) -> Mended | None:
    """How this value of a field is put right; nothing where only the general rule can be told."""
    mend = _MENDERS.get(error.code)
    return mend(value, place, error) if mend else None


def _date(value: object, place: Spot, _: FieldError) -> Mended | None:
    text = str(value).strip()
    meant = date_meant(text)
    if meant.is_none:
        says_nothing = place.may_go and not _WAITING.match(text) and not _has_bounds(place)
        gone = "" if says_nothing else None
        return Mended(f"{quoted(text)} is geen datum. {_without_date(text, place)}", gone)
    if meant.doubt:
        return Mended(f"{quoted(text)} kan hier niet. {meant.doubt}")
    if meant.bounds:
        return _of_stretch(text, meant.bounds, place)
    if wrong := contrary(text, place.field):
        return Mended(f"{quoted(text)} {wrong}. {_without_date(text, place)}")
    wrong = f"{quoted(text)} heeft niet de vorm jjjj-mm-dd"
    if len(meant.forms) > 1:
        first, last = meant.forms
        return Mended(
            f"{wrong}, en kan {first} zijn of {last}. Schrijf {place.written(first)} of {place.written(last)}"
        )
    return _of_form(wrong, text, meant, place) if meant.forms else None


def _of_form(wrong: str, text: str, meant: DateMeant, place: Spot) -> Mended:
    form = meant.forms[0]
    beside = (("time", meant.time),) if meant.time and "time" in place.names else ()
    more = f", en {place.other('time', meant.time)}" if beside else ""
    words = f". {_words_beside(text, place)}" if meant.in_words else ""
    if meant.in_words and (note := _note_beside(place)):
        beside = (*beside, (note, text))
    is_lost = bool(meant.in_words and not beside)
    message = f"{wrong}. Schrijf {place.written(form)}{more}{words}"
    return Mended(message, None if is_lost else form, beside, is_safe=not beside and is_clear(text))


def _of_stretch(text: str, bounds: tuple[str, str], place: Spot) -> Mended:
    first, last = bounds
    if _has_bounds(place):
        return Mended(
            f"{quoted(text)} is geen dag. Schrijf in plaats van deze regel: {place.other('not_before', first)}, "
            f"{place.other('not_after', last)} en {place.other('date_note', text)}",
            first,
            (("not_after", last), ("date_note", text)),
            "not_before",
        )
    sure = sure_of(first, last, place.field)
    if not _exists(sure):
        return Mended(f"{quoted(text)} is geen dag. Schrijf alleen de datum die zeker is")
    note = _note_beside(place)
    message = f"{quoted(text)} is geen dag. Schrijf wat zeker is: {place.written(sure)}. {_words_beside(text, place)}"
    return Mended(message, sure, ((note, text),)) if note else Mended(message)


def _has_bounds(place: Spot) -> bool:
    return place.field == "date" and {"not_before", "not_after"} <= place.names


def _exists(text: str) -> bool:
    try:
        PartialDate(text)
    except ValueError:
        return False
    return True


def _words_beside(text: str, place: Spot) -> str:
    """Where the words of the source go that a date cannot say."""
    beside = _note_beside(place)
    if beside:
        return f"Zet de woorden van de bron erbij: {place.other(beside, text)}"
    return "Zegt de bron het zo? Zet die woorden in de tekst van de afspraak, en niet in de datum"


def _note_beside(place: Spot) -> str | None:
    return next((name for name in (f"{place.field}_note", "date_note", "note") if name in place.names), None)


def _without_date(text: str, place: Spot) -> str:
    if _has_bounds(place):
        return (
            f"{place.removed}, en schrijf wat wel bekend is: 'not_before' (niet voor) of 'not_after' (niet na), "
            "zoals 'not_after: 2025-12-31'. De woorden van de bron horen bij 'date_note'"
        )
    if place.names and not place.may_go:
        return (
            f"Dit veld is nodig. Schrijf wat de bron wel zegt, ook als dat alleen het jaar is: {place.written('2025')}"
        )
    beside = next((name for name in (f"{place.field}_note", "date_note", "note", "what") if name in place.names), None)
    words = f"; de woorden van de bron kunnen bij '{beside}'" if beside and _WAITING.match(text) else ""
    return f"{place.removed}: zonder datum blijft dit veld weg{words}"


def _period(value: object, place: Spot, error: FieldError) -> Mended | None:
    text = str(value).strip()
    forms = period_meant(text)
    if len(forms) == 1:
        return Mended(f"{quoted(text)} heeft niet de vorm van een periode. Schrijf {place.written(forms[0])}", forms[0])
    if len(forms) > 1:
        choice = " of ".join(map(place.written, forms))
        return Mended(f"{quoted(text)} kan op twee manieren worden gelezen. Schrijf {choice}")
    if without_its_year(text):
        return Mended(
            f"{quoted(text)} noemt geen jaar. Zet het erbij, zoals {place.written('2025-H1')} voor een half jaar"
        )
    if date_meant(text).is_none:
        return Mended(f"{quoted(text)} is geen periode. {place.removed}")
    ends = text.split("/")
    if len(ends) == 2 and all(map(_exists, ends)):
        return Mended(f"{error}. Verwissel de twee als ze zijn omgedraaid: {place.written('/'.join(reversed(ends)))}")
    return None


def _time(value: object, place: Spot, error: FieldError) -> Mended | None:
    text = str(value).strip().casefold()
    found = re.match(
        r"(?:om |vanaf |van )?([01]?[0-9]|2[0-4])(?:[.:u h]*([0-5][0-9]))?(?::[0-9]{2})?\s*(u|uur|h|am|pm)?\b", text
    )
    if not found or not (found[2] or found[3]):
        gone = "" if place.may_go else None
        return Mended(f"{str(error).partition(';')[0]}. {place.removed}", gone) if date_meant(text).is_none else None
    hour = (int(found[1]) + (12 if found[3] == "pm" and int(found[1]) < 12 else 0)) % 24
    form = f"{hour:02}:{found[2] or '00'}"
    return Mended(f"{quoted(str(value))} heeft niet de vorm uu:mm. Schrijf {place.written(form)}", form)


def _number(value: object, place: Spot, error: FieldError) -> Mended | None:
    text = str(value).strip()
    if error.takes and (perhaps := PERHAPS_THOUSANDS.fullmatch(text)):
        return _with_point(text, perhaps[1], perhaps[2], place)
    meant = number_meant(text)
    if meant.is_none:
        away = (
            "Haal deze regel weg: zonder getal is er geen waarneming. Zegt de bron dat het getal niet bekend is? "
            "Schrijf dat dan bij 'note' van een andere regel"
            if place.in_cell and place.field == "value"
            else f"{place.removed} als het getal niet bekend is"
        )
        is_value = place.in_cell and place.field == "value"
        return Mended(f"{quoted(text)} is geen getal. {away}", "" if place.may_go and not is_value else None)
    if meant.several:
        first, last = meant.several
        return Mended(
            f"{quoted(text)} zijn twee getallen. Maak er twee regels van: één met {place.written(first)} en één met "
            f"{place.written(last)}, en zeg bij 'part' wat de ondergrens is en wat de bovengrens"
            if place.in_cell
            else f"{quoted(text)} zijn twee getallen. Schrijf er één: {place.written(first)} of {place.written(last)}"
        )
    if not meant.digits or ("," in meant.digits and not error.takes):
        return None
    exactly = meant.qualifier or ("ten minste" if meant.or_more else "")
    said = (("qualifier", exactly), ("unit", meant.unit), ("note", meant.rest))
    beside = tuple((name, words) for name, words in said if words and name in place.names)
    more = f", en {' en '.join(place.other(name, words) for name, words in beside)}" if beside else ""
    is_lost = len(beside) < sum(bool(words) for _, words in said)
    return Mended(
        f"{quoted(text)} is geen getal in cijfers alleen. Schrijf {place.written(meant.digits)}{more}",
        None if is_lost and place.in_cell else meant.digits,
        beside,
        is_safe=not beside
        and not is_lost
        and bool(re.fullmatch(r"['’ ]?[0-9]{1,3}(?:[ .\u00a0\u202f][0-9]{3})*", text)),
    )


def _with_point(text: str, before: str, behind: str, place: Spot) -> Mended:
    """A number with a point before three digits: nobody writes three zeros as decimals."""
    whole, decimals = before + behind, f"{before},{behind}"
    if behind == "000":
        return Mended(f"{quoted(text)} is geen getal in cijfers alleen. Schrijf {place.written(whole)}", whole)
    wrong = f"{quoted(text)} kan {whole} zijn of {decimals}"
    return Mended(f"{wrong}. Schrijf {place.written(whole)} of {place.written(decimals)}")


def _truth(value: object, place: Spot, _: FieldError) -> Mended | None:
    form = truth_meant(str(value))
    if form is None:
        return None
    return Mended(
        f"{quoted(str(value))} kan hier niet. Schrijf {place.written(form)} ({'ja' if form == 'true' else 'nee'})",
        form,
        is_safe=True,
    )


def _choice(value: object, place: Spot, error: FieldError) -> Mended | None:
    text = str(value).strip()
    choices: tuple[str, ...] = error.takes
    meant = choice_meant(text, choices)
    told = f"{quoted(text)} kan hier niet; kies uit {enumerated(choices)}"
    if meant:
        is_same = fold(meant) == fold(text)
        others = () if is_same else tuple(choice for choice in choices if choice != meant)
        return Mended(f"{told}. Schrijf {place.written(meant)}", meant, is_safe=is_same, others=others)
    if "overig" in choices:
        return Mended(f"{told}. Past geen ander woord? Schrijf {place.written('overig')}")
    return Mended(f"{told}. {place.removed} als de bron het niet zegt" if place.may_go else told)


def _identifier(value: object, place: Spot, _: FieldError) -> Mended | None:
    bare = re.sub("[^A-Za-z0-9]+", "-", re.sub("[^A-Za-z0-9-]", "-", _plain(str(value)))).strip("-")
    if not bare or len(bare) > 100:
        return None
    wrong = f"{quoted(str(value))} kan geen kenmerk zijn; gebruik alleen letters, cijfers en streepjes"
    return Mended(f"{wrong}. Schrijf {place.written(bare)}", bare)


def _plain(text: str) -> str:
    """A text without accents, its capitals kept."""
    return "".join(fold(sign).upper() if sign.isupper() else fold(sign) or sign for sign in text)


def _text(value: object, place: Spot, _: FieldError) -> Mended | None:
    match value:
        case [str(single)] if _ROOM.fullmatch(single):
            return Mended(f"hier staat nog '[{single}]'. Schrijf op die plaats wat er hoort")
        case [str(single)]:
            return Mended(
                f"hier hoort tekst, geen lijst. Haal de haken of het streepje weg: {place.written(single)}", single
            )
        case {**pairs} if len(pairs) == 1 and all(isinstance(text, str) for text in pairs.values()):
            whole = ": ".join(map(str, next(iter(pairs.items()))))
            quoting = '"' + whole.replace('"', "'") + '"'
            return Mended(
                "de dubbele punt maakt van deze tekst een veld. Zet de hele tekst tussen dubbele aanhalingstekens: "
                f"{place.written(quoting)}",
                quoting,
            )
    return None


def _list(value: object, place: Spot, _: FieldError) -> Mended | None:
    if isinstance(value, dict) and value:
        first = next(iter(value))
        inner = value[first]
        line = f"- {first}: {inner}" if isinstance(inner, str) and len(inner) < 40 else f"- {first}: …"
        return Mended(
            f"hier hoort een lijst. Zet een streepje voor het eerste veld: '{line}', en laat de andere velden eronder "
            "even ver inspringen als dat veld"
        )
    if not isinstance(value, str) or place.owner is None:
        return None
    field = described(place.owner).get(place.field) if isinstance(place.owner, type) else None
    if field and field.form == "sign":
        parts = [part for part in re.split(r"[\s,;]+", value) if part]
        form = f"[{', '.join(parts)}]"
        return Mended(f"hier hoort een lijst, ook als er maar één in staat. Schrijf {place.written(form)}", form)
    parts = [part.strip() for part in value.split(",")]
    if len(parts) > 1 and all(re.fullmatch(r"[\w-]+(?: [\w-]+)?", part) for part in parts):
        form = f"[{', '.join(parts)}]"
        return Mended(f"hier hoort een lijst. Schrijf {place.written(form)}", form)
    bare = re.sub(r"^[-–—•·*‐‑−][ \t]*(?=\w)", "", value)
    short = bare if len(bare) < 60 else f"{bare[:50]}…"
    return Mended(f"hier hoort een lijst. Zet de tekst op de regel eronder, verder ingesprongen, als '- {short}'")


def _mapping(value: object, _: Spot, error: FieldError) -> Mended | None:
    kind = error.takes
    if not isinstance(value, str):
        return None
    needed = [field.name for field in fields(kind) if field.default is MISSING and field.name != "id"]
    known = described(kind)
    holding = next((name for name in needed if known[name].meaning == "feit in woorden"), None)
    if not needed:
        return None
    shown = ", ".join(f"'{name}: {value if name == holding and len(value) < 60 else '…'}'" for name in needed)
    return Mended(f"{str(error).partition(';')[0]}, elk op een eigen regel. Schrijf in elk geval {shown}")


def enumerated(words: Iterable[str]) -> str:
    """Words between quotes, with commas."""
    return ", ".join(f"'{word}'" for word in words)


_MENDERS: Mapping[str, Callable[[object, Spot, FieldError], Mended | None]] = MappingProxyType(
    {
        "bad-date": _date,
        "bad-id": _identifier,
        "bad-period": _period,
        "bad-time": _time,
        "not-a-list": _list,
        "not-a-mapping": _mapping,
        "not-a-number": _number,
        "not-text": _text,
        "not-true-or-false": _truth,
        "unknown-choice": _choice,
    }
)
