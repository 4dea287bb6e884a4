"""What pages of both sites are built from is sound HTML, by the checker of the W3C."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tests.tools.checkers import HtmlError, unlike


def test_the_html_checker_finds_no_error(
    real_site: Path, fictief_site: Path, vnu: Callable[[Iterable[Path]], list[HtmlError]]
) -> None:
    assert "\n".join(map(str, vnu(unlike([real_site, fictief_site])))) == ""
