"""Work grows with what is read, and not with its square: each of these took minutes once."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site import checking, visible
from lrt_site.checks import facts, figures, names, people, references, repeats, texts
from lrt_site.checks.report import slips_in
from lrt_site.differences import aligning, differences, dutch, harmless, pairing, prose, same_facts
from lrt_site.document import read_csv, read_front_matter
from lrt_site.ledger import redacting, word_search
from lrt_site.marking import links_from, marked_up
from lrt_site.model.commitments import Coverage
from lrt_site.model.people import Membership
from lrt_site.model.register import Register
from lrt_site.problems import did_you_mean, suggesting
from lrt_site.tabling import with_tables
from lrt_site.wording.citations import citations_in
from tests import builders as make
from tests.builders import on
from tests.tools.work import calls, within

MANY = 20_000
LADDER = " ".join("`" * length for length in range(1, 2_000))
"""Signs of code in all lengths, so that none closes another."""


def _table(rows: str) -> str:
    return f'<div class="table" aria-label="a">\n<table><thead></thead>{rows}</table>\n</div>'


TEXTS: dict[str, Callable[[], object]] = {
    "roman numbers": lambda: citations_in("XVI" * 100_000),
    "code that is not closed": lambda: list(texts.texts_are_fit_to_read(make.a_register(make.a_meeting(note=LADDER)))),
    "links that are not closed": lambda: same_facts("](" * 100_000, "](" * 100_000 + "a"),
    "spaces": lambda: harmless.proof_of(f"a{' ' * 200_000}b c", f"a{' ' * 200_000}b d", dutch),
    "dashes": lambda: harmless.proof_of("a - " * MANY, f"{'a - ' * MANY}b", dutch),
    "one word, over and over": lambda: prose.compared("a " * MANY, f"b {'a ' * MANY}c"),
    "one word beside another": lambda: prose.compared("a " * MANY, "a b " * MANY),
    "one sign, over and over": lambda: pairing.likeness_of_texts("a" * 5 * MANY, f"b{'a' * 5 * MANY}"),
    "one word that was withdrawn": lambda: redacting.joined("a " * MANY, "a b " * MANY),
    "spaces in a changed text": lambda: prose.compared("a", f"a{' ' * 10 * MANY}b"),
    "broken lines": lambda: word_search.spans_in("\\\n" * 5 * MANY + "aa bb", word_search.sought(["aa bb"])),
    "sentences": lambda: prose.compared("", "Aa. " * 5 * MANY).sentences,
    "what stands apart": lambda: visible.words_of("<main>" + '<p class="cite">a</p>' * MANY),
    "rows of one name": lambda: with_tables(_table("<tr><td>a</td></tr>" * MANY), living=True),
    "cells of one row": lambda: with_tables(_table(f"<tr>{'<td>a</td>' * MANY}</tr>"), living=True),
    "names of columns": lambda: read_csv(PurePosixPath("a"), ",".join(f"kolom{n}" for n in range(MANY)), ("id",)),
}

WRONG: tuple[str, ...] = (
    "**a ",
    "[a](",
    "[a] [",
    "(a",
    "`a ",
    "<b>",
    "[^a] ",
    "a | b\n",
    "| a |\n",
    "• a\n",
    "{++",
    "a\n\n",
    "# a\n",
    "Ã©",
)
WRONG += (
    "https://a.nl ",
    "    a\n\n",
    "---\na: b\n",
    "[a]: b\n",
    "a-\nb",
    "....",
    "a\tb\n",
    "[Opm: ",
    "://",
    "<!-- ",
    "«a",
)
"""What is wrong in a text; over and over, it is wrong in as many places."""


@pytest.mark.parametrize("slip", WRONG)
def test_what_is_wrong_over_and_over_is_told_in_time(slip: str) -> None:
    text = slip * 4_000
    page = make.a_page(body=text)
    with within(20):
        checking.faults_in_text(page, make.a_register(page))
        slips_in(text)
        read_front_matter(PurePosixPath("a.md"), f"---\na: b\n---\n{text}")


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_in_time(text: str) -> None:
    with within(20):
        TEXTS[text]()


def of_many(make_one: Callable[[str, str], object]) -> tuple[Any, ...]:
    """Many of a kind, each made of its own id and the next."""
    return tuple(make_one(f"k{number}", f"k{number + 1}") for number in range(MANY))


RULES: dict[str, Callable[[], object]] = {
    "sources that nobody names": lambda: facts.sources_are_used(
        Register.of((*of_many(lambda own, _: make.a_source(id=own)), make.a_page(body="a" * MANY)))
    ),
    "sources of one fact": lambda: facts.a_source_is_named_once(
        Register.of((make.an_event(also_source=of_many(lambda own, _: own)),))
    ),
    "values that replace each other": lambda: figures.no_value_replaces_itself(_replacing()),
    "values that replace what was expected": lambda: figures.values_replace_an_expectation(_replacing()),
    "forms of one word": lambda: names.a_word_is_explained_once(
        Register.of((make.a_term(also=of_many(lambda own, _: own)),))
    ),
    "persons of one name": lambda: names.namesakes_are_known_to_be_two(
        Register.of(of_many(lambda own, _: make.a_person(id=own))[: MANY // 4])
    ),
    "roles of one person": lambda: repeats.offices_are_told_once(
        Register.of((make.a_person(roles=of_many(lambda own, _: make.a_role(role=own))),))
    ),
    "holders of one seat": lambda: people.seats_have_room_for_their_holders(
        Register.of((make.a_seat(), *of_many(_held)))
    ),
    "elements that a commitment lacks": lambda: references.coverage_names_elements_of_its_commitment(
        Register.of(
            (
                make.a_commitment(
                    elements=of_many(lambda own, _: make.an_element(id=own)),
                    evidence=(
                        make.an_evidence(covers=of_many(lambda own, _: Coverage(element=f"{own}x", extent="gedekt"))),
                    ),
                ),
            )
        )
    ),
    "claims of one contradiction": lambda: references.contradictions_show_every_reading(
        Register.of(
            (
                make.a_contradiction(
                    sources=of_many(lambda own, _: own), claims=of_many(lambda own, _: make.a_claim(source=own))
                ),
            )
        )
    ),
}


def _held(own: str, _: str) -> Membership:
    return make.a_membership(id=own, person=own, start_date=on("2020"))


def _replacing() -> Register:
    values = of_many(lambda own, after: make.an_observation(id=own, replaces=after, status="verwacht"))
    return Register.of((make.a_series(observations=values),))


@pytest.mark.parametrize("rule", RULES)
def test_many_of_a_kind_are_checked_in_time(rule: str) -> None:
    with within(20):
        list(cast(Iterable[object], RULES[rule]()))


def test_parts_with_ids_are_compared_in_time() -> None:
    old = make.a_commitment(elements=of_many(lambda own, _: make.an_element(id=own)))
    new = make.a_commitment(elements=of_many(lambda own, _: make.an_element(id=own, text="Anders.")))
    with within(60):
        assert len(differences(old, new)) == MANY


def test_what_wrong_words_mean_is_not_asked_without_end() -> None:
    known = of_many(lambda own, _: f"s-{own}")
    advice = suggesting(known)
    with within(20):
        found = [advice(f"{word}x") for word in known]
    assert found[0] == " Bedoelde u 's-k0'?"
    assert sum(map(bool, found)) == 100


def test_a_word_is_sought_among_many_in_time() -> None:
    known = of_many(lambda own, _: f"s-bron-over-{own}")
    assert calls(lambda: did_you_mean("s-bron-over-k7x", known)) < 50 * MANY


def test_links_that_lead_nowhere_are_told_in_time() -> None:
    register = Register.of(of_many(lambda own, _: make.a_source(id=own)))
    text = " ".join(f"[a]({number}x.md)" for number in range(2_000))
    with within(20):
        assert len(marked_up(text, "a", register, links_from("/")).faults) == 2_000


def test_values_that_replace_each_other_in_a_circle_are_found() -> None:
    ring = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "f")]
    values = (make.an_observation(id=own, replaces=after) for own, after in ring)
    found = figures.no_value_replaces_itself(Register.of((make.a_series(observations=tuple(values)),)))
    assert [fault.at[1] for fault in found] == [0, 1, 2]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_runs_say_all_of_both_whichever_way_they_were_found(old: list[str], new: list[str]) -> None:
    for runs in (aligning.aligned(old, new), tuple(aligning.by_item(old, new)), tuple(aligning.of_ends(old, new))):
        assert [item for _, i1, i2, _, _ in runs for item in old[i1:i2]] == old
        assert [item for _, _, _, j1, j2 in runs for item in new[j1:j2]] == new
        for tag, i1, i2, j1, j2 in runs:
            assert (tag == "equal") is (old[i1:i2] == new[j1:j2])
            assert (tag in ("equal", "replace")) is (i1 < i2 and j1 < j2)
        assert all((run[0] == "equal") is not (other[0] == "equal") for run, other in pairwise(runs))
