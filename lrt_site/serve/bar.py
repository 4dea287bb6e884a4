"""What stands above a page while it is shown here: what was saved last, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from lrt_site.problems import Problem, counted
from lrt_site.serve.assets import ID, SCRIPT, STYLE
from lrt_site.serve.shown import LastSaved

_MOST = 100
"""More nobody reads, and each of them would go to every page."""
_BEGIN = re.compile(r"""<body\b[^>]*>(?:\s*<a class="skip"[^>]*>[^<]*</a>)?""")
"""Where a page begins: behind the link that skips to its text, which has to be the first."""
_SHOWN = "U ziet wat u schreef. Verbeter dit voor u publiceert."


def bar(problems: Sequence[Problem], told: Callable[[Problem], str], behind: str, own: int = 0) -> str:
    """What is wrong, `own` of it first, which is about this page; nothing where nothing is wrong.

    `behind` says that the page does not show what is written now; it is empty where it does.
    """
    if not problems:
        return ""
    first, *others = problems[:_MOST]
    more = len(problems) - _MOST
    listed = "".join(f"<li>{told(problem)}</li>" for problem in others)
    rest = f"<p>En nog {more}: zie lrt-site check.</p>" if more > 0 else ""
    folded = f"<details><summary>De andere meldingen</summary><ol>{listed}</ol>{rest}</details>" if others else ""
    here = f" {_here(own, len(problems))}" if own else ""
    return (
        '<div role="region" aria-label="Meldingen bij dit voorbeeld" tabindex="0">'
        f'<div role="alert"><p><b>{counted(problems)}</b>{here} {behind or _SHOWN}</p>{told(first)}</div>{folded}</div>'
    )


def _here(own: int, all_of_them: int) -> str:
    if own == all_of_them:
        return "Op deze pagina."
    return f"Op deze pagina {own}, elders {all_of_them - own}."


def followed(page: str, inside: str, stand: str, last: LastSaved) -> str:
    """A page that follows, with above it what was saved last and what is wrong. `stand` is what the page knows."""
    said = (
        f'Voorbeeld. Laatst bewaard: <a href="{escape(last.address)}">{escape(last.title)}</a>'
        if last.address
        else "Voorbeeld op uw eigen computer. Deze balk komt niet op de site."
    )
    above = (
        f'<section id="{ID}" aria-label="Terwijl u schrijft" data-stand="{escape(stand)}"><div class="{ID}-staat">'
        f'<p id="{ID}-gekomen" hidden>Deze pagina is geopend omdat u haar bewaarde. U was op: '
        f'<a id="{ID}-terug" href="/"></a></p>'
        f'<p id="{ID}-bewaard">{said}</p>'
        f'<p id="{ID}-keuze" hidden><label><input type="checkbox" id="{ID}-blijft" autocomplete="off"> '
        "Blijf hier als ik een andere pagina bewaar</label></p>"
        "<noscript><p>Zonder JavaScript ververst een pagina niet vanzelf: doe dat na elke keer bewaren.</p></noscript>"
        f'<p role="status"><b id="{ID}-los" hidden>Het voorbeeld is gestopt of niet te bereiken. Wat u hier ziet, kan '
        "oud zijn.</b></p></div>"
        f'<div id="{ID}-meldingen">{inside}</div></section>'
        f'<link rel="stylesheet" href="{STYLE}"><script type="module" src="{SCRIPT}"></script>'
    )
    body = _BEGIN.search(page)
    at = body.end() if body else 0
    return f"{page[:at]}{above}{page[at:]}"


def without_page(*, is_explained: bool) -> str:
    """What stands where there is no page to show yet."""
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Problemen in de inhoud</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>'
        "<h1>Dit kan nog niet worden getoond</h1>"
        f"<p>{'De meldingen staan bovenaan.' if is_explained else 'Er is nog niets gemaakt.'} "
        "Deze pagina ververst zichzelf.</p></main></body></html>"
    )
