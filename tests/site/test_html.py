"""Every page of both sites is sound HTML, by the checker of the W3C."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tests.tools.checkers import HtmlError


def test_the_html_checker_finds_no_error(
    real_site: Path, fictief_site: Path, vnu: Callable[[Iterable[Path]], list[HtmlError]]
) -> None:
    """The handbook is the same in both sites."""
    folders = [path for path in sorted(fictief_site.iterdir()) if path.is_dir() and path.name != "handboek"]
    assert "\n".join(map(str, vnu([real_site, *folders, *sorted(fictief_site.glob("*.html"))]))) == ""
