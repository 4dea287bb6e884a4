"""The same records as a Hugo site: every part of our meeting page, a list a year and a list of years."""

from __future__ import annotations

from pathlib import Path

from benchmarks import corpus

_CONFIG = """\
baseURL = "https://proef.example/"
languageCode = "nl"
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


def write(folder: Path, count: int) -> None:
    """A Hugo project with that many meetings."""
    layouts = {"baseof.html": _BASE, "single.html": _SINGLE, "list.html": _LIST}
    (folder / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    for name, text in layouts.items():
        (folder / "layouts" / "_default" / name).write_text(text, "utf-8")
    (folder / "hugo.toml").write_text(_CONFIG, "utf-8")
    meetings = folder / "content" / "meetings"
    meetings.mkdir(parents=True, exist_ok=True)
    for record in corpus.meetings(count):
        text = f"---\ntitle: Vergadering {record.id}\nslug: {record.id}\n{record.front_matter}---\n\n{record.body}"
        (meetings / f"{record.id}.md").write_text(text, "utf-8")
