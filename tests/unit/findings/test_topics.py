"""A record touches the subjects that it names, and those whose word stands in its text."""

import pytest

from lrt_site.findings.topics import says, topics_of
from tests.builders import a_meeting, a_register, a_series, a_table, a_topic, an_agenda_item, an_output

TABLE = a_table(topics=(a_topic(id="t-opvang", name="opvang"), a_topic(id="t-dijk", name="hoge dijk")))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Over de opvang.", True),
        ("Over asielopvang.", True),
        ("Over opvangplekken.", True),
        ("OPVANG", True),
        ("Zij vangen water op.", False),
        ("De opvangende dijk.", False),
    ],
)
def test_a_word_is_found_by_itself_and_as_half_of_a_compound(text: str, named: bool) -> None:
    assert says(text, a_topic(name="opvang")) is named


def test_a_subject_that_is_a_compound_itself_is_found_whole() -> None:
    assert says("De huisvestingstaakstelling en de taakstellingen.", a_topic(name="taakstelling"))
    assert says("De taakstelling.", a_topic(name="taakstelling"))
    assert not says("De stelling van de taak.", a_topic(name="taakstelling"))


def test_a_subject_of_more_words_must_stand_there_as_a_whole() -> None:
    assert says("De hoge dijk brak.", a_topic(name="hoge dijk"))
    assert not says("De hoge, oude dijk brak.", a_topic(name="hoge dijk"))


def test_agenda_items_themes_and_texts_say_it() -> None:
    register = a_register(TABLE)
    on_agenda = a_meeting(agenda=(an_agenda_item(topic="t-dijk"),))
    assert topics_of(on_agenda, register) == ("t-dijk",)
    assert topics_of(a_series(theme="hoge dijk"), register) == ("t-dijk",)
    assert topics_of(an_output(content="Noodopvang achter de hoge dijk."), register) == ("t-opvang", "t-dijk")
    assert topics_of(an_output(content="Iets anders."), register) == ()
    assert topics_of(TABLE, register) == ()
