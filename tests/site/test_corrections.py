"""What is offered in the place of a mistake is right: with it the mistake is gone, and no other has come."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import undecoded_in
from lrt_site.problems import Problem
from lrt_site.reporting import corrected
from tests.site.test_values import PLANTED, TEXTS, check

M, P, S, T, H = "meetings/m-2025-06-19.md", "participants.yml", "sources.yml", "commitments/T90001.md", "history.yml"
V = "figures/overtochten.csv"
ROW = "f-overtochten-2023-v,,,2023,19120,,overtochten,voorlopig,2024-03-14,eerste telling,s-verslag-2024-03,,,,"
NOTED = next(line for line in TEXTS[V].split("\n") if "Zeventien" in line)
HEAD = TEXTS[V].partition("\n")[0]
PAGE = "    url: https://fictief.example/over-de-tafel"


def field(file: str, line: str, *wrong: str, instead: str | None = None) -> list[tuple[str, str, str, str]]:
    """One line of a file, in several wrong ways, with what has to be written."""
    return [(file, line, other, line if instead is None else instead) for other in wrong]


def cells(old: str, new: str, right: str | None = None, row: str = ROW) -> list[tuple[str, str, str, str]]:
    """A row with other cells, and how it is put right."""
    return [(V, row, row.replace(old, new, 1), row if right is None else row.replace(old, right, 1))]


MENDED = [
    *field(H, "    date: 2022-11-07", "    date: 7 nov. 2022", "    date: 07-11-2022", "    date: 2022.11.07",
           "    date: maandag 7 november 2022", "    date: Nov 7, 2022", "    date: 44872", "    date: “2022-11-07”",
           "    date: 2022-11-7"),
    *field(H, "    date: 2022-11-07", "    date: eind 2022", instead="    date: 2022\n    date_note: eind 2022"),
    *field(H, "    date: 2022-11-07", "    date: zomer 2022",
           instead="    not_before: 2022-06-01\n    date_note: zomer 2022\n    not_after: 2022-09-23"),
    *field(M, "date: 2025-06-19", "date: 19 juni 2025, 14:30", instead="date: 2025-06-19\ntime: 14:30"),
    *field(M, "        due: 2025-07-01", "        due: 1 juli 2025", "        due: 2024-07-01"),
    *field(T, "    decided_on: 2025-03-04", "    decided_on: 4 maart 2025"),
    *field(P, "    start_date: 2023-02\n    end_date: 2025\n", "    start_date: 2025\n    end_date: 2023-02\n"),
    *field(T, "    document: Kamerstuk 99 101, nr. 4", "    stuk: Kamerstuk 99 101, nr. 4"),
    *field(S, "    publisher: ministerie van Eilanden en Kusten (fictief)",
           "    auteur: ministerie van Eilanden en Kusten (fictief)"),
    *field(M, "    presence: afwezig", "    presence: verhinderd", "    presence: afwezg"),
    *field(M, "    presence: afwezig", "    presence: afwezig # ziek", instead="    # ziek\n    presence: afwezig"),
    *field(T, "  - status: deels voldaan", "  - status: gedeeltelijk"),
    *field(S, "    kind: webpagina", "    kind: website"),
    *field(S, PAGE, PAGE.replace("https://", ""), PAGE.replace("https://", "<https://") + ">",
           "    url: [tafel](https://fictief.example/over-de-tafel)"),
    *field(S, PAGE, PAGE.replace("over-de", "over de"), instead=PAGE.replace("over-de", "over%20de")),
    *field(M, "    organisation: org-bpr", "    organisation: BPR", "    organisation: (org-bpr)",
           "    organisation: org-bpr.", "    organisation: stoel-bpr"),
    *field(M, "  - person: p-inbeelding", "  - person: ‘p-inbeelding’", "  - person: p-inbeelding\u00ad",
           "  - person: p-aangenomen"),
    *field(M, "    seat: stoel-droomtij", "    seat: org-droomtij", "    seat: stoel droomtij"),
    *field(M, "    figures: [f-opgave-2025]", "    figures: [“f-opgave-2025”]", "    figures: f-opgave-2025"),
    *field(T, "topics: [veerboten, openbaarheid]", "topics: veerboten, openbaarheid"),
    *field(T, "  - commissie voor Water en Wind\nactivity", "  •commissie voor Water en Wind\nactivity",
           "  -commissie voor Water en Wind\nactivity"),
    *field(T, "activity: plenaire vergadering", "activity: [plenaire vergadering]",
           "activity: ple\u00adnaire vergadering", "activity:plenaire vergadering", "activity = plenaire vergadering"),
    *field(T, "activity: plenaire vergadering", "activity: RenÃ© sprak", instead="activity: René sprak"),
    *field(T, "activity: plenaire vergadering", "activity: **De** tafel", instead='activity: "De tafel"'),
    *field(T, "activity: plenaire vergadering", "activity: een \"plan\": twee",
           instead="activity: 'een \"plan\": twee'"),
    *field(M, "    discussed:\n      - In juli en", "    discussed: In juli en"),
    *field(M, "      - who: secretariaat\n", "        who: secretariaat\n"),
    *field(P, "  - id: p-aangenomen", "  - id: p-verzonnen", "  id: p-aangenomen"),
    *cells("19120,,", "19.000,,", "19000,,"), *cells("19120,,", "circa 19.100,,", "19100,circa,"),
    *cells("19120,,overtochten", "19%,,", "19,,procent"), *cells("19120,,", "19120+,,", "19120,ten minste,"),
    *cells("2023,19120,,", "2023,19120,5,,", '2023,"19120,5",,'), *cells("19120,,", "-19120,,"),
    *cells(",,,2023,", ",2023,,,"), *cells(",,,2023,", ",,2023,,"), *cells(",,,2023,", ",2023,"),
    *cells(",,,2023,", ",,,,2023,"), *cells(",,,2023,19120", ";;;2023;19120"), *cells("f-", '"f-'),
    *cells("Zeventien overtochten waren dubbel geteld.", "Dubbel, dus weg.", '"Dubbel, dus weg."', NOTED),
    *cells("Zeventien overtochten waren dubbel geteld.", 'Zo "dubbel" dus.', '"Zo ""dubbel"" dus."', NOTED),
    *cells("2024-03-14", "14 mrt 2024"), *cells("s-verslag-2024-03", "“s-verslag-2024-03”"),
    *field(V, HEAD, HEAD.replace("part,area", "part area"), HEAD.replace("part", "onderdeel"),
           HEAD.replace("part,area", "part;area")),
]  # fmt: skip


def applied(text: str, problem: Problem) -> str:
    """A text with the correction of a problem."""
    assert problem.correction
    span = problem.correction.span
    lines = text.split("\n")
    begin = "\n".join([*lines[: span.line - 1], lines[span.line - 1][: span.column - 1]])
    end = "\n".join([lines[span.end_line - 1][span.end_column - 1 :], *lines[span.end_line :]])
    return begin + problem.correction.text + end


def applied_to(texts: dict[str, str], problem: Problem) -> dict[str, str]:
    """The files with the correction of a problem."""
    file = problem.file.as_posix()
    return {**texts, file: applied(texts[file], problem)}


@pytest.mark.parametrize(("file", "line", "wrong", "right"), MENDED, ids=[case[2][:60] for case in MENDED])
def test_a_mistake_is_told_once_with_the_lines_as_they_have_to_be(file: str, line: str, wrong: str, right: str) -> None:
    assert line in TEXTS[file]
    texts = {**TEXTS, file: TEXTS[file].replace(line, wrong, 1)}
    (problem,) = check(texts)
    mended = applied_to(texts, problem)
    assert mended[file] == TEXTS[file].replace(line, right, 1)
    assert check(mended) == ()


@pytest.mark.parametrize(("file", "line", "wrong"), [case[:3] for case in PLANTED], ids=[case[2] for case in PLANTED])
def test_what_is_offered_takes_the_problem_away(file: str, line: str, wrong: str) -> None:
    texts = {**TEXTS, file: TEXTS[file].replace(line, wrong, 1)}
    for problem in check(texts):
        if problem.correction:
            left = {(other.file, other.line, other.code) for other in check(applied_to(texts, problem))}
            assert (problem.file, problem.line, problem.code) not in left
            assert all(line for line in corrected(problem, texts[problem.file.as_posix()].split("\n")))


ROWS = {
    "the same row again": (f"{ROW}\n{ROW}", ROW),
    "a name that ends": (f"{ROW},,", ROW),
}


@pytest.mark.parametrize(("wrong", "right"), ROWS.values(), ids=ROWS)
def test_what_is_too_much_in_a_table_is_taken_away(wrong: str, right: str) -> None:
    texts = {**TEXTS, V: TEXTS[V].replace(ROW, wrong, 1)}
    (problem,) = check(texts)
    assert applied_to(texts, problem)[V] == TEXTS[V].replace(ROW, right, 1)


UNSURE = {
    "which day": (H, "    date: 2022-11-07", "    date: 2022-11-31"),
    "which of two dates": (H, "    date: 2022-11-07", "    date: 07-11-22"),
    "room in a template": (T, "activity: plenaire vergadering", "activity: {activiteit}"),
    "room in brackets": (T, "activity: plenaire vergadering", "activity: [invullen]"),
    "words that stand for nothing": (T, "activity: plenaire vergadering", "activity: TODO"),
    "a question mark": (T, "activity: plenaire vergadering", "activity: ?"),
    "a date with words that have no other place": (M, "        due: 2025-07-01", "        due: rond 1 juli 2025"),
    "thousands or decimals": (V, ROW, ROW.replace("19120", "19.120")),
    "two numbers": (V, ROW, ROW.replace("19120", "19120-19200")),
    "a unit where another stands": (V, ROW, ROW.replace("19120", "€ 19120")),
    "a status that is one of two": (T, "  - status: openstaand", "  - status: lopend"),
    "another figure": (M, "[f-opgave-2025]", "[f-opgave-2027]"),
    "another term": (M, "        due: 2025-07-01", "        due: 2025-06-18"),
}


@pytest.mark.parametrize(("file", "line", "wrong"), UNSURE.values(), ids=UNSURE)
def test_nothing_is_offered_that_only_the_editor_can_know(file: str, line: str, wrong: str) -> None:
    assert line in TEXTS[file]
    (problem,) = check({**TEXTS, file: TEXTS[file].replace(line, wrong, 1)})
    assert problem.correction is None


def test_a_file_in_the_encoding_of_windows_is_shown_as_it_was_meant() -> None:
    given = "id: x\ntitle: Een café én een hôtel\n".encode("cp1252").decode("utf-8", "surrogateescape")
    (problem,) = undecoded_in(PurePosixPath("x.yml"), given)
    assert "Dan staat hier 'café'." in problem.message
    assert applied(given, problem) == "id: x\ntitle: Een café én een hôtel\n"


@pytest.mark.parametrize("data", ["één\ndrieën".encode("utf-16"), "één".encode("mac-roman"), "één".encode("cp437")])
def test_a_file_in_another_encoding_is_not_guessed_at(data: bytes) -> None:
    (problem,) = undecoded_in(PurePosixPath("x.yml"), data.decode("utf-8", "surrogateescape"))
    assert problem.correction is None


def test_a_second_block_of_fields_is_taken_away() -> None:
    text = TEXTS[M].replace("\n---\n", "\n---\n---\nid: m-2025-06-19\ntable: ovw\n---\n", 1)
    (problem,) = check({**TEXTS, M: text})
    assert applied(text, problem) == TEXTS[M]
    assert corrected(problem, text.split("\n")) == ()


@pytest.mark.parametrize(("file", "words"), [(H, "'events: []'"), (M, "haal het bestand weg")])
def test_a_file_of_nothing_says_what_to_do(file: str, words: str) -> None:
    texts = {**TEXTS, file: "\n"}
    assert [words in problem.message for problem in check(texts) if problem.file == PurePosixPath(file)] == [True]
