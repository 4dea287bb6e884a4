"""Rules that need more than one record, each a sentence. `CHECKS` is all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lrt_site.model.facts import Fact
from lrt_site.model.register import Register, parts_of
from lrt_site.model.sources import Source
from lrt_site.problems import Fault, did_you_mean


def facts_name_known_sources(register: Register) -> Iterator[Fault]:
    """Every source that a fact names is in sources.yml."""
    sources = register.all(Source)
    for record in register.records.values():
        for at, part in parts_of(record):
            if isinstance(part, Fact):
                for step, source in (
                    ((*at, "source"), part.source),
                    *(((*at, "also_source", index), source) for index, source in enumerate(part.also_source)),
                ):
                    if source not in sources:
                        message = f"sources.yml kent geen bron '{source}'.{did_you_mean(source, sources)}"
                        yield Fault(record.id, step, "unknown-source", message)


CHECKS: tuple[Callable[[Register], Iterator[Fault]], ...] = (facts_name_known_sources,)
