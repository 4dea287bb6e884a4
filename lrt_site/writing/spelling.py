"""Values as YAML, and ids as the content makes them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection

from lrt_site.urls import slug_of

_PLAIN = re.compile(r"[A-Za-zÀ-ž0-9(‘“][^\n\"#]*")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}
_CITED = re.compile(r"(?P<dossier>[0-9]{2} ?[0-9]{3}(?: [IVXL]+)?)(?:,| )+(?:nr\. ?)?(?P<number>[0-9A-Z]+)$")
_SMALL = re.compile(
    "aan|als|bij|dat|de|deze|die|dit|door|een|en|er|heeft|het|hoe|in|is|met|naar|of|om|op|over|te|tot|uit|van|voor|"
    "waar|waren|was|wat|welke|werd|wie|wordt|zijn"
)
"""Words that tell nothing by themselves."""
_SOURCE = re.compile("s-(?!kst-)([a-z]+)-")
_YEAR = re.compile("-?(?:19|20)[0-9]{2}")


def scalar(text: str) -> str:
    """A text as a value in YAML: plain where it can be, else between quotes."""
    text = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(text) and ": " not in text and not text.endswith(":") and text.lower() not in _WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def free(wanted: str, taken: Collection[str]) -> str:
    """An id that is not taken: the wanted one, or the first with a number behind it. Capitals make no other id."""
    used = {identifier.lower() for identifier in taken}
    number = 1
    while (candidate := wanted if number == 1 else f"{wanted}-{number}").lower() in used:
        number += 1
    return candidate


def begin_of(ids: Collection[str], otherwise: str) -> str:
    """With what the ids of a kind begin, where more than half of them do; else this."""
    counted = Counter(identifier.split("-")[0] for identifier in ids if "-" in identifier)
    begin, times = counted.most_common(1)[0] if counted else ("", 0)
    return begin if times > len(ids) / 2 else otherwise


def of_words(begin: str, text: str, most: int = 3) -> str:
    """This begin, and the first of the words of a text that tell something."""
    words = [word for word in slug_of(text).split("-") if word] if text else []
    telling = [word for word in words if not _SMALL.fullmatch(word)] or words
    return "-".join(filter(None, (begin, *telling[:most])))


def of_person(name: str) -> str:
    """`p-` and the surname: `Hugo de Jonge` is `p-de-jonge`."""
    parts = name.split()
    small = next((index for index, part in enumerate(parts) if index and part[:1].islower()), len(parts) - 1)
    return f"p-{slug_of(' '.join(parts[small:]))}"


def of_source(title: str, publisher: str, date: str, citation: str, alike: Collection[str] = ()) -> str:
    """`s-kst-` with the numbers of a parliamentary paper, else `s-`, a word and the date.

    The word is the one in the ids of sources that are alike, or else the first of the publisher.
    """
    if found := _CITED.match(citation):
        return f"s-kst-{slug_of(found['dossier'].replace(' ', '', 1))}-{found['number'].lower()}"
    words = Counter(found[1] for identifier in alike if (found := _SOURCE.match(identifier)))
    usual = words.most_common(1)[0][0] if words else ""
    about = usual or slug_of(publisher).split("-")[0] or slug_of(title)
    return f"s-{'-'.join(filter(None, (about, date[:7])))}"


def of_figure(series: str, last: str, time: str) -> str:
    """The id of the last value of a series with another time, such as `f-occ-2025-11-21` after `f-occ-2024`."""
    begin = _YEAR.split(last, maxsplit=1)[0] or f"f-{series}"
    return f"{begin}-{time.lower().replace('/', '-').replace('-h', 'h')}"
