"""A gate on what people write: what is broken, left over or cut off in a text, before its reader sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from lrt_site.checks.report import (
    damage,
    ends,
    forge,
    headings,
    html,
    leftovers,
    links,
    lists,
    local,
    marks,
    notes,
    remnants,
    tables,
)
from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, apart, bytes_within, line_of
from lrt_site.commonmark import Parsed
from lrt_site.model.register import Register
from lrt_site.problems import Fault, Patch

_IN_ANY_TEXT: tuple[tuple[Callable[[str], Iterator[Slip]], tuple[str, ...]], ...] = (
    (remnants.reviews_are_done, remnants.REVIEWED),
    (local.addresses_are_public, local.INSIDE),
    (damage.letters_are_whole, damage.SPOILT),
    (damage.signs_can_be_seen, damage.UNSEEN),
    (remnants.nothing_of_a_program_is_left, remnants.LEFT),
    (leftovers.no_word_keeps_a_place, leftovers.WORDS),
    (leftovers.no_sign_keeps_a_place, leftovers.SIGNS),
    (remnants.nothing_of_a_page_of_the_web_is_left, remnants.MORE),
)
"""Each with what stands in every text in which it finds something: to look for that takes a hundredth of the time."""
SUSPECT = frozenset(sign for _, signs in _IN_ANY_TEXT for sign in signs)
"""A text without any of these is in order, but for Markdown."""
_IN_MARKDOWN: tuple[Callable[[ReportText], Iterator[Slip]], ...] = (
    html.html_is_markdown,
    leftovers.cells_are_filled,
    notes.notes_are_referred_to,
    links.links_have_words,
    links.links_are_links,
    links.named_addresses_are_there,
    links.addresses_stand_behind_words,
    lists.items_begin_with_a_sign_of_markdown,
    lists.years_begin_no_list,
    tables.rows_fit_their_table,
    tables.rows_are_in_a_table,
    headings.lines_do_not_make_headings,
    headings.headings_skip_no_level,
    headings.lines_are_no_decoration,
    headings.headings_have_a_space,
    headings.headings_differ,
    marks.signs_are_in_pairs,
    marks.code_is_meant,
    forge.nothing_is_made_by_a_forge_alone,
    ends.words_are_whole,
    ends.texts_go_on_to_their_end,
)
"""The first says what is wrong where two find something at one place."""


def slips_in(text: str, others: Iterable[Slip] = ()) -> tuple[Slip, ...]:
    """What is wrong in a plain text, with what others found in it where nothing of ours is."""
    return apart(chain(_by_word(text), others))[0]


def faults_in_report(
    parsed: Parsed, record: str, register: Register, others: Iterable[Fault] = ()
) -> tuple[Fault, ...]:
    """What is wrong in a text in Markdown, with what others found in it where nothing of ours is."""
    report = ReportText(parsed, register)
    slips, covered = apart(
        chain(
            local.links_lead_to_what_is_public(report),
            _by_word(report.uncoded),
            *(rule(report) for rule in _IN_MARKDOWN),
        )
    )
    places = [(fault, report.place(fault.at[1:])) for fault in others]
    kept = [
        fault
        for fault, place in places
        if not any(covered[place : place + 1]) and not report.text.startswith("</", place)
    ]
    refused = {place for _, place in places}
    links = [(start, end) for what, _, start, end in report.tokens if what == "Link" and start in refused]
    inside = bytes_within(links, len(report.text))
    ours = [found for found in slips if not inside[found.at]]
    return (*kept, *(_placed(report, record, found) for found in ours))


def _placed(report: ReportText, record: str, found: Slip) -> Fault:
    mend = found.mend
    patch = Patch(report.spot(mend.start), report.spot(mend.end), mend.text) if mend else None
    at = ("body", *report.spot(found.at))
    end = max(found.at + 1, min(found.end, line_of(report.text, found.at)[1]))
    return Fault(record, at, found.code, found.message, until=report.spot(end), patch=patch)


def _by_word(text: str) -> Iterator[Slip]:
    for rule, signs in _IN_ANY_TEXT:
        if any(sign in text for sign in signs):
            yield from rule(text)
