"""Pages link to the handbook of the project as it was made, and to nothing that it lacks."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lrt_site.cli import building
from tests.tools import editors
from tests.tools.pages import broken_links, pages_of
from tests.tools.small import FIRST

FEEDS, CHECKING = "/handboek/data/feeds/", "/handboek/data/publicaties/"
OWN = {"index.md": "# Ons handboek\n"}
WITHOUT_FIRST_PAGE = {"over.md": "# Over ons\n"}
AS_OURS = {"data/feeds.md": "# Feeds\n", "data/publicaties.md": "# Nagaan\n\n## Zelf controleren\n", **OWN}
ABOUT_OTHER_THINGS = {"data/publicaties.md": "# Onze publicaties\n", **OWN}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content tree, published."""
    folder = editors.write_small(tmp_path_factory.mktemp("elders") / "content")
    editors.publish(folder, FIRST)
    return folder


@pytest.mark.parametrize(
    ("documents", "linked"),
    [
        (OWN, {"/handboek/"}),
        (WITHOUT_FIRST_PAGE, set()),
        (AS_OURS, {"/handboek/", FEEDS, CHECKING}),
        (ABOUT_OTHER_THINGS, {"/handboek/"}),
    ],
)
def test_no_page_links_to_what_the_handbook_lacks(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, documents: Mapping[str, str], linked: set[str]
) -> None:
    project(tmp_path, documents)
    monkeypatch.chdir(tmp_path)
    assert links(built(tmp_path, content, with_handbook=True)) == linked


def test_a_site_that_is_built_without_its_handbook_does_not_link_to_it(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, OWN)
    monkeypatch.chdir(tmp_path)
    assert links(built(tmp_path, content, with_handbook=False)) == set()


def project(folder: Path, documents: Mapping[str, str]) -> None:
    """A project with a handbook of its own in a folder."""
    (folder / "mkdocs.yml").write_text("site_name: Ons handboek\n", "utf-8")
    for name, text in documents.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def built(folder: Path, content: Path, *, with_handbook: bool) -> Path:
    site = folder / "site"
    site.mkdir()
    building.build_into(site, content, None, with_handbook=with_handbook)
    return site


def links(site: Path) -> set[str]:
    """The pages of the handbook to which pages of the site link; every link on them leads somewhere."""
    pages = list(pages_of(site, handbook=False))
    assert [link for page in pages for link in broken_links(site, page)] == []
    return {to for page in pages for to in page.leads_to("body") if to.startswith("/handboek/")}
