"""What happened to a commitment stands in order of time, and the days between are counted and not judged."""

from datetime import date

import pytest

from lrt_site.pages.commitments import timeline
from lrt_site.pages.commitments.timeline import (
    days_apart,
    document_title,
    status_in_words,
    status_said,
    status_when,
)
from lrt_site.pages.shared.common import Footnotes
from tests.builders import (
    a_commitment,
    a_deadline,
    a_register,
    a_status,
    an_evidence,
    on,
)
from tests.tools.tables import facts, headings, texts

AS_OF = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("deadline", "sentence"),
    [
        ("2021-03-03", "1 dag na de termijn van 3 maart 2021"),
        ("2021-03-04", "op de dag van de termijn van 4 maart 2021"),
        ("2021-04-01", "28 dagen vóór de termijn van 1 april 2021"),
        (
            "2021-04",
            "dagen tot de termijn van april 2021: niet te tellen, want van een van beide is de dag niet bekend",
        ),
    ],
)
def test_days_between_a_deadline_and_a_document_are_counted(deadline: str, sentence: str) -> None:
    commitment = a_commitment(deadlines=(a_deadline(deadline=on(deadline)),))
    counted = timeline.counted_days(commitment, an_evidence(), Footnotes(a_register()))
    assert [fact.text for fact in counted] == ["275 dagen na de toezegging van 2 juni 2020", sentence]
    assert all(fact.backing.sources for fact in counted)


@pytest.mark.parametrize(
    ("status", "deadline", "counted"),
    [
        ("openstaand", "2026-01-05", "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen."),
        ("deels voldaan", "2026-01-14", "Van de termijn van 14 januari 2026 tot 15 januari 2026 is het 1 dag."),
        ("openstaand", "2026-01-15", ""),
        ("openstaand", "2025-12", ""),
        ("voldaan", "2020-01-05", ""),
    ],
)
def test_days_past_a_deadline_are_counted_only_while_it_asks_for_something(
    status: str, deadline: str, counted: str
) -> None:
    commitment = a_commitment(status_events=(a_status(status=status),), deadlines=(a_deadline(deadline=on(deadline)),))
    assert timeline.overdue_in_words(commitment, AS_OF) == counted


def test_moments_stand_in_order_of_time_and_undated_ones_apart() -> None:
    commitment = a_commitment(
        deadlines=(a_deadline(deadline=on("2022-04-01"), set_on=on("2021-01"), granted_by="fictieve commissie"),),
        status_events=(a_status(as_shown_at=None), a_status(status="voldaan", decided_on=on("2022-05-03"))),
        evidence=(an_evidence(),),
    )
    moments, undated = timeline.moments_of(commitment, Footnotes(a_register()))
    assert texts(moments) == [
        ("2 juni 2020", "Toezegging gedaan door: fictief minister"),
        ("januari 2021", "Termijn van 1 april 2022 bepaald door: fictieve commissie"),
        ("4 maart 2021", "Brief: fictieve brief"),
        ("1 april 2022", "Termijn, bepaald in januari 2021"),
        ("3 mei 2022", "Status voldaan, besloten"),
    ]
    assert [fact.text for fact in undated] == ["Een bron noemt de status openstaand. Een besluit is niet gevonden."]


def test_a_status_says_whether_it_was_decided_or_only_shown() -> None:
    decided = a_status(decided_on=on("2021-02"), decided_by="fictieve commissie")
    shown = a_status(as_shown_at=on("2021-03-04"))
    undated = a_status(as_shown_at=None)
    assert [status_when(event) for event in (decided, shown, undated)] == [
        "besloten in februari 2021",
        "stand van 4 maart 2021",
        "moment niet bekend",
    ]
    assert (status_in_words(shown), status_in_words(None)) == ("openstaand, stand van 4 maart 2021", "niet bekend")
    moments, _ = timeline.moments_of(a_commitment(status_events=(decided, shown)), Footnotes(a_register()))
    assert [told for _, told in texts(moments)[1:]] == [
        "Status openstaand, besloten door: fictieve commissie",
        "Een bron noemt de status openstaand.",
    ]


def test_a_decision_without_a_day_is_told_with_who_took_it() -> None:
    event = a_status(decided_by="fictieve commissie", as_shown_at=on("2021"))
    moments, _ = timeline.moments_of(a_commitment(status_events=(event,)), Footnotes(a_register()))
    assert texts(moments)[-1][1] == (
        "Een bron noemt de status openstaand. Besloten door: fictieve commissie. De dag is niet bekend."
    )


def test_a_deadline_of_which_nobody_says_when_it_was_set_says_so() -> None:
    promise = a_commitment(deadlines=(a_deadline(), a_deadline(granted_by="fictieve commissie")), status_events=())
    moments, _ = timeline.moments_of(promise, Footnotes(a_register()))
    assert [told for _, told in texts(moments)[1:]] == [
        "Termijn. Wanneer zij is bepaald, is niet bekend.",
        "Termijn, bepaald door: fictieve commissie. Wanneer zij is bepaald, is niet bekend.",
    ]


def test_every_moment_has_its_source() -> None:
    promise = a_commitment(deadlines=(a_deadline(set_on=on("2020-07")),), evidence=(an_evidence(),))
    moments, _ = timeline.moments_of(promise, Footnotes(a_register()))
    said = facts(moments, headings(moments)[1])
    assert [fact.backing.sources for fact in said] == [("s-fictief",)] * 5


def test_days_are_counted_only_between_days() -> None:
    assert days_apart(on("2020-02-28"), on("2020-03-01")) == 2
    assert days_apart(on("2020-02"), on("2020-03-01")) is None


def test_the_newest_status_is_told_by_its_source_and_none_by_nobody() -> None:
    notes = Footnotes(a_register())
    assert status_said(a_commitment(), "openstaand", notes).backing.sources == ("s-fictief",)
    assert status_said(a_commitment(status_events=()), "niet bekend", notes).backing.sources == ()


def test_a_document_is_called_by_its_form_and_its_date() -> None:
    assert document_title(an_evidence()) == "Brief van 4 maart 2021"


def test_a_month_stands_before_the_days_in_it() -> None:
    letters = (an_evidence(date=on("2021-03-02")), an_evidence(id="b", date=on("2021-03")))
    moments, _ = timeline.moments_of(a_commitment(evidence=letters), Footnotes(a_register()))
    assert [when for when, _ in texts(moments)][-2:] == ["maart 2021", "2 maart 2021"]
