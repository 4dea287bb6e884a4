"""Whatever is tied to what: words whose source no record tells are never shown as if each source said them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lrt_site.checks.field_sources import tied_by
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.facts import Fact, FieldSources
from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction, Source
from tests.tools.backings import numbers_on, parsed, shown_on
from tests.tools.rendering import content_of, makers_of, written_out

OPEN = ("s-open-een", "s-open-twee")
"""The sources of every fact that are tied to nothing."""
TIED = "s-vast"
"""The source of every fact that all ties lead to."""
FICTIEF = "examples/fictief"


def with_several_sources(value: Any, drawn: st.DataObject) -> Any:
    """A record of which every fact has three sources and ties some of its fields to one of them."""
    if isinstance(value, tuple):
        return tuple(with_several_sources(item, drawn) for item in value)
    if not is_dataclass(value) or isinstance(value, type | PartialDate | Period | FieldSources):
        return value
    inner = {field.name: with_several_sources(getattr(value, field.name), drawn) for field in fields(value)}
    if isinstance(value, Fact):
        ties = drawn.draw(st.integers(0, 2**8 - 1))
        known = sorted(tied_by(type(value)))  # type: ignore[arg-type]
        tied = tuple(name for place, name in enumerate(known) if ties >> (place % 8) & 1)
        told = (FieldSources(fields=tied, sources=(TIED,)),) if tied else ()
        own = {name: None for name in inner if name.endswith("_source") and name != "also_source"}
        inner |= {**own, "source": OPEN[0], "also_source": (OPEN[1], TIED), "sources_of": told}
        inner |= {"statuses_also_source": ()} if "statuses_also_source" in inner else {}
    return replace(value, **inner)


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # a smaller case tells no more
@given(st.data())
def test_words_that_no_record_ties_are_never_shown_as_said_by_each_source(drawn: st.DataObject) -> None:
    records = content_of(FICTIEF).records.values()
    apart = [record for record in records if isinstance(record, Contradiction | Source)]
    sources = [next(iter(content_of(FICTIEF).all(Source).values()))]
    added = [replace(sources[0], id=identifier) for identifier in (*OPEN, TIED)]
    register = Register.of(
        [*(with_several_sources(record, drawn) for record in records if record not in apart), *apart, *added]
    )
    makers = tuple(makers_of(register))
    for place in drawn.draw(st.lists(st.integers(0, len(makers) - 1), min_size=8, max_size=8)):
        address, text = written_out(makers[place], register)
        tree = parsed(text)
        for shown in shown_on(tree):
            names_itself = [source.title for source in added if shown.sources == {source.id}] == [shown.text]
            assert names_itself or shown.how != "each" or not shown.sources & {*OPEN}, (address, shown)
            assert shown.how == "each" or len(shown.numbers) > 1, (address, shown)
        assert sorted(set(numbers_on(tree))) == list(range(1, len(set(numbers_on(tree))) + 1))
