"""Words that the glossary explains: none that stands in every sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lrt_site.model.glossary import Term
from lrt_site.model.people import Organisation, Person
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register, Steps
from lrt_site.model.titles import compared
from lrt_site.problems import Fault, quoted

SHORTEST = 3
"""A word with fewer letters stands everywhere, also as a part of something else."""
_EXPLAINED = {"overleg", "rijksorgaan"}
"""Kinds of organisations of which the name is a word of the field, and may be explained."""
_END = re.compile(r"[.!?…][\"'’”)\s]*(\([^()]*\)\s*)?$")
"""The end of a sentence, where words between brackets may follow it."""
FUNCTION_WORDS = frozenset({
    "aan", "al", "alle", "alleen", "alles", "als", "andere", "ben", "bent", "bij", "binnen", "daar", "daarna",
    "dan", "dat", "de", "deze", "die", "dit", "doen", "door", "dus", "een", "eens", "elk", "elke", "en", "er",
    "geen", "had", "hebben", "heeft", "hem", "het", "hier", "hij", "hoe", "hun", "ieder", "iedere", "iemand",
    "iets", "ik", "in", "is", "ja", "je", "kan", "kon", "kunnen", "maar", "meer", "men", "met", "mijn", "mocht",
    "moet", "moeten", "na", "naar", "naast", "niet", "niets", "nog", "nooit", "nu", "of", "om", "omdat", "onder",
    "ons", "onze", "ook", "op", "over", "per", "sinds", "te", "tegen", "toch", "toen", "tot", "tussen", "uit", "uw",
    "van", "vanaf", "veel", "volgens", "voor", "waar", "wanneer", "waren", "was", "wat", "we", "wel", "welke",
    "werd", "werden", "wie", "wij", "wil", "word", "worden", "wordt", "zal", "ze", "zich", "zij", "zijn", "zo",
    "zonder", "zou", "zouden",
})  # fmt: skip
"""Dutch words that hold a sentence together and name nothing."""


def words_to_explain_are_uncommon(register: Register) -> Iterator[Fault]:
    """No form of a term is so short or so common that it would be a link on every page."""
    for term, place, form in _forms(register):
        why = _why_common(form)
        if why:
            message = (
                f"{quoted(form)} {why}. Het zou overal een link naar dit begrip worden. "
                "Kies een langer of een eigen woord, of laat het weg."
            )
            yield Fault(term.id, place, "common-word", message)


def words_to_explain_are_no_names(register: Register) -> Iterator[Fault]:
    """No form of a term is the name of a person, an organisation or a province: these have pages of their own."""
    names = _names(register)
    for term, place, form in _forms(register):
        what = names.get(compared(form))
        if what:
            message = (
                f"{quoted(form)} is de naam van {what}. Die heeft een eigen pagina. Haal de naam hier weg, en zet "
                "de uitleg zo nodig daar."
            )
            yield Fault(term.id, place, "term-is-name", message)


def explanations_are_written_with_care(register: Register) -> Iterator[Fault]:
    """A term is a word and no sentence; its explanation is a sentence."""
    for term, place, form in _forms(register):
        if " ".join(form.split()) != form:
            message = f"Bij {quoted(form)} staat een spatie te veel. Haal die weg."
            yield Fault(term.id, place, "term-form", message)
        elif form.endswith(".") and "." not in form[:-1]:
            message = f"Achter {quoted(form)} staat een punt. Haal die weg: dit is een woord, geen zin."
            yield Fault(term.id, place, "term-form", message)
    for term in register.all(Term).values():
        first = next(filter(str.isalnum, term.explanation), "")
        if first.islower():
            yield Fault(term.id, ("explanation",), "term-form", "De uitleg is een zin. Begin met een hoofdletter.")
        if not _END.search(term.explanation):
            yield Fault(term.id, ("explanation",), "term-form", "De uitleg is een zin. Zet er een punt achter.")


def _forms(register: Register) -> Iterator[tuple[Term, Steps, str]]:
    """Every form of every term, with the place where it stands."""
    for term in register.all(Term).values():
        for index, form in enumerate(term.forms):
            yield term, ("also", index - 1) if index else ("term",), form


def _names(register: Register) -> Mapping[str, str]:
    """Names that no term can have, as they are compared, each with whose it is."""
    names = {compared(table.province): "een provincie" for table in register.all(ProvincialTable).values()}
    for person in register.all(Person).values():
        held = (person.name, *(name.name for name in person.other_names))
        names |= {compared(name): "een persoon" for name in held}
    for body in register.all(Organisation).values():
        if body.classification not in _EXPLAINED:
            others = (name for candidate in body.other_names for name in (candidate.name, candidate.short))
            names |= {compared(name): "een organisatie" for name in (body.name, body.short, *others) if name}
    return names


def _why_common(form: str) -> str:
    if not any(map(str.isalpha, form)):
        return "is een getal en geen woord"
    if sum(sign.isalnum() for sign in form) < SHORTEST:
        return f"heeft minder dan {SHORTEST} letters"
    return "staat in bijna elke zin" if FUNCTION_WORDS.issuperset(compared(form).split()) else ""
