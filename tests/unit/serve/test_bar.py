"""What stands above a page says what is wrong and what was saved, to everybody, and leaves the page as it was."""

from pathlib import PurePosixPath

from lrt_site.problems import Problem
from lrt_site.serve import assets, bar
from lrt_site.serve.shown import LastSaved
from tests.tools.pages import page_of


def problem(number: int) -> Problem:
    return Problem(PurePosixPath(f"content/{number:03}.md"), number + 1, 2, "broken-link", f"Fout {number}.")


def told(problem: Problem) -> str:
    return f"<p>{problem.file}: {problem.message}</p>"


def test_the_first_problem_is_in_view_and_the_others_are_a_step_away() -> None:
    inside = bar.bar([problem(0), problem(1), problem(2)], told, "Niet bijgewerkt.", own=1)
    ahead, folded = inside.split("<details>")
    assert 'role="alert"' in ahead
    assert "3 problemen gevonden.</b> Op deze pagina 1, elders 2. Niet bijgewerkt.</p>" in ahead
    assert "content/000.md: Fout 0." in ahead
    assert "content/001.md" in folded
    assert "content/002.md" in folded
    assert 'role="region" aria-label="Meldingen bij dit voorbeeld" tabindex="0"' in ahead


def test_what_is_shown_all_the_same_is_said() -> None:
    inside = bar.bar([problem(0)], told, "", own=1)
    assert "1 probleem gevonden.</b> Op deze pagina. U ziet wat u schreef." in inside
    assert "<details>" not in inside
    assert bar.bar([], told, "Niet bijgewerkt.") == ""


def test_of_very_many_problems_not_all_go_to_every_page() -> None:
    inside = bar.bar([problem(number) for number in range(5000)], told, "")
    assert inside.count("Fout") == 100
    assert "En nog 4900: zie lrt-site check." in inside


def test_a_page_that_follows_is_the_page_with_something_before_its_text() -> None:
    page = '<html><head><title>x</title></head><body class="y"><p>Tekst</body></html>'
    followed = bar.followed(page, "", "a.1.0.f", LastSaved())
    before, after = page.split("<p>")
    assert followed.startswith(before)
    assert followed.endswith(f"<p>{after}")
    assert 'data-stand="a.1.0.f">' in followed
    assert f'src="{assets.SCRIPT}"' in followed
    assert "Laatst bewaard" not in followed


def test_what_was_saved_last_is_a_link_that_needs_no_script() -> None:
    followed = bar.followed("<body>", "", "a", LastSaved(1, '/x/"', "<b>Titel</b>"))
    assert '<a href="/x/&quot;">&lt;b&gt;Titel&lt;/b&gt;</a>' in followed


def test_a_text_that_is_no_page_follows_too() -> None:
    assert bar.followed("los", "", "a.1.0.f", LastSaved()).endswith("los")


def test_where_there_is_no_page_yet_it_says_so() -> None:
    page = bar.followed(bar.without_page(is_explained=True), bar.bar([problem(0)], told, ""), "a", LastSaved())
    words = page_of("/", page.encode()).words
    assert words.index("content/000.md") < words.index("Dit kan nog niet worden getoond")
    assert "Er is nog niets gemaakt." in bar.without_page(is_explained=False)
