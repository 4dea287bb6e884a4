"""The same records as a Hugo site, twice.

`BARE` has pages only: every part of our meeting page, and one list of all meetings by year.

`EQUAL` makes about what we make: a page and a published record (JSON) for every meeting, person, organisation, seat and
source, the newest 40 lines of attendance on the page of a participant, what rests on a source, the agenda of a topic, a
page for each year and a list of years, and links between meetings that are looked up. What it still does not do:

- check anything: a participant that does not exist, a day that cannot be, a source without use;
- sanitise what Markdown became, against an allow-list (raw HTML is only left out);
- number the sources of a page by what a reader meets first: every page says 1;
- prove anything: no SHA-256 of any file, no reading back of what is published;
- the pages of what follows from all records together: what is missing, compositions on a day, coverage by year.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import yaml

from benchmarks import corpus
from benchmarks.generators import Generator

_CONFIG = """\
baseURL = "https://proef.example/"
locale = "nl"
title = "Proeftafel"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[permalinks.page]
meetings = "/vergaderingen/:slug/"
[markup.goldmark.renderer]
unsafe = false
"""
_BASE = """\
<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/static/site.css"></head>
<body><a class="skip" href="#inhoud">Naar de inhoud</a>
<header class="masthead"><p class="brand"><a href="/">{{ site.Title }}</a></p>
<nav class="menu" aria-label="Hoofdmenu"><ul>{{ range seq 9 }}<li><a href="/deel-{{ . }}/">Deel {{ . }}</a></li>
{{ end }}</ul></nav></header>
<div class="page"><nav class="trail" aria-label="Kruimelpad"><ol><li><a href="/">Home</a></li>
<li><a href="/vergaderingen/">Vergaderingen</a></li></ol></nav>
<main id="inhoud">{{ block "main" . }}{{ end }}</main></div>
<footer class="colophon"><p>{{ site.Title }}</p></footer></body></html>
"""
_SINGLE = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<dl class="keyfacts"><div><dt>Wanneer</dt><dd>{{ .Date.Format "2-1-2006" }}</dd></div>
<div><dt>Tafel</dt><dd>{{ .Params.table_name }}</dd></div>
<div><dt>Verslag</dt><dd>{{ .Params.report.title }}, {{ .Params.report.publisher }}</dd></div></dl>
<p>{{ .Params.note }}</p>
<h2>Agenda</h2>
{{ range $i, $item := .Params.agenda }}<section><h3>{{ $i }}. {{ .title }}</h3><p>{{ .topic }}</p>
<h4>Besproken</h4><ul>{{ range .discussed }}<li>{{ . }}</li>{{ end }}</ul>
<h4>Conclusies</h4><ul>{{ range .conclusions }}<li>{{ . }}</li>{{ end }}</ul>
<table><caption>Afspraken</caption><thead><tr><th scope="col">Wie</th><th scope="col">Wat</th>
<th scope="col">Wanneer</th></tr></thead><tbody>
{{ range .agreements }}<tr><th scope="row">{{ .who }}</th><td>{{ .what }}</td>
<td>{{ .due }}</td></tr>{{ end }}</tbody></table></section>{{ end }}
<section class="report">{{ .Content }}</section>
<h2>Aanwezig</h2><table><caption>Aanwezigheid</caption><tbody>
{{ range .Params.attendance }}<tr><th scope="row"><a href="/deelnemers/{{ .person }}/">{{ .person }}</a>,
<a href="/deelnemers/{{ .organisation }}/">{{ .organisation }}</a></th><td>{{ .role }}</td></tr>
{{ end }}</tbody></table>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<section class="sources"><h2>Bronnen</h2><ol><li id="bron-1">{{ .Params.source }}</li></ol></section>
{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Pages.GroupByDate "2006" }}<h2>{{ .Key }}</h2><table><tbody>
{{ range .Pages }}<tr><th scope="row"><a href="{{ .RelPermalink }}">{{ .Title }}</a></th>
<td>{{ range .Params.agenda }}{{ .title }}; {{ end }}</td><td>{{ .Params.report.form }}</td></tr>{{ end }}
</tbody></table>{{ end }}{{ end }}
"""


def write_bare(folder: Path, count: int) -> None:
    """A Hugo project with a page for each of that many meetings."""
    layouts = {"baseof.html": _BASE, "single.html": _SINGLE, "list.html": _LIST}
    for name, text in layouts.items():
        corpus.put(folder / "layouts/_default" / name, text)
    corpus.put(folder / "hugo.toml", _CONFIG)
    for record in corpus.meetings(count):
        text = f"---\ntitle: Vergadering {record.id}\nslug: {record.id}\n{record.front_matter}---\n\n{record.body}"
        corpus.put(folder / "content/meetings" / f"{record.id}.md", text)


def write_equal(folder: Path, count: int) -> None:
    """A Hugo project with pages and JSON of that many meetings and of all that they refer to."""
    shutil.copytree(Path(__file__).parent / "hugo_equal", folder, dirs_exist_ok=True)
    _write_page(folder / "content/_index.md", {"title": "Proeftafel"})
    _write_page(folder / "content/meetings/_index.md", {"title": "Vergaderingen"})
    _write_page(folder / "content/seats/_index.md", {"title": "Stoelen"})
    _write_page(folder / "content/topics/top-a.md", {"title": "alles", "id": "top-a", "outputs": ["html"]})
    around = corpus.around(count)
    kinds = yaml.safe_load(around["participants.yml"]) | yaml.safe_load(around["sources.yml"])
    for kind, records in kinds.items():
        for record in records:
            place = f"content/{kind}/{record['id']}" + (".md" if kind == "seats" else "/_index.md")
            _write_page(folder / place, _of_record(record))
    known = [record for records in kinds.values() for record in records]
    names = {record["id"]: record.get("name") or record["title"] for record in known}
    corpus.put(folder / "data/names.yaml", yaml.safe_dump(names))
    addresses = {record["id"]: record["url"] for record in kinds["sources"]}
    corpus.put(folder / "data/addresses.yaml", yaml.safe_dump(addresses))
    for meeting in corpus.meetings(count):
        corpus.put(folder / "content/meetings" / f"{meeting.id}.md", _meeting(meeting))


def _meeting(meeting: corpus.Record) -> str:
    """The file of a meeting, with the lists that Hugo goes by to know the meetings of a participant, source or year."""
    day = re.search(r"^date: (\S+)$", meeting.front_matter, re.MULTILINE)
    assert day
    lines = [f"title: Vergadering van {day[1]}", f"slug: {meeting.id}", f"years: ['{day[1][:4]}']"]
    for kind, pattern in (("persons", r"person: (\S+)"), ("organisations", r"organisation: (\S+)")):
        lines.append(f"{kind}: [{', '.join(dict.fromkeys(re.findall(pattern, meeting.front_matter)))}]")
    source = re.search(r"^source: (\S+)$", meeting.front_matter, re.MULTILINE)
    assert source
    lines.append(f"sources: [{source[1]}]")
    return "---\n" + "\n".join(lines) + f"\n{meeting.front_matter}---\n\n{meeting.body}"


def _of_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """What the page of a record needs; `url` and `title` mean something else to Hugo, so the record stands apart."""
    taken = {name: value for name, value in record.items() if name != "url"}
    return taken | {
        "title": record.get("name") or record["title"],
        "slug": record["id"],
        "address": record.get("url", ""),
        "record": dict(record),
    }


def _write_page(path: Path, front_matter: Mapping[str, Any]) -> None:
    corpus.put(path, f"---\n{yaml.safe_dump(dict(front_matter))}---\n")


def _command() -> list[str]:
    """The program itself: the command in the package starts Python first."""
    program = metadata.distribution("hugo").locate_file("hugo/binaries/hugo")
    return [str(program), "--quiet", "--destination", "site"]


def _version() -> str:
    return f"Hugo {metadata.version('hugo')}"


BARE = Generator("Hugo, pages only", _version, write_bare, _command)
EQUAL = Generator("Hugo, equal output", _version, write_equal, _command)
