"""Rules of dates, figures, ids, addresses and texts: what they refuse and what they leave alone."""

from typing import Any

import pytest

from lrt_site.checks import addresses, commitments, companions, dates, figures, glossary, references, texts
from lrt_site.model.dates import Period
from lrt_site.model.figures import TargetParts
from lrt_site.model.meetings import Agreement
from lrt_site.model.provinces import DatedItem
from lrt_site.model.register import Record
from tests import builders as make
from tests.builders import a_register, a_series, an_observation, on
from tests.unit.checking import codes, told

# commitments


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"evidence": (make.an_evidence(date=on("2020-06-01")),)}, "evidence-too-early"),
        ({"evidence": (make.an_evidence(date=on("2020-05")),)}, "evidence-too-early"),
        ({"evidence": (make.an_evidence(date=on("2020-06")),)}, None),
        ({"evidence": (make.an_evidence(date=on("2020-06-02")),)}, None),
        ({"status_events": (make.a_status(as_shown_at=on("2019")),)}, "status-too-early"),
        ({"status_events": (make.a_status(decided_on=on("2019")),)}, "status-too-early"),
        ({"status_events": (make.a_status(as_shown_at=None),)}, "status-without-date"),
        ({"status_events": (make.a_status(as_shown_at=None, note="Zonder datum."),)}, None),
        (
            {"status_events": (make.a_status(as_shown_at=on("2022")), make.a_status(as_shown_at=on("2021")))},
            "status-order",
        ),
        ({"status_events": (make.a_status(as_shown_at=on("2021")), make.a_status(as_shown_at=on("2021-03")))}, None),
        ({"deadlines": (make.a_deadline(deadline=on("2020-06-01")),)}, "deadline-too-early"),
        ({"deadlines": (make.a_deadline(set_on=on("2020-06-01")),)}, "deadline-too-early"),
    ],
)
def test_a_commitment_comes_before_all_that_follows_from_it(change: dict[str, Any], code: str | None) -> None:
    commitment = make.a_commitment(**change)
    rules = (
        commitments.evidence_comes_after_its_commitment,
        commitments.statuses_come_after_their_commitment,
        commitments.deadlines_come_after_their_commitment,
    )
    assert [found for rule in rules for found in codes(rule, commitment)] == ([code] if code else [])


# dates


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        ({"date": on("2019-01-01")}, True),
        ({"date": on("2019-12-31")}, True),
        ({"date": on("2019-01")}, False),
        ({"date": on("2019-01-02")}, False),
        ({"date": on("2019-01-01"), "note": "Zo staat het er."}, True),
        ({"date": on("2019-01-01"), "note": "De bron noemt 1 januari."}, False),
        ({"date": on("2019-12-31"), "date_note": "op 31 december, zegt de bron"}, False),
        ({"date": None, "not_before": on("2019-01-01")}, True),
    ],
)
def test_a_date_at_the_turn_of_the_year_is_explained(change: dict[str, Any], told_of: bool) -> None:
    assert codes(dates.dates_are_no_defaults, make.an_event(**change)) == ["suspicious-date"] * told_of


def test_the_day_on_which_one_counts_may_be_the_first_of_the_year() -> None:
    series = make.a_series(observations=(make.an_observation(date=on("2024-01-01"), due=on("2024-12-31")),))
    assert codes(dates.dates_are_no_defaults, series) == []
    shown = make.a_series(observations=(make.an_observation(vintage=on("2024-01-01")),))
    assert codes(dates.dates_are_no_defaults, shown) == ["suspicious-date"]


@pytest.mark.parametrize(("year", "plausible"), [("1799", False), ("1800", True), ("2100", True), ("2101", False)])
def test_a_year_is_of_our_time(year: str, plausible: bool) -> None:
    assert codes(dates.years_are_plausible, make.an_event(date=on(year))) == ["implausible-year"] * (not plausible)
    series = make.a_series(observations=(make.an_observation(date=None, period=Period(year)),))
    assert codes(dates.years_are_plausible, series) == ["implausible-year"] * (not plausible)


def test_bounds_are_in_order_and_give_way_to_a_date() -> None:
    reversed_bounds = make.an_event(date=None, not_before=on("2019-05-06"), not_after=on("2019-04"))
    assert told(dates.bounds_are_in_order, reversed_bounds) == [("geb-fictief", ("not_after",), "end-before-start")]
    both = make.an_event(date=on("2019-05"), not_after=on("2019-06"))
    assert told(dates.bounds_are_in_order, both) == [("geb-fictief", ("date",), "date-and-bounds")]
    name = make.a_table_name(used_from=on("2019"), used_until=on("2018"))
    assert codes(dates.bounds_are_in_order, make.a_table(names=(name,))) == ["end-before-start"]
    item = DatedItem(what="a", not_before=on("2019"), not_after=on("2019"), source="s-fictief")
    assert codes(dates.bounds_are_in_order, make.a_provincial_table(publications=(item,))) == []


@pytest.mark.parametrize(
    ("record", "told_of"),
    [
        (make.a_meeting(date=on("2026-01-16")), True),
        (make.a_meeting(date=on("2026-01-15")), False),
        (make.a_meeting(date=on("2026")), False),
        (make.a_meeting(date=on("2026-02-02"), state="gepland"), False),
        (make.a_meeting(adopted_on=on("2027")), True),
        (make.a_meeting(report=make.a_report(date=on("2027"))), True),
        (make.a_source(id="s-ander", date=on("2026-02")), True),
        (make.a_composition(as_shown_at=on("2027")), True),
        (make.a_composition(as_shown_at=None, estimated_from=on("2027"), estimated_until=on("2028")), True),
        (make.a_composition(as_shown_at=None, estimated_from=on("2025"), estimated_until=on("2028")), False),
        (make.a_series(observations=(make.an_observation(vintage=on("2026-01-16")),)), True),
        (make.a_series(observations=(make.an_observation(vintage=on("2026-01")),)), False),
        (make.a_series(observations=(make.an_observation(due=on("2027")),)), False),
        (make.a_table(frequencies=(make.a_frequency(as_of=on("2027")),)), True),
        (make.a_contradiction(claims=(make.a_claim(date=on("2027")), make.a_claim())), True),
        (make.a_commitment(date=on("2027")), True),
        (make.a_commitment(evidence=(make.an_evidence(date=on("2027")),)), True),
        (make.a_commitment(deadlines=(make.a_deadline(deadline=on("2028"), set_on=on("2027")),)), True),
        (make.a_commitment(deadlines=(make.a_deadline(deadline=on("2028")),)), False),
        (make.an_event(date=on("2027")), True),
        (make.an_event(date=None, not_before=on("2027")), True),
        (make.an_event(date=None, not_after=on("2027")), False),
        (make.an_output(date=on("2026-01-16")), True),
        (make.a_parliamentary_item(date=on("2026-01-16")), True),
        (a_series(observations=(an_observation(date=on("2026-02")),)), True),
        (a_series(kind="stroom", observations=(an_observation(date=None, period=Period("2026-H2")),)), True),
        (a_series(observations=(an_observation(date=on("2026-02"), status="verwacht"),)), False),
        (a_series(observations=(an_observation(date=on("2026-02"), kind="norm"),)), False),
        (a_series(kind="raming", observations=(an_observation(date=on("2026-02")),)), False),
        (make.a_parliamentary_item(date=on("2026")), False),
        (make.a_provincial_table(gatherings=(DatedItem(what="x", date=on("2027"), source="s"),)), True),
    ],
)
def test_what_is_told_as_done_is_not_in_the_future(record: Record, told_of: bool) -> None:
    assert codes(dates.the_past_is_past, record) == ["in-the-future"] * told_of


def test_what_is_to_come_is_told_how_it_can_stand_here() -> None:
    site = make.a_site()
    (meeting,) = dates.the_past_is_past(a_register(site, make.a_meeting(date=on("2027-01-02"))))
    (item,) = dates.the_past_is_past(a_register(site, make.a_parliamentary_item(date=on("2027-01-02"))))
    assert meeting.message.endswith("Schrijf dan 'state: gepland'.")
    assert item.message.endswith("Neem het dan pas op als het is gebeurd.")


# fields beside each other, references and words


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (make.a_term(source=None, also_source=("s-twee",)), "also_source"),
        (make.a_term(source="s-een", also_source=("s-twee",)), None),
        (make.a_table(frequencies=(make.a_frequency(more_often=True),)), "more_often"),
        (make.a_table(frequencies=(make.a_frequency(more_often=True, meetings_per_year=4),)), "more_often"),
        (make.a_table(frequencies=(make.a_frequency(covers_until=on("2023")),)), "covers_until"),
        (make.a_table(frequencies=(make.a_frequency(covers_from=on("2020")),)), "covers_from"),
        (make.a_table(frequencies=(make.a_frequency(covers_from=on("2020"), meetings_per_year=4),)), None),
        (make.a_contradiction(reason="omdat"), "reason"),
        (make.a_contradiction(reason="omdat", followed="s-fictief"), None),
        (make.a_person(roles=(make.a_role(end_source="s-twee"),)), "end_source"),
        (make.an_output(reported_source="s-twee"), "reported_source"),
    ],
)
def test_a_field_that_says_nothing_alone_stands_beside_the_other(record: Record, field: str | None) -> None:
    found = [(at[-1], code) for _, at, code in told(companions.fields_stand_beside_what_they_need, record)]
    assert found == ([(field, "needs-other-field")] if field else [])


def test_a_list_of_references_names_each_thing_once() -> None:
    item = make.a_parliamentary_item(about=("m-een", "m-twee", "m-een"))
    assert told(references.references_are_named_once, item) == [("k-fictief", ("about", 2), "twice")]
    assert told(references.references_are_named_once, make.a_parliamentary_item(about=("m-een", "m-twee"))) == []


@pytest.mark.parametrize(
    ("forms", "at"),
    [
        (("dijktafel", "de"), ("also", 0)),
        (("de", "dijktafel"), ("term",)),
        (("Voor", "dijktafel"), ("term",)),
        (("van de", "dijktafel"), ("term",)),
        (("a.b", "dijktafel"), ("term",)),
        (("COA", "amv"), None),
        (("van de dijk", "ex-amv"), None),
    ],
)
def test_a_word_of_every_sentence_is_no_term(forms: tuple[str, str], at: tuple[str | int, ...] | None) -> None:
    term = make.a_term(term=forms[0], also=(forms[1],))
    assert told(glossary.words_to_explain_are_uncommon, term) == ([("b-fictief", at, "common-word")] if at else [])


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        ({"state": "gepland"}, True),
        ({"state": "aangekondigd"}, True),
        ({"state": "aangekondigd", "note": "Of zij is gehouden, zegt de bron niet."}, False),
        ({"state": "gepland", "date": on("2026-02")}, False),
        ({"state": "afgelast"}, False),
        ({"state": "gepland", "date": None, "not_after": on("2020-06-30")}, True),
        ({"state": "gepland", "date": None, "not_before": on("2020-06-30")}, False),
    ],
)
def test_a_plan_of_the_past_says_what_became_of_it(change: dict[str, Any], told_of: bool) -> None:
    rule = dates.plans_of_the_past_say_what_became_of_them
    assert codes(rule, make.a_meeting(**change)) == ["plan-in-the-past"] * told_of


def test_only_a_meeting_that_was_held_has_results() -> None:
    results = {"conclusions": ("Iets.",), "attendance": (make.an_attendance(),)}
    assert codes(dates.only_meetings_that_were_held_have_results, make.a_meeting(**results)) == []
    called_off = make.a_meeting(state="afgelast", **results)
    assert codes(dates.only_meetings_that_were_held_have_results, called_off) == ["not-held", "not-held"]


@pytest.mark.parametrize(
    "record",
    [
        make.a_meeting(report=make.a_report(date=on("2020-06-14"))),
        make.a_meeting(adopted_on=on("2020-05")),
        make.a_meeting(agenda=(make.an_agenda_item(agreements=(Agreement(who="a", what="b", due=on("2020-06-14")),)),)),
        make.an_output(reported_on=on("2020-06-30")),
    ],
)
def test_what_follows_from_a_meeting_comes_after_it(record: Record) -> None:
    assert codes(dates.what_follows_comes_after, record) == ["too-early"]


# figures


def test_a_value_is_given_once_unless_it_is_a_later_one() -> None:
    first, later = make.an_observation(), make.an_observation(value=1300, vintage=on("2021-08"))
    assert codes(figures.values_are_given_once, make.a_series(observations=(first, later))) == []
    again = make.an_observation(value=1300)
    assert told(figures.values_are_given_once, make.a_series(observations=(first, again))) == [
        ("fictieve-reeks", ("observations", 1, "value"), "duplicate-observation")
    ]


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        ({}, True),
        ({"date": on("2020")}, False),
        ({"period": Period("2020")}, False),
        ({"as_shown_at": on("2020")}, False),
        ({"note": "De bron noemt geen datum."}, False),
    ],
)
def test_a_value_is_of_some_time(change: dict[str, Any], told_of: bool) -> None:
    series = make.a_series(observations=(make.an_observation(**{"date": None, **change}),))
    assert codes(figures.values_are_of_some_time, series) == ["observation-without-time"] * told_of


def test_a_value_is_of_a_known_province_where_there_are_any() -> None:
    series = make.a_series(observations=(make.an_observation(area="Fictief-Hollnad"),))
    assert codes(figures.values_are_of_a_known_area, series) == []
    (fault,) = figures.values_are_of_a_known_area(a_register(series, make.a_provincial_table()))
    assert fault.code == "unknown-area"
    assert "Bedoelde u 'Fictief-Holland'?" in fault.message


# addresses


def test_ids_differ_in_more_than_capitals() -> None:
    records = (make.an_event(id="geb-a"), make.a_person(id="Geb-A"))
    assert told(addresses.ids_differ_in_more_than_capitals, *records) == [("Geb-A", ("id",), "duplicate-address")]
    table = make.a_table(topics=(make.a_topic(id="wonen"), make.a_topic(id="Wonen")))
    assert told(addresses.ids_differ_in_more_than_capitals, table) == [
        (table.id, ("topics", 1, "id"), "duplicate-address")
    ]


def test_a_part_has_an_id_of_its_own() -> None:
    clash = make.a_table(purposes=(make.a_statement(id="geb-fictief"), make.a_statement(id="opgericht")))
    assert told(addresses.parts_have_ids_of_their_own, clash, make.an_event()) == [
        ("fictieve-tafel", ("founded", "id"), "duplicate-id"),
        ("fictieve-tafel", ("purposes", 0, "id"), "duplicate-id"),
        ("fictieve-tafel", ("purposes", 1, "id"), "duplicate-id"),
    ]


def test_elements_need_only_differ_within_their_commitment() -> None:
    one = make.a_commitment(elements=(make.an_element(),))
    other = make.a_commitment(id="T99002", elements=(make.an_element(),))
    assert told(addresses.parts_have_ids_of_their_own, one, other) == []
    twice = make.a_commitment(elements=(make.an_element(), make.an_element()))
    assert codes(addresses.parts_have_ids_of_their_own, twice) == ["duplicate-id", "duplicate-id"]


def test_values_of_one_figure_stand_in_one_series() -> None:
    one, other = make.a_series(), make.a_series(id="andere-reeks")
    assert told(addresses.figures_have_ids_of_their_own, one, other) == [
        ("fictieve-reeks", ("observations", 0, "id"), "duplicate-id")
    ]
    values = (make.an_observation(), make.an_observation(part="deel"))
    assert told(addresses.figures_have_ids_of_their_own, make.a_series(observations=values)) == []
    event = make.an_event(id="w-fictief")
    assert codes(addresses.figures_have_ids_of_their_own, one, event) == ["duplicate-id"]


@pytest.mark.parametrize(
    "record",
    [
        make.a_page(id="vergaderingen"),
        make.a_page(id="Data"),
        make.a_page(id="handboek"),
        make.a_page(id="static"),
        make.a_page(id="404"),
        make.a_page(id="SHA256SUMS"),
        make.a_page(id="Feeds"),
        make.a_page(id="lidmaatschappen"),
        make.a_page(id="zoeken"),
        make.a_page(id="con"),
        make.a_meeting(id="NUL"),
        make.a_source(id="Com7"),
        make.a_series(id="lpt1"),
        make.a_membership(id="aux"),
        make.a_meeting(id="2021"),
        make.a_composition(id="2021-12-20"),
        make.a_commitment(id="register"),
        make.a_commitment(id="peildatum"),
        make.a_commitment(id="Status"),
        make.a_commitment(id="ambt"),
        make.a_commitment(id="te-laat"),
        make.a_series(id="peildatum"),
        make.a_source(id="deel"),
        make.an_event(id="delen"),
        make.a_table(topics=(make.a_topic(id="Aux"),)),
        make.an_event(id="bronnen"),
        make.an_event(id="bron-3"),
        make.a_table(purposes=(make.a_statement(id="inhoud"),)),
    ],
)
def test_ids_of_the_site_itself_are_taken(record: Record) -> None:
    assert codes(addresses.ids_leave_addresses_of_the_site_free, record) == ["reserved-id"]


@pytest.mark.parametrize("identifier", ["com", "com0", "console", "lpt10", "nul-1", "p-con", "feeds-1", "sha256"])
def test_an_id_that_only_begins_like_one_of_the_site_is_free(identifier: str) -> None:
    for record in (make.a_page(id=identifier), make.a_meeting(id=identifier)):
        assert codes(addresses.ids_leave_addresses_of_the_site_free, record) == []


@pytest.mark.parametrize(
    ("url", "works"),
    [
        ("https://fictief.example/", True),
        ("http://fictief.example", True),
        ("https://www.fictief.example:8080/a?b=c#d", True),
        ("https://fictief.example/fryslân", True),
        ("HTTPS://FICTIEF.EXAMPLE", True),
        ("fictief.example", False),
        ("//fictief.example", False),
        ("https:/fictief.example", False),
        ("https://", False),
        ("https://fictief", False),
        ("https://fictief.example/een stuk", False),
        ("https://fictief.example/<sleutel>", False),
        ("https://[::1", False),
        ("javascript:alert(1)", False),
        ("mailto:a@fictief.example", False),
        ("https://fictief.example/\u202egpj", False),
        ("https://gebruiker@fictief.example/", False),
        ("https://fictief.example:65535/", True),
        ("https://fictief.example:65536/", False),
        ("https://fictief.example:99999/", False),
        ("https://fictief.example:0/", False),
        ("https://-a.fictief.example/", False),
        ("https://a-.fictief.example/", False),
        ("https://a--b.fictief.example/", True),
    ],
)
def test_a_web_address_can_be_opened(url: str, works: bool) -> None:
    assert codes(addresses.web_addresses_can_be_opened, make.a_source(id="s-a", url=url)) == ["bad-url"] * (not works)


def test_the_pattern_of_an_address_has_room_for_what_differs() -> None:
    pattern = make.a_citation_pattern(url="https://fictief.example/<sleutel>")
    assert codes(addresses.web_addresses_can_be_opened, pattern) == []


@pytest.mark.parametrize(
    "address", ["https://fictief.example", "fictief.example/", "https://fictief.example/?a=/", "/"]
)
def test_the_site_has_the_address_of_a_folder(address: str) -> None:
    assert codes(addresses.the_site_has_an_address, make.a_site(address=address)) == ["bad-address"]
    assert codes(addresses.the_site_has_an_address, make.a_site(address="https://fictief.example/tafel/")) == []


# texts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Een <b>vet</b> woord.", "html-in-text"),
        ("Een regel<br/>verder.", "html-in-text"),
        ("Jansen &amp; Jansen", "html-in-text"),
        ("Een zin. <!-- navragen -->", "html-in-text"),
        ("Een zin <!-- navragen", "html-in-text"),
        ("Jansen & Jansen", None),
        ("a < b en c > d", None),
        ("zie <sleutel>", None),
        ("TODO", "left-over"),
        ("Nog xxx invullen", "left-over"),
        ("Klopt dit???", "left-over"),
        ("Klopt dit?", None),
        ("Kamerstuk 35570", "malformed-citation"),
        ("Kamerstuk 35 570 VI, J", None),
        ("T02933", None),
    ],
)
def test_a_text_is_fit_to_read(text: str, code: str | None) -> None:
    assert codes(texts.texts_are_fit_to_read, make.an_event(event=text)) == ([code] if code else [])


def test_what_is_wrong_in_the_text_of_a_record_is_on_its_line() -> None:
    body = "Een regel.\n\nT1234 en &amp; en <https://fictief.example>."
    assert told(texts.texts_are_fit_to_read, make.a_page(body=body)) == [
        ("fictieve-pagina", ("body", 2, 0), "malformed-citation"),
    ]


def test_a_citation_may_run_on_to_the_next_line() -> None:
    body = "Zie Handelingen I\n2019-2020, nr. 29, item 9."
    assert told(texts.texts_are_fit_to_read, make.a_page(body=body)) == []


def test_a_name_is_short_but_for_the_title_of_a_source() -> None:
    long = "x" * 201
    assert codes(texts.names_are_short, make.a_page(title=long)) == ["too-long"]
    assert codes(texts.names_are_short, make.a_page(title=long[1:])) == []
    assert codes(texts.names_are_short, make.a_source(id="s-a", title=long)) == []
    assert codes(texts.names_are_short, make.a_source(id="s-a", publisher=long)) == ["too-long"]
    assert codes(texts.names_are_short, make.a_term(term=long, also=(long,))) == ["too-long", "too-long"]


@pytest.mark.parametrize(
    ("kind", "citation", "sound"),
    [
        ("kamerstuk", "35 570 VI, J", True),
        ("kamerstuk", "CXXIV, G", True),
        ("handelingen", "Handelingen I 2015-2016, nr. 13, item 9", True),
        ("kamerstuk", "Kamerstuk 35 570 VI, J", False),
        ("kamerstuk", "35 570", False),
        ("kamerstuk", None, True),
        ("brief", "onze brief", True),
    ],
)
def test_a_source_is_cited_as_parliament_does(kind: str, citation: str | None, sound: bool) -> None:
    source = make.a_source(id="s-a", kind=kind, citation=citation)
    assert codes(texts.sources_are_cited_as_parliament_does, source) == ["malformed-citation"] * (not sound)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"status": "definitief"}, ["replaces-no-expectation"]),
        ({"period": Period("2019-H1")}, ["replaces-no-expectation"]),
        ({"period": Period("2018")}, []),
        ({"part": "deel"}, ["replaces-no-expectation"]),
        ({"area": "Fictief-Holland"}, ["replaces-no-expectation"]),
    ],
)
def test_a_value_replaces_only_an_expectation_of_the_same_about_the_same_time(
    changes: dict[str, Any], found: list[str]
) -> None:
    about: dict[str, Any] = {"date": None, "period": Period("2018-H1")}
    expected = an_observation(**{"id": "f-oud", "status": "verwacht", **about, **changes})
    new = an_observation(id="f-nieuw", replaces="f-oud", **about)
    assert codes(figures.values_replace_an_expectation, a_series(observations=(expected, new))) == found


def test_values_do_not_replace_each_other_in_a_circle() -> None:
    about: dict[str, Any] = {"date": None, "period": Period("2018-H1"), "status": "verwacht"}
    first = an_observation(id="f-een", replaces="f-twee", **about)
    second = an_observation(id="f-twee", replaces="f-een", **about)
    last = an_observation(id="f-drie", replaces="f-twee", **about)
    assert told(figures.no_value_replaces_itself, a_series(id="reeks", observations=(first, second, last))) == [
        ("reeks", ("observations", 0, "replaces"), "inconsistent"),
        ("reeks", ("observations", 1, "replaces"), "inconsistent"),
    ]
    assert codes(figures.no_value_replaces_itself, a_series(observations=(last, an_observation(id="f-twee")))) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"same_unit": ("huizen", "woningen")}, []),
        ({"same_unit": ("huizen", "woning")}, ["unknown-choice"]),
        ({"same_unit": ("huizen",)}, ["inconsistent"]),
        ({"same_unit": ("huizen", "huizen")}, ["twice"]),
        ({"target": TargetParts(realised="gebouwd")}, []),
        ({"target": TargetParts(realised="gebouwt")}, ["unknown-choice"]),
        ({"target": TargetParts(realised="gepland")}, ["unknown-choice"]),
        ({"target": TargetParts(realised="gebouwd", balance="gebouwd")}, ["twice"]),
    ],
)
def test_the_words_of_a_series_are_words_of_its_values(words: dict[str, Any], found: list[str]) -> None:
    half: dict[str, Any] = {"date": None, "period": Period("2018-H1")}
    values = (
        an_observation(id="f-een", unit="huizen", **half),
        an_observation(id="f-een", unit="woningen", part="gebouwd", **half),
        an_observation(id="f-een", unit="huizen", part="gepland", date=None, period=Period("2018")),
    )
    assert codes(figures.words_of_a_series_are_those_of_its_values, a_series(observations=values, **words)) == found


def test_an_expectation_of_another_series_is_not_replaced() -> None:
    about: dict[str, Any] = {"date": None, "period": Period("2018-H1")}
    other = a_series(id="andere-reeks", observations=(an_observation(id="f-oud", status="verwacht", **about),))
    new = a_series(observations=(an_observation(id="f-nieuw", replaces="f-oud", **about),))
    assert codes(figures.values_replace_an_expectation, other, new) == ["replaces-no-expectation"]
