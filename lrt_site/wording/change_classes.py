"""The classes of change and the kinds of records as readers meet them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.publications import Change, ChangeClass, Publication

CLASSES_EXPLAINED = f"{urls.HANDBOOK}data/veranderingen/"
"""The page of the handbook about the classes of change."""
CHECKING_EXPLAINED = f"{urls.HANDBOOK}data/publicaties/#zelf-controleren"
"""Where the handbook tells how readers check for themselves that nothing was changed."""


@dataclass(frozen=True, slots=True)
class ClassWords:
    """A class of change in words."""

    name: str
    """As a mark, and after a number: `2 verbeterd`."""
    deed: str
    """What happened, at the end of a sentence: `is op 3 mei verbeterd`."""
    meaning: str


CLASS_WORDS: Mapping[ChangeClass, ClassWords] = {
    "correctie": ClassWords(
        "verbeterd",
        "verbeterd",
        "Een feit is veranderd of weggehaald, zoals een datum, een getal, een naam of een besluit.",
    ),
    "herformulering": ClassWords(
        "andere woorden",
        "anders verwoord",
        "Woorden gewijzigd; of de betekenis veranderde is niet beoordeeld.",
    ),
    "herziening": ClassWords(
        "nieuw cijfer",
        "aangevuld met een nieuw cijfer",
        "Een bron gaf een nieuw cijfer over hetzelfde. Het eerdere cijfer blijft staan.",
    ),
    "aanvulling": ClassWords("aangevuld", "aangevuld", "Er kwam een feit bij. Wat er al stond, bleef."),
    "nieuw": ClassWords("nieuw", "toegevoegd", "Het stond er nog niet."),
    "teruggeplaatst": ClassWords("teruggeplaatst", "teruggeplaatst", "Het was van de site gehaald, en staat er weer."),
    "tekstueel": ClassWords(
        "andere schrijfwijze",
        "anders geschreven",
        "Alleen de schrijfwijze is anders. Bij elke wijziging staat wat een programma daarvan heeft nagegaan.",
    ),
    "ingetrokken": ClassWords(
        "ingetrokken", "ingetrokken", "Het staat niet meer op de site. Wat er stond, is nog te lezen."
    ),
}
"""In the order in which a publication tells of them: what a reader may have relied on comes first."""

KINDS_IN_WORDS: Mapping[str, str] = {kind.name: kind.many for kind in kinds.ALL}
"""The kinds of records, many of each."""


_PROVEN: Mapping[str, str] = {
    "onzichtbare tekens": "onzichtbare tekens",
    "spaties": "spaties",
    "hoofdletters": "hoofdletters",
    "leestekens": "de vorm van leestekens, of de punt aan het eind",
    "koppeltekens": "koppeltekens of apostrofs",
    "accenten": "accenten",
    "schrijffout": "een schrijffout (het oude woord staat niet in de woordenlijst, het nieuwe wel)",
}


FOLLOWS = "Wat hier staat, bleef gelijk. Alleen een kenmerk waarnaar dit onderdeel verwijst, is veranderd."
"""Only to be said where it was found to be so."""


_EARLIER = "Ingedeeld naar eerdere regels. Of de betekenis veranderde is niet beoordeeld."
"""Of publications in which a change without a fact that a program saw was called *tekstueel*."""


def meaning_in(change: ChangeClass, changes: Iterable[Change]) -> str:
    """What a class means where a publication lists its changes of that class."""
    unproven = change == "tekstueel" and any(change.fields and not change.proven for change in changes)
    return _EARLIER if unproven else CLASS_WORDS[change].meaning


def judged(change: ChangeClass, proven: Iterable[str], fields: Iterable[str], *, unseen: bool = False) -> str:
    """What was and was not found out about other words, as a sentence; empty where the class says all.

    A change that touches none of its `fields` has no other words; one of `unseen` signs alone has none that show.
    """
    if unseen and not proven:
        return "Alleen onzichtbare tekens zijn anders. Of dat verandert wat u ziet, is niet beoordeeld."
    if change == "herformulering":
        return CLASS_WORDS["herformulering"].meaning
    if change != "tekstueel":
        return ""
    if told := "; ".join(_PROVEN.get(text, text) for text in proven):
        return f"Nagegaan: alleen dit is anders: {told}."
    if not tuple(fields):
        return ""
    return _EARLIER


def returned(ended: Publication, back: str = "") -> str:
    """That a record was away and is back, as a sentence. `back` is the number of the version that it equals."""
    same = f" Het is gelijk aan versie {back}." if back else ""
    return f"Was weg sinds publicatie {ended.number} ({ended.date.in_words}), staat er weer.{same}"


def counts_of(changes: Iterable[Change]) -> tuple[str, ...]:
    """How many changes there are of each class, in words: `2 verbeterd`."""
    counted = Counter(change.change for change in changes)
    if not counted:
        return ("Geen onderdeel is veranderd",)
    return tuple(f"{counted[change]} {words.name}" for change, words in CLASS_WORDS.items() if counted[change])
