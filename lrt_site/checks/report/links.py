"""Links are written so that they become links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, bytes_within, mended, slip
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted
from lrt_site.suggestions import nearest

_WORDS = r"\[(?P<words>[^\[\]\n]{1,300})\]"
_LIKE_ADDRESS = (
    r"(?:https?://|www\.|mailto:|\.{0,2}/|#[\w-]|[\w./-]+\.(?:md|yml|csv|html?|pdf|docx?|xlsx?|nl|eu|com|org)\b)"
)
_SPACE_BETWEEN = rf"{_WORDS}(?P<space>[ \t]+\n?[ \t]*|\n[ \t]*)\((?P<address>{_LIKE_ADDRESS}[^()\s]*)\)"
_SPACE_INSIDE = rf"{_WORDS}\((?P<address>[^()<>\n]*[^()<>\s][^()<>\n]*)\)"
_TURNED = rf"\((?P<words>[^()\n]{{1,300}})\)\[(?P<address>{_LIKE_ADDRESS}[^\[\]\s]*)\]"
_OPEN = rf"{_WORDS}\((?P<address>{_LIKE_ADDRESS}[^()\s]*?)(?P<after>[.,;]?(?=\s|$))"
_UNCLOSED = rf"\[(?P<words>[^\[\]()\n]{{1,100}}?)[)]?\((?P<address>{_LIKE_ADDRESS}[^()\s]*)\)"
_UNOPENED = rf"(?P<words>[\w-]+)\]\((?P<address>{_LIKE_ADDRESS}[^()\s]*)\)"
_CURLY = rf"{_WORDS}[{{<](?P<address>{_LIKE_ADDRESS}[^{{}}<>()\s]*)[}}>]"
_NAMED = r"\[(?P<words>[^\[\]\n]{1,300})\] ?\[(?P<name>[^\[\]\n]{0,100})\]"
_WIKI = r"\[\[(?P<address>[^\[\]\n|]{1,200})(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\]"
_DEFINED = r"(?m)^ {0,3}\[(?P<name>(?!\^)[^\[\]\n]{1,200})\]:[ \t]*(?P<address>\S+)[^\n]*$"
_SHOWN = ("Paragraph", "CodeBlock", "HtmlBlock")
_BARE = re.compile(
    r"(?<![\w/.@+-])(?:(?:(?:https?|ftp)://|www\.)[^\s<]*[^\s<?!.,:*_~'\")]|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+))",
    re.IGNORECASE,
)
"""A web address or an e-mail address that a forge makes a link of by itself."""


def links_are_links(report: ReportText) -> Iterator[Slip]:
    """Words and an address that were meant as a link are one."""
    plain = report.plain
    if "[" not in plain and "]" not in plain:
        return
    for found in re.finditer(_SPACE_BETWEEN, plain):
        why = "Tussen ']' en '(' staat een spatie; zo wordt het geen link."
        yield _better(report, found, why, f"[{found['words']}]({found['address']})")
    for found in re.finditer(_SPACE_INSIDE, plain):
        if report.text[found.end("words") : found.start("address")] == "](" and re.search(r"\s", found["address"]):
            yield _spaced(report, found)
    for pattern, why in (
        (_TURNED, "De haken zijn verwisseld: de woorden horen tussen '[' en ']', het adres tussen '(' en ')'."),
        (_OPEN, "Achter het adres van deze link ontbreekt ')'."),
        (_UNCLOSED, "Achter de woorden van deze link ontbreekt ']'."),
        (_UNOPENED, "Voor de woorden van deze link ontbreekt '['."),
        (_CURLY, "Het adres van een link hoort tussen '(' en ')'."),
    ):
        for found in re.finditer(pattern, plain):
            if pattern == _UNOPENED and "[" in plain[max(0, found.start() - 300) : found.start()].rpartition("\n\n")[2]:
                continue
            after = found["after"] if pattern == _OPEN else ""
            yield _better(report, found, why, f"[{found['words']}]({found['address']}){after}")
    for found in re.finditer(_WIKI, plain):
        yield _of_a_wiki(report, found)


def _better(report: ReportText, found: re.Match[str], why: str, instead: str) -> Slip:
    line = mended(report.text, found.start(), found.end(), instead)
    mend = Mend(found.start(), found.end(), instead)
    return slip(found.start(), found.end(), "link-form", f"{why} Schrijf {line}.", mend=mend)


def _spaced(report: ReportText, found: re.Match[str]) -> Slip:
    """A link with a space in its address."""
    given = found["address"].strip()
    tight = re.sub(r"\s+", "", given)
    path = tight.rpartition("#")[2] if "#" in tight else tight.rpartition("/")[2].rpartition(".")[0]
    if given.startswith(("http://", "https://")):
        address = re.sub(r"\s+", "%20", given)
    elif path in report.register.home_of:
        address = tight
    else:
        message = (
            f"In het adres {quoted(given)} staat een spatie; zo wordt het geen link. De naam van een bestand uit de "
            f"inhoud heeft geen spaties. Schrijf het kenmerk van de pagina, of een webadres: "
            f"{mended(report.text, found.start(), found.end(), _example(report, found['words']))}."
        )
        return slip(found.start(), found.end(), "link-form", message)
    why = f"In het adres {quoted(given)} staat een spatie; zo wordt het geen link."
    return _better(report, found, why, f"[{found['words']}]({address})")


def _example(report: ReportText, words: str) -> str:
    """A link with these words to the page that is called so, or else to some address."""
    near = nearest(re.sub(r"\W+", "-", words.strip().lower()), report.register.home_of)
    return f"[{words}]({near}.md)" if near else f"[{words}](https://www.voorbeeld.nl/)"


def _of_a_wiki(report: ReportText, found: re.Match[str]) -> Slip:
    address, words = found["address"].strip(), (found["words"] or found["address"]).strip()
    if address.strip("_") == "TOC":
        given = quoted(report.text[found.start() : found.end()])
        message = f"{given} wordt op de site geen inhoudsopgave: die maakt de site zelf. Haal de regel weg."
        return slip(found.start(), found.end(), "forge-only", message)
    target = f"{quote(address, './#-_:')}" + ("" if re.search(r"[.#/:]", address) else ".md")
    why = "Een link tussen dubbele haken bestaat hier niet."
    return _better(report, found, why, f"[{words}]({target})")


def named_addresses_are_there(report: ReportText) -> Iterator[Slip]:
    """A link that names its address elsewhere finds it there, and each address is named by a link."""
    defined = _definitions(report)
    used = {value["id"].casefold() for what, value, *_ in report.tokens if what in ("Link", "Image") and value["id"]}
    unused = {name: found for name, found in defined.items() if name.casefold() not in used}
    for found in re.finditer(_NAMED, report.plain):
        name = found["name"] or found["words"]
        meant = nearest(name, unused) or (next(iter(unused)) if len(unused) == 1 else None)
        if re.match(_LIKE_ADDRESS, name):
            yield _better(
                report, found, "Het adres van een link hoort tussen '(' en ')'.", f"[{found['words']}]({name})"
            )
        elif meant:
            address = unused.pop(meant)["address"]
            yield _better(
                report, found, f"Er is geen adres met de naam {quoted(name)}.", f"[{found['words']}]({address})"
            )
        elif name[:1] != "^":
            write = mended(report.text, found.start(), found.end(), f"[{found['words']}](https://www.voorbeeld.nl/)")
            message = (
                f"Er is geen adres met de naam {quoted(name)}; zo wordt het geen link. Zet het adres er zelf achter, "
                f"zoals {write}."
            )
            yield slip(found.start(), found.end(), "link-form", message)
    for name, found in unused.items():
        if found["address"] in ("#", "<>"):
            message = (
                "Deze opmerking ziet de lezer niet, maar zij staat wel in het openbare bestand. Haal de regel weg."
            )
            yield slip(found.start(), found.end(), "review-mark", message)
            continue
        message = (
            f"De lezer ziet deze regel niet: geen link noemt {quoted(name)}. Is het een link? Schrijf in de tekst "
            f"'[woorden]({found['address']})'. Is het gewone tekst? Haal de dubbele punt weg."
        )
        yield slip(found.start(), found.end(), "link-form", message)


def addresses_stand_behind_words(report: ReportText) -> Iterator[Slip]:
    """No address stands in the text by itself: a forge makes a link of it, the site does not."""
    if not any(sign in report.plain for sign in ("://", "www.", "WWW.", "@")):
        return
    for found in _BARE.finditer(report.plain):
        if report.links[found.start()]:
            continue
        scheme = "mailto:" if found["mail"] else "" if "://" in found[0] else "https://"
        instead = f"[{'mail ons' if found['mail'] else 'de brief'}]({scheme}{found[0]})"
        if re.search(r"…|\.\.\.", found[0]):
            message = f"{quoted(found[0])} is afgekort, en wordt geen link. Schrijf het hele adres achter woorden."
            yield slip(found.start(), found.end(), "link-form", message)
            continue
        message = f"{quoted(found[0])} wordt op de site geen link. Schrijf een link met woorden: {instead}."
        yield slip(found.start(), found.end(), "forge-only", message)


def _definitions(report: ReportText) -> Mapping[str, re.Match[str]]:
    """The lines that give an address a name: the parser keeps them from the reader."""
    spans = ((start - 1, end) for what, _, start, end in report.tokens if what in _SHOWN)
    covered = bytes_within(spans, len(report.text))
    return {found["name"]: found for found in re.finditer(_DEFINED, report.text) if not covered[found.start()]}


def links_have_words(report: ReportText) -> Iterator[Slip]:
    """A reader can see a link, and it leads somewhere."""
    opened: tuple[str, int, int] | None = None
    for what, value, start, end in report.tokens:
        if what == "Link" and not value["dest_url"]:
            words = report.text[start:end].partition("]")[0]
            line = mended(report.text, start, end, f"{words}](https://www.voorbeeld.nl/)")
            message = f"Deze link heeft geen adres. Schrijf het tussen '(' en ')', zoals {line}."
            yield slip(start, end, "link-form", message)
        elif what == "Link":
            opened = value["dest_url"], start, end
        elif opened and what in ("Text", "Code", "Image") and (what == "Image" or value.strip()):
            opened = None
        elif opened and what == "/Link":
            address, start, end = opened
            line = mended(report.text, start, end, f"[lees meer over dit onderwerp]({address})")
            message = (
                f"Deze link heeft geen woorden: de lezer ziet hem niet. Zet woorden tussen '[' en ']', zoals {line}."
            )
            yield slip(start, end, "link-form", message)
            opened = None
