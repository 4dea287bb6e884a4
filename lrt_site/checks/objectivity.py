"""Reports say what was said, not who said it, and name nobody who does not sit at the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from textwrap import shorten

from lrt_site.checks.report.slips import taken
from lrt_site.checks.reports import sentences_of, told_in
from lrt_site.checks.spots import Mend, fault_in
from lrt_site.checks.texts import texts_of
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import Page
from lrt_site.problems import Fault, quoted
from lrt_site.prose.judging import Judge, Judgement, Kind
from lrt_site.prose.parties import Parties
from lrt_site.prose.personal import Personal, hidden, nameless, personal_in
from lrt_site.prose.rewording import instead_of
from lrt_site.prose.sentences import Sentence, seen, sentences_in

_FREE_ON_PAGES = {"een e-mailadres", "een telefoonnummer"}
_KEPT = "Moet dit zo blijven? Zet de woorden dan met de reden bij 'kept_words'."
_SAID: Mapping[Kind, str] = {
    "attributed": "Hier staat wie iets vond of zei: {words}. Schrijf alleen wat er is besproken{instead}",
    "first-person": "Hier spreekt de schrijver of een deelnemer zelf: {words}. Schrijf over de tafel{instead}",
    "quotation": "Hier staat letterlijk wat iemand zei: {words}. Schrijf in eigen woorden wat er is besproken{instead}",
    "judgement": "{words} is een oordeel. Schrijf alleen wat er is besproken of besloten{instead}",
}


def reports_say_what_was_said(register: Register) -> Iterator[Fault]:
    """A report tells what was said, not by whom; what an editor keeps with a reason, stays."""
    meetings = register.all(Meeting).values()
    parties = Parties.of(register)
    judge = Judge(parties)
    for meeting in meetings:
        kept = [_plain(seen(words.words)) for words in meeting.kept_words]
        for at, text, sentence in sentences_of(meeting):
            found = judge.judged(sentence.text)
            if not found or any(_keeps(words, sentence.text, found) for words in kept):
                continue
            if not any(personal.is_name for personal in personal_in(sentence.text, parties)):
                new = instead_of(sentence.text, found, judge)
                place = sentence.start + found.start, sentence.start + found.end
                message, mend = _message(sentence.text, found, new), _reworded(text, sentence, new)
                yield fault_in(meeting.id, at, text, place, found.kind, message, mend)
        yield from _kept_for_nothing(meeting)


def texts_hold_no_personal_data(register: Register) -> Iterator[Fault]:
    """No text has an address, a number or the name of somebody who is not known to the register."""
    parties = Parties.of(register)
    for record, at, text in texts_of(register):
        searched = seen(text) if at == ("body",) else text
        for found in personal_in(searched, parties):
            if not (isinstance(record, Page) and found.what in _FREE_ON_PAGES):
                yield _personal(record, at, text, found, parties)


def _reworded(text: str, sentence: Sentence, new: str) -> Mend | None:
    """A sentence in other words, where nothing of the text is lost but what it says itself."""
    end = sentence.start + len(sentence.text)
    return Mend(sentence.start, end, new) if new and text[sentence.start : end] == sentence.text else None


def _message(sentence: str, found: Judgement, new: str) -> str:
    words = quoted(sentence[found.start : found.end].strip("\"'“”„‘’«»"))
    if new:
        instead = f": '{new}'"
    elif found.kind in ("attributed", "quotation"):
        instead = f", zonder {quoted(found.party) if found.party else words}. Begin bijvoorbeeld met 'Besproken is'."
    else:
        instead = f", zonder {words}."
    return f"{_SAID[found.kind].format(words=words, instead=instead)} {_KEPT}"


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .…\"'“”‘’")


def _keeps(words: str, sentence: str, found: Judgement) -> bool:
    """Whether words that are kept are those of a sentence, or the other way around.

    One word is in many a sentence: alone it keeps only what was found to be that word.
    """
    plain = _plain(sentence)
    if " " not in words:
        return words in {plain, _plain(sentence[found.start : found.end])}
    return words in plain or plain in words


def _kept_for_nothing(meeting: Meeting) -> Iterator[Fault]:
    told = _plain(" ".join(seen(text) for _, text in told_in(meeting))) if meeting.kept_words else ""
    for index, kept in enumerate(meeting.kept_words):
        if _plain(seen(kept.words)) not in told:
            message = (
                "Deze woorden staan niet in de tekst van deze vergadering. Haal ze hier weg, of neem ze over zoals ze "
                "in de tekst staan."
            )
            yield Fault(meeting.id, ("kept_words", index, "words"), "kept-for-nothing", message)


def _personal(record: Record, at: Steps, written: str, found: Personal, parties: Parties) -> Fault:
    text, place = seen(written) if at == ("body",) else written, (found.start, found.end)
    sentence = next(
        (each for each in sentences_in(text) if each.start <= found.start < each.start + len(each.text)),
        Sentence(found.start, text[found.start : found.end]),
    )
    shown = quoted(hidden(text[found.start : found.end]))
    if found.is_name:
        new = _unnamed(sentence, found, parties)
        instead = f": '{new}'" if new else ". Begin bijvoorbeeld met 'Besproken is'."
        message = (
            f"Hier staat {found.what}: {shown}. Schrijf wat er is besproken, zonder de naam{instead} "
            "Zit deze persoon aan de tafel? Zet de naam dan in participants.yml."
        )
        return fault_in(record.id, at, written, place, "personal-name", message, _reworded(written, sentence, new))
    first, last, rest = _without(text, sentence, found)
    advice = (
        f"Haal het weg; er blijft dan staan: '{shorten(rest, 150, placeholder=' …')}'"
        if rest and not personal_in(rest, parties)
        else "Haal de hele zin weg"
    )
    message = f"Hier staat {found.what}: {shown}. Dat hoort bij één persoon en mag niet op de site. {advice}."
    mend = taken(written, first, last) if rest and not personal_in(rest, parties) else None
    return fault_in(record.id, at, written, place, "personal-data", message, mend)


def _unnamed(sentence: Sentence, found: Personal, parties: Parties) -> str:
    """The sentence without the name, where a program can say it."""
    judge = Judge(parties)
    judged = judge.judged(sentence.text)
    new = instead_of(sentence.text, judged, judge) if judged else ""
    within = replace(found, start=found.start - sentence.start, end=found.end - sentence.start)
    new = new or nameless(sentence.text, within)
    sound = new and not personal_in(new, parties) and not judge.judged(new)
    return new if sound else ""


def _without(text: str, sentence: Sentence, found: Personal) -> tuple[int, int, str]:
    """From where to where the brackets around the data stand, or else its sentence, and its line without."""
    first, last = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
    last = len(text) if last < 0 else last
    start, end = max(first, sentence.start), min(last, sentence.start + len(sentence.text))
    opening, closing = text.rfind("(", first, found.start), text.find(")", found.end, last)
    if opening >= 0 and closing >= 0 and ")" not in text[opening : found.start]:
        start, end = opening, closing + 1
    before = text[first:start].rstrip()
    if before.endswith("?"):
        start = first + 1 + max(before.rfind(sign) for sign in (". ", "! "))
    rest = " ".join(f"{text[first:start].rstrip()}{text[end:last]}".split()).strip(" -")
    return start, end, rest
