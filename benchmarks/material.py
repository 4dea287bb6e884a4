"""The same records as a site by MkDocs with Material: a folder a year, the front matter as tables and lists.

Its navigation is pruned, as Material advises for large sites. Search is on, as it is unless one says otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import yaml

from benchmarks import corpus
from benchmarks.generators import Generator
from benchmarks.measuring import PROGRAMS

_CONFIG = """\
site_name: Proeftafel
site_url: https://proef.example/
theme:
  name: material
  language: nl
  font: false
  features: [navigation.indexes, navigation.prune]
plugins:
  - search: {lang: nl}
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - toc: {permalink: true}
"""


def write(folder: Path, count: int) -> None:
    """A project of MkDocs with that many meetings."""
    corpus.put(folder / "mkdocs.yml", _CONFIG)
    corpus.put(folder / "docs/index.md", "# Proeftafel\n\n[Vergaderingen](vergaderingen/index.md)\n")
    meetings = {record: yaml.safe_load(record.front_matter) for record in corpus.meetings(count)}
    years = {record.id: facts["date"].year for record, facts in meetings.items()}
    titles: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for record, facts in meetings.items():
        title = f"Vergadering van {facts['date']}"
        titles[years[record.id]].append((f"{record.id}.md", title))
        text = "\n".join(_lines(title, facts)) + "\n" + _linked(record.body, years)
        corpus.put(folder / f"docs/vergaderingen/{years[record.id]}/{record.id}.md", text)
    for year, links in titles.items():
        corpus.put(folder / f"docs/vergaderingen/{year}/index.md", _list(str(year), links))
    of_years = [(f"{year}/index.md", str(year)) for year in titles]
    corpus.put(folder / "docs/vergaderingen/index.md", _list("Vergaderingen", of_years))


def _lines(title: str, facts: Mapping[str, Any]) -> Iterator[str]:
    """What the front matter says, in Markdown."""
    yield f"# {title}\n"
    report = facts["report"]
    rows = [("Wanneer", facts["date"]), ("Tafel", facts["table_name"]), ("Bron", facts["source"])]
    rows += [("Verslag", f"{report['title']}, {report['publisher']}, {report['date']}"), ("Toelichting", facts["note"])]
    yield from _table(("Wat", "Waarde"), rows)
    yield "## Agenda\n"
    for number, item in enumerate(facts["agenda"], 1):
        yield f"### {number}. {item['title']}\n\nOnderwerp: {item['topic']}\n"
        for heading, texts in (("Besproken", item["discussed"]), ("Conclusies", item["conclusions"])):
            yield f"#### {heading}\n"
            yield "\n".join(f"- {text}" for text in texts) + "\n"
        agreements = [(made["who"], made["what"], made["due"]) for made in item["agreements"]]
        yield from _table(("Wie", "Wat", "Wanneer"), agreements)
    yield "## Aanwezig\n"
    present = [(seat["person"], seat["organisation"], seat["seat"], seat["role"]) for seat in facts["attendance"]]
    yield from _table(("Persoon", "Organisatie", "Stoel", "Rol"), present)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    for row in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(map(str, row))} |"
    yield ""


def _linked(body: str, years: Mapping[str, int]) -> str:
    """The body, with links to the folders of years."""
    return re.sub(r"\((m-\d+)\.md\)", lambda link: f"(../{years[link[1]]}/{link[1]}.md)", body)


def _list(title: str, links: Iterable[tuple[str, str]]) -> str:
    return f"# {title}\n\n" + "".join(f"- [{name}]({place})\n" for place, name in links)


def _version() -> str:
    return f"MkDocs {metadata.version('mkdocs')} with Material {metadata.version('mkdocs-material')}"


MATERIAL = Generator(
    "MkDocs, Material", _version, write, lambda: [str(PROGRAMS / "mkdocs"), "build", "--quiet"], largest=1000
)
ZENSICAL = Generator(
    "Zensical",
    lambda: f"Zensical {metadata.version('zensical')}",
    write,
    lambda: [str(PROGRAMS / "zensical"), "build"],
    largest=1000,
)
"""Zensical reads a project of MkDocs as it is."""
