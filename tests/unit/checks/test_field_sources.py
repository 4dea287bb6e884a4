"""Which sources stand behind which fields of a fact, and what an editor must say about it."""

import re
from typing import get_args

import pytest

from lrt_site import files
from lrt_site.checks import field_sources
from lrt_site.export import site_data, v1
from lrt_site.findings import offices
from lrt_site.model.facts import Backing, FieldSources, How, backed_by_each, backed_together, backing
from lrt_site.model.fields import described
from lrt_site.model.people import Role
from lrt_site.model.register import Record, sources_named_by
from lrt_site.pages.publications import record as recorded
from lrt_site.pages.shared.common import Footnotes
from lrt_site.pages.shared.numbers import Numbers
from tests import builders as make
from tests.builders import SOURCE, a_commitment, a_register, a_source, a_status, an_event, on
from tests.tools.sites import ROOT
from tests.unit.checking import told

A, B = "s-a", "s-b"
SOURCES = (a_source(id=A), a_source(id=B))


def tie(*fields: str, sources: tuple[str, ...] = (A,)) -> FieldSources:
    return FieldSources(fields=fields, sources=sources)


def promise(*ties: FieldSources, **changes: object) -> Record:
    return a_commitment(source=A, also_source=(B,), sources_of=ties, **changes)


@pytest.mark.parametrize(
    ("ties", "stated", "found"),
    [
        ((), ("title",), Backing((A, B), "together")),
        ((tie("title"),), ("title",), Backing((A,))),
        ((tie("title"),), ("topics", "scope_in_register"), Backing((A, B), "together")),
        ((tie("title", sources=(A, B)),), ("title",), Backing((A, B))),
        ((tie("date"), tie("made_by_role", sources=(B,))), ("date", "made_by_role"), Backing((A, B), "together")),
        ((tie("date"),), ("date", "made_by_role"), Backing((A, B), "together")),
        ((tie("date"),), ("date", "made_by"), Backing((A,))),
    ],
    ids=["not tied", "tied", "others not tied", "to both", "each a part", "one part not", "an empty field"],
)
def test_a_field_rests_on_what_it_is_tied_to(
    ties: tuple[FieldSources, ...], stated: tuple[str, ...], found: Backing
) -> None:
    assert backing(promise(*ties), *stated) == found


def test_one_source_says_all_of_a_fact() -> None:
    assert backing(a_commitment(), "title", "date") == Backing((SOURCE,))


def test_a_field_with_a_field_for_its_source_rests_on_that() -> None:
    role = Role(role="minister", start_date=on("2020"), end_date=on("2021"), end_source=B, source=A)
    assert backing(role, "start_date") == Backing((A,))
    assert backing(role, "end_date") == Backing((B,))
    assert backing(role, "start_date", "end_date") == Backing((A, B), "together")


def test_a_field_that_a_fact_does_not_have_is_refused() -> None:
    with pytest.raises(AttributeError):
        backing(a_commitment(), "titel")
    with pytest.raises(TypeError):
        Footnotes(a_register()).said("Woorden", a_status())


def test_words_of_more_facts_are_no_surer_than_the_least_sure_of_them() -> None:
    one, other, either = Backing((A,)), Backing((B,)), Backing((A, B), "together")
    assert backed_by_each(one, other) == Backing((A, B))
    assert backed_together(one, other) == Backing((A, B), "together")
    assert backed_by_each(one, either) == backed_together(one, either) == either
    assert backed_by_each(one, one) == backed_together(one, one) == one


def test_sources_are_numbered_as_they_are_met() -> None:
    numbers = Numbers()
    assert numbers.of(Backing((B,))) == (1,)
    assert numbers.of(Backing((A, B))) == (1, 2)
    assert (numbers.of(Backing()), dict(numbers.given)) == ((), {B: 1, A: 2})


def test_what_is_tied_is_published_and_read_back_and_is_absent_by_default() -> None:
    tied = promise(tie("title"))
    published = v1.to_v1(tied)
    assert published["sources_of"] == [{"fields": ["title"], "sources": [A]}]
    assert v1.from_v1(published) == tied
    assert "sources_of" not in v1.to_v1(promise())


def test_a_tie_of_a_value_is_downloaded_as_an_editor_writes_it() -> None:
    ties = (tie("value", "qualifier", sources=(A, B)), tie("unit"))
    series = make.a_series(observations=(make.an_observation(source=A, also_source=(B,), sources_of=ties),))
    made = site_data.files(a_register(series, *SOURCES), on("2026-01-15").earliest)
    (table,) = [text for path, text in made.items() if path.endswith(".csv")]
    assert ",value qualifier: s-a s-b; unit: s-a," in table


def test_a_source_of_a_field_counts_as_named() -> None:
    assert list(sources_named_by(tie("title", sources=(A, B)))) == [A, B]
    register = a_register(*SOURCES, promise(tie("title", sources=(B,))))
    assert "T99001" in register.resting_on[B]


@pytest.mark.parametrize(
    ("ties", "codes"),
    [
        ((tie("titel"),), [("fields", "sources-of-unknown")]),
        ((tie("source"),), [("fields", "sources-of-unknown")]),
        ((tie("evidence"),), [("fields", "sources-of-unknown")]),
        ((tie("remark"),), [("fields", "sources-of-empty")]),
        ((tie("title"), tie("title", sources=(B,))), [("fields", "twice")]),
        ((tie("title", sources=(SOURCE,)),), [("sources", "sources-of-elsewhere")]),
        ((tie("title", sources=(A, A)),), [("sources", "twice")]),
        ((tie("title", "date"), tie("topics", sources=(A, B))), []),
    ],
)
def test_ties_are_of_fields_that_say_something_and_to_own_sources(
    ties: tuple[FieldSources, ...], codes: list[tuple[str, str]]
) -> None:
    record = promise(*ties, topics=("dijken",))
    rules = (field_sources.tied_fields_are_there, field_sources.tied_sources_are_those_of_the_fact)
    found = [fault for rule in rules for fault in rule(a_register(*SOURCES, record))]
    assert [(fault.at[-2], fault.code) for fault in found] == codes


def test_words_that_are_taken_over_say_from_which_of_several_sources() -> None:
    rule = field_sources.quoted_words_say_whose_they_are
    open_ones = (
        promise(),
        a_commitment(evidence=(make.an_evidence(also_source=(B,)),)),
        a_commitment(status_events=(a_status(also_source=(B,)),)),
        make.a_contradiction(claims=(make.a_claim(quoted=True, also_source=(B,)), make.a_claim())),
    )
    for record in open_ones:
        assert [code for *_, code in told(rule, *SOURCES, record)] == ["sources-of-missing"], record
    free = make.a_contradiction(claims=(make.a_claim(also_source=(B,)), make.a_claim()))
    assert told(rule, *SOURCES, free, an_event(also_source=(B,)), a_commitment()) == []


def test_an_office_rests_on_the_statuses_that_name_it() -> None:
    commitment = a_commitment(status_events=(a_status(responsible="minister", source=A, also_source=(B,)),))
    assert offices.named_by(commitment, "minister") == Backing((A, B), "together")


def test_the_fields_of_a_tie_are_named_in_dutch_and_are_no_words_of_the_record() -> None:
    record = promise(tie("scope_in_register"))
    register = a_register(*SOURCES, record)
    (row,) = (row for row in recorded.record_page(register, record).rows if row.label == "welke bron wat zegt")
    assert [[said.text for part in row.parts for field in part for said in field.said]] == [
        ["reikwijdte in het register", "Fictief stuk (s-a)"]
    ]
    assert "reikwijdte in het register" not in recorded.text_of(register, record)
    assert not described(FieldSources)["fields"].is_read


def test_templates_ask_only_for_ways_that_there_are() -> None:
    templates, _ = files.read_templates(ROOT / "templates")
    asked = {way for text in templates.values() for way in re.findall(r'backing\.how [!=]= "(\w+)"', text)}
    assert asked == set(get_args(How))
