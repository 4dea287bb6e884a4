"""What a review tells of one record: all of a new one, and of a changed one what was and what is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lrt_site import urls
from lrt_site.differences import Difference, meaning_of
from lrt_site.ledger import Pending
from lrt_site.marking import links_from, marked_up
from lrt_site.model.kinds import kind_for
from lrt_site.model.numbers import in_dutch
from lrt_site.model.register import Record, Register
from lrt_site.publishing import judged
from lrt_site.reviewing.blocks import (
    Block,
    Bullets,
    Fold,
    Grid,
    Heading,
    Item,
    LongText,
    MarkedWords,
    Sentences,
    Words,
    plain,
)
from lrt_site.reviewing.figures import FigureChange, figure_changes
from lrt_site.unseen import TURNING, shown
from lrt_site.wording.changes import ChangedField, changed_fields
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Run
from lrt_site.wording.text import capitalised
from lrt_site.wording.values import Names, field_words, names_in, part_label, runs_of, shown_fields

Link = Callable[[str], str | None]
"""Where an address of the site can be looked at; nowhere without a preview."""

_LONG = 1500
"""A text of more characters is folded away."""
_MOST_PARTS = 40
"""More parts of one field than this nobody reads in a comment."""


def told_of(waiting: Pending, before: Register, after: Register, link: Link) -> Iterator[Block]:
    """What becomes of one record, under its name."""
    register = after if waiting.record else before
    record = waiting.record or waiting.before.record  # type: ignore[union-attr]
    yield Heading(3, plain(name_in(register, record.id)))
    kind = MarkedWords(f"{capitalised(kind_for(record).one)}, kenmerk ")
    yield Sentences((kind, MarkedWords(record.id, "code"), *_to(record, link, waiting)))
    if said := judged(waiting):
        yield Sentences(plain(said))
    if waiting.change == "nieuw":
        yield from whole(record, after, link)
    elif waiting.record is None:
        yield Sentences(plain("Het staat niet meer in de inhoud. Wat eerder is gepubliceerd, blijft te lezen."))
    elif waiting.before:
        yield from _changed(waiting, waiting.before.record, waiting.record, before, after)


def name_in(register: Register, identifier: str) -> str:
    """What something is called; its id where its name takes something that is not there."""
    try:
        return label_of(identifier, register)
    except KeyError:
        return identifier


def _to(record: Record, link: Link, waiting: Pending) -> Words:
    address = link(urls.page_of(record)) if waiting.record else None
    return (MarkedWords(": "), MarkedWords("bekijk het in het voorbeeld", address=address)) if address else ()


def whole(record: Record, register: Register, link: Link) -> Iterator[Block]:
    """All that a record says: its fields in Dutch, and its text."""
    if items := tuple(_fields(record, names_in(register), nested=True)):
        yield Bullets(items)
    body: str = getattr(record, "body", "")
    if body.strip():
        html = marked_up(body, record.id, register, lambda address: _linked(address, link)).html
        typed = LongText(body, str(html))
        yield Fold("De tekst", (typed,)) if len(body) > _LONG else typed


def _linked(address: str, link: Link) -> str:
    inside = link(address) if address.startswith("/") else None
    return inside or links_from(urls.HOME)(address)


def _fields(part: object, names: Names, *, nested: bool) -> Iterator[Item]:
    """The fields of a record, or of a part of one; parts have their own fields under them."""
    for field, value in shown_fields(part):
        if field == "body":
            continue
        label = MarkedWords(f"{capitalised(field_words(field))}: ", "strong")
        if nested and isinstance(value, tuple) and meaning_of(type(part), field) == "delen":
            yield Item((label,), tuple(_parts(value, part, field, names)))
        else:
            yield Item((label, *words_of(runs_of(value, type(part), field, names))))


def _parts(parts: Sequence[object], owner: object, field: str, names: Names) -> Iterator[Item]:
    for place, part in enumerate(parts[:_MOST_PARTS], start=1):
        inside = tuple(_fields(part, names, nested=False))
        if len(inside) > 2:
            yield Item((MarkedWords(f"{place}. {part_label(part, names)}"),), inside)
        else:
            yield Item(words_of(runs_of(part, type(owner), field, names)))
    if len(parts) > _MOST_PARTS:
        yield Item(plain(f"en nog {len(parts) - _MOST_PARTS}"))


def _changed(waiting: Pending, old: Record, new: Record, before: Register, after: Register) -> Iterator[Block]:
    figures = tuple(figure_changes(old, new, waiting.differences))
    values = {figure.at for figure in figures if not figure.beside}
    found = tuple(difference for difference in waiting.differences if difference.at not in values)
    fields = changed_fields(old, new, before, after, found)
    if rows := tuple(_row(field) for field in fields if field.kind == "veranderd" and not field.prose):
        yield Grid(("Wat", "Was", "Wordt"), rows)
    if figures:
        names = names_in(after)
        yield Grid(("Cijfer", "Was", "Wordt", "Verschil"), tuple(_figure(figure, names) for figure in figures))
    if items := tuple(_came_or_went(field) for field in fields if field.kind != "veranderd" and not field.prose):
        yield Bullets(items)
    for field in fields:
        if field.prose:
            yield Sentences((MarkedWords(f"{capitalised(field.label)}: ", "strong"), MarkedWords(field.summary)))
            yield from _prose(field)


def _row(field: ChangedField) -> tuple[Words, ...]:
    label = capitalised(field.label)
    return plain(label), words_of(field.before), words_of(field.after)


def _figure(figure: FigureChange, names: Names) -> tuple[Words, ...]:
    unit = figure.observation.unit
    was = f"{in_dutch(figure.before)} {unit}" + (f" ({figure.beside})" if figure.beside else "")
    share = figure.share or "niet te berekenen"
    doubt: Words = (MarkedWords(" "), MarkedWords(f"Let op: {figure.doubt}", "strong")) if figure.doubt else ()
    now = f"{in_dutch(figure.observation.value)} {unit}"
    return plain(part_label(figure.observation, names)), plain(was), plain(now), (MarkedWords(share), *doubt)


def _came_or_went(field: ChangedField) -> Item:
    came = field.kind == "toegevoegd"
    label = MarkedWords(f"{'Erbij' if came else 'Weg'}, {field.label}: ", "strong")
    return Item((label, *words_of(field.after if came else field.before)))


def _prose(field: ChangedField) -> Iterator[Block]:
    for paragraph in field.prose.paragraphs if field.prose else ():
        marks = {"same": "", "inserted": "inserted", "deleted": "deleted"}
        yield Sentences(tuple(MarkedWords(_plain(piece.text), marks[piece.kind]) for piece in paragraph.pieces))  # type: ignore[arg-type]


def words_of(runs: Iterable[Run]) -> Words:
    """Runs without their links, with signs that turn text around shown for what they are."""
    return tuple(MarkedWords(_plain(run.text)) for run in runs)


def _plain(text: str) -> str:
    return shown(text) if TURNING.intersection(text) else text


def doubts(waiting: Pending) -> Iterator[FigureChange]:
    """The values of a change that look like a slip of the pen."""
    found: tuple[Difference, ...] = waiting.differences
    old = waiting.before.record if waiting.before else None
    yield from (figure for figure in figure_changes(old, waiting.record, found) if figure.doubt)
