"""The bar says what is wrong and where, to everybody, and leaves the page as it was."""

from pathlib import PurePosixPath

from lrt_site.problems import Problem
from lrt_site.serve import bar
from tests.tools.pages import page_of


def problem(number: int, message: str = 'Dit is <b>fout</b> & "zo".') -> Problem:
    return Problem(PurePosixPath(f"content/{number:03}.md"), number + 1, 2, "broken-link", message)


def test_the_first_problem_is_in_view_and_the_others_are_a_step_away() -> None:
    inside = bar.bar([problem(0), problem(1), problem(2)], is_behind=True)
    ahead, folded = inside.split("<details>")
    assert 'role="alert"' in ahead
    assert "3 problemen gevonden." in ahead
    assert "U ziet de site van vóór de fout." in ahead
    assert "content/000.md, regel 1:" in ahead
    assert "content/001.md, regel 2:" in folded
    assert "content/002.md, regel 3:" in folded
    assert "Dit is &lt;b&gt;fout&lt;/b&gt; &amp; &quot;zo&quot;." in ahead
    assert 'role="region" aria-label="Meldingen bij dit voorbeeld" tabindex="0"' in ahead


def test_what_is_shown_all_the_same_is_said() -> None:
    inside = bar.bar([problem(0)], is_behind=False)
    assert "1 probleem gevonden." in inside
    assert "U ziet wat u schreef." in inside
    assert "<details>" not in inside


def test_of_very_many_problems_not_all_go_to_every_page() -> None:
    inside = bar.bar([problem(number) for number in range(5000)], is_behind=False)
    assert inside.count("regel") == 100
    assert "En nog 4900: zie lrt-site check." in inside


def test_a_page_that_follows_is_the_page_with_something_before_its_text() -> None:
    page = '<html><head><title>x</title></head><body class="y"><p>Tekst</body></html>'
    followed = bar.followed(page, "", "a.1.f")
    before, after = page.split("<p>")
    assert followed.startswith(before)
    assert followed.endswith(f"<p>{after}")
    assert 'data-stand="a.1.f"></div>' in followed
    assert f'src="{bar.SCRIPT}"' in followed


def test_a_text_that_is_no_page_follows_too() -> None:
    assert bar.followed("los", "", "a.1.f").endswith("los")


def test_where_there_is_no_page_yet_it_says_so() -> None:
    inside = bar.bar([problem(0)], is_behind=True)
    words = page_of("/", bar.followed(bar.without_page(inside), inside, "a.1.f").encode()).words
    assert words.index("content/000.md, regel 1:") < words.index("Dit kan nog niet worden getoond")
