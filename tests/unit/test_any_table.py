"""The program is for any table: what is special to one is content."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("lrt_site", "templates")
NO_TEXT = {".ico", ".pyc", ".ttf", ".xz"}
OF_ONE_TABLE = re.compile(
    r"\blrt(?![-_]?site)|regietafel|landelijke|asiel|opvang|migratie|vluchteling|statushouder|vergunninghouder|"
    r"spreidingswet|inburger|rijkshe|\bCOA\b|\bVNG\b|\bIPO\b|\bBZK\b|\bJenV\b|\bT02933\b|\bprt-",
    re.IGNORECASE,
)
ALLOWED = {
    "de landelijke tafel": "said only where the content has provincial tables, to tell it from those",
    "landelijke tafel": "the same, as the name of a link",
    "in de landelijke verdeling": "said on the page of a province, of versions of one number of all provinces",
}
"""What may be said all the same, and why."""


def texts() -> dict[str, str]:
    """Every text of the package and of its templates, by path."""
    return {
        str(path.relative_to(ROOT)): path.read_text("utf-8")
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in NO_TEXT
    }


def said_of_one_table(text: str) -> list[str]:
    """The words in a text that fit one table alone."""
    for phrase in ALLOWED:
        text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
    return OF_ONE_TABLE.findall(text)


def test_the_package_says_nothing_of_one_table() -> None:
    found = {path: said for path, text in texts().items() if (said := said_of_one_table(text))}
    assert len(texts()) > 200
    assert found == {}


@pytest.mark.parametrize("phrase", ALLOWED)
def test_what_is_allowed_is_said_somewhere(phrase: str) -> None:
    assert any(phrase in text.lower() for text in texts().values())


@pytest.mark.parametrize("text", ["de LRT", "id: lrt-2021", "een regietafel", "zoals T02933", "het COA", "prt-zeeland"])
def test_words_of_one_table_are_found(text: str) -> None:
    assert said_of_one_table(text)


@pytest.mark.parametrize(
    "text", ["lrt-site build", "from lrt_site import files", "class LrtSiteError", "de landelijke tafel"]
)
def test_the_name_of_the_program_is_no_such_word(text: str) -> None:
    assert not said_of_one_table(text)
