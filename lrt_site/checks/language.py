"""Hints for plain language. They are no problems: nothing is wrong, and nothing has to be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lrt_site.checks.reports import sentences_of
from lrt_site.checks.spots import spot
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.problems import Fault
from lrt_site.prose.language import Plainness, hints_in, plainness_of


def plainer_reports(register: Register) -> Iterator[Fault]:
    """Where a report could be plainer: long sentences, and official words."""
    for meeting in register.all(Meeting).values():
        for at, text, sentence in sentences_of(meeting):
            for start, code, message in hints_in(sentence):
                yield Fault(meeting.id, spot(at, text, start), code, message)


def plainness_by_report(register: Register) -> Mapping[str, Plainness]:
    """How long the sentences of each report are, by the id of its meeting."""
    found = {
        meeting.id: plainness_of(sentence for _, _, sentence in sentences_of(meeting))
        for meeting in register.all(Meeting).values()
    }
    return {identifier: plainness for identifier, plainness in found.items() if plainness}
