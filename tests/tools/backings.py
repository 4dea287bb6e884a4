"""What a written page shows behind its words, and what records tie to theirs: read without any code of the pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement

LEADS = {"(bronnen samen": "together"}
OF_A_SOURCE = re.compile(r"\bbronnen/(?P<id>[^/]+)/")
"""The page of a source, as it is now or as it was."""
COMPANIONS = {
    "end_date": ("end_source",),
    "name": ("name_source",),
    "named_as_chair": ("chair_source",),
    "reported_on": ("reported_source",),
    "statuses": ("statuses_source", "statuses_also_source"),
}


@dataclass(frozen=True)
class Shown:
    """Words on a page with the numbers behind them."""

    text: str
    numbers: tuple[int, ...]
    sources: frozenset[str]
    how: str


def numbers_on(page: HtmlElement) -> list[int]:
    """The numbers of sources in the text of a page, in the order of reading."""
    return [number for sign in page.iter("sup") if sign.get("class") == "ref" for number in _numbers_of(sign)]


def listed_on(page: HtmlElement) -> Mapping[int, str]:
    """The sources in the list at the end of a page, by number."""
    items = (element for element in page.iter("li") if re.fullmatch(r"bron-\d+", element.get("id", "")))
    found = {
        int(element.get("id", "")[5:]): OF_A_SOURCE.search(element.find_class("more")[0].get("href", ""))
        for element in items
    }
    return {number: page_of_source["id"] if page_of_source else "" for number, page_of_source in found.items()}


def shown_on(page: HtmlElement) -> Iterator[Shown]:
    """Every stretch of words that a page backs by sources, wherever it stands."""
    listed = listed_on(page)
    for said in page.find_class("said"):
        text, numbers, lead = [said.text or ""], [], ""
        for child in said:
            if child.get("class") == "ref":
                numbers += _numbers_of(child)
            elif child.get("class") == "cited":
                lead = child.text_content().partition(":")[0].strip()
                numbers += [number for sign in child if sign.get("class") == "ref" for number in _numbers_of(sign)]
            elif not numbers and not lead and child.get("class") is None:
                text.append(child.text_content() + (child.tail or ""))
            else:
                continue
        sources = frozenset(listed[number] for number in numbers)
        words = " ".join("".join(text).split())
        yield Shown(words, tuple(numbers), sources, LEADS[lead] if lead else "each")


def parsed(text: str | bytes) -> HtmlElement:
    """A page as a tree."""
    return lxml_html.document_fromstring(text)


def ties_in(part: Any, around: Mapping[str, Any] | None = None) -> Iterator[tuple[str, str, frozenset[str], str]]:
    """Every text in a published record: its field, the text, the sources tied to it, and how they stand behind it.

    A part without a source speaks for the field of the part around it.
    """
    if isinstance(part, Mapping):
        own = part if "source" in part or around is None else None
        for field, value in part.items():
            if field not in ("sources_of", "source", "also_source"):
                yield from _of_field(own or around or {}, field if own else "", field, value)


def _of_field(
    owner: Mapping[str, Any], field: str, name: str, value: Any
) -> Iterator[tuple[str, str, frozenset[str], str]]:
    for item in value if isinstance(value, Sequence) and not isinstance(value, str) else (value,):
        if isinstance(item, str):
            yield (name, item, *tied(owner, field or str(owner.get("_field", name))))
        elif isinstance(item, Mapping):
            yield from ties_in(item, {**owner, "_field": field or owner.get("_field", name)})


def tied(owner: Mapping[str, Any], field: str) -> tuple[frozenset[str], str]:
    """The sources that a fact ties to a field, and whether each says it or they do together."""
    for tie in owner.get("sources_of", ()):
        if field in tie["fields"]:
            return frozenset(tie["sources"]), "each"
    found: list[str] = []
    for name in (*COMPANIONS.get(field, ()), *(() if _has_companion(owner, field) else ("source", "also_source"))):
        given = owner.get(name, ())
        found += [given] if isinstance(given, str) else given
    sources = frozenset(found)
    return sources, "together" if len(sources) > 1 else "each"


def _has_companion(owner: Mapping[str, Any], field: str) -> bool:
    return any(owner.get(name) for name in COMPANIONS.get(field, ()))


def _numbers_of(sign: HtmlElement) -> list[int]:
    """The numbers that a sign such as `1–3, 7` shows: its link, and its button with a note, lead to the same.

    The sign of a footnote shows none.
    """
    (link,) = sign.findall("a")
    if link.get("href", "").startswith("#noot-"):
        return []
    (button,) = sign.findall("button")
    numbers: list[int] = []
    for span in link.text_content().split(", "):
        first, _, last = span.partition("–")
        numbers += range(int(first), int(last or first) + 1)
    assert link.get("href") == f"#bron-{numbers[0]}"
    assert button.get("data-label") == link.text_content()
    assert button.get("popovertarget") == "-".join(["noot", *map(str, numbers)])
    return numbers
