"""Which of a few words is meant by another word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lrt_site.suggestions import fold, slip

_TRUE = frozenset({"ja", "j", "yes", "y", "waar", "true", "1", "wel", "x", "aan"})
_FALSE = frozenset({"nee", "n", "no", "onwaar", "false", "0", "niet", "uit"})
_SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gehouden": ("doorgegaan", "geweest", "plaatsgevonden"),
        "gepland": ("ingepland", "geagendeerd"),
        "afgelast": ("geannuleerd", "afgezegd", "gecanceld", "niet doorgegaan", "niet gehouden"),
        "aanwezig": ("ja", "present", "wel", "online", "aanwezige"),
        "afwezig": ("nee", "absent", "afgemeld", "verhinderd", "niet", "niet aanwezig", "afwezige"),
        "vervangen": ("vervanger", "plaatsvervanger", "vervangt", "vervanging"),
        "genodigd": ("gast", "uitgenodigd", "genodigde", "te gast"),
        "gedekt": ("ja", "volledig", "geheel", "helemaal"),
        "deels gedekt": ("deels", "gedeeltelijk", "ten dele"),
        "niet genoemd": ("nee", "niet"),
        "niet vast te stellen": ("onbekend", "onduidelijk"),
        "openstaand": ("open", "lopend", "niet voldaan", "loopt", "loopt nog", "nog open", "in behandeling"),
        "deels voldaan": ("deels", "gedeeltelijk", "ten dele"),
        "voldaan": ("afgerond", "afgedaan", "afgehandeld", "klaar", "nagekomen", "gereed"),
        "afgevoerd": ("vervallen", "ingetrokken"),
        "voorlopig": ("concept", "nog niet definitief"),
        "definitief": ("vastgesteld", "finaal"),
        "herzien": ("bijgesteld", "gecorrigeerd", "aangepast", "gewijzigd"),
        "verwacht": ("raming", "prognose", "verwachting", "geraamd", "voorspelling"),
        "niet vermeld": ("onbekend", "niet bekend", "geen"),
        "webpagina": ("website", "pagina", "site", "webpage", "internet"),
        "nieuwsbericht": ("nieuws", "krant", "artikel", "krantenartikel"),
        "kamerstuk": ("kamerbrief",),
        "brief": ("kamerbrief",),
        "doorlopend": ("lopend", "loopt door"),
        "overig": ("anders", "overige", "divers"),
    }
)
"""Words that editors write for a choice. One that can stand for two of them means neither for sure."""


def choice_meant(text: str, choices: Iterable[str]) -> str | None:
    """The choice that a word stands for: a slip of the pen, a word for the same thing, or its beginning."""
    known = tuple(choices)
    word = fold(text)
    if near := slip(text, known):
        return near
    same = [choice for choice in known if word in map(fold, _SYNONYMS.get(choice, ()))]
    begun = [choice for choice in known if len(word) >= 3 and fold(choice).startswith(word)]
    longer = [choice for choice in known if len(choice) >= 4 and word.startswith(fold(choice))]
    return next((found[0] for found in (same, begun, longer) if len(found) == 1), None)


def truth_meant(text: str) -> str | None:
    """What a word for yes or for no is in our form."""
    word = text.strip().casefold()
    return "true" if word in _TRUE else "false" if word in _FALSE else None
