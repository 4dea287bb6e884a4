"""Three hundred texts that once did harm somewhere do none: in no field, file of the ledger or name of a file."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from lxml import etree
from openpyxl import load_workbook

from lrt_site import checking, custody, files, schema
from lrt_site.export import v1
from lrt_site.model.register import Register
from lrt_site.problems import as_text
from lrt_site.reporting import as_github
from tests.builders import a_ledger, a_page, a_register, a_site
from tests.tools.hostile import (
    FICTIEF,
    NAMES,
    PAYLOADS,
    REFUSED,
    TURNING,
    Corpus,
    hostile_ledger_site,
    hostile_site,
    spoiled,
)
from tests.tools.pages import pages_of, register_of
from tests.tools.small import SMALL

ROOT = PurePosixPath("content")
ALL = [payload for payloads in PAYLOADS.values() for payload in payloads]
MARKDOWN = {
    ("a", "title"),
    ("pre", ""),
    ("code", "class"),
    ("s", ""),
    ("hr", ""),
    ("em", ""),
    ("strong", ""),
    ("del", ""),
}
"""What texts of the corpus may make of themselves, as any text of an editor may."""


@pytest.fixture(scope="module", params=[hostile_site, hostile_ledger_site], ids=["content", "ledger"])
def site(request: pytest.FixtureRequest, shared_folder: Path) -> Path:
    made: Path = request.param(shared_folder)
    return made


def test_there_are_three_hundred() -> None:
    assert len(set(ALL)) == len(ALL) > 300


def test_every_field_of_text_meets_every_kind() -> None:
    texts, _ = files.read_content(FICTIEF)
    register = Register.of(schema.read_content(texts, ROOT).records)
    corpus = Corpus(register)
    for record in register.records.values():
        spoiled(record, corpus)
    kinds = PAYLOADS.keys() - {REFUSED}
    texts_met = {place: met for place, met in corpus.met.items() if place[1] not in {*NAMES, "body"}}
    assert {place: kinds - met for place, met in texts_met.items() if met != kinds} == {}
    assert len(texts_met) > 80
    assert set().union(*(met for place, met in corpus.met.items() if place[1] in NAMES)) == kinds
    assert set().union(*(met for place, met in corpus.met.items() if place[1] == "body")) == kinds


def test_no_page_gets_an_element_an_attribute_or_a_script_of_a_text(site: Path, fictief_site: Path) -> None:
    plain = {(tag.name, name) for page in pages_of(fictief_site) for tag in page.tags for name in ("", *tag.attributes)}
    pages = pages_of(site)
    assert {
        (tag.name, name) for page in pages for tag in page.tags for name in ("", *tag.attributes)
    } - plain <= MARKDOWN
    scripts = _scripts_of(site)
    assert {Path(address).name for address in scripts} <= {Path(address).name for address in _scripts_of(fictief_site)}
    assert not any(urlsplit(address).scheme or urlsplit(address).netloc for address in scripts)


def _made_of(site: Path) -> set[tuple[str, str]]:
    """The elements of pages, and their attributes."""
    return {(tag.name, name) for page in pages_of(site) for tag in page.tags for name in ("", *tag.attributes)}


def _scripts_of(site: Path) -> set[str]:
    """The addresses of scripts; one without holds data, and of no other kind."""
    scripts = [tag.attributes for page in pages_of(site) for tag in page.tags if tag.name == "script"]
    assert {script.get("type") for script in scripts if "src" not in script} <= {"application/ld+json"}
    return {script["src"] for script in scripts if "src" in script}


REFERENCES = ("canonical", "cite-as", "license", "alternate")
"""Kinds of links in the head that a browser does not open."""


def test_no_page_leads_or_asks_for_anything_elsewhere_but_by_a_link_on_the_web(site: Path) -> None:
    links = {(tag.name, tag.attributes.get("rel", ""), link) for page in pages_of(site) for tag, link in page.links}
    assert {urlsplit(link).scheme for _, _, link in links} <= {"", "http", "https", "mailto"}
    assert [link for *_, link in links if link.startswith(("//", "\\\\"))] == []
    fetched = {link for name, rel, link in links if name != "a" and rel not in REFERENCES}
    assert [link for link in fetched if urlsplit(link).netloc] == []


def test_no_page_turns_the_direction_of_its_text(site: Path) -> None:
    turned = re.compile(f"[{TURNING}]|&#(x20[26]|x2066|8234|8238)")
    assert [page.address for page in pages_of(site) if turned.search(page.file.read_text("utf-8"))] == []


def test_feeds_are_well_formed_and_hold_no_more_than_plain_html(shared_folder: Path) -> None:
    feeds = sorted(hostile_ledger_site(shared_folder).rglob("*.xml"))
    contents = [text for feed in feeds for text in etree.parse(feed).xpath("//*[local-name()='content']/text()")]
    found = {element.tag for content in contents for element in etree.HTML(str(content)).iter()}
    assert feeds
    assert found <= {"html", "body", "div", "p", "ul", "li", "a"}


def test_calendars_hold_lines_of_their_own_alone(shared_folder: Path) -> None:
    calendars = sorted(hostile_ledger_site(shared_folder).rglob("*.ics"))
    assert calendars
    for calendar in calendars:
        data = calendar.read_bytes()
        unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
        assert all(re.match(r"[A-Z-]+[;:]|$", line) for line in unfolded)
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert data.count(b"BEGIN:VEVENT\r\n") == data.count(b"END:VEVENT\r\n")
        assert b"BEGIN:VALARM" not in data.split(b"\r\n")


def test_no_sheet_and_no_table_holds_a_formula(site: Path) -> None:
    for sheet in sorted(site.rglob("*.xlsx")):
        rows = (row for page in load_workbook(sheet) for row in page.iter_rows())
        assert [cell.value for row in rows for cell in row if cell.data_type == "f"] == []
    for table in sorted((site / "data/v1/figures").glob("*.csv")):
        for row in csv.DictReader(io.StringIO(table.read_text("utf-8"), newline="")):
            cells = [part for name, cell in row.items() if name != "value" for part in re.split("[;\t\r\n]", cell)]
            assert [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠"))] == []


def test_the_data_of_every_record_are_the_record(site: Path) -> None:
    register = register_of(site)
    for record in register.records.values():
        assert v1.from_v1(json.loads(json.dumps(v1.to_v1(record)))) == record
    texts = [path.read_text("utf-8") for path in sorted(site.rglob("*.json"))]
    assert all(json.loads(text) is not None for text in texts)


@pytest.mark.parametrize("control", PAYLOADS[REFUSED])
def test_no_content_holds_a_sign_that_nobody_sees(control: str) -> None:
    told = json.dumps(f"Verzonnen {control}.") if control.isascii() else f'"Verzonnen {control}."'
    texts = {**SMALL, "pages/fictie.md": f"---\nid: fictie\ntitle: Fictie\nsummary: {told}\n---\n\nTekst.\n"}
    assert [problem.file.name for problem in checking.check(texts, root=ROOT)] == ["fictie.md"]


@pytest.mark.parametrize("kind", sorted(PAYLOADS.keys() - {REFUSED}))
def test_no_payload_is_an_id_or_an_address(kind: str) -> None:
    rows = [
        f"  - {{id: {json.dumps(text, ensure_ascii=False)}, title: a, publisher: b, kind: overig, "
        f"url: {json.dumps(text, ensure_ascii=False)}, kept_for: c}}\n"
        for text in PAYLOADS[kind]
    ]
    texts = {**SMALL, "sources.yml": SMALL["sources.yml"] + "".join(rows)}
    problems = [problem for problem in checking.check(texts, root=ROOT) if problem.file.name == "sources.yml"]
    assert {problem.line for problem in problems} >= set(range(3, 3 + len(rows)))


def test_no_name_of_a_file_does_harm(tmp_path: Path) -> None:
    files.write(tmp_path, SMALL)
    named = list(_written(tmp_path))
    assert len(named) > 200
    texts, unread = files.read_content(tmp_path)
    problems = checking.check(texts, root=PurePosixPath(tmp_path.as_posix()), unread=unread)
    assert {problem.code for problem in problems} <= {"unknown-file", "front-matter-missing"}
    assert as_text(problems).splitlines() == as_text(problems).split("\n")[:-1]
    commands = as_github(problems).split("\n")[:-1]
    assert all(re.fullmatch(r"::error file=[^,:]+,line=1,col=1,title=[a-z-]+::.*|En nog .*", line) for line in commands)


def _written(folder: Path) -> Iterator[Path]:
    """Files of content that are called after payloads, as far as a disk can have them."""
    for payload in ALL:
        name = f"{payload}.md"
        if "/" not in name and "\0" not in name and not name.startswith(".") and len(name.encode()) < 255:
            path = folder / "pages" / name
            path.write_text("x", "utf-8")
            yield path


@pytest.mark.parametrize("kind", PAYLOADS)
def test_no_payload_is_a_file_of_the_ledger(kind: str) -> None:
    sound = a_ledger(a_register(a_page()))
    (folder,) = {path.partition("/")[0] for path in sound}
    for payload in PAYLOADS[kind]:
        for path in (
            payload,
            f"{folder}/{payload}",
            f"{folder}/records/{payload}.json",
            f"withdrawals/{payload}/withdrawal.json",
        ):
            assert custody.read({**sound, path: payload.encode("utf-8", "surrogatepass")}, ROOT)[1]


@pytest.mark.parametrize("address", PAYLOADS["scheme"])
def test_a_ledger_made_by_hand_gives_the_site_no_address_that_runs(address: str) -> None:
    problems = custody.read(a_ledger(a_register(a_site(address=address))), ROOT)[1]
    assert bool(problems) is not address.lower().startswith(("http://", "https://"))
