"""What changed is told in Dutch, and nothing of it is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site.differences.prose import Prose, compared
from lrt_site.model.meetings import Agreement
from lrt_site.model.register import Record
from lrt_site.wording.changes import ChangedField, apart, changes_of, in_lines, lines_of, sentences_of
from lrt_site.wording.runs import Run
from tests.builders import (
    a_commitment,
    a_composition,
    a_holder,
    a_meeting,
    a_membership,
    a_person,
    a_register,
    a_role,
    a_seat,
    a_series,
    a_status,
    a_table,
    a_topic,
    an_agenda_item,
    an_attendance,
    an_observation,
    an_organisation,
    on,
)

AROUND = (a_seat(), a_person(), an_organisation())
WORDS = st.lists(st.sampled_from(["de", "tafel", "sprak", "over", "12", "plekken.", "\n- een"]), max_size=30)


def found(before: Record, after: Record) -> tuple[ChangedField, ...]:
    around = [item for item in AROUND if item.id not in (before.id, after.id)]
    return changes_of(before, after, a_register(before, *around), a_register(after, *around), {})


def told(before: Record, after: Record) -> tuple[str, ...]:
    return lines_of(found(before, after))


def test_a_date_is_told_in_words() -> None:
    before = a_meeting(date=on("2021-03-15"))
    assert told(before, replace(before, date=on("2021-03-16"))) == ("Datum: eerst 15 maart 2021, nu 16 maart 2021",)


def test_nothing_changed_is_nothing_told() -> None:
    assert found(a_meeting(), a_meeting()) == ()


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (a_composition(), a_composition(complete=True), "Volledig: eerst nee, nu ja"),
        (a_seat(), a_seat(places=1200), "Aantal plaatsen toegevoegd: 1.200"),
        (a_seat(places=2), a_seat(), "Aantal plaatsen weggehaald: 2"),
        (a_meeting(state="gepland"), a_meeting(), "Stand: eerst gepland, nu gehouden"),
        (
            a_membership(person=None, organisation="org-fictief"),
            a_membership(person="p-fictief", organisation="org-fictief"),
            "Persoon toegevoegd: F. Fictief",
        ),
        (
            a_person(roles=(a_role(start_date=on("2020")),)),
            a_person(roles=(a_role(start_date=on("2021-05")),)),
            "Begindatum bij ‘fictief bestuurder’: eerst 2020, nu mei 2021",
        ),
        (
            a_meeting(conclusions=("Er komen 10 plekken.",)),
            a_meeting(conclusions=("Er komen 11 plekken.",)),
            "Conclusies: eerst ‘Er komen 10 plekken.’, nu ‘Er komen 11 plekken.’",
        ),
        (
            a_meeting(),
            a_meeting(attendance=(an_attendance(role="bestuurder"),)),
            "Toegevoegd aan aanwezigheid: F. Fictief, bestuurder, aanwezig",
        ),
        (
            a_composition(holders=(a_holder(role="bestuurder"),)),
            a_composition(holders=(a_holder(role="voorzitter"),)),
            "Ambt bij ‘Fictieve stoel’: eerst bestuurder, nu voorzitter",
        ),
        (
            a_series(),
            a_series(observations=(an_observation(value=1300),)),
            "Waarde bij ‘17 mei 2021’: eerst 1.200, nu 1.300",
        ),
    ],
)
def test_every_sort_of_value_is_told_as_dutch_writes_it(before: Record, after: Record, line: str) -> None:
    assert told(before, after) == (line,)


def test_where_something_stands_is_told_from_the_inside_out() -> None:
    agreed = Agreement(who="het fictieve ministerie", what="stuurt een brief", due=on("2020-07"))
    item = an_agenda_item(title="Voortgang", conclusions=("Akkoord.",), agreements=(agreed,))
    before = a_meeting(agenda=(an_agenda_item(), item))
    after = a_meeting(agenda=(an_agenda_item(), replace(item, agreements=(replace(agreed, due=on("2020-08")),))))
    assert told(before, after) == (
        "Uiterlijk bij ‘stuurt een brief’, punt 2 ‘Voortgang’: eerst juli 2020, nu augustus 2020",
    )


def test_another_order_is_told_where_order_counts() -> None:
    statuses = (a_status(), a_status(status="voldaan"))
    (line,) = told(a_commitment(status_events=statuses), a_commitment(status_events=statuses[::-1]))
    assert line == "Volgorde van statussen: eerst 1. openstaand; 2. voldaan, nu 1. voldaan; 2. openstaand"


def test_another_id_is_told() -> None:
    before = a_meeting()
    assert told(before, replace(before, id="m-anders")) == ("Kenmerk: eerst m-2020-06-15, nu m-anders",)


def test_things_with_one_name_are_told_apart_by_their_ids() -> None:
    before, after = a_table(topics=(a_topic(id="ond-oud"),)), a_table(topics=(a_topic(id="ond-nieuw"),))
    assert told(before, after) == (
        "Toegevoegd aan onderwerpen: kenmerk ond-nieuw (volgens ‘Fictief stuk’: Wat verzonnen is, fictie)",
        "Weggehaald uit onderwerpen: kenmerk ond-oud (volgens ‘Fictief stuk’: Wat verzonnen is, fictie)",
    )
    was, now = (a_meeting(agenda=(an_agenda_item(topic=topic),)) for topic in ("ond-oud", "ond-nieuw"))
    (line,) = lines_of(changes_of(was, now, a_register(before, was), a_register(after, now), {}))
    assert line == (
        "Onderwerp bij punt 1 ‘Fictief agendapunt’: eerst kenmerk ond-oud (Onderwerp van de tafel: fictie), "
        "nu kenmerk ond-nieuw (Onderwerp van de tafel: fictie)"
    )


def test_names_lead_to_what_they_name() -> None:
    (field,) = found(a_membership(person=None, organisation="org-fictief"), a_membership(organisation="org-fictief"))
    assert [(run.text, run.address) for run in field.after] == [("F. Fictief", "/deelnemers/p-fictief/")]


def test_a_name_without_a_page_leads_nowhere() -> None:
    before, after = a_membership(person=None, organisation="org-fictief"), a_membership(organisation="org-fictief")
    register = a_register(after, *AROUND)
    (field,) = changes_of(before, after, register, register, {}, lambda _: None)
    assert [(run.text, run.address) for run in field.after] == [("F. Fictief", None)]


def test_a_long_text_is_compared_word_by_word() -> None:
    before = a_meeting(body="Een begin.\n\nEr kwamen 12 plekken bij in het noorden van het land.\n\nEen slot.")
    (field,) = found(before, replace(before, body=before.body.replace("12", "14")))
    assert field.prose
    (paragraph,) = field.prose.paragraphs
    assert [(piece.text.strip(), piece.kind) for piece in paragraph.pieces if piece.text.strip()] == [
        ("Er kwamen", "same"),
        ("12", "deleted"),
        ("14", "inserted"),
        ("plekken bij in het noorden van het land.", "same"),
    ]
    assert (paragraph.passed, field.prose.passed) == (1, 1)
    assert lines_of([field]) == (
        "Tekst: 1 woord toegevoegd, 1 vervallen",
        "Eerst: Er kwamen 12 plekken bij in het noorden van het land.",
        "Nu: Er kwamen 14 plekken bij in het noorden van het land.",
    )


def test_what_was_otherwise_what_came_what_went_and_texts_are_shown_apart() -> None:
    before = a_meeting(body="Een verslag.\n\nMet twee alinea’s.", discussed=("Iets.",))
    after = replace(
        before,
        date=on("2020-06-16"),
        body="Een verslag.\n\nMet 2 alinea’s.",
        discussed=(),
        conclusions=("Ja.", "Nee."),
    )
    shown = apart(found(before, after))
    assert [field.label for field in shown.values] == ["datum"]
    assert [field.label for field in shown.texts] == ["tekst"]
    assert [(items.label, len(items.held)) for items in shown.added] == [("conclusies", 2)]
    assert [(items.label, len(items.held)) for items in shown.gone] == [("besproken", 1)]


def test_sentences_in_a_line_lose_their_point_before_the_next_thing() -> None:
    item = an_agenda_item(conclusions=("Akkoord.", "Ook dit."), disputed=("De prijs.",))
    (line,) = told(a_meeting(), a_meeting(agenda=(item,)))
    assert line == "Toegevoegd aan agenda: Fictief agendapunt, conclusies: Akkoord; Ook dit, betwist: De prijs."


def test_lines_name_what_they_are_about() -> None:
    register = a_register(a_meeting())
    assert in_lines(None, a_meeting(), register, register, ()) == ("Vergadering van 15 juni 2020 (Fictieve Tafel)",)
    assert in_lines(a_meeting(), None, register, register, ()) == ("Vergadering van 15 juni 2020 (Fictieve Tafel)",)


def test_a_line_is_one_line_however_long_the_text() -> None:
    before = a_meeting()
    for line in told(before, replace(before, body="Een regel.\n\n- nog een\n" * 100)):
        assert "\n" not in line
        assert len(line) < 400


def test_a_paragraph_that_became_another_is_shown_whole() -> None:
    prose = compared("De zon scheen op de kade.", "Niemand wist nog van iets anders.")
    assert [[piece.kind for piece in paragraph.pieces] for paragraph in prose.paragraphs] == [
        ["deleted", "same"],
        ["inserted", "same"],
    ]


def test_a_line_broken_elsewhere_is_no_change() -> None:
    assert compared("Een lange\nzin over plekken.", "Een lange zin\nover plekken.") == Prose((), 1, 0, 0)


@given(WORDS, WORDS)
def test_what_was_and_what_is_can_both_be_read_back(before: list[str], after: list[str]) -> None:
    one, other = " ".join(before), " ".join(after)
    prose = compared(one, other)
    if prose.paragraphs:
        assert " ".join(paragraph.before for paragraph in prose.paragraphs).split() == one.split()
        assert " ".join(paragraph.after for paragraph in prose.paragraphs).split() == other.split()
    assert prose.inserted - prose.deleted == len(other.split()) - len(one.split())


@pytest.mark.parametrize(("listed", "lines"), [(True, 1), (False, 2)])
def test_only_items_of_a_list_are_told_in_one_line(listed: bool, lines: int) -> None:
    fields = [ChangedField("afspraken", "toegevoegd", (), (Run(text),), listed=listed) for text in ("Een", "Twee")]
    assert len(sentences_of(fields)) == lines
