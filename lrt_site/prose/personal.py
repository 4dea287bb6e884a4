"""Personal data in a text: what leads to one person, and has no place in a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS
from lrt_site.prose.parties import SURNAME, Parties

_OF_DATA = re.compile(
    r"@|[\[(]at[\])]|  at  |apenstaart|[Gg]eb(?:o|\.)|BSN|bsn|ummer|[Ww]oon|[Ww]onen|"
    r"[0-9](?:[0-9 .)/-]{6}|[0-9]{3} ?[A-Z]{2})"
    r"|[A-Z]{2}[0-9]{2}"
)
_OF_NAMES = (
    *(
        "eer ",
        "hr ",
        "hr.",
        "evrouw",
        "evr.",
        "evr ",
        "mw.",
        "Mw",
        "mw ",
        "rs.",
        "mr.",
        "dr.",
        "ir.",
        " ing.",
        "Ing.",
        "rof.",
    ),
    *("Mr.", "Dr.", "Ir.", "tenaar ", "werker ", "werkster ", "seur ", "oerder ", "ulist ", "ollega ", " secretaris "),
    *("Secretaris ", "leider ", "ffier ", "urist ", "woner ", "onster ", "oeker ", "hteling ", "houder "),
)
_INITIAL = re.compile(r"[A-Z]\. ?[A-Za-z']")
"""What stands in each text with personal data or a name in it, and in few others: to look for these first is fast."""
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?: ?(?:@|\[at\]|\(at\)|apenstaart(?:je)?|  at  ?) ?)"
    r"[\w-]+(?:(?:\.| ?[\[(](?:punt|dot)[\])] ?| {2}(?:punt|dot) {2})[\w-]+)+",
    re.IGNORECASE,
)
"""The brackets of `[at]` and `[punt]` are no words of a text in Markdown: there are spaces in their place."""
_PHONE = re.compile(r"(?<![\w.,/:-])(?:\+\d|\(?0)[\d ()./–-]{7,17}\d(?![\w/-])")
_CITIZEN = re.compile(r"(?<![\w.,/-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3} \d{3} \d{3})(?![\w/-])")
_NAMED = re.compile(
    r"\b(?P<what>BSN|bsn|[Bb]urgerservicenummer|[Ss]ofinummer|[Vv]-nummer|[Vv]reemdelingennummer|[Pp]aspoortnummer|[Dd]ocumentnummer|"
    r"[Cc]liëntnummer|[Pp]atiëntnummer|[Rr]ekeningnummer)"
    r"(?:\s+(?:is|van|nr\.?|nummer))?[\s:.]*(?:[a-z]+\s+){0,3}(?P<number>[A-Z0-9][A-Z0-9 .]{4,}\d)"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_STREET = (
    r"[A-Z][\w'’-]*(?:straat|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|steeg|dreef|plantsoen|baan|markt|wal|burg|plaats|"
    r"oord|veld|park|ring|lei)"
)
_ADDRESS = re.compile(
    rf"(?:{_STREET}|(?:[A-Z][\w'’-]*\s)?(?:Straat|Laan|Weg|Plein))\s\d{{1,4}}\s?[a-zA-Z]?(?:,?\s+(?:in\s)?\d{{4}}\s?[A-Z]{{2}}\b)"
    r"|(?<![\w-])[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?:,?\s(?:huisnummer|nr\.?|nummer)?\s?)\d{1,4}(?![\d.,]*\d)\b"
    rf"|(?:[A-Z]\w+)\s\d{{1,4}}[a-zA-Z]?,?\s[1-9]\d{{3}}\s?(?!SA|SD|SS)[A-Z]{{2}}\b"
    r"|(?i:woon(?:t|den?|achtig is|achtig)?|wonen)\s[^.;]{0,30}?(?i:aan|op|in)\s(?:de|het)?\s?"
    rf"{_STREET}\s\d{{1,4}}\w?\b"
)
_BORN = re.compile(
    r"\b(?:[Gg]eboren(?! (?:na|voor|vóór|tussen|vanaf|sinds|tot)\b)|"
    r"[Gg]eb\.|[Gg]eboortedatum|[Gg]eboortedag)[:\s]\s?(?:[\w:,]+\s){0,4}?"
    rf"(?:\d{{1,2}}[-/. ](?:\d{{1,2}}|{'|'.join(MONTHS)})[-/. ]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
_TITLE = r"(?:(?:[Dd]e )?[Hh]eer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]ijnheer)"
_DEGREE = r"(?:[Dd]rs|[Mm]r|[Dd]r|[Ii]r|[Ii]ng|[Pp]rof)\."
_INITIALS = r"(?:(?:[A-Z]|Th|Ch|IJ)\.[ -]?){1,5}"
_WORK = (
    r"(?:(?:[Bb]eleids|[Hh]oofd)?(?i:ambtenaar|medewerker|medewerkster|adviseur)|woordvoerder|notulist|collega|secretaris|"
    r"projectleider|teamleider|griffier|jurist|bewoner|bewoonster|inwoner|inwoonster|\w{5}zoeker|\w{6}houder)"
)
_NAME = re.compile(
    rf"(?P<title>\b{_TITLE}\s+(?:{_DEGREE}\s*)*|\b(?:{_DEGREE}\s*)+|\b{_WORK}\s+)?"
    rf"(?P<name>(?P<initials>{_INITIALS})?(?:[A-Z][a-zà-ÿ]+\s)?{SURNAME})"
)
_NO_INITIALS = {"NB", "NV", "PM", "PS", "BV", "VN", "EU", "US", "VS", "UK", "DC", "CV"}
_ALONE = re.compile(r"(?:^|\n|[,;(:] ?|\b(?:door|van|met|en|aan|bij|namens|collega|aldus) )$")
"""What stands before one initial of a name; elsewhere it may be the letter of an annex."""
_NO_NAME = re.compile(
    r"(?:De|Het|Een|Die|Dat|Dit|Deze|Er|In|Op|Voor|Van|Bij|Met|Na|Dan|Ook|Zie|Volgens|Wat|Wie|Hoe|Als|Zij|Hij|Aan|Over|"
    r"Daar\w*|Hier\w*|Waar\w*|Vast\w+|Tot|Toen|Niet|Per|Om|Uit|Door|Te)\b"
)
_PLACED = re.compile(r"\b(?:\w+(?:laan|straat|weg|plein|kade|school|huis))\b")


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of personal data in a text. It is never shown whole."""

    what: str
    """What it is, in Dutch with its article."""
    start: int
    end: int
    is_name: bool = False


def personal_in(text: str, parties: Parties) -> tuple[Personal, ...]:
    """The personal data in a text, in order; a name only where it is of nobody that the register knows."""
    data = _data_in(text) if _OF_DATA.search(text) else ()
    named = any(sign in text for sign in _OF_NAMES) or _INITIAL.search(text)
    kept: list[Personal] = []
    taken = bytearray(len(text))
    for found in (*data, *(_names_in(text, parties) if named else ())):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"1" * (found.end - found.start)
            kept.append(found)
    return tuple(sorted(kept, key=lambda found: found.start))


def hidden(words: str) -> str:
    """The beginning of personal data: enough to find it, too little to know it."""
    title = re.match(rf"(?:{_TITLE}|{_WORK})\s+", words)
    kept = title.end() + 1 if title else 2
    return f"{words[:kept]}…"


def nameless(sentence: str, found: Personal) -> str:
    """A sentence with `iemand`, or with somebody's work, in the place of a name; empty where little else is said."""
    named = sentence[found.start : found.end]
    work = re.match(rf"{_WORK}(?= )", named)
    behind = re.match(rf"\s*\(({_WORK})\)", sentence[found.end :])
    work_of = work[0] if work else behind[1] if behind else ""
    who = f"een {work_of.lower()}" if work_of else "iemand"
    rest = sentence[found.end + (behind.end() if behind else 0) :]
    new = sentence[: found.start] + (who if sentence[: found.start].strip() else who.capitalize()) + rest
    return new if len(rest.split()) > 2 else ""


def _data_in(text: str) -> Iterator[Personal]:
    for found in _MAIL.finditer(text):
        yield Personal("een e-mailadres", *found.span())
    for found in _ADDRESS.finditer(text):
        street = re.search(rf"{_STREET}\s\d", found[0])
        yield Personal("een adres met huisnummer", found.start() + (street.start() if street else 0), found.end())
    for found in _BORN.finditer(text):
        yield Personal("een geboortedatum", *found.span())
    for found in _ACCOUNT.finditer(text):
        if _is_account(found[0]):
            yield Personal("een rekeningnummer", *found.span())
    for found in _NAMED.finditer(text):
        what = "een burgerservicenummer" if found["what"].casefold()[0] in "bs" else "een nummer van een persoon"
        yield Personal("een rekeningnummer" if found["what"][1:].startswith("eken") else what, *found.span("number"))
    for found in _CITIZEN.finditer(text):
        if _is_citizen(found[0]):
            yield Personal("een burgerservicenummer", *found.span())
    if _PHONE.search(text):
        yield from _phones_in(text)


def _is_account(words: str) -> bool:
    from stdnum import iban

    return iban.is_valid(words, check_country=False) or bool(re.match(r"NL\d\d ?[A-Z]{4} ?\d{4}", words))


def _is_citizen(words: str) -> bool:
    from stdnum.nl import bsn

    return bsn.is_valid(words)


def _phones_in(text: str) -> Iterator[Personal]:
    import phonenumbers

    for found in phonenumbers.PhoneNumberMatcher(text, "NL", leniency=phonenumbers.Leniency.VALID):
        begins = re.match(r"\(?(?:\+|0(?![89]00))", found.raw_string)
        if (
            begins
            and _PHONE.match(text, found.start)
            and not re.match(r"[\w./]", text[max(0, found.start - 1) : found.start])
        ):
            opened = found.raw_string.startswith("(") and ")" not in found.raw_string
            yield Personal("een telefoonnummer", found.start + opened, found.end)


def _names_in(text: str, parties: Parties) -> Iterator[Personal]:
    for found in _NAME.finditer(text):
        title, initials = found["title"], found["initials"]
        if not title and not initials:
            continue
        if not title and not _is_initials(text, found):
            continue
        words = re.findall(r"[\w’'-]{2,}", found["name"].removeprefix(initials or ""))
        last = words[-1].casefold() if words else ""
        if last and last not in parties.known and not _PLACED.search(found["name"]):
            yield Personal("de naam van iemand die niet in participants.yml staat", *found.span(), is_name=True)


def _is_initials(text: str, found: re.Match[str]) -> bool:
    """Whether the capitals before a name without a title are initials, and not an annex or a kind of company."""
    letters = re.sub(r"[^A-Za-z]", "", found["initials"])
    name = found["name"].removeprefix(found["initials"])
    if len(letters) == 1:
        return bool(_ALONE.search(text[: found.start()])) and not _NO_NAME.match(name)
    return letters not in _NO_INITIALS
