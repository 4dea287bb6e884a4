"""The class of a change follows from what changed, and a fact that changed is never wording."""

from dataclasses import fields, replace

import pytest

from lrt_site.differences import Difference, class_of, differences, dutch, meaning_of, same_facts
from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.facts import Statement
from lrt_site.model.fields import described
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import AgendaItem, Agreement, Attendance, Meeting
from lrt_site.model.people import Holder, Role
from lrt_site.model.register import Record
from tests import builders
from tests.builders import on
from tests.tools.work import calls
from tests.unit.wording.test_fields import TYPES


def only(old: Record, new: Record, **moved: str) -> Difference:
    (found,) = differences(old, new, moved, dutch)
    return found


def change(old: Record, new: Record) -> str | None:
    return class_of(differences(old, new, speller=dutch))


def wording(before: str, after: str) -> str | None:
    """The class of a change in the text of a meeting."""
    return change(builders.a_meeting(body=before), builders.a_meeting(body=after))


def test_what_is_the_same_has_no_class() -> None:
    assert differences(builders.a_meeting(), builders.a_meeting()) == ()
    assert class_of(()) is None


def test_a_changed_fact_is_a_correction() -> None:
    found = only(builders.a_meeting(), builders.a_meeting(date=on("2020-06-16")))
    assert found == Difference(
        at=("date",), owner=Meeting, field="date", before=on("2020-06-15"), after=on("2020-06-16"), change="correctie"
    )


def test_a_fact_that_comes_is_an_addition_and_one_that_goes_a_correction() -> None:
    with_day, without = builders.a_meeting(adopted_on=on("2020-09-01")), builders.a_meeting()
    assert only(without, with_day).change == "aanvulling"
    assert only(with_day, without).change == "correctie"


def test_an_item_that_comes_or_goes_stands_at_its_own_place() -> None:
    first, second = Attendance(person="p-1"), Attendance(person="p-2", role="fictief minister")
    came = only(builders.a_meeting(attendance=(first,)), builders.a_meeting(attendance=(second, first)))
    went = only(builders.a_meeting(attendance=(first, second)), builders.a_meeting(attendance=(first,)))
    assert (came.at, came.before, came.after, came.change) == (("attendance", 0), None, second, "aanvulling")
    assert (went.at, went.before, went.after, went.change) == (("attendance", 1), second, None, "correctie")


def test_a_part_that_changed_is_compared_field_by_field() -> None:
    old = builders.a_composition(holders=(Holder(seat="a", person="p-1", role="fictief minister"),))
    new = builders.a_composition(
        holders=(Holder(seat="b", person="p-2"), Holder(seat="a", person="p-1", role="fictief commissaris"))
    )
    changed = [found for found in differences(old, new) if found.change == "correctie"]
    assert [(difference.at, difference.owner, difference.before, difference.after) for difference in changed] == [
        (("holders", 1, "role"), Holder, "fictief minister", "fictief commissaris")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (builders.a_meeting(verified=True), builders.a_meeting(verified=False)),
        (builders.a_meeting(derived=False), builders.a_meeting(derived=True)),
        (builders.a_meeting(state="gepland"), builders.a_meeting()),
        (builders.a_meeting(conclusions=("Fictief besluit",)), builders.a_meeting(conclusions=("Fictief besluiten",))),
        (builders.a_meeting(also_source=("s-1",)), builders.a_meeting(also_source=("s-2",))),
        (builders.a_meeting(date_note="vlak voor de winter"), builders.a_meeting(date_note="kort voor de winter")),
        (builders.a_seat(), builders.a_seat(name="Fictieve zetel")),
        (builders.an_output(), builders.an_output(content="Een verzonnen verzoek.")),
        (builders.a_commitment(), builders.a_commitment(register_text="De minister zegt toe verslag te geven.")),
        (builders.a_series(), builders.a_series(counts="Verzonnen plaatsen.")),
        (builders.a_person(), builders.a_person(roles=(Role(role="fictief gedeputeerde", source="s-fictief"),))),
    ],
)
def test_no_other_word_for_a_fact_is_wording(old: Record, new: Record) -> None:
    assert change(old, new) == "correctie"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("De tafel sprak over de opvang.", "De tafel besprak de opvang."),
        ("Er is lang gesproken.", "Lang is er gesproken."),
        ("Zij hebben een brief geschreven.", "Er is een brief geschreven."),
        ("Gemeenten hebben plekken nodig.", "Er zijn bij gemeenten plekken nodig; gemeenten hebben die gevraagd."),
        ("In 2020 sprak de tafel.", "In 2020 heeft de tafel gesproken."),
        ("Zie [het stuk](../sources.yml#s-1).", "Lees [het stuk](../sources.yml#s-1)."),
        ("## Kop\n\nDe tekst.", "### Kop\n\nDe **tekst**."),
    ],
)
def test_other_words_are_a_reformulation_that_nobody_judged(before: str, after: str) -> None:
    assert wording(before, after) == "herformulering"
    assert wording(after, before) == "herformulering"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Er zijn 5.000 plekken.", "Er zijn 6.000 plekken."),
        ("Er zijn 5.000 plekken.", "Er zijn 5.000 personen."),
        ("Van 3 naar 5 plekken.", "Van 5 naar 3 plekken."),
        ("Het daalt met -5 graden.", "Het daalt met 5 graden."),
        ("Het is 5% van het geheel.", "Het is 5 van het geheel."),
        ("Het kostte € 5 en werd betaald.", "Het kostte 5 en werd betaald."),
        ("Er waren drie vragen.", "Er waren vier vragen."),
        ("Er waren vijfentwintig vragen.", "Er waren vijfendertig vragen."),
        ("Eén vraag bleef over.", "Een vraag bleef over."),
        ("Er kwamen tientallen vragen.", "Er kwamen honderden vragen."),
        ("Het gaat om de eerste keer.", "Het gaat om de tweede keer."),
        ("Het moet binnen drie weken.", "Het moet binnen drie maanden."),
        ("Het was in maart.", "Het was in april."),
        ("Het was voor 1 maart.", "Het was na 1 maart."),
        ("Het kan in 2020.", "Het kan vanaf 2020."),
        ("Zij komen op maandag.", "Zij komen op dinsdag."),
        ("Het voorstel gaat door.", "Het voorstel gaat niet door."),
        ("Dat moet.", "Dat mag."),
        ("De lijst is volledig.", "De lijst is onvolledig."),
        ("Zij zijn vóór het voorstel.", "Zij zijn tegen het voorstel."),
        ("Het aantal stijgt.", "Het aantal daalt."),
        ("Er sprak een minister.", "Er sprak een staatssecretaris."),
        ("Er sprak een oud-minister.", "Er sprak een minister."),
        ("Het voorstel werd aangenomen.", "Het voorstel werd verworpen."),
        ("Het stuk kwam van Verzonnenstad.", "Het stuk kwam van Bedachtdorp."),
        ("Verzonnenstad gaf het stuk.", "Bedachtdorp gaf het stuk."),
        ("F. Jansen gaf het stuk.", "F. Pietersen gaf het stuk."),
        ("FVT gaf het stuk.", "FBT gaf het stuk."),
        ("Zie 35 570 VI, J.", "Zie 35 570 VI, K."),
        ("Zie [het stuk](https://een.example/a).", "Zie [het stuk](https://een.example/b)."),
        ("Zie https://een.example/a voor meer.", "Zie https://een.example/b voor meer."),
        ("Zie [het stuk][a].", "Zie [het stuk][b]."),
        ("Het heet “een goed gesprek”.", "Het heet “een fijn gesprek”."),
        ("Het is goed.", ""),
    ],
)
def test_a_fact_in_a_text_is_seen(before: str, after: str) -> None:
    assert wording(before, after) == "correctie"
    assert wording(after, before) == ("correctie" if after else "aanvulling")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Een regel\ndie doorloopt.", "Een regel die\ndoorloopt."),
        ("Een  regel. ", "Een regel."),
        ("Een regel.\n\n\nNog een.", "Een regel.\n\nNog een."),
        ("- een punt\n  dat doorloopt\n- nog een", "- een punt dat doorloopt\n- nog een"),
    ],
)
def test_lines_that_break_elsewhere_are_no_difference(before: str, after: str) -> None:
    assert wording(before, after) is None
    assert change(builders.a_meeting(note=before), builders.a_meeting(note=after)) is None


def test_paragraphs_are_spaces() -> None:
    assert wording("Een regel.\n\nNog een.", "Een regel. Nog een.") == "tekstueel"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- een\n- en nog een", "- een - en nog een"),
        ("# Kop\nTekst", "# Kop Tekst"),
        ("Een regel  \nafgebroken", "Een regel afgebroken"),
        ("    ingesprongen\n    blok", "ingesprongen blok"),
    ],
)
def test_lines_that_mean_something_are_kept_apart(before: str, after: str) -> None:
    assert wording(before, after) == "herformulering"


def test_a_text_that_comes_is_an_addition_and_one_that_goes_a_correction() -> None:
    assert change(builders.a_meeting(), builders.a_meeting(note="Een toelichting.")) == "aanvulling"
    assert change(builders.a_meeting(note="Een toelichting."), builders.a_meeting()) == "correctie"


def test_the_order_of_a_list_is_no_difference() -> None:
    first, second = Attendance(person="p-1"), Attendance(person="p-2")
    old = builders.a_meeting(attendance=(first, second), conclusions=("een", "twee"), also_source=("s-1", "s-2"))
    new = builders.a_meeting(attendance=(second, first), conclusions=("twee", "een"), also_source=("s-2", "s-1"))
    assert differences(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            builders.a_meeting(agenda=(AgendaItem(title="een"), AgendaItem(title="twee"))),
            builders.a_meeting(agenda=(AgendaItem(title="twee"), AgendaItem(title="een"))),
        ),
        (
            builders.a_commitment(status_events=(builders.a_status(), builders.a_status(status="voldaan"))),
            builders.a_commitment(status_events=(builders.a_status(status="voldaan"), builders.a_status())),
        ),
        (builders.a_report_form(structure=("een", "twee")), builders.a_report_form(structure=("twee", "een"))),
    ],
)
def test_an_order_that_says_something_is_a_fact(old: Record, new: Record) -> None:
    assert only(old, new).change == "correctie"


def test_an_item_put_first_in_an_order_is_an_addition() -> None:
    first, second = AgendaItem(title="een"), AgendaItem(title="twee")
    assert change(builders.a_meeting(agenda=(first,)), builders.a_meeting(agenda=(second, first))) == "aanvulling"


def test_a_status_or_deadline_that_comes_is_an_addition() -> None:
    status = StatusEvent(status="voldaan", source="s-fictief")
    deadline = DeadlineEvent(deadline=on("2021-07-01"), source="s-fictief")
    old = builders.a_commitment()
    assert change(old, replace(old, status_events=(*old.status_events, status))) == "aanvulling"
    assert change(old, replace(old, deadlines=(deadline,))) == "aanvulling"


def test_items_are_told_apart_by_their_id() -> None:
    old = builders.a_table(purposes=(builders.a_statement(id="a", text="Praten."), builders.a_statement(id="b")))
    new = builders.a_table(purposes=(builders.a_statement(id="a", text="Heel anders."), builders.a_statement(id="b")))
    assert only(old, new).at == ("purposes", 0, "text")
    renamed = builders.a_table(purposes=(builders.a_statement(id="c", text="Praten."), builders.a_statement(id="b")))
    assert change(old, renamed) == "correctie"


def test_a_statement_that_gets_an_id_stays_itself() -> None:
    old = builders.a_provincial_table(remarks=(builders.a_statement(),))
    new = builders.a_provincial_table(remarks=(builders.a_statement(id="opm-fictief"),))
    assert only(old, new).at == ("remarks", 0, "id")


def test_dates_that_two_items_exchange_are_corrections() -> None:
    began, stopped = "De tafel begon met haar werk.", "De tafel stopte met haar werk."

    def table(first: str, second: str) -> Record:
        told = (
            Statement(text=first, as_shown_at=on("2015"), source="s-1"),
            Statement(text=second, as_shown_at=on("2020"), source="s-2"),
        )
        return builders.a_provincial_table(remarks=told)

    assert change(table(began, stopped), table(stopped, began)) == "correctie"
    assert change(table(began, stopped), table(stopped.replace("werk", "taak"), began)) == "correctie"
    assert (
        change(table(began, stopped), table(began.replace("werk", "taak"), stopped.replace("werk", "taak")))
        == "correctie"
    )
    assert change(table(began, stopped), table(began.upper(), stopped)) == "correctie"
    assert change(table(began, stopped), table(began.replace("De tafel", "De Tafel"), stopped)) == "tekstueel"


def test_of_a_list_of_texts_the_most_alike_are_one() -> None:
    old = builders.a_meeting(discussed=("Er is gesproken over opvang.", "De brief is behandeld."))
    new = builders.a_meeting(discussed=("De brief is besproken.", "Er is gesproken over opvang."))
    found = only(old, new)
    assert (found.at, found.before, found.after) == (
        ("discussed", 0),
        "De brief is behandeld.",
        "De brief is besproken.",
    )
    assert found.change == "correctie"


def test_agreements_that_move_to_another_subject_are_corrections() -> None:
    agreed = Agreement(who="de fictieve gemeente", what="schrijft een brief")
    harbour, quay = AgendaItem(title="Haven"), AgendaItem(title="Kade")
    old = builders.a_meeting(agenda=(replace(harbour, agreements=(agreed,)), quay))
    assert change(old, builders.a_meeting(agenda=(harbour, replace(quay, agreements=(agreed,))))) == "correctie"


def values(*observations: Observation) -> Series:
    return builders.a_series(observations=observations)


def test_a_later_value_is_a_revision() -> None:
    first = builders.an_observation(vintage=on("2021-06"), status="voorlopig")
    later = builders.an_observation(id="w-later", vintage=on("2022-01"), status="definitief", value=1210)
    assert only(values(first), values(first, later)).change == "herziening"
    assert only(values(first), values(first, replace(later, id=first.id))).change == "herziening"
    assert only(values(first), values(first, replace(first, id="w-2", source="s-ander"))).change == "herziening"


def test_a_value_of_another_period_or_area_is_an_addition() -> None:
    first = builders.an_observation()
    assert change(values(first), values(first, replace(first, id="w-2", date=on("2022-05-17")))) == "aanvulling"
    assert change(values(first), values(first, replace(first, area="Fictief-Holland"))) == "aanvulling"


def test_a_changed_or_replaced_value_is_a_correction() -> None:
    first = builders.an_observation(vintage=on("2021-06"))
    found = only(values(first), values(replace(first, value=1300)))
    assert (found.at, found.before, found.after) == (("observations", 0, "value"), 1200, 1300)
    assert found.change == "correctie"
    assert change(values(first), values(replace(first, id="w-2", vintage=on("2022-01")))) == "correctie"


def test_a_revision_and_a_correction_together_are_a_correction() -> None:
    first, other = builders.an_observation(), builders.an_observation(id="w-2", date=on("2022"))
    later = replace(first, id="w-3", vintage=on("2023"))
    new = values(first, replace(other, value=7), later)
    assert {difference.change for difference in differences(values(first, other), new)} == {"correctie", "herziening"}
    assert change(values(first, other), new) == "correctie"


def test_an_id_of_its_own_is_no_difference() -> None:
    assert differences(builders.a_meeting(), builders.a_meeting(id="m-anders")) == ()


def test_a_reference_that_follows_a_rename_is_no_difference() -> None:
    old = builders.a_meeting(
        composition="sam-oud", attendance=(Attendance(person="p-oud"),), body="Zie [hier](../meetings/m-oud.md#kop)."
    )
    new = builders.a_meeting(
        composition="sam-nieuw",
        attendance=(Attendance(person="p-nieuw"),),
        body="Zie [hier](../meetings/m-nieuw.md#kop).",
    )
    moved = {"sam-oud": "sam-nieuw", "p-oud": "p-nieuw", "m-oud": "m-nieuw"}
    assert differences(old, new, moved) == ()
    assert class_of(differences(old, new)) == "correctie"
    assert class_of(differences(old, replace(new, composition="sam-ander"), moved)) == "correctie"


def test_a_name_that_looks_like_a_renamed_id_is_a_fact() -> None:
    old, new = builders.a_seat(name="oud"), builders.a_seat(name="nieuw")
    assert class_of(differences(old, new, {"oud": "nieuw"})) == "correctie"


def test_another_kind_of_record_is_a_correction() -> None:
    found = only(builders.a_mention(id="x"), builders.an_event(id="x"))
    assert (found.field, found.before, found.after, found.change) == ("kind", "mention", "event", "correctie")


NEVER_WORDING = {
    "agreements", "attendance", "chair_role", "conclusions", "deadlines", "disputed", "label", "made_by_role", "name",
    "names", "qualifier", "responsible", "role", "roles", "short", "status", "status_events", "table_name", "unit",
}  # fmt: skip


def test_no_decision_name_office_status_or_unit_is_wording() -> None:
    facts = {field.name for kind in TYPES for field in fields(kind)}
    assert facts >= NEVER_WORDING
    wording = {name for kind in TYPES for name, field in described(kind).items() if field.meaning == "woorden"}
    assert NEVER_WORDING & wording == set()


def test_texts_hold_the_same_facts_whatever_their_hyphens() -> None:
    assert same_facts("De op\u00advang", "De opvang")
    assert same_facts("Caf\u00e9 in Fictie", "Cafe\u0301 in Fictie")


def test_a_long_series_with_few_changes_is_compared_at_once() -> None:
    many = tuple(
        builders.an_observation(id=f"w-{number // 10}", area=f"gebied {number % 10}", value=number)
        for number in range(1000)
    )
    old = values(*many)
    new = values(*many[5:500], replace(many[500], value=7), *reversed(many[501:]), *many[:3])
    assert len(differences(old, new)) == 3
    assert calls(lambda: differences(old, new)) < 100 * len(many)
    assert calls(lambda: differences(old, replace(old))) < len(many)


def test_a_long_series_in_which_all_changed_is_compared_soon() -> None:
    many = tuple(builders.an_observation(id=f"w-{number}", value=number, note="Fictief.") for number in range(1000))
    new = values(*(replace(observation, note="Ook fictief.") for observation in many))
    assert len(differences(values(*many), new)) == 1000
    assert calls(lambda: differences(values(*many), new)) < 2_000 * len(many)


def test_kinds_of_records_hold_a_meaning_for_every_field() -> None:
    for kind in TYPES:
        assert meaning_of(kind, fields(kind)[0].name)
    assert meaning_of(Commitment, "id") == "kenmerk"
    assert meaning_of(Commitment, "date") == "datum"
    assert meaning_of(Observation, "value") == "getal"
    assert meaning_of(Observation, "status") == "keuze"
    assert meaning_of(Commitment, "deadlines") == "delen"
    assert meaning_of(Commitment, "register_text") == "feit in woorden"
    assert meaning_of(Commitment, "chamber") == "feit"
    assert meaning_of(Meeting, "note") == "woorden"


def test_a_later_day_on_which_the_sources_were_checked_adds_to_the_earlier_one() -> None:
    site = builders.a_site(sources_checked_on=on("2026-01-10"))
    later, earlier = (replace(site, sources_checked_on=on(day)) for day in ("2026-02-10", "2025-12-10"))
    assert change(site, later) == "aanvulling"
    assert change(site, earlier) == "correctie"


def test_a_source_that_makes_way_for_another_and_still_says_it_is_no_correction() -> None:
    meeting = builders.a_meeting(source="s-agenda")
    reported = replace(meeting, source="s-verslag", also_source=("s-agenda",))
    assert change(meeting, reported) == "aanvulling"
    assert change(meeting, replace(meeting, source="s-verslag")) == "correctie"
