"""A small content tree of a fictitious table."""

from collections.abc import Mapping

MEETING = "m-2025-03-11"
"""A meeting in the small tree."""
PAGE = "fictie"
"""A page of text in the small tree."""
FIRST = "2026-01-15"
"""The name of its first publication, where it has one."""

SMALL: Mapping[str, str] = {
    "site.yml": (
        "id: site\ntitle: Fictieve tafel\ntagline: Alles hier is fictief\naddress: https://fictief.example/\n"
        "fictitious: true\nsources_checked_on: 2026-01-15\n"
    ),
    "table.yml": (
        "id: fictieve-tafel\nname: Fictieve Tafel\n"
        "founded: {id: opgericht, text: De fictieve tafel begon in 2015., as_shown_at: 2015, source: s-fictief}\n"
        "names:\n  - {id: naam, name: Fictieve Tafel, source: s-fictief}\n"
        "purposes:\n  - {id: doel, text: De fictieve tafel overlegt., source: s-fictief}\n"
        "frequencies:\n  - {id: ritme, rule: twee keer per jaar, source: s-fictief}\n"
        "topics:\n  - {id: ond-fictie, name: fictie, text: Wat verzonnen is., source: s-fictief}\n"
    ),
    "sources.yml": "sources:\n  - {id: s-fictief, title: Fictief stuk, publisher: Fictieve Uitgever, kind: overig}\n",
    "participants.yml": (
        "organisations:\n"
        "  - {id: org-a, name: Fictieve Organisatie A, short: FOA, classification: overig, source: s-fictief}\n"
        "  - {id: org-b, name: Fictieve Organisatie B, short: FOB, classification: overig, source: s-fictief}\n"
        "persons:\n"
        "  - {id: p-a, name: A. Fictief, roles: [{role: fictief lid, as_shown_at: 2025, source: s-fictief}]}\n"
        "  - {id: p-b, name: B. Fictief, roles: [{role: fictief lid, as_shown_at: 2025, source: s-fictief}]}\n"
    ),
    f"meetings/{MEETING}.md": (
        f"---\nid: {MEETING}\ntable: fictieve-tafel\ntable_name: Fictieve Tafel\ndate: 2025-03-11\n"
        "attendance:\n  - person: p-a\n    organisation: org-a\n  - person: p-b\n    organisation: org-b\n"
        "agenda:\n  - title: Fictie\n    topic: ond-fictie\n    discussed:\n      - De tafel sprak over fictie.\n"
        "source: s-fictief\n---\n\nDe deelnemers spraken over verzonnen zaken.\n"
    ),
    f"pages/{PAGE}.md": (
        f"---\nid: {PAGE}\ntitle: Over deze fictie\nsummary: Dit is verzonnen.\n---\n\n"
        "Alles op deze site is verzonnen.\n"
    ),
}
"""A whole content tree of nine records, by path."""
