"""What a date or a period in another form than ours seems to say. Nothing is taken for granted: an editor decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS, PartialDate, Period

_LAST = ("due", "deadline", "end_date", "not_after", "estimated_until", "expires")
"""Fields of which a stretch of time gives its end."""
_FIRST = ("start_date", "not_before", "estimated_from")
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december")  # fmt: skip
_NUMBER_OF = {
    **{month[:3]: number for number, month in enumerate(MONTHS, 1)},
    **{month[:3]: number for number, month in enumerate(_ENGLISH, 1)},
    **{month: number for months in (MONTHS, _ENGLISH) for number, month in enumerate(months, 1)},
    "mrt": 3, "sept": 9, "juni": 6, "juli": 7, "febr": 2,
}  # fmt: skip
_SPRING, _SUMMER, _AUTUMN = ("03-01", "06-21"), ("06-01", "09-23"), ("09-01", "12-22")
_SEASONS = {"voorjaar": _SPRING, "lente": _SPRING, "zomer": _SUMMER, "najaar": _AUTUMN, "herfst": _AUTUMN}
"""From the first day that any calendar gives a season to the last."""
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_NTH = r"([1-4])(?:e|ste|de)?|" + "|".join(_ORDINALS)
_NONE = re.compile(
    r"[-–—.?x*/]*|\??|n\.?v\.?t\.?|n\.?b\.?|n\.?n\.?b\.?|n\.?n\.?t\.?b\.?|n\.?t\.?b\.?|p\.?m\.?|t\.?b\.?d\.?|t\.?b\.?a\.?"
    r"|(nog )?(niet )?(on)?bekend|nog niet bekend|(is )?niet (vermeld|bekend|genoemd)|geen( datum)?|zonder datum|volgt|"
    r"z\.?s\.?m\.?|zo (snel|spoedig) mogelijk|nader te bepalen|later|ooit|todo|unknown|none|n/?a|leeg"
    r"|doorlopend|continu|structureel|permanent|datum onbekend|nog te bepalen|wordt nog bepaald|op termijn|heden|nu",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:ca\.?|circa|±|~|ongeveer|omstreeks|rond|begin|half|medio|midden|eind|einde|in|vóór|voor|na|vanaf|sinds|tot|"
    r"uiterlijk(?: op)?|per|op|vermoedelijk|waarschijnlijk|naar verwachting)\s+(?:de |het )?",
    re.IGNORECASE,
)
_SURE = {"in", "op", "per", "uiterlijk", "uiterlijk op"}
_TIME = re.compile(
    r"[ T,]+(?:om )?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.][0-5][0-9])?(?: ?uur| ?u\.?|Z|[+-][0-9:]{4,5})?$"
)
_NO_TIME = "00:00"
"""What a spreadsheet writes behind a day: no meeting begins then."""
_DAYS_BEFORE_EXCEL = date(1899, 12, 30)
_EXCEL = range(18_000, 60_000)
_YEARS = range(1900, 2100)
_CENTURY = range(1990, 2060)


@dataclass(frozen=True, slots=True)
class DateMeant:
    """What a text seems to say of a moment."""

    forms: tuple[str, ...] = ()
    """The dates that it can be, in our form: none, one, or several where it is not clear which."""
    bounds: tuple[str, str] | None = None
    """The first and the last day, where it is a stretch of time."""
    is_none: bool = False
    """Whether it says that there is no date."""
    in_words: bool = False
    """Whether its words say something that a date cannot."""
    time: str = ""
    """The time of the day that stands behind it."""
    doubt: str = ""
    """Why it can be no date, as a Dutch sentence."""


def date_meant(text: str) -> DateMeant:
    """What a text that is no date of ours seems to say."""
    given = _tidy(text)
    if _NONE.fullmatch(given):
        return DateMeant(is_none=True)
    timed = _TIME.search(given)
    if timed and timed.start() >= 4 and (alone := _plain(given[: timed.start()])):
        time = f"{int(timed[1]):02}:{timed[2]}"
        return DateMeant(forms=alone, time="" if time == _NO_TIME else time)
    day, weekday = _without_weekday(given)
    if forms := _plain(day):
        return DateMeant(forms, doubt=_other_weekday(forms, weekday))
    if bounds := _stretch(day):
        return DateMeant(bounds=bounds, in_words=True)
    if doubt := _impossible(day):
        return DateMeant(doubt=doubt)
    about = _ABOUT.match(day)
    if about and (forms := _plain(day[about.end() :])):
        return DateMeant(forms, in_words=about[0].strip().casefold() not in _SURE)
    return DateMeant(doubt=_without_year(day))


def contrary(text: str, field: str) -> str:
    """Why a text says the reverse of what its field does, as a part of a Dutch sentence."""
    if field in _LAST and re.match(r"(?:na|vanaf|sinds) ", text, re.IGNORECASE):
        return "is geen laatste dag"
    if field in _FIRST and re.match(r"(?:v[oó][oó]r|tot|uiterlijk) ", text, re.IGNORECASE):
        return "is geen eerste dag"
    return ""


def sure_of(first: str, last: str, field: str) -> str:
    """What a field can say of a stretch of time: its end or its begin, or else the month or the year it is in."""
    if field in _LAST or field in _FIRST:
        return last if field in _LAST else first
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), "")


def period_meant(text: str) -> tuple[str, ...]:
    """The periods in our form that a text can mean; none where it is not clear."""
    given = _tidy(text)
    forms = _half(given) or _quarter(given) or _months(given) or _years(given) or _from_to(given)
    return tuple(form for form in forms or date_meant(text).forms if _valid(form, Period))


def is_clear(text: str) -> bool:
    """Whether a date in another form than ours can be read in one way only: with all of its year, or a named month."""
    given = _without_weekday(_tidy(text))[0].casefold()
    return bool(
        re.fullmatch(
            r"[0-9]{4}([-/. ])(?:0?[1-9]|1[0-2])\1[0-9]{1,2}|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{2}", given
        )
        or re.fullmatch(rf"(?:[0-9]{{1,2}}[- ])?(?:{_MONTH})\.?[- ][0-9]{{4}}", given)
    )


def without_its_year(text: str) -> bool:
    """Whether a text names a part of a year, and no year."""
    return bool(
        re.fullmatch(rf"(?:{_NTH})? ?(?:q[1-4]?|kwartaal|helft|halfjaar|h[12])|q[1-4]|({_MONTH})\.?", _tidy(text), re.I)
    )


def _tidy(text: str) -> str:
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub("[\u00a0\u2007\u202f\\s]+", " ", text).strip(" \"'“”‘’«»;")
    return re.sub(r"(?<=[0-9])[oO](?=[0-9-])|(?<=[0-9-])[oO](?=[0-9])", "0", text)


def _plain(text: str) -> tuple[str, ...]:
    """The dates that a text without further words can be."""
    found = (form for read in _READERS for form in read(text.strip().casefold()))
    return tuple(dict.fromkeys(form for form in found if _valid(form, PartialDate)))


def _valid(form: str, kind: Callable[[str], object]) -> bool:
    try:
        kind(form)
    except ValueError:
        return False
    return int(form[:4]) in _YEARS


def _form(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    return "-".join(
        str(int(part)).zfill(4 if index == 0 else 2) for index, part in enumerate((year, month, day)) if part
    )


def _numbered(text: str) -> Iterator[str]:
    """`2025/12/20`, `2025-20-12`, `20-12-2025`, `12-2025`, `20251204`."""
    sign = r"[ ./\\_-]+"
    if found := re.fullmatch(rf"([0-9]{{4}}){sign}([0-9]{{1,3}})(?:{sign}([0-9]{{1,3}}))?", text):
        yield _form(*found.groups()) if int(found[2]) <= 12 or not found[3] else _form(found[1], found[3], found[2])
    elif found := re.fullmatch(rf"([0-9]{{1,2}}){sign}([0-9]{{1,2}}){sign}([0-9]{{4}})", text):
        day, month, year = found.groups()
        yield _form(year, month, day) if int(month) <= 12 else _form(year, day, month)
    elif found := re.fullmatch(rf"([0-9]{{1,2}}){sign}([0-9]{{4}})", text):
        yield _form(found[2], found[1])
    elif found := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})?", text):
        yield _form(*found.groups())
    elif found := re.fullmatch(r"([0-9]{2})([0-9]{2})([0-9]{4})", text):
        yield _form(found[3], found[2], found[1])


def _short_year(text: str) -> Iterator[str]:
    """`20-12-25`, which can begin with the day or with the year."""
    if found := re.fullmatch(r"'?([0-9]{1,2})[ ./-]+([0-9]{1,2})[ ./-]+'?([0-9]{2})", text):
        first, month, last = found.groups()
        orders = ((last, month, first), *(((first, month, last),) if len(first) == 2 else ()))
        yield from (_form(_year(year), month, day) for year, month, day in orders if _year(year) in _CENTURY)


def _year(short: str) -> int:
    return int(short) + (2000 if int(short) < 70 else 1900) if len(short) == 2 else int(short)


def _with_month(text: str) -> Iterator[str]:
    """`4 dec. 2025`, `december 4th, 2025`, `dec 2025`, `mrt-24`."""
    year = "'?([0-9]{4}|[0-9]{2})"
    gap = "[ ./-]*"
    if found := re.fullmatch(
        rf"(?:de )?([0-9]{{1,2}})(?:e|ste|de|st|nd|rd|th)?{gap}(?:of )?({_MONTH})[.,]?{gap}(?:van )?{year}", text
    ):
        yield _form(_year(found[3]), _NUMBER_OF[found[2]], found[1])
    elif found := re.fullmatch(rf"({_MONTH})\.?{gap}([0-9]{{1,2}})(?:st|nd|rd|th)?(?:, ?| )([0-9]{{4}})", text):
        yield _form(found[3], _NUMBER_OF[found[1]], found[2])
    elif found := re.fullmatch(rf"([0-9]{{4}})[ ,./-]*({_MONTH})\.?(?:{gap}([0-9]{{1,2}}))?", text):
        yield _form(found[1], _NUMBER_OF[found[2]], found[3])
    elif found := re.fullmatch(rf"({_MONTH})[.,]?{gap}(?:van )?{year}", text):
        yield _form(_year(found[2]), _NUMBER_OF[found[1]])


def _counted(text: str) -> Iterator[str]:
    """The number of a day in Excel."""
    if re.fullmatch("[0-9]{5}", text) and int(text) in _EXCEL:
        yield (_DAYS_BEFORE_EXCEL + timedelta(int(text))).isoformat()


def _of_year(text: str) -> Iterator[str]:
    if found := re.fullmatch(r"(?:heel |het )?(?:jaar )?([0-9]{4})(?:\.0|\.)?", text):
        yield found[1]


_READERS = (_numbered, _short_year, _with_month, _counted, _of_year)


def _without_weekday(text: str) -> tuple[str, int | None]:
    """A text without the day of the week before it, and which that is."""
    for names in (_WEEKDAYS, _ENGLISH_DAYS):
        for number, name in enumerate(names):
            short = name[:2] if names is _WEEKDAYS else name[:3]
            if found := re.match(rf"(?:{name}|{short})\b\.?,? *(?=[0-9a-z])", text, re.IGNORECASE):
                return text[found.end() :], number
    return text, None


def _other_weekday(forms: tuple[str, ...], weekday: int | None) -> str:
    if weekday is None or len(forms) != 1 or len(forms[0]) != 10:
        return ""
    real = date.fromisoformat(forms[0]).weekday()
    return (
        ""
        if real == weekday
        else f"{PartialDate(forms[0]).in_words} was een {_WEEKDAYS[real]}; kijk na welke dag klopt"
    )


def _impossible(text: str) -> str:
    """Why a date in our own form, or nearly so, does not exist."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", text)
    if found and not 1 <= int(found[2]) <= 12:
        return f"Maand {int(found[2])} bestaat niet. Verbeter haar, of schrijf alleen het jaar: '{found[1]}'"
    if found and found[3]:
        month = PartialDate(_form(found[1], found[2]))
        wrong = f"{month.in_words.capitalize()} heeft geen dag {int(found[3])}"
        return f"{wrong}. Verbeter de dag, of schrijf alleen de maand: '{month}'"
    if found := re.fullmatch(
        rf"(?:in |het |de )*({'|'.join(_SEASONS)}|winter)(?: van)? ?('?[0-9]{{2,4}})?", text.casefold()
    ):
        return "Een jaargetijde is geen datum: schrijf de eerste en de laatste dag die het kan zijn"
    return ""


def _without_year(text: str) -> str:
    day = re.fullmatch(rf"([0-9]{{1,2}})(?:e|ste|de)?[ .-]*(?:({_MONTH})\.?|[/-] ?(0?[1-9]|1[0-2]))", text.casefold())
    month = re.fullmatch(rf"({_MONTH})\.?", text.casefold())
    if not day and not month:
        return ""
    number = month[1] if month else day[2] or day[3] if day else ""
    end = f"{_NUMBER_OF.get(number) or int(number):02}" + (f"-{int(day[1]):02}" if day else "")
    return f"Het jaar ontbreekt: schrijf het ervoor, in de vorm jjjj-{end}"


def _stretch(text: str) -> tuple[str, str] | None:
    """The first and the last moment of a stretch of time, in our form."""
    text = text.casefold()
    if found := re.fullmatch(rf"(?:in |het |de )*({'|'.join(_SEASONS)})(?: van)? ?'?([0-9]{{4}}|[0-9]{{2}})", text):
        first, last = _SEASONS[found[1]]
        return f"{_year(found[2])}-{first}", f"{_year(found[2])}-{last}"
    if found := re.fullmatch(
        rf"([0-9]{{1,2}}) ?(?:-|en|/|t/m|tot en met) ?([0-9]{{1,2}} (?:{_MONTH})\.? [0-9]{{4}})", text
    ):
        last_day = _plain(found[2])
        return (f"{last_day[0][:8]}{int(found[1]):02}", last_day[0]) if last_day else None
    if found := re.fullmatch(r"(?:week|wk)\.? ?([0-9]{1,2}),?(?: van)? ?([0-9]{4})|([0-9]{4})-?w([0-9]{1,2})", text):
        year, week = (found[2], found[1]) if found[2] else (found[3], found[4])
        if 1 <= int(week) <= 53:
            return tuple(date.fromisocalendar(int(year), min(int(week), 52), day).isoformat() for day in (1, 7))  # type: ignore[return-value]
    for read in (_half, _quarter, _months, _years, _from_to):
        for form in read(text):
            if _valid(form, Period):
                return Period(form).earliest.isoformat(), Period(form).latest.isoformat()
    return None


def _whole(year: str | int, month: int) -> tuple[str, str]:
    """The first and the last day of a month."""
    whole = PartialDate(f"{year}-{month:02}")
    return whole.earliest.isoformat(), whole.latest.isoformat()


def _nth(text: str) -> int:
    return _ORDINALS.get(text) or int(text[0])


def _half(text: str) -> tuple[str, ...]:
    """`1e helft 2025`, `H1 2025`, `2025 h1`."""
    text = text.casefold()
    words = rf"(?:de |het )?({_NTH}) ?(?:helft|half ?jaar|halfjaar|h)(?: van)?,? ?([0-9]{{4}})"
    if (found := re.fullmatch(words, text)) and _nth(found[1]) <= 2:
        return (f"{found[3]}-H{_nth(found[1])}",)
    if found := re.fullmatch(r"h ?([12])[ /-]*([0-9]{4})|([0-9]{4})[ /-]*h ?([12])", text):
        return (f"{found[2] or found[3]}-H{found[1] or found[4]}",)
    if (found := re.fullmatch(rf"([0-9]{{4}}),? ?({_NTH}) ?(?:helft|half ?jaar|halfjaar)", text)) and _nth(
        found[2]
    ) <= 2:
        return (f"{found[1]}-H{_nth(found[2])}",)
    return ()


def _quarter(text: str) -> tuple[str, ...]:
    """`Q1 2025`, `2e kwartaal 2025`."""
    text = text.casefold()
    words = rf"(?:het )?({_NTH}) ?(?:kwartaal|kw\.?)(?: van)? ?([0-9]{{4}})"
    found = re.fullmatch(r"q ?([1-4])[ /-]*([0-9]{4})|([0-9]{4})[ /-]*q ?([1-4])", text)
    if found:
        year, quarter = found[2] or found[3], int(found[1] or found[4])
    elif found := re.fullmatch(words, text):
        year, quarter = found[3], _nth(found[1])
    else:
        return ()
    return (f"{_whole(year, quarter * 3 - 2)[0]}/{_whole(year, quarter * 3)[1]}",)


def _months(text: str) -> tuple[str, ...]:
    """`juli-augustus 2025`, `jan. t/m maart 2025`, `2025 juli-augustus`."""
    between = r" ?(?:-|/|en|t/m|tm|tot en met|tot)? ?"
    months = rf"({_MONTH})\.?{between}({_MONTH})\.?"
    text = text.casefold()
    if found := re.fullmatch(rf"{months},? ?([0-9]{{4}})", text):
        first, last, year = found.groups()
    elif found := re.fullmatch(rf"([0-9]{{4}}),? ?\(?{months}\)?", text):
        year, first, last = found.groups()
    else:
        return ()
    return (f"{_whole(year, _NUMBER_OF[first])[0]}/{_whole(year, _NUMBER_OF[last])[1]}",)


def _years(text: str) -> tuple[str, ...]:
    """`2024-2025`, `2024/'25`, `seizoen 2024-25`."""
    found = re.fullmatch(
        r"(?:seizoen |schooljaar )?([0-9]{4}) ?(?:-|/|en|t/m|tot en met) ?'?([0-9]{4}|[0-9]{2})", text.casefold()
    )
    if not found:
        return ()
    last = found[2] if len(found[2]) == 4 else f"{found[1][:2]}{found[2]}"
    return (f"{found[1]}/{last}",) if int(found[1]) < int(last) else ()


def _from_to(text: str) -> tuple[str, ...]:
    """Two dates in any form with a word or a dash between them."""
    found = re.fullmatch(
        r"(?:van |vanaf |periode )?(.+?)(?: (?:-|t/m|tm|tot en met|tot|en) | ?/ ?| ?t/m ?)(.+)", text, re.IGNORECASE
    )
    if not found:
        return ()
    last = _plain(found[2])
    first = _plain(found[1]) or (_plain(f"{found[1]} {last[0][:4]}") if last else ())
    return (f"{first[0]}/{last[0]}",) if len(first) == len(last) == 1 else ()
