"""The figures as tables in Markdown, and their place in the handbook."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.measuring import ROOT, Run

PAGE = ROOT / "docs/ontwikkeling/speed.md"
BEGIN, END = "<!-- what `make bench` printed -->", "<!-- until here -->"
Pair = tuple[Run, Run]
"""A run of ours, and one of another right after it."""


@dataclass(frozen=True, slots=True)
class Made:
    """One generator at one size."""

    records: int
    name: str
    runs: Sequence[Run]
    memory: float
    files: int
    megabytes: float
    pairs: Sequence[Pair] = ()
    """With ours; of ours none."""

    @property
    def cpu_per_record(self) -> float:
        """Seconds of processor time that a record takes."""
        return statistics.median(run.cpu for run in self.runs) / self.records


@dataclass(frozen=True, slots=True)
class Command:
    """Another command of ours."""

    what: str
    runs: Sequence[Run]
    beside: str = ""
    pairs: Sequence[Pair] = ()


def of_builds(made: Iterable[Made]) -> str:
    """The one table of all generators at all sizes."""
    rows = [
        (
            f"{row.records:,}: {row.name}",
            _times(row.runs),
            f"{row.memory:.0f} MiB",
            f"{row.files:,} files, {row.megabytes:.1f} MB",
            ratios(row.pairs),
        )
        for row in made
    ]
    return table(("Meetings, generator", "A cold build", "Peak", "The site", "Ours of theirs"), rows)


def growth(made: Sequence[Made], usual: int) -> str:
    """The processor time of a meeting among the most, of that among the usual number; nothing if these are the same."""
    most = made[-1].records
    small = {row.name: row for row in made if row.records == usual}
    grown = [
        f"{row.name} {row.cpu_per_record / small[row.name].cpu_per_record:.2f}"
        for row in made
        if row.records == most != usual and row.name in small
    ]
    return f"CPU per meeting at {most:,}, of that at {usual:,}: {', '.join(grown)}." if grown else ""


def of_commands(commands: Iterable[Command]) -> str:
    """Other commands of ours, some beside those of others."""
    rows = [
        (
            command.what,
            _times(command.runs),
            f"{command.beside}: {_times([theirs for _, theirs in command.pairs])}" if command.pairs else "",
            ratios(command.pairs),
        )
        for command in commands
    ]
    return table(("What else", "Ours", "Theirs", "Ours of theirs"), rows)


def of_steps(steps: Sequence[tuple[str, float]], records: int) -> str:
    """Where the wall time of one build goes."""
    whole = sum(seconds for _, seconds in steps)
    rows = [(name, f"{seconds:.2f} s", f"{seconds / whole:.0%}") for name, seconds in steps]
    return table((f"Step of our cold build of {records:,}", "Wall", "Part"), rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, with columns as wide as their cells."""
    cells = [heads, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    lines = [f"| {' | '.join(map(str.ljust, row, widths))} |" for row in cells]
    return "\n".join((lines[0], f"|{'|'.join('-' * (width + 2) for width in widths)}|", *lines[1:]))


def ratios(pairs: Sequence[Pair]) -> str:
    """How many times the wall and the processor time of the other ours took: median and range, pair by pair."""
    if not pairs:
        return ""
    wall = _ratio([ours.wall / theirs.wall for ours, theirs in pairs])
    return f"{wall}, CPU {_ratio([ours.cpu / theirs.cpu for ours, theirs in pairs])}"


def put_into_page(text: str) -> None:
    """Replace the figures in the handbook."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    assert after, f"{PAGE} has no place for figures"
    PAGE.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", "utf-8")


def _ratio(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _times(runs: Sequence[Run]) -> str:
    return f"{statistics.median(run.wall for run in runs):.2f} s, CPU {statistics.median(run.cpu for run in runs):.2f}"
