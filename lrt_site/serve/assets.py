"""The script and the style that pages have while they are shown here, and nowhere else."""

from __future__ import annotations

from lrt_site.frozen import dataclass

EVENTS = "/__voorbeeld"
"""Where pages hear of changes. What belongs to it stands below it."""
SCRIPT = f"{EVENTS}/volgen.js"
STYLE = f"{EVENTS}/meldingen.css"
ID = "voorbeeld"
"""The id of what stands above the text of a page, and the beginning of all other ids and classes."""
BESIDE = f"{ID}-melding"
"""The class of a problem that stands beside the text it is about."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes with every page."""

    text: str
    media_type: str


FOLLOWING = f"""\
const above = document.getElementById("{ID}");
const part = (name) => document.getElementById(`{ID}-${{name}}`);
const stays = part("blijft");
let known = above.dataset.stand;
let events;

function kept(storage, name, ...value) {{  // A browser can refuse to keep anything. Then the page follows all the same.
  try {{
    const was = self[storage].getItem(`{ID}-${{name}}`);
    if (value.length) self[storage].setItem(`{ID}-${{name}}`, value[0]);
    return was;
  }} catch {{
    return "";
  }}
}}
stays.checked = kept("sessionStorage", "blijft") === "ja";
stays.addEventListener("change", () => kept("sessionStorage", "blijft", stays.checked ? "ja" : ""));
part("keuze").hidden = false;
const mine = kept("sessionStorage", "blad") || `${{Date.now()}}-${{Math.random()}}`;
kept("sessionStorage", "blad", mine);
const came = kept("sessionStorage", "van", "");
if (came) {{
  const {{ from, title }} = JSON.parse(came);
  part("terug").href = from;
  part("terug").textContent = title;
  part("gekomen").hidden = false;
}}

const among = (node) => [...node.children].filter((child) => !child.matches(".{BESIDE}"));
function here(node) {{  // The same element in this page; what stands beside texts does not count.
  return node === node.ownerDocument.body ? document.body
    : among(here(node.parentNode))[among(node.parentNode).indexOf(node)];
}}
function renew() {{
  const request = new XMLHttpRequest();
  request.open("GET", location.pathname);
  request.responseType = "document";  // The policy of the page lets no script write HTML.
  request.onload = () => {{
    const fresh = request.response;
    if (!fresh?.getElementById("{ID}")) return;
    document.querySelectorAll(".{BESIDE}").forEach((old) => old.remove());
    const places = [...fresh.querySelectorAll(".{BESIDE}")].map((told) => {{
      const next = [...told.parentNode.children].slice([...told.parentNode.children].indexOf(told))
        .find((child) => !child.matches(".{BESIDE}"));
      return [told, here(told.parentNode), next && here(next)];
    }});
    for (const [told, parent, next] of places) parent.insertBefore(told, next ?? null);
    for (const name of ["meldingen", "bewaard"])
      part(name).replaceChildren(...fresh.getElementById(`{ID}-${{name}}`).childNodes);
  }};
  request.send();
}}
function heard(event, watched) {{
  const {{ stand, herlaad, naar }} = JSON.parse(event.data);
  const types = document.activeElement?.matches("input, select, textarea") && document.activeElement !== stays;
  const away = naar && new URL(naar, location).pathname !== location.pathname;
  known = stand;
  if (away && watched && !stays.checked && !types) {{
    kept("sessionStorage", "van", JSON.stringify({{ from: location.pathname, title: document.title }}));
    location.assign(naar);
  }} else if (herlaad) location.reload();
  else renew();
}}
function follow() {{
  events?.close();
  if (document.hidden) return;
  const last = kept("localStorage", "blad", mine);
  let watched = !last || last === mine;  // Who turns to another tab to read it is left there.
  events = new EventSource(`{EVENTS}?stand=${{known}}`);
  events.onmessage = (event) => heard(event, watched);
  events.addEventListener("bij", () => {{ watched = true; }});
  events.onopen = () => {{ part("los").hidden = true; }};
  events.onerror = () => {{ part("los").hidden = false; }};
}}
document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", follow);
addEventListener("pagehide", () => events?.close());
"""
"""A page that nobody sees lets go of its connection: a browser has six for all pages together."""

STYLES = f"""\
#{ID} {{ display: contents; }}
.{ID}-staat, #{ID}-meldingen > div, .{BESIDE} {{
  box-sizing: border-box; background: #fff1f1; color: #3b0508; font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}}
.{ID}-staat {{
  display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0.25rem 1rem; background: #fff7d6; color: #1b1b1b;
  border-bottom: 1px solid #8a6d00;
}}
#{ID}-meldingen > div {{
  position: sticky; inset: 0 0 auto; z-index: 9; max-height: 40vh; overflow: auto; padding: 0.75rem 1rem;
  border-bottom: 3px solid #7a0b12;
}}
#{ID}-meldingen {{ display: contents; }}
.{BESIDE} {{ margin: 0.25rem 0 1rem; padding: 0.5rem 0.75rem; border-left: 4px solid #7a0b12; max-width: 42rem; }}
#{ID} :is(p, ol), .{BESIDE} p {{ margin: 0 0 0.25rem; max-width: none; font-size: 1rem; }}
#{ID} [hidden] {{ display: none; }}
#{ID} ol {{ padding-left: 1.5rem; }}
#{ID} summary {{ cursor: pointer; min-height: 1.5rem; color: inherit; }}
#{ID} label {{ display: inline-block; min-height: 1.5rem; }}
#{ID} input {{ min-height: 0; width: 1.1rem; height: 1.1rem; vertical-align: -0.15rem; accent-color: #1b1b1b; }}
#{ID} b, .{BESIDE} b {{ font-weight: 700; }}
#{ID} a, .{BESIDE} a {{ color: #00458a; display: inline-block; min-height: 1.5rem; }}
:is(#{ID}, .{BESIDE}) pre {{
  margin: 0 0 0.5rem; padding: 0.25rem 0.5rem; background: #fff; color: #1b1b1b; white-space: pre-wrap;
  font: 0.9rem/1.5 ui-monospace, monospace;
}}
:is(#{ID}, .{BESIDE}) mark {{ background: #ffd9db; color: #3b0508; text-decoration: underline wavy #7a0b12; }}
#{ID} :focus-visible, .{BESIDE} :focus-visible {{
  outline: 3px solid #7a0b12; outline-offset: -3px; background: #fd0; color: #0b0c0c;
}}
#{ID}-meldingen > div:focus-visible {{ background: #fff1f1; color: #3b0508; }}
html:has(#{ID}-meldingen > div) {{ scroll-padding-top: 42vh; }}
@media print {{ .{ID}-staat, #{ID}-meldingen > div, .{BESIDE} {{ display: none; }} }}
"""
"""What is told scrolls in itself and never takes more than a part of the window, on a phone too."""

ASSETS = {SCRIPT: Asset(FOLLOWING, "text/javascript"), STYLE: Asset(STYLES, "text/css")}
