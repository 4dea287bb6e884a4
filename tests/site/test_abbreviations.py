"""No page leaves a reader with an abbreviation of the table or of a participant that it does not explain."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from lrt_site import urls
from lrt_site.model.people import Organisation
from lrt_site.visible import lines_of
from tests.tools.pages import register_of

ELSEWHERE = (urls.HANDBOOK, urls.DATA, urls.GLOSSARY, urls.PUBLICATIONS)
"""Pages for editors and programs, the glossary itself, and what changed from one publication to another."""
APART = frozenset({"archived", "cite", "clock", "data", "figure", "name", "sources", "today"})
"""Classes of what stands beside the text, and of names and figures."""
LEFT_ALONE = re.compile(r"<(a|blockquote|cite|code|h1|pre|q|svg|nav|label|button|select)\b.*?</\1>", re.DOTALL)
QUOTED = re.compile(r"“[^”]*”")
CAPITALS = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")


def short_names(site: Path) -> Mapping[str, tuple[str, str]]:
    """The abbreviations of now, each with the name in full and the page that explains it."""
    register = register_of(site)
    found = {
        organisation.short: (organisation.name, urls.page_of(organisation))
        for organisation in register.all(Organisation).values()
    }
    if register.table.abbreviation:
        found[register.table.abbreviation] = register.table.name, urls.TABLE
    return {short: told for short, told in found.items() if CAPITALS.fullmatch(short)}


def unexplained_on(html: str, address: str, shorts: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    lines = lines_of(LEFT_ALONE.sub("", html), without=APART)
    text = "\n".join(QUOTED.sub("", "".join(piece.text for piece in line)) for line in lines)
    for short, (name, page) in shorts.items():
        folder = re.escape(page.split("/")[-2])
        told = rf'href="[^"]*\b{folder}/"|<abbr title="[^"]*">{short}</abbr>|{re.escape(name)}'
        if re.search(rf"(?<![\w/@#&-]){short}(?!\w)", text) and page != address and not re.search(told, html):
            yield f"{address}: {short}"


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_every_abbreviation_is_explained(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name)
    shorts = short_names(site)
    pages = ((page, f"/{page.relative_to(site).parent.as_posix()}/") for page in sorted(site.rglob("index.html")))
    ours = ((page, at) for page, at in pages if not at.startswith((*ELSEWHERE, "/en/")) and "/versies/" not in at)
    assert shorts
    assert [told for page, at in ours for told in unexplained_on(page.read_text("utf-8"), at, shorts)] == []


def test_what_is_not_explained_is_found() -> None:
    shorts = {"BVD": ("Bond van Dijken", "/deelnemers/org-bvd/")}
    page = "<main><p>De BVD, “de BVD”.</p>{}</main>"
    assert list(unexplained_on(page.format(""), "/", shorts)) == ["/: BVD"]
    assert not list(unexplained_on(page.format("Bond van Dijken"), "/", shorts))
    assert not list(unexplained_on(page.format('<a href="../deelnemers/org-bvd/">BVD</a>'), "/", shorts))
    assert not list(unexplained_on("<main><p>“De BVD”</p></main>", "/", shorts))
