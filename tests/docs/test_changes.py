"""The handbook tells of every field what a change of it is, in the words of the code that decides it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from lrt_site.differences import GUARD, PROOFS, SOURCES, WordGroup, counts_in_order, is_revised, meaning_of, moves_on
from lrt_site.model.facts import Fact
from lrt_site.model.fields import Meaning
from lrt_site.model.publications import ChangeClass
from lrt_site.model.register import KINDS
from lrt_site.model.values import VALUES
from lrt_site.wording.fields import FIELD_WORDS, KIND_WORDS
from lrt_site.wording.text import capitalised

ROOT = Path(__file__).parents[2]
PAGE = "data/veranderingen.md"

INTRODUCTION = """\
---
description: Hoe wij elke wijziging indelen, en wat een wijziging van elk veld is.
---
# Wat er verandert

Een publicatie noemt elk record dat anders is dan bij de publicatie ervoor. Bij elk record staat wat voor wijziging
het is. Dat kiest de redactie niet zelf. Een programma vergelijkt de velden van de oude en de nieuwe versie.

## De soorten wijzigingen

| Soort | Op de pagina’s heet dat | Wat er is gebeurd |
|---|---|---|
| `nieuw` | nieuw | het record was er nog niet |
| `aanvulling` | aangevuld | er kwam iets bij, en wat er stond bleef staan |
| `correctie` | verbeterd | een feit is veranderd of weggehaald |
| `herziening` | nieuw cijfer | een later getal over dezelfde periode en hetzelfde gebied; het eerdere bleef staan |
| `herformulering` | andere woorden | woorden gewijzigd; of de betekenis veranderde is niet beoordeeld |
| `tekstueel` | andere schrijfwijze | alleen de schrijfwijze is anders, en een programma heeft dat nagegaan |
| `ingetrokken` | ingetrokken | het record is er niet meer |
| `teruggeplaatst` | teruggeplaatst | het record was ingetrokken, en staat er weer |

Verandert er meer in één record? Dan telt het zwaarste. Een correctie gaat voor een herformulering, een herformulering
voor een herziening, een herziening voor een aanvulling, een aanvulling voor tekstueel. Een record dat terugkomt is
altijd `teruggeplaatst`. Wat er dan anders is dan in de laatste versie, staat erbij.

Alleen bij `nieuw` en `tekstueel` hoeft de redactie niets te schrijven. Bij elke andere wijziging schrijft zij wat er is
veranderd en waarom.

## Hoe een veld telt

- **Een feit dat verandert, is een correctie.** Datums, getallen, namen, ambten, besluiten en verwijzingen zijn
  feiten.
- **Een feit in woorden ook.** Een toezegging, een bewijsstuk, een gebeurtenis of een uitspraak is een zin. Andere
  woorden kunnen een ander feit zijn. Zij zijn een correctie, tenzij bewezen is dat alleen de schrijfwijze anders is.
- **Andere woorden van onszelf zijn een herformulering.** Dat zijn verslagen, pagina's en toelichtingen. Ziet het
  programma een feit dat anders is, dan is het een correctie. De oude woorden staan naast de nieuwe.
- **Iets wat erbij komt, is een aanvulling.** Dat geldt voor een leeg veld dat wordt gevuld, en voor een nieuw punt in
  een lijst.
- **Iets wat weggaat, is een correctie.** Dat geldt voor een veld dat leeg wordt, en voor een punt uit een lijst.
- **Een nieuwe naam is een aanvulling**, als de oude met haar laatste dag bij `other_names` komt. Anders is het een
  correctie: de oude naam was dan fout.

Een veld is een feit, tenzij in de tabellen hieronder staat dat het een feit in woorden is, of woorden.

## Wat geen wijziging is

- een andere volgorde in een lijst, behalve waar in de tabel staat dat de volgorde telt
- regels die op een andere plek worden afgebroken, of een extra spatie
- een ander kenmerk van het record zelf; het oude adres leidt dan naar het nieuwe
- een verwijzing die alleen zo'n nieuw kenmerk volgt

## Wanneer een wijziging tekstueel is

Een programma kan niet lezen wat een zin zegt. Eén letter kan genoeg zijn: *wel* of *wet*, *door* of *voor*. Daarom is
een wijziging alleen `tekstueel` als letter voor letter vaststaat dat er hetzelfde staat. Er zijn zeven bewijzen. Bij de
wijziging staat welke het waren, en in de gegevens staan zij in `proven`:

| Bewijs | Wat er anders mag zijn |
|---|---|
| `onzichtbare tekens` | tekens die niemand ziet, zoals een zacht afbreekteken (U+00AD); elk staat er met zijn nummer |
| `spaties` | een spatie voor of achter een leesteken, een nieuwe alinea, of een spatie die een woord in stukken brak |
| `hoofdletters` | de eerste letter van een gewoon woord dat niet bij een naam staat, en geen telwoord is |
| `leestekens` | de vorm van aanhalingstekens, apostrofs en streepjes, en de punt aan het eind |
| `koppeltekens` | een koppelteken of apostrof; het oude woord staat niet in de woordenlijst, het nieuwe wel |
| `accenten` | een accent; het oude woord staat niet in de woordenlijst, het nieuwe wel |
| `schrijffout` | een of twee letters van een woord; zie hieronder |

Nooit tekstueel is een wijziging van of naast een getal, een Romeins cijfer of een bedrag, in een link of een citaat, en
van een komma, vraagteken, haakje of opmaak. Ook een klemtoon die verdwijnt, telt: *één* is geen *een*. Zijn alleen
tekens anders die niemand ziet, dan zegt de site dat. Kunnen zij veranderen wat u wel ziet, dan is niets bewezen.

Een **schrijffout** is verbeterd als dit allemaal waar is:

- Het oude woord staat niet in de woordenlijst, en het nieuwe wel. Beide staan in kleine letters.
- Er zijn hoogstens twee letters bijgekomen, weggelaten, vervangen of met hun buur verwisseld. Dat is de afstand van
  Damerau en Levenshtein.
- Geen ander woord in de lijst ligt even dicht bij het oude. Of van die woorden klinkt alleen het nieuwe zo, zoals
  *woord* bij *woort*, of heeft alleen het nieuwe dezelfde letters op dubbele na.
- Het oude woord kan geen woord zijn dat de lijst mist: een samenstelling, een vervoeging, of een woord met *on-*.
- Het gaat niet om een getal, maand of dag, of om een woord over tijd, hoeveelheid, *wel of niet* of *moeten of mogen*.

Wij gebruiken de woordenlijst van OpenTaal. Een naam staat er niet in, dus een naam verbeteren is nooit tekstueel.

Tot november 2026 golden andere regels. Toen heette een wijziging ook tekstueel als het programma geen ander feit zag.
Zulke publicaties houden hun soort. Er staat bij dat de betekenis niet is beoordeeld.

## Wanneer het programma een ander feit ziet

Het zoekt in de oude en in de nieuwe tekst naar:

- getallen, in cijfers en in woorden, met het teken of het woord dat erachter staat
- een voorzetsel vóór een getal of datum, zoals in *voor 1 maart* en *na 1 maart*
- namen en afkortingen: woorden met een hoofdletter
- links, en waar ze heen leiden
- vindplaatsen, zoals *35 570 VI, J*
- woorden tussen aanhalingstekens
- woorden die beginnen met *on-*, zoals *onvolledig*, behalve *onder…*, *ont…*, *onze* en *online*
- de woorden uit de tabel hieronder

Staan die niet in beide teksten, in dezelfde volgorde? Dan is de wijziging een `correctie`. Anders is zij een
`herformulering`: een feit in gewone woorden ziet het programma niet.

Een hoofdletter aan het begin van een zin telt niet als het woord ook zonder hoofdletter voorkomt, of als veel zinnen
ermee beginnen, zoals *de*, *er* en *volgens*. Een ander woord vooraan kan een naam zijn, en telt dus.

### Woorden die als feit tellen
"""

LISTS = """
## Hoe wij lijsten vergelijken

Punten met een kenmerk horen bij elkaar als hun kenmerk hetzelfde is. Van andere punten horen eerst die bij elkaar die
gelijk zijn, en dan die het meest op elkaar lijken: minstens de helft is gelijk. Wat overblijft, kwam erbij of ging weg.

Lijkt de tekst van een punt meer op die van een ander punt? Dan kan een feit van het ene punt naar het andere zijn
gegaan. Dat is een correctie.
"""

KIND_HEADER = """
## Soorten records, veld voor veld

Staat er *correctie*? Dan geldt dat voor een waarde die verandert of weggaat. Komt er een waarde bij die er nog niet
was, dan is dat een aanvulling.
"""

PART_HEADER = """
## Onderdelen van records, veld voor veld

Deze onderdelen staan in een record, of in een ander onderdeel.
"""

MEANS: dict[Meaning, str] = {
    "kenmerk": "kenmerk",
    "delen": "onderdelen",
    "verwijzing": "verwijzing",
    "datum": "datum of periode",
    "getal": "getal",
    "keuze": "keuze",
    "feit": "feit",
    "feit in woorden": "feit in woorden",
    "woorden": "woorden",
}


def parts_in(hint: Any) -> Iterator[type]:
    """The parts that a type holds, and those inside them."""
    for inner in get_args(hint):
        if is_dataclass(inner) and inner not in VALUES:
            assert isinstance(inner, type)
            yield inner
            yield from (part for item in get_type_hints(inner).values() for part in parts_in(item))
        else:
            yield from parts_in(inner)
    if is_dataclass(hint) and isinstance(hint, type) and hint not in VALUES:
        yield hint
        yield from (part for item in get_type_hints(hint).values() for part in parts_in(item))


ALL_PARTS = {part for kind in KINDS.values() for hint in get_type_hints(kind).values() for part in parts_in(hint)}


def anchor(part: type) -> str:
    return f"deel-{part.__name__.lower()}"


def what_a_change_is(kind: type, name: str) -> str:
    meaning, order = meaning_of(kind, name), "; de volgorde telt" if counts_in_order(kind, name) else ""
    if meaning == "kenmerk":
        return "geen wijziging" if kind in KINDS.values() else "correctie"
    if meaning == "feit in woorden":
        return f"correctie, of tekstueel{order}"
    if meaning == "woorden":
        return f"herformulering, correctie of tekstueel{order}"
    if moves_on(kind, name):
        return "aanvulling; een eerdere dag is een correctie"
    if issubclass(kind, Fact) and name in SOURCES:
        return f"correctie; een aanvulling als geen bron wegvalt{order}"
    if meaning != "delen":
        return f"correctie{order}"
    (part,) = set(direct_parts(get_type_hints(kind)[name]))
    later = "; een later getal is een herziening" if is_revised(kind, name) else ""
    return f"zie [{KIND_WORDS[part.__name__]}](#{anchor(part)}){order}{later}"


def direct_parts(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    else:
        yield from (part for inner in get_args(hint) for part in direct_parts(inner))


def table(kind: type) -> str:
    rows = (
        f"| `{name}` | {FIELD_WORDS[name]} | {MEANS[meaning_of(kind, name)]} | {what_a_change_is(kind, name)} |\n"
        for name in (field.name for field in fields(kind))
    )
    return "\n| Veld | In woorden | Wat het is | Een wijziging is |\n|---|---|---|---|\n" + "".join(rows)


def guarded(group: WordGroup) -> str:
    words = sorted([*group.words, *(f"{beginning}…" for beginning in group.beginnings)])
    return f"| {group.title} | {', '.join(words)} |\n"


def page() -> str:
    """The page of the handbook, from the types of the model and what a change of their fields is."""
    words = "\nEen woord met `…` staat voor alle woorden die zo beginnen.\n\n| Waarover | Woorden |\n|---|---|\n"
    texts = [INTRODUCTION, words, *map(guarded, GUARD), LISTS, KIND_HEADER]
    for name, kind in KINDS.items():
        texts += [f"\n### {capitalised(KIND_WORDS[kind.__name__])} (`{name}`) {{ #soort-{name} }}\n", table(kind)]
    texts.append(PART_HEADER)
    for part in sorted(ALL_PARTS, key=lambda item: (KIND_WORDS[item.__name__].partition(" ")[2], item.__name__)):
        heading = f"{capitalised(KIND_WORDS[part.__name__])} (`{part.__name__}`)"
        texts += [f"\n### {heading} {{ #{anchor(part)} }}\n", table(part)]
    return "".join(texts)


def test_the_page_about_changes_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden(f"../../docs/{PAGE}", page())


def test_the_page_about_changes_is_in_the_menu() -> None:
    assert f": {PAGE}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_every_class_of_change_is_explained() -> None:
    section = page().partition("## De soorten wijzigingen")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == set(get_args(ChangeClass))


def test_every_proof_is_explained() -> None:
    section = page().partition("## Wanneer een wijziging tekstueel is")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `([\w ]+)` \|", section, re.MULTILINE)) == PROOFS


def test_every_kind_and_part_has_a_table_with_all_its_fields() -> None:
    sections = page().split("\n### ")[1:]
    told = {
        (match[1], name)
        for section in sections
        if (match := re.match(r"[^\n]*\(`([\w-]+)`\)", section))
        for name in re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    }
    names = {kind: name for name, kind in KINDS.items()}
    kinds: set[Any] = ALL_PARTS | set(KINDS.values())
    assert told == {(names.get(kind, kind.__name__), field.name) for kind in kinds for field in fields(kind)}


def test_no_guarded_word_stands_twice() -> None:
    words = [word for group in GUARD for word in (*group.words, *group.beginnings)]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
    assert all(word == word.casefold() for word in words)
