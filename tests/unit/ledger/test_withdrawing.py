"""Words are taken back from every version, however they stand there; the chain, the ids and the dates stay."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from lrt_site import custody, ledger
from lrt_site.ledger import stored, withdrawing
from lrt_site.ledger.redacting import Redaction, redacted
from lrt_site.ledger.word_search import sought, spans_in
from lrt_site.marking import links_from, marked_up
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Withdrawal
from lrt_site.problems import Fault, LrtSiteError
from tests.builders import (
    TOKEN,
    a_ledger,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_source,
    carried_out,
    history_in,
    on,
    placed,
)
from tests.unit.ledger.making import NAME, Files, files_with_name, holding

ROOT = PurePosixPath("publications")


def withdrawn(
    files: Files, words: Sequence[str] = (NAME,), record: str = "p-fictief", day: str = "2026-04-01"
) -> tuple[Withdrawal, Files]:
    """The withdrawal, and the ledger with it carried out."""
    made, added = withdrawing.withdrawn(
        files,
        history_in(files),
        record,
        words,
        ground="AVG, artikel 17",
        decision="Besluit van de tafel",
        on=on(day),
        token=TOKEN,
    )
    return made, carried_out(files, made, added)


def half_withdrawn() -> tuple[Withdrawal, Files]:
    """A withdrawal that was broken off: its files are there, and so is what they replace."""
    files = files_with_name()
    why = {"ground": "grond", "decision": "besluit", "on": on("2026-04-01"), "token": TOKEN}
    made, added = withdrawing.withdrawn(files, history_in(files), "p-fictief", [NAME], **why)  # type: ignore[arg-type]
    return made, {**files, **placed(made, added)}


def shown(markdown: str) -> tuple[str, tuple[Fault, ...]]:
    made = marked_up(markdown, "m-2020-06-15", a_register(a_meeting()), links_from("/"))
    return str(made.html), made.faults


def test_the_words_are_nowhere_and_the_ledger_is_sound() -> None:
    files = files_with_name()
    before = history_in(files)
    made, after = withdrawn(files)
    history = history_in(after)
    assert holding(files, NAME)
    assert holding(after, NAME) == []
    assert [publication.hash for publication in history.publications] == [
        publication.hash for publication in before.publications
    ]
    assert [publication.root for publication in history.publications] == [
        publication.root for publication in before.publications
    ]
    assert history.withdrawals == (made,)


def test_a_withdrawal_says_what_it_took_and_from_where() -> None:
    made, after = withdrawn(files_with_name())
    assert made.name == f"2026-04-01-1-{TOKEN}"
    assert [(file.file, file.extent) for file in made.files] == [
        ("2026-01-05/records/p-fictief.json", ("name",)),
        ("2026-01-05/records/m-2020-06-15.json", ("discussed[1]", "body")),
        ("2026-02-04/records/p-fictief.json", ("name",)),
    ]
    for file in made.files:
        assert stored.hash_of(after[f"withdrawals/{made.name}/files/{file.file}"]) == file.becomes
        assert file.file not in after
    version = history_in(after).versions("p-fictief")[0]
    assert version.record == a_person(name="[ingetrokken]")
    assert (version.withdrawal, version.extent) == (made, ("name",))


def test_the_salt_goes_with_the_words() -> None:
    made, after = withdrawn(files_with_name())
    for file in made.files:
        fields = stored.fields_in(after[f"withdrawals/{made.name}/files/{file.file}"])
        assert "salt" not in fields
        assert fields["withdrawal"] == made.name


def test_words_in_the_notes_of_a_publication_are_taken_back_too() -> None:
    files = files_with_name()
    made, after = withdrawn(files, ["Waarom p-fictief anders is"])
    assert {file.extent for file in made.files} == {("notes.p-fictief",)}
    assert {file.file.partition("/")[2] for file in made.files} == {"notes.json"}
    assert holding(after, "Waarom p-fictief") == []
    assert history_in(after).publications[0].changes[0].note is not None


def test_without_words_all_text_of_all_versions_of_a_record_goes() -> None:
    made, after = withdrawn(files_with_name(), [])
    versions = history_in(after).versions("p-fictief")
    assert {version.record for version in versions if version.number == 1} == {
        a_person(name="[ingetrokken]", roles=(a_role(role="[ingetrokken]"),))
    }
    assert len(versions) == 3
    assert all("roles[0].role" in version.extent for version in versions)
    assert {file.extent for file in made.files if file.file.endswith("notes.json")} == {("notes.p-fictief",)}
    assert holding(after, NAME) == ["2026-01-05/records/m-2020-06-15.json"]


def test_a_record_that_was_renamed_is_taken_back_under_all_its_ids() -> None:
    files = a_ledger(a_register(a_person()))
    files = a_ledger(a_register(a_person(id="p-nieuw")), before=files, renamed={"p-fictief": "p-nieuw"})
    for identifier in ("p-fictief", "p-nieuw"):
        made, _ = withdrawn(files, [], record=identifier)
        assert {file.file for file in made.files} >= {
            "2026-01-05/records/p-fictief.json",
            "2026-02-04/records/p-nieuw.json",
        }


def test_more_words_of_the_same_file_can_be_taken_back_later() -> None:
    first, files = withdrawn(files_with_name())
    second, after = withdrawn(files, ["Hier sprak"], record="m-2020-06-15")
    assert second.name == f"2026-04-01-2-{TOKEN}"
    (file,) = second.files
    assert file.hash == {other.file: other.becomes for other in first.files}[file.file]
    assert f"withdrawals/{first.name}/files/{file.file}" not in after
    assert holding(after, "Hier sprak") == holding(after, NAME) == []
    history_in(after)


def test_a_publication_anchors_what_was_withdrawn_before_it() -> None:
    made, files = withdrawn(files_with_name())
    files = a_ledger(a_register(a_person(name="Een ander"), a_meeting()), before=files)
    assert history_in(files).last.withdrawals == (made.name,)
    path = f"withdrawals/{made.name}/withdrawal.json"
    harmed = {**files, path: files[path].replace(b"AVG", b"ABC")}
    (problem,) = ledger.read(harmed, ROOT)[1]
    assert (problem.file, problem.code) == (ROOT / path, "ledger-changed")


def test_a_withdrawal_that_was_interrupted_is_told_and_finished() -> None:
    made, half = half_withdrawn()
    assert withdrawing.superseded(half) == tuple(sorted(file.file for file in made.files))
    del half[made.files[0].file]
    problems = ledger.read(half, ROOT)[1]
    assert {problem.code for problem in problems} == {"ledger-withdrawal-unfinished"}
    _, left, others = custody.unfinished(half, PurePosixPath("inhoud"), today=on("2026-04-01"), token=TOKEN)
    assert others == ()
    history_in({path: data for path, data in half.items() if path not in left})


def test_nothing_is_finished_in_a_ledger_with_other_damage() -> None:
    made, half = half_withdrawn()
    half[f"withdrawals/{made.name}/files/{made.files[0].file}"] += b" "
    _, left, others = custody.unfinished(half, PurePosixPath("inhoud"), today=on("2026-04-01"), token=TOKEN)
    assert left == ()
    assert [problem.code for problem in others] == ["ledger-changed"]


@pytest.mark.parametrize(
    ("record", "words", "said"),
    [
        ("p-fictie", [NAME], "Bedoelde u 'p-fictief'"),
        ("p-fictief", ["Wie dan ook"], "staat in geen enkele versie"),
        ("p-fictief", [NAME, "Wie dan ook"], "staat in geen enkele versie"),
        ("p-fictief", ["overig"], "staat alleen in kenmerken"),
        ("m-2020-06-15", ["gehouden"], "staat in geen enkele versie"),
        ("p-fictief", ["D"], "te kort"),
        ("p-fictief", ["**--**"], "te kort"),
    ],
)
def test_what_cannot_be_taken_back_is_said(record: str, words: list[str], said: str) -> None:
    files = files_with_name()
    with pytest.raises(LrtSiteError, match=said):
        withdrawn(files, words, record)


def test_what_was_taken_back_as_a_whole_cannot_be_again() -> None:
    _, files = withdrawn(files_with_name(), [])
    with pytest.raises(LrtSiteError, match="alles was al ingetrokken"):
        withdrawn(files, [])


@pytest.mark.parametrize("day", ["2026-03-01", "2026-04", "2025-12-31"])
def test_a_withdrawal_is_not_older_than_what_stands(day: str) -> None:
    with pytest.raises(LrtSiteError, match="Kies als dag 2026-03-06 of later"):
        withdrawn(files_with_name(), day=day)


@pytest.mark.parametrize(
    ("ground", "decision"), [(NAME, "besluit"), ("grond", f"Van {NAME.upper()}"), (" ", "besluit")]
)
def test_ground_and_decision_are_words_without_the_words(ground: str, decision: str) -> None:
    files = files_with_name()
    with pytest.raises(LrtSiteError, match="grond"):
        withdrawing.withdrawn(
            files,
            history_in(files),
            "p-fictief",
            [NAME],
            ground=ground,
            decision=decision,
            on=on("2026-04-01"),
            token=TOKEN,
        )


def test_what_stays_is_named() -> None:
    _, after = withdrawn(a_ledger(a_register(a_person(name="Fictief, F."))), ["fictief"])
    standing = withdrawing.still_standing(after, ["fictief"])
    assert "p-fictief" in {value for _, value in standing}
    assert "Fictief, F." not in {value for _, value in standing}
    assert withdrawing.still_standing(withdrawn(files_with_name())[1], [NAME]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hier sprak Dirk Verzinsel.",
        "DIRK VERZINSEL",
        "dirk\n verzinsel",
        "Dirk\u00a0Verzinsel",
        "**Dirk** Verzinsel",
        "*Dirk* **Verzin**sel",
        "_Dirk Verzinsel_",
        "Dirk\\\nVerzinsel",
        "> Dirk\n> Verzinsel",
        "Dirk&nbsp;Verzinsel",
        "D&#105;rk Verzinsel",
        "Dirk Ver\u00adzinsel",
        "Dirk\u200b Verzinsel",
        "[Dirk](https://fictief.example/) Verzinsel",
        "[Dirk Verzinsel](https://fictief.example/)",
        "[zijn pagina](https://fictief.example/dirk-verzinsel)",
        "[zijn pagina](https://fictief.example/dirk%20verzinsel/)",
        "[zijn deel](#wat-dirk-verzinsel-zei)",
        "[zijn pagina][1]\n\n[1]: https://dirkverzinsel.example/",
        "<https://fictief.example/Dirk_Verzinsel>",
        "DirkVerzinselDirk Verzinsel",
    ],
)
def test_words_are_found_however_they_are_written(text: str) -> None:
    redaction = Redaction(sought([NAME]))
    without = redaction.of_markdown(text)
    assert without != text
    assert redaction.of_markdown(without) == without
    html, faults = shown(without)
    assert faults == ()
    assert not re.search("(?<!dirk)verzinsel", html.casefold())


@pytest.mark.parametrize("text", ["Dirk zei: Verzinsel", "Verzinsel Dirk", "Dirk, Verzinsel", "", "Dirkverzinsel"])
def test_other_words_stay(text: str) -> None:
    assert Redaction(sought([NAME])).of_markdown(text) == text


@pytest.mark.parametrize(
    ("words", "text", "without"),
    [
        ("café", "Cafe\u0301 Fictief", "[ingetrokken] Fictief"),
        ("Cafe\u0301", "café Fictief", "[ingetrokken] Fictief"),
        ("STRASSE", "In de Straße.", "In de [ingetrokken]."),
        ("cafe", "Cafe\u0301", "Cafe\u0301"),
        ("cafe", "cafe\u0301 open", "[ingetrokken] open"),
        ("Jan", "Januari en jan", "[ingetrokken]uari en [ingetrokken]"),
        ("trok", "Hij vertrok.", "Hij ver[…]."),
        ("R&D", "De R&amp;D van fictie", "De [ingetrokken] van fictie"),
        ("anna", "annanna", "[ingetrokken]"),
        ("a b", "a\n\nb en A  b", "[ingetrokken] en [ingetrokken]"),
    ],
)
def test_spelling_does_not_hide_words(words: str, text: str, without: str) -> None:
    assert Redaction(sought([words]))(text) == without


def test_a_link_to_a_record_stays_and_a_web_address_goes_whole() -> None:
    redaction = Redaction(sought([NAME]), frozenset({"p-dirk-verzinsel"}))
    text = "Zie [zijn pagina](../deelnemers/p-dirk-verzinsel.md) en https://fictief.example/dirk-verzinsel/nieuws."
    assert redaction.of_markdown(text) == "Zie [zijn pagina](../deelnemers/p-dirk-verzinsel.md) en [ingetrokken]"


def test_an_address_that_may_be_absent_goes_and_another_leads_nowhere() -> None:
    redaction = Redaction(sought([NAME]))
    source = a_source(url="https://fictief.example/dirk-verzinsel")
    assert redacted(source, redaction) == (a_source(url=None), ("url",))
    table = a_provincial_table()
    assert redacted(table, redaction) == (table, ())


def test_dates_numbers_ids_and_words_from_a_list_stay() -> None:
    meeting = a_meeting(note="Op 2020-06-15 is gehouden: m-2020-06-15.")
    without, extent = redacted(meeting, Redaction(sought(["2020-06-15", "gehouden"])))
    assert extent == ("note",)
    assert without == a_meeting(note="Op [ingetrokken] is [ingetrokken]: m-[ingetrokken].")


def test_places_in_files_are_those_an_editor_jumps_to() -> None:
    texts = {
        "a.yml": "id: a\nnote: |\n  Van Dirk\n  Verzinsel.\n",
        "b.csv": "id,note\nb,dirk verzinsel\n",
        "people/dirk verzinsel.md": "",
        "c.md": "p-dirk-verzinsel",
    }
    assert withdrawing.occurrences(texts, [NAME]) == (
        ("a.yml", 3, 7),
        ("b.csv", 2, 3),
        ("people/dirk verzinsel.md", 1, 1),
    )


CONTENT = {
    "history.yml": "events:\n  - id: geb-fictief\n    event: Dirk Verzinsel kwam.\n    source: s-fictief\n",
    "meetings/m-2020-06-15.md": "---\nid: m-2020-06-15\ntable: fictieve-tafel\n---\nNiets.\n",
}


def asked(content: Mapping[str, str], files: Files, words: tuple[str, ...], record: str = "p-fictief") -> list[str]:
    request = custody.Request(
        token=TOKEN, record=record, words=words, ground="grond", decision="besluit", on=PartialDate("2026-04-01")
    )
    _, problems = custody.withdrawal(content, files, PurePosixPath("inhoud"), request)
    return [f"{problem.file}:{problem.line}:{problem.column} {problem.code}" for problem in problems]


def test_words_that_stand_in_the_content_are_not_taken_back() -> None:
    files = files_with_name()
    assert asked(CONTENT, files, (NAME,)) == ["inhoud/history.yml:3:12 withdrawn-words"]
    assert asked({}, {**files, "draft.yml": b"title: Over Dirk Verzinsel\n"}, (NAME,)) == [
        "inhoud/publications/draft.yml:1:13 withdrawn-words"
    ]
    assert asked({}, files, (NAME,)) == []


def test_words_that_only_yaml_can_read_are_found_in_the_content() -> None:
    hidden = {"history.yml": CONTENT["history.yml"].replace("Dirk Verzinsel kwam.", '"D\\x69rk Verzinsel kwam."')}
    assert asked(hidden, files_with_name(), (NAME,)) == ["inhoud/history.yml:3:5 withdrawn-words"]


def test_words_in_a_published_id_do_not_keep_a_name_from_being_taken_back() -> None:
    files = a_ledger(a_register(a_person(id="p-verzinsel", name="Verzinsel")), a_register())
    assert asked({"a.yml": "- person: p-verzinsel\n"}, files, ("Verzinsel",), "p-verzinsel") == []
    assert asked({"a.yml": "- person: p-verzinsels\n"}, files, ("Verzinsel",), "p-verzinsel") != []


def test_a_record_that_stands_in_the_content_is_not_taken_back_as_a_whole() -> None:
    full = {"history.yml": CONTENT["history.yml"]}
    files = a_ledger(a_register(a_person(id="geb-fictief")), a_register(a_person(id="p-ander")))
    assert asked(full, files, (), "geb-fictief") == ["inhoud/history.yml:2:5 withdrawn-words"]
    assert asked({}, files, (), "geb-fictief") == []
    assert asked({}, {**files, "draft.yml": b"changes:\n- id: geb-fictief\n"}, (), "geb-fictief") == [
        "inhoud/publications/draft.yml:2:7 withdrawn-words"
    ]


def test_a_damaged_ledger_is_left_alone() -> None:
    files = {**files_with_name(), "2026-01-05/notes.json": b"{}"}
    assert asked({}, files, (NAME,)) == ["inhoud/publications/2026-01-05/notes.json:1:1 ledger-changed"]


def test_what_was_done_and_what_is_left_is_told() -> None:
    files = files_with_name()
    request = custody.Request(
        token=TOKEN, record="p-fictief", words=(NAME,), ground="AVG", decision="besluit", on=PartialDate("2026-04-01")
    )
    act, _ = custody.withdrawal({}, files, PurePosixPath("inhoud"), request)
    assert act
    told = custody.told(act)
    assert "2026-01-05/records/p-fictief.json: name" in told
    assert "git" in told
    assert "kunnen wij niet terughalen" in told
    assert not spans_in(told, sought([NAME]))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "stonden nergens meer"), (1, "In 1 bestand staat"), (2, "2 bestanden")]
)
def test_how_many_files_a_withdrawal_changed_is_told_in_words(count: int, said: str) -> None:
    made, _ = withdrawn(files_with_name())
    made = replace(made, files=(made.files * 2)[:count])
    assert said in custody.told(custody.Act(made, {}, (), ()))
