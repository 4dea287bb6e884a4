"""How things stood on a day: on the real site, by date picker, and by links alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.pages import page_in

COMMITMENTS = ("/toezeggingen/", "peildatum/", "Hoe stonden de toezeggingen ervoor op …?")
FIGURES = ("/cijfers/", "", "Welke cijfers hadden bronnen op deze dag gegeven?")


@pytest.mark.parametrize(
    ("section", "below", "question", "day", "page"),
    [
        (*COMMITMENTS, "2022-04-01", "2022-01-01"),
        (*COMMITMENTS, "2022-04-02", "2022-04-02"),
        (*COMMITMENTS, "2022-05-17", "2022-04-02"),
        (*COMMITMENTS, "2026-11-20", "2026-07-01"),
        (*FIGURES, "2022-01-23", "2022-01-01"),
        (*FIGURES, "2022-01-24", "2022-01-24"),
    ],
)
def test_the_date_picker_leads_to_the_page_that_holds_for_a_day(
    real_site: Path,
    served: Callable[[Path], str],
    browser: Browser,
    section: str,
    below: str,
    question: str,
    day: str,
    page: str,
) -> None:
    window = browser.new_page()
    window.goto(f"{served(real_site)}{section}{below}")
    form = window.get_by_role("form", name=question)
    form.locator("#dag").fill(day)
    form.get_by_role("button", name="Toon").click()
    window.wait_for_url(f"**{section}peildatum/{page}/?dag={day}")
    window.close()


@pytest.mark.parametrize(("section", "below"), [COMMITMENTS[:2], FIGURES[:2]])
def test_without_a_script_the_days_are_listed_and_no_picker_shows(
    real_site: Path, served: Callable[[Path], str], browser: Browser, section: str, below: str
) -> None:
    window = browser.new_page(java_script_enabled=False)
    window.goto(f"{served(real_site)}{section}{below}")
    assert window.get_by_role("button", name="Toon").count() == 0
    folded = window.locator("summary", has_text="dagen in 2022")
    if folded.count():
        folded.click()
    window.get_by_role("link", name="1 januari 2022", exact=True).first.click()
    window.wait_for_url(f"**{section}peildatum/2022-01-01/")
    window.close()


@pytest.mark.parametrize(("section", "below"), [COMMITMENTS[:2], FIGURES[:2]])
def test_one_page_leads_to_every_day(real_site: Path, section: str, below: str) -> None:
    folder = real_site / section.strip("/") / "peildatum"
    days = {f"{section}peildatum/{day.name}/" for day in folder.iterdir() if day.is_dir()}
    assert days
    assert days <= page_in(real_site, section + below).leads_to("main")


def test_a_passed_deadline_stands_beside_what_is_known_of_the_status_and_is_not_judged(real_site: Path) -> None:
    words = page_in(real_site, "/toezeggingen/peildatum/2022-04-02/").words
    assert "Termijn verstreken. Welke status de toezegging toen had, is niet bekend" in words
    assert "Nog niet afgehandeld, voor zover bekend" not in words
    assert "Volgende status: voldaan, volgens een bron in oktober 2024 (dag niet bekend)" in words
    assert "Deze site zegt niet of een toezegging is nagekomen." in words
    for day in ("2022-01-01", "2024-11-01"):
        words = page_in(real_site, f"/toezeggingen/peildatum/{day}/").words
        assert "Bij geen toezegging van dit ambt was de termijn verstreken, voor zover bekend." in words
        assert not re.search(r"Termijn verstreken[,.]", words)


def test_the_value_of_a_year_is_the_one_that_had_been_given_by_then(fictief_site: Path) -> None:
    for day, value in (("2024-03-14", "19.120"), ("2024-10-10", "19.305"), ("2025-03-13", "19.870")):
        assert f"{value} overtochten" in page_in(fictief_site, f"/cijfers/peildatum/{day}/").words
    assert "19.305" not in page_in(fictief_site, "/cijfers/peildatum/2024-03-14/").words
