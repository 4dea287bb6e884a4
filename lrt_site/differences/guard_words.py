"""The words of which a change is a change of fact: Dutch, in small letters."""

from __future__ import annotations

from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that carry a fact in the same way."""

    title: str
    """What they are, in Dutch, for the handbook."""
    words: tuple[str, ...]
    """Words that count as they are."""
    beginnings: tuple[str, ...] = ()
    """All words that begin so."""


def _group(title: str, words: str, beginnings: str = "") -> WordGroup:
    return WordGroup(title, tuple(words.split()), tuple(beginnings.split()))


GUARD: tuple[WordGroup, ...] = (
    _group("maanden", " ".join((*MONTHS, "jan feb mrt apr jun jul aug sep sept okt nov dec"))),
    _group("dagen van de week", "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    _group(
        "tijd",
        "begin medio vandaag morgen gisteren week weken wekelijks uur uren minuten jaren voorjaar najaar zomer herfst "
        "winter lente vorig vorige volgend volgende afgelopen uiterlijk vóór sinds vanaf tot binnen eerder eerdere "
        "later latere nu nog al reeds",
        "dag maand kwarta jaar halfja eind komend huidig voormalig toenmalig",
    ),
    _group(
        "hoeveel",
        "helft halve dubbel dubbele paar beide alle allen iedereen niemand elk elke enkele enige sommige veel vele "
        "weinig laatste meer meeste minder minst minste circa ruim bijna ongeveer krap precies exact minstens "
        "hoogstens tenminste eenmaal eenmalig boven beneden",
        "procent percent maxima minima meerderheid minderheid unaniem eenparig",
    ),
    _group(
        "meer of minder",
        "steeg stegen gestegen daal dalen daling dalend daalt daalde daalden gedaald",
        "stijg hoger lager groter kleiner toename toegenomen toenem afname afgenomen afnem groei gegroeid krimp",
    ),
    _group(
        "wel of niet, moeten of mogen",
        "niet geen nooit niets nergens noch wel zonder behalve alleen slechts uitsluitend enkel tenzij mits indien "
        "tegen moet moeten moest moesten mag mogen mocht mochten kan kunnen kon konden zal zullen zou zouden wil "
        "willen wilde wilden hoeft hoeven dient dienen eist eisen mogelijk misschien wellicht zeker bekend altijd "
        "ontbreken ontbreekt ontevreden onterecht ontslag ontslagen",
        "verplicht vrijwillig verboden verbied toegestaan waarschijnlijk vermoedelijk",
    ),
    _group(
        "besluiten en standen",
        "akkoord overeengekomen eens afspraak afspraken afgesproken toegezegd ingestemd aangenomen verworpen "
        "afgewezen goedgekeurd vastgesteld vastgestelde ingetrokken uitgesteld verlengd gehouden gepland geplande "
        "afgelast afgelaste aangekondigd aangekondigde gedekt gedekte deels geheel gedeeltelijk definitief definitieve",
        "beslo beslui beslis overeenstemming toezeg instem afwijz goedkeur vaststel intrek uitstel verleng afgevoerd "
        "openstaand doorlopend voldaan voldoe voorlopig herzien verwacht openba geheim vertrouwelijk",
    ),
    _group(
        "ambten en aanwezigheid",
        "lid kamerlid kamerleden raadslid raadsleden vice oud plaatsvervangend plaatsvervangende",
        "minister staatssecretaris burgemeester commissaris wethouder gedeputeerde voorzitter secretari bestuurder "
        "directeur gouverneur dijkgra waarnemend ambtenaar ambtenaren koning aanwezig afwezig genodigd uitgenodigd "
        "vervang",
    ),
)
"""Numbers, links, quotations and names are seen by their form; these words by being in the list."""

UNMENDED = tuple(group for group in GUARD if group.title not in ("besluiten en standen", "ambten en aanwezigheid"))
"""The groups of short words that differ in a letter or two from their opposite."""

DATES = frozenset(word for group in GUARD[:2] for word in group.words)
"""Months and days of the week."""

BEFORE_NUMBERS = frozenset(
    ("voor", "vóór", "na", "tot", "sinds", "vanaf", "tegen", "rond", "binnen", "in", "per", "op", "van", "over")
)
"""With a number or a date behind them they say which side of it is meant."""

OPENERS = frozenset(
    _group(
        "",
        "aan achter al alle als ander andere bij binnen boven buiten daar daarbij daardoor daarin daarna daarnaast "
        "daarom daarover daarvan daarvoor dan dat de deze die dit door dus een eerst elke en enkele er gedurende geen "
        "haar hebben heeft het hier hierbij hierdoor hierna hierover hij hoe hoewel hun iedereen iemand ieder iedere "
        "in indien is kan lees maar met meer na naar naast nadat namens niet nog nu of om omdat ondanks onder ook op "
        "over per rond samen sinds sommige te tegen tijdens tot tussen u uit uw van vanaf vanwege veel verder "
        "vervolgens via volgens voor vooral voordat waar waarbij waarna waarom wanneer waren was wat we welke werd "
        "werden wie wij toen ze zie zij zijn zo zoals zolang zodat zonder zowel",
    ).words
)
"""Words with which Dutch sentences often begin; their capital there says nothing."""
