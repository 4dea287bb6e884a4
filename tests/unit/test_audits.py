"""An audit tells what was missed, and weighs a page as it is sent."""

from pathlib import Path

from tests.audits import findings, paper, weight
from tests.audits.findings import Finding


def test_the_page_that_misses_a_bar_by_most_is_named_first() -> None:
    weighed = [
        Finding("Weight", "<= 5", page, size, float(size) <= 5) for page, size in (("a", "7"), ("b", "4"), ("c", "12"))
    ]
    told = findings.in_markdown(weighed)
    assert "| Weight | <= 5 | 3 | 2 |" in told
    assert told.index("| c | 12 |") < told.index("| a | 7 |")
    assert "| b |" not in told


def test_a_page_is_weighed_with_what_it_loads_and_what_is_kept_is_not_of_now(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static/site.css").write_text("a{color:red}" * 1000, "utf-8")
    (tmp_path / "index.html").write_text('<link rel="stylesheet" href="static/site.css"></head>', "utf-8")
    (tmp_path / "oud").mkdir()
    (tmp_path / "oud/index.html").write_text('<meta name="robots" content="noindex"></head>', "utf-8")
    assert weight.living(tmp_path) == ("/",)
    found = {one.bar: one for one in weight.weights("site", tmp_path)}
    assert found["Style, raw"].measured == "12000"
    assert not found["Style, raw"].met
    assert found["Page with all it loads"].met


def test_words_are_found_on_paper_wherever_a_line_broke() -> None:
    assert paper.bare("huis\xadvesting, 1.200") in paper.bare("Wat de huis-\nvesting 1.200 kost")
