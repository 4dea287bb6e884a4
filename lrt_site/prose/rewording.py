"""A neutral sentence in the place of one that says who spoke; none where that would change what was said."""

from __future__ import annotations

import re

from lrt_site.prose.judging import SAYS, Judge, Judgement
from lrt_site.prose.parties import words_of

_ASKING = re.compile(r"(?i:vroeg|vroegen|vraagt|vragen|gevraagd)")
_KINDS = (
    (re.compile(r"(?i:zeg(?:t|gen|de|den)\b.*\btoe|toegezegd|beloofd)"), "Toegezegd is"),
    (re.compile(r"(?i:kondig|aangekondigd)"), "Aangekondigd is"),
    (re.compile(r"(?i:stel\w*\b.*\bvoor\b|voorgesteld)"), "Voorgesteld is"),
    (re.compile(r"(?i:licht\w*\b.*\btoe\b|toegelicht)"), "Toegelicht is"),
    (re.compile(r"(?i:ontken|betwist|twijfel)"), "Besproken is of"),
    (re.compile(r"(?i:waarschuw)"), "Gewaarschuwd is"),
    (re.compile(r"(?i:\b(?:wil|wilde|willen|wilden|wou|hoop\w*|hopen|eis\w*)\b)"), "Besproken is de wens"),
)
_OF_SOMEONE = re.compile(
    r"\b(?:hij|zij|ze|hem|haar|hun|hen|zijn|zich|ik|wij|we|ons|onze|mij|mijn)\b(?! (?:\w+ )?(?:er|niet)\b)"
)
"""Words that could mean the party: without it nobody knows whom."""
_QUESTION = re.compile(r"(?:of|waarom|wanneer|hoe|hoeveel|wie|wat|waar|welke?)\b")
_CLAUSE = re.compile(r"\b(?:dat|of|waarom|wanneer|hoe|hoeveel|wie|wat|waar|welke?)\s")
_MORE = re.compile(r"[,;:()]|\b(?:dat|omdat|als|die|want|maar|en|terwijl|zodat|waarin|waarbij|om|dan)\b")
_FIXED = re.compile(
    r"(is|was|heeft|had|wordt|werd|zijn|waren|hebben|worden|werden|gaat|gaan|klopt|duurt|kost|blijft|loopt|werkt|helpt|lukt|"
    r"past|ontbreekt)\s+(.*)"
)
_MODAL = re.compile(r"(moet|moeten|kan|kunnen|mag|mogen|zal|zullen)\s+(.*)")
_THINKS = re.compile(
    r"(?:vond|vonden|vindt|vinden|noemde|noemden|noemt|noemen|acht|achtte|achtten|achten)\s+"
    r"(dit|dat|het|de \w+|het \w+|een \w+)\s+"
    r"((?:veel |zeer |erg |niet |ook )?(?:te \w+|on\w+|niet \w+|goed|slecht|\w+(?:baar|lijk)))\s*$"
)
_FIRST_SAYS = re.compile(r"(?:Ik|Wij|We) (?:vind|vinden|denk|denken|meen|menen|zie|zien|merk|merken) dat (.*)$")
_FIRST = words_of("objective")["first_person"]["table"]
_FIRST_DOES = re.compile(rf"(?:Wij|We) ({'|'.join(_FIRST)})\b(.*)$")
_AT_START = re.compile(
    r"(?:Gelukkig|Helaas|Uiteraard|Vanzelfsprekend|Jammer genoeg|Hopelijk|Eindelijk) (?P<verb>\w+) "
    r"(?P<subject>(?:de|het) \w*[^\We]|dit|dat|er) "
    r"(?P<rest>(?!(?:van|voor|in|op|bij|uit|met|over|en|of|die|aan)\b)[^,]+)"
)
"""A judgement at the start, with the verb and the subject behind it: `Helaas is de kade dicht.`"""
_LOOSE = re.compile(rf"(?i:{'|'.join(words_of('objective')['value']['loose'])})$")


def instead_of(sentence: str, found: Judgement, judge: Judge) -> str:
    """The sentence as it can be written; empty where no program can say so."""
    if found.kind == "attributed":
        new = _without_party(sentence, found)
    elif found.kind == "first-person":
        new = _of_the_table(sentence)
    elif found.kind == "judgement":
        new = _without_word(sentence, found)
    else:
        new = ""
    if new.startswith("Besproken is dat ") and judge.judged(new):
        new = new.replace(" dat ", " of ", 1)
    return new if new and not judge.judged(new) else ""


def _without_party(sentence: str, found: Judgement) -> str:
    body, stop = sentence.rstrip(".!"), sentence[len(sentence.rstrip(".!")) :] or "."
    behind = body[found.end :].strip()
    before = body[found.start : found.end]
    if found.start > 0 or "?" in body or _MARKED.search(body.replace(found.party, "", 1)):
        return ""
    if before.casefold().startswith("volgens "):
        clause = _turned(behind)
        return f"Besproken is dat {clause}{stop}" if clause and not _OF_SOMEONE.search(clause) else ""
    says = re.search(rf"{SAYS}(.*)$", body[len(found.party) :]) if body.startswith(found.party) else None
    if not says:
        return ""
    rest = body[len(found.party) :].strip()
    thinks = _THINKS.match(rest)
    if thinks:
        many = "zijn" if re.search(r"(?:en|s)$", thinks[1].split()[-1]) and " " in thinks[1] else "is"
        return f"Besproken is of {thinks[1]} {thinks[2]} {many}{stop}"
    neutral = _without_saying(rest, stop)
    if neutral:
        return neutral
    explains = _EXPLAINS.fullmatch(rest)
    if explains and not _OF_SOMEONE.search(rest):
        what = f" op {explains['what'].strip()}" if explains["what"] else explains["on"] or ""
        return f"Er is een toelichting gegeven{what}{stop}"
    return _of_clause(rest, stop)


def _without_saying(rest: str, stop: str) -> str:
    """`vroeg om meer tijd` becomes `Gevraagd is om meer tijd`."""
    for pattern, neutral in _NEUTRAL:
        done = pattern.match(rest)
        if done and re.match(r" \S", rest[done.end() :]) and not _MORE_SAID.search(rest[done.end() :]):
            return f"{neutral}{rest[done.end() :]}{stop}"
    return ""


_NEUTRAL = tuple((re.compile(pattern), neutral) for pattern, neutral in words_of("objective")["neutral"].items())
_MORE_SAID = re.compile(r"[,;:()]|\b(?:dat|omdat|als|want|maar|en|hij|zij|zijn|haar|hun|ons|onze|zich|te)\b")
_EXPLAINS = re.compile(
    r"(?:licht\w* (?:dit |dat |alles |(?P<what>(?:de|het|een|deze) (?:\w+ ){1,4}))?toe"
    r"|g(?:af|aven|eeft|even) (?:een |de )?(?:toelichting|uitleg)(?P<on> (?:op|over) [^,]*)?)"
)
_PARTICLE = re.compile(r"\b(?:aan|af|bekend|in|mee|mede|op|toe|uit|vast|voor)$")
"""The end of a verb that began before: `maakte dat bekend`."""
_MARKED = re.compile(r"[\"“”„‘’«»():;]")


def _of_clause(rest: str, stop: str) -> str:
    """`zei dat het duur is` becomes `Besproken is dat het duur is`."""
    told = _CLAUSE.search(rest)
    if told:
        said, clause = rest[: told.start()], rest[told.start() :]
        if (
            len(said.split()) > 3
            or _PARTICLE.search(clause)
            or re.search(r"\b(?:niet|geen)\b", said)
            or _OF_SOMEONE.search(clause)
        ):
            return ""
        if _QUESTION.match(clause):
            return f"{'Gevraagd' if _ASKING.search(said) else _opening(said, 'Besproken is')[:-3]} is {clause}{stop}"
        opening = _opening(said, "Besproken is")
        return f"{opening} {clause.removeprefix('dat ') if opening.endswith(' of') else clause}{stop}"
    to_do = re.match(r"(zegde|zegden|stelde|stelden) (toe|voor) (?:om )?((?:\S+ )*te \w+en)$", rest)
    if to_do and not _OF_SOMEONE.search(to_do[3]) and "," not in rest:
        return f"{'Toegezegd' if to_do[2] == 'toe' else 'Voorgesteld'} is {to_do[3]}{stop}"
    return ""


def _opening(said: str, otherwise: str) -> str:
    return next((opening for pattern, opening in _KINDS if pattern.search(said)), otherwise)


def _turned(clause: str) -> str:
    """A main sentence behind `volgens …` in the order of one behind `dat`; empty where that is not sure."""
    if _MORE.search(clause) or len(clause.split()) > 12:
        return ""
    if _PARTICLE.search(clause):
        return ""
    fixed, modal = _FIXED.fullmatch(clause), _MODAL.fullmatch(clause)
    if fixed:
        return f"{fixed[2]} {fixed[1]}"
    words = modal[2].split() if modal else []
    if modal and len(words) > 1 and re.fullmatch(r"\w+en|\w*(?:gaan|staan|doen|zien)", words[-1]):
        return " ".join((*words[:-1], modal[1], words[-1]))
    return ""


def _of_the_table(sentence: str) -> str:
    body, stop = sentence.rstrip(".!"), sentence[len(sentence.rstrip(".!")) :] or "."
    says = _FIRST_SAYS.match(body)
    if says:
        return "" if _OF_SOMEONE.search(says[1]) else f"Besproken is dat {says[1]}{stop}"
    asks = re.match(r"(?:Ik|Wij|We) (.*)", body)
    neutral = _without_saying(asks[1], stop) if asks else ""
    if neutral:
        return neutral
    does = _FIRST_DOES.match(body)
    if does and not re.search(r"\b(?:wij|we|ons|onze|ik|mijn)\b", does[2]):
        return f"De tafel {_FIRST[does[1]]}{does[2]}{stop}"
    return ""


def _without_word(sentence: str, found: Judgement) -> str:
    """The sentence without a word that only judges: not at its start, where the order would change."""
    if found.start == 0:
        turned = _AT_START.fullmatch(sentence)
        return f"{turned['subject'].capitalize()} {turned['verb']} {turned['rest']}" if turned else ""
    if not _LOOSE.match(sentence[found.start : found.end]):
        return ""
    if re.search(r"\b(?:is|zijn|was|waren|zeer|erg|heel|en)\s+$", sentence[: found.start]) and re.match(
        r"\s*(?:[.,;!]|en\b|$)", sentence[found.end :]
    ):
        return ""
    new = sentence[: found.start].rstrip() + sentence[found.end :]
    return "" if re.fullmatch(r"(?:Het|Dat|Dit) (?:is|was) een \w+\W*", new) else new
