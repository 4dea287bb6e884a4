"""The Fictieve Dijkentafel of the handbook, before and after a week of editing, with its first publication sealed."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import PurePosixPath

from lrt_site import custody, publishing, sealing
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT

ROOT = PurePosixPath("content")
MEETING = "meetings/m-fictief-2019.md"

BEFORE: Mapping[str, str] = {
    "site.yml": (
        "id: site\ntitle: Fictieve Dijkentafel\ntagline: Een verzonnen voorbeeld\naddress: https://fictief.example/\n"
        "fictitious: true\nsources_checked_on: 2019-06-03\n"
    ),
    "table.yml": (
        "id: dijkentafel\nname: Fictieve Dijkentafel\n"
        "founded: {id: begin, text: De tafel begon in 2018., as_shown_at: 2018, source: s-fictief-brief}\n"
        "names:\n  - {id: naam, name: Fictieve Dijkentafel, source: s-fictief-brief}\n"
        "purposes:\n  - {id: doel, text: De tafel overlegt over fictieve dijken., source: s-fictief-brief}\n"
        "frequencies:\n  - {id: ritme, rule: twee keer per jaar, source: s-fictief-brief}\n"
        "topics:\n  - {id: ond-fictief, name: fictieve dijken, text: Verzonnen dijken., source: s-fictief-brief}\n"
    ),
    "sources.yml": (
        "sources:\n  - {id: s-fictief-brief, title: Fictieve brief over de Dijkentafel, "
        "publisher: Fictief ministerie van Dijken, kind: overig}\n"
    ),
    MEETING: (
        "---\nid: m-fictief-2019\ntable: dijkentafel\ntable_name: Fictieve Dijkentafel\ndate: 2019-03-12\n"
        "source: s-fictief-brief\n---\n\nDe tafel sprak over verzonnen dijken.\n"
    ),
    "history.yml": (
        "events:\n  - {id: ev-fictief-gerucht, event: De Fictieve Dijkentafel werd even opgeheven., date: 2019-01, "
        "source: s-fictief-brief}\n"
    ),
    "pages/uitleg.md": (
        "---\nid: uitleg\ntitle: Uitleg\nsummary: Dit is fictief.\n---\n\nHier staat wat de tafel doet.\n"
    ),
}
"""What the first publication says."""

AFTER: Mapping[str, str] = {
    **BEFORE,
    "history.yml": "events: []\n",
    "sources.yml": BEFORE["sources.yml"]
    + (
        "  - {id: s-fictief-verslag, title: Fictief verslag van de Dijkentafel, "
        "publisher: Fictief ministerie van Dijken, kind: overig}\n"
    ),
    MEETING: BEFORE[MEETING]
    .replace("date: 2019-03-12", "date: 2019-03-14")
    .replace("source: s-fictief-brief", "source: s-fictief-verslag"),
    "pages/uitleg.md": BEFORE["pages/uitleg.md"].replace("Hier staat", "Hier leest u"),
}
"""What editors made of it: a day corrected from a report, a rumour taken off, a sentence that reads better."""

FIRST_DRAFT = {"title": "De eerste gegevens", "note": "Dit is de eerste publicatie van deze fictieve tafel."}


def first_publication(content: Mapping[str, str] = BEFORE) -> dict[str, bytes]:
    """The files of a ledger with one publication, of the tree as it was before or of another."""
    desk = publishing.coming_publication(content, {}, ROOT)
    draft = publishing.drafted(desk, None, desk.register.site.sources_checked_on.latest)
    filled = draft.replace("\ntitle:\n", f"\ntitle: {FIRST_DRAFT['title']}\n").replace(
        "\nnote:\n", f"\nnote: {FIRST_DRAFT['note']}\n"
    )
    return sealed_after({}, content, filled)


def sealed_after(
    files: Mapping[str, bytes], content: Mapping[str, str], draft: str, signer: str | None = None
) -> dict[str, bytes]:
    """The files of a ledger with one publication more: what this draft makes of this content."""
    given = {**files, DRAFT: draft.encode()}
    today = date.fromisoformat(draft.partition("\ndate: ")[2][:10])
    salts = (sha256(f"{len(files)} {number}".encode()).hexdigest()[:32] for number in count())
    publication, made, problems = sealing.published(
        publishing.coming_publication(content, given, ROOT),
        given,
        on=None,
        today=today,
        salt=lambda: next(salts),
        signer=signer,
    )
    assert problems == ()
    assert publication
    return {**files, **{f"{publication.name}/{path}": data for path, data in made.items()}}


def withdrawn_from(
    files: Mapping[str, bytes], content: Mapping[str, str], *words: str, signer: str | None = None
) -> dict[str, bytes]:
    """The files of a ledger after words of the meeting were taken back, or without words all of its text."""
    request = custody.Request(
        record="m-fictief-2019",
        words=words,
        ground="bescherming van de persoonlijke levenssfeer",
        decision="besluit van de redactie van 1 juli 2019",
        on=PartialDate("2019-07-01"),
        token="f1c71e",
        signer=signer,
    )
    act, problems = custody.withdrawal(content, files, ROOT, request)
    assert problems == ()
    assert act
    added = {f"withdrawals/{act.withdrawal.name}/{path}": data for path, data in act.added.items()}
    return {path: data for path, data in {**files, **added}.items() if path not in act.deleted}
