"""Rules across records: what they refuse, what they leave alone, and that sound records break none."""

from dataclasses import fields
from typing import Any

import pytest

from lrt_site.checks import CHECKS, facts, people, references, unknown
from lrt_site.model.commitments import Coverage
from lrt_site.model.fields import naming
from lrt_site.model.meetings import MeetingDocument
from lrt_site.model.register import KINDS, Record, Register
from tests import builders as make
from tests.builders import EVERYTHING, a_register, on
from tests.unit.checking import Rule, codes, told


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_sound_records_break_no_rule(rule: Rule) -> None:
    assert {type(record) for record in a_register(*EVERYTHING).records.values()} == set(KINDS.values())
    assert told(rule, *EVERYTHING) == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_a_rule_is_a_sentence(rule: Rule) -> None:
    sentence = (rule.__doc__ or "").partition("\n")[0]
    assert sentence.endswith(".")
    assert rule.__name__.count("_") >= 2


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_nothing_breaks_a_rule_of_nothing(rule: Rule) -> None:
    assert {fault.code for fault in rule(Register())} <= {"missing-file"}


# references


@pytest.mark.parametrize(
    ("record", "at", "code"),
    [
        (make.an_event(source="s-weg"), ("source",), "unknown-source"),
        (make.an_event(also_source=("s-fictief", "s-weg")), ("also_source", 1), "unknown-source"),
        (make.a_person(roles=(make.a_role(end_source="s-weg"),)), ("roles", 0, "end_source"), "unknown-source"),
        (make.a_person(name_source="s-weg"), ("name_source",), "unknown-source"),
        (make.an_output(reported_source="s-weg"), ("reported_source",), "unknown-source"),
        (make.a_commitment_register(statuses_source="s-weg"), ("statuses_source",), "unknown-source"),
        (make.a_commitment_register(statuses_also_source=("s-weg",)), ("statuses_also_source", 0), "unknown-source"),
        (make.a_contradiction(sources=("s-weg",)), ("sources", 0), "unknown-source"),
        (make.a_contradiction(followed="s-weg"), ("followed",), "unknown-source"),
        (make.a_meeting(report=make.a_report(source="s-weg")), ("report", "source"), "unknown-source"),
        (make.a_seat(organisation="org-weg"), ("organisation",), "unknown-organisation"),
        (make.a_membership(seat="stoel-weg"), ("seat",), "unknown-seat"),
        (make.a_membership(person="p-weg"), ("person",), "unknown-person"),
        (make.a_meeting(table="tafel-weg"), ("table",), "unknown-table"),
        (make.an_output(table="tafel-weg"), ("table",), "unknown-table"),
        (make.a_commitment(table="tafel-weg"), ("table",), "unknown-table"),
        (make.a_commitment(made_by="p-weg"), ("made_by",), "unknown-person"),
        (make.a_commitment(asked_by="p-weg"), ("asked_by",), "unknown-person"),
        (make.a_meeting(composition="sam-weg"), ("composition",), "unknown-composition"),
        (make.a_meeting(figures=("w-weg",)), ("figures", 0), "unknown-observation"),
        (
            make.a_series(observations=(make.an_observation(replaces="w-weg"),)),
            ("observations", 0, "replaces"),
            "unknown-observation",
        ),
        (make.a_contradiction(about=("weg",)), ("about", 0), "unknown-id"),
    ],
)
def test_a_reference_to_nothing_is_told_on_its_field(record: Record, at: tuple[str | int, ...], code: str) -> None:
    others = [item for item in EVERYTHING if type(item) is not type(record)]
    assert (record.id, at, code) in told(unknown.references_are_known, record, *others)


def test_a_part_of_the_agenda_refers_to_topics_figures_and_commitments() -> None:
    item = make.an_agenda_item(topic="ond-weg", figures=("w-weg",), commitments=("T1",))
    assert sorted(codes(unknown.references_are_known, make.a_meeting(agenda=(item,)))) == [
        "unknown-commitment",
        "unknown-observation",
        "unknown-topic",
    ]


def test_a_reference_may_be_to_a_provincial_table_or_to_any_part_of_a_record() -> None:
    meeting = make.a_meeting(table="prt-fictief", figures=("w-fictief",))
    about = make.a_contradiction(about=("opgericht", "ond-fictief", "w-fictief", "m-2020-06-15"))
    records = (meeting, about, make.a_provincial_table(), make.a_series())
    assert told(unknown.references_are_known, *records) == []


def test_an_unknown_id_is_told_with_the_one_that_is_meant() -> None:
    (fault,) = unknown.references_are_known(a_register(make.an_event(source="s-fictif")))
    assert "'s-fictif'" in fault.message
    assert fault.message.endswith("Schrijf dan 'source: s-fictief'.")
    assert fault.unless_defined == "s-fictif"


def test_very_many_unknown_ids_are_told_without_looking_for_each() -> None:
    events = [make.an_event(id=f"geb-{number}", source=f"s-fictie{number}") for number in range(150)]
    found = list(unknown.references_are_known(a_register(*events)))
    assert len(found) == 150
    assert sum("Bedoelde" in fault.message for fault in found) <= 100


def test_every_field_that_names_a_source_is_followed() -> None:
    kinds = set(a_register(*EVERYTHING).parts)
    named = {field.name for kind in kinds for field in fields(kind) if "source" in field.name}
    followed = {name for kind in kinds for name in naming(kind, "source")}
    assert named - followed == {"sources_checked_on", "sources_of"}


def test_coverage_is_of_elements_of_the_same_commitment_each_once() -> None:
    covers = (
        Coverage(element="el-fictief", extent="gedekt"),
        Coverage(element="el-fictief", extent="gedekt"),
        Coverage(element="el-weg", extent="gedekt"),
    )
    commitment = make.a_commitment(elements=(make.an_element(),), evidence=(make.an_evidence(covers=covers),))
    assert codes(references.coverage_names_elements_of_its_commitment, commitment) == ["twice", "unknown-element"]


def test_a_site_and_a_table_are_needed() -> None:
    found = list(references.there_is_one_site_and_one_table(Register.of([make.a_source()])))
    assert [(fault.record, fault.code) for fault in found] == [
        ("site.yml", "missing-file"),
        ("table.yml", "missing-file"),
    ]


def test_the_source_that_is_followed_is_one_of_those_that_disagree() -> None:
    rule = references.contradictions_weigh_their_own_sources
    assert codes(rule, make.a_contradiction(followed="s-ander", reason="omdat")) == ["followed-elsewhere"]
    assert codes(rule, make.a_contradiction(followed="s-fictief")) == ["reason-missing"]
    assert codes(rule, make.a_contradiction(followed="s-fictief", reason="omdat")) == []


def test_a_contradiction_shows_every_reading_or_none() -> None:
    rule = references.contradictions_show_every_reading
    both = (make.a_claim(), make.a_claim(text="Het zijn er elf, fictief."))
    assert codes(rule, make.a_contradiction()) == []
    assert codes(rule, make.a_contradiction(claims=both)) == []
    assert codes(rule, make.a_contradiction(claims=both[:1])) == ["claim-alone"]
    assert codes(rule, make.a_contradiction(claims=both, sources=("s-fictief", "s-stil"))) == ["claim-missing"]
    elsewhere = (*both, make.a_claim(source="s-elders"))
    assert codes(rule, make.a_contradiction(claims=elsewhere)) == ["claim-elsewhere"]
    shared = (make.a_claim(also_source=("s-ook",)), both[1])
    assert codes(rule, make.a_contradiction(claims=shared, sources=("s-fictief", "s-ook"))) == []


# facts


@pytest.mark.parametrize("note", ["note", "date_note"])
def test_doubt_needs_a_note(note: str) -> None:
    for doubt in ({"verified": False}, {"derived": True}):
        assert codes(facts.doubt_is_explained, make.an_event(**doubt)) == ["note-missing"]
        assert codes(facts.doubt_is_explained, make.an_event(**doubt, **{note: "Daarom."})) == []


def test_one_note_explains_all_values_of_one_figure() -> None:
    noted = make.an_observation(derived=True, note="Daarom.")
    other = make.an_observation(derived=True, part="deel")
    assert codes(facts.doubt_is_explained, make.a_series(observations=(noted, other))) == []
    assert codes(facts.doubt_is_explained, make.a_series(observations=(other,))) == ["note-missing"]


def test_a_source_is_named_once() -> None:
    event = make.an_event(also_source=("s-ander", "s-fictief", "s-ander"))
    assert told(facts.a_source_is_named_once, event) == [
        ("geb-fictief", ("also_source", 1), "twice"),
        ("geb-fictief", ("also_source", 2), "twice"),
    ]
    assert codes(facts.a_source_is_named_once, make.a_contradiction(sources=("a", "a"))) == ["twice"]
    assert codes(facts.a_source_is_named_once, make.a_term(source="a", also_source=("a",))) == ["twice"]


def test_a_source_is_used_or_says_why_it_is_kept() -> None:
    unused = make.a_source(id="s-ander")
    assert told(facts.sources_are_used, unused) == [("s-ander", ("id",), "unused-source")]
    assert codes(facts.sources_are_used, make.a_source(id="s-ander", kept_for="later")) == []
    assert codes(facts.sources_are_used, unused, make.a_page(body="Zie [stuk](../sources.yml#s-ander).")) == []
    with_document = make.a_meeting(documents=(MeetingDocument(title="a", source="s-ander"),))
    assert codes(facts.sources_are_used, unused, with_document) == []


# people


def memberships(*terms: tuple[str, str, str]) -> list[Record]:
    return [
        make.a_membership(id=f"lid-{index}", person=person, start_date=on(start), end_date=on(end))
        for index, (person, start, end) in enumerate(terms)
    ]


@pytest.mark.parametrize(
    ("places", "terms", "crowded"),
    [
        (1, [("p-a", "2020-01-02", "2021-03-04"), ("p-b", "2021-03-04", "2022-02-02")], 0),
        (1, [("p-a", "2020-01-02", "2021-03-04"), ("p-b", "2021-03-03", "2022-02-02")], 1),
        (1, [("p-a", "2020-01-02", "2021-03-04"), ("p-a", "2021-01-03", "2022-02-02")], 0),
        (1, [("p-a", "2020", "2021-03"), ("p-b", "2021-03", "2022")], 0),
        (1, [("p-a", "2020", "2021-03"), ("p-b", "2021-01", "2022")], 1),
        (2, [("p-a", "2020", "2023"), ("p-b", "2020", "2023")], 0),
        (2, [("p-a", "2020", "2023"), ("p-b", "2020", "2023"), ("p-c", "2021", "2022")], 1),
        (None, [("p-a", "2020", "2023"), ("p-b", "2020", "2023")], 0),
    ],
)
def test_a_seat_has_no_more_holders_than_places(
    places: int | None, terms: list[tuple[str, str, str]], crowded: int
) -> None:
    rule = people.seats_have_room_for_their_holders
    assert codes(rule, make.a_seat(places=places), *memberships(*terms)) == ["overlapping-holders"] * crowded


def test_an_unknown_end_is_not_still_running() -> None:
    first = make.a_membership(id="lid-a", person="p-a", start_date=on("2020-02-03"))
    second = make.a_membership(id="lid-b", person="p-b", start_date=on("2021-02-03"), end_date=on("2022"))
    assert codes(people.seats_have_room_for_their_holders, make.a_seat(places=1), first, second) == []


def test_an_organisation_and_its_person_hold_one_seat_together() -> None:
    dated = {"start_date": on("2020"), "end_date": on("2023")}
    organisation = make.a_membership(id="lid-a", person=None, organisation="org-fictief", **dated)
    person = make.a_membership(id="lid-b", **dated)
    assert codes(people.seats_have_room_for_their_holders, make.a_seat(places=1), organisation, person) == []


def test_a_province_has_one_chair_at_a_time_but_for_who_acts() -> None:
    first = make.a_chair(name="A", start_date=on("2016-02-03"), end_date=on("2020-04-05"))
    second = make.a_chair(name="B", start_date=on("2019-02-03"), end_date=on("2022-04-05"))
    rule = people.provinces_have_one_chair_at_a_time
    assert told(rule, make.a_provincial_table(chairs=(first, second))) == [
        ("prt-fictief", ("chairs", 1, "start_date"), "overlapping-holders")
    ]
    acting = make.a_chair(name="B", start_date=on("2019-02-03"), end_date=on("2022-04-05"), acting=True)
    assert told(rule, make.a_provincial_table(chairs=(first, acting))) == []


def test_a_composition_names_a_holder_once() -> None:
    twice = make.a_composition(holders=(make.a_holder(), make.a_holder(), make.a_holder(person="p-ander")))
    assert told(people.compositions_name_a_holder_once, twice) == [("sam-fictief", ("holders", 1, "seat"), "twice")]


def attending(day: str = "2020-06-15", **attendance: Any) -> Record:
    return make.a_meeting(date=on(day), attendance=(make.an_attendance(**attendance),))


SHOWN = make.a_composition(
    holders=(make.a_holder(), make.a_holder(seat="stoel-vng", person=None, organisation="org-vng"))
)
"""A composition of 15 June 2020: p-fictief in one seat, org-vng without a person in another."""
TERM = make.a_membership(start_date=on("2019-02-03"), end_date=on("2021-02-03"))


@pytest.mark.parametrize(
    ("meeting", "known", "refused"),
    [
        (attending(), [], False),
        (attending(), [SHOWN], False),
        (attending(person="p-ander"), [SHOWN], True),
        (attending(person="p-ander", presence="genodigd"), [SHOWN], False),
        (attending(person="p-ander", presence="afwezig"), [SHOWN], True),
        (attending(person="p-ander", organisation="org-vng"), [SHOWN], False),
        (attending(person=None, organisation="org-vng"), [SHOWN], False),
        (attending(person=None, organisation="org-ander"), [SHOWN], True),
        (attending("2024-06-15", person="p-ander"), [SHOWN], False),
        (attending("2024-06-15"), [SHOWN], False),
        (attending(person="p-ander", seat="stoel-fictief"), [SHOWN], True),
        (attending(person="p-ander", seat="stoel-vng"), [SHOWN], False),
        (attending(person="p-ander", seat="stoel-leeg"), [SHOWN], False),
        (attending(), [TERM], False),
        (attending("2021-02-03"), [TERM], False),
        (attending("2021-02-04"), [TERM], True),
        (attending("2021-02"), [TERM], False),
        (attending("2019-01-31"), [TERM], True),
        (attending("2025-01-31"), [make.a_membership(start_date=on("2020-02-03"))], False),
        (attending("2019-01-31"), [make.a_membership(start_date=on("2020-02-03"))], True),
    ],
)
def test_an_attendee_holds_a_seat_or_is_invited(meeting: Record, known: list[Record], refused: bool) -> None:
    found = told(people.attendees_hold_a_seat_or_are_invited, meeting, *known)
    assert [(at[0], code) for _, at, code in found] == [("attendance", "attendance-outside-membership")] * refused


def test_who_attends_a_provincial_table_is_not_compared_with_the_national_one() -> None:
    meeting = make.a_meeting(table="prt-fictief", attendance=(make.an_attendance(person="p-ander"),))
    assert told(people.attendees_hold_a_seat_or_are_invited, meeting, SHOWN, make.a_provincial_table()) == []
