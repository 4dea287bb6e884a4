"""Every version of every record can be found, read and compared."""

from dataclasses import replace
from datetime import date

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, History, Withdrawal, WithdrawnFile
from lrt_site.pages.publications import versions
from lrt_site.pages.publications.gone import moved_page
from lrt_site.pages.publications.publication import lines_told
from lrt_site.pages.publications.versions import VersionsPage
from lrt_site.wording.change_classes import CLASS_WORDS, FOLLOWS, judged, meaning_in
from tests.builders import (
    a_ledger,
    a_meeting,
    a_membership,
    a_mention,
    a_person,
    a_register,
    a_role,
    a_seat,
    a_source,
    an_organisation,
    history_in,
    on,
)
from tests.unit.pages.publications.making import history_of

FIRST = a_meeting()
SECOND = replace(FIRST, date=on("2020-06-16"))
RENAMED = replace(SECOND, id="m-2020-06-16")


def versions_page(history: History, address: str) -> VersionsPage:
    (page,) = (maker() for maker in versions.pages(history) if maker.address == address)
    assert isinstance(page, VersionsPage)
    return page


def test_without_publications_there_are_no_versions() -> None:
    assert list(versions.pages(History())) == []


def test_the_first_sentence_tells_when_it_last_changed_and_how_many_versions_there_are() -> None:
    page = versions_page(history_of((FIRST,), (SECOND,)), "/vergaderingen/m-2020-06-15/versies/")
    assert page.summary == "Dit onderdeel is op 4 februari 2026 het laatst verbeterd. Het heeft 2 versies."
    assert page.versions[0].note == "Waarom m-2020-06-15 anders is."
    assert page.living
    assert page.living.address == "/vergaderingen/m-2020-06-15/"


def test_one_version_is_told_as_one() -> None:
    page = versions_page(history_of((FIRST,)), "/vergaderingen/m-2020-06-15/versies/")
    assert page.summary == "Sinds 5 januari 2026 is hier niets aan veranderd: er is één versie."
    assert page.versions[0].nothing == "Dit is de eerste versie."


def test_the_newest_version_stands_first_with_what_it_changed() -> None:
    second, first = versions_page(history_of((FIRST,), (SECOND,)), "/vergaderingen/m-2020-06-15/versies/").versions
    assert (second.anchor, second.change, second.until) == ("versie-2", "verbeterd", "")
    assert [field.label for field in second.changes.values] == ["datum"]
    assert second.page.address == "/vergaderingen/m-2020-06-15/versies/2/"
    assert second.data.address == "/data/v1/publicaties/2026-02-04/records/m-2020-06-15.json"
    assert (first.anchor, first.change, first.until) == ("versie-1", "nieuw", "tot 4 februari 2026")


def test_a_record_that_was_renamed_has_one_line_of_versions_at_both_ids() -> None:
    history = history_of((FIRST,), (SECOND,), (RENAMED,))
    old = versions_page(history, "/vergaderingen/m-2020-06-15/versies/")
    new = versions_page(history, "/vergaderingen/m-2020-06-16/versies/")
    assert old.versions == new.versions
    assert [view.page.address for view in new.versions] == [
        "/vergaderingen/m-2020-06-16/versies/3/",
        "/vergaderingen/m-2020-06-15/versies/2/",
        "/vergaderingen/m-2020-06-15/versies/1/",
    ]
    assert old.renamed == "Dit onderdeel heeft nu het kenmerk m-2020-06-16. Eerder was dat m-2020-06-15."
    assert old.frame.title != new.frame.title
    assert old.living
    assert old.living.address == "/vergaderingen/m-2020-06-16/"


def test_a_record_that_became_another_kind_keeps_its_versions_where_they_stood() -> None:
    ledger = a_ledger(a_register(FIRST), a_register(a_mention(id="verm-1")), renamed={FIRST.id: "verm-1"})
    history = history_in(ledger)
    old = versions_page(history, "/vergaderingen/m-2020-06-15/versies/")
    new = versions_page(history, "/vermeldingen/verm-1/versies/")
    assert old.versions == new.versions
    assert [(field.label, field.before[0].text, field.after[0].text) for field in new.versions[0].changes.values] == [
        ("kenmerk", "m-2020-06-15", "verm-1"),
        ("soort", "een vergadering", "een vermelding"),
    ]
    assert moved_page(history, "/vergaderingen/m-2020-06-15/", FIRST.id).target.address == "/vermeldingen/#verm-1"


def test_a_record_that_ended_keeps_its_versions() -> None:
    page = versions_page(history_of((FIRST,), ()), "/vergaderingen/m-2020-06-15/versies/")
    assert page.summary == "Dit onderdeel is op 4 februari 2026 ingetrokken. Het had één versie."
    assert page.reason == "Waarom m-2020-06-15 anders is."
    assert page.living is None
    assert page.versions[0].until == "ingetrokken op 4 februari 2026"


AWAY = "Was weg sinds publicatie 2 (4 februari 2026), staat er weer."


def test_a_record_that_came_back_is_said_to_have_been_away() -> None:
    page = versions_page(history_of((FIRST,), (), (FIRST,)), "/vergaderingen/m-2020-06-15/versies/")
    away = "Dit onderdeel was weg sinds publicatie 2, en staat er sinds 6 maart 2026 weer."
    assert page.summary.startswith(away)
    assert page.living
    back, first = page.versions
    assert (back.change, back.nothing) == ("teruggeplaatst", f"{AWAY} Het is gelijk aan versie 1.")
    assert first.until == "ingetrokken op 4 februari 2026"


def test_a_record_that_came_back_otherwise_shows_what_differs_from_before() -> None:
    other = replace(FIRST, date=on("2020-06-16"))
    back, _ = versions_page(history_of((FIRST,), (), (other,)), "/vergaderingen/m-2020-06-15/versies/").versions
    assert (back.change, back.nothing) == ("teruggeplaatst", AWAY)
    assert [field.label for field in back.changes.values] == ["datum"]


def test_a_record_that_comes_and_goes_is_away_as_often() -> None:
    history = history_of((FIRST,), (), (FIRST,), (), (), (FIRST,))
    versions = versions_page(history, "/vergaderingen/m-2020-06-15/versies/").versions
    assert [view.nothing.partition(" (")[0] for view in versions] == [
        "Was weg sinds publicatie 4",
        "Was weg sinds publicatie 2",
        "Dit is de eerste versie.",
    ]


def test_a_record_that_comes_back_under_the_id_it_had_first_was_away() -> None:
    renamed = replace(FIRST, id="m-anders")
    history = history_of((FIRST,), (renamed,), (), (FIRST,))
    back = history.publications[-1].changes[0]
    assert (back.change, history.away_before(history.last, back)) == ("teruggeplaatst", history.publications[2])


def test_a_new_record_under_an_id_that_another_left_was_not_away() -> None:
    renamed = replace(FIRST, id="m-anders")
    history = history_of((FIRST,), (renamed,), (renamed, FIRST))
    fresh = history.publications[-1].changes[0]
    assert (fresh.change, history.away_before(history.last, fresh)) == ("nieuw", None)


def test_a_version_that_only_follows_another_id_says_so() -> None:
    seat, person = a_seat(), a_person()
    history = history_of(
        (seat, person, a_membership()),
        (seat, replace(person, id="p-anders"), a_membership(person="p-anders")),
    )
    page = versions_page(history, urls.versions_of("membership", "lid-fictief"))
    assert page.versions[0].nothing == FOLLOWS


def test_what_was_proven_stands_with_a_version_and_what_was_not_judged_as_well() -> None:
    old = replace(FIRST, body="De kade is gesloteb.")
    for text, said in (
        ("De kade is gesloten.", "Nagegaan: alleen dit is anders: een schrijffout"),
        ("De kade is dicht.", "Woorden gewijzigd; of de betekenis veranderde is niet beoordeeld."),
    ):
        history = history_of((old,), (replace(old, body=text),))
        newest, _ = versions_page(history, "/vergaderingen/m-2020-06-15/versies/").versions
        assert newest.judged.startswith(said)
        assert "De kade is gesloteb." in lines_told(history, history.last, history.last.changes[0])[0]


EARLIER = "Ingedeeld naar eerdere regels. Of de betekenis veranderde is niet beoordeeld."


def test_of_earlier_publications_nothing_is_said_to_be_proven() -> None:
    assert judged("tekstueel", (), ("body",)) == EARLIER
    change = Change(id="x", type="page", version=2, hash="", change="tekstueel", fields=("body",))
    assert meaning_in("tekstueel", [change]) == EARLIER
    assert meaning_in("tekstueel", [replace(change, proven=("spaties",))]) == CLASS_WORDS["tekstueel"].meaning
    assert "feiten" not in " ".join(words.meaning for words in CLASS_WORDS.values())


def test_what_ended_since_is_linked_to_its_versions() -> None:
    organisation = an_organisation()
    first = a_membership(person=None, organisation=organisation.id)
    history = history_of(
        (a_seat(), a_person(), organisation, first),
        (a_seat(), a_person(), replace(first, organisation=None, person="p-fictief")),
    )
    page = versions_page(history, urls.versions_of("membership", "lid-fictief"))
    (gone,) = page.versions[0].changes.gone
    assert [(run.text, run.address) for run in gone.held[0]] == [
        ("Fictieve Organisatie", "/deelnemers/org-fictief/versies/")
    ]


def test_a_withdrawal_is_told_with_its_ground_and_where_the_words_stood() -> None:
    history = history_of((a_person(roles=(a_role(),)),))
    file = WithdrawnFile(
        file="2026-01-05/records/p-fictief.json", hash="", becomes="", extent=("roles[0].role", "name")
    )
    withdrawal = Withdrawal(
        name="2026-02-01",
        date=PartialDate.of(date(2026, 2, 1)),
        record="p-fictief",
        ground="Fictieve grond",
        decision="Fictief besluit",
        files=(file,),
    )
    known = History(history.publications, history.stored, (withdrawal,))
    shown = versions_page(known, "/deelnemers/p-fictief/versies/").versions[0].withdrawal
    assert shown
    assert (shown.when, shown.ground) == ("1 februari 2026", "Fictieve grond")
    assert shown.fields == ("ambt bij ‘fictief bestuurder’", "naam")


def test_records_with_one_name_have_versions_with_two_titles() -> None:
    history = history_of((a_source(id="s-een"), a_source(id="s-twee")))
    titles = [maker().frame.title for maker in versions.pages(history)]
    assert len(set(titles)) == len(titles)
