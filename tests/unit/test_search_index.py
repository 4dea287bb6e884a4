"""The index is the same for the same documents, and a machine without Pagefind says so."""

import gzip
import json
import os
from importlib.machinery import ModuleSpec

import cbor2
import pytest

from lrt_site import search_index
from lrt_site.problems import LrtSiteError

HEAD = (
    '<meta data-pagefind-filter="jaar[content]" content="{}"><meta data-pagefind-filter="soort[content]" content="{}">'
)
DOCUMENTS = [
    f'<html lang="nl"><head>{HEAD.format(2000 + number % 9, number % 4)}</head><body>Dijk nummer {number}</body></html>'
    for number in range(60)
]


def test_the_same_documents_give_the_same_bytes_on_any_number_of_processors() -> None:
    made = search_index.index(DOCUMENTS)
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(every)})
    try:
        again = search_index.index(DOCUMENTS)
    finally:
        os.sched_setaffinity(0, every)
    assert made == again


def test_what_leads_to_a_file_names_it_and_filters_stand_in_order() -> None:
    made = search_index.index(DOCUMENTS)
    language = json.loads(made["pagefind-entry.json"])["languages"]["nl"]
    assert language["page_count"] == len(DOCUMENTS)
    told = cbor2.loads(gzip.decompress(made[f"pagefind.{language['hash']}.pf_meta"]).removeprefix(b"pagefind_dcd"))
    assert [name for name, _ in told[3]] == ["jaar", "soort"]
    for name, file in told[3]:
        filtered = cbor2.loads(gzip.decompress(made[f"filter/{file}.pf_filter"]).removeprefix(b"pagefind_dcd"))
        assert filtered[0] == name
        assert filtered[1] == sorted(filtered[1])
    assert {f"index/{chunk[2]}.pf_index" for chunk in told[2]} == {path for path in made if path.startswith("index/")}


def test_only_what_the_search_page_reads_is_kept() -> None:
    made = search_index.index(DOCUMENTS)
    alone = {path for path in made if "/" not in path and not path.endswith(".pf_meta")}
    assert alone == {"pagefind.js", "pagefind-entry.json", "wasm.nl.pagefind"}


def test_a_machine_without_pagefind_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(search_index, "find_spec", nowhere)
    with pytest.raises(LrtSiteError, match="Pagefind ontbreekt op deze computer"):
        search_index.index(DOCUMENTS)


def test_what_pagefind_says_of_a_failure_is_told() -> None:
    with pytest.raises(LrtSiteError, match="De zoekindex kan niet worden gemaakt"):
        search_index.index([])
