"""A preview makes each file when it is asked for, the same as a build does, whatever it kept from the one before."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from lrt_site import checking, files, pipeline, previewing
from lrt_site.export.reminder import half_years, pack_files
from lrt_site.pipeline import Sources
from lrt_site.previewing import Inputs, Memory, Preview
from lrt_site.sitemap import sheets
from tests.tools.sites import ROOT
from tests.tools.small import MEETING, SMALL

REPORT = f"meetings/{MEETING}.md"
SERIES = "figures/series.yml"
TABLE = "figures/aantal.csv"
A_SAMPLE = 40
"""One page in so many."""


def sources_in(content: str) -> Sources:
    texts, unread = files.read_content(ROOT / content)
    assert not unread
    templates, static = files.read_templates(ROOT / "templates")
    return Sources(texts, files.read_ledger(ROOT / content), templates, static, PurePosixPath(content))


def previewed(sources: Sources, kept: Memory | None = None) -> Preview:
    kept = kept or Memory()
    inputs = previewing.read(sources, kept)
    assert inputs.is_whole, inputs.problems
    return Preview(inputs, kept)


def files_of(preview: Preview) -> dict[str, str | bytes]:
    return {path: make() for path, make in sorted(preview.makers().items())}


@pytest.fixture(scope="module")
def small() -> Sources:
    """The small tree in a site with two templates of its own."""
    templates, _ = files.read_templates(ROOT / "templates")
    static: dict[str, bytes] = {"static/x.css": b"p {}"}
    return Sources(SMALL, {}, templates, static, PurePosixPath("inhoud"), frozenset({"/handboek/"}))


def test_every_file_of_a_preview_is_that_of_a_build(small: Sources) -> None:
    built = pipeline.build(small, preview=True)
    assert not built.problems
    preview = previewed(small)
    assert files_of(preview) == built.files
    for path in built.files:
        maker = preview.maker(path)
        assert maker, path
        assert maker() == built.files[path]
    assert preview.maker("nergens.html") is None


def test_so_is_a_sample_of_the_files_of_a_large_site(monkeypatch: pytest.MonkeyPatch) -> None:
    all_pages, all_days = sheets.unpublished, half_years.cut_offs
    monkeypatch.setattr(sheets, "unpublished", lambda state: all_pages(state)[::A_SAMPLE])
    for module in (half_years, pack_files):
        monkeypatch.setattr(module, "cut_offs", lambda state: all_days(state)[-1:])
    sources = sources_in("content")
    built = pipeline.build(sources, preview=True)
    assert not built.problems
    assert any(path.endswith(".pdf") for path in built.files)
    assert files_of(previewed(sources)) == built.files


def test_what_is_kept_changes_nothing_of_what_is_made(small: Sources) -> None:
    kept, texts = Memory(), dict(SMALL)
    series = "series:\n  - {id: aantal, name: Aantal, counts: wat er is, kind: stand, theme: tempo}\n"
    steps: list[dict[str, str | None]] = [
        {},
        {REPORT: SMALL[REPORT] + "\nNog een zin.\n"},
        {SERIES: series, TABLE: "id,period,value,unit,source\na-1,2024,3,stuks,s-fictief\n"},
        {TABLE: "id,period,value,unit,source\na-1,2024,4,stuks,s-fictief\na-2,2025,5,stuks,s-fictief\n"},
        {"meetings/m-2.md": SMALL[REPORT].replace(MEETING, "m-2").replace("2025-03-11", "2025-09-01")},
        {REPORT: None},
        {REPORT: SMALL[REPORT], SERIES: None, TABLE: None},
    ]
    before: dict[str, str | bytes] = {}
    for step in steps:
        texts |= {path: text for path, text in step.items() if text is not None}
        texts = {path: text for path, text in texts.items() if step.get(path, "") is not None}
        sources = replace(small, content=dict(texts))
        made = files_of(previewed(sources, kept))
        assert made == files_of(previewed(sources))
        assert made != before
        before = made


def test_a_file_that_says_the_same_is_not_read_again(small: Sources) -> None:
    kept = Memory()
    before = previewing.read(small, kept).register.records
    after = previewing.read(
        replace(small, content={**SMALL, REPORT: SMALL[REPORT] + "\nMeer.\n"}), kept
    ).register.records
    assert {name for name in after if after[name] is not before[name]} == {MEETING}


def test_what_is_found_step_by_step_is_what_a_check_finds() -> None:
    broken, unread = files.read_content(ROOT / "tests/content/broken")
    assert not unread
    root = PurePosixPath("tests/content/broken")
    sources = Sources(broken, {}, {}, {}, root)
    kept = Memory()
    for _ in range(2):
        inputs = previewing.read(sources, kept)
        found = {*inputs.problems}.union(*previewing.problems_by_step(inputs, kept))
        assert tuple(sorted(found)) == checking.check(broken, root=root)
        assert not inputs.is_whole


def test_a_link_that_led_somewhere_is_told_when_its_record_goes(small: Sources) -> None:
    kept = Memory()
    linked = {**SMALL, "pages/fictie.md": SMALL["pages/fictie.md"] + f"\n[Verslag]({MEETING}.md)\n"}
    without = {path: text for path, text in linked.items() if path != REPORT}

    def codes(content: dict[str, str]) -> list[str]:
        inputs: Inputs = previewing.read(replace(small, content=content), kept)
        return [problem.code for found in previewing.problems_by_step(inputs, kept) for problem in found]

    assert codes(linked) == []
    assert "broken-link" in codes(without)
    assert codes(linked) == []


def test_a_ledger_that_cannot_be_read_leaves_nothing_whole(small: Sources) -> None:
    kept = Memory()
    entry = "2026-01-15/publication.json"
    inputs = previewing.read(replace(small, ledger={entry: b"[" * 100_000}), kept)
    assert not inputs.is_whole
    assert inputs.problems[0].file == small.root / "publications" / entry
    assert previewing.read(small, kept).is_whole
