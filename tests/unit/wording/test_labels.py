"""A link to anything says what it leads to: its kind, and enough of its name to tell it apart."""

from typing import Any

import pytest

from lrt_site.model.dates import Period
from lrt_site.model.register import Record
from lrt_site.wording.labels import LABEL_LENGTH, in_order, label_of, labelled
from tests.builders import (
    a_citation_pattern,
    a_commitment,
    a_commitment_register,
    a_composition,
    a_contradiction,
    a_frequency,
    a_meeting,
    a_membership,
    a_mention,
    a_parliamentary_item,
    a_person,
    a_provincial_table,
    a_register,
    a_report_form,
    a_seat,
    a_series,
    a_statement,
    a_table,
    a_table_name,
    a_term,
    a_topic,
    an_element,
    an_event,
    an_evidence,
    an_observation,
    an_organisation,
    an_output,
    on,
)


@pytest.mark.parametrize(
    ("record", "label"),
    [
        (a_commitment(), "Toezegging T99001"),
        (a_meeting(table="fictieve-tafel"), "Vergadering van 15 juni 2020 (Fictieve Tafel)"),
        (a_composition(), "Samenstelling: Vaste deelnemers, fictief, 15 juni 2020"),
        (an_organisation(), "Fictieve Organisatie"),
        (a_membership(), "Wie zitten op de stoel Fictieve stoel"),
        (an_event(), "mei 2019: Iets fictiefs."),
        (a_parliamentary_item(), "Tweede Kamer, motie: Een fictieve motie."),
        (a_seat(), "Stoel: Fictieve stoel"),
        (a_provincial_table(), "Provinciale tafel: Fictief-Holland"),
        (a_commitment_register(), "Toezeggingenregister: Fictieve Kamer"),
        (a_contradiction(), "Bronnen verschillen: Twee fictieve stukken verschillen."),
        (a_mention(), "Nog niet bevestigd: Een fictieve vermelding."),
        (a_term(), "Begrip: dijktafel"),
        (a_report_form(), "Soort verslag: fictief verslag"),
        (a_citation_pattern(), "Hoe stukken heten: Een fictief stuk"),
        (an_output(), "Fictieve brief"),
        (a_person(), "F. Fictief"),
    ],
)
def test_a_record_is_labelled_with_its_kind_where_its_name_does_not_tell(record: Record, label: str) -> None:
    assert label_of(record.id, a_register(record, a_seat(), a_person())) == label


@pytest.mark.parametrize(
    ("identifier", "label"),
    [
        ("el-fictief", "Toezegging T99001, onderdeel: vorm"),
        ("bew-fictief", "Toezegging T99001, stuk: fictieve brief"),
        ("naam-fictief", "Naam van de tafel: Fictieve Tafel"),
        ("ritme-fictief", "Hoe vaak de tafel bijeenkomt: twee keer per jaar"),
        ("ond-fictief", "Onderwerp van de tafel: fictie"),
        ("doel", "Over de tafel: De fictieve tafel overlegt."),
        ("werking", "Toezeggingenregister Fictieve Kamer: Zo werkt het."),
        ("opmerking", "Zo is het hier."),
    ],
)
def test_a_part_is_labelled_with_what_it_is_a_part_of(identifier: str, label: str) -> None:
    register = a_register(
        a_table(names=(a_table_name(),), frequencies=(a_frequency(),), topics=(a_topic(),)),
        a_commitment(elements=(an_element(),), evidence=(an_evidence(),)),
        a_commitment_register(workings=(a_statement(id="werking", text="Zo werkt het."),)),
        a_provincial_table(remarks=(a_statement(id="opmerking", text="Zo is het hier."),)),
    )
    assert label_of(identifier, register) == label


@pytest.mark.parametrize(
    ("changes", "others", "label"),
    [
        ({}, (), "Fictieve reeks, 17 mei 2021"),
        ({"date": None, "period": Period("2021-H1")}, (), "Fictieve reeks, eerste helft van 2021"),
        ({"date": None}, (), "Fictieve reeks"),
        (
            {"area": "Oost", "status": "herzien", "vintage": on("2022")},
            (an_observation(id="w-ander"),),
            "Fictieve reeks, 17 mei 2021 (Oost, herzien, bekend sinds 2022)",
        ),
        (
            {"vintage_note": "eerste versie"},
            (an_observation(id="w-ander"),),
            "Fictieve reeks, 17 mei 2021 (eerste versie)",
        ),
    ],
)
def test_a_value_is_labelled_with_what_it_is_about_and_what_sets_it_apart(
    changes: dict[str, Any], others: tuple[Any, ...], label: str
) -> None:
    register = a_register(a_series(observations=(an_observation(**changes), *others)))
    assert label_of("w-fictief", register) == label


def test_a_long_label_is_cut_at_a_word_but_keeps_what_tells_it_apart() -> None:
    long = "woord " * 30
    register = a_register(a_mention(text=long), a_mention(id="ver-b", text=long))
    labels = {label_of(identifier, register) for identifier in ("ver-fictief", "ver-b")}
    assert len(labels) == 2
    assert all(len(label) <= LABEL_LENGTH and "woord … (" in label for label in labels)


def test_a_labelled_link_leads_to_where_the_part_stands() -> None:
    link = labelled("ond-fictief", a_register())
    assert (link.title, link.address) == ("Onderwerp van de tafel: fictie", "/tafel/#ond-fictief")


def test_things_stand_once_by_kind_persons_by_surname_and_the_rest_by_name() -> None:
    register = a_register(
        a_person(id="p-a", name="Anna Zee"),
        a_person(id="p-b", name="Bert Aak"),
        a_meeting(),
        an_output(id="o-b"),
        an_output(id="o-a"),
    )
    given = ("o-b", "m-2020-06-15", "p-a", "o-a", "p-b", "p-a")
    assert in_order(given, register) == ("p-b", "p-a", "m-2020-06-15", "o-a", "o-b")
