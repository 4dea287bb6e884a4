"""A colleague reads a change in a merge request: what is new whole, what was and is, beside another state of git."""

import subprocess
from pathlib import Path

import pytest
from lxml import html

from lrt_site import revisions
from lrt_site.files import read_content
from lrt_site.problems import LrtSiteError
from tests.tools import editors
from tests.tools.editors import edit, lrt_site, run
from tests.tools.small import FIRST, MEETING

NEW = "m-2026-01-08"
SERIES = "series:\n  - {id: reeks, name: Fictieve reeks, theme: fictie, kind: stand, counts: Verzonnen plekken.}\n"
VALUES = "id,date,value,unit,source\nw-1,2024-01-01,72500,plekken,s-fictief\n"


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Fictief", "-c", "user.email=fictief@fictief.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, subject: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", subject)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small tree with a series, in a folder of a repository, published and committed on main."""
    content = editors.write_small(tmp_path / "kloon" / "inhoud")
    (content / "figures").mkdir()
    (content / "figures/series.yml").write_text(SERIES, "utf-8")
    (content / "figures/reeks.csv").write_text(VALUES, "utf-8")
    editors.publish(content, FIRST)
    git(content.parent, "init", "--quiet", "--initial-branch", "main", ".")
    commit(content.parent, "eerste")
    return content


def changed(content: Path) -> None:
    """A branch with a new meeting, another place of discussion and a mistyped value."""
    git(content, "switch", "--quiet", "--create", "wijziging")
    text = (content / f"meetings/{MEETING}.md").read_text("utf-8")
    fresh = (
        text.replace(MEETING, NEW).replace("2025-03-11", "2026-01-08").replace("verzonnen zaken.", "@jan & *dijken*.")
    )
    (content / f"meetings/{NEW}.md").write_text(f"{fresh}\n## Slot\n\nMet <b>vet</b>.\n", "utf-8")
    edit(content / f"meetings/{MEETING}.md", "De tafel sprak over fictie.", "De tafel sprak over iets anders.")
    edit(
        content / "figures/reeks.csv",
        "72500,plekken,s-fictief",
        "75200,plekken,s-fictief\nw-2,2025-01-01,752000,plekken,s-fictief",
    )
    commit(content, "wijziging")


def test_a_review_tells_what_is_new_whole_and_what_changed(content: Path) -> None:
    changed(content)
    told = lrt_site("diff", "--content", content, "--against", "main", "--format", "markdown")
    assert told.startswith("## Wat er verandert\n\nVergeleken met versie ")
    assert " van git (main): 2 verbeterd, 1 nieuw.\n" in told
    assert "#### Vergadering van 8 januari 2026" in told
    assert "- <strong>Datum: </strong>8 januari 2026" in told
    assert "A. Fictief" in told
    assert "> De deelnemers spraken over @<!-- -->jan &amp; \\*dijken\\*." in told
    assert "> <strong>Slot</strong>" in told
    assert "Met &lt;b&gt;vet&lt;/b&gt;." in told
    assert (
        "| 1 januari 2024 | 72.500 plekken | 75.200 plekken | +3,7 % <strong>Let op: Alleen de cijfers 2 en 5" in told
    )
    assert "| 1 januari 2025 | 72.500 plekken (1 januari 2024) | 752.000 plekken | +937,2 % <strong>Let op: De" in told
    assert "### Kijk deze cijfers na" in told
    assert f"\n- /vergaderingen/{NEW}/\n" in told
    assert "### 2 problemen in de inhoud" in told


def test_a_review_leads_to_the_preview(content: Path) -> None:
    changed(content)
    given = ("diff", "--content", content, "--preview-url", "https://voorbeeld.example/7/", "--format")
    address = f"https://voorbeeld.example/7/vergaderingen/{NEW}/"
    assert lrt_site(*given, "markdown").count(f'<a href="{address}">') == 2
    page = html.document_fromstring(lrt_site(*given, "html"))
    assert page.xpath(f"count(//a[@href='{address}'])") == 2
    assert page.xpath("string(//h1)") == "Wat er verandert"
    assert page.xpath("string(//p)") == "Vergeleken met publicatie 1 (15 januari 2026): 2 verbeterd, 1 nieuw."
    assert page.xpath("//blockquote//h2[.='Slot']")
    assert not page.xpath("//b")
    wrong = run(*given[:3], "--preview-url", "javascript:alert(1)", "--format", "html")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_a_review_is_made_while_there_are_problems(content: Path) -> None:
    changed(content)
    edit(content / f"meetings/{NEW}.md", "table: fictieve-tafel", "table: weg")
    edit(content / f"meetings/{MEETING}.md", "date: 2025-03-11", "date: elf maart")
    told = lrt_site("diff", "--content", content, "--against", "main", "--format", "markdown")
    assert f"meetings/{MEETING}.md, regel 5</code>: " in told
    assert (
        f"### Niet vergeleken\n\nDit staat in de inhoud, en is door een probleem niet te lezen:\n\n- <code>{MEETING}"
        in told
    )
    assert "ingetrokken" not in told
    assert f"#### {NEW}\n" in told
    assert "### Pagina's om te bekijken" in told
    refused = run("diff", "--content", content)
    assert (refused.returncode, refused.stdout) == (1, "")


def test_what_others_did_on_main_since_is_no_part_of_the_change(content: Path) -> None:
    changed(content)
    git(content, "switch", "--quiet", "main")
    edit(content / "pages/fictie.md", "Over deze fictie", "Later veranderd")
    commit(content, "van een ander")
    git(content, "switch", "--quiet", "wijziging")
    told = lrt_site("diff", "--content", content, "--against", "main")
    assert "reeks: correctie\n" in told
    assert f"{NEW}: nieuw\n" in told
    assert "fictie:" not in told
    assert lrt_site("diff", "--content", content, "--against", "HEAD") == "Er is geen verschil.\n"


def test_nothing_is_different_from_itself_and_an_id_that_moved_is_no_loss(content: Path) -> None:
    assert "geen verschil." in lrt_site("diff", "--content", content, "--against", "main", "--format", "markdown")
    (content / "pages/fictie.md").rename(content / "pages/verzinsel.md")
    edit(content / "pages/verzinsel.md", "id: fictie", "id: verzinsel")
    told = lrt_site("diff", "--content", content, "--against", "main")
    assert told.startswith("verzinsel: tekstueel\n")
    assert "Kenmerk: eerst fictie, nu verzinsel" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--against", "nergens"), "Git kent hier geen versie 'nergens'."),
        (("--against", "--help"), "Git kent hier geen versie '--help'."),
        (("1", "--against", "main"), "Noem een publicatie, of met '--against' een versie van git; niet allebei."),
        (("--preview-url", "voorbeeld.example"), "Het adres bij '--preview-url' begint met https://."),
    ],
)
def test_what_cannot_be_compared_is_told(content: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("diff", "--content", content, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_content_in_git_is_read_as_on_the_disk(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "pages/raar – naam.md").write_bytes(b"\xff\r\n")
    (content / "README.md").write_text("niet van de site", "utf-8")
    (content / ".verborgen.yml").write_text("id: x\n", "utf-8")
    commit(content, "meer")
    head = revisions.branched_from(content, "HEAD")
    assert revisions.content_at(content, head) == read_content(content)[0]
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LrtSiteError, match="Het programma 'git' ontbreekt"):
        revisions.branched_from(content, "HEAD")
