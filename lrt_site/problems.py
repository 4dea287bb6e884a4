"""Faults and problems: what is wrong, as values, and where an editor finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from heapq import nsmallest
from itertools import islice
from pathlib import PurePosixPath
from unicodedata import category

from lrt_site.frozen import dataclass

_LONGEST_SHOWN = 60

MOST = 200
"""More problems than this nobody reads at once: of one file no more are looked for, of all files no more printed."""
_CUT = "many-problems"

FieldPath = tuple[str | int, ...]
"""The way to a field inside one record: keys and positions, such as ("roles", 2, "source")."""


MILD = frozenset({
    *("attributed", "cut-off", "first-person", "forge-only", "heading-form", "heading-level", "heading-twice"),
    *("html-in-text", "indented-code", "judgement", "left-over", "list-form", "markdown-in-field", "quotation"),
    *("same-day", "same-name", "says-otherwise", "security-expires", "table-short", "unclosed-mark", "unseen-sign"),
})  # fmt: skip
"""Codes of what looks odd on a page or may be meant: a check tells it, a build goes on."""
HINTS = frozenset({"long-sentence", "official-word"})
"""Codes of what could be plainer: nothing is wrong there."""


class LrtSiteError(Exception):
    """What a caller of lrt_site can act on; the message is for people, the type for programs."""


class UnfitError(LrtSiteError):
    """Things on the disk that cannot be read or cannot be there: going on would say that they hold nothing."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(as_text(self.problems))


class BrokenTemplateError(Exception):
    """A template that cannot make what it should. One of ours that is broken is a mistake in the program."""

    def __init__(self, places: tuple[tuple[str, int], ...], message: str) -> None:
        super().__init__(places, message)
        self.places = places
        """The names and lines of the templates that led there, the nearest first."""
        self.message = message
        """What is wrong, in Dutch."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What to write in place of a piece of a text. Its ends are the last steps of the ways to them."""

    start: FieldPath
    end: FieldPath
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in one record, placed by field."""

    record: str
    """The id of the record, or the path of the file where there is no record yet."""
    at: FieldPath
    code: str
    message: str
    unless_defined: str | None = None
    """The id whose absence is the fault: no fault when a text that could not be read defines it."""
    unless_named: str | None = None
    """The word whose absence is the fault: no fault when a text that could not be read holds it."""
    instead: str | None = None
    """The value that is right, where that is certain enough to be written in place of the one there is.

    An empty one means that the field is best taken away.
    """
    beside: tuple[tuple[str, str], ...] = ()
    """The fields beside it that the value needs then, each with its own value."""
    until: FieldPath = ()
    """The place behind what is wrong in a text, as the last steps of the way to it."""
    patch: Patch | None = None
    """The piece of a text that has to be written otherwise."""
    of_name: bool = False
    """Whether the name of the field is wrong, and not its value."""
    new_name: str = ""
    """The name of the field in which the value belongs, where that is another."""
    is_safe: bool = False
    """Whether the value that is right says the same as the one there is."""


@dataclass(frozen=True, slots=True, order=True)
class TextRange:
    """Signs in a text, from a place up to another. Lines and columns count from 1; the end is the place behind them."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor can write in place of signs of a file."""

    span: TextRange
    text: str
    is_safe: bool = False
    """Whether it says the same as before, and only its form changes: then a program may write it unasked."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault placed in a file, so that an editor can jump to it. Lines and columns count from 1."""

    file: PurePosixPath
    line: int
    column: int
    code: str
    message: str
    span: TextRange | None = field(default=None, compare=False)
    """The very signs that are wrong, where they are known."""
    correction: Correction | None = field(default=None, compare=False)
    """What to write there, where that is certain."""

    @property
    def signs(self) -> TextRange:
        """The signs that are wrong; where they are not known the one at its place."""
        return self.span or TextRange(self.line, self.column, self.line, self.column + 1)

    @property
    def is_mild(self) -> bool:
        """Whether a build goes on in spite of it."""
        return self.code in MILD | HINTS

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} [{self.code}]"


def quoted(text: str) -> str:
    """A piece of somebody's text as a message shows it: between quotes, on one line and not too long."""
    line = " ".join("".join(map(_visible, text[: _LONGEST_SHOWN * 4])).split())
    return f"'{line[:_LONGEST_SHOWN]}…'" if len(line) > _LONGEST_SHOWN else f"'{line}'"


def _visible(sign: str) -> str:
    """A sign as it can be shown: those without width are nothing, other unprintable ones a space."""
    return sign if sign.isprintable() else "" if category(sign) == "Cf" else " "


def first_of_file(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems of one file; where there are more, the last says that the file was not looked at beyond it."""
    found = [*islice(problems, MOST + 1)]
    if len(found) > MOST:
        last = found[MOST]
        message = (
            f"Tot hier heeft dit bestand {MOST} problemen. De rest is niet bekeken. Los die eerst op. Is het bestand "
            "ergens mee beschadigd? Zet het dan terug uit git."
        )
        found[MOST] = Problem(last.file, last.line, last.column, "many-problems", message)
    return tuple(found)


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are, in a Dutch sentence."""
    if not problems:
        return "Geen problemen gevonden."
    many = sum(problem.code == _CUT for problem in problems)
    if many:
        return f"Meer dan {len(problems) - many} problemen gevonden."
    return "1 probleem gevonden." if len(problems) == 1 else f"{len(problems)} problemen gevonden."


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line, as compilers print them, so that editors' programs can jump to it; of many the first."""
    return of_first(problems, str)


def of_first(problems: Sequence[Problem], told: Callable[[Problem], str]) -> str:
    """What is told of each of the first problems, and how many more there are."""
    rest = len(problems) - MOST
    least = "minstens " * any(problem.code == _CUT for problem in problems)
    more = f"En nog {least}{rest} {'probleem' if rest == 1 else 'problemen'}. Los eerst op wat hierboven staat.\n"
    return "".join(f"{told(problem)}\n" for problem in _first_of_each(problems)) + more * (rest > 0)


def _first_of_each(problems: Sequence[Problem]) -> Iterator[Problem]:
    """As many as are read at once, in their order; where there are more, the first of every file."""
    if len(problems) <= MOST:
        yield from problems
        return
    earlier: Counter[PurePosixPath] = Counter()
    ranks = []
    for place, problem in enumerate(problems):
        ranks.append((earlier[problem.file], place))
        earlier[problem.file] += 1
    for place in sorted(place for _, place in nsmallest(MOST, ranks)):
        yield problems[place]


CODES: Mapping[str, str] = {
    "about-itself": "Een tegenspraak noemt zichzelf bij 'about'. Noem waarover de bronnen verschillen.",
    "attendance-outside-membership": "Iemand deed mee aan een vergadering zonder stoel en zonder te zijn genodigd.",
    "attributed": "Een verslag zegt wie iets vond of zei. Schrijf wat is besproken, of neem op waarom het zo blijft.",
    "bad-address": "Het adres van de site is geen webadres dat eindigt op /, of bij 'authority' staat geen domein.",
    "bad-date": "Een datum heeft een verkeerde vorm, of bestaat niet. Schrijf 2021-12-20, 2021-12 of 2021.",
    "bad-id": "Een kenmerk heeft tekens die niet mogen. Gebruik alleen letters, cijfers en streepjes.",
    "bad-period": "Een periode heeft een verkeerde vorm, of eindigt voor zij begint. Schrijf bijvoorbeeld 2021-H2.",
    "bad-time": "Een tijd heeft een verkeerde vorm. Schrijf uren en minuten als 09:30 of 19:30.",
    "bad-url": "Een webadres is niet te openen. Schrijf het voluit, met https:// ervoor en zonder spaties.",
    "broken-link": "Een link in een tekst leidt nergens heen. Verbeter het kenmerk of het pad.",
    "claim-alone": "Bij een tegenspraak staat maar één lezing. Schrijf ook de andere op.",
    "claim-elsewhere": "De bron van een lezing staat niet bij de bronnen van de tegenspraak. Zet haar erbij.",
    "claim-missing": "Een bron van een tegenspraak heeft geen lezing. Schrijf op wat zij zegt.",
    "common-word": "Een begrip heeft een woord dat te kort of te gewoon is. Het zou overal een link worden.",
    "control-character": "Er staat een teken dat onzichtbaar of verminkt is, of per lettertype anders. Haal het weg.",
    "csv-columns": "Een regel in een CSV-bestand heeft te veel of te weinig kolommen. Tel de komma's.",
    "csv-empty": "Een CSV-bestand is leeg. Zet op de eerste regel de namen van de kolommen.",
    "csv-header": "Een kolom in een CSV-bestand bestaat niet, of staat er twee keer.",
    "csv-quote": "Een aanhalingsteken in een CSV-bestand staat verkeerd. Zet de hele cel tussen aanhalingstekens.",
    "csv-separator": "Een CSV-bestand gebruikt puntkomma's of tabs. Sla het op met komma's.",
    "cut-off": "Een tekst houdt ergens midden in op. Vul aan wat er ontbreekt, of maak de zin af.",
    "date-and-bounds": "Er is een datum en ook een grens. Laat één van beide weg.",
    "deadline-too-early": "Een termijn ligt voor de toezegging zelf. Verbeter één van beide datums.",
    "draft-class": "Het concept noemt een soort wijziging die niet is berekend. Zet de berekende soort terug.",
    "draft-date": "De dag van een publicatie is geen dag, is nog niet geweest, of ligt voor de vorige. Verbeter haar.",
    "draft-date-note": "De dag van een publicatie is al voorbij. Zet de dag van vandaag, of schrijf waarom.",
    "draft-note-missing": "In het concept ontbreekt een toelichting bij een wijziging. Schrijf haar bij 'note'.",
    "draft-outdated": "De inhoud is veranderd na het concept. Voer opnieuw uit: lrt-site publish --draft.",
    "draft-rename": "Het concept noemt een oud kenmerk dat niet is verdwenen. Verbeter 'renamed_from'.",
    "duplicate-address": "Twee kenmerken verschillen alleen in hoofdletters. Kies een ander kenmerk.",
    "duplicate-field": "Een veld staat twee keer bij één vermelding. Laat er één staan.",
    "duplicate-id": "Een kenmerk is al in gebruik. Elk kenmerk hoort bij één ding; kies een ander.",
    "duplicate-observation": "Een waarde staat er twee keer. Haal er één weg, of vul 'vintage' in.",
    "empty-list": "Een lijst is leeg. Vul haar, of laat het hele veld weg.",
    "empty-value": "Een veld is leeg. Vul het in, of laat het hele veld weg.",
    "end-before-start": "Een einde ligt voor het begin. Verbeter één van beide.",
    "event-without-date": "Een gebeurtenis heeft geen datum en geen grens. Vul er één in.",
    "evidence-too-early": "Een bewijsstuk is ouder dan de toezegging. Verbeter één van beide datums.",
    "file-name": "De naam van het bestand is niet gelijk aan het kenmerk. Maak ze gelijk.",
    "first-person": "In een verslag staat 'wij' of 'ik'. Schrijf over de tafel, of wat is besproken.",
    "followed-elsewhere": "De bron die wordt gevolgd, staat niet bij de bronnen van de tegenspraak. Zet haar erbij.",
    "footnote-unknown": "Een tekst verwijst naar een noot die er niet is. Schrijf de noot, of haal de verwijzing weg.",
    "footnote-unused": "Een noot wordt nergens genoemd; de lezer ziet haar niet. Verwijs ernaar, of haal haar weg.",
    "forge-only": "Iets ziet er op de site anders uit dan in de voorvertoning van uw forge. Schrijf het anders.",
    "former-without-end": "Iemand komt in een stoel, en van wie er zat, staat nergens het einde. Vul het in.",
    "front-matter-missing": "Bovenaan het bestand ontbreken de velden. Begin met een regel '---'.",
    "front-matter-open": "De velden bovenaan zijn niet afgesloten. Zet er een regel '---' onder.",
    "front-matter-twice": "Onder de velden staat een tweede blok velden. Haal het weg, of geef het een eigen bestand.",
    "handbook-anchor": "Een link in het handboek wijst naar een kop die er niet is.",
    "handbook-build": "Het handboek kan niet worden gemaakt.",
    "handbook-link": "Een link in het handboek wijst naar een pagina die er niet is.",
    "handbook-nav": "Een pagina van het handboek en het menu passen niet bij elkaar.",
    "heading-form": "Een kop is anders geschreven dan met hekjes en een spatie, of een lijn maakt tekst tot kop.",
    "heading-level": "Een kop slaat een niveau over, of heeft één hekje. Begin met twee, en sla niets over.",
    "heading-twice": "Twee koppen onder dezelfde kop zijn gelijk. Geef ze elk eigen woorden.",
    "html-in-text": "Er staat HTML in een tekst. De lezer ziet die letterlijk; gebruik Markdown, of laat het weg.",
    "image": "Er staat een afbeelding in een tekst. Verwijs met een link naar het document.",
    "implausible-number": "Een getal kan niet kloppen, zoals nul vergaderingen per jaar. Verbeter het.",
    "implausible-year": "Een jaar ligt niet tussen 1800 en 2100. Verbeter de datum.",
    "in-the-future": "Iets zou zijn gebeurd na de dag waarop de bronnen zijn nagekeken. Verbeter de datum.",
    "inconsistent": "Velden van één vermelding passen niet bij elkaar. De melding zegt welke.",
    "indented-code": "Tekst wordt code door spaties vooraan, of door code die niet is gesloten. Haal de spaties weg.",
    "judgement": "In een verslag staat een oordeel, zoals 'helaas'. Schrijf alleen wat is besproken of besloten.",
    "kept-for-nothing": "Woorden die zo mogen blijven, staan niet in het verslag. Haal ze weg, of verbeter ze.",
    "ledger-ahead": "Een publicatie is van een dag die nog niet is geweest. Zet de klok goed, of doe haar over.",
    "ledger-chain": "Publicaties passen niet bij elkaar: één is veranderd of van een andere tak. De melding helpt.",
    "ledger-changed": "Een bestand is veranderd nadat het is gepubliceerd. Zet het terug uit git.",
    "ledger-conflict": "Git kon een bestand van het register niet samenvoegen. Doe wat de melding zegt.",
    "ledger-extra": "Een bestand hoort bij geen enkele publicatie. Haal het weg, of voeg de takken opnieuw samen.",
    "ledger-forked": "Op twee takken is een publicatie gemaakt. Maak er één weer een concept, zoals de melding zegt.",
    "ledger-gap": "Tussen twee publicaties ontbreekt er een. Zet haar terug uit git.",
    "ledger-handover": "Een overdracht van het tekenen klopt niet, of de nieuwe lijst niet. Zet haar terug uit git.",
    "ledger-missing": "Een bestand van een publicatie of een intrekking ontbreekt. Zet het terug uit git.",
    "ledger-order": "Publicaties of intrekkingen staan niet op volgorde. Zet de mappen terug uit git.",
    "ledger-signature": "Een handtekening ontbreekt, is vervalst, of is van een onbekende of ongeldige sleutel.",
    "ledger-signers": "De lijst van wie mag tekenen is veranderd, of niet te lezen. De melding zegt wat u doet.",
    "ledger-stranded": "Een intrekking volgt op een publicatie die er niet is. Voer uit: lrt-site withdraw --resume.",
    "ledger-unreadable": "Een bestand van een publicatie of een intrekking is niet te lezen. Zet het terug uit git.",
    "ledger-unsigned": "Een publicatie of intrekking is niet getekend, en een eerdere wel. Zet haar terug.",
    "ledger-withdrawal-unfinished": "Een intrekking is niet afgemaakt. Voer uit: lrt-site withdraw --resume.",
    "ledger-withdrawals-apart": "Op twee takken is iets ingetrokken. Voer uit: lrt-site withdraw --resume.",
    "ledger-withdrawn-back": "Ingetrokken woorden kunnen terug zijn. Trek ze opnieuw in, zoals de melding zegt.",
    "ledger-withdrawn-more": "Een intrekking veranderde iets anders dan zij noemt. Zet haar terug uit git.",
    "left-over": "Er staat nog iets dat moet worden ingevuld, zoals TODO. Vul het in, of haal het weg.",
    "link-form": "Een link is zo geschreven dat hij geen link wordt. De melding zegt hoe u hem schrijft.",
    "linked-file": "Een bestand of map is een verwijzing. Zet het bestand of de map zelf daar.",
    "list-form": "Een lijst wordt geen lijst, of een zin wordt er een. Begin elk punt met een streepje en een spatie.",
    "local-address": "Een adres of pad werkt alleen op een eigen computer of netwerk. Zet het stuk op het web.",
    "long-sentence": "Een zin heeft meer dan 25 woorden. Maak er twee van. Dit is een tip, geen fout.",
    "lost-address": "Een adres dat is gepubliceerd, zou verdwijnen. Een adres mag niet verdwijnen.",
    "lost-file": "Een bestand of map met gepubliceerde records is weg. Zet het terug uit git.",
    "malformed-citation": "Een vindplaats heeft bijna de goede vorm. De melding zegt hoe u haar schrijft.",
    "marks-in-quotation": "Om aangehaalde woorden staan aanhalingstekens. Haal ze weg; de site zet ze erom.",
    "many-problems": "Een bestand heeft meer dan 200 problemen. Wat erna komt is niet bekeken. Los de eerste op.",
    "markdown-in-field": "In een veld staat Markdown, zoals **vet**. Schrijf gewone tekst, zonder die tekens.",
    "merge-conflict": "Twee takken zijn samengevoegd zonder te kiezen. Kies één van de twee teksten.",
    "missing-field": "Een verplicht veld ontbreekt. Vul het in; de melding geeft een voorbeeld.",
    "missing-file": "Een bestand dat de site nodig heeft, ontbreekt. Maak het.",
    "mojibake": "Letters zijn verminkt door een verkeerde codering. Typ ze opnieuw, zoals de melding zegt.",
    "needs-other-field": "Een veld zegt niets zonder een ander veld. Vul dat ook in, of haal het eerste weg.",
    "not-a-list": "Hier hoort een lijst. Zet elke waarde op een eigen regel met een streepje.",
    "not-a-mapping": "Hier horen velden. Schrijf elk op een eigen regel als 'veld: waarde'.",
    "not-a-number": "Hier hoort een getal. Schrijf alleen cijfers, zonder punten of spaties. De melding zegt hoe.",
    "not-held": "Een vergadering die niet is gehouden, heeft toch conclusies of aanwezigen. Verbeter 'state'.",
    "not-shown": "De site kan niet worden getoond terwijl u schrijft. De melding zegt waardoor, en wat u doet.",
    "not-text": "Hier hoort tekst, geen lijst of groep velden.",
    "not-true-or-false": "Hier hoort true (ja) of false (nee).",
    "not-utf8": "Een bestand is niet als UTF-8 opgeslagen. Sla het opnieuw op met die codering.",
    "note-missing": "Iets is afgeleid of niet geverifieerd, zonder toelichting. Schrijf haar bij 'note'.",
    "observation-without-time": "Een waarde heeft geen datum en geen periode. Vul één van beide in.",
    "observations-without-series": "Een CSV-bestand hoort bij geen reeks in series.yml. Voeg de reeks toe.",
    "official-word": "Een woord is moeilijk, en er is een gewoon woord voor. Dit is een tip, geen fout.",
    "other-authority": "De site verhuist, of 'authority' verandert. Schrijf bij 'authority' wat de melding noemt.",
    "overlapping-holders": "Een stoel of ambt heeft tegelijk meer mensen dan er plaats is. Verbeter de datums.",
    "personal-data": "Er staat een persoonsgegeven, zoals een e-mailadres of telefoonnummer. Haal het weg.",
    "personal-name": "Er staat een naam van iemand die niet aan de tafel zit. Schrijf de zin zonder naam.",
    "plan-in-the-past": "De dag van een geplande vergadering is voorbij. Schrijf op wat ervan is bekend.",
    "quotation": "In een verslag staat letterlijk wat iemand zei. Schrijf in eigen woorden wat is besproken.",
    "reason-missing": "Een bron wordt gevolgd zonder reden. Schrijf haar bij 'reason'.",
    "replaces-no-expectation": "Een waarde vervangt iets dat geen verwachting is. Verbeter het kenmerk.",
    "reserved-id": "Een kenmerk is van de site zelf, of kan op Windows geen bestand zijn. Kies een ander.",
    "reused-id": "Een kenmerk is al gepubliceerd voor een ander record. Kies een kenmerk dat nooit is gebruikt.",
    "review-mark": "Er staat nog een opmerking of een wijziging uit het nakijken. Verwerk haar, en haal haar weg.",
    "same-day": "Twee vergaderingen van één tafel hebben dezelfde datum. Schrijf bij elk een tijd of een aanduiding.",
    "same-name": "Twee personen, organisaties, stoelen, tafels of reeksen hebben één naam. De melding zegt wat nu.",
    "says-otherwise": "Een getal of datum in een tekst verschilt van het veld of het cijfer. Verbeter één van beide.",
    "security-elsewhere": "De site staat in een map van een ander adres. Laat 'security' weg in site.yml.",
    "security-expires": "Het meldpunt voor lekken geldt niet lang meer. Schrijf bij 'expires' een latere dag.",
    "site-changed": "Een bestand van de site is veranderd nadat de site is gemaakt. Bouw de site opnieuw.",
    "site-extra": "Een bestand hoort niet op de site. Haal het weg, of bouw de site opnieuw.",
    "site-missing": "Een bestand van de site ontbreekt. Bouw de site opnieuw.",
    "site-newer": "De site toont meer dan het register hier heeft. Haal het nieuwste register op.",
    "site-older": "De site toont niet de laatste publicatie of intrekking. Bouw de site opnieuw.",
    "site-other": "Publicaties of handtekeningen op de site zijn niet die van het register. Zoek uit welke echt zijn.",
    "site-other-build": "Een bestand van de site is anders dan wat het programma er nu van maakt. Zoek uit waarom.",
    "site-sums": "De lijst van alle bestanden van een site ontbreekt, of is niet goed. Bouw de site opnieuw.",
    "site-untrue": "Een bestand van de site zegt iets anders dan de publicaties op die site. Bouw de site opnieuw.",
    "special-file": "Iets in een map is geen gewoon bestand en geen map. Haal het weg.",
    "status-order": "Statussen staan niet op volgorde. Zet de nieuwste onderaan.",
    "status-too-early": "Een status is ouder dan de toezegging. Verbeter één van beide datums.",
    "status-without-date": "Een status heeft geen datum en geen toelichting. Vul één van beide in.",
    "suspicious-date": "Een datum is 1 januari of 31 december, zonder uitleg. Vaak is alleen het jaar bekend.",
    "table-cells": "Een rij van een tabel heeft te veel cellen; de lezer ziet ze niet. Haal ze weg, of maak een kolom.",
    "table-form": "Regels zijn bedoeld als tabel, maar worden er geen. Schrijf elke rij met |, onder een streepregel.",
    "table-short": "Een rij van een tabel heeft cellen te weinig. Schrijf ze alle, ook een lege.",
    "template-block": "Een eigen sjabloon vult een blok dat er niet is. Verbeter de naam van het blok.",
    "template-fault": "Een eigen sjabloon is niet te gebruiken. De melding zegt waarom; haal het weg, of verbeter het.",
    "term-form": "Een begrip of zijn uitleg is niet netjes geschreven. De melding zegt wat er anders moet.",
    "term-is-name": "Een begrip is de naam van een persoon, organisatie of provincie. Haal de naam weg.",
    "time-without-day": "Er is een tijd en geen dag. Schrijf de dag op, of laat de tijd weg.",
    "sources-of-elsewhere": "Bij 'sources_of' staat een bron die het feit niet noemt. Zet haar ook bij 'also_source'.",
    "sources-of-empty": "Bij 'sources_of' staat een veld dat leeg is. Vul het, of noem het niet.",
    "sources-of-missing": "Van woorden van een bron staat er niet welke bron ze zegt. Schrijf het op bij 'sources_of'.",
    "sources-of-unknown": "Bij 'sources_of' staat een veld dat er niet is. De melding noemt wat wel kan.",
    "too-early": "Iets dat op een vergadering of uiting volgt, ligt ervoor. Verbeter één van beide datums.",
    "too-large": "Een bestand is groter dan mensen het schrijven, en wordt niet gelezen. Zet het terug uit git.",
    "too-long": "Een naam of titel is langer dan 200 tekens. Kort haar in.",
    "twice": "Iets staat twee keer in één lijst. Laat er één staan.",
    "unclosed-mark": "Een teken voor vet, cursief of code staat alleen. Zet het aan beide kanten, of haal het weg.",
    "unknown-area": "Een gebied is geen provincie die wordt beschreven. Verbeter de naam.",
    "unknown-choice": "Een woord staat niet in de lijst van woorden die mogen. De melding noemt ze.",
    "unknown-commitment": "Een toezegging bestaat niet. Verbeter het nummer, of beschrijf de toezegging.",
    "unknown-composition": "Een samenstelling bestaat niet. Verbeter het kenmerk, of vul participants.yml aan.",
    "unknown-element": "Een bewijsstuk noemt een onderdeel dat de toezegging niet heeft. Verbeter het kenmerk.",
    "unknown-field": "Een veld bestaat niet, of hoort ergens anders. De melding noemt wat wel kan.",
    "unknown-file": "Een bestand staat niet op een plaats waar de site het leest. De melding zegt waar het hoort.",
    "unknown-id": "Een kenmerk bestaat nergens in de inhoud. Verbeter het.",
    "unknown-observation": "Een cijfer bestaat niet. Verbeter het kenmerk, of voeg het toe in de map figures.",
    "unknown-organisation": "Een organisatie bestaat niet. Verbeter het kenmerk, of vul participants.yml aan.",
    "unknown-person": "Een persoon bestaat niet. Verbeter het kenmerk, of vul participants.yml aan.",
    "unknown-seat": "Een stoel bestaat niet. Verbeter het kenmerk, of vul participants.yml aan.",
    "unknown-source": "Een bron bestaat niet. Verbeter het kenmerk, of vul sources.yml aan.",
    "unknown-table": "Een tafel bestaat niet. Verbeter het kenmerk.",
    "unknown-topic": "Een onderwerp bestaat niet. Verbeter het kenmerk, of vul table.yml aan.",
    "unreadable-file": "Een bestand of map kan niet worden gelezen. De melding zegt waarom.",
    "unseen-sign": "In een woord staat een teken dat niemand ziet. Typ het woord opnieuw.",
    "unused-source": "Geen feit noemt een bron. Noem haar, haal haar weg, of vul 'kept_for' in.",
    "withdrawn-words": "Ingetrokken woorden staan in de inhoud of het concept, of dat kan zo zijn. Doe wat er staat.",
    "word-remnant": "Er staat iets van een tekstverwerker in een tekst, zoals een paginanummer. Haal het weg.",
    "yaml-anchor": "Een waarde begint met & of *. Zet de tekst tussen aanhalingstekens.",
    "yaml-depth": "Velden zitten te diep in elkaar. Maak het vlakker.",
    "yaml-documents": "In één bestand staan twee groepen velden onder elkaar. Haal de extra regel '---' weg.",
    "yaml-empty": "Er staan geen velden in het bestand. Vul ze in.",
    "yaml-key": "De naam van een veld ontbreekt, of is meer dan een woord.",
    "yaml-merge": "Velden worden samengevoegd met <<. Schrijf ze voluit.",
    "yaml-remark": "Een deel van een tekst valt weg achter een hekje (#). Zet de tekst tussen aanhalingstekens.",
    "yaml-syntax": "Een regel is niet te lezen. De melding zegt welk teken of welke inspringing niet klopt.",
    "yaml-tag": "Een waarde begint met een uitroepteken. Zet de tekst tussen aanhalingstekens.",
}
"""Every code that a problem can have: what it means, and what to do. Codes never change meaning."""
