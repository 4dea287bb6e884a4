"""One wrong value, id, list or CSV file gives one message, on its place, with what to write."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import checking, files
from lrt_site.problems import Problem

ROOT = Path(__file__).parents[2] / "examples/fictief"
TEXTS, _ = files.read_content(ROOT)
M, P, S, T, H = "meetings/m-2025-12-04.md", "participants.yml", "sources.yml", "commitments/T90001.md", "history.yml"
R, V = "figures/reizigers.csv", "figures/overtochten.csv"
ROW = "f-reizigers-2025h1,,,2025-H1,580000,circa,reizigers,voorlopig"
PERSON = "  - person: p-bedacht\n    organisation: org-mek\n"
DATE = "date: 2025-12-04\n"


def check(texts: dict[str, str]) -> tuple[Problem, ...]:
    return checking.check(texts, root=PurePosixPath())


def without(texts: dict[str, str], gone: str) -> dict[str, str]:
    return {path: text for path, text in texts.items() if path != gone}


PLANTED = [
    # file, what stood there, what an editor wrote, the sign to look at, the code, words of the message
    (M, DATE, "date: 4-12-2025\n", "date: 4", "bad-date", "Schrijf 'date: 2025-12-04'."),
    (M, DATE, "date: do 4 dec 2025\n", "date: do", "bad-date", "Schrijf 'date: 2025-12-04'."),
    (M, DATE, "date: vrijdag 4 december 2025\n", "date: v", "bad-date", "was een donderdag"),
    (M, DATE, "date: 46010\n", "date: 46", "bad-date", "Schrijf 'date: 2025-12-19'."),
    (M, DATE, "date: 04-12-25\n", "date: 04", "bad-date", "'date: 2025-12-04' of 'date: 2004-12-25'"),
    (M, DATE, "date: najaar 2025\n", "date: n", "bad-date", "'not_before: 2025-09-01', 'not_after: 2025-12-22'"),
    (M, DATE, "date: 4 en 5 december 2025\n", "date: 4 en", "bad-date", "'not_after: 2025-12-05'"),
    (M, DATE, "date: 4 december 2025 om 14.00 uur\n", "date: 4", "bad-date", "en 'time: 14:00'"),
    (M, DATE, "date: 2025-12-04T00:00:00\n", "date: 2025", "bad-date", "jjjj-mm-dd. Schrijf 'date: 2025-12-04'."),
    (M, DATE, "date: eind 2025\n", "date: eind", "bad-date", "'date_note: eind 2025'"),
    (M, DATE, "date: nog niet bekend\n", "date: nog", "bad-date", "Haal de regel 'date: …' weg"),
    (M, DATE, "date: 4 december\n", "date: 4", "bad-date", "Het jaar ontbreekt: schrijf het ervoor"),
    (M, DATE, "date: 2025-12-00\n", "date: 2025", "bad-date", "schrijf alleen de maand: '2025-12'"),
    (M, "due: 2026-03-01", "due: na 1 maart 2026", "due:", "bad-date", "'na 1 maart 2026' is geen laatste dag."),
    (M, "due: 2026-03-01", "due: zomer 2026", "due:", "bad-date", "Schrijf wat zeker is: 'due: 2026-09-23'"),
    (M, "due: 2026-03-01", "due: Q1 2026", "due:", "bad-date", "Schrijf wat zeker is: 'due: 2026-03-31'"),
    (M, DATE, DATE + "time: 14u30\n", "time:", "bad-time", "Schrijf 'time: 14:30'."),
    (M, "presence: vervangen", "presence: afgemeld", "presence: af", "unknown-choice", "'presence: vervangen'"),
    (M, DATE, DATE + "state: geannuleerd\n", "state:", "unknown-choice", "Schrijf 'state: afgelast'."),
    (T, "extent: gedekt", "extent: onbekend", "extent: on", "unknown-choice", "'extent: niet vast te stellen'"),
    (P, "complete: true", "complete: WAAR", "complete:", "not-true-or-false", "Schrijf 'complete: true' (ja)."),
    (M, PERSON, PERSON.replace("p-bedacht", "p-bedagt"), "person: p-bedagt", "unknown-person", "'person: p-bedacht'"),
    (M, PERSON, PERSON.replace("p-bedacht", "dhr. Bram Bedacht"), "person: dhr", "unknown-person", "'p-bedacht'"),
    (M, PERSON, PERSON.replace("p-bedacht", "p-de-vries"), "person: p-de", "unknown-person", "'- id: p-de-vries'"),
    (M, PERSON, PERSON.replace("p-bedacht", "Jan de Vries"), "person: Jan", "unknown-person", "'- id: p-de-vries'"),
    (M, "table: ovw", "table: Overlegtafel Veerdiensten Waddenrif", "table: Ov", "unknown-table", "'table: ovw'"),
    (M, "topic: ond-ligplaatsen", "topic: ligplaats", "topic: ligp", "unknown-topic", "Er zijn: 'ond-"),
    (M, "[T90003]", "[T9003]", "T9003", "unknown-commitment", "'T90003'"),
    (M, "[T90003]", "[T90001; T90003]", "T90001; T", "unknown-commitment", "'commitments: [T90001, T90003]'"),
    (M, "source: s-verslag-2025-12\n---", "source: s-verslag-2025-12; s-tafelpagina\n---", "source: s-verslag-2025-12;",
     "unknown-source", "'also_source: [s-tafelpagina]'"),
    (M, "organisation: org-mek", "organisation: stoel-mvw", "organisation: st", "unknown-organisation", "'org-mvw'"),
    (M, "topic: ond-reizigers", "topics: ond-reizigers", "topics:", "unknown-field", "Schrijf 'topic:'."),
    (M, DATE, "meeting_date: 2025-12-04\n", "meeting_date", "unknown-field", "Schrijf 'date:'."),
    (P, "seats:\n", "stoelen:\n", "stoelen", "unknown-field", "Schrijf 'seats:'."),
    (S, "sources:\n", "bron:\n", "bron:", "unknown-field", "Schrijf 'sources:'."),
    (M, "title: Raming voor 2026", "title:\n      - Raming voor 2026", "title:", "not-text", "'title: Raming"),
    (M, "commitments: [T90001]", "commitments: T90001", "commitments: T", "not-a-list", "'commitments: [T90001]'"),
    (M, "    presence: vervangen\n", "", "replaced_by", "inconsistent", "'presence: vervangen'"),
    (P, "  - id: p-mijmering\n", "  - id: p-mymering\n", "id: p-mym", "unknown-person", "Schrijf 'id: p-mijmering'."),
    (S, "- id: s-tafelpagina", "- id: s_tafelpagina", "id: s_", "bad-id", "Schrijf 'id: s-tafelpagina'."),
    (S, "url: https://", "url: htp://", "url: htp", "bad-url", "Schrijf 'url: https://"),
    (R, ROW, ROW.replace("580000,circa", "ca. 580.000,"), "ca. 580", "not-a-number", "Schrijf '580000', en 'circa'"),
    (R, ROW, ROW.replace("580000", "500-600"), "500-600", "not-a-number", "Maak er twee regels van"),
    (R, ROW, ROW.replace("580000", "nvt"), "nvt", "not-a-number", "Haal deze regel weg"),
    (R, ROW, ROW.replace("580000", "0,58 mln"), None, "csv-columns", "aanhalingstekens"),
    (R, ROW, ROW.replace("2025-H1", "eerste halfjaar 2025"), "eerste", "bad-period", "Schrijf '2025-H1'."),
    (R, ROW, ROW.replace("2025-H1", "Q2 2025"), "Q2", "bad-period", "Schrijf '2025-04-01/2025-06-30'."),
    (R, ROW, ROW.replace("2025-H1", "halfjaar 1"), "halfjaar", "bad-period", "jjjj-H1"),
    (R, ROW, ROW.replace(",,,2025-H1", ",,2025-H1,"), None, "csv-columns", "Schrijf de regel zo: f-reizigers"),
    (R, ROW, ROW.replace("voorlopig", "prognose"), "prognose", "unknown-choice", "Schrijf 'verwacht'."),
    (R, "id,part,area,period,value", "ID,Onderdeel,Gebied,Periode,Waarde", "ID", "csv-header", "id,part,area"),
    (R, "id,part,area,period,value", "id,part,area,period,vlaue", "vlaue", "csv-header", "Schrijf 'value'."),
    (V, "2024-03-14,eerste", "14-mrt-24,eerste", "14-mrt", "bad-date", "Schrijf '2024-03-14'."),
    (R, ROW, ROW.replace(",circa", ""), None, "csv-columns", "kolommen; de kopregel heeft er 13"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "sign", "code", "words"), PLANTED, ids=[case[2][:40] for case in PLANTED]
)
def test_one_mistake_is_told_once_on_its_place(
    file: str, old: str, new: str, sign: str | None, code: str, words: str
) -> None:
    text = TEXTS[file]
    assert old in text
    changed = text.replace(old, new, 1)
    (problem,) = check({**TEXTS, file: changed})
    start = text.index(old)
    at = changed.index(sign, max(0, start - 300)) if sign else start
    place = (file, changed.count("\n", 0, at) + 1, at - changed.rfind("\n", 0, at))
    assert (problem.file.as_posix(), problem.line, problem.code) == (place[0], place[1], code)
    assert sign is None or problem.column == place[2]
    assert words in problem.message


FILES: dict[str, tuple[Callable[[dict[str, str]], dict[str, str]], str, str]] = {
    "a list in Dutch": (lambda texts: texts | {"geschiedenis.yml": texts.pop(H)}, "geschiedenis.yml", "'history.yml'"),
    "another ending": (lambda texts: texts | {"history.yaml": texts.pop(H)}, "history.yaml", "Noem het 'history.yml'."),
    "a list gone": (lambda texts: without(texts, P), P, "Zet het terug uit git"),
    "a list of nothing else gone": (lambda texts: without(texts, H), H, "'events: []'"),
    "a commitment elsewhere": (
        lambda texts: texts | {"outputs/T90001.md": texts.pop(T)}, "outputs/T90001.md", "'commitments/T90001.md'"
    ),
    "a meeting below": (
        lambda texts: texts | {"m-2025-12-04.md": texts.pop(M)}, "m-2025-12-04.md", "'meetings/m-2025-12-04.md'"
    ),
    "a copy": (
        lambda texts: texts | {"meetings/Kopie van m.md": texts[M]}, "meetings/Kopie van m.md", "is een kopie"
    ),
    "a copy to begin with": (
        lambda texts: texts | {"meetings/m-2026-01-29.md": texts[M]}, "meetings/m-2026-01-29.md", "'id: m-2026-01-29'"
    ),
    "semicolons": (lambda texts: texts | {R: texts[R].replace(",", ";")}, R, f"lrt-site import-csv {R}"),
    "no header": (lambda texts: texts | {R: texts[R].partition("\n")[2]}, R, "De eerste regel"),
    "empty columns": (lambda texts: texts | {R: texts[R].replace("\n", ",,,\n")}, R, "3 lege kolommen"),
    "a workbook": (lambda texts: texts | {R: "PK\3\4\0\0"}, R, "Open het in Excel"),
    "a series mistyped": (
        lambda texts: texts | {"figures/reizigrs.csv": texts.pop(R)}, "figures/reizigrs.csv", "'reizigers.csv'"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_wrong_as_a_whole_is_told_once(name: str) -> None:
    change, file, words = FILES[name]
    (problem,) = check(change(dict(TEXTS)))
    assert problem.file.as_posix() == file
    assert words in problem.message


OTHERS = [
    (M, PERSON, PERSON.replace("p-bedacht", "p-de-reuzen")),
    (M, "[T90003]", "[T90012]"),
    (M, "f-verwacht-2026-a", "f-verwacht-2026-d"),
    (M, "f-verwacht-2026-a", "f-verwacht-2027-a"),
    (M, "source: s-verslag-2025-12\n---", "source: s-verslag-2025-11\n---"),
    (M, DATE, DATE + "composition: comp-2026-10\n"),
]


@pytest.mark.parametrize(("file", "old", "new"), OTHERS)
def test_another_thing_that_exists_is_never_offered(file: str, old: str, new: str) -> None:
    assert old in TEXTS[file]
    found = check({**TEXTS, file: TEXTS[file].replace(old, new, 1)})
    assert found
    assert all(problem.correction is None and "Bedoelde u" not in problem.message for problem in found)


def test_a_row_that_is_lost_makes_no_figure_unknown() -> None:
    text = TEXTS[V].replace("Zeventien overtochten", 'Zeventien "overtochten"')
    (problem,) = check({**TEXTS, V: text})
    assert problem.code == "csv-quote"
    assert 'dubbel: "Zeventien ""overtochten""' in problem.message


def test_what_is_unread_on_the_disk_makes_nothing_unknown() -> None:
    texts = {path: text for path, text in TEXTS.items() if path != M}
    unread = Problem(PurePosixPath(M), 1, 1, "linked-file", "Dit is een verwijzing.")
    assert checking.check(texts, root=PurePosixPath(), unread=(unread,)) == (unread,)
