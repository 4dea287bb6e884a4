"""Texts are fit to be read: no HTML, nothing left to fill in, and citations that can be looked up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from itertools import chain

from lrt_site.checks.report import SUSPECT, slips_in
from lrt_site.checks.report.ends import fields_go_on_to_their_end
from lrt_site.checks.report.leftovers import is_empty, left_over
from lrt_site.checks.report.slips import Slip, slip
from lrt_site.checks.spots import Mend, fault_in
from lrt_site.model.fields import Form, described
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import Claim, Source
from lrt_site.problems import Fault, quoted
from lrt_site.unseen import unseen_in
from lrt_site.wording.citations import citations_in, malformed_in

LONGEST_NAME = 200
_TAG = re.compile(
    r"</?(a|b|big|blockquote|body|br|button|center|code|del|div|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|"
    r"ins|li|link|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_ENTITY = re.compile(r"&(#[0-9]+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_ESCAPED_OR_TICKS = re.compile(r"\\.|(?<!`)`+", re.DOTALL)
"""A sign behind a backslash, or what may begin code within a line."""
_TICKS = re.compile(r"`+")
_MARKS = {('"', '"'), ("'", "'"), ("‘", "’"), ("’", "’"), ("“", "”"), ("„", "”"), ("„", "“"), ("”", "”"), ("«", "»")}
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_CITED = re.compile(r"Handelingen|amerstuk|T[0-9]")
_SENTENCE = 40
"""A text that is longer holds a sentence."""
_MARKDOWN = re.compile(r"(?<!\w)\*\*(?P<bold>[^\s*][^*\n]*)\*\*|\[(?P<words>[^\[\]\n]+)\]\([^()\s]+\)")
_SUSPECT = SUSPECT | {"<", "&", "**", "]("}
"""What stands in each text that something is wrong with."""
_ROOM = re.compile(r"<[\w -]+>")
"""Room in the pattern of a title."""


def texts_are_fit_to_read(register: Register) -> Iterator[Fault]:
    """A text holds no HTML, nothing left to fill in, and no citation that is almost one."""
    texts = list(texts_of(register))
    whole = "\n".join(text for *_, text in texts)
    words = " ".join(set(whole.split()))  # A quarter as long: most words stand there more often.
    suspect = re.compile("|".join(re.escape(sign) for sign in sorted(_SUSPECT) if sign.split()[0] in words) or "(?!)")
    for record, at, text in texts:
        slips = list(_citations(text)) if _CITED.search(text) else []
        if at != ("body",) and (suspect.search(text) or is_empty(text)):
            slips += slips_in(
                text if at[-1] != "title_pattern" else _ROOM.sub("", text), chain(_markup(text), _markdown(text))
            )
            slips += [left_over(text, 0, len(text))] if is_empty(text) and not slips else []
        if at != ("body",) and not slips and len(text) > _SENTENCE:
            slips += fields_go_on_to_their_end(text)
        yield from (_placed(record, at, text, found) for found in slips)


def names_are_short(register: Register) -> Iterator[Fault]:
    """A name or title fits on a line or two; only that of a source is as long as it is."""
    for record, at, text in texts_of(register, ("name",)):
        if len(text) > LONGEST_NAME and not (isinstance(record, Source) and at == ("title",)):
            message = f"Deze tekst telt {len(text)} tekens. Kort haar in tot {LONGEST_NAME}; de rest kan in de tekst."
            yield Fault(record.id, at, "too-long", message)


def quotations_have_no_marks(register: Register) -> Iterator[Fault]:
    """The words of a source stand without quotation marks around them: the site puts them there."""
    for record, at, claim in register.each(Claim):
        if claim.quoted and _in_marks(claim.text.strip()):
            message = (
                "Om deze tekst staan aanhalingstekens. Haal die weg: de site zet ze er zelf omheen, want er staat "
                "'quoted: true'."
            )
            yield Fault(record.id, (*at, "text"), "marks-in-quotation", message)


def _in_marks(text: str) -> bool:
    """Whether one pair of quotation marks goes around the whole text, and not around two parts of it."""
    ends = (text[:1], text[-1:])
    inner = _APOSTROPHE.sub("", text[1:-1])
    return len(text) > 1 and ends in _MARKS and not any(sign in inner for sign in ends)


def sources_are_cited_as_parliament_does(register: Register) -> Iterator[Fault]:
    """A parliamentary paper or report is cited in the form in which it can be looked up."""
    for source in register.all(Source).values():
        given = source.citation
        if source.kind not in ("kamerstuk", "handelingen") or not given:
            continue
        if not any((found.start, found.end) == (0, len(given)) for found in citations_in(given)):
            advice = (
                "Schrijf bijvoorbeeld '35 570 VI, J', '19 637, nr. 2184' of 'Handelingen I 2019-2020, nr. 29, item 9'."
            )
            message = f"{quoted(given)} is geen volledige vindplaats. {unseen_in(given) or advice}"
            yield Fault(source.id, ("citation",), "malformed-citation", message)


def texts_of(register: Register, forms: tuple[Form, ...] = ("text", "name")) -> Iterator[tuple[Record, Steps, str]]:
    """Every text that people read, with its place; only those of some forms where these are given."""
    for kind, parts in register.parts.items():
        for field, about in described(kind).items():
            if about.form not in forms:
                continue
            for record, at, part in parts:
                given = getattr(part, field)
                if isinstance(given, str):
                    yield record, (*at, field), given
                elif given:
                    for index, item in enumerate(given):
                        yield record, (*at, field, index), item


def said_of_html(html: str) -> str:
    """A Dutch sentence about HTML that a reader sees as it is."""
    if _COMMENT.match(html):
        message = "is een opmerking in HTML. Zij blijft niet verborgen: de lezer ziet haar staan. Haal haar weg."
        return f"{quoted(html)} {message}"
    return f"{quoted(html)} is HTML. De lezer ziet dat letterlijk staan."


def _without_code(text: str) -> str:
    """A text with spaces in the place of code within a line, and of signs behind a backslash."""
    ticks: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        ticks.setdefault(len(run[0]), []).append(run.start())
    kept: list[str] = []
    at = 0
    while found := _ESCAPED_OR_TICKS.search(text, at):
        end = found.end()
        if text[found.start()] == "`":
            closing = ticks[len(found[0])]
            after = bisect_left(closing, end)
            end = closing[after] + len(found[0]) if after < len(closing) else found.start()
        kept += text[at : found.start()], re.sub(r"[^\n]", " ", text[found.start() : end]), text[end : found.end()]
        at = max(end, found.end())
    return "".join((*kept, text[at:]))


def _markup(text: str) -> Iterator[Slip]:
    """HTML in plain text, outside code. In Markdown only who renders it knows what is shown."""
    searched = _without_code(text)
    found = _COMMENT.search(searched) or _TAG.search(searched) or _ENTITY.search(searched)
    if found:
        clear = " ".join(unescape(_TAG.sub(" ", _COMMENT.sub("", text))).split())
        advice = f" Schrijf {quoted(clear)}." if clear and not _COMMENT.match(found[0]) else ""
        mend = Mend(0, len(text), clear) if advice else None
        yield slip(found.start(), found.end(), "html-in-text", said_of_html(found[0]) + advice, mend=mend)


def _markdown(text: str) -> Iterator[Slip]:
    """Signs of Markdown, which mean nothing in a field."""
    found = _MARKDOWN.search(text)
    if found:
        clear = _MARKDOWN.sub(lambda match: match["bold"] or match["words"], text)
        message = f"In dit veld staat gewone tekst: de lezer ziet {quoted(found[0])} staan. Schrijf {quoted(clear)}."
        yield slip(found.start(), found.end(), "markdown-in-field", message, mend=Mend(0, len(text), clear))


def _citations(text: str) -> Iterator[Slip]:
    line = text.replace("\n", " ")
    for found, advice in malformed_in(line):
        message = f"{quoted(found)} lijkt een vindplaats, maar is er geen: {advice}."
        start = line.find(found)
        yield slip(start, start + len(found), "malformed-citation", message)


def _placed(record: Record, at: Steps, text: str, found: Slip) -> Fault:
    return fault_in(record.id, at, text, (found.at, found.end), found.code, found.message, found.mend)
