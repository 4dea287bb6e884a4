"""What is wrong, in a bar over the page; and what makes an open page follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from lrt_site.problems import Problem, counted

EVENTS = "/__voorbeeld"
"""Where pages hear of changes. What belongs to it stands below it."""
BAR = f"{EVENTS}/meldingen"
SCRIPT = f"{EVENTS}/volgen.js"
STYLE = f"{EVENTS}/meldingen.css"

_ID = "voorbeeld-meldingen"
_MOST = 100
"""More nobody reads, and each of them would go to every page."""
_BODY = re.compile(r"<body\b[^>]*>")

FOLLOWING = f"""\
const bar = document.getElementById("{_ID}");
const known = bar.dataset.stand;
let events;
function renew() {{
  const request = new XMLHttpRequest();
  request.open("GET", "{BAR}");
  request.responseType = "document";  // The policy of the page lets no script write HTML.
  request.onload = () => request.status === 200 && bar.replaceChildren(...request.response.body.childNodes);
  request.send();
}}
function follow() {{
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`{EVENTS}?stand=${{known}}`);
  events.onmessage = () => location.reload();
  events.addEventListener("meldingen", renew);
}}
document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", follow);
"""
"""A page that nobody sees lets go of its connection: a browser has six for all pages together."""

STYLES = f"""\
#{_ID} > div {{
  position: sticky; inset: 0 0 auto; z-index: 9; box-sizing: border-box; max-height: 40vh; overflow: auto;
  padding: 0.75rem 1rem; border-bottom: 3px solid #7a0b12; background: #fff1f1; color: #3b0508;
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}}
#{_ID} {{ display: contents; }}
#{_ID} p, #{_ID} ol {{ margin: 0 0 0.25rem; max-width: none; }}
#{_ID} ol {{ padding-left: 1.5rem; }}
#{_ID} summary {{ cursor: pointer; min-height: 1.5rem; }}
#{_ID} b {{ font-weight: 700; }}
#{_ID} :focus-visible, #{_ID} > div:focus-visible {{ outline: 3px solid #7a0b12; outline-offset: -3px; }}
html:has(#{_ID} > div) {{ scroll-padding-top: 42vh; }}
@media print {{ #{_ID} {{ display: none; }} }}
"""
"""It scrolls in itself and never takes more than a part of the window, on a phone too."""

_BEHIND = "U ziet de site van vóór de fout. Verbeter haar, dan volgt de pagina vanzelf."
_SHOWN = "U ziet wat u schreef. Verbeter dit voor u publiceert."


def bar(problems: Sequence[Problem], *, is_behind: bool) -> str:
    """What stands inside the bar; nothing where nothing is wrong."""
    if not problems:
        return ""
    first, *others = problems[:_MOST]
    more = len(problems) - _MOST
    listed = "".join(f"<li>{_line(problem)}</li>" for problem in others)
    rest = f"<p>En nog {more}: zie lrt-site check.</p>" if more > 0 else ""
    folded = f"<details><summary>De andere meldingen</summary><ol>{listed}</ol>{rest}</details>" if others else ""
    return (
        '<div role="region" aria-label="Meldingen bij dit voorbeeld" tabindex="0">'
        f'<div role="alert"><p><b>{counted(problems)}</b> {_BEHIND if is_behind else _SHOWN}</p>'
        f"<p>{_line(first)}</p></div>{folded}</div>"
    )


def followed(page: str, inside: str, stand: str) -> str:
    """A page that follows, with a bar over it. `stand` is what the page knows."""
    kept = (
        f'<div id="{_ID}" data-stand="{escape(stand)}">{inside}</div>'
        f'<link rel="stylesheet" href="{STYLE}"><script type="module" src="{SCRIPT}"></script>'
    )
    body = _BODY.search(page)
    at = body.end() if body else 0
    return f"{page[:at]}{kept}{page[at:]}"


def without_page(inside: str) -> str:
    """What stands where there is no page to show yet."""
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Problemen in de inhoud</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
        "<h1>Dit kan nog niet worden getoond</h1>"
        f"<p>{'De meldingen staan bovenaan.' if inside else 'Er is nog niets gemaakt.'} "
        "Deze pagina ververst zichzelf.</p></main></body></html>"
    )


def _line(problem: Problem) -> str:
    place = f"{problem.file}, regel {problem.line}"
    return f"<b>{escape(place)}:</b> {escape(problem.message)} [{escape(problem.code)}]"
