"""What an audit found: each bar that readers may count on, held against one page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SHOWN = 30
"""So many pages are named that miss a bar, the worst first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A bar and how one page stands to it."""

    bar: str
    target: str
    """What the bar asks, in words."""
    page: str
    """The site, the kind and the address of the page."""
    measured: str
    met: bool
    detail: str = ""
    """What a human looks at: the words, or what is in the way."""


def in_markdown(findings: Iterable[Finding]) -> str:
    """A table of all bars, and below it for each bar the pages that miss it."""
    of_bar = _by_bar(findings)
    lines = ["| Bar | Target | Pages | Missed |", "| --- | --- | ---: | ---: |"]
    for bar, found in of_bar.items():
        missed = sum(not finding.met for finding in found)
        lines.append(f"| {bar} | {found[0].target} | {len(found)} | {missed or 'none'} |")
    for bar, found in of_bar.items():
        lines += _missed(bar, [finding for finding in found if not finding.met])
    return "\n".join(lines) + "\n"


def details(findings: Iterable[Finding], bar: str) -> str:
    """All pages of one bar, met or not, with what a human looks at."""
    found = _by_bar(findings)[bar]
    rows = [f"| {one.page} | {one.measured} | {'' if one.met else '**no** '}{_cell(one.detail)} |" for one in found]
    return (
        "\n".join([f"## {bar}: every page", "", "| Page | Measured | Detail |", "| --- | ---: | --- |", *rows]) + "\n"
    )


def _missed(bar: str, missed: list[Finding]) -> Iterator[str]:
    if missed:
        yield from ("", f"## {bar}", "", "| Page | Measured | Detail |", "| --- | ---: | --- |")
        worst = sorted(missed, key=_size, reverse=True)
        yield from (f"| {one.page} | {_cell(one.measured)} | {_cell(one.detail)} |" for one in worst[:SHOWN])
        if worst[SHOWN:]:
            yield f"| and {len(worst) - SHOWN} more | | |"


def _by_bar(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    of_bar: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_bar[finding.bar].append(finding)
    return of_bar


def _size(finding: Finding) -> float:
    """The number that was measured."""
    found = re.match(r"[\d.]+", finding.measured)
    return float(found[0]) if found else 0.0


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
