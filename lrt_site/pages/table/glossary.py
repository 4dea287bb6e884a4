"""The glossary: words of the field and of this site, with what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.register import Register
from lrt_site.pages.shared.common import ALL_DATA, Footnotes, Frame, PageMaker, Said, later, linked, trail
from lrt_site.pages.shared.portions import Portion, listed
from lrt_site.pages.shared.sections import NAMES
from lrt_site.wording.plural import plural
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class TermView:
    """A word with its explanation."""

    anchor: str
    term: str
    also: str
    """Other words for it, after each other; empty where there are none."""
    explanation: Said


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Words of one kind, in the order of the alphabet."""

    anchor: str
    title: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """What templates/table/glossary.html.jinja is given."""

    template: ClassVar[str] = "table/glossary.html.jinja"

    frame: Frame
    groups: tuple[TermGroup, ...]


def pages(register: Register) -> Iterator[PageMaker]:
    """The glossary, where a word is explained."""
    if register.all(Term):
        for portion in listed(register, Term, urls.GLOSSARY):
            yield later(portion.address, _glossary, register, portion)


def _glossary(register: Register, portion: Portion[Term]) -> GlossaryPage:
    notes = Footnotes(register)
    number = plural(len(register.all(Term)), "woord", "woorden")
    groups = (
        TermGroup(
            anchor,
            title,
            tuple(_term(term, notes, register) for term in portion.items if bool(term.source) is sourced),
        )
        for anchor, title, sourced in (
            ("uit-bronnen", "Woorden uit de bronnen", True),
            ("van-deze-site", "Woorden die deze site zelf gebruikt", False),
        )
    )
    return GlossaryPage(
        groups=tuple(group for group in groups if group.terms),
        frame=portion.framed(
            Frame(
                address=urls.GLOSSARY,
                title=NAMES[urls.GLOSSARY],
                description=f"{number} met uitleg. {_first(_key_term(register), register)}",
                trail=trail(),
                references=notes.references(),
                data=(ALL_DATA,),
            )
        ),
    )


def _key_term(register: Register) -> Term:
    """The word with which the page opens: one that is a subject of the figures, else one that a source explains."""
    terms = portions.listed(Term, register.all(Term))
    themes = {series.theme for series in register.all(Series).values()}
    return min(terms, key=lambda term: (term.term not in themes, not term.source))


def _first(term: Term, register: Register) -> str:
    """A word with what it means."""
    explanation = "".join(run.text for run in linked(term.explanation, register))
    return f"{capitalised(term.term)}: {explanation}"


def _term(term: Term, notes: Footnotes, register: Register) -> TermView:
    explanation = notes.rests(linked(term.explanation, register), notes.backing(term, "explanation"), note=term.note)
    also = {form.casefold(): form for form in reversed(term.also) if form.casefold() != term.term.casefold()}
    return TermView(term.id, capitalised(term.term), ", ".join(reversed(also.values())), explanation)
