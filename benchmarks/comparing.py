"""The same meetings by each generator, measured beside ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.eleventy import ELEVENTY
from benchmarks.generators import OURS, Generator
from benchmarks.hugo import BARE, EQUAL
from benchmarks.material import MATERIAL, ZENSICAL
from benchmarks.measuring import PROGRAMS, SITE, Run, cold, peak, size, steps, timed
from benchmarks.tables import Command, Made, Pair

OTHERS = (BARE, EQUAL, ELEVENTY, MATERIAL, ZENSICAL)
_AFTER_A_CHANGE = (BARE, EQUAL, ZENSICAL)
"""MkDocs and Eleventy keep nothing for a next build: one change costs them a cold build."""


class Comparison:
    """That many meetings, as a project of each generator that can take them."""

    def __init__(self, folder: Path, records: int, rounds: int) -> None:
        self._records = records
        self._rounds = rounds
        self._others = [other for other in OTHERS if records <= other.largest]
        self._projects = {generator: folder / str(place) for place, generator in enumerate((OURS, *self._others))}
        for generator, project in self._projects.items():
            generator.write(project, records)

    def builds(self) -> list[Made]:
        """Cold builds: one of each for its memory, which also warms the disk, and then the pairs."""
        memory = {generator: peak(generator.command(), project) for generator, project in self._projects.items()}
        sizes = {generator: size(project / SITE) for generator, project in self._projects.items()}
        pairs = {other: self._pairs(partial(self._cold, OURS), partial(self._cold, other)) for other in self._others}
        runs = {other: [theirs for _, theirs in of_other] for other, of_other in pairs.items()}
        runs[OURS] = [ours for of_other in pairs.values() for ours, _ in of_other]
        return [
            Made(
                self._records,
                generator.name,
                runs[generator],
                memory[generator],
                *sizes[generator],
                pairs.get(generator, ()),
            )
            for generator in self._projects
        ]

    def commands(self) -> Iterator[Command]:
        """What else people wait for. The builds have left a site and a cache in each project."""
        for other in _AFTER_A_CHANGE:
            if other in self._others:
                pairs = self._pairs(partial(self._changed, OURS), partial(self._changed, other))
                what = f"Build after a change in one of {self._records:,} meetings, warm"
                yield Command(what, [ours for ours, _ in pairs], other.name, pairs)
        program, hugo, project = str(PROGRAMS / "lrt-site"), BARE.command()[0], self._projects[OURS]
        checks = [cold([program, "check"], project) for _ in range(self._rounds)]
        yield Command(f"`check` of {self._records:,} meetings, cold", checks)
        checks = [timed([program, "check"], project) for _ in range(self._rounds)]
        yield Command(f"`check` of {self._records:,} meetings, warm", checks)
        pairs = self._pairs(partial(timed, [program, "--help"], project), partial(timed, [hugo, "version"], project))
        yield Command("`lrt-site --help`", [ours for ours, _ in pairs], "`hugo version`", pairs)

    def steps(self) -> list[tuple[str, float]]:
        """The steps of one cold build of ours."""
        return steps(OURS.command(), self._projects[OURS])

    def _pairs(self, ours: Callable[[], Run], theirs: Callable[[], Run]) -> list[Pair]:
        return [(ours(), theirs()) for _ in range(self._rounds)]

    def _cold(self, generator: Generator) -> Run:
        return cold(generator.command(), self._projects[generator])

    def _changed(self, generator: Generator) -> Run:
        """Build again, after one more sentence at the end of the first meeting."""
        project = self._projects[generator]
        (record,) = project.rglob("m-00000.md")
        with record.open("a", encoding="utf-8") as file:
            file.write("\nDit staat er nu ook.\n")
        return timed(generator.command(), project)
