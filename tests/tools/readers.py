"""All that reads what others wrote, each as a deed on any bytes. What these raise is a mistake of ours."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from lrt_site import checking, custody, ledger
from lrt_site.document import read_yaml, text_of
from lrt_site.ledger import entries, stored
from lrt_site.ledger.stored import UnreadableError
from lrt_site.marking import links_from, marked_up
from lrt_site.model.publications import DRAFT
from lrt_site.model.register import Register
from lrt_site.wording.citations import citations_in, malformed_in
from tests.builders import a_ledger, a_meeting, a_person, a_register
from tests.tools.small import SMALL

ROOT = PurePosixPath("content")
FILE = ROOT / "a.yml"
EMPTY = Register.of(())
PATHS = (
    *(path for path in SMALL if not path.startswith(("meetings/", "pages/"))),
    "figures/series.yml",
    "meetings/m.md",
)
LEDGER = a_ledger(a_register(a_person()), a_register(a_person(), a_meeting()))
SERIES = "series:\n  - {id: x, name: x, theme: x, kind: stand, counts: x}\n"


def yaml(data: bytes) -> None:
    """A file of the content: its first byte chooses which."""
    text = text_of(data[1:])
    document, _ = read_yaml(FILE, text)
    assert document is None or document.marks is not None
    checking.check({PATHS[data[0] % len(PATHS)] if data else PATHS[0]: text}, root=ROOT)


def csv(data: bytes) -> None:
    """The values of a series."""
    checking.check({"figures/series.yml": SERIES, "figures/x.csv": text_of(data)}, root=ROOT)


def markdown(data: bytes) -> None:
    """The text of a record."""
    marked_up(data.decode("utf-8", "replace"), "a", EMPTY, links_from("/"))


def entry(data: bytes) -> None:
    """A file of the ledger: its first byte chooses which, and whether that alone is read, or all with it."""
    paths = sorted(LEDGER)
    path = paths[data[0] % len(paths)] if data else paths[0]
    custody.read({**LEDGER, path: data[1:], "withdrawals/2026-04-01/withdrawal.json": data[1:]}, ROOT)
    for read in (entries.withdrawal_in, stored.record_in, stored.hash_in, stored.taken_from):
        try:
            read(data[1:])
        except UnreadableError:
            continue


def draft(data: bytes) -> None:
    """The draft of a publication."""
    typed = ledger.read_draft({DRAFT: data}, ROOT)
    assert typed.document or typed.problems


def citations(data: bytes) -> None:
    """Running text, in which citations and HTML are looked for."""
    text = data.decode("utf-8", "replace")
    assert all(text[found.start : found.end] for found in citations_in(text))
    list(malformed_in(text))


READERS: Mapping[str, Callable[[bytes], None]] = {
    reader.__name__: reader for reader in (yaml, csv, markdown, entry, draft, citations)
}


def beginnings() -> Mapping[str, list[bytes]]:
    """What a search for such bytes begins with, for each reader."""
    broken = Path(__file__).parents[1] / "content/broken"
    files = [path for path in sorted(broken.rglob("*")) if path.is_file()]
    written = [path.read_bytes() for path in files if path.suffix in (".yml", ".md")]
    return {
        "yaml": [bytes([place]) + text.encode() for place in range(len(PATHS)) for text in (SERIES, *SMALL.values())],
        "csv": [path.read_bytes() for path in files if path.suffix == ".csv"],
        "markdown": written,
        "entry": [bytes([place]) + data for place, (_, data) in enumerate(sorted(LEDGER.items()))],
        "draft": [b"date: 2026-01-01\ntitle: a\nnote: b\ncontent: c\nchanges:\n  - {id: a, change: nieuw, note: b}\n"],
        "citations": [*written, b"Kamerstuk 19 637, nr. 2184 T01234 Handelingen I 2019-2020, nr. 29, item 9 CLXVI, A"],
    }
