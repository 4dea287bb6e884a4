"""What a text says again, agrees with the field or the figure that says it first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields

from lrt_site.checks.reports import told_in
from lrt_site.checks.spots import Mend, fault_in
from lrt_site.checks.texts import texts_of
from lrt_site.model.commitments import DeadlineEvent
from lrt_site.model.dates import MONTHS, PartialDate
from lrt_site.model.figures import Observation
from lrt_site.model.meetings import Agreement, Meeting
from lrt_site.model.register import Register, Steps
from lrt_site.problems import Fault
from lrt_site.prose.sentences import seen

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DATE = re.compile(
    rf"(?:(?P<week>{'|'.join(_DAYS)})\s+)?(?<![\d.,-])(?P<day>\d{{1,2}})\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})\b"
)
_NUMBER = re.compile(r"(?<![\w.,/:#-])(?:\d{1,3}(?:\.\d{3})+|\d{4,9})(?![\w/-]|[.,]\d)")
_IN_YEARS = range(1800, 2101)
_DAY_UNKNOWN = re.compile(
    r"(?i)\b(?:dag|datum)\b[^.;]*\b(?:niet|onbekend|geen)\b|\b(?:niet|geen|onbekende?)\b[^.;]*\b(?:dag|datum)\b"
    rf"|\been (?:{'|'.join(_DAYS)}) in\b|\b(?:ergens|medio|begin|eind|half|in de loop van)\b"
)
_OF_MEETING = re.compile(r"(?i)(?:vergader\w*|overleg\w*|bijeenkomst|bijeen|tafel)\b[^.;]{0,40}$")
_BY = re.compile(r"(?i)\b(?:voor|vóór|uiterlijk|per|tegen|tot)\s(?:en met\s)?$")


def dates_have_their_weekday(register: Register) -> Iterator[Fault]:
    """A date with a day of the week beside it was on that day."""
    for record, at, text in texts_of(register):
        if "dag" not in text:
            continue
        for found in _DATE.finditer(text):
            moment = _moment(found)
            right = _DAYS[moment.earliest.weekday()] if moment else None
            if moment and found["week"] and right != found["week"]:
                message = (
                    f"{moment.in_words} is een {right}, geen {found['week']}. "
                    f"Schrijf '{right} {moment.in_words}', of verbeter de datum."
                )
                mend = Mend(*found.span("week"), right or "")
                yield fault_in(record.id, at, text, found.span(), "says-otherwise", message, mend)


def notes_leave_open_what_their_date_does(register: Register) -> Iterator[Fault]:
    """A note on a date does not say that the day is unknown, or another one, beside a date that is a day."""
    for kind, parts in register.parts.items():
        if not {"date", "date_note"} <= {field.name for field in fields(kind)}:
            continue
        for record, at, part in parts:
            date, note = getattr(part, "date", None), getattr(part, "date_note", None) or ""
            if isinstance(date, PartialDate) and date.is_day and _DAY_UNKNOWN.search(note):
                message = (
                    f"Hier staat dat de dag niet bekend is, en de datum is {date.in_words}. "
                    f"Haal de regel 'date_note: {note}' weg. Is de dag niet zeker? Schrijf dan 'date: {date.text[:7]}'."
                )
                yield Fault(record.id, (*at, "date_note", 0), "inconsistent", message)


def texts_repeat_numbers_as_they_are(register: Register) -> Iterator[Fault]:
    """A number in a report that is almost that of a figure of the meeting, and no other, is that figure."""
    known = {
        int(value.exactly) for _, values in register.observations.values() for value in values if value.exactly % 1 == 0
    }
    for meeting in register.all(Meeting).values():
        ours = _figures_of(meeting, register)
        if not ours:
            continue
        texts = list(_texts(meeting))
        told = Counter(_number(found[0]) for _, words in texts for found in _NUMBER.finditer(seen(words)))
        for at, words in texts:
            for found in _NUMBER.finditer(seen(words)):
                number = _number(found[0])
                if any(found[0] in kept.words for kept in meeting.kept_words):
                    continue
                if number in known or (number in _IN_YEARS and "." not in found[0]) or told[number] > 1:
                    continue
                near = {value: of for value, of in ours.items() if _is_slip(number, value)}
                if near:
                    yield _other_number(meeting, (at, words), found, near)


def texts_repeat_dates_as_they_are(register: Register) -> Iterator[Fault]:
    """A date in a report that is almost that of the meeting or of a term, and of nothing else, is that date."""
    for meeting in register.all(Meeting).values():
        dues = [due for item in meeting.agenda for due in (agreement.due for agreement in item.agreements) if due]
        # A term before the meeting itself is what is wrong, and is told elsewhere.
        dues = [due for due in dues if not meeting.date or due.latest >= meeting.date.earliest]
        if not dues and not (meeting.date and meeting.date.is_day):
            continue
        for at, words in _texts(meeting):
            for found in _DATE.finditer(words):
                moment, before = _moment(found), words[: found.start()]
                meant = [meeting.date] if _OF_MEETING.search(before) else dues if _BY.search(before) else []
                kept = any(found[0] in kept.words for kept in meeting.kept_words)
                near = [date for date in meant if not kept and date and moment and _is_near(moment, date)]
                if moment and len(set(near)) == 1 and not _is_of_another(moment, near[0] == meeting.date, register):
                    what = "de vergadering was op" if near[0] == meeting.date else "de afspraak heeft als termijn"
                    line = _with(words, found.start("day"), found.end(), near[0].in_words)
                    message = (
                        f"Hier staat {moment.in_words}, en {what} {near[0].in_words}. "
                        f"Klopt het veld? Schrijf dan '{line}'. Verbeter anders het veld."
                    )
                    place = found.start("day"), found.end()
                    mend = Mend(*place, near[0].in_words)
                    yield fault_in(meeting.id, at, words, place, "says-otherwise", message, mend)


def _texts(meeting: Meeting) -> Iterator[tuple[Steps, str]]:
    """What a meeting tells, and titles and agreements besides."""
    yield from told_in(meeting)
    if meeting.report:
        yield ("report", "title"), meeting.report.title
    for number, item in enumerate(meeting.agenda):
        yield ("agenda", number, "title"), item.title
        for index, agreement in enumerate(item.agreements):
            yield ("agenda", number, "agreements", index, "what"), agreement.what


def _figures_of(meeting: Meeting, register: Register) -> Mapping[int, str]:
    """The values of the figures that the meeting used, each with the id of its figure."""
    ids = (*meeting.figures, *(figure for item in meeting.agenda for figure in item.figures))
    return {
        int(value.exactly): figure
        for figure in ids
        for value in register.observations.get(figure, (None, ()))[1]
        if value.exactly % 1 == 0
    }


def _other_number(meeting: Meeting, text: tuple[Steps, str], found: re.Match[str], near: Mapping[int, str]) -> Fault:
    told = " en ".join(f"{_dotted(value)} ('{of}')" for value, of in near.items())
    mend = Mend(*found.span(), _dotted(next(iter(near)))) if len(near) == 1 else None
    if mend:
        line = _with(text[1], found.start(), found.end(), mend.text)
        advice = f"Klopt dat cijfer? Schrijf dan '{line}'. Verbeter anders het cijfer."
    else:
        advice = "Verbeter het getal of het cijfer."
    message = f"Hier staat {found[0]}, en bij de cijfers van deze vergadering staat {told}. {advice}"
    return fault_in(meeting.id, *text, found.span(), "says-otherwise", message, mend)


def _with(words: str, start: int, end: int, instead: str) -> str:
    """The few words around a place, with others there."""
    first, last = words.rfind("\n", 0, start) + 1, words.find("\n", end)
    first = max(first, words.rfind(" ", 0, max(0, start - 60)) + 1)
    last = len(words) if last < 0 else last
    behind = words[end:last]
    cut = "… " if words[first - 1 : first] not in ("", "\n") else ""
    return cut + words[first:start] + instead + (behind if len(behind) < 60 else behind[:60].rpartition(" ")[0])


def _number(words: str) -> int:
    return int(words.replace(".", ""))


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _is_slip(number: int, value: int) -> bool:
    """Whether one number is another with one digit wrong, two turned around, or a zero too many or too few."""
    here, there = str(number), str(abs(value))
    if number == value or len(there) < 4:
        return False
    if number in (value * 10, value * 100, value * 1000) or value in (number * 10, number * 100, number * 1000):
        return True
    if len(here) != len(there) or len(there.rstrip("0")) < 3:
        return False
    wrong = [index for index, pair in enumerate(zip(here, there, strict=True)) if pair[0] != pair[1]]
    turned = (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and here[wrong[0]] == there[wrong[1]]
        and here[wrong[1]] == there[wrong[0]]
    )
    return len(wrong) == 1 or turned


def _moment(found: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(f"{found['year']}-{MONTHS.index(found['month']) + 1:02}-{int(found['day']):02}")
    except ValueError:
        return None


def _is_near(moment: PartialDate, date: PartialDate) -> bool:
    """Whether one day is another with its day, its month or its year mistyped."""
    if moment == date or not date.is_day:
        return False
    (year, month, day), (year_of, month_of, day_of) = moment.text.split("-"), date.text.split("-")
    if (year, month) == (year_of, month_of):
        return day[::-1] == day_of or sum(left != right for left, right in zip(day, day_of, strict=True)) == 1
    if (month, day) == (month_of, day_of):
        return abs(int(year) - int(year_of)) == 1
    return (year, day) == (year_of, day_of) and abs(int(month) - int(month_of)) == 1


def _is_of_another(moment: PartialDate, held: bool, register: Register) -> bool:
    """Whether another meeting was held on a day, or something else has it as its term."""
    if held:
        return any(meeting.date == moment for meeting in register.all(Meeting).values())
    terms = (*register.each(Agreement), *register.each(DeadlineEvent), *register.each(Observation))
    return any(moment in (getattr(part, "due", None), getattr(part, "deadline", None)) for _, _, part in terms)
