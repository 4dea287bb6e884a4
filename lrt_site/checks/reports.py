"""What the report of a meeting tells, text by text and sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Steps
from lrt_site.prose.sentences import Sentence, seen, sentences_in, without_sections

_OF_SOURCES = re.compile(r"(?i)\bbron")
"""A part of a report with this in its heading tells what sources say around the meeting, and names them."""
LISTS = ("discussed", "conclusions", "disputed")


def told_in(meeting: Meeting) -> Iterator[tuple[Steps, str]]:
    """The texts that tell what was discussed and what came of it, each with the way to it."""
    for index, statement in enumerate(meeting.in_short):
        yield ("in_short", index, "text"), statement.text
    for field in LISTS:
        for index, text in enumerate(getattr(meeting, field)):
            yield (field, index), text
    for number, item in enumerate(meeting.agenda):
        for field in LISTS:
            for index, text in enumerate(getattr(item, field)):
                yield ("agenda", number, field, index), text
    if meeting.body:
        yield ("body",), meeting.body


def sentences_of(meeting: Meeting) -> Iterator[tuple[Steps, str, Sentence]]:
    """Its sentences, with the text in which each stands, but for what sources say around the meeting."""
    for at, text in told_in(meeting):
        searched = without_sections(seen(text), _OF_SOURCES) if at == ("body",) else text
        for sentence in sentences_in(searched):
            yield at, text, sentence
