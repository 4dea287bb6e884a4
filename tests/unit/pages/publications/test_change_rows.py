"""Changes stand by subject; where there are many, each is told in a sentence and new ones are counted."""

from lrt_site.model.publications import ChangeClass
from lrt_site.pages.publications.change_rows import LISTED_ONE_BY_ONE, NEW_ON_THE_PAGE, TOLD_IN_LINES, Told, sections_of
from lrt_site.wording.changes import ChangedField
from lrt_site.wording.runs import Link, Run

DATE = ChangedField("datum", "veranderd", (Run("1 mei"),), (Run("2 mei"),))


def told(change: ChangeClass, kind: str = "meeting") -> Told:
    return Told(kind=kind, change=change, record=Link(change, "/"), versions=Link("Alles", "/"), fields=(DATE,))


def test_subjects_stand_in_the_order_of_the_site_and_changes_by_how_grave_they_are() -> None:
    found = [*sections_of([told("nieuw"), told("correctie"), told("aanvulling", "person")])]
    assert [(section.title, [row.change for row in section.rows]) for section in found] == [
        ("Personen", ["aangevuld"]),
        ("Vergaderingen", ["verbeterd", "nieuw"]),
    ]


def test_lines_are_told_up_to_so_many_changes_and_of_unjudged_words_always() -> None:
    few, many = ([told("correctie")] * count for count in (TOLD_IN_LINES, TOLD_IN_LINES + 1))
    (section,) = sections_of(few)
    assert all(row.lines for row in section.rows)
    (section,) = sections_of([*many, told("herformulering")])
    assert [bool(row.lines) for row in section.rows] == [False] * len(many) + [True]
    assert section.rows[-1].open


def test_new_records_are_listed_then_folded_then_counted() -> None:
    shown = {
        number: next(iter(sections_of([told("nieuw")] * number)))
        for number in (LISTED_ONE_BY_ONE, NEW_ON_THE_PAGE, NEW_ON_THE_PAGE + 1)
    }
    assert [(len(section.rows), len(section.new), section.number_of_new) for section in shown.values()] == [
        (LISTED_ONE_BY_ONE, 0, 0),
        (0, NEW_ON_THE_PAGE, NEW_ON_THE_PAGE),
        (0, 0, NEW_ON_THE_PAGE + 1),
    ]
