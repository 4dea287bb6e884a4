"""Everything that a page shows can be looked up: words, lines and editions come out as they went in."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site import files, parallel, pipeline, urls, visible
from lrt_site.export import quotations
from lrt_site.export.packed import LIMIT, SIGNS, packed
from lrt_site.export.quotable import Gathering, marked, plain
from lrt_site.output import Kept
from lrt_site.sitemap import states
from tests.builders import a_ledger, a_meeting, a_mention, a_person, a_register, an_output
from tests.tools.schema_faults import schema_faults
from tests.tools.sites import ROOT
from tests.unit.export.test_published import ONCE, SECRET

LEDGER = a_ledger(
    a_register(a_meeting(body="De dijk van zand."), an_output(), a_person(), a_mention()),
    a_register(a_meeting(body="De dijk van klei."), an_output(), a_person(id="p-anders"), a_mention()),
    a_register(a_meeting(body="De dijk van zand."), a_person(id="p-anders"), a_mention(text="Anders.")),
    addresses=states.addresses,
)


def site_of(ledger: Mapping[str, bytes], workers: int = 1) -> Mapping[str, str]:
    """The HTML pages of a ledger and the files of their index, by path."""
    templates, static = files.read_templates(ROOT / "templates")
    kept = Kept()
    sources = pipeline.Sources({}, ledger, templates, static, PurePosixPath("fictief"))
    assert pipeline.build(sources, write=kept, workers=workers).problems == ()
    return {
        path: data.decode() if isinstance(data, bytes) else data
        for path, data in kept.files.items()
        if path.endswith(".html") or path.startswith("data/v1/citaat/")
    }


@pytest.fixture(scope="module")
def site() -> Mapping[str, str]:
    return site_of(LEDGER)


class Index:
    """The files of an index, read as docs/data/citaat.md says."""

    def __init__(self, site: Mapping[str, str]) -> None:
        self.site = site
        index = self.read("/data/v1/citaat/index.json")
        self.words = self.read(index["dictionary"])["words"].split(" ")
        self.found_in = [list(unpacked(line)) for line in self.items(index["words"], "lines")]
        self.lines = [line.split(" ") for line in self.items(index["lines"], "lines")]
        self.pages = list(self.items(index["pages"], "pages"))

    def read(self, address: str) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.site[address[1:]])
        return parsed

    def items(self, parts: Sequence[Mapping[str, Any]], field: str) -> Iterator[Any]:
        count = 0
        for part in parts:
            assert part["from"] == count
            items = self.read(part["file"])[field]
            count += len(items)
            yield from items

    def words_of(self, line: int) -> list[str]:
        return [self.words[code - 5] for code in unpacked(self.lines[line][0]) if code > 4]

    def editions(self) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], list[int]]]:
        """Every page with each of its editions and the numbers of its lines."""
        for page in self.pages:
            before: list[int] = []
            for edition in page["editions"]:
                before = steps_of(list(unpacked(edition["lines"])), before)
                yield page, edition, before


def unpacked(text: str) -> Iterator[int]:
    signs = iter([SIGNS.index(sign) for sign in text])
    for lead in signs:
        more, first, start = (0, 0, 0) if lead < 46 else (1, 46, 46) if lead < 86 else (2, 86, 3726)
        if lead == 91:
            more, first, start = 4, 91, 46046
        number = lead - first
        for _ in range(more):
            number = number * 92 + next(signs)
        yield start + number


def steps_of(steps: Sequence[int], before: Sequence[int]) -> list[int]:
    lines: list[int] = []
    expected, place = 0, 0
    for double, folded in zip(steps[::2], steps[1::2], strict=True):
        count, far = double // 2, -(folded + 1) // 2 if folded % 2 else folded // 2
        if double % 2:
            place += far
            lines += before[place : place + count]
        else:
            lines += range(expected + far, expected + far + count)
        place, expected = place + count, lines[-1] + 1
    return lines


@given(st.lists(st.integers(0, LIMIT - 1) | st.integers(0, 50_000)))
def test_packed_numbers_come_out_as_they_went_in(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers
    assert json.dumps(packed(numbers)) == f'"{packed(numbers)}"'


@given(st.lists(st.integers(0, 30)), st.lists(st.integers(0, 30)))
def test_an_edition_is_read_from_the_one_before_it(lines: list[int], before: list[int]) -> None:
    assert steps_of(list(quotations._steps(lines, before)), before) == lines


@given(st.sets(st.integers(0, 60)).map(sorted))
def test_numbers_that_rise_are_told_by_what_lies_between(numbers: list[int]) -> None:
    gaps, spans = list(quotations._gaps(numbers)), iter(quotations._spans(numbers))
    assert [sum(gaps[: place + 1]) + place for place in range(len(gaps))] == numbers
    found: list[int] = []
    for double in spans:
        first = (found[-1] if found else -1) + 1 + double // 2
        found += range(first, first + 1 + (next(spans) if double % 2 else 0))
    assert found == numbers


SHORTENED = "Op dit adres staat zelf geen pagina."
"""What a page says that only leads on from an address of which the end was cut off."""


def test_every_page_is_in_the_index_line_by_line(site: Mapping[str, str]) -> None:
    index = Index(site)
    found = {}
    for page, edition, lines in index.editions():
        words = [word for line in lines for word in index.words_of(line)]
        found[urls.file_of(edition.get("address", page["address"]))] = words
    shown = {}
    for path, html in site.items():
        if path.endswith(".html") and SHORTENED not in html:
            texts = map(marked, visible.lines_of(html, without=visible.UNQUOTED))
            shown[path] = [word.text for text in texts for word in quotations.words_in(text)]
    assert len(shown) > 100
    assert found == shown


def test_every_line_is_found_by_each_of_its_words_and_leads_to_its_pages(site: Mapping[str, str]) -> None:
    index = Index(site)
    having: dict[str, set[int]] = {}
    for line in range(len(index.lines)):
        for word in index.words_of(line):
            having.setdefault(word, set()).add(line)
    for word, gaps in zip(index.words, index.found_in, strict=True):
        told = {sum(gaps[: place + 1]) + place for place in range(len(gaps))}
        assert having.get(word, set()) <= told
    on_page: dict[int, set[int]] = {}
    numbers = {page["address"]: number for number, page in enumerate(index.pages)}
    for page, _, lines in index.editions():
        for line in lines:
            on_page.setdefault(line, set()).add(numbers[page["address"]])
    for line, (_, spans) in enumerate(index.lines):
        assert len(on_page[line]) == sum(1 for _ in numbers_in(list(unpacked(spans))))


def numbers_in(spans: Sequence[int]) -> Iterator[int]:
    rest = iter(spans)
    for double in rest:
        yield from range(1 + (next(rest) if double % 2 else 0))


def test_the_editions_of_a_page_follow_each_other(site: Mapping[str, str]) -> None:
    index = Index(site)
    told = {
        page["address"]: [(item.get("address"), item.get("from"), item.get("to")) for item in page["editions"]]
        for page in index.pages
    }
    meeting = "/vergaderingen/m-2020-06-15/"
    assert told[meeting] == [
        (None, 3, None),
        (f"{meeting}versies/3/", 3, None),
        (f"{meeting}versies/2/", 2, 2),
        (f"{meeting}versies/1/", 1, 1),
    ]
    assert told["/uitingen/o-2020-07-01/"] == [(None, None, None), ("/uitingen/o-2020-07-01/versies/1/", 1, 2)]
    assert told["/deelnemers/p-anders/"][1:] == [
        ("/deelnemers/p-anders/versies/2/", 2, None),
        ("/deelnemers/p-fictief/versies/1/", 1, 1),
    ]
    assert told["/vermeldingen/ver-fictief/versies/2/"] == [
        (None, 3, None),
        ("/vermeldingen/ver-fictief/versies/1/", 1, 2),
    ]


def test_pages_of_now_come_before_what_is_gone(site: Mapping[str, str]) -> None:
    addresses = [page["address"] for page in Index(site).pages]
    assert addresses[0] == urls.HOME
    gone = addresses.index("/uitingen/o-2020-07-01/")
    assert addresses.index("/vergaderingen/m-2020-06-15/") < gone
    assert gone < addresses.index("/vermeldingen/ver-fictief/versies/2/")


def test_the_files_keep_to_their_schema_and_stay_small(
    site: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotations, "LARGEST", 2000)
    parts = {path: text for path, text in site_of(LEDGER).items() if re.fullmatch(r"data/.*\.json", path)}
    assert [fault for path, text in parts.items() for fault in schema_faults(path, text.encode())] == []
    in_parts = {path: len(text) for path, text in parts.items() if path.count("/") == 4}
    assert len(in_parts) > 20
    assert max(size for path, size in in_parts.items() if "regels" in path) < 3000
    assert list(Index(parts).editions()) == list(Index(site).editions())


def test_the_index_is_the_same_with_any_number_of_workers(site: Mapping[str, str]) -> None:
    gathered, apart = Gathering(), Gathering()
    for path, html in site.items():
        if path.endswith(".html"):
            gathered.take(f"/{path}", path, gathered.lines_in(html))
            alone = Gathering()
            alone.take(f"/{path}", path, alone.lines_in(html))
            apart.add(alone)
    assert list(apart.lines) == list(gathered.lines)
    assert apart.pages == gathered.pages


def test_the_index_does_not_hang_on_the_order_in_which_pages_are_made(
    site: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    each = parallel.each
    monkeypatch.setattr(parallel, "each", lambda items, *rest, **how: each(items[::-1], *rest, **how))
    made = site_of(LEDGER)
    assert list(made) != list(site)
    assert dict(made) == dict(site)


def test_withdrawn_words_are_not_in_the_index() -> None:
    assert [path for path, text in site_of(ONCE).items() if SECRET.lower() in text.lower()] == []


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>De <b>Táfel</b> sprak.</p>", "de tafel sprak"),
        ('<p>regietafels<sup class="ref">1</sup> zijn</p>', "regietafels|{1} zijn"),
        ('<p>zei zij.<sup class="ref">1</sup><sup class="ref">2</sup></p>', "zei zij {1}|{2}"),
        ('<td>3<span class="hidden"> keer</span></td>', "3 {keer}"),
        ('<p>op 1 juli, <span class="today">3 dagen geleden</span></p>', "op 1 juli <3 dagen geleden>"),
        ("<p><span>eerder</span><small>Laatst</small></p>", "eerder|laatst"),
        ("<p>zacht\u00adafbreken <b>en</b>\u00a0plakken</p>", "zachtafbreken en plakken"),
    ],
)
def test_a_line_tells_what_hangs_together(html: str, line: str) -> None:
    assert [marked(group) for group in visible.lines_of(f"<main>{html}</main>")] == [line]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De Táfel – ‘samen’ – zei: “ja”!", "de tafel samen zei ja"),
        ("**vet** en _schuin_ en [een link](https://fictief.example/a_b)", "vet en schuin en een link"),
        ("noot[^1] en noot[^lange-naam], bron [12]", "noot en noot bron"),
        ("zacht\u00adafbreken en\u00a0plakken", "zachtafbreken en plakken"),
        ("1.200 plekken\n\n# Kop", "1 200 plekken kop"),
    ],
)
def test_only_words_count(text: str, words: str) -> None:
    assert plain(text) == words
    assert plain(words) == words
    assert re.fullmatch(r"[^{}<>|]*", plain(text + "{}<>|"))
