"""Half-year packs on the site and by command: there is one for every office that a page names, the same either way."""

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

import click
import openpyxl
import pytest
from click.testing import CliRunner
from lxml import html

from lrt_site import files, ledger, urls
from lrt_site.cli import main
from lrt_site.cli.console import Day
from lrt_site.export.reminder import half_years, kept_packs, pack_files
from lrt_site.export.reminder import pdf as rappel_pdf
from lrt_site.export.reminder.half_years import Pack
from lrt_site.model.publications import History, Publication
from lrt_site.model.sources import Source
from lrt_site.output import Kept
from lrt_site.pages.commitments.on_day import FIXED
from tests.builders import history_in
from tests.tools import editors
from tests.tools.pdfs import opened, text_of
from tests.tools.sites import ROOT

CONTENT = {"real_site": "content", "fictief_site": "examples/fictief"}
PACK = re.compile(
    r"(?:publicaties/(?P<name>[^/]+)/stand/)?(?P<file>toezeggingen/peildatum/(?P<day>[0-9-]+)/[^/]+\.(?:pdf|xlsx))"
)
SHOWN = re.compile(r"publicatie (?P<number>\d+) van [^.]*\. ?SHA-256\b.*(?P<hash>[0-9a-f]{64})$")
ELSEWHERE = (date(2022, 2, 14), date(2024, 5, 22), date(2025, 6, 15), date(2099, 1, 1))
"""Days of which no site keeps packs."""


def made_by(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return editors.run("rappel", *arguments)


@dataclass(frozen=True)
class Built:
    """A site with what it was made from."""

    site: Path
    content: Path
    history: History

    def known_with(self, publication: Publication, day: date) -> tuple[Pack, ...]:
        """What the desk makes of a day as known with a publication, once it has read the ledger."""
        return kept_packs.known_with(self.history, publication, day)

    @cached_property
    def offered(self) -> tuple["Offered", ...]:
        """What every page offers."""
        pages = sorted(self.site.glob("**/toezeggingen/peildatum/*/index.html"))
        addresses = (f"/{page.parent.relative_to(self.site).as_posix()}/" for page in pages)
        return tuple(item for address in addresses for item in self._offered_on(address))

    def _offered_on(self, page: str) -> Iterator["Offered"]:
        tree = html.fromstring((self.site / urls.file_of(page)).read_bytes())
        for item in tree.xpath("//main//li[a[@download]]"):
            shown = SHOWN.search(" ".join(item.text_content().split()))
            assert shown, page
            yield Offered(page, urljoin(page, item.xpath("a/@href")[0])[1:], int(shown["number"]), shown["hash"])


@dataclass(frozen=True)
class Offered:
    """A file of a pack as a page offers it."""

    page: str
    path: str
    number: int
    hash: str

    @property
    def file(self) -> str:
        """The file under which every publication made it."""
        found = PACK.fullmatch(self.path)
        assert found
        return found["file"]


@pytest.fixture(scope="module", params=CONTENT)
def built(request: pytest.FixtureRequest) -> Built:
    content = ROOT / CONTENT[request.param]
    history, problems = ledger.read(files.read_ledger(content), PurePosixPath())
    assert problems == ()
    return Built(request.getfixturevalue(request.param), content, history)


def test_every_pack_is_offered_by_the_page_of_its_day_with_its_publication_and_its_hash(built: Built) -> None:
    offered = [item for item in built.offered if item.page == f"/{item.file.rpartition('/')[0]}/"]
    assert offered
    assert sorted({built.site / item.path for item in offered}) == packs_in(built.site)
    for pack in offered:
        data = (built.site / pack.path).read_bytes()
        assert sha256(data).hexdigest() == pack.hash, pack
        publication = urls.publication_of(built.history.publications[pack.number - 1].name)
        assert any(address.endswith(publication) for address in addresses_in(pack.path, data)), pack


def test_an_archived_page_offers_the_packs_that_were_known_then(built: Built) -> None:
    """Of every office that it names the newest up to the publication that it is an edition of, and no other."""
    living = {item for item in built.offered if not item.page.startswith("/publicaties/")}
    numbers = {publication.name: publication.number for publication in built.history.publications}
    archived = [item for item in built.offered if item.page.startswith("/publicaties/")]
    for pack in archived:
        until = numbers[pack.page.split("/")[2]]
        known = [each for each in living if each.file == pack.file and each.number <= until]
        assert known, pack
        newest = max(known, key=lambda each: each.number)
        assert (pack.path, pack.number, pack.hash) == (newest.path, newest.number, newest.hash)
    assert len(archived) > 20


def test_what_stood_at_an_address_before_packs_were_kept_is_there(built: Built) -> None:
    last = half_years.published(built.history, built.history.last)
    stood = {
        built.site / urls.file_of(address)
        for day in half_years.cut_offs(last)
        for pack in half_years.packs_on(last, day)
        for address in (urls.pack_of(pack.on.text, pack.office, suffix) for suffix in ("pdf", "xlsx"))
    }
    assert stood
    assert {path for path in stood if not path.is_file()} == set()


def test_the_desk_makes_every_pack_again_as_it_stands_on_the_site(built: Built) -> None:
    """For every publication and every day the one that was the newest then; every third is set, byte for byte."""
    template = (ROOT / "templates" / rappel_pdf.TEMPLATE).read_text("utf-8")
    standing = {(item.file, item.number): built.site / item.path for item in built.offered}
    made: dict[tuple[str, int | None], Pack] = {}
    for publication in built.history.publications:
        for day in half_years.cut_offs(half_years.published(built.history, publication)):
            for pack in built.known_with(publication, day) if _promised(built, publication.number, day) else ():
                made[pack.on.text + pack.slug, pack.edition.number] = pack
                newest = max(
                    number
                    for file, number in standing
                    if file == f"toezeggingen/peildatum/{day}/{pack.slug}.pdf" and number <= publication.number
                )
                assert pack.edition.number == newest
    for pack in list(made.values())[::3]:
        for address, data in pack_files.documents(pack, template):
            assert standing[address[1:], pack.edition.number or 0].read_bytes() == data, address
    assert 2 * len(made) == len(packs_in(built.site))


def test_every_address_in_a_pack_exists_on_the_site(built: Built) -> None:
    """In those of the site, and in those that the desk makes of any other day as known with any publication."""
    host = built.history.state(built.history.last).site.address
    elsewhere = {version.record.url for version in built.history.each_version() if isinstance(version.record, Source)}
    template = (ROOT / "templates" / rappel_pdf.TEMPLATE).read_text("utf-8")
    documents = {path.relative_to(built.site).as_posix(): path.read_bytes() for path in packs_in(built.site)}
    for publication in (built.history.publications[0], built.history.last):
        for day in ELSEWHERE:
            for pack in built.known_with(publication, day) if _promised(built, 1, day) else ():
                made = pack_files.documents(pack, template)
                documents |= {f"{publication.number} {address}": data for address, data in made}
    ours = {
        (name, address.removeprefix(host.rstrip("/")))
        for name, data in documents.items()
        for address in addresses_in(name, data)
        if address.startswith(host) and address not in elsewhere
    }
    assert {name for name, _ in ours} == documents.keys()
    ids: dict[str, set[str]] = {}
    for name, address in ours:
        parts = urlsplit(address)
        file = built.site / urls.file_of(parts.path)
        assert file.is_file(), f"{name}: {address}"
        if parts.fragment:
            known = ids.setdefault(parts.path, set(html.fromstring(file.read_bytes()).xpath("//@id")))
            assert parts.fragment in known, f"{name}: {address}"


def test_every_pack_tells_the_command_that_makes_it_again(built: Built, tmp_path: Path) -> None:
    path = packs_in(built.site)[-1]
    found = PACK.fullmatch(path.relative_to(built.site).as_posix())
    assert found
    text = "".join(str(cell) for cell in cells_of(path.with_suffix(".xlsx").read_bytes()))
    command = re.search(r"lrt-site (rappel --publication \d+ --date [0-9-]+)", text)
    assert command
    assert command[0] in text_of(opened(path.with_suffix(".pdf").read_bytes()))
    done = editors.run(*command[1].split(), "--content", built.content, "--into", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / f"{found['day']}-{path.name}").read_bytes() == path.read_bytes()


def test_the_hashes_of_a_site_are_those_of_its_packs(built: Built) -> None:
    listed = (built.site / "SHA256SUMS").read_text("utf-8").splitlines()
    assert {f"{item.hash}  {item.path}" for item in built.offered} <= set(listed)


def test_a_new_publication_leaves_every_pack_where_it_stands_and_records_the_new_ones(
    fictief_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack is the same document when all that is set of it is the same; setting it is what the test before does."""
    monkeypatch.setattr(pack_files, "as_pdf", lambda pack, _: repr(pack).encode())
    monkeypatch.setattr(pack_files, "as_xlsx", lambda pack: repr(pack).encode())
    content = tmp_path / "inhoud"
    before = packs_kept(ROOT / "examples/fictief")
    assert sorted(before) == [path.relative_to(fictief_site).as_posix() for path in packs_in(fictief_site)]
    shutil.copytree(ROOT / "examples/fictief", content)
    editors.edit(content / "commitments/T90001.md", "openbaar maken (99 101)", "publiceren (99 101)")
    folder = editors.publish(content, history_in(files.read_ledger(content)).last.date.latest.isoformat())
    recorded = set(json.loads((folder / "publication.json").read_text("utf-8"))["editions"])
    after = packs_kept(content)
    assert before.items() <= after.items()
    added = {f"/{path}" for path in after.keys() - before.keys()}
    assert (
        added == {urls.known_at(folder.name, address) for address in recorded if PACK.fullmatch(address[1:])} != set()
    )


def packs_kept(content: Path) -> dict[str, str | bytes]:
    """Every pack that the site of this content keeps, by path."""
    kept = Kept()
    pack_files.write_kept(history_in(files.read_ledger(content)), "", kept, 1)
    return {path: data for path, data in kept.files.items() if PACK.fullmatch(path)}


def addresses_in(name: str, data: bytes) -> Iterator[str]:
    """Every web address in a document: what a link leads to, and what is printed."""
    if name.endswith(".xlsx"):
        yield from (cell for cell in cells_of(data) if cell.startswith(("https://", "http://")))
        return
    for page in opened(data).pages:
        for note in page.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                yield str(note.A.URI)


def cells_of(data: bytes) -> Iterator[str]:
    """The text of every cell of a workbook, and where it leads."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                yield from filter(None, (cell.value and str(cell.value), cell.hyperlink and cell.hyperlink.target))


def _promised(built: Built, number: int, day: date) -> bool:
    """Whether anything had been promised by a day, as known with a publication."""
    state = half_years.published(built.history, built.history.publications[number - 1])
    return bool(half_years.packs_on(state, day))


def packs_in(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*") if PACK.fullmatch(path.relative_to(site).as_posix()))


def test_packs_are_of_fixed_days_in_pairs(fictief_site: Path) -> None:
    packs = packs_in(fictief_site)
    days = {tuple(int(part) for part in path.parent.name.split("-")[1:]) for path in packs}
    assert days == set(FIXED)
    assert {path for path in packs if not path.with_suffix(".pdf").is_file()} == set()
    assert {path for path in packs if not path.with_suffix(".xlsx").is_file()} == set()


def test_every_pdf_of_the_site_is_tagged_and_dutch(real_site: Path) -> None:
    for path in packs_in(real_site):
        if path.suffix == ".pdf":
            pdf = opened(path.read_bytes())
            assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "nl-NL")


def test_the_command_makes_a_pack_of_any_day_for_one_ministry(tmp_path: Path) -> None:
    done = made_by("--date", "2022-03-15", "--ministry", "justitie en veiligheid", "--into", tmp_path)
    office = "staatssecretaris-van-justitie-en-veiligheid"
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"2022-03-15-{office}.pdf", f"2022-03-15-{office}.xlsx"]
    assert done.stdout.splitlines()[-1].startswith("2 bestanden, gemaakt van publicatie ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--date", "2025-07-01", "--ministry", "minister van Eilandn"),
            "Bedoelde u 'minister van Eilanden en Kusten'?",
        ),
        (("--date", "1999-01-01"), "nog geen toezegging gedaan"),
        (("--date", "2025-13-01"), "Bij '--date': '2025-13-01' is geen datum. Schrijf een dag als jjjj-mm-dd"),
        (("--date", "2025-02-30"), "Bij '--date': februari 2025 heeft geen dag 30."),
        (("--date", "2025-02"), "Bij '--date': '2025-02' is geen dag."),
        (("--date", "morgen"), "Bij '--date': 'morgen' is geen datum."),
        (("--date", "2026-11-17"), "De bronnen zijn gelezen tot en met 16 november 2026."),
        (("--date", "2030-01-01"), "Geef dan ook '--ahead'."),
        ((), "--date"),
        (("--date", "2025-07-01", "--content", "bestaat-niet"), "De map 'bestaat-niet' met de inhoud bestaat niet."),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = made_by("--content", "examples/fictief", *arguments, "--into", tmp_path / "rappel")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "rappel").exists()


DATED = (
    *(("build", "--as-of"), ("publish", "--date"), ("rappel", "--date"), ("verify", "--as-of"), ("withdraw", "--date")),
)
"""The options that take a day."""


@pytest.mark.parametrize(
    "command",
    DATED,
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("wrong", ["30-02-2026", "2026-02-30", "2026", "gisteren", "0000-01-01", " "])
def test_every_command_tells_in_dutch_what_is_wrong_with_a_day(command: tuple[str, str], wrong: str) -> None:
    asked = CliRunner().invoke(main, [*command, wrong])
    assert asked.exit_code == 2
    assert asked.stderr.startswith(f"lrt-site: Bij '{command[1]}': ")
    assert asked.stderr.endswith("Schrijf een dag als jjjj-mm-dd, zoals 2026-07-01.\n")


def test_every_option_that_takes_a_day_is_one_of_those() -> None:
    dated = {
        (name, option.opts[0])
        for name, command in main.commands.items()
        for option in command.params
        if "JJJJ" in (option.human_readable_name + str(getattr(option, "metavar", "")))
        or isinstance(option.type, click.DateTime)
    }
    assert dated == set(DATED)
    assert all(
        isinstance(option.type, Day)
        for name, command in main.commands.items()
        for option in command.params
        if (name, option.opts[0]) in dated
    )


def test_a_pack_that_was_asked_to_look_ahead_says_so(tmp_path: Path) -> None:
    done = made_by("--date", "2030-01-01", "--ahead", "--content", "examples/fictief", "--into", tmp_path)
    assert done.returncode == 0
    assert "De bronnen zijn gelezen tot en met 16 november 2026, en de peildatum ligt daarna." in done.stdout
    for path in tmp_path.glob("*.pdf"):
        text = text_of(opened(path.read_bytes()))
        assert "zo zal het zijn als er niets verandert" in text.replace("\n", " ")


def test_a_pack_comes_over_nothing_that_is_not_that_pack(tmp_path: Path) -> None:
    pdf = tmp_path / "rappel/2022-03-15-staatssecretaris-van-justitie-en-veiligheid.pdf"
    pdf.parent.mkdir()
    (tmp_path / "dierbaar").write_bytes(b"foto")
    pdf.symlink_to(tmp_path / "dierbaar")
    done = made_by("--date", "2022-03-15", "--ministry", "justitie en veiligheid", "--into", pdf.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"In '{pdf.parent}' staat al iets anders met dezelfde naam: '{pdf.name}'." in done.stderr
    assert (tmp_path / "dierbaar").read_bytes() == b"foto"
    assert list(pdf.parent.iterdir()) == [pdf]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", "utf-8")
    done = made_by("--date", "2025-07-01", "--content", "examples/fictief", "--into", tmp_path / "bestand/rappel")
    assert done.returncode == 2
    assert "kan niet worden gelezen of geschreven" in done.stderr


def test_problems_in_content_that_was_never_published_are_told(tmp_path: Path) -> None:
    (tmp_path / "inhoud").mkdir()
    (tmp_path / "inhoud/site.yml").write_text("id: site\ntitel: Verkeerd\n", "utf-8")
    content = ("--content", tmp_path / "inhoud")
    done = made_by("--date", "2025-07-01", "--first", *content, "--into", tmp_path / "rappel")
    assert done.returncode == 1
    assert "site.yml:2:1: Het veld 'titel' bestaat niet" in done.stderr
    assert "Er is geen stuk gemaakt." in done.stderr
