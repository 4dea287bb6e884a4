"""Words that the glossary explains: none that stands in every sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lrt_site.model.glossary import Term
from lrt_site.model.namesakes import compared
from lrt_site.model.register import Register
from lrt_site.problems import Fault, quoted

SHORTEST = 3
"""A word with fewer letters stands everywhere, also as a part of something else."""
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
    for term in register.all(Term).values():
        for index, form in enumerate(term.forms):
            why = _why_common(form)
            if why:
                message = (
                    f"{quoted(form)} {why}. Het zou overal een link naar dit begrip worden. "
                    "Kies een langer of een eigen woord, of laat het weg."
                )
                yield Fault(term.id, ("also", index - 1) if index else ("term",), "common-word", message)


def _why_common(form: str) -> str:
    if sum(sign.isalnum() for sign in form) < SHORTEST:
        return f"heeft minder dan {SHORTEST} letters"
    return "staat in bijna elke zin" if FUNCTION_WORDS.issuperset(compared(form).split()) else ""
