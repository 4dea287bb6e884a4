"""What the site says of its publications to machines: whole, exact, and with an address that answers for everything."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import files, pipeline, urls
from lrt_site.export import published
from lrt_site.ledger.stored import hash_in
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.sitemap import states
from tests.builders import (
    TOKEN,
    a_ledger,
    a_meeting,
    a_mention,
    a_person,
    a_register,
    a_series,
    an_output,
    carried_out,
    data_of,
    history_in,
    on,
)
from tests.tools.schema_faults import schema_faults
from tests.tools.sites import ROOT
from tests.unit.export.making import Files, data

SITE = "https://fictief.example/tafel/"
SECRET = "Geheimstra"

STATES = (
    a_register(a_meeting(), an_output(), a_person(name=f"F. {SECRET}"), a_mention(text=f"{SECRET} kwam vaak langs.")),
    a_register(a_meeting(date=on("2020-06-16")), an_output(), a_person(id="p-anders", name=f"F. {SECRET}")),
    a_register(a_meeting(date=on("2020-06-16")), a_person(id="p-anders", name="F. Fictief")),
)
"""A correction, a rename, two records that end, and words that will be taken back."""


def without(ledger: Mapping[str, bytes], *words: str, day: str = "2026-03-06") -> dict[str, bytes]:
    """The ledger after these words were withdrawn."""
    made, added = withdrawn(
        ledger,
        history_in(ledger),
        "p-anders",
        words,
        ground="privacy",
        decision="fictief besluit",
        on=on(day),
        token=TOKEN,
    )
    return carried_out(ledger, made, added)


LEDGER = a_ledger(*STATES, addresses=states.addresses)
ONCE = without(LEDGER, SECRET)
TWICE = a_ledger(STATES[-1], before=without(ONCE, "kwam vaak"), addresses=states.addresses)


def made(ledger: Mapping[str, bytes]) -> Files:
    return data_of(history_in(ledger), ledger, SITE)


def fields(found: Files, address: str) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(data(found, address))
    return parsed


def mirror_of(found: Files) -> dict[str, bytes]:
    below = urls.LEDGER.strip("/") + "/"
    return {path.removeprefix(below): data(found, f"/{path}") for path in found if path.startswith(below)}


def feed(found: Files) -> list[dict[str, object]]:
    return [json.loads(line) for line in data(found, urls.CHANGES).splitlines()]


def addresses_in(value: object) -> Iterator[str]:
    """Every address on the site that data names."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from addresses_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses_in(inner)
    elif isinstance(value, str) and re.match(r"/[a-z]", value):
        yield value.partition("#")[0].replace("{type}", "meeting")


@pytest.mark.parametrize("ledger", [LEDGER, ONCE, TWICE], ids=["three", "withdrawn", "withdrawn twice"])
class TestEveryLedger:
    """What holds whatever was published and withdrawn."""

    def test_the_site_carries_the_ledger_itself(self, ledger: Mapping[str, bytes]) -> None:
        with_draft = {**ledger, "draft.yml": b"title: later", "allowed_signers": b"wie dan ook"}
        found = data_of(history_in(ledger), with_draft, SITE)
        mirror = mirror_of(found)
        assert published.ledger_in(mirror) == {**ledger, "allowed_signers": b"wie dan ook"}
        assert "draft.yml" not in mirror

    def test_a_state_gives_what_its_root_is_the_hash_of(self, ledger: Mapping[str, bytes]) -> None:
        found = made(ledger)
        for publication in history_in(ledger).publications:
            state = fields(found, urls.ledger_file(f"{publication.name}/state.json"))
            hashes = {row["id"]: row["hash"] for row in state["records"]}  # type: ignore[attr-defined]
            canonical = json.dumps(hashes, sort_keys=True, separators=(",", ":")).encode()
            assert sha256(canonical).hexdigest() == publication.root == state["root"]

    def test_everything_keeps_to_its_schema(self, ledger: Mapping[str, bytes]) -> None:
        found = made(ledger)
        wrong = [f"{path}: {message}" for path in found for message in schema_faults(path, data(found, f"/{path}"))]
        assert wrong == []

    def test_every_address_that_the_data_names_answers(self, ledger: Mapping[str, bytes]) -> None:
        templates, static = files.read_templates(ROOT / "templates")
        built = pipeline.build(pipeline.Sources({}, ledger, templates, static, PurePosixPath("fictief")))
        named = {
            address
            for path in made(ledger)
            if path.endswith(("index.json", "state.json", ".ndjson"))
            for line in data(built.files, f"/{path}").splitlines()
            for address in addresses_in(json.loads(line))
        }
        assert len(named) > 20
        assert sorted(address for address in named if urls.file_of(address) not in built.files) == []

    def test_every_line_of_a_timemap_leads_somewhere(self, ledger: Mapping[str, bytes]) -> None:
        templates, static = files.read_templates(ROOT / "templates")
        built = pipeline.build(pipeline.Sources({}, ledger, templates, static, PurePosixPath("fictief")))
        maps = [str(content) for path, content in made(ledger).items() if path.endswith(".link")]
        named = {item for text in maps for item in re.findall(rf"<{SITE.rstrip('/')}([^>]+)", text)}
        assert len(maps) > 5
        assert sorted(address for address in named if urls.file_of(address) not in built.files) == []


def test_sha256sum_alone_checks_a_state_of_the_first_format(tmp_path: Path) -> None:
    ledger = files.read_ledger(ROOT / "content")
    files.write(tmp_path, made(ledger))
    checked = 0
    for publication in history_in(ledger).publications:
        folder = tmp_path / urls.LEDGER.strip("/") / publication.name
        if not publication.proves_fields:
            run = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True)
            assert (run.returncode, run.stdout) == (0, b"")
            assert sha256((folder / "SHA256SUMS").read_bytes()).hexdigest() == publication.root
            checked += 1
    assert checked >= 4


def test_the_index_leads_to_all_that_tells_who_may_sign() -> None:
    kinds = ("handover.json", "handover.json.sig", "allowed_signers")
    signing = {f"handovers/2026-03-07-1-{TOKEN}/{kind}": b"" for kind in kinds}
    found = data_of(history_in(ONCE), {**ONCE, **signing, "allowed_signers": b""}, SITE)
    index = fields(found, urls.ledger_file("index.json"))
    led = {text.removeprefix(urls.LEDGER) for text in addresses_in(index) if text.startswith(urls.LEDGER)}
    assert {*signing, "allowed_signers"} <= led
    assert "signers" not in fields(made(ONCE), urls.ledger_file("index.json"))


def test_a_state_says_what_was_valid_and_where_that_stands() -> None:
    state = fields(made(LEDGER), "/data/v1/publicaties/2026-02-04/state.json")
    records = {item["id"]: item for item in state["records"]}  # type: ignore[attr-defined]
    assert sorted(records) == ["fictieve-tafel", "m-2020-06-15", "o-2020-07-01", "p-anders", "s-fictief", "site"]
    stored = hash_in(LEDGER["2026-02-04/records/m-2020-06-15.json"])
    assert records["m-2020-06-15"] == {
        "id": "m-2020-06-15",
        "type": "meeting",
        "version": 2,
        "hash": stored,
        "class": "correctie",
        "publication": "2026-02-04",
        "data": "/data/v1/publicaties/2026-02-04/records/m-2020-06-15.json",
        "page": "/vergaderingen/m-2020-06-15/versies/2/",
    }


def test_the_feed_tells_of_puts_renames_ends_and_withdrawals() -> None:
    told = [(mapping["sequence"], mapping["operation"], mapping.get("id")) for mapping in feed(made(ONCE))]
    assert told[7:] == [
        (8, "put", "m-2020-06-15"),
        (9, "end", "ver-fictief"),
        (10, "rename", "p-anders"),
        (11, "put", "p-anders"),
        (12, "end", "o-2020-07-01"),
        (13, "withdraw", "p-fictief"),
        (14, "withdraw", "ver-fictief"),
        (15, "withdraw", "p-anders"),
    ]


def test_a_publication_that_anchors_a_withdrawal_does_not_move_it() -> None:
    assert feed(made(TWICE))[:15] == feed(made(ONCE))


def test_where_withdrawn_words_stood_a_tombstone_answers() -> None:
    found = made(TWICE)
    place = "/data/v1/publicaties/2026-01-05/records/ver-fictief.json"
    stone = fields(found, place)
    assert (stone["id"], stone["version"]) == ("ver-fictief", 1)
    assert stone["hash"] == hash_in(LEDGER["2026-01-05/records/ver-fictief.json"])
    assert [(item["date"], item["ground"]) for item in stone["withdrawals"]] == [("2026-03-06", "privacy")] * 2  # type: ignore[attr-defined]
    left = fields(found, str(stone["data"]))
    assert left["text"] == "[ingetrokken] [ingetrokken] langs."
    between = f"/data/v1/publicaties/withdrawals/2026-03-06-1-{TOKEN}/files/2026-01-05/records/ver-fictief.json"
    assert {**fields(found, between), "$schema": ""} == {**stone, "$schema": ""}


def test_withdrawn_words_are_in_no_file() -> None:
    for ledger in (ONCE, TWICE):
        assert [
            path for path in made(ledger) if SECRET.lower().encode() in data(made(ledger), f"/{path}").lower()
        ] == []


def test_where_the_data_of_a_record_stood_it_leads_on() -> None:
    found = made(LEDGER)
    assert fields(found, "/data/v1/person/p-fictief.json") == {
        "$schema": "../schema/moved.json",
        "format": "moved/v1",
        "type": "person",
        "id": "p-anders",
        "data": "/data/v1/person/p-anders.json",
        "page": "/deelnemers/p-anders/",
    }
    assert fields(found, "/data/v1/output/o-2020-07-01.json") == {
        "$schema": "../schema/gone.json",
        "format": "gone/v1",
        "type": "output",
        "id": "o-2020-07-01",
        "publication": "2026-03-06",
        "date": "2026-03-06",
        "data": "/data/v1/publicaties/2026-01-05/records/o-2020-07-01.json",
        "page": "/uitingen/o-2020-07-01/versies/",
    }


def test_the_data_of_an_ended_record_is_what_a_withdrawal_left_of_it() -> None:
    gone = fields(made(ONCE), "/data/v1/mention/ver-fictief.json")
    assert (
        gone["data"]
        == f"/data/v1/publicaties/withdrawals/2026-03-06-1-{TOKEN}/files/2026-01-05/records/ver-fictief.json"
    )


def test_the_figures_of_a_series_lead_on_as_a_table() -> None:
    renamed = a_register(a_series(id="r-anders"))
    series = a_series()
    moved = made(a_ledger(a_register(series), renamed))
    assert data(moved, urls.figures_of(series.id)).decode().split("\r\n") == [
        "format,type,id,data,page",
        "moved/v1,series,r-anders,/data/v1/figures/r-anders.csv,/cijfers/r-anders/",
        "",
    ]
    gone = made(a_ledger(a_register(series), renamed, a_register()))
    heading, told, _ = data(gone, urls.figures_of(series.id)).decode().split("\r\n")
    assert heading == "format,type,id,publication,date,data,page"
    assert told.startswith("gone/v1,series,r-anders,2026-03-06,2026-03-06,/data/v1/publicaties/2026-02-04/records/")
    assert data(gone, urls.figures_of("r-anders")) == data(gone, urls.figures_of(series.id))


def test_an_id_that_another_record_took_over_does_not_lead_on() -> None:
    renamed = replace(STATES[0].records["p-fictief"], id="p-anders")
    found = made(a_ledger(STATES[0], a_register(renamed), a_register(renamed, a_person(name="G. Verzonnen"))))
    assert urls.file_of("/data/v1/person/p-fictief.json") not in found


def test_an_id_of_another_kind_leads_on_to_the_record_that_had_it() -> None:
    renamed = replace(STATES[0].records["p-fictief"], id="p-anders")
    found = made(a_ledger(STATES[0], a_register(renamed), a_register(renamed, a_mention(id="p-fictief"))))
    assert fields(found, "/data/v1/person/p-fictief.json")["id"] == "p-anders"


def test_the_publications_are_listed_for_selectors_the_newest_first() -> None:
    assert json.loads(data(made(LEDGER), "/versions.json")) == [
        {"version": "publicaties/2026-03-06", "title": "Publicatie 3 (6 maart 2026)", "aliases": []},
        {"version": "publicaties/2026-02-04", "title": "Publicatie 2 (4 februari 2026)", "aliases": []},
        {"version": "publicaties/2026-01-05", "title": "Publicatie 1 (5 januari 2026)", "aliases": []},
    ]
